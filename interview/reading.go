package interview

import (
	"fmt"
	"hash/fnv"
	"slices"
	"time"
)

// Reading is how a message was read that may be about an interview of hers. Nothing of it counts before she has said so; an
// interview that it would change stands as it is meanwhile.
type Reading struct {
	Notice   Notice
	About    string            // the known interview that it would change; "" for one of its own
	Stranger bool              // who wrote has had nothing to do with that interview
	Words    map[string]string // field ("sessions[0].start") → the words of the message that it was read from
	From     string            // where the message came from, in words
	Asked    time.Time         // when she was shown it; zero: not yet
}

// Choice is what one number means in the question whether a message was read rightly.
type Choice struct {
	Kind     ChoiceKind
	Conflict int // of AnotherReading: which of Notice.Conflicts
	Reading  int // of AnotherReading: which of its readings
}

// ChoiceKind is the kind of a Choice.
type ChoiceKind string

// The kinds of choice.
const (
	AsRead         ChoiceKind = "as read"
	AnotherReading ChoiceKind = "another reading"
	NoInterview    ChoiceKind = "not an interview"
)

// Choices are the numbered answers, from 1: as it was read, where that says a time; each other reading of what the message
// contradicts itself about; and last, that it is no interview of hers. What she does not name stays as it was read.
func (r Reading) Choices() []Choice {
	var out []Choice
	if !disputed(r.Notice) || len(r.Notice.Sessions) > 0 {
		out = append(out, Choice{Kind: AsRead})
	}
	for i, c := range r.Notice.Conflicts {
		if len(c.Sessions) < 2 {
			continue
		}
		for j, s := range c.Sessions {
			if placeOf(r.Notice.Sessions, []Session{s}) < 0 {
				out = append(out, Choice{AnotherReading, i, j})
			}
		}
	}
	return append(out, Choice{Kind: NoInterview})
}

// Chosen gives the notice as she says that it is to be read, without contradictions: by one number of Choices, or by one for
// each thing that was asked. none: it is no interview. ok is false for numbers that are not there, or that contradict each
// other.
func (r Reading) Chosen(numbers ...int) (n Notice, none, ok bool) {
	choices, seen := r.Choices(), map[int]bool{}
	n = r.Notice
	n.Decision, n.Sessions = Take, slices.Clone(n.Sessions)
	for _, number := range numbers {
		if number < 1 || number > len(choices) {
			return n, false, false
		}
		c := choices[number-1]
		switch {
		case c.Kind == NoInterview:
			return n, true, len(numbers) == 1
		case c.Kind == AnotherReading && seen[c.Conflict]:
			return n, false, false
		case c.Kind == AnotherReading:
			seen[c.Conflict] = true
			n.Sessions = replaced(n.Sessions, n.Conflicts[c.Conflict], c.Reading)
		}
	}
	n.Conflicts = nil
	return n, false, len(numbers) > 0
}

// replaced puts a reading of a conflict in the place of the session that the conflict is about. Where there is none it is
// the only session.
func replaced(sessions []Session, c Conflict, reading int) []Session {
	chosen := c.Sessions[reading]
	i := placeOf(sessions, c.Sessions)
	if i < 0 {
		return []Session{chosen}
	}
	if len(chosen.Interviewers) == 0 {
		chosen.Interviewers, chosen.Topic = sessions[i].Interviewers, sessions[i].Topic
	}
	out := slices.Clone(sessions)
	out[i] = chosen
	return out
}

// placeOf is the first session that begins when one of the readings does; -1 where none does.
func placeOf(sessions, readings []Session) int {
	return slices.IndexFunc(sessions, func(s Session) bool {
		return slices.ContainsFunc(readings, func(r Session) bool { return r.Start.Equal(s.Start) })
	})
}

// Digest names what she is asked about, so that an answer to an older question is not taken for one to this.
func (r Reading) Digest() string {
	h := fnv.New64a()
	n := r.Notice
	fmt.Fprintf(h, "%s|%s|%d|%s|%d|%d|%s", n.Kind, n.MessageID, n.Written.Unix(), n.Company, n.Round, len(r.Choices()), starts(n.Sessions, n.Options))
	for _, c := range n.Conflicts {
		fmt.Fprintf(h, "|%s", starts(c.Sessions))
	}
	return fmt.Sprintf("%016x", h.Sum64())
}

func starts(lists ...[]Session) (out string) {
	for _, list := range lists {
		for _, s := range list {
			out += s.Start.Time.UTC().Format("20060102T1504") + ","
		}
	}
	return out
}

// SameNews reports whether another message says what this one does: then she is not asked again.
func (r Reading) SameNews(n Notice) bool {
	m := r.Notice
	return m.Kind == n.Kind && SameTimes(m.Sessions, n.Sessions) && SameTimes(m.Options, n.Options) &&
		slices.EqualFunc(m.Conflicts, n.Conflicts, sameConflict)
}

// Until is when the last time that the message names is over; zero where it names none.
func (r Reading) Until() time.Time {
	var out time.Time
	for _, list := range [][]Session{r.Notice.Sessions, r.Notice.Options} {
		for _, s := range list {
			out = latest(out, s.Until())
		}
	}
	for _, c := range r.Notice.Conflicts {
		for _, s := range c.Sessions {
			out = latest(out, s.Until())
		}
	}
	return out
}

// First is the first time that the message names and that is still to come: by that the questions are put in order. Zero
// where there is none.
func (r Reading) First(now time.Time) time.Time {
	var out time.Time
	look := func(list []Session) {
		for _, s := range list {
			if s.Until().After(now) && (out.IsZero() || s.Start.Time.Before(out)) {
				out = s.Start.Time
			}
		}
	}
	look(r.Notice.Sessions)
	look(r.Notice.Options)
	for _, c := range r.Notice.Conflicts {
		look(c.Sessions)
	}
	return out
}

// likely are the times that stand in her calendar, as tentative, until she has answered: of one conversation that is still
// to come, and that nothing speaks against. known is the interview that it would change, if it is one.
func (r Reading) likely(known Interview, now time.Time) []Session {
	n := r.Notice
	fixed := (n.Kind == Invitation || n.Kind == Reschedule) && !n.Proposal && len(n.Sessions) == 1 && !disputed(n)
	if !fixed || !n.Sessions[0].Until().After(now) || SameTimes(n.Sessions, known.Sessions) {
		return nil
	}
	return slices.Clone(n.Sessions)
}

// Asks reports an interview that is a question so far: whether a message was read rightly.
func (iv Interview) Asks() bool { return iv.State == Suspected && iv.Reading != nil }

// Refused reports a message that says again what she has said is no interview of hers.
func (iv Interview) Refused(n Notice) bool {
	return iv.Dropped && iv.Reading != nil && iv.Reading.SameNews(n) && (sameThread(n, iv) || n.Sender.Email != "" && n.Sender == iv.Reading.Notice.Sender)
}

// Read is the interview as the message was read that she is asked about: what the question shows, and what her corrections
// are read against.
func (iv Interview) Read() Interview {
	if iv.Reading == nil {
		return iv
	}
	iv = iv.clone()
	iv.Sessions, iv.Options = slices.Clone(iv.Reading.Notice.Sessions), slices.Clone(iv.Reading.Notice.Options)
	return iv
}

// suspect keeps a message that she is asked about. What is known of the interview that it would change describes it, where
// the message does not.
func suspect(iv *Interview, e Event, now time.Time) bool {
	if old := iv.Reading; old != nil {
		iv.hear(e.Reading.Notice)
		if old.SameNews(e.Reading.Notice) || e.Reading.Notice.Written.Before(old.Notice.Written) {
			return false
		}
	}
	k := e.Known
	set(&iv.Company, k.Company)
	set(&iv.Role, k.Role)
	set(&iv.Subject, k.Subject)
	if iv.Round == 0 {
		iv.Round = k.Round
	}
	if len(iv.Interviewers) == 0 {
		iv.Interviewers = k.Interviewers
	}
	r := e.Reading
	r.About = k.ID
	iv.hear(r.Notice)
	iv.fill(r.Notice)
	iv.Reading, iv.Sessions = &r, r.likely(k, now)
	iv.Tentative = len(iv.Sessions) > 0
	delete(iv.Done, QuestionAsk)
	return true
}

// shown remembers that she was asked.
func shown(iv *Interview, _ Event, now time.Time) bool {
	if iv.Reading == nil || !iv.Reading.Asked.IsZero() {
		return false
	}
	r := *iv.Reading
	r.Asked = now
	iv.Reading = &r
	return true
}

// denied: it is no interview of hers. The reading is kept, in case she says later that it is one after all.
func denied(iv *Interview, e Event, now time.Time) bool {
	if iv.Reading != nil {
		iv.Sessions, iv.Tentative = nil, false
	}
	return drop(iv, e, now)
}

// lapse ends what nothing more is expected of; a question that she did not answer leaves no time behind it.
func lapse(iv *Interview, _ Event, _ time.Time) bool {
	if iv.Reading != nil {
		iv.Sessions, iv.Tentative = nil, false
	}
	return true
}

// unsuspect forgets a reading because something surer has come: what stood in the calendar on its account goes.
func (iv *Interview) unsuspect() (stood bool) {
	if iv.Reading == nil {
		return false
	}
	stood = len(iv.Sessions) > 0
	iv.Reading, iv.Sessions, iv.Tentative = nil, nil, false
	delete(iv.Done, QuestionAsk)
	return stood
}

// questions are what the clock brings to a reading that she was asked about: one reminder before the time that it names,
// and its end. A day alone counts from its morning.
func questions(iv Interview, t Timing) []appointment {
	r := *iv.Reading
	until := r.Until()
	if until.IsZero() {
		until = iv.Updated.Add(t.Fade)
	}
	out := []appointment{{at: until, kind: Faded}}
	start := r.First(r.Asked)
	if _, done := iv.Done[QuestionAsk]; done || r.Asked.IsZero() || start.IsZero() {
		return out
	}
	for _, before := range []time.Duration{t.DayBefore, t.HoursBefore} {
		if at := start.Add(-before); r.Asked.Before(at) {
			return append(out, appointment{at: at, last: start, kind: QuestionDue})
		}
	}
	return out
}
