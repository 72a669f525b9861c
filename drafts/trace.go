package drafts

import (
	"strings"

	"roundtwo/interview"
)

// Traced is a run of sentences of a note, as they stand in it, and what they rest on.
type Traced struct {
	Text   string
	Source interview.Source // no Facts where there is none, and then Blank or Frame may say why
	Blank  bool             // it has a gap that only she can fill
	Frame  bool             // greeting or closing: it claims nothing
}

// Trace takes a note apart, so that each of its sentences stands in exactly one run, in their order. Neighbours that rest
// on the same source stay together. What she wrote herself is one run a paragraph, without frame.
func Trace(n interview.Note) []Traced {
	var out []Traced
	paragraphs := strings.Split(strings.TrimSpace(n.Text), "\n\n")
	for i, p := range paragraphs {
		if frame := i == 0 || i == len(paragraphs)-1; frame && len(paragraphs) > 2 && !n.Edited {
			out = append(out, Traced{Text: p, Frame: true})
			continue
		}
		var runs []Traced
		for _, s := range sentencesOf(p) {
			runs = join(runs, traceSentence(n, s))
		}
		out = append(out, runs...)
	}
	return out
}

func traceSentence(n interview.Note, sentence string) Traced {
	folded := fold(sentence)
	for _, s := range n.Sources {
		if strings.Contains(fold(s.Sentence), folded) {
			return Traced{Text: sentence, Source: s, Blank: strings.ContainsAny(sentence, "[]")}
		}
	}
	return Traced{Text: sentence, Blank: strings.ContainsAny(sentence, "[]")}
}

// join appends a sentence to the run before it when both rest on the same source.
func join(runs []Traced, next Traced) []Traced {
	if len(runs) > 0 {
		last := &runs[len(runs)-1]
		if last.Source.Sentence != "" && last.Source.Sentence == next.Source.Sentence && last.Blank == next.Blank {
			last.Text += " " + next.Text
			return runs
		}
	}
	return append(runs, next)
}

// Unsupported lists the sentences of a note, between greeting and closing, that no source carries and that are no blank.
func Unsupported(n interview.Note) []string {
	var out []string
	for _, run := range Trace(n) {
		if !run.Frame && !run.Blank && len(run.Source.Facts) == 0 {
			out = append(out, run.Text)
		}
	}
	return out
}

// traceWords are the words of Explain.
type traceWords struct {
	Head    string `toml:"head"`
	Subject string `toml:"subject"`
	Blank   string `toml:"blank"`
	Nothing string `toml:"nothing"`
	Said    string `toml:"said"`
}

// Explain says in plain text what each sentence of a note rests on. Number is how she calls it: "K7QF/1".
func (w *Writer) Explain(number string, n interview.Note) string {
	var b strings.Builder
	words := w.words.Trace
	name := clean(n.To.Name)
	if n.To.Email != "" {
		name += " <" + clean(n.To.Email) + ">"
	}
	b.WriteString(strings.NewReplacer("{number}", number, "{kind}", w.words.Note[string(n.Kind)], "{name}", name,
		"{state}", w.words.NoteState[string(n.State)]).Replace(words.Head) + "\n")
	b.WriteString(strings.ReplaceAll(words.Subject, "{subject}", clean(n.Subject)) + "\n")
	for _, run := range Trace(n) {
		b.WriteString("\n" + indent(run.Text, "  ") + "\n" + indent(w.restsOn(run), "      <- ") + "\n")
	}
	return b.String()
}

func (w *Writer) restsOn(run Traced) string {
	words := w.words.Trace
	source := strings.Join(run.Source.Facts, "; ")
	switch {
	case run.Frame:
		return w.words.Source["form"]
	case run.Blank:
		return words.Blank
	case source == "":
		return words.Nothing
	case run.Source.Words != "":
		return strings.NewReplacer("{source}", source, "{words}", run.Source.Words).Replace(words.Said)
	}
	return source
}

func indent(text, by string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = by + strings.TrimSpace(l)
	}
	return strings.Join(lines, "\n")
}
