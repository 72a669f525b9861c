package when

import "roundtwo/parse/token"

// giveDays gives every clock time the day it is on: the one beside it, the one of its sentence, or the one that governs
// from before.
func (j *joiner) giveDays() {
	j.countAlive()
	var last *timeItem
	for k, t := range j.times {
		before, after := j.around(t)
		head := j.columnDay(t)
		switch {
		case head != nil && (before == nil || before.line != t.line):
			j.take(t, head, false)
		case before != nil && after != nil && j.splitDay(before, after):
			j.take(t, after, true)
		case before != nil && after != nil:
			if j.dayFirst(t.sentence) {
				after = before
			}
			j.take(t, after, true)
		case before != nil:
			j.take(t, before, true)
		case t.clock.inList && last != nil && last.day != nil && last.sentence == t.sentence && after == nil:
			j.take(t, last.day, last.beside)
		case after != nil && !(t.clock.inList && j.dayFirst(t.sentence) && last != nil && last.day != nil):
			j.take(t, after, true)
		case t.clock.inList && last != nil && last.day != nil:
			j.take(t, last.day, last.beside)
		case j.unreadDate(t):
		default:
			j.take(t, j.governing(t, k), false)
		}
		last = t
	}
}

// unreadReach is how many tokens before a clock time a date may stand that was not understood.
const unreadReach = 10

// unreadDate reports whether a date stands in front of a clock time that was not understood: the number of a day beside a
// year, or beside a word in foreign letters that means nothing here. No other day may then be taken for it.
func (j *joiner) unreadDate(t *timeItem) bool {
	dom, year, foreign := -1, -1, -1
	m := t.mark - 1
	for i := t.span.From - 1; i >= max(0, t.span.From-unreadReach) && !j.r.tok(i).Breaks(); i-- {
		for m >= 0 && j.marks[m].span.From > i {
			m--
		}
		if m >= 0 && j.marks[m].span.Contains(i) {
			return false
		}
		switch n := j.r.number(i); {
		case n >= 1 && n <= 31 && j.r.digits(i) <= 2:
			dom = i
		case j.r.digits(i) == 4 && plausibleYear(n):
			year = i
		case j.r.kind(i, token.Word) && j.r.mean[i] == nil && j.r.tok(i).Text[0] >= 0x80:
			foreign = i
		}
		if dom >= 0 && (year >= 0 && year-dom <= 5 && dom-year <= 5 || foreign >= 0 && foreign-dom <= 2 && dom-foreign <= 2) {
			return true
		}
	}
	return false
}

// countAlive notes for every day which one governs what stands below it.
func (j *joiner) countAlive() {
	j.alive = make([]int, len(j.days))
	last := -1
	for k, d := range j.days {
		if !d.gone() && !d.said.chain && !j.inAgendaRow(d) {
			last = k
		}
		j.alive[k] = last
	}
}

// inAgendaRow reports whether a day is named in passing in a row that begins with an hour: it rules no other row.
func (j *joiner) inAgendaRow(d *dayItem) bool {
	k := d.mark - 1
	for ; k >= 0 && d.mark-k < reach && j.marks[k].line == d.line; k-- {
		if t := j.timAt[k]; t != nil {
			return j.leadsLine(t.span.From) && !j.beside(t.span.To, d.span.From)
		}
	}
	return false
}

// leadsLine reports whether token i is the first of its line, but for a bullet or a number.
func (j *joiner) leadsLine(i int) bool {
	for n := 0; n < 3 && i-n > 0; n++ {
		if j.r.tok(i - n - 1).Breaks() {
			return true
		}
		if j.r.kind(i-n-1, token.Word) {
			return false
		}
	}
	return i == 0
}

func (j *joiner) take(t *timeItem, d *dayItem, beside bool) {
	if d == nil {
		return
	}
	t.day, t.beside = d, beside
	for _, e := range d.group {
		e.used = true
	}
	d.used = true
}

// around gives the days that stand right before and right after a clock time.
func (j *joiner) around(t *timeItem) (before, after *dayItem) {
	if k := j.dayBefore(t.mark); k >= 0 {
		d := j.days[k]
		if d.sentence == t.sentence && j.beside(d.span.To, t.span.From) && j.noTimeBetween(d.mark, t.mark) {
			before = d
		}
	}
	end := t.span.To
	if t.zone != nil {
		end = max(end, t.zone.span.To)
	}
	if k := j.dayAfter(t.mark); k >= 0 {
		d := j.days[k]
		if d.sentence == t.sentence && j.beside(end, d.span.From) && j.noTimeBetween(t.mark, d.mark) {
			after = d
		}
	}
	return before, after
}

func (j *joiner) noTimeBetween(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if j.marks[k].kind == clockMark {
			return false
		}
	}
	return true
}

// splitDay joins a weekday before and a date after a clock time: "quarter past ten on Thursday morning, 12 November" the
// other way round: "Thursday at 10, 12 November".
func (j *joiner) splitDay(before, after *dayItem) bool {
	if before.said.dated() || after.said.weekday > 0 || after.said.dom == 0 || weekdayOf(after.res.date) != before.said.weekday {
		return false
	}
	before.used = true
	return true
}

// dayFirst reports whether a sentence names its days before its hours.
func (j *joiner) dayFirst(sentence int) bool {
	if j.firstOf != sentence+1 {
		j.firstOf, j.firstIsDay = sentence+1, j.leadsWithDay(sentence)
	}
	return j.firstIsDay
}

func (j *joiner) leadsWithDay(sentence int) bool {
	lo, hi := 0, len(j.marks)
	for lo < hi {
		mid := (lo + hi) / 2
		if j.marks[mid].sentence < sentence {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for ; lo < len(j.marks) && j.marks[lo].sentence == sentence; lo++ {
		switch j.marks[lo].kind {
		case dayMark:
			if d := j.dayAt[lo]; d != nil && !d.gone() {
				return true
			}
		case clockMark:
			return false
		}
	}
	return false
}

// nearLines is how far below a clock time its day may stand: "Time: … / Date: …".
const nearLines = 3

// governing gives the day that rules a clock time which stands beside none: of its sentence, of an earlier line, or of
// a label row below it.
func (j *joiner) governing(t *timeItem, k int) *dayItem {
	b, a := j.dayBefore(t.mark), j.dayAfter(t.mark)
	first := j.dayFirst(t.sentence)
	if first || a < 0 || j.days[a].sentence != t.sentence {
		for i := b; i >= max(0, b-reach) && j.days[i].sentence == t.sentence; i-- {
			if j.days[i].gone() == t.gone() || !j.days[i].gone() {
				return j.days[i]
			}
		}
	}
	if a >= 0 && j.days[a].sentence == t.sentence && !j.days[a].gone() && j.noTimeBetween(t.mark, j.days[a].mark) {
		return j.days[a]
	}
	if a >= 0 && j.days[a].sentence == t.sentence && !j.days[a].gone() && k+1 < len(j.times) && j.times[k+1].clock.inList {
		return j.days[a]
	}
	if d := j.oldDay(t, b, a); d != nil {
		return d
	}
	if b >= 0 && j.alive[b] >= 0 {
		return j.days[j.alive[b]]
	}
	for i := a; i >= 0 && i < len(j.days) && j.days[i].line-t.line <= nearLines && i-a < reach; i++ {
		if d := j.days[i]; !d.gone() {
			return d
		}
	}
	return nil
}

// oldDay is the day of a sentence that gives up only its hour: "3pm rather than 2pm tomorrow".
func (j *joiner) oldDay(t *timeItem, before, after int) *dayItem {
	for _, k := range [2]int{after, before} {
		if k >= 0 && j.days[k].sentence == t.sentence && j.days[k].old && j.days[k].used && !j.days[k].past {
			return j.days[k]
		}
	}
	for k := after; k >= 0 && k < len(j.days) && j.days[k].sentence == t.sentence && k-after < reach; k++ {
		if j.days[k].old && !j.days[k].past {
			return j.days[k]
		}
	}
	return nil
}
