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
	byDomain    = 15 // the sender's domain alone
	fitWell     = 40
	fitPartly   = 25
	agencyLess  = 75 // a recruiting agency is the employer only where nobody else is named
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
		if r.fits(e.name) == unfit && e.weight < byClient && isDepartment(e.name) {
			e.weight = byDomain + 1
		}
		agent := isAgency(e.name) || len(r.house) > 0 && agencyHouse(r.house[0]) && r.fits(e.name) >= partly
		if agent && e.weight < byClient {
			e.weight = max(e.weight-agencyLess, byDomain+1)
		}
		if e.weight > best.weight || e.weight == best.weight && len(e.name) > len(best.name) && strings.HasPrefix(e.name, best.name) {
			best = *e
		}
	}
	best = r.longer(best, all)
	if best.weight <= byDomain && len(r.house) > 0 && !vendor(r.house[0]) {
		best.name, best.span = r.spelled(r.house[0])
		if best.name == "" {
			best.name = fromLabel(domain(r.c.Sender.Email), r.house[0])
		}
	}
	return best.name, best.span
}

// spelled finds the words of the text that make a domain label, whatever letters they are written in: "the two lanterns".
func (r *reader) spelled(house string) (string, token.Span) {
	for i := range r.p {
		rest := house
		for j := i; j < len(r.p) && r.p[j].kind == word; j++ {
			more, ok := strings.CutPrefix(rest, squash(r.p[j].lower))
			if !ok {
				more, ok = strings.CutPrefix(rest, squash(token.Fold(inAscii(r.p[j].text))))
			}
			if !ok {
				break
			}
			if rest = more; rest == "" {
				return oneLine(r.slice(i, j+1)), r.tokens(i, j+1)
			}
		}
	}
	return "", token.Span{}
}

// longer prefers "Kolibri Software" to "Kolibri" where the message has both and the longer ends as companies do.
func (r *reader) longer(best employer, all []employer) employer {
	short := best.name
	for _, e := range all {
		more, ok := strings.CutPrefix(e.name, short+" ")
		if !ok || e.weight < byProse || len(strings.Fields(more)) > 2 {
			continue
		}
		if words := nameWords(more); lexicon[words[len(words)-1]]&org != 0 && !deskWords[words[len(words)-1]] &&
			len(e.name) > len(best.name) {
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
		if nameJoin[token.Fold(words[n-1])] || nameJoin[token.Fold(words[n])] {
			continue // "Northdale Fire and Rescue Service"
		}
		if r.fits(head) == well && besideName(words[len(words)-1]) && lexicon[token.Fold(words[n])]&org == 0 {
			return head
		}
	}
	return name
}

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
	if !useful || lexicon[words[0]]&(timeword|tool) != 0 && lexicon[words[len(words)-1]]&org == 0 && r.fits(e.name) == unfit {
		return false
	}
	for _, c := range r.candidate {
		if equal(words, c) || len(words) == 1 && len(c) > 0 && words[0] == c[0] {
			return false
		}
	}
	return true
}

var vendorNames = set(
	"calendly", "greenhouse", "workable", "ashby", "lever", "goodtime", "hirevue", "zoom", "google", "teams", "microsoft",
	"bamboohr", "rippling", "workday", "smartrecruiters", "icims", "teamtailor", "breezy", "jazzhr", "modernloop", "webex",
	"linkedin", "indeed", "skype", "outlook", "personio",
)

// employers gathers the candidates from headers and text.
func (r *reader) employers() []employer {
	var all []employer
	all = append(all, r.fromDisplay()...)
	all = append(all, r.fromSubject()...)
	all = append(all, r.fromText()...)
	return append(all, r.fromSignature()...)
}
