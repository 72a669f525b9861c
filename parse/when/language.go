package when

import (
	"math/bits"

	"roundtwo/parse/almanac"
	"roundtwo/parse/token"
)

// language is the words of one language: a section of words.txt, and its names in the almanac.
type language struct {
	common       string         // everyday words by which a text of this language is known
	names        *almanac.Names // months, weekdays; nil where the almanac has none
	lists        []wordList     // small words
	endings      map[string]int // minutes said after the hour
	halfIsBefore bool           // "halb zehn" is 9:30; in English "half ten" is 10:30
}

// wordList is words of one meaning.
type wordList struct {
	words    []string
	everyday bool // in another language they are something else: read only in a text of their own
	set      func(*meaning)
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

// enoughWords is how many everyday words of one language decide, where no other has as many.
const enoughWords = 24

// languageOf guesses the language of toks by their everyday words; given where they say too little. A word that several
// languages share counts for each.
func languageOf(toks []token.Token, given string) string {
	var counts [64]int
	for i, seen := 0, 0; i < len(toks) && seen < 300; i++ {
		if toks[i].Kind != token.Word {
			continue
		}
		seen++
		enough := false
		for set := commonWords[toks[i].Lower]; set != 0; set &= set - 1 {
			n := bits.TrailingZeros64(set)
			counts[n]++
			enough = enough || counts[n] >= enoughWords
		}
		if enough {
			break
		}
	}
	best, most := given, 2
	for i, name := range words.order {
		if counts[i] > most || counts[i] == most && name == given {
			best, most = name, counts[i]
		}
	}
	if _, ok := languages[best]; !ok {
		return "en"
	}
	return best
}

// commonWords gives the set of languages, by their place in words.order, of which a word is an everyday word.
var commonWords = buildCommonWords()

func buildCommonWords() map[string]uint64 {
	out := map[string]uint64{}
	for i, name := range words.order {
		for _, t := range token.Cut(languages[name].common) {
			out[t.Lower] |= 1 << i
		}
	}
	return out
}
