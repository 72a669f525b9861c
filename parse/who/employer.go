package who

import (
	"strings"

	"roundtwo/parse/token"
)

// fromDisplay reads display names: "Northwind Talent Team", "Priya at Northwind", "Northwind via Workable".
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
		if head, tail, ok := cutLast(s); ok && vendorNames[strings.ToLower(tail)] {
			s = head // "Harborline Workday"
		}
		named := false
		for _, cut := range []string{" at ", " from ", " @ ", " | ", " - ", " – ", " — ", ", ", " of "} {
			if i := strings.Index(s, cut); i > 0 {
				head, tail := s[:i], s[i+len(cut):]
				said := strings.HasPrefix(cut, " at") || cut == " from " || cut == " @ "
				if said && !isDesk(tail) || r.isPerson(head) && cut != ", " || r.isPerson(head) && !r.isPerson(tail+" "+head) ||
					isDesk(head) {
					s, named = tail, said || isDesk(head)
				} else if isDesk(tail) {
					s = head
				}
			}
		}
		if s == "" || !named && r.isPerson(s) {
			continue
		}
		if bare := r.bare(s); bare != "" {
			e := employer{name: bare, weight: byDisplay}
			if bare != s && !strings.Contains(bare, " ") && r.fits(bare) == unfit {
				e.weight = byDomain // "Town" of "Town Clerk"
			}
			out = append(out, e)
		}
	}
	return out
}

// cutLast cuts the last word off.
func cutLast(s string) (head, tail string, ok bool) {
	i := strings.LastIndexByte(s, ' ')
	if i <= 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}

func addressNames[T interface{ ~struct{ Name, Email string } }](list []T) []string {
	var out []string
	for _, a := range list {
		out = append(out, struct{ Name, Email string }(a).Name)
	}
	return out
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
	for _, e := range s.fromRuns() {
		e.weight = bySubject - 5
		out = append(out, e)
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
		} else if what == topicLabel {
			out = append(out, r.fromTopic(value)...)
		}
		if to := r.companyAt(i); to > i && i < r.signed && r.p[i].kind == word && (to >= len(r.p) || r.p[to].ends() ||
			r.p[to].sign(",") || r.p[to].sign("•") || employerVerbs[r.p[to].lower]) {
			name := r.bare(oneLine(r.slice(i, to)))
			acts := (len(r.house) == 0 || to < len(r.p) && wants[r.p[to].lower]) && r.orgWord(i, to) && to < len(r.p) && r.p[to].kind == word
			if r.fits(name) >= partly || acts {
				out = append(out, employer{name, r.tokens(i, to), byLine})
			}
		}
	}
	return append(append(out, r.fromBrackets()...), r.fromRuns()...)
}

// employerVerbs follow an employer's name at the start of a line; wants are those by which an agency speaks of its client.
var (
	employerVerbs = set("would", "has", "is", "wants", "want", "loved", "liked", "invites", "invite")
	wants         = set("wants", "want", "would", "loved", "liked")
)

// fromTopic reads the company in what an appointment is called: "Event type: Final Interview - Corvane Health".
func (r *reader) fromTopic(i int) []employer {
	var out []employer
	if i < len(r.p) && r.p[i].ends() {
		i++
	}
	end := r.rowValue(i)
	for at := i; at < end; at++ {
		if at > i && !r.splits(at-1) || r.p[at].kind != word {
			continue
		}
		if to := r.companyAt(at); to > at+1 && to <= end && (to == end || r.splits(to)) && r.orgWord(at, to) && !r.onlyRole(at, to) {
			out = append(out, employer{oneLine(r.slice(at, to)), r.tokens(at, to), byLine})
		}
	}
	return out
}

// fromBrackets reads the company in a bracket behind a job: "Media Buyer (Larkspur Agency)".
func (r *reader) fromBrackets() []employer {
	var out []employer
	for i := 1; i+2 < r.signed; i++ {
		if !r.p[i].sign("(") || !r.p[i-1].is(role) {
			continue
		}
		if to := r.companyAt(i + 1); to > i+2 && to < len(r.p) && r.p[to].sign(")") && r.orgWord(to-1, to) && !r.onlyRole(i+1, to) {
			out = append(out, employer{oneLine(r.slice(i+1, to)), r.tokens(i+1, to), byLine})
		}
	}
	return out
}

// fromRuns reads capitals anywhere in the text that make the sender's domain: "…, Nordlys, Avenue des Acacias 8".
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
		case r.lineStart(i) && (to >= len(r.p) || r.p[to].ends()) && i > r.signed && !r.onlyRole(i, to) &&
			!IsGiven(r.p[i].lower) && strings.Contains(name, " "):
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
	"at": 0, "@": 5, "with": 0, "w/": 0, "from": -5, "joining": 0, "join": -5, "applying to": 10, "applied to": 10,
	"interest in": 5, "greetings from": 20,
	"welcome to": 5, "within": -5, "team at": 10, "role at": 15, "position at": 15, "position with": 15, "role with": 15,
	"job at": 15, "here at": 15, "interview at": 12, "interview with": 12, "interviews with": 12, "interviewing with": 10,
	"interviewing at": 12,
	"for":             -12, "my client": 75, "client is": 75, "client here is": 75, "employer is": 75, "company is": 60, "notre client": 75, "unser kunde": 75, "nuestro cliente": 75, "il nostro cliente": 75,
	"representing": 60, "retained by": 60, "our client": 75, "on behalf of": 30, "in": -14, "bei": 0, "chez": 0, "en": -14,
	"bij": 0, "na": -14, "w": -14, "presso": 5, "recruiter at": 15, "team of": -5, "conversation with": 5, "round with": 10,
	"round at": 12, "opportunity at": 12, "opening at": 12, "vacancy at": 12, "application to": 10, "candidacy at": 12,
	"candidacy with": 10, "thanks for choosing": 0, "working at": 8, "working for": 8, "for:": 10, "employer": 10,
}

// firmWords may stand before an employer's name: "notre client, la société Vallon Industries".
var firmWords = set("the", "la", "le", "societe", "entreprise", "maison", "firma", "die", "der", "el", "il", "ditta", "azienda", "empresa", "company", "firm")

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
		for at < len(r.p) && (r.p[at].sign(",") || r.p[at].sign(":")) && more > 0 || at < len(r.p) && firmWords[r.p[at].lower] &&
			!r.p[at].capital {
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
	if len(r.house) > 0 && !agencyHouse(r.house[0]) && e.weight < byProse+10 {
		return e, false // the sender's own domain says more than a capital behind "with"
	}
	e.weight -= 15
	return e, e.weight > 10
}
