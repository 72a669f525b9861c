package who

import "roundtwo/parse/token"

// reader holds a message while it is read.
type reader struct {
	c         Context
	p         []piece
	marks     []mark // of cues, asides and selves, in text order
	quoted    int    // first piece of quoted history, len(p) where there is none
	signed    int    // first piece of the signature, len(p) where there is none
	greeted   int    // first piece after the greeting
	swapped   bool   // the message says that somebody takes the place of somebody
	shouting  bool   // the whole text is in capitals
	company   string
	theirs    []string   // words of company
	house     []string   // domain labels that may be the company's
	candidate [][]string // her names, folded, by word
	self      Signature  // the writer
	found     []sighting
}

// mark is a phrase found: pieces [from, to) say what.
type mark struct {
	what     cue
	from, to int
}

// sighting is one person in one place.
type sighting struct {
	name
	self  bool
	text  string // of the name
	title string
	email string
	part  Part
	why   string
}

func newReader(c Context) *reader {
	r := &reader{c: c}
	r.p, r.quoted = pieces(c.Text, c.Tokens)
	r.shouting = shouting(r.p)
	r.signed = len(r.p)
	r.mark()
	r.raise()
	r.house = r.houses()
	for _, a := range c.Candidate {
		if words := nameWords(PersonName(a.Name)); len(words) > 0 {
			r.candidate = append(r.candidate, words)
		}
	}
	return r
}

// shouting reports whether most words are in capitals.
func shouting(p []piece) bool {
	upper, words := 0, 0
	for i := range p {
		if p[i].kind == word && len(p[i].text) > 3 {
			words++
			if p[i].upper {
				upper++
			}
		}
	}
	return words > 5 && upper*3 > words*2
}

// mark finds the phrases that decide who takes part.
func (r *reader) mark() {
	for i := range r.p {
		if r.p[i].kind != word || !r.p[i].is(leadsCue) {
			continue
		}
		for _, list := range [...]token.Phrases[cue]{cues, anywhere} {
			what, n := list.At(r.c.Tokens, r.p[i].span.From)
			if n == 0 {
				continue
			}
			r.swapped = r.swapped || what == swap
			if to := r.after(i, r.p[i].span.From+n); to > 0 && !r.endsMeets(what, to) && !(what == with && r.namedSo(i)) {
				r.marks = append(r.marks, mark{what, i, to})
			}
		}
	}
}

// namedSo reports whether the one word of a cue is a name here: "Con (my brother) would like to meet you".
func (r *reader) namedSo(i int) bool {
	return r.p[i].capital && !r.startsSentence(i) && IsGiven(r.p[i].lower)
}

// endsMeets reports whether an English "met" is the end of the Dutch "je spreekt met", which was found before it.
func (r *reader) endsMeets(what cue, to int) bool {
	n := len(r.marks)
	return what == past && n > 0 && r.marks[n-1].to == to && r.marks[n-1].what == meets
}

// after gives the piece that starts at token t, counted from piece i; 0 where t lies inside a piece.
func (r *reader) after(i, t int) int {
	for i < len(r.p) && r.p[i].span.From < t {
		if r.p[i].span.To > t {
			return 0
		}
		i++
	}
	return i
}

// phraseAt reads a phrase of list that starts at piece i.
// Words without the class lead start none of them; 0 where that is not known.
func phraseAt[V any](r *reader, list token.Phrases[V], lead class, i int) (value V, to int) {
	if i >= len(r.p) || lead != 0 && r.p[i].kind == word && !r.p[i].is(lead) {
		return value, 0
	}
	value, n := list.At(r.c.Tokens, r.p[i].span.From)
	if n == 0 {
		return value, 0
	}
	return value, r.after(i, r.p[i].span.From+n)
}

// slice gives the text of pieces [from, to).
func (r *reader) slice(from, to int) string {
	if from >= to {
		return ""
	}
	return r.c.Text[r.c.Tokens[r.p[from].span.From].Start:r.c.Tokens[r.p[to-1].span.To-1].End]
}

// tokens gives the tokens of pieces [from, to).
func (r *reader) tokens(from, to int) token.Span {
	if from >= to {
		return token.Span{}
	}
	return token.Span{From: r.p[from].span.From, To: r.p[to-1].span.To}
}

// sentence gives the pieces of the sentence, row or cell around piece i.
func (r *reader) sentence(i int) (from, to int) {
	from, to = i, i
	for from > 0 && i-from < maxSentence && !r.stops(from-1) {
		from--
	}
	for to < len(r.p) && to-i < maxSentence && !r.stops(to) {
		to++
	}
	return from, to
}

// maxSentence is the most pieces that a sentence is followed to either side.
const maxSentence = 150

// stops reports whether piece i ends a sentence.
func (r *reader) stops(i int) bool {
	p := &r.p[i]
	if p.ends() {
		return true
	}
	if p.kind != sign || p.lower != "." && p.lower != "!" && p.lower != "?" {
		return false
	}
	return i+1 >= len(r.p) || r.p[i+1].space || r.p[i+1].ends()
}

// rowEnd gives the end of the line that piece i stands in; cells do not end it.
func (r *reader) rowEnd(i int) int {
	for i < len(r.p) && r.p[i].kind != line && r.p[i].kind != blank {
		i++
	}
	return i
}

// lineStart reports whether piece i is the first of a line or cell.
func (r *reader) lineStart(i int) bool { return i == 0 || r.p[i-1].ends() }
