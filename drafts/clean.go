package drafts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The longest foreign text that a letter shows: names and titles of 300 characters still come out whole, a page that
// somebody put into a subject does not.
const (
	maxLine  = 600
	maxLines = 20_000
)

// clean makes one line of foreign text: no control and no bidirectional characters, which could reorder what she
// reads or end a header; every run of white space is one space. Joiners stay: emoji and Persian need them.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	space, n := false, 0
	for _, r := range s {
		if unicode.IsSpace(r) || r == '\u2028' || r == '\u2029' {
			space = true
			continue
		}
		if hidden(r) {
			continue
		}
		if n >= maxLine {
			b.WriteString("…")
			break
		}
		if space && n > 0 {
			b.WriteByte(' ')
			n++
		}
		space = false
		b.WriteRune(r)
		n++
	}
	return b.String()
}

// isClean reports whether s is plain ASCII on one line already, as most fields are.
func isClean(s string) bool {
	if len(s) > maxLine || strings.HasPrefix(s, " ") || strings.HasSuffix(s, " ") || strings.Contains(s, "  ") {
		return false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\t", "    ")

// cleanLines is clean for text of several lines: line ends stay, white space at the end of a line goes.
func cleanLines(s string) string {
	if len(s) > maxLines {
		s = strings.ToValidUTF8(s[:maxLines], "") + "…"
	}
	s = lineEnds.Replace(s)
	s = strings.Map(func(r rune) rune {
		if r != '\n' && hidden(r) {
			return -1
		}
		return r
	}, s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRightFunc(l, unicode.IsSpace)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// hidden reports whether r is not shown, or changes how its neighbours are shown.
func hidden(r rune) bool {
	switch {
	case r == utf8.RuneError:
		return false // shows that something was unreadable
	case unicode.IsControl(r):
		return true
	case r == '\u200b', r == '\u200e', r == '\u200f', r == '\u061c', r == '\ufeff', r == '\u00ad':
		return true
	case r >= '\u202a' && r <= '\u202e', r >= '\u2060' && r <= '\u206f':
		return true
	case r >= 0xe0000 && r <= 0xe007f && r < 0xe0020: // tags: the flags of England, Scotland and Wales need the rest
		return true
	}
	return false
}

// shorten cuts s to at most n characters, at a space where one is near, and says so with an ellipsis.
func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := n - 1
	for i := cut; i > n*3/4; i-- {
		if unicode.IsSpace(r[i]) {
			cut = i
			break
		}
	}
	return strings.TrimRightFunc(string(r[:cut]), unicode.IsSpace) + "…"
}
