package parse

import (
	"testing"

	"roundtwo/parse/message"
)

// The zone in the heading of an agenda is that of its rows; where it can be taken in two ways, the doubt goes with it: from
// somebody in Vancouver "(Pacific)" is, since 2026, two clocks in winter.
func TestAHeadingGivesItsZoneAndItsDoubt(t *testing.T) {
	for _, test := range []struct {
		name, heading, address string
		zone                   string
		doubt                  bool
	}{
		{"one clock", "(Central)", "12 Elm St, Chicago, IL 60601", "America/Chicago", false},
		{"two clocks", "(Pacific)", "400 Granville St, Vancouver, BC V6C 1T2", "America/Vancouver", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			body := "Hi Casey,\n\nhere is the plan for your second interview.\n\nThursday, December 10 " + test.heading + "\n10:00 - 10:45\tDana Frey, CFO\n11:00 - 11:45\tRaj Rao, CTO\n\nLena Marsh\nTallis\n" + test.address + "\n"
			m := Propose(message.Read(letter("Second interview", body)), "Europe/Berlin")
			rows := 0
			for _, r := range m.Times {
				if r.TimeStated {
					rows++
					if (r.Zone != test.zone && !test.doubt) || r.ZoneAssumed || (r.Doubt != nil) != test.doubt {
						t.Errorf("%s: zone %s, assumed %v, doubt %v", r.Start, r.Zone, r.ZoneAssumed, r.Doubt)
					}
				}
			}
			if rows != 2 {
				t.Errorf("%d rows with a time, want 2", rows)
			}
		})
	}
}
