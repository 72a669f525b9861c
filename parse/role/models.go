package role

import (
	"slices"
	"time"

	"roundtwo/interview"
	"roundtwo/parse/token"
)

// Models are all that was learned.
type Models struct {
	Data   [fingerprint]byte // SHA-256 of the corpus that they were learned from
	text   linear            // the kind, by the words alone
	tagger Tagger
	kind   linear // the kind, by the words, the tags and the candidates
	time   linear
	person linear
	round  linear
	sure   linear // that the whole is right
	timely linear // that kind and times are
}

// Reading is what the models make of a message.
type Reading struct {
	Kind    interview.Kind
	KindP   [len(kinds)]float32 // in the order other, invitation, reschedule, cancellation
	Round   int                 // 0: nothing tells it
	RoundP  float32
	Moments []Moment
	People  []Person
	Tags    *Tags

	Sessions []int   // of Moments, in the order of time
	Options  []int   // likewise
	Sure     float32 // how likely kind, round, times and people are all right
	Timely   float32 // how likely kind and times are

	view *view
}

// first is what the two readings that go over the words say, before candidates are weighed.
type first struct {
	view  *view
	words features // of the text as a whole
	text  [len(kinds)]float32
	tags  *Tags
}

func (g *Models) first(v *view) first {
	x := first{view: v, tags: g.tagger.tag(v)}
	v.textFeatures(&x.words)
	g.text.probabilities(x.words, x.text[:])
	return x
}

// candidates collects what is to be weighed, and the features of each.
type candidates struct {
	moments []Moment
	people  []Person
	kind    features
	round   features
	times   []features
	persons []features
}

func (x *first) candidates() candidates {
	v := x.view
	c := candidates{moments: v.moments(x.tags), people: v.people(x.tags)}
	c.times, c.persons = make([]features, len(c.moments)), make([]features, len(c.people))
	for i := range c.moments {
		v.timeFeatures(x.tags, c.moments, i, x.text[:], &c.times[i])
	}
	for i := range c.people {
		v.personFeatures(x.tags, c.people, i, x.text[:], &c.persons[i])
	}
	c.kind = append(c.kind, x.words...)
	v.tagSummary(x, &c.kind)
	v.besideFeatures(x, &c.kind)
	v.roundFeatures(x.text[:], &c.round)
	return c
}

// tagSummary is what the tags say of the message as a whole.
func (v *view) tagSummary(x *first, f *features) {
	for k, p := range x.text {
		f.amount(odds(p), kText, uint32(k))
	}
	var top [labels]float32
	for i := range x.tags.P {
		if v.place[i] == 5 {
			continue
		}
		for l, p := range x.tags.P[i] {
			top[l] = max(top[l], p)
		}
	}
	for l, p := range top {
		f.amount(odds(p), kTags, uint32(l))
		f.is(kTags, uint32(l), uint32(p*4.99))
	}
}

// decide weighs the candidates.
func (g *Models) decide(x *first, c *candidates) *Reading {
	r := &Reading{Moments: c.moments, People: c.people, Tags: x.tags, view: x.view}
	g.kind.probabilities(c.kind, r.KindP[:])
	top := 0
	for k, p := range r.KindP {
		if p > r.KindP[top] {
			top = k
		}
	}
	r.Kind = kinds[top]
	var p [rounds]float32
	g.round.probabilities(c.round, p[:])
	for k, q := range p {
		if q > r.RoundP {
			r.Round, r.RoundP = k, q
		}
	}
	for i := range r.Moments {
		g.time.probabilities(c.times[i], r.Moments[i].P[:])
	}
	for i := range r.People {
		var p [2]float32
		g.person.probabilities(c.persons[i], p[:])
		r.People[i].P = p[1]
	}
	r.decode(x.view.m)
	return r
}

// decode chooses times that fit one another.
func (r *Reading) decode(m *Message) {
	var sessions, options []int
	for i := range r.Moments {
		switch p := r.Moments[i].P; {
		case p[asSession] > p[noPart] && p[asSession] >= p[asOption]:
			sessions = append(sessions, i)
		case p[asOption] > p[noPart]:
			options = append(options, i)
		}
	}
	sessions, options = r.oneDay(sessions), r.oneDay(options)
	sessions, options = r.withoutDays(sessions), r.withoutDays(options)
	sessions = r.withoutOld(m, sessions)
	sessions, options = r.windows(m, sessions, options)
	if len(options) == 1 && len(sessions) == 0 {
		// A choice needs two; one alone is a window or the time itself.
		if x := &r.Moments[options[0]]; !m.Times[x.Best].Window {
			sessions, options = options, nil
		}
	}
	byStart := func(a, b int) int { return r.Moments[a].Start.Time.Compare(r.Moments[b].Start.Time) }
	slices.SortFunc(sessions, byStart)
	slices.SortFunc(options, byStart)
	r.Sessions, r.Options = sessions, options
}

// made reports whether the instant is not that of a reading, but was made of one and a day or hour from elsewhere.
func (x *Moment) made() bool { return x.Day >= 0 || x.Also != nil }

// withoutOld drops, of a move, a time that is told as the one given up, where another is left.
func (r *Reading) withoutOld(m *Message, list []int) []int {
	if r.Kind != interview.Reschedule || len(list) < 2 {
		return list
	}
	kept := slices.DeleteFunc(slices.Clone(list), func(i int) bool { x := &r.Moments[i]; return m.Times[x.Best].Old && !x.made() })
	if len(kept) == 0 {
		return list
	}
	return kept
}

// longWindow is how long a window is that no conversation fills: a time in it is to be chosen.
const longWindow = 150 * time.Minute

// windows makes options of windows that were taken for sessions.
func (r *Reading) windows(m *Message, sessions, options []int) ([]int, []int) {
	var kept []int
	for _, i := range sessions {
		t := &m.Times[r.Moments[i].Best]
		if t.Window && !t.End.IsZero() && t.End.Time.Sub(t.Start.Time) >= longWindow {
			options = append(options, i)
		} else {
			kept = append(kept, i)
		}
	}
	return kept, options
}

// oneDay keeps of a clock time that was proposed on several days the likeliest.
func (r *Reading) oneDay(list []int) []int {
	return slices.DeleteFunc(slices.Clone(list), func(i int) bool {
		x := &r.Moments[i]
		return slices.ContainsFunc(list, func(k int) bool {
			y := &r.Moments[k]
			return k != i && y.Best == x.Best && (x.made() || y.made()) && y.P[noPart] < x.P[noPart]
		})
	})
}

// withoutDays drops a day without a clock time beside a clock time: of the same day, or where others of the list have one.
func (r *Reading) withoutDays(list []int) []int {
	timed := slices.ContainsFunc(list, func(i int) bool { return !r.Moments[i].Start.DateOnly })
	if !timed {
		return list
	}
	return slices.DeleteFunc(list, func(i int) bool {
		x := &r.Moments[i]
		return x.Start.DateOnly && slices.ContainsFunc(list, func(k int) bool {
			return !r.Moments[k].Start.DateOnly && sameDay(r.Moments[k].Start.Time, x.Start.Time)
		})
	})
}

// End is the end of a moment that was chosen, zero where the message gives none: its own, else by a length that the tagger
// takes for the session's.
func (r *Reading) End(m *Message, x *Moment) interview.Moment {
	if t := &m.Times[x.Best]; x.Day >= 0 && t.Until > t.Clock {
		return interview.At(x.Start.Time.Add(time.Duration(t.Until-t.Clock) * time.Minute))
	}
	if x.Also != nil && !x.Also.End.IsZero() {
		return x.Also.End
	}
	for _, k := range append([]int{x.Best}, x.Readings...) {
		if end := m.Times[k].End; !end.IsZero() && !x.made() {
			return end
		}
	}
	if x.Start.DateOnly {
		return interview.Moment{}
	}
	best, length := float32(0.5), time.Duration(0)
	at := m.Times[x.Best].Span.From
	for _, l := range m.Times[x.Best].Lengths {
		var p float32
		for i := l.Span.From; i < l.Span.To; i++ {
			p += r.Tags.P[i][Session] + r.Tags.P[i][Option]
		}
		p /= float32(l.Span.To - l.Span.From)
		if m.Text.Sentence[l.Span.From] == m.Text.Sentence[at] {
			p += 0.5 // the nearer of two
		}
		if p > best {
			best, length = p, l.Long
		}
	}
	if length == 0 || length > 12*time.Hour {
		return interview.Moment{}
	}
	return interview.At(x.Start.Time.Add(length))
}

// LateRounds is the highest round that the models tell; it stands for all later ones.
const LateRounds = rounds - 1

// Likeliest is the likeliest kind of a message that is about an interview of hers.
func (r *Reading) Likeliest() interview.Kind {
	top := 1
	for k := 2; k < len(kinds); k++ {
		if r.KindP[k] > r.KindP[top] {
			top = k
		}
	}
	return kinds[top]
}

// Is gives how likely the words of a span are of a label.
func Is(r *Reading, s token.Span, l Label) float32 {
	var sum float32
	for i := max(0, s.From); i < min(s.To, len(r.Tags.P)); i++ {
		sum += r.Tags.P[i][l]
	}
	return sum / float32(max(s.To-s.From, 1))
}

// Hers is how likely the message is about an interview of hers.
func (r *Reading) Hers() float64 { return 1 - float64(r.KindP[0]) }
