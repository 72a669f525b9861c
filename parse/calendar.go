package parse

import (
	"fmt"
	"slices"
	"strings"
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
			out = addEvent(out, described(event{Event: e, source: "calendar part", method: method}))
		}
	}
	for _, e := range structured(m, home) {
		out = addEvent(out, e)
	}
	out = withoutSeries(out)
	return out[:min(len(out), maxEvents)], limits
}

// described reads the description that is a page: Outlook forwards meetings with nothing else in them.
func described(e event) event {
	if strings.TrimSpace(e.HTML) == "" {
		return e
	}
	page := message.Read([]byte("Content-Type: text/html; charset=utf-8\r\n\r\n" + e.HTML))
	e.links = page.Links
	if e.Description == "" {
		e.Description = page.Text
	}
	return e
}

// withoutSeries drops a series beside which one of its occurrences stands: only that one is news, the others are as they
// were.
func withoutSeries(list []event) []event {
	return slices.DeleteFunc(slices.Clone(list), func(e event) bool {
		return e.series() && slices.ContainsFunc(list, func(o event) bool { return o.Override && o.UID == e.UID })
	})
}

// addEvent adds e, or the newer version of an event that is there: Gmail sends each calendar part twice.
func addEvent(list []event, e event) []event {
	for i, have := range list {
		occurrence := have.Override == e.Override && (!e.Override || have.Original.Equal(e.Original))
		same := have.UID == e.UID && occurrence && (have.Start.Equal(e.Start) || e.UID != "" && have.Sequence != e.Sequence)
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
	r.giveUp(timed)
	switch {
	case len(n.Sessions) == 0 && len(n.Options) == 0, !anyClock(n.Sessions) && len(n.Options) == 0 && timed[0].clock():
		r.takeEvents(timed)
	case len(n.Sessions) == 0:
	case len(timed) == 1 && len(n.Sessions) > 1:
		r.spanned(timed[0])
	case len(timed) == len(n.Sessions):
		for i := range timed {
			r.reconcile(i, timed[i])
		}
	}
	if slices.ContainsFunc(timed, event.proposed) && r.Kind != interview.Cancellation {
		r.proposed(timed)
	}
}

// giveUp takes the times that the events give up out of the sessions: a text that tells of a move repeats the old one.
func (r *reader) giveUp(timed []event) {
	for _, e := range timed {
		old := func(s interview.Session) bool {
			return !e.Original.IsZero() && !e.Original.Equal(e.Start) && !s.Start.DateOnly && s.Start.Time.Equal(e.Original)
		}
		i := slices.IndexFunc(r.Sessions, old)
		if i < 0 || len(r.Sessions) == len(timed) || len(r.picked) != len(r.Sessions) {
			continue
		}
		was := interview.Session{Start: r.Sessions[i].Start, Zone: r.Sessions[i].Zone, ZoneAssumed: r.Sessions[i].ZoneAssumed}
		if !hasSession(r.Was, was) {
			r.Was = append(r.Was, was)
		}
		r.Sessions, r.picked = slices.Delete(r.Sessions, i, i+1), slices.Delete(r.picked, i, i+1)
		r.rename(fmt.Sprintf("sessions[%d].", i), fmt.Sprintf("was[%d].", len(r.Was)-1))
		for k := i; k < len(r.Sessions); k++ {
			r.rename(fmt.Sprintf("sessions[%d].", k+1), fmt.Sprintf("sessions[%d].", k))
		}
		if r.Kind == interview.Invitation {
			r.Kind = interview.Reschedule
			r.because("the calendar part stands in place of the time at %s", inWords(was))
		}
	}
}

// proposed makes options of times that are fixed by nobody yet: an answer to an invitation that proposes another time.
func (r *reader) proposed(timed []event) {
	r.Kind, r.Proposal = interview.Reschedule, true
	for i := range r.Sessions {
		r.rename(fmt.Sprintf("sessions[%d].", i), fmt.Sprintf("options[%d].", len(r.Options)+i))
	}
	r.Options, r.Sessions = append(r.Options, r.Sessions...), nil
	for _, e := range timed {
		was := interview.Session{Start: interview.At(e.Original), Zone: e.Zone, ZoneAssumed: e.Floating}
		if !e.Original.IsZero() && len(r.Was) < len(timed) && !hasSession(r.Was, was) {
			r.Was = append(r.Was, was)
		}
	}
	r.because("the calendar part proposes another time and fixes none (COUNTER)")
}

// rename moves the evidence of one entry of a list to another.
func (r *reader) rename(from, to string) {
	for i := range r.Evidence {
		if rest, ok := strings.CutPrefix(r.Evidence[i].Field, from); ok {
			r.Evidence[i].Field = to + rest
		}
	}
}

// spanned compares several conversations that the text lists with one event: it has room for them, or one of the two is
// wrong.
func (r *reader) spanned(e event) {
	cal := r.placed(e)
	for _, s := range r.Sessions {
		inside := !s.Start.Time.Before(e.Start) && s.Start.Time.Before(cal.Until())
		if s.Start.DateOnly || e.AllDay {
			inside = sameDays(s, e)
		}
		if inside || s.ZoneAssumed && sameClock(s.Start, cal.Start) {
			return
		}
	}
	r.conflict(e, r.Sessions[0])
}

// sameDays reports whether a session of the text lies on the days of an event.
func sameDays(s interview.Session, e event) bool {
	day, first := s.Start.Time.Format(time.DateOnly), e.Start.Format(time.DateOnly)
	last := first
	if e.AllDay && e.End.After(e.Start) {
		last = e.End.AddDate(0, 0, -1).Format(time.DateOnly)
	}
	return day >= first && day <= last
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
		r.disputes(e)
	}
	if len(old) == 1 && len(r.Sessions) == 1 {
		r.Sessions[0].Interviewers, r.Sessions[0].Topic = old[0].Interviewers, old[0].Topic
		if old[0].Start.String()[:10] != r.Sessions[0].Start.String()[:10] {
			r.conflict(timed[0], old[0])
		}
	}
}

// placed gives the session of e in the zone that the text names, where the event itself has none or only UTC.
func (r *reader) placed(e event) interview.Session { return r.inStatedZone(e.session()) }

func (r *reader) inStatedZone(s interview.Session) interview.Session {
	zone := r.statedZone()
	loc, err := interview.Location(zone)
	if s.Start.DateOnly || zone == "" || err != nil {
		return s
	}
	switch {
	case s.ZoneAssumed:
		s.Start.Time, s.End = inZone(s.Start.Time, loc), moved(s.End, loc)
		s.Zone, s.ZoneAssumed = zone, false
	case bare(s.Zone):
		s.Start.Time = s.Start.Time.In(loc)
		if !s.End.IsZero() {
			s.End.Time = s.End.Time.In(loc)
		}
		s.Zone = zone
	}
	return s
}

// disputes carries the contradictions of an event to the notice. A zone that the text states settles which one an
// unknown name means.
func (r *reader) disputes(e event) {
	for _, c := range e.Conflicts {
		if c.Field == "zone" && e.Floating && !r.placed(e).ZoneAssumed {
			continue
		}
		c.Sessions = slices.Clone(c.Sessions)
		for i := range c.Sessions {
			c.Sessions[i] = r.inStatedZone(c.Sessions[i])
		}
		r.Conflicts = append(r.Conflicts, c)
	}
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
	for _, t := range r.found.Times {
		if t.ZoneAssumed || t.Zone == "" || t.Past {
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
	text := "12:00\n\n" + r.doc.Source
	if list := when.Read(text, token.Cut(text), r.ref); len(list) > 0 && !list[0].ZoneAssumed {
		return list[0].Zone
	}
	return ""
}

// reconcile compares session i of the text with the event of the same place in order. Where the event contradicts
// itself, the text settles it if it agrees with exactly one of the readings.
func (r *reader) reconcile(i int, e event) {
	s := &r.Sessions[i]
	cal := r.placed(e)
	if agreed := r.agreed(*s, e); len(agreed) == 1 {
		cal = agreed[0]
	} else if len(agreed) > 1 || e.AllDay && sameDays(*s, e) {
		r.disputes(e)
		if !e.AllDay {
			cal.Interviewers, cal.Topic = s.Interviewers, s.Topic
			*s = cal
		}
		return
	}
	switch {
	case e.AllDay:
		r.conflict(e, *s)
	case s.Start.Equal(cal.Start):
		if s.End.IsZero() {
			s.End = cal.End
		}
		if s.ZoneAssumed && !cal.ZoneAssumed {
			s.Zone, s.ZoneAssumed, s.Start, s.End = cal.Zone, false, cal.Start, cal.End
		}
	case s.ZoneAssumed && sameClock(s.Start, cal.Start):
		cal.Interviewers, cal.Topic = s.Interviewers, s.Topic
		*s = cal
	default:
		r.conflict(e, *s)
		cal.Interviewers, cal.Topic = s.Interviewers, s.Topic
		*s = cal
	}
}

// agreed gives the readings of a contradictory event with which a session of the text agrees: in the instant, or on the
// clock where the text states no zone. None for an event that does not contradict itself.
func (r *reader) agreed(s interview.Session, e event) []interview.Session {
	if len(e.Conflicts) == 0 || s.Start.DateOnly {
		return nil
	}
	var out []interview.Session
	_, sessions := e.readings()
	for _, reading := range sessions {
		if s.Start.Equal(reading.Start) || s.ZoneAssumed && sameClock(s.Start, reading.Start) {
			out = append(out, reading)
		}
	}
	return out
}

func sameClock(a, b interview.Moment) bool {
	return !a.DateOnly && !b.DateOnly && a.Time.Format("2006-01-02 15:04") == b.Time.Format("2006-01-02 15:04")
}

// conflict keeps what the text says of a time, and every reading of the event that disagrees with it.
func (r *reader) conflict(e event, body interview.Session) {
	c := interview.Conflict{
		Field:    "body and " + e.source,
		Readings: []string{"the text says " + inWords(body)},
		Sessions: []interview.Session{body},
	}
	if len(e.Conflicts) == 0 {
		other := r.placed(e)
		c.Readings, c.Sessions = append(c.Readings, "the "+e.source+" says "+inWords(other)), append(c.Sessions, other)
	} else {
		words, sessions := e.readings()
		for i := range sessions {
			c.Readings, c.Sessions = append(c.Readings, "the "+e.source+" says "+inWords(sessions[i])+", "+words[i]), append(c.Sessions, sessions[i])
		}
	}
	r.Conflicts = append(r.Conflicts, c)
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

// stub is the longest body that counts as empty.
const stub = 40

// withEvents adds to the text what the events say in words: of a body that is as good as empty all, since an invitation
// out of a calendar program may say it there alone; of any other the titles that neither subject nor text has.
func (r *reader) withEvents(text string) string {
	if len(text) < stub {
		for _, e := range r.events {
			if words := e.words(); words != "" && !strings.Contains(text, words) {
				return r.cap(text + "\n\n" + words)
			}
		}
		return text
	}
	said, titles := strings.ToLower(r.Subject+"\n"+text), ""
	for _, e := range r.events {
		if title := strings.TrimSpace(e.Summary); title != "" && !strings.Contains(said, strings.ToLower(title)) {
			said += "\n" + strings.ToLower(title)
			titles += title + "\n\n"
		}
	}
	return r.cap(titles + text)
}
