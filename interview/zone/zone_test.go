package zone

import (
	"errors"
	"io/fs"
	"sync"
	"testing"
	"testing/fstest"
	"time"
)

// What Canada, Morocco and Cuba decided in 2026, and what stays.
func TestTheClocksOf2026(t *testing.T) {
	for _, c := range []struct{ zone, winter, summer string }{
		{"America/Vancouver", "-07 MST", "-07 MST"},
		{"America/Edmonton", "-06 CST", "-06 CST"},
		{"America/Yellowknife", "-06 CST", "-06 CST"},
		{"America/Winnipeg", "-05 EST", "-05 EST"},
		{"America/Regina", "-06 CST", "-06 CST"},
		{"America/Whitehorse", "-07 MST", "-07 MST"},
		{"Africa/Casablanca", "+00 +00", "+00 +00"},
		{"America/Havana", "-04 CDT", "-04 CDT"},
		{"America/Los_Angeles", "-08 PST", "-07 PDT"},
		{"America/Denver", "-07 MST", "-06 MDT"},
		{"America/Chicago", "-06 CST", "-05 CDT"},
		{"America/Toronto", "-05 EST", "-04 EDT"},
		{"Asia/Almaty", "+05 +05", "+05 +05"},
		{"Europe/Berlin", "+01 CET", "+02 CEST"},
	} {
		loc, err := Load(c.zone)
		if err != nil {
			t.Error(err)
			continue
		}
		winter := time.Date(2026, time.December, 3, 12, 0, 0, 0, loc).Format("-07 MST")
		summer := time.Date(2027, time.July, 1, 12, 0, 0, 0, loc).Format("-07 MST")
		if winter != c.winter || summer != c.summer || loc.String() != c.zone {
			t.Errorf("%s: %s and %s, want %s and %s", loc, winter, summer, c.winter, c.summer)
		}
	}
}

func TestEveryZoneLoads(t *testing.T) {
	names := embedded().files.(packedFiles)
	for name := range names {
		if loc := embedded().load(name); loc == nil && isName(name) {
			t.Errorf("%s does not load", name)
		}
	}
	if len(names) < 590 {
		t.Errorf("only %d zones", len(names))
	}
	if r := Embedded(); later("2026f", r.Release) || r.Made.Year() < 2026 || r.Machine {
		t.Errorf("the embedded release is %+v", r)
	}
}

func TestNamesThatAreNoZones(t *testing.T) {
	for _, name := range []string{"Local", "localtime", "posixrules", "Factory", "tzdata.zi", "../etc/passwd", "/etc/localtime", "right/Europe/Berlin",
		"Europe", "europe/berlin", "Z", "+VERSION", "Europe/Berlin\x00", "America/"} {
		if loc, err := Load(name); err == nil {
			t.Errorf("%q is %s", name, loc)
		} else if !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q: %v", name, err)
		}
	}
	for _, name := range []string{"", "UTC"} {
		if loc, err := Load(name); loc != time.UTC || err != nil {
			t.Errorf("%q is %v, %v", name, loc, err)
		}
	}
}

// machine is a database whose Paris is on Tokyo's clock, so that it is known where a zone came from.
func machine(t *testing.T, version string) fstest.MapFS {
	t.Helper()
	tokyo, err := fs.ReadFile(embedded().files, "Asia/Tokyo")
	if err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{
		"tzdata.zi":    {Data: []byte("# version " + version + "\n# This zic input file is in the public domain.\n"), ModTime: time.Unix(0, 0)},
		"Europe/Paris": {Data: tokyo},
		"Europe/Rome":  {Data: []byte("no zone")},
	}
}

func TestTheNewestDatabaseIsTaken(t *testing.T) {
	t.Cleanup(Withdraw)
	at := time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct{ version, paris string }{
		{"2025b", "+01"}, {"2026f", "+01"}, {"2026g", "+09"}, {"2026za", "+09"}, {"2027a", "+09"}, {"2027a-dirty", "+09"}, {"unknown", "+01"}, {"", "+01"},
	} {
		Withdraw()
		found := Offer(machine(t, c.version))
		loc, err := Load("Europe/Paris")
		if err != nil {
			t.Fatal(err)
		}
		taken := c.paris == "+09"
		if got := at.In(loc).Format("-07"); got != c.paris || InUse().Machine != taken || taken && InUse() != found {
			t.Errorf("with a machine of %q: Paris is %s, in use is %+v, found was %+v", c.version, got, InUse(), found)
		}
		if taken && (found.Made.Year() < 2026 || found.Release != c.version) {
			t.Errorf("%q was found as %+v", c.version, found)
		}
		// What is missing there, or broken, is in the embedded one.
		for _, name := range []string{"US/Pacific", "Europe/Rome"} {
			if _, err := Load(name); err != nil {
				t.Errorf("with a machine of %q: %v", c.version, err)
			}
		}
	}
}

func TestTheReleaseIsFoundAlone(t *testing.T) {
	if r := releaseIn(fstest.MapFS{"+VERSION": {Data: []byte("2027b")}}); r.Release != "2027b" {
		t.Errorf("found %+v", r)
	}
	if r := releaseIn(fstest.MapFS{}); r.Release != "" || !r.Machine {
		t.Errorf("found %+v where nothing is", r)
	}
}

func TestAZoneIsLoadedOnce(t *testing.T) {
	first, err := Load("Asia/Tbilisi")
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for range 50 {
		wait.Go(func() {
			for _, name := range []string{"Asia/Tbilisi", "Asia/Baku", "Asia/Nowhere", "Europe/Kyiv"} {
				loc, err := Load(name)
				if name == "Asia/Tbilisi" && loc != first || (err == nil) == (name == "Asia/Nowhere") {
					t.Errorf("%s: %p, %v", name, loc, err)
				}
			}
		})
	}
	wait.Wait()
}

func TestABrokenDatabaseIsRefused(t *testing.T) {
	for _, packed := range [][]byte{nil, []byte("no gzip"), zoneinfo[:len(zoneinfo)/2]} {
		if _, err := unpack(packed); err == nil {
			t.Errorf("%d bytes were taken", len(packed))
		}
	}
}

func FuzzLoad(f *testing.F) {
	for _, name := range []string{"Europe/Berlin", "../x", "America/Argentina/Buenos_Aires", "\xff"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		loc, err := Load(name)
		if (loc == nil) == (err == nil) {
			t.Errorf("%q: %v and %v", name, loc, err)
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load("America/Vancouver"); err != nil {
			b.Fatal(err)
		}
	}
}
