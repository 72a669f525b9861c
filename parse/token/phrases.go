package token

import "sort"

// Phrases finds the phrases of a table in tokens: "second interview", "à bientôt". Build it once from a table of
// phrases and what each means; it never changes and may be shared.
type Phrases[V any] struct {
	byFirst map[string][]phrase[V] // by the first token, longest phrase first
}

type phrase[V any] struct {
	rest  []string
	value V
}

// MakePhrases makes Phrases of a table. Its keys are cut and folded as text is, so they may be written naturally.
func MakePhrases[V any](table map[string]V) Phrases[V] {
	p := Phrases[V]{byFirst: make(map[string][]phrase[V], len(table))}
	for key, value := range table {
		toks := Cut(key)
		if len(toks) == 0 {
			continue
		}
		var rest []string
		for _, t := range toks[1:] {
			rest = append(rest, t.Lower)
		}
		first := toks[0].Lower
		p.byFirst[first] = append(p.byFirst[first], phrase[V]{rest, value})
	}
	for _, list := range p.byFirst {
		sort.SliceStable(list, func(i, j int) bool { return len(list[i].rest) > len(list[j].rest) })
	}
	return p
}

// At gives the value of the longest phrase that starts at token i, and how many tokens it takes; 0 where none does. A
// phrase may run over the end of a line, never over a cell or a paragraph.
func (p Phrases[V]) At(toks []Token, i int) (value V, n int) {
	if i < 0 || i >= len(toks) {
		return value, 0
	}
	for _, ph := range p.byFirst[toks[i].Lower] {
		if n := ph.length(toks, i); n > 0 {
			return ph.value, n
		}
	}
	return value, 0
}

func (ph phrase[V]) length(toks []Token, i int) int {
	at := i + 1
	for _, want := range ph.rest {
		if at < len(toks) && toks[at].Kind == Line && at+1 < len(toks) {
			at++
		}
		if at >= len(toks) || toks[at].Lower != want {
			return 0
		}
		at++
	}
	return at - i
}
