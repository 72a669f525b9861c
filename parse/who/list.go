package who

import "strings"

// trust is how strongly the place says that a person stands there.
type trust uint8

const (
	doubtful trust = iota // "with …": a company may follow
	likely                // "you will meet …": a person follows
	certain               // a row labelled "Interviewers"
)

// list is people named side by side: "Dana Whitfield, VP Engineering, and Sam".
type list struct {
	people   []sighting
	from, to int
}

// listAt reads the list that starts at piece i. In a row the list and its titles may go on to the end of the row.
func (r *reader) listAt(i int, t trust, row bool) list {
	l := list{from: i, to: i}
	next := i
	for len(l.people) < maxPeople {
		s, to, ok := r.personAt(next, t, row, len(l.people) > 0)
		if !ok {
			break
		}
		l.people = append(l.people, s)
		l.to = to
		if next, ok = r.separator(to, row); !ok {
			break
		}
	}
	r.shareTitle(l.people)
	return l
}

// maxPeople bounds what one list can name.
const maxPeople = 40

// shareTitle gives a plural title to both: "Sam Ode and Dana Whitfield, Product Managers".
func (r *reader) shareTitle(people []sighting) {
	for i := len(people) - 1; i > 0; i-- {
		if people[i-1].title == "" && pluralTitle(people[i].title) {
			people[i-1].title = people[i].title
		}
	}
}

func pluralTitle(title string) bool {
	last := strings.ToLower(title[strings.LastIndexByte(title, ' ')+1:])
	one, plural := strings.CutSuffix(last, "s")
	return plural && lexicon[one]&role != 0 || strings.HasSuffix(last, "team")
}

// separator passes what stands between two people of a list.
func (r *reader) separator(i int, row bool) (next int, ok bool) {
	j := i
	for j < len(r.p) && j-i < 6 {
		p := &r.p[j]
		switch {
		case p.sign(",") || p.sign(";") || p.sign("、") || p.sign("&") || p.sign("+"), row && (p.sign("/") || p.sign("|") ||
			p.sign("•")), p.sign("/") && p.space:
			ok = true
		case p.kind == word && joins[p.lower], p.text == "i" && j+1 < len(r.p) && r.p[j+1].capital:
			ok = true
		case ok && p.kind == word && between[p.lower]:
		case p.kind == number && j+2 < len(r.p) && (r.p[j+1].sign(")") || r.p[j+1].sign(".")) && r.p[j+2].capital && len(p.text) < 3:
			ok = true // "1) Mona Zaki 2) Peter Abbas"
			j++
		case p.kind == word && p.lower == "as" && j+2 < len(r.p) && r.p[j+1].lower == "well" && r.p[j+2].lower == "as":
			ok = true
			j += 2
		default:
			return j, ok
		}
		j++
	}
	return j, ok
}

// joins are the words that join two people; between are those that may follow.
var (
	joins   = set("and", "plus", "or", "alongside", "then", "und", "et", "y", "e", "en", "oraz", "og", "och", "ja", "sowie", "with", "by")
	between = set("with", "by", "then", "also", "finally", "lastly", "of", "course", "secondly", "from", "possibly", "maybe",
		"perhaps", "later",
		"together", "along", "afterwards", "again", "both", "mit", "to")
)

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// personAt reads one person at piece i: the writer as "me", or "our COO, Sam Ode", "Ana P. (Staff Engineer)".
func (r *reader) personAt(i int, t trust, row, follows bool) (s sighting, to int, ok bool) {
	i = r.skipFillers(i)
	if i >= len(r.p) {
		return s, i, false
	}
	if p := &r.p[i]; selfWords[p.lower] && p.kind == word && p.capital == (p.lower == "i") {
		return sighting{name: name{from: i, start: i, to: i + 1}, self: true}, i + 1, r.selfHere(i, follows)
	}
	title, at := r.titleBefore(i)
	n := r.nameAt(at)
	if !n.found() || !r.accept(n, t, title != "", follows, row) {
		return s, i, false
	}
	s = sighting{name: n, text: r.nameText(n)}
	if text, end, ok := r.familyFirst(n, row); ok {
		s.text, s.to = text, end
	}
	s.title, s.email, to = r.titleAfter(s.to, row, title == "")
	if title != "" {
		s.title = title
	}
	if to < len(r.p) && at > 0 && r.p[at-1].sign("(") && r.p[to].sign(")") {
		to++ // "our CEO (Dmitri Volkov)"
	}
	return s, to, true
}

var selfWords = set("me", "myself", "i", "meself", "moi-meme", "moi", "mich", "mij", "mijzelf")

// selfHere tells "with me" from "meet me at reception" and "give me a call".
func (r *reader) selfHere(i int, follows bool) bool {
	if r.p[i].lower == "i" {
		if !follows {
			return false
		}
		what, _ := phraseAt(r, acts, leadsAct, i+1)
		return what == sits || what == helps && i+1 < len(r.p)
	}
	if i+1 >= len(r.p) {
		return true
	}
	next := &r.p[i+1]
	switch next.lower {
	case "know", "a", "an", "the", "if", "your", "when", "directly", "back", "right", "asap", "by", "any", "to", "downstairs", "outside":
		return false
	case "at", "in":
		return i+2 >= len(r.p) || r.p[i+2].kind == number || !meetingPoint[r.p[min(i+3, len(r.p)-1)].lower] &&
			!meetingPoint[r.p[i+2].lower]
	}
	return true
}

// meetingPoint is where a host fetches her: no interview.
var meetingPoint = set(
	"reception", "lobby", "entrance", "door", "gate", "desk", "front", "foyer", "station", "main", "car", "lift", "elevator",
	"security",
)

// skipFillers passes "you and", "two of", "both" and quotes before a person.
func (r *reader) skipFillers(i int) int {
	for n := 0; i < len(r.p) && n < 4; n++ {
		p := &r.p[i]
		switch {
		case p.lower == "you" && i+1 < len(r.p) && r.p[i+1].lower == "and" && i+2 < len(r.p):
			i += 2
		case p.kind == word && thirdPerson[p.lower] && i+2 < len(r.p) && r.p[i+1].sign("(") && r.nameAt(i+2).found():
			return i + 2 // "with her (Saoirse Flynn)"
		case p.kind == word && fillers[p.lower], p.sign("*"), p.sign("_"):
			i++
		case r.briefColon(i):
			i++
		default:
			return i
		}
	}
	return i
}

var thirdPerson = set("her", "him", "them")

var fillers = set(
	"both", "again", "also", "either", "first", "firstly", "now", "still", "just", "currently", "simply", "initially", "mainly",
	"briefly", "with", "by", "be",
)

// briefColon passes a colon inside a line: "the panel will be: Ana …".
func (r *reader) briefColon(i int) bool {
	return r.p[i].sign(":") && i+1 < len(r.p) && !r.p[i+1].ends() && i > 0 && r.p[i-1].kind == word
}

// accept reports whether n is taken for a person in a place of that trust.
func (r *reader) accept(n name, t trust, titled, follows, row bool) bool {
	switch {
	case r.isSite(n):
		return false
	case n.owner, n.company && !(titled && n.listed), r.isCandidate(n):
		return false
	case n.titled || titled && n.units > 0:
		return !r.isCompany(n)
	case n.listed && (n.units > 1 || t >= likely):
		return !r.isCompany(n)
	case n.listed:
		return !r.isCompany(n)
	case r.isCompany(n):
		return false
	case n.units > 1:
		return true
	case t == certain:
		return !follows || row
	case t == likely, follows && r.p[n.start].class&^neutral == 0:
		return true
	}
	return r.describedAfter(n.to) || r.actsAlone(n)
}

// actsAlone reports whether a single unlisted word is a person by what follows it: "who …", "and I", "will join".
func (r *reader) actsAlone(n name) bool {
	i := n.to
	if i+1 >= len(r.p) || r.p[n.start].class&^neutral != 0 {
		return false
	}
	if r.whoFollows(i) || r.p[i].sign(",") && r.whoFollows(i+1) {
		return true
	}
	if r.p[i].lower == "and" && (r.p[i+1].lower == "i" || r.p[i+1].lower == "me" || r.p[i+1].lower == "myself") {
		return true
	}
	return (r.p[i].lower == "will" || r.p[i].sign("'")) && r.follows(i) == sits
}

// isSite reports whether n is where somebody goes: "at Arden Hall".
func (r *reader) isSite(n name) bool {
	if n.from == 0 || n.titled || !r.p[n.to-1].is(place) {
		return false
	}
	before := r.p[n.from-1].lower
	return before == "at" || before == "in" || before == "to" || before == "near"
}

// describedAfter reports whether a job title follows in brackets or after a comma.
func (r *reader) describedAfter(i int) bool {
	title, _, _ := r.titleAfter(i, false, true)
	return title != ""
}
