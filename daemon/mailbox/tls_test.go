package mailbox

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"roundtwo/daemon/mailtest"
	"roundtwo/daemon/mailtest/certificate"
)

// secured is a world whose IMAP server speaks TLS with the settings at hand, and what the client needs.
func secured(t *testing.T, conf *tls.Config) (*mailtest.World, Account) {
	t.Helper()
	pair, file := trusted(t)
	if conf.GetCertificate == nil {
		conf.Certificates = []tls.Certificate{pair}
	}
	w, err := mailtest.Start(mailtest.Options{TLS: conf})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	if err := w.AddUser(anna, "secret"); err != nil {
		t.Fatal(err)
	}
	_, port := at(t, w.IMAP)
	return w, Account{Name: "anna", Host: "127.0.0.1", Port: port, User: anna, Password: password("secret"), Timeout: 5 * time.Second, CAFile: file}
}

func trusted(t *testing.T) (pair tls.Certificate, file string) {
	t.Helper()
	cert, key, err := certificate.New()
	if err != nil {
		t.Fatal(err)
	}
	if pair, err = tls.X509KeyPair(cert, key); err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(file, cert, 0o600); err != nil {
		t.Fatal(err)
	}
	return pair, file
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
	good, file := trusted(t)
	bad, _ := trusted(t)
	var current atomic.Pointer[tls.Certificate]
	current.Store(&good)
	w, a := secured(t, &tls.Config{GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return current.Load(), nil }})
	a.CAFile = file
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
	w, a := secured(t, &tls.Config{MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS11})
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
