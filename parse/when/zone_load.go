package when

import (
	"time"

	"roundtwo/interview"
)

// loadZone gives the location of an IANA name or "UTC+05:30"; nil where there is none of that name.
func loadZone(name string) *time.Location {
	loc, err := interview.Location(name)
	if err != nil {
		return nil
	}
	return loc
}
