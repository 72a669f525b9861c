package interview

// EventKind is something that happens to an interview.
type EventKind string

// What messages bring.
const (
	Invited      EventKind = "invited"       // a time is fixed or confirmed, or its details change
	TimesOffered EventKind = "offered"       // times are offered, or she is asked when she is free
	Moved        EventKind = "moved"         // another time is fixed
	MoveProposed EventKind = "move proposed" // another time is asked for: "could we move to …?"
	MoveAwaited  EventKind = "move awaited"  // the time no longer holds, a new one is to be found
	CalledOff    EventKind = "called off"
	Doubtful     EventKind = "doubtful" // the message contradicts itself about the time
	Heard        EventKind = "heard"    // any other sign of life from the company
	Unsure       EventKind = "unsure"   // the message may say something about an interview: she is asked; Event.Reading
)

// What the candidate brings.
const (
	Picked    EventKind = "picked"    // she chose an option; Event.Choice
	Settled   EventKind = "settled"   // she chose a reading; Event.Choice
	Accepted  EventKind = "accepted"  // her acceptance was sent
	Debriefed EventKind = "debriefed" // she told how it went
	Retimed   EventKind = "retimed"   // she gave the right time, perhaps with more; Event.Fix
	Corrected EventKind = "corrected" // she put other details right; Event.Fix
	Dropped   EventKind = "dropped"   // she wants to hear no more of it
	TakenUp   EventKind = "taken up"  // after all it is one
	Denied    EventKind = "denied"    // what was asked about is no interview of hers
)

// What the clock brings.
const (
	DayBeforeDue   EventKind = "day before due"
	HoursBeforeDue EventKind = "hours before due"
	Ended          EventKind = "ended"
	DebriefDue     EventKind = "debrief due"
	NotesDue       EventKind = "notes due"
	SilenceDue     EventKind = "silence due" // a week without an answer
	Faded          EventKind = "faded"       // nothing more is expected
	Shown          EventKind = "shown"       // she was asked about a reading
	QuestionDue    EventKind = "question due"
)

// EventKinds lists them all, in the order above.
var EventKinds = []EventKind{
	Invited, TimesOffered, Moved, MoveProposed, MoveAwaited, CalledOff, Doubtful, Heard, Unsure,
	Picked, Settled, Accepted, Debriefed, Retimed, Corrected, Dropped, TakenUp, Denied,
	DayBeforeDue, HoursBeforeDue, Ended, DebriefDue, NotesDue, SilenceDue, Faded, Shown, QuestionDue,
}

// States lists them all.
var States = []State{None, Suspected, Proposed, Scheduled, Held, Closed, Cancelled}

// Event is one thing that happened to one interview.
type Event struct {
	Kind    EventKind
	Notice  Notice    // of what messages bring
	Choice  int       // of Picked and Settled, from 1
	Fix     Fix       // of Retimed and Corrected
	Reading Reading   // of Unsure
	Known   Interview // of Unsure: the interview that the message would change; the zero one where it is one of its own
}

// EventOf says what a notice does. A message that contradicts itself about the time is doubtful whatever else it is.
func EventOf(n Notice) Event {
	return Event{Kind: eventKind(n), Notice: n}
}

func eventKind(n Notice) EventKind {
	fixed := len(n.Sessions) > 0
	switch {
	case n.Kind == Other:
		return Heard
	case n.Kind == Cancellation:
		return CalledOff
	case disputed(n):
		return Doubtful
	case n.Kind == Reschedule && n.Proposal:
		return MoveProposed
	case n.Kind == Reschedule && fixed:
		return Moved
	case n.Kind == Reschedule && len(n.Options) > 0:
		return MoveProposed
	case n.Kind == Reschedule:
		return MoveAwaited
	case fixed:
		return Invited
	}
	return TimesOffered
}

// disputed reports a contradiction that changes the time: it has a session for each reading.
func disputed(n Notice) bool {
	for _, c := range n.Conflicts {
		if len(c.Sessions) > 1 {
			return true
		}
	}
	return false
}

// surer reports an event by which a question whether a message was read rightly is no longer open: another message that is
// sure, or her own word.
func (k EventKind) surer() bool {
	switch k {
	case Invited, TimesOffered, Moved, MoveProposed, MoveAwaited, CalledOff, Doubtful, Retimed:
		return true
	}
	return false
}

// EffectKind is something that is to be done in the world after an event.
type EffectKind string

// The effects. The daemon has one function for each.
const (
	PutEvent     EffectKind = "calendar.put" // bring our event into line with the interview
	WriteLetter  EffectKind = "letter"       // to the candidate; Effect.Letter says which
	DraftNotes   EffectKind = "note.draft"   // write notes of Effect.Note and ask for approval
	VoidRequests EffectKind = "request.void" // what was shown no longer holds
)

// LetterKind names a letter to the candidate.
type LetterKind string

// The letters that an event of an interview can cause. Package drafts writes these and more.
const (
	ChecklistLetter LetterKind = "checklist"
	ChangedLetter   LetterKind = "changed"
	CancelledLetter LetterKind = "cancelled"
	OptionsLetter   LetterKind = "options"
	QuestionLetter  LetterKind = "question"
	ReminderLetter  LetterKind = "reminder"
	DebriefLetter   LetterKind = "debrief"
)

// Effect is one thing to be done.
type Effect struct {
	Kind   EffectKind
	Letter LetterKind
	Note   NoteKind
}
