package interview

import (
	"slices"
	"testing"
	"time"
)

// unsure is a reading of the invitation, as it is kept.
func unsure(t *testing.T, known Interview, change func(*Notice)) Interview {
	t.Helper()
	n := invitation()
	n.Decision = Ask
	if change != nil {
		change(&n)
	}
	iv, effects := Apply(Interview{ID: "QQQQ"}, Event{Kind: Unsure, Reading: Reading{Notice: n}, Known: known}, noon)
	if !iv.Asks() || !slices.Equal(effects, do(put)) {
		t.Fatalf("a message that is not sure gives %s and %v", iv.State, effects)
	}
	return iv
}

// A likely time stands as tentative; what is offered, disputed, over or agreed already does not.
func TestWhatStandsUntilSheAnswers(t *testing.T) {
	rows := []struct {
		name   string
		known  Interview
		change func(*Notice)
		want   int
	}{
		{"one conversation to come", Interview{}, nil, 1},
		{"two of them", Interview{}, func(n *Notice) { n.Sessions = []Session{session(12, 14), session(12, 15)} }, 0},
		{"times offered", Interview{}, func(n *Notice) { n.Sessions, n.Options = nil, []Session{session(12, 14)} }, 0},
		{"a time that is asked for", Interview{}, func(n *Notice) { n.Kind, n.Proposal = Reschedule, true }, 0},
		{"a cancellation", Interview{}, func(n *Notice) { n.Kind = Cancellation }, 0},
		{"over", Interview{}, func(n *Notice) { n.Sessions = []Session{session(1, 14)} }, 0},
		{"two readings", Interview{}, func(n *Notice) {
			n.Conflicts = []Conflict{{Field: "zone", Readings: []string{"a", "b"}, Sessions: []Session{session(12, 14), session(12, 20)}}}
		}, 0},
		{"the time of the known one", scheduled(t), nil, 0},
		{"another time for the known one", scheduled(t), func(n *Notice) { n.Kind, n.Sessions = Reschedule, []Session{session(13, 10)} }, 1},
	}
	for _, r := range rows {
		if iv := unsure(t, r.known, r.change); len(iv.Sessions) != r.want || iv.Tentative != (r.want > 0) {
			t.Errorf("%s: %d sessions stand, tentative %t", r.name, len(iv.Sessions), iv.Tentative)
		}
	}
}

// Two contradictions in one message: the numbers run through both, and each answer settles its own.
func TestNumbersOfSeveralContradictions(t *testing.T) {
	n := invitation()
	n.Sessions = []Session{session(12, 14), session(13, 9)}
	n.Conflicts = []Conflict{
		{Field: "zone", Readings: []string{"New York", "Berlin"}, Sessions: []Session{session(12, 14), session(12, 8)}},
		{Field: "weekday", Readings: []string{"the 13th", "a Thursday", "a Saturday"}, Sessions: []Session{session(13, 9), session(19, 9), session(14, 9)}},
	}
	r := Reading{Notice: n}
	rows := []struct {
		numbers   []int
		want      []Session
		none, bad bool
	}{
		{[]int{1}, []Session{session(12, 14), session(13, 9)}, false, false},
		{[]int{2}, []Session{session(12, 8), session(13, 9)}, false, false},
		{[]int{2, 4}, []Session{session(12, 8), session(14, 9)}, false, false},
		{[]int{3}, []Session{session(12, 14), session(19, 9)}, false, false},
		{[]int{3, 4}, nil, false, true},
		{[]int{5}, nil, true, false},
		{[]int{1, 5}, nil, true, true},
		{[]int{6}, nil, false, true},
		{nil, nil, false, true},
	}
	for _, row := range rows {
		got, none, ok := r.Chosen(row.numbers...)
		if none != row.none || ok == row.bad || ok && !none && (!SameTimes(got.Sessions, row.want) || len(got.Conflicts) > 0 || EventOf(got).Kind != Invited) {
			t.Errorf("%v gives %v, none %t, ok %t", row.numbers, got.Sessions, none, ok)
		}
	}
	if !SameTimes(r.Notice.Sessions, n.Sessions) || len(r.Notice.Conflicts) != 2 {
		t.Error("an answer changed the reading")
	}
}

// Where no reading stands as the one that was read, there is no "as read" to choose.
func TestNoTimeWasRead(t *testing.T) {
	n := invitation()
	n.Sessions = nil
	n.Conflicts = []Conflict{{Field: "start", Readings: []string{"a", "b"}, Sessions: []Session{session(12, 14), session(12, 20)}}}
	r := Reading{Notice: n}
	if c := r.Choices(); len(c) != 3 || c[0].Kind != AnotherReading || c[2].Kind != NoInterview {
		t.Errorf("choices %v", c)
	}
	if got, _, ok := r.Chosen(2); !ok || !SameTimes(got.Sessions, []Session{session(12, 20)}) {
		t.Errorf("the second reading gives %v", got.Sessions)
	}
}

// A surer message ends the question: what stood on its account goes, whatever the message says.
func TestASurerMessageEndsTheQuestion(t *testing.T) {
	n := invitation()
	n.Written = written.Add(time.Hour)
	off, offers := n, n
	off.Kind = Cancellation
	offers.Sessions, offers.Options = nil, []Session{session(16, 9), session(17, 9)}
	for _, row := range []struct {
		n        Notice
		state    State
		sessions int
	}{{n, Scheduled, 1}, {off, Cancelled, 0}, {offers, Proposed, 0}} {
		iv, effects := Apply(unsure(t, Interview{}, nil), EventOf(row.n), noon)
		if iv.State != row.state || iv.Reading != nil || iv.Tentative || len(iv.Sessions) != row.sessions || !has(effects, PutEvent) || iv.Sequence != 1 {
			t.Errorf("%s: %s, %d sessions, sequence %d, %v", row.n.Kind, iv.State, len(iv.Sessions), iv.Sequence, effects)
		}
	}
}

// The same news again asks nothing; other news replaces the question, and takes its mark of having been shown away.
func TestOtherNewsIsAskedAnew(t *testing.T) {
	iv := unsure(t, Interview{}, nil)
	iv, _ = Apply(iv, Event{Kind: Shown}, noon)
	again := iv.Reading.Notice
	again.MessageID, again.Written = "again@northwind.example", written.Add(time.Hour)
	iv, effects := Apply(iv, Event{Kind: Unsure, Reading: Reading{Notice: again}}, noon)
	if len(effects) > 0 || iv.Reading.Asked.IsZero() || !slices.Contains(iv.Thread, again.MessageID) {
		t.Errorf("the same again: %v, asked %s", effects, iv.Reading.Asked)
	}
	other := again
	other.Sessions = []Session{session(13, 10)}
	old := iv.Reading.Digest()
	iv, effects = Apply(iv, Event{Kind: Unsure, Reading: Reading{Notice: other}}, noon)
	if !has(effects, PutEvent) || !iv.Reading.Asked.IsZero() || !SameTimes(iv.Sessions, other.Sessions) || iv.Reading.Digest() == old {
		t.Errorf("another time: %v, %v", effects, iv.Sessions)
	}
}

// The clock reminds her once, before the likely time, and lets go of what she never answered.
func TestAQuestionIsBroughtAgainOnce(t *testing.T) {
	iv, _ := Apply(unsure(t, Interview{}, nil), Event{Kind: Shown}, noon)
	start := session(12, 14).Start.Time
	if at := NextDue(iv, DefaultTiming, noon); !at.Equal(start.Add(-24 * time.Hour)) {
		t.Errorf("first due at %s", at)
	}
	if got := Due(iv, DefaultTiming, start.Add(-time.Hour)); !slices.Equal(got, []EventKind{QuestionDue}) {
		t.Errorf("due before the start: %v", got)
	}
	iv, effects := Apply(iv, Event{Kind: QuestionDue}, start.Add(-24*time.Hour))
	if !slices.Equal(effects, do(question)) {
		t.Errorf("effects %v", effects)
	}
	if got := Due(iv, DefaultTiming, start.Add(-time.Hour)); len(got) > 0 {
		t.Errorf("due again: %v", got)
	}
	end := session(12, 14).End.Time
	if got := Due(iv, DefaultTiming, end); !slices.Equal(got, []EventKind{Faded}) {
		t.Errorf("due at the end: %v", got)
	}
	if iv, _ = Apply(iv, Event{Kind: Faded}, end); iv.State != Closed || len(iv.Sessions) > 0 || iv.Dropped {
		t.Errorf("lapsed: %+v", iv)
	}
	near, _ := Apply(unsure(t, Interview{}, nil), Event{Kind: Shown}, start.Add(-10*time.Hour))
	if at := NextDue(near, DefaultTiming, noon); !at.Equal(start.Add(-4 * time.Hour)) {
		t.Errorf("asked ten hours before, due at %s", at)
	}
}

// A question about a known interview is none of the interviews that a message can be about.
func TestAQuestionAboutAnotherIsNoRival(t *testing.T) {
	k := scheduled(t)
	k.ID = "KNWN"
	q := unsure(t, k, func(n *Notice) { n.Kind, n.Sessions, n.UID = Reschedule, []Session{session(13, 10)}, "x@y" })
	k.TheirUID = "x@y"
	n := invitation()
	n.UID = "x@y"
	if id, _, rivals := Match(n, []Interview{k, q}); id != "KNWN" {
		t.Errorf("matched %q, rivals %d", id, len(rivals))
	}
	own := unsure(t, Interview{}, nil)
	if id, _, _ := Match(invitation(), []Interview{own}); id != own.ID {
		t.Errorf("a question of its own is matched as %q", id)
	}
}
