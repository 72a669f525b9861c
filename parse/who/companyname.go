package who

import (
	"strings"

	"roundtwo/parse/token"
)

// besideName reports whether a word stands beside a company's name rather than in it.
func besideName(w string) bool {
	w = token.Fold(w)
	return deskWords[w] || w == "headquarters" || w == "hq" || lexicon[w]&(role|department|level|rank) != 0 && lexicon[w]&org == 0
}

// isDepartment reports whether a name is of a part of the employer: "Department of Pharmacy".
func isDepartment(name string) bool {
	words := nameWords(name)
	return len(words) > 1 && parts[words[0]] && words[1] == "of"
}

var parts = set("department", "dept", "division", "faculty", "office", "school", "section", "unit", "team", "board")

// isAgency reports whether a name is a recruiting agency's.
func isAgency(name string) bool {
	words := nameWords(name)
	for i, w := range words {
		if i > 0 && agencies[w] {
			return true
		}
	}
	return false
}

var agencies = set(
	"search", "talent", "recruitment", "recruiting", "recruiters", "staffing", "headhunters", "headhunting", "personnel",
	"resourcing", "careers", "talents", "recruit", "appointments", "selection", "consultoria", "seleccion", "werving", "emploi", "interim", "recrutement", "personalvermittlung", "jobs",
)

// deskOnly are words of desks that a company's name may have as well.
var deskOnly = set("management", "capital", "services", "group", "business", "corporate", "global")

// agencyHouse reports whether a domain label is a recruiting agency's: "apexrecruit".
func agencyHouse(label string) bool {
	for mark := range agencies {
		if len(mark) > 5 && len(label) > len(mark) && strings.Contains(label, mark) {
			return true
		}
	}
	return false
}

// isDesk reports whether every word is a desk's: "Talent Acquisition".
func isDesk(s string) bool {
	words := nameWords(s)
	for _, w := range words {
		if !deskWords[strings.Trim(w, "()")] && !deskOnly[w] && lexicon[w]&(role|rank) == 0 {
			return false
		}
	}
	return len(words) > 0
}

// withoutDesk takes the words of a desk off both ends: "Recruiting Northwind", "Northwind Recruiting".
func withoutDesk(s string) string {
	words := strings.Fields(s)
	desk := func(w string) bool {
		w = token.Fold(strings.Trim(w, ",.:()"))
		return deskWords[w] && w != "the"
	}
	from, to := 0, len(words)
	for to > from && desk(words[to-1]) {
		to--
	}
	for from < to && desk(words[from]) {
		from++
	}
	return strings.Trim(strings.Join(words[from:to], " "), " ,-–|:")
}

// bare takes the words of a desk off, unless the domain has them too: "Harbour Freight Services".
func (r *reader) bare(s string) string {
	short := withoutDesk(s)
	if short != s && r.fits(s) > r.fits(short) {
		return s
	}
	return short
}

// maxCompany is the most pieces of a company's name.
const maxCompany = 12

// companyAt gives the end of the company name that starts at piece i: capitals with "&", "of", "the" between them.
func (r *reader) companyAt(i int) int {
	last := i
	for j := i; j < len(r.p) && j-i < maxCompany; j++ {
		switch {
		case r.companyWord(i, j):
			last = j + 1
			if r.p[j].owner && !r.nextCapital(j) { // "Northwind's", but not "Mabey's Nurseries"
				return last
			}
		case j > i && r.p[j].sign(".") && legalForms[r.p[j-1].lower]:
			last = j + 1
		case j == i || !r.companyJoint(j):
			return last
		}
	}
	return last
}

// companyWord reports whether piece j is a word of the company name that starts at piece i.
func (r *reader) companyWord(i, j int) bool {
	p := &r.p[j]
	switch {
	case p.kind == number:
		return j > i && (!p.space || r.nextCapital(j))
	case p.kind != word:
		return false
	case !p.capital:
		return j > i && p.is(org) && legalForms[p.lower]
	case j == i:
		return r.companyStarts(i)
	}
	if p.text == "I" && !r.shouting {
		return false // "the Department of Pharmacy I would like"
	}
	invites := invitation[p.lower] && !p.is(org|department) && !r.inHouse(p.lower)
	if p.is(timeword) && r.nextCapital(j) && r.p[j+1].is(org) {
		return true // "East March Council"
	}
	return !p.is(ordinal|timeword) && !invites && !(p.is(stop) && p.is(tool))
}

// inHouse reports whether the sender's domain ends in a word: "Lantern Stage" of lanternstage.example.
func (r *reader) inHouse(word string) bool {
	return len(r.house) > 0 && len(word) > 3 && strings.HasSuffix(r.house[0], word)
}

// companyStarts reports whether the capital at piece i may start a company's name: "Open Ledger", "Sun Meadow", but
// not "Your interview".
func (r *reader) companyStarts(i int) bool {
	p := &r.p[i]
	switch {
	case p.is(timeword):
		return r.nextCapital(i) && (len(p.text) <= 5 || !r.p[i+1].is(timeword|stop))
	case p.is(stop) && !p.is(given|org):
		return r.nextCapital(i)
	}
	return true
}

// companyJoint reports whether piece j may stand between two words of a company's name.
func (r *reader) companyJoint(j int) bool {
	p := &r.p[j]
	switch {
	case p.sign("&"), p.sign("+"), p.kind == word && nameJoin[p.lower]:
		return true
	case p.kind == word && p.lower == "for":
		return societies[r.p[j-1].lower]
	case p.sign("-"):
		return !p.space
	case p.sign("."):
		return !p.space && j+1 < len(r.p) && !r.p[j+1].space && !r.p[j+1].ends()
	}
	return p.sign(",") && j+1 < len(r.p) && legalForms[r.p[j+1].lower] && r.p[j+1].capital
}

var (
	nameJoin = set("am", "an", "im", "zu", "of", "and", "the", "de", "di", "da", "do", "du", "des", "del", "la", "und", "et",
		"van", "der", "den")
	societies = set(
		"centre", "center", "institute", "society", "council", "association", "foundation", "school", "college", "trust",
		"academy", "agency", "office", "department", "ministry", "fund", "alliance", "network", "partnership", "campaign",
		"commission",
	)
)

func (r *reader) nextCapital(i int) bool {
	return i+1 < len(r.p) && r.p[i+1].kind == word && r.p[i+1].capital && r.p[i+1].space
}

// trimCompany takes off a legal form, an article in small letters and punctuation.
func trimCompany(s string) string {
	s = strings.Trim(oneLine(s), " ,;:-–—|/*\"'()")
	s = strings.TrimSuffix(s, "-Team")
	for _, article := range [...]string{"the ", "l'", "l’", "Ihr ", "Ihre ", "Dein ", "Your ", "Votre "} {
		s = strings.TrimPrefix(s, article)
	}
	if !strings.HasSuffix(s, " Co.") {
		s = strings.TrimSuffix(s, ".")
	}
	for _, form := range legalEndings {
		s = strings.TrimSuffix(s, form)
	}
	return strings.Trim(s, " ,;:-–—|/")
}

// fromLabel makes a name of a domain label: "northwind" is "Northwind".
func fromLabel(label, house string) string {
	if squash(label) != house {
		label = house
	}
	words := strings.FieldsFunc(label, func(c rune) bool { return c == '-' || c == '_' })
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}

// isCompany reports whether n is the company's name rather than a person's.
func (r *reader) isCompany(n name) bool {
	text := r.nameText(n)
	if n.titled || n.listed && n.units > 1 {
		return len(r.theirs) > 0 && startsAlike(text, r.theirs[0]) && equal(companyWords(text), r.theirs)
	}
	theirs := r.theirs
	var mine []string
	if len(theirs) > 0 && startsAlike(text, theirs[0]) {
		mine = companyWords(text)
	}
	if len(mine) > 0 && len(theirs) >= len(mine) && equal(mine, theirs[:len(mine)]) {
		return !n.listed || len(mine) == len(theirs) || r.fits(text) == well
	}
	if n.listed {
		return false
	}
	fit := r.fits(text)
	return fit == well || fit == partly && len(text) > 5 && n.units > 1
}

// legalEndings are the legal forms that are cut off a company's name, longer ones first.
var legalEndings = []string{
	" Co., Ltd.", " Co., Ltd", " Sdn Bhd", " Sdn. Bhd.", " Pte Ltd", " Pte. Ltd.", " Pvt. Ltd.", " Pvt Ltd",
	" Private Limited", " Oyj", " Oy", " A/S", " ApS", " ASA", " AS", " AB", " S.L.", " Ltda", " Lda", " SARL", " SAS",
	" e.V.", " S", " GmbH & Co. KG", " GmbH & Co KG", ", Inc.", ", Inc", " Inc.", " Inc", ", LLC", " LLC", ", Ltd.",
	" Ltd.", " Ltd", " Limited", " GmbH", " AG", " PLC", " Plc", " plc", " B.V.", " B.V", " BV", " N.V.", " S.A.", " S.A",
	" ehf.", " ehf", ", N.A.", ", N.A", " Pvt", " Private", " Pty", " LLP", " S.r.l.", " S.p.A.", " sp. z o.o.",
	" Sp. z o.o.",
}
