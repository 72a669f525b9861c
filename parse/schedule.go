package parse

import (
	"slices"
	"strings"

	"roundtwo/interview"
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
	for first > 0 && d.table[d.row[d.units[first-1].From]] {
		first-- // the head of a table of times
	}
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
