package store

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"roundtwo/interview"
)

// noon is when the stories begin.
var noon = time.Date(2026, 12, 1, 12, 0, 0, 0, time.UTC)

// fresh opens an empty store.
func fresh(t *testing.T, options ...Options) *Store {
	t.Helper()
	return reopen(t, filepath.Join(t.TempDir(), "state", "roundtwo.db"), options...)
}

func reopen(t *testing.T, path string, options ...Options) *Store {
	t.Helper()
	s, err := Open(t.Context(), path, options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// update commits what fn does.
func update(t *testing.T, s *Store, fn func(*Tx) error) {
	t.Helper()
	if err := s.Update(context.Background(), fn); err != nil {
		t.Fatal(err)
	}
}

// view reads with fn.
func view(t *testing.T, s *Store, fn func(*Tx) error) {
	t.Helper()
	if err := s.View(context.Background(), fn); err != nil {
		t.Fatal(err)
	}
}

// keep saves an interview of that number.
func keep(t *testing.T, s *Store, id string) {
	t.Helper()
	update(t, s, func(tx *Tx) error {
		return tx.SaveInterview(interview.Interview{ID: id, Candidate: "ada", State: interview.Scheduled, Created: noon})
	})
}
