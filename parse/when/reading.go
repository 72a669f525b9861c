package when

import (
	"fmt"
	"sort"
	"time"

	"roundtwo/interview"
	"roundtwo/parse/token"
)

// draft is a reading in the making.
type draft struct {
	Reading
	time *timeItem
	day  *dayItem
	zone *zoneWord // stated for it, nil where none is
	from int       // minutes from midnight of the day
	to   int       // likewise, -1 where no end is said
	date time.Time // midnight UTC
}

// readings makes the readings of all clock times and of the days that have none.
func (j *joiner) readings() []Reading {
	var drafts []*draft
	for _, t := range j.times {
		drafts = append(drafts, j.timed(t)...)
	}
	drafts = append(drafts, j.sameHours()...)
	for _, d := range j.days {
		if !d.used && !d.filled {
			drafts = append(drafts, j.wholeDay(d))
		}
	}
	sort.SliceStable(drafts, func(a, b int) bool { return drafts[a].Span.From < drafts[b].Span.From })
	j.joinBetween(drafts)
	j.fillZones(drafts)
	for _, d := range drafts {
		j.fix(d)
	}
	drafts = j.foldZones(drafts)
	j.joinEnds(drafts)
	j.lists(drafts)
	j.giveLengths(drafts)
	j.arrivals(drafts)
	drafts = j.slots(drafts)
	j.choices(drafts)
	return collect(drafts)
}

func collect(drafts []*draft) []Reading {
	out := make([]Reading, 0, len(drafts))
	for _, d := range drafts {
		if d.time == nil || !d.time.dropped {
			d.finish()
			out = append(out, d.Reading)
		}
	}
	return out
}

// finish gives the reading its clock, and takes from it the day that nobody said.
func (x *draft) finish() {
	x.Clock, x.Until = -1, -1
	if x.TimeStated {
		y, m, d := x.Start.Time.Date()
		midnight := time.Date(y, m, d, 0, 0, 0, 0, x.Start.Time.Location())
		x.Clock = x.Start.Time.Hour()*60 + x.Start.Time.Minute()
		if !x.End.IsZero() && !x.End.DateOnly {
			x.Until = int(x.End.Time.Sub(midnight) / time.Minute)
		}
	}
	if x.DayUnknown {
		x.Start, x.End, x.Conflicts, x.Doubts = interview.Moment{}, interview.Moment{}, nil, nil
	}
}

// timed makes the readings of a clock time: one for each day that it is said of.
func (j *joiner) timed(t *timeItem) []*draft {
	if t.day == nil {
		return []*draft{j.undated(t)}
	}
	days := []*dayItem{t.day}
	if len(t.day.group) > 1 && j.ownsGroup(t) {
		days = t.day.group
	}
	var out []*draft
	for _, d := range days {
		x := &draft{time: t, day: d, date: d.res.date}
		x.Span, x.DaySpan, x.DateStated = t.span, d.span, t.beside
		if t.beside && d == t.day {
			x.Span = join(t.span, d.span)
		}
		if len(days) > 1 {
			x.Span = join(d.span, d.span)
			x.DateStated = true
		}
		if t.zone != nil {
			x.zone = t.zone.zone
		}
		p := t.part
		if p == noPart {
			p = d.said.part
		}
		x.from, x.to = settle(t.clock, p, j.r.ref.DayStart)
		x.TimeStated = true
		s := t.status
		x.setStatus(s, d.status, t.beside)
		// "Monday to Wednesday 10-4" is no conversation of six hours: a time in it is to be found.
		x.Window = x.Window || t.clock.ranged && (t.clock.between || d.said.upto > 0)
		x.Row = t.line
		if t.zone != nil && len(days) == 1 {
			x.Span = join(x.Span, t.zone.span)
		}
		out = append(out, x)
	}
	return out
}

// ownsGroup reports whether the clock time is said of all days of the group, and not only of the last, because the
// others have their own: none has one beside it.
func (j *joiner) ownsGroup(t *timeItem) bool {
	for _, d := range t.day.group {
		if d != t.day && !j.noTimeBetween(min(d.mark, t.day.mark), max(d.mark, t.day.mark)) {
			return false
		}
	}
	return true
}

func (x *draft) setStatus(t, d status, beside bool) {
	x.Deadline = t.deadline || beside && d.deadline
	x.Past = t.past || d.past
	x.Told = t.told || d.told
	x.Old = t.old || beside && d.old
	x.Weekly = t.weekly || d.weekly
	x.Window = t.window || beside && d.window
	x.After = t.after
	x.Arrival = t.arrival
}

func join(a, b token.Span) token.Span {
	return token.Span{From: min(a.From, b.From), To: max(a.To, b.To)}
}

// undated makes the reading of a clock time that no day governs. It is reckoned on the day of writing, so that ends, lengths
// and second zones find it; collect takes the day away again.
func (j *joiner) undated(t *timeItem) *draft {
	x := &draft{time: t, date: j.r.ref.today()}
	x.Span, x.TimeStated, x.DayUnknown, x.Row = t.span, true, true, t.line
	x.from, x.to = settle(t.clock, t.part, j.r.ref.DayStart)
	if t.zone != nil {
		x.zone = t.zone.zone
		x.Span = join(x.Span, t.zone.span)
	}
	x.setStatus(t.status, status{}, false)
	x.Window = x.Window || t.clock.between && t.clock.ranged
	return x
}

// wholeDay makes the reading of a day without a clock time.
func (j *joiner) wholeDay(d *dayItem) *draft {
	x := &draft{day: d, date: d.res.date, to: -1}
	x.Span, x.DaySpan, x.DateStated, x.Row = d.span, d.span, true, d.line
	x.setStatus(status{}, d.status, true)
	x.Part = partNames[d.said.part]
	x.Window = x.Window || d.said.part != noPart && d.said.part != wholeDay
	return x
}

// fix makes instants of the date and the minutes, in the zone of the reading, and notes contradictions.
func (j *joiner) fix(x *draft) {
	loc := j.r.ref.Zone
	x.Zone, x.ZoneAssumed = j.r.ref.ZoneName, true
	zone := j.r.ref.settle(x.zone, x.date, x.from)
	if zone.loc != nil {
		x.Zone, x.ZoneAssumed, loc = zone.name, zone.assumed, zone.loc
	}
	x.Start = moment(x.date, x.from, loc, !x.TimeStated)
	if x.time != nil {
		x.Start.Time = x.Start.Time.Add(time.Duration(x.time.clock.start.second) * time.Second)
	}
	if x.day != nil && x.day.through != nil && !x.TimeStated {
		x.End = moment(x.day.through.res.date, 0, loc, true)
	}
	if x.to >= 0 {
		x.End = moment(x.date, x.to, loc, false)
	}
	x.Doubt = x.otherwise(zone)
	x.noteDay(loc)
	x.noteZone(loc)
}

func moment(date time.Time, minutes int, loc *time.Location, dateOnly bool) interview.Moment {
	y, m, d := date.Date()
	if dateOnly {
		return interview.Moment{Time: time.Date(y, m, d, 0, 0, 0, 0, loc), DateOnly: true}
	}
	return interview.At(time.Date(y, m, d, 0, minutes, 0, 0, loc))
}

// session is the reading as one of the ways to take a contradiction.
func (x *draft) session() interview.Session {
	return interview.Session{Start: x.Start, End: x.End, Zone: x.Zone, ZoneAssumed: x.ZoneAssumed}
}

// noteDay notes that the day may be another one.
func (x *draft) noteDay(loc *time.Location) {
	if x.day == nil || x.day.res.other.IsZero() {
		return
	}
	other := *x
	other.Start = moment(x.day.res.other, x.from, loc, !x.TimeStated)
	if x.to >= 0 {
		other.End = moment(x.day.res.other, x.to, loc, false)
	}
	c := interview.Conflict{
		Field:    x.day.res.why,
		Readings: []string{spoken(x.Start), spoken(other.Start)},
		Sessions: []interview.Session{x.session(), other.session()},
	}
	if x.day.res.doubt {
		x.Doubts = append(x.Doubts, c)
	} else {
		x.Conflicts = append(x.Conflicts, c)
	}
}

// spoken is a moment in words, as she is asked about it.
func spoken(m interview.Moment) string {
	if m.DateOnly {
		return m.Time.Format("Monday 2 January 2006")
	}
	return m.Time.Format("Monday 2 January 2006, 15:04")
}

// noteZone doubts a word for winter time that is used in summer, and the other way round: people who write EST in July
// nearly always mean the clock on their wall.
func (x *draft) noteZone(loc *time.Location) {
	if x.zone == nil || x.zone.dst == 0 || !x.TimeStated || x.Start.Time.IsDST() == (x.zone.dst > 0) {
		return
	}
	_, winter := time.Date(x.date.Year(), time.January, 15, 12, 0, 0, 0, loc).Zone()
	_, summer := time.Date(x.date.Year(), time.July, 15, 12, 0, 0, 0, loc).Zone()
	if winter == summer {
		return
	}
	_, offset := x.Start.Time.Zone()
	literal := offset + int(x.zone.dst)*3600
	zone := time.FixedZone(fmt.Sprintf("UTC%s", offsetText(literal)), literal)
	other := *x
	other.Start = moment(x.date, x.from, zone, false)
	other.Zone = zone.String()
	if x.to >= 0 {
		other.End = moment(x.date, x.to, zone, false)
	}
	x.Doubts = append(x.Doubts, interview.Conflict{
		Field:    "zone",
		Readings: []string{x.Start.Time.Format("15:04 MST"), x.Start.Time.Format("15:04 ") + offsetText(literal)},
		Sessions: []interview.Session{x.session(), other.session()},
	})
}

func offsetText(seconds int) string {
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	return fmt.Sprintf("%c%02d:%02d", sign, seconds/3600, seconds/60%60)
}
