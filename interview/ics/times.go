package ics

import (
	"fmt"
	"strings"
	"time"

	"github.com/emersion/go-ical"
)

// times reads when an event is, and notes what contradicts itself.
func (r *reader) times(e *Event, c *ical.Component) {
	start, ok := r.moment(first(c, "DTSTART"))
	if !ok {
		return
	}
	e.Start, e.AllDay, e.Zone, e.Floating, e.Conflict = start.at, start.day, start.zone, start.floating, start.conflict
	end, ok := r.moment(first(c, "DTEND"))
	switch {
	case ok && end.day != start.day: // a date for the end of a clock time says nothing
	case ok:
		e.End = end.at
		if e.Conflict == "" {
			e.Conflict = end.conflict
		}
	default:
		if d, ok := parseDuration(value(first(c, "DURATION"))); ok {
			e.End = e.Start.Add(d)
		}
	}
	if word(first(c, "X-MICROSOFT-CDO-ALLDAYEVENT")) == "TRUE" && midnight(e.Start) && (e.End.IsZero() || midnight(e.End)) {
		e.AllDay = true
	}
	switch {
	case e.End.Equal(e.Start): // an end that says nothing
		e.End = time.Time{}
	case !e.End.IsZero() && e.End.Before(e.Start):
		e.Conflict = "the calendar part ends before it starts"
	case e.End.Sub(e.Start) > longestEvent && !e.End.IsZero():
		e.Conflict = fmt.Sprintf("the calendar part lasts %d days", int(e.End.Sub(e.Start).Hours()/24))
	}
}

func midnight(t time.Time) bool { return t.Hour() == 0 && t.Minute() == 0 }

// moment is one time of an event, with its zone.
type moment struct {
	at       time.Time
	day      bool // a date alone
	zone     string
	floating bool
	conflict string
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

// units of a DURATION.
var units = map[byte]time.Duration{
	'W': 7 * 24 * time.Hour, 'D': 24 * time.Hour, 'H': time.Hour, 'M': time.Minute, 'S': time.Second,
}

// longest is the longest duration that is read: nothing about an interview lasts longer.
const longest = 400 * 24 * time.Hour

// parseDuration reads PT1H30M, P1D or -PT15M (RFC 5545 3.3.6).
func parseDuration(s string) (time.Duration, bool) {
	s = strings.ToUpper(s)
	negative := strings.HasPrefix(s, "-")
	s, ok := strings.CutPrefix(strings.TrimLeft(s, "+-"), "P")
	if !ok || s == "" {
		return 0, false
	}
	var sum, n time.Duration
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			n = min(n*10+time.Duration(c-'0'), time.Duration(longest/time.Second))
		case units[c] > 0:
			sum += min(n, longest/units[c]) * units[c]
			n = 0
		case c != 'T':
			return 0, false
		}
		if sum > longest {
			return 0, false
		}
	}
	if negative {
		sum = -sum
	}
	return sum, true
}
