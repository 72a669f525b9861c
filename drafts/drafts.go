// Package drafts writes what the candidate reads and what goes out in her name: complete letters about an interview
// (subject, plain text, HTML), and notes to the people she met.
//
// It is pure: facts and the time come in, text goes out. Every English word of a letter lies in templates/en, every
// piece of advice in advice.toml; both can be replaced by files of her own. What a letter looks like is written once,
// in a small Markdown (see markdown.go), and becomes both parts, so that neither part can say less than the other.
package drafts

import (
	"errors"
	"time"

	"roundtwo/interview"
)

// Kind is the kind of a letter to the candidate. The template of a kind is templates/en/KIND.md.
type Kind string

// The kinds of letter.
const (
	Checklist       Kind = "checklist"
	Preparation     Kind = "preparation" // the rest of the checklist, for the answer "more"
	Changed         Kind = "changed"     // another time, place or person: old beside new (Facts.Before)
	Cancelled       Kind = "cancelled"   // called off
	Choice          Kind = "options"     // times are offered: she picks one by number
	Question        Kind = "question"    // something is missing or contradictory: numbered readings
	Questions       Kind = "questions"   // several messages of which it is not sure that they were read rightly (Facts.List)
	Reminder        Kind = "reminder"    // the day before, and some hours before; which one is told by Facts.Now
	Debrief         Kind = "debrief"
	Request         Kind = "request" // the notes in full, for her approval
	RequestReminder Kind = "request-reminder"
	Receipt         Kind = "receipt"  // what was done on her answer (Facts.Receipt)
	Refusal         Kind = "refusal"  // why her answer was not followed (Facts.Refusal)
	Status          Kind = "status"   // Facts.List
	Help            Kind = "help"     // what can be answered
	Digest          Kind = "digest"   // weekly: Facts.Transcript, Facts.List
	Failed          Kind = "failed"   // a note that a server refused
	Unknown         Kind = "unknown"  // a note that may have gone out or not: DONE or RESEND
	Calendar        Kind = "calendar" // the calendar took an event no more; told once
	Handover        Kind = "handover" // an approved note, ready for her to send from her own mailbox
)

// Kinds lists every kind of letter.
func Kinds() []Kind {
	return []Kind{Checklist, Preparation, Changed, Cancelled, Choice, Question, Questions, Reminder, Debrief, Request, RequestReminder, Receipt,
		Refusal, Status, Help, Digest, Failed, Unknown, Calendar, Handover}
}

// Profile is what the letters need to know about the candidate.
type Profile struct {
	Name      string
	Address   string
	Zone      *time.Location // nil: UTC
	British   bool           // spelling and the order of day and month; American otherwise
	Hours24   bool           // 14:00 rather than 2:00 pm
	Formal    bool           // notes greet by the full name
	Rehearse  bool           // suggests blocks of time to rehearse aloud before the interview
	Choices   bool           // shows the hint to put questions as a choice (off: open questions)
	Schools   []string       // of hers, for common ground with the people she meets
	Employers []string       // former ones, likewise
	CV        []string       // the top lines of the CV that went with the application
	Criteria  []string       // what a job has to give her; for her own decision afterwards
	Proofs    []string       // three things she has done that speak for her
}

// Facts is everything that a letter is written from. A letter ignores what it has no use for; only Interview and
// Candidate are needed by most of them.
type Facts struct {
	Candidate  Profile
	Interview  interview.Interview
	Before     *interview.Interview // as it stood before the change that the letter tells of; in a question: the interview that the message would change
	Memory     interview.Memory     // of this company
	Notes      []interview.Note     // those the letter shows; for Note: the ones already written for the same panel
	Ref        string               // public number, "K7QF": closes the subject; empty for letters about no interview
	AnswerTo   string               // address that the ready answers (mailto:) go to
	AnswerID   string               // Message-ID, without brackets, that ready answers name in In-Reply-To; may be empty
	Now        time.Time
	Expires    time.Time             // until when an answer counts; zero: always
	Hold       time.Duration         // how long an approved note is held, in which stop works
	Evidence   map[string]string     // field ("sessions[0].start", "company" …) → the words of the message it was read from
	Provenance string                // where the message came from, in words: "Priya Nair's mail of 24 November, forwarded by you"
	Calendar   []byte                // the .ics to attach, with its method inside; nil: none
	Method     string                // of Calendar: "PUBLISH" where empty
	Corrected  bool                  // the change that the letter tells of is hers
	Receipt    []string              // lines: what was done
	Refusal    string                // why an answer was not followed, in words
	Transcript []string              // lines: what was seen and how it was judged
	List       []interview.Interview // for status and digest; in a question: the interviews that a message may be about; in questions: those asked about
}

// Attachment is a file of a letter.
type Attachment struct {
	Name   string
	Type   string // media type without parameters: "text/calendar"
	Method string // of a text/calendar: its METHOD
	Data   []byte
}

// Letter is a complete letter to the candidate. Text and HTML say the same.
type Letter struct {
	Kind    Kind
	Subject string // one line, cleaned of control characters, ending in "[roundtwo REF]" where there is a Ref
	Text    string // LF line ends, lines of at most about 76 columns except for long words
	HTML    string // a whole document without script and remote content
	Attach  []Attachment
}

// ErrKind is returned for a kind of letter or note that is not known.
var ErrKind = errors.New("no such kind")
