package parse

import (
	"reflect"
	"testing"
	"time"

	"roundtwo/interview"
	"roundtwo/parse/token"
	"roundtwo/parse/when"
)

func zoneQuestion(t *testing.T, text, writer, home string) (interview.Conflict, bool) {
	t.Helper()
	loc, err := interview.Location(home)
	if err != nil {
		t.Fatal(err)
	}
	list := when.Read(text, token.Cut(text), when.Reference{
		Time: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC), Zone: loc, ZoneName: home, WriterZone: writer,
	})
	if len(list) != 1 {
		t.Fatalf("%q: %d readings", text, len(list))
	}
	return ZoneConflict(list[0], loc)
}

func TestAZoneThatMayBeTwoIsAsked(t *testing.T) {
	c, asked := zoneQuestion(t, "on Thursday, December 3 at 2-3 pm PST", "America/Vancouver", "Europe/Berlin")
	want := []string{
		"Thursday 3 December 2026, 14:00–15:00 (America/Vancouver): 22:00 on your clock",
		"Thursday 3 December 2026, 14:00–15:00 (America/Los_Angeles): 23:00 on your clock",
	}
	if !asked || c.Field != "zone" || !reflect.DeepEqual(c.Readings, want) {
		t.Errorf("asked %v: %q, want %q", asked, c.Readings, want)
	}
	if len(c.Sessions) != 2 || c.Sessions[1].End.Time.Sub(c.Sessions[0].End.Time) != time.Hour || c.Sessions[0].Zone != "America/Vancouver" {
		t.Errorf("sessions %+v", c.Sessions)
	}
}

func TestTheOtherDayIsNamed(t *testing.T) {
	c, _ := zoneQuestion(t, "on Thursday, December 3 at 5 pm PST", "America/Vancouver", "Asia/Tokyo")
	if want := "Thursday 3 December 2026, 17:00 (America/Vancouver): Friday 4 December, 09:00 on your clock"; len(c.Readings) == 0 || c.Readings[0] != want {
		t.Errorf("%q, want %q", c.Readings, want)
	}
}

func TestAZoneThatIsNotKnownIsAsked(t *testing.T) {
	c, asked := zoneQuestion(t, "on Thursday, December 3 at 15:00 Zorgon time", "", "Europe/Berlin")
	if !asked || len(c.Readings) != 1 || !c.Sessions[0].ZoneAssumed {
		t.Errorf("asked %v: %+v", asked, c)
	}
}

func TestAClearZoneIsNotAsked(t *testing.T) {
	for _, text := range []string{"on Thursday, December 3 at 2 pm Vancouver time", "on Thursday, July 1, 2027 at 2 pm PT", "on Thursday, December 3"} {
		if c, asked := zoneQuestion(t, text, "America/Vancouver", "Europe/Berlin"); asked {
			t.Errorf("%q: %+v", text, c)
		}
	}
}
