package when

import "roundtwo/parse/token"

// moveHours finds moves by the hour, "moved from 10 to 2", in sentences that speak of a move: the old hour is given up, the
// new one holds, and the day that the sentence names is that of both.
func (j *joiner) moveHours() {
	j.hoursMove = map[int]bool{}
	for i := range j.marks {
		m := &j.marks[i]
		if m.kind != cueMark || m.cue != cueMove && m.cue != cueOldBack || j.hoursMove[m.sentence] {
			continue
		}
		list := j.timesIn(m.sentence)
		for k, t := range list {
			switch {
			case t.clock.ranged && !t.clock.between && j.movesRange(i, t):
				j.splitMove(t)
				j.pairs = append(j.pairs, [2]*timeItem{t, t.moved})
			case k+1 < len(list) && j.movesPair(t, list[k+1]):
				old, now := t, list[k+1]
				if j.leadBy(t, roleOnto) && j.leadBy(now, roleAway) && !j.leadBy(t, roleAway) {
					old, now = now, old // "moved to 2 from 10"
				}
				old.old, now.clock.inList = true, false
				j.pairs = append(j.pairs, [2]*timeItem{old, now})
			default:
				continue
			}
			j.hoursMove[m.sentence] = true
			break
		}
	}
	j.applyMoves()
}

// timesIn gives the clock times of a sentence, a few at most.
func (j *joiner) timesIn(sentence int) []*timeItem {
	lo, hi := 0, len(j.times)
	for lo < hi {
		if mid := (lo + hi) / 2; j.times[mid].sentence < sentence {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	end := lo
	for end < len(j.times) && end-lo < 4 && j.times[end].sentence == sentence {
		end++
	}
	return j.times[lo:end]
}

// leadBy reports whether a word of that role leads to a clock time.
func (j *joiner) leadBy(t *timeItem, want role) bool {
	for i := t.span.From; i >= t.span.From-2; i-- {
		if j.r.has(i, want) || i == t.span.From && j.r.has(i+1, want) && !j.r.kind(i, token.Number) {
			return true
		}
	}
	return false
}

// movesRange reports whether the range t is a move: "from" leads to it, and the verb stands right behind it, or before it
// without a new day between: "moved to Thursday from 10 to 11" is a new session.
func (j *joiner) movesRange(cue int, t *timeItem) bool {
	m := &j.marks[cue]
	if !j.leadBy(t, roleFrom|roleAway) {
		return false
	}
	if m.span.From >= t.span.To {
		return m.span.From-t.span.To <= 4
	}
	if t.span.From-m.span.To > 20 {
		return false
	}
	for k := cue + 1; k < t.mark; k++ {
		n := &j.marks[k]
		if n.kind == clockMark || n.kind == dayMark && (j.r.has(n.span.From-1, roleTo|roleOnto) || j.r.is(n.span.From-1, "for") || j.r.has(n.span.From-2, roleOnto)) {
			return false
		}
	}
	for i := m.span.To; i < t.span.From; i++ {
		if j.r.is(i, ":") && i > m.span.To {
			return false // "change of plan: Thursday from 10 to 11"
		}
	}
	return true
}

// declined are languages whose nouns and numbers carry "from" and "to" as endings.
var declined = map[string]bool{"fi": true, "hu": true, "tr": true, "ja": true, "ko": true}

// movesPair reports whether t and u, which follow one another, are the old hour and the new one.
func (j *joiner) movesPair(t, u *timeItem) bool {
	if t.clock.ranged || u.clock.ranged || u.span.From-t.span.To > 6 {
		return false
	}
	for k := t.mark + 1; k < u.mark; k++ {
		if kind := j.marks[k].kind; kind == dayMark || kind == orMark {
			return false
		}
	}
	if declined[j.r.lang] {
		return true
	}
	return j.leadBy(t, roleAway) && j.leadBy(u, roleOnto) || j.leadBy(t, roleOnto) && j.leadBy(u, roleAway)
}

// splitMove takes a range apart into the old hour and the new.
func (j *joiner) splitMove(t *timeItem) {
	moved := *t
	moved.clock = hours24{start: t.clock.end}
	if t.clock.start.half == unsaid && !t.clock.start.exact && t.clock.end.half == pm && t.clock.start.hour < dayStart {
		t.clock.start.half = pm
	}
	moved.span.From = max(t.clock.second, t.span.From+1)
	t.span.To = moved.span.From
	t.clock.ranged, t.old = false, true
	t.moved = &moved
}

// applyMoves puts the new times of split ranges behind the old ones.
func (j *joiner) applyMoves() {
	var out []*timeItem
	for k, t := range j.times {
		if t.moved != nil && out == nil {
			out = append(out, j.times[:k]...)
		}
		if out != nil || t.moved != nil {
			out = append(out, t)
		}
		if t.moved != nil {
			out = append(out, t.moved)
		}
	}
	if out != nil {
		j.times = out
	}
}

// shareDays gives the hours of a move one day: that of the one that has one beside it.
func (j *joiner) shareDays() {
	for _, p := range j.pairs {
		old, now := p[0], p[1]
		now.deadline, now.old = false, false // "till" is no deadline here
		switch {
		case now.day != nil && now.beside && !old.beside:
			old.day, old.beside = now.day, false
		case old.day != nil && !now.beside:
			now.day = old.day
		}
	}
}
