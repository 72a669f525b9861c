package drafts

import (
	"strings"
	"unicode"

	"roundtwo/interview"
)

// fill gathers what the sentences can name.
func (d *draft) fill() {
	iv := d.f.Interview
	n := &d.data
	d.fillReader()
	n.Company, n.Role, n.Round = foreign(iv.Company), foreign(iv.Role), d.w.words.round(iv.Round)
	n.Onsite = iv.Format == interview.Onsite
	n.Several, n.Met = len(iv.Options) > 1, hasPerson(iv.Interviewers, d.to.Name)
	d.fillTimes(iv)
	n.Names = d.w.words.join(namesOf(iv.Interviewers))
	var unreached []string
	for _, p := range iv.Interviewers {
		if p.Email == "" && foreign(p.Name) != "" && ByMail(p.Name, d.f.Memory) {
			unreached = append(unreached, foreign(p.Name))
		}
	}
	n.Unreached = d.w.words.join(unreached)
	n.ThemUnreached = d.w.sentences.Phrases["them_one"]
	if len(unreached) > 1 {
		n.ThemUnreached = d.w.sentences.Phrases["them_many"]
	}
	var questions []string
	for _, key := range Unknowns(iv) {
		questions = append(questions, "- "+d.w.words.Ask[key])
	}
	n.Questions = strings.Join(questions, "\n")
	n.TheRole = d.phrase(d.w.sentences.Phrases["role"])
}

// fillReader tells how the reader is named and greeted; a reader without a name is a blank.
func (d *draft) fillReader() {
	n := &d.data
	n.Name = foreign(d.to.Name)
	n.First = firstName(n.Name)
	switch {
	case n.Name == "":
		blank := d.w.sentences.Phrases["nobody"]
		d.blanks = append(d.blanks, blank)
		n.First, n.Greeting = "["+blank+"]", "["+blank+"]"
	case d.f.Candidate.Formal:
		n.Greeting = n.Name
	default:
		n.Greeting = n.First
	}
}

// maxForeign is the longest name or title, in characters, that goes out in her name.
const maxForeign = 80

// foreign is a name, company or role of a message as it may stand in a note: short, one line, and no address, so that
// nobody can have her send a link. What holds one is left out altogether.
func foreign(s string) string {
	s = shorten(clean(s), maxForeign)
	low := strings.ToLower(s)
	if strings.Contains(low, "://") || strings.Contains(low, "www.") || strings.ContainsAny(s, "@[]{}<>") {
		return ""
	}
	return s
}

func (d *draft) fillTimes(iv interview.Interview) {
	n := &d.data
	if t := iv.Start(); !t.IsZero() {
		n.Day, n.Weekday = d.clock.weekdayDay(t), d.w.words.Weekdays[t.Weekday()]
	}
	if !iv.HearBack.IsZero() {
		n.HearBack = d.clock.weekdayDay(iv.HearBack.Time)
	}
	if len(iv.Sessions) == 0 || iv.Sessions[0].Start.IsZero() {
		return
	}
	s := iv.Sessions[0]
	n.When = d.clock.session(s, s.Start.Time.Location())
	if !s.Start.DateOnly && !sameClock(s.Start.Time, s.Start.Time.Location(), d.clock.zone()) {
		n.WhenHers = d.clock.session(s, d.clock.zone())
	}
}

func namesOf(list []interview.Person) []string {
	var out []string
	for _, p := range list {
		out = append(out, nonEmpty(foreign(p.Name))...)
	}
	return out
}

// firstName is the name to greet by: the first of two plain Latin words. Where the order of names may be another (more
// words, a hyphen, another script), it is the whole name, which is never wrong.
func firstName(name string) string {
	ws := strings.Fields(name)
	if len(ws) != 2 || strings.ContainsAny(name, "-,.@") {
		return name
	}
	for _, r := range name {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return name
		}
	}
	return ws[0]
}
