package who

import (
	"strings"

	"roundtwo/parse/token"
)

// Words that a display name carries beside the company: "Northwind Talent Team", "Recruiting - Northwind Bank".
var deskWords = set("recruiting", "recruitment", "recruiter", "recruiters", "talent", "acquisition", "hiring", "hr", "human",
	"resources", "careers", "career", "jobs", "job",
	"people", "team", "staffing", "scheduling", "schedule", "scheduler", "interview", "interviews", "interviewing", "coordination",
	"coordinator", "operations", "ops", "noreply", "no-reply", "notifications", "notification", "the", "desk", "department",
	"office", "admin",
	"candidate", "candidates", "experience", "resourcing", "personnel", "bewerbermanagement", "bewerbung", "bewerbungen",
	"karriere", "personalabteilung", "recrutement", "rh", "ressources", "humaines", "seleccion", "rrhh", "selezione",
	"personeel", "rekrutacja", "vacancies", "faculty", "search", "committee", "unit", "support", "mail", "bot", "service",
	"system", "competition", "competitions", "institutssekretariat", "sekretariat", "secretariat", "applications",
	"application", "info", "contact", "hello", "&", "and", "at", "of", "ta", "onboarding", "workforce", "partner", "registry",
	"registrar", "administration", "section", "bursary", "appointments", "crewing", "dept", "clerk")

// PersonName turns a display name into a name as it is said: "Whitfield, Dana" and "Joy Pickles RN".
func PersonName(display string) string {
	s := strings.Trim(strings.TrimSpace(display), `"'`)
	if i := strings.IndexAny(s, "(|["); i > 0 {
		s = strings.TrimSpace(s[:i])
	}
	if last, first, ok := strings.Cut(s, ","); ok && len(strings.Fields(last)) <= 2 && len(strings.Fields(first)) <= 3 {
		if lexicon[token.Fold(strings.TrimSpace(first))]&postnominal != 0 {
			return stripTitles(last)
		}
		s = strings.TrimSpace(first) + " " + strings.TrimSpace(last)
	}
	for _, cut := range []string{" via ", " at ", " from ", " @ ", " | ", " - ", " – ", " — "} {
		if i := strings.Index(s, cut); i > 0 {
			s = s[:i]
		}
	}
	return stripTitles(s)
}

// stripTitles takes honorifics off the front and post-nominals off the end.
func stripTitles(s string) string {
	words := strings.Fields(s)
	for len(words) > 1 && lexicon[token.Fold(strings.TrimSuffix(words[0], "."))]&honorific != 0 {
		words = words[1:]
	}
	for len(words) > 2 && lexicon[token.Fold(strings.Trim(words[len(words)-1], ".,"))]&postnominal != 0 {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// isPerson reports whether a display name is a person's and not a desk's or a company's.
func (r *reader) isPerson(display string) bool {
	s := PersonName(display)
	words := nameWords(s)
	if len(words) == 0 || len(words) > 5 || strings.Contains(s, "&") {
		return false
	}
	for i, w := range words {
		if deskWords[w] && !IsGiven(w) {
			return false
		}
		if c := lexicon[w]; c&(org|tool|place) != 0 && c&surname == 0 && !IsGiven(w) || c&org != 0 && c&surname == 0 && i > 0 {
			return false
		}
	}
	if n := len(words); n > 2 && lexicon[words[n-1]]&org != 0 && !IsGiven(words[0]) {
		return false // "Prairie State Power"
	}
	return IsGiven(words[0]) || len(words) > 1 && (r.fits(s) < partly || r.ownMailbox(words))
}

// ownMailbox reports whether the mailbox is a person's at a mail provider: "mirabelstanhope@gmail.com".
func (r *reader) ownMailbox(words []string) bool {
	local, _, _ := strings.Cut(strings.ToLower(r.c.Sender.Email), "@")
	return vendor(domain(r.c.Sender.Email)) && strings.Contains(squash(local), strings.Join(words, ""))
}
