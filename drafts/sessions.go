package drafts

import (
	"fmt"
	"slices"
	"time"

	"roundtwo/interview"
)

// sessionView is one conversation as a letter shows it.
type sessionView struct {
	Hers    string // date, hours and zone as her clocks show it
	Theirs  string // the same in the zone of the interview, without the date where it is the same; "" where both clocks agree
	Hours   string // hours alone, hers
	Day     string // "Thursday 3 December", hers
	Zone    string // "Berlin time", hers
	Length  string // "45 minutes"; "" where the end is not stated
	Assumed bool   // the message states no zone: hers was taken
	People  []string
	Topic   string
}

func (v *view) sessionViews(list []interview.Session) []sessionView {
	var out []sessionView
	for _, s := range list {
		out = append(out, v.sessionView(s))
	}
	return out
}

func (v *view) sessionView(s interview.Session) sessionView {
	out := sessionView{Length: v.clock.length(s), Assumed: s.ZoneAssumed, People: s.Interviewers, Topic: s.Topic}
	if s.Start.IsZero() {
		return out
	}
	hers := v.clock.zone()
	out.Hers = v.clock.session(s, hers)
	if s.Start.DateOnly {
		out.Day = v.clock.weekdayDay(s.Start.Time)
		return out
	}
	start, end := s.Start.Time.In(hers), s.End.Time
	if !end.IsZero() {
		end = end.In(hers)
	}
	out.Hours, out.Day, out.Zone = v.clock.hours(start, end), v.clock.weekdayDay(start), v.clock.placeShort(start)
	if theirs := s.Start.Time.Location(); !sameClock(s.Start.Time, hers, theirs) {
		out.Theirs = v.there(s, theirs, out.Day)
	}
	return out
}

// there gives the time of s on the clocks of the company; the date is repeated only where it is not hers.
func (v *view) there(s interview.Session, theirs *time.Location, day string) string {
	start, end := s.Start.Time.In(theirs), s.End.Time
	if !end.IsZero() {
		end = end.In(theirs)
	}
	if v.clock.weekdayDay(start) != day {
		return v.clock.session(s, theirs)
	}
	return v.clock.hours(start, end) + " " + v.clock.place(start)
}

// ZoneHers names her clock, at the head of the agenda.
func (v *view) ZoneHers() string {
	if len(v.Sessions) == 0 {
		return ""
	}
	return v.Sessions[0].Zone
}

// Topics reports whether any of the conversations has one.
func (v *view) Topics() bool {
	return slices.ContainsFunc(v.iv.Sessions, func(s interview.Session) bool { return s.Topic != "" })
}

// When gives the lines for "When": for one conversation its time in both zones, for several the whole span.
func (v *view) When() []string { return v.span(v.iv.Sessions) }

func (v *view) span(list []interview.Session) []string {
	if len(list) == 0 || list[0].Start.IsZero() {
		return nil
	}
	whole := list[0]
	for _, s := range list[1:] {
		if s.Start.DateOnly || whole.Start.DateOnly {
			return v.each(list)
		}
		if v.clock.daysUntil(whole.Start.Time, s.Start.Time) != 0 {
			return v.each(list)
		}
		whole.End = interview.At(s.Until().In(whole.Start.Time.Location()))
	}
	view := v.sessionView(whole)
	if view.Theirs == "" {
		return []string{view.Hers}
	}
	return []string{view.Hers, view.Theirs}
}

// each lists the days of an interview that lasts several.
func (v *view) each(list []interview.Session) []string {
	var out []string
	for _, s := range list {
		sv := v.sessionView(s)
		line := sv.Hers
		if sv.Theirs != "" {
			line += " / " + sv.Theirs
		}
		out = append(out, line)
	}
	return out
}

// optionView is one of the times offered.
type optionView struct {
	Number string
	sessionView
}

// Options are the times offered, numbered from 1.
func (v *view) Options() []optionView {
	var out []optionView
	for i, s := range v.iv.Options {
		out = append(out, optionView{Number: fmt.Sprint(i + 1), sessionView: v.sessionView(s)})
	}
	return out
}

// reading is one of the ways to understand a contradiction.
type reading struct{ Number, Text string }

// Field and Readings are the first contradiction: what it is about, and what she can choose among. Where a reading is a
// time, it is shown in both zones.
func (v *view) Field() string {
	if len(v.iv.Conflicts) == 0 {
		return ""
	}
	return v.fieldName(v.iv.Conflicts[0].Field)
}

func (v *view) Readings() []reading {
	if len(v.iv.Conflicts) == 0 {
		return nil
	}
	c := v.iv.Conflicts[0]
	var out []reading
	for i := range c.Readings {
		out = append(out, reading{Number: fmt.Sprint(i + 1), Text: v.readingText(c, i)})
	}
	return out
}

// clash is a time offered that overlaps another interview of hers.
type clash struct {
	Number string
	listView
}

// Clashes lists the times offered during which she has another interview (Facts.List).
func (v *view) Clashes() []clash {
	var out []clash
	list := v.List()
	for i, o := range v.iv.Options {
		if o.Start.IsZero() || o.Start.DateOnly {
			continue
		}
		for j, iv := range v.f.List {
			if iv.ID != v.iv.ID && iv.State == interview.Scheduled && !iv.Start().IsZero() &&
				o.Start.Time.Before(iv.End()) && iv.Start().Before(o.Until()) {
				out = append(out, clash{Number: fmt.Sprint(i + 1), listView: list[j]})
			}
		}
	}
	return out
}
