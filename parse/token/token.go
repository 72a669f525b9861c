// Package token cuts clean text into words, numbers, punctuation and ends of lines and cells, once for every message.
// The recognisers of times, people and places work on its tokens and give spans of them, so that each field can show
// the text it was read from.
package token

// Kind is what a token is.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters, with inner apostrophes and hyphens split off as Punct; one Han, Kana or Hangul character
	Number             // ASCII or full-width digits
	Punct              // one other visible character
	Cell               // end of a table cell: \t
	Line               // end of a line: \n
	Blank              // end of a paragraph: one or more empty lines
)

// Token is one token. Text[Start:End] of the source is what it was read from.
type Token struct {
	Kind       Kind
	Space      bool   // white space or the start of the text stands before it; false: glued to the token before
	Start, End int    // byte offsets into the source
	Text       string // as written
	Lower      string // folded: lower case, no combining marks, so that "März" is "marz"; quotes and dashes straight
	Value      int    // of a Number, -1 where it does not fit in 9 digits; -1 of everything else
}

// Span is a half-open range of tokens: [From, To).
type Span struct{ From, To int }

// Text is what stands in the source between the first and the last token of s, "" for an empty span.
func (s Span) Text(source string, toks []Token) string {
	if s.From < 0 || s.From >= s.To || s.To > len(toks) {
		return ""
	}
	return source[toks[s.From].Start:toks[s.To-1].End]
}

// Contains reports whether token i lies in s.
func (s Span) Contains(i int) bool { return s.From <= i && i < s.To }

// Overlaps reports whether s and o share a token.
func (s Span) Overlaps(o Span) bool { return s.From < o.To && o.From < s.To }

// Is reports whether t, folded, is that word, sign or number.
func (t Token) Is(lower string) bool { return t.Lower == lower }

// Ends reports whether t ends a cell, a line or a paragraph.
func (t Token) Ends() bool { return t.Kind >= Cell }

// Breaks reports whether t ends a line or a paragraph.
func (t Token) Breaks() bool { return t.Kind >= Line }
