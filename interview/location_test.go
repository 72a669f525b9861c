package interview

import (
	"testing"
	"time"
)

func TestLocation(t *testing.T) {
	for _, name := range []string{"", "UTC", "Europe/Paris", "America/Argentina/Buenos_Aires", "US/Pacific", "UTC+05:30", "UTC-03:00"} {
		if _, err := Location(name); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
	for _, name := range []string{"Local", "Paris", "UTC+5", "UTC+99:00", "../etc/passwd", "GMT+1", "Europe/"} {
		if loc, err := Location(name); err == nil {
			t.Errorf("%q is %s", name, loc)
		}
	}
	half, _ := Location("UTC+05:30")
	if _, offset := time.Unix(0, 0).In(half).Zone(); offset != 5*3600+1800 {
		t.Errorf("UTC+05:30 is %d seconds", offset)
	}
}

func BenchmarkLocation(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Location("America/Vancouver"); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLocationOfTheMachine is what each message cost before zones were kept.
func BenchmarkLocationOfTheMachine(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := time.LoadLocation("America/Vancouver"); err != nil {
			b.Fatal(err)
		}
	}
}
