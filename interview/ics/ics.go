// Package ics reads the calendar parts of invitations and writes an interview as iCalendar (RFC 5545).
//
// What comes in is foreign: it is bounded before the library sees a byte, a broken line costs that line alone, and
// everything that was cut is named in Limits. Zone names are understood as they are really sent: IANA names, the names
// of Windows, names with a vendor's prefix, and rules that only the file itself carries.
//
// What goes out is ours alone: times in UTC, no organizer and no attendees (a server would send them mail), no alarm
// but our own, and the result is read again before it is given out. Merge puts a new version of our event into an
// object that she has edited, and leaves her edits alone.
package ics

import (
	"time"

	"roundtwo/interview"
)

// Event is one VEVENT.
type Event struct {
	UID        string
	Sequence   int
	Stamp      time.Time // DTSTAMP; zero where none is given
	Start      time.Time // in Zone; midnight there when AllDay; zero where none can be read
	End        time.Time // zero where neither an end nor a duration is given; when AllDay the day after the last
	AllDay     bool
	Zone       string // of Start: IANA name, or "UTC+05:30" where only the offset is known
	Floating   bool   // no zone is stated, or none that is known: that of the reader was taken
	Summary    string
	Location   string
	URL        string
	Status     string // CONFIRMED, TENTATIVE or CANCELLED; "" where none is given
	Categories []string

	Description string   // plain text, lines end in \n
	HTML        string   // X-ALT-DESC or STYLED-DESCRIPTION, what is shown in place of Description
	Links       []string // join links in properties of their own, the most telling first; http and https only
	Phone       string   // of a CONFERENCE that is dialled (tel:), with what is dialled after it
	Video       bool     // a CONFERENCE with a picture (RFC 7986 6.3: FEATURE=VIDEO or SCREEN)

	Organizer interview.Person
	Attendees []interview.Person // people who may come; rooms and mailing lists are left out
	Declined  []interview.Person // people who will not come, or sent somebody else (PARTSTAT)
	Rooms     []string           // names of rooms and equipment among the attendees

	Alarms    []time.Duration // before the start; only written, those of others are ignored
	Recurring bool            // it repeats, or is one of a series; only this occurrence is read
	Override  bool            // it stands in place of one occurrence of a series (RECURRENCE-ID)
	Original  time.Time       // the start that it gives up: of an override, or of a time that Outlook proposes; else zero

	// Conflicts are what contradicts itself in the times, each with its readings in words and as sessions. The first
	// reading of each is Start and End. Empty where nothing does.
	Conflicts []interview.Conflict
}

// Calendar is one iCalendar file.
type Calendar struct {
	Method string // REQUEST, CANCEL, PUBLISH …; in capitals, "" where none is given
	Events []Event
	Limits []string // what was cut or repaired while reading: the Limit… names
}

// Statuses of an event.
const (
	Confirmed = "CONFIRMED"
	Tentative = "TENTATIVE"
	Cancelled = "CANCELLED"
)
