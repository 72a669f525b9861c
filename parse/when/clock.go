package when

import "roundtwo/parse/token"

// strength is how sure a number is to be a clock time.
type strength uint8

const (
	noClock  strength = iota
	bareHour          // "3": only after "at", beside a day, or in a range or list with a sure one
	weakTime          // "9.30", "0930": likewise, or in a range
	sureTime          // "10:30", "3pm", "14 Uhr", "noon"
)

// clockAt reads one clock time at token i.
func (r *reader) clockAt(i int) (c clock, next int, s strength) {
	i = r.skip(i, roleAbout)
	if r.kind(i, token.Number) {
		if r.looksLikeDate(i) {
			return clock{}, i, noClock
		}
		return r.digitClock(i)
	}
	if i >= r.n || r.mean[i] == nil && r.tok(i).Kind != token.Word {
		return clock{}, i, noClock
	}
	return r.wordClock(i)
}

// looksLikeDate reports whether three numbers joined by one sign begin at token i.
func (r *reader) looksLikeDate(i int) bool {
	sign := lowerAt(r, i+1)
	return (sign == "-" || sign == "/" || sign == ".") && r.glued(i+1, sign) && r.glued(i+3, sign) && r.digits(i+2) > 0 &&
		r.digits(i+4) > 0
}

// digitClock reads "10:30am", "9.30", "14h30", "0930 hrs", "3 pm", "3".
func (r *reader) digitClock(i int) (c clock, next int, s strength) {
	hour, digits := r.number(i), r.digits(i)
	switch {
	case digits == 3 || digits == 4:
		return r.militaryClock(i)
	case digits > 2 || hour > 24, r.insideNumber(i):
		return clock{}, i, noClock
	}
	if hour == 12 {
		if c, n := phraseAt(r, clockWordPhrases, i); n > 0 {
			return c, i + n, sureTime
		}
	}
	if c, next, ok := r.minutesPast(i); ok {
		return c, next, sureTime
	}
	c, next, s = r.withMinutes(i)
	c.exact = c.exact || hour > 12 || hour == 0 || digits == 2 && r.tok(i).Lower[0] == '0'
	if m := r.word(next); s == bareHour && r.kind(i, token.Number) && m.isNumber && m.number >= 15 && m.number < 60 && m.number%5 == 0 && r.lang == "en" {
		c.minute, next, s = int(m.number), next+1, weakTime // 2 thirty
	}
	if h, n := r.meridiemAt(next); n > 0 && c.hour <= 12 {
		c.half, c.exact = h, false
		if s == bareHour && n == 1 && len(r.tok(next).Lower) == 1 && !r.afterMark(i, dayMark) && !r.has(i-1, roleAt) {
			return c, next + n, weakTime // 2a may be a part of something
		}
		return c, next + n, sureTime
	}
	if end, m := r.hoursThenHalf(i, next, s); end > next {
		c.minute = m
		return c, end, sureTime
	}
	if end := r.clockWord(next, s); end > next || s == bareHour && r.unitOfClock(i, next) {
		end = max(end, next+1)
		if c.minute == 0 && s == bareHour {
			c.minute, end = r.minuteAfterWord(end)
		}
		return c, end, sureTime
	}
	if n := r.hanClock(next, &c); n > 0 {
		return c, next + n, sureTime
	}
	if s == bareHour {
		s = r.zoneGlued(next)
	}
	return c, next, s
}

// insideNumber reports whether token i is the end of a longer number: the 35 of 2.35.
func (r *reader) insideNumber(i int) bool {
	return i > 1 && !r.tok(i).Space && !r.tok(i-1).Space && r.skipSign(i-1, ".,:") == i && r.kind(i-2, token.Number)
}

// withMinutes reads the hour and what is written for minutes and seconds.
func (r *reader) withMinutes(i int) (c clock, next int, s strength) {
	c = clock{hour: r.number(i)}
	m := r.number(i + 2)
	two := r.digits(i+2) == 2 && m < 60 && !r.tok(i+2).Space && !r.tok(i+1).Space
	switch {
	case two && r.is(i+1, ":"):
		next = i + 3
		if r.glued(next, ":") && r.digits(next+1) == 2 {
			c.second = r.number(next+1) % 60
			next += 2
			if r.glued(next, ".") && r.digits(next+1) > 0 && !r.tok(next+1).Space {
				next += 2
			}
		}
		c.minute, s = m, sureTime
	case two && r.is(i+1, ".") && !(r.glued(i+3, ".") && r.digits(i+4) > 0 && !r.tok(i+4).Space) && !r.notATime(i, i+3):
		c.minute, next, s = m, i+3, weakTime
	case two && r.is(i+1, "-") && m >= 25 && m%5 == 0 && r.has(i-1, roleAt), r.digits(i) == 2 && r.tok(i).Lower[0] == '0' && r.digits(i+1) == 2 && r.number(i+1)%5 == 0 && r.number(i+1) < 60 && r.has(i-1, roleAt):
		if r.is(i+1, "-") { // 9-45
			i++
		}
		c.minute, next, s = r.number(i+1), i+2, weakTime // 09 45
	case two && r.is(i+1, "•"), two && r.is(i+1, ",") && r.commaMinutes(i, m):
		c.minute, next, s = m, i+3, weakTime
	case r.glued(i+1, "h") && two, r.glued(i+1, "u") && two:
		c.minute, next, s = m, i+3, sureTime
		next = r.skipGluedWord(next, "h")
	case (r.is(i+1, "h") || r.is(i+1, "heures") || r.is(i+1, "heure")) && r.digits(i+2) == 2 && m < 60 && !r.glued(i+3, ":"):
		c.minute, next, s = m, i+3, sureTime
	default:
		next, s = i+1, bareHour
	}
	return c, next, s
}

// commaMinutes tells "alle 17,30" and "5,30 pm" from prices and lists.
func (r *reader) commaMinutes(i, minute int) bool {
	if minute%5 != 0 || r.notATime(i, i+3) {
		return false
	}
	_, n := r.meridiemAt(i + 3)
	return n > 0 || r.has(i-1, roleAt|roleFrom) || r.clockWord(i+3, weakTime) > i+3
}

// hoursThenHalf reads "4 hrs 15 in the afternoon": a clock time, for all the unit of a length.
func (r *reader) hoursThenHalf(i, next int, s strength) (end, minute int) {
	if s != bareHour || r.word(next).unit != hours || r.digits(next+1) != 2 || r.number(next+1) > 59 || r.number(i) > 12 {
		return next, 0
	}
	if _, n := r.partMeridiem(next + 2); n > 0 {
		return next + 2, r.number(next + 1)
	}
	return next, 0
}

// unitOfClock reports whether the word behind a bare number at i is one that follows hours, after words that lead to an
// hour: "v 9 hodin", "в 3 часа".
func (r *reader) unitOfClock(i, next int) bool {
	return r.lang != "en" && r.has(next, roleClock) && (r.clockBefore(i) || r.afterMark(i, dayMark))
}

func (r *reader) skipGluedWord(i int, word string) int {
	if r.glued(i, word) {
		return i + 1
	}
	return i
}

// notATime tells "9.30" from prices, versions and percentages.
func (r *reader) notATime(i, next int) bool {
	for _, sign := range []string{"$", "€", "£", "%", "¥", "#", "§"} {
		if r.is(i-1, sign) || r.is(next, sign) {
			return true
		}
	}
	return notTimeWords[lowerAt(r, i-1)] && !r.has(i-1, roleAt) || notTimeWords[lowerAt(r, next)] || r.word(next).unit != noUnit && !r.has(next, roleClock)
}

func lowerAt(r *reader, i int) string {
	if i < 0 || i >= r.n {
		return ""
	}
	return r.tok(i).Lower
}

// notTimeWords stand beside numbers that are no clock times.
var notTimeWords = wordSet(`version, v, room, section, chapter, eur, usd, gbp, euro, million, millionen, percent, prozent, k,
	m, km, miles, points, x, level, grade, step, rs, inr, chf, python, java, raum, zimmer, salle, sala`)

// militaryClock reads "0930", "1400hrs", "730pm".
func (r *reader) militaryClock(i int) (c clock, next int, s strength) {
	hour, minute := r.number(i)/100, r.number(i)%100
	if hour > 24 || minute > 59 {
		return clock{}, i, noClock
	}
	c = clock{hour: hour, minute: minute, exact: r.digits(i) == 4}
	if h, n := r.meridiemAt(i + 1); n > 0 && hour <= 12 {
		c.half, c.exact = h, false
		return c, i + 1 + n, sureTime
	}
	if r.glued(i+1, "z") && r.digits(i) == 4 {
		return c, i + 1, sureTime // 0745Z
	}
	if r.is(i+1, "hrs") || r.is(i+1, "hours") || r.glued(i+1, "h") || r.is(i+1, "uhr") {
		return c, i + 2, sureTime
	}
	if r.digits(i) == 3 || plausibleYear(r.number(i)) && minute < 31 && hour > 19 {
		return clock{}, i, noClock
	}
	return c, i + 1, weakTime
}

// meridiemAt reads "am", "p.m.", "p . m .", and "a", "p" stuck to the number.
func (r *reader) meridiemAt(i int) (h meridiem, n int) {
	if i >= r.n {
		return unsaid, 0
	}
	if h := r.word(i).half; h != unsaid {
		return h, 1
	}
	t := r.tok(i)
	switch {
	case t.Lower == "ampm":
		return unsaid, 1
	case t.Lower != "a" && t.Lower != "p":
		return r.partMeridiem(i)
	case r.is(i+1, ".") && r.is(i+2, "m"):
		n = 3
		if r.is(i+3, ".") && (!r.tok(i+3).Space || r.tok(i+1).Space) {
			n = 4
		}
	case r.glued(i+1, "m"):
		n = 2
	case !t.Space && !r.glued(i+1, "."):
		n = 1
	case !t.Space && r.glued(i+1, "."):
		n = 1
	default:
		return unsaid, 0
	}
	if t.Lower == "a" {
		return am, n
	}
	return pm, n
}

// partMeridiem reads "in the morning", "de la tarde", "noon" after an hour as its half of the day.
func (r *reader) partMeridiem(i int) (h meridiem, n int) {
	at := i
	if r.is(at, "in") || r.is(at, "at") || r.is(at, "de") || r.is(at, "du") || r.is(at, "da") || r.is(at, "del") ||
		r.is(at, "di") || r.is(at, "am") || r.is(at, "'") || r.is(at, "early") || r.is(at, "late") {
		at++
	}
	if r.is(at, "s") {
		at++
	}
	if at > i {
		at = r.skip(at, roleThe)
		if r.is(at, "'") {
			at++ // de l'après-midi
		}
	}
	p, n := r.partAt(at)
	if r.is(at, "manana") && at > i {
		p, n = morning, 1
	}
	if p == noPart || p == lunchtime || at == i && r.lang == "en" {
		return unsaid, 0
	}
	if p == morning {
		return am, at + n - i
	}
	return pm, at + n - i
}

// clockWord passes "Uhr", "o'clock", "h", "hrs" after a time; i where none stands there.
func (r *reader) clockWord(i int, s strength) int {
	switch {
	case r.is(i, "o") && r.is(i+1, "'") && r.is(i+2, "clock"):
		return i + 3
	case r.is(i, "heure") && r.placePrefixAt(i): // "14:00 heure du Maroc"
		return i
	case r.is(i, "oclock") || r.is(i, "uhr") || r.is(i, "uur") || r.is(i, "heures") || r.is(i, "heure"):
		return i + 1
	case r.is(i, "ish") && !r.tok(i).Space, r.is(i, "-") && r.glued(i+1, "ish"):
		return i + 1
	case s >= weakTime && r.has(i, roleClock), s == bareHour && r.glued(i, "h"), s == bareHour && r.is(i, "h") && (r.lang != "en" || r.afterMark(i-1, dayMark)),
		s == bareHour && r.glued(i, "u") && r.lang == "nl":
		return i + 1
	}
	return r.clockEnding(i, s)
}

// endingsAfterSign are what follows the digits of an hour behind a hyphen or an apostrophe: "10-kor", "14:30'da".
var endingsAfterSign = map[string]map[string]bool{
	"hu": wordSet("kor, tol, ig, ra, re, as, es, os"), "tr": wordSet("da, de, ta, te, dan, den, tan, ten, a, e, ya, ye"),
	"fi": wordSet("lta, lta, sta, een, aan, iin"),
}

// clockEnding passes such an ending.
func (r *reader) clockEnding(i int, s strength) int {
	list := endingsAfterSign[r.lang]
	if list == nil || s == noClock || !r.glued(i, "-") && !r.glued(i, "'") && !r.glued(i, ":") || i+1 >= r.n || r.tok(i+1).Space || !list[r.tok(i+1).Lower] {
		return i
	}
	return i + 2
}

// minuteAfterWord reads the 30 of "14 Uhr 30".
func (r *reader) minuteAfterWord(i int) (minute, next int) {
	at := i
	i = r.skipSign(i, ".") // 14 val. 30 min.
	after := r.word(i + 1)
	if r.digits(i) == 2 && r.number(i) < 60 && after.unit == minutes {
		return r.number(i), r.skipSign(i+2, ".")
	}
	if r.digits(i) == 2 && r.number(i) < 60 && r.skipSign(i+1, ":.") == i+1 && after.month == 0 && after.unit == noUnit {
		return r.number(i), i + 1
	}
	return r.romanceMinutes(at)
}

// hanClock reads "時", "点30分", "시 반" after an hour.
func (r *reader) hanClock(i int, c *clock) int {
	if i >= r.n || !containsWord("時 时 点 點 시", r.tok(i).Text) || r.is(i+1, "間") || r.is(i+1, "间") || r.is(i+1, "간") {
		return 0
	}
	next := i + 1
	if m, end := r.hanNumber(next); m >= 0 && m < 60 && end < r.n && containsWord("分 분", r.tok(end).Text) {
		c.minute, next = m, end+1
	} else if r.is(next, "半") || r.is(next, "반") {
		c.minute, next = 30, next+1
	} else if m := r.number(next); r.digits(next) == 2 && m < 60 && !r.tok(next).Space {
		c.minute, next = m, next+1
	}
	return next - i
}
