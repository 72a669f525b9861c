package store

import (
	"context"
	"testing"
)

func tableExists(t *testing.T, s *Store, name string) bool {
	t.Helper()
	var n int64
	view(t, s, func(tx *Tx) (err error) {
		n, _, err = one(tx, "looking for a table", number, "SELECT count(*) FROM sqlite_schema WHERE name = ?", name)
		return err
	})
	return n == 1
}

func TestAStepThatFailsLeavesTheVersionBefore(t *testing.T) {
	s := fresh(t)
	before, err := version(t.Context(), s.writer)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.step(t.Context(), "CREATE TABLE half (n INTEGER) STRICT; CREATE TABLE half (n INTEGER)", before+1); err == nil {
		t.Fatal("the step did not fail")
	}
	if after, err := version(t.Context(), s.writer); err != nil || after != before || tableExists(t, s, "half") {
		t.Errorf("version %d with half a step, want %d as before (%v)", after, before, err)
	}
	if err := s.step(t.Context(), "CREATE TABLE whole (n INTEGER) STRICT", before+1); err != nil {
		t.Fatal(err)
	}
	if after, err := version(t.Context(), s.writer); err != nil || after != before+1 || !tableExists(t, s, "whole") {
		t.Errorf("version %d, want %d (%v)", after, before+1, err)
	}
}

func TestKilledWhileTheTablesAreMade(t *testing.T) {
	for _, point := range []string{"before commit 1", "after commit 1"} {
		t.Run(point, func(t *testing.T) {
			path := t.TempDir() + "/state/roundtwo.db"
			err := recovered(func() error {
				_, err := Open(context.Background(), path, Options{OnCommit: func(at string) {
					if at == point {
						panic("killed")
					}
				}})
				return err
			})
			if err == nil {
				t.Fatal("it was not killed")
			}
			keep(t, reopen(t, path), "K7QF")
		})
	}
}

// All tables are strict: a text in a column of numbers is a fault here, not in the letter that is written from it.
func TestEveryTableIsStrict(t *testing.T) {
	s := fresh(t)
	view(t, s, func(tx *Tx) error {
		loose, err := all(tx, "reading the tables", func(row scanner) (name string, err error) {
			err = row.Scan(&name)
			return name, err
		}, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND NOT strict AND name NOT LIKE 'sqlite%'")
		if len(loose) > 0 {
			t.Errorf("not strict: %q", loose)
		}
		return err
	})
}
