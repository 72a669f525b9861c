// Package place knows which time zone people mean by the name of a city, a country or a province: "Tbilisi time", "hora de
// Panamá", "14 Uhr deutscher Zeit", and where a writer sits by the address below a letter.
//
// The names are a table (places.txt), made by go generate out of the Unicode CLDR and of cities.txt, in which a line is the
// way to teach it another place.
package place

import (
	_ "embed"
	"strings"
	"sync"

	"roundtwo/parse/token"
)

//go:generate go run genplaces.go -o places.txt

//go:embed places.txt
var table string

// Place is what a name stands for.
type Place struct {
	Zones []string // IANA names; several where the name alone does not tell which: Georgia
	// Word: an adjective or an everyday word ("German", "Nice"), which is a place only with the word for time beside it.
	Word bool
	Name bool // people are called so too: "10:00 (Jordan)" is somebody to meet
}

// names is the table by key.
var names = sync.OnceValue(func() map[string]Place { return read(table) })

func read(table string) map[string]Place {
	out := make(map[string]Place, strings.Count(table, "\n"))
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		key, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		zones, kind, _ := strings.Cut(rest, "\t")
		out[key] = Place{Zones: strings.Fields(zones), Word: kind == "word", Name: kind == "name"}
	}
	return out
}

// The most words and tokens of a name: "Santa Cruz de la Sierra" has five, and in "北达科他州" each character is a token.
const (
	longest    = 8
	mostTokens = 24
)

// Key is the form in which the table has a name: its words as package token folds them, without signs, with a space
// between: "St. John’s" is "st john s". It is "" where there is no word in name.
func Key(name string) string {
	var key []byte
	apart := false
	for _, t := range token.Cut(name) {
		if t.Kind != token.Word {
			apart = true
			continue
		}
		if len(key) > 0 && (apart || t.Space) {
			key = append(key, ' ')
		}
		key, apart = append(key, t.Lower...), false
	}
	return string(key)
}

// Named gives the place of a name.
func Named(name string) (Place, bool) {
	p, ok := names()[Key(name)]
	return p, ok
}

// At finds the longest name that begins at token i, and how many tokens it takes; 0 where none does. Signs between its
// words do not count ("Washington, D.C."), ends of lines and cells end it.
func At(toks []token.Token, i int) (found Place, n int) {
	if i < 0 || i >= len(toks) || toks[i].Kind != token.Word {
		return Place{}, 0
	}
	var room [96]byte
	key, table, words := room[:0], names(), 0
	for k := i; k < min(len(toks), i+mostTokens); k++ {
		t := &toks[k]
		if t.Kind == token.Punct && joins(t.Lower) {
			continue
		}
		if t.Kind != token.Word {
			break
		}
		if k > i && (t.Space || toks[k-1].Kind != token.Word) {
			if words++; words == longest {
				break
			}
			key = append(key, ' ')
		}
		key = append(key, t.Lower...)
		if p, ok := table[string(key)]; ok {
			found, n = p, k+1-i
		}
	}
	if n > 0 && i+n < len(toks) && toks[i+n].Lower == "." && strings.ContainsRune(toks[i+n-1].Text, '.') {
		n++
	}
	return found, n
}

// joins reports the signs that stand inside names.
func joins(sign string) bool { return sign == "." || sign == "," || sign == "-" || sign == "'" }

// Before finds the longest name that ends right before token end, and how many tokens it takes; 0 where none does.
func Before(toks []token.Token, end int) (found Place, n int) {
	for i := end - 1; i >= max(0, end-mostTokens); i-- {
		if toks[i].Kind == token.Punct && joins(toks[i].Lower) {
			continue
		}
		if toks[i].Kind != token.Word {
			break
		}
		if p, k := At(toks[:end], i); k > 0 && i+k == end {
			found, n = p, k
		}
	}
	return found, n
}
