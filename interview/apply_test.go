package interview

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// The story's clock: an invitation of 2 November for the 12th at two in New York.
var (
	written = time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)
	noon    = time.Date(2026, 11, 2, 12, 0, 0, 0, time.UTC)
	newYork = mustZone("America/New_York")
)

func mustZone(name string) *time.Location {
	loc, err := Location(name)
	if err != nil {
		panic(err)
	}
	return loc
}

func session(day, hour int) Session {
	start := time.Date(2026, 11, day, hour, 0, 0, 0, newYork)
	return Session{Start: At(start), End: At(start.Add(45 * time.Minute)), Zone: "America/New_York"}
}

func invitation() Notice {
	return Notice{
		Kind: Invitation, Round: 2, Company: "Northwind Traders", Role: "Data Engineer", Sessions: []Session{session(12, 14)},
		Interviewers: []Person{{Name: "Dana Whitfield", Email: "dana@northwind.example"}},
		Sender:       Person{Name: "Priya Nair", Email: "priya@northwind.example"},
		Subject:      "Second interview", MessageID: "invite@northwind.example", Written: written,
	}
}

// scheduled is the interview after its invitation.
func scheduled(t *testing.T) Interview {
	t.Helper()
	iv, effects := Apply(Interview{ID: "K7QF"}, EventOf(invitation()), noon)
	if iv.State != Scheduled || !slices.Equal(effects, do(put, checklist)) {
		t.Fatalf("an invitation gives %s and %v", iv.State, effects)
	}
	return iv
}

// in brings an interview into a state by hand, with everything set that a rule could want.
func in(t *testing.T, s State) Interview {
	iv := scheduled(t)
	iv.State = s
	iv.Options = []Session{session(16, 9), session(17, 9)}
	iv.Picked = 1
	iv.Conflicts = []Conflict{{Field: "start", Readings: []string{"9", "10"}, Sessions: []Session{session(18, 9), session(18, 10)}}}
	iv.Dropped = s == Closed
	if s == None {
		iv = Interview{ID: "K7QF"}
	}
	return iv
}

// happening is a fresh event of a kind that says something new.
func happening(kind EventKind) Event {
	n := invitation()
	n.Written = written.Add(time.Hour)
	n.Sessions = []Session{session(20, 11)}
	n.Options = []Session{session(23, 9), session(24, 9)}
	n.Conflicts = []Conflict{{Field: "zone", Readings: []string{"a", "b"}, Sessions: []Session{session(20, 11), session(20, 14)}}}
	return Event{Kind: kind, Notice: n, Choice: 2, Fix: Fix{Company: "Northwind", Sessions: []Session{session(13, 14)}}}
}

// TestEveryCell holds the whole table against testdata/table.txt, which is also docs/states.md's source: a changed cell
// shows as a changed line.
func TestEveryCell(t *testing.T) {
	var b strings.Builder
	for _, kind := range EventKinds {
		for _, s := range States {
			if _, ok := table[kind][s]; !ok {
				t.Errorf("no cell for %q in state %q", kind, s)
			}
			next, effects := Apply(in(t, s), happening(kind), noon.Add(2*time.Hour))
			fmt.Fprintf(&b, "%-16s %-10s -> %-10s %s\n", kind, name(s), name(next.State), effectWords(effects))
		}
	}
	const golden = "testdata/table.txt"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("the table has changed (UPDATE=1 writes it anew):\n%s", firstDifference(string(want), got))
	}
	inDocs(t, string(want))
}

// inDocs holds docs/states.md to the table.
func inDocs(t *testing.T, table string) {
	t.Helper()
	text, err := os.ReadFile("../docs/states.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), table) {
		t.Error("docs/states.md does not show this table: copy it there")
	}
}

func name(s State) string {
	if s == None {
		return "none"
	}
	return string(s)
}

func effectWords(list []Effect) string {
	var out []string
	for _, e := range list {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s%s", e.Kind, e.Letter, e.Note)))
	}
	return strings.Join(out, ", ")
}

func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return "want " + w[i] + "\ngot  " + g[i]
		}
	}
	return "another number of lines"
}

func TestTheSameMailTwiceChangesNothing(t *testing.T) {
	iv := scheduled(t)
	again, effects := Apply(iv, EventOf(invitation()), noon.Add(time.Hour))
	if len(effects) != 0 || again.Sequence != iv.Sequence {
		t.Errorf("the same invitation again: effects %v, sequence %d", effects, again.Sequence)
	}
}

func TestRescheduleMovesTheSameEvent(t *testing.T) {
	iv := scheduled(t)
	n := invitation()
	n.Kind, n.Sessions, n.Written = Reschedule, []Session{session(19, 10)}, written.Add(24*time.Hour)
	moved, effects := Apply(iv, EventOf(n), noon.Add(24*time.Hour))
	if moved.UID != iv.UID || moved.Sequence != iv.Sequence+1 || !moved.Start().Equal(n.Sessions[0].Start.Time) {
		t.Errorf("moved to %s with sequence %d", moved.Start(), moved.Sequence)
	}
	if !slices.Equal(effects, do(put, changed, void)) {
		t.Errorf("effects %v", effects)
	}
	if len(moved.Done) != 0 {
		t.Error("the reminders of the old time were not forgotten")
	}
}

func TestAnOldInvitationAfterARescheduleIsIgnored(t *testing.T) {
	iv := scheduled(t)
	n := invitation()
	n.Kind, n.Sessions, n.Written = Reschedule, []Session{session(19, 10)}, written.Add(24*time.Hour)
	moved, _ := Apply(iv, EventOf(n), noon.Add(24*time.Hour))
	old, effects := Apply(moved, EventOf(invitation()), noon.Add(25*time.Hour))
	if len(effects) != 0 || !old.Start().Equal(moved.Start()) {
		t.Errorf("the old invitation moved it back to %s (%v)", old.Start(), effects)
	}
}

func TestLowerSequenceIsIgnored(t *testing.T) {
	n := invitation()
	n.UID, n.Sequence = "abc@google.com", 3
	iv, _ := Apply(Interview{}, EventOf(n), noon)
	n.Sequence, n.Sessions, n.Written = 2, []Session{session(13, 9)}, written.Add(time.Hour)
	if _, effects := Apply(iv, EventOf(n), noon); len(effects) != 0 {
		t.Errorf("sequence 2 after 3 had effects %v", effects)
	}
}

func TestAProposedTimeIsNotTakenForAgreed(t *testing.T) {
	iv := scheduled(t)
	n := invitation()
	n.Kind, n.Proposal, n.Sessions, n.Written = Reschedule, true, []Session{session(19, 10)}, written.Add(time.Hour)
	next, effects := Apply(iv, EventOf(n), noon)
	if !next.Start().Equal(iv.Start()) || next.State != Scheduled || !slices.Equal(effects, do(options)) {
		t.Errorf("now at %s, %v", next.Start(), effects)
	}
	picked, effects := Apply(next, Event{Kind: Picked, Choice: 1}, noon)
	if !picked.Start().Equal(iv.Start()) || !slices.Equal(effects, do(accept)) {
		t.Errorf("after pick at %s, %v", picked.Start(), effects)
	}
	agreed, effects := Apply(picked, Event{Kind: Accepted}, noon)
	if !agreed.Start().Equal(n.Sessions[0].Start.Time) || !slices.Equal(effects, do(put, changed, void)) {
		t.Errorf("after the acceptance at %s, %v", agreed.Start(), effects)
	}
}

func TestOptionsThenPickThenAcceptance(t *testing.T) {
	n := invitation()
	n.Options, n.Sessions = []Session{session(12, 9), session(13, 9)}, nil
	iv, effects := Apply(Interview{}, EventOf(n), noon)
	if iv.State != Proposed || !slices.Equal(effects, do(options)) {
		t.Fatalf("%s, %v", iv.State, effects)
	}
	iv, effects = Apply(iv, Event{Kind: Picked, Choice: 2}, noon)
	if !iv.Tentative || !slices.Equal(effects, do(put, accept)) {
		t.Fatalf("tentative %v, %v", iv.Tentative, effects)
	}
	if _, effects := Apply(iv, Event{Kind: Picked, Choice: 3}, noon); len(effects) != 0 {
		t.Error("a third option was picked of two")
	}
	iv, effects = Apply(iv, Event{Kind: Accepted}, noon)
	if iv.State != Scheduled || !iv.Start().Equal(n.Options[1].Start.Time) || !slices.Equal(effects, do(put, checklist)) {
		t.Fatalf("%s at %s, %v", iv.State, iv.Start(), effects)
	}
}

func TestAContradictionIsAskedAndSettled(t *testing.T) {
	n := invitation()
	n.Conflicts = []Conflict{{Field: "weekday", Readings: []string{"Thursday 12", "Friday 13"}, Sessions: []Session{session(12, 14), session(13, 14)}}}
	iv, effects := Apply(Interview{}, EventOf(n), noon)
	if iv.State != Suspected || !slices.Equal(effects, do(question)) {
		t.Fatalf("%s, %v", iv.State, effects)
	}
	iv, effects = Apply(iv, Event{Kind: Settled, Choice: 2}, noon)
	if iv.State != Scheduled || iv.Start().In(newYork).Day() != 13 || !slices.Equal(effects, do(put, checklist)) {
		t.Fatalf("%s at %s, %v", iv.State, iv.Start(), effects)
	}
}

func TestAFirstInterviewIsFollowedQuietly(t *testing.T) {
	n := invitation()
	n.Round = 1
	iv, effects := Apply(Interview{}, EventOf(n), noon)
	if iv.State != Scheduled || !slices.Equal(effects, do(put)) {
		t.Errorf("%s, %v", iv.State, effects)
	}
}

func TestAnotherInterviewerIsTold(t *testing.T) {
	iv := scheduled(t)
	n := invitation()
	n.Interviewers, n.Written = []Person{{Name: "Bob Ito"}}, written.Add(time.Hour)
	next, effects := Apply(iv, EventOf(n), noon)
	if len(next.Interviewers) != 1 || next.Interviewers[0].Name != "Bob Ito" || !slices.Equal(effects, do(put, changed, void)) {
		t.Errorf("%v, %v", next.Interviewers, effects)
	}
}

func TestAShorterNameKeepsWhatIsKnown(t *testing.T) {
	iv := scheduled(t)
	n := invitation()
	n.Interviewers, n.Written = []Person{{Name: "Dana"}}, written.Add(time.Hour)
	next, effects := Apply(iv, EventOf(n), noon)
	if next.Interviewers[0] != iv.Interviewers[0] || len(effects) != 0 {
		t.Errorf("%v, %v", next.Interviewers, effects)
	}
}

func TestApplyDoesNotChangeItsArgument(t *testing.T) {
	iv := scheduled(t)
	before := fmt.Sprint(iv)
	for _, kind := range EventKinds {
		Apply(iv, happening(kind), noon.Add(time.Hour))
	}
	if fmt.Sprint(iv) != before {
		t.Error("an event changed the interview it was applied to")
	}
}
