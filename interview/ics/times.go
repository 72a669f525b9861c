package ics

import (
	"strings"
	"time"

	"github.com/emersion/go-ical"
)

// times reads when an event is, and notes what contradicts itself.
func (r *reader) times(e *Event, c *ical.Component) {
	r.zones.event = value(first(c, "TZID"))
	e.Original = r.original(c)
	start, ok := r.moment(first(c, "DTSTART"))
	if !ok {
		return
	}
	e.Start, e.AllDay, e.Zone, e.Floating = start.at, start.day, start.zone, start.floating
	end, ended := r.end(c, start)
	if ended {
		e.End = end.at
	}
	if word(first(c, "X-MICROSOFT-CDO-ALLDAYEVENT")) == "TRUE" && midnight(e.Start) && (e.End.IsZero() || midnight(e.End)) {
		e.AllDay = true
	}
	r.weighSpan(e, start, end)
	e.disputeZone(start)
}

// original is the start that an event gives up: the occurrence that it stands for, or the time that was agreed before a
// proposal of Outlook.
func (r *reader) original(c *ical.Component) time.Time {
	for _, name := range []string{"RECURRENCE-ID", "X-MS-OLK-ORIGINALSTART"} {
		if m, ok := r.moment(first(c, name)); ok && !m.day {
			return m.at
		}
	}
	return time.Time{}
}

// end is when an event ends. A clock time without a zone is one in the zone of the start; a date for the end of a clock
// time says nothing.
func (r *reader) end(c *ical.Component, start moment) (moment, bool) {
	p := first(c, "DTEND")
	if w, ok := parseTime(value(p)); ok {
		if !w.day && !w.zoned && p.Params["TZID"] == nil && !start.day {
			return in(w.wall, start.at.Location()), true
		}
		end, _ := r.moment(p)
		return end, end.day == start.day
	}
	if d, ok := parseLength(value(first(c, "DURATION"))); ok {
		return moment{at: d.after(start.at), day: start.day, zone: start.zone}, true
	}
	return moment{}, false
}

func midnight(t time.Time) bool { return t.Hour() == 0 && t.Minute() == 0 }

// moment is one time of an event, with its zone.
type moment struct {
	at       time.Time
	day      bool // a date alone
	zone     string
	floating bool
	doubt    doubt // what contradicts itself in it
}

func (r *reader) moment(p *ical.Prop) (moment, bool) {
	w, ok := parseTime(value(p))
	if !ok {
		return moment{}, false
	}
	tzid := strings.Join(p.Params["TZID"], ",")
	if w.day {
		return r.zones.day(w.wall), true
	}
	if w.zoned {
		return r.zones.instant(w.wall, tzid), true
	}
	return r.zones.place(w.wall, tzid), true
}

// written is a time as it stands in the file.
type written struct {
	wall  time.Time // the clock time as UTC, unless zoned
	day   bool
	zoned bool // ends in Z or an offset
}

// timeLayouts are the forms of a time that are met with: the first three are those of RFC 5545.
var timeLayouts = []struct {
	layout     string
	day, zoned bool
}{
	{"20060102T150405Z0700", false, true},
	{"20060102T150405", false, false},
	{"20060102", true, false},
	{"20060102T1504Z0700", false, true},
	{"20060102T1504", false, false},
	{"2006-01-02T15:04:05Z07:00", false, true},
	{"2006-01-02T15:04:05", false, false},
	{"2006-01-02T15:04Z07:00", false, true},
	{"2006-01-02T15:04", false, false},
	{"2006-01-02", true, false},
}

func parseTime(s string) (written, bool) {
	s = strings.ToUpper(strings.TrimSpace(s))
	for _, f := range timeLayouts {
		if t, err := time.Parse(f.layout, s); err == nil {
			return written{wall: t.UTC(), day: f.day, zoned: f.zoned}, true
		}
	}
	return written{}, false
}

// length is a DURATION. A day is one of the calendar, 23 or 25 hours long where the clocks change; 24 hours are 24 hours
// (RFC 5545 3.3.6).
type length struct {
	days  int
	exact time.Duration
}

// after is the time that lies a length after t.
func (l length) after(t time.Time) time.Time { return t.AddDate(0, 0, l.days).Add(l.exact) }

// units of a DURATION that are no days.
var units = map[byte]time.Duration{'H': time.Hour, 'M': time.Minute, 'S': time.Second}

// days of a unit.
var unitDays = map[byte]int{'W': 7, 'D': 1}

// longest is the longest duration that is read: nothing about an interview lasts longer.
const longest = 400 * 24 * time.Hour

// parseDuration reads PT1H30M, P1D or -PT15M with days of 24 hours.
func parseDuration(s string) (time.Duration, bool) {
	sum, ok := parseLength(s)
	return time.Duration(sum.days)*24*time.Hour + sum.exact, ok
}

// parseLength reads PT1H30M, P1D or -PT15M.
func parseLength(s string) (sum length, ok bool) {
	s = strings.ToUpper(s)
	negative := strings.HasPrefix(s, "-")
	s, ok = strings.CutPrefix(strings.TrimLeft(s, "+-"), "P")
	if !ok || s == "" {
		return length{}, false
	}
	n := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			n = min(n*10+int(c-'0'), int(longest/time.Second))
		case unitDays[c] > 0:
			sum.days += n * unitDays[c]
			n = 0
		case units[c] > 0:
			sum.exact += min(time.Duration(n), longest/units[c]) * units[c]
			n = 0
		case c != 'T':
			return length{}, false
		}
		if sum.days > int(longest.Hours())/24 || sum.exact > longest {
			return length{}, false
		}
	}
	if negative {
		sum.days, sum.exact = -sum.days, -sum.exact
	}
	return sum, true
}
