package mailbox

import (
	"errors"
	"net"
	"sync/atomic"
)

// maxAnswer bounds what a server may send for one command. The library reads lines and lists of any length; the largest
// honest answer is a batch of messages (see fetch.go).
const maxAnswer = 64 << 20

var errTooMuch = errors.New("the server sent more than 64 MiB for one command")

// meter counts what comes in.
type meter struct {
	net.Conn
	read atomic.Int64
}

// Read implements net.Conn.
func (m *meter) Read(p []byte) (int, error) {
	if m.exceeded() {
		return 0, errTooMuch
	}
	n, err := m.Conn.Read(p)
	m.read.Add(int64(n))
	return n, err
}

func (m *meter) reset()         { m.read.Store(0) }
func (m *meter) exceeded() bool { return m.read.Load() > maxAnswer }
