package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"roundtwo/interview/zone"
)

// folder is a machine's time zones of that release; "" tells none.
func folderOf(t *testing.T, release string) string {
	t.Helper()
	dir := t.TempDir()
	if release != "" {
		write(t, filepath.Join(dir, "tzdata.zi"), "# version "+release+"\n")
	}
	return dir
}

func TestCheckNamesTheTimeZones(t *testing.T) {
	t.Cleanup(zone.Withdraw)
	own := zone.Embedded()
	soon, late := own.Made.AddDate(0, 1, 0), own.Made.AddDate(1, 1, 0)
	for _, c := range []struct {
		name          string
		folders       []string
		now           time.Time
		text, advised string
	}{
		{"none on the machine", []string{"", "/nonexistent"}, soon, own.Release + ", its own; the machine has none", ""},
		{"older ones on the machine", []string{folderOf(t, "2025b")}, soon, own.Release + ", its own; the machine's", "package tzdata"},
		{"the same ones on the machine", []string{folderOf(t, own.Release)}, soon, "the machine's are the same", ""},
		{"newer ones on the machine", []string{folderOf(t, "2099a")}, soon, "time zones of 2099a, the machine's", ""},
		{"the first folder that is there", []string{"/nonexistent", folderOf(t, "2099b"), folderOf(t, "2099c")}, soon, "2099b", ""},
		{"a release that is not told", []string{folderOf(t, "")}, soon, "is not said there", ""},
		{"none, a year later", nil, late, own.Release, "update roundtwo"},
		{"older ones, a year later", []string{folderOf(t, "2025b")}, late, own.Release, "days old"},
	} {
		t.Run(c.name, func(t *testing.T) {
			zone.Withdraw()
			machine, folder := offerZones(c.folders)
			f := clocks(machine, folder, c.now)
			if f.fault || !strings.Contains(f.text, c.text) || (c.advised == "") != (f.advice == "") || !strings.Contains(f.advice, c.advised) {
				t.Errorf("%+v, want %q and advice with %q", f, c.text, c.advised)
			}
		})
	}
}

func TestVersionNamesTheTimeZones(t *testing.T) {
	t.Cleanup(zone.Withdraw)
	dir := folderOf(t, "2099a")
	t.Setenv("ZONEINFO", dir)
	for _, line := range []string{"version", "--version"} {
		code, out, _ := roundtwo(t, "", line)
		if code != exitOK || !strings.Contains(out, "time zones of 2099a, the machine's") {
			t.Errorf("%s says %q", line, out)
		}
	}
	zone.Withdraw()
	if err := os.Remove(filepath.Join(dir, "tzdata.zi")); err != nil {
		t.Fatal(err)
	}
	if _, out, _ := roundtwo(t, "", "version"); !strings.Contains(out, "time zones of "+zone.Embedded().Release+", its own") {
		t.Errorf("version says %q", out)
	}
}
