package who

import "roundtwo/parse/token"

// labelled reads "Interviewers: Dana Whitfield, Sam Ode" and a list below a heading "The panel:".
func (r *reader) labelled(i int) (next int) {
	what, value := r.labelAt(i)
	if what == noLabel {
		what, value = r.headingAt(i)
	}
	switch what {
	case peopleLabel, guestLabel:
		return r.labelledPeople(i, value, Interviewer, what)
	case asideLabel:
		return r.labelledPeople(i, value, Coordinator, what)
	}
	return i
}

// headingAt reads a line that announces people: "On the day you will be meeting with:".
func (r *reader) headingAt(i int) (what label, value int) {
	end := r.rowEnd(i)
	if end-i < 2 || end-i > maxHeading || end >= len(r.p) {
		return noLabel, i
	}
	if !r.p[end-1].sign(":") {
		if last := &r.p[end-1]; end-i > 3 && end-i < 9 && !last.capital && r.cueEnding(end) == meets {
			return peopleLabel, end // "You will be seen by", the names below
		}
		return noLabel, i
	}
	if c := r.cueEnding(end - 1); c == meets || c == with || r.afterGroup(end) || r.groupIs(end-1) {
		return peopleLabel, end
	}
	return noLabel, i
}

// closingHeading reads the people below a paragraph whose last sentence, at piece i, announces them: "The panelists are:".
func (r *reader) closingHeading(i int) (next int) {
	if i == 0 || r.lineStart(i) || !r.stops(i-1) || !r.endsSoon(i) {
		return i
	}
	if what, value := r.headingAt(i); what == peopleLabel {
		return r.labelledPeople(i, value, Interviewer, what)
	}
	return i
}

// endsSoon reports whether the line ends within a heading's length; it keeps long lines from being read to their end at
// every sentence.
func (r *reader) endsSoon(i int) bool {
	for j := i; j < len(r.p) && j <= i+maxHeading; j++ {
		if r.p[j].ends() {
			return true
		}
	}
	return false
}

// maxHeading is the most pieces of a heading.
const maxHeading = 24

// labelAt reads a label at the start of a line; value is the piece after its colon, cell or line end.
func (r *reader) labelAt(i int) (what label, value int) {
	if r.p[i].kind == sign && peopleSigns[r.p[i].text] {
		return peopleLabel, i + 1
	}
	at := r.skipBullet(i)
	what, to := phraseAt(r, labels, 0, at)
	if what == noLabel && at < len(r.p) && labelArticles[r.p[at].lower] {
		what, to = phraseAt(r, labels, 0, at+1)
	}
	if what == noLabel || to == 0 || to >= len(r.p) {
		return noLabel, i
	}
	if what == peopleLabel && r.p[to].kind == number && len(r.p[to].lower) < 3 && to+1 < len(r.p) {
		to++ // "Interviewer 2"
	}
	if r.p[to].sign("(") && to+2 < len(r.p) && r.p[to+2].sign(")") {
		to += 3 // "Interviewer(s)"
	}
	if dots := r.skipDots(to); dots > to+2 {
		return what, dots
	}
	switch {
	case to >= len(r.p):
		return noLabel, i
	case r.p[to].sign(":"), r.p[to].kind == cell:
		return what, to + 1
	case r.p[to].sign("-") && r.p[to].space:
		return what, to + 1
	case (r.p[to].kind == line || r.p[to].kind == blank && what == peopleLabel) && r.p[at].capital && to+1 < len(r.p):
		return what, to + 1
	}
	return noLabel, i
}

// skipDots passes the dots that lead from a label to its value: "Interviewers ....... Ned Grabowski".
func (r *reader) skipDots(i int) int {
	for i < len(r.p) && (r.p[i].sign(".") || r.p[i].sign("…") || r.p[i].sign("_")) {
		i++
	}
	return i
}

// labelArticles may stand before a label: "Le poste : …".
var labelArticles = set("the", "your", "le", "la", "les", "el", "los", "il", "lo", "o", "os", "die", "der", "das", "de", "het", "ihre", "votre")

// peopleSigns stand for a label in mails of schedulers.
var peopleSigns = set("👥", "👤", "🧑", "👩", "👨", "🙋", "🗣")

// skipBullet passes "•", "-", "*", "1." and "a)" at the start of a line.
func (r *reader) skipBullet(i int) int {
	if i >= len(r.p) {
		return i
	}
	switch p := &r.p[i]; {
	case p.sign("•") || p.sign("-") || p.sign("*") || p.sign(">") || p.sign("+") || p.sign("✓") || p.sign("→"):
		return i + 1
	case p.kind == number && i+1 < len(r.p) && (r.p[i+1].sign(".") || r.p[i+1].sign(")")) && i+2 < len(r.p) && r.p[i+2].space:
		return i + 2
	}
	return i
}

// labelledPeople reads the people in the value of a label, and in the rows below as long as they name people.
func (r *reader) labelledPeople(i, value int, part Part, what label) (next int) {
	at := value
	for at < len(r.p) && at-value < 3 && r.p[at].ends() {
		at++
	}
	same := at == value
	next, any := i, false
	for at < len(r.p) && (at < r.signed || i >= r.quoted) {
		if any || !same {
			if other, _ := r.labelAt(at); other != noLabel {
				break
			}
		}
		l := r.rowList(at)
		if len(l.people) == 0 {
			if r.p[at].kind == mail && what == guestLabel {
				at = r.rowEnd(at)
				next, any = at, true
				at++
				continue
			}
			break
		}
		if any && r.p[at-1].kind == blank && !r.plainRow(l) || any && !r.plainRow(l) && !r.likelyRow(l) {
			break
		}
		r.note(l, r.partIn(l, part, what), labelWhy[what])
		any = true
		next = max(l.to, at)
		at = r.restOfRow(next)
		if at >= len(r.p) || !r.p[at].ends() {
			break
		}
		at = r.titleLine(at + 1)
	}
	if !any {
		return i
	}
	return next
}

// restOfRow gives the end of a row behind its people, or the piece where a sentence goes on.
func (r *reader) restOfRow(i int) int {
	at := r.skipRemark(i)
	if at < len(r.p) && r.p[at].ends() {
		return at
	}
	if end := r.rowEnd(at); end-at < 16 && !r.endsSentence(at, end) {
		return end
	}
	return at
}

// titleLine gives the last person her title where it stands on a line of its own below the name. It gives the line
// after it.
func (r *reader) titleLine(i int) int {
	last := len(r.found) - 1
	end := r.rowEnd(i)
	if last < 0 || r.found[last].title != "" || i >= len(r.p) || r.p[i-1].kind != line || end-i > 12 || end >= len(r.p) {
		return i
	}
	if n := r.nameAt(i); n.known() && n.to >= end {
		return i
	}
	to, jobs := r.titleEnd(i)
	if jobs == 0 || to < end && !r.p[to].sign(",") {
		return i
	}
	r.found[last].title = oneLine(r.slice(i, r.moreTitle(to)))
	return end + 1
}

var labelWhy = map[label]string{peopleLabel: "label", guestLabel: "guest list", asideLabel: "label of somebody who organises"}

// rowList reads the people that a row starts with.
func (r *reader) rowList(at int) list {
	at = r.skipTime(r.skipBullet(at))
	l := r.listAt(at, certain, true)
	if len(l.people) > 0 {
		return l
	}
	for j := at; j < len(r.p) && j < at+4 && r.p[j].kind == word; j++ {
		if j+1 < len(r.p) && r.p[j+1].sign(":") { // "External assessor: Professor Kari Berg"
			return r.listAt(j+2, certain, true)
		}
	}
	return l
}

// plainRow reports whether the list takes up its whole row.
func (r *reader) plainRow(l list) bool {
	end := r.skipRemark(l.to)
	return end >= len(r.p) || r.p[end].ends()
}

// likelyRow reports whether a row that says more than names starts with somebody described.
func (r *reader) likelyRow(l list) bool { return l.people[0].title != "" || l.people[0].known() }

// skipRemark passes a closing full stop or a remark in brackets.
func (r *reader) skipRemark(i int) int {
	for i < len(r.p) && (r.p[i].sign(".") || r.p[i].sign("(") || r.p[i].sign(",") || r.p[i].sign(";")) {
		if !r.p[i].sign("(") {
			i++
			continue
		}
		_, _, next := r.bracket(i)
		if next == i {
			return i
		}
		i = next
	}
	return i
}

// partIn keeps an organiser out of the people she meets where a guest list says that he is one. Below "Who" the
// organizer is whose calendar was booked: the interviewer.
func (r *reader) partIn(l list, part Part, what label) Part {
	for k := range l.people {
		s := &l.people[k]
		if lower := token.Fold(s.title); lower != "organizer" && lower != "organiser" {
			continue
		}
		s.title = ""
		if what == guestLabel {
			return Coordinator
		}
	}
	return part
}
