package parse

import (
	"roundtwo/interview"
	"roundtwo/interview/ics"
)

// event is an appointment that a message carries in a form made for machines: a calendar part, JSON-LD, microdata.
type event struct {
	ics.Event
	source string // "calendar part", "structured data": as explain names it
	method string
}

// fixed reports whether e says when.
func (e event) fixed() bool { return !e.Start.IsZero() }

// clock reports whether e names a time of day.
func (e event) clock() bool { return e.fixed() && !e.AllDay }

func (e event) cancelled() bool { return e.Status == ics.Cancelled || e.method == "CANCEL" }

// session is what e says of the time.
func (e event) session() interview.Session {
	s := interview.Session{Start: interview.Moment{Time: e.Start, DateOnly: e.AllDay}, Zone: e.Zone, ZoneAssumed: e.Floating}
	if !e.End.IsZero() && !e.AllDay && e.End.After(e.Start) {
		s.End = interview.At(e.End)
	}
	return s
}
