package interview

import "time"

// State is where an interview stands.
type State string

// The states of an interview, in the order in which they usually come. None is an interview that is not kept yet.
const (
	None      State = ""
	Suspected State = "suspected" // something needed is missing or contradictory; she was asked
	Proposed  State = "proposed"  // times are offered, or a new time is awaited
	Scheduled State = "scheduled"
	Held      State = "held" // its end has passed
	Closed    State = "closed"
	Cancelled State = "cancelled"
)

// Reminder names what the clock has brought already, so that it is brought once for each time agreed.
type Reminder string

// What the clock brings.
const (
	DayBefore   Reminder = "day before"
	HoursBefore Reminder = "hours before"
	DebriefAsk  Reminder = "debrief"
	NotesAsk    Reminder = "notes"
	FollowUpAsk Reminder = "follow-up"
	QuestionAsk Reminder = "question"
)

// Interview is one interview of one candidate: what is known of it, and how far it has come.
type Interview struct {
	ID        string // short, unguessable enough for a subject line: "K7QF"
	Candidate string // name of the candidate in the configuration
	State     State

	Round        int
	Company      string
	Role         string
	Sessions     []Session
	Options      []Session
	Interviewers []Person
	Sender       Person
	Format       Format
	Location     string
	Link         string
	Phone        string
	RespondBy    Moment
	Bring        []string
	Warnings     []string
	Conflicts    []Conflict // open contradictions, until she settles them
	Tentative    bool       // she has picked a time, her acceptance is not sent yet; or a new time is awaited
	Pending      *Notice    // what could not be placed yet: applied when she has settled the question
	Rivals       []string   // interviews that Pending may be about, in the order in which she is asked
	Reading      *Reading   // how a message was read that she is asked about; nil: everything here counts
	Dropped      bool       // she wants to hear no more of it
	Picked       int        // the option she chose, from 1; 0 before

	TheirUID      string // of the company's calendar event
	TheirSequence int
	UID           string // of our event: rt-…@domain; never changes
	Sequence      int    // of our event: raised by every change that reaches the calendar

	Subject   string   // of the conversation, without Re:
	ReplyTo   string   // Message-ID that a note answers; empty when never seen
	Thread    []string // every Message-ID of the conversation seen so far
	Created   time.Time
	Updated   time.Time
	Agreed    time.Time              // when the present times became known to us
	Written   time.Time              // when the last message that was followed was written
	LastHeard time.Time              // last message from the company
	HearBack  Moment                 // when they said they would answer
	Done      map[Reminder]time.Time // what the clock has brought, and when
}

// Start is the start of the first session; zero when no time is fixed.
func (iv Interview) Start() time.Time {
	if len(iv.Sessions) == 0 {
		return time.Time{}
	}
	return iv.Sessions[0].Start.Time
}

// End is when the last session ends; zero when no time is fixed.
func (iv Interview) End() time.Time {
	var end time.Time
	for _, s := range iv.Sessions {
		if u := s.Until(); u.After(end) {
			end = u
		}
	}
	return end
}

// NoteState is where a message in her name stands.
type NoteState string

// The states of a note. Only Sending and what follows it has ever touched a mail server.
const (
	NoteNone      NoteState = ""
	Drafted       NoteState = "drafted"
	Asked         NoteState = "asked"
	Approved      NoteState = "approved" // held for some minutes, in which stop works
	Sending       NoteState = "sending"
	Sent          NoteState = "sent"
	Declined      NoteState = "declined"
	Postponed     NoteState = "postponed"
	Expired       NoteState = "expired"
	Failed        NoteState = "failed"
	UnknownToSend NoteState = "unknown" // the server took it or did not: only she or her Sent folder can tell
)

// NoteKind is what a message in her name is for. All are shown and approved in the same way.
type NoteKind string

// The kinds of message in her name.
const (
	ThankYou   NoteKind = "thank-you"
	FollowUp   NoteKind = "follow-up"
	Acceptance NoteKind = "acceptance" // of one of the times offered
	Enquiry    NoteKind = "enquiry"    // what the invitation leaves open: format, people, length, what to bring
)

// Note is one message in her name to one person.
type Note struct {
	ID        int64 // given by the store
	Interview string
	Candidate string
	Kind      NoteKind
	State     NoteState
	To        Person
	Subject   string
	Text      string   // the whole text as it would be sent
	Blanks    []string // what only she can fill in; a note with blanks is not sent
	Sources   []Source // what each sentence rests on
	Edited    bool     // she wrote or changed it herself
	MessageID string   // without brackets
	InReplyTo string   // without brackets
	Raw       []byte   // the exact bytes that are shown, kept in Drafts and sent
	Request   string   // the request in which it was last shown
	Number    int      // its number in that request, from 1
	Hold      time.Time
	Again     time.Time // postponed until
	Created   time.Time
	Updated   time.Time
	Reply     string // the server's words when it failed

	// RecalledBy is what called the note back while it was being handed over (NoteStop or NoteVoid): this attempt is the last.
	RecalledBy NoteEvent `json:",omitempty"`
}

// Source says what a sentence of a note rests on.
type Source struct {
	Sentence string
	Facts    []string // in words: "your words of 3 December: worked", "the invitation"
	Words    string   `json:",omitempty"` // what she said, when it rests on that
}

// FactKind is what a remembered fact is about.
type FactKind string

// The kinds of fact, each with the tag by which she can name it in an answer. Tags are never required.
const (
	Discussed   FactKind = "discussed" // free words about the conversation
	AskedHer    FactKind = "asked"     // Q: what they asked
	SheAnswered FactKind = "answered"  // A: what she answered
	Struggled   FactKind = "struggled"
	Worked      FactKind = "worked"
	Unsaid      FactKind = "unsaid"
	Concern     FactKind = "concern"
	Told        FactKind = "told" // a story she told
	AskNext     FactKind = "ask-next"
	SheAsked    FactKind = "i-asked" // ME: what she asked, with the answer
	Problem     FactKind = "problem" // a problem they named
	Met         FactKind = "met"     // Name <mail>
	HearBackBy  FactKind = "hear-back"
	Reason      FactKind = "reason" // one honest reason why she wants this
	Feedback    FactKind = "feedback"
	Delivery    FactKind = "delivery"
	Channel     FactKind = "channel" // mail, phone or none: how this person may be thanked
	Story       FactKind = "story"   // S:/T:/A:/R:
	Offered     FactKind = "offered" // more that she promised to send
	Research    FactKind = "research"
	Posting     FactKind = "posting"
	Decision    FactKind = "decision"
	Opening     FactKind = "opening-reason"
)

// Fact is one thing that she said or that an invitation states, kept from round to round.
type Fact struct {
	ID        int64
	Candidate string
	Company   string
	Interview string
	Person    string // name; empty: about the conversation as a whole
	Kind      FactKind
	Text      string
	At        time.Time
	Source    string // Message-ID of the answer it was read from
}

// Memory is what is remembered about one company when a letter is written.
type Memory struct {
	Earlier []Interview // other rounds there, oldest first
	Facts   []Fact      // oldest first
}

// About picks the facts about one person.
func (m Memory) About(name string) []Fact {
	var out []Fact
	for _, f := range m.Facts {
		if f.Person == name {
			out = append(out, f)
		}
	}
	return out
}

// Of picks the facts of one kind.
func (m Memory) Of(kind FactKind) []Fact {
	var out []Fact
	for _, f := range m.Facts {
		if f.Kind == kind {
			out = append(out, f)
		}
	}
	return out
}
