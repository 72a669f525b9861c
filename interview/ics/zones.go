package ics

import (
	"fmt"
	"strings"
	"time"

	"github.com/emersion/go-ical"

	"roundtwo/interview"
)

// zones turns the clock times of one file into instants.
type zones struct {
	own      map[string]rules // VTIMEZONEs of the file by TZID
	file     string           // X-WR-TIMEZONE: the zone of the whole file
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

// instant is a time in UTC. A TZID beside it says where it is to be shown; some writers mean a clock time there.
func (z *zones) instant(at time.Time, tzid string) moment {
	m := moment{at: at, zone: "UTC"}
	if tzid == "" {
		return m
	}
	there := z.place(at, tzid)
	if _, offset := there.at.Zone(); offset != 0 && !there.floating {
		m.conflict = fmt.Sprintf("the calendar part gives %s both in UTC and in the zone %q", at.Format("15:04"), zoneName(tzid))
	}
	return m
}

// place is the instant of a clock time in the zone that is named. The name goes before the rules in the file: those
// can be wrong or forged, and where they disagree the event says so. A name without an area ("EST") is worth less
// than rules.
func (z *zones) place(wall time.Time, tzid string) moment {
	tzid = zoneName(tzid)
	own, ruled := z.own[tzid]
	if tzid == "" {
		if loc := known(z.file); loc != nil {
			return in(wall, loc)
		}
		return z.float(wall, "")
	}
	loc := known(tzid)
	if loc == nil && ruled {
		loc = known(own.location)
	}
	switch {
	case loc != nil && ruled:
		return checked(wall, tzid, loc, own)
	case loc != nil:
		return in(wall, loc)
	case ruled:
		if offset, ok := own.offset(wall); ok {
			return in(wall, fixed(offset))
		}
	}
	if offset, ok := offsetInName(tzid); ok {
		m := in(wall, fixed(offset))
		if strings.HasPrefix(tzid, "(") { // what Windows shows is the offset of winter, summer is not in it
			m.conflict = fmt.Sprintf("the calendar part names the zone %q, of which only the offset is known", tzid)
		}
		return m
	}
	return z.float(wall, fmt.Sprintf("the calendar part names the zone %q, which is unknown", tzid))
}

// checked is a clock time in a zone known by name, for which the file has rules as well.
func checked(wall time.Time, tzid string, loc *time.Location, own rules) moment {
	m := in(wall, loc)
	offset, ok := own.offset(wall)
	if _, want := m.at.Zone(); !ok || offset == want {
		return m
	}
	if !strings.Contains(loc.String(), "/") {
		return in(wall, fixed(offset))
	}
	m.conflict = fmt.Sprintf("the calendar part says %q, but its own rules for it say %s and not %s",
		tzid, fixed(offset), fixed(offsetOf(m.at)))
	return m
}

func (z *zones) float(wall time.Time, conflict string) moment {
	m := in(wall, z.floating)
	m.zone, m.floating, m.conflict = locationName(z.floating), true, conflict
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
