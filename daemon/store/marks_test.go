package store

import "testing"

func TestAMarkIsTheLastThatWasLeft(t *testing.T) {
	s := fresh(t)
	first := Mark{Target: "home", UID: "rt-1@example.org", Candidate: "ada", Interview: "K7QF", ETag: `"1"`, Hash: "aa"}
	last := first
	last.ETag, last.Hash, last.Gone, last.Cancelled = `"2"`, "bb", true, true
	second := first
	second.UID = "rt-1-2@example.org"
	update(t, s, func(tx *Tx) error {
		for _, m := range []Mark{second, first, last} {
			if err := tx.SaveMark(m); err != nil {
				return err
			}
		}
		return nil
	})
	view(t, s, func(tx *Tx) error {
		if got, found, err := tx.Mark("home", first.UID); !found || err != nil || got != last {
			t.Errorf("got %+v, want %+v", got, last)
		}
		if _, found, _ := tx.Mark("work", first.UID); found {
			t.Error("a mark in the wrong calendar")
		}
		list, err := tx.Marks("K7QF")
		if len(list) != 2 || list[0] != second || list[1] != last {
			t.Errorf("of the interview: %+v", list)
		}
		return err
	})
}
