package drafts

import (
	"strings"
	"unicode"
)

// width of the plain part in columns: fits a narrow window with one level of quoting.
const width = 72

// plain writes the text part of a letter.
func plain(blocks []block) string {
	p := plainWriter{}
	p.Grow(8 << 10)
	for _, b := range blocks {
		p.block(b)
	}
	return strings.Trim(p.String(), "\n") + "\n"
}

type plainWriter struct{ strings.Builder }

func (p *plainWriter) block(b block) {
	if p.Len() > 0 {
		p.WriteByte('\n')
	}
	switch b.Form {
	case title:
		p.underlined(b.Lines[0].plain(), '=')
	case section:
		p.underlined(b.Lines[0].plain(), '-')
	case rule:
		p.WriteString(strings.Repeat("-", 24) + "\n")
	case list:
		p.items(b.Lines, "- ")
	case ticks:
		p.items(b.Lines, "[ ] ")
	case quoted:
		p.lines(b.Lines, "    ")
	case warning:
		p.lines(b.Lines, "!! ")
	case pairs:
		p.pairs(b.Rows)
	case answers:
		p.answers(b.Rows)
	case table:
		p.table(b)
	default:
		p.lines(b.Lines, "")
	}
}

func (p *plainWriter) underlined(s string, c byte) {
	lines := wrap(s, width)
	for _, l := range lines {
		p.WriteString(l + "\n")
	}
	last := columns(lines[len(lines)-1])
	p.WriteString(strings.Repeat(string(c), min(last, width)) + "\n")
}

// lines wraps each line on its own, with the same indent throughout.
func (p *plainWriter) lines(ls []line, indent string) {
	for _, l := range ls {
		p.hang(indent, indent, l.plain())
	}
}

func (p *plainWriter) items(ls []line, mark string) {
	for _, l := range ls {
		p.hang(mark, strings.Repeat(" ", len(mark)), l.plain())
	}
}

// hang writes s wrapped, the first line after first, the others after rest.
func (p *plainWriter) hang(first, rest, s string) {
	for i, l := range wrap(s, width-columns(rest)) {
		lead := rest
		if i == 0 {
			lead = first
		}
		p.WriteString(strings.TrimRight(lead+l, " ") + "\n")
	}
}

func (p *plainWriter) pairs(rows [][]line) {
	wide := 0
	for _, r := range rows {
		wide = max(wide, columns(r[0].plain()))
	}
	wide = min(wide, 16)
	for _, r := range rows {
		label := r[0].plain()
		if label != "" {
			label += ":"
		}
		p.hang(pad(label, wide+2), strings.Repeat(" ", wide+2), r[1].plain())
	}
}

func (p *plainWriter) answers(rows [][]line) {
	wide := 0
	for _, r := range rows {
		wide = max(wide, columns(r[0].plain()))
	}
	wide = min(wide, 20)
	for _, r := range rows {
		label := ""
		if len(r) > 1 {
			label = r[1].Text() // the mailto: behind it is of no use in the plain part
		}
		rest := strings.Repeat(" ", wide+5)
		p.hang("  "+pad(r[0].plain(), wide+3), rest, label)
		for _, more := range r[min(len(r), 2):] {
			p.hang(rest, rest, more.Text())
		}
	}
}

// table writes columns side by side where they fit, and otherwise the cells of a row below each other.
func (p *plainWriter) table(b block) {
	var wide [maxCells + 1]int
	for _, r := range b.Rows {
		for i, c := range r {
			wide[i] = max(wide[i], columns(c.plain()))
		}
	}
	total := 0
	for _, w := range wide {
		total += w + 2
	}
	for i, r := range b.Rows {
		if total > width+2*maxCells {
			p.stacked(r, b.Head && i == 0)
			continue
		}
		var s strings.Builder
		for j, c := range r {
			s.WriteString(pad(c.plain(), wide[j]+2))
		}
		p.WriteString(strings.TrimRight(s.String(), " ") + "\n")
	}
}

func (p *plainWriter) stacked(r []line, head bool) {
	if head {
		return
	}
	for i, c := range r {
		indent := "  "
		if i == 0 {
			indent = ""
		}
		if s := c.plain(); s != "" {
			p.hang(indent, indent, s)
		}
	}
}

// plain is l as text: a link shows its address, unless its text is that address already.
func (l line) plain() string {
	var b strings.Builder
	for _, s := range l {
		b.WriteString(s.Text)
		if s.URL == "" || strings.HasPrefix(s.URL, "mailto:") || strings.HasPrefix(s.URL, "tel:") || s.URL == s.Text {
			continue
		}
		b.WriteString(" <" + s.URL + ">")
	}
	return b.String()
}

// wrap breaks s at spaces into lines of at most n columns; a word that is longer stands alone. It gives one line at least.
func wrap(s string, n int) []string {
	if len(s) <= n {
		return []string{s}
	}
	indent := s[:len(s)-len(strings.TrimLeft(s, " "))]
	if len(indent) > n/2 {
		indent = ""
	}
	var out []string
	line := make([]byte, 0, n+8)
	line, used := append(line, indent...), len(indent)
	bare := true // no word stands in line yet
	for word := range strings.FieldsSeq(s) {
		w := columns(word)
		if !bare && used+1+w > n {
			out = append(out, string(line))
			line, used, bare = line[:0], 0, true
		}
		if !bare {
			line, used = append(line, ' '), used+1
		}
		line, used, bare = append(line, word...), used+w, false
	}
	return append(out, string(line))
}

func pad(s string, n int) string {
	if c := columns(s); c < n {
		return s + strings.Repeat(" ", n-c)
	}
	return s + " "
}

// columns is the width of s in a terminal: wide East Asian characters and emoji take two.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Mn, r), r == '\u200d', r == '\ufe0f':
		case r >= 0x1100 && wideRune(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

func wideRune(r rune) bool {
	return r <= 0x115f || (r >= 0x2e80 && r <= 0xa4cf) || (r >= 0xac00 && r <= 0xd7a3) || (r >= 0xf900 && r <= 0xfaff) ||
		(r >= 0xfe30 && r <= 0xfe6f) || (r >= 0xff00 && r <= 0xff60) || (r >= 0xffe0 && r <= 0xffe6) || (r >= 0x1f300 && r <= 0x1faff) || (r >= 0x20000 && r <= 0x3fffd)
}
