package daemon

import (
	"bytes"
	"context"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"roundtwo/daemon/mailtest"
	"roundtwo/interview"
)

// The machine dies after the server has taken the note and before its answer is read: what lies on the disk at that moment
// must already say that the note may be out.
func TestACrashBetweenTheFinalDotAndItsAnswer(t *testing.T) {
	s, request := interviewed(t, "")
	s.world.FailSMTP(mailtest.Fault{Stage: mailtest.AtAnswer, To: "dana@northwind.example", Delay: 2 * time.Second, Times: 1})
	s.answer(request, "send Dana")
	s.expect("receipt")
	s.clock.Move(s.clock.Now().Add(11 * time.Minute))
	waitFor(t, "the note to arrive", func() bool { return len(s.world.Submitted()) > 0 && lastTo(s) == "dana@northwind.example" })
	disk := filepath.Join(t.TempDir(), "disk") // as it is while the server still thinks
	s.check(os.CopyFS(disk, os.DirFS(s.cfg.State)))
	s.stop()
	s.check(os.RemoveAll(s.cfg.State))
	s.check(os.CopyFS(s.cfg.State, os.DirFS(disk)))
	s.check(private(s.cfg.State))
	s.start()
	s.pass(2 * time.Hour)
	for _, n := range s.notes() {
		if n.To.Name == "Dana Whitfield" && n.State != interview.UnknownToSend && n.State != interview.Sent {
			t.Errorf("the note is %s", n.State)
		}
	}
	if n := len(s.outside()); n != 1 {
		t.Errorf("%d notes went out", n)
	}
}

func lastTo(s *scene) string {
	all := s.world.Submitted()
	return all[len(all)-1].To[0]
}

func waitFor(t *testing.T, what string, done func() bool) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); !done(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waited in vain for %s", what)
		}
	}
}

// private gives copied files the modes that the daemon demands.
func private(dir string) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			return os.Chmod(path, 0o700)
		}
		return os.Chmod(path, 0o600)
	})
}

// Not when it is right, and not when it is wrong, at the lowest level of the log.
func TestThePasswordStandsInNoLog(t *testing.T) {
	for name, secret := range map[string]string{"the right password": hush, "a wrong one": "tr0ub4dor&3"} {
		t.Run(name, func(t *testing.T) {
			s := begin(t, "")
			s.stop()
			s.check(os.WriteFile(filepath.Join(filepath.Dir(s.cfg.State), "password"), []byte(secret), 0o600))
			var log bytes.Buffer
			d, err := Open(t.Context(), s.cfg, Options{Clock: s.clock, Log: slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))})
			s.check(err)
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			defer cancel()
			if err := d.Run(ctx); err != nil {
				t.Logf("ended: %v", err)
			}
			s.check(d.Close())
			if log.Len() == 0 {
				t.Error("nothing was logged: this shows nothing")
			}
			if strings.Contains(log.String(), secret) {
				t.Errorf("the password stands in the log:\n%s", log.String())
			}
		})
	}
}
