package parse

import (
	"strings"

	"roundtwo/parse/token"
)

// word is a word or number of the document; phrases are found over words, so that "on-site", "on site" and a line that
// was wrapped between them are one.
type word struct {
	lower  string
	number int32 // as in the tables of phrases; 0 where no phrase has the word
	tok    int
	apart  bool // a dash or a bar stands before it: "2nd interview - Practice Coordinator"
}

// unit is a sentence: a run of tokens that states one thing.
type unit struct {
	token.Span
	words   token.Span // of document.words
	subject bool
	ask     bool // ends with "?"
	mean    meaning
	hits    []hit
}

// document is the text that a message is judged by: subject and body in one, so that every finding has one kind of
// position.
type document struct {
	text     string
	language string // of the message, "" where unknown
	toks     []token.Token
	body     int // the first token after the subject
	words    []word
	units    []unit
	lines    []token.Span
	of       []int  // the unit of each token
	row      []int  // the line of each token
	link     []bool // of each token: it is part of a web or mail address, whose words say nothing
	table    []bool // of each line: it is a row of cells
	width    int    // of wrapped lines, 0 where none are
}

func read(subject, body string) *document {
	d := &document{text: subject + "\n\n" + body}
	d.toks = token.Cut(d.text)
	for d.body < len(d.toks) && d.toks[d.body].Start < len(d.text)-len(body) {
		d.body++
	}
	d.lines = token.Lines(d.toks)
	d.of, d.row, d.link = make([]int, len(d.toks)), make([]int, len(d.toks)), make([]bool, len(d.toks))
	d.table = make([]bool, len(d.lines))
	for i, l := range d.lines {
		for t := l.From; t < l.To; t++ {
			d.row[t] = i
			d.table[i] = d.table[i] || d.toks[t].Kind == token.Cell
		}
	}
	d.width = d.wrapWidth()
	for _, l := range token.Links(d.toks) {
		for i := l.From; i < l.To; i++ {
			d.link[i] = true
		}
	}
	d.cutUnits()
	return d
}

// at is the text of a span, on one line.
func (d *document) at(s token.Span) string {
	return strings.Join(strings.Fields(s.Text(d.text, d.toks)), " ")
}

// maxUnit is how many tokens a sentence may have: what is compared within a sentence stays cheap in a text without an
// end.
const maxUnit = 250

func (d *document) cutUnits() {
	from := 0
	for i := range d.toks {
		if d.endsUnit(i) || i-from >= maxUnit {
			d.addUnit(from, i+1)
			from = i + 1
		}
	}
	d.addUnit(from, len(d.toks))
}

func (d *document) addUnit(from, to int) {
	numbers := phrases().signs.numbers
	u := unit{Span: token.Span{From: from, To: to}, words: token.Span{From: len(d.words)}, subject: to <= d.body}
	for i := from; i < to; i++ {
		t := d.toks[i]
		d.of[i] = len(d.units)
		switch n := len(d.words); {
		case d.link[i]:
		case t.Kind == token.Word && !t.Space && i > from && n > 0 && d.words[n-1].tok == i-1 && d.toks[i-1].Kind == token.Number && ordinalEndings[t.Lower]:
			joined := d.words[n-1].lower + t.Lower
			d.words[n-1].lower, d.words[n-1].number = joined, numbers[joined]
		case t.Kind == token.Word || t.Kind == token.Number:
			d.words = append(d.words, word{t.Lower, numbers[t.Lower], i, i > from && d.parts(i-1)})
		}
		u.ask = u.ask || t.Is("?")
	}
	if u.words.To = len(d.words); u.words.To > u.words.From {
		d.units = append(d.units, u)
	} else if len(d.units) > 0 {
		d.units[len(d.units)-1].To = to
		for i := from; i < to; i++ {
			d.of[i] = len(d.units) - 1
		}
	}
}

// parts reports whether token i divides what stands before it from what follows.
func (d *document) parts(i int) bool {
	t := d.toks[i]
	return t.Space && (t.Is("-") || t.Is("|") || t.Is("•"))
}

// endsUnit reports whether token i ends a sentence: an empty line, a cell, the end of a line that was not wrapped, or
// a full stop before a capital.
func (d *document) endsUnit(i int) bool {
	t := d.toks[i]
	switch t.Kind {
	case token.Blank, token.Cell:
		return true
	case token.Line:
		return !d.wrapped(i)
	case token.Punct:
		return d.stop(i)
	}
	return false
}

func (d *document) stop(i int) bool {
	t := d.toks[i]
	if i+1 >= len(d.toks) || (!t.Is(".") && !t.Is("!") && !t.Is("?") && !t.Is("…")) {
		return false
	}
	next := d.toks[i+1]
	if !next.Space || next.Ends() {
		return t.Is("!") || t.Is("?")
	}
	if t.Is(".") && i > 0 && !t.Space {
		if last := d.toks[i-1]; last.Kind == token.Word && shortens(last) || last.Kind == token.Number && d.ordinal(i-1) {
			return false
		}
	}
	return next.Kind != token.Word || next.Text != next.Lower
}

// ordinal reports whether the full stop after the number at token i is no end: "3. November", "2. Gespräch", or the
// number of a list.
func (d *document) ordinal(i int) bool {
	first := i == 0 || d.toks[i-1].Ends()
	return len(d.toks[i].Text) <= 2 && (first || i+2 < len(d.toks) && ordered[d.toks[i+2].Lower])
}

// ordered are words that an ordinal stands before, written with a capital.
var ordered = wordSet(`januar janner februar marz april mai juni juli august september oktober november dezember january february
	march may june july october december gesprach interview vorstellungsgesprach runde stock etage obergeschoss termin`)

// shortens reports whether a full stop after the word belongs to an abbreviation: "Dr.", "J.".
func shortens(t token.Token) bool { return len(t.Text) == 1 || abbreviations[t.Lower] }

var abbreviations = wordSet(`dr mr mrs ms mx prof st ste no nr tel sr jr inc ltd co dipl ing univ vs etc approx ext jan feb mar
	apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun hr hrn fr frau bzw z b ca evtl ggf
	str sig ra sra srta dra exmo av c avda rua blvd ave rd mme mlle dott dssa avv arch dhr mevr ing ir drs bldg rm fl
	min mins hrs std uhr pm am a p e i g u req resp inkl zzgl`)

// ordinalEndings make a number an ordinal: "2nd", "2e", "2º".
var ordinalEndings = wordSet("st nd rd th e eme ieme de ste er re º ª o a")

func wordSet(list string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		out[w] = true
	}
	return out
}

// Widths, in bytes, at which mail programs wrap.
const (
	narrowest = 50
	widest    = 100
)

// wrapWidth is the width at which the body was wrapped by a program, 0 where its lines were ended by the writer: one
// of them is longer than any program wraps, or none is long.
func (d *document) wrapWidth() int {
	width := 0
	for _, l := range d.lines {
		w := d.toks[l.To-1].End - d.toks[l.From].Start
		switch {
		case l.From < d.body || strings.Contains(l.Text(d.text, d.toks), "://"):
		case w > widest:
			return 0
		default:
			width = max(width, w)
		}
	}
	if width < narrowest {
		return 0
	}
	return width
}

// wrapped reports whether the sentence goes on after the end of line i: the first word of the next line would not have
// fitted on it.
func (d *document) wrapped(i int) bool {
	if i == 0 || i+1 >= len(d.toks) || i < d.body {
		return false
	}
	last, next := d.toks[i-1], d.toks[i+1]
	if next.Ends() || last.Is(".") || last.Is("!") || last.Is("?") || last.Is(":") || d.table[d.row[i-1]] || d.table[d.row[i+1]] ||
		next.Kind == token.Punct && !next.Is("(") && !next.Is(`"`) && !next.Is("'") {
		return false
	}
	line := d.lines[d.row[i-1]]
	width := d.toks[line.To-1].End - d.toks[line.From].Start
	if d.width == 0 {
		return width > longLine && (last.Kind == token.Word || last.Is(",")) && next.Kind == token.Word
	}
	return width >= narrowest-10 && width+1+d.wordWidth(i+1) > d.width
}

// longLine is how wide a line is that nobody ends in the middle of a sentence on purpose.
const longLine = 84

// wordWidth is the width of the run without white space that begins at token i.
func (d *document) wordWidth(i int) int {
	end := i + 1
	for end < len(d.toks) && !d.toks[end].Space && !d.toks[end].Ends() {
		end++
	}
	return d.toks[end-1].End - d.toks[i].Start
}
