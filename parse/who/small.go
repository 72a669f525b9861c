package who

import "unicode/utf8"

// raise makes names of those that people write in small letters on a phone: "chatting with dana whitfield and priya". Only
// sentences without any capital are read so, and only listed given names behind a word that leads to people.
func (r *reader) raise() {
	for _, m := range r.marks {
		if (m.what == meets || m.what == with) && m.to < len(r.p) && r.smallSentence(m.to) {
			r.raiseList(m.to)
		}
	}
}

// raiseList raises the names of the list at piece i.
func (r *reader) raiseList(i int) {
	for n := 0; n < maxSmallList; n++ {
		i = r.skipSmall(i)
		if i >= len(r.p) || !r.smallName(i) {
			return
		}
		r.p[i].capital, r.p[i].class = true, r.p[i].class&leads|given
		for i++; i < len(r.p) && r.smallFamily(i); i++ {
			r.p[i].capital = true
		}
		if _, _, after := r.bracketAt(i); after > i {
			i = after
		}
		next, ok := r.separator(i, true)
		if !ok {
			return
		}
		i = next
	}
}

// maxSmallList bounds the people of one list in small letters.
const maxSmallList = 8

// bracketAt passes the bracket at piece i, if one starts there.
func (r *reader) bracketAt(i int) (title, email string, next int) {
	if i >= len(r.p) || !r.p[i].sign("(") {
		return "", "", i
	}
	return r.bracket(i)
}

// skipSmall passes what may stand before a name: "our", "you and", "both".
func (r *reader) skipSmall(i int) int {
	for i < len(r.p) && r.p[i].kind == word && (determiners[r.p[i].lower] || fillers[r.p[i].lower] || r.p[i].lower == "you" || r.p[i].lower == "and") {
		i++
	}
	return i
}

// smallName reports whether piece i is a given name and nothing else that the tables know.
func (r *reader) smallName(i int) bool {
	p := &r.p[i]
	return p.kind == word && !p.capital && p.class&^leads == 0 && utf8.RuneCountInString(p.text) > 2 && IsGiven(p.lower)
}

// smallFamily reports whether piece i is the family name behind one: a word that no table knows, where the phrase ends or
// goes on to the next person.
func (r *reader) smallFamily(i int) bool {
	p := &r.p[i]
	if p.kind != word || p.capital || !p.space || p.class&^neutral&^surname != 0 || utf8.RuneCountInString(p.text) < 3 {
		return false
	}
	if i+1 >= len(r.p) || r.p[i+1].kind != word {
		return true
	}
	return r.p[i+1].is(stop) || IsGiven(p.lower) && r.smallFamily(i+1)
}

// smallSentence reports whether the sentence around piece i has no capitals, but for short forms such as "ET".
func (r *reader) smallSentence(i int) bool {
	from, to := r.sentence(i)
	for k := from; k < to; k++ {
		if p := &r.p[k]; p.kind == word && p.capital && !(p.upper || p.lower == "i" || p.is(timeword)) {
			return false
		}
	}
	return true
}
