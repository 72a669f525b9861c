package when

import "roundtwo/parse/token"

// rule tries to read something at token i. It gives the number of tokens read, 0 where it reads nothing, and adds its
// marks to the reader.
type rule struct {
	name string
	read func(r *reader, i int) int
}

// numberRules are tried in this order where digits stand, wordRules where a word that means something stands.
var (
	numberRules = []rule{
		{"2026-03-05", isoDate},
		{"2026年3月5日", hanDate},
		{"07-Oct-2026", dashedDate},
		{"3 days from Tuesday", distance},
		{"3 March", dayMonth},
		{"3/4/2026, 3.4.2026", numericDate},
		{"1 hour 30 minutes", length},
		{"10:30am, 14h30, from 2 to 4", clockTime},
		{"18th", bareOrdinal},
	}
	wordRules = []rule{
		{"tomorrow", relativeDay},
		{"next week", relativeWeek},
		{"first Monday of May", nthWeekday},
		{"March 3", monthDay},
		{"next Tuesday the 14th", weekday},
		{"two weeks from today", distance},
		{"the twenty-first", ordinalWords},
		{"an hour and a half", length},
		{"half past nine, noon", clockTime},
		{"in the afternoon", partOfDay},
		{"Pacific Time", zoneName},
		{"no later than", cueWord},
	}
	signRules = []rule{
		{"@ 3", clockTime},
		{"(UTC+01:00)", zoneName},
	}
)

// scan runs the rules over the text, once from left to right.
func (r *reader) scan() {
	links := token.Links(r.toks)
	for i := 0; i < len(r.toks); {
		for len(links) > 0 && links[0].To <= i {
			links = links[1:]
		}
		if len(links) > 0 && links[0].Contains(i) {
			i = links[0].To
			continue
		}
		i += max(1, r.rulesAt(i))
	}
}

func (r *reader) rulesAt(i int) int {
	switch t := &r.toks[i]; {
	case t.Kind == token.Number:
		return r.try(numberRules, i)
	case t.Kind == token.Word && r.mean[i] != nil:
		return r.try(wordRules, i)
	case t.Kind == token.Punct && (t.Lower == "(" || t.Lower == "@"):
		return r.try(signRules, i)
	}
	return 0
}

func (r *reader) try(rules []rule, i int) int {
	for _, rule := range rules {
		if n := rule.read(r, i); n > 0 {
			return n
		}
	}
	return 0
}

// partOfDay reads "morning", "in the afternoon".
func partOfDay(r *reader, i int) int {
	p := r.word(i).part
	if p == noPart {
		return 0
	}
	r.add(mark{kind: partMark, span: token.Span{From: i, To: i + 1}, part: p})
	return 1
}

// relativeWeek reads "next week".
func relativeWeek(r *reader, i int) int {
	if !r.word(i).phrase {
		return 0
	}
	week, n := relativeWeekPhrases.At(r.toks, i)
	if n > 0 {
		r.add(mark{kind: weekMark, span: token.Span{From: i, To: i + n}, week: week})
	}
	return n
}

// cueWord reads the words of cueWords, and "or".
func cueWord(r *reader, i int) int {
	if r.word(i).phrase {
		if c, n := cuePhrases.At(r.toks, i); n > 0 {
			r.add(mark{kind: cueMark, span: token.Span{From: i, To: i + n}, cue: c})
			return n
		}
	}
	if r.has(i, roleOr) {
		r.add(mark{kind: orMark, span: token.Span{From: i, To: i + 1}})
		return 1
	}
	return 0
}
