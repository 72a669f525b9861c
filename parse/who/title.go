package who

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
		case p.kind == word && (p.lower == "himself" || p.lower == "herself" || p.lower == "themselves" || p.lower == "again" ||
			p.lower == "too"):
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
	return i < len(r.p) && relatives[r.p[i].lower] && !r.p[i].capital
}

// relatives begin a clause about somebody.
var relatives = set("who", "whom", "whose", "che", "qui", "quien", "som")

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
		if p.kind == word && p.is(stop) && !p.is(role|department|org|level) && !inTitle[p.lower] &&
			!(p.capital && r.roleNext(i)) {
			return true
		}
	}
	return pronounBracket[r.p[from].lower]
}

var pronounBracket = set("she", "he", "they", "her", "him", "them", "pronouns", "me", "you", "optional")

// afterComma reads ", VP Engineering", ", our treasurer" and passes ", who runs our branches".
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
	if title == "" || !described && r.nextsTitle(next) {
		return "", i
	}
	if described {
		next = r.restOfClause(next)
	}
	return title, next
}

// nextsTitle reports whether the title that ends at piece i is of the person behind it: "DI Maxine Corder, Intelligence
// Manager Ewan Strang and …".
func (r *reader) nextsTitle(i int) bool {
	if i >= len(r.p) || r.p[i].kind != word || !r.p[i].capital {
		return false
	}
	n := r.nameAt(i)
	return n.units > 1 && n.known() && !n.company
}

// restOfClause passes what a title in prose goes on with up to the next comma: "the partner responsible for knowledge,".
func (r *reader) restOfClause(i int) int {
	for j := i; j < len(r.p) && j < i+8; j++ {
		p := &r.p[j]
		if p.sign(",") && j > i {
			return j
		}
		if p.kind != word || p.capital || j == i && p.is(stop) || p.lower == "will" || p.lower == "and" {
			break
		}
	}
	return i
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

// whoClause reads "who is our treasurer" and passes "who runs the bakery" up to the next comma.
func (r *reader) whoClause(i int) (title string, next int) {
	if i+2 < len(r.p) && (r.p[i+1].lower == "is" || r.p[i+1].lower == "are") {
		from := r.skipDeterminer(i + 2)
		if title, next = r.titleSpan(from, false); title != "" {
			return title, next
		}
	}
	j := i
	for j < len(r.p) && j-i < 20 && !r.p[j].sign(",") && !r.stops(j) && !r.p[j].sign(";") && r.p[j].lower != "alongside" &&
		r.p[j].lower != "plus" {
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
	if j == start && j+1 < len(r.p) && r.p[j].kind == word && r.p[j].class&^neutral == 0 && (r.p[j+1].sign(",") || joins[r.p[j+1].lower]) {
		return j + 1 // "Delia from accounts and Hugo"
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
