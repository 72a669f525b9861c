package who

import (
	"sort"
	"strings"

	"roundtwo/parse/token"
)

// job is a candidate for the role.
type job struct {
	title  string
	span   token.Span
	weight int
}

// readRole weighs the places that name the job.
func (r *reader) readRole() (string, token.Span) {
	var best job
	for _, j := range append(r.jobsInText(), r.jobsInSubject()...) {
		j.title = trimRole(j.title)
		if j.title == "" || strings.HasSuffix(strings.ToLower(j.title), " office") || r.fits(j.title) == well || r.company != "" && strings.EqualFold(j.title, r.company) ||
			len(j.title) > 120 || r.namesHer(j.title) {
			continue
		}
		if j.weight > best.weight {
			best = j
		}
	}
	return best.title, best.span
}

func (r *reader) namesHer(title string) bool {
	words := nameWords(title)
	for _, c := range r.candidate {
		if len(c) > 1 && equal(words, c) {
			return true
		}
	}
	return false
}

// roleCues stand before a job; their weight says how sure.
var roleCues = token.MakePhrases(roleCueTable)

var roleCueTable = map[string]int{
	"the role is": 80, "the position remains": 80, "the role remains": 80, "position remains": 75, "the job is": 80, "the post is": 80, "the position is": 80, "role being": 70, "it is the": 30, "pour le poste de": 85, "pour un poste de": 85,
	"als": 30, "para el puesto de": 85, "per la posizione di": 85, "voor de functie van": 85, "para a vaga de": 85, "for the position of": 90, "for the post of": 90, "for the role of": 90, "for the job of": 90, "the position of": 88,
	"the post of": 88, "the role of": 88, "the function of": 88, "position as": 85, "role as": 80, "post as": 85,
	"for the vacancy of": 88, "vacancy for": 70, "vacancy of": 80, "for the position": 75, "for the requisition": 75,
	"for the job": 70, "for the vacancy": 70, "for the opening": 70, "for the role": 70, "for the post": 70,
	"for the": 60, "for our": 60, "for a": 45, "for an": 45, "about the": 55, "about our": 50, "regarding the": 55, "on the": 30,
	"of the": 42, "to the": 30, "includes the": 50, "in the": 25, "our": 20, "the": 18, "your application for": 60,
	"your application as": 65, "application for the": 60, "your application to the": 50, "apply for": 55, "applying for": 55,
	"applied for": 60, "applying for the": 60, "applied for the": 60, "applied to the": 50,
	"interview for": 62, "interviews for": 62, "interview as": 62, "interviews as": 60, "screen for": 62, "screening for": 60,
	"on-site for": 62, "onsite for": 62, "round for": 62, "round two for": 62, "round 2 for": 62, "round three for": 62,
	"round 3 for": 62, "stage for": 58, "stage for the": 60, "finalist for": 62, "panel for": 50, "loop for": 60, "day for": 50,
	"conversation for": 55, "call for": 45, "meeting for": 50, "chat for": 50, "manager for": 50, "team behind": 50,
	"consideration for": 60, "candidate for": 58, "candidacy for": 60, "shortlisted for": 58, "considered for": 58,
	"interest in the": 58, "interest in our": 55, "two for": 50, "phase for": 50, "phase) for": 60, "for": 38, "as": 34,
	"as our": 40, "as a": 36, "next": 10,
	"bewerbung als": 85, "bewerbung um die stelle": 80, "candidature au poste de": 85, "candidatura para": 70, "sollicitatie voor": 70,
	"ruolo di": 80, "rol de": 75, "stelle als": 80, "position als": 80, "stelle": 50, "poste de": 80, "puesto de": 80, "vaga de": 80, "posizione di": 80,
	"functie van": 80, "functie": 60, "vacature": 60, "stanowisko": 70,
}

// jobsInText reads labels and prose.
func (r *reader) jobsInText() []job {
	var out []job
	for i := 0; i < len(r.p); i++ {
		if r.lineStart(i) {
			out = append(out, r.jobLine(i)...)
		}
		if r.p[i].sign(`"`) {
			if end := r.quotation(i); end > i && r.invites(i+1, end-1) {
				out = append(out, r.jobsIn(i+1, end-1, 50)...)
			}
		}
		if i >= r.signed || r.p[i].kind != word && !r.p[i].sign("(") {
			continue
		}
		if r.p[i].sign("(") {
			out = append(out, r.jobInBracket(i)...)
			continue
		}
		if weight, at := phraseAt(r, roleCues, leadsRole, i); at > 0 {
			out = append(out, r.jobAfter(at, weight)...)
		}
	}
	return out
}

// jobLine reads "Position: …", a topic that names the job, and a line that is a job alone.
func (r *reader) jobLine(i int) []job {
	what, value := r.labelAt(i)
	if value < len(r.p) && what != noLabel && r.p[value].ends() {
		value++
	}
	switch what {
	case roleLabel:
		if at := r.skipReference(value); at < len(r.p) && !r.p[at].ends() && at > value && r.p[at].capital {
			value = at // "R-10422 Dock Planner"
		}
		if end := r.rowValue(value); end > value {
			j := job{oneLine(r.slice(value, end)), r.tokens(value, end), 110}
			if strings.EqualFold(r.p[i].lower, "for") {
				j.weight = 60
			}
			return []job{j}
		}
	case topicLabel:
		return r.jobsIn(value, r.rowValue(value), 58)
	case noLabel:
		end := r.rowValue(i)
		if i < r.signed && end-i < 22 && end > i && r.p[i].capital && r.hasJob(i, end) && !r.isRow(i, end) {
			return r.jobsIn(i, end, 35)
		}
	}
	return nil
}

// isRow reports whether a line is a person's row or a sentence.
func (r *reader) isRow(i, end int) bool {
	if r.p[end-1].sign(".") || r.p[end-1].sign("!") || r.p[i].is(stop) && !invitation[r.p[i].lower] || r.nameAt(i).known() {
		return true
	}
	if invitation[r.p[i].lower] || r.p[i].is(ordinal) {
		return false
	}
	for k := sort.Search(len(r.found), func(k int) bool { return r.found[k].from >= i }); k < len(r.found) && r.found[k].from < end; k++ {
		if r.found[k].title != "" {
			return true
		}
	}
	return false
}

// rowValue gives the end of the line or cell that piece i starts.
func (r *reader) rowValue(i int) int {
	for i < len(r.p) && !r.p[i].ends() {
		i++
	}
	return i
}

// jobInBracket reads "second interview (Shop Coordinator)".
func (r *reader) jobInBracket(i int) []job {
	if i > 1 && r.p[i-1].capital && r.behindCompany(i) {
		if end, jobs, _ := r.jobEnd(i + 1); jobs > 0 && end < len(r.p) && r.p[end].sign(")") && r.hasJob(i+1, end) {
			return []job{{oneLine(r.slice(i+1, end)), r.tokens(i+1, end), 56}}
		}
	}
	if i == 0 || !beforeJob[r.p[i-1].lower] {
		return nil
	}
	return r.jobAfter(i+1, 62)
}

// beforeJob are the words that a job follows in a bracket.
var beforeJob = set("interview", "round", "conversation", "stage", "selection", "position", "vacancy", "opening")

// behindCompany reports whether the employer's name ends at piece i: "with Saltmarsh Brewing (Head Brewer)".
func (r *reader) behindCompany(i int) bool {
	last := &r.p[i-1]
	n := len(r.theirs)
	return n > 0 && last.lower == r.theirs[n-1] || last.is(org) && !last.is(role|rank)
}

// jobAfter reads the job that starts at piece i. A noun such as "position" behind it makes it sure.
func (r *reader) jobAfter(i, weight int) []job {
	i = r.skipReference(i)
	end, jobs, noun := r.jobEnd(i)
	if end == i {
		return nil
	}
	if noun {
		weight += 25
	} else if jobs == 0 && weight < 70 {
		return nil
	}
	if jobs == 0 && !r.anyCapital(i, end) && !(noun && weight >= 60) {
		return nil
	}
	if jobs > 0 && !r.anyCapital(i, end) && !noun && weight < 60 {
		return nil
	}
	if jobs > 0 {
		weight += 8
	}
	if n := r.nameAt(i); n.known() && n.to >= end {
		return nil
	}
	return []job{{oneLine(r.slice(i, end)), r.tokens(i, end), weight}}
}

func (r *reader) anyCapital(from, to int) bool {
	for i := from; i < to; i++ {
		if r.p[i].capital {
			return true
		}
	}
	return false
}

// invites reports whether the words of an invitation stand in [from, to).
func (r *reader) invites(from, to int) bool {
	for i := from; i < to; i++ {
		if r.p[i].lower == "interview" || r.p[i].lower == "conversation" {
			return true
		}
	}
	return false
}

// trimRole takes punctuation, quotes and a reference number off.
func trimRole(s string) string {
	s = strings.Trim(oneLine(s), " ,;:-–—|/*.!?")
	if strings.Count(s, "\"")%2 == 1 {
		s = strings.Trim(s, "\"")
	}
	if strings.Count(s, "(") > strings.Count(s, ")") {
		s += ")"
	}
	return s
}
