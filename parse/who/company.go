package who

import (
	"strings"

	"roundtwo/parse/token"
)

// employer is a candidate for the company, with how strongly the place speaks for it.
type employer struct {
	name   string
	span   token.Span
	weight int
}

// Weights of the places that name a company. A fit to the sender's domain adds to them.
const (
	byLabel     = 120 // "Company: …"
	byClient    = 115 // "my client, …": the writer is an agency
	byDisplay   = 60  // the sender's display name
	bySubject   = 45  // "Interview with …" in the subject
	bySignature = 50
	byProse     = 40 // "at …", "with …"
	byLine      = 25 // a line by itself
	fitWell     = 40
	fitPartly   = 25
	agencyLess  = 40 // a recruiting agency is the employer only where nobody else is named
)

// readCompany weighs all candidates. The domain itself is the last resort.
func (r *reader) readCompany() (string, token.Span) {
	if r.c.Employer != "" {
		return r.c.Employer, token.Span{}
	}
	var best employer
	all := r.employers()
	for k := range all {
		e := &all[k]
		e.name = trimCompany(e.name)
		if !r.plausible(*e) {
			e.weight = 0
			continue
		}
		e.name = r.trimToDomain(e.name)
		switch r.fits(e.name) {
		case well:
			e.weight += fitWell
		case partly:
			e.weight += fitPartly
		}
		if isAgency(e.name) && e.weight < byClient {
			e.weight -= agencyLess
		}
		if e.weight > best.weight || e.weight == best.weight && len(e.name) > len(best.name) && strings.HasPrefix(e.name, best.name) {
			best = *e
		}
	}
	best = r.longer(best, all)
	if best.name == "" && len(r.house) > 0 && !vendor(r.house[0]) {
		best.name = fromLabel(domain(r.c.Sender.Email), r.house[0])
	}
	return best.name, best.span
}

// longer prefers "Bursztyn Software" to "Bursztyn" where the message has both and the longer ends as companies do.
func (r *reader) longer(best employer, all []employer) employer {
	short := best.name
	for _, e := range all {
		more, ok := strings.CutPrefix(e.name, short+" ")
		if !ok || e.weight < byProse || len(strings.Fields(more)) > 2 {
			continue
		}
		if words := nameWords(more); lexicon[words[len(words)-1]]&org != 0 && !deskWords[words[len(words)-1]] && len(e.name) > len(best.name) {
			best = e
		}
	}
	return best
}

// trimToDomain cuts what follows the words that make the domain: "Tasman Capital Graduate Programme". Words that end a
// company's name stay.
func (r *reader) trimToDomain(name string) string {
	words := strings.Fields(name)
	for n := len(words) - 1; n > 0 && r.fits(name) == partly; n-- {
		head := strings.Join(words[:n], " ")
		if r.fits(head) == well && besideName(words[len(words)-1]) && lexicon[token.Fold(words[n])]&org == 0 {
			return head
		}
	}
	return name
}

// besideName reports whether a word stands beside a company's name rather than in it.
func besideName(w string) bool {
	w = token.Fold(w)
	return deskWords[w] || w == "headquarters" || w == "hq" || lexicon[w]&(role|department|level|rank) != 0 && lexicon[w]&org == 0
}

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

var agencies = set("search", "talent", "recruitment", "recruiting", "recruiters", "staffing", "headhunters", "headhunting", "personnel", "resourcing", "careers", "emploi", "interim", "recrutement", "personalvermittlung", "jobs")

// plausible keeps products, desks, people and the candidate out.
func (r *reader) plausible(e employer) bool {
	words := nameWords(e.name)
	if len(words) == 0 || len(e.name) < 2 {
		return false
	}
	useful := false
	for _, w := range words {
		if vendorNames[w] && len(words) <= 2 {
			return false
		}
		c := lexicon[w]
		useful = useful || !deskWords[w] && c&(stop|timeword|tool|ordinal) == 0
	}
	if !useful || lexicon[words[0]]&(timeword|tool) != 0 && r.fits(e.name) == unfit {
		return false
	}
	for _, c := range r.candidate {
		if equal(words, c) || len(words) == 1 && len(c) > 0 && words[0] == c[0] {
			return false
		}
	}
	return true
}

var vendorNames = set("calendly", "greenhouse", "workable", "ashby", "lever", "goodtime", "hirevue", "zoom", "google", "teams", "microsoft", "bamboohr", "rippling", "workday", "smartrecruiters", "icims", "teamtailor", "breezy", "jazzhr", "modernloop", "webex", "linkedin", "indeed", "skype", "outlook", "personio")

// employers gathers the candidates from headers and text.
func (r *reader) employers() []employer {
	var all []employer
	all = append(all, r.fromDisplay()...)
	all = append(all, r.fromSubject()...)
	all = append(all, r.fromText()...)
	return append(all, r.fromSignature()...)
}

// fromDisplay reads display names: "Northwind Talent Team", "Priya at Northwind", "Thistlewood Press via Workable".
func (r *reader) fromDisplay() []employer {
	var out []employer
	for _, display := range append([]string{r.c.Sender.Name, r.c.Organizer.Name}, addressNames(r.c.ReplyTo)...) {
		s := strings.TrimSpace(display)
		if i := strings.Index(s, " via "); i > 0 {
			s = s[:i]
		}
		if i := strings.IndexAny(s, "(["); i > 0 {
			s = strings.TrimSpace(s[:i])
		}
		named := false
		for _, cut := range []string{" at ", " from ", " @ ", " | ", " - ", " – ", " — ", ", ", " of "} {
			if i := strings.Index(s, cut); i > 0 {
				head, tail := s[:i], s[i+len(cut):]
				said := strings.HasPrefix(cut, " at") || cut == " from " || cut == " @ "
				if said && !isDesk(tail) || r.isPerson(head) && cut != ", " || r.isPerson(head) && !r.isPerson(tail+" "+head) || isDesk(head) {
					s, named = tail, said
				} else if isDesk(tail) {
					s = head
				}
			}
		}
		if s == "" || !named && r.isPerson(s) {
			continue
		}
		if bare := r.bare(s); bare != "" {
			out = append(out, employer{name: bare, weight: byDisplay})
		}
	}
	return out
}

func addressNames[T interface{ ~struct{ Name, Email string } }](list []T) []string {
	var out []string
	for _, a := range list {
		out = append(out, struct{ Name, Email string }(a).Name)
	}
	return out
}

// deskOnly are words of desks that a company's name may have as well.
var deskOnly = set("management", "capital", "services", "group", "business", "corporate", "global")

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

// withoutDesk takes the words of a desk off both ends: "Recruiting MainTreu", "Paavo Pay Recruiting".
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

// fromSubject reads "Second interview with Northwind", "Northwind | 2nd interview", "… at Northwind".
func (r *reader) fromSubject() []employer {
	s := newReaderOf(r, r.c.Subject)
	out := s.afterWords(bySubject)
	for _, part := range s.parts() {
		to := min(s.companyAt(part[0]), part[1])
		name := r.bare(oneLine(s.slice(part[0], to)))
		switch {
		case to == part[0]:
		case r.fits(name) >= partly:
			out = append(out, employer{name: name, weight: bySubject - 5})
		case to == part[1] && s.orgWord(part[0], to) && !s.onlyRole(part[0], to) && !r.isPerson(name):
			out = append(out, employer{name: name, weight: bySubject - 15})
		}
	}
	for i := range out {
		out[i].span = token.Span{}
	}
	return out
}

// fromText reads labels, "at Northwind", "my client, Northwind" and lines that are a company's name.
func (r *reader) fromText() []employer {
	out := r.afterWords(byProse)
	for i := 0; i < len(r.p); i++ {
		if !r.lineStart(i) {
			continue
		}
		if what, value := r.labelAt(i); what == companyLabel {
			if value < len(r.p) && r.p[value].ends() {
				value++
			}
			end := value
			for end < len(r.p) && !r.p[end].ends() {
				end++
			}
			out = append(out, employer{oneLine(r.slice(value, end)), r.tokens(value, end), byLabel})
			continue
		}
		if to := r.companyAt(i); to > i && i < r.signed && r.p[i].kind == word && (to >= len(r.p) || r.p[to].ends() || r.p[to].sign(",") || r.p[to].sign("•") || r.p[to].lower == "would" || r.p[to].lower == "has" || r.p[to].lower == "is") {
			name := r.bare(oneLine(r.slice(i, to)))
			if r.fits(name) >= partly {
				out = append(out, employer{name, r.tokens(i, to), byLine})
			}
		}
	}
	return append(out, r.fromRuns()...)
}

// fromRuns reads capitals anywhere in the text that make the sender's domain: "…, Nordisk Hus, Avenue des Tilleuls 15".
func (r *reader) fromRuns() []employer {
	var out []employer
	for i := 0; i < r.signed; i++ {
		if r.p[i].kind != word || !r.p[i].capital || i > 0 && r.p[i-1].kind == word && r.p[i-1].capital {
			continue
		}
		to := r.companyAt(i)
		if to == i || to == i+1 && r.p[i].is(stop) {
			continue
		}
		if name := oneLine(r.slice(i, to)); r.fits(name) >= partly {
			out = append(out, employer{name, r.tokens(i, to), byLine})
		}
		i = to
	}
	return out
}

// bare takes the words of a desk off, unless the domain has them too: "Delta Port Services".
func (r *reader) bare(s string) string {
	short := withoutDesk(s)
	if short != s && r.fits(s) > r.fits(short) {
		return s
	}
	return short
}

// fromSignature reads the lines of the signature: the company stands in a line or behind the title.
func (r *reader) fromSignature() []employer {
	var out []employer
	for i := r.signed; i < len(r.p) && i < r.signed+120; i++ {
		if r.p[i].kind != word || !r.p[i].capital || i > r.signed && r.p[i-1].kind == word {
			continue
		}
		to := r.companyAt(i)
		if to == i {
			continue
		}
		name := r.bare(oneLine(r.slice(i, to)))
		weight := bySignature
		switch {
		case r.fits(name) >= partly:
		case r.orgWord(i, to) && !r.onlyRole(i, to):
			weight -= 15
		case r.lineStart(i) && (to >= len(r.p) || r.p[to].ends()) && i > r.signed && !r.onlyRole(i, to) && !isGiven(r.p[i].lower):
			weight -= 30
		default:
			weight = 0
		}
		if weight > 0 && (!r.isWriter(name) || r.fits(name) == well) {
			out = append(out, employer{name, r.tokens(i, to), weight})
		}
		i = max(i, to-1)
	}
	return out
}

// isWriter reports whether name is the writer's own.
func (r *reader) isWriter(name string) bool {
	a, b := nameWords(name), nameWords(r.self.Name)
	return len(a) > 0 && len(b) > 0 && (equal(a, b) || samePerson(b, a, false))
}

func (r *reader) orgWord(from, to int) bool {
	for i := from; i < to; i++ {
		if r.p[i].is(org) && !r.p[i].is(role|rank) && !deskWords[r.p[i].lower] {
			return true
		}
	}
	return false
}

// onlyRole reports whether the pieces are a job title.
func (r *reader) onlyRole(from, to int) bool {
	end, jobs := r.titleEnd(from)
	return jobs > 0 && end >= to-1
}

// companyCues stand before a company.
var companyCues = token.MakePhrases(companyCueTable)

var companyCueTable = map[string]int{
	"at": 0, "@": 5, "with": 0, "w/": 0, "from": -5, "joining": 0, "join": -5, "applying to": 10, "applied to": 10, "interest in": 5, "greetings from": 20,
	"welcome to": 5, "within": -5, "team at": 10, "role at": 15, "position at": 15, "position with": 15, "role with": 15, "job at": 15, "here at": 15, "interview at": 12, "interview with": 12, "interviews with": 12, "interviewing with": 10, "interviewing at": 12,
	"for": -12, "my client": 75, "notre client": 75, "unser kunde": 75, "nuestro cliente": 75, "il nostro cliente": 75, "representing": 60, "retained by": 60, "our client": 75, "on behalf of": 30, "in": -14, "bei": 0, "chez": 0, "en": -14, "bij": 0, "na": -14, "w": -14, "presso": 5, "recruiter at": 15, "team of": -5, "conversation with": 5, "round with": 10, "round at": 12, "opportunity at": 12, "opening at": 12, "vacancy at": 12, "application to": 10, "candidacy at": 12, "candidacy with": 10, "thanks for choosing": 0, "working at": 8, "working for": 8, "for:": 10, "employer": 10,
}

// afterWords reads the companies that stand behind "at", "with", "my client".
func (r *reader) afterWords(weight int) []employer {
	var out []employer
	for i := range r.p {
		if i >= r.signed && r.p[i].lower != "@" || r.p[i].kind != word && r.p[i].kind != sign {
			continue
		}
		more, at := phraseAt(r, companyCues, leadsCompany, i)
		if at == 0 || at >= len(r.p) {
			continue
		}
		for at < len(r.p) && (r.p[at].sign(",") || r.p[at].sign(":")) && more > 0 || at < len(r.p) && r.p[at].lower == "the" && !r.p[at].capital {
			at++
		}
		to := r.companyAt(at)
		if to == at {
			continue
		}
		name := oneLine(r.slice(at, to))
		if e, ok := r.weigh(employer{name, r.tokens(at, to), weight + more}, at, to); ok {
			out = append(out, e)
		}
	}
	return out
}

// weigh keeps people and places out of what follows "at" and "with".
func (r *reader) weigh(e employer, at, to int) (employer, bool) {
	if e.weight >= byClient {
		return e, true
	}
	fit := r.fits(e.name)
	if fit >= partly {
		return e, true
	}
	n := r.nameAt(at)
	person := n.found() && n.to >= to && n.known()
	place := to > at && r.p[to-1].is(place) && !r.p[to-1].is(org)
	if person || place || r.onlyRole(at, to) || r.p[at].is(tool|timeword) || to < len(r.p) && (r.p[to].sign("(") && n.listed) {
		return e, false
	}
	if r.orgWord(at, to) {
		return e, true
	}
	if len(r.house) > 0 && e.weight < byProse+10 {
		return e, false // the sender's own domain says more than a capital behind "with"
	}
	e.weight -= 15
	return e, e.weight > 10
}

// companyAt gives the end of the company name that starts at piece i: capitals with "&", "of", "the" between them.
func (r *reader) companyAt(i int) int {
	j, last := i, i
	for j < len(r.p) && j-i < 12 {
		p := &r.p[j]
		switch {
		case p.kind == word && p.owner && p.capital && j+1 < len(r.p) && r.p[j+1].capital && r.p[j+1].kind == word:
			last = j + 1
		case j > i && p.kind == word && p.capital && (p.is(ordinal) || invitation[p.lower] && !p.is(org|department)):
			return last
		case p.kind == word && (p.capital || j > i && p.class&org != 0 && legalForms[p.lower]) && !p.is(timeword) && !(p.is(stop) && p.is(tool)) && !(j == i && p.is(stop) && !p.is(given|org) && !r.nextCapital(j)):
			last = j + 1
			if p.owner {
				return last
			}
		case p.kind == number && j > i && !p.space, p.kind == number && j > i && j+1 < len(r.p) && r.p[j+1].capital:
			last = j + 1
		case j > i && (p.sign("&") || p.sign("+") || p.kind == word && nameJoin[p.lower]), p.lower == "for" && j > i && societies[r.p[j-1].lower]:
		case j > i && p.sign("-") && !p.space, j > i && p.sign(".") && !p.space && j+1 < len(r.p) && (!r.p[j+1].space || legalForms[r.p[j-1].lower]), j > i && p.sign("."):
			if p.sign(".") && legalForms[r.p[j-1].lower] {
				last = j + 1
			} else if p.sign(".") && (j+1 >= len(r.p) || r.p[j+1].space || r.p[j+1].ends()) {
				return last
			}
		case j > i && p.sign(",") && j+1 < len(r.p) && legalForms[r.p[j+1].lower] && r.p[j+1].capital:
		default:
			return last
		}
		j++
	}
	return last
}

var (
	nameJoin  = set("am", "an", "im", "zu", "of", "and", "the", "de", "di", "da", "do", "du", "des", "del", "la", "und", "et", "van", "der", "den")
	societies = set("centre", "center", "institute", "society", "council", "association", "foundation", "school", "college", "trust", "academy", "agency", "office", "department", "ministry", "fund", "alliance", "network", "partnership", "campaign", "commission")
)

func (r *reader) nextCapital(i int) bool {
	return i+1 < len(r.p) && r.p[i+1].kind == word && r.p[i+1].capital && r.p[i+1].space
}

// trimCompany takes off a legal form, an article in small letters and punctuation.
func trimCompany(s string) string {
	s = strings.Trim(oneLine(s), " ,;:-–—|/*\"'()")
	s = strings.TrimPrefix(s, "the ")
	if !strings.HasSuffix(s, " Co.") {
		s = strings.TrimSuffix(s, ".")
	}
	for _, form := range []string{" Co., Ltd.", " Co., Ltd", " Sdn Bhd", " Sdn. Bhd.", " Pte Ltd", " Pte. Ltd.", " Pvt. Ltd.", " Pvt Ltd", " Private Limited", " Oyj", " Oy", " A/S", " ApS", " AB", " S.L.", " Ltda", " Lda", " SARL", " SAS", " e.V.", " S", " GmbH & Co. KG", " GmbH & Co KG", ", Inc.", ", Inc", " Inc.", " Inc", ", LLC", " LLC", ", Ltd.", " Ltd.", " Ltd", " Limited", " GmbH", " AG", " PLC", " Plc", " plc", " B.V.", " B.V", " BV", " N.V.", " S.A.", " S.A", " ehf.", " ehf", ", N.A.", ", N.A", " Pvt", " Private", " Pty", " LLP", " S.r.l.", " S.p.A.", " sp. z o.o.", " Sp. z o.o."} {
		s = strings.TrimSuffix(s, form)
	}
	return strings.Trim(s, " ,;:-–—|/")
}

// fromLabel makes a name of a domain label: "quarterlight" is "Quarterlight".
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
