package where

import "roundtwo/parse/token"

// Widths of a line that a mail program has wrapped.
const minWrap, maxWrap = 56, 84

// wrapped reports whether the line that ends at token i was probably ended by a mail program and not by the writer.
func wrapped(toks []token.Token, i int) bool {
	if i <= 0 || i+1 >= len(toks) || toks[i].Kind != token.Line {
		return false
	}
	from := i
	for from > 0 && !toks[from-1].Ends() {
		from--
	}
	if from == i {
		return false
	}
	width := toks[i].Start - toks[from].Start
	return width >= minWrap && width <= maxWrap+8 && toks[i+1].Kind != token.Punct
}
