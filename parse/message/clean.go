package message

import (
	"strings"
	"unicode/utf8"
)

// headerText makes one line of valid UTF-8 without control and invisible characters.
func headerText(s string, n *notes) string {
	if plainLine(s) {
		return s
	}
	if !utf8.ValidString(s) {
		s = guessCharset([]byte(s), n)
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case r < ' ' || r == 0x7f:
			return -1
		case r == 0x85 || r == 0x2028 || r == 0x2029: // ends of lines that a field must not have
			return ' '
		}
		return visible(r, n)
	}, s)
}

func plainLine(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// visible folds spaces to a plain one and drops what nobody sees: zero-width characters, marks that turn the
// direction, tags, C1 controls.
func visible(r rune, n *notes) rune {
	switch {
	case r < 0x80:
		return r
	case r == 0xa0 || r == 0x202f || r == 0x205f || r == 0x3000 || r >= 0x2000 && r <= 0x200a:
		return ' '
	case r == 0x2028 || r == 0x2029 || r == 0x85:
		return '\n'
	case r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
		n.add(repairBidi)
		return -1
	case r >= 0xe0000 && r <= 0xe007f:
		n.add(repairInvisible)
		return -1
	case r < 0xa0 || r == 0xad || r == 0x34f || r == 0x61c || r == 0x180e || r >= 0x200b && r <= 0x200f ||
		r >= 0x2060 && r <= 0x2065 || r == 0xfeff || r == 0x2800:
		return -1
	}
	return r
}

// cleanText makes text fit to read: lines end in \n, no trailing spaces, at most one empty line in a row, nothing
// invisible.
func cleanText(s string, n *notes) string {
	s = cleanRunes(s, n)
	var out strings.Builder
	out.Grow(len(s))
	empty := 0
	for len(s) > 0 {
		line := s
		if i := strings.IndexByte(s, '\n'); i >= 0 {
			line, s = s[:i], s[i+1:]
		} else {
			s = ""
		}
		line = strings.TrimRight(line, " \t")
		if line == "" {
			empty++
			continue
		}
		if out.Len() > 0 {
			if out.WriteByte('\n'); empty > 0 {
				out.WriteByte('\n')
			}
		}
		empty = 0
		out.WriteString(line)
	}
	return out.String()
}

// plainEnds makes one line end of any run of carriage returns before a line feed, and of every carriage return by itself. In
// one pass: there may be a million of them.
func plainEnds(s string) string {
	var out strings.Builder
	for s != "" {
		i := strings.IndexByte(s, '\r')
		if i < 0 {
			break
		}
		out.WriteString(s[:i])
		rest := strings.TrimLeft(s[i:], "\r")
		if run := len(s) - i - len(rest); !strings.HasPrefix(rest, "\n") {
			out.WriteString(strings.Repeat("\n", run))
		}
		s = rest
	}
	return out.String() + s
}

func cleanRunes(s string, n *notes) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	if plainText(s) {
		return s
	}
	if strings.IndexByte(s, 0) >= 0 {
		n.add(repairNUL)
	}
	if strings.IndexByte(s, '\r') >= 0 {
		n.add(repairLineEnds)
		s = plainEnds(s)
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\f' || r == '\v':
			return '\n'
		case r < ' ' || r == 0x7f:
			return -1
		}
		return visible(r, n)
	}, s)
}

func plainText(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' && c != '\n' && c != '\t' || c >= 0x7f {
			return false
		}
	}
	return true
}

// shownName makes the name of an attachment safe to show: its last path element, at most 80 characters.
func shownName(name string, n *notes) string {
	name = headerText(name, n)
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	name = strings.TrimSpace(name)
	if runes := []rune(name); len(runes) > maxName {
		name = string(runes[:maxName])
	}
	return name
}
