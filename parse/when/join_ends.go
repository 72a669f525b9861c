package when

import (
	"sort"
	"time"

	"roundtwo/interview"
	"roundtwo/parse/token"
)

func conflict(field string, sessions ...interview.Session) interview.Conflict {
	c := interview.Conflict{Field: field, Sessions: sessions}
	for _, s := range sessions {
		c.Readings = append(c.Readings, spoken(s.Start)+" ("+s.Zone+")")
	}
	return c
}

// joinBetween joins the second hour of "between 2:00 tomorrow and 4:00". An hour of another day is a time of its own: what
// begins on one day and ends on another is a move, or a window with its last moment: "open from Monday at 9 to Friday at 5".
func (j *joiner) joinBetween(drafts []*draft) {
	var last *draft
	for _, x := range drafts {
		if x.time == nil || x.time.dropped || last != nil && j.closesBetween(last, x) {
			continue
		}
		if last != nil && !last.Old && last.to < 0 && x.to < 0 && last.DateStated && x.DateStated && last.day != x.day &&
			len(x.day.group) == 0 && j.r.rangeSign(last.Span.To, true) == x.Span.From && x.date.After(last.date) {
			last.Window, x.Deadline = true, true
		}
		last = x
	}
}

// closesBetween joins the second hour of "between 2:00 tomorrow and 4:00".
func (j *joiner) closesBetween(x, y *draft) bool {
	open := x.time.clock.between && !x.time.clock.ranged && x.to < 0
	if !open || y.to >= 0 || y.DateStated || !j.r.has(y.Span.From-1, roleAnd) {
		return false
	}
	x.to = y.from
	if x.to <= x.from {
		x.to += 12 * 60
	}
	x.Window, y.time.dropped = true, true
	return true
}

// joinEnds makes a clock time that ends what was said before its end: "End: 15:00", "shouldn't go past 8.30", or the
// next cell of a row.
func (j *joiner) joinEnds(drafts []*draft) {
	var last *draft
	for _, x := range drafts {
		if x.time == nil || x.time.dropped || !x.TimeStated {
			continue
		}
		if last != nil && !last.Deadline && x.to < 0 && (x.time.ends || j.nextCell(last, x) || j.fromToRows(last, x)) {
			j.end(last, x)
			continue
		}
		last = x
	}
}

// longest is the longest span of a day that an end said apart is believed of.
const longest = 12 * time.Hour

func (j *joiner) end(start, end *draft) {
	at := end.Start.Time
	if !end.DateStated || end.day == start.day || end.DayUnknown {
		at = moment(start.date, end.from, start.Start.Time.Location(), false).Time
		if !at.After(start.Start.Time) && len(end.time.clock.start.minutesOf(noPart)) == 2 {
			at = at.Add(12 * time.Hour)
		}
	}
	end.time.dropped = true
	if start.End.IsZero() && at.After(start.Start.Time) && at.Sub(start.Start.Time) <= longest {
		start.End = interview.At(at)
		start.Span.To = max(start.Span.To, min(end.Span.To, start.Span.To+12))
	}
}

// fromToRows reports whether x and y stand in rows "From: 10:00" and "To: 11:00".
func (j *joiner) fromToRows(x, y *draft) bool {
	gap := y.time.line - x.time.line
	return gap >= 0 && gap <= 1 && j.labelled(x.time, roleFrom) && j.labelled(y.time, roleTo) && y.from > x.from
}

// labelled reports whether a label of that role stands before a clock time.
func (j *joiner) labelled(t *timeItem, want role) bool {
	i := t.span.From - 1
	for i >= 0 && (j.r.is(i, ":") || j.r.kind(i, token.Cell)) {
		i--
	}
	return i < t.span.From-1 && i >= 0 && j.r.has(i, want) && (i == 0 || j.r.tok(i-1).Ends())
}

// nextCell reports whether y stands in the cell after x, with nothing else in either: start and end columns.
func (j *joiner) nextCell(x, y *draft) bool {
	a, b := x.time.span.To, y.time.span.From
	return x.to < 0 && x.day == y.day && x.time.line == y.time.line && b-a == 1 && j.r.tok(a).Ends() && (y.zone == x.zone ||
		y.time.zone == nil) && y.from > x.from
}

// giveLengths gives the lengths of time that are said to the readings they are said of.
func (j *joiner) giveLengths(drafts []*draft) {
	var left []*mark
	for i := range j.marks {
		m := &j.marks[i]
		if m.kind != lengthMark || m.long < 5*time.Minute || m.long > longest || j.otherLength(i) || j.followsPart(i) {
			continue
		}
		given := j.lengthOf(i, drafts)
		for _, x := range given {
			x.last(m.long)
		}
		if len(given) == 0 && m.long >= shortest {
			left = append(left, m)
		}
	}
	j.onlyLength(left, drafts)
}

// shortest is the least that a length is believed to be the conversation's without words that say so.
const shortest = 20 * time.Minute

func (x *draft) last(long time.Duration) {
	x.End, x.Duration = interview.At(x.Start.Time.Add(long)), true
}

// onlyLength gives the only length of the message to its only time: "we do it in pairs, one hour".
func (j *joiner) onlyLength(left []*mark, drafts []*draft) {
	var only *draft
	for _, x := range drafts {
		if x.TimeStated && !x.time.dropped && !x.gone() {
			if only != nil {
				return
			}
			only = x
		}
	}
	if only != nil && only.open() && len(left) == 1 && left[0].span.From > only.Span.From {
		only.last(left[0].long)
	}
}

// open reports whether a length can be given to the reading.
func (x *draft) open() bool {
	return x.TimeStated && x.End.IsZero() && !x.time.dropped && !x.Deadline && !x.Past && !x.Old && !x.Weekly && !x.Window
}

// lengthOf finds the readings that a length is said of: the one beside it, or by a word such as "lasts" the last one
// before it or the first after it, with all that are offered beside that one.
func (j *joiner) lengthOf(i int, drafts []*draft) []*draft {
	m := &j.marks[i]
	before, after := j.lengthNeighbours(m, drafts)
	beside := before != nil && (j.beside(before.Span.To, m.span.From) && before.time.line == m.line || j.besideZone(before, m))
	switch {
	case beside && before.open():
		return []*draft{before}
	case beside:
		return nil // it repeats what the range says, or is the length of a talk within a window
	case before != nil && before.open() && j.ownRow(before, m):
		return []*draft{before}
	case after != nil && j.beside(m.span.To, after.Span.From) && after.time.sentence == m.sentence:
		return []*draft{after}
	case !j.lasts(i):
		return nil
	case before != nil && before.open():
		return j.likewise(before, near(drafts, m), m)
	case before == nil && after != nil:
		return j.likewise(after, near(drafts, m), m)
	}
	return nil
}

// near gives the drafts around a mark that can belong to it.
func near(drafts []*draft, m *mark) []*draft {
	k := sort.Search(len(drafts), func(k int) bool { return drafts[k].Span.From >= m.span.From })
	return drafts[max(0, k-reach):min(len(drafts), k+reach)]
}

// lengthNeighbours finds the last reading before a length that it can be of, and the first after it.
func (j *joiner) lengthNeighbours(m *mark, drafts []*draft) (before, after *draft) {
	for _, x := range near(drafts, m) {
		switch {
		case !x.TimeStated || x.time.dropped:
		case x.Span.From < m.span.From:
			if x.open() || x.time.sentence == m.sentence && !x.gone() {
				before = x
			}
		case x.open():
			return before, x
		}
	}
	return before, nil
}

// rowLines is how far below its start the length of an entry in brackets may stand.
const rowLines = 3

// ownRow reports whether a length stands in the row or card of the reading: in brackets, or in a cell of its own.
func (j *joiner) ownRow(x *draft, m *mark) bool {
	bracket := j.r.skipSign(m.span.From-1, "([") == m.span.From
	cell := m.span.From > 0 && j.r.tok(m.span.From-1).Ends() && j.endsCell(m.span.To)
	return (bracket || cell) && m.line-x.time.line <= rowLines
}

func (j *joiner) endsCell(i int) bool { return i >= j.r.n || j.r.tok(i).Ends() }

func (x *draft) gone() bool { return x.Deadline || x.Past || x.Old || x.Weekly }

func (j *joiner) besideZone(x *draft, m *mark) bool {
	return x.time.sentence == m.sentence && m.span.From-x.Span.To <= 4 && x.time.line == m.line && j.lasts2(x.Span.To, m.span.From)
}

// lasts2 reports whether only a cue of length stands between.
func (j *joiner) lasts2(from, to int) bool {
	for i := from; i < to; i++ {
		if c, n := phraseAt(j.r, cuePhrases, i); n > 0 && c == cueLasts {
			return true
		}
	}
	return false
}

// likewise gives all readings that a length is said of: those beside x without an end of their own, where they are
// alternatives or the length is said of each.
func (j *joiner) likewise(x *draft, drafts []*draft, m *mark) []*draft {
	out := []*draft{x}
	each := false
	for i := m.span.To; i < m.span.To+4 && i < j.r.n; i++ {
		each = each || j.r.is(i, "each") || j.r.is(i, "jeweils") || j.r.is(i, "chacun") || j.r.is(i, "cada")
	}
	for _, y := range drafts {
		if y != x && y.open() && (each || y.time.clock.inList || x.time.clock.inList || j.offered(x, y)) {
			out = append(out, y)
		}
	}
	return out
}

// lasts reports whether words around a length say that something takes so long.
func (j *joiner) lasts(i int) bool {
	m := &j.marks[i]
	for k := i - 1; k >= 0 && j.marks[k].sentence == m.sentence && m.span.From-j.marks[k].span.To <= 10; k-- {
		if j.marks[k].kind == cueMark && j.marks[k].cue == cueLasts {
			return true
		}
	}
	for k := i + 1; k < len(j.marks) && j.marks[k].sentence == m.sentence && j.marks[k].span.From-m.span.To <= 3; k++ {
		if j.marks[k].kind == cueMark && j.marks[k].cue == cueLasts {
			return true
		}
	}
	return j.labelBefore(m)
}

// labelBefore reports whether "Duration:" stands before the mark, perhaps on the line above.
func (j *joiner) labelBefore(m *mark) bool {
	for i := m.span.From - 1; i >= 0 && i >= m.span.From-3; i-- {
		if c, n := phraseAt(j.r, cuePhrases, i); n > 0 && c == cueLasts {
			return true
		}
	}
	return false
}

// otherLength reports whether a length is no length of a conversation: "15 minutes early", "within 24 hours".
func (j *joiner) otherLength(i int) bool {
	m := &j.marks[i]
	if before := m.span.From - 1; j.r.is(before, "in") || j.r.is(before, "back") || j.r.is(before, "forward") || j.r.has(before-1, roleThe) && j.r.has(before, roleLast) ||
		j.r.word(before).ordinal > 0 {
		return true // "in ten minutes", "push it back an hour", "the first ten minutes"
	}
	for k := i - 1; k >= 0 && m.span.From-j.marks[k].span.To <= 1; k-- {
		if j.marks[k].kind == cueMark && j.marks[k].cue == cueNotLong {
			return true
		}
	}
	for k := i + 1; k < len(j.marks) && j.marks[k].span.From-m.span.To <= 2; k++ {
		if c := j.marks[k].cue; j.marks[k].kind == cueMark && (c == cueNotLong || c == cueDeadline) && j.marks[k].sentence == m.sentence {
			return true
		}
	}
	return false
}
