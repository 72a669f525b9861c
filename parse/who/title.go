package who

// determiners stand before a title in prose: "our COO". They are no part of it.
var determiners = set("our", "my", "your", "the", "his", "her", "their", "its", "a", "an", "one", "two", "three", "fellow", "unser", "unsere", "unserem", "unserer", "notre", "nuestro", "nuestra", "nostro", "nostra", "nosso", "nossa", "onze")

// inTitle are the small words that join a title: "Head of Talent and Culture".
var inTitle = set("of", "for", "and", "the", "to", "in", "de", "du", "des", "der", "des", "da", "do", "del", "della", "fur", "la", "&")

// titleBefore reads a title that stands before a name: "our Chief Executive, Margaret", "hiring manager Dana". It gives
// the piece at which the name starts; i and no title where none stands there.
func (r *reader) titleBefore(i int) (title string, at int) {
	from := i
	for from < len(r.p) && r.p[from].kind == word && (determiners[r.p[from].lower] || from > i && r.p[from].lower == "of") {
		from++
	}
	seen := false
	for j := from; j < len(r.p) && j-from < 12; j++ {
		p := &r.p[j]
		switch {
		case p.sign(",") || p.sign("-") && p.space:
			if !seen || from == i && !r.p[from].is(role|level|relation) {
				return "", i
			}
			return r.titleThen(from, j, j+1, i)
		case p.sign("&") || p.sign("/") && seen:
			continue
		case p.kind != word || !p.space && j > from:
			return "", i
		case seen && p.lower == "from" && !p.capital:
			return r.titleFrom(from, j, i)
		}
		if j > from && seen && p.capital && !(p.is(role|level|department) && !p.is(given)) {
			if r.p[j-1].lower == "of" && !p.is(given) && !p.is(honorific) {
				continue
			}
			if n := r.nameAt(j); n.found() && !n.company {
				return r.titleThen(from, j, j, i)
			}
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
	return i+2 < len(r.p) && !r.p[i].is(given|stop|timeword|org) && r.p[i+1].capital && r.p[i+1].is(role|department) && r.p[i+2].capital && !r.p[i+2].is(stop)
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
var noTitle = set("colleague", "colleagues", "partner", "member", "members", "host", "interviewer", "interviewers", "friend", "mate", "teammate", "support", "boss", "father", "mother", "wife", "husband", "brother", "sister", "daughter", "son", "uncle", "aunt", "dad", "mum", "mom", "cousin", "predecessor", "successor")

// titleAfter reads what follows a name: a title after a comma, in brackets, after a dash, in the next cell or clause,
// and a mail address. It gives the piece after all of it. Where a title stood before the name, none is wanted.
func (r *reader) titleAfter(i int, row, wanted bool) (title, email string, to int) {
	i = r.skipOwn(i)
	to = i
	for n := 0; n < 4 && to < len(r.p); n++ {
		t, e, next := r.detailAt(to, row, wanted && title == "")
		if next == to {
			break
		}
		if title == "" {
			title = t
		}
		if email == "" {
			email = e
		}
		to = next
	}
	return title, email, to
}

// skipOwn passes "himself", post-nominals and pronouns in brackets.
func (r *reader) skipOwn(i int) int {
	for i < len(r.p) {
		p := &r.p[i]
		switch {
		case p.kind == word && (p.lower == "himself" || p.lower == "herself" || p.lower == "themselves" || p.lower == "again" || p.lower == "too"):
			i++
		case p.kind == word && r.degree(i):
			i++
		case p.sign(",") && i+1 < len(r.p) && r.degree(i+1) && !(i+2 < len(r.p) && r.p[i+2].kind == word):
			i += 2
		default:
			return i
		}
	}
	return i
}

// degree reports whether piece i is a degree or the like behind a name: "RN", "MD, MBA", "FSA,".
func (r *reader) degree(i int) bool {
	p := &r.p[i]
	if p.kind != word || !p.capital {
		return false
	}
	more := i+1 < len(r.p) && (r.p[i+1].sign(",") || r.p[i+1].sign("("))
	switch {
	case p.is(postnominal) && !p.is(role):
		return true
	case p.is(postnominal):
		return more && (r.p[i+1].sign("(") || i+2 < len(r.p) && r.p[i+2].is(postnominal))
	}
	return p.upper && more && len(p.text) <= 5 && !p.is(role|department|place|org) && !r.shouting
}

// detailAt reads one detail after a name; next is i where there is none.
func (r *reader) detailAt(i int, row, wanted bool) (title, email string, next int) {
	switch p := &r.p[i]; {
	case p.kind == mail:
		return "", p.text, i + 1
	case p.sign("<") && i+2 < len(r.p) && r.p[i+1].kind == mail:
		return "", r.p[i+1].text, i + 3
	case p.sign("(") || p.sign("["):
		return r.bracket(i)
	case p.sign(","):
		if !wanted && !r.whoFollows(i+1) {
			return "", "", i
		}
		title, next = r.afterComma(i, row)
		return title, "", next
	case (p.sign("-") || p.sign("|") || p.sign("/") || p.sign("~")) && (p.space || row):
		if !wanted {
			return "", "", i
		}
		if title, next = r.titleSpan(i+1, row); title == "" {
			return "", "", i
		}
		return title, "", next
	case p.kind == cell && row && wanted:
		title, next = r.titleCell(i)
		return title, "", next
	case p.kind == word && p.lower == "who":
		title, next = r.whoClause(i)
		return title, "", next
	case p.kind == word && wanted && (p.lower == "our" || p.lower == "my" || p.lower == "your"):
		if title, next = r.titleSpan(i+1, row); title == "" {
			return "", "", i
		}
		return title, "", next
	case p.kind == word && p.lower == "from":
		return "", "", r.fromTeam(i)
	}
	return "", "", i
}

// whoFollows reports whether a clause with "who" starts at piece i.
func (r *reader) whoFollows(i int) bool {
	return i < len(r.p) && (r.p[i].lower == "who" || r.p[i].lower == "whom" || r.p[i].lower == "whose")
}

// maxBracket is the most pieces that a bracket is followed.
const maxBracket = 30

// bracket reads "(Staff Engineer)", "(dana@…)" and passes "(she does the UK)", "(45 mins)".
func (r *reader) bracket(i int) (title, email string, next int) {
	end := i + 1
	for end < len(r.p) && end-i < maxBracket && !r.p[end].sign(")") && !r.p[end].sign("]") && !r.p[end].ends() {
		end++
	}
	if end >= len(r.p) || !r.p[end].sign(")") && !r.p[end].sign("]") {
		return "", "", i
	}
	if end == i+2 && r.p[i+1].kind == mail {
		return "", r.p[i+1].text, end + 1
	}
	from := r.skipDeterminer(i + 1)
	if end > from && end-from <= 10 && !r.talks(from, end) {
		return oneLine(r.slice(from, end)), "", end + 1
	}
	return "", "", end + 1
}

func (r *reader) skipDeterminer(i int) int {
	if i < len(r.p) && determiners[r.p[i].lower] {
		i++
	}
	return i
}

// talks reports whether pieces [from, to) are a remark and no title: a pronoun, a verb, a number, a time.
func (r *reader) talks(from, to int) bool {
	for i := from; i < to; i++ {
		p := &r.p[i]
		if p.kind == number || p.kind == link || p.is(timeword) && !p.is(role|department) && p.lower != "may" {
			return true
		}
		if p.kind == word && p.is(stop) && !p.is(role|department|org|level) && !inTitle[p.lower] {
			return true
		}
	}
	return pronounBracket[r.p[from].lower]
}

var pronounBracket = set("she", "he", "they", "her", "him", "them", "pronouns", "me", "you", "optional")

// afterComma reads ", VP Engineering", ", our treasurer" and passes ", who runs our field team".
func (r *reader) afterComma(i int, row bool) (title string, next int) {
	if i+1 >= len(r.p) {
		return "", i
	}
	if r.whoFollows(i + 1) {
		return r.whoClause(i + 1)
	}
	from := r.skipDeterminer(i + 1)
	described := from > i+1
	if !described && r.startsPerson(from, row) {
		return "", i
	}
	title, next = r.titleSpan(from, row)
	if title == "" {
		return "", i
	}
	return title, next
}

// startsPerson reports whether the next person of a list, and no title, starts at piece i.
func (r *reader) startsPerson(i int, row bool) bool {
	n := r.nameAt(i)
	if !n.found() || n.owner {
		return false
	}
	if n.titled || n.listed {
		return true
	}
	return n.units > 1 && !r.roleBefore(n.to, row)
}

// roleBefore reports whether a job word comes between piece i and the end of the phrase: "Northwind Account Manager".
func (r *reader) roleBefore(i int, row bool) bool {
	for j := i; j < len(r.p) && j < i+3 && r.p[j].kind == word && r.p[j].space; j++ {
		if r.p[j].is(role) {
			return true
		}
	}
	return false
}

// whoClause reads "who is our treasurer" and passes "who runs the chilled category" up to the next comma.
func (r *reader) whoClause(i int) (title string, next int) {
	if i+2 < len(r.p) && (r.p[i+1].lower == "is" || r.p[i+1].lower == "are") {
		from := r.skipDeterminer(i + 2)
		if title, next = r.titleSpan(from, false); title != "" && from > i+2 {
			return title, next
		}
	}
	j := i
	for j < len(r.p) && j-i < 20 && !r.p[j].sign(",") && !r.stops(j) && !r.p[j].sign(";") && r.p[j].lower != "alongside" && r.p[j].lower != "plus" {
		j++
	}
	return "", j
}

// fromTeam passes "from Community & Country Engagement", so that a list can go on.
func (r *reader) fromTeam(i int) int {
	j := i + 1
	if j < len(r.p) && determiners[r.p[j].lower] {
		j++
	}
	start := j
	for j < len(r.p) && j-start < 8 {
		p := &r.p[j]
		ok := p.kind == word && (p.capital && !p.is(timeword) || p.is(department|rank)) || p.sign("&") && j > start ||
			p.lower == "and" && j+1 < len(r.p) && r.p[j+1].is(department) && !r.p[j+1].is(given)
		if !ok {
			break
		}
		j++
	}
	if j == start {
		return i
	}
	return j
}

// titleCell reads the title in the cell after a name.
func (r *reader) titleCell(i int) (title string, next int) {
	end := i + 1
	for end < len(r.p) && !r.p[end].ends() {
		end++
	}
	if end == i+1 || end-i > 12 || !r.hasRole(i+1, end) || r.talks(i+1, end) {
		return "", i
	}
	return oneLine(r.slice(i+1, end)), end
}

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
		if small && jobs > 0 && !inTitle[r.p[j-1].lower] {
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
	if r.p[j].lower == "and" || r.p[j].lower == "to" || r.p[j].lower == "in" || r.p[j].lower == "for" {
		subject := next.capital && (r.p[j].lower == "for" || r.p[j].lower == "in") && !next.is(tool|place)
		return (next.is(role|department|level) || next.lower == "the" && r.p[j].lower == "to" || subject) &&
			!r.person(j+1) && (!next.is(stop|timeword|honorific) || next.is(department))
	}
	return !next.is(timeword) && (!next.is(stop) || next.is(role|department) || inTitle[next.lower])
}

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
		if more > end+1 && r.p[end+1].capital && (more >= len(r.p) || r.p[more].ends() || r.p[more].sign(",") || r.p[more].sign(";") || r.p[more].lower == "and") {
			return more
		}
	}
	return end
}
