package who

import (
	"strings"

	"roundtwo/parse/token"
)

// kind is what a piece is.
type kind uint8

const (
	word kind = iota // "O'Hara", "Mei-Xin", "Dr." and "P." are one piece each
	number
	sign
	link  // a web address
	mail  // a mail address
	cell  // end of a table cell
	line  // end of a line that the writer ended, not one that a mail program wrapped
	blank // end of a paragraph
)

// piece is a unit of reading: one token, or several that belong together.
type piece struct {
	kind    kind
	class   class
	capital bool // starts with a capital letter
	upper   bool // two letters or more, all capitals
	space   bool // white space stands before it
	owner   bool // ends in 's: the thing is meant, not the person
	ideo    bool // Chinese, Japanese or Korean characters
	span    token.Span
	text    string // as written, without 's and the dot of an abbreviation
	lower   string // folded
}

// is reports whether p has one of the classes.
func (p *piece) is(c class) bool { return p.class&c != 0 }

// ends reports whether p ends a line, a cell or a paragraph.
func (p *piece) ends() bool { return p.kind >= cell }

// sign reports whether p is that sign; dashes are "-", all quotation marks are `"`.
func (p *piece) sign(s string) bool { return p.kind == sign && p.lower == s }

// pieces cuts tokens into pieces. Line ends that a mail program made by wrapping are left out.
// So are the marks of quoted lines, and "<https://…>" behind a word that was a hyperlink. quoted is the first piece
// that was quoted; the number of pieces where none was.
func pieces(text string, toks []token.Token) (out []piece, quoted int) {
	c := joiner{text: text, toks: toks, wrapped: wrapWidth(text), quoted: -1, out: make([]piece, 0, len(toks))}
	links := token.Links(toks)
	for c.at < len(toks) {
		switch {
		case len(links) > 0 && links[0].From == c.at:
			c.address(links[0])
			links = links[1:]
		case c.quoteMark(), len(links) > 0 && c.target(links[0]):
		default:
			c.next()
		}
		for len(links) > 0 && links[0].From < c.at {
			links = links[1:]
		}
	}
	if c.quoted < 0 {
		c.quoted = len(c.out)
	}
	return c.out, c.quoted
}

// quoteMark passes the ">" before a quoted line.
func (c *joiner) quoteMark() bool {
	if c.toks[c.at].Lower != ">" || len(c.out) > 0 && !c.out[len(c.out)-1].ends() {
		return false
	}
	if c.quoted < 0 {
		c.quoted = len(c.out)
	}
	c.at++
	return true
}

// target passes "<https://…>", where the word before it leads.
func (c *joiner) target(l token.Span) bool {
	if c.toks[c.at].Lower != "<" || l.From != c.at+1 || l.To >= len(c.toks) || c.toks[l.To].Lower != ">" {
		return false
	}
	if !strings.Contains(c.text[c.toks[l.From].Start:c.toks[l.To-1].End], "://") {
		return false
	}
	c.at, c.soft = l.To+1, true
	return true
}

type joiner struct {
	text    string
	toks    []token.Token
	at      int
	start   int // byte offset of the line's start
	wrapped int // width at which lines were wrapped; 0 where they were not
	soft    bool
	quoted  int // first piece that was quoted, -1 before it
	out     []piece
}

func (c *joiner) add(k kind, to int) *piece {
	t := &c.toks[c.at]
	c.out = append(c.out, piece{
		kind: k, space: t.Space || c.soft, span: token.Span{From: c.at, To: to},
		text: c.text[t.Start:c.toks[to-1].End], lower: t.Lower,
	})
	c.at, c.soft = to, false
	return &c.out[len(c.out)-1]
}

func (c *joiner) address(s token.Span) {
	k := link
	raw := c.text[c.toks[s.From].Start:c.toks[s.To-1].End]
	if strings.Contains(raw, "@") && !strings.Contains(raw, "://") {
		k = mail
	}
	c.add(k, s.To)
}

func (c *joiner) next() {
	switch t := &c.toks[c.at]; t.Kind {
	case token.Word:
		c.word()
	case token.Number:
		c.add(number, c.at+1)
	case token.Cell:
		c.add(cell, c.at+1)
	case token.Line:
		c.line(t)
	case token.Blank:
		c.start = t.End
		c.add(blank, c.at+1)
	default:
		c.add(sign, c.at+1)
	}
}
