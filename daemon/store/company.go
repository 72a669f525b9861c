package store

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// legalForms end the name of a company without being part of what people call it. Lower case, without dots.
var legalForms = map[string]bool{
	"ab": true, "ag": true, "aps": true, "as": true, "asa": true, "bv": true, "co": true, "company": true, "corp": true,
	"corporation": true, "ev": true, "gmbh": true, "group": true, "holding": true, "holdings": true, "inc": true,
	"incorporated": true, "kg": true, "kgaa": true, "kk": true, "limited": true, "llc": true, "llp": true, "ltd": true,
	"nv": true, "oy": true, "oyj": true, "plc": true, "pte": true, "pty": true, "pvt": true, "sa": true, "sarl": true,
	"sas": true, "se": true, "sl": true, "spa": true, "srl": true, "ug": true, "und": true, "and": true,
}

// companyKey folds a name for comparison: case, accents, punctuation and legal forms at the end do not count. A name
// that is nothing but a legal form ("Group") stays.
func companyKey(name string) string {
	words := strings.Fields(plain(name))
	for len(words) > 1 && legalForms[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// plain lowers the case, drops accents, dots and apostrophes ("S.A." is "sa"), and makes all other signs spaces.
func plain(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '.', r == '\'', r == '’':
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}
