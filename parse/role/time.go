package role

import (
	"cmp"
	"slices"
	"time"

	"roundtwo/interview"
	"roundtwo/parse/token"
	"roundtwo/parse/when"
)

// The parts that a time may play.
const (
	noPart = iota
	asSession
	asOption
	timeParts
)

// Moment is one instant that the message names, perhaps in several places.
type Moment struct {
	Readings []int        // of Message.Times
	Best     int          // the reading whose words most look like a session
	Day      int          // the reading that gives the day, where it is not Best itself; -1 otherwise
	Also     *when.Choice // the other way to take Best that this is; nil where it is the reading itself
	Start    interview.Moment
	P        [timeParts]float32 // that it is nothing of the interview, a session, an option
}

// maxMoments is how many instants of a message are weighed.
const maxMoments = 60

// moments puts the readings of one instant together. A clock time whose day stands elsewhere is proposed on each day that
// may be the interview's: which of them it is, is weighed like everything else.
func (v *view) moments(tags *Tags) []Moment {
	var out []Moment
	for k := range v.m.Times {
		r := &v.m.Times[k]
		if r.Start.IsZero() || len(out) == maxMoments {
			continue
		}
		if i := slices.IndexFunc(out, func(x Moment) bool { return x.Start.Equal(r.Start) }); i >= 0 {
			x := &out[i]
			x.Readings = append(x.Readings, k)
			if v.chosenMass(tags, k) > v.chosenMass(tags, x.Best) {
				x.Best = k
			}
			continue
		}
		out = append(out, Moment{Readings: []int{k}, Best: k, Day: -1, Start: r.Start})
	}
	for k := range v.m.Times {
		for n := range v.m.Times[k].Also {
			c := &v.m.Times[k].Also[n]
			if len(out) < maxMoments && !slices.ContainsFunc(out, func(x Moment) bool { return x.Start.Equal(c.Start) }) {
				out = append(out, Moment{Readings: []int{k}, Best: k, Day: -1, Also: c, Start: c.Start})
			}
		}
	}
	days := v.days(tags)
	for k := range v.m.Times {
		r := &v.m.Times[k]
		if r.Clock < 0 || !r.TimeStated || r.DateStated || r.Weekly {
			continue
		}
		for _, d := range days {
			start, ok := v.on(r, d)
			if !ok || len(out) >= maxMoments || slices.ContainsFunc(out, func(x Moment) bool { return x.Start.Equal(start) }) {
				continue
			}
			out = append(out, Moment{Readings: []int{k}, Best: k, Day: d, Start: start})
		}
	}
	return out
}

// chosenMass is how much reading k looks like a session or an option to the tagger.
func (v *view) chosenMass(tags *Tags, k int) float32 {
	p := v.meanTags(tags, v.m.Times[k].Span)
	return p[Session] + p[Option]
}

// Days that a clock time elsewhere may be on: at most maxDays, each looking at least this much like the interview's.
const (
	maxDays   = 4
	likelyDay = 0.2
)

// days gives the readings whose days may be the interview's, the likeliest first.
func (v *view) days(tags *Tags) []int {
	var out []int
	mass := map[int]float32{}
	for k := range v.m.Times {
		r := &v.m.Times[k]
		if r.Start.IsZero() || !r.DateStated || r.Weekly || r.Start.Time.Before(v.m.Written.Add(-24*time.Hour)) {
			continue
		}
		if mass[k] = v.chosenMass(tags, k); mass[k] < likelyDay {
			continue
		}
		if i := slices.IndexFunc(out, func(o int) bool { return sameDay(v.m.Times[o].Start.Time, r.Start.Time) }); i < 0 {
			out = append(out, k)
		} else if mass[k] > mass[out[i]] {
			out[i] = k
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(mass[b], mass[a]) })
	return out[:min(len(out), maxDays)]
}

// on is the clock time of r on the day of reading d.
func (v *view) on(r *when.Reading, d int) (interview.Moment, bool) {
	loc := v.m.Times[d].Start.Time.Location()
	if !r.ZoneAssumed {
		var err error
		if loc, err = interview.Location(r.Zone); err != nil {
			return interview.Moment{}, false
		}
	}
	y, m, day := v.m.Times[d].Start.Time.Date()
	return interview.At(time.Date(y, m, day, 0, r.Clock, 0, 0, loc)), true
}

// Templates of what is seen of a time.
const (
	mBias uint32 = 300 + iota
	mTags
	mBest
	mBits
	mBit
	mPlace
	mAhead
	mHour
	mLength
	mRank
	mCount
	mOnlyDay
	mKind
	mLeft
	mRight
	mSentence
	mLabel
	mHeading
	mNear
	mPlaces
	mAsk
	mAbove
	mTable
	mDay
	mTagKind
	mRival
	mNext
	mPrevious
	mTopKind
	mLeftFine
	mRightFine
	mApart
	mGiven
)

// timeFeatures are those of moment i among all.
func (v *view) timeFeatures(tags *Tags, all []Moment, i int, kind []float32, f *features) {
	x := &all[i]
	f.is(mBias)
	var top [labels]float32
	for _, k := range x.Readings {
		mean := v.meanTags(tags, v.m.Times[k].Span)
		for l := range mean {
			top[l] = max(top[l], mean[l])
		}
	}
	r := &v.m.Times[x.Best]
	for _, l := range [...]Label{None, Session, Option, Deadline, Hours, OtherTime} {
		f.amount(odds(top[l]), mTags, uint32(l))
		f.is(mBest, uint32(l), uint32(top[l]*4.99))
		for k, p := range kind {
			f.amount(odds(top[l])*p, mTagKind, uint32(l), uint32(k))
		}
	}
	bits := timeBits(r)
	f.is(mBits, bits)
	for n := range 16 {
		if bits&(1<<n) != 0 {
			f.is(mBit, uint32(n))
		}
	}
	v.dayFeatures(tags, x, f)
	for n, is := range [...]bool{r.DayUnknown, r.ZoneAssumed, r.Slot, r.After, r.Told, r.Duration} {
		if is {
			f.is(mBit, uint32(20+n))
		}
	}
	v.timeContext(x, f)
	v.timeAmong(all, i, top, f)
	v.timeRivals(tags, all, i, top, f)
	for k, p := range kind {
		f.amount(p, mKind, uint32(k))
	}
}

// meanTags is the mean of what the tagger says of the words of a span.
func (v *view) meanTags(tags *Tags, s token.Span) (mean [labels]float32) {
	n := float32(0)
	for i := max(0, s.From); i < min(s.To, len(tags.P)); i++ {
		if v.shape[i] >= 100 {
			continue // signs between
		}
		for l, p := range tags.P[i] {
			mean[l] += p
		}
		n++
	}
	for l := range mean {
		mean[l] /= max(n, 1)
	}
	return mean
}

// timeContext are the words around a time, and where it stands.
func (v *view) timeContext(x *Moment, f *features) {
	r := &v.m.Times[x.Best]
	var places uint32
	for _, k := range x.Readings {
		places |= 1 << v.place[min(max(v.m.Times[k].Span.From, 0), len(v.place)-1)]
	}
	f.is(mPlaces, places)
	s := r.Span
	if s.From < 0 || s.From >= len(v.word) {
		return
	}
	sentence := v.t.SentenceAt(s.From)
	for k := s.From - 1; k >= max(sentence.From, s.From-far); k-- {
		if v.shape[k] < 10 && !v.t.Link[k] {
			f.is(mLeft, v.word[k])
			f.is(mLeftFine, v.fine[k])
			if s.From-k <= 2 {
				f.is(mNear, uint32(s.From-k), v.word[k])
			}
		}
	}
	for k := s.To; k < min(sentence.To, s.To+far); k++ {
		if v.shape[k] < 10 && !v.t.Link[k] {
			f.is(mRight, v.word[k])
			f.is(mRightFine, v.fine[k])
			if k-s.To < 2 {
				f.is(mNear, uint32(10+k-s.To), v.word[k])
			}
		}
	}
	for k := max(sentence.From, s.From-40); k < min(sentence.To, s.To+40); k++ {
		if v.shape[k] < 10 && !v.t.Link[k] {
			f.amount(0.5, mSentence, v.word[k])
		}
	}
	line := v.t.Line[s.From]
	f.is(mLabel, v.label[s.From])
	f.is(mHeading, v.heading[line])
	f.is(mAbove, v.above[line])
	if v.t.Table[line] {
		f.is(mTable)
	}
	if v.ask[v.t.Sentence[s.From]] {
		f.is(mAsk)
	}
}

// timeAmong is how a time stands to the others, and to the day of the mail.
func (v *view) timeAmong(all []Moment, i int, top [labels]float32, f *features) {
	x := &all[i]
	r := &v.m.Times[x.Best]
	days := int(x.Start.Time.Sub(v.m.Written).Hours() / 24)
	switch {
	case x.Start.Time.Before(v.m.Written.Add(-14 * time.Hour)):
		f.is(mAhead, 1)
	case days <= 0:
		f.is(mAhead, 2)
	case days <= 30:
		f.is(mAhead, 3)
	case days <= 90:
		f.is(mAhead, 4)
	default:
		f.is(mAhead, 5)
	}
	if !x.Start.DateOnly {
		f.is(mHour, uint32(x.Start.Time.Hour()))
		f.is(mDay, uint32(x.Start.Time.Weekday()/6))
	}
	if !r.End.IsZero() && !x.Start.DateOnly {
		f.is(mLength, uint32(min(r.End.Time.Sub(r.Start.Time).Minutes()/15, 40)))
	}
	f.is(mCount, uint32(min(len(all), 6)), uint32(min(len(x.Readings), 3)))
	if x.Start.DateOnly {
		timed := false
		for k := range all {
			timed = timed || !all[k].Start.DateOnly && sameDay(all[k].Start.Time, x.Start.Time)
		}
		if timed {
			f.is(mOnlyDay, 1)
		} else {
			f.is(mOnlyDay, 2)
		}
	}
}

func sameDay(a, b time.Time) bool {
	ya, ma, da := a.Date()
	yb, mb, db := b.Date()
	return ya == yb && ma == mb && da == db
}

// timeRivals compares a moment with the one that most looks like a session, and with its neighbours in the text.
func (v *view) timeRivals(tags *Tags, all []Moment, i int, own [labels]float32, f *features) {
	x := &all[i]
	mine := own[Session] + own[Option]
	best, at, better, close := float32(0), -1, 0, 0
	var before, after float32
	from := v.m.Times[x.Best].Span.From
	nearBefore, nearAfter := -1, 1<<30
	for k := range all {
		if k == i {
			continue
		}
		s := v.m.Times[all[k].Best].Span
		p := v.meanTags(tags, s)
		y := p[Session] + p[Option]
		if y > best {
			best, at = y, k
		}
		if y > mine {
			better++
		}
		if y > 0.5 {
			close++
		}
		if s.From < from && s.From > nearBefore {
			nearBefore, before = s.From, y
		}
		if s.From > from && s.From < nearAfter {
			nearAfter, after = s.From, y
		}
	}
	f.is(mRival, 1, uint32(min(better, 4)))
	f.is(mRival, 2, uint32(min(close, 4)))
	f.is(mRival, 3, uint32(min(better, 2)), uint32(mine*4.99))
	f.is(mNext, uint32(after*3.99), uint32(mine*3.99))
	f.is(mPrevious, uint32(before*3.99), uint32(mine*3.99))
	if at < 0 {
		f.is(mRival, 4)
		return
	}
	f.amount(odds(mine)-odds(best), mRival, 5)
	y := &all[at]
	relation := uint32(0)
	if x.Start.Time.After(y.Start.Time) {
		relation |= 1
	}
	if from > v.m.Times[y.Best].Span.From {
		relation |= 2
	}
	if sameDay(x.Start.Time, y.Start.Time) {
		relation |= 4
	}
	if v.t.Sentence[from] == v.t.Sentence[v.m.Times[y.Best].Span.From] {
		relation |= 8
	}
	f.is(mRival, 6, relation)
	f.is(mRival, 7, relation, uint32(best*3.99))
}

// dayFeatures tell how far the day of a moment stands from its clock time, and what the reader of times thought.
func (v *view) dayFeatures(tags *Tags, x *Moment, f *features) {
	r := &v.m.Times[x.Best]
	day := r.DaySpan
	kind := uint32(1) // the reader of times gave the day
	if x.Day >= 0 {
		day = v.m.Times[x.Day].Span
		kind = 2
		if r.DayUnknown {
			kind = 3
		}
		p := v.chosenMass(tags, x.Day)
		f.amount(odds(p), mApart, 9)
	} else if x.Also != nil {
		day = x.Also.DaySpan
		kind = 4 + hash(x.Also.Why)
	} else if r.DateStated {
		kind = 0
	}
	f.is(mGiven, kind)
	if day.From >= day.To || day.From >= len(v.t.Line) || r.Span.From >= len(v.t.Line) || kind == 0 {
		return
	}
	lines := v.t.Line[r.Span.From] - v.t.Line[day.From]
	f.is(mApart, kind, uint32(min(max(lines, -4), 8)+10))
	if v.t.Sentence[r.Span.From] == v.t.Sentence[day.From] {
		f.is(mApart, kind, 30)
	}
	between := 0 // other days between the day and the clock time
	for k := range v.m.Times {
		s := v.m.Times[k].DaySpan
		if s.From < s.To && (s.From > day.From && s.From < r.Span.From || s.From < day.From && s.From > r.Span.From) {
			between++
		}
	}
	f.is(mApart, kind, 40+uint32(min(between, 3)))
}
