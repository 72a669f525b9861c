package mailbox

import (
	"bytes"
	"context"
	"errors"
	"testing"
	"time"

	"roundtwo/daemon/mailtest"
	"roundtwo/daemon/mailtest/dovecot"
)

// behindProxy is a session with Dovecot over a bad network, with short timeouts, and the open inbox.
func behindProxy(t *testing.T, mail ...[]byte) (*Session, *mailtest.Proxy) {
	t.Helper()
	server := dovecot.Start(t)
	for _, raw := range mail {
		if err := server.Deliver("anna@example.test", raw); err != nil {
			t.Fatal(err)
		}
	}
	proxy, err := mailtest.NewProxy(server.IMAP)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(proxy.Close)
	_, port := at(t, proxy.Addr)
	s := dial(t, Account{Name: "anna", Host: "127.0.0.1", Port: port, TLS: NoTLS, User: "anna@example.test",
		Password: password(dovecot.Password), Timeout: time.Second, IdleCycle: 300 * time.Millisecond})
	if _, err := s.Examine(t.Context(), "INBOX"); err != nil {
		t.Fatal(err)
	}
	return s, proxy
}

func big() []byte {
	return append([]byte("Subject: big\r\n\r\n"), bytes.Repeat([]byte("0123456789abcdef0123456789abcdef\r\n"), 6000)...)
}

func TestNothingHangsOnABadNetwork(t *testing.T) {
	noop := func(Mail) error { return nil }
	for _, row := range []struct {
		name string
		bad  func(*mailtest.Proxy)
		do   func(context.Context, *Session) error
	}{
		{"half open while idling", (*mailtest.Proxy).Freeze, func(ctx context.Context, s *Session) error { return s.Wait(ctx, time.Minute) }},
		{"half open in a search", (*mailtest.Proxy).Freeze, func(ctx context.Context, s *Session) error { _, err := s.Since(ctx, 1); return err }},
		{"half open in an append", (*mailtest.Proxy).Freeze, func(ctx context.Context, s *Session) error {
			_, err := s.Append(ctx, "Drafts", nil, time.Time{}, letter(1))
			return err
		}},
		{"trickle in a list", func(p *mailtest.Proxy) { p.Trickle(100 * time.Millisecond) }, func(ctx context.Context, s *Session) error { _, err := s.Folders(ctx); return err }},
		{"trickle in a message", func(p *mailtest.Proxy) { p.Trickle(20 * time.Millisecond) }, func(ctx context.Context, s *Session) error {
			return s.Fetch(ctx, []uint32{1}, 10_000, noop)
		}},
		{"cut in a literal", func(p *mailtest.Proxy) { p.CutAfter(40_000) }, func(ctx context.Context, s *Session) error {
			return s.Fetch(ctx, []uint32{1}, 1<<20, func(m Mail) error { return errors.New("half a message was handed on") })
		}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			s, proxy := behindProxy(t, big())
			row.bad(proxy)
			begun := time.Now()
			err := row.do(t.Context(), s)
			if err == nil || !Temporary(err) || time.Since(begun) > 6*time.Second {
				t.Errorf("after %s: %v", time.Since(begun), err)
			}
			if err != nil && err.Error() == "half a message was handed on" {
				t.Error(err)
			}
			if err := s.Wait(t.Context(), time.Minute); err == nil {
				t.Error("the session goes on as if nothing had been")
			}
		})
	}
}

func TestSilentServerAtTheGreeting(t *testing.T) {
	server := dovecot.Start(t)
	proxy, err := mailtest.NewProxy(server.IMAP)
	if err != nil {
		t.Fatal(err)
	}
	defer proxy.Close()
	proxy.Freeze()
	_, port := at(t, proxy.Addr)
	for _, mode := range []TLS{NoTLS, StartTLS, ImplicitTLS} {
		a := account(t, server)
		a.TLS, a.Port, a.Timeout = mode, port, 500*time.Millisecond
		begun := time.Now()
		if _, err := Dial(t.Context(), a, nil); err == nil || !Temporary(err) || time.Since(begun) > 3*time.Second {
			t.Errorf("%s: after %s: %v", mode, time.Since(begun), err)
		}
	}
}

func TestEndOfTheDaemonEndsWaiting(t *testing.T) {
	s, _ := behindProxy(t)
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	begun := time.Now()
	if err := s.Wait(ctx, time.Minute); !errors.Is(err, context.DeadlineExceeded) || time.Since(begun) > time.Second {
		t.Errorf("after %s: %v", time.Since(begun), err)
	}
}

func TestIdleIsRenewedAndStillHears(t *testing.T) {
	server := dovecot.Start(t)
	a := account(t, server)
	a.IdleCycle = 100 * time.Millisecond
	s := dial(t, a)
	if _, err := s.Examine(t.Context(), "INBOX"); err != nil {
		t.Fatal(err)
	}
	before := s.Alive()
	if err := s.Wait(t.Context(), 500*time.Millisecond); err != nil {
		t.Fatal(err)
	}
	if s.Alive().Sub(before) < 300*time.Millisecond {
		t.Error("IDLE was not renewed")
	}
	time.AfterFunc(300*time.Millisecond, func() { server.Deliver("anna@example.test", letter(1)) })
	begun := time.Now()
	if err := s.Wait(t.Context(), 20*time.Second); err != nil || time.Since(begun) > 5*time.Second {
		t.Errorf("after %s: %v", time.Since(begun), err)
	}
}

func TestLargeMailIsCutToTheLimitAndSaysSo(t *testing.T) {
	s, _ := behindProxy(t, big(), letter(2))
	got := fetchAll(t, s, []uint32{1, 2}, 1000)
	if len(got) != 2 || !got[0].Truncated || len(got[0].Raw) != 1000 || got[0].Size < 200_000 {
		t.Errorf("the large one: truncated %v, %d octets of %d", got[0].Truncated, len(got[0].Raw), got[0].Size)
	}
	if got[1].Truncated {
		t.Error("the small one is said to be cut")
	}
}
