package mailtest

import (
	"bytes"
	"fmt"
	"net"
)

// line is one connection to the submission server; it does the faults that lie below the SMTP library.
type line struct {
	net.Conn
	world   *World
	instead []byte // written in place of the next reply
	hangUp  bool   // close after the next reply
	to      func() []string

	inText bool
	text   int // octets of text read
	cutAt  int // cut the connection there; 0: not
}

// Write implements net.Conn. The library cannot refuse DATA, so its 354 is caught here.
func (l *line) Write(p []byte) (int, error) {
	if bytes.HasPrefix(p, []byte("354")) {
		if f, ok := l.world.fault(AtData, l.recipients()); ok {
			if err := l.world.strike(f, l); err != nil && !f.Cut {
				l.instead = fmt.Appendf(nil, "%d %s\r\n", f.Code, f.words())
			}
		} else {
			l.beginText()
		}
	}
	out := p
	if l.instead != nil {
		out, l.instead = l.instead, nil
	}
	_, err := l.Conn.Write(out)
	if l.hangUp {
		l.Close()
	}
	return len(p), err
}

func (l *line) beginText() {
	l.inText, l.text, l.cutAt = true, 0, 0
	if f, ok := l.world.fault(AtText, l.recipients()); ok {
		l.cutAt = max(f.Bytes, 1)
	}
}

// Read implements net.Conn.
func (l *line) Read(p []byte) (int, error) {
	n, err := l.Conn.Read(p)
	if !l.inText || l.cutAt == 0 {
		return n, err
	}
	if l.text += n; l.text >= l.cutAt {
		l.Close()
		return 0, net.ErrClosed
	}
	return n, err
}

func (l *line) recipients() []string {
	if l.to == nil {
		return nil
	}
	return l.to()
}

// lines wraps every accepted connection.
type lines struct {
	net.Listener
	world *World
}

// Accept implements net.Listener.
func (s lines) Accept() (net.Conn, error) {
	conn, err := s.Listener.Accept()
	if err != nil {
		return nil, err
	}
	l := &line{Conn: conn, world: s.world}
	if f, ok := s.world.fault(AtConnect, nil); ok {
		go s.world.refuse(f, l)
		return s.Accept()
	}
	return l, nil
}

// refuse answers in place of the server.
func (w *World) refuse(f Fault, l *line) {
	if err := w.strike(f, l); err != nil && !f.Cut {
		fmt.Fprintf(l, "%d %s\r\n", f.Code, f.words())
	} else if l.instead != nil {
		l.Write(nil)
	}
	l.Close()
}
