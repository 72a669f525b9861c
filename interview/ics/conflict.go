package ics

import (
	"time"

	"roundtwo/interview"
)

// doubt is what contradicts itself in one time: what speaks for the reading that was taken, and the other readings.
type doubt struct {
	field  string // as interview.Conflict has it; "" where nothing is in doubt
	words  string // of the reading taken
	others []guess
}

// guess is another reading of a time.
type guess struct {
	at       time.Time
	zone     string
	floating bool
	words    string
}

// disputeZone makes a conflict of what is in doubt about the zone of the start. The end moves along with it: it has the
// same zone, and a length is right in any.
func (e *Event) disputeZone(start moment) {
	if start.doubt.field == "" || len(start.doubt.others) == 0 || e.AllDay {
		return
	}
	readings := []reading{{start.doubt.words, e.session(e.Start, e.End)}}
	for _, g := range start.doubt.others {
		s := e.session(g.at, time.Time{})
		if !e.End.IsZero() {
			s.End = interview.At(g.at.Add(e.End.Sub(e.Start)))
		}
		s.Zone, s.ZoneAssumed = g.zone, g.floating
		readings = append(readings, reading{g.words, s})
	}
	e.dispute(start.doubt.field, readings...)
}

// reading is one way to understand a contradiction.
type reading struct {
	words   string
	session interview.Session
}

// dispute adds a conflict; the first reading is what Start and End become.
func (e *Event) dispute(field string, readings ...reading) {
	c := interview.Conflict{Field: field}
	for _, r := range readings {
		c.Readings = append(c.Readings, r.words)
		c.Sessions = append(c.Sessions, r.session)
	}
	e.Conflicts = append(e.Conflicts, c)
}

// session is a time in the zone of the event.
func (e *Event) session(from, to time.Time) interview.Session {
	s := interview.Session{Start: interview.At(from), Zone: e.Zone, ZoneAssumed: e.Floating}
	if !to.IsZero() {
		s.End = interview.At(to)
	}
	return s
}

// day is the day alone on which t lies, where t is.
func (e *Event) day(t time.Time) interview.Session {
	y, m, d := t.Date()
	at := time.Date(y, m, d, 0, 0, 0, 0, t.Location())
	return interview.Session{Start: interview.Moment{Time: at, DateOnly: true}, Zone: e.Zone, ZoneAssumed: e.Floating}
}
