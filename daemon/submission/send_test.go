package submission

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"net"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"roundtwo/daemon/mailtest"
	"roundtwo/daemon/mailtest/certificate"
)

const (
	anna = "anna@example.test"
	bob  = "bob@firm.example"
)

func world(t *testing.T, o mailtest.Options) *mailtest.World {
	t.Helper()
	w, err := mailtest.Start(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	for _, user := range []string{anna, bob} {
		if err := w.AddUser(user, "secret"); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

func serverAt(t *testing.T, addr string) Server {
	t.Helper()
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		t.Fatal(err)
	}
	n, err := strconv.Atoi(port)
	if err != nil {
		t.Fatal(err)
	}
	return Server{Host: host, Port: n, TLS: "none", User: anna, Password: password("secret"), Timeout: 2 * time.Second, DotTimeout: 2 * time.Second}
}

func password(p string) func(context.Context) (string, error) {
	return func(context.Context) (string, error) { return p, nil }
}

func composed(t *testing.T) []byte {
	t.Helper()
	raw, err := Compose(note())
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func nothing() error { return nil }

func TestExactlyTheStoredBytesArrive(t *testing.T) {
	w := world(t, mailtest.Options{})
	raw := append(composed(t), "\r\n.\r\n..\r\n.hidden\r\nMAIL FROM:<eve@evil.example>\r\n.\r\nQUIT\r\n"...)
	before := false
	got := Send(t.Context(), serverAt(t, w.SMTP), anna, bob, raw, func() error {
		before = len(w.Submitted()) == 0
		return nil
	})
	if got.Outcome != Sent || got.Code != 250 || got.Err != nil {
		t.Fatalf("%+v", got)
	}
	mail := w.Submitted()
	if len(mail) != 1 || !bytes.Equal(mail[0].Raw, raw) || mail[0].From != anna || len(mail[0].To) != 1 || mail[0].To[0] != bob {
		t.Errorf("there arrived %d, %q", len(mail), mail[0].Raw)
	}
	if !before {
		t.Error("the caller was told of the dot when it was written already")
	}
}

func TestOutcomeByStage(t *testing.T) {
	for _, row := range []struct {
		name      string
		fault     mailtest.Fault
		want      Outcome
		stage     string
		delivered int
	}{
		{"cut at connect", mailtest.Fault{Stage: mailtest.AtConnect, Cut: true}, Temporary, StageHello, 0},
		{"421 at connect", mailtest.Fault{Stage: mailtest.AtConnect, Code: 421}, Temporary, StageHello, 0},
		{"554 at connect", mailtest.Fault{Stage: mailtest.AtConnect, Code: 554}, Temporary, StageHello, 0},
		{"silent at connect", mailtest.Fault{Stage: mailtest.AtConnect, Delay: 4 * time.Second}, Temporary, StageHello, 0},
		{"cut at auth", mailtest.Fault{Stage: mailtest.AtAuth, Cut: true}, Temporary, StageAuth, 0},
		{"454 at auth", mailtest.Fault{Stage: mailtest.AtAuth, Code: 454}, Temporary, StageAuth, 0},
		{"421 at mail", mailtest.Fault{Stage: mailtest.AtMail, Code: 421}, Temporary, StageMail, 0},
		{"550 at mail", mailtest.Fault{Stage: mailtest.AtMail, Code: 550}, Refused, StageMail, 0},
		{"450 at rcpt", mailtest.Fault{Stage: mailtest.AtRcpt, Code: 450}, Temporary, StageRcpt, 0},
		{"550 at rcpt", mailtest.Fault{Stage: mailtest.AtRcpt, Code: 550}, Refused, StageRcpt, 0},
		{"421 at rcpt", mailtest.Fault{Stage: mailtest.AtRcpt, Code: 421}, Temporary, StageRcpt, 0},
		{"garbage at rcpt", mailtest.Fault{Stage: mailtest.AtRcpt, Raw: []byte("what?\r\n")}, Temporary, StageRcpt, 0},
		{"silent at rcpt", mailtest.Fault{Stage: mailtest.AtRcpt, Delay: 4 * time.Second}, Temporary, StageRcpt, 0},
		{"endless reply at rcpt", mailtest.Fault{Stage: mailtest.AtRcpt, Raw: bytes.Repeat([]byte("250-more\r\n"), 300_000)}, Temporary, StageRcpt, 0},
		{"554 at data", mailtest.Fault{Stage: mailtest.AtData, Code: 554}, Refused, StageData, 0},
		{"421 at data", mailtest.Fault{Stage: mailtest.AtData, Code: 421}, Temporary, StageData, 0},
		{"451 after dot", mailtest.Fault{Stage: mailtest.AtDot, Code: 451}, Temporary, StageDot, 0},
		{"554 after dot", mailtest.Fault{Stage: mailtest.AtDot, Code: 554}, Refused, StageDot, 0},
		{"421 after dot", mailtest.Fault{Stage: mailtest.AtDot, Code: 421}, Unknown, StageDot, 0},
		{"cut after dot", mailtest.Fault{Stage: mailtest.AtDot, Cut: true}, Unknown, StageDot, 0},
		{"answer lost", mailtest.Fault{Stage: mailtest.AtAnswer, Cut: true}, Unknown, StageDot, 1},
		{"answer is garbage", mailtest.Fault{Stage: mailtest.AtAnswer, Raw: []byte("what?\r\n")}, Unknown, StageDot, 1},
		{"answer too late", mailtest.Fault{Stage: mailtest.AtAnswer, Delay: 4 * time.Second}, Unknown, StageDot, 1},
		{"answer late", mailtest.Fault{Stage: mailtest.AtAnswer, Delay: time.Second}, Sent, StageDot, 1},
		{"251 as answer", mailtest.Fault{Stage: mailtest.AtAnswer, Raw: []byte("251 fine\r\n")}, Sent, StageDot, 1},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			w := world(t, mailtest.Options{})
			w.FailSMTP(row.fault)
			begun := time.Now()
			got := Send(t.Context(), serverAt(t, w.SMTP), anna, bob, composed(t), nothing)
			if got.Outcome != row.want || got.Stage != row.stage || (got.Err == nil) != (row.want == Sent) {
				t.Errorf("%s at %q: %v", got.Outcome, got.Stage, got.Err)
			}
			if row.fault.Code != 0 && (got.Code != row.fault.Code || !strings.Contains(got.Reply, "as the test wants")) {
				t.Errorf("the server's words come as %d %q", got.Code, got.Reply)
			}
			if n := len(w.Submitted()); n != row.delivered {
				t.Errorf("%d were delivered", n)
			}
			if took := time.Since(begun); took > 8*time.Second {
				t.Errorf("it took %s", took)
			}
		})
	}
}

func TestCutInTheTextIsTemporaryAndNothingIsDelivered(t *testing.T) {
	w := world(t, mailtest.Options{})
	w.FailSMTP(mailtest.Fault{Stage: mailtest.AtText, Bytes: 500, Times: 1})
	l := note()
	l.Attach = []Attachment{{Name: "big", Data: bytes.Repeat([]byte("x"), 3<<20)}}
	raw, err := Compose(l)
	if err != nil {
		t.Fatal(err)
	}
	told := false
	got := Send(t.Context(), serverAt(t, w.SMTP), anna, bob, raw, func() error { told = true; return nil })
	if got.Outcome != Temporary || got.Stage != StageText || told || len(w.Submitted()) != 0 {
		t.Errorf("%+v, told of the dot: %v", got, told)
	}
}

func TestNoDotIsWrittenWhereTheCommitFails(t *testing.T) {
	w := world(t, mailtest.Options{})
	full := errors.New("disk full")
	got := Send(t.Context(), serverAt(t, w.SMTP), anna, bob, composed(t), func() error { return full })
	if got.Outcome != Temporary || got.Stage != StageBeforeDot || !errors.Is(got.Err, full) {
		t.Errorf("%+v", got)
	}
	time.Sleep(100 * time.Millisecond)
	if n := len(w.Submitted()); n != 0 {
		t.Errorf("%d were delivered", n)
	}
}

func TestEndOfTheDaemon(t *testing.T) {
	t.Run("before the dot cuts", func(t *testing.T) {
		w := world(t, mailtest.Options{})
		w.FailSMTP(mailtest.Fault{Stage: mailtest.AtRcpt, Delay: time.Minute})
		ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
		defer cancel()
		s := serverAt(t, w.SMTP)
		s.Timeout = time.Minute
		begun := time.Now()
		got := Send(ctx, s, anna, bob, composed(t), nothing)
		if got.Outcome != Temporary || time.Since(begun) > 5*time.Second || !errors.Is(got.Err, context.DeadlineExceeded) {
			t.Errorf("after %s: %+v", time.Since(begun), got)
		}
	})
	t.Run("after the dot waits for the answer", func(t *testing.T) {
		w := world(t, mailtest.Options{})
		w.FailSMTP(mailtest.Fault{Stage: mailtest.AtAnswer, Delay: time.Second})
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		got := Send(ctx, serverAt(t, w.SMTP), anna, bob, composed(t), func() error {
			time.AfterFunc(100*time.Millisecond, cancel)
			return nil
		})
		if got.Outcome != Sent {
			t.Errorf("%+v", got)
		}
	})
}

func TestAuth(t *testing.T) {
	w := world(t, mailtest.Options{})
	s := serverAt(t, w.SMTP)
	if err := Check(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	s.OAuth = true
	if err := Check(t.Context(), s); err != nil {
		t.Errorf("with a bearer token: %v", err)
	}
	s.Password = password("wrong")
	for _, oauth := range []bool{false, true} {
		s.OAuth = oauth
		got := Send(t.Context(), s, anna, bob, composed(t), nothing)
		if got.Outcome != Temporary || got.Stage != StageAuth || !errors.Is(got.Err, ErrAuth) {
			t.Errorf("wrong secret, bearer token %v: %+v", oauth, got)
		}
	}
	if len(w.Submitted()) != 0 {
		t.Error("something was sent")
	}
}

func secured(t *testing.T) (conf *tls.Config, caFile string) {
	t.Helper()
	pair, caFile := certificate.Trusted(t)
	return &tls.Config{Certificates: []tls.Certificate{pair}}, caFile
}

func TestTLS(t *testing.T) {
	conf, ca := secured(t)
	implicit := world(t, mailtest.Options{TLS: conf})
	upgraded := world(t, mailtest.Options{StartTLS: conf})
	plain := world(t, mailtest.Options{})
	old := world(t, mailtest.Options{TLS: &tls.Config{Certificates: conf.Certificates, MaxVersion: tls.VersionTLS11}})
	for _, row := range []struct {
		name string
		at   *mailtest.World
		mode string
		ca   string
		host string
		ok   bool
	}{
		{"implicit", implicit, "tls", ca, "localhost", true},
		{"STARTTLS", upgraded, "starttls", ca, "localhost", true},
		{"unknown authority", implicit, "tls", "", "localhost", false},
		{"unknown authority after STARTTLS", upgraded, "starttls", "", "localhost", false},
		{"STARTTLS is taken away", plain, "starttls", ca, "localhost", false},
		{"TLS 1.1", old, "tls", ca, "localhost", false},
		{"plain to somewhere else", plain, "none", "", "mail.example.test", false},
		{"unknown mode", plain, "", "", "localhost", false},
	} {
		t.Run(row.name, func(t *testing.T) {
			s := serverAt(t, row.at.SMTP)
			s.TLS, s.CAFile, s.Host = row.mode, row.ca, row.host
			got := Send(t.Context(), s, anna, bob, composed(t), nothing)
			mail := row.at.Submitted()
			if (got.Outcome == Sent) != row.ok || row.ok && !mail[len(mail)-1].TLS {
				t.Errorf("%+v", got)
			}
			if !row.ok && got.Outcome != Temporary {
				t.Errorf("the letter itself is judged: %s", got.Outcome)
			}
		})
	}
}

// TestInjectionAfterStartTLS: who sits in between adds replies in clear text behind the one to STARTTLS.
func TestInjectionAfterStartTLS(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	var after atomic.Int32
	go func() {
		c, err := l.Accept()
		if err != nil {
			return
		}
		defer c.Close()
		b := make([]byte, 1000)
		for _, reply := range []string{"220 hello\r\n", "250-hello\r\n250 STARTTLS\r\n", "220 go on\r\n250 injected\r\n"} {
			c.Write([]byte(reply))
			n, _ := c.Read(b)
			if strings.HasPrefix(reply, "220 go") {
				after.Store(int32(n))
			}
		}
	}()
	s := serverAt(t, l.Addr().String())
	s.TLS = "starttls"
	if err := Check(t.Context(), s); !errors.Is(err, errInjected) {
		t.Errorf("got %v", err)
	}
	if n := after.Load(); n != 0 {
		t.Errorf("%d octets were sent after the injection", n)
	}
}

func TestBytesThatCannotTravelUnchangedAreRefused(t *testing.T) {
	w := world(t, mailtest.Options{})
	for name, raw := range map[string]string{
		"bare LF":        "Subject: x\n\nhello\r\n",
		"bare CR":        "Subject: x\r\n\r\nhel\rlo\r\n",
		"no end":         "Subject: x\r\n\r\nhello",
		"smuggled dot":   "Subject: x\r\n\r\nhello\n.\r\nMAIL FROM:<eve@evil.example>\r\n",
		"NUL":            "Subject: x\r\n\r\n\x00\r\n",
		"8-bit":          "Subject: ü\r\n\r\n",
		"endless line":   "Subject: " + strings.Repeat("x", 1000) + "\r\n\r\n",
		"nothing at all": "",
	} {
		if got := Send(t.Context(), serverAt(t, w.SMTP), anna, bob, []byte(raw), nothing); got.Outcome != Refused || got.Stage != StageCheck {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if got := Send(t.Context(), serverAt(t, w.SMTP), anna, "bob@firm.example>\r\nRCPT TO:<eve@evil.example", composed(t), nothing); got.Outcome != Refused {
		t.Errorf("a second recipient in the address: %+v", got)
	}
	if len(w.Submitted()) != 0 {
		t.Error("something was sent")
	}
}
