package parse

import (
	"slices"
	"strings"

	"roundtwo/parse/token"
	"roundtwo/parse/who"
)

// cast settles the part of people by where they stand: beside a time, beside somebody whom she meets, behind "with".
func (r *reader) cast() {
	people := r.people.People
	for i := range people {
		p := &people[i]
		switch {
		case p.Part != who.Interviewer:
		case r.isPlace(p.Name):
			p.Part, p.Why = who.Mentioned, "the city of a time zone"
		case p.Met && r.startsPlace(p.Span):
			r.place.Location = "" // "You will meet Gesine Rolfs, Head of Laboratory" tells no place
			delete(r.place.Spans, "location")
		case r.place.Spans["location"].Contains(p.Span.From):
			p.Part, p.Why = who.Mentioned, "part of the address"
		case p.Span.From < p.Span.To && len(p.Also) == 0 && r.doc.supposed(r.doc.unitAt(p.Span.From), r.doc.wordAt(p.Span.From)):
			p.Part, p.Why = who.Mentioned, "named for a later step"
		case !strings.Contains(p.Name, " ") && p.Title == "" && partOf(r.people.Company, p.Name):
			p.Part, p.Why = who.Mentioned, "part of the company's name"
		}
	}
	met := slices.ContainsFunc(people, func(p who.Mention) bool { return p.Part == who.Interviewer })
	for i := range people {
		p := &people[i]
		if p.Part != who.Mentioned || p.Left || p.Span.From >= p.Span.To || r.isPlace(p.Name) {
			continue
		}
		if why := r.meets(i, met); why != "" {
			p.Part, p.Why = who.Interviewer, why
		}
	}
	r.castWriter()
}

// startsPlace reports whether what was taken for the address begins with the name of s.
func (r *reader) startsPlace(s token.Span) bool {
	place, ok := r.place.Spans["location"]
	return ok && place.From <= s.From && s.From-place.From <= 2 && s.To <= place.To
}

// meets says why she will meet person i, who is merely named so far; "" where nothing tells it.
func (r *reader) meets(i int, met bool) string {
	p := r.people.People[i]
	u := r.doc.unitAt(p.Span.From)
	full := strings.Contains(p.Name, " ")
	switch {
	case r.doc.behind(u, r.doc.wordAt(p.Span.From)):
	case full && (r.inSequence(p.Span) || r.inRow(p.Span)):
		return "named beside one of several times"
	case r.joined(i, u) || full && r.joins(i, u):
		return "named together with somebody whom she will meet"
	case !met && (p.Title != "" && full || r.introduced(p.Span)) && u.has("meeting", "interview", "invite", "fix", "ask"):
		return "the only people named with the interview"
	}
	return ""
}

// partOf reports whether word is one of the words of name.
func partOf(name, word string) bool {
	return slices.Contains(strings.Fields(token.Fold(name)), token.Fold(word))
}

// introductions are words right before somebody whom she will meet; places do not stand behind them.
var introductions = wordSet("with meet meeting see seeing join mit avec con com met rencontrer conocer incontrare ontmoeten people personen by")

// between are words that may stand between an introduction and the name.
var between = wordSet("sister brother boss partner colleague manager director founder owner husband wife dott ssa sig ra ing dhr mevr him her them my our the his their mr mrs ms dr prof herrn frau monsieur madame el la il lo o a de het")

func (r *reader) introduced(s token.Span) bool {
	at := r.before(s)
	return at >= 0 && introductions[r.doc.words[at].lower]
}

// before is the word before a name, titles and the like left out; -1 where there is none.
func (r *reader) before(s token.Span) int {
	at := r.doc.wordAt(s.From) - 1
	for n := 0; n < 3 && at >= 0 && between[r.doc.words[at].lower]; n++ {
		at--
	}
	return at
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

// maxAside is how many tokens may stand between two people, or a name and its time: ", who runs production,".
const maxAside = 10

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

// inRow reports whether the name begins what a row of an agenda says: "10:00 - 10:45: Rob Lane, Mine Manager".
func (r *reader) inRow(s token.Span) bool {
	rows, here := 0, false
	for _, t := range r.timings {
		if t.use == talk && t.TimeStated {
			rows++
			here = here || r.doc.row[t.Span.From] == r.doc.row[s.From] && s.From >= t.Span.To && s.From-t.Span.To <= 3
		}
	}
	return rows > 1 && here
}

// joined reports whether person i stands behind "and" after somebody whom she will meet.
func (r *reader) joined(i int, u *unit) bool {
	s := r.people.People[i].Span
	at := r.before(s)
	if at < 0 || !joins[r.doc.words[at].lower] {
		return false
	}
	for _, other := range r.people.People[:i] {
		if other.Part == who.Interviewer && other.Span.To <= s.From && s.From-other.Span.To <= maxAside+2 && r.doc.unitAt(other.Span.From) == u {
			return true
		}
	}
	return false
}

// joins reports whether "and" leads from person i to somebody whom she will meet.
func (r *reader) joins(i int, u *unit) bool {
	s := r.people.People[i].Span
	at := r.doc.wordAt(s.To)
	if at >= u.words.To || !joins[r.doc.words[at].lower] {
		return false
	}
	for _, other := range r.people.People[i+1:] {
		if other.Part == who.Interviewer && other.Span.From >= s.To && other.Span.From-s.To <= maxAside && r.doc.unitAt(other.Span.From) == u {
			return true
		}
	}
	return false
}

// castWriter adds who wrote, where he says that he takes part: "with Elena and me".
func (r *reader) castWriter() {
	name := r.people.Signed.Name
	if name == "" || !strings.Contains(name, " ") {
		name = r.Sender.Name
	}
	if !strings.Contains(name, " ") || robot(r.Sender.Email) {
		return
	}
	first, _, _ := strings.Cut(name, " ")
	for _, p := range r.people.People {
		if p.Part == who.Interviewer && (strings.EqualFold(p.Name, name) || strings.EqualFold(p.Name, first)) {
			return
		}
	}
	for i := range r.doc.units {
		u := &r.doc.units[i]
		for _, h := range u.hits {
			if h.sign == "writer takes part" && !r.doc.behind(u, h.words.From) && !r.doc.supposed(u, h.words.From) {
				r.addWriter(name, r.doc.spanOf(h))
				return
			}
		}
	}
}

func (r *reader) addWriter(name string, s token.Span) {
	p := who.Mention{Span: s, Name: name, Title: r.people.Signed.Title, Email: r.Sender.Email, Part: who.Interviewer, Why: "the writer takes part: " + r.doc.at(s)}
	at := len(r.people.People)
	for i, other := range r.people.People {
		if other.Span.From > s.From {
			at = i
			break
		}
	}
	r.people.People = slices.Insert(slices.Clone(r.people.People), at, p)
}
