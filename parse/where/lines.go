package where

import (
	"strings"
	"unicode/utf8"

	"roundtwo/parse/token"
)

// Widths at which mail programs wrap; some people's editors take wider lines.
const minWrap, maxWrap, wideWrap = 58, 84, 125

// wrapWidth gives the width at which text was wrapped: its longest line, where all are that short; 0 where it was not.
// Wide lines are taken for wrapped only where several are about as long.
func wrapWidth(text string) int {
	longest, near := 0, 0
	for l := range strings.SplitSeq(text, "\n") {
		width := utf8.RuneCountInString(l)
		switch {
		case width > maxWrap && strings.Contains(l, "://"):
			continue
		case width > wideWrap:
			return 0
		case width > longest+10:
			longest, near = width, 1
		case width > longest-10:
			longest, near = max(longest, width), near+1
		}
	}
	if longest < minWrap || longest > maxWrap && near < 3 {
		return 0
	}
	return longest
}

// wrapped reports whether the line that ends at token i was ended by a mail program and not by the writer: the next
// word would not have fitted on it, or format=flowed left a space there.
func (r *reader) wrapped(i int) bool {
	if i <= 0 || i+1 >= len(r.toks) || r.toks[i].Kind != token.Line || r.toks[i+1].Kind == token.Punct && r.toks[i+1].Lower != "(" {
		return false
	}
	from := i
	for from > 0 && !r.toks[from-1].Ends() {
		from--
	}
	if from > 0 && r.toks[from-1].Kind == token.Cell {
		return false
	}
	next := r.text[r.toks[i+1].Start:]
	if n := strings.IndexAny(next, " \t\n"); n >= 0 {
		next = next[:n]
	}
	if from == i || labelStarts(r.toks, i+1) {
		return false
	}
	width := utf8.RuneCountInString(r.text[r.toks[from].Start:r.toks[i].Start])
	return r.toks[i].Space && width > 30 || width > 30 && openWords[r.toks[i-1].Text] || r.width > 0 &&
		width+1+utf8.RuneCountInString(next) > r.width
}

// openWords are words that no line ends with, unless it was wrapped.
var openWords = words("the a an of and with to for at our your by in on or is will you we be from as my his her their this that")

// labelStarts reports whether the line at token i starts with a label and a colon: "Contact Person : …".
func labelStarts(toks []token.Token, i int) bool {
	for k := i; k < len(toks) && k < i+5; k++ {
		if is(toks, k, ":") {
			return k > i && (k+1 >= len(toks) || toks[k+1].Space)
		}
		if toks[k].Kind != token.Word {
			return false
		}
	}
	return false
}
