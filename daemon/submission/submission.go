// Package submission composes letters and hands them to the submission server of the mailbox they are written in.
//
// It is the only package that knows go-mail. A letter is composed once and stored; Send then transmits exactly the
// stored bytes, one recipient a time, and says how far it came, because a note to an interviewer must never go out
// twice: what happened after the final dot without an answer is Unknown, and nobody may repeat that by himself.
package submission

import (
	"context"
	"crypto/tls"
	"time"
)

// Server is the submission server of one mailbox (RFC 6409).
type Server struct {
	Host string
	Port int
	TLS  string // "tls" (465), "starttls" (587, mandatory then) or "none" (loopback addresses only)
	User string // empty: no AUTH
	// Password gives the password, or the bearer token where OAuth is set. It is asked anew for every connection.
	Password func(context.Context) (string, error)
	OAuth    bool
	CAFile   string // trusted instead of the system's authorities; empty: the system's

	Timeout    time.Duration // of every step before the final dot; 0: one minute
	DotTimeout time.Duration // of the answer to the final dot; 0: twelve minutes (RFC 5321 section 4.5.3.2.6 asks for ten)
	// SawTLS, where it is set, is told of each handshake once the certificate has been verified: what check reports.
	SawTLS func(tls.ConnectionState)

	Hello string // name given in EHLO; empty: [127.0.0.1]. The name of this machine is nobody's business.
}

const (
	stepTimeout  = time.Minute
	dotTimeout   = 12 * time.Minute
	dotGrace     = 10 * time.Second // how long the answer to the dot is still waited for once the daemon is told to end
	defaultHello = "[127.0.0.1]"
)

func (s Server) withDefaults() Server {
	if s.Timeout <= 0 {
		s.Timeout = stepTimeout
	}
	if s.DotTimeout <= 0 {
		s.DotTimeout = dotTimeout
	}
	if s.Hello == "" {
		s.Hello = defaultHello
	}
	return s
}
