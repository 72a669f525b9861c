package correction

import (
	"time"

	"roundtwo/interview"
	"roundtwo/parse/token"
	readtime "roundtwo/parse/when"
)

func (r *reader) setTime(value string) (Reason, bool) {
	if !r.readsAsTime(value) {
		return NoTime, false
	}
	r.time = value
	return "", true
}

// setZone reads an IANA name, or the name of a zone as people say it ("EST", "London time").
func (r *reader) setZone(value string) (Reason, bool) {
	if loc, err := interview.Location(value); err == nil && value != "" {
		r.inZone, r.zoned = loc, value
		return "", true
	}
	read := r.readings("12:00 " + value)
	if len(read) != 1 || read[0].ZoneAssumed || read[0].Zone == "" {
		return NoZone, false
	}
	loc, err := interview.Location(read[0].Zone)
	if err != nil {
		return NoZone, false
	}
	r.inZone, r.zoned = loc, read[0].Zone
	return "", true
}

// readings are the times in a text that could be meant: no deadlines, nothing told as past.
func (r *reader) readings(text string) []readtime.Reading {
	ref := readtime.Reference{Time: r.now.In(r.zone), Zone: r.zone, ZoneName: r.zone.String()}
	var out []readtime.Reading
	for _, x := range readtime.Read(text, token.Cut(text), ref) {
		if (!x.Start.IsZero() || x.DayUnknown) && !x.Deadline && !x.Told && !x.Weekly && !x.Window {
			out = append(out, x)
		}
	}
	return out
}

func (r *reader) readsAsTime(text string) bool {
	read := r.readings(text)
	return len(read) == 1 && (read[0].TimeStated || read[0].DateStated) && len(read[0].Conflicts) == 0
}

// schedule makes the new times, now that all lines are read.
func (r *reader) schedule() {
	switch {
	case r.time != "":
		if reason := r.moveTo(r.readings(r.time)[0]); reason != "" {
			r.unclear(r.time, reason)
		}
	case r.inZone != nil && len(r.iv.Sessions) > 0:
		r.out.Fix.Sessions = inZone(r.iv.Sessions, r.inZone, r.zoned)
	case r.inZone != nil:
		r.unclear(r.zoned, NoTime)
	}
}

// moveTo brings the day to its new beginning; the conversations of a longer day keep their distances.
func (r *reader) moveTo(x readtime.Reading) Reason {
	var first interview.Session
	if len(r.iv.Sessions) > 0 {
		first = r.iv.Sessions[0]
	}
	start, zoneName, reason := r.start(x, first)
	if reason != "" {
		return reason
	}
	if start.Before(r.now) {
		return Over
	}
	now := first
	now.Start, now.Zone, now.ZoneAssumed = interview.At(start), zoneName, false
	now.End = r.end(x, first, start)
	r.out.Fix.Sessions = []interview.Session{now}
	if len(r.iv.Sessions) > 1 {
		r.out.Fix.Sessions = shifted(r.iv.Sessions, start, zoneName)
	}
	return ""
}

// start joins what she said with what stands already: a time without a day is on the day of the interview, a day without a
// time keeps the hour. In which zone a bare clock time is meant must not be in doubt.
func (r *reader) start(x readtime.Reading, first interview.Session) (time.Time, string, Reason) {
	day, clock := x.Start.Time, x.Clock
	loc, name := x.Start.Time.Location(), x.Zone
	if x.DayUnknown {
		loc = r.locationOf(x)
	}
	if r.inZone != nil {
		loc, name = r.inZone, r.zoned
	} else if x.ZoneAssumed || !x.TimeStated {
		var reason Reason
		if loc, name, reason = r.theirZone(x, first); reason != "" {
			return time.Time{}, "", reason
		}
	}
	if x.DayUnknown {
		if first.Start.IsZero() {
			return time.Time{}, "", NoTime
		}
		day = first.Start.Time
		if !first.Start.DateOnly {
			day = day.In(loc)
		}
	}
	if !x.TimeStated {
		if first.Start.IsZero() || first.Start.DateOnly {
			return time.Time{}, "", NoTime
		}
		was := first.Start.Time.In(loc)
		clock = was.Hour()*60 + was.Minute()
	}
	return time.Date(day.Year(), day.Month(), day.Day(), 0, clock, 0, 0, loc), name, ""
}

// locationOf is the zone of a clock time of which only the zone is known, not the day.
func (r *reader) locationOf(x readtime.Reading) *time.Location {
	if loc, err := interview.Location(x.Zone); err == nil && !x.ZoneAssumed {
		return loc
	}
	return r.zone
}

// theirZone is the zone of the interview, when a clock on its wall shows what hers shows, or when she speaks of the day
// alone.
func (r *reader) theirZone(x readtime.Reading, first interview.Session) (*time.Location, string, Reason) {
	if first.Start.IsZero() || first.Start.DateOnly || first.Zone == "" {
		return r.zone, r.zone.String(), ""
	}
	at := x.Start.Time
	if x.DayUnknown {
		at = first.Start.Time
	}
	_, theirs := at.In(first.Start.Time.Location()).Zone()
	_, hers := at.In(r.zone).Zone()
	if theirs != hers && x.TimeStated {
		return nil, "", OtherZone
	}
	return first.Start.Time.Location(), first.Zone, ""
}

// end is what she said, else the length that was known.
func (r *reader) end(x readtime.Reading, first interview.Session, start time.Time) interview.Moment {
	if x.Until >= 0 {
		return interview.At(start.Add(time.Duration(x.Until-x.Clock) * time.Minute))
	}
	if first.End.IsZero() || first.End.DateOnly || first.Start.DateOnly {
		return interview.Moment{}
	}
	return interview.At(start.Add(first.End.Time.Sub(first.Start.Time)))
}

// shifted moves a whole day so that it begins at start.
func shifted(sessions []interview.Session, start time.Time, zoneName string) []interview.Session {
	by := start.Sub(sessions[0].Start.Time)
	move := func(m interview.Moment) interview.Moment {
		if m.IsZero() {
			return m
		}
		return interview.Moment{Time: m.Time.Add(by).In(start.Location()), DateOnly: m.DateOnly}
	}
	var out []interview.Session
	for _, s := range sessions {
		s.Start, s.End, s.Zone, s.ZoneAssumed = move(s.Start), move(s.End), zoneName, false
		out = append(out, s)
	}
	return out
}

// inZone reads the same clock times in another zone.
func inZone(sessions []interview.Session, loc *time.Location, name string) []interview.Session {
	wall := func(m interview.Moment) interview.Moment {
		if m.IsZero() {
			return m
		}
		t := m.Time
		return interview.Moment{Time: time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), 0, 0, loc), DateOnly: m.DateOnly}
	}
	var out []interview.Session
	for _, s := range sessions {
		s.Start, s.End, s.Zone, s.ZoneAssumed = wall(s.Start), wall(s.End), name, false
		out = append(out, s)
	}
	return out
}
