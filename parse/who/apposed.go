package who

// apposed reports whether a list names the group that she is said to meet just before it in the sentence: "meet the
// owners before we decide, Gil and Donna Etcheverry".
func (r *reader) apposed(l list, from int) bool {
	if l.from <= from || !r.p[l.from-1].sign(",") && !r.p[l.from-1].sign("-") {
		return false
	}
	for _, s := range l.people {
		if s.self || !s.known() && s.units < 2 {
			return false
		}
	}
	for k := r.marksBefore(l.from) - 1; k >= 0 && r.marks[k].from >= from; k-- {
		switch m := r.marks[k]; m.what {
		case past, aside, away:
			return false
		case meets:
			return r.groupAfter(m.to, l.from)
		}
	}
	return false
}

// groupAfter reports whether a group of people stands right behind a cue that ends at piece i.
func (r *reader) groupAfter(i, to int) bool {
	for j := i; j < min(to, i+4); j++ {
		if r.group(j) {
			return true
		}
		if r.p[j].kind != word || r.p[j].capital {
			return false
		}
	}
	return false
}
