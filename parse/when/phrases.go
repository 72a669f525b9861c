package when

import "roundtwo/parse/token"

// phraseTable is a table of phrases with the bit by which a word is known to begin one of them.
type phraseTable[V any] struct {
	bit     uint16
	phrases token.Phrases[V]
}

var (
	relativeDayPhrases  = phraseTable[[]relative]{1, token.MakePhrases(words.days)}
	relativeWeekPhrases = phraseTable[int]{2, token.MakePhrases(words.weeks)}
	cuePhrases          = phraseTable[cue]{4, token.MakePhrases(cueWords)}
	zonePhrases         = phraseTable[zoneWord]{8, token.MakePhrases(zoneWords)}
	lengthPhrases       = phraseTable[int]{16, token.MakePhrases(words.lengths)}
	clockWordPhrases    = phraseTable[clock]{32, token.MakePhrases(words.clocks)}
	placePrefixPhrases  = phraseTable[bool]{128, token.MakePhrases(placePrefixes)}
	partPhrases         = phraseTable[part]{1 << 9, token.MakePhrases(words.parts)}
	samePhrases         = phraseTable[bool]{1 << 10, token.MakePhrases(words.same)}
	placeSuffixPhrases  = phraseTable[bool]{1 << 8, token.MakePhrases(placeSuffixes)}
)

// firstWords is the tables of which each word begins a phrase.
var firstWords = makeFirstWords()

func makeFirstWords() map[string]uint16 {
	out := map[string]uint16{}
	first(out, relativeDayPhrases.bit, words.days)
	first(out, relativeWeekPhrases.bit, words.weeks)
	first(out, cuePhrases.bit, cueWords)
	first(out, zonePhrases.bit, zoneWords)
	first(out, lengthPhrases.bit, words.lengths)
	first(out, clockWordPhrases.bit, words.clocks)
	first(out, partPhrases.bit, words.parts)
	first(out, samePhrases.bit, words.same)
	first(out, placePrefixPhrases.bit, placePrefixes)
	first(out, placeSuffixPhrases.bit, placeSuffixes)
	return out
}

func first[V any](out map[string]uint16, bit uint16, table map[string]V) {
	for phrase := range table {
		if toks := token.Cut(phrase); len(toks) > 0 {
			out[toks[0].Lower] |= bit
		}
	}
}

// phraseAt finds the longest phrase of a table at token i, and how many tokens it takes; 0 where none stands there.
func phraseAt[V any](r *reader, table phraseTable[V], i int) (value V, n int) {
	if i < 0 || i >= r.n || r.word(i).phrase&table.bit == 0 && r.tok(i).Kind == token.Word {
		return value, 0
	}
	place := r.place(i)
	value, n = table.phrases.At(r.all, place)
	return value, r.kept(i, n)
}

// relative is a day counted from the day of writing.
type relative struct {
	days int
	part part
	lang string // read only in a text of that language; "" in any
}

// relativeAt reads a day named by its distance: "tomorrow", "übermorgen".
func (r *reader) relativeAt(i int) (relative, int) {
	uses, n := phraseAt(r, relativeDayPhrases, i)
	best, found := relative{}, 0
	for _, u := range uses {
		if u.lang == r.lang || u.lang == "" && found == 0 {
			best, found = u, n
		}
	}
	return best, found
}
