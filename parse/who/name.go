package who

import (
	"strings"
	"unicode/utf8"
)

// name is a run of pieces that may be a person's name.
type name struct {
	from, start, to int  // from takes in honorifics, start does not
	units           int  // words of the name without particles
	titled          bool // an honorific stands before it
	listed          bool // one of its words is a listed given name
	owner           bool // "Dana's": a thing of hers is meant
	company         bool // goes on as a company, a place or a product does
}

func (n name) found() bool { return n.units > 0 }

// known reports whether n is a name by itself, wherever it stands.
func (n name) known() bool { return n.titled || n.listed }

// maxUnits is the most words that a name is read to have.
const maxUnits = 5

// nameAt reads the name that starts at piece i.
func (r *reader) nameAt(i int) name {
	n := name{from: i, start: i, to: i}
	n.start = r.skipHonorifics(i)
	n.titled = n.start > i
	j := n.start
	for j < len(r.p) && n.units < maxUnits {
		if n.units > 0 && !r.p[j].space && !r.p[j-1].ideo && !r.initial(j-1) {
			break
		}
		k := r.skipParticles(j)
		if k == j+1 && n.units > 1 && joinParticles[r.p[j].lower] && k+1 < len(r.p) && r.p[k].is(given) && r.p[k+1].capital {
			break // "Krzysztof Wójcik i Anna Bąk"
		}
		if k >= len(r.p) || !r.unit(n, k) {
			break
		}
		n.units++
		n.listed = n.listed || r.p[k].is(given) || r.p[k].ideo || n.units == 1 && r.p[k].is(wordname) && r.leadsFamilyName(k)
		j = k + 1
		if r.p[k].owner {
			n.owner = true
			break
		}
		j = r.skipNickname(j)
	}
	if j < len(r.p) && n.units > 1 && r.p[j].space && generation[r.p[j].lower] && r.p[j].capital {
		j++
	}
	if n.to = j; n.units == 1 && !n.titled && utf8.RuneCountInString(r.p[j-1].text) < 2 {
		n.units = 0
	}
	n.company = n.units > 0 && r.goesOnAsCompany(n)
	return n
}

// joinParticles are "and" in languages that also join two family names by it.
var joinParticles = set("i", "y", "e", "a")

// generation are the words behind a family name: "James T. Holloway III".
var generation = set("ii", "iii", "iv", "jr", "sr")

// skipNickname passes a nickname inside a name: Enzo ("Enz") Russo, Robert "Bob" Smith.
func (r *reader) skipNickname(i int) int {
	j, words := i, 0
	for j < len(r.p) && j < i+5 && (r.p[j].kind == sign && strings.Contains(`("')`, r.p[j].lower) || r.p[j].kind == word && words == 0) {
		if r.p[j].kind == word {
			words++
		}
		j++
	}
	if j == i || words != 1 || r.p[i].kind == word || r.p[j-1].kind == word || j >= len(r.p) || r.p[j].kind != word ||
		!r.p[j].capital || r.p[j].class&^neutral&^(given|surname|particle) != 0 {
		return i
	}
	return j
}

// skipParticles passes "van der", "de la", "bin", "al-" where a capital follows.
func (r *reader) skipParticles(i int) int {
	j := i
	if j+2 < len(r.p) && r.p[j].sign("'") && (r.p[j+1].lower == "t" || r.p[j+1].lower == "s") && r.p[j+2].capital { // "Yvette 't Hart"
		return j + 2
	}
	if j+3 < len(r.p) && r.p[j+1].sign("/") && sonOf[r.p[j].text+"/"+r.p[j+2].text] && r.p[j+3].capital {
		return j + 3 // "Ravi s/o Subramaniam"
	}
	for j < len(r.p) && j-i < 3 && r.p[j].kind == word && r.p[j].is(particle) && !r.p[j].capital {
		j++
		if j < len(r.p) && (r.p[j].sign("-") || r.p[j].sign("'")) {
			j++
		}
	}
	if j > i && (j >= len(r.p) || r.p[j].kind != word || !r.p[j].capital) {
		return i
	}
	return j
}

// sonOf are the particles that Malaysians and Singaporeans write with a stroke.
var sonOf = set("s/o", "d/o", "a/l", "a/p")

// unit reports whether piece k can be the next word of the name n.
func (r *reader) unit(n name, k int) bool {
	p := &r.p[k]
	letters := utf8.RuneCountInString(p.text)
	switch {
	case p.kind != word || !p.capital && !(n.units > 0 && innerCapital(p.text)):
		return false
	case elided(p.text): // "l'Hôtel Bellerive"
		return false
	case p.ideo:
		return letters <= 6
	case letters == 1 && k+1 < len(r.p) && r.p[k+1].kind == number && !r.p[k+1].space:
		return false // "London W2"
	case p.is(given) && !p.is(timeword|tool) && (!p.is(stop) || !r.startsSentence(k)), r.between(n, k):
		return true
	case r.initial(k) && (n.units > 0 || r.leadsFamilyName(k)):
		return true // "Bridget O.", "E. B. White"
	case p.is(wordname) && n.units == 0 && r.leadsFamilyName(k):
		return true // "Hope Price", "June Abe"
	case n.units == 1 && n.listed && shortFamily[p.lower] && !p.upper:
		return true // "Li Na"
	case p.upper && !r.shouting && letters <= 5:
		return p.class&^neutral == 0 && letters > 1 && r.besideGiven(n, k)
	}
	return r.plainUnit(n, k)
}

// plainUnit judges a word that no list of names has by what else it may be.
func (r *reader) plainUnit(n name, k int) bool {
	p := &r.p[k]
	switch {
	case p.is(timeword | tool | stop | postnominal):
		return p.is(surname) && r.surnameHere(n, k)
	case !p.is(role | level | department | org | place | rank | ordinal | honorific):
		return true
	case n.titled && n.units == 0 && !p.is(role|department): // "Ms House"
		return true
	}
	trade := n.titled && n.units == 1 && p.is(role) // "Mr Zubin Contractor"
	return (p.is(surname) || trade) && r.surnameHere(n, k)
}

// innerCapital tells "hEithir" and "deVries".
func innerCapital(s string) bool {
	return len(s) > 4 && s[0] >= 'a' && s[0] <= 'z' && (capital(s[1:]) || capital(s[2:]))
}

// between reports whether piece k, which by itself is something else, stands inside a name: "Pádraic Ó Murchú",
// "Maria Da Silva", "Tran Thu Ha".
func (r *reader) between(n name, k int) bool {
	p := &r.p[k]
	if n.units == 0 && !n.titled || k+1 >= len(r.p) {
		return false
	}
	next := &r.p[k+1]
	if next.kind != word || !next.capital && !innerCapital(next.text) ||
		next.is(role|level|department|org|timeword|stop|place|tool) && !next.is(surname|given) {
		return false
	}
	return p.is(particle) || utf8.RuneCountInString(p.text) == 1 && p.text != "I" || p.is(timeword) && !p.is(surname) && n.units > 0
}

// startsSentence reports whether piece k is the first of a sentence, where any word has a capital.
func (r *reader) startsSentence(k int) bool { return k == 0 || r.stops(k-1) }

// surnameHere reports whether a word that is also a trade or a place ends the name n: "Chris Cook", not "Chris Cook
// Manager" nor "Lincoln Park Road".
func (r *reader) surnameHere(n name, k int) bool {
	if n.units == 0 { // "Park Jun-ho"
		next := k + 1
		return n.titled || next < len(r.p) && (r.p[next].is(given) || strings.Contains(r.p[next].text, "-")) &&
			r.p[next].capital && !r.p[next].is(role|stop|timeword) && !r.p[k].is(timeword)
	}
	if !n.known() && n.units < 2 {
		return false
	}
	if k+1 >= len(r.p) || r.p[k+1].kind != word {
		return true
	}
	next := &r.p[k+1]
	return !next.capital && next.lower != "of" || next.is(role|level) || r.p[k].owner
}

// goesOnAsCompany reports whether the piece after n shows that n is no person: "Meadow Mutual", "Heron House".
func (r *reader) goesOnAsCompany(n name) bool {
	if n.to >= len(r.p) || n.titled {
		return false
	}
	next := &r.p[n.to]
	if next.sign("&") {
		return !n.listed && n.to+1 < len(r.p) && r.p[n.to+1].capital && !(n.units > 1 && (r.p[n.to+1].is(given) || r.plainPair(n.to+1)))
	}
	if next.kind != word || !next.space || n.listed && n.units > 1 && !next.is(org|rank) {
		return false
	}
	if next.capital {
		return next.is(org|place|tool|rank) && !next.is(role|level)
	}
	return next.is(rank) && !n.listed || next.lower == "team"
}

// plainPair reports whether two words with capitals that are nothing else stand at piece i: "& Brais Novoa".
func (r *reader) plainPair(i int) bool {
	if i+1 >= len(r.p) {
		return false
	}
	a, b := &r.p[i], &r.p[i+1]
	return a.capital && b.capital && b.space && b.kind == word && (a.class|b.class)&^neutral&^(given|surname) == 0
}

// text gives the name as it is shown: without honorifics, initials with their dots.
func (r *reader) nameText(n name) string {
	s := r.slice(n.start, n.to)
	if i := strings.IndexAny(s, "(\"“"); i > 0 {
		if j := strings.LastIndexAny(s, ")\"”"); j > i {
			s = s[:i] + strings.TrimLeft(s[j:], ")\"”")
		}
	}
	if n.owner {
		s = strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
	}
	if r.p[n.to-1].ideo {
		s = withoutEastern(s)
	}
	return oneLine(withoutSuffix(s))
}

// oneLine makes every run of white space one space.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\t\r") && !strings.Contains(s, "  ") {
		return strings.TrimSpace(s)
	}
	return strings.Join(strings.Fields(s), " ")
}
