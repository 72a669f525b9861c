package parse

import (
	"fmt"
	"slices"
	"time"

	"roundtwo/interview"
	"roundtwo/interview/ics"
	"roundtwo/parse/message"
	"roundtwo/parse/token"
	"roundtwo/parse/when"
)

// maxEvents is how many events of one message are read: an on-site day has fewer than a dozen.
const maxEvents = 20

// events reads the calendar parts and the structured data of a message, each appointment once.
func events(m *message.Message, home *time.Location) (out []event, limits []string) {
	for _, part := range m.Calendars {
		cal, err := ics.Decode(part.Data, home)
		if err != nil {
			limits = append(limits, "calendar part: "+err.Error())
			continue
		}
		limits = append(limits, cal.Limits...)
		method := cal.Method
		if method == "" {
			method = part.Method
		}
		for _, e := range cal.Events {
			out = addEvent(out, event{Event: e, source: "calendar part", method: method})
		}
	}
	for _, e := range structured(m) {
		out = addEvent(out, e)
	}
	return out[:min(len(out), maxEvents)], limits
}

// addEvent adds e, or the newer version of an event that is there: Gmail sends each calendar part twice.
func addEvent(list []event, e event) []event {
	for i, have := range list {
		same := have.UID == e.UID && (have.Start.Equal(e.Start) || e.UID != "" && have.Sequence != e.Sequence)
		if !same {
			continue
		}
		if e.Sequence > have.Sequence {
			list[i] = e
		}
		return list
	}
	return append(list, e)
}

// mergeEvents puts the times of the events into the notice where the text has none, or less.
func (r *reader) mergeEvents() {
	var timed []event
	for _, e := range r.events {
		if e.fixed() {
			timed = append(timed, e)
		}
	}
	if len(timed) == 0 {
		return
	}
	slices.SortStableFunc(timed, func(a, b event) int { return a.Start.Compare(b.Start) })
	n := &r.Notice
	switch {
	case len(n.Sessions) == 0 && len(n.Options) == 0, !anyClock(n.Sessions) && len(n.Options) == 0 && timed[0].clock():
		r.takeEvents(timed)
	case len(n.Sessions) == 0:
	case len(timed) == 1 && len(n.Sessions) > 1:
		// One event that spans the day; its body lists the conversations.
	case len(timed) == len(n.Sessions):
		for i := range timed {
			r.reconcile(i, timed[i])
		}
	}
}

func anyClock(list []interview.Session) bool {
	return slices.ContainsFunc(list, func(s interview.Session) bool { return !s.Start.DateOnly })
}

func (r *reader) takeEvents(timed []event) {
	old := r.Sessions
	r.Sessions = nil
	for i, e := range timed {
		s := r.placed(e)
		r.Sessions = append(r.Sessions, s)
		r.note(fmt.Sprintf("sessions[%d].start", i), e.source+": "+s.Start.String())
	}
	if len(old) == 1 && len(r.Sessions) == 1 {
		r.Sessions[0].Interviewers, r.Sessions[0].Topic = old[0].Interviewers, old[0].Topic
		if old[0].Start.String()[:10] != r.Sessions[0].Start.String()[:10] {
			r.conflict(timed[0].source, old[0], r.Sessions[0])
		}
	}
}

// placed gives the session of e in the zone that the text names, where the event itself has none or only UTC.
func (r *reader) placed(e event) interview.Session {
	s := e.session()
	zone := r.statedZone()
	loc, err := interview.Location(zone)
	if e.AllDay || zone == "" || err != nil {
		return s
	}
	switch {
	case e.Floating:
		s.Start.Time, s.End = inZone(s.Start.Time, loc), moved(s.End, loc)
		s.Zone, s.ZoneAssumed = zone, false
	case bare(e.Zone):
		s.Start.Time = s.Start.Time.In(loc)
		if !s.End.IsZero() {
			s.End.Time = s.End.Time.In(loc)
		}
		s.Zone = zone
	}
	return s
}

// bare reports whether a zone is only an offset.
func bare(zone string) bool { return zone == "" || len(zone) >= 3 && zone[:3] == "UTC" }

// inZone keeps the clock and changes the place.
func inZone(t time.Time, loc *time.Location) time.Time {
	y, mo, d := t.Date()
	h, mi, s := t.Clock()
	return time.Date(y, mo, d, h, mi, s, 0, loc)
}

func moved(m interview.Moment, loc *time.Location) interview.Moment {
	if m.IsZero() {
		return m
	}
	return interview.At(inZone(m.Time, loc))
}

// statedZone is the zone that the text states for its times, "" where it states none or several.
func (r *reader) statedZone() string {
	zone := ""
	for _, t := range r.timings {
		if t.ZoneAssumed || t.Zone == "" || t.use == gone {
			continue
		}
		if zone == "" || bare(zone) {
			zone = t.Zone
		}
	}
	if zone == "" && r.hasEvent(func(e event) bool { return e.Floating }) {
		zone = r.zoneAlone()
	}
	return zone
}

// zoneAlone is the zone of a text that names one and no time: "the file has the details (Eastern Time)". An hour put
// before the text takes the zone on.
func (r *reader) zoneAlone() string {
	text := "12:00\n\n" + r.doc.text
	if list := when.Read(text, token.Cut(text), r.ref); len(list) > 0 && !list[0].ZoneAssumed {
		return list[0].Zone
	}
	return ""
}

// reconcile compares session i of the text with the event of the same place in order.
func (r *reader) reconcile(i int, e event) {
	s := &r.Sessions[i]
	cal := r.placed(e)
	switch {
	case e.AllDay:
	case s.Start.Equal(cal.Start):
		if s.End.IsZero() {
			s.End = cal.End
		}
		if s.ZoneAssumed && !e.Floating {
			s.Zone, s.ZoneAssumed, s.Start, s.End = cal.Zone, false, cal.Start, cal.End
		}
	case s.ZoneAssumed && sameClock(s.Start, cal.Start):
		cal.Interviewers, cal.Topic = s.Interviewers, s.Topic
		*s = cal
	default:
		r.conflict(e.source, *s, cal)
		cal.Interviewers, cal.Topic = s.Interviewers, s.Topic
		*s = cal
	}
}

func sameClock(a, b interview.Moment) bool {
	return !a.DateOnly && !b.DateOnly && a.Time.Format("2006-01-02 15:04") == b.Time.Format("2006-01-02 15:04")
}

// conflict keeps both readings of a time; source names where the second one stands.
func (r *reader) conflict(source string, body, other interview.Session) {
	r.Conflicts = append(r.Conflicts, interview.Conflict{
		Field:    "body and " + source,
		Readings: []string{"the text says " + inWords(body), "the " + source + " says " + inWords(other)},
		Sessions: []interview.Session{body, other},
	})
}

// inWords writes a time as it is put to her in a question.
func inWords(s interview.Session) string {
	if s.Start.DateOnly {
		return s.Start.Time.Format("Monday 2 January 2006")
	}
	text := s.Start.Time.Format("Monday 2 January 2006, 15:04")
	if !s.End.IsZero() {
		text += s.End.Time.Format("–15:04")
	}
	if s.Zone != "" {
		text += " (" + s.Zone + ")"
	}
	return text
}
