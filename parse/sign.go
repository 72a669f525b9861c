package parse

import (
	"embed"
	"sync"

	"roundtwo/parse/token"
)

//go:embed words
var words embed.FS

// phraseTables are all phrases that the package knows.
type phraseTables struct {
	signs    *table // what a message does, and how a sentence is meant
	warnings *table // reasons to be careful
}

var phrases = sync.OnceValue(func() phraseTables {
	numbers := map[string]int32{}
	return phraseTables{
		signs:    load(numbers, "topic.txt", "act.txt", "noise.txt", "context.txt", "round.txt", "bring.txt"),
		warnings: load(numbers, "warn.txt"),
	}
})

func load(numbers map[string]int32, names ...string) *table {
	var texts []string
	for _, name := range names {
		text, err := words.ReadFile("words/" + name)
		if err != nil {
			panic(err) // the file is part of the program
		}
		texts = append(texts, string(text))
	}
	return compile(numbers, texts...)
}

// meaning says how a sentence is meant.
type meaning uint8

const (
	hypothetical meaning = 1 << iota // "candidates who pass are invited to …"
	past                             // "following your first interview …"
	negated                          // "nothing else changes"
	fallback                         // "if you need to reschedule, click here"
)

var meanings = map[string]meaning{"hypothetical": hypothetical, "past": past, "negated": negated, "fallback": fallback}

func (m meaning) is(any meaning) bool { return m&any != 0 }

// mark finds the phrases of every sentence and how it is meant.
func (d *document) mark() {
	t := phrases().signs
	for i := range d.units {
		u := &d.units[i]
		for w := u.words.From; w < u.words.To; w++ {
			u.hits = t.find(d.words, w, u.words.To, u.hits)
		}
		for _, h := range u.hits {
			u.mean |= meanings[h.sign]
		}
	}
}

// said gives the text of a phrase found.
func (d *document) said(h hit) string {
	if h.words.From >= h.words.To {
		return ""
	}
	return d.At(token.Span{From: d.words[h.words.From].tok, To: d.words[h.words.To-1].tok + 1})
}

// has reports whether the sentence holds a phrase of that sign.
func (u *unit) has(signs ...string) bool {
	for _, h := range u.hits {
		for _, s := range signs {
			if h.sign == s {
				return true
			}
		}
	}
	return false
}
