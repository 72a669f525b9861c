// Package interview says what an interview is: the times, people and places that an invitation names, the states
// that an interview and a note go through, and which interview a message is about.
//
// It is the one vocabulary that parse (which fills it), drafts (which writes from it) and daemon (which keeps and
// acts on it) share. It does no I/O: the time is always passed in.
package interview

import (
	"encoding/json"
	"fmt"
	"time"

	"roundtwo/interview/zone"
)

// Kind is what a message does to an interview.
type Kind string

// The kinds of message. Other is everything that is about no interview of hers: refusals, receipts, job alerts.
const (
	Invitation   Kind = "invitation"
	Reschedule   Kind = "reschedule"
	Cancellation Kind = "cancellation"
	Other        Kind = "other"
)

// Format is how the interview is held; empty where no message said so.
type Format string

// The formats.
const (
	Video  Format = "video"
	Onsite Format = "onsite"
	Phone  Format = "phone"
)

// Moment is a point in time, or a day alone where no clock time was given. The zero Moment means "not stated".
type Moment struct {
	Time     time.Time // in the zone of the interview; midnight in that zone for a day alone
	DateOnly bool
}

// At makes the Moment of an instant.
func At(t time.Time) Moment { return Moment{Time: t} }

// IsZero reports whether nothing was stated.
func (m Moment) IsZero() bool { return m.Time.IsZero() }

// Equal reports whether both name the same instant, or the same day.
func (m Moment) Equal(o Moment) bool {
	if m.DateOnly || o.DateOnly {
		return m.DateOnly == o.DateOnly && m.String() == o.String()
	}
	return m.Time.Equal(o.Time)
}

// String is RFC 3339 with the offset of that day, the date alone, or "".
func (m Moment) String() string {
	switch {
	case m.IsZero():
		return ""
	case m.DateOnly:
		return m.Time.Format(time.DateOnly)
	}
	return m.Time.Format(time.RFC3339)
}

// MarshalText writes String.
func (m Moment) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what MarshalText writes. The zone comes back as a fixed offset; Session.UnmarshalJSON puts the
// named zone on again.
func (m *Moment) UnmarshalText(text []byte) error {
	s := string(text)
	if s == "" {
		*m = Moment{}
		return nil
	}
	layout, dateOnly := time.RFC3339, false
	if len(s) == len(time.DateOnly) {
		layout, dateOnly = time.DateOnly, true
	}
	t, err := time.Parse(layout, s)
	if err != nil {
		return fmt.Errorf("a time of an interview: %w", err)
	}
	*m = Moment{Time: t, DateOnly: dateOnly}
	return nil
}

// Session is one conversation: a time, and the people in it. A day with several conversations has one Session each.
// It also serves as one of several times offered.
type Session struct {
	Start        Moment   `json:"start"`
	End          Moment   `json:"end,omitzero"`           // only where the message states an end or a duration
	Zone         string   `json:"zone,omitempty"`         // IANA name, or "UTC+05:30" for a bare offset
	ZoneAssumed  bool     `json:"zone_assumed"`           // the message states no zone: hers was taken
	Interviewers []string `json:"interviewers,omitempty"` // names, as in Notice.Interviewers
	Topic        string   `json:"topic,omitempty"`
}

// UnmarshalJSON puts the named zone back on the times, so that 14:00 stays 14:00 in New York after a restart.
func (s *Session) UnmarshalJSON(b []byte) error {
	type plain Session
	if err := json.Unmarshal(b, (*plain)(s)); err != nil {
		return err
	}
	if loc, err := Location(s.Zone); err == nil && s.Zone != "" {
		s.Start, s.End = s.Start.in(loc), s.End.in(loc)
	}
	return nil
}

// in shows m in loc; a day alone keeps its date.
func (m Moment) in(loc *time.Location) Moment {
	if m.IsZero() {
		return m
	}
	if m.DateOnly {
		y, mo, d := m.Time.Date()
		return Moment{Time: time.Date(y, mo, d, 0, 0, 0, 0, loc), DateOnly: true}
	}
	return Moment{Time: m.Time.In(loc)}
}

// Assumed length of a conversation whose end no message states: what most calendars take.
const assumedLength = time.Hour

// Until is the end of s, or an hour after its start where none is stated; the day's end for a day alone.
func (s Session) Until() time.Time {
	switch {
	case !s.End.IsZero() && !s.End.DateOnly:
		return s.End.Time
	case s.Start.DateOnly:
		return s.Start.Time.AddDate(0, 0, 1)
	case s.Start.IsZero():
		return time.Time{}
	}
	return s.Start.Time.Add(assumedLength)
}

// Location gives an IANA zone (see package zone), or makes the fixed zone that "UTC+05:30" names. "" and "UTC" are UTC.
func Location(name string) (*time.Location, error) {
	if len(name) > 3 && name[:3] == "UTC" {
		t, err := time.Parse("-07:00", name[3:])
		if err != nil {
			return nil, fmt.Errorf("zone %q: want an IANA name such as Europe/Paris, or UTC+05:30", name)
		}
		_, offset := t.Zone()
		return time.FixedZone(name, offset), nil
	}
	if name == "Local" {
		return nil, fmt.Errorf("zone %q depends on the machine: give an IANA name", name)
	}
	loc, err := zone.Load(name)
	if err != nil {
		return nil, fmt.Errorf("%w: want an IANA name such as Europe/Paris, or UTC+05:30", err)
	}
	return loc, nil
}

// Person is somebody at the company: an interviewer, or who wrote.
type Person struct {
	Name  string `json:"name"`            // without honorifics
	Title string `json:"title,omitempty"` // as the message writes it
	Email string `json:"email,omitempty"`
}

// Conflict is a contradiction found in a message: two readings of one field, which only she can settle.
type Conflict struct {
	Field    string    `json:"field"`              // "start", "zone", "weekday", "body and calendar part" …
	Readings []string  `json:"readings"`           // in words, as she is asked
	Sessions []Session `json:"sessions,omitempty"` // what each reading means, in the same order, where it is a time
}

// Handling is what is to be done with a notice: how sure the reader is of what it read decides it.
type Handling string

// The ways of handling. The zero value is that of a notice that nobody weighed, and counts as Take.
const (
	Take  Handling = "take"  // act alone
	Ask   Handling = "ask"   // nothing counts before she has said that it was read rightly
	Leave Handling = "leave" // the weekly digest at most
)

// Notice is what one message says about an interview.
type Notice struct {
	Kind         Kind
	Decision     Handling
	Round        int // 1 for a first interview, 2 and more for later ones, 0 where the message gives no sign
	Company      string
	Role         string
	Sessions     []Session // the agreed times; in a reschedule the new ones
	Options      []Session // alternatives among which she is asked to choose
	Was          []Session // in a reschedule: the old times, where the message repeats them
	Interviewers []Person
	Sender       Person // who wrote the invitation; inside a forward the original author
	Format       Format
	Location     string
	Link         string
	Phone        string
	RespondBy    Moment
	Bring        []string
	UID          string // of the iCalendar part
	Sequence     int    // of the iCalendar part
	Proposal     bool   // a reschedule that is asked as a question: "could we move to …?"
	Conflicts    []Conflict
	Warnings     []string // reasons to be careful: a lookalike domain, money asked for

	Subject   string    // of the original, without Re: and Fwd:
	MessageID string    // of the original, without brackets; empty when an inline forward hides it
	Thread    []string  // In-Reply-To and References of the original, without brackets, oldest first
	Written   time.Time // the Date of the original: the reference of everything relative
}

// Quiet reports whether a first interview is meant, which is followed without a checklist.
func (n Notice) Quiet() bool { return n.Round == 1 }
