package parse

import (
	"slices"
	"strconv"
	"strings"

	"roundtwo/parse/token"
)

// phrase is one line of a table, with the section that it stands in.
type phrase struct {
	sign   string
	weight int
	text   string
	slots  []slot
}

// slot is one place of a phrase: one of several words, or after a gap.
type slot struct {
	gap   bool     // "*" stands before it
	words []int32  // numbers of words, as in table.numbers
	stems []string // what the word may begin with
}

// gap is how many words "*" stands for at most; it bounds the work at every word of a message.
const gap = 5

// table is a compiled list of phrases. It is built once and never changes.
type table struct {
	numbers map[string]int32 // every word that occurs in a phrase; two tables may share it
	phrases []phrase
	first   [][]int32          // phrases by the number of their first word
	stems   map[string][]int32 // phrases that begin with a stem, by its first letters
}

// stemKey is how many letters of a stem its phrases are found by.
const stemKey = 4

// compile reads tables: sections "[sign weight]", one phrase a line or several with " / " between, "#" for notes. A fault in one is a fault of the
// program, and every test finds it.
func compile(numbers map[string]int32, texts ...string) *table {
	t := &table{numbers: numbers, stems: map[string][]int32{}}
	for _, text := range texts {
		var sign string
		var weight int
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			switch {
			case line == "" || line[0] == '#':
			case line[0] == '[':
				sign, weight = section(line)
			default:
				for text := range strings.SplitSeq(line, " / ") {
					t.add(phrase{sign: sign, weight: weight, text: text})
				}
			}
		}
	}
	return t
}

func section(line string) (string, int) {
	line = strings.Trim(line, "[]")
	i := strings.LastIndexByte(line, ' ')
	weight, err := strconv.Atoi(line[i+1:])
	if i < 0 || err != nil {
		panic("phrase table: want [sign weight], got " + line)
	}
	return line[:i], weight
}

func (t *table) add(p phrase) {
	after := false
	for word := range strings.FieldsSeq(p.text) {
		if word == "*" {
			after = true
			continue
		}
		s := slot{gap: after}
		for choice := range strings.SplitSeq(word, "|") {
			if stem, ok := strings.CutSuffix(choice, "~"); ok {
				s.stems = append(s.stems, token.Fold(stem))
			} else {
				s.words = append(s.words, t.number(token.Fold(choice)))
			}
		}
		p.slots, after = append(p.slots, s), false
	}
	id := int32(len(t.phrases))
	t.phrases = append(t.phrases, p)
	for _, w := range p.slots[0].words {
		for int(w) >= len(t.first) {
			t.first = append(t.first, nil)
		}
		t.first[w] = append(t.first[w], id)
	}
	for _, stem := range p.slots[0].stems {
		key := stem[:min(stemKey, len(stem))]
		t.stems[key] = append(t.stems[key], id)
	}
}

func (t *table) number(word string) int32 {
	n, ok := t.numbers[word]
	if !ok {
		n = int32(len(t.numbers) + 1)
		t.numbers[word] = n
	}
	return n
}

// hit is a phrase found.
type hit struct {
	*phrase
	words token.Span // of document.words
}

// find gives every phrase that begins at word i and ends before word limit.
func (t *table) find(words []word, i, limit int, out []hit) []hit {
	if n := int(words[i].number); n < len(t.first) {
		for _, id := range t.first[n] {
			out = t.try(id, words, i, limit, out)
		}
	}
	if w := words[i].lower; len(w) >= stemKey {
		for _, id := range t.stems[w[:stemKey]] {
			out = t.try(id, words, i, limit, out)
		}
	}
	return out
}

func (t *table) try(id int32, words []word, i, limit int, out []hit) []hit {
	p := &t.phrases[id]
	if !p.slots[0].takes(words[i]) {
		return out
	}
	if end := p.rest(words, 1, i+1, limit); end > 0 {
		out = append(out, hit{p, token.Span{From: i, To: end}})
	}
	return out
}

// rest matches the slots from s on at word i; it gives the end of the match, 0 for none.
func (p *phrase) rest(words []word, s, i, limit int) int {
	if s == len(p.slots) {
		return i
	}
	last := i
	if p.slots[s].gap {
		last = i + gap
	}
	for k := i; k <= last && k < limit; k++ {
		if words[k].apart && !p.slots[s].gap {
			break
		}
		if p.slots[s].takes(words[k]) {
			if end := p.rest(words, s+1, k+1, limit); end > 0 {
				return end
			}
		}
	}
	return 0
}

func (s slot) takes(w word) bool {
	if w.number != 0 && slices.Contains(s.words, w.number) {
		return true
	}
	for _, stem := range s.stems {
		if strings.HasPrefix(w.lower, stem) {
			return true
		}
	}
	return false
}
