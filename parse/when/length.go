package when

import (
	"time"

	"roundtwo/parse/token"
)

// length reads how long something takes: "45 minutes", "90-min", "an hour and a half", "1h15", "1 hour 30 minutes".
func length(r *reader, i int) int {
	minutes, next := r.lengthAt(i)
	if next == i {
		return 0
	}
	r.add(mark{kind: lengthMark, span: token.Span{From: i, To: next}, long: time.Duration(minutes) * time.Minute})
	return next - i
}

func (r *reader) lengthAt(i int) (total, next int) {
	if w := r.word(i); w.phrase != 0 || r.kind(i, token.Number) {
		if m, n := phraseAt(r, lengthPhrases, i); n > 0 {
			next = i + n
			if more, end := r.moreMinutes(next); end > next {
				return m + more, end
			}
			return m, next
		}
	}
	if m, next := r.hanLength(i); m > 0 {
		return m, next
	}
	n, tenths, at := r.amount(i)
	if at == i {
		return 0, i
	}
	if end, _ := r.hoursThenHalf(i, at, bareHour); end > at {
		return 0, i
	}
	if r.is(at, "-") {
		at++
		// 45-60 minutes: the longer, so that nothing is planned into it
		if n2, t2, end := r.amount(at); end > at {
			n, tenths, at = n2, t2, end
		}
	}
	at = r.skipSign(at, "-")
	u := r.word(at).unit
	if r.glued(at, "h") || r.is(at, "h") && r.hIsHours(i, at) {
		u = hours
	} else if r.glued(at, "m") && r.kind(at-1, token.Number) {
		u = minutes
	}
	switch {
	case u == minutes && n < 600:
		return n, at + 1
	case u == hours && n < 13 && r.hIsHours(i, at):
		return r.hoursAndMore(n*60+tenths*6, at+1)
	}
	return 0, i
}

// amount reads a number, with one decimal in tenths: 45, 1.5, "twenty", "forty-five".
func (r *reader) amount(i int) (n, tenths, next int) {
	if v := r.number(i); v >= 0 {
		if (r.glued(i+1, ".") || r.glued(i+1, ",")) && r.digits(i+2) == 1 && !r.tok(i+2).Space {
			return v, r.number(i + 2), i + 3
		}
		if r.digits(i) > 3 {
			return 0, 0, i
		}
		return v, 0, i + 1
	}
	if !r.word(i).isNumber {
		return 0, 0, i
	}
	n, next = r.numberWords(i)
	return n, 0, next
}

func (r *reader) numberWords(i int) (n, next int) {
	n, next = int(r.word(i).number), i+1
	if n >= 20 && n%10 == 0 {
		at := r.skipSign(next, "-")
		if w := r.word(at); w.isNumber && w.number < 10 {
			return n + int(w.number), at + 1
		}
	}
	return n, next
}

// hoursAndMore reads the minutes after hours: "1 hour 30 minutes", "1h15", "two hours and a half".
func (r *reader) hoursAndMore(total, i int) (int, int) {
	if more, next := r.moreMinutes(i); next > i {
		return total + more, next
	}
	if r.digits(i) == 2 && r.number(i) < 60 && !r.tok(i).Space {
		return total + r.number(i), r.skipGluedWord(r.skipGluedWord(i+1, "min"), "m")
	}
	return total, i
}

// halves are what may follow an hour or a number of hours.
var halves = []struct {
	words string
	more  int
}{
	{"and a half", 30}, {"and a quarter", 15}, {"et demie", 30}, {"et quart", 15}, {"y media", 30}, {"e mezza", 30},
	{"e mezzo", 30}, {"e meia", 30},
}

func (r *reader) moreMinutes(i int) (more, next int) {
	for _, h := range halves {
		if n := r.wordsAt(i, h.words); n > 0 {
			return h.more, i + n
		}
	}
	at := r.skip(r.skipSign(i, ","), roleAnd)
	if n, _, end := r.amount(at); end > at && n < 60 && r.word(end).unit == minutes {
		return n, end + 1
	}
	return 0, i
}

// hourUnits are the units that also stand behind clock times: "9h", "16.00 uur", "10:00 hours".
var hourUnits = map[string]bool{
	"h": true, "uur": true, "horas": true, "heures": true, "heure": true, "hrs": true, "hours": true, "ore": true,
}

// hIsHours tells the length "1h", "2 hours" from the clock times "9h", "10:00 hours", "à 2h", "de 2h à 3h".
func (r *reader) hIsHours(i, h int) bool {
	unit := lowerAt(r, h)
	switch {
	case !hourUnits[unit]:
		return true
	case !r.tok(i).Space && r.skipSign(i-1, ":.") == i:
		return false
	case r.clockBefore(i) && (r.lang != "en" || unit == "h"), r.has(i-1, roleTo) && r.lang != "en" && unit != "heures":
		return false
	}
	return r.number(i) < 7 || r.number(i) <= 12 && (unit == "hours" || unit == "hrs")
}

// clockBefore reports whether words that lead to a clock time stand before the number at token i.
func (r *reader) clockBefore(i int) bool {
	if r.is(i-1, "las") || r.is(i-1, "-") && r.is(i-2, "h") {
		return true
	}
	// "un entretien de 2h", "entrevista de 2 horas" are lengths only where "de" does not open a range of hours.
	ofLength := r.is(i-1, "de") && r.lang != "fr" && r.lang != "pt"
	return r.has(i-1, roleAt|roleFrom) && !r.has(i-1, roleOn) && !ofLength
}
