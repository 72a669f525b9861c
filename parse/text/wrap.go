package text

import (
	"strings"

	"roundtwo/parse/token"
)

// Widths, in bytes, at which mail programs wrap.
const (
	narrowest = 50
	widest    = 100
)

// longLine is how wide a line is that nobody ends in the middle of a sentence on purpose.
const longLine = 84

// wrapWidth is the width at which the body was wrapped by a program, 0 where its lines were ended by the writer: one of
// them is longer than any program wraps, or none is long.
func (t *Text) wrapWidth() int {
	width := 0
	for _, l := range t.Lines {
		w := t.Tokens[l.To-1].End - t.Tokens[l.From].Start
		switch {
		case l.From < t.Body || strings.Contains(l.Text(t.Source, t.Tokens), "://"):
		case w > widest:
			return 0
		default:
			width = max(width, w)
		}
	}
	if width < narrowest {
		return 0
	}
	return width
}

// wrapped reports whether the sentence goes on after the end of line i: the first word of the next line would not have
// fitted on it.
func (t *Text) wrapped(i int) bool {
	if i == 0 || i+1 >= len(t.Tokens) || i < t.Body {
		return false
	}
	last, next := t.Tokens[i-1], t.Tokens[i+1]
	if next.Ends() || last.Is(".") || last.Is("!") || last.Is("?") || last.Is(":") || t.Table[t.Line[i-1]] || t.Table[t.Line[i+1]] ||
		next.Kind == token.Punct && !next.Is("(") && !next.Is(`"`) && !next.Is("'") {
		return false
	}
	line := t.LineAt(i - 1)
	width := t.Tokens[line.To-1].End - t.Tokens[line.From].Start
	if t.width == 0 {
		return width > longLine && (last.Kind == token.Word || last.Is(",")) && next.Kind == token.Word
	}
	return width >= narrowest-10 && width+1+t.wordWidth(i+1) > t.width
}

// wordWidth is the width of the run without white space that begins at token i.
func (t *Text) wordWidth(i int) int {
	end := i + 1
	for end < len(t.Tokens) && !t.Tokens[end].Space && !t.Tokens[end].Ends() {
		end++
	}
	return t.Tokens[end-1].End - t.Tokens[i].Start
}
