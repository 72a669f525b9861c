package parse

import (
	"roundtwo/interview"
	"roundtwo/parse/when"
)

// doubt makes a question of a time whose zone can be taken in more than one way.
func (r *reader) doubt(t *when.Reading) (interview.Conflict, bool) {
	if t.Doubt == nil {
		return interview.Conflict{}, false
	}
	own := interview.Session{Start: t.Start, End: t.End, Zone: t.Zone, ZoneAssumed: t.ZoneAssumed}
	c := interview.Conflict{Field: "zone", Readings: []string{t.Doubt.Why + ": " + inWords(own)}, Sessions: []interview.Session{own}}
	for _, o := range t.Doubt.Others {
		s := interview.Session{Start: o.Start, End: o.End, Zone: o.Zone}
		c.Readings, c.Sessions = append(c.Readings, inWords(s)), append(c.Sessions, s)
	}
	return c, true
}
