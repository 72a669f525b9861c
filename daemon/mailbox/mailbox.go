// Package mailbox reads one IMAP mailbox and puts drafts and copies into it.
//
// It is the only package that knows go-imap's client, and it gives back what that lacks: every command is bounded by a
// context and a timeout, which close the connection when they end; what was asked for is counted against what came; a
// message that was cut off is never handed on. The inbox is opened with EXAMINE and read with BODY.PEEK, so that
// nothing the candidate sees in her mail program changes. ENVELOPE and BODYSTRUCTURE are never asked for: one server's
// broken answer would end the connection for all mail.
//
// One file for each verb; what single servers need is in quirks.go.
package mailbox

import (
	"context"
	"crypto/tls"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// TLS is how the connection is secured.
type TLS string

const (
	ImplicitTLS TLS = "tls"      // port 993, the default (RFC 8314)
	StartTLS    TLS = "starttls" // port 143; mandatory once configured
	NoTLS       TLS = "none"     // loopback addresses only
)

// Account is how to reach one mailbox.
type Account struct {
	Name string // of the mailbox in the configuration, for errors
	Host string
	Port int // 0: 993, or 143 for StartTLS
	TLS  TLS // empty: ImplicitTLS
	User string
	// Password gives the password, or the bearer token where OAuth is set. It is asked anew for every connection, so
	// that a token is fresh.
	Password func(context.Context) (string, error)
	OAuth    bool
	CAFile   string        // trusted instead of the system's authorities; empty: the system's
	Timeout  time.Duration // of a command, without the time that a message needs to come; 0: one minute

	Inbox, Drafts, Sent string // names of folders; empty: find them

	IdleCycle time.Duration // IDLE is renewed after this time; 0: five minutes
	// SawTLS, where it is set, is told of each handshake once the certificate has been verified: what check reports.
	SawTLS func(tls.ConnectionState)

	PollEvery time.Duration // how often a server without IDLE is asked; 0: one minute
}

const (
	commandTimeout = time.Minute
	// idleCycle is far below the 29 minutes of RFC 2177: routers forget a silent connection sooner, and the cycle is
	// what finds a dead one.
	idleCycle   = 5 * time.Minute
	doneTimeout = 15 * time.Second // for the answer to DONE
	pollEvery   = time.Minute
	farewell    = 3 * time.Second // for LOGOUT
)

func (a Account) withDefaults() Account {
	if a.TLS == "" {
		a.TLS = ImplicitTLS
	}
	if a.Port == 0 {
		a.Port = 993
		if a.TLS == StartTLS {
			a.Port = 143
		}
	}
	orElse := func(d *time.Duration, def time.Duration) {
		if *d <= 0 {
			*d = def
		}
	}
	orElse(&a.Timeout, commandTimeout)
	orElse(&a.IdleCycle, idleCycle)
	orElse(&a.PollEvery, pollEvery)
	return a
}

// Session is one connection, logged in. It is for one goroutine; Close, Caps and Alive may be called from any. Where
// the context of a method ends, or its time is over, the session is closed: there is no other way to stop a command.
type Session struct {
	account Account
	log     *slog.Logger
	client  *imapclient.Client
	wire    *meter
	caps    imap.CapSet
	noIdle  bool          // IDLE is offered but was refused
	news    chan struct{} // one slot: something may have come
	open    selected
	more    atomic.Bool  // messages were announced since the folder was opened
	running atomic.Int32 // commands under way
	alive   atomic.Int64 // time of the last tagged response, Unix nanoseconds
}

// Close says goodbye, for three seconds at most, and closes the connection. While a command runs it only closes.
func (s *Session) Close() error {
	if s.running.Load() == 0 {
		_, _ = do(context.Background(), s, farewell, "LOGOUT", func() (none, error) {
			return none{}, s.client.Logout().Wait()
		})
	}
	s.client.Close() // what it returns is about the end we have just made
	return nil
}

// Caps lists the capabilities after login, for diagnosis.
func (s *Session) Caps() []string {
	var names []string
	for c := range s.caps {
		names = append(names, string(c))
	}
	return names
}

// Alive is when the server last finished a command: the watchdog's proof of life.
func (s *Session) Alive() time.Time { return time.Unix(0, s.alive.Load()) }

// notify leaves word that something may have come. It never blocks: it is called by the library's reader.
func (s *Session) notify() {
	select {
	case s.news <- struct{}{}:
	default:
	}
}
