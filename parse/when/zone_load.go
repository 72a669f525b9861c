package when

import (
	"strings"
	"sync"
	"time"

	"roundtwo/interview"
)

// loaders loads each zone of the table once, when it is first met.
var loaders = makeLoaders()

func makeLoaders() map[string]func() *time.Location {
	out := map[string]func() *time.Location{}
	for _, z := range zoneWords {
		if name := z.zone; name != "" && out[name] == nil {
			out[name] = sync.OnceValue(func() *time.Location { return load(name) })
		}
	}
	return out
}

// loadZone gives the location of an IANA name or "UTC+05:30"; nil where there is none of that name.
func loadZone(name string) *time.Location {
	if l := loaders[name]; l != nil {
		return l()
	}
	return load(name)
}

func load(name string) *time.Location {
	loc, err := interview.Location(name)
	if err != nil {
		return nil
	}
	return loc
}

// place decides which zone a word means: hers, where her clock is known by that abbreviation too (IST in Dublin, CST in
// Shanghai, CET in Vienna); else the one that most people mean.
func (z zoneWord) place(ref Reference, at time.Time) (name string, loc *time.Location) {
	if z.ours {
		_, offset := ref.Time.Zone()
		name := "UTC" + offsetText(offset)
		return name, time.FixedZone(name, offset)
	}
	if z.local || z.zone == "" {
		return ref.ZoneName, ref.Zone
	}
	if z.family != "" && ref.Zone != nil && ref.usesOneOf(z.family, at) {
		return ref.ZoneName, ref.Zone
	}
	if z.family == "GMT" {
		// In winter GMT is London's clock; in summer, when London's is another, it is meant literally.
		if loc := loadZone(z.zone); loc == nil || at.In(loc).IsDST() {
			return "UTC", time.UTC
		}
	}
	return z.zone, loadZone(z.zone)
}

// usesOneOf reports whether her clocks show one of the abbreviations in the year of at.
func (ref Reference) usesOneOf(abbreviations string, at time.Time) bool {
	for _, month := range []time.Month{time.January, time.July} {
		name, _ := time.Date(at.Year(), month, 15, 12, 0, 0, 0, ref.Zone).Zone()
		for _, a := range strings.Fields(abbreviations) {
			if a == name {
				return true
			}
		}
	}
	return false
}
