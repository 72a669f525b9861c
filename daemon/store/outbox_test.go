package store

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"
)

// thanks is the note to Dana on its way out.
func thanks() Effect {
	return Effect{Key: "note/12", Kind: noteSend, Mailbox: "work", Candidate: "ada", Interview: "K7QF", Note: 12,
		From: "ada@example.org", To: "dana@acme.example", MessageID: "n.1@example.org", Payload: []byte("Dear Dana\r\n"),
		Due: noon}
}

// letter is one of several letters about that interview.
func letter(n int, interviewID string) Effect {
	return Effect{Key: fmt.Sprintf("letter/checklist/%s/%d", interviewID, n), Kind: "letter", Mailbox: "work",
		Candidate: "ada", Interview: interviewID, Due: noon}
}

func enqueue(t *testing.T, s *Store, effects ...Effect) {
	t.Helper()
	update(t, s, func(tx *Tx) error {
		for _, e := range effects {
			if inserted, err := tx.Enqueue(e); err != nil || !inserted {
				t.Fatalf("%s: inserted %v, %v", e.Key, inserted, err)
			}
		}
		return nil
	})
}

func claim(t *testing.T, s *Store, now time.Time, mailboxes ...string) (Effect, bool) {
	t.Helper()
	e, found, err := s.Claim(context.Background(), now, mailboxes)
	if err != nil {
		t.Fatal(err)
	}
	return e, found
}

func settle(t *testing.T, s *Store, id int64, state EffectState, due time.Time) {
	t.Helper()
	update(t, s, func(tx *Tx) error { return tx.Settle(id, state, due, "", noon) })
}

func byKey(t *testing.T, s *Store, key string) (e Effect) {
	t.Helper()
	view(t, s, func(tx *Tx) error {
		got, found, err := tx.EffectByKey(key)
		if !found {
			t.Fatalf("%s is not in the outbox", key)
		}
		e = got
		return err
	})
	return e
}

func TestANoteGoesOutOnce(t *testing.T) {
	s := fresh(t)
	enqueue(t, s, thanks())
	if _, found := claim(t, s, noon.Add(-time.Millisecond)); found {
		t.Fatal("claimed before it was due")
	}
	e, found := claim(t, s, noon)
	if !found || e.State != Trying || e.Attempt != 1 || !e.First.Equal(noon) || string(e.Payload) != "Dear Dana\r\n" ||
		e.To != "dana@acme.example" || e.From != "ada@example.org" || e.Note != 12 || !e.Due.Equal(noon) {
		t.Fatalf("claimed %+v", e)
	}
	if _, again := claim(t, s, noon); again {
		t.Fatal("claimed twice")
	}
	if err := s.MarkDot(context.Background(), e.ID, noon); err != nil {
		t.Fatal(err)
	}
	settle(t, s, e.ID, Done, time.Time{})
	if got := byKey(t, s, "note/12"); got.State != Done || !got.Changed.Equal(noon) {
		t.Errorf("it stands as %+v", got)
	}
	update(t, s, func(tx *Tx) error {
		if inserted, err := tx.Enqueue(thanks()); inserted || err != nil {
			t.Errorf("the key was free again: %v, %v", inserted, err)
		}
		return nil
	})
	err := s.Update(context.Background(), func(tx *Tx) error { return tx.Settle(e.ID, Ready, noon, "", noon) })
	if err == nil {
		t.Error("what was done is to be done again")
	}
}

func TestTheFinalDotNeedsAClaim(t *testing.T) {
	s := fresh(t)
	enqueue(t, s, thanks())
	id := byKey(t, s, "note/12").ID
	for name, id := range map[string]int64{"of what was not claimed": id, "of nothing": 99} {
		if err := s.MarkDot(context.Background(), id, noon); err == nil {
			t.Errorf("the dot %s was allowed", name)
		}
	}
	claim(t, s, noon)
	if err := s.MarkDot(context.Background(), id, noon); err != nil {
		t.Error(err)
	}
	if err := s.MarkDot(context.Background(), id, noon); err == nil {
		t.Error("a second dot was allowed")
	}
}

func TestATemporaryRefusalIsTriedAgainLater(t *testing.T) {
	s := fresh(t)
	enqueue(t, s, thanks())
	e, _ := claim(t, s, noon)
	later := noon.Add(5 * time.Minute)
	update(t, s, func(tx *Tx) error { return tx.Settle(e.ID, Ready, later, "451 greylisted", noon) })
	if _, found := claim(t, s, noon.Add(time.Minute)); found {
		t.Fatal("claimed before it was due again")
	}
	e, found := claim(t, s, later)
	if !found || e.Attempt != 2 || !e.First.Equal(noon) || e.Error != "451 greylisted" {
		t.Errorf("claimed %v %+v, want the second attempt", found, e)
	}
}

func TestStopBeforeAndAfterItBegan(t *testing.T) {
	s := fresh(t)
	enqueue(t, s, thanks(), letter(1, "K7QF"))
	stop := func(key string) (cancelled bool) {
		update(t, s, func(tx *Tx) (err error) {
			cancelled, err = tx.CancelEffect(key)
			return err
		})
		return cancelled
	}
	if !stop("note/12") || stop("note/12") || stop("note/13") {
		t.Error("want: cancelled once, and nothing else")
	}
	e, _ := claim(t, s, noon)
	if e.Key != "letter/checklist/K7QF/1" {
		t.Errorf("claimed %s, want the letter alone", e.Key)
	}
	if stop(e.Key) {
		t.Error("cancelled what had begun")
	}
	if got := byKey(t, s, "note/12"); got.State != Cancelled {
		t.Errorf("the note is %s", got.State)
	}
}

func TestClaimOrder(t *testing.T) {
	due := func(e Effect, after time.Duration) Effect { e.Due = noon.Add(after); return e }
	note := func(key string) Effect { e := thanks(); e.Key = key; return e }
	put := Effect{Key: "cal/K7QF/1", Kind: "calendar.put", Mailbox: "work", Interview: "K7QF", Due: noon}
	other := letter(1, "MM22")
	other.Mailbox = "home"
	tests := []struct {
		name      string
		rows      []Effect
		mailboxes []string
		want      []string
	}{
		{"due longest first", []Effect{due(letter(1, "K7QF"), -time.Minute), due(letter(1, "MM22"), -time.Hour)}, nil,
			[]string{"letter/checklist/MM22/1", "letter/checklist/K7QF/1"}},
		{"the same time: first come", []Effect{letter(1, "K7QF"), letter(1, "MM22")}, nil,
			[]string{"letter/checklist/K7QF/1", "letter/checklist/MM22/1"}},
		{"the later letter of an interview waits for the earlier one", []Effect{letter(1, "K7QF"), letter(2, "K7QF")}, nil,
			[]string{"letter/checklist/K7QF/1"}},
		{"also when the earlier one is not due", []Effect{due(letter(1, "K7QF"), time.Hour), letter(2, "K7QF")}, nil, nil},
		{"but another kind does not wait", []Effect{letter(1, "K7QF"), put}, nil,
			[]string{"letter/checklist/K7QF/1", "cal/K7QF/1"}},
		{"a note waits for no other note", []Effect{due(note("note/1"), time.Hour), note("note/2")}, nil, []string{"note/2"}},
		{"letters about no interview do not wait", []Effect{letter(1, ""), letter(2, "")}, nil,
			[]string{"letter/checklist//1", "letter/checklist//2"}},
		{"one mailbox alone", []Effect{letter(1, "K7QF"), other}, []string{"home"}, []string{"letter/checklist/MM22/1"}},
		{"both mailboxes", []Effect{letter(1, "K7QF"), other}, []string{"home", "work"},
			[]string{"letter/checklist/K7QF/1", "letter/checklist/MM22/1"}},
		{"no mailbox at all", []Effect{letter(1, "K7QF")}, []string{}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := fresh(t)
			enqueue(t, s, tt.rows...)
			var got []string
			for {
				e, found := claim(t, s, noon, tt.mailboxes...)
				if !found {
					break
				}
				got = append(got, e.Key)
			}
			if fmt.Sprint(got) != fmt.Sprint(tt.want) {
				t.Errorf("claimed %q, want %q", got, tt.want)
			}
		})
	}
}

func TestTheNextLetterComesFreeWhenTheFirstIsSettled(t *testing.T) {
	for _, state := range []EffectState{Done, Failed, Unknown} {
		t.Run(string(state), func(t *testing.T) {
			s := fresh(t)
			enqueue(t, s, letter(1, "K7QF"), letter(2, "K7QF"))
			first, _ := claim(t, s, noon)
			settle(t, s, first.ID, state, time.Time{})
			if e, found := claim(t, s, noon); !found || e.Key != "letter/checklist/K7QF/2" {
				t.Errorf("claimed %v %s, want the second letter", found, e.Key)
			}
		})
	}
}

func TestNextDueSleepsUntilSomethingCanBeClaimed(t *testing.T) {
	s := fresh(t)
	next := func() (time.Time, bool) {
		due, found, err := s.NextDue(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		return due, found
	}
	if _, found := next(); found {
		t.Error("something waits in an empty outbox")
	}
	late := letter(1, "MM22")
	late.Due = noon.Add(time.Hour)
	enqueue(t, s, letter(1, "K7QF"), letter(2, "K7QF"), late)
	if due, found := next(); !found || !due.Equal(noon) {
		t.Errorf("next is due at %v, want noon", due)
	}
	claim(t, s, noon)
	if due, _ := next(); !due.Equal(late.Due) { // not the second letter, which waits for the first
		t.Errorf("next is due at %v, want one o'clock", due)
	}
	for mailbox, want := range map[string]bool{"work": true, "home": false} {
		if _, found, err := s.NextDue(context.Background(), []string{mailbox}); found != want || err != nil {
			t.Errorf("something waits in %s: %v (%v), want %v", mailbox, found, err, want)
		}
	}
}

func TestClaimedByManyAtOnceIsClaimedOnce(t *testing.T) {
	s := fresh(t)
	const rows = 60
	for n := range rows {
		enqueue(t, s, letter(n, fmt.Sprintf("I%d", n)))
	}
	var mu sync.Mutex
	var workers sync.WaitGroup
	seen := map[int64]int{}
	for range 8 {
		workers.Go(func() {
			for {
				e, found, err := s.Claim(context.Background(), noon, []string{"work"})
				if err != nil || !found {
					if err != nil {
						t.Error(err)
					}
					return
				}
				mu.Lock()
				seen[e.ID]++
				mu.Unlock()
			}
		})
	}
	workers.Wait()
	if len(seen) != rows {
		t.Errorf("%d of %d claimed", len(seen), rows)
	}
	for id, times := range seen {
		if times != 1 {
			t.Errorf("effect %d was claimed %d times", id, times)
		}
	}
}

func TestBytesAndRecipientAreFixed(t *testing.T) {
	for _, change := range []string{
		"UPDATE effect SET payload = x'00'", "UPDATE effect SET recipient = 'mallory@evil.example'",
		"UPDATE effect SET key = 'note/13'", "DELETE FROM effect", "UPDATE effect SET state = 'sent'",
	} {
		s := fresh(t)
		enqueue(t, s, thanks())
		err := s.Update(context.Background(), func(tx *Tx) error {
			_, err := tx.exec("by hand", change)
			return err
		})
		if err == nil {
			t.Errorf("%s: allowed", change)
		}
	}
}

func TestNotesAreCountedFromTheirFirstAttempt(t *testing.T) {
	s := fresh(t)
	waiting, letterToHer := thanks(), letter(1, "K7QF")
	waiting.Key, waiting.Due, waiting.Interview = "note/13", noon.Add(time.Hour), "MM22"
	enqueue(t, s, thanks(), waiting, letterToHer)
	claim(t, s, noon)
	claim(t, s, noon)
	tests := map[string]struct {
		candidate string
		since     time.Time
		want      int
	}{
		"in the last hour":      {"ada", noon.Add(-time.Hour), 1},
		"ever":                  {"ada", time.Time{}, 1},
		"since one o'clock":     {"ada", noon.Add(time.Hour), 0},
		"of somebody else":      {"grace", time.Time{}, 0},
		"from that very moment": {"ada", noon, 1},
	}
	for name, tt := range tests {
		view(t, s, func(tx *Tx) error {
			n, err := tx.CountNotes(tt.candidate, tt.since)
			if n != tt.want {
				t.Errorf("%s: %d, want %d", name, n, tt.want)
			}
			return err
		})
	}
}

func TestSettleOfNothingIsAnError(t *testing.T) {
	s := fresh(t)
	if err := s.Update(context.Background(), func(tx *Tx) error { return tx.Settle(4, Done, noon, "", noon) }); err == nil {
		t.Error("settled an effect that is not there")
	}
}

func TestEffectsOfAnInterview(t *testing.T) {
	s := fresh(t)
	enqueue(t, s, thanks(), letter(1, "MM22"), letter(1, "K7QF"))
	view(t, s, func(tx *Tx) error {
		list, err := tx.EffectsOf("K7QF")
		if len(list) != 2 || list[0].Key != "note/12" || list[1].Key != "letter/checklist/K7QF/1" {
			t.Errorf("got %+v", list)
		}
		if e, found, err := tx.Effect(list[0].ID); !found || err != nil || e.Key != "note/12" {
			t.Errorf("by number: %v, %v, %v", e.Key, found, err)
		}
		return err
	})
}
