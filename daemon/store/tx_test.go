package store

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"roundtwo/interview"
)

func cursorAt(next uint32) Cursor {
	return Cursor{Mailbox: "work", Folder: "INBOX", Validity: 7, Next: next}
}

func nextUID(t *testing.T, s *Store) (next uint32) {
	t.Helper()
	view(t, s, func(tx *Tx) error {
		c, _, err := tx.Cursor("work", "INBOX")
		next = c.Next
		return err
	})
	return next
}

func TestUpdateTakesEverythingBack(t *testing.T) {
	broken := errors.New("could not read the message")
	tests := map[string]func(context.CancelFunc, *Tx) error{
		"on an error": func(_ context.CancelFunc, tx *Tx) error { return broken },
		"on a panic":  func(context.CancelFunc, *Tx) error { panic("nil map") },
		"when the daemon is told to stop": func(stop context.CancelFunc, _ *Tx) error {
			stop()
			return nil
		},
		"when a failed statement is overlooked": func(_ context.CancelFunc, tx *Tx) error {
			_, _ = tx.AddMessage(Message{Mailbox: "work", Folder: "INBOX", Validity: 7, UID: 1}) // no verdict: refused
			return nil
		},
		"when a note has no interview": func(_ context.CancelFunc, tx *Tx) error {
			return tx.SaveNote(&interview.Note{Interview: "GONE", Candidate: "ada"}) // refused by the commit
		},
	}
	for name, fails := range tests {
		t.Run(name, func(t *testing.T) {
			s := fresh(t)
			update(t, s, func(tx *Tx) error { return tx.SetCursor(cursorAt(10)) })
			ctx, stop := context.WithCancel(context.Background())
			defer stop()
			err := recovered(func() error {
				return s.Update(ctx, func(tx *Tx) error {
					if err := tx.SetCursor(cursorAt(11)); err != nil {
						return err
					}
					return fails(stop, tx)
				})
			})
			if err == nil {
				t.Fatal("the transaction was committed")
			}
			if got := nextUID(t, s); got != 10 {
				t.Errorf("next UID %d, want 10 as before", got)
			}
			update(t, s, func(tx *Tx) error { return tx.SetCursor(cursorAt(12)) }) // the connection is clean again
			if got := nextUID(t, s); got != 12 {
				t.Errorf("next UID %d after the transaction that followed, want 12", got)
			}
		})
	}
}

func recovered(fn func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	return fn()
}

func TestAfterAFailedStatementNothingMoreIsWritten(t *testing.T) {
	s := fresh(t)
	err := s.Update(context.Background(), func(tx *Tx) error {
		_, first := tx.AddMessage(Message{})
		second := tx.SetCursor(cursorAt(11))
		if first == nil || !errors.Is(second, first) {
			t.Errorf("after %v the next statement gave %v, want the same error", first, second)
		}
		if _, _, err := tx.Cursor("work", "INBOX"); err == nil {
			t.Error("the lost transaction can still be read")
		}
		if _, err := tx.Messages("ada", noon); err == nil {
			t.Error("the lost transaction can still be read")
		}
		return nil
	})
	if err == nil || !strings.Contains(err.Error(), "ledger") {
		t.Errorf("got %v, want the error of the statement that failed", err)
	}
}

func TestViewCannotWrite(t *testing.T) {
	s := fresh(t)
	if err := s.View(context.Background(), func(tx *Tx) error { return tx.SetCursor(cursorAt(1)) }); err == nil {
		t.Error("a view wrote a cursor")
	}
	if got := nextUID(t, s); got != 0 {
		t.Errorf("next UID %d, want none", got)
	}
}

func TestViewSeesTheLastCommitWhileAWriterWorks(t *testing.T) {
	s := fresh(t)
	update(t, s, func(tx *Tx) error { return tx.SetCursor(cursorAt(10)) })
	update(t, s, func(tx *Tx) error {
		if err := tx.SetCursor(cursorAt(11)); err != nil {
			return err
		}
		if got := nextUID(t, s); got != 10 {
			t.Errorf("a view saw UID %d, want 10: the other is not committed", got)
		}
		return nil
	})
	if got := nextUID(t, s); got != 11 {
		t.Errorf("a view saw UID %d after the commit, want 11", got)
	}
}

func TestEveryCommitIsToldBeforeAndAfter(t *testing.T) {
	var told []string
	s := fresh(t, Options{OnCommit: func(stage string) { told = append(told, stage) }})
	told = nil // the tables were made
	update(t, s, func(tx *Tx) error { return tx.SetCursor(cursorAt(10)) })
	_ = s.Update(context.Background(), func(*Tx) error { return errors.New("taken back") })
	nextUID(t, s)
	if _, _, err := s.Claim(context.Background(), noon, nil); err != nil {
		t.Fatal(err)
	}
	want := []string{"before commit 2", "after commit 2", "before commit 3", "after commit 3"}
	if !reflect.DeepEqual(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

func TestACrashBeforeTheCommitLeavesNothing(t *testing.T) {
	for point, want := range map[string]uint32{"before commit 2": 0, "after commit 2": 10} {
		t.Run(point, func(t *testing.T) {
			s := fresh(t, Options{OnCommit: func(at string) {
				if at == point {
					panic("killed")
				}
			}})
			if recovered(func() error {
				return s.Update(context.Background(), func(tx *Tx) error { return tx.SetCursor(cursorAt(10)) })
			}) == nil {
				t.Fatal("it was not killed")
			}
			if got := nextUID(t, s); got != want {
				t.Errorf("next UID %d, want %d", got, want)
			}
		})
	}
}
