package mailbox

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"roundtwo/daemon/mailtest"
	"roundtwo/daemon/mailtest/certificate"
)

// secured is a world whose IMAP server speaks TLS with the settings at hand, and what the client needs.
func secured(t *testing.T, conf *tls.Config, caFile string) (*mailtest.World, Account) {
	t.Helper()
	w, a := worldWith(t, mailtest.Options{TLS: conf})
	a.TLS, a.CAFile = ImplicitTLS, caFile
	return w, a
}

// logins counts how often a name and password reach the server.
func logins(w *mailtest.World) *atomic.Int32 {
	n := new(atomic.Int32)
	w.OnIMAP(func(_, verb string) error {
		if verb == "LOGIN" || verb == "AUTHENTICATE" {
			n.Add(1)
		}
		return nil
	})
	return n
}

// The certificate is exchanged for one that nobody vouches for while a session is open: the next connection is refused,
// for good, and the password does not leave.
func TestAnotherCertificateIsRefused(t *testing.T) {
	good, file := certificate.Trusted(t)
	bad, _ := certificate.Trusted(t)
	var current atomic.Pointer[tls.Certificate]
	current.Store(&good)
	w, a := secured(t, &tls.Config{GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return current.Load(), nil }}, file)
	s := dial(t, a)
	current.Store(&bad)
	seen := logins(w)
	if _, err := Dial(t.Context(), a, nil); err == nil || Temporary(err) || !strings.Contains(err.Error(), "certificate") {
		t.Errorf("the new connection: %v, temporary %v", err, Temporary(err))
	}
	if seen.Load() != 0 {
		t.Error("the password went to a server that nobody vouches for")
	}
	if _, err := s.Examine(t.Context(), "INBOX"); err != nil {
		t.Errorf("the session that was open: %v", err)
	}
	current.Store(&good)
	if dial(t, a); seen.Load() == 0 {
		t.Error("logins are not counted: this shows nothing")
	}
}

func TestOldTLSIsRefused(t *testing.T) {
	pair, file := certificate.Trusted(t)
	w, a := secured(t, &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS11}, file)
	seen := logins(w)
	if _, err := Dial(t.Context(), a, nil); err == nil || !strings.Contains(err.Error(), "protocol version") {
		t.Errorf("TLS 1.1: %v", err)
	}
	if seen.Load() != 0 {
		t.Error("the password went out over TLS 1.1")
	}
}

// No name server answers: the error names the host, and trying again may help.
func TestNamesThatDoNotResolve(t *testing.T) {
	before := net.DefaultResolver
	defer func() { net.DefaultResolver = before }()
	net.DefaultResolver = &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) { return nil, errors.New("the network is down") }}
	_, err := Dial(t.Context(), Account{Name: "anna", Host: "imap.firm.example", User: anna, Password: password("secret"), Timeout: 5 * time.Second}, nil)
	if err == nil || !Temporary(err) || !strings.Contains(err.Error(), "imap.firm.example") {
		t.Errorf("%v, temporary %v", err, Temporary(err))
	}
}
