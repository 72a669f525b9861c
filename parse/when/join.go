package when

import (
	"time"

	"roundtwo/parse/token"
)

// joiner joins the marks of one text to readings.
type joiner struct {
	r     *reader
	marks []mark
	days  []*dayItem
	times []*timeItem
	dayAt []*dayItem  // by mark, nil where it is no day
	timAt []*timeItem // likewise

	alive      []int // for each of days, the last before or at it that is not gone; -1 where none is
	firstOf    int   // the sentence, from 1, of which firstIsDay was found out last
	firstIsDay bool

	headings  []heading
	hoursMove map[int]bool   // sentences in which something moves by the hour
	pairs     [][2]*timeItem // the old and the new hour of each move
}

// status is what cues say about a day or clock time.
type status struct {
	deadline, past, told, old, weekly, window, after, ends, arrival bool
}

// gone reports whether nothing is going to happen then.
func (s status) gone() bool { return s.deadline || s.past || s.old || s.weekly }

// dayItem is a day of the text, resolved.
type dayItem struct {
	status
	mark           int // index of its (first) mark
	span           token.Span
	said           day
	res            resolved
	sentence, line int
	group          []*dayItem // days joined by "or", "and" or commas, itself among them; nil where it is alone
	or             bool       // joined by "or" or "/"
	through        *dayItem   // the last day of a span of days: "3-5 March"
	used           bool       // a clock time takes its day from it
	ahead          time.Time  // the next such day, where words take it for a past one; zero else
	filled         bool       // not said itself, but within "Monday to Wednesday"
}

// timeItem is a clock time or range of the text.
type timeItem struct {
	status
	mark           int
	span           token.Span
	clock          hours24
	part           part
	zone           *mark
	day            *dayItem
	beside         bool // the day stands beside it
	sentence, line int
	sources        []*timeItem // of "same time", the other hours that it may be
	moved          *timeItem   // the new time, where the range was a move
	dropped        bool        // said already: the same time in a second zone, the end of another
}

func newJoiner(r *reader) *joiner {
	j := &joiner{r: r, marks: r.marks, dayAt: make([]*dayItem, len(r.marks)), timAt: make([]*timeItem, len(r.marks))}
	for i := range r.marks {
		switch m := &r.marks[i]; m.kind {
		case dayMark:
			d := &dayItem{mark: i, span: m.span, said: *m.day, sentence: m.sentence, line: m.line}
			d.weekly = m.day.several && !d.said.inOneWeek()
			j.days = append(j.days, d)
			j.dayAt[i] = d
		case clockMark:
			t := &timeItem{mark: i, span: m.span, clock: *m.clock, sentence: m.sentence, line: m.line}
			j.times = append(j.times, t)
			j.timAt[i] = t
		}
	}
	return j
}

func (j *joiner) join() []Reading {
	j.mergeDays()
	j.giveParts()
	j.giveWeeks()
	j.readCues()
	j.resolveDays()
	j.spanDays()
	j.groupDays()
	j.giveZones()
	j.findHeadings()
	j.giveDays()
	j.shareDays()
	return j.readings()
}

// between are the tokens that may stand between a day and the clock time that belongs to it.
const between = roleAt | roleFrom | roleOn | roleOf | roleThe | roleBetween | roleAbout | roleClock | roleThis

// transparent are further words between a day and its clock time.
var transparent = wordSet(`time, times, date, day, clock, local, prompt, sharp, uhr, kl, uhrzeit, zeit, heure, hora, ora, ore,
	tijd, start, starts, by, starting, beginning, and, exactly, hours, hrs, s, any, between, anytime, anywhere`)

// beside reports whether only small words and signs stand between two places of the text.
func (j *joiner) beside(from, to int) bool {
	if to-from > 8 {
		return false
	}
	for i := from; i < to; i++ {
		t := j.r.tok(i)
		if t.Kind == token.Blank || t.Kind == token.Number {
			return false
		}
		if t.Kind == token.Word && !j.r.has(i, between) && j.r.word(i).part == noPart && !transparent[t.Lower] {
			return false
		}
		if t.Kind == token.Punct && j.r.skipSign(i, ",:-@(|)*/.") == i && t.Lower != "⋅" && t.Lower != "•" {
			return false
		}
	}
	return true
}
