package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"testing"
)

// fill commits batches of rows until the store refuses.
func fill(s *Store) (batches uint32, err error) {
	for ; batches < 100; batches++ {
		if err := s.Update(context.Background(), func(tx *Tx) error { return batch(tx, batches*100) }); err != nil {
			return batches, err
		}
	}
	return batches, nil
}

func limitPages(t *testing.T, s *Store, pages string) {
	t.Helper()
	if _, err := s.writer.ExecContext(t.Context(), "PRAGMA max_page_count = "+pages); err != nil {
		t.Fatal(err)
	}
}

func TestAFullDiskLosesNothing(t *testing.T) {
	s := fresh(t)
	limitPages(t, s, "120")
	batches, err := fill(s)
	if !errors.Is(err, ErrFull) || !strings.Contains(err.Error(), "free some space") || !strings.Contains(err.Error(), s.path) {
		t.Fatalf("got %v, want ErrFull with what to do and where", err)
	}
	rows := func() (n int) {
		view(t, s, func(tx *Tx) error {
			list, err := tx.Messages("ada", noon)
			n = len(list)
			return err
		})
		return n
	}
	if got := rows(); got != int(batches)*100 || nextUID(t, s) != batches*100 {
		t.Fatalf("%d rows and cursor at %d after %d batches: half a batch was kept", got, nextUID(t, s), batches)
	}
	limitPages(t, s, "100000")
	update(t, s, func(tx *Tx) error { return batch(tx, batches*100) })
	if got := rows(); got != int(batches+1)*100 {
		t.Errorf("%d rows when there was space again, want %d", got, (batches+1)*100)
	}
}

func TestAStoreThatCannotBeWritten(t *testing.T) {
	s := fresh(t)
	if _, err := s.writer.ExecContext(t.Context(), "PRAGMA query_only = 1"); err != nil {
		t.Fatal(err)
	}
	err := s.Update(context.Background(), func(tx *Tx) error { return tx.SetCursor(cursorAt(1)) })
	if !errors.Is(err, ErrReadOnly) || !strings.Contains(err.Error(), "check owner and mode") {
		t.Errorf("got %v, want ErrReadOnly with what to do", err)
	}
}

func TestAnotherProgramHoldsTheFile(t *testing.T) {
	s := fresh(t)
	if _, err := s.writer.ExecContext(t.Context(), "PRAGMA busy_timeout = 1"); err != nil {
		t.Fatal(err)
	}
	other, err := sql.Open("sqlite", dsn(s.path, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	tx, err := other.BeginTx(t.Context(), nil) // immediate, by the name of the file
	if err != nil {
		t.Fatal(err)
	}
	err = s.Update(context.Background(), func(tx *Tx) error { return tx.SetCursor(cursorAt(1)) })
	if !errors.Is(err, ErrBusy) {
		t.Errorf("got %v, want ErrBusy", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	update(t, s, func(tx *Tx) error { return tx.SetCursor(cursorAt(1)) })
}

func TestAfterCloseEverythingFails(t *testing.T) {
	s := fresh(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Update(context.Background(), func(*Tx) error { return nil }); err == nil {
		t.Error("a closed store was changed")
	}
	if _, _, err := s.Claim(context.Background(), noon, nil); err == nil {
		t.Error("a closed store gave an effect")
	}
}
