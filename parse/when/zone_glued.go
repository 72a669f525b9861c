package when

import (
	"time"

	"roundtwo/parse/token"
)

// zoneGlued reads the zone that is glued to a bare hour: "12ET". It is a clock time where the abbreviation can be nothing else
// ("12EST"), or where others like it stand beside it: "12ET/11CT". Alone "12CT" may be carats.
func (r *reader) zoneGlued(i int) strength {
	if !r.abbreviation(i) || r.tok(i).Space {
		return bareHour
	}
	if len(r.tok(i).Text) > 2 || r.gluedHour(i+2) && r.is(i+1, "/") || r.is(i-2, "/") && r.abbreviation(i-3) {
		return sureTime
	}
	return weakTime
}

// abbreviation reports whether token i is a zone in two to five capitals.
func (r *reader) abbreviation(i int) bool {
	if !r.capital(i) || len(r.tok(i).Text) < 2 {
		return false
	}
	z, n := phraseAt(r, zonePhrases, i)
	return n == 1 && z.loose && !z.ours && r.zoneCounts(z, i, n) && r.tok(i).Lower != "la" && r.tok(i).Lower != "uk"
}

// gluedHour reports whether "11CT" stands at token i.
func (r *reader) gluedHour(i int) bool {
	return r.digits(i) > 0 && r.digits(i) <= 2 && r.abbreviation(i+1) && !r.tok(i+1).Space
}

// pairZones reads the zones of clock times that stand before them in the same order: "11am/2pm PT/ET". The clocks are the last
// marks. It gives the token behind the zones, i where there is no zone for each clock.
func (r *reader) pairZones(i, clocks int) int {
	at := r.skipSign(i, "(")
	var zones []zoneWord
	for len(zones) < clocks {
		z, n := r.zoneAt(at, true)
		if n == 0 || z.local || z.ours {
			return i
		}
		z.said = r.text(at, at+n)
		zones, at = append(zones, z), at+n
		if !r.is(at, "/") {
			break
		}
		at++
	}
	if clocks < 2 || len(zones) < clocks || r.is(at-1, "/") {
		return i
	}
	end := r.skipSign(at, ")")
	marks := r.marks[len(r.marks)-clocks:]
	for k := range marks[:clocks-1] {
		marks[k].zone = &zones[k]
	}
	last := zones[clocks-1]
	r.add(mark{kind: zoneMark, span: token.Span{From: i, To: end}, zone: &last})
	return end
}

// otherHalf moves one of two hours, of which no half of the day was said, into the half of the other, where the two are then
// one instant: in "7ET/4PT" four is the afternoon, so seven is the evening.
func otherHalf(a, b *draft) {
	gap := a.Start.Time.Sub(b.Start.Time) % (24 * time.Hour)
	if gap != 12*time.Hour && gap != -12*time.Hour {
		return
	}
	for _, x := range []*draft{a, b} {
		if c := x.time.clock.start; x.from < 12*60 && len(c.minutesOf(x.time.part)) == 2 && !x.time.clock.ranged {
			x.from += 12 * 60
			x.Start.Time = moment(x.date, x.from, x.Start.Time.Location(), false).Time
			return
		}
	}
}
