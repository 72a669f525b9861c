package when

import "roundtwo/parse/token"

// language is the words of one language. Words are written as people write them; marks and case are folded. To add a
// language, add an entry to languages; to add a word, add it to its line.
type language struct {
	common        string     // everyday words by which a text of this language is known
	months        [12]string // read in a text of any language
	shortMonths   [12]string // read in a text of this language: abbreviations
	weekdays      [7]string  // from Monday; read in a text of any language
	shortWeekdays [7]string  // from Monday; read where a number or a clock follows
	weekly        [7]string  // from Monday: "Mondays", which is no date
	numbers       string     // one, two, three …; spellings of one number joined by /
	moreNumbers   map[string]int
	ordinals      string // first, second …
	suffixes      string // after the digits of an ordinal: th
	units         map[string]unit
	parts         map[string]part
	clocks        map[string]int8 // noon, midnight
	halves        map[string]meridiem
	roles         map[role]string
	halfIsBefore  bool // "halb zehn" is 9:30; in English "half ten" is 10:30
}

// part is a part of the day.
type part int8

// The parts of the day.
const (
	noPart part = iota
	morning
	lunchtime
	afternoon
	evening
	night
	wholeDay
)

var partNames = [...]string{"", "morning", "lunchtime", "afternoon", "evening", "night", "all day"}

// unit is a length of time in words.
type unit int8

// The units. Halves and quarters of an hour are units of their own.
const (
	noUnit unit = iota
	minutes
	hours
	days
	weeks
	fortnights
	months
	years
	seconds
)

// languages is what the recognisers can read. English is read in every message.
var languages = map[string]language{
	"en": english, "de": german, "fr": french, "es": spanish, "it": italian, "nl": dutch, "pt": portuguese, "sv": swedish,
	"pl": polish,
}

// enoughWords is how many everyday words of one language decide.
const enoughWords = 12

// languageOf guesses the language of toks by their everyday words; given where they say too little.
func languageOf(toks []token.Token, given string) string {
	counts := [16]int{}
	for i, seen := 0, 0; i < len(toks) && seen < 300; i++ {
		if toks[i].Kind == token.Word {
			seen++
			if n := commonWords[toks[i].Lower]; n > 0 {
				if counts[n]++; counts[n] >= enoughWords {
					break
				}
			}
		}
	}
	best, most := given, 2
	for i, name := range languageNames {
		if counts[i+1] > most || counts[i+1] == most && name == given {
			best, most = name, counts[i+1]
		}
	}
	if _, ok := languages[best]; !ok {
		return "en"
	}
	return best
}

// languageNames in a fixed order, so that a tie is always decided alike.
var languageNames = []string{"en", "de", "fr", "es", "it", "nl", "pt", "sv", "pl"}

// commonWords gives the place in languageNames, from 1, of the language a word is an everyday word of.
var commonWords = buildCommonWords()

func buildCommonWords() map[string]int {
	out := map[string]int{}
	for i, name := range languageNames {
		for _, t := range token.Cut(languages[name].common) {
			out[t.Lower] = i + 1
		}
	}
	return out
}
