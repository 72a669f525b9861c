package when

import "sort"

// columnLines is how far below its heading a column of a table is followed.
const columnLines = 40

// heading is a line that names a day in several cells: the head of columns.
type heading struct {
	line int
	days []*dayItem // in order; each with its column
	cols []int
}

// maxColumns is how many columns of a table are told apart.
const maxColumns = 30

// findHeadings finds the lines that name days in two cells or more, and nothing but days.
func (j *joiner) findHeadings() {
	timed := map[int]bool{}
	for _, t := range j.times {
		timed[t.line] = true
	}
	for k := 0; k < len(j.days); {
		h := heading{line: j.days[k].line}
		for ; k < len(j.days) && j.days[k].line == h.line; k++ {
			d := j.days[k]
			if d.filled || d.weekly || len(h.cols) == maxColumns {
				continue
			}
			if col := j.marks[d.mark].column; len(h.cols) == 0 || col > h.cols[len(h.cols)-1] {
				h.days, h.cols = append(h.days, d), append(h.cols, col)
			}
		}
		if len(h.days) > 1 && !timed[h.line] {
			j.headings = append(j.headings, h)
		}
	}
}

// columnDay gives the day at the head of the column in which a clock time stands; nil where it stands in none.
func (j *joiner) columnDay(t *timeItem) *dayItem {
	k := sort.Search(len(j.headings), func(k int) bool { return j.headings[k].line >= t.line }) - 1
	if k < 0 {
		return nil
	}
	h := &j.headings[k]
	if t.line-h.line > columnLines || j.dayBetween(h.line, t) {
		return nil
	}
	for n, c := range h.cols {
		if c == j.marks[t.mark].column {
			return h.days[n]
		}
	}
	return nil
}

// dayBetween reports whether another day begins a line between a heading and t.
func (j *joiner) dayBetween(line int, t *timeItem) bool {
	last := j.dayBefore(t.mark)
	for k := last; k >= max(0, last-reach) && j.days[k].line > line; k-- {
		if j.marks[j.days[k].mark].column == 0 {
			return true
		}
	}
	return false
}
