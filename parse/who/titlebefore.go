package who

// determiners stand before a title in prose: "our COO". They are no part of it.
var determiners = set(
	"our", "my", "your", "the", "his", "her", "their", "its", "a", "an", "one", "two", "three", "fellow", "unser", "unsere",
	"unserem", "unserer", "meine", "meiner", "meinem", "mijn", "minha", "notre", "nuestro", "nuestra", "nostro", "nostra", "nosso", "nossa", "onze", "o", "mia", "mio", "mi", "mon", "ma", "meu", "min", "il", "lo", "la", "gli", "el", "los", "las", "der", "die", "den", "dem", "het", "mein", "vår", "var", "nasz", "nasza",
)

// titleBefore reads a title that stands before a name: "our Chief Executive, Dana", "hiring manager Dana". It gives
// the piece at which the name starts; i and no title where none stands there.
func (r *reader) titleBefore(i int) (title string, at int) {
	from := i
	if i < len(r.p) && r.p[i].capital && r.p[i].is(wordname) && !r.p[i].is(honorific) && r.leadsFamilyName(i) && !r.p[i+1].is(given) {
		return "", i // "Mason Wells"
	}
	for from < len(r.p) && r.p[from].kind == word && (determiners[r.p[from].lower] && (!r.p[from].capital ||
		r.startsSentence(from)) || from > i && r.p[from].lower == "of") {
		from++
	}
	if from > i && from < len(r.p) && (r.p[from].capital || academic[r.p[from].lower] || spelledOut[r.p[from].lower]) && r.nameAt(from).titled && !r.p[from].is(role|level) {
		return "", from // "meine Frau Wiebke Petersen"
	}
	seen := false
	for j := from; j < len(r.p) && j-from < 12; j++ {
		p := &r.p[j]
		switch {
		case p.sign("-") && p.space && seen && j+1 < len(r.p) && r.p[j+1].capital && !r.nameAt(j+1).found() && r.commaSoon(j):
			continue // "Vice President - R&D, Dr. Bhide"
		case p.sign(",") || p.sign("-") && p.space:
			if !seen || from == i && !r.p[from].is(role|level|relation) {
				return "", i
			}
			return r.titleThen(from, j, j+1, i)
		case p.sign("(") && seen && from > i:
			return r.titleThen(from, j, j+1, i) // "our CEO (Dmitri Volkov)"
		case p.sign("&") || p.sign("/") && seen:
			continue
		case p.kind != word || !p.space && j > from:
			return "", i
		case !seen && j > from && determiners[p.lower] && !p.capital:
			from = j + 1 // "the chairmanship of the Vice-Chancellor"
			continue
		case seen && p.lower == "from" && !p.capital:
			return r.titleFrom(from, j, i)
		}
		if j > from && seen && p.capital && !(p.is(role|level|department) && !p.is(given)) {
			if r.p[j-1].lower == "of" && !p.is(given) && !p.is(honorific) {
				continue
			}
			if n := r.nameAt(j); n.found() && !n.company && !r.subject(n) {
				return r.titleThen(from, j, j, i)
			}
		}
		if j > from && from > i && r.p[j-1].capital && p.is(honorific) && p.capital && r.nameAt(j).titled {
			return r.titleThen(from, j, j, i) // "unsere Trägervertreterin Frau Osterkamp"
		}
		if p.is(stop|timeword) && !inTitle[p.lower] && !p.is(role) && !p.is(department) {
			return "", i
		}
		if p.capital && j == from && from == i && !p.is(role|level|department) && !r.titleAhead(j) {
			return "", i
		}
		seen = seen || p.is(role|relation)
	}
	return "", i
}

// commaSoon reports whether a comma follows within a few words, before which a title may go on.
func (r *reader) commaSoon(i int) bool {
	for j := i + 1; j < len(r.p) && j < i+7; j++ {
		if r.p[j].sign(",") {
			return true
		}
		if r.p[j].kind != word && !r.p[j].sign("&") {
			return false
		}
	}
	return false
}

// subject reports whether n belongs to a title: "Vice President for Student Affairs, Dr. …", "Chief Operating Officer".
func (r *reader) subject(n name) bool {
	if n.units != 1 || n.known() || n.to+1 >= len(r.p) {
		return false
	}
	next := &r.p[n.to]
	return next.sign(",") && r.nameAt(n.to+1).known() || next.kind == word && next.capital && next.is(role|department|level)
}

// titleFrom reads "two researchers from his team, Ema Horakova": the title ends before "from".
func (r *reader) titleFrom(from, to, i int) (string, int) {
	for j := to + 1; j < len(r.p) && j < to+7 && (r.p[j].kind == word || r.p[j].sign(",")); j++ {
		if r.p[j].sign(",") {
			return r.titleThen(from, to, j+1, i)
		}
	}
	return "", i
}

// titleAhead reports whether the unknown word at piece i starts a title of three words: "Cabin Service Manager".
func (r *reader) titleAhead(i int) bool {
	return i+2 < len(r.p) && !r.p[i].is(given|stop|timeword|org) && r.p[i+1].capital && r.p[i+1].is(role|department) &&
		r.p[i+2].capital && !r.p[i+2].is(stop)
}

// titleThen gives the title [from, to) where a name follows at.
func (r *reader) titleThen(from, to, at, i int) (string, int) {
	n := r.nameAt(at)
	if !n.found() || n.company || n.owner {
		return "", i
	}
	if inTitle[r.p[to-1].lower] || r.onlyHonorifics(from, to) {
		return "", i
	}
	if to == from+1 && noTitle[r.p[from].lower] {
		return "", at
	}
	return oneLine(r.slice(from, to)), at
}

// onlyHonorifics reports whether a title is a form of address: "Professor" before "Dame Frances Holt".
func (r *reader) onlyHonorifics(from, to int) bool {
	for j := from; j < to; j++ {
		if !r.p[j].is(honorific) {
			return false
		}
	}
	return true
}

// noTitle are words for people that are no job titles.
var noTitle = set(
	"mann", "vater", "mutter", "bruder", "schwester", "kollege", "kollegin", "mari", "collegue", "associe", "marido", "esposa", "socio", "colega", "marito", "moglie", "collega", "kollega", "colleague", "colleagues", "partner", "member", "members", "host", "interviewer", "interviewers", "friend", "mate", "teammate",
	"support", "boss", "father", "mother", "wife", "husband", "brother", "sister", "daughter", "son", "uncle", "aunt", "dad",
	"mum", "mom", "cousin", "predecessor", "successor",
)
