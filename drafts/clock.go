package drafts

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"roundtwo/interview"
)

// clock writes dates and times as one candidate reads them.
type clock struct {
	words *words
	p     Profile
}

func (c clock) zone() *time.Location {
	if c.p.Zone == nil {
		return time.UTC
	}
	return c.p.Zone
}

func (c clock) fill(o order, t time.Time) string {
	pattern := o.American
	if c.p.British {
		pattern = o.British
	}
	return fillPattern(pattern, "{weekday}", c.words.Weekdays[t.Weekday()], "{month}", c.words.Months[t.Month()-1],
		"{day}", strconv.Itoa(t.Day()), "{year}", strconv.Itoa(t.Year()))
}

// fillPattern puts values in the places of a pattern; cheaper than a strings.Replacer that is used once.
func fillPattern(pattern string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		pattern = strings.ReplaceAll(pattern, pairs[i], pairs[i+1])
	}
	return pattern
}

// date is "Thursday 3 December 2026".
func (c clock) date(t time.Time) string { return c.fill(c.words.Date, t) }

// weekdayDay is "Thursday 3 December".
func (c clock) weekdayDay(t time.Time) string { return c.fill(c.words.WeekdayDay, t) }

// day is "3 December".
func (c clock) day(t time.Time) string { return c.fill(c.words.Day, t) }

// hour is "14:00" or "2:00 pm".
func (c clock) hour(t time.Time) string {
	if c.p.Hours24 {
		return t.Format("15:04")
	}
	half := c.words.AM
	if t.Hour() >= 12 {
		half = c.words.PM
	}
	return t.Format("3:04") + " " + half
}

// hours is "14:00–14:45"; the day of the end is named where it is another one.
func (c clock) hours(start, end time.Time) string {
	if end.IsZero() {
		return c.hour(start)
	}
	if start.YearDay() != end.YearDay() || start.Year() != end.Year() {
		return c.hour(start) + " – " + c.weekdayDay(end) + ", " + c.hour(end)
	}
	return c.hour(start) + "–" + c.hour(end)
}

// place names the zone of t: "New York time (EST, UTC-5)".
func (c clock) place(t time.Time) string {
	city, abbreviation, offset := zoneParts(t)
	if city == "" {
		return strings.TrimSuffix(c.words.UTC+offset, "+0")
	}
	if abbreviation == "" {
		return fillPattern(c.words.Zone, "{city}", city, "{abbreviation}, ", "", "{offset}", offset)
	}
	return fillPattern(c.words.Zone, "{city}", city, "{abbreviation}", abbreviation, "{offset}", offset)
}

// placeShort is "New York time".
func (c clock) placeShort(t time.Time) string {
	city, _, offset := zoneParts(t)
	if city == "" {
		return strings.TrimSuffix(c.words.UTC+offset, "+0")
	}
	return strings.ReplaceAll(c.words.ZoneShort, "{city}", city)
}

// zoneParts gives the city of the zone of t ("" for a bare offset), its abbreviation where it is made of letters, and
// the offset ("+5:30").
func zoneParts(t time.Time) (city, abbreviation, offset string) {
	name := t.Location().String()
	if at := strings.LastIndexByte(name, '/'); at > 0 && !strings.HasPrefix(name, "Etc/") {
		city = strings.ReplaceAll(name[at+1:], "_", " ")
	}
	short, seconds := t.Zone()
	if short != "" && short[0] >= 'A' && short[0] <= 'Z' && !strings.HasPrefix(short, "UTC") {
		abbreviation = short
	}
	sign := "+"
	if seconds < 0 {
		sign, seconds = "-", -seconds
	}
	offset = fmt.Sprintf("%s%d", sign, seconds/3600)
	if minutes := seconds / 60 % 60; minutes != 0 {
		offset += fmt.Sprintf(":%02d", minutes)
	}
	return city, abbreviation, offset
}

// session writes the time of s in loc with its date and its zone; a day alone without hours.
func (c clock) session(s interview.Session, loc *time.Location) string {
	if s.Start.IsZero() {
		return ""
	}
	if s.Start.DateOnly {
		return c.date(s.Start.Time)
	}
	start, end := s.Start.Time.In(loc), s.End.Time
	if !end.IsZero() {
		end = end.In(loc)
	}
	return c.date(start) + ", " + c.hours(start, end) + " " + c.place(start)
}

// moment writes m in her zone: "Thursday 3 December 2026, 14:00 Berlin time (CET, UTC+1)".
func (c clock) moment(m interview.Moment) string {
	switch {
	case m.IsZero():
		return ""
	case m.DateOnly:
		return c.date(m.Time)
	}
	return c.instant(m.Time)
}

func (c clock) instant(t time.Time) string {
	t = t.In(c.zone())
	return c.date(t) + ", " + c.hour(t) + " " + c.place(t)
}

// short is "Thursday 3 December, 14:00" in her zone.
func (c clock) short(t time.Time) string {
	t = t.In(c.zone())
	return c.weekdayDay(t) + ", " + c.hour(t)
}

// sameClock reports whether both zones show the same time at t.
func sameClock(t time.Time, a, b *time.Location) bool {
	_, x := t.In(a).Zone()
	_, y := t.In(b).Zone()
	return x == y
}

// length is "45 minutes", "1 hour", "2 hours"; "" where the end is not stated.
func (c clock) length(s interview.Session) string {
	if s.End.IsZero() || s.End.DateOnly || s.Start.DateOnly {
		return ""
	}
	m := int(s.End.Time.Sub(s.Start.Time).Minutes())
	switch {
	case m <= 0:
		return ""
	case m == 60:
		return c.words.Hour
	case m%60 == 0:
		return strings.ReplaceAll(c.words.Hours, "{n}", fmt.Sprint(m/60))
	}
	return strings.ReplaceAll(c.words.Minutes, "{n}", fmt.Sprint(m))
}

// daysUntil counts the midnights of her zone between now and t.
func (c clock) daysUntil(now, t time.Time) int {
	y, m, d := now.In(c.zone()).Date()
	y2, m2, d2 := t.In(c.zone()).Date()
	from := time.Date(y, m, d, 12, 0, 0, 0, time.UTC)
	to := time.Date(y2, m2, d2, 12, 0, 0, 0, time.UTC)
	return int(to.Sub(from).Hours() / 24)
}
