package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold is the Lower of a word: lower case; Latin and Greek letters without their marks, so that a table needs one spelling
// of "février", however it was typed. Letters of other scripts keep theirs, but for what Hebrew and Arabic leave out at
// will: the points of vowels, and the sign on an alif.
func Fold(word string) string {
	var b strings.Builder
	b.Grow(len(word))
	for i, r := range word {
		switch {
		case r < utf8.RuneSelf:
			if r >= 'A' && r <= 'Z' {
				r += 'a' - 'A'
			}
			b.WriteByte(byte(r))
		case r >= 0x300 && r < 0x370 && i > 0, pointed(r), unicode.Is(unicode.Cf, r):
		default:
			writeFolded(&b, unicode.ToLower(r))
		}
	}
	return b.String()
}

// pointed reports whether r is a point of Hebrew or Arabic.
func pointed(r rune) bool { return r >= 0x591 && r <= 0x5c7 && r != 0x5be || r >= 0x64b && r <= 0x65f }

func writeFolded(b *strings.Builder, r rune) {
	if plain, ok := latin[r]; ok {
		b.WriteString(plain)
		return
	}
	b.WriteRune(r)
}

// latin gives the plain spelling of a lower-case letter with marks.
var latin = latinLetters(map[string]string{
	"a": "àáâãäåāăąǎǻạảấầẩẫậắằẳẵặ", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęěẹẻẽếềểễệ", "g": "ĝğġģǧ", "h": "ĥħ",
	"i": "ìíîïĩīĭįıǐỉị", "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŉ", "o": "òóôõöøōŏőǒơọỏốồổỗộớờởỡợ", "r": "ŕŗř",
	"s": "śŝşšșſ", "t": "ţťŧț", "u": "ùúûüũūŭůűųưǔụủứừửữự", "w": "ŵẁẃẅ", "y": "ýÿŷỳỵỷỹ", "z": "źżž",
	"α": "άἀἁᾶὰ", "ε": "έὲ", "η": "ήῆὴ", "ι": "ίϊΐῖὶ", "ο": "όὸ", "υ": "ύϋΰῦὺ", "ω": "ώῶὼ", "σ": "ς", "ا": "أإآٱ",
	"ss": "ß", "ae": "æǽ", "oe": "œ", "th": "þ", "fi": "ﬁ", "fl": "ﬂ",
})

func latinLetters(table map[string]string) map[rune]string {
	out := make(map[rune]string, 200)
	for plain, letters := range table {
		for _, r := range letters {
			out[r] = plain
		}
	}
	return out
}

// straight is the Lower of a sign: quotes and dashes as ASCII writes them, full-width signs narrow.
func straight(sign string) string {
	r, _ := utf8.DecodeRuneInString(sign)
	switch r {
	case '‘', '’', '‚', '‛', '′', '´', 'ʼ':
		return "'"
	case '“', '”', '„', '‟', '″', '«', '»':
		return `"`
	case '‐', '‑', '‒', '–', '—', '―', '−', '﹣':
		return "-"
	case '·', '•', '‣', '▪', '●', '◦':
		return "•"
	case '〜', '～':
		return "~"
	}
	if n := narrow(r); n != r {
		return string(n)
	}
	return sign
}

// narrow gives the ASCII twin of a full-width character or an Arabic digit.
func narrow(r rune) rune {
	if r >= 0x660 && r <= 0x669 || r >= 0x6F0 && r <= 0x6F9 {
		return '0' + r&0x0f
	}
	if r >= 0xFF01 && r <= 0xFF5E {
		return r - 0xFF01 + '!'
	}
	return r
}
