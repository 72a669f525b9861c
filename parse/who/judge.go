package who

import (
	"sort"
	"strings"
)

// judge decides what part the people of a list play, from what stands before and after it. Without a reason the list
// is nobody's: words with a capital letter.
func (r *reader) judge(l list, before cue) (part Part, why string) {
	from, to := r.sentence(l.from)
	after := r.follows(l.to)
	switch {
	case r.says(from, to, bystander):
		return Mentioned, "the sentence leaves them out"
	case r.says(from, to, maybe):
		return Mentioned, "only if things go well"
	case after == away:
		return Mentioned, awayWhy
	case after == helps:
		return Mentioned, helpsWhy
	case r.says(l.from, l.to, past) && r.p[l.to-1].kind == word && r.metIn(l):
		return Mentioned, "she has met them"
	case before == meets && r.nearest(l.from, from) != past && r.nearest(l.from, from) != aside:
		return Interviewer, meetsWhy
	case before == noCue && r.apposed(l, from):
		return Interviewer, "the group whom she will meet"
	case before == past:
		return Mentioned, "an earlier meeting"
	case before == aside:
		return Mentioned, asideWhy
	case before == with:
		return r.judgeWith(l, from)
	case after == sits:
		return r.judgeActs(l, from)
	case r.timedAct(l):
		return Interviewer, "they act at a time"
	case r.described(l, from):
		return Interviewer, "described by a job"
	}
	return Mentioned, r.mentioned(l)
}

// metIn reports whether a clause of the list says that she has met them: "Chef Denny, who you met at the tasting".
func (r *reader) metIn(l list) bool {
	for i := l.from; i < l.to; i++ {
		if r.whoFollows(i) {
			return r.says(i, l.to, past) && len(l.people) == 1
		}
	}
	return false
}

// Reasons by which people are known later on: those whom somebody may replace, and those who take no part.
const (
	awayWhy  = "cannot come"
	helpsWhy = "helps"
	asideWhy = "an aside"
	meetsWhy = "she will meet them"
)

// judgeWith decides after "with", where the words before it settle whether the meeting is over.
func (r *reader) judgeWith(l list, from int) (Part, string) {
	switch r.nearest(l.from, from) {
	case past:
		return Mentioned, "an earlier meeting"
	case aside:
		return Mentioned, asideWhy
	}
	return Interviewer, "with them"
}

// judgeActs decides where a verb follows: "Dana Whitfield will ring you".
func (r *reader) judgeActs(l list, from int) (Part, string) {
	for _, s := range l.people {
		if !s.self && !s.known() && s.units < 2 && s.title == "" && !r.surelyActs(l) {
			return Mentioned, ""
		}
	}
	return Interviewer, "they act in it"
}

// timedAct reports whether a time stands before the list and a verb behind it: "at 9:15 Sigrun Aas picks up …".
func (r *reader) timedAct(l list) bool {
	if l.from == 0 || l.to >= len(r.p) || l.people[0].units < 2 && !l.people[0].known() {
		return false
	}
	before, verb := &r.p[l.from-1], &r.p[l.to]
	timed := before.kind == number || before.kind == word && (before.lower == "am" || before.lower == "pm" || before.lower == "m")
	return timed && verb.kind == word && !verb.capital && !verb.is(stop) && strings.HasSuffix(verb.lower, "s")
}

// surelyActs reports whether a single word without a listed name is a person by what follows: "Havard and I would like",
// "Priti will join". A company "would like" too, and does not join.
func (r *reader) surelyActs(l list) bool {
	for _, s := range l.people {
		if s.self || s.known() {
			return true
		}
	}
	return l.to < len(r.p) && (r.p[l.to].lower == "will" || r.p[l.to].sign("'"))
}

// described reports whether the list introduces people with their jobs, and nothing in the sentence leaves them out.
// Whoever is introduced so in an invitation is met.
func (r *reader) described(l list, from int) bool {
	for _, s := range l.people {
		if s.title != "" && s.units > 0 && helperTitle(s.title) {
			return false
		}
	}
	s := l.people[0]
	if s.title == "" || s.self || !s.known() && s.units < 2 || r.isWriter(s.text) {
		return false
	}
	near := r.nearest(l.from, from)
	return near != past && near != aside
}

// helperTitle reports whether a title is of somebody who helps with the day.
func helperTitle(title string) bool {
	for _, w := range nameWords(title) {
		if helpers[w] {
			return true
		}
	}
	return false
}

var helpers = set(
	"assistant", "pa", "receptionist", "student", "host", "organizer", "organiser", "coordinator", "recruiter", "driver",
	"observer", "referee", "guest", "applicant", "candidate", "secretary", "porter", "security",
)

// mentioned is the reason to note a list without a cue: a name that can be told by itself.
func (r *reader) mentioned(l list) string {
	s := l.people[0]
	if s.self || !s.known() && s.title == "" {
		return ""
	}
	return "named"
}

// nearest gives the last cue of time or aside before piece i in its sentence. A comma after a short clause of the past
// closes it: "After your call with Jo, you will meet Sam".
func (r *reader) nearest(i, from int) cue {
	for k := r.marksBefore(i) - 1; k >= 0; k-- {
		m := r.marks[k]
		if m.to > i || m.what == with {
			continue
		}
		if m.from < from {
			return noCue
		}
		switch m.what {
		case meets:
			if m.to == i {
				continue
			}
			return meets
		case past, aside:
			if r.commaBetween(m.to, i) || m.to < i && r.aheadBetween(m.to, i) || m.what == aside && r.secondVerb(i) {
				continue
			}
			return m.what
		}
	}
	return noCue
}

// marksBefore counts the phrases that start before piece i.
func (r *reader) marksBefore(i int) int {
	return sort.Search(len(r.marks), func(k int) bool { return r.marks[k].from >= i })
}

// aheadBetween reports whether the sentence turns to what is to come in [from, to): "They were pleased and we would now
// like you to meet".
func (r *reader) aheadBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if r.p[i].kind == word && ahead[r.p[i].lower] {
			return true
		}
	}
	return false
}

var ahead = set(
	"will", "would", "you'll", "we'll", "i'll", "we'd", "i'd", "they'd", "invite", "please", "now", "next", "then", "propose", "should",
	"like", "want", "wish",
)

// secondVerb reports whether "and" leads to a meeting that ends before piece i: "met by Bill and interviewed by Jo".
func (r *reader) secondVerb(i int) bool {
	for k := r.marksBefore(i) - 1; k >= 0 && r.marks[k].from > i-maxCue; k-- {
		if m := r.marks[k]; m.to == i && m.what == meets && m.from > 0 {
			return joins[r.p[m.from-1].lower]
		}
	}
	return false
}

// maxCue is the most pieces of a cue.
const maxCue = 12

// commaBetween reports whether a comma that is not inside a date stands in [from, to).
func (r *reader) commaBetween(from, to int) bool {
	for i := from; i < to; i++ {
		p := &r.p[i]
		if p.sign(";") || p.sign(":") && i+1 < len(r.p) && r.p[i+1].space || p.lower == "so" && p.kind == word {
			return true
		}
		if p.sign(",") && i > 0 && r.p[i-1].kind != number && !r.p[i-1].is(timeword) {
			return true
		}
	}
	return false
}

// says reports whether a phrase of that kind stands in [from, to).
func (r *reader) says(from, to int, what cue) bool {
	for k := sort.Search(len(r.marks), func(k int) bool { return r.marks[k].from >= from }); k < len(r.marks) &&
		r.marks[k].from < to; k++ {
		if r.marks[k].what == what {
			return true
		}
	}
	return false
}

// follows gives what the words after a list say of its people.
func (r *reader) follows(i int) cue {
	if i < len(r.p) && r.p[i].sign(",") {
		i++
	}
	for n := 0; n < 2 && i < len(r.p) && r.p[i].kind == word && afterFillers[r.p[i].lower]; n++ {
		i++
	}
	what, _ := phraseAt(r, acts, leadsAct, i)
	return what
}

var afterFillers = set("both", "also", "then", "unfortunately", "now", "sadly", "each")

// selfSaid notes the writer where he or she says so outside a list: "I'll call you on …".
func (r *reader) selfSaid() {
	for _, m := range r.marks {
		switch {
		case m.from >= r.signed || !r.saysSelf(m) || r.denied(m):
			continue
		case m.what == bothWant && !r.besideSelf():
			continue
		case m.what == bothMeet:
			r.besideSelf()
		}
		n := name{from: m.from, start: m.from, to: m.to}
		r.found = append(r.found, sighting{name: n, self: true, part: Interviewer, why: "the writer says so"})
	}
}

// saysSelf reports whether m says that the writer takes part.
func (r *reader) saysSelf(m mark) bool {
	return m.what == selfMeets || m.what == bothMeet || m.what == bothWant || m.what == selfCalls && r.numberAt(m.to)
}

// numberAt reports whether a telephone number starts at piece i.
func (r *reader) numberAt(i int) bool {
	if i < len(r.p) && (r.p[i].sign("+") || r.p[i].sign("(")) {
		i++
	}
	return i+2 < len(r.p) && r.p[i].kind == number && len(r.p[i].lower) > 1 && (r.p[i+1].kind == number || r.p[i+2].kind == number)
}

// besideSelf makes interviewers of those who were named beside the writer: "my partner Hamish and I … see us both".
func (r *reader) besideSelf() (any bool) {
	for k := range r.found {
		s := &r.found[k]
		and := s.to < len(r.p) && r.p[s.to].lower == "and" && s.to+1 < len(r.p) && selfWords[r.p[s.to+1].lower]
		if and && s.part == Mentioned {
			s.part, s.why, any = Interviewer, "she will meet both", true
		}
	}
	return any
}

// denied reports whether the phrase is about something else: a call to confirm, a meeting at the door.
func (r *reader) denied(m mark) bool {
	_, to := r.sentence(m.from)
	if m.from > 0 && r.p[m.from].lower == "in" && r.p[m.from-1].kind == word && r.p[m.from-1].capital {
		return true // "Ms. Dunn in my office will assist"
	}
	for i := m.to; i < to && i < m.to+12; i++ {
		switch r.p[i].lower {
		case "confirm", "arrange", "date", "feedback", "door", "reception", "lobby", "if", "outcome", "discuss", "gate":
			return true
		}
	}
	return false
}
