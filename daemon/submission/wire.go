package submission

import (
	"bytes"
	"errors"
	"net"
	"sync"
)

// maxRead bounds what a server may say in one session. The text protocol reader has no limit of its own: an endless
// reply would fill the memory.
const maxRead = 1 << 20

var (
	errTooMuch  = errors.New("the server sent more than 1 MiB of replies")
	errInjected = errors.New("the server sent plain text after its answer to STARTTLS: somebody sits in between")
)

// wire is the bare connection. It bounds what is read, and refuses anything that comes in clear text between the answer
// to STARTTLS and the handshake (response injection, CVE-2011-0411 and its kin); the library would drop it silently.
type wire struct {
	net.Conn
	read     int
	starting bool   // STARTTLS was written, the handshake has not begun
	answer   []byte // what came since
}

func (w *wire) Write(p []byte) (int, error) {
	if w.starting {
		if lines := replyEnd(w.answer); lines >= 0 && lines < len(w.answer) {
			return 0, errInjected
		}
		w.starting, w.answer = false, nil
	}
	if bytes.Equal(p, []byte("STARTTLS\r\n")) {
		w.starting = true
	}
	return w.Conn.Write(p)
}

func (w *wire) Read(p []byte) (int, error) {
	n, err := w.Conn.Read(p)
	w.read += n
	if w.read > maxRead {
		return 0, errTooMuch
	}
	if w.starting {
		w.answer = append(w.answer, p[:n]...)
	}
	return n, err
}

// replyEnd is where the first reply ends ("220-more", "220 last"), or -1.
func replyEnd(b []byte) int {
	for at := 0; ; {
		end := bytes.IndexByte(b[at:], '\n')
		if end < 0 {
			return -1
		}
		line := b[at : at+end]
		at += end + 1
		if len(line) < 4 || line[3] != '-' {
			return at
		}
	}
}

// guarded holds a connection that another goroutine may close, even before it is there.
type guarded struct {
	mu     sync.Mutex
	conn   net.Conn
	closed bool
}

func (g *guarded) set(c net.Conn) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.closed {
		c.Close()
		return false
	}
	g.conn = c
	return true
}

func (g *guarded) get() net.Conn {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.conn
}

func (g *guarded) close() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.closed = true
	if g.conn != nil {
		g.conn.Close()
	}
}
