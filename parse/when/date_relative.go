package when

import "roundtwo/parse/token"

// relativeDay reads "tomorrow", "the day after tomorrow", "heute".
func relativeDay(r *reader, i int) int {
	rel, n := r.relativeAt(i)
	if n == 0 || r.has(i-1, roleNames) && r.capital(i) {
		return 0
	}
	// "am Morgen", "por la mañana" are parts of a day.
	if n == 1 && (r.is(i, "morgen") && r.lang == "de" || r.is(i, "manana") && r.lang == "es") && (r.is(i-1, "am") ||
		r.is(i-1, "la") || r.is(i-1, "jeden")) {
		r.add(mark{kind: partMark, span: token.Span{From: i, To: i + 1}, part: morning})
		return 1
	}
	r.add(mark{kind: dayMark, span: token.Span{From: i, To: i + n}, day: &day{relative: true, days: rel.days, part: rel.part}})
	return n
}

// distance reads "in two weeks", "3 days from Tuesday", "a week on Monday", "two weeks from today", "a fortnight on
// Thursday".
func distance(r *reader, i int) int {
	at, after := i, r.has(i, roleIn)
	if after {
		at++
	}
	n, u, next := r.countAt(at)
	if n == 0 || u < days || u == years || u == seconds {
		return 0
	}
	d := day{relative: true}
	if base, end, ok := r.baseDay(next); ok {
		d, next = base, end
	} else if !after {
		return 0
	}
	switch u {
	case days:
		d.days += n
	case weeks:
		d.days += 7 * n
	case fortnights:
		d.days += 14 * n
	case months:
		d.months += n
	}
	if r.has(next, roleOn) && r.word(next+1).weekday > 0 || r.word(next).weekday > 0 {
		next = r.skip(next, roleOn)
		d = day{weekday: r.word(next).weekday, week: d.days / 7, weekSaid: true}
		next++
	}
	r.add(mark{kind: dayMark, span: token.Span{From: i, To: next}, day: &d})
	return next - i
}

// countAt reads a number and a unit of whole days: "two weeks", "a fortnight", "3 days".
func (r *reader) countAt(i int) (n int, u unit, next int) {
	switch w := r.word(i); {
	case r.number(i) > 0 && r.number(i) < 100:
		n = r.number(i)
	case w.isNumber:
		n = int(w.number)
	case r.is(i, "a"):
		n = 1
	case w.unit == weeks && r.is(i, "week") && r.is(i+1, "on"), w.unit == fortnights:
		return 1, w.unit, i + 1
	default:
		return 0, noUnit, i
	}
	next = i + 1
	if r.is(next, "'") {
		next++
	}
	if r.word(next).unit == noUnit {
		return 0, noUnit, i
	}
	return n, r.word(next).unit, next + 1
}

// baseDay reads the day that a distance counts from: "from today", "on Monday", "after January 12th".
func (r *reader) baseDay(i int) (d day, next int, ok bool) {
	if !r.is(i, "from") && !r.is(i, "on") && !r.is(i, "after") {
		return day{}, i, false
	}
	if r.is(i+1, "now") {
		return day{relative: true}, i + 2, true
	}
	at := r.skip(i+1, roleThis)
	if rel, n := r.relativeAt(at); n > 0 {
		return day{relative: true, days: rel.days}, at + n, true
	}
	if d, next, ok := r.plainDate(at); ok {
		return d, next, true
	}
	if w := r.word(at); w.weekday > 0 && !w.plural {
		return day{weekday: w.weekday}, at + 1, true
	}
	return day{}, i, false
}

// plainDate reads "January 15th", "15 January" and "Friday, 15 January" as the day that a distance counts from.
func (r *reader) plainDate(i int) (d day, next int, ok bool) {
	if r.word(i).weekday > 0 {
		i = r.skipSign(i+1, ",")
	}
	i = r.skip(i, roleThe)
	if m, at := r.monthAt(i); m > 0 {
		if n, next, _ := r.domAt(r.skip(at, roleThe)); n > 0 && validDay(m, n) {
			return day{month: m, dom: n}, next, true
		}
		return day{}, i, false
	}
	n, at, _ := r.domAt(i)
	if m, next := r.monthAt(at); n > 0 && m > 0 && validDay(m, n) {
		return day{month: m, dom: n}, next, true
	}
	return day{}, i, false
}

// relativeDigit reads "2moro" and "2day": a word that begins with a digit.
func relativeDigit(r *reader, i int) int {
	if i+1 >= r.n || r.tok(i+1).Kind != token.Word || r.tok(i+1).Space {
		return 0
	}
	return relativeDay(r, i)
}
