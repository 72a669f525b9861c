package parse

import (
	"slices"
	"strings"
	"time"

	"roundtwo/interview"
	"roundtwo/parse/token"
)

// schedule is what the times of a message mean for the interview.
type schedule struct {
	sessions []timing
	options  []timing
	was      []timing
	answer   *timing // when an answer is due
	proposal bool    // the time is asked for, not told
}

// plan makes a schedule of the times of the text.
func (d *document) plan(kind interview.Kind, times []timing) schedule {
	var s schedule
	for i := range times {
		if times[i].use == answerBy && s.answer == nil {
			s.answer = &times[i]
		}
	}
	found := d.candidates(times, kind)
	switch kind {
	case interview.Reschedule:
		found, s.was = d.split(found, times)
	case interview.Cancellation:
		s.sessions = found
		return s
	}
	found = withoutFrame(found)
	if d.choosing(found) {
		s.options = found
		return s
	}
	s.sessions = found
	s.proposal = len(found) == 1 && d.asked(found[0])
	return s
}

// candidates gives the times that can be the interview's: those with a clock time, else those of her arrival, else
// days alone; each instant once.
func (d *document) candidates(times []timing, kind interview.Kind) []timing {
	clock := func(t timing) bool { return t.TimeStated && !t.Start.DateOnly }
	for _, fits := range []func(timing) bool{
		func(t timing) bool {
			return clock(t) && (t.use == talk || t.use == oldTime && kind == interview.Cancellation)
		},
		func(t timing) bool { return t.use == arrival && clock(t) },
		func(t timing) bool { return t.use == aside && clock(t) && t.DateStated && !d.says("ask") },
		func(t timing) bool { return t.use == talk },
		// A date that has passed, without a word that tells it as past: the writer's year or our Date is wrong.
		func(t timing) bool { return t.use == gone && clock(t) && t.DateStated && !t.unit.mean.is(past) },
	} {
		var out []timing
		for _, t := range times {
			if fits(t) {
				out = join(out, t)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// join adds t, or what it says more about an instant that is there already.
func join(list []timing, t timing) []timing {
	for i := range list {
		have := &list[i]
		if !have.Start.Equal(t.Start) {
			continue
		}
		if have.End.IsZero() && !t.End.IsZero() {
			have.End, have.Duration = t.End, t.Duration
		}
		if have.ZoneAssumed && !t.ZoneAssumed {
			have.Zone, have.ZoneAssumed, have.Start, have.End = t.Zone, false, t.Start, t.End
		}
		// The body places a time better than the subject: people stand beside it.
		if have.unit.subject && !t.unit.subject {
			have.unit, have.row, have.Span, have.hits = t.unit, t.row, t.Span, t.hits
		}
		have.Alternative = max(have.Alternative, t.Alternative)
		return list
	}
	return append(list, t)
}

// withoutFrame drops a time that spans two or more of the others: "we expect you from 9 to 12", then the agenda.
func withoutFrame(list []timing) []timing {
	if len(list) < 3 {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(t timing) bool {
		inside := 0
		for _, o := range list {
			if !t.End.IsZero() && !o.Start.Equal(t.Start) || !o.End.Equal(t.End) {
				if !o.Start.Time.Before(t.Start.Time) && !o.End.IsZero() && !o.End.Time.After(t.End.Time) {
					inside++
				}
			}
		}
		return inside >= 2
	})
}

// choosing reports whether she is to choose among the times.
func (d *document) choosing(list []timing) bool {
	if len(list) == 0 {
		return false
	}
	windows, joined, words := 0, 0, false
	for _, t := range list {
		// An hour alone is no window, however it is put: "after 2", "from 10".
		if t.Window && (!t.End.IsZero() || !t.TimeStated) {
			windows++
		}
		if t.Alternative > 0 {
			joined++
		}
		words = words || d.near(t, "choose") || hasTimeSign(t, "choose")
	}
	switch {
	case windows == len(list):
		return true
	case len(list) < 2:
		return false
	case joined == len(list):
		return true
	}
	return words || joined > 1 || d.asksBeside(list) && !d.agenda(list)
}

func hasTimeSign(t timing, sign string) bool {
	return slices.ContainsFunc(t.hits, func(h hit) bool { return h.sign == sign && h.text != "or" })
}

// asksBeside reports whether she is asked for a time in a sentence around the times.
func (d *document) asksBeside(list []timing) bool {
	first, last := d.of[list[0].Span.From], d.of[list[len(list)-1].Span.From]
	for i := max(0, first-2); i <= min(last+2, len(d.units)-1); i++ {
		if d.units[i].has("ask") && !d.units[i].mean.is(fallback) {
			return true
		}
	}
	return false
}

// says reports whether a sentence of the body asks for a choice or her free times.
func (d *document) says(sign string) bool {
	for i := range d.units {
		if d.units[i].has(sign) && !d.units[i].mean.is(fallback) {
			return true
		}
	}
	return false
}

// agenda reports whether the times follow one another on one day.
func (d *document) agenda(list []timing) bool {
	for i := 1; i < len(list); i++ {
		a, b := list[i-1], list[i]
		if a.Start.Time.YearDay() != b.Start.Time.YearDay() || !b.Start.Time.After(a.Start.Time) {
			return false
		}
	}
	return len(list) > 1
}

// asked reports whether the time is proposed as a question.
func (d *document) asked(t timing) bool {
	return t.unit.ask && (hasTimeSign(t, "propose") || t.unit.has("ask"))
}

// split tells the times before a move from those after it.
func (d *document) split(found, all []timing) (after, before []timing) {
	for _, t := range all {
		if t.use == oldTime || t.use == gone && !t.unit.mean.is(past) {
			before = append(before, t)
		}
	}
	var open []timing
	for i, t := range found {
		var earlier *timing
		if i > 0 {
			earlier = &found[i-1]
		}
		if was, now, ok := d.fromTo(t); ok {
			before, after = append(before, was), append(after, now)
			continue
		}
		switch d.side(t, earlier) {
		case oldTime:
			before = append(before, t)
		case talk:
			t.told = true
			after = append(after, t)
		default:
			open = append(open, t)
		}
	}
	switch {
	case len(after) > 0 && len(open) > 0 && joinedWith(open, after):
		after = append(open, after...)
	case len(after) > 0:
		before = append(before, open...)
	case len(open) > 1 && len(before) == 0 && !joinedWith(open[:1], open[1:]) && !(d.agenda(open) && d.inRows(open)):
		// Without a word for either, what was comes first and what is comes last.
		before, after = append(before, open[0]), open[1:]
	default:
		after = open
	}
	for i := range after {
		d.borrowDay(&after[i], append(before, found...))
	}
	return after, before
}

// borrowDay gives a new hour without a day the day that its sentence names: "at 1pm rather than 2pm on Monday".
func (d *document) borrowDay(t *timing, others []timing) {
	if t.DateStated || t.Start.DateOnly {
		return
	}
	for _, o := range others {
		if o.DateStated && o.unit == t.unit && o.Zone == t.Zone {
			days := dayOf(o.Start.Time).Sub(dayOf(t.Start.Time))
			t.Start.Time = t.Start.Time.AddDate(0, 0, int(days.Hours()/24))
			if !t.End.IsZero() {
				t.End.Time = t.End.Time.AddDate(0, 0, int(days.Hours()/24))
			}
			return
		}
	}
}

// dayOf is the date of t, on a clock without summer time.
func dayOf(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// inRows reports whether each time stands in a line of its own.
func (d *document) inRows(list []timing) bool {
	for i := 1; i < len(list); i++ {
		if list[i].row == list[i-1].row {
			return false
		}
	}
	return true
}

// joinedWith reports whether the times of both lists are alternatives of one group.
func joinedWith(a, b []timing) bool {
	return a[0].Alternative > 0 && a[0].Alternative == b[len(b)-1].Alternative
}

// fromTo takes "moved from Tuesday at 10 to Thursday at 3" apart, which reads like a span of time.
func (d *document) fromTo(t timing) (was, now timing, ok bool) {
	if t.End.IsZero() || t.Duration {
		return t, t, false
	}
	days := t.Start.Time.YearDay() != t.End.Time.YearDay()
	if !days && !d.leads(t, "move") {
		return t, t, false
	}
	was, now = t, t
	was.End = interview.Moment{}
	now.Start, now.End = t.End, interview.Moment{}
	return was, now, true
}

// leads reports whether a phrase of that sign ends right before the time: "pushed back from 10 to 12".
func (d *document) leads(t timing, sign string) bool {
	at := d.wordAt(t.Span.From)
	for _, h := range t.unit.hits {
		if h.sign == sign && (h.words.To == at || h.words.To == at+1) {
			return true
		}
	}
	return at > 0 && (d.words[at-1].lower == "back" || d.words[at-1].lower == "forward")
}

// prepositions tell right before a time which side of a move it is on, by the language of the message.
var prepositions = map[string]map[string]use{
	"en": {"from": oldTime, "to": talk, "until": talk},
	"de": {"vom": oldTime, "von": oldTime, "auf": talk},
	"fr": {"du": oldTime, "de": oldTime, "au": talk, "a": talk},
	"es": {"del": oldTime, "de": oldTime, "al": talk, "a": talk, "para": talk},
	"it": {"dal": oldTime, "da": oldTime, "del": oldTime, "di": oldTime, "al": talk, "alle": talk, "a": talk},
	"pt": {"de": oldTime, "do": oldTime, "da": oldTime, "para": talk},
	"nl": {"van": oldTime, "vanaf": oldTime, "naar": talk, "tot": talk},
}

// side reads from the words before a time, back to the time before it, whether it is the old one or the new one.
func (d *document) side(t timing, earlier *timing) use {
	if d.follows(t, "no longer", "is off", "won t", "doesn t work", "cannot", "geht nicht", "klappt nicht") {
		return oldTime
	}
	if d.follows(t, ratherThan...) || d.after(t, insteads...) {
		return talk
	}
	words := d.context(t, earlier)
	var best hit
	for _, h := range t.hits {
		if (h.sign == "old" || h.sign == "new") && h.words.From >= words.From && h.words.To <= words.To+1 && h.words.To >= best.words.To {
			best = h
		}
	}
	switch {
	case best.phrase != nil && best.sign == "old":
		return oldTime
	case best.phrase != nil:
		return talk
	}
	if side, ok := d.preposition(d.wordAt(t.Span.From)-1, d.wordAt(t.Span.From), words); ok {
		return side
	}
	if at := d.moved(t, words); at >= 0 {
		// "postpone the interview by a week, to Thursday, same time (3 pm)"
		if side, ok := d.preposition(at, words.To-1, words); ok && side == talk {
			return talk
		}
		return oldTime
	}
	return ""
}

// ratherThan are words behind a time that the old one follows.
var ratherThan = []string{"instead of", "rather than", "not", "statt", "anstatt", "anstelle", "au lieu", "en vez", "en lugar", "invece", "anziche",
	"em vez", "in plaats"}

// insteads are words behind a time that make it the new one.
var insteads = []string{"instead", "stattdessen", "a la place", "en su lugar", "in plaats daarvan"}

// preposition gives the side that the last preposition of the words from and to tells.
func (d *document) preposition(from, to int, within token.Span) (side use, ok bool) {
	list, known := prepositions[d.language]
	if !known {
		list = prepositions["en"]
	}
	for w := min(to, len(d.words)-1); w >= max(from, within.From); w-- {
		if side, ok = list[d.words[w].lower]; ok {
			return side, true
		}
	}
	return "", false
}

// done are forms of verbs that name the new time: "rescheduled: Thursday".
var done = wordSet("it that rescheduled moved changed pushed shifted verschoben verlegt deplace reporte spostato verzet verplaatst remarcada")

// moved gives the word after the verb of moving, where the time is that of what is moved: "we have to move your
// interview on Wednesday", "Thursday has to be rescheduled"; -1 where it is not.
func (d *document) moved(t timing, words token.Span) int {
	at := d.wordAt(t.Span.From)
	for _, h := range t.unit.hits {
		switch {
		case h.sign != "move":
		case h.words.From >= at:
			return h.words.To
		case h.words.From >= words.From && h.words.To <= words.To && !done[d.words[h.words.To-1].lower]:
			return h.words.To
		}
	}
	return -1
}

// follows reports whether one of the phrases stands right after the time.
func (d *document) follows(t timing, phrases ...string) bool { return d.within(t, 3, true, phrases) }

// insteadWords is how far behind a time "instead" may stand: "Friday at the same time instead".
const insteadWords = 6

// after reports whether one of the phrases stands behind the time, not far from it.
func (d *document) after(t timing, phrases ...string) bool {
	return d.within(t, insteadWords, false, phrases)
}

func (d *document) within(t timing, words int, first bool, phrases []string) bool {
	text := " "
	for w := d.wordAt(t.Span.To); w < t.unit.words.To && words > 0; w, words = w+1, words-1 {
		text += d.words[w].lower + " "
	}
	return slices.ContainsFunc(phrases, func(p string) bool {
		i := strings.Index(text, " "+p+" ")
		return i == 0 || i > 0 && !first
	})
}
