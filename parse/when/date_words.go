package when

import (
	"unicode/utf8"

	"roundtwo/parse/token"
)

// dayMonth reads "3 March", "3rd of March 2026", "3. Dezember", "9 to 12 June", "22nd, 23rd or 30th of March".
func dayMonth(r *reader, i int) int {
	doms, at := r.domList(i)
	if len(doms) == 0 {
		return 0
	}
	month, at := r.monthAt(at)
	if month == 0 {
		return 0
	}
	for _, d := range doms {
		if !validDay(month, d.dom) {
			return 0
		}
	}
	year, end := r.yearAt(at)
	for k, d := range doms {
		to := d.to
		if k == len(doms)-1 {
			to = end
		}
		r.add(mark{kind: dayMark, span: token.Span{From: d.from, To: to}, day: &day{year: year, month: month, dom: d.dom}})
	}
	return end - i
}

// dom is a day of the month at a place of the text.
type dom struct{ dom, from, to int }

// maxDoms is the most days of one list: "22nd, 23rd, 30th or 31st of March".
const maxDoms = 8

// domList reads one or more days of the month that share the month after them.
func (r *reader) domList(i int) (doms []dom, at int) {
	at = i
	like := false // the days of one list are written alike
	for len(doms) < maxDoms {
		from := r.skip(at, roleThe)
		n, next, ordinal := r.domAt(from)
		if n == 0 || len(doms) > 0 && ordinal != like {
			break // "at 2, 16th of June"
		}
		like = ordinal
		doms = append(doms, dom{n, from, next})
		at = next
		sep := r.skipSign(at, ",&")
		if r.has(sep, roleOr|roleAnd) {
			sep++
		}
		if sep == at && r.is(at, "/") && !r.tok(at).Space {
			sep = at + 1
		}
		if sep == at {
			sep = r.throughDay(at, n)
		}
		if sep == at {
			return doms, at
		}
		if d, _, _ := r.domAt(r.skip(sep, roleThe)); d == 0 {
			return doms, at
		}
		at = sep
	}
	return doms, at
}

// throughDay passes what joins the first and the last day of a span, "3-5 March", "9 to 12 June"; i where another
// thing follows.
func (r *reader) throughDay(i, first int) int {
	at := i
	switch {
	case r.is(i, "-") && i+1 < r.n && (!r.tok(i).Space || !r.tok(i+1).Space), r.has(i, roleTo):
		at = r.skip(i+1, roleThe)
	default:
		return i
	}
	last, next, _ := r.domAt(at)
	if last <= first || r.followsClock(next) || r.is(next, ":") || r.glued(next, ".") && r.digits(next+1) > 0 || r.glued(next, "h") {
		return i
	}
	return at
}

// domAt reads the day of a month in digits: 3, 3rd, 3., 1er; ordinal says that it is more than a number.
func (r *reader) domAt(i int) (n, next int, ordinal bool) {
	n = r.number(i)
	if n < 1 || n > 31 || r.digits(i) > 2 {
		return r.ordinalAt(i)
	}
	next = i + 1
	switch {
	case r.word(next).ordinal == -1 && !r.tok(next).Space:
		return n, next + 1, true
	case r.glued(next, "º") || r.glued(next, "°") || r.glued(next, "ª"):
		return n, next + 1, true
	case r.glued(next, "-") && r.word(next+1).ordinal == -1 && !r.tok(next+1).Space:
		return n, next + 2, true // 3-án
	case r.is(next, ".") && !r.kind(next+1, token.Number):
		return n, next + 1, false
	}
	return n, next, false
}

// ordinalAt reads "third", "twenty-first" as a day of the month.
func (r *reader) ordinalAt(i int) (n, next int, ordinal bool) {
	w := r.word(i)
	if w.ordinal > 0 {
		return int(w.ordinal), i + 1, true
	}
	if w.isNumber && (w.number == 20 || w.number == 30) {
		k := r.skipSign(i+1, "-")
		if o := r.word(k).ordinal; o > 0 && o < 10 {
			return int(w.number) + int(o), k + 1, true
		}
		if o := r.word(k); o.isNumber && o.number < 10 && int(w.number+o.number) <= 31 {
			return int(w.number + o.number), k + 1, false
		}
	}
	if r.is(i, "thirtieth") {
		return 30, i + 1, true
	}
	return 0, i, false
}

// monthAt reads a month after a day: "March", "of March", "de marzo", "-Mar".
func (r *reader) monthAt(i int) (month, next int) {
	at := i
	if r.is(at, "day") {
		at++ // the twenty third day of September
	}
	at = r.skipSign(at, "-/,.")
	at = r.skip(at, roleOf)
	at = r.skip(at, roleThe)
	m := int(r.word(at).month)
	if m == 0 || r.tok(at).Lower == "may" && !r.mayIsMonth(at) {
		return 0, i
	}
	return m, r.monthEnd(at)
}

// mayIsMonth tells the month from the verb: "10 may apply".
func (r *reader) mayIsMonth(i int) bool {
	return r.capital(i) || !r.kind(i+1, token.Word) || r.mean[i+1] != nil
}

// monthEnd passes the month and the dot of its abbreviation.
func (r *reader) monthEnd(i int) int {
	end := r.after(i)
	if r.glued(end, ".") && utf8.RuneCountInString(r.tok(end-1).Text) <= 5 {
		end++
	}
	return end
}

// yearAt reads the year after a date: "2026", ", 2026", "de 2026", "'26".
func (r *reader) yearAt(i int) (year, next int) {
	at := r.skipSign(i, ",-/")
	if at == i {
		at = r.skip(at, roleOf)
	}
	if r.is(at, "'") && r.digits(at+1) == 2 {
		return 2000 + r.number(at+1), at + 2
	}
	if r.digits(at) == 4 && plausibleYear(r.number(at)) && !r.glued(at+1, ":") && !r.looksLikeClock(at) {
		end := at + 1
		if r.is(end, "year") || r.is(end, "г") {
			end++
		}
		return r.number(at), end
	}
	if at == i && r.digits(at) == 2 && r.number(at) >= 20 && r.number(at) < 60 && !r.tok(at).Space {
		return 2000 + r.number(at), at + 1
	}
	return 0, i
}

// yearAfterClock reads the year of "Aug 05 12:00:00 2015", as programs print it.
func (r *reader) yearAfterClock(i int) int {
	if !r.glued(i+1, ":") || !r.glued(i+3, ":") || r.digits(i+5) != 4 || !plausibleYear(r.number(i+5)) {
		return 0
	}
	return r.number(i + 5)
}

// looksLikeClock tells "14 Feb 2026 hrs" from a year.
func (r *reader) looksLikeClock(i int) bool {
	return r.has(i+1, roleClock) && !r.has(i+1, roleAt|roleFrom)
}

// monthDay reads "March 3", "March 3rd, 2026", "March the 3rd", "July 17th, 18th, or 19th", "Nov 18-19".
func monthDay(r *reader, i int) int {
	month := int(r.word(i).month)
	if month == 0 || r.word(i).weekday > 0 && r.lang != "en" && r.weekdayDateFollows(i) {
		return 0
	}
	if r.is(i, "may") && !r.capital(i) && r.kind(i-1, token.Word) && r.word(i-1).role == 0 && r.word(i-1).weekday == 0 {
		return 0 // you may
	}
	at := r.skipSign(r.monthEnd(i), ",-/")
	if r.has(at, roleThe) {
		at++
	}
	doms, at := r.domList(at)
	if len(doms) == 0 || !r.monthDayIsDate(doms[0]) {
		return 0
	}
	doms, at = r.notTheHour(doms, at)
	at = r.skipDayWord(at)
	year, end := r.yearAt(at)
	if year == 0 {
		year = r.yearAfterClock(at)
	}
	for k, d := range doms {
		if !validDay(month, d.dom) {
			return 0
		}
		from, to := d.from, d.to
		if k == 0 {
			from = i
		}
		if k == len(doms)-1 {
			to = end
		}
		r.add(mark{kind: dayMark, span: token.Span{From: from, To: to}, day: &day{year: year, month: month, dom: d.dom}})
	}
	return end - i
}

// skipDayWord passes the word for day behind its number: "gruodžio 3 d.".
func (r *reader) skipDayWord(i int) int {
	if r.is(i, "d") && r.glued(i+1, ".") {
		return i + 2
	}
	return i
}

// weekdayDateFollows tells "mar 10 de marzo", a Tuesday, from "mar 10", a day of March.
func (r *reader) weekdayDateFollows(i int) bool {
	at := r.skipSign(i+1, ".,")
	_, next, _ := r.domAt(at)
	if next == at {
		return false
	}
	m, _ := r.monthAt(next)
	return m > 0 || r.glued(next, "/") && r.kind(next+1, token.Number) // "mar. 3/8"
}

// monthDayIsDate tells "March 3" from "March 3pm" and "March 10:30".
func (r *reader) monthDayIsDate(d dom) bool {
	return !(r.glued(d.to, ":") && r.kind(d.to+1, token.Number)) && !r.followsClock(d.to)
}

// notTheHour takes back numbers that are hours: "March 3, 10 am" and "March 3, 9-11".
func (r *reader) notTheHour(doms []dom, at int) ([]dom, int) {
	for len(doms) > 1 {
		last := doms[len(doms)-1]
		sep := r.glued(last.to, ":") || r.glued(last.to, ".") || r.followsClock(last.to) || r.is(last.to, "-")
		if _, _, ordinal := r.domAt(last.from); ordinal || !sep && r.number(last.from) > 12 {
			break
		}
		doms = doms[:len(doms)-1]
		at = doms[len(doms)-1].to
	}
	return doms, at
}

// bareOrdinal reads "the 18th", "on the 4th", "on 15", "(26th/27th)": the next such day.
func bareOrdinal(r *reader, i int) int {
	n, next, ordinal := r.domAt(i)
	if n == 0 || !ordinal && !r.onBareDay(i, next) {
		return 0
	}
	// The 2nd floor, the 3rd round: an ordinal before a noun counts something else.
	if ordinal && r.countsSomething(next) {
		return 0
	}
	d := day{dom: n}
	if r.has(next, roleOf) && r.has(next+1, roleNext|roleThis) && r.word(next+2).unit == months {
		if r.has(next+1, roleNext) {
			d.months = 1
		}
		next += 3
	}
	r.add(mark{kind: dayMark, span: token.Span{From: i, To: next}, day: &d})
	return next - i
}

// onBareDay reads "on 15 at 8:00": a number after "on" before a clock time.
func (r *reader) onBareDay(i, next int) bool {
	the := i - 1
	if r.has(the, roleThe) {
		the--
	}
	if !r.has(the, roleOn) || r.lang != "en" || !r.is(the, "on") {
		return false
	}
	at := r.skipSign(next, ",")
	return r.has(at, roleAt|roleFrom|roleBetween) || at >= r.n || r.tok(at).Ends() || r.is(at, ".") || r.kind(at, token.Number)
}

// countedPlaces are what addresses count, with a capital or without.
var countedPlaces = map[string]bool{"floor": true, "fl": true, "level": true, "street": true, "avenue": true, "ave": true, "road": true,
	"district": true, "storey": true, "arrondissement": true, "precinct": true}

func (r *reader) countsSomething(i int) bool {
	at := r.skipSign(i, "-")
	if at >= r.n || r.tok(at).Kind != token.Word {
		return false
	}
	if countedPlaces[r.tok(at).Lower] {
		return true // "600 Grant St, 21st Floor"
	}
	w := r.word(at)
	return r.mean[at] == nil && !r.capital(at) && !okAfterOrdinal[r.tok(at).Lower] || w.unit != noUnit || at > i
}

// okAfterOrdinal are words that may follow "the 14th" without being counted by it.
var okAfterOrdinal = wordSet(`works, work, would, will, is, if, with, please, because, suits, suit, looks, was, as, when, so,
	but, we, you, where`)

// ordinalWords reads "second of August", and after an article "the fourteenth": ordinals from eleventh on.
func ordinalWords(r *reader, i int) int {
	n, next, _ := r.ordinalAt(i)
	if n == 0 {
		return 0
	}
	if m, at := r.monthAt(next); m > 0 && validDay(m, n) {
		year, end := r.yearAt(at)
		r.add(mark{kind: dayMark, span: token.Span{From: i, To: end}, day: &day{year: year, month: m, dom: n}})
		return end - i
	}
	if n < 11 || !r.has(i-1, roleThe) || r.countsSomething(next) {
		return 0
	}
	r.add(mark{kind: dayMark, span: token.Span{From: i, To: next}, day: &day{dom: n}})
	return next - i
}
