package drafts

import "strings"

// The templates of the letters are written in a small Markdown. A line is
//
//	# Title   ## Section   ### Card   - item   - [ ] item to tick   > quoted line   ~ small print   ! warning   ---
//	Label :: value             (a line without a label goes on with the value above)
//	| cell | cell |            (a row of dashes under the first row makes it the header)
//	=> answer | [label](url)   (a ready answer)
//
// and any other line belongs to a paragraph. Within a line: **bold**, [text](url), ==marked==, and a backslash before
// any character takes its meaning away. Data is escaped by the template engine (templates.go), never by the template.

// form is what a block is.
type form string

const (
	title    form = "title"
	section  form = "section"
	card     form = "card"
	para     form = "para"
	list     form = "list"
	ticks    form = "ticks"
	quoted   form = "quoted"
	small    form = "small"
	warning  form = "warning"
	rule     form = "rule"
	pairs    form = "pairs"
	table    form = "table"
	answers  form = "answers"
	nothing  form = ""
	maxCells      = 8
)

// span is a run of text in one style.
type span struct {
	Text string
	URL  string
	Bold bool
	Mark bool
}

// Plain reports whether s has no style: by far the most have none, and are written first.
func (s span) Plain() bool { return s.URL == "" && !s.Mark && !s.Bold }

// line is one item, cell or line of text.
type line []span

// block is one part of a letter. Lines holds items, or lines of a quote; Rows holds cells.
type block struct {
	Form  form
	Lines []line
	Rows  [][]line
	Head  bool // the first row is a header
}

// Text gives l without its styles.
func (l line) Text() string {
	var b strings.Builder
	for _, s := range l {
		b.WriteString(s.Text)
	}
	return b.String()
}

var prefixes = []struct {
	mark string
	form form
}{
	{"### ", card}, {"## ", section}, {"# ", title}, {"- [ ] ", ticks}, {"- ", list}, {"> ", quoted}, {"~ ", small},
	{"! ", warning}, {"=> ", answers}, {"| ", table},
}

// parseMarkdown reads a letter. Anything is accepted: what has no meaning is a paragraph.
func parseMarkdown(source string) []block {
	p := parser{}
	for _, l := range strings.Split(source, "\n") {
		p.read(strings.TrimSpace(l))
	}
	return p.blocks
}

type parser struct {
	blocks []block
	gap    bool // an empty line came since the last block
}

func (p *parser) read(l string) {
	switch f, rest := p.classify(l); f {
	case nothing:
		p.gap = true
		return
	case title, section, card, rule:
		p.blocks = append(p.blocks, block{Form: f, Lines: []line{parseLine(rest)}})
	case list, ticks:
		p.open(f, true).add(parseLine(rest))
	case quoted, small, warning:
		p.open(f, false).add(parseLine(rest))
	case pairs:
		p.pair(rest)
	case table:
		p.row(rest)
	case answers:
		p.open(f, true).addRow(cells(rest))
	case para:
		p.paragraph(rest)
	}
	p.gap = false
}

func (p *parser) classify(l string) (form, string) {
	switch {
	case l == "":
		return nothing, ""
	case l == "---":
		return rule, ""
	case l == ">":
		return quoted, ""
	}
	for _, x := range prefixes {
		if rest, ok := strings.CutPrefix(l, x.mark); ok {
			return x.form, rest
		}
	}
	if strings.HasPrefix(l, ":: ") || strings.Contains(l, " :: ") {
		return pairs, l
	}
	return para, l
}

// open gives the last block where it has form f, a new one otherwise. Lists go on over empty lines, which conditions in
// a template leave behind; quotes and warnings do not.
func (p *parser) open(f form, overGap bool) *block {
	if n := len(p.blocks); n > 0 && p.blocks[n-1].Form == f && (overGap || !p.gap) {
		return &p.blocks[n-1]
	}
	p.blocks = append(p.blocks, block{Form: f})
	return &p.blocks[len(p.blocks)-1]
}

func (b *block) add(l line)      { b.Lines = append(b.Lines, l) }
func (b *block) addRow(r []line) { b.Rows = append(b.Rows, r) }

func (p *parser) paragraph(l string) {
	b := p.open(para, false)
	if len(b.Lines) == 0 {
		b.add(parseLine(l))
		return
	}
	b.Lines[0] = append(append(b.Lines[0], span{Text: " "}), parseLine(l)...)
}

func (p *parser) pair(l string) {
	label, value, _ := strings.Cut(l, ":: ")
	p.open(pairs, true).addRow([]line{parseLine(strings.TrimSpace(label)), parseLine(value)})
}

func (p *parser) row(l string) {
	if strings.Trim(l, "-| ") == "" {
		if n := len(p.blocks); n > 0 && p.blocks[n-1].Form == table && len(p.blocks[n-1].Rows) == 1 {
			p.blocks[n-1].Head = true
		}
		return
	}
	p.open(table, true).addRow(cells(l))
}

// cells cuts a row at its unescaped bars.
func cells(l string) []line {
	var out []line
	l = strings.TrimSpace(strings.TrimSuffix(l, " |"))
	start := 0
	for i := 0; i < len(l) && len(out) < maxCells; i++ {
		switch l[i] {
		case '\\':
			i++
		case '|':
			out = append(out, parseLine(strings.TrimSpace(l[start:i])))
			start = i + 1
		}
	}
	return append(out, parseLine(strings.TrimSpace(l[start:])))
}

// parseLine reads the styles within a line.
func parseLine(l string) line {
	r := lineReader{rest: l}
	for r.rest != "" {
		r.step()
	}
	r.flush()
	return r.out
}

type lineReader struct {
	rest string
	text []byte
	bold bool
	mark bool
	out  line
}

func (r *lineReader) step() {
	switch {
	case r.rest[0] == '\\' && len(r.rest) > 1:
		r.text = append(r.text, r.rest[1])
		r.rest = r.rest[2:]
	case strings.HasPrefix(r.rest, "**"):
		r.flush()
		r.bold, r.rest = !r.bold, r.rest[2:]
	case strings.HasPrefix(r.rest, "=="):
		r.flush()
		r.mark, r.rest = !r.mark, r.rest[2:]
	case r.rest[0] == '[' && r.link():
	default:
		r.text = append(r.text, r.rest[0])
		r.rest = r.rest[1:]
	}
}

func (r *lineReader) flush() {
	if len(r.text) > 0 {
		r.out = append(r.out, span{Text: string(r.text), Bold: r.bold, Mark: r.mark})
		r.text = r.text[:0]
	}
}

// link reads [text](url) at the start of rest.
func (r *lineReader) link() bool {
	end := unescaped(r.rest, "](")
	if end < 0 {
		return false
	}
	url := r.rest[end+2:]
	stop := strings.IndexByte(url, ')')
	if stop < 0 {
		return false
	}
	r.flush()
	r.out = append(r.out, span{Text: unescape(r.rest[1:end]), URL: url[:stop], Bold: r.bold})
	r.rest = url[stop+1:]
	return true
}

// unescaped is where mark stands in s with no backslash before it, -1 where it does not.
func unescaped(s, mark string) int {
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' {
			i++
		} else if strings.HasPrefix(s[i:], mark) {
			return i
		}
	}
	return -1
}

func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b = append(b, s[i])
	}
	return string(b)
}

// special holds every character that the Markdown gives a meaning, anywhere in a line.
const special = "\\*[]()|=#>~!-:"

// escape makes foreign text one line that means nothing to the Markdown.
func escape(s string) string {
	s = clean(s)
	if !strings.ContainsAny(s, special) {
		return s
	}
	b := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); i++ {
		if strings.IndexByte(special, s[i]) >= 0 {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return string(b)
}
