package who

// columns is the head of a table: which cell of a row names people, and which their titles.
type columns struct {
	people, titles int // -1 where there is none
	cells          int
	active         bool
}

// read reads one line as a head or a row of a table; i where it is neither.
func (h *columns) read(r *reader, i int) (next int) {
	end := r.rowEnd(i)
	if !h.active && !r.hasCells(i, end) {
		return i
	}
	cells := r.cells(i, end)
	if len(cells) < 2 {
		h.active = h.active && end > i && r.p[i].kind != blank && len(cells) == 1 && end-i < 8
		return i
	}
	if head, ok := r.tableHead(cells); ok {
		*h = head
		return end
	}
	if !h.active || h.people >= len(cells) {
		return i
	}
	h.row(r, cells)
	return end
}

// row notes the people of one row.
func (h *columns) row(r *reader, cells [][2]int) {
	c := cells[h.people]
	l := r.listAt(r.skipBullet(c[0]), certain, true)
	if len(l.people) == 0 || l.to > c[1] && h.titles < 0 {
		if len(l.people) == 0 {
			return
		}
	}
	if h.titles >= 0 && h.titles < len(cells) {
		t := cells[h.titles]
		for k := range l.people {
			if l.people[k].title == "" || l.people[k].to <= c[1] {
				l.people[k].title = oneLine(r.slice(t[0], t[1]))
			}
		}
	}
	r.note(l, Interviewer, "column of a table")
}

func (r *reader) hasCells(i, end int) bool {
	for ; i < end; i++ {
		if r.p[i].kind == cell {
			return true
		}
	}
	return false
}

// cells gives the cells of the line [i, end).
func (r *reader) cells(i, end int) [][2]int {
	var out [][2]int
	from := i
	for j := i; j <= end; j++ {
		if j < end && r.p[j].kind != cell {
			continue
		}
		out = append(out, [2]int{from, j})
		from = j + 1
	}
	if n := len(out); n > 1 && out[n-1][0] >= out[n-1][1] {
		out = out[:n-1]
	}
	return out
}

// tableHead reads the head of a table: every cell short, one of them "With" or "Interviewer".
func (r *reader) tableHead(cells [][2]int) (columns, bool) {
	h := columns{people: -1, titles: -1, cells: len(cells), active: true}
	heads := 0
	for k, c := range cells {
		if c[1]-c[0] > 5 || c[1] == c[0] {
			return h, false
		}
		what, to := phraseAt(r, labels, 0, c[0])
		if what == noLabel || to < c[1] && !r.p[to].sign("(") {
			continue
		}
		heads++
		switch {
		case what == peopleLabel || what == asideLabel && r.p[c[0]].lower == "name" && h.people < 0:
			h.people = k
		case what == roleLabel || what == topicLabel && r.p[c[0]].lower == "title":
			h.titles = k
		}
	}
	return h, h.people >= 0 && heads >= 2
}

// agendaRow reads "10:00 System design — Ana P. (Staff Engineer)" and "Ana P., Staff Engineer" below a row with a time.
func (r *reader) agendaRow(i int) (next int) {
	end := r.rowEnd(i)
	at := r.skipBullet(i)
	start := r.skipTime(at)
	timed := start > at
	if end-i > 40 || r.endsSentence(start, end) {
		return i
	}
	if !timed && !r.belowTimedRow(i) {
		return i
	}
	for j := start; j < end; j++ {
		if j > start && !r.cut(j-1) {
			continue
		}
		if c := r.cueEnding(j); c == aside || c == past {
			return i
		}
		l := r.listAt(j, certain, true)
		if len(l.people) == 0 || !r.rowPeople(l, end, timed, j > start && r.p[j-1].kind == word) {
			continue
		}
		r.note(l, Interviewer, "row of an agenda")
		return max(l.to, j+1)
	}
	return i
}

// rowPeople reports whether l can be the people of an agenda row and not its topic; said is whether "with" stood before
// them.
func (r *reader) rowPeople(l list, end int, timed, said bool) bool {
	for _, s := range l.people {
		if s.self || said && s.units > 1 {
			continue
		}
		if r.isTopic(s) || s.title == "" && !s.known() && !r.endsInInitial(s.name) && !(timed && r.plainRow(l) && (r.onlyName(s.name) || r.afterTopic(l))) {
			return false
		}
	}
	return l.to >= end || r.p[l.to].kind == sign || r.p[l.to].ends() || r.p[l.to].is(stop)
}

// endsInInitial reports whether n is a name with its family name cut: "Tendai M."
func (r *reader) endsInInitial(n name) bool { return n.units > 1 && r.initial(n.to-1) }

// isTopic reports whether s is what a row is about: "Tea and coffee", "Leadership - Evan Park, VP Product".
func (r *reader) isTopic(s sighting) bool {
	if s.titled || s.units > 1 {
		return false
	}
	if s.to < len(r.p) && r.p[s.to].space && talks[r.p[s.to].lower] {
		return true // "Peer conversation"
	}
	if r.p[s.start].is(topic) {
		return true
	}
	return !s.listed && s.to+1 < len(r.p) && r.p[s.to].sign("-") && r.onlyName(r.nameAt(s.to+1))
}

// afterTopic reports whether l stands behind the colon of a topic and is of words that are nothing else: "Craft: Jolene".
func (r *reader) afterTopic(l list) bool {
	for _, s := range l.people {
		if r.p[s.start].class&^neutral&^(given|surname) != 0 {
			return false
		}
	}
	return l.from > 0 && r.p[l.from-1].sign(":") && r.p[l.from-1].span.From > 0 && r.p[l.from].space
}

// talks are what the conversations of a day are called.
var talks = set("conversation", "conversations", "interview", "interviews", "chat", "session", "round", "meeting", "call", "discussion", "stage")

// onlyName reports whether n is two words or more that are nothing else: no trade, no place, no topic.
func (r *reader) onlyName(n name) bool {
	for i := n.start; i < n.to; i++ {
		if r.p[i].class&^neutral&^(given|surname|particle) != 0 && !r.p[i].is(given|surname) {
			return false
		}
	}
	return n.units > 1 && !n.company
}

// cut reports whether piece i separates the parts of a row.
func (r *reader) cut(i int) bool {
	p := &r.p[i]
	return p.kind == cell || p.sign("|") || p.sign("-") && p.space || p.sign(":") || p.sign("(") || p.sign("/") && p.space ||
		p.sign("•") || p.sign(",") || p.kind == word && (p.lower == "with" || p.lower == "w" || p.lower == "by")
}

// belowTimedRow reports whether the line at piece i stands below a row with a time, or below a person of such a row.
func (r *reader) belowTimedRow(i int) bool {
	for n := 0; n < 3 && i > 0; n++ {
		if r.p[i-1].kind == blank && n > 0 {
			return false
		}
		from := i - 1
		for from > 0 && r.p[from-1].kind != line && r.p[from-1].kind != blank {
			from--
		}
		if at := r.skipBullet(from); r.skipTime(at) > at {
			return true
		}
		if k := len(r.found); k == 0 || r.found[k-1].from < from || r.found[k-1].why != "row of an agenda" {
			if n > 0 {
				return false
			}
		}
		i = from
	}
	return false
}

// skipTime passes a time or a range with its zone at the start of a row: "10:00 – 10:45 AM ET |". It gives i where
// none stands there.
func (r *reader) skipTime(i int) int {
	j, numbers := i, 0
	for j < len(r.p) && j-i < 16 {
		p := &r.p[j]
		switch {
		case p.kind == number:
			numbers++
		case p.sign(":") || p.sign("-") || p.sign(".") || p.sign("|") || p.sign("(") || p.sign(")") || p.sign("~") ||
			p.sign("+") || p.sign("@"):
			if numbers == 0 {
				return i
			}
		case p.sign(","):
			if numbers == 0 && j == i {
				return i
			}
		case p.kind == cell && numbers > 0:
		case p.kind == word && (clockWords[p.lower] || p.is(timeword) && (p.upper || numbers == 0 || !p.is(given)) &&
			!p.is(given) || p.is(timeword) && p.upper):
		default:
			return r.timeEnd(i, j, numbers)
		}
		j++
	}
	return r.timeEnd(i, j, numbers)
}

func (r *reader) timeEnd(i, j, numbers int) int {
	if numbers == 0 || j < len(r.p) && !r.p[j].space && r.p[j].kind == word {
		return i
	}
	return j
}

var clockWords = set(
	"am", "pm", "a", "p", "m", "h", "to", "hrs", "hr", "hours", "uhr", "from", "until", "till", "noon", "at", "and", "local",
	"approx", "min", "mins", "minutes", "st", "nd", "rd", "th", "o'clock",
)
