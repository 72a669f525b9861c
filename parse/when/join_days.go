package when

import (
	"sort"
	"time"
)

// mergeDays makes one of two days that say the same: "Thursday, 12 November", "14 July (Tuesday)", "tomorrow, 3 March",
// "Day: Thursday / Date: 26 March".
func (j *joiner) mergeDays() {
	kept := j.days[:0]
	for k, d := range j.days {
		if len(kept) > 0 {
			last := kept[len(kept)-1]
			if !j.echo(kept, k) && j.sameDay(last, d, k) {
				last.said = mergeDay(last.said, d.said)
				last.span.To = d.span.To
				j.dayAt[d.mark] = last
				continue
			}
		}
		kept = append(kept, d)
	}
	j.days = kept
}

// sameDay reports whether the day b, which follows a, only says more about it.
func (j *joiner) sameDay(a, b *dayItem, k int) bool {
	if a.said.several || b.said.several || !j.closeDays(a, b) {
		return false
	}
	switch {
	case a.said.nth > 0 || b.said.nth > 0:
		return false
	case a.said.dom == 0 && a.said.weekday > 0 && b.said.dated() && b.said.weekday == 0:
		return true
	case a.said.relative && b.said.dom > 0, a.said.relative && b.said.weekday > 0 && !b.said.dated():
		return true
	case a.said.dated() && a.said.weekday == 0 && b.said.weekday > 0 && b.said.dom == 0 && !b.said.relative:
		return !j.dateFollows(b, k)
	case a.said.weekday > 0 && a.said.dom > 0 && a.said.month == 0 && b.said.month > 0 && b.said.dom == a.said.dom:
		return true
	case a.said.weekday > 0 && a.said.dom == 0 && !a.said.relative && b.said.weekday == 0 && b.said.dom > 0:
		return true
	}
	// "next Tuesday (the 17th)", "Monday fortnight (the 21st)"
	return a.said.weekday > 0 && a.said.dom == 0 && b.said.dom > 0 && (b.said.weekday == 0 || b.said.weekday == a.said.weekday)
}

// echo reports whether day k begins a second naming of the several days before it: "Tuesday or Wednesday (17th/18th)".
func (j *joiner) echo(before []*dayItem, k int) bool {
	if len(before) < 2 || k+1 >= len(j.days) {
		return false
	}
	d, next := j.days[k], j.days[k+1]
	if d.said.weekday > 0 || next.said.weekday > 0 || j.r.skipSign(d.span.From-1, "(") != d.span.From {
		return false
	}
	list, _ := j.listBetween(before[len(before)-2], before[len(before)-1])
	more, _ := j.listBetween(d, next)
	return list && more
}

// dateFollows reports whether the weekday b begins the next date: "14 July, Tuesday 21 July".
func (j *joiner) dateFollows(b *dayItem, k int) bool {
	if k+1 >= len(j.days) {
		return false
	}
	next := j.days[k+1]
	return next.said.dated() && next.said.weekday == 0 && next.span.From-b.span.To <= 1
}

// labelWords stand between a weekday and its date in label rows.
var labelWords = wordSet(`date, day, datum, tag, fecha, data, interview`)

// closeDays reports whether nothing but signs, small words, parts of the day or a label stands between two days.
func (j *joiner) closeDays(a, b *dayItem) bool {
	if b.span.From-a.span.To > 6 {
		return false
	}
	for i := a.span.To; i < b.span.From; i++ {
		t := j.r.tok(i)
		switch {
		case t.Breaks():
			if b.line-a.line > 1 || !labelWords[lowerAt(j.r, i+1)] {
				return false
			}
		case j.r.skipSign(i, ",(-:.[|/)") > i, j.r.has(i, roleOn|roleThe|roleOf), j.r.word(i).part != noPart, labelWords[t.Lower],
			t.Ends():
		default:
			return false
		}
	}
	return true
}

// mergeDay joins what two days say; the date counts more than the distance, which must then agree with it.
func mergeDay(a, b day) day {
	m := b
	if a.dom > 0 && a.month > 0 || b.dom == 0 {
		m = a
	}
	m.weekday = max(a.weekday, b.weekday)
	m.part = max(a.part, b.part)
	m.next, m.this, m.weekSaid = false, false, false
	if m.dom > 0 {
		m.relative, m.chain, m.days = false, false, 0
	}
	return m
}

// giveParts gives "morning" to the day it stands beside.
func (j *joiner) giveParts() {
	for i := range j.marks {
		m := &j.marks[i]
		if m.kind != partMark {
			continue
		}
		var best *dayItem
		for _, k := range [2]int{j.dayBefore(i), j.dayAfter(i)} {
			if k < 0 || j.days[k].sentence != m.sentence {
				continue
			}
			d := j.days[k]
			if gap := max(d.span.From-m.span.To, m.span.From-d.span.To); gap <= 4 && (best == nil || gap < 2) {
				best = d
			}
		}
		if best != nil && best.said.part == noPart {
			best.said.part = m.part
		} else if best == nil {
			j.partOfTime(i)
		}
	}
}

// partOfTime gives "in the afternoon" to the clock time beside it, where no day stands there: "in the afternoon at 7".
func (j *joiner) partOfTime(i int) {
	for _, k := range [2]int{i - 1, i + 1} {
		if k < 0 || k >= len(j.marks) || j.marks[k].kind != clockMark || j.marks[k].sentence != j.marks[i].sentence {
			continue
		}
		gap := max(j.marks[i].span.From-j.marks[k].span.To, j.marks[k].span.From-j.marks[i].span.To)
		if t := j.timAt[k]; gap <= 3 && t.part == noPart {
			t.part = j.marks[i].part
		}
	}
}

// dayBefore is the index in days of the last day before mark i, -1 where there is none.
func (j *joiner) dayBefore(i int) int {
	lo, hi := 0, len(j.days)
	for lo < hi {
		mid := (lo + hi) / 2
		if j.days[mid].mark < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}

func (j *joiner) dayAfter(i int) int {
	k := j.dayBefore(i) + 1
	if k < len(j.days) && j.days[k].mark == i {
		k++
	}
	if k >= len(j.days) {
		return -1
	}
	return k
}

// giveWeeks lets "next week" speak of the weekdays in its sentence; where there are none, of those that follow, until a
// date is named.
func (j *joiner) giveWeeks() {
	for k := len(j.days) - 1; k > 0; k-- {
		if list, _ := j.listBetween(j.days[k-1], j.days[k]); list && j.days[k].said.weekSaid {
			j.days[k-1].takeWeek(j.days[k].said.week) // "Monday, Thursday or Friday next week"
		}
	}
	j.weekOf()
	for i := range j.marks {
		m := &j.marks[i]
		if m.kind != weekMark {
			continue
		}
		found := false
		b, a := j.dayBefore(i), j.dayAfter(i)
		for k := b; k >= max(0, b-reach) && j.days[k].sentence == m.sentence; k-- {
			found = j.days[k].takeWeek(m.week) || found
		}
		for k := a; k >= 0 && k < min(len(j.days), a+reach); k++ {
			d := j.days[k]
			if d.sentence != m.sentence && (found || m.week < 0 || d.said.dated() || d.line-m.line > 12) {
				break
			}
			d.takeWeek(m.week)
			found = found || d.sentence == m.sentence
		}
	}
}

// weekOf lets "the week of 7 December" speak of the weekdays that follow in its sentence and the list below.
func (j *joiner) weekOf() {
	if j.r.ref.Time.IsZero() {
		return
	}
	for k, d := range j.days {
		if d.said.month == 0 || !j.afterWeek(d.span.From) {
			continue
		}
		res, ok := j.r.ref.resolve(d.said, j.r.lang, false)
		if !ok {
			continue
		}
		week := weeksBetween(j.r.ref.today(), res.date)
		for n := k + 1; n < min(len(j.days), k+reach); n++ {
			e := j.days[n]
			if e.said.dated() || e.line-d.line > 12 {
				break
			}
			e.takeWeek(week)
		}
	}
}

// weekWords stand before the first day of a week: "week of", "w/c", "Woche vom", "semaine du".
var weekWords = wordSet(`week, weeks, wk, wc, c, woche, semaine, semana, settimana, vecka, veckan, uge, ugen, uke, uken, commencing, beginning,
	starting, tygodniu, неделе, неделю`)

func (j *joiner) afterWeek(i int) bool {
	for n := i - 1; n >= max(0, i-3); n-- {
		if weekWords[lowerAt(j.r, n)] {
			return true
		}
		if !j.r.has(n, roleOf|roleThe|roleOn|roleFrom|roleAway|roleAt) && j.r.skipSign(n, ":/") == n {
			return false
		}
	}
	return false
}

// weeksBetween counts the weeks, from Monday to Monday, between two days.
func weeksBetween(from, to time.Time) int {
	monday := func(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }
	return int(monday(to).Sub(monday(from)).Hours()) / (7 * 24)
}

// takeWeek puts a bare weekday into that week.
func (d *dayItem) takeWeek(week int) bool {
	s := &d.said
	if s.weekday == 0 || s.dated() || s.weekSaid || s.next || s.last || s.several && s.upto == 0 || s.days > 0 {
		return false
	}
	s.week, s.weekSaid, s.this = week, true, false
	d.weekly = d.weekly && !s.inOneWeek()
	return true
}

// resolveDays finds the day of the calendar for every day; days that do not exist are dropped.
func (j *joiner) resolveDays() {
	kept := j.days[:0]
	var filled []*dayItem
	today := j.r.ref.today()
	if j.r.ref.DayFirst == nil {
		j.r.ref.DayFirst = j.order()
	}
	var before *dayItem
	for _, d := range j.days {
		res, ok := j.resolve(d)
		if d.said.chain && before != nil {
			res, ok = resolved{date: before.res.date.AddDate(0, 0, d.said.days)}, true
		} else if d.said.chain {
			ok = false
		}
		if !ok {
			continue
		}
		before = d
		d.res = res
		d.told = d.told || d.said.last || d.said.relative && d.said.days < 0 && !d.said.chain
		d.past = d.past || res.date.Before(today)
		kept = append(kept, d)
		filled = append(filled, d.fill()...)
	}
	j.days = kept
	if len(filled) > 0 {
		j.days = append(j.days, filled...)
		sort.SliceStable(j.days, func(a, b int) bool { return j.days[a].mark < j.days[b].mark })
	}
}

// longAgo is when a date without a year that is told as past is rather the next such day: "your interview of 3 December",
// said in November.
const longAgo = 200 * 24 * time.Hour

func (j *joiner) resolve(d *dayItem) (resolved, bool) {
	ref := j.r.ref
	res, ok := ref.resolve(d.said, j.r.lang, d.past)
	if ok && d.past && d.said.year == 0 && d.said.month > 0 && ref.today().Sub(res.date) > longAgo {
		d.past, d.told = false, false
		return ref.resolve(d.said, j.r.lang, false)
	}
	if ok && d.past && d.said.year == 0 && !d.said.relative && !d.said.last {
		if ahead, ok := ref.resolve(d.said, j.r.lang, false); ok && ahead.date.After(res.date) {
			d.ahead = ahead.date
		}
	}
	return res, ok
}

// order tells from the rest of the message whether the day comes first in its numeric dates: by a date that can be read
// in one way only, or by an American zone; nil where nothing tells.
func (j *joiner) order() *bool {
	day, month := false, false
	for _, d := range j.days {
		if d.said.numeric {
			day, month = day || d.said.month > 12, month || d.said.dom > 12
		}
	}
	for i := range j.marks {
		if m := &j.marks[i]; m.kind == zoneMark && day == month && m.zone.zone != "" && hasPrefix(m.zone.zone, monthFirstZones) {
			return new(bool)
		}
	}
	if day == month {
		return nil
	}
	return &day
}

// spanDays joins the first and last day of a span: "3-5 March", "from 26 June to 28 June".
func (j *joiner) spanDays() {
	for k := 1; k < len(j.days); k++ {
		a, b := j.days[k-1], j.days[k]
		if a.sentence != b.sentence || a.weekly || b.weekly || a.old || a.through != nil || b.span.From < a.span.To {
			continue
		}
		from := a.span.From - 1
		if end := j.r.rangeSign(a.span.To, j.r.has(from, roleBetween)); end < 0 || j.r.skip(end, roleThe) != b.span.From {
			continue
		}
		j.alignYears(a, b)
		if b.res.date.After(a.res.date) {
			a.through, b.used = b, true
		}
	}
}

// alignYears lets the year said of one end of a span hold for the other: "Nov 18-Dec 19, 2027".
func (j *joiner) alignYears(a, b *dayItem) {
	if a.said.month == 0 || b.said.month == 0 {
		return
	}
	switch {
	case a.said.year == 0 && b.said.year > 0:
		a.said.year = b.said.year
		if a.said.month > b.said.month {
			a.said.year--
		}
		a.res, _ = j.r.ref.resolve(a.said, j.r.lang, a.past)
		a.past = a.res.date.Before(j.r.ref.today())
	case b.said.year == 0 && b.res.date.Before(a.res.date):
		b.res.date = b.res.date.AddDate(1, 0, 0)
	}
}

// maxGroup is the most days that one clock time is read for.
const maxGroup = 10

// groupDays joins days that share what is said after them: "Tuesday or Thursday afternoon", "(26th/27th)".
func (j *joiner) groupDays() {
	for k := 1; k < len(j.days); k++ {
		a, b := j.days[k-1], j.days[k]
		sep, or := j.listBetween(a, b)
		if !sep || a.weekly || b.weekly || len(a.group) >= maxGroup {
			continue
		}
		if a.group == nil {
			a.group = []*dayItem{a}
		}
		b.group = append(a.group, b)
		for _, d := range b.group {
			d.group = b.group
			d.or = d.or || or
		}
	}
	for k := 1; k < len(j.days); k++ {
		if a, b := j.days[k-1], j.days[k]; a.window && sameGroup(a, b) {
			b.window = true // "any time on 16 or 17 June"
		}
	}
	j.foldEchoes()
}

// foldEchoes drops the second naming of the same days: "Tuesday or Wednesday (26th/27th)".
func (j *joiner) foldEchoes() {
	for _, d := range j.days {
		if len(d.group) < 2 || d.group[len(d.group)-1] != d {
			continue
		}
		var kept []*dayItem
		for _, e := range d.group {
			same := false
			for _, f := range kept {
				same = same || f.res.date.Equal(e.res.date)
			}
			if !same {
				kept = append(kept, e)
			} else {
				e.used = true
			}
		}
		for _, e := range d.group {
			e.group = kept
		}
	}
}

// listBetween reports whether only commas, "or", "and" stand between two days, and whether one is an "or".
func (j *joiner) listBetween(a, b *dayItem) (list, or bool) {
	if a.sentence != b.sentence || b.span.From-a.span.To > 5 || b.span.From < a.span.To {
		return false, false
	}
	for i := a.span.To; i < b.span.From; i++ {
		switch {
		case j.r.has(i, roleOr), j.r.is(i, "/"):
			list, or = true, true
		case j.r.has(i, roleAnd), j.r.skipSign(i, ",&(") > i:
			list = true
		case j.r.word(i).part != noPart, j.r.has(i, roleOn|roleThe), j.r.word(i).unit == weeks, j.r.has(i, roleNext|roleThis):
		default:
			return false, false
		}
	}
	return list, or
}
