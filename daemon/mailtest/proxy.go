package mailtest

import (
	"net"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// Proxy stands between a client and a server and makes the network bad. It knows no protocol.
type Proxy struct {
	Addr string // host:port to connect to

	listener net.Listener
	target   string
	frozen   atomic.Bool
	trickle  atomic.Int64 // nanoseconds between octets from the server
	cutAfter atomic.Int64 // octets from the server until the cut; negative: never

	// OnWrite, where it is set before the first connection, sees what a client has written before it is passed on; false
	// keeps it from the server. It may be called from several connections at once.
	OnWrite func(chunk []byte) bool

	mu    sync.Mutex
	conns []net.Conn
}

// NewProxy starts one in front of a server. The caller must Close it.
func NewProxy(target string) (*Proxy, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	p := &Proxy{Addr: l.Addr().String(), listener: l, target: target}
	p.cutAfter.Store(-1)
	go p.serve()
	return p, nil
}

// Freeze makes connections half open: nothing passes in either direction, and nobody is told.
func (p *Proxy) Freeze() { p.frozen.Store(true) }

// Thaw ends Freeze.
func (p *Proxy) Thaw() { p.frozen.Store(false) }

// Trickle lets one octet pass from the server in this time; 0 ends it.
func (p *Proxy) Trickle(each time.Duration) { p.trickle.Store(int64(each)) }

// CutAfter cuts the connection once this many octets more have come from the server.
func (p *Proxy) CutAfter(octets int) { p.cutAfter.Store(int64(octets)) }

// Cut cuts all connections now.
func (p *Proxy) Cut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range p.conns {
		c.Close()
	}
	p.conns = nil
}

// Close ends the proxy.
func (p *Proxy) Close() {
	p.listener.Close()
	p.Cut()
}

func (p *Proxy) serve() {
	for {
		client, err := p.listener.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("tcp", p.target)
		if err != nil {
			client.Close()
			continue
		}
		p.mu.Lock()
		p.conns = append(p.conns, client, server)
		p.mu.Unlock()
		go p.pass(server, client, false)
		go p.pass(client, server, true)
	}
}

// pass copies until one side ends.
func (p *Proxy) pass(to, from net.Conn, fromServer bool) {
	defer to.Close()
	defer from.Close()
	b := make([]byte, 4096)
	for {
		n, err := from.Read(b)
		for p.frozen.Load() {
			if p.gone(from) {
				return
			}
		}
		if err != nil {
			return
		}
		if !fromServer {
			if p.OnWrite != nil && !p.OnWrite(b[:n]) {
				return
			}
			_, err = to.Write(b[:n])
		} else {
			err = p.deliver(to, b[:n])
		}
		if err != nil {
			return
		}
	}
}

// gone waits a moment and says whether the proxy has cut this connection meanwhile.
func (p *Proxy) gone(c net.Conn) bool {
	time.Sleep(5 * time.Millisecond)
	p.mu.Lock()
	defer p.mu.Unlock()
	return !slices.Contains(p.conns, c)
}

func (p *Proxy) deliver(to net.Conn, b []byte) error {
	if left := p.cutAfter.Load(); left >= 0 {
		if int64(len(b)) >= left {
			to.Write(b[:left])
			return net.ErrClosed
		}
		p.cutAfter.Store(left - int64(len(b)))
	}
	each := time.Duration(p.trickle.Load())
	if each == 0 {
		_, err := to.Write(b)
		return err
	}
	for i := range b {
		time.Sleep(each)
		if _, err := to.Write(b[i : i+1]); err != nil {
			return err
		}
	}
	return nil
}
