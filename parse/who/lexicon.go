package who

import (
	_ "embed"
	"strings"

	"roundtwo/parse/token"
)

// class is what a word may be; a word may be several things.
type class uint32

const (
	honorific   class = 1 << iota
	postnominal       // stands after a name: "RN", "PhD"
	particle          // stands inside a name in lower case: "van", "de la"
	role              // names a job: "engineer", "matron"
	level             // stands before a job: "senior", "vice"
	department        // stands in a job title beside the job: "sales", "payments"
	org               // marks a company: "Ltd", "Foundation"
	place             // marks an address: "Street", "Building"
	tool              // a product: "Zoom", "Python"
	timeword          // months, days, zones
	ordinal           // "second", "final"
	stop              // never part of a name
	rank              // a group of people: "team"
	given             // a given name
	relation          // family and the like: "my boss"
	acronym           // a job only where it is written in capitals
	topic             // names a part of an interview day: "values"
	surname           // a trade or place that is also a common family name
	wordname          // a word, a month or a trade that is also a given name: "Hope", "April", "Mason"
	clipped           // a given name that is written short, with a dot: "Md.", "Ma."

	// The word starts a phrase of a table: most words start none and need not be looked up there.
	leadsCue
	leadsAct
	leadsCompany
	leadsRole
)

//go:embed words.txt
var wordsFile string

//go:embed given.txt
var givenFile string

// lexicon is words.txt as a table, with the first words of all phrases; it never changes.
var lexicon = makeLexicon()

func makeLexicon() map[string]class {
	words := readWords(wordsFile)
	lead(words, leadsCue, table(cueTable, asideTable, selfTable, ownTable))
	lead(words, leadsAct, table(actTable))
	lead(words, leadsCompany, companyCueTable)
	lead(words, leadsRole, roleCueTable)
	return words
}

// lead marks the first words of phrases.
func lead[V any](words map[string]class, c class, phrases map[string]V) {
	for p := range phrases {
		words[token.Cut(p)[0].Lower] |= c
	}
}

// leads are all the marks of first words.
const leads = leadsCue | leadsAct | leadsCompany | leadsRole

// neutral are the classes that say nothing against a name.
const neutral = leads | wordname | clipped

func readWords(file string) map[string]class {
	words, now := make(map[string]class, 2500), class(0)
	for line := range strings.SplitSeq(file, "\n") {
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			now = classNames[strings.Trim(line, "[]")]
		default:
			for _, word := range strings.Fields(line) {
				words[word] |= now
			}
		}
	}
	return words
}

var classNames = map[string]class{
	"honorific": honorific, "postnominal": postnominal, "particle": particle, "role": role, "level": level,
	"department": department, "org": org, "place": place, "tool": tool, "time": timeword, "ordinal": ordinal,
	"stop": stop, "rank": rank, "surname": surname, "acronym": acronym, "relation": relation,
	"topic": topic, "wordname": wordname, "clipped": clipped,
}

// IsGiven reports whether word, folded, is a listed given name. The list is sorted, so that it can be searched where
// it lies: nothing is built at start and nothing is kept.
func IsGiven(word string) bool {
	low, high := 0, len(givenFile)
	for low < high {
		mid := (low + high) / 2
		start := strings.LastIndexByte(givenFile[:mid], '\n') + 1
		end := len(givenFile)
		if n := strings.IndexByte(givenFile[mid:], '\n'); n >= 0 {
			end = mid + n
		}
		switch line := givenFile[start:end]; {
		case line == word:
			return true
		case line < word:
			low = end + 1
		default:
			high = start
		}
	}
	return false
}
