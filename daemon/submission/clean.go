package submission

import (
	"strings"
	"unicode"
)

// bidiControl reports the characters that make text read otherwise than it is written: a name could hide an address.
func bidiControl(r rune) bool {
	switch {
	case r == 0x061C, r == 0x200E, r == 0x200F, r == 0xFEFF:
		return true
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return r == 0x2028 || r == 0x2029 // line and paragraph separators
}

// headerText makes a value fit for a header field: one line, valid UTF-8, no control characters, at most limit
// characters.
func headerText(s string, limit int) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || bidiControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	// A literal encoded word would be decoded by the reader into something that was never looked at here.
	s = strings.Join(strings.Fields(strings.ReplaceAll(s, "=?", "= ?")), " ")
	if runes := []rune(s); len(runes) > limit {
		s = strings.TrimSpace(string(runes[:limit]))
	}
	return s
}

// bodyText makes a text fit for a body: LF line ends, valid UTF-8, no control characters but tab, one line end last.
func bodyText(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(s, "?"))
	s = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || !unicode.IsControl(r) && !bidiControl(r) {
			return r
		}
		return -1
	}, s)
	return strings.TrimRight(s, "\n") + "\n"
}

// displayName is headerText without backslashes: go-mail leaves one before the closing quote or encoded word as it is, and
// the address cannot be read back (seen with go-mail 0.8.1).
func displayName(s string) string {
	return headerText(strings.ReplaceAll(s, `\`, ""), maxName)
}

// fileName keeps a name that every mail program can write to a disk, and that no header field can be broken out of.
func fileName(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '.', r == '-', r == '_':
			return r
		}
		return '-'
	}, s)
	s = strings.TrimLeft(s, ".-")
	if s == "" {
		return "attachment"
	}
	return s[:min(len(s), 80)]
}
