package parse

import (
	"time"

	"roundtwo/interview"
	"roundtwo/parse/token"
)

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
	at := d.wordAt(t.Span.From)
	side, told := d.preposition(at-1, at, token.Span{From: t.unit.words.From, To: at})
	days := t.Start.Time.YearDay() != t.End.Time.YearDay()
	if !days && !(told && side == oldTime && d.leads(t, "move")) {
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
	if d.follows(t, "no longer", "can no longer", "will no longer", "is no longer", "is off", "won t", "will not", "has to be moved", "has been cancelled", "doesn t work", "cannot", "geht nicht", "klappt nicht") {
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

// preposition gives the side that the last preposition of the words from and to tells. English ones count in every
// language: a comment on top of a forward may be in another one than the original.
func (d *document) preposition(from, to int, within token.Span) (side use, ok bool) {
	for w := min(to, len(d.words)-1); w >= max(from, within.From); w-- {
		for _, language := range []string{d.language, "en"} {
			if side, ok = prepositions[language][d.words[w].lower]; ok {
				return side, true
			}
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
