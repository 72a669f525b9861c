package when

import (
	"strings"
	"sync"

	"roundtwo/parse/almanac"
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
	roleAway    // before the hour that a move gives up: "from 10 to 2", "von", "z"
	roleOnto    // before the new one: "to", "auf", "na"
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
	wide       int8 // how many tokens the name takes
	month      int8 // 1 to 12
	weekday    int8 // Sunday 1 to Saturday 7
	short      bool // weekday is a short form that is also an everyday word: "sat", "do"
	plural     bool // "Mondays": every week
	number     int16
	isNumber   bool
	ordinal    int8 // "fourteenth" 14; of the suffix "th": -1
	unit       unit
	part       part
	half       meridiem // "am", "pm"
	clock      int8     // "noon" 12, "midnight" 24
	weekNumber bool     // the number of a week follows: "KW 50"
	zone       bool     // begins a zone that is no phrase: "UTC+1", "Europe/Paris"
	role       role
	phrase     uint16 // the tables of which it begins a phrase
	begins     begin  // what can begin with it, from all of the above
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
	beginsHan // a numeral
	beginsSame
)

// findBegins fills begins.
func (m *meaning) findBegins() {
	for _, c := range [...]struct {
		can   bool
		begin begin
	}{
		{m.phrase&relativeDayPhrases.bit != 0, beginsRelativeDay | beginsDistance},
		{m.phrase&relativeWeekPhrases.bit != 0 || m.weekNumber, beginsRelativeWeek},
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
		{m.phrase&samePhrases.bit != 0, beginsSame},
		{m.part != noPart || m.phrase&partPhrases.bit != 0, beginsPart},
	} {
		if c.can {
			m.begins |= c.begin
		}
	}
}

// lexicon is the words of one language, and what can be read in every language.
type lexicon struct {
	words   map[string]*meaning
	long    map[string]*meaning // names of several words, "יום חמישי"
	names   token.Phrases[*meaning]
	touched []*meaning // whose begins are to be found
}

// lexicons builds the lexicon of each language of the table once, when it is first met.
var lexicons = makeLexicons()

func makeLexicons() map[string]func() *lexicon {
	out := make(map[string]func() *lexicon, len(languages))
	for name := range languages {
		out[name] = sync.OnceValue(func() *lexicon { return buildLexicon(name) })
	}
	return out
}

// everywhere is what is read in a text of any language.
var everywhere = sync.OnceValue(func() *lexicon {
	lex := &lexicon{words: make(map[string]*meaning, 6000), long: map[string]*meaning{}}
	all := almanac.All()
	for i := range all { // from the last to the first, so that of two languages the more common one counts
		lex.addNames(all[len(all)-1-i])
	}
	lex.addWords(languages["en"], false) // English labels and units stand in mails of every language
	for word, tables := range firstWords {
		lex.of(word).phrase |= tables
	}
	for area := range ianaAreas {
		lex.of(area).zone = true
	}
	for half := range hanHalves {
		lex.of(token.Cut(half)[0].Lower).role |= roleHalf
	}
	lex.findBegins()
	return lex
})

func buildLexicon(name string) *lexicon {
	lex := everywhere().clone()
	lex.addNames(languages[name].names)
	lex.addWords(languages[name], true)
	lex.findBegins()
	return lex
}

// clone copies the lexicon; its meanings are new.
func (lex *lexicon) clone() *lexicon {
	c := &lexicon{words: make(map[string]*meaning, len(lex.words)+200), long: make(map[string]*meaning, len(lex.long))}
	slab := make([]meaning, len(lex.words)+len(lex.long))
	copyTo := func(into, from map[string]*meaning) {
		for word, m := range from {
			slab[0] = *m
			into[word], slab = &slab[0], slab[1:]
		}
	}
	copyTo(c.words, lex.words)
	copyTo(c.long, lex.long)
	return c
}

// findBegins finds what can begin with the words that were added, and with the names of several words.
func (lex *lexicon) findBegins() {
	for _, m := range lex.touched {
		m.findBegins()
	}
	lex.touched = nil
	for digit := range hanDigits {
		lex.of(digit).begins |= beginsHan
	}
	lex.names = token.MakePhrases(lex.long)
	for phrase, m := range lex.long {
		first := lex.of(token.Cut(phrase)[0].Lower)
		first.phrase |= namesBit
		m.begins |= first.begins & beginsHan
	}
	lex.of("a").begins |= beginsClock // "a quarter past"
	lex.touched = nil
}

// namesBit marks a word that begins a name of several words.
const namesBit = 1 << 15

// of gives the entry of a name or word, making it where needed.
func (lex *lexicon) of(name string) *meaning {
	word, into, wide := name, lex.words, 1
	if !smallLetters(name) {
		if toks := token.Cut(name); len(toks) > 1 {
			into, wide = lex.long, len(toks)
		} else {
			word = token.Fold(name)
		}
	}
	m := into[word]
	if m == nil {
		m = &meaning{wide: int8(wide)}
		into[word] = m
	}
	lex.touched = append(lex.touched, m)
	return m
}

// smallLetters reports whether a word is one of small letters without marks.
func smallLetters(word string) bool {
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return true
}

// addNames adds the months and weekdays that are the same day in every language.
func (lex *lexicon) addNames(n *almanac.Names) {
	for i := range n.Months {
		for _, w := range n.Months[i] {
			lex.of(w).month = int8(i + 1)
		}
		for _, w := range n.ShortMonths[i] {
			if n.Language == "en" && w != "Mar" {
				lex.of(w).month = int8(i + 1)
			}
		}
	}
	for i := range n.Weekdays {
		for _, w := range n.Weekdays[i] {
			if n.Language == "en" || known(w) {
				lex.setWeekday(lex.of(w), i)
			}
		}
		for _, w := range n.Every[i] {
			if known(w) {
				m := lex.of(w)
				lex.setWeekday(m, i)
				m.plural = true
			}
		}
	}
}

func (lex *lexicon) setWeekday(m *meaning, fromMonday int) {
	m.weekday, m.short, m.plural = int8((fromMonday+1)%7+1), false, false
}

// namesakes are weekdays that are names of people, too: Tuesday in Romanian, Sunday in Turkish.
var namesakes = wordSet(`marti, pazar, reede`)

// known reports whether the name of a weekday is read in a text of any language: short ones are something else in another.
func known(name string) bool {
	word := token.Fold(name)
	return len(word) >= 5 && !namesakes[word]
}

// addWords adds what is only read in a message of that language; everyday are the words that would be something else
// in another language.
func (lex *lexicon) addWords(l *language, everyday bool) {
	if everyday && l.names != nil {
		lex.addOwnNames(l.names)
	}
	for _, list := range l.lists {
		if !everyday && list.everyday {
			continue
		}
		for _, w := range list.words {
			list.set(lex.of(w))
		}
	}
	lex.addJoined(l)
}

func (lex *lexicon) addOwnNames(n *almanac.Names) {
	for i := range n.Months {
		for _, w := range append(n.ShortMonths[i][:len(n.ShortMonths[i]):len(n.ShortMonths[i])], n.Months[i]...) {
			lex.of(w).month = int8(i + 1)
		}
	}
	for i := range n.Weekdays {
		for _, w := range n.Weekdays[i] {
			lex.setWeekday(lex.of(w), i)
		}
		for _, w := range n.ShortWeekdays[i] {
			if m := lex.of(w); m.weekday == 0 {
				lex.setWeekday(m, i)
				m.short = true
			}
		}
	}
	for i, h := range [...]meridiem{am, pm} {
		for _, w := range n.Halves[i] {
			lex.of(w).half = h
		}
	}
}

// addJoined adds weekday and part of the day in one word, as German and Dutch write them: "Dienstagnachmittag".
func (lex *lexicon) addJoined(l *language) {
	if l != languages["de"] && l != languages["nl"] {
		return
	}
	parts := map[string]part{}
	for word, m := range lex.words {
		if m.part != noPart {
			parts[word] = m.part
		}
	}
	parts["morgen"] = morning
	for i := range l.names.Weekdays {
		for _, day := range l.names.Weekdays[i] {
			for word, p := range parts {
				m := lex.of(day + word)
				lex.setWeekday(m, i)
				m.part = p
			}
		}
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
