package ics

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"time"
)

// cities gives the zones of the cities and areas that names shown to people are made of ("Chennai, Kolkata, Mumbai, New
// Delhi"), and of the cities that IANA names its zones by; in small letters.
var cities = sync.OnceValue(func() map[string][]*time.Location {
	out := map[string][]*time.Location{}
	add := func(city, zone string) {
		city = strings.ToLower(strings.TrimSpace(city))
		if loc := iana(zone); loc != nil && city != "" && !slices.Contains(out[city], loc) {
			out[city] = append(out[city], loc)
		}
	}
	for row := range strings.Lines(windowsZones) {
		cells := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if strings.HasPrefix(row, "#") || len(cells) != 3 || !strings.Contains(cells[1], "/") {
			continue
		}
		add(cells[0], cells[1])
		add(strings.ReplaceAll(cells[1][strings.LastIndexByte(cells[1], '/')+1:], "_", " "), cells[1])
		for city := range strings.SplitSeq(cells[2], ",") {
			add(city, cells[1])
			if area, _, ok := strings.Cut(city, " ("); ok {
				add(area, cells[1]) // "Eastern Time" of "Eastern Time (US & Canada)"
			}
		}
	}
	return out
})

// named finds the zone that a name means, in whatever case it is written, with what some put behind it: "Europe/Oslo
// (CET)", and with the name that Windows has for summer.
func named(name string) *time.Location {
	if loc := known(name); loc != nil {
		return loc
	}
	bare, _, _ := strings.Cut(name, " (")
	bare = strings.TrimSpace(bare)
	if strings.Contains(bare, "/") {
		return cmp.Or(iana(bare), iana(properCase(bare)))
	}
	lower := strings.ToLower(name)
	if i := strings.Index(lower, " daylight time"); i > 0 {
		return known(lower[:i] + " standard time")
	}
	return nil
}

// smallWords are what IANA does not capitalise: America/Port_of_Spain, Africa/Dar_es_Salaam, Europe/Isle_of_Man.
var smallWords = map[string]bool{"of": true, "es": true, "au": true}

// properCase writes a name as IANA does: america/port-au-prince is America/Port-au-Prince.
func properCase(name string) string {
	out, start := []byte(strings.ToLower(name)), 0
	for i := 0; i <= len(out); i++ {
		if i < len(out) && !strings.ContainsRune("/_-", rune(out[i])) {
			continue
		}
		if i > start && !smallWords[string(out[start:i])] && out[start] >= 'a' && out[start] <= 'z' {
			out[start] -= 'a' - 'A'
		}
		start = i + 1
	}
	return string(out)
}

// byCity finds the zone of a name that lists cities, in whatever way: "(GMT+01.00) Sarajevo/Warsaw/Zagreb". An offset
// that is stated must be that zone's in winter. nil where no city is known, or the known ones disagree.
func byCity(name string, offset int, stated bool) *time.Location {
	if strings.HasPrefix(name, "(") {
		_, name, _ = strings.Cut(name, ")")
	}
	var found *time.Location
	pieces := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return strings.ContainsRune("/,;:|", r) })
	for _, piece := range pieces {
		for _, loc := range cities()[strings.TrimSpace(piece)] {
			switch {
			case stated && standard(loc) != offset:
			case found != nil && !alike(found, loc):
				return nil
			case found == nil:
				found = loc
			}
		}
	}
	return found
}

// reference is the year in which zones are compared.
const reference = 2026

// standard is the offset of a zone outside of summer time, in seconds east: the smaller of two half years.
func standard(loc *time.Location) int {
	return min(offsetOf(time.Date(reference, 1, 15, 12, 0, 0, 0, loc)), offsetOf(time.Date(reference, 7, 15, 12, 0, 0, 0, loc)))
}

// alike reports whether two zones have the same clock all year.
func alike(a, b *time.Location) bool {
	for month := time.January; month <= time.December; month++ {
		at := time.Date(reference, month, 15, 12, 0, 0, 0, time.UTC)
		if offsetOf(at.In(a)) != offsetOf(at.In(b)) {
			return false
		}
	}
	return true
}

// summers are the other offsets that zones of a standard offset have at a clock time, for the season: half a year later
// they have that one again. Each once, smallest first.
func summers(wall time.Time, offset int) []int {
	var out []int
	for _, zones := range cities() {
		for _, loc := range zones {
			at := in(wall, loc).at
			if now := offsetOf(at); now != offset && offsetOf(at.AddDate(0, 6, 0)) == offset && standard(loc) == offset && !slices.Contains(out, now) {
				out = append(out, now)
			}
		}
	}
	slices.Sort(out)
	return out
}
