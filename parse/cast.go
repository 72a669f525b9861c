package parse

import (
	"strings"

	"roundtwo/parse/token"
	"roundtwo/parse/who"
)

// cast settles the part of people who are merely named, by where in the schedule they stand.
func (r *reader) cast() {
	people := r.people.People
	met := false
	for i := range people {
		p := &people[i]
		if p.Part == who.Interviewer && r.isPlace(p.Name) {
			p.Part, p.Why = who.Mentioned, "the city of a time zone"
		}
		met = met || p.Part == who.Interviewer
	}
	for i := range people {
		p := &people[i]
		if p.Part != who.Mentioned || p.Span.From >= p.Span.To || r.isPlace(p.Name) || !strings.Contains(p.Name, " ") {
			continue
		}
		switch u := r.doc.unitAt(p.Span.From); {
		case r.behindSpan(u, p.Span):
		case r.inSequence(p.Span):
			p.Part, p.Why = who.Interviewer, "named beside one of several times"
		case !met && (p.Title != "" || r.introduced(p.Span)) && u.has("meeting", "interview") && u.has("invite", "fix", "ask"):
			p.Part, p.Why = who.Interviewer, "the only people named with the interview"
		}
	}
}

// introductions are words right before somebody whom she will meet; places do not stand behind them.
var introductions = wordSet("with meet meeting see seeing join mit avec con com met rencontrer conocer incontrare ontmoeten people personen")

func (r *reader) introduced(s token.Span) bool {
	at := r.doc.wordAt(s.From)
	return at > 0 && introductions[r.doc.words[at-1].lower]
}

// isPlace reports whether a name is the city of a zone that a time of the message is in: "Pacific Time - Los Angeles".
func (r *reader) isPlace(name string) bool {
	for _, t := range r.timings {
		city := t.Zone[strings.LastIndexByte(t.Zone, '/')+1:]
		if token.Fold(strings.ReplaceAll(city, "_", " ")) == token.Fold(name) {
			return true
		}
	}
	return false
}

func (r *reader) behindSpan(u *unit, s token.Span) bool {
	return r.doc.behind(u, r.doc.wordAt(s.From))
}

// inSequence reports whether the sentence of s goes on to a time right behind the name, and holds several times:
// "first Nerys Vaughan from 10 to 10.45, then Huw Parry from 11".
func (r *reader) inSequence(s token.Span) bool {
	times, next := 0, false
	for _, t := range r.timings {
		if t.unit == r.doc.unitAt(s.From) && t.use == talk && t.TimeStated {
			times++
			next = next || t.Span.From >= s.To && t.Span.From-s.To <= maxAside
		}
	}
	return times > 1 && next
}

// maxAside is how many tokens may stand between a name and its time: ", who runs production,".
const maxAside = 10
