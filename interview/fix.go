package interview

import (
	"reflect"
	"slices"
	"time"
)

// Fix is what she puts right in an interview. What is left empty stays as it was.
type Fix struct {
	Sessions     []Session // the whole new schedule
	Interviewers []Person  // all of them
	Company      string
	Role         string
	Round        int
	Format       Format
	Location     string
	Link         string
	Phone        string
}

// correct does what she said, and reports whether anything is different then. Her word settles a contradiction about the
// time; the next message of the company may still bring another.
func correct(iv *Interview, e Event, now time.Time) bool {
	before := iv.clone()
	f := e.Fix
	set(&iv.Company, f.Company)
	set(&iv.Role, f.Role)
	set(&iv.Format, f.Format)
	set(&iv.Location, f.Location)
	set(&iv.Link, f.Link)
	set(&iv.Phone, f.Phone)
	if f.Round > 0 {
		iv.Round = f.Round
	}
	if len(f.Interviewers) > 0 {
		iv.Sessions = renamed(iv.Sessions, iv.Interviewers, f.Interviewers)
		iv.Interviewers = slices.Clone(f.Interviewers)
	}
	if len(f.Sessions) > 0 {
		iv.fix(f.Sessions, now)
		iv.Options, iv.Conflicts, iv.Pending = nil, nil, nil
	}
	return !reflect.DeepEqual(before, *iv)
}

// Fixed is the notice with what she put right in it, when she is asked whether it was read rightly. Her time settles what it
// contradicted itself about, and what was offered.
func (n Notice) Fixed(f Fix) Notice {
	set(&n.Company, f.Company)
	set(&n.Role, f.Role)
	set(&n.Format, f.Format)
	set(&n.Location, f.Location)
	set(&n.Link, f.Link)
	set(&n.Phone, f.Phone)
	if f.Round > 0 {
		n.Round = f.Round
	}
	if len(f.Interviewers) > 0 {
		n.Sessions = renamed(n.Sessions, n.Interviewers, f.Interviewers)
		n.Interviewers = slices.Clone(f.Interviewers)
	}
	if len(f.Sessions) > 0 {
		n.Sessions, n.Options, n.Proposal = slices.Clone(f.Sessions), nil, false
	}
	n.Decision, n.Conflicts = Take, nil
	return n
}

// renamed carries new names of people into the rows of the schedule that they stand in; who is gone is taken out of them.
func renamed(sessions []Session, was, now []Person) []Session {
	out := slices.Clone(sessions)
	for i, s := range out {
		var names []string
		for _, name := range s.Interviewers {
			if to := nameNow(name, was, now); to != "" {
				names = append(names, to)
			}
		}
		out[i].Interviewers = names
	}
	return out
}

// nameNow is what somebody is called now: in the same place of a list of the same length, the same person by another name.
func nameNow(name string, was, now []Person) string {
	for i, p := range was {
		if p.Name != name {
			continue
		}
		if slices.ContainsFunc(now, func(n Person) bool { return n.Name == name }) {
			return name
		}
		if len(was) == len(now) {
			return now[i].Name
		}
		return ""
	}
	return name
}

// drop forgets an interview at her word; its event is called off.
func drop(iv *Interview, _ Event, _ time.Time) bool {
	iv.Dropped = true
	return true
}

// takeUp keeps an interview again that she had dropped, while its time is still to come.
func takeUp(iv *Interview, _ Event, now time.Time) bool {
	if !iv.Dropped || !iv.End().After(now) {
		return false
	}
	iv.Dropped = false
	return true
}
