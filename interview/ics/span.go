package ics

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"roundtwo/interview"
)

// longestSession is how long an interview can be: a day on site with its dinner. What is longer is asked.
const longestSession = 12 * time.Hour

// slip is the longest interview that a start in the wrong half of the day is looked for in: 2:00 instead of 14:00.
const slip = 4 * time.Hour

// weighSpan judges start and end together: a whole day that is written as a time, and ends that cannot be right.
func (r *reader) weighSpan(e *Event, start, end moment) {
	switch {
	case e.End.IsZero() || e.End.Equal(e.Start): // an end that says nothing
		e.End = time.Time{}
		if !e.AllDay && midnight(e.Start) && e.Zone != "UTC" {
			e.dispute("start", reading{"at midnight, as it is written", e.session(e.Start, e.End)},
				reading{"that day, at an hour that is not said: a time of 0:00 without an end often means the day", e.day(e.Start)})
		}
	case e.AllDay:
		e.weighDays()
	case e.End.Before(e.Start):
		e.reversed(start, end)
	case r.wholeDays(e):
	case e.End.Sub(e.Start) > longestSession:
		e.tooLong()
	}
}

// Weigh judges start and end of an event that was read elsewhere, as Decode judges its own: what it cannot believe becomes
// Conflicts, and what goes from midnight to midnight, there or in home, becomes days.
func (e *Event) Weigh(home *time.Location) {
	if e.Start.IsZero() {
		return
	}
	r := reader{zones: zones{floating: home}}
	r.weighSpan(e, moment{zone: e.Zone}, moment{zone: e.Zone})
}

// wholeDays makes days of an event that goes from midnight to midnight: where it is written, else where she is, else in
// a zone that the file describes (the first ones are what programs write who know no dates alone; the last is that
// turned into UTC).
func (r *reader) wholeDays(e *Event) bool {
	places := append([]*time.Location{e.Start.Location(), r.zones.floating}, r.zones.described()...)
	for _, loc := range places {
		from, to := e.Start.In(loc), e.End.In(loc)
		if midnight(from) && midnight(to) && to.Sub(from) >= 23*time.Hour && to.Sub(from) <= longestEvent {
			e.Start, e.End, e.AllDay, e.Zone = from, to, true, locationName(loc)
			return true
		}
	}
	return false
}

// described are the zones that the file describes, by name.
func (z *zones) described() []*time.Location {
	var out []*time.Location
	for _, name := range slices.Sorted(maps.Keys(z.own)) {
		if loc := named(name); loc != nil {
			out = append(out, loc)
		}
	}
	return out
}

// weighDays judges the days of an event without a clock time; End is the day after the last.
func (e *Event) weighDays() {
	first, last := e.Start, e.End.AddDate(0, 0, -1)
	switch {
	case e.End.Before(e.Start):
		last = e.End
	case e.End.Sub(e.Start) <= longestEvent:
		return
	}
	e.End = e.Start.AddDate(0, 0, 1)
	e.dispute("end", reading{"on the day of its start", e.day(first)}, reading{"on the day of its end", e.day(last)})
}

// cause is what can have made an event end before it starts: what the end then is of an event that begins at its start,
// and the other reading.
type cause struct {
	words string
	end   time.Time // zero: not known
	other reading
}

// reversed settles on the start of an event that ends before it, and keeps what else can have been meant.
func (e *Event) reversed(start, end moment) {
	to := e.End
	var c cause
	switch till := sameDay(e.Start, to); {
	case start.zone != end.zone && e.inZoneOfEnd(end, &c):
	case till.After(e.Start):
		c = cause{"on the day of its start", till, reading{"on the day of its end", e.session(sameDay(to, e.Start), to)}}
	case till.Add(12*time.Hour).After(e.Start) && till.Add(12*time.Hour).Sub(e.Start) <= slip:
		c = cause{"until the afternoon", till.Add(12 * time.Hour), reading{"from its start, with an end that is not known", e.session(e.Start, time.Time{})}}
	default:
		exchanged := e.session(to, sameDay(to, e.Start))
		if exchanged.End.Time.Sub(to) > longestSession {
			exchanged.End = interview.Moment{}
		}
		c = cause{"from its start, with an end that is not known", time.Time{}, reading{"start and end exchanged", exchanged}}
	}
	e.End = c.end
	const written = "the calendar part ends before it starts: "
	c.other.words = written + c.other.words
	e.dispute("end", reading{written + c.words, e.session(e.Start, e.End)}, c.other)
}

// inZoneOfEnd reports whether the zone of the start is wrong, or that of the end: "14:00 in New York until 15:00 in Berlin".
func (e *Event) inZoneOfEnd(end moment, c *cause) bool {
	to := e.End
	from := in(e.Start, to.Location()).at
	if length := to.Sub(from); length <= 0 || length > longestSession {
		return false
	}
	s := e.session(from, to)
	s.Zone, s.ZoneAssumed = end.zone, end.floating
	*c = cause{words: "in the zone of its start", other: reading{"in the zone of its end", s}}
	if till := in(to, e.Start.Location()).at; till.After(e.Start) {
		c.end = till
	}
	return true
}

// tooLong keeps the readings of an event that lasts longer than an interview can.
func (e *Event) tooLong() {
	lasts := "the calendar part lasts " + lengthInWords(e.End.Sub(e.Start)) + ": "
	to := e.End
	readings := []reading{{lasts + "as it is written", e.session(e.Start, to)}}
	if late := e.Start.Add(longestSession); e.Start.Hour() < 12 && to.After(late) && to.Sub(late) <= slip {
		readings = append(readings, reading{lasts + "with its start in the afternoon", e.session(late, to)})
	}
	if till := sameDay(e.Start, to); to.YearDay() != e.Start.In(to.Location()).YearDay() {
		if till.After(e.Start) {
			readings = append(readings, reading{lasts + "on the first of its days", e.session(e.Start, till)},
				reading{lasts + "on the last of its days", e.session(sameDay(to, e.Start), to)})
		} else {
			readings = append(readings, reading{lasts + "from its start, with an end that is wrong", e.session(e.Start, time.Time{})})
		}
	}
	if to.Sub(e.Start) > longestEvent {
		readings = readings[1:]
	}
	if len(readings) == 1 {
		readings = append(readings, reading{lasts + "the day alone, at an hour that is not said", e.day(e.Start)})
	}
	e.End = readings[0].session.End.Time
	e.dispute("end", readings...)
}

// sameDay is the clock time of clock on the day of day, where day is.
func sameDay(day, clock time.Time) time.Time {
	y, mo, d := day.Date()
	clock = clock.In(day.Location())
	return time.Date(y, mo, d, clock.Hour(), clock.Minute(), clock.Second(), 0, day.Location())
}

func lengthInWords(d time.Duration) string {
	if d < 48*time.Hour {
		return fmt.Sprintf("%d hours", int(d.Hours()))
	}
	return fmt.Sprintf("%d days", int(d.Hours()/24))
}
