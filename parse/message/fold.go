package message

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

func equalFold(a, b string) bool { return strings.EqualFold(a, b) }

// plainLetters are letters that do not fall apart into a base and a mark.
var plainLetters = map[rune]string{
	'ß': "ss", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'æ': "ae", 'œ': "oe", 'ı': "i", 'ς': "σ", '’': "'", '‘': "'",
}

// fold makes words comparable: lower case, without accents, single spaces.
func fold(s string) string {
	if isPlain(s) {
		s = strings.ToLower(s)
		if singleSpaced(s) {
			return s
		}
		return strings.Join(strings.Fields(s), " ")
	}
	var out strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsSpace(r):
			out.WriteByte(' ')
		default:
			if p, ok := plainLetters[r]; ok {
				out.WriteString(p)
			} else {
				out.WriteRune(r)
			}
		}
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// singleSpaced reports whether folding spaces would change nothing.
func singleSpaced(s string) bool {
	if s == "" {
		return true
	}
	space := true
	for i := 0; i < len(s); i++ {
		c := s[i] <= ' '
		if c && (space || s[i] != ' ') {
			return false
		}
		space = c
	}
	return !space
}
