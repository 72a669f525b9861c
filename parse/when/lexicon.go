package when

import (
	"strings"
	"sync"

	"roundtwo/parse/token"
)

// role is what a small word does between dates and clocks. One word may have several.
type role uint32

// The roles.
const (
	roleAt      role = 1 << iota // before a clock time: "at", "um", "à"
	roleFrom                     // opens a range: "from", "von"
	roleTo                       // joins a range: "to", "until", "bis"
	roleBetween                  // opens a range joined by roleAnd: "between 2 and 4"
	roleAnd
	roleOr
	roleOn   // before a day
	roleOf   // between day and month: "3rd of March"
	roleThe  // articles
	roleNext // "next Tuesday"
	roleThis // "this Friday", "this coming Friday"
	roleLast // "last Monday": past
	roleIn   // "in two weeks"
	roleHalf // "half past", "halb"
	rolePast // "ten past nine"
	roleBefore
	roleClock   // after an hour: "o'clock", "Uhr", "h"
	roleAbout   // "about", "circa": a time follows, not exactly
	roleQuarter // a quarter of an hour, before or after the hour
	roleNames   // "Mr", "Dr": the dot after it ends no sentence
)

// meridiem is the half of the day.
type meridiem int8

// The halves. Unsaid leaves an hour from 1 to 12 to be read by sense.
const (
	unsaid meridiem = iota
	am
	pm
)

// meaning is all that one word can be; zero fields are what it cannot be.
type meaning struct {
	month    int8 // 1 to 12
	weekday  int8 // Sunday 1 to Saturday 7
	short    bool // weekday is a short form that is also an everyday word: "sat", "do"
	plural   bool // "Mondays": every week
	number   int16
	isNumber bool
	ordinal  int8 // "fourteenth" 14; of the suffix "th": -1
	unit     unit
	part     part
	half     meridiem // "am", "pm"
	clock    int8     // "noon" 12, "midnight" 24
	zone     bool     // begins a zone that is no phrase: "UTC+1", "Europe/Paris"
	role     role
	phrase   uint16 // the tables of which it begins a phrase
	begins   begin  // what can begin with it, from all of the above
}

// begin is a set of things that can begin with a word, so that a rule is tried only where it can succeed.
type begin uint16

// What a word can begin.
const (
	beginsRelativeDay begin = 1 << iota
	beginsRelativeWeek
	beginsOrdinal
	beginsMonth
	beginsWeekday
	beginsDistance
	beginsNumber
	beginsLength
	beginsClock
	beginsPart
	beginsZone
	beginsCue
)

// findBegins fills begins.
func (m *meaning) findBegins() {
	for _, c := range []struct {
		can   bool
		begin begin
	}{
		{m.phrase&relativeDayPhrases.bit != 0, beginsRelativeDay | beginsDistance},
		{m.phrase&relativeWeekPhrases.bit != 0, beginsRelativeWeek},
		{m.phrase&lengthPhrases.bit != 0, beginsLength},
		{m.phrase&clockWordPhrases.bit != 0, beginsClock},
		{m.phrase&(zonePhrases.bit|placePrefixPhrases.bit|placeSuffixPhrases.bit) != 0 || m.zone, beginsZone},
		{m.phrase&cuePhrases.bit != 0 || m.role&roleOr != 0, beginsCue},
		{m.ordinal > 0, beginsOrdinal},
		{m.month > 0, beginsMonth},
		{m.weekday > 0 || m.role&(roleNext|roleThis|roleLast) != 0, beginsWeekday},
		{m.role&roleIn != 0 || m.unit == weeks || m.unit == fortnights, beginsDistance},
		{m.isNumber, beginsNumber},
		{m.clock > 0 || m.role&(roleAt|roleFrom|roleBetween|roleHalf|roleQuarter|roleAbout) != 0, beginsClock},
		{m.part != noPart, beginsPart},
	} {
		if c.can {
			m.begins |= c.begin
		}
	}
}

// lexicon is the words of one language, and what can be read in every language.
type lexicon map[string]*meaning

// lexicons builds the lexicon of each language of the table once, when it is first met.
var lexicons = makeLexicons()

func makeLexicons() map[string]func() lexicon {
	out := make(map[string]func() lexicon, len(languages))
	for name := range languages {
		out[name] = sync.OnceValue(func() lexicon { return buildLexicon(name) })
	}
	return out
}

func buildLexicon(name string) lexicon {
	lex := lexicon{}
	for other := range languages {
		lex.addCalendar(languages[other])
	}
	// English labels and units stand in mails of every language.
	lex.addWords(languages["en"], name == "en")
	if name != "en" {
		lex.addWords(languages[name], true)
	}
	for word, tables := range firstWords {
		lex.of(word).phrase |= tables
	}
	for area := range ianaAreas {
		lex.of(area).zone = true
	}
	for half := range hanHalves {
		lex.of(token.Cut(half)[0].Lower).role |= roleHalf
	}
	for _, m := range lex {
		m.findBegins()
	}
	lex.of("a").begins |= beginsClock    // "a quarter past"
	lex.of("après").begins |= beginsPart // "après-midi"
	return lex
}

// of gives the entry of a word, making it where needed.
func (lex lexicon) of(word string) *meaning {
	word = token.Fold(word)
	m := lex[word]
	if m == nil {
		m = &meaning{}
		lex[word] = m
	}
	return m
}

// addCalendar adds the months and weekdays that are the same day in every language.
func (lex lexicon) addCalendar(l language) {
	for i, words := range l.months {
		for _, w := range strings.Fields(words) {
			lex.of(w).month = int8(i + 1)
		}
	}
	for i, words := range l.weekdays {
		for _, w := range strings.Fields(words) {
			lex.of(w).weekday = fromMonday(i)
		}
	}
	for i, words := range l.weekly {
		for _, w := range strings.Fields(words) {
			m := lex.of(w)
			m.weekday, m.plural = fromMonday(i), true
		}
	}
}

// fromMonday turns an index from Monday into Sunday 1 to Saturday 7.
func fromMonday(i int) int8 { return int8((i+1)%7 + 1) }

// addWords adds what is only read in a message of that language; everyday are the words that would be something else
// in another language.
func (lex lexicon) addWords(l language, everyday bool) {
	for i, words := range l.shortMonths {
		for _, w := range strings.Fields(words) {
			lex.of(w).month = int8(i + 1)
		}
	}
	for word, u := range l.units {
		lex.of(word).unit = u
	}
	for word, p := range l.parts {
		lex.of(word).part = p
	}
	for word, h := range l.clocks {
		lex.of(word).clock = h
	}
	for word, h := range l.halves {
		lex.of(word).half = h
	}
	if !everyday {
		return
	}
	for i, words := range l.shortWeekdays {
		for _, w := range strings.Fields(words) {
			if m := lex.of(w); m.weekday == 0 {
				m.weekday, m.short = fromMonday(i), true
			}
		}
	}
	lex.addNumbers(l)
	for r, words := range l.roles {
		for _, w := range strings.Fields(words) {
			lex.of(w).role |= r
		}
	}
}

func (lex lexicon) addNumbers(l language) {
	for i, words := range strings.Fields(l.numbers) {
		for _, w := range strings.Split(words, "/") {
			m := lex.of(w)
			m.number, m.isNumber = int16(i+1), true
		}
	}
	for word, n := range l.moreNumbers {
		m := lex.of(word)
		m.number, m.isNumber = int16(n), true
	}
	for i, words := range strings.Fields(l.ordinals) {
		for _, w := range strings.Split(words, "/") {
			lex.of(w).ordinal = int8(i + 1)
		}
	}
	for _, w := range strings.Fields(l.suffixes) {
		lex.of(w).ordinal = -1
	}
}

// wordSet is the set of the words of a list with commas between.
func wordSet(list string) map[string]bool {
	out := map[string]bool{}
	for _, word := range strings.Split(list, ",") {
		out[strings.TrimSpace(word)] = true
	}
	return out
}
