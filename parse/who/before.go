package who

import "strings"

// before gives the cue that ends directly before piece i, fillers passed; noCue where none does.
func (r *reader) before(i int) cue {
	if r.afterGroup(i) || r.groupIs(i) {
		return meets
	}
	for n := 0; i > 0 && n < 3; n++ {
		p := &r.p[i-1]
		if p.kind == word && fillers[p.lower] && !joins[p.lower] || p.sign(":") || p.kind == word && adverbs[p.lower] {
			if r.cueEnding(i) != noCue {
				break
			}
			i--
			continue
		}
		break
	}
	return r.cueEnding(i)
}

// afterGroup reports whether a colon before piece i announces people: "the full selection committee: Dana …".
func (r *reader) afterGroup(i int) bool {
	if i < 2 || !r.p[i-1].sign(":") {
		return false
	}
	from, _ := r.sentence(i - 1)
	for j := max(from, i-12); j < i-1; j++ {
		if r.group(j) && r.p[j+1].lower != "interview" {
			return true
		}
	}
	return false
}

// groupIs reports whether a group of interviewers and a verb stand directly before piece i: "the board are".
func (r *reader) groupIs(i int) bool {
	for j := i - 1; j >= 0 && j > i-7 && r.p[j].kind == word; j-- {
		if r.group(j) && j < i-1 {
			return true
		}
		if !groupVerbs[r.p[j].lower] {
			return false
		}
	}
	return false
}

var groupVerbs = set(
	"will", "would", "shall", "is", "are", "be", "remain", "remains", "stays", "now", "then", "consist", "consists", "of",
	"comprise", "comprises", "include", "includes", "made", "up", "members", "currently", "also", "the", "following", "has",
	"have", "features", "being",
)

// group reports whether piece i names several people: "the panel", "the founders".
func (r *reader) group(i int) bool {
	p := &r.p[i]
	return p.kind == word && (groups[p.lower] || p.is(role) && strings.HasSuffix(p.lower, "s") && !p.capital)
}

// groups are the words for those who interview together.
var groups = set(
	"panel", "committee", "board", "team", "interviewers", "interviewer", "colleagues", "people", "persons", "audience",
	"interlocutors", "jury", "panellists", "panelists", "group", "trio", "participants", "assessors", "commission", "attendees",
	"trustees", "directors", "them", "three", "two", "four", "five",
)

var adverbs = set("once", "more", "directly", "now", "here", "first", "then", "finally", "later", "also", "still")

// cueEnding gives the cue that ends before piece i.
func (r *reader) cueEnding(i int) cue {
	best := noCue
	for k := r.marksBefore(i) - 1; k >= 0 && r.marks[k].from > i-maxCue; k-- {
		m := r.marks[k]
		if m.to == i && m.what <= maybe && (best == noCue || m.what != with) {
			best = m.what
		}
	}
	return best
}
