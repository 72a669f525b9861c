package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLookingWhileTheDaemonWorks(t *testing.T) {
	s := fresh(t)
	update(t, s, func(tx *Tx) error { return tx.SetCursor(cursorAt(10)) })
	r, err := OpenReader(t.Context(), s.path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	update(t, s, func(tx *Tx) error { return tx.SetCursor(cursorAt(11)) })
	if got := nextUID(t, r); got != 11 {
		t.Errorf("next UID %d, want 11: what the daemon committed last", got)
	}
	if err := r.Update(context.Background(), func(tx *Tx) error { return tx.SetCursor(cursorAt(12)) }); !errors.Is(err, errReading) {
		t.Errorf("writing gave %v", err)
	}
	if err := r.View(context.Background(), func(tx *Tx) error { return tx.SetCursor(cursorAt(12)) }); err == nil {
		t.Error("a view wrote")
	}
	if _, _, err := r.Claim(context.Background(), noon, nil); !errors.Is(err, errReading) {
		t.Errorf("claiming gave %v", err)
	}
}

func TestLookingAtWhatCannotBeRead(t *testing.T) {
	at := func(version string) func(*Store) error {
		return func(s *Store) error {
			_, err := s.writer.ExecContext(t.Context(), "PRAGMA user_version = "+version)
			return err
		}
	}
	tests := []struct {
		name string
		make func(*Store) error
		is   error
		says string
	}{
		{"a newer store", at("99"), ErrNewer, "99"},
		{"an older store", at("0"), nil, "start the daemon once"},
		{"a store that others can read", func(s *Store) error { return os.Chmod(s.path, 0o644) }, ErrLoose, "chmod 600"},
		{"none", func(s *Store) error { return os.Remove(s.path) }, fs.ErrNotExist, "when it first starts"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := fresh(t)
			if err := tt.make(s); err != nil {
				t.Fatal(err)
			}
			_, err := OpenReader(t.Context(), s.path)
			if err == nil || !strings.Contains(err.Error(), tt.says) || tt.is != nil && !errors.Is(err, tt.is) {
				t.Errorf("got %v, want %q", err, tt.says)
			}
		})
	}
}

func TestLookingMakesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "roundtwo.db")
	if _, err := OpenReader(t.Context(), path); err == nil {
		t.Error("opened what is not there")
	}
	if _, err := os.Stat(filepath.Dir(path)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("something was made: %v", err)
	}
}
