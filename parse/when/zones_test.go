package when

import (
	"archive/zip"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"roundtwo/interview/zone"
	"roundtwo/parse/token"
)

// In every zone of the world, on the days around every change of its clocks, an hour that exists is the hour on the wall.
func TestTheHourOnTheWallInEveryZone(t *testing.T) {
	zones, read, changes := zoneNames(t), 0, 0
	for _, name := range zones {
		loc, err := zone.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, day := range changeDays(loc) {
			changes++
			for _, d := range []int{-1, 0, 1} {
				noon := time.Date(day.Year(), day.Month(), day.Day()+d, 14, 30, 0, 0, loc)
				text := noon.Format("Monday 2 January 2006 at 15:04")
				ref := at(noon.AddDate(0, 0, -6).Format("2006-01-02 15:04"), name)
				list := Read(text, token.Cut(text), ref)
				if len(list) != 1 || !list[0].Start.Time.Equal(noon) {
					t.Errorf("%s, %q: %s, want %s", name, text, said(list), noon)
				}
				read++
			}
		}
	}
	if len(zones) < 400 || changes < 300 {
		t.Errorf("%d zones with %d changes: this shows little", len(zones), changes)
	}
	t.Logf("%d zones, %d changes of the clocks, %d times read", len(zones), changes, read)
}

// changeDays are the days of 2026 on which the clocks of a zone change, four at most.
func changeDays(loc *time.Location) (days []time.Time) {
	for d := time.Date(2026, 1, 1, 12, 0, 0, 0, loc); d.Year() == 2026 && len(days) < 4; d = d.AddDate(0, 0, 1) {
		_, before := d.AddDate(0, 0, -1).Zone()
		if _, after := d.Zone(); before != after {
			days = append(days, d)
		}
	}
	return days
}

// zoneNames are those of Go's own copy of the IANA database.
func zoneNames(t *testing.T) (names []string) {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Skip(err)
	}
	r, err := zip.OpenReader(strings.TrimSpace(string(root)) + "/lib/time/zoneinfo.zip")
	if err != nil {
		t.Skip(err)
	}
	defer r.Close()
	for _, f := range r.File {
		if name := f.Name; strings.Contains(name, "/") && !strings.HasSuffix(name, "/") && !strings.HasPrefix(name, "Etc/") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
