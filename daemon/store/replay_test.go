package store

import "testing"

func TestAnAnswerCountsOnce(t *testing.T) {
	tests := []struct {
		name          string
		candidate     string
		messageID     string
		hash          string
		consumed, new bool
	}{
		{"the same mail again", "ada", "1@example.org", "aa", true, false},
		{"the same bytes, another Message-ID", "ada", "2@example.org", "aa", true, false},
		{"the same bytes, no Message-ID", "ada", "", "aa", true, false},
		{"the same Message-ID, other bytes", "ada", "1@example.org", "bb", true, false},
		{"another mail", "ada", "2@example.org", "bb", false, true},
		{"another mail without a Message-ID", "ada", "", "cc", false, true},
		{"another candidate", "grace", "1@example.org", "aa", false, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := fresh(t)
			update(t, s, func(tx *Tx) error {
				if _, err := tx.Consume("ada", "", "zz", noon); err != nil { // an earlier one without Message-ID
					return err
				}
				first, err := tx.Consume("ada", "1@example.org", "aa", noon)
				if !first {
					t.Error("the first did not count")
				}
				return err
			})
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			s = reopen(t, s.path)
			update(t, s, func(tx *Tx) error {
				if got, err := tx.Consumed(tt.candidate, tt.messageID, tt.hash); got != tt.consumed || err != nil {
					t.Errorf("consumed before: %v, %v; want %v", got, err, tt.consumed)
				}
				got, err := tx.Consume(tt.candidate, tt.messageID, tt.hash, noon)
				if got != tt.new {
					t.Errorf("counts: %v, want %v", got, tt.new)
				}
				return err
			})
		})
	}
}

func TestAnAnswerIsNeverForgotten(t *testing.T) {
	s := fresh(t)
	update(t, s, func(tx *Tx) error {
		_, err := tx.Consume("ada", "1@example.org", "aa", noon)
		return err
	})
	err := s.Update(t.Context(), func(tx *Tx) error {
		_, err := tx.exec("by hand", "DELETE FROM replay")
		return err
	})
	if err == nil {
		t.Error("an answer was forgotten and would count again")
	}
}
