package store

import (
	"context"
	"testing"
	"time"
)

// after opens the store again as a daemon does that was killed: no settling, no goodbye.
func after(t *testing.T, s *Store, now time.Time) (*Store, int) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = reopen(t, s.path)
	n, err := s.Recover(context.Background(), now)
	if err != nil {
		t.Fatal(err)
	}
	return s, n
}

func TestKilledAndOpenedAgain(t *testing.T) {
	put := Effect{Key: "cal/K7QF/1", Kind: "calendar.put", Mailbox: "work", Interview: "K7QF", Due: noon}
	tests := []struct {
		name   string
		effect Effect
		dot    bool
		want   EffectState
	}{
		{"a note before its final dot goes out after all", thanks(), false, Ready},
		{"a note after its final dot is a question to her", thanks(), true, Unknown},
		{"a letter to her before its final dot is repeated", letter(1, "K7QF"), false, Ready},
		{"a letter to her after its final dot is repeated", letter(1, "K7QF"), true, Ready},
		{"a calendar entry is repeated", put, false, Ready},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := fresh(t)
			enqueue(t, s, tt.effect)
			e, _ := claim(t, s, noon)
			if tt.dot {
				if err := s.MarkDot(context.Background(), e.ID, noon); err != nil {
					t.Fatal(err)
				}
			}
			s, n := after(t, s, noon.Add(time.Minute))
			if n != 1 {
				t.Errorf("%d effects were taken up, want 1", n)
			}
			got := byKey(t, s, tt.effect.Key)
			if got.State != tt.want || got.Attempt != 1 || !got.First.Equal(noon) || !got.Changed.Equal(noon.Add(time.Minute)) {
				t.Errorf("it stands as %+v, want %s with its attempt", got, tt.want)
			}
			e, found := claim(t, s, noon.Add(time.Minute))
			if found != (tt.want == Ready) {
				t.Fatalf("claimed again: %v", found)
			}
			if found && e.Attempt != 2 {
				t.Errorf("attempt %d, want 2", e.Attempt)
			}
		})
	}
}

func TestRecoverLeavesTheRestAlone(t *testing.T) {
	s := fresh(t)
	enqueue(t, s, letter(1, "A"), letter(1, "B"), letter(1, "C"), letter(1, "D"))
	for _, state := range []EffectState{Done, Failed, Unknown} {
		e, _ := claim(t, s, noon)
		settle(t, s, e.ID, state, time.Time{})
	}
	s, n := after(t, s, noon)
	if n != 0 {
		t.Errorf("%d effects were taken up, want none", n)
	}
	want := map[string]EffectState{"A": Done, "B": Failed, "C": Unknown, "D": Ready}
	for id, state := range want {
		if got := byKey(t, s, "letter/checklist/"+id+"/1"); got.State != state {
			t.Errorf("%s stands as %s, want %s", id, got.State, state)
		}
	}
}

func TestAKillAroundTheDot(t *testing.T) {
	// The dot is committed before it is written: killed before that commit nothing went out, after it perhaps.
	for point, want := range map[string]EffectState{"before commit 4": Ready, "after commit 4": Unknown} {
		t.Run(point, func(t *testing.T) {
			s := fresh(t, Options{OnCommit: func(at string) { // 1 tables, 2 enqueue, 3 claim, 4 dot
				if at == point {
					panic("killed")
				}
			}})
			enqueue(t, s, thanks())
			e, _ := claim(t, s, noon)
			if recovered(func() error { return s.MarkDot(context.Background(), e.ID, noon) }) == nil {
				t.Fatal("it was not killed")
			}
			s, _ = after(t, s, noon)
			if got := byKey(t, s, "note/12"); got.State != want {
				t.Errorf("the note is %s, want %s", got.State, want)
			}
		})
	}
}
