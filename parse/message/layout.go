package message

import "strings"

// gap is the space that is due before the next word.
type gap int

const (
	none gap = iota
	space
	tab
	line
	paragraph
)

// layout writes words into lines, cells and paragraphs. White space is written when the next word comes, so that
// empty blocks leave none.
type layout struct {
	out    strings.Builder
	due    gap
	tabs   int // cell borders since the last word
	keep   int // open elements that keep white space
	depth  int // quote depth
	tables []tableState
	mark   bool // the last thing written is the bullet of a list item
}

// tableState is where an open table stands.
type tableState struct {
	cells  int  // filled cells of this row so far
	begun  bool // a cell of this row was begun
	broken bool // the last cell has several lines
	tall   bool // so has a cell of this row
	start  int  // length of the text where the cell began
}

func (l *layout) gap(g gap) {
	if g > l.due && !l.atCellStart() {
		l.due = g
	}
}

// atCellStart reports whether nothing stands in the open cell yet: blocks then begin in the line of the cell.
func (l *layout) atCellStart() bool {
	return l.mark || l.due == tab && len(l.tables) > 0
}

func (l *layout) lineBreak() {
	if l.atCellStart() && !l.mark {
		return
	}
	l.mark = false
	switch l.due {
	case line:
		l.due = paragraph
	case none, space:
		l.due = line
	}
}

// words writes text with its white space folded.
func (l *layout) words(s string) {
	if l.keep > 0 {
		l.kept(s)
		return
	}
	if l.due == line && isSpacer(s) {
		l.due = paragraph
		return
	}
	for len(s) > 0 {
		word := s
		i := strings.IndexAny(s, " \t\r\n\f\u00a0")
		if i >= 0 {
			word, s = s[:i], strings.TrimLeft(s[i:], " \t\r\n\f\u00a0")
		} else {
			s = ""
		}
		if word != "" && !invisibleWord(word) {
			l.write(word)
		}
		if i >= 0 && l.due == none {
			l.due = space
		}
	}
}

// isSpacer reports whether a text is a space that holds an empty line open.
func isSpacer(s string) bool {
	return strings.HasPrefix(s, "\u00a0") && strings.Trim(s, "\u00a0 \n\r\t") == ""
}

// kept writes preformatted text.
func (l *layout) kept(s string) {
	for s != "" {
		text, rest, more := strings.Cut(s, "\n")
		if text = strings.TrimRight(text, "\r"); strings.TrimSpace(text) != "" {
			l.write(text)
		}
		if more {
			l.due = max(l.due, line)
		}
		s = rest
	}
}

// invisibleWord reports whether a word is made of characters that show nothing: fillers behind a preview text.
func invisibleWord(w string) bool {
	if w[0] < 0x80 {
		return false
	}
	for _, r := range w {
		if r != 0x34f && (r < 0x200b || r > 0x200f) && r != 0xad && r != 0xfeff && r != 0x2007 {
			return false
		}
	}
	return true
}

func (l *layout) write(word string) {
	l.space()
	l.out.WriteString(word)
	l.due, l.tabs, l.mark = none, 0, false
}

// space writes the white space that is due.
func (l *layout) space() {
	if l.out.Len() == 0 {
		l.prefix()
		return
	}
	switch l.due {
	case space:
		l.out.WriteByte(' ')
	case tab:
		for range min(max(l.tabs, 1), 20) {
			l.out.WriteByte('\t')
		}
	case line:
		l.newLine()
	case paragraph:
		l.newLine()
		l.newLine()
	}
}

func (l *layout) newLine() {
	l.out.WriteByte('\n')
	l.prefix()
}

func (l *layout) prefix() {
	for range min(l.depth, 8) {
		l.out.WriteByte('>')
	}
	if l.depth > 0 {
		l.out.WriteByte(' ')
	}
}

// quote changes the quote depth.
func (l *layout) quote(by int) {
	l.due = max(l.due, line)
	l.depth += by
}

// table begins or ends a table.
func (l *layout) table(by int) {
	if by > 0 {
		l.gap(line)
		l.tables = append(l.tables, tableState{})
		return
	}
	if len(l.tables) > 0 {
		l.tables = l.tables[:len(l.tables)-1]
	}
	l.gap(line)
}

func (l *layout) top() *tableState {
	if len(l.tables) == 0 {
		return nil
	}
	return &l.tables[len(l.tables)-1]
}

func (l *layout) row() {
	l.gap(line)
	if t := l.top(); t != nil {
		*t = tableState{}
	}
}

// cell begins a cell. It stands in the line of the cell before it, unless that has several lines.
func (l *layout) cell() {
	t := l.top()
	if t == nil {
		l.gap(space)
		return
	}
	switch {
	case t.cells > 0 && t.broken:
		l.due = max(l.due, line)
	case t.cells > 0:
		l.due = tab
		l.tabs++
	case !t.begun:
		l.gap(line)
	}
	t.begun = true
	t.start = l.out.Len()
}

func (l *layout) endCell() {
	t := l.top()
	if t == nil {
		return
	}
	text := l.out.String()[min(t.start, l.out.Len()):]
	if text = strings.Trim(text, "\n\t> "); text == "" {
		return
	}
	t.cells++
	t.broken = len(text) > maxCell || strings.IndexByte(text, '\n') >= 0
	t.tall = t.tall || t.broken
	if !t.broken {
		l.due = space
	}
}

// endRow reports whether the row had two and more filled cells in one line. A row with several lines in its cells
// stands apart from the next.
func (l *layout) endRow() bool {
	t := l.top()
	l.tabs = 0
	if l.due <= tab {
		l.due = line
	}
	if t == nil {
		return false
	}
	if t.tall && t.cells > 1 {
		l.due = paragraph
	}
	return t.cells > 1 && !t.tall
}

// maxCell is how much text in one line is still a cell, in bytes.
const maxCell = 2000

func (l *layout) finish() string { return l.out.String() }
