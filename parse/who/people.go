package who

// walk goes over the text once and notes everybody whom it names, with his or her part.
func (r *reader) walk() {
	r.walkPart(r.greeted, min(r.signed, r.quoted))
	if r.quoted < len(r.p) && !r.anyMet() {
		r.walkPart(r.quoted, len(r.p)) // "Perfect, noted": the invitation itself is quoted below
	}
}

// anyMet reports whether somebody is known whom she will meet.
func (r *reader) anyMet() bool {
	for _, s := range r.found {
		if s.part == Interviewer {
			return true
		}
	}
	return false
}

func (r *reader) walkPart(from, to int) {
	heads := columns{}
	for i := from; i < to; {
		if r.lineStart(i) && (i == 0 || r.p[i-1].kind != cell) {
			if next := r.row(i, &heads); next > i {
				i = next
				continue
			}
		}
		if next := r.closingHeading(i); next > i {
			i = next
			continue
		}
		i = r.prose(i)
	}
}

// row reads a line that is a row of a table, a label with its value, or a person with a title; i where it is prose.
func (r *reader) row(i int, heads *columns) (next int) {
	if next = heads.read(r, i); next > i {
		return next
	}
	if next = r.labelled(i); next > i {
		return next
	}
	return r.agendaRow(i)
}

// prose reads the sentence part at piece i: people after a cue or before a verb. It gives the piece to go on at.
func (r *reader) prose(i int) (next int) {
	p := &r.p[i]
	if next = r.pronoun(i); next > i {
		return next
	}
	if fillers[p.lower] {
		return i + 1 // "Still with Odalys": the cue comes next
	}
	if p.kind != word || !(p.capital || determiners[p.lower] || selfWords[p.lower] || p.is(role|particle|honorific) ||
		p.is(level|department) && r.cueEnding(i) != noCue) {
		return i + 1
	}
	before := r.before(i)
	t := doubtful
	if before == meets {
		t = likely
	}
	if selfWords[p.lower] && before == noCue {
		return i + 1
	}
	l := r.listAt(i, t, r.inRow(i))
	if len(l.people) == 0 {
		return i + 1
	}
	if r.metWriter(l, before) {
		l.people, before = l.people[1:], noCue
		l.from = l.people[0].from
	}
	part, why := r.judge(l, before)
	if why != "" {
		r.note(l, part, why)
	}
	if l.to > i {
		return l.to
	}
	return i + 1
}

// metWriter reports whether a list runs two things together: "Following your interview with me, our matron Eleri Wyn
// would like to meet you".
func (r *reader) metWriter(l list, before cue) bool {
	if before == noCue || len(l.people) < 2 || !l.people[0].self || !r.p[l.people[0].to].sign(",") {
		return false
	}
	from, _ := r.sentence(l.from)
	return r.nearest(l.from, from) == past
}

// inRow reports whether piece i stands in a line that is a row by itself: short, and starting with a time.
func (r *reader) inRow(i int) bool {
	from, end := i, i
	for from > 0 && i-from < maxRow && !r.p[from-1].ends() {
		from--
	}
	for end < len(r.p) && end-from < maxRow && r.p[end].kind != line && r.p[end].kind != blank {
		end++
	}
	return end-from < maxRow && r.skipTime(r.skipBullet(from)) > r.skipBullet(from) && !r.endsSentence(from, end)
}

// maxRow is the most pieces of a row.
const maxRow = 30

func (r *reader) endsSentence(from, to int) bool {
	for j := from; j+1 < to; j++ {
		if r.p[j].sign(".") && r.p[j+1].space {
			return true
		}
	}
	return to > from && r.p[to-1].sign(".") && to-from > 12
}
