package when

import "roundtwo/parse/token"

// clockTime reads a clock time, a range of two, or a list of these, with the zone after it: "at 3", "10:30-11:15am ET",
// "between 2 and 4 pm", "10, 11:30 or 3".
func clockTime(r *reader, i int) int {
	at, between := i, false
	switch {
	case r.has(at, roleBetween):
		at, between = r.skipArticle(at+1), true
	case r.is(at, "@"), r.has(at, roleAt|roleFrom) && !r.isNumberWord(at):
		at++
		if r.has(at, roleAt) && !r.isNumberWord(at) { // "a las", "around at", "alle ore"
			at++
		}
		if at > i && r.has(at-1, roleNames) && r.glued(at, ".") {
			at++ // "kl. 10.30"
		}
	}
	end := r.clockList(i, at, between)
	return max(0, end-i)
}

// skipArticle passes the article before an hour: "entre las 10 y las 12".
func (r *reader) skipArticle(i int) int {
	if r.has(i, roleAt|roleThe) && !r.isNumberWord(i) {
		return i + 1
	}
	return i
}

func (r *reader) isNumberWord(i int) bool { return r.word(i).isNumber || r.word(i).clock > 0 }

// maxClocks is the most clock times of one list.
const maxClocks = 12

// clockList reads clock times joined by commas and "or"; the end is i where there is none.
func (r *reader) clockList(i, at int, between bool) int {
	h, next, s := r.clockRange(at, between)
	if s == noClock || s < sureTime && !r.anchored(i, at, next, between, h, s) {
		return i
	}
	h.between = between
	r.addClock(h, i, next)
	next = r.zoneAfter(next)
	slashed := true // the clocks so far are joined by "/", and none has a zone
	for k := 1; k < maxClocks; k++ {
		sep := r.listSign(next)
		if sep == next {
			break
		}
		slashed = slashed && sep == next+1 && r.is(next, "/") && r.marks[len(r.marks)-1].kind == clockMark
		more, end, s := r.clockRange(sep, false)
		if s == noClock || s < sureTime && !r.endsClock(end) || s == bareHour && (r.dayFollows(sep) || r.namesRoom(end)) {
			break
		}
		more.inList, more.joined = true, k
		r.addClock(more, sep, end)
		if slashed {
			if next = r.pairZones(end, k+1); next > end {
				break
			}
		}
		next = r.zoneAfter(end)
	}
	return next
}

// namesRoom reports whether a capital behind a bare number makes it a ward or a floor: "at 1500, 5 East break room".
func (r *reader) namesRoom(i int) bool {
	return r.capital(i) && (r.mean[i] == nil || wings[r.tok(i).Lower]) && !r.placeTimeAt(i) && !r.abbreviation(i)
}

var wings = wordSet("east, west, north, south")

func (r *reader) addClock(h hours24, from, to int) {
	r.add(mark{kind: clockMark, span: token.Span{From: from, To: to}, clock: &h})
}

// listSign passes ",", "or", ", or" between the clock times of a list.
func (r *reader) listSign(i int) int {
	at := r.skipSign(i, ",;/&")
	if r.has(at, roleOr|roleAnd) {
		at++
		if r.is(at, "alternatively") {
			at++
		}
	}
	if at > i && (r.is(at, "at") || r.is(at, "um") || r.is(at, "@") || r.is(at, "from")) {
		at++
	}
	return at
}

// dayFollows reports whether the number at i is the day of a date: "Tuesday at 2, 14 May".
func (r *reader) dayFollows(i int) bool {
	_, _, ordinal := r.domAt(i)
	_, next := r.domList(i)
	m, _ := r.monthAt(next)
	return m > 0 || ordinal
}

// clockRange reads one clock time, or two joined by "to" or a dash. What is said of one half is said of the other:
// "2-3:30pm".
func (r *reader) clockRange(i int, between bool) (h hours24, next int, s strength) {
	first, at, s := r.clockAt(i)
	if s == noClock {
		return hours24{}, i, noClock
	}
	h = hours24{start: first}
	sep := r.rangeSign(r.zonePassed(at), between)
	if sep < 0 {
		if s == bareHour && r.orSureTime(at) {
			return h, at, sureTime
		}
		return h, at, s
	}
	second, end, s2 := r.clockAt(sep)
	switch {
	case s2 == noClock, s2 == bareHour && !r.endsClock(end), s2 < sureTime && r.dayFollows(sep),
		s2 == weakTime && s == bareHour && r.digits(sep) > 2:
		return h, at, s
	}
	h.end, h.ranged, h.second = second, true, sep
	if s < sureTime && s2 == sureTime && second.half == unsaid && s == bareHour && !second.exact && r.is(sep-1, "-") {
		s = weakTime // "12-12:30" may be anything
	}
	return h, end, max(s, s2)
}

// orSureTime reports whether "or 11am" follows: then the number before it is an hour too.
func (r *reader) orSureTime(i int) bool {
	sep := r.listSign(i)
	if sep == i || r.is(i, "/") || r.is(i, ",") && r.has(i-2, roleOn|roleThe) {
		return false
	}
	c, _, s := r.clockAt(sep)
	return s == sureTime && (c.half != unsaid || r.has(i, roleOr))
}

// rangeSign passes what joins the two ends of a range; -1 where nothing does.
func (r *reader) rangeSign(i int, between bool) int {
	switch {
	case between && r.has(i, roleAnd):
		return r.skipArticle(i + 1)
	case r.is(i, "-"):
		if i+1 < r.n && r.tok(i).Space && !r.tok(i+1).Space && r.digits(i+1) == 4 {
			return -1 // "16:10 -0400" is an offset
		}
		at := i + 1
		return r.skip(at, roleTo)
	case r.has(i, roleTo) && r.is(i+1, "half"):
		return i + 1
	case r.has(i, roleTo) && !r.has(i+1, roleTo|roleThe), r.is(i, "~"), r.is(i, "至"), r.is(i, "到"):
		return i + 1
	case r.is(i, "か") && r.is(i+1, "ら"), r.is(i, "부") && r.is(i+1, "터"):
		return i + 2
	case r.has(i, roleTo) && (r.has(i+1, roleAt) || r.is(i+1, "las")): // "a las", "até às", "fino alle"
		return i + 2
	}
	return -1
}

// zonePassed skips a zone between the two ends: "10:00 AM ET - 10:45 AM ET".
func (r *reader) zonePassed(i int) int {
	at := r.skipSign(i, "(")
	if z, n := phraseAt(r, zonePhrases, at); n > 0 && r.zoneCounts(z, at, n) {
		return r.skipSign(at+n, ")")
	}
	return i
}

// anchored decides whether a number without colon, "pm" or "Uhr" is a clock time.
func (r *reader) anchored(i, at, next int, between bool, h hours24, s strength) bool {
	if s == weakTime && (r.agendaRow(i, next, h) || r.militaryRow(i, next, h)) {
		return true
	}
	if !r.endsClock(next) || r.dayFollows(at) {
		return false
	}
	if s == weakTime && h.ranged && (h.start.hour != h.end.hour || h.start.minute < h.end.minute) {
		return !r.glued(at-1, "-") && r.skipSign(at-1, "/#") == at-1
	}
	if s == weakTime && r.dottedHour(at, h) {
		return true
	}
	switch {
	case between:
		return h.ranged && (s == weakTime || next >= r.n || r.mean[next] != nil || r.tok(next).Kind != token.Word)
	case at > i:
		return s == weakTime || r.hourAfterAt(i, at, h)
	case r.afterMark(i, dayMark):
		return s == weakTime || h.ranged || !r.capital(next)
	case r.afterMark(i, partMark), r.afterCue(i), h.ranged && r.dayStartsAt(next):
		return true
	}
	return r.afterTimeLabel(i)
}

// dottedHour reports whether "10.30" is an hour wherever it stands: at a time of the day when people meet, on a mark of
// five minutes, and no price, version or section.
func (r *reader) dottedHour(at int, h hours24) bool {
	if r.digits(at) > 2 || !r.is(at+1, ".") && !r.is(at+1, "•") || h.start.hour > 20 || h.start.minute%5 != 0 {
		return false
	}
	if h.start.hour < 6 && (h.start.hour == 0 || r.last < 0 || at-r.marks[r.last].span.To > reach) {
		return false // 2.15 is an hour only near others
	}
	return r.skipSign(at-1, "/#-+=~$") == at-1 && !r.kind(at-1, token.Number)
}

// militaryRow reports whether "1015" begins a row, or ends a sentence after another such hour: "1015  Practical".
func (r *reader) militaryRow(i, next int, h hours24) bool {
	if r.digits(i) != 4 || r.last < 0 || h.start.hour < 6 || h.start.hour > 21 || h.start.minute%5 != 0 || plausibleYear(r.number(i)) {
		return false
	}
	leads := i > 0 && (r.tok(i-1).Ends() || r.skipSign(i-1, "-*") > i-1 && i > 1 && r.tok(i-2).Ends())
	return leads && !r.houseNumber(next) && (next >= r.n || r.tok(next).Ends() || r.tok(next).Space && (r.capital(next) || r.kind(next, token.Punct)))
}

// streetWords end the name of a street behind a house number: "1220 SW Morrison St".
var streetWords = wordSet(`st, street, ave, avenue, rd, road, blvd, boulevard, lane, ln, drive, dr, way, place, pl, square, sq, court,
	ct, parkway, pkwy, highway, hwy, terrace, plaza, broadway, sw, se, nw, ne`)

func (r *reader) houseNumber(next int) bool {
	for i := next; i < next+4 && i < r.n && r.kind(i, token.Word); i++ {
		if streetWords[r.tok(i).Lower] {
			return true
		}
	}
	return false
}

// agendaRow reports whether a time such as "9.30" begins a row below a day or another clock time: "9.30 Welcome".
func (r *reader) agendaRow(i, next int, h hours24) bool {
	if i == 0 || r.digits(i) > 2 || !r.tok(i-1).Breaks() || !r.kind(next, token.Word) || r.last < 0 || h.start.hour == 0 || h.start.hour > 20 {
		return false
	}
	return i-r.marks[r.last].span.To <= reach
}

// afterCue reports whether words after which an hour is said stand right before token i: "by 5", "go past 8.30".
func (r *reader) afterCue(i int) bool {
	if len(r.marks) == 0 {
		return false
	}
	m := r.marks[len(r.marks)-1]
	return m.kind == cueMark && m.span.To == i && (m.cue == cueDeadline || m.cue == cueEnd || m.cue == cueAfter || m.cue == cueStart)
}

// dayStartsAt reports whether a day in words follows: "6-8 next Monday".
func (r *reader) dayStartsAt(i int) bool {
	at := r.skip(i, roleOn)
	at = r.skip(at, roleNext|roleThis)
	_, n := r.relativeAt(at)
	return n > 0 || r.word(at).weekday > 0 && !r.word(at).plural
}

// amounts are words for about that stand before amounts as often as before hours.
var amounts = wordSet(`about, around, approximately, approx, circa, ca, zirka, environ, ongeveer, hacia`)

// hourAfterAt tells "at 3" from "at 3 companies", "by 5", "about 40", "from 10 people".
func (r *reader) hourAfterAt(i, at int, h hours24) bool {
	if amounts[lowerAt(r, i)] && !r.afterMark(i, dayMark) && !r.has(i+1, roleAt) {
		return r.is(i, "around") && r.kindIsNumber(at) && r.number(at) <= 12
	}
	if r.has(i, roleFrom) && !r.is(i, "@") {
		return h.ranged
	}
	return !(h.start.hour == 0 && r.digits(at) == 1)
}

// endsClock decides by what follows whether a bare number can be an hour: not "3 companies", "10%", "22 Kessels Court".
func (r *reader) endsClock(i int) bool {
	if i >= r.n || r.tok(i).Ends() {
		return true
	}
	t := r.tok(i)
	switch t.Kind {
	case token.Number:
		return t.Space && r.digits(i) <= 2 // the day of a date after the hour
	case token.Punct:
		decimal := r.skipSign(i, ".:/") > i && r.kind(i+1, token.Number) && !r.tok(i+1).Space
		return t.Space || r.skipSign(i, ",.;:!?)(-]'\"/&|") > i && !decimal
	}
	w := r.word(i)
	if !t.Space && w.half == unsaid {
		return false
	}
	if r.mean[i] != nil {
		return w.unit == noUnit && w.ordinal == 0 && (w.month == 0 || w.role != 0)
	}
	if z, n := phraseAt(r, zonePhrases, i); n > 0 && r.zoneCounts(z, i, n) || r.placeTimeAt(i) {
		return true
	}
	return !r.capital(i) && !streetLeads[t.Lower] && (t.Text[len(t.Text)-1] != 's' || okAfterOrdinal[t.Lower])
}

// streetLeads stand behind a house number in small letters: "at 14h30, 8 rue des Tanneurs".
var streetLeads = map[string]bool{"rue": true, "avenue": true, "boulevard": true, "quai": true, "allee": true, "impasse": true, "chemin": true,
	"viale": true, "piazza": true, "corso": true, "calle": true, "avenida": true, "rua": true, "ulica": true, "ul": true}

// afterTimeLabel reports whether "Time:", "Start:" or the like stands before token i on its line, or on the line before.
func (r *reader) afterTimeLabel(i int) bool {
	at := i - 1
	for at >= 0 && (r.skipSign(at, ":-|") > at || r.kind(at, token.Cell)) {
		at--
	}
	if at == i-1 && at >= 0 && r.kind(at, token.Line) {
		at--
	}
	if at < 0 || at == i-1 {
		return false
	}
	for k := at; k >= max(0, at-3) && !r.tok(k).Ends(); k-- { // "Time of interview:"
		if c, n := phraseAt(r, cuePhrases, k); n > 0 && (c == cueTime || c == cueStart || c == cueEnd) {
			return true
		}
	}
	return false
}
