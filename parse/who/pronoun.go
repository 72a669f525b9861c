package who

var pronouns = set("he", "she", "they")

// pronoun reads "He will call you": whoever was named last takes part. "She and Mr Finch would like to meet you" names
// the others as well. It gives i where no such clause starts.
func (r *reader) pronoun(i int) (next int) {
	if p := &r.p[i]; p.kind != word || !pronouns[p.lower] || !p.capital || len(r.found) == 0 {
		return i
	}
	last := &r.found[len(r.found)-1]
	if last.part != Mentioned || i-last.to > maxSignature {
		return i
	}
	l, at := list{to: i + 1}, i+1
	if at < len(r.p) && joins[r.p[at].lower] {
		l = r.listAt(at+1, likely, false)
		if at++; len(l.people) > 0 {
			at = l.to
		} else if at < len(r.p) && r.p[at].text == "I" { // "He and I will call you"
			l.people = []sighting{{name: name{from: at, start: at, to: at + 1}, self: true}}
			at++
		}
	}
	if r.follows(at) != sits {
		return i
	}
	last.part, last.why = Interviewer, "he or she acts in the next sentence"
	r.note(l, Interviewer, "they act in it")
	return at
}
