package when

import (
	"slices"
	"sort"
	"time"

	"roundtwo/interview"
	"roundtwo/parse/token"
)

// maxChoices is how many other days, or other hours, are given for a reading: the nearest ones.
const maxChoices = 4

// sameReach is how many tokens may stand between a day and "same time".
const sameReach = 8

// sameHours makes readings of the days that are said to have the hour of another time: "Friday instead, same time".
func (j *joiner) sameHours() []*draft {
	var out []*draft
	for i := range j.marks {
		if j.marks[i].kind != sameMark {
			continue
		}
		d, beside := j.dayOfSame(i)
		sources := j.hoursNear(i, d)
		if d == nil || len(sources) == 0 {
			continue
		}
		d.used = true
		t := *sources[0]
		t.span, t.mark, t.sentence, t.line = j.marks[i].span, i, j.marks[i].sentence, j.marks[i].line
		t.day, t.beside, t.status, t.dropped, t.moved = d, beside, status{}, false, nil
		t.sources = sources[1:]
		for _, x := range j.timed(&t) {
			x.Same = true
			out = append(out, x)
		}
	}
	return out
}

// dayOfSame gives the day that "same time" is said of: the nearest of its sentence, else the one before it.
func (j *joiner) dayOfSame(i int) (d *dayItem, beside bool) {
	m, best := &j.marks[i], sameReach+1
	b, a := j.dayBefore(i), j.dayAfter(i)
	for _, k := range [2]int{a, b} {
		if k < 0 || j.days[k].sentence != m.sentence || j.days[k].past || j.days[k].old {
			continue
		}
		gap := max(m.span.From-j.days[k].span.To, j.days[k].span.From-m.span.To)
		if gap < best {
			d, beside, best = j.days[k], true, gap
		}
	}
	if d == nil && b >= 0 && j.alive[b] >= 0 {
		d = j.days[j.alive[b]]
	}
	return d, beside
}

// hoursNear gives the clock times of other days that are nearest to mark i, those before it first, each hour once.
func (j *joiner) hoursNear(i int, d *dayItem) []*timeItem {
	var out []*timeItem
	add := func(t *timeItem) {
		if t.dropped || t.weekly || d != nil && t.day == d && t.beside {
			return
		}
		for _, have := range out {
			if have.clock.start == t.clock.start {
				return
			}
		}
		out = append(out, t)
	}
	after := sort.Search(len(j.times), func(k int) bool { return j.times[k].mark > i })
	for k := after - 1; k >= max(0, after-reach) && len(out) < maxChoices; k-- {
		add(j.times[k])
	}
	for k := after; k < min(len(j.times), after+reach) && len(out) < maxChoices; k++ {
		add(j.times[k])
	}
	return out
}

// choices gives every clock time the other instants that it may mean.
func (j *joiner) choices(drafts []*draft) {
	for _, x := range drafts {
		if x.time == nil || x.time.dropped || !x.TimeStated || x.Weekly || x.Slot {
			continue
		}
		for _, t := range x.time.sources {
			y := *x
			y.from, y.to = settle(t.clock, t.part, j.r.ref.DayStart)
			x.choose(&y, x.date, token.Span{}, "hour")
		}
		if from, ok := x.otherHalf(); ok {
			y := *x
			if y.from, y.to = from, -1; x.to >= 0 {
				y.to = x.to + from - x.from
			}
			x.choose(&y, x.date, token.Span{}, "half")
		}
		if !x.DateStated {
			for _, d := range j.otherDays(x) {
				x.choose(x, d.res.date, d.span, "day")
			}
		}
	}
}

// choose adds the hours of y on a day to the choices of x.
func (x *draft) choose(y *draft, date time.Time, span token.Span, why string) {
	loc := x.Start.Time.Location()
	c := Choice{Start: moment(date, y.from, loc, false), DaySpan: span, Why: why}
	switch {
	case y.to >= 0:
		c.End = moment(date, y.to, loc, false)
	case !x.End.IsZero() && !x.End.DateOnly:
		c.End = interview.At(c.Start.Time.Add(x.End.Time.Sub(x.Start.Time)))
	}
	same := func(have Choice) bool { return have.Start.Time.Equal(c.Start.Time) }
	if (x.DayUnknown && why == "day" || !c.Start.Time.Equal(x.Start.Time)) && !slices.ContainsFunc(x.Also, same) {
		x.Also = append(x.Also, c)
	}
}

// Hours at which people meet, in minutes from midnight: an hour outside is not meant where the words leave it open.
const (
	earliest = 7 * 60
	latest   = 22 * 60
)

// otherHalf is the start in the other half of the day, where the words leave open which is meant: "at half seven".
func (x *draft) otherHalf() (from int, ok bool) {
	c := x.time.clock.start
	if x.DayUnknown || c.half != unsaid || c.exact || c.hour > 12 || c.hour == 0 || x.time.part != noPart || x.day != nil && x.day.said.part != noPart {
		return 0, false
	}
	from = (x.from + 12*60) % (24 * 60)
	return from, from >= earliest && from <= latest
}

// otherDays gives the days of the text that are nearest to x, but for its own.
func (j *joiner) otherDays(x *draft) []*dayItem {
	var out []*dayItem
	today := j.r.ref.today()
	add := func(d *dayItem) {
		if d.weekly || d.res.date.Before(today) || d == x.day || x.day != nil && d.res.date.Equal(x.day.res.date) {
			return
		}
		for _, have := range out {
			if have.res.date.Equal(d.res.date) {
				return
			}
		}
		out = append(out, d)
	}
	before := j.dayBefore(x.time.mark)
	for n := 0; n < reach && len(out) < maxChoices; n++ {
		back, ahead := before-n, before+1+n
		if back < 0 && ahead >= len(j.days) {
			break
		}
		if back >= 0 {
			add(j.days[back])
		}
		if ahead < len(j.days) {
			add(j.days[ahead])
		}
	}
	return out
}
