// Package text lays a message out as it is read: subject, what was written, and the conversation quoted below it are one
// text with one kind of position. It knows tokens, lines, sentences, wrapped lines, cells, links and labels, so that no
// reader has an idea of its own of where a sentence ends.
package text

import (
	"strings"

	"roundtwo/parse/token"
)

// Text is a message laid out. Spans are of Tokens unless their field says otherwise.
type Text struct {
	Source string
	Tokens []token.Token
	Body   int // the first token after the subject
	Quoted int // the first token of the conversation quoted below; len(Tokens) where there is none

	Sentences []token.Span
	Lines     []token.Span // without the tokens that end them; empty lines are left out
	Sentence  []int        // of each token, an index of Sentences
	Line      []int        // of each token, an index of Lines
	Link      []bool       // of each token: it is part of a web or mail address, whose words say nothing
	Table     []bool       // of each line: it is a row of cells

	width int // of wrapped lines in bytes, 0 where none are
}

// New lays out a subject, a body, and the history quoted below it; each may be empty. The cost is linear.
func New(subject, body, history string) *Text {
	source := subject + "\n\n" + body
	quoted := len(source)
	if history != "" {
		source += "\n\n" + history
	}
	t := &Text{Source: source, Tokens: token.Cut(source)}
	t.Body = t.first(0, len(subject)+2)
	t.Quoted = t.first(t.Body, quoted)
	t.cutLines()
	t.width = t.wrapWidth()
	t.markLinks()
	t.cutSentences()
	return t
}

// first gives the first token from i on that starts at byte at or later.
func (t *Text) first(i, at int) int {
	for i < len(t.Tokens) && t.Tokens[i].Start < at {
		i++
	}
	return i
}

func (t *Text) cutLines() {
	t.Lines = token.Lines(t.Tokens)
	t.Line, t.Table = make([]int, len(t.Tokens)), make([]bool, len(t.Lines))
	for i, l := range t.Lines {
		for k := l.From; k < l.To; k++ {
			t.Line[k] = i
			t.Table[i] = t.Table[i] || t.Tokens[k].Kind == token.Cell
		}
		if l.To < len(t.Tokens) {
			t.Line[l.To] = i
		}
	}
}

func (t *Text) markLinks() {
	t.Link = make([]bool, len(t.Tokens))
	for _, l := range token.Links(t.Tokens) {
		for i := l.From; i < l.To; i++ {
			t.Link[i] = true
		}
	}
}

// At is the text of a span, on one line.
func (t *Text) At(s token.Span) string {
	return strings.Join(strings.Fields(s.Text(t.Source, t.Tokens)), " ")
}

// SentenceAt is the sentence of token i.
func (t *Text) SentenceAt(i int) token.Span { return t.Sentences[t.Sentence[i]] }

// LineAt is the line of token i.
func (t *Text) LineAt(i int) token.Span { return t.Lines[t.Line[i]] }

// Cell gives the cell of its line that token i stands in, and its number from 0.
func (t *Text) Cell(i int) (cell token.Span, column int) {
	line := t.LineAt(i)
	from := line.From
	for k := line.From; k < i; k++ {
		if t.Tokens[k].Kind == token.Cell {
			from, column = k+1, column+1
		}
	}
	to := i
	for to < line.To && t.Tokens[to].Kind != token.Cell {
		to++
	}
	return token.Span{From: from, To: to}, column
}
