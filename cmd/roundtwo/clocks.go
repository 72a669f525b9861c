package main

import (
	"cmp"
	"fmt"
	"os"
	"time"

	"roundtwo/interview/zone"
)

// zoneinfo are the folders in which systems keep their time zones; the variables are those that Go and the C library read.
func zoneinfo() []string {
	return []string{os.Getenv("ZONEINFO"), os.Getenv("TZDIR"), "/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/usr/lib/locale/TZ", "/etc/zoneinfo"}
}

// offerZones hands the machine's time zones to those who read times, and gives their release and where they are.
func offerZones(folders []string) (machine zone.Release, folder string) {
	for _, folder = range folders {
		if info, err := os.Stat(folder); err == nil && info.IsDir() {
			return zone.Offer(os.DirFS(folder)), folder
		}
	}
	return zone.Release{}, ""
}

// clocksInUse is "time zones of 2026f".
func clocksInUse() string {
	r := zone.InUse()
	if r.Machine {
		return fmt.Sprintf("time zones of %s, the machine's", r.Release)
	}
	return fmt.Sprintf("time zones of %s, its own", r.Release)
}

// staleZones is the age from which clocks somewhere have most likely changed: governments do it several times a year.
const staleZones = 365 * 24 * time.Hour

// clocks judges the time zones: those in use, and those that the other programs on this machine go by.
func clocks(machine zone.Release, folder string, now time.Time) finding {
	used, own := zone.InUse(), zone.Embedded()
	f := finding{text: clocksInUse()}
	switch {
	case used.Machine:
	case folder == "":
		f.text += "; the machine has none"
	case machine.Release == "":
		f.text += fmt.Sprintf("; which release the machine's are (%s) is not said there", folder)
	case machine.Release == own.Release:
		f.text += "; the machine's are the same"
	default:
		f.text += fmt.Sprintf("; the machine's (%s) are of %s", folder, machine.Release)
		f.advice = "update the machine's time zones (package tzdata): other programs here, your calendar among them, may show an hour that is no longer right"
	}
	if age := now.Sub(used.Made); age > staleZones {
		f.advice = cmp.Or(f.advice, "update roundtwo, or the machine's package tzdata") + fmt.Sprintf("; the time zones in use are %d days old, and clocks somewhere have changed since", int(age.Hours())/24)
	}
	return f
}
