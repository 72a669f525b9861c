package when

import "roundtwo/parse/token"

// readCues lets every cue speak of the day or clock time that it is about.
func (j *joiner) readCues() {
	j.moveHours()
	asked := -1              // the last sentence in which an answer is asked for
	weekly := map[int]bool{} // sentences that speak of opening hours
	for i := range j.marks {
		m := &j.marks[i]
		if m.kind != cueMark {
			continue
		}
		switch m.cue {
		case cueAsk:
			asked = m.sentence
		case cueDeadline:
			j.deadline(i, asked == m.sentence)
		case cuePast:
			j.markPast(i)
		case cueOld:
			if !j.conditional(i) {
				j.mark(i, 10, true, func(s *status) { s.old = true })
			}
		case cueMove:
			if !j.hoursMove[m.sentence] {
				j.markMoved(i)
			}
		case cuePastBack:
			if j.isLabel(m.span.To) { // not "Tuesday at 4 with Bert, who wrote our loader"
				j.markBack(i, func(s *status) { s.past, s.told = true, true })
			}
		case cueOldBack:
			if j.conditional(i) || j.hoursMove[m.sentence] {
				break
			}
			j.markBack(i, func(s *status) { s.old = true })
		case cueEnd:
			j.mark(i, 4, true, func(s *status) { s.ends = true })
		case cueWindow:
			j.mark(i, 12, false, func(s *status) { s.window = true })
		case cueAfter:
			if j.r.is(m.span.From, "na") && j.r.lang != "nl" {
				break // after in Dutch, to in Polish
			}
			j.markNext(i, 1, func(s *status) { s.after, s.window = true, true })
		case cueWeekly:
			weekly[m.sentence] = true
		case cueOther:
			j.markNext(i, 12, func(s *status) { s.arrival = true })
		}
	}
	j.markWeekly(weekly)
}

// next gives the index of the next mark that is a day or a clock time within gap tokens after mark i; -1 where none is.
// A cue that is a label reaches over the end of its line.
func (j *joiner) next(i, gap int) int {
	m := &j.marks[i]
	for k := i + 1; k < len(j.marks); k++ {
		n := &j.marks[k]
		if n.span.From-m.span.To > gap || n.sentence != m.sentence && !(n.line-m.line <= 1 && j.isLabel(m.span.To)) {
			return -1
		}
		if n.kind == dayMark || n.kind == clockMark {
			return k
		}
	}
	return -1
}

// isLabel reports whether a colon, the end of a cell or line stands right after a cue.
func (j *joiner) isLabel(i int) bool {
	return i < j.r.n && (j.r.tok(i).Ends() || j.r.is(i, ":"))
}

func (j *joiner) statusOf(k int) *status {
	if d := j.dayAt[k]; d != nil {
		return &d.status
	}
	if t := j.timAt[k]; t != nil {
		return &t.status
	}
	return &status{}
}

// markNext sets the status of the next day or clock time only.
func (j *joiner) markNext(i, gap int, set func(*status)) {
	if k := j.next(i, gap); k >= 0 {
		set(j.statusOf(k))
	}
}

// mark sets the status of the next day or clock time and of what stands beside it: one moment.
func (j *joiner) mark(i, gap int, oneDay bool, set func(*status)) {
	k := j.next(i, gap)
	if k < 0 {
		return
	}
	set(j.statusOf(k))
	days := 0
	if j.dayAt[k] != nil {
		days = 1
	}
	for n := k + 1; n < len(j.marks) && j.marks[n].sentence == j.marks[k].sentence; n++ {
		if kind := j.marks[n].kind; kind != dayMark && kind != clockMark {
			continue
		}
		if !j.beside(j.marks[k].span.To, j.marks[n].span.From) && !j.sameItem(k, n) {
			return
		}
		if j.dayAt[n] != nil && !j.sameItem(k, n) {
			if days++; days > 1 && oneDay {
				return
			}
		}
		set(j.statusOf(n))
		k = n
	}
}

func (j *joiner) sameItem(a, b int) bool { return j.dayAt[a] != nil && j.dayAt[a] == j.dayAt[b] }

// pastGap is how many words after a cue of the past its day may stand.
const pastGap = 9

// markPast marks the day told as past. A clock time that stands with a day of its own further on is not meant.
func (j *joiner) markPast(i int) {
	gap := pastGap
	if j.r.has(j.marks[i].span.To-1, roleOf|roleAway) {
		gap = 2 // "your interview of 3 March", not "your interview of Assistant Manager on Thursday"
	}
	k := j.next(i, gap)
	if k < 0 {
		return
	}
	for n := j.marks[i].span.To; n < j.marks[k].span.From; n++ {
		if ahead[lowerAt(j.r, n)] {
			return
		}
	}
	j.mark(i, gap, true, func(s *status) { s.past, s.told = true, true })
}

// ahead are words after which a sentence that began with thanks speaks of what is to come.
var ahead = wordSet(`invite, would, will, like, forward, laden, einladen, freuen, confirm, scheduled, schedule,
	invitons, invitamos, invitiamo, nodigen`)

// conditions are words that make what follows them no statement: "if Tuesday does not work".
var conditions = wordSet(`if, should, unless, case, falls, wenn, sollte, si, se, als, mocht, whether`)

// conditional reports whether a cue stands in a condition.
func (j *joiner) conditional(i int) bool {
	from := j.marks[i].span.From
	for n := from - 1; n >= max(0, from-14); n-- {
		if j.r.tok(n).Breaks() || j.r.is(n, "?") || j.r.is(n, "!") || j.r.is(n, ".") && j.r.tok(n+1).Space {
			return false
		}
		if conditions[lowerAt(j.r, n)] {
			return true
		}
	}
	return false
}

// markMoved finds the old time of "moved from Tuesday to Friday", "moved from 3 to 4pm": what follows "from" is given
// up, what follows "to" holds.
func (j *joiner) markMoved(i int) {
	k := j.next(i, 20)
	if k < 0 {
		return
	}
	from := j.marks[k].span.From
	if !j.r.has(from, roleFrom) && !j.r.has(from-1, roleFrom) && !j.r.is(from-1, "vom") && !j.r.has(from-2, roleFrom) {
		return
	}
	for n := k; n < len(j.marks) && j.marks[n].sentence == j.marks[i].sentence; n++ {
		m := &j.marks[n]
		if m.kind != dayMark && m.kind != clockMark {
			continue
		}
		if n > k && (j.r.has(m.span.From-1, roleTo) || j.r.has(m.span.From-2, roleTo) || !j.beside(j.marks[k].span.To, m.span.From)) {
			return
		}
		j.statusOf(n).old = true
		k = n
	}
}

// reach is the most marks, days or readings that anything looks back or ahead for what it belongs to, so that the cost
// stays linear whatever a text holds.
const reach = 40

// markBack sets the status of what stands before the cue in its sentence.
func (j *joiner) markBack(i int, set func(*status)) {
	m := &j.marks[i]
	for k := i - 1; k >= max(0, i-reach) && j.marks[k].sentence == m.sentence; k-- {
		if j.marks[k].kind == cueMark && j.marks[k].cue == cueNew && k < i-1 {
			return
		}
		if j.marks[k].kind == dayMark || j.marks[k].kind == clockMark {
			set(j.statusOf(k))
		}
	}
}

// markWeekly marks whole sentences that speak of opening hours, unless they name a date.
func (j *joiner) markWeekly(weekly map[int]bool) {
	for _, d := range j.days {
		if d.weekly {
			weekly[d.sentence] = true
		}
	}
	if len(weekly) == 0 {
		return
	}
	for _, d := range j.days {
		if d.said.dated() || !d.weekly && (d.said.next || d.said.this) {
			delete(weekly, d.sentence)
		}
	}
	for _, d := range j.days {
		d.weekly = d.weekly || weekly[d.sentence]
	}
	for _, t := range j.times {
		t.weekly = t.weekly || weekly[t.sentence]
	}
}

// deadlineWords may stand between "by" and the day or hour.
var deadlineWords = wordSet(`end, of, day, close, business, eod, cob, noon, latest, midday, plus, tard, spatestens, zum, le, el,
	il, dia, please, response, date, is, s`)

// deadline marks the day or clock time right after "by". A clock time that follows its day by "by" is when it happens:
// "Monday, 15th June by 10:00".
func (j *joiner) deadline(i int, asked bool) {
	k := j.next(i, 6)
	if k < 0 || !j.deadlineGap(j.marks[i].span.To, j.marks[k].span.From) {
		return
	}
	if t := j.timAt[k]; t != nil && !asked && j.r.is(j.marks[i].span.From, "by") {
		if p := j.previous(i); p >= 0 && j.dayAt[p] != nil && !j.dayAt[p].gone() && j.marks[p].span.To >= j.marks[i].span.From-1 {
			return
		}
	}
	j.mark(i, 6, false, func(s *status) { s.deadline = true })
}

// previous gives the mark before i in its sentence that is a day or a clock time.
func (j *joiner) previous(i int) int {
	for k := i - 1; k >= max(0, i-reach) && j.marks[k].sentence == j.marks[i].sentence; k-- {
		if j.marks[k].kind == dayMark || j.marks[k].kind == clockMark {
			return k
		}
	}
	return -1
}

func (j *joiner) deadlineGap(from, to int) bool {
	for i := from; i < to; i++ {
		t := j.r.tok(i)
		if t.Kind == token.Word && !j.r.has(i, between|roleThe|roleNext|roleThis) && !deadlineWords[t.Lower] || t.Kind == token.Number {
			return false
		}
	}
	return true
}
