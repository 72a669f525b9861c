package who

import (
	"strings"

	"roundtwo/parse/token"
)

// domains whose addresses say nothing of the employer: schedulers, applicant tracking systems, free mail.
var vendorDomains = set(
	"calendly", "greenhouse", "greenhouse-mail", "lever", "ashbyhq", "goodtime", "workable", "workablemail", "smartrecruiters",
	"myworkday", "myworkdayjobs", "icims", "taleo", "oraclecloud", "successfactors", "bamboohr", "breezy", "breezy-mail",
	"breezyhr", "applytojob", "jazzhr", "jazz", "hirevue", "hirevue-app", "rippling", "teamtailor", "teamtailor-mail", "recruitee",
	"personio", "jobvite", "modernloop", "interviewschedule", "guide", "gem", "google", "gmail", "googlemail", "outlook",
	"hotmail", "live", "yahoo", "ymail", "aol", "icloud", "me", "gmx", "web", "proton", "protonmail", "pm", "zoho", "mail", "zoom",
	"cal", "microsoft", "cronofy", "paylocity", "ukg", "adp", "brassring", "kenexa", "silkroad", "rival-hr", "pinpointhq",
	"pinpoint", "comeet", "freshteam", "manatal", "jobadder", "bullhorn", "linkedin", "indeed", "glassdoor", "savvycal", "doodle",
	"hubspot", "salesforce", "avature", "phenom", "phenompeople", "eightfold", "paradox", "olivia", "sendgrid", "mailgun",
	"amazonses", "dover", "welcometothejungle", "join", "softgarden", "rexx-systems", "dvinci", "umantis", "haufe", "concludis",
	"tribepad", "eploy", "jobtrain", "trac", "nhsjobs", "reed", "totaljobs", "cvlibrary", "seek", "naukri", "darwinbox", "keka",
	"zohorecruit", "yandex", "ru", "qq", "163", "naver", "daum", "orange", "free", "wanadoo", "laposte", "libero", "virgilio",
	"wp", "onet", "interia", "seznam", "uol", "bol", "terra", "rediffmail", "fastmail", "hey", "tutanota", "posteo", "mailbox",
)

// vendor reports whether a domain label is a vendor's or a mail provider's.
func vendor(label string) bool { return vendorDomains[label] }

// domain gives the label of an address that may be the company's: of dana@mail.northwind.co.uk it is "northwind".
func domain(email string) string {
	_, host, ok := strings.Cut(strings.ToLower(email), "@")
	if !ok {
		return ""
	}
	labels := strings.Split(host, ".")
	n := len(labels) - 1
	if n >= 2 && len(labels[n]) == 2 && (len(labels[n-1]) <= 3 || labels[n-1] == "gouv") {
		n--
	}
	if n >= 2 && publicLabels[labels[n-1]] {
		n--
	}
	if n < 1 {
		return ""
	}
	return labels[n-1]
}

// publicLabels stand between the owner's label and the end of a domain, whatever the country.
var publicLabels = set("police", "mod", "school", "gov", "ac", "edu", "co", "nhs", "gob", "gouv", "gc", "sch")

// houses gives the domain labels that may be the employer's, the most telling first: of who wrote, of where answers
// go, and what stands before the vendor's domain: "cyrusone@myworkday.com", "amity@foxglove.applytojob.com".
func (r *reader) houses() []string {
	var out []string
	addrs := []string{r.c.Sender.Email}
	for _, a := range r.c.ReplyTo {
		addrs = append(addrs, a.Email)
	}
	addrs = append(addrs, r.c.Organizer.Email)
	for _, a := range r.c.Attendees {
		addrs = append(addrs, a.Email)
	}
	for _, email := range addrs {
		label := domain(email)
		if squash(label) == "" || r.hers(email) {
			continue
		}
		if !vendor(label) {
			out = append(out, squash(label))
			continue
		}
		local, host, _ := strings.Cut(strings.ToLower(email), "@")
		if sub := strings.Split(host, "."); len(sub) > 2 && !genericLabel[sub[0]] && squash(sub[0]) != "" {
			out = append(out, squash(sub[0]))
		}
		if r.ownLocal(local) {
			continue
		}
		if plain := strings.TrimFunc(local, func(c rune) bool { return c < 'a' || c > 'z' }); !deskWords[plain] &&
			!genericLabel[plain] && len(plain) > 3 {
			out = append(out, squash(plain))
		}
	}
	return out
}

// ownLocal reports whether the local part of an address is the writer's own name: dana@… of Dana Whitfield.
func (r *reader) ownLocal(local string) bool {
	words := nameWords(r.c.Sender.Name)
	for _, w := range words {
		if deskWords[w] || lexicon[w]&org != 0 {
			return false
		}
	}
	for _, w := range words {
		if len(w) > 3 && strings.Contains(local, w) {
			return true
		}
	}
	return len(words) > 1 && contains(words, local)
}

var genericLabel = set(
	"reminders", "reminder", "interviews", "interview", "updates", "events", "event", "team", "invitations", "us", "eu", "uk",
	"app", "apps", "mail", "email", "candidates", "hire", "invalidemail", "ats", "fa", "ocs", "notifications", "notification",
	"noreply", "no-reply", "reply", "jobs", "careers", "mg", "em", "bounce", "invite", "invites", "calendar", "interviews",
	"donotreply", "system", "www", "my", "hr", "smtp",
)

// hers reports whether an address is the candidate's.
func (r *reader) hers(email string) bool {
	for _, c := range r.c.Candidate {
		if strings.EqualFold(c.Email, email) {
			return true
		}
	}
	return false
}

// fit says how well a company's name and a domain label agree.
type fit uint8

const (
	unfit  fit = iota
	partly     // the label starts as the name does
	well       // the name's words, or their first letters, make the label
)

// fits gives the best fit of name to the domains that the message came from.
func (r *reader) fits(name string) fit {
	best := unfit
	spelt := inAscii(name)
	for _, label := range r.house {
		if startsAlike(name, label) {
			best = max(best, fitsLabel(name, label))
			if spelt != name {
				best = max(best, fitsLabel(spelt, label))
			}
		}
	}
	return best
}

// inAscii spells letters as domains do: "Vindhøj" is vindhoej.example.
func inAscii(name string) string {
	for i := range len(name) {
		if name[i] >= 0x80 {
			return asciiSpelling.Replace(name)
		}
	}
	return name
}

var asciiSpelling = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ø", "oe", "å", "aa", "æ", "ae", "ß", "ss", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "Ø", "Oe", "Å", "Aa", "Æ", "Ae")

// startsAlike reports whether a word of name starts with the first letter of label; without one they cannot fit.
func startsAlike(name, label string) bool {
	start := true
	for i := 0; i < len(name); i++ {
		c := name[i]
		if c >= 0x80 {
			return true
		}
		if start && c|0x20 == label[0] {
			return true
		}
		start = c == ' ' || c == '-' || c == '&' || c == '/' || c == '.' || c == '('
	}
	return false
}

func fitsLabel(name, label string) fit {
	words := companyWords(name)
	if bare := strings.ReplaceAll(label, "and", ""); strings.ContainsAny(name, "&+") && len(bare) > 2 {
		label = bare
	}
	whole := strings.Join(words, "")
	switch {
	case len(label) < 2 || whole == "":
		return unfit
	case whole == label, initials(words) == label && len(label) > 1, inOrder(words, label) && len(words) > 1:
		return well
	case len(whole) >= 4 && len(whole)*2 >= len(label) && strings.HasPrefix(label, whole), len(label) >= 4 &&
		strings.HasPrefix(whole, label):
		return partly
	case len(label) >= 4 && len(words) > 1 && (contains(words, label) || strings.HasSuffix(whole, label)):
		return partly
	}
	return unfit
}

// inOrder reports whether label is made of the beginnings of words, in order: "harmattanaidintl" of "Harmattan Aid
// International". A word may be left out only where it is one that companies leave out.
func inOrder(words []string, label string) bool {
	rest := label
	for i, w := range words {
		n := 0
		for n < len(w) && n < len(rest) && w[n] == rest[n] {
			n++
		}
		if n >= 3 || n > 0 && (n == len(w) || n == len(rest)) {
			rest = rest[n:]
			continue
		}
		if i == 0 || lexicon[w]&(org|particle) == 0 && !nameJoin[w] {
			return false
		}
	}
	return len(rest) <= 4 && len(rest)*3 < len(label)
}

func initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if lexicon[w]&particle == 0 && w != "the" && w != "of" && w != "and" {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

func contains(words []string, label string) bool {
	for _, w := range words {
		if w == label {
			return true
		}
	}
	return false
}

// companyWords gives the words of a company's name, folded, without legal forms.
func companyWords(name string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(token.Fold(name), func(c rune) bool { return strings.ContainsRune(" ,.&/+|()-\t\n", c) }) {
		w = squash(w)
		if w != "" && !(legalForms[w] && len(out) > 0) && !(w == "the" && len(out) == 0) {
			out = append(out, w)
		}
	}
	return out
}

// squash leaves letters and digits.
func squash(s string) string {
	return strings.Map(func(c rune) rune {
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c > 127 {
			return c
		}
		return -1
	}, s)
}

var legalForms = set(
	"inc", "incorporated", "llc", "llp", "ltd", "limited", "plc", "gmbh", "ag", "kg", "kgaa", "se", "sas", "sarl", "spa", "srl",
	"bv", "nv", "ab", "oy", "oyj", "aps", "ehf", "kft", "sro", "pty", "pvt", "corp", "corporation", "co", "sa", "asa", "lda",
	"ltda", "ug", "ev", "mbh", "pte", "bhd", "sdn", "na", "pbc", "cic", "doo", "zrt", "as",
)
