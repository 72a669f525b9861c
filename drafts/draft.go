package drafts

import (
	"slices"
	"strings"
	"time"

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
	used    []string    // facts that stand in this note already
	said    []*sentence // the wordings in which they do: none comes twice

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
		if len(d.blanks) > 0 && e.Part != "topic" || e.Paragraph >= len(paragraphs) {
			continue
		}
		n := frame
		for _, p := range paragraphs {
			n += countWords(strings.Join(p, " "))
		}
		if n >= MinWords && (e.Part != "topic" || n >= enoughTopics) {
			continue
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
	if s := d.fromFacts(all, more); s != "" {
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
		return d.add(x, d.source(x.Rests), "")
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
	case "no-reason":
		return !d.reasoned() && d.fitsReader("")
	case "unreached":
		return d.data.Unreached != ""
	case "questions":
		return d.data.Questions != ""
	}
	return true
}

// reasoned reports that she has said why she wants the work, for whichever note.
func (d *draft) reasoned() bool {
	for _, f := range d.f.Memory.Facts {
		if d.mayUse(interview.Fact{Kind: f.Kind, Interview: f.Interview}) && len(d.prepare(string(interview.Reason), f)) > 0 {
			return true
		}
	}
	return false
}

// fromFacts says the part with the first fact that fits one of its sentences. A second one must be of the reader: what is of
// the whole is left for the notes to the others.
func (d *draft) fromFacts(all []*sentence, more bool) string {
	for _, m := range d.material(all) {
		if more && m.fact.Person == "" && len(d.f.Interview.Interviewers) > 1 {
			continue
		}
		var fit []*sentence
		for _, x := range all {
			if slices.Contains(x.Shape, m.shape) && (m.shape == "whole" || !slices.Contains(d.said, x)) && slices.Contains(x.From, m.kind) {
				fit = append(fit, x)
			}
		}
		if len(fit) == 0 {
			continue
		}
		d.used = append(d.used, m.x)
		d.data.X = m.x
		x := pick(fit, d.variant)
		d.said = append(d.said, x)
		return d.add(x, d.rests(m.fact), clean(m.fact.Text))
	}
	return ""
}

// add fills a sentence in and notes what it rests on; said is what she said, where it rests on her words.
func (d *draft) add(x *sentence, rests, said string) string {
	text, err := fillIn(x.text, d.data)
	if err != nil {
		d.err = err
		return ""
	}
	text = upperFirst(text)
	d.sources = append(d.sources, interview.Source{Sentence: text, Facts: []string{rests}, Words: said})
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
	return d.dated("debrief", f.At) + ": " + string(f.Kind)
}

// source says what a sentence rests on that uses no words of hers. Her choice of a time is of now; the day on which she will
// hear back she told at some time.
func (d *draft) source(name string) string {
	at := d.f.Now
	if name == "debrief" {
		at = d.f.Interview.End()
		for _, f := range d.f.Memory.Facts {
			if f.Kind == interview.HearBackBy && f.Interview == d.f.Interview.ID {
				at = f.At
			}
		}
	}
	return d.dated(name, at)
}

// dated fills in the day of a source; one of which the day is not known is said without.
func (d *draft) dated(name string, at time.Time) string {
	if undated, ok := d.w.words.Source[name+"-undated"]; ok && at.IsZero() {
		return undated
	}
	return strings.ReplaceAll(d.w.words.Source[name], "{day}", d.clock.day(at.In(d.clock.zone())))
}

const profileSource = "profile"
