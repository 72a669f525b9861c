package when

import "time"

// offered reports whether two readings are joined by "or" or stand in one list of options.
func (j *joiner) offered(x, y *draft) bool {
	return x.Alternative > 0 && x.Alternative == y.Alternative
}

// lists numbers the rows of lists and the alternatives of the text.
func (j *joiner) lists(drafts []*draft) {
	number := 0
	for k := 1; k < len(drafts); k++ {
		a, b := drafts[k-1], drafts[k]
		if j.either(a, b) {
			number = alternatives(a, b, number)
		}
	}
	j.rows(drafts, number)
}

func alternatives(a, b *draft, number int) int {
	if a.Alternative == 0 {
		number++
		a.Alternative = number
	}
	b.Alternative = a.Alternative
	return number
}

// either reports whether two readings are joined by "or", commas or one list of clock times.
func (j *joiner) either(a, b *draft) bool {
	if a.gone() || b.gone() || a.time == nil && b.time == nil && !(a.day != nil && b.day != nil && len(a.day.group) > 1) {
		return false
	}
	if a.day != nil && b.day != nil && len(a.day.group) > 1 && a.day != b.day && sameGroup(a.day, b.day) {
		return a.day.or || j.chooseNear(a, b)
	}
	if a.sentenceOf() != b.sentenceOf() {
		return false
	}
	if b.time != nil && b.time.clock.inList && a.time != nil && a.zone == b.zone {
		return true
	}
	return j.orBetween(a, b)
}

func sameGroup(a, b *dayItem) bool {
	return len(b.group) > 0 && len(a.group) > 0 && a.group[0] == b.group[0]
}

func (x *draft) sentenceOf() int {
	if x.time != nil {
		return x.time.sentence
	}
	return x.day.sentence
}

func (x *draft) markOf() int {
	if x.time != nil {
		return x.time.mark
	}
	return x.day.mark
}

func (j *joiner) orBetween(a, b *draft) bool {
	for k := a.markOf(); k < min(b.markOf(), a.markOf()+reach); k++ {
		if j.marks[k].kind == orMark {
			return true
		}
	}
	return j.r.has(b.Span.From-1, roleOr) || j.r.has(b.Span.From-2, roleOr)
}

// chooseNear reports whether words such as "either", "options" stand in the sentence of a or b.
func (j *joiner) chooseNear(a, b *draft) bool {
	return j.chooseIn(a.sentenceOf()-1, b.sentenceOf()+1)
}

func (j *joiner) chooseIn(from, to int) bool {
	lo, hi := 0, len(j.marks)
	for lo < hi {
		mid := (lo + hi) / 2
		if j.marks[mid].sentence < from {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for end := lo + 5*reach; lo < min(len(j.marks), end) && j.marks[lo].sentence <= to; lo++ {
		if j.marks[lo].kind == cueMark && j.marks[lo].cue == cueChoose {
			return true
		}
	}
	return false
}

// rows numbers runs of readings that each stand at the start of their own line; where words of choosing stand beside
// such a list, its rows are alternatives.
func (j *joiner) rows(drafts []*draft, number int) {
	list := 0
	for k := 0; k < len(drafts); {
		end := k + 1
		for end < len(drafts) && j.nextRow(drafts[end-1], drafts[end]) {
			end++
		}
		if end-k > 1 {
			list++
			number = j.list(drafts[k:end], list, number)
		}
		k = end
	}
}

func (j *joiner) list(rows []*draft, list, number int) int {
	choose := j.chooseIn(rows[0].sentenceOf()-2, rows[len(rows)-1].sentenceOf()+2)
	for k, x := range rows {
		x.List = list
		if choose && k > 0 && (rows[k-1].Alternative == 0 || x.Alternative == 0) {
			number = alternatives(rows[k-1], x, number)
		}
	}
	return number
}

// rowGap is how many lines apart two rows of one list may be.
const rowGap = 4

func (j *joiner) nextRow(a, b *draft) bool {
	gap := b.Row - a.Row
	if gap == 0 {
		return a.List > 0 || b.time != nil && b.time.clock.inList
	}
	return gap > 0 && gap <= rowGap && !a.gone() && !b.gone() && a.TimeStated == b.TimeStated && j.leads(a) && j.leads(b)
}

// leads reports whether a reading begins its line, but for a bullet, a number or a short label.
func (j *joiner) leads(x *draft) bool {
	words := 0
	for i := x.Span.From - 1; i >= 0 && !j.r.tok(i).Breaks(); i-- {
		if words++; words > 4 {
			return false
		}
	}
	return true
}

// forStart reports whether "13:55 for a 14:00 start", "8.30 for 9" stands there: x is when to come, y when it begins.
func (j *joiner) forStart(x, y *draft) bool {
	if !x.TimeStated || !y.TimeStated || x.End != y.End && !x.End.IsZero() {
		return false
	}
	from, to := x.time.span.To, y.time.span.From
	lead := y.Start.Time.Sub(x.Start.Time)
	return from < to && to-from <= 2 && j.r.is(from, "for") && lead > 0 && lead <= arrivalLead
}

// arrivalLead is the longest that one is asked to be there before a conversation.
const arrivalLead = 45 * time.Minute

// arrivals keeps "arrive at" only where the conversation's own time is said beside it.
func (j *joiner) arrivals(drafts []*draft) {
	for k, x := range drafts {
		if k+1 < len(drafts) && j.forStart(x, drafts[k+1]) {
			x.Arrival = true
			continue
		}
		if !x.Arrival {
			continue
		}
		x.Arrival = false
		for _, n := range [2]int{k - 1, k + 1} {
			if n < 0 || n >= len(drafts) || !drafts[n].TimeStated || drafts[n].gone() {
				continue
			}
			lead := drafts[n].Start.Time.Sub(x.Start.Time)
			x.Arrival = x.Arrival || lead > 0 && lead <= arrivalLead
		}
	}
}
