// Package zone gives time zones by their IANA names, from the newest database at hand: the one embedded here, or the
// machine's, where the program has handed it over and it is of a later release.
//
// The clocks of a country change by decree, some weeks ahead: a program that has last year's rules is an hour wrong and
// does not know it. So the release in use has a name (InUse), and no zone comes from anywhere else: not from time.LoadLocation,
// which takes what the machine has, however old.
//
// The embedded database is made by go generate (gen.go) from a pinned release of Debian's tzdata. It holds the clocks
// since 1970. The package does no I/O: it is handed the machine's files (Offer).
package zone

import (
	"fmt"
	"io/fs"
	"sync/atomic"
	"time"
)

// inUse is the database that Load asks; nil until the machine's is offered and is newer: the embedded one.
var inUse atomic.Pointer[database]

// Load gives the zone of an IANA name as the database spells it: "Europe/Paris", "UTC", "US/Eastern". A zone is read
// once and then shared; Load may be called by many at once. The error wraps fs.ErrNotExist where there is no such zone.
func Load(name string) (*time.Location, error) {
	if name == "" || name == "UTC" {
		return time.UTC, nil
	}
	if d := inUse.Load(); d != nil {
		// Some systems leave out old names (US/Pacific); those are in the embedded database.
		if loc := d.load(name); loc != nil {
			return loc, nil
		}
	}
	if loc := embedded().load(name); loc != nil {
		return loc, nil
	}
	return nil, fmt.Errorf("zone %q: %w in the time zone database %s", name, fs.ErrNotExist, InUse().Release)
}

// Release is a release of the time zone database.
type Release struct {
	Release string    // "2026f": the year, and letters that count its releases; "" where it is not known
	Made    time.Time // when it was packed; to be taken for about the day of the release
	Machine bool      // it is the machine's, and not the one embedded
}

// InUse is the release that Load takes zones from.
func InUse() Release {
	if d := inUse.Load(); d != nil {
		return d.release
	}
	return embedded().release
}

// Embedded is the release that is part of the program.
func Embedded() Release { return embedded().release }

// Offer hands over the machine's database: the folder that others call zoneinfo. It is taken from now on where its
// release is later than the embedded one, and left alone where it is not, or where it does not tell its release. The
// release that was found there is given back in either case.
//
// A program calls it once, before it reads anything; what was loaded before stays as it was.
func Offer(machine fs.FS) Release {
	d := &database{files: machine, release: releaseIn(machine)}
	if later(d.release.Release, Embedded().Release) {
		inUse.Store(d)
	}
	return d.release
}

// Withdraw goes back to the embedded database.
func Withdraw() { inUse.Store(nil) }
