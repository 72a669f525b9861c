package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOpenMakesWhatOnlySheCanRead(t *testing.T) {
	s := fresh(t)
	update(t, s, func(tx *Tx) error { return tx.SetCursor(cursorAt(1)) })
	want := map[string]os.FileMode{"": 0o600, "-wal": 0o600, "-shm": 0o600, ".lock": 0o600}
	for suffix, mode := range want {
		info, err := os.Stat(s.path + suffix)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != mode {
			t.Errorf("%s has mode %o, want %o", info.Name(), info.Mode().Perm(), mode)
		}
	}
	if info, err := os.Stat(filepath.Dir(s.path)); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the directory: %v, %v; want mode 700", info.Mode(), err)
	}
}

func TestOpenRefusesWhatOthersCanRead(t *testing.T) {
	tests := map[string]struct {
		loosen func(path string) (string, os.FileMode)
		want   string
	}{
		"the file":      {func(p string) (string, os.FileMode) { return p, 0o640 }, "chmod 600 "},
		"the directory": {func(p string) (string, os.FileMode) { return filepath.Dir(p), 0o755 }, "chmod 700 "},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := fresh(t)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			loose, mode := tt.loosen(s.path)
			if err := os.Chmod(loose, mode); err != nil {
				t.Fatal(err)
			}
			_, err := Open(context.Background(), s.path)
			if !errors.Is(err, ErrLoose) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want ErrLoose with %q", err, tt.want)
			}
		})
	}
}

func TestTheSecondProcessIsToldWhoIsFirst(t *testing.T) {
	s := fresh(t)
	_, err := Open(context.Background(), s.path)
	if !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), fmt.Sprintf("process %d", os.Getpid())) {
		t.Fatalf("got %v, want ErrLocked with our process number", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	reopen(t, s.path)
}

func TestANewerStoreIsRefusedAndLeftAlone(t *testing.T) {
	s := fresh(t)
	update(t, s, func(tx *Tx) error {
		_, err := tx.exec("making it newer", "PRAGMA user_version = 99")
		return err
	})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the lock was given up the first time
		if _, err := Open(context.Background(), s.path); !errors.Is(err, ErrNewer) || !strings.Contains(err.Error(), "99") {
			t.Fatalf("got %v, want ErrNewer with its version", err)
		}
	}
}

func TestOpeningAgainKeepsEverything(t *testing.T) {
	s := fresh(t)
	update(t, s, func(tx *Tx) error { return tx.SetCursor(cursorAt(10)) })
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = reopen(t, s.path)
	if got := nextUID(t, s); got != 10 {
		t.Errorf("next UID %d, want 10", got)
	}
}

func TestOpenOfWhatIsNoStore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "letter.txt")
	if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	letter := []byte(strings.Repeat("Dear Ada, we are glad to invite you.\n", 50))
	if err := os.WriteFile(path, letter, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(context.Background(), path); !errors.Is(err, ErrDamaged) {
		t.Errorf("got %v, want ErrDamaged", err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != string(letter) {
		t.Errorf("the file was changed (%v)", err)
	}
	if _, err := Open(context.Background(), filepath.Dir(path)); err == nil {
		t.Error("a directory was opened as a store")
	}
}

func TestTheConnectionsHaveWhatTheyNeed(t *testing.T) {
	s := fresh(t)
	want := map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "10000"}
	for pragma, value := range want {
		update(t, s, func(tx *Tx) error {
			got := ""
			err := tx.conn.QueryRowContext(tx.ctx, "PRAGMA "+pragma).Scan(&got)
			if got != value {
				t.Errorf("%s is %q, want %q", pragma, got, value)
			}
			return err
		})
	}
}

func TestAPathMayHoldAnySign(t *testing.T) {
	s := reopen(t, filepath.Join(t.TempDir(), "ada?mode=memory#1 100%25", "round two.db"))
	update(t, s, func(tx *Tx) error { return tx.SetCursor(cursorAt(10)) })
	if info, err := os.Stat(s.path); err != nil || info.Size() == 0 {
		t.Errorf("nothing was written to %s: %v", s.path, err)
	}
}
