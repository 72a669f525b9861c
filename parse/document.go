package parse

import (
	"strings"

	"roundtwo/parse/text"
	"roundtwo/parse/token"
)

// word is a word or number of the document; phrases are found over words, so that "on-site", "on site" and a line that
// was wrapped between them are one.
type word struct {
	lower  string
	number int32 // as in the tables of phrases; 0 where no phrase has the word
	tok    int
	apart  bool // a dash or a bar stands before it: "2nd interview - Practice Coordinator"
}

// unit is a sentence, with the phrases in it.
type unit struct {
	token.Span
	words   token.Span // of document.words
	subject bool
	ask     bool // it is a question
	mean    meaning
	hits    []hit
}

// document is the text of a message with the phrases that the rules know: those of the round, of what to bring, of
// swindles.
type document struct {
	*text.Text
	words []word
	units []unit // of each sentence
}

// read finds the phrases of a text, the conversation quoted below it left out.
func read(t *text.Text) *document {
	d := &document{Text: t}
	for n, s := range t.Sentences {
		if s.From >= t.Quoted {
			break
		}
		d.addUnit(n, s)
	}
	d.mark()
	return d
}

func (d *document) addUnit(n int, s token.Span) {
	numbers := phrases().signs.numbers
	u := unit{Span: s, words: token.Span{From: len(d.words)}, subject: s.To <= d.Body}
	for i := s.From; i < s.To; i++ {
		t := d.Tokens[i]
		switch n := len(d.words); {
		case d.Link[i]:
		case t.Kind == token.Word && !t.Space && i > s.From && n > 0 && d.words[n-1].tok == i-1 && d.Tokens[i-1].Kind == token.Number && ordinalEndings[t.Lower]:
			joined := d.words[n-1].lower + t.Lower
			d.words[n-1].lower, d.words[n-1].number = joined, numbers[joined]
		case t.Kind == token.Word || t.Kind == token.Number:
			d.words = append(d.words, word{t.Lower, numbers[t.Lower], i, i > s.From && d.parts(i-1)})
		}
		u.ask = u.ask || t.Is("?")
	}
	u.words.To = len(d.words)
	d.units = append(d.units, u)
}

// parts reports whether token i divides what stands before it from what follows.
func (d *document) parts(i int) bool {
	t := d.Tokens[i]
	return t.Space && (t.Is("-") || t.Is("|") || t.Is("•"))
}

// ordinalEndings make a number an ordinal: "2nd", "2e", "2º".
var ordinalEndings = wordSet("st nd rd th e eme ieme de ste er re º ª o a")

func wordSet(list string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		out[w] = true
	}
	return out
}

// wordAt is the first word at or after token i.
func (d *document) wordAt(i int) int {
	lo, hi := 0, len(d.words)
	for lo < hi {
		if mid := (lo + hi) / 2; d.words[mid].tok < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
