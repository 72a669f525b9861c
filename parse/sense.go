package parse

import (
	"roundtwo/parse/token"
)

// How far before a phrase the word that turns its meaning may stand.
const (
	reachBack = 8
	reachIf   = 14
)

// behind reports whether what is said at word w lies behind her: "following your first interview".
func (d *document) behind(u *unit, w int) bool {
	return d.turned(u, w, "past", reachBack) || d.turned(u, w, "after", reachBack)
}

// supposed reports whether what is said at word w is a mere case: "if that goes well, the second interview …".
func (d *document) supposed(u *unit, w int) bool {
	return !u.subject && d.turned(u, w, "hypothetical", reachIf) && !u.has("ask")
}

// turned reports whether a phrase of that sign stands before word w, with no invitation in between.
func (d *document) turned(u *unit, w int, sign string, reach int) bool {
	if !u.mean.is(meanings[sign]) && sign != "after" {
		return false
	}
	for _, h := range u.hits {
		if h.sign == sign && h.words.From < w && h.words.From >= w-reach && !d.between(u, h.words.From-2, w) {
			return true
		}
	}
	return false
}

// between reports whether an invitation stands between the words from and to.
func (d *document) between(u *unit, from, to int) bool {
	for _, h := range u.hits {
		if (h.sign == "invite" || h.sign == "fix") && h.words.From >= from && h.words.From < to {
			return true
		}
	}
	for w := max(from, 0); w < to; w++ {
		if turns[d.words[w].lower] {
			return true
		}
	}
	return false
}

// turns are words that lead from what was to what is now.
var turns = wordSet("so now here therefore hence thus nun jetzt daher deshalb donc maintenant ahora por-eso agora ora quindi nu dus")

// spanOf is the token span of a phrase.
func (d *document) spanOf(h hit) token.Span {
	if h.words.From >= h.words.To {
		return token.Span{}
	}
	return token.Span{From: d.words[h.words.From].tok, To: d.words[h.words.To-1].tok + 1}
}
