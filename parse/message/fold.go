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
		case isAccent(r):
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

// isAccent reports whether a mark only colours its letter: accents, and the points of Hebrew and Arabic. The vowel
// signs of India and the marks of Thai are letters of their own.
func isAccent(r rune) bool {
	return r >= 0x300 && r <= 0x36f || r >= 0x591 && r <= 0x5c7 || r >= 0x64b && r <= 0x65f || r == 0x670
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
