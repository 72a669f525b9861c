package token

// Phrases finds the phrases of a table in tokens: "second interview", "à bientôt". Build it once from a table of
// phrases and what each means; it never changes and may be shared. Finding one costs its length, however many there are.
type Phrases[V any] struct {
	root *node[V]
}

// node is a place in the tree of phrases, token by token.
type node[V any] struct {
	next  map[string]*node[V]
	value V
	ends  bool // a phrase ends here
}

// MakePhrases makes Phrases of a table. Its keys are cut and folded as text is, so they may be written naturally.
func MakePhrases[V any](table map[string]V) Phrases[V] {
	p := Phrases[V]{root: &node[V]{}}
	for key, value := range table {
		at := p.root
		for _, t := range Cut(key) {
			at = at.child(t.Lower)
		}
		if at != p.root {
			at.value, at.ends = value, true
		}
	}
	return p
}

func (n *node[V]) child(lower string) *node[V] {
	if n.next == nil {
		n.next = map[string]*node[V]{}
	}
	if n.next[lower] == nil {
		n.next[lower] = &node[V]{}
	}
	return n.next[lower]
}

// At gives the value of the longest phrase that starts at token i, and how many tokens it takes; 0 where none does. A
// phrase may run over the end of a line, never over a cell or a paragraph.
func (p Phrases[V]) At(toks []Token, i int) (value V, n int) {
	if i < 0 || i >= len(toks) || p.root == nil {
		return value, 0
	}
	at := p.root
	for k := i; k < len(toks); k++ {
		if toks[k].Kind == Line && k > i {
			continue
		}
		next := at.next[toks[k].Lower]
		if next == nil {
			break
		}
		at = next
		if at.ends {
			value, n = at.value, k+1-i
		}
	}
	return value, n
}
