package when

import "roundtwo/parse/token"

// weekday reads a weekday with what belongs to it: "next Tuesday", "Friday this week", "Monday fortnight", "Thursday the
// 14th", "Mon 9th".
func weekday(r *reader, i int) int {
	if r.word(i).weekday == 0 && !r.has(i, roleNext|roleThis|roleLast) {
		return 0
	}
	d := day{}
	at := r.weekdayPrefix(i, &d)
	w := r.word(at)
	if w.weekday == 0 || w.short && !r.shortWeekday(at, at > i) {
		return 0
	}
	d.weekday, d.several, d.part = w.weekday, w.plural, w.part
	next := r.after(at)
	if r.isFeira(next) {
		next += 2
	}
	if r.glued(next, ".") && len(r.tok(at).Text) <= 5 && !r.endsText(next+1) {
		next++
	}
	if end, ok := r.weekdayRange(next); ok {
		d.several, d.upto = true, r.lastWeekday(end)
		end = r.weekdaySuffix(end, &d)
		r.add(mark{kind: dayMark, span: token.Span{From: i, To: end}, day: &d})
		return end - i
	}
	next = r.weekdayDate(next, &d)
	next = r.weekdaySuffix(next, &d)
	r.add(mark{kind: dayMark, span: token.Span{From: i, To: next}, day: &d})
	return next - i
}

// isFeira reports whether the second half of "terça-feira" stands at token i.
func (r *reader) isFeira(i int) bool { return r.is(i, "-") && r.is(i+1, "feira") }

func (r *reader) endsText(i int) bool { return i >= r.n || r.tok(i).Breaks() }

// weekdayPrefix reads "next", "this coming", "last" before a weekday.
func (r *reader) weekdayPrefix(i int, d *day) int {
	at := i
	for at < i+3 {
		switch {
		case r.word(at).weekday > 0 && !r.has(at, roleNext|roleThis|roleLast):
			return at
		case r.has(at, roleNext):
			d.next = true
		case r.has(at, roleThis):
			d.this = !coming[r.tok(at).Lower]
		case r.has(at, roleLast):
			d.last = true
		default:
			return i
		}
		at++
	}
	return i
}

// coming are the words before a weekday that never mean today.
var coming = map[string]bool{"coming": true, "upcoming": true}

// shortWeekday tells the Saturday from the verb: a capital or a word before it, and a day or clock time beside it.
func (r *reader) shortWeekday(i int, prefixed bool) bool {
	if prefixed || r.has(i-1, roleOn) && r.lang == "en" || r.isFeira(i+1) {
		return true
	}
	at := r.skipSign(i+1, ".,")
	if r.lang != "en" && !r.capital(i) && !r.glued(i+1, ".") {
		return r.smallWeekday(i, at)
	}
	if r.kind(at, token.Number) || r.word(at).month > 0 || r.word(at).part != noPart {
		return true
	}
	if r.lang != "en" {
		return false
	}
	if !r.capital(i) {
		return r.has(at, roleAt) && (r.kind(at+1, token.Number) || r.word(at+1).clock > 0)
	}
	// "Mon, Wed, Fri", "Wed or Fri", "Sat at 10", "Sun." alone on its line.
	return at > i+1 || r.has(at, roleAt|roleOr|roleAnd|roleThe) || at >= r.n || r.tok(at).Kind >= token.Punct
}

// smallWeekday reports whether a short weekday written small is one: "do 9/9", "to 22.10.", "quinta às 10h", "na quarta".
func (r *reader) smallWeekday(i, at int) bool {
	if r.kind(at, token.Number) {
		return at > i+1 || r.skipSign(at+1, "./-") > at+1 || r.word(at+1).month > 0 || r.has(at+1, roleAt) || r.glued(at+1, "h")
	}
	long := len(r.tok(i).Lower) > 3
	return long && (r.has(at, roleAt) && r.kind(at+1, token.Number) || r.is(at, "dia") || r.has(i-1, roleOn|roleThis) && (at > i+1 || at >= r.n || r.tok(at).Ends()))
}

// weekdayRange reads "to Friday" after a weekday: opening hours rather than a date.
func (r *reader) weekdayRange(i int) (end int, ok bool) {
	at := r.skipSign(i, "-")
	if at == i {
		at = r.skip(i, roleTo)
	}
	if at == i || r.word(at).weekday == 0 {
		return i, false
	}
	end = r.after(at)
	if r.glued(end, ".") && !r.endsText(end+1) {
		end++
	}
	// "Monday to Friday" with dates is a span of days: "Mon 9 to Fri 13".
	if n, _, _ := r.domAt(r.skip(end, roleThe)); n > 0 && !r.followsClock(end+1) && !r.glued(end+1, ":") &&
		!r.glued(end+1, ".") && !r.is(end+1, "-") {
		return i, false
	}
	return end, true
}

// lastWeekday is the weekday that ends before token i.
func (r *reader) lastWeekday(i int) int8 {
	if w := r.word(i - 1).weekday; w > 0 {
		return w
	}
	return r.word(i - 2).weekday
}

// weekdayDate reads the day of the month after a weekday: "Thursday the 14th", "Saturday 14th", "Friday 23".
func (r *reader) weekdayDate(i int, d *day) int {
	at := r.skip(r.skipSign(i, ",("), roleThe)
	if r.has(at, roleOn) && r.has(at+1, roleThe) {
		at += 2
	}
	if (r.is(at, "dia") || r.is(at, "day")) && r.kind(at+1, token.Number) {
		if n, next, _ := r.domAt(at + 1); n > 0 && !r.followsClock(next) {
			if m, _ := r.monthAt(next); m == 0 {
				d.dom = n
				return next
			}
		}
	}
	n, next, ordinal := r.domAt(at)
	if n == 0 || r.kind(at, token.Word) && !r.has(at-1, roleThe) {
		return i
	}
	if m, _ := r.monthAt(next); m > 0 {
		return i // the date is read by its own rule and joined to the weekday
	}
	if !ordinal && (at != i || !r.plainDom(at, next) && !r.domBeforeHour(d.weekday, n, next)) || ordinal && r.countsSomething(next) {
		return i
	}
	if r.is(i, "(") && (r.is(next, "/") || r.has(next, roleOr|roleAnd)) {
		return i // "Tuesday or Wednesday (17th/18th)" names both once more
	}
	d.dom = n
	if at > i && r.is(at-1, "(") || r.is(i, "(") {
		next = r.skipSign(next, ")")
	}
	return next
}

// plainDom tells "Friday 23 at 4" and "Mon 9" from "Monday 3-8", "Monday 10:30" and "Monday 9 am".
func (r *reader) plainDom(i, next int) bool {
	if r.followsClock(next) || r.is(next, ":") || r.is(next, "-") || r.is(next, "/") || r.glued(next, "h") {
		return false
	}
	if r.is(next, ".") && r.kind(next+1, token.Number) || r.has(next, roleTo|roleOr) && r.kind(next+1, token.Number) ||
		r.glued(next, "%") {
		return false
	}
	return r.digits(i) <= 2
}

// domBeforeHour tells "martedì 18 alle 11" and "mardi 25 à 9h", a day of the month before its hour, from the range of hours
// "lundi 9 à 11": the weekday fits.
func (r *reader) domBeforeHour(weekday int8, dom, next int) bool {
	if !r.has(next, roleTo) || !r.has(next, roleAt) || r.ref.Time.IsZero() {
		return false
	}
	today := r.ref.today()
	for k := range 3 {
		day := civil(today.Year(), int(today.Month())+k, dom)
		if day.Day() == dom && !day.Before(today) && weekdayOf(day) == weekday {
			return true
		}
	}
	return dom > 24
}

// weekdaySuffix reads "week", "fortnight", "next week", "in two weeks", "prochain" after a weekday.
func (r *reader) weekdaySuffix(i int, d *day) int {
	switch w := r.word(i); {
	case w.unit == weeks && r.is(i, "week"):
		d.days = 7
		return i + 1
	case w.unit == fortnights:
		d.days = 14
		return i + 1
	case w.role&roleNext != 0 && r.lang != "en" && w.unit == noUnit:
		d.next = true
		return i + 1
	case w.role&roleLast != 0 && r.lang != "en" && w.role&roleAt == 0:
		d.last = true
		return i + 1
	}
	if n, u, next := r.countAt(i + 1); r.has(i, roleIn) && n > 0 && u == weeks {
		d.week, d.weekSaid = n, true
		return next
	}
	at := r.skip(r.skip(i, roleOf), roleThe)
	if week, n := phraseAt(r, relativeWeekPhrases, at); n > 0 {
		d.week, d.weekSaid = week, true
		return at + n
	}
	return i
}

// nthWeekday reads "the first Monday of September".
func nthWeekday(r *reader, i int) int {
	n := int(r.word(i).ordinal)
	if r.has(i, roleLast) {
		n = -1
	}
	if n == 0 || n < -1 || n > 5 || r.word(i+1).weekday == 0 || !r.has(i+2, roleOf) {
		return 0
	}
	at := r.skip(i+3, roleThe)
	m, year, end := int(r.word(at).month), 0, at
	switch {
	case m > 0:
		year, end = r.yearAt(r.monthEnd(at))
	case r.has(at, roleNext|roleThis) && r.word(at+1).unit == months:
		first := r.ref.today().AddDate(0, 0, 1-r.ref.Time.Day())
		if r.has(at, roleNext) {
			first = first.AddDate(0, 1, 0)
		}
		m, year, end = int(first.Month()), first.Year(), at+2
	default:
		return 0
	}
	d := day{nth: n, weekday: r.word(i + 1).weekday, month: m, year: year}
	r.add(mark{kind: dayMark, span: token.Span{From: i, To: end}, day: &d})
	return end - i
}
