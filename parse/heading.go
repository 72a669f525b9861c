package parse

import (
	"roundtwo/parse/token"
	"roundtwo/parse/when"
)

// headingLines is how many lines above its first row the heading of an agenda may stand.
const headingLines = 3

// adoptZone puts times without a zone into the one that the heading above them has in brackets: "Tuesday, July 20
// (Central)", then the rows of an agenda.
func (r *reader) adoptZone(times []when.Reading) {
	if len(times) == 0 || times[0].Span.From >= len(r.doc.Line) {
		return
	}
	for _, t := range times {
		if !t.ZoneAssumed {
			return
		}
	}
	zone, words := r.headingZone(r.doc.Line[times[0].Span.From])
	if zone == "" {
		return
	}
	for i := range times {
		// A bracket that can be taken in two ways, as "(Pacific)" from somebody in Vancouver, leaves its doubt with each time.
		if t := &times[i]; !t.ReadIn(words, r.ref) {
			t.Zone, t.ZoneAssumed = zone, false // an hour whose day is not known yet
		}
	}
}

// headingZone gives the zone in brackets above a row, and the words that say it.
func (r *reader) headingZone(row int) (zone, words string) {
	d := r.doc
	for i := row; i >= max(0, row-headingLines); i-- {
		line := d.Lines[i]
		open := -1
		for t := line.From; t < line.To; t++ {
			switch {
			case d.Tokens[t].Is("("):
				open = t + 1
			case d.Tokens[t].Is(")") && open > 0 && t > open && t-open <= maxZoneWords:
				if zone, words = r.zoneIn(d.Tokens[open:t]); zone != "" {
					return zone, words
				}
			}
		}
	}
	return "", ""
}

// maxZoneWords is how many words a bracket with a zone has: "all times are US Central Time".
const maxZoneWords = 7

// zoneIn reads a bracket as the zone of an hour; "" where not all of it is one.
func (r *reader) zoneIn(inside []token.Token) (zone, words string) {
	for len(inside) > 1 && zoneLeads[inside[0].Lower] {
		inside = inside[1:]
	}
	words = r.doc.Source[inside[0].Start:inside[len(inside)-1].End]
	text := "12:00 " + words
	toks := token.Cut(text)
	list := when.Read(text, toks, r.ref)
	if len(list) != 1 || list[0].ZoneAssumed || list[0].Span.To != len(toks) {
		return "", ""
	}
	return list[0].Zone, words
}

// zoneLeads stand before the zone in a bracket.
var zoneLeads = wordSet("all times time are is in shown given alle zeiten zeit heures en horas hora orari ora tijden")
