package drafts

import (
	"slices"
	"strings"
	"unicode"

	"roundtwo/interview"
)

// draft is a note in the making, in one of its wordings.
type draft struct {
	w       *Writer
	kind    string // name in sentences.toml
	to      interview.Person
	f       Facts
	clock   clock
	variant int
	data    noteData
	used    []string // facts that stand in this note already

	subject string
	text    string
	blanks  []string
	missing string
	sources []interview.Source
	alike   float64
	err     error
}

func (w *Writer) draft(name string, to interview.Person, f Facts, variant int) draft {
	d := draft{w: w, kind: name, to: to, f: f, clock: clock{words: w.words, p: f.Candidate}, variant: variant}
	d.fill()
	var paragraphs [][]string
	for _, parts := range w.sentences.Order[name] {
		var p []string
		for _, part := range parts {
			if s := d.say(part, false); s != "" {
				p = append(p, s)
			}
		}
		paragraphs = append(paragraphs, p)
	}
	d.lengthen(paragraphs)
	d.finish(paragraphs)
	return d
}

// lengthen adds parts while a note without blanks is too short.
func (d *draft) lengthen(paragraphs [][]string) {
	frame := countWords(d.data.Greeting) + 1 + 2 + countWords(d.f.Candidate.Name)
	for _, e := range d.w.sentences.Extra[d.kind] {
		if len(d.blanks) > 0 || e.Paragraph >= len(paragraphs) {
			return
		}
		n := frame
		for _, p := range paragraphs {
			n += countWords(strings.Join(p, " "))
		}
		if n >= MinWords {
			return
		}
		if s := d.say(e.Part, true); s != "" {
			paragraphs[e.Paragraph] = append(paragraphs[e.Paragraph], s)
		}
	}
}

// finish puts greeting, paragraphs and closing together.
func (d *draft) finish(paragraphs [][]string) {
	s := d.w.sentences
	parts := []string{d.phrase(s.Greeting.Plain)}
	for _, p := range paragraphs {
		if len(p) > 0 {
			parts = append(parts, strings.Join(p, " "))
		}
	}
	parts = append(parts, pick(s.Greeting.Closing, d.variant)+"\n"+clean(d.f.Candidate.Name))
	d.text = strings.Join(parts, "\n\n") + "\n"
	d.subject = d.phrase(pick(s.Subject[d.kind], d.variant))
	if old := clean(d.f.Interview.Subject); old != "" && d.kind != string(interview.ThankYou) {
		d.subject = "Re: " + shorten(old, maxSubject)
	}
	d.missing = d.phrase(s.Phrases["address"])
}

// pick takes the n-th of list, beginning again at its end.
func pick[T any](list []T, n int) T { return list[n%len(list)] }

func (d *draft) phrase(text string) string {
	out, err := d.w.sentences.say(text, d.data)
	if err != nil {
		d.err = err
	}
	return out
}

// say gives one sentence for a part. More means that the part stands in the note already: only a new fact or a sentence
// of form will do, and nothing otherwise.
func (d *draft) say(part string, more bool) string {
	all := d.w.sentences.of(d.kind, part)
	if s := d.fromFacts(all); s != "" {
		return s
	}
	var plain, blank []*sentence
	for _, x := range all {
		switch {
		case len(x.From) > 0 || !d.meets(x.Needs):
		case x.Blank != "":
			blank = append(blank, x)
		default:
			plain = append(plain, x)
		}
	}
	switch {
	case len(plain) > 0:
		x := pick(plain, d.variant)
		return d.add(x, d.w.words.Source[x.Rests])
	case len(blank) > 0 && !more:
		return d.leaveBlank(pick(blank, d.variant))
	}
	return ""
}

// meets reports whether what a sentence needs is known.
func (d *draft) meets(need string) bool {
	switch need {
	case "time":
		return d.data.When != ""
	case "hear-back":
		return d.data.HearBack != ""
	case "no-hear-back":
		return d.data.HearBack == ""
	case "unreached":
		return d.data.Unreached != ""
	case "questions":
		return d.data.Questions != ""
	}
	return true
}

// fromFacts says the part with the first fact that fits one of its sentences.
func (d *draft) fromFacts(all []*sentence) string {
	for _, m := range d.material(all) {
		var fit []*sentence
		for _, x := range all {
			if slices.Contains(x.From, string(m.fact.Kind)) && slices.Contains(x.Shape, m.shape) {
				fit = append(fit, x)
			}
		}
		if len(fit) == 0 {
			continue
		}
		d.used = append(d.used, m.x)
		d.data.X = m.x
		return d.add(pick(fit, d.variant), d.rests(m.fact))
	}
	return ""
}

// add fills a sentence in and notes what it rests on.
func (d *draft) add(x *sentence, rests string) string {
	text, err := fillIn(x.text, d.data)
	if err != nil {
		d.err = err
		return ""
	}
	text = upperFirst(text)
	d.sources = append(d.sources, interview.Source{Sentence: text, Facts: []string{rests}})
	return text
}

func (d *draft) leaveBlank(x *sentence) string {
	blank, err := fillIn(x.blank, d.data)
	if err != nil {
		d.err = err
		return ""
	}
	d.blanks = append(d.blanks, blank)
	d.data.Blank = "[" + blank + "]"
	text, err := fillIn(x.text, d.data)
	if err != nil {
		d.err = err
	}
	return text
}

// rests says in words where a fact comes from.
func (d *draft) rests(f interview.Fact) string {
	if f.Source == profileSource {
		return d.w.words.Source["profile"]
	}
	day := ""
	if !f.At.IsZero() {
		day = d.clock.day(f.At.In(d.clock.zone()))
	}
	return strings.ReplaceAll(d.w.words.Source["debrief"], "{day}", day) + ": " + string(f.Kind)
}

const profileSource = "profile"

// fill gathers what the sentences can name.
func (d *draft) fill() {
	iv := d.f.Interview
	n := &d.data
	d.fillReader()
	n.Company, n.Role, n.Round = foreign(iv.Company), foreign(iv.Role), d.w.words.round(iv.Round)
	n.Onsite = iv.Format == interview.Onsite
	n.Several = len(iv.Options) > 1
	d.fillTimes(iv)
	n.Names = d.w.words.join(namesOf(iv.Interviewers))
	var unreached []string
	for _, p := range iv.Interviewers {
		if p.Email == "" && foreign(p.Name) != "" && byMail(p.Name, d.f.Memory) {
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

// material is a fact of hers that can be put into a sentence.
type material struct {
	x, shape string
	fact     interview.Fact
}

// material lists the facts for a part, best first: what she said of this person before what she said of the whole, in the
// order of the kinds that the sentences name, and what stands in no other note of the panel before the rest.
func (d *draft) material(all []*sentence) []material {
	var kinds []string
	for _, x := range all {
		for _, k := range x.From {
			if !slices.Contains(kinds, k) {
				kinds = append(kinds, k)
			}
		}
	}
	var own, general, again []material
	for _, kind := range kinds {
		for _, f := range d.f.Memory.Facts {
			if string(f.Kind) != kind || !d.mayUse(f) {
				continue
			}
			m, ok := d.prepare(f)
			switch {
			case !ok:
			case f.Person != "":
				own = append(own, m)
			case d.elsewhere(m.x):
				if f.Kind == interview.Reason {
					again = append(again, m)
				}
			default:
				general = append(general, m)
			}
		}
	}
	return slices.Concat(own, general, again)
}

// mayUse reports whether a fact is about this conversation and this person, or about the whole.
func (d *draft) mayUse(f interview.Fact) bool {
	if f.Person != "" && !samePerson(f.Person, d.to.Name) {
		return false
	}
	switch f.Kind {
	case interview.Reason, interview.Story, interview.Offered:
		return true
	}
	return f.Interview == "" || f.Interview == d.f.Interview.ID
}

// elsewhere reports whether words stand in another note of the panel already.
func (d *draft) elsewhere(x string) bool {
	for _, n := range d.f.Notes {
		if n.To != d.to && strings.Contains(fold(n.Text), fold(x)) {
			return true
		}
	}
	return false
}

// prepare finds the first sentence of a fact that can go into a note: plain, not private, not used yet.
func (d *draft) prepare(f interview.Fact) (material, bool) {
	text := cleanLines(f.Text)
	if f.Kind == interview.Story {
		text = storyCore(text)
	}
	for _, s := range sentencesOf(text) {
		if !d.w.advice.presentable(s) {
			continue
		}
		x, shape, ok := d.w.sentences.shape(string(f.Kind), s)
		if ok && !slices.Contains(d.used, x) {
			return material{x: x, shape: shape, fact: f}, true
		}
	}
	return material{}, false
}

// storyCore takes what she did and what came of it from a story told as S:/T:/A:/R:; any other text stays.
func storyCore(text string) string {
	var out []string
	for _, l := range strings.Split(text, "\n") {
		for _, mark := range []string{"A:", "R:"} {
			if rest, ok := strings.CutPrefix(strings.TrimSpace(l), mark); ok {
				out = append(out, strings.TrimSpace(rest))
			}
		}
	}
	if len(out) == 0 {
		return text
	}
	return strings.Join(out, "\n")
}
