package role

import "slices"

// Words gives the words that spoke most for the kind that a message was taken for, the weightiest first.
func Words(r *Reading, most int) []string { return learned().words(r, most) }

func (g *Models) words(r *Reading, most int) []string {
	v := r.view
	class := kindClass(r.Kind)
	type weighed struct {
		text   string
		weight float32
	}
	var list []weighed
	add := func(text string, one uint32) {
		var p [len(kinds)]float32
		g.kind.weights.add(one, p[:])
		g.text.weights.add(one, p[:])
		mean := (p[0] + p[1] + p[2] + p[3]) / 4
		if w := p[class] - mean; w > 0 && !slices.ContainsFunc(list, func(x weighed) bool { return x.text == text }) {
			list = append(list, weighed{text, w})
		}
	}
	at := v.words(v.t.Body, v.t.Quoted)
	for n, i := range at {
		add(v.t.Tokens[i].Text, mix(kWord, v.word[i]))
		if n > 0 && at[n-1] == i-1 {
			add(v.t.Tokens[i-1].Text+" "+v.t.Tokens[i].Text, mix(kPair, v.word[i-1], v.word[i]))
		}
	}
	for _, i := range v.words(0, v.t.Body) {
		add(v.t.Tokens[i].Text, mix(kSubject, v.word[i]))
	}
	slices.SortStableFunc(list, func(a, b weighed) int {
		switch {
		case a.weight > b.weight:
			return -1
		case a.weight < b.weight:
			return 1
		}
		return 0
	})
	var out []string
	for _, w := range list[:min(most, len(list))] {
		out = append(out, w.text)
	}
	return out
}
