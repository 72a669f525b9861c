package mailbox

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"
	"testing"
	"time"

	"roundtwo/daemon/mailtest/dovecot"
)

func password(p string) func(context.Context) (string, error) {
	return func(context.Context) (string, error) { return p, nil }
}

func at(t testing.TB, addr string) (host string, port int) {
	t.Helper()
	host, p, err := net.SplitHostPort(addr)
	if err != nil {
		t.Fatal(err)
	}
	port, err = strconv.Atoi(p)
	if err != nil {
		t.Fatal(err)
	}
	return host, port
}

func account(t testing.TB, s *dovecot.Server) Account {
	_, port := at(t, s.IMAPS)
	return Account{Name: "anna", Host: "localhost", Port: port, TLS: ImplicitTLS, CAFile: s.CAFile,
		User: "anna@example.test", Password: password(dovecot.Password), Timeout: 10 * time.Second}
}

func dial(t testing.TB, a Account) *Session {
	t.Helper()
	s, err := Dial(t.Context(), a, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func letter(n int) []byte {
	return fmt.Appendf(nil, "From: bob@firm.example\r\nTo: anna@example.test\r\nSubject: letter %d\r\nMessage-ID: <%d@firm.example>\r\n\r\nHello %d\r\n", n, n, n)
}

func fetchAll(t testing.TB, s *Session, uids []uint32, limit int) []Mail {
	t.Helper()
	var got []Mail
	err := s.Fetch(t.Context(), uids, limit, func(m Mail) error { got = append(got, m); return nil })
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestDovecotMailArrivesWhileWaiting(t *testing.T) {
	server := dovecot.Start(t)
	s := dial(t, account(t, server))
	status, err := s.Examine(t.Context(), "INBOX")
	if err != nil {
		t.Fatal(err)
	}
	if status.Next != 1 || status.Exists != 0 || status.Validity == 0 {
		t.Errorf("an empty inbox says %+v", status)
	}
	go server.Deliver("anna@example.test", letter(1))
	if err := s.Wait(t.Context(), 10*time.Second); err != nil {
		t.Fatal(err)
	}
	entries, err := s.Since(t.Context(), status.Next)
	if err != nil || len(entries) != 1 || entries[0].UID != 1 || entries[0].Size < 100 || time.Since(entries[0].Internal) > time.Minute {
		t.Fatalf("Since gives %+v, %v", entries, err)
	}
	got := fetchAll(t, s, []uint32{1, 7}, 1<<20)
	if len(got) != 2 || !strings.Contains(string(got[0].Raw), "Subject: letter 1\r\n") || got[0].Truncated || got[0].Size != len(got[0].Raw) {
		t.Errorf("Fetch gives %+v", got)
	}
	if !got[1].Missing || got[1].UID != 7 {
		t.Errorf("a message that never was is given as %+v", got[1])
	}
	if none, err := s.Since(t.Context(), 2); err != nil || len(none) != 0 {
		t.Errorf("nothing came since, but %v, %v", none, err)
	}
	if time.Since(s.Alive()) > time.Minute {
		t.Error("the session does not know that it lives")
	}
}

func TestDovecotDraftIsKeptFoundAndRemoved(t *testing.T) {
	server := dovecot.Start(t)
	s := dial(t, account(t, server))
	f, err := s.Folders(t.Context())
	if err != nil || f.Drafts != "Drafts" || f.Sent != "Sent" || f.How["drafts"] != "special use" {
		t.Fatalf("the folders are %+v, %v", f, err)
	}
	if _, err := s.Examine(t.Context(), "INBOX"); err != nil {
		t.Fatal(err)
	}
	when := time.Now().Add(-time.Hour).Truncate(time.Second) // Dovecot does not keep a time in the future
	uid, err := s.Append(t.Context(), f.Drafts, []string{`\Draft`, `\Seen`}, when, letter(5))
	if err != nil || uid == 0 {
		t.Fatalf("APPEND: UID %d, %v", uid, err)
	}
	found, err := s.FindID(t.Context(), f.Drafts, "5@firm.example")
	if err != nil || len(found) != 1 || found[0] != uid {
		t.Fatalf("the draft %d is found as %v, %v", uid, found, err)
	}
	err = s.FetchIn(t.Context(), f.Drafts, found, 1<<20, func(m Mail) error {
		if string(m.Raw) != string(letter(5)) || !m.Internal.Equal(when) {
			t.Errorf("the draft reads back as %+v", m)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.RemoveDraft(t.Context(), f.Drafts, uid); err != nil {
		t.Fatal(err)
	}
	if found, err := s.FindID(t.Context(), f.Drafts, "5@firm.example"); err != nil || len(found) != 0 {
		t.Errorf("after removal it is found as %v, %v", found, err)
	}
	if s.open.folder != "INBOX" {
		t.Errorf("%q is open, not the inbox", s.open.folder)
	}
}

func TestDovecotMailThatCameDuringAnExcursionIsToldToWait(t *testing.T) {
	server := dovecot.Start(t)
	s := dial(t, account(t, server))
	if _, err := s.Examine(t.Context(), "INBOX"); err != nil {
		t.Fatal(err)
	}
	err := s.in(t.Context(), "Sent", true, func() error { return server.Deliver("anna@example.test", letter(1)) })
	if err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	if err := s.Wait(t.Context(), 20*time.Second); err != nil || time.Since(begun) > 5*time.Second {
		t.Errorf("Wait took %s, %v", time.Since(begun), err)
	}
}

func TestDovecotLogin(t *testing.T) {
	server := dovecot.Start(t)
	_, clear := at(t, server.IMAP)
	for _, row := range []struct {
		name   string
		change func(*Account)
		want   error // nil: it works
	}{
		{"password over TLS", func(a *Account) {}, nil},
		{"password over STARTTLS", func(a *Account) { a.TLS, a.Port = StartTLS, clear }, nil},
		{"password without TLS on loopback", func(a *Account) { a.TLS, a.Port, a.Host = NoTLS, clear, "127.0.0.1" }, nil},
		{"bearer token", func(a *Account) { a.OAuth = true }, nil},
		{"wrong password", func(a *Account) { a.Password = password("wrong") }, ErrAuth},
		{"wrong token", func(a *Account) { a.OAuth, a.Password = true, password("wrong") }, ErrAuth},
		{"no TLS elsewhere", func(a *Account) { a.TLS, a.Host = NoTLS, "192.0.2.1" }, errInsecure},
		{"TLS spoken to a port without", func(a *Account) { a.Port = clear }, errors.ErrUnsupported},
		{"unknown authority", func(a *Account) { a.CAFile = "" }, errors.ErrUnsupported},
	} {
		t.Run(row.name, func(t *testing.T) {
			a := account(t, server)
			row.change(&a)
			s, err := Dial(t.Context(), a, nil)
			if s != nil {
				defer s.Close()
			}
			switch {
			case row.want == nil && err != nil:
				t.Fatalf("%v\n%s", err, server.Log())
			case row.want != nil && err == nil:
				t.Fatal("it worked")
			case row.want != nil && row.want != errors.ErrUnsupported && !errors.Is(err, row.want):
				t.Errorf("got %v, want %v", err, row.want)
			}
		})
	}
}

func TestDovecotWithOldXOAUTH2Only(t *testing.T) {
	server := dovecot.Start(t, "auth_mechanisms = plain xoauth2")
	a := account(t, server)
	a.OAuth = true
	dial(t, a)
	a.Password = password("wrong")
	if _, err := Dial(t.Context(), a, nil); !errors.Is(err, ErrAuth) || Temporary(err) {
		t.Errorf("a wrong token gives %v", err)
	}
}

func TestDovecotWithoutIdleUidplusAndSpecialUse(t *testing.T) {
	server := dovecot.Start(t, "imap_capability = IMAP4rev1 SASL-IR LITERAL+")
	a := account(t, server)
	a.PollEvery = 100 * time.Millisecond
	s := dial(t, a)
	status, err := s.Examine(t.Context(), "INBOX")
	if err != nil {
		t.Fatal(err)
	}
	go server.Deliver("anna@example.test", letter(1))
	if err := s.Wait(t.Context(), 10*time.Second); err != nil {
		t.Fatal(err)
	}
	if entries, err := s.Since(t.Context(), status.Next); err != nil || len(entries) != 1 {
		t.Errorf("polling finds %v, %v", entries, err)
	}
	f, err := s.Folders(t.Context())
	if err != nil || f.Drafts != "Drafts" || f.How["drafts"] == "" {
		t.Errorf("the folders are %+v, %v", f, err)
	}
	if err := s.RemoveDraft(t.Context(), "Drafts", 1); !errors.Is(err, ErrCannotRemove) {
		t.Errorf("removing without UIDPLUS gives %v", err)
	}
}

func TestDovecotDiesWhileWaiting(t *testing.T) {
	server := dovecot.Start(t)
	s := dial(t, account(t, server))
	if _, err := s.Examine(t.Context(), "INBOX"); err != nil {
		t.Fatal(err)
	}
	time.AfterFunc(200*time.Millisecond, server.Kill)
	begun := time.Now()
	err := s.Wait(t.Context(), time.Minute)
	if err == nil || !Temporary(err) || time.Since(begun) > 10*time.Second {
		t.Errorf("after %s Wait gives %v", time.Since(begun), err)
	}
}
