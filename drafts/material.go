package drafts

import (
	"slices"
	"strings"
	"unicode"

	"roundtwo/interview"
)

// material is a fact of hers that can be put into a sentence.
type material struct {
	x, shape string
	kind     string // as what it is used: the kind of the fact, or what its words give
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
	var own, general []material
	for _, kind := range kinds {
		for _, f := range d.f.Memory.Facts {
			if !d.mayUse(f) {
				continue
			}
			for _, m := range d.prepare(kind, f) {
				switch {
				case slices.Contains(d.used, m.x):
				case f.Person != "":
					own = append(own, m)
				case !d.elsewhere(m.x) && (kind != string(interview.Reason) || d.fitsReader(m.x)):
					general = append(general, m) // what is of the whole is said once, to one of them
				}
			}
		}
	}
	return slices.Concat(own, general)
}

// fitsReader reports whether a reason of hers that is about nobody in particular belongs into the note to this reader: the one
// of whom she told most that has to do with it, else the first. It is said once in a panel.
func (d *draft) fitsReader(reason string) bool {
	var best interview.Person
	most := -1
	for _, p := range d.f.Interview.Interviewers {
		if p.Name == "" || !ByMail(p.Name, d.f.Memory) {
			continue
		}
		if n := d.inCommon(reason, p); n > most {
			best, most = p, n
		}
	}
	return most < 0 || samePerson(best.Name, d.to.Name) || !hasPerson(d.f.Interview.Interviewers, d.to.Name)
}

// inCommon counts the words of weight that a text shares with what she told of somebody.
func (d *draft) inCommon(text string, p interview.Person) int {
	n := 0
	for _, f := range d.f.Memory.Facts {
		if f.Person == "" || !samePerson(f.Person, p.Name) || f.Interview != d.f.Interview.ID {
			continue
		}
		hay := haystack(f.Text)
		for _, w := range wordsOf(text) {
			if len(w) > 4 && standsIn(hay, w) {
				n++
			}
		}
	}
	return n
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

// prepare finds what of a fact can go into a note as one of this kind: plain, not private. What she told in free words is read
// sentence by sentence: one may give a reason, another promise something, the others are what was talked about.
func (d *draft) prepare(kind string, f interview.Fact) []material {
	text := cleanLines(f.Text)
	if f.Kind == interview.Story {
		text = storyCore(text)
	}
	var out []material
	for _, s := range herSentences(unwrapped(text)) {
		if !d.w.advice.presentable(s) {
			continue
		}
		for _, t := range d.ofKind(kind, f, s) {
			out = append(out, material{x: t.x, shape: t.shape, kind: kind, fact: f})
		}
	}
	return out
}

// ofKind is what one sentence of a fact gives for a kind.
func (d *draft) ofKind(kind string, f interview.Fact, sentence string) []turned {
	s := d.w.sentences
	one := func(text string) []turned {
		if x, shape, ok := s.shape(kind, text); ok && text != "" {
			return []turned{{x, shape}}
		}
		return nil
	}
	switch {
	case f.Kind == interview.Problem && string(f.Kind) == kind:
		return s.turn(sentence, d.to.Name, d.others(), true) // they named it
	case f.Kind != interview.Discussed && string(f.Kind) == kind:
		return one(sentence)
	case f.Kind != interview.Discussed:
		return nil
	}
	switch kind {
	case string(interview.Reason):
		return one(s.given(sentence, d.to.Name, d.others(), func(part string, _ []string) string { return s.reasonIn(part) }))
	case string(interview.Offered):
		return one(s.given(sentence, d.to.Name, d.others(), s.promiseIn))
	case string(interview.Discussed):
		return s.turn(sentence, d.to.Name, d.others(), f.Person != "")
	}
	return nil
}

// others are the names of those who were there and whom this note does not go to.
func (d *draft) others() []string {
	var out []string
	for _, p := range d.f.Interview.Interviewers {
		if !samePerson(p.Name, d.to.Name) {
			out = append(out, p.Name)
		}
	}
	return out
}

// herSentences cuts what she wrote: after a full stop, a question or exclamation mark and a space, whether or not she goes on
// with a capital, and at line ends; not after an abbreviation.
func herSentences(text string) []string {
	var out []string
	for _, line := range strings.Split(text, "\n") {
		start := 0
		for i := 0; i+1 < len(line); i++ {
			if strings.IndexByte(".!?", line[i]) < 0 || line[i+1] != ' ' {
				continue
			}
			word := strings.ToLower(line[strings.LastIndexByte(line[:i], ' ')+1 : i])
			if line[i] == '.' && (len(word) < 2 || strings.Contains(word, ".") || slices.Contains(abbreviations, word)) {
				continue
			}
			out = append(out, nonEmpty(strings.TrimSpace(line[start:i+1]))...)
			start = i + 1
		}
		out = append(out, nonEmpty(strings.TrimSpace(line[start:]))...)
	}
	return out
}

// abbreviations are words whose full stop ends no sentence.
var abbreviations = []string{"dr", "mr", "ms", "mrs", "prof", "vs", "st", "no", "approx", "inc", "ca", "etc"}

// unwrapped joins the lines of a text that her mail program cut: a line that goes on in small letters is none of its own.
func unwrapped(text string) string {
	var b strings.Builder
	long := false
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		r := firstRune(line)
		goesOn := i > 0 && long && (unicode.IsLower(r) || unicode.IsDigit(r) || r == '(')
		switch {
		case goesOn:
			b.WriteByte(' ')
		case i > 0:
			b.WriteByte('\n')
		}
		b.WriteString(line)
		long = len(line) > 40 && !strings.HasSuffix(line, ".") && !strings.HasSuffix(line, ":")
	}
	return b.String()
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
