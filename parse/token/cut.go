package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Cut cuts text into tokens in one pass. It reads any bytes: what is no UTF-8 becomes Punct, one byte each.
func Cut(text string) []Token {
	// A token and the space after it are about five bytes in most languages.
	c := cutter{text: text, space: true, toks: make([]Token, 0, len(text)/4+8)}
	for c.at < len(text) {
		c.next()
	}
	return c.toks
}

type cutter struct {
	text  string
	at    int
	space bool // white space was passed since the last token
	toks  []Token
}

// class is what a character begins.
type class uint8

const (
	visible class = iota
	letter
	digit
	blank
	tab
	newline
	ideograph // a word of its own
	invisible // no token and no space: zero-width characters, soft hyphens
	mark      // a combining mark: belongs to the letter before it
)

func (c *cutter) next() {
	kind, size := classAt(c.text, c.at)
	switch kind {
	case blank:
		c.space = true
		c.at += size
	case invisible, mark:
		c.at += size
	case tab:
		c.add(Cell, c.at+size)
		c.space = true
	case newline:
		c.newline()
	case letter:
		c.word()
	case digit:
		c.number()
	case ideograph:
		c.add(Word, c.at+size)
	default:
		c.add(Punct, c.at+size)
	}
}

// add appends the token that ends at end.
func (c *cutter) add(kind Kind, end int) {
	text := c.text[c.at:end]
	lower := text
	if kind == Punct && len(text) > 1 {
		lower = straight(text)
	}
	c.toks = append(c.toks, Token{Kind: kind, Space: c.space, Start: c.at, End: end, Text: text, Lower: lower, Value: -1})
	c.space, c.at = false, end
}

// newline passes all empty lines that follow: together they end one paragraph.
func (c *cutter) newline() {
	kind, end := Line, c.at+1
	for i := end; i < len(c.text); {
		class, size := classAt(c.text, i)
		if class != blank && class != tab && class != newline {
			break
		}
		i += size
		if class == newline {
			kind, end = Blank, i
		}
	}
	c.add(kind, end)
	c.space = true
}

func (c *cutter) word() {
	end, plain := c.at, true
	for end < len(c.text) {
		b := c.text[end]
		if b >= 'a' && b <= 'z' {
			end++
			continue
		}
		plain = plain && b < utf8.RuneSelf && (b < 'A' || b > 'Z')
		class, size := classAt(c.text, end)
		// An invisible character joins two halves of one word only where a letter follows.
		if class == invisible && end+size < len(c.text) {
			if after, _ := classAt(c.text, end+size); after != letter {
				break
			}
		} else if class != letter && class != mark {
			break
		}
		end += size
	}
	text := c.text[c.at:end]
	c.add(Word, end)
	if !plain {
		c.toks[len(c.toks)-1].Lower = Fold(text)
	}
}

// numberDigits is the most digits that a Value has.
const numberDigits = 9

func (c *cutter) number() {
	start, end, value, digits, wide := c.at, c.at, 0, 0, false
	for end < len(c.text) {
		class, size := classAt(c.text, end)
		if class != digit {
			break
		}
		if digits < numberDigits {
			value = value*10 + digitValue(c.text[end+size-1])
		}
		wide = wide || size > 1
		digits++
		end += size
	}
	c.add(Number, end)
	t := &c.toks[len(c.toks)-1]
	if digits <= numberDigits {
		t.Value = value
	}
	if wide {
		t.Lower = strings.Map(narrow, c.text[start:end])
	}
}

// digitValue is the value of a digit by its last byte: those of ASCII, Arabic (D9 A0, DB B0) and full width (EF BC 90) end
// in four bits that count from 0.
func digitValue(last byte) int { return int(last & 0x0f) }

func classAt(s string, i int) (class, int) {
	if b := s[i]; b < utf8.RuneSelf {
		return asciiClass[b], 1
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	return runeClass(r), size
}

var asciiClass = asciiClasses()

func asciiClasses() (t [utf8.RuneSelf]class) {
	for b := range t {
		switch {
		case b == '\n':
			t[b] = newline
		case b == '\t':
			t[b] = tab
		case b <= ' ':
			t[b] = blank // with \r, so that CRLF is one end of line
		case b == 0x7f:
			t[b] = invisible
		case b >= '0' && b <= '9':
			t[b] = digit
		case b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z':
			t[b] = letter
		}
	}
	return t
}

func runeClass(r rune) class {
	switch {
	case r < 0x250:
		return latinClass(r)
	case r == utf8.RuneError:
		return visible
	case r >= 0xFF10 && r <= 0xFF19, r >= 0x660 && r <= 0x669, r >= 0x6F0 && r <= 0x6F9:
		return digit
	case r >= 0x3040 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		return ideograph
	case unicode.IsLetter(r):
		return letter
	case unicode.In(r, unicode.Mn, unicode.Mc, unicode.Me):
		return mark
	case unicode.IsSpace(r):
		return blank
	case unicode.Is(unicode.Cf, r):
		return invisible
	}
	return visible
}

func latinClass(r rune) class {
	switch {
	case r == 0xAD:
		return invisible
	case r == 0xA0 || r == 0x85:
		return blank
	case unicode.IsLetter(r):
		return letter
	case r < 0xA0:
		return invisible
	}
	return visible
}
