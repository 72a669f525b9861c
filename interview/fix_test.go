package interview

import (
	"slices"
	"testing"
)

func TestHerWordReplacesATimeThatWasReadWrongly(t *testing.T) {
	iv := scheduled(t)
	iv.Done[DayBefore] = noon
	next, effects := Apply(iv, Event{Kind: Retimed, Fix: Fix{Sessions: []Session{session(13, 9)}}}, noon)
	if !SameTimes(next.Sessions, []Session{session(13, 9)}) || next.Sequence != iv.Sequence+1 || !slices.Equal(effects, do(put, changed, void)) {
		t.Errorf("%v, sequence %d, %v", next.Sessions, next.Sequence, effects)
	}
	if len(next.Done) != 0 {
		t.Error("she is not reminded of the new time: the old reminder counts")
	}
}

func TestHerWordSettlesADoubt(t *testing.T) {
	iv := in(t, Suspected)
	next, effects := Apply(iv, Event{Kind: Retimed, Fix: Fix{Sessions: []Session{session(18, 12)}}}, noon)
	if next.State != Scheduled || len(next.Conflicts) != 0 || !slices.Equal(effects, do(put, checklist)) {
		t.Errorf("%s, %v, %v", next.State, next.Conflicts, effects)
	}
}

func TestARenamedPersonIsRenamedInTheScheduleToo(t *testing.T) {
	iv := scheduled(t)
	iv.Sessions[0].Interviewers = []string{"Dan Whitfield"}
	iv.Interviewers = []Person{{Name: "Dan Whitfield"}, {Name: "Marco Ruiz"}}
	fix := Fix{Interviewers: []Person{{Name: "Dana Whitfield"}, {Name: "Marco Ruiz"}}}
	next, _ := Apply(iv, Event{Kind: Corrected, Fix: fix}, noon)
	if got := next.Sessions[0].Interviewers; !slices.Equal(got, []string{"Dana Whitfield"}) {
		t.Errorf("the schedule names %v", got)
	}
	next, _ = Apply(iv, Event{Kind: Corrected, Fix: Fix{Interviewers: fix.Interviewers[1:]}}, noon)
	if got := next.Sessions[0].Interviewers; len(got) != 0 {
		t.Errorf("who does not come still stands in the schedule: %v", got)
	}
}

func TestWhatIsSoAlreadyChangesNothing(t *testing.T) {
	iv := scheduled(t)
	next, effects := Apply(iv, Event{Kind: Corrected, Fix: Fix{Company: iv.Company, Round: iv.Round}}, noon)
	if len(effects) > 0 || next.Sequence != iv.Sequence {
		t.Errorf("%v, sequence %d", effects, next.Sequence)
	}
}

func TestAFirstInterviewThatIsASecondGetsItsChecklist(t *testing.T) {
	iv := scheduled(t)
	iv.Round = 1
	_, effects := Apply(iv, Event{Kind: Corrected, Fix: Fix{Round: 2}}, noon)
	if !slices.Contains(effects, checklist) || slices.Contains(effects, changed) {
		t.Errorf("%v", effects)
	}
}

func TestWhatSheDroppedIsTakenUpAgain(t *testing.T) {
	iv := scheduled(t)
	gone, _ := Apply(iv, Event{Kind: Dropped}, noon)
	back, effects := Apply(gone, Event{Kind: TakenUp}, noon)
	if back.State != Scheduled || !slices.Contains(effects, put) || back.Sequence <= gone.Sequence {
		t.Errorf("%s, %v, sequence %d after %d", back.State, effects, back.Sequence, gone.Sequence)
	}
	if late, effects := Apply(gone, Event{Kind: TakenUp}, noon.AddDate(0, 1, 0)); late.State != Closed || len(effects) > 0 {
		t.Errorf("a month later: %s, %v", late.State, effects)
	}
}
