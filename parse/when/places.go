package when

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"roundtwo/parse/place"
	"roundtwo/parse/token"
)

// lead is what words before a place make of it.
type lead uint8

const (
	noLead   lead = iota
	leadIn        // "in London": the zone only beside a clock time, because it is more often where one meets
	leadOf        // "hora de Madrid": a clock
	leadWord      // "hora española", "czasu warszawskiego": a clock, also before an adjective
)

// placePrefixes are the words before a place that make it a clock.
var placePrefixes = map[string]lead{
	"in": leadIn, "for you in": leadIn, "over in": leadIn, "here in": leadIn, "(": leadIn,
	"time in": leadOf, "local time in": leadOf, "Ortszeit": leadOf, "Ortszeit in": leadOf, "Zeit in": leadOf, "tijd in": leadOf, "tid i": leadOf,
	"hora de": leadOf, "hora de la": leadOf, "hora del": leadOf, "hora local de": leadOf, "hora en": leadOf, "hora em": leadOf, "hora do": leadOf, "hora da": leadOf,
	"heure de": leadOf, "heure locale de": leadOf, "heure du": leadOf, "heure d'": leadOf, "heure à": leadOf,
	"ora di": leadOf, "ora locale di": leadOf, "ora del": leadOf, "horário de": leadOf, "horário do": leadOf, "horário da": leadOf,
	"по времени": leadOf, "время": leadOf, "за часом": leadOf, "ώρα": leadOf, "שעון": leadOf, "בשעון": leadOf, "بتوقيت": leadOf,
	"hora": leadWord, "heure": leadWord, "ora": leadWord, "czasu": leadWord,
}

// placeSuffixes are the words behind a place that make it a clock.
var placeSuffixes = map[string]bool{
	"time": true, "local time": true, "Zeit": true, "Ortszeit": true, "Uhrzeit": true, "tijd": true, "lokale tijd": true, "tid": true, "lokal tid": true,
	"czasu": true, "času": true, "saati": true, "saatiyle": true, "saatine göre": true, "idő": true, "idő szerint": true, "aikaa": true, "laiku": true, "laiks": true,
	"aja järgi": true, "времени": true, "время": true, "часом": true, "часу": true, "време": true, "时间": true, "時間": true, "시간": true,
}

// accordings stand before a place that has the word for time behind it: "14 Uhr nach deutscher Zeit".
var accordings = wordSet(`nach, по, за, według, wg, podle, podľa, по-`)

// placeAt finds the place that is named at token i, and how many tokens its name takes.
func (r *reader) placeAt(i int) (place.Place, int) {
	if i < 0 || i >= r.n {
		return place.Place{}, 0
	}
	p, n := place.At(r.all, r.place(i))
	return p, r.kept(i, n)
}

// kept is how many of the tokens that are read lie in n tokens of the text from token i on.
func (r *reader) kept(i, n int) int {
	if n == 0 || r.places == nil {
		return n
	}
	end := i + 1
	for end < r.n && r.place(end) < r.place(i)+n {
		end++
	}
	return end - i
}

// clockOfPlace reports whether "heure du Maroc" begins at token i, whose "heure" is no part of the hour before it.
func (r *reader) clockOfPlace(i int) bool {
	_, n := r.placeZone(i, true)
	return n > 0
}

// suffixAt passes a word for time behind a place: "Almaty time", "Tokio-Zeit". It is 0 where none stands at token i.
func (r *reader) suffixAt(i int) int {
	hyphen := 0
	if r.glued(i, "-") && i+1 < r.n && !r.tok(i+1).Space {
		hyphen = 1
	}
	if _, n := phraseAt(r, placeSuffixPhrases, i+hyphen); n > 0 {
		return hyphen + n
	}
	return 0
}

// placeZone reads "London time", "in New York", "hora de Madrid", "(Berlin)". Expected is true right behind a clock time.
func (r *reader) placeZone(i int, expected bool) (zoneWord, int) {
	lead, before := phraseAt(r, placePrefixPhrases, i)
	only := before == 0 && accordings[lowerAt(r, i)]
	if only {
		before = 1
	}
	p, n := r.placeAt(i + before)
	if n == 0 && lead == leadOf && r.is(i+before, "la") { // "hora de la Argentina"
		p, n = r.placeAt(i + before + 1)
		n++
	}
	if p.Zones == nil || n == 1 && len(r.tok(i+before).Text) <= 3 && !r.capital(i+before) { // "hora de la …" is no Los Angeles
		return zoneWord{}, 0
	}
	after := r.suffixAt(i + before + n)
	switch {
	case after > 0:
	case only:
		return zoneWord{}, 0
	case lead == leadWord && p.Word, lead >= leadOf && !p.Word && r.upper(i+before+n-1):
	case !expected || p.Word || !r.upper(i+before), before > 0 && rooms[lowerAt(r, i+before+n)]:
		return zoneWord{}, 0
	case before == 0 && (p.Name || !(r.is(i+n, ")") && r.clockBracket(i))):
		return zoneWord{}, 0
	}
	return ofPlace(p), before + n + after
}

// rooms follow a place that only names a room: "at 10:00 in Oslo meeting room".
var rooms = wordSet(`room, meeting, conference, boardroom, floor, suite, raum, saal, salle, sala, zaal`)

// ofPlace is the zone of a place.
func ofPlace(p place.Place) zoneWord {
	z := zoneWord{zone: p.Zones[0], isPlace: true}
	if len(p.Zones) > 1 {
		z.orElse = p.Zones[1]
	}
	return z
}

// placeTimeAt reports whether a place with the word for time begins at token i, known or not: "Almaty time".
func (r *reader) placeTimeAt(i int) bool {
	if !r.upper(i) {
		return false
	}
	if _, n := r.placeAt(i); n > 0 && r.suffixAt(i+n) > 0 {
		return true
	}
	_, n := r.unknownZone(i)
	return n > 0
}

// upper reports whether token i begins with a capital, or is of a script that has none.
func (r *reader) upper(i int) bool {
	if !r.kind(i, token.Word) {
		return false
	}
	c, _ := utf8.DecodeRuneInString(r.tok(i).Text)
	return !unicode.IsLower(c)
}

// clockBracket reports whether the place at token i is alone in a bracket, or behind a clock time: "(Berlin)", "(9:00am
// Perth)".
func (r *reader) clockBracket(i int) bool {
	for k := i - 1; k >= 0 && k > i-7; k-- {
		if r.is(k, "(") {
			return true
		}
		if !r.kind(k, token.Number) && !r.is(k, ":") && !r.is(k, ".") && r.word(k).half == unsaid {
			return false
		}
	}
	return false
}

// inhabitants reads "Wiener Zeit": German makes the adjective of a city by its ending.
func (r *reader) inhabitants(i int) (zoneWord, int) {
	if !r.kind(i, token.Word) || !r.upper(i) {
		return zoneWord{}, 0
	}
	city, ok := strings.CutSuffix(r.tok(i).Lower, "er")
	if !ok {
		return zoneWord{}, 0
	}
	p, known := place.Named(city)
	if _, after := phraseAt(r, placeSuffixPhrases, i+1); known && after > 0 {
		return ofPlace(p), 1 + after
	}
	return zoneWord{}, 0
}

// placeTime reads backwards from a word for time at token i: "All times are Vancouver time". What stands before it must
// not belong to anything else.
func (r *reader) placeTime(i int) int {
	_, after := phraseAt(r, placeSuffixPhrases, i)
	if after == 0 || i == 0 {
		return 0
	}
	last := 0
	if len(r.marks) > 0 {
		last = r.marks[len(r.marks)-1].span.To
	}
	_, n := place.Before(r.all, r.place(i))
	from := i
	for n > 0 && from > 0 && r.place(from-1) >= r.place(i)-n {
		from--
	}
	if from == i {
		from = i - 1
	}
	if from < last {
		return 0
	}
	z, size := r.placeZone(from, false)
	if size == 0 {
		z, size = r.inhabitants(from)
	}
	if size == 0 {
		return 0
	}
	r.addZone(z, from, from+size)
	return from + size - i
}

// maxUnknown is the most words of a place that is not known: "Isla del Sol time".
const maxUnknown = 3

// unknownZone reads "Zorgon time" right behind a clock time: a zone is stated that is not known.
func (r *reader) unknownZone(i int) (zoneWord, int) {
	n := 0
	for n < maxUnknown && r.upper(i+n) && r.maybeZone(i+n) && !noPlaces[r.tok(i+n).Lower] {
		n++
	}
	if n == 0 {
		return zoneWord{}, 0
	}
	after := r.suffixAt(i + n)
	if after == 0 || r.is(i+n+after, ":") || r.upper(i+n) && r.tok(i+n).Text != "Zeit" && !r.endsClock(i+n+after) {
		return zoneWord{}, 0
	}
	return zoneWord{unknown: true}, n + after
}

// maybeZone reports whether token i means nothing but a zone, if anything: "US time".
func (r *reader) maybeZone(i int) bool {
	m := r.word(i)
	known := zonePhrases.bit | placePrefixPhrases.bit | placeSuffixPhrases.bit
	return m.month == 0 && m.weekday == 0 && !m.isNumber && m.ordinal == 0 && m.unit == noUnit && m.part == noPart && m.half == unsaid &&
		m.clock == 0 && m.role == 0 && m.phrase&^known == 0
}

// noPlaces are words before "time" that are no place: "10:00 Start time", "14:00 Lunch Time".
var noPlaces = wordSet(`start, starting, end, ending, finish, meeting, interview, call, lunch, dinner, breakfast, tea, coffee, break, total, full, part,
	first, last, second, third, local, your, our, my, their, his, her, the, this, that, any, some, more, spare, free, real, run, arrival, departure,
	check, show, prep, preparation, travel, reading, question, questions, story, waiting, wait, response, standard, daylight, summer, winter, same, new,
	old, original, proposed, preferred, best, good, great, suggested, scheduled, estimated, duration, session, team, what, which, it, in, on, at, no, exact,
	approximate, appointment, slot, core, office, business, working, work, quality, buffer, setup, set, up, time, date, day, one, next, each, every, zone,
	bed, game, play, nap, focus, down, over, long, short, short, hard, peak, off, overall, q, a, and, or, with, for, to, of, please, thanks, regards,
	beginn, anfang, ende, gesamte, volle, freie, arbeit, mittags, start-, inicio, fin, final`)
