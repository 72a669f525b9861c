package when

import (
	"roundtwo/interview"
	"roundtwo/parse/token"
)

// ReadIn reads the hour of t anew in a zone that stands elsewhere: in the heading of a table, "Tuesday, July 20 (Pacific)". words
// are all that says the zone, without brackets. It reports false, and changes nothing, where they are no zone.
func (t *Reading) ReadIn(words string, ref Reference) bool {
	z := zoneOf(words, ref)
	if z == nil || t.Start.IsZero() {
		return false
	}
	wall := t.Start.Time
	y, m, d := wall.Date()
	date := civil(y, int(m), d)
	s := ref.settle(z, date, wall.Hour()*60+wall.Minute())
	if s.loc == nil || s.assumed && s.why == "" {
		return false
	}
	x := &draft{Reading: *t, date: date, from: wall.Hour()*60 + wall.Minute(), to: -1}
	if !t.End.IsZero() && !t.End.DateOnly {
		x.to = x.from + int(t.End.Time.Sub(wall).Minutes())
	}
	t.Doubt = x.otherwise(s)
	t.Zone, t.ZoneAssumed = s.name, s.assumed
	t.Start, t.End = clockedAs(t.Start, s), clockedAs(t.End, s)
	return true
}

// clockedAs is the same hour on a clock.
func clockedAs(m interview.Moment, s settled) interview.Moment {
	if m.IsZero() {
		return m
	}
	return interview.Moment{Time: on(s.loc, m.Time), DateOnly: m.DateOnly}
}

// zoneOf reads words that say a zone and nothing else; nil where they say more, or none.
func zoneOf(words string, ref Reference) *zoneWord {
	toks := token.Cut("12:00 " + words)
	if ref.Language == "" {
		ref.Language = "en"
	}
	r := newReader(toks, ref)
	r.scan()
	if len(r.marks) != 2 || r.marks[1].kind != zoneMark || r.skipSign(r.marks[1].span.To, ")]") != r.n {
		return nil
	}
	r.marks[1].zone.said = words
	return r.marks[1].zone
}
