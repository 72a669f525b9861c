package when

import (
	"time"

	"roundtwo/parse/token"
)

// isoDate reads "2026-03-05", "2026/03/05", "2026.03.05", and "2026. 3. 5." as Koreans write it.
func isoDate(r *reader, i int) int {
	if r.digits(i) != 4 || !plausibleYear(r.number(i)) {
		return 0
	}
	sep := ""
	for _, s := range []string{"-", "/", "."} {
		if r.glued(i+1, s) && r.glued(i+3, s) {
			sep = s
		}
	}
	month, dom := r.number(i+2), r.number(i+4)
	if w := r.word(i + 4).month; w > 0 {
		// 2020/23/Sep
		dom, month = month, int(w)
	} else if w := r.word(i + 2).month; w > 0 {
		month = int(w)
	}
	if sep == "" || !validDay(month, dom) || r.tok(i+4).Space && !(sep == "." && r.tok(i+2).Space && r.digits(i+4) <= 2) {
		return 0
	}
	r.add(mark{kind: dayMark, span: token.Span{From: i, To: i + 5}, day: &day{year: r.number(i), month: month, dom: dom}})
	if r.glued(i+5, "t") && r.number(i+6) >= 0 {
		return 6 // the T of ISO 8601 before a clock time
	}
	return 5
}

func plausibleYear(y int) bool { return y >= 1950 && y < 2150 }

func validDay(month, dom int) bool {
	return month >= 1 && month <= 12 && dom >= 1 && dom <= monthDays[month]
}

// monthDays is the most days that a month has.
var monthDays = [13]int{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// romanMonths are the months as some write them between day and year: 3.XII.2026.
var romanMonths = map[string]int{"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XII": 12}

// romanDate reads "3.XII.2026", "3. XII. 2026", "3/XII/26", "3-XII-2026" and, with a full stop behind it, "3.XII.".
func romanDate(r *reader, i int) int {
	if r.digits(i) > 2 || !r.kind(i+2, token.Word) || r.skipSign(i+1, "./-") == i+1 || r.tok(i+1).Space {
		return 0
	}
	month, dom := romanMonths[r.tok(i+2).Text], r.number(i)
	if !validDay(month, dom) || !r.glued(i+3, r.tok(i+1).Lower) {
		return 0
	}
	year := fullYear(r.number(i+4), r.digits(i+4))
	end := i + 5
	if year == 0 {
		if end = i + 4; !r.is(i+1, ".") || r.tok(i+2).Space {
			return 0
		}
	}
	r.add(mark{kind: dayMark, span: token.Span{From: i, To: end}, day: &day{year: year, month: month, dom: dom}})
	return end - i
}

// yearMarks may stand between a year and the month behind it: "2026 m. gruodžio 3 d.", "2026. gada 3. decembris".
var yearMarks = wordSet("m, gada, g, год, года, г, р, year, ko")

// yearFirst reads "2026 December 3", "2026. december 3.", "2026 m. gruodžio 3 d.".
func yearFirst(r *reader, i int) int {
	if r.digits(i) != 4 || !plausibleYear(r.number(i)) {
		return 0
	}
	at := r.skipSign(i+1, ".,-")
	if yearMarks[lowerAt(r, at)] {
		at = r.skipSign(at+1, ".")
	}
	month := int(r.word(at).month)
	if month == 0 {
		return 0
	}
	dom, end, _ := r.domAt(r.skipSign(r.monthEnd(at), "-"))
	if !validDay(month, dom) || r.glued(end, ":") {
		return 0
	}
	end = r.skipDayWord(end)
	r.add(mark{kind: dayMark, span: token.Span{From: i, To: end}, day: &day{year: r.number(i), month: month, dom: dom}})
	return end - i
}

// dashedDate reads "07-Oct-2026", "7/Oct/26", "07-Oct".
func dashedDate(r *reader, i int) int {
	dom, month := r.number(i), int(r.word(i+2).month)
	if month == 0 || !validDay(month, dom) || r.tok(i+1).Space || r.tok(i+2).Space || r.skipSign(i+1, "-/.") == i+1 {
		return 0
	}
	d, n := day{month: month, dom: dom}, 3
	if r.skipSign(i+3, "-/.") > i+3 && !r.tok(i+3).Space && r.kind(i+4, token.Number) && !r.tok(i+4).Space {
		if y := fullYear(r.number(i+4), r.digits(i+4)); y > 0 {
			d.year, n = y, 5
		}
	}
	r.add(mark{kind: dayMark, span: token.Span{From: i, To: i + n}, day: &d})
	return n
}

// fullYear makes 26 2026. 0 where the digits are no year.
func fullYear(n, digits int) int {
	switch {
	case digits == 4 && plausibleYear(n):
		return n
	case digits == 2 && n < 70:
		return 2000 + n
	case digits == 2:
		return 1900 + n
	}
	return 0
}

// numericDate reads "3/4/2026", "3.4.2026", "3-4-2026", "3/17", "3.12.". Which number is the month is settled when
// the day is resolved.
func numericDate(r *reader, i int) int {
	a, b := r.number(i), -1
	at := r.skipSign(i+1, "/.-")
	if at == i+1 || r.digits(i) > 2 || !r.tok(i).Space && r.skipSign(i-1, "-/:") == i {
		return 0
	}
	sign := r.tok(i + 1).Lower
	b = r.number(at)
	spaced := r.tok(i+1).Space || at < r.n && r.tok(at).Space
	if b < 0 || r.digits(at) > 2 || spaced && sign != "." || !validDay(a, b) && !validDay(b, a) {
		return 0
	}
	year, end := r.yearAfterNumbers(at+1, sign)
	if year == 0 && (spaced || !r.numericWithoutYear(i, at, sign)) {
		return 0
	}
	if year == 0 && sign == "." {
		end = r.skipSign(at+1, ".")
	}
	d := day{year: year, month: a, dom: b, numeric: true}
	if sign == "." && validDay(b, a) {
		d = day{year: year, month: b, dom: a} // dots are written where the day comes first
		if !r.dotsMeanDayFirst() && validDay(a, b) {
			d = day{year: year, month: a, dom: b, numeric: true}
		}
	}
	r.add(mark{kind: dayMark, span: token.Span{From: i, To: end}, day: &d})
	return end - i
}

// dotsMeanDayFirst is false only where her settings say that the month comes first.
func (r *reader) dotsMeanDayFirst() bool {
	return r.ref.DayFirst == nil || *r.ref.DayFirst || r.lang != "en"
}

func (r *reader) yearAfterNumbers(i int, sign string) (year, end int) {
	if !r.is(i, sign) || !r.kind(i+1, token.Number) || sign != "." && (r.tok(i).Space || r.tok(i+1).Space) {
		return 0, i
	}
	y := fullYear(r.number(i+1), r.digits(i+1))
	// 3.12.15 Uhr is no date of 2015; 12.10.30 is not certain enough either way, and read as a date.
	if y == 0 {
		return 0, i
	}
	return y, i + 2
}

// numericWithoutYear decides whether "3/17" or "3.12." is a date at all.
func (r *reader) numericWithoutYear(i, at int, sign string) bool {
	after := at + 1
	switch sign {
	case "/":
		// 24/7 is a service, 1/2 a fraction, 9/10 a mark.
		if r.number(i) == 24 && r.number(at) == 7 || r.glued(after, "/") || r.glued(after, "%") || r.word(after).unit != noUnit {
			return false
		}
		return !(r.number(i) < r.number(at) && r.has(after, roleOf))
	case ".":
		return r.dottedDate(i, at)
	}
	// 3-17 is a date only beside a weekday: "Friday 7-6".
	return r.number(at) > 12 && (r.afterMark(i, dayMark) || r.is(i-1, "on")) && r.digits(i) == 1 && r.digits(at) == 2 &&
		!r.followsClock(after)
}

// dottedDate tells "3.12." and "am 3.12" from "3.12 million" and "um 3.12".
func (r *reader) dottedDate(i, at int) bool {
	if r.has(at+1, roleClock) || r.word(at+1).half != unsaid || r.is(at+1, "-") || r.has(i-1, roleAt) && !r.has(i-1, roleOn) {
		return false
	}
	if r.glued(at+1, ".") && r.lang != "en" {
		return true
	}
	if !validDay(r.number(at), r.number(i)) {
		return false // dots are written where the day comes first
	}
	if r.afterMark(i, dayMark) {
		d := r.marks[r.last].day
		if d.month > 0 || d.relative || d.weekday > 0 && r.otherWeekday(d.weekday, r.number(at), r.number(i)) &&
			(d.weekSaid || r.number(at)%5 == 0 && r.number(i) >= 6 && !r.glued(at+1, ".")) {
			return false // after a date it is the hour: "29.02.2020 13.12"
		}
		return true
	}
	return r.has(i-1, roleOn)
}

// followsClock reports whether what stands at i makes the number before it a clock time.
func (r *reader) followsClock(i int) bool {
	_, n := r.meridiemAt(i)
	return n > 0 || r.has(i, roleClock)
}

// otherWeekday reports whether the date, this year's or the next one's, falls on another weekday than is said beside it:
// "Tuesday next week, 3.12" is then an hour.
func (r *reader) otherWeekday(weekday int8, month, dom int) bool {
	today := r.ref.today()
	date := time.Date(today.Year(), time.Month(month), dom, 0, 0, 0, 0, time.UTC)
	if date.Before(today) {
		date = date.AddDate(1, 0, 0)
	}
	return weekdayOf(date) != weekday
}
