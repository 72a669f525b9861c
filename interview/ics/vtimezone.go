package ics

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/emersion/go-ical"
)

// rules is a VTIMEZONE: when its clocks change, and to what.
type rules struct {
	location string // X-LIC-LOCATION: the IANA name, where the writer knew it
	turns    []turn
}

// turn is one STANDARD or DAYLIGHT: from its onsets on, the offset is to.
type turn struct {
	start    time.Time // the first onset, as a clock time; year 1601 with Outlook
	dates    []time.Time
	yearly   *yearly
	from, to int // seconds east of Greenwich
	standard bool
}

func newRules(c *ical.Component) rules {
	r := rules{location: value(first(c, "X-LIC-LOCATION"))}
	for _, child := range c.Children {
		if t, ok := newTurn(child); ok {
			r.turns = append(r.turns, t)
		}
	}
	return r
}

func newTurn(c *ical.Component) (turn, bool) {
	start, ok := parseTime(value(first(c, "DTSTART")))
	to, known := signedOffset(value(first(c, "TZOFFSETTO")))
	if !ok || !known {
		return turn{}, false
	}
	t := turn{start: start.wall, to: to, standard: c.Name == ical.CompTimezoneStandard}
	if t.from, ok = signedOffset(value(first(c, "TZOFFSETFROM"))); !ok {
		t.from = to
	}
	for _, p := range c.Props["RDATE"] {
		for s := range strings.SplitSeq(p.Value, ",") {
			if d, ok := parseTime(s); ok {
				t.dates = append(t.dates, d.wall)
			}
		}
	}
	t.yearly = parseYearly(value(first(c, "RRULE")))
	return t, true
}

// signedOffset reads an offset; a missing sign is a plus.
func signedOffset(s string) (int, bool) {
	if s != "" && s[0] >= '0' && s[0] <= '9' {
		s = "+" + s
	}
	return parseOffset(s)
}

// offset is what the clocks show at a clock time, in seconds east: that of the latest onset before. ok is false where
// there are no rules. Before the first of them it is what that one changes from.
func (r rules) offset(wall time.Time) (seconds int, ok bool) {
	if len(r.turns) == 0 {
		return 0, false
	}
	var latest time.Time
	var now turn
	for _, t := range r.turns {
		onset, ok := t.last(wall)
		if ok && (onset.After(latest) || onset.Equal(latest) && t.standard) {
			latest, now = onset, t
		}
	}
	if !latest.IsZero() {
		return now.to, true
	}
	first := slices.MinFunc(r.turns, func(a, b turn) int { return a.start.Compare(b.start) })
	return first.from, true
}

// last is the latest onset at or before a clock time.
func (t turn) last(wall time.Time) (onset time.Time, ok bool) {
	take := func(d time.Time) {
		if !d.After(wall) && (!ok || d.After(onset)) {
			onset, ok = d, true
		}
	}
	take(t.start)
	for _, d := range t.dates {
		take(d)
	}
	if t.yearly != nil {
		for year := wall.Year() - 1; year <= wall.Year(); year++ {
			if d, there := t.yearly.in(year, t.start); there && !d.Before(t.start) {
				take(d)
			}
		}
	}
	return onset, ok
}

// yearly is the part of RRULE that writers of VTIMEZONE use: one day a year.
type yearly struct {
	month   time.Month // 0: that of the start
	weekday time.Weekday
	nth     int   // 2 for the second such weekday of the month, -1 for the last; 0 where days decide
	days    []int // BYMONTHDAY
	byDay   bool
	until   time.Time
}

// weekdays are the names of RRULE.
var weekdays = map[string]time.Weekday{
	"SU": time.Sunday, "MO": time.Monday, "TU": time.Tuesday, "WE": time.Wednesday,
	"TH": time.Thursday, "FR": time.Friday, "SA": time.Saturday,
}

// parseYearly reads a rule such as FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU. nil: there is none, or none of that kind.
func parseYearly(rule string) *yearly {
	rule = strings.ToUpper(rule)
	if !strings.Contains(rule, "FREQ=YEARLY") {
		return nil
	}
	var y yearly
	for part := range strings.SplitSeq(rule, ";") {
		key, val, _ := strings.Cut(part, "=")
		switch key {
		case "BYMONTH":
			n, _ := strconv.Atoi(val)
			y.month = time.Month(n)
		case "BYDAY":
			y.setDay(val)
		case "BYMONTHDAY":
			for s := range strings.SplitSeq(val, ",") {
				if n, err := strconv.Atoi(s); err == nil && n != 0 {
					y.days = append(y.days, n)
				}
			}
		case "UNTIL":
			if d, ok := parseTime(val); ok {
				y.until = d.wall
			}
		}
	}
	if y.month < 0 || y.month > 12 {
		return nil
	}
	return &y
}

// setDay reads BYDAY: 2SU, -1SU, or SU, which BYMONTHDAY narrows down.
func (y *yearly) setDay(s string) {
	if len(s) < 2 {
		return
	}
	day, ok := weekdays[s[len(s)-2:]]
	if !ok {
		return
	}
	y.weekday, y.byDay = day, true
	if n, err := strconv.Atoi(strings.TrimPrefix(s[:len(s)-2], "+")); err == nil && n >= -5 && n <= 5 {
		y.nth = n
	}
}

// in is the onset of a year, at the clock time of start.
func (y *yearly) in(year int, start time.Time) (time.Time, bool) {
	month := y.month
	if month == 0 {
		month = start.Month()
	}
	length := time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	day := start.Day()
	switch {
	case y.byDay && len(y.days) > 0:
		day = y.firstOf(year, month, length)
	case y.byDay:
		day = nthWeekday(year, month, length, y.weekday, y.nth)
	case len(y.days) > 0:
		day = fromEnd(y.days[0], length)
	}
	if day < 1 || day > length {
		return time.Time{}, false
	}
	h, m, s := start.Clock()
	onset := time.Date(year, month, day, h, m, s, 0, time.UTC)
	if !y.until.IsZero() && onset.After(y.until.AddDate(0, 0, 1)) { // UNTIL is in UTC: a day covers every offset
		return time.Time{}, false
	}
	return onset, true
}

// firstOf is the first of the days named that is the right weekday; 0 where none is.
func (y *yearly) firstOf(year int, month time.Month, length int) int {
	for _, d := range y.days {
		d = fromEnd(d, length)
		if time.Date(year, month, d, 0, 0, 0, 0, time.UTC).Weekday() == y.weekday {
			return d
		}
	}
	return 0
}

// fromEnd counts a negative day from the end of the month.
func fromEnd(day, length int) int {
	if day < 0 {
		return length + 1 + day
	}
	return day
}

// nthWeekday is the day of the nth such weekday, counted from the end where nth is negative; nth 0 is the first.
func nthWeekday(year int, month time.Month, length int, weekday time.Weekday, nth int) int {
	if nth < 0 {
		last := time.Date(year, month, length, 0, 0, 0, 0, time.UTC).Weekday()
		return length - (int(last)-int(weekday)+7)%7 + 7*(nth+1)
	}
	begin := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC).Weekday()
	return 1 + (int(weekday)-int(begin)+7)%7 + 7*max(nth-1, 0)
}
