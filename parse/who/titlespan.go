package who

import "strings"

// inTitle are the small words that join a title: "Head of Talent and Culture".
var inTitle = set("of", "for", "and", "the", "to", "in", "de", "du", "des", "der", "des", "da", "do", "del", "della", "fur", "la", "&")

func (r *reader) hasRole(from, to int) bool {
	for i := from; i < to; i++ {
		if r.p[i].is(role | department) {
			return true
		}
	}
	return false
}

// maxTitle is the most pieces of a title.
const maxTitle = 16

// titleSpan reads the title that starts at piece i. In prose it ends before anything that is no title; in a row it may
// take in what follows a comma: "Engineering Manager, Growth".
func (r *reader) titleSpan(i int, row bool) (title string, next int) {
	from := r.skipDeterminer(i)
	end, jobs := r.titleEnd(from)
	if end == from {
		return "", i
	}
	if jobs == 0 && !(row && r.hasRole(from, end) || r.hasRole(from, end) && r.closed(end)) {
		if !(row && r.closed(end) && r.p[i-1].sign("-")) {
			return "", i
		}
	}
	if row {
		end = r.moreTitle(end)
	}
	return oneLine(r.slice(from, end)), end
}

// closed reports whether the phrase that ends at piece i is closed off there.
func (r *reader) closed(i int) bool {
	return i >= len(r.p) || r.p[i].ends() || r.p[i].kind == sign
}

// titleEnd gives the end of the title at from, and how many job words it has. A title in small letters ends with its
// last job word, or with what follows "of" after it.
func (r *reader) titleEnd(from int) (end, jobs int) {
	last := from
	for j := from; j < len(r.p) && j-from < maxTitle; j++ {
		p := &r.p[j]
		if p.sign("&") && j+1 < len(r.p) && r.person(j+1) {
			break
		}
		if p.sign("&") || p.sign("/") && !p.space || p.sign(".") && !p.space && j+1 < len(r.p) && !r.p[j+1].space && !r.p[j+1].ends() {
			continue
		}
		if p.sign("-") && !p.space || p.kind == number && j > from && p.lower != "45" && r.p[j-1].capital && len(p.lower) < 2 {
			continue
		}
		if p.kind != word || p.is(timeword) && !p.is(role|department) || p.is(honorific) && p.capital && j > from && !p.is(role|level) {
			break
		}
		if inTitle[p.lower] && !p.capital {
			if !r.titleGoesOn(j) {
				break
			}
			continue
		}
		if p.is(stop) && !p.is(role|department|level) {
			break
		}
		if j > from && jobs > 0 && p.is(given) && p.capital && !p.is(department|role) && (!inTitle[r.p[j-1].lower] || r.person(j)) {
			break
		}
		small := !p.capital && !p.is(role|department|level|org|rank)
		if small && jobs > 0 && !inTitle[r.p[j-1].lower] && !strings.HasPrefix(p.lower, "d'") {
			break
		}
		if p.is(role) {
			jobs++
		}
		last = j + 1
	}
	return last, jobs
}

// titleGoesOn reports whether the small word at piece j joins two parts of a title.
func (r *reader) titleGoesOn(j int) bool {
	if j+1 >= len(r.p) || r.p[j+1].kind != word {
		return false
	}
	next := &r.p[j+1]
	if r.p[j].lower == "in" && next.capital && !next.is(department) && j > 0 && r.p[j-1].is(role) && !scholars[r.p[j-1].lower] && !strings.HasSuffix(r.p[j-1].lower, "ship") {
		return false // "Plant Manager in Trois-Rivières"
	}
	if r.p[j].lower == "and" || r.p[j].lower == "to" || r.p[j].lower == "in" || r.p[j].lower == "for" {
		subject := next.capital && (r.p[j].lower == "for" || r.p[j].lower == "in") && !next.is(tool|place)
		return (next.is(role|department|level) || next.lower == "the" && r.p[j].lower == "to" || subject) &&
			!r.person(j+1) && (!next.is(stop|timeword|honorific) || next.is(department))
	}
	return !next.is(timeword) && (!next.is(stop) || next.is(role|department) || inTitle[next.lower])
}

// scholars are the jobs that are "in" a subject rather than in a town.
var scholars = set(
	"lecturer", "professor", "consultant", "registrar", "specialist", "fellow", "researcher", "teacher", "trainee", "reader",
	"instructor", "expert", "tutor", "scholar", "postdoc", "engineer", "scientist", "associate", "assistant", "apprentice",
)

// person reports whether a person's name, and no subject such as "Marine Biology", starts at piece i.
func (r *reader) person(i int) bool {
	n := r.nameAt(i)
	if !n.known() {
		return false
	}
	return n.titled || n.units > 1 || n.to >= len(r.p) || !r.p[n.to].is(department|role|org)
}

// moreTitle takes in what follows a title in its row: ", Growth", " (Southeast)".
func (r *reader) moreTitle(end int) int {
	if end+2 < len(r.p) && r.p[end].sign("(") {
		close := end + 1
		for close < len(r.p) && close-end < 5 && r.p[close].kind == word && r.p[close].capital {
			close++
		}
		if close < len(r.p) && close > end+1 && r.p[close].sign(")") {
			return close + 1
		}
	}
	if end+1 < len(r.p) && r.p[end].sign(",") && !r.startsPerson(end+1, true) {
		more, _ := r.titleEnd(end + 1)
		if more > end+1 && r.p[end+1].capital && (more >= len(r.p) || r.p[more].ends() || r.p[more].sign(",") ||
			r.p[more].sign(";") || r.p[more].lower == "and") {
			return more
		}
	}
	return end
}
