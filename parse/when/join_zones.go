package when

import "time"

// giveZones gives a zone to the clock time that it stands behind.
func (j *joiner) giveZones() {
	var last *timeItem
	for i := range j.marks {
		m := &j.marks[i]
		switch m.kind {
		case clockMark:
			if last = j.timAt[i]; m.zone != nil {
				last.zone = m // "11am/2pm PT/ET"
			}
		case zoneMark:
			if last != nil && last.zone == nil && j.zoneBehind(last, m) {
				last.zone = m
			}
		}
	}
}

// zoneBehind reports whether a zone speaks of the clock time before it: it follows at once, or begins the next line.
func (j *joiner) zoneBehind(t *timeItem, m *mark) bool {
	gap := m.span.From - t.span.To
	if gap <= 3 {
		return m.line-t.line <= 1
	}
	return gap <= 8 && m.sentence == t.sentence
}

// fillZones gives the zone of the whole message to the readings that have none: the one said of "all times", or the
// only one that the message names.
func (j *joiner) fillZones(drafts []*draft) {
	whole := j.zoneOfAll(drafts)
	for _, x := range drafts {
		if x.zone == nil {
			x.zone = whole
		}
	}
}

func (j *joiner) zoneOfAll(drafts []*draft) *zoneWord {
	behind := map[*mark]bool{}
	for _, t := range j.times {
		if t.zone != nil {
			behind[t.zone] = true
		}
	}
	var loose *zoneWord
	for i := range j.marks {
		m := &j.marks[i]
		if m.kind != zoneMark || behind[m] {
			continue
		}
		if i > 0 && j.marks[i-1].kind == cueMark && j.marks[i-1].cue == cueAllTimes {
			return m.zone
		}
		if loose == nil {
			loose = m.zone
		}
	}
	if loose != nil {
		return loose
	}
	return onlyZone(drafts)
}

// onlyZone gives the zone that all zoned readings share; nil where they differ or none has one.
func onlyZone(drafts []*draft) *zoneWord {
	var only *zoneWord
	for k, x := range drafts {
		if x.zone == nil || x.zone.local || x.zone.ours || x.Weekly || k > 0 && echoes(drafts[k-1], x) {
			continue
		}
		if only != nil && only.zone != x.zone.zone {
			return nil
		}
		only = x.zone
	}
	return only
}

// echoes reports whether b, which names another zone, stands where the time of a is said once more.
func echoes(a, b *draft) bool {
	return a.zone != nil && b.zone != nil && (a.zone.zone != b.zone.zone || b.zone.ours) && b.time != nil && a.time != nil &&
		(!b.DateStated || b.day == a.day) && b.time.sentence-a.time.sentence <= 1
}

// foldZones drops a time that is said again in a second zone: "10am PT / 1pm ET". Where the two are not one instant,
// that is a contradiction only she can settle.
func (j *joiner) foldZones(drafts []*draft) []*draft {
	out := drafts[:0]
	var first *draft
	for _, x := range drafts {
		if first != nil && j.hersAgain(first, x) {
			first.Span.To, x.time.dropped = max(first.Span.To, x.Span.To), true
			continue
		}
		if first != nil && x.TimeStated && echoes(first, x) {
			otherHalf(first, x)
			if sameInstant(first, x) || x.zone.ours {
				first.Span.To = max(first.Span.To, x.Span.To)
				if first.End.IsZero() && !x.End.IsZero() {
					first.End = x.End
				}
				if x.time != nil {
					x.time.dropped = true
				}
				continue
			}
			if j.beside(first.Span.To, x.Span.From) || x.time.clock.inList {
				first.contradict(x)
				x.time.dropped = true
				continue
			}
		}
		out = append(out, x)
		if x.TimeStated {
			first = x
		}
	}
	return out
}

// hersAgain reports whether b, which names no zone, is the hour of a on her own clock: "18:00 Oslo time, which should be
// 9 in the morning for you".
func (j *joiner) hersAgain(a, b *draft) bool {
	if a.time == nil || b.time == nil || a.time.zone == nil || b.time.zone != nil || a.time.sentence != b.time.sentence || a.from == b.from {
		return false
	}
	hers := *b
	hers.Start = moment(b.date, b.from, j.r.ref.Zone, false)
	return sameInstant(a, &hers)
}

// sameInstant reports whether both start at once, on whatever day each zone has then.
func sameInstant(a, b *draft) bool {
	gap := a.Start.Time.Sub(b.Start.Time)
	return gap%(24*time.Hour) == 0 && gap <= 24*time.Hour && gap >= -24*time.Hour
}

func (x *draft) contradict(y *draft) {
	c := x.session()
	x.Conflicts = append(x.Conflicts, conflict("zone", c, y.session()))
}
