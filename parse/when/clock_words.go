package when

// wordClock reads "noon", "half past nine", "halb zehn", "quarter to ten", "nine thirty", "nine".
func (r *reader) wordClock(i int) (c clock, next int, s strength) {
	w := r.word(i)
	if c, n := phraseAt(r, clockWordPhrases, i); n > 0 {
		return c, i + n, sureTime
	}
	if w.clock > 0 {
		return clock{hour: int(w.clock), exact: true}, i + 1, sureTime
	}
	if h, next := r.hanHalf(i); next > i {
		if c, end, s := r.hanHour(next); s == sureTime {
			if c.hour <= 12 {
				c.half, c.exact = h, false
			}
			return c, end, s
		}
		return clock{}, i, noClock
	}
	if c, next, ok := r.minutesPast(i); ok {
		return c, next, sureTime
	}
	if c, next, s := r.hanHour(i); s == sureTime {
		return c, next, s
	}
	if !w.isNumber || w.number > 24 {
		return clock{}, i, noClock
	}
	c, next, s = clock{hour: int(w.number)}, i+1, bareHour
	c.exact = c.hour > 12
	if end := r.clockWord(next, s); end > next {
		next, s = end, sureTime
		if m, end := r.minuteAfterWord(next); m > 0 {
			c.minute, next = m, end
		}
	} else if m, end := r.spokenMinutes(next); end > next+1 || end > next && !r.glued(next, "-") {
		c.minute, next, s = m, end, weakTime
	}
	if h, n := r.meridiemAt(next); n > 0 && c.hour <= 12 {
		c.half = h
		return c, next + n, sureTime
	}
	return c, next, s
}

// hanHalves are the words for the halves of the day before an hour.
var hanHalves = map[string]meridiem{"午前": am, "上午": am, "오전": am, "早上": am, "午後": pm, "下午": pm, "오후": pm, "晚上": pm}

func (r *reader) hanHalf(i int) (meridiem, int) {
	if i+1 < r.n && len(r.tok(i).Text) == 3 && r.tok(i).Text[0] >= 0x80 {
		if h, ok := hanHalves[r.tok(i).Text+r.tok(i+1).Text]; ok {
			return h, i + 2
		}
	}
	return unsaid, i
}

// spokenMinutes reads the minutes after an hour in words: "nine thirty", "seven twenty-seven", "nine oh five".
func (r *reader) spokenMinutes(i int) (minute, next int) {
	if r.glued(i, "-") && r.word(i+1).isNumber && r.word(i+1).number%5 == 0 && r.word(i+1).number >= 15 {
		i++ // two-thirty
	}
	w := r.word(i)
	if !w.isNumber || w.number < 10 || w.number > 59 || r.word(i+1).unit != noUnit {
		return r.romanceMinutes(i)
	}
	n := int(w.number)
	if n%10 == 0 && n >= 20 {
		at := r.skipSign(i+1, "-")
		if o := r.word(at); o.isNumber && o.number < 10 {
			return n + int(o.number), at + 1
		}
	}
	return n, i + 1
}

// minutesPast reads the minutes before the hour, and the half of the day behind it: "ten past nine in the evening".
func (r *reader) minutesPast(i int) (c clock, next int, ok bool) {
	c, next, ok = r.spokenPast(i)
	if !ok || c.hour > 12 {
		return c, next, ok
	}
	if h, n := r.meridiemAt(next); n > 0 {
		c.half, next = h, next+n
	}
	return c, next, ok
}

// spokenPast reads "half past nine", "ten to four", "viertel nach drei", "5 past 9",
// "halb zehn".
func (r *reader) spokenPast(i int) (c clock, next int, ok bool) {
	at := i
	if r.is(at, "a") && r.has(at+1, roleQuarter) {
		at++
	}
	if r.has(at, roleHalf) {
		return r.halfHour(at)
	}
	for _, q := range quartersBefore[r.lang] {
		if n := r.wordsAt(at, q.words); n > 0 {
			hour, next, ok := r.hourWord(at + n)
			if !ok {
				return clock{}, i, false
			}
			return shift(clock{hour: hour}, -q.before), r.clockWord(next, bareHour), true
		}
	}
	n, at := r.minuteCount(at)
	if n == 0 {
		return clock{}, i, false
	}
	sign := 0
	switch {
	case r.has(at, rolePast) && !r.has(at, roleBefore), r.is(at, "past"), r.is(at, "nach"), r.is(at, "over"):
		sign = 1
	case r.has(at, roleBefore), r.is(at, "of") && r.has(at-1, roleQuarter):
		sign = -1
	}
	if sign == 0 {
		return clock{}, i, false
	}
	if r.has(at+1, roleHalf) && (sign > 0 || r.lang != "en") {
		// tien over half vier: 3:40
		half, next, ok := r.halfHour(at + 1)
		return shift(half, sign*n), next, ok
	}
	if r.has(at+1, roleHalf) {
		return clock{}, i, false // "ten to half past eleven"
	}
	hour, next, ok := r.hourWord(at + 1)
	if !ok || sign < 0 && !r.toIsBefore(i, at) {
		return clock{}, i, false
	}
	return shift(clock{hour: hour}, sign*n), r.clockWord(next, bareHour), true
}

// quartersBefore are quarters of the hour that begins with the one before, by language: "dreiviertel elf" is 10:45, "čtvrt na
// deset" is 9:15.
var quartersBefore = map[string][]struct {
	words  string
	before int
}{
	"de": {{"dreiviertel", 15}},
	"hu": {{"haromnegyed", 15}, {"negyed", 45}},
	"cs": {{"tri ctvrte na", 15}, {"ctvrt na", 45}},
}

// toIsBefore tells "ten to four" from the range "10 to 4" and "five to seven": English digits are a range, and words
// need "at" or be no hour.
func (r *reader) toIsBefore(from, to int) bool {
	if r.lang != "en" || r.has(from, roleQuarter) || r.is(from, "a") {
		return true
	}
	if r.is(to-1, "minutes") || r.is(to-1, "min") || r.is(to-1, "mins") {
		return true
	}
	w := r.word(from)
	return w.isNumber && (w.number > 12 || r.is(from-1, "at")) || r.word(to-1).unit == minutes
}

// minuteCount reads the minutes before "past": a number, a quarter.
func (r *reader) minuteCount(i int) (n, next int) {
	switch {
	case r.has(i, roleQuarter):
		return 15, i + 1
	case r.number(i) > 0 && r.number(i) < 60 && r.digits(i) <= 2:
		n, next = r.number(i), i+1
	case r.word(i).isNumber && r.word(i).number < 60:
		n, next = int(r.word(i).number), i+1
		at := r.skipSign(next, "-")
		if w := r.word(at); n >= 20 && n%10 == 0 && w.isNumber && w.number < 10 {
			n, next = n+int(w.number), at+1
		}
	default:
		return 0, i
	}
	if r.word(next).unit == minutes {
		next++
	}
	return n, next
}

// halfHour reads "half past nine", "half nine" (9:30), "halb zehn" (9:30).
func (r *reader) halfHour(i int) (c clock, next int, ok bool) {
	at, past := i+1, false
	if r.is(at, "-") {
		at++
	}
	if r.is(at, "past") || r.is(at, "after") {
		at, past = at+1, true
	}
	if past && r.is(at, "-") {
		at++ // half-past-nine
	}
	hour, next, ok := r.hourWord(at)
	if !ok || !past && r.kindIsNumber(at) && !r.words.halfIsBefore && !r.has(i-1, roleAt) {
		return clock{}, i, false
	}
	c = clock{hour: hour, minute: 30}
	if r.words.halfIsBefore && !past {
		c = shift(c, -60)
	}
	return c, r.clockWord(next, bareHour), true
}

func (r *reader) kindIsNumber(i int) bool { return r.number(i) >= 0 }

// hourWord reads an hour from 1 to 12 in digits or words.
func (r *reader) hourWord(i int) (hour, next int, ok bool) {
	if n := r.number(i); n >= 1 && n <= 24 && r.digits(i) <= 2 {
		return n, i + 1, !r.glued(i+1, ":") && r.word(i+1).unit != minutes
	}
	w := r.word(i)
	if w.clock > 0 {
		return int(w.clock), i + 1, true
	}
	return int(w.number), i + 1, w.isNumber && w.number <= 12 && (w.unit == noUnit) && r.word(i+1).unit == noUnit
}

// romanceMinutes reads an ending after the hour; next is i where none stands there.
func (r *reader) romanceMinutes(i int) (minute, next int) {
	for ending, m := range r.words.endings {
		if n := r.wordsAt(i, ending); n > 0 {
			return m, i + n
		}
	}
	return 0, i
}

// wordsAt gives how many tokens the words take at i, 0 where others stand there.
func (r *reader) wordsAt(i int, words string) int {
	n := 0
	for len(words) > 0 {
		end := 0
		for end < len(words) && words[end] != ' ' {
			end++
		}
		if !r.is(i+n, words[:end]) {
			return 0
		}
		n++
		words = words[min(len(words), end+1):]
	}
	return n
}

// shift moves a clock time by minutes, within its half of the day.
func shift(c clock, by int) clock {
	t := c.hour*60 + c.minute + by
	if t < 60 && !c.exact {
		t += 12 * 60 // ten to one is 12:50
	}
	c.hour, c.minute = t/60, t%60
	return c
}
