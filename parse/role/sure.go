package role

import (
	"roundtwo/parse/token"
)

// Templates of what tells whether a reading as a whole is right.
const (
	sBias uint32 = 600 + iota
	sKind
	sText
	sRound
	sTimes
	sTimesLeast
	sPeople
	sPeopleLeast
	sCount
	sLost
	sLostName
	sTagged
	sNamed
	sEnd
	sDay
	sDoubt
	sWhich
	sLoose
	sPast
	sAll
)

// sureFeatures are what tells whether kind, round, times and people are all right: how firmly each was decided, how far the
// two readings agree, and what of the one the other left unused.
func (r *Reading) sureFeatures(x *first, f *features) {
	v := x.view
	f.is(sBias)
	k := kindClass(r.Kind)
	f.amount(odds(r.KindP[k]), sKind)
	f.amount(odds(x.text[k]), sText)
	f.amount(odds(r.RoundP), sRound)
	f.is(sWhich, uint32(k))
	all := r.KindP[k] * r.RoundP
	product, least := float32(1), float32(1)
	for i := range r.Moments {
		p := r.Moments[i].P
		top := max(p[0], p[1], p[2])
		product, least = product*top, min(least, top)
	}
	f.amount(odds(product), sTimes)
	f.amount(odds(least), sTimesLeast)
	all *= product
	product, least = 1, 1
	for i := range r.People {
		top := max(r.People[i].P, 1-r.People[i].P)
		product, least = product*top, min(least, top)
	}
	f.amount(odds(product), sPeople)
	f.amount(odds(least), sPeopleLeast)
	f.amount(odds(all*product), sAll)
	f.is(sCount, 1, uint32(min(len(r.Sessions), 4)), uint32(min(len(r.Options), 3)))
	met := 0
	for i := range r.People {
		if r.People[i].P > 0.5 {
			met++
		}
	}
	f.is(sCount, 2, uint32(min(met, 5)))
	f.is(sCount, 3, uint32(min(len(r.Moments), 8)))
	r.lost(v, f)
	r.chosen(v, f)
}

// lost weighs what the tagger takes for a session or an interviewer and nothing that was chosen covers.
func (r *Reading) lost(v *view, f *features) {
	used := make([]bool, len(v.word))
	cover := func(s token.Span) {
		for i := max(0, s.From); i < min(s.To, len(used)); i++ {
			used[i] = true
		}
	}
	for _, list := range [...][]int{r.Sessions, r.Options} {
		for _, i := range list {
			for _, k := range r.Moments[i].Readings {
				cover(v.m.Times[k].Span)
				cover(v.m.Times[k].DaySpan)
			}
		}
	}
	for i := range v.m.Times {
		for _, l := range v.m.Times[i].Lengths {
			cover(l.Span)
		}
	}
	for i := range r.People {
		if r.People[i].P > 0.5 {
			for _, s := range r.People[i].Spans {
				cover(s)
			}
		}
	}
	var time, name float32
	for i := range used {
		if used[i] || v.shape[i] >= 100 || v.t.Tokens[i].Ends() {
			continue
		}
		p := &r.Tags.P[i]
		if v.shape[i] > 10 || v.time[i] != 0 {
			time += p[Session] + p[Option]
		}
		name += p[Interviewer]
	}
	f.amount(min(time, 6), sLost)
	f.is(sLost, uint32(min(time, 6)))
	f.amount(min(name, 6), sLostName)
	f.is(sLostName, uint32(min(name, 6)))
}

// chosen weighs what the tagger says of the times and people that were chosen.
func (r *Reading) chosen(v *view, f *features) {
	tagged, named := float32(1), float32(1)
	for n, list := range [...][]int{r.Sessions, r.Options} {
		for _, i := range list {
			m := &r.Moments[i]
			mean := v.meanTags(r.Tags, v.m.Times[m.Best].Span)
			tagged = min(tagged, mean[Session+Label(n)])
			t := &v.m.Times[m.Best]
			if r.End(v.m, m).IsZero() {
				f.is(sEnd, 1)
			} else if t.End.IsZero() {
				f.is(sEnd, 2)
			}
			for k, is := range [...]bool{m.Start.DateOnly, t.DayUnknown, !t.DateStated, len(t.Doubts)+len(t.Conflicts) > 0, m.Start.Time.Before(v.m.Written)} {
				if is {
					f.is(sDay, uint32(k))
				}
			}
		}
	}
	for i := range r.People {
		p := &r.People[i]
		if p.P < 0.5 {
			continue
		}
		top := p.said
		for _, s := range p.Spans {
			top = max(top, v.meanTags(r.Tags, s)[Interviewer])
		}
		named = min(named, top)
		if p.Writer {
			f.is(sNamed, 1)
		}
		if len(p.words) == 1 {
			f.is(sNamed, 2)
		}
	}
	f.amount(odds(tagged), sTagged)
	f.amount(odds(named), sNamed)
}
