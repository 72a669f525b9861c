package drafts

import (
	"slices"
	"strings"

	"roundtwo/interview"
)

// material is a fact of hers that can be put into a sentence.
type material struct {
	x, shape string
	fact     interview.Fact
}

// material lists the facts for a part, best first: what she said of this person before what she said of the whole, in the
// order of the kinds that the sentences name, and what stands in no other note of the panel before the rest.
func (d *draft) material(all []*sentence) []material {
	var kinds []string
	for _, x := range all {
		for _, k := range x.From {
			if !slices.Contains(kinds, k) {
				kinds = append(kinds, k)
			}
		}
	}
	var own, general, again []material
	for _, kind := range kinds {
		for _, f := range d.f.Memory.Facts {
			if string(f.Kind) != kind || !d.mayUse(f) {
				continue
			}
			m, ok := d.prepare(f)
			switch {
			case !ok:
			case f.Person != "":
				own = append(own, m)
			case d.elsewhere(m.x):
				if f.Kind != interview.Offered { // promised once, not to everybody
					again = append(again, m)
				}
			default:
				general = append(general, m)
			}
		}
	}
	return slices.Concat(own, general, again)
}

// mayUse reports whether a fact is about this conversation and this person, or about the whole.
func (d *draft) mayUse(f interview.Fact) bool {
	if f.Person != "" && !samePerson(f.Person, d.to.Name) {
		return false
	}
	switch f.Kind {
	case interview.Reason, interview.Story, interview.Offered:
		return true
	}
	return f.Interview == "" || f.Interview == d.f.Interview.ID
}

// elsewhere reports whether words stand in another note of the panel already.
func (d *draft) elsewhere(x string) bool {
	for _, n := range d.f.Notes {
		if n.To != d.to && strings.Contains(fold(n.Text), fold(x)) {
			return true
		}
	}
	return false
}

// prepare finds the first sentence of a fact that can go into a note: plain, not private, not used yet.
func (d *draft) prepare(f interview.Fact) (material, bool) {
	text := cleanLines(f.Text)
	if f.Kind == interview.Story {
		text = storyCore(text)
	}
	for _, s := range sentencesOf(text) {
		if !d.w.advice.presentable(s) {
			continue
		}
		x, shape, ok := d.w.sentences.shape(string(f.Kind), s)
		if ok && !slices.Contains(d.used, x) {
			return material{x: x, shape: shape, fact: f}, true
		}
	}
	return material{}, false
}

// storyCore takes what she did and what came of it from a story told as S:/T:/A:/R:; any other text stays.
func storyCore(text string) string {
	var out []string
	for _, l := range strings.Split(text, "\n") {
		for _, mark := range []string{"A:", "R:"} {
			if rest, ok := strings.CutPrefix(strings.TrimSpace(l), mark); ok {
				out = append(out, strings.TrimSpace(rest))
			}
		}
	}
	if len(out) == 0 {
		return text
	}
	return strings.Join(out, "\n")
}
