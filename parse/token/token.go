// Package token cuts clean text into words, numbers, punctuation and ends of lines and cells, once for every message.
// The recognisers of times, people and places work on its tokens and give spans of them, so that each field can show
// the text it was read from.
package token

// Kind is what a token is.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters, with inner apostrophes and hyphens split off as Punct
	Number             // ASCII digits
	Punct              // one other visible character
	Cell               // end of a table cell: \t
	Line               // end of a line: \n
	Blank              // end of a paragraph: an empty line
)

// Token is one token. Text[Start:End] of the source is what it was read from.
type Token struct {
	Kind       Kind
	Space      bool   // white space stands before it
	Start, End int    // byte offsets into the source
	Text       string // as written
	Lower      string // folded: lower case, no combining marks, so that "März" is "marz"; equals Text where nothing to fold
	Value      int    // of a Number, -1 where it does not fit in 9 digits
}

// Span is a half-open range of tokens: [From, To).
type Span struct{ From, To int }
