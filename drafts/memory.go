package drafts

import (
	"strings"

	"roundtwo/interview"
)

// said is one remembered fact, as a letter shows it.
type said struct {
	Who     string // "" where it is about the conversation as a whole
	Text    string
	Day     string // "3 December"
	Company string
}

// Said lists what she said of one kind ("struggled", "unsaid" …) in earlier rounds at this company, oldest first.
func (v *view) Said(kind string) []said {
	var out []said
	for _, f := range v.f.Memory.Facts {
		if f.Kind != interview.FactKind(kind) || strings.TrimSpace(f.Text) == "" {
			continue
		}
		s := said{Who: f.Person, Text: strings.TrimRight(v.gist(f), ". "), Company: f.Company}
		if !f.At.IsZero() {
			s.Day = v.clock.day(f.At.In(v.clock.zone()))
		}
		out = append(out, s)
	}
	return out
}

// RoundTitle is Round at the beginning of a line.
func (e earlierView) RoundTitle() string { return upperFirst(e.Round) }

// earlierView is an earlier round at this company.
type earlierView struct {
	Day    string
	Round  string
	People []personView
	Talked []said // what was discussed and asked, at most four
}

// gist is a fact without the words that lead to it: "we talked about the rota" is "the rota", "I should have said that I
// ran it" is "I ran it". What cannot be understood stays as it is.
func (v *view) gist(f interview.Fact) string {
	text := clean(f.Text)
	rest, shape := v.w.sentences.cutLead(string(f.Kind), text)
	switch shape {
	case "":
		return text
	case "past":
		return "I " + lowerFirst(rest)
	}
	return rest
}

// maxTalked keeps the memory of a round to what can be read on the way there.
const maxTalked = 4

// Earlier are the rounds held before at this company, oldest first.
func (v *view) Earlier() []earlierView {
	var out []earlierView
	for _, e := range v.f.Memory.Earlier {
		if e.ID == v.iv.ID || e.State == interview.Cancelled {
			continue
		}
		ev := earlierView{Round: v.w.words.round(e.Round)}
		if t := e.Start(); !t.IsZero() {
			ev.Day = v.clock.weekdayDay(t.In(v.clock.zone()))
		}
		for _, p := range e.Interviewers {
			ev.People = append(ev.People, personView{Name: p.Name, Title: p.Title})
		}
		ev.Talked = v.talked(e.ID)
		out = append(out, ev)
	}
	return out
}

func (v *view) talked(id string) []said {
	var out []said
	for _, f := range v.f.Memory.Facts {
		if f.Interview != id || len(out) == maxTalked {
			continue
		}
		switch f.Kind {
		case interview.Discussed, interview.AskedHer, interview.Problem:
			out = append(out, said{Who: f.Person, Text: v.gist(f)})
		}
	}
	return out
}

// AskNext lists the open questions: those she meant to ask next time, without the ones that she has asked since.
func (v *view) AskNext() []said {
	var out []said
	for _, q := range v.Said(string(interview.AskNext)) {
		if !v.asked(q.Text) && hasPhrase(q.Text, v.w.advice.Money) == "" {
			out = append(out, q)
		}
	}
	return out
}

// Parked lists her questions about money and leave: they wait until there is an offer.
func (v *view) Parked() []said {
	var out []said
	for _, q := range v.Said(string(interview.AskNext)) {
		if !v.asked(q.Text) && hasPhrase(q.Text, v.w.advice.Money) != "" {
			out = append(out, q)
		}
	}
	return out
}

// Named lists what she has answered about money: a figure named once stays the same.
func (v *view) Named() []said {
	var out []said
	for _, a := range v.Said(string(interview.SheAnswered)) {
		if hasPhrase(a.Text, v.w.advice.Money) != "" || strings.ContainsAny(a.Text, "€$£") {
			out = append(out, a)
		}
	}
	return out
}

// Delivery is how she came across in the last round, and only in the last: it is shown once.
func (v *view) Delivery() []said {
	last := ""
	for _, e := range v.f.Memory.Earlier {
		if e.ID != v.iv.ID && e.State != interview.Cancelled {
			last = e.ID
		}
	}
	var out []said
	for _, f := range v.f.Memory.Of(interview.Delivery) {
		if f.Interview == last {
			out = append(out, said{Text: clean(f.Text)})
		}
	}
	return out
}

// requirement is a line of the posting with her example for it; "" where she has told none.
type requirement struct{ Asked, Example string }

// maxRequirements keeps a posting that was pasted whole from filling the letter.
const maxRequirements = 12

// Requirements sets each line of the posting beside the story, answer or line of the CV that shares a word with it.
func (v *view) Requirements() []requirement {
	var out []requirement
	for _, p := range v.f.Memory.Of(interview.Posting) {
		for _, l := range strings.Split(cleanLines(p.Text), "\n") {
			l = strings.TrimSpace(strings.TrimLeft(l, "-*•· "))
			if l != "" && len(out) < maxRequirements {
				out = append(out, requirement{Asked: shorten(l, 120), Example: v.example(l)})
			}
		}
	}
	return out
}

func (v *view) example(asked string) string {
	want := wordSet(asked)
	for _, kind := range []interview.FactKind{interview.Story, interview.Told, interview.Worked, interview.SheAnswered, interview.Unsaid} {
		for _, f := range v.f.Memory.Of(kind) {
			if sharesWord(want, f.Text) {
				return shorten(v.gist(f), 120)
			}
		}
	}
	for _, l := range v.f.Candidate.CV {
		if sharesWord(want, l) {
			return shorten(clean(l), 120)
		}
	}
	return ""
}

// telling is how long a word must be to say something: "with" and "team" do not pair a skill with a story.
const telling = 5

func sharesWord(want map[string]bool, text string) bool {
	for _, w := range wordsOf(text) {
		if len(w) >= telling && want[w] {
			return true
		}
	}
	return false
}

// askedView is a question she has asked already, with the answer she noted.
type askedView struct{ Question, Answer string }

// Asked lists the questions not to be asked again.
func (v *view) Asked() []askedView {
	var out []askedView
	for _, s := range v.Said(string(interview.SheAsked)) {
		q, a := cutAnswer(s.Text)
		out = append(out, askedView{Question: q, Answer: a})
	}
	return out
}

// cutAnswer parts "Who decides? -> the team" into question and answer.
func cutAnswer(text string) (question, answer string) {
	for _, mark := range []string{" -> ", " → ", " — ", " -- "} {
		if q, a, ok := strings.Cut(text, mark); ok {
			return strings.TrimSpace(q), strings.TrimSpace(a)
		}
	}
	if at := strings.IndexByte(text, '?'); at > 0 && at+1 < len(text) {
		return text[:at+1], strings.TrimSpace(text[at+1:])
	}
	return strings.TrimSpace(text), ""
}

// sameQuestion is how many of the words of two questions must agree for them to be one.
const sameQuestion = 0.6

func (v *view) asked(question string) bool {
	for _, a := range v.Asked() {
		if overlap(question, a.Question) >= sameQuestion {
			return true
		}
	}
	return false
}

// overlap is the share of common words of a and b, from 0 to 1.
func overlap(a, b string) float64 {
	x, y := wordSet(a), wordSet(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	both := 0
	for w := range x {
		if y[w] {
			both++
		}
	}
	return float64(both) / float64(len(x)+len(y)-both)
}

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range wordsOf(s) {
		set[w] = true
	}
	return set
}

// told is a story and to whom it was told.
type told struct {
	Story string
	To    []string
}

// Told is the ledger of stories already told at this company; each once, with everybody who has heard it.
func (v *view) Told() []told {
	var out []told
next:
	for _, s := range v.Said(string(interview.Told)) {
		for i := range out {
			if overlap(out[i].Story, s.Text) >= sameQuestion {
				out[i].To = append(out[i].To, some(s.Who)...)
				continue next
			}
		}
		out = append(out, told{Story: s.Text, To: some(s.Who)})
	}
	return out
}

// TwiceTold are the stories that somebody in this interview has heard already.
func (v *view) TwiceTold() []told {
	var out []told
	for _, t := range v.Told() {
		var again []string
		for _, who := range t.To {
			if hasPerson(v.iv.Interviewers, who) {
				again = append(again, who)
			}
		}
		if len(again) > 0 {
			out = append(out, told{Story: t.Story, To: again})
		}
	}
	return out
}

func some(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}
