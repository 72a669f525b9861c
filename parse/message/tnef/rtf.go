package tnef

import (
	"strconv"
	"strings"
)

// maxDepth is how deep groups of RTF may lie in one another; what lies deeper is left out.
const maxDepth = 100

// fromRTF gives the text of an RTF body, or the HTML that it was made from: Exchange keeps that inside, its tags in groups
// of \htmltag and what only RTF needs between \htmlrtf and \htmlrtf0 ([MS-OXRTFEX]).
func fromRTF(rtf []byte, codepage int) (text string, isHTML bool) {
	if len(rtf) == 0 {
		return "", false
	}
	r := &rtfReader{in: rtf, codepage: codepage, html: strings.Contains(string(rtf[:min(len(rtf), 1<<10)]), `\fromhtml1`)}
	r.groups = []group{{}}
	for r.pos < len(r.in) && r.out.Len() < maxText {
		r.next()
	}
	r.flush()
	return strings.TrimSpace(r.out.String()), r.html
}

// group is what holds within one pair of braces.
type group struct {
	skip    bool // its text is none of the message
	tag     bool // \htmltag: its text is HTML
	rtfOnly bool // \htmlrtf
	wide    int  // how many characters stand behind \u for programs that do not know it
}

type rtfReader struct {
	in       []byte
	pos      int
	out      strings.Builder
	bytes    []byte // of \'xx, not decoded yet: two of them may be one character
	codepage int
	html     bool
	groups   []group
	deeper   int // groups beyond maxDepth
	drop     int // characters to leave out after \u
}

func (r *rtfReader) top() *group { return &r.groups[len(r.groups)-1] }

func (r *rtfReader) next() {
	c := r.in[r.pos]
	r.pos++
	switch c {
	case '{':
		r.flush()
		if len(r.groups) > maxDepth {
			r.deeper++
			return
		}
		r.groups = append(r.groups, *r.top())
	case '}':
		r.flush()
		if r.deeper > 0 {
			r.deeper--
		} else if len(r.groups) > 1 {
			r.groups = r.groups[:len(r.groups)-1]
		}
	case '\\':
		r.control()
	case '\r', '\n', 0:
	default:
		r.char(c)
	}
}

// char takes one byte of text.
func (r *rtfReader) char(c byte) {
	if r.drop > 0 {
		r.drop--
		return
	}
	if c >= 0x80 {
		r.keep(c)
		return
	}
	r.put(string(rune(c)))
}

// shown reports whether text belongs to the message here.
func (r *rtfReader) shown() bool {
	g := r.top()
	return r.deeper == 0 && !g.skip && (!g.rtfOnly || !r.html || g.tag)
}

func (r *rtfReader) keep(c byte) {
	if r.shown() {
		r.bytes = append(r.bytes, c)
	}
}

func (r *rtfReader) put(s string) {
	r.flush()
	if r.shown() {
		r.out.WriteString(s)
	}
}

// flush decodes the bytes that are waiting.
func (r *rtfReader) flush() {
	if len(r.bytes) > 0 {
		r.out.WriteString(decode(r.bytes, r.codepage))
		r.bytes = r.bytes[:0]
	}
}

// control reads what stands behind a backslash.
func (r *rtfReader) control() {
	if r.pos >= len(r.in) {
		return
	}
	c := r.in[r.pos]
	if !letter(c) {
		r.pos++
		r.symbol(c)
		return
	}
	start := r.pos
	for r.pos < len(r.in) && letter(r.in[r.pos]) && r.pos-start < 32 {
		r.pos++
	}
	word := string(r.in[start:r.pos])
	number, has := r.number()
	if r.pos < len(r.in) && r.in[r.pos] == ' ' {
		r.pos++
	}
	r.word(word, number, has)
}

// number reads the number behind a control word.
func (r *rtfReader) number() (n int, has bool) {
	start := r.pos
	if r.pos < len(r.in) && r.in[r.pos] == '-' {
		r.pos++
	}
	for r.pos < len(r.in) && r.in[r.pos] >= '0' && r.in[r.pos] <= '9' && r.pos-start < 11 {
		r.pos++
	}
	n, err := strconv.Atoi(string(r.in[start:r.pos]))
	return n, err == nil
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// symbol reads a control symbol.
func (r *rtfReader) symbol(c byte) {
	switch c {
	case '\'':
		if r.pos+2 > len(r.in) {
			r.pos = len(r.in)
			return
		}
		n, err := strconv.ParseUint(string(r.in[r.pos:r.pos+2]), 16, 8)
		r.pos += 2
		switch {
		case err != nil:
		case r.drop > 0:
			r.drop--
		case n < 0x80 && len(r.bytes) == 0:
			r.put(string(rune(n)))
		default:
			r.keep(byte(n))
		}
	case '{', '}', '\\':
		r.char(c)
	case '~':
		r.put("\u00a0")
	case '*':
		r.destination()
	case '\r', '\n':
		r.put("\n")
	}
}

// destination is a group that a reader may leave out when it does not know its word; of these only \htmltag is known.
func (r *rtfReader) destination() {
	rest := string(r.in[r.pos:min(len(r.in), r.pos+16)])
	known := strings.HasPrefix(strings.TrimLeft(rest, " \r\n"), `\htmltag`)
	if !known || !r.html {
		r.top().skip = true
	}
}

// apart are groups whose text is no text of the message.
var apart = map[string]bool{"fonttbl": true, "colortbl": true, "stylesheet": true, "info": true, "pict": true, "object": true,
	"header": true, "footer": true, "footnote": true, "filetbl": true, "listtable": true, "fldinst": true}

// marks are control words that stand for a character.
var marks = map[string]string{"par": "\n", "line": "\n", "row": "\n", "tab": "\t", "cell": "\t", "lquote": "‘", "rquote": "’",
	"ldblquote": "“", "rdblquote": "”", "bullet": "•", "endash": "–", "emdash": "—"}

func (r *rtfReader) word(word string, n int, has bool) {
	g := r.top()
	switch {
	case marks[word] != "":
		r.put(marks[word])
	case apart[word]:
		g.skip = true
	case word == "htmltag":
		g.tag = true
	case word == "htmlrtf":
		r.flush()
		g.rtfOnly = !has || n != 0
	case word == "ansicpg" && has:
		r.codepage = n
	case word == "uc" && has:
		g.wide = n
		if n == 0 {
			g.wide = -1
		}
	case word == "u" && has:
		r.unicode(n)
	case word == "bin" && has && n > 0:
		r.pos = min(len(r.in), r.pos+n)
	}
}

// unicode is \uN, behind which stands what other programs show.
func (r *rtfReader) unicode(n int) {
	if n < 0 {
		n += 1 << 16
	}
	if n > 0 && n < 1<<16 && (n < 0xd800 || n > 0xdfff) {
		r.put(string(rune(n)))
	}
	switch wide := r.top().wide; {
	case wide == 0:
		r.drop = 1
	case wide > 0:
		r.drop = min(wide, 8)
	}
}
