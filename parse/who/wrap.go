package who

import (
	"strings"
	"unicode/utf8"

	"roundtwo/parse/token"
)

// line keeps the end of a line unless the next word would not have fitted on it, or format=flowed left a space there.
func (c *joiner) line(t *token.Token) {
	width := utf8.RuneCountInString(c.text[c.start:t.Start])
	start := c.start
	c.start = t.End
	if c.at > 0 && c.at+1 < len(c.toks) && start < t.Start && c.mayGoOn() {
		next := c.text[t.End:]
		if n := strings.IndexAny(next, " \t\n"); n >= 0 {
			next = next[:n]
		}
		full := c.wrapped > 0 && width+1+utf8.RuneCountInString(next) > c.wrapped
		open := openWords[c.toks[c.at-1].Text] && width > 30 || width > maxWrap && c.toks[c.at-1].Kind == token.Word
		if (full || t.Space && width > 30 || open) && !strings.HasSuffix(next, ":") {
			c.at++
			c.soft = true
			return
		}
	}
	c.add(line, c.at+1)
}

// openWords are words that no line ends with, unless it was wrapped.
var openWords = set(
	"the", "a", "an", "of", "and", "with", "to", "for", "at", "our", "your", "by", "in", "on", "or", "is", "will", "you", "we",
	"be", "from", "as", "my", "his", "her", "their", "this", "that",
)

// mayGoOn reports whether the next line can go on with the sentence: it starts with no bullet
// and no time, and the line before is no row of a table.
func (c *joiner) mayGoOn() bool {
	next := &c.toks[c.at+1]
	if next.Kind == token.Number && c.at+2 < len(c.toks) && !c.toks[c.at+2].Space && c.toks[c.at+2].Lower != "." {
		return false // "09:30", a row of its own
	}
	if labelStarts(c.toks, c.at+1) {
		return false
	}
	for i := c.at - 1; i >= 0 && !c.toks[i].Breaks(); i-- {
		if c.toks[i].Kind == token.Cell {
			return false
		}
	}
	return next.Kind == token.Word || next.Kind == token.Number || next.Lower == "(" || next.Lower == `"`
}

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

// labelStarts reports whether the line at token i starts with a label and a colon: "Contact Person : …".
func labelStarts(toks []token.Token, i int) bool {
	for k := i; k < len(toks) && k < i+5; k++ {
		if toks[k].Lower == ":" {
			return k > i && (k+1 >= len(toks) || toks[k+1].Space)
		}
		if k > i && k+2 < len(toks) && toks[k].Lower == "." && toks[k+1].Lower == "." && toks[k+2].Lower == "." {
			return true // "Interviewers ....... Ned Grabowski"
		}
		if toks[k].Kind != token.Word {
			return false
		}
	}
	return false
}
