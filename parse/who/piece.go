package who

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"roundtwo/parse/token"
)

// kind is what a piece is.
type kind uint8

const (
	word kind = iota // "O'Dell", "Mei-Ling", "Dr." and "P." are one piece each
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

// line keeps the end of a line unless the next word would not have fitted on it, or format=flowed left a space there.
func (c *joiner) line(t *token.Token) {
	width := utf8.RuneCountInString(c.text[c.start:t.Start])
	start := c.start
	c.start = t.End
	if c.at+1 < len(c.toks) && start < t.Start && c.mayGoOn() {
		next := c.text[t.End:]
		if n := strings.IndexAny(next, " \t\n"); n >= 0 {
			next = next[:n]
		}
		full := c.wrapped > 0 && width+1+utf8.RuneCountInString(next) > c.wrapped
		if (full || t.Space && width > 30 || width > 30 && openWords[c.toks[c.at-1].Text]) && !strings.HasSuffix(next, ":") {
			c.at++
			c.soft = true
			return
		}
	}
	c.add(line, c.at+1)
}

// openWords are words that no line ends with, unless it was wrapped.
var openWords = set("the", "a", "an", "of", "and", "with", "to", "for", "at", "our", "your", "by", "in", "on", "or", "is", "will", "you", "we", "be", "from", "as", "my", "his", "her", "their", "this", "that")

// mayGoOn reports whether the next line can go on with the sentence: it starts with no bullet
// and no time, and the line before is no row of a table.
func (c *joiner) mayGoOn() bool {
	next := &c.toks[c.at+1]
	if next.Kind == token.Number && c.at+2 < len(c.toks) && !c.toks[c.at+2].Space && c.toks[c.at+2].Lower != "." {
		return false // "09:30", a row of its own
	}
	for i := c.at - 1; i >= 0 && !c.toks[i].Breaks(); i-- {
		if c.toks[i].Kind == token.Cell {
			return false
		}
	}
	return next.Kind == token.Word || next.Kind == token.Number || next.Lower == "(" || next.Lower == `"`
}

// Widths at which mail programs wrap; some people's editors take wider lines.
const minWrap, maxWrap, wideWrap = 58, 84, 125

// wrapWidth gives the width at which text was wrapped: its longest line, where all are that short; 0 where it was not.
// Wide lines are taken for wrapped only where several are about as long.
func wrapWidth(text string) int {
	longest, near := 0, 0
	for l := range strings.SplitSeq(text, "\n") {
		width := utf8.RuneCountInString(l)
		switch {
		case width > maxWrap && strings.Contains(l, "://"):
			continue
		case width > wideWrap:
			return 0
		case width > longest+10:
			longest, near = width, 1
		case width > longest-10:
			longest, near = max(longest, width), near+1
		}
	}
	if longest < minWrap || longest > maxWrap && near < 3 {
		return 0
	}
	return longest
}

// word joins "Mei-Ling", "O'Dell" and "you'll", takes the dot of an abbreviation and sets 's apart.
func (c *joiner) word() {
	first := c.at
	if r, _ := utf8.DecodeRuneInString(c.toks[first].Text); r >= 0x2E80 && ideograph(r) {
		c.ideographs()
		return
	}
	to, owner := c.wordEnd(first)
	end := to
	if owner {
		end -= 2
	}
	p := c.add(word, to)
	p.owner = owner
	p.text = c.text[c.toks[first].Start:c.toks[end-1].End]
	p.lower = c.lower(first, end)
	c.dress(p, first, end)
	if c.at < len(c.toks) && !owner && c.abbreviation(p) {
		c.at++
		p.span.To = c.at
	}
}

// wordEnd gives the end of the word that starts at token i, and whether it ends in 's.
func (c *joiner) wordEnd(i int) (to int, owner bool) {
	to = i + 1
	for to+1 < len(c.toks) && !c.toks[to].Space && !c.toks[to+1].Space {
		join, next := c.toks[to].Lower, &c.toks[to+1]
		if join != "'" && join != "-" || next.Kind != token.Word && !(join == "-" && next.Kind == token.Number && to == i+1) {
			break
		}
		if join == "'" && next.Lower == "s" {
			return to + 2, capital(c.toks[i].Text) && c.toks[i].Lower != "it"
		}
		to += 2
	}
	return to, false
}

// lower joins the folded words, with plain apostrophes and hyphens.
func (c *joiner) lower(from, to int) string {
	if to == from+1 {
		return c.toks[from].Lower
	}
	var b strings.Builder
	for _, t := range c.toks[from:to] {
		b.WriteString(t.Lower)
	}
	return b.String()
}

// dress sets what kind of word p is. A compound is also what its last part is, where it begins small or has no entry.
func (c *joiner) dress(p *piece, first, end int) {
	p.capital = capital(p.text)
	p.upper = p.capital && allUpper(p.text)
	p.class = lexicon[p.lower]
	if len(p.lower) <= 3 && len(p.text) > len(p.lower) {
		p.class &^= org | acronym | role | timeword | stop // "Sá" is not "SA"
	}
	if p.is(acronym) && p.upper {
		p.class |= role
	}
	if end > first+1 {
		p.class |= lexicon[c.toks[first].Lower] & leads
	}
	if p.class&^leads == 0 && end > first+1 {
		last := lexicon[c.toks[end-1].Lower]
		p.class |= last & (role | department)
		if p.capital && isGiven(c.toks[first].Lower) {
			p.class |= given
		}
	}
	if one, plural := strings.CutSuffix(p.lower, "s"); plural && p.class&^leads == 0 {
		p.class |= lexicon[one] & role
	}
	if p.class&^leads == 0 && len(p.lower) > 7 && isTrade(p.lower) {
		p.class |= role
	}
	if p.capital && !p.is(timeword|tool) && !(p.is(stop) && c.opens()) && isGiven(p.lower) {
		p.class |= given
	}
}

// opens reports whether the word just added opens a sentence or line.
func (c *joiner) opens() bool {
	n := len(c.out) - 2
	return n < 0 || c.out[n].ends() || c.out[n].sign(".")
}

// isTrade tells a trade by its ending: "hydrologist", "choirmaster", "stockperson".
func isTrade(lower string) bool {
	for _, end := range [...]string{"ologist", "ographer", "master", "person", "worker", "therapist", "iatrist", "leiter", "leiterin", "ingenieur", "ingenieurin", "berater", "beraterin", "entwickler", "entwicklerin", "techniker", "technikerin", "pfleger", "pflegerin", "lehrer", "lehrerin", "arbeiter", "arbeiterin", "assistentin", "fachkraft", "mechaniker", "mechanikerin", "verkaufer", "verkauferin", "monteur", "fahrer", "kaufmann", "kauffrau", "meister", "gartner"} {
		if strings.HasSuffix(lower, end) {
			return true
		}
	}
	return false
}

// abbreviation reports whether the dot at c.at belongs to p: an initial or a title such as "Dr.".
func (c *joiner) abbreviation(p *piece) bool {
	if t := &c.toks[c.at]; t.Lower != "." || t.Space {
		return false
	}
	if p.is(honorific) || p.lower == "st" || p.lower == "jr" || p.lower == "sr" {
		return true
	}
	return p.capital && utf8.RuneCountInString(p.text) == 1 && p.text != "I"
}

func (c *joiner) ideographs() {
	to := c.at + 1
	for to < len(c.toks) && !c.toks[to].Space && c.toks[to].Kind == token.Word {
		if r, _ := utf8.DecodeRuneInString(c.toks[to].Text); !ideograph(r) {
			break
		}
		to++
	}
	p := c.add(word, to)
	p.ideo, p.capital, p.lower = true, true, p.text
}

func ideograph(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

func allUpper(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}
