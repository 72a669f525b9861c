package parse

import (
	"fmt"
	"time"

	"roundtwo/interview"
	"roundtwo/parse/when"
)

// ZoneConflict puts the doubt about the zone of a reading as a question of hers: each way to take the hour, with what her own
// clock shows then. Why it is asked stands in t.Doubt.Why. It is false where the reading has no doubt. Where the zone that is
// stated is not known, her own clock may be the only way that is left to take it: one reading, which she is asked to confirm.
func ZoneConflict(t when.Reading, home *time.Location) (interview.Conflict, bool) {
	if t.Doubt == nil {
		return interview.Conflict{}, false
	}
	c := interview.Conflict{Field: "zone"}
	add := func(s interview.Session) {
		c.Readings = append(c.Readings, onBothClocks(s, home))
		c.Sessions = append(c.Sessions, s)
	}
	add(interview.Session{Start: t.Start, End: t.End, Zone: t.Zone, ZoneAssumed: t.ZoneAssumed})
	for _, o := range t.Doubt.Others {
		add(interview.Session{Start: o.Start, End: o.End, Zone: o.Zone})
	}
	return c, true
}

// onBothClocks is a time as the message may mean it, and as her clock shows it: "Thursday 3 December 2026, 14:00
// (America/Vancouver): 22:00 on your clock".
func onBothClocks(s interview.Session, home *time.Location) string {
	hers := s.Start.Time.In(home)
	layout := "15:04"
	if hers.Day() != s.Start.Time.Day() {
		layout = "Monday 2 January, 15:04"
	}
	return fmt.Sprintf("%s: %s on your clock", inWords(s), hers.Format(layout))
}
