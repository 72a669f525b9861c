package ics

import (
	"strings"
	"time"

	"github.com/emersion/go-ical"

	"roundtwo/interview"
)

// zones turns the clock times of one file into instants.
type zones struct {
	own      map[string]rules // VTIMEZONEs of the file by TZID
	file     string           // the zone of the whole file: a TZID or X-WR-TIMEZONE of its own
	event    string           // the zone of the event that is read: a TZID that is a property, not a parameter
	floating *time.Location
}

func (z *zones) add(c *ical.Component) {
	if name := zoneName(value(first(c, "TZID"))); name != "" {
		z.own[name] = newRules(c)
	}
}

// zoneName takes off what some writers put around a name.
func zoneName(s string) string { return strings.Trim(strings.TrimSpace(unescape(s)), `"'`) }

// day is a date alone: it is in no zone, and is shown in the reader's.
func (z *zones) day(wall time.Time) moment {
	y, m, d := wall.Date()
	return moment{at: time.Date(y, m, d, 0, 0, 0, 0, z.floating), day: true, zone: locationName(z.floating), floating: true}
}

// instant is a time in UTC. A TZID beside it says where it is to be shown; some writers mean a clock time there. The Z
// goes first: it is the rule (RFC 5545 3.3.5), and what nearly every other reader goes by (docs/calendars.md).
func (z *zones) instant(at time.Time, tzid string) moment {
	m := moment{at: at, zone: "UTC"}
	if tzid == "" {
		return m
	}
	there := z.place(at, tzid)
	if _, offset := there.at.Zone(); offset != 0 && !there.floating {
		m.doubt = doubt{
			field: "zone", words: "in UTC, as the Z at its end says and as most calendars show it",
			others: []guess{{there.at, there.zone, false, "in the zone that stands beside it, " + zoneName(tzid) + ", which its writer may have meant"}},
		}
	}
	return m
}

// place is the instant of a clock time in the zone that is named. The name goes before the rules in the file: those
// can be wrong or forged, and where they disagree the event says so. A name without an area ("EST") is worth less
// than rules.
func (z *zones) place(wall time.Time, tzid string) moment {
	tzid = zoneName(tzid)
	if tzid == "" {
		return z.zoneless(wall)
	}
	own, ruled := z.own[tzid]
	loc := named(tzid)
	if loc == nil && ruled {
		loc = known(own.location)
	}
	switch {
	case loc != nil && ruled:
		return checked(wall, tzid, loc, own)
	case loc != nil:
		return besideOffset(wall, tzid, loc)
	case ruled:
		if offset, ok := own.offset(wall); ok {
			return in(wall, fixed(offset))
		}
	}
	return z.guessed(wall, tzid)
}

// zoneless is a clock time beside which no zone stands: that of the event counts, else that of the whole file.
func (z *zones) zoneless(wall time.Time) moment {
	for _, name := range []string{z.event, z.file} {
		if loc := named(zoneName(name)); loc != nil {
			return in(wall, loc)
		}
		if offset, ok := z.own[zoneName(name)].offset(wall); ok {
			return in(wall, fixed(offset))
		}
	}
	return z.float(wall)
}

// guessed is a clock time in a zone of which neither the name nor rules are known.
func (z *zones) guessed(wall time.Time, tzid string) moment {
	offset, stated := offsetInName(tzid)
	if loc := byCity(tzid, offset, stated); loc != nil {
		return in(wall, loc)
	}
	if stated {
		return offsetAlone(wall, tzid, offset)
	}
	m := z.float(wall)
	m.doubt = doubt{field: "zone", words: "on your own clock: the zone that is named, " + tzid + ", is unknown, and most calendars show such a time so"}
	if other, ok := z.only(wall); ok {
		// The file describes one zone and the time names another: they were meant to be the same.
		mine := guess{m.at, m.zone, true, m.doubt.words}
		other.doubt = doubt{field: "zone", words: "in the only zone that the file describes; the zone that the time names, " + tzid + ", is unknown", others: []guess{mine}}
		return other
	}
	if utc := in(wall, time.UTC); !utc.at.Equal(m.at) {
		m.doubt.others = []guess{{utc.at, utc.zone, false, "in UTC, as some calendars take a zone that they do not know"}}
	}
	return m
}

// only reads a clock time in the one zone that the file describes; ok is false where it describes none, or several.
func (z *zones) only(wall time.Time) (m moment, ok bool) {
	if len(z.own) != 1 {
		return moment{}, false
	}
	for name, own := range z.own {
		if loc := named(name); loc != nil {
			return in(wall, loc), true
		}
		if offset, ok := own.offset(wall); ok {
			return in(wall, fixed(offset)), true
		}
	}
	return moment{}, false
}

// besideOffset is a clock time in a zone whose name, as Windows shows it, has an offset in front: "(UTC-05:00) Eastern
// Time". It must be that of the zone in winter.
func besideOffset(wall time.Time, tzid string, loc *time.Location) moment {
	m := in(wall, loc)
	offset, stated := offsetInName(tzid)
	if !stated || !strings.HasPrefix(tzid, "(") || standard(loc) == offset {
		return m
	}
	there := in(wall, fixed(offset))
	m.doubt = doubt{
		field: "zone", words: "in the place that its zone is named by, " + tzid,
		others: []guess{{there.at, there.zone, false, "by the offset in that name"}},
	}
	return m
}

// offsetAlone is a clock time of whose zone only the offset is known. In "(UTC+01:00) Somewhere" and "GMT +0100 (Standard)"
// it is that of winter: where a zone of that offset has another one on that day, both are possible.
func offsetAlone(wall time.Time, tzid string, offset int) moment {
	m := in(wall, fixed(offset))
	if !strings.HasPrefix(tzid, "(") && !strings.Contains(tzid, "(Standard)") {
		return m
	}
	for _, shift := range summers(wall, offset) {
		there := in(wall, fixed(shift))
		m.doubt.others = append(m.doubt.others, guess{there.at, there.zone, false, "with summer time, which such a name leaves out"})
	}
	if len(m.doubt.others) > 0 {
		m.doubt.field, m.doubt.words = "zone", "by the offset in the name of its zone, "+tzid
	}
	return m
}

// checked is a clock time in a zone known by name, for which the file has rules as well. Other readers are split between
// the two, by four to seven (docs/calendars.md).
func checked(wall time.Time, tzid string, loc *time.Location, own rules) moment {
	m := in(wall, loc)
	offset, ok := own.offset(wall)
	if _, want := m.at.Zone(); !ok || offset == want {
		return m
	}
	if !strings.Contains(loc.String(), "/") {
		return in(wall, fixed(offset))
	}
	there := in(wall, fixed(offset))
	m.doubt = doubt{
		field: "zone", words: "by the name of its zone, " + tzid + ", as most calendars show it",
		others: []guess{{there.at, there.zone, false, "by the rules that the file has for that zone (" + fixed(offset).String() + "), as some calendars show it"}},
	}
	return m
}

func (z *zones) float(wall time.Time) moment {
	m := in(wall, z.floating)
	m.zone, m.floating = locationName(z.floating), true
	return m
}

// in reads the clock time of wall in loc.
func in(wall time.Time, loc *time.Location) moment {
	y, mo, d := wall.Date()
	h, mi, s := wall.Clock()
	return moment{at: time.Date(y, mo, d, h, mi, s, 0, loc), zone: locationName(loc)}
}

func locationName(loc *time.Location) string {
	if loc == time.UTC {
		return "UTC"
	}
	return loc.String()
}

func offsetOf(t time.Time) int {
	_, offset := t.Zone()
	return offset
}

// fixed is the zone of a bare offset in seconds east, named as interview.Location names it.
func fixed(offset int) *time.Location {
	if offset == 0 {
		return time.UTC
	}
	loc := time.FixedZone("", offset)
	name := "UTC" + time.Unix(0, 0).In(loc).Format("-07:00")
	if named, err := interview.Location(name); err == nil && offsetOf(time.Unix(0, 0).In(named)) == offset {
		return named
	}
	return time.FixedZone(name, offset)
}
