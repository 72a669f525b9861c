package role

import (
	"slices"

	"roundtwo/interview"
)

// Right says which fields of the core are as the case has them.
type Right struct {
	Kind, Round, Sessions, Options, People bool
}

// Core reports whether all of it is right.
func (r Right) Core() bool { return r.Kind && r.Round && r.Sessions && r.Options && r.People }

// Times reports whether kind and times are.
func (r Right) Times() bool { return r.Kind && r.Sessions && r.Options }

// Judge compares a reading with a case.
func (x *Outcome) Judge() Right {
	c, r := x.Case, x.Reading
	if c.Kind == interview.Other {
		ok := r.Kind == interview.Other
		return Right{ok, true, true, true, true}
	}
	out := Right{Kind: r.Kind == c.Kind}
	out.Round = c.Unjudged["round"] || r.Round == min(c.Round, rounds-1)
	out.Sessions = c.Unjudged["sessions"] || x.sameTimes(r.Sessions, c.Sessions)
	out.Options = c.Unjudged["options"] || x.sameTimes(r.Options, c.Options)
	out.People = c.Unjudged["interviewers"] || x.samePeople()
	return out
}

func (x *Outcome) sameTimes(got []int, want []interview.Session) bool {
	if len(got) != len(want) {
		return false
	}
	for _, i := range got {
		m := &x.Reading.Moments[i]
		end := x.Reading.End(x.Case.Message, m)
		if !slices.ContainsFunc(want, func(s interview.Session) bool {
			return s.Start.Equal(m.Start) && s.End.IsZero() == end.IsZero() && (end.IsZero() || s.End.Equal(end))
		}) {
			return false
		}
	}
	return true
}

func (x *Outcome) samePeople() bool {
	var got []string
	for i := range x.Reading.People {
		if p := &x.Reading.People[i]; p.P > 0.5 {
			got = append(got, bareName(p.Name))
		}
	}
	optional := map[string]bool{}
	for _, n := range x.Case.Optional {
		optional[bareName(n)] = true
	}
	for _, n := range x.Case.People {
		if i := slices.Index(got, bareName(n)); i >= 0 {
			got = slices.Delete(got, i, i+1)
		} else if !optional[bareName(n)] {
			return false
		}
	}
	return !slices.ContainsFunc(got, func(n string) bool { return !optional[n] })
}

// Names counts the interviewers that were found and missed, and others who were taken for one.
func (x *Outcome) Names() (found, missed, wrongly int) {
	if x.Case.Unjudged["interviewers"] {
		return 0, 0, 0
	}
	var got []string
	for i := range x.Reading.People {
		if p := &x.Reading.People[i]; p.P > 0.5 {
			got = append(got, bareName(p.Name))
		}
	}
	for _, n := range x.Case.People {
		if i := slices.Index(got, bareName(n)); i >= 0 {
			got = slices.Delete(got, i, i+1)
			found++
		} else {
			missed++
		}
	}
	for _, n := range got {
		wrongly += truth(!slices.ContainsFunc(x.Case.Optional, func(o string) bool { return bareName(o) == n }))
	}
	return found, missed, wrongly
}
