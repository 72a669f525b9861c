package ics

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"roundtwo/interview"
)

// Events makes the calendar events of an interview: one for each day of it. The first has the interview's UID, later
// days have "-2", "-3" … before its @. now becomes DTSTAMP; alarms are times before the start of each day. An
// interview without a time has none.
func Events(iv interview.Interview, now time.Time, alarms []time.Duration) []Event {
	days := byDay(iv.Sessions)
	out := make([]Event, 0, len(days))
	for i, sessions := range days {
		e := Event{
			UID: dayUID(iv.UID, i), Sequence: iv.Sequence, Stamp: now, Status: statusOf(iv), Zone: sessions[0].Zone,
			Summary: summary(iv), Description: describe(iv, sessions), Location: location(iv),
		}
		if !warned(iv) {
			e.URL = iv.Link
		}
		e.Start, e.End, e.AllDay = span(sessions)
		if e.Status != Cancelled {
			e.Alarms = alarms
		}
		out = append(out, e)
	}
	return out
}

// byDay groups sessions by the date that they have in their own zone, in order of time.
func byDay(sessions []interview.Session) [][]interview.Session {
	timed := slices.DeleteFunc(slices.Clone(sessions), func(s interview.Session) bool { return s.Start.IsZero() })
	slices.SortStableFunc(timed, func(a, b interview.Session) int { return a.Start.Time.Compare(b.Start.Time) })
	var days [][]interview.Session
	last := ""
	for _, s := range timed {
		day := s.Start.Time.Format(time.DateOnly)
		if len(days) == 0 || day != last {
			days = append(days, nil)
			last = day
		}
		days[len(days)-1] = append(days[len(days)-1], s)
	}
	return days
}

// dayUID is the UID of the nth day, counted from 0.
func dayUID(uid string, n int) string {
	if n == 0 {
		return uid
	}
	local, domain, ok := strings.Cut(uid, "@")
	if !ok {
		return fmt.Sprintf("%s-%d", uid, n+1)
	}
	return fmt.Sprintf("%s-%d@%s", local, n+1, domain)
}

// span is from the first start to the last end of a day; all day where none of its sessions has a clock time.
func span(sessions []interview.Session) (start, end time.Time, allDay bool) {
	for _, s := range sessions {
		if s.Start.DateOnly {
			continue
		}
		if start.IsZero() || s.Start.Time.Before(start) {
			start = s.Start.Time
		}
		if until := s.Until(); until.After(end) {
			end = until
		}
	}
	if start.IsZero() {
		day := sessions[0].Start.Time
		return day, day.AddDate(0, 0, 1), true
	}
	return start, end, false
}

// statusOf: what the company has not confirmed is tentative.
func statusOf(iv interview.Interview) string {
	switch {
	case iv.State == interview.Cancelled, iv.Dropped:
		return Cancelled
	case iv.Tentative, iv.State == interview.Proposed, iv.State == interview.Suspected:
		return Tentative
	}
	return Confirmed
}

// summary is "Interview, round 2: Northwind Traders (Senior Data Engineer)".
func summary(iv interview.Interview) string {
	s := "Interview"
	if iv.Round > 0 {
		s += fmt.Sprintf(", round %d", iv.Round)
	}
	switch {
	case iv.Company != "" && iv.Role != "":
		return s + ": " + iv.Company + " (" + iv.Role + ")"
	case iv.Company != "" || iv.Role != "":
		return s + ": " + iv.Company + iv.Role
	case iv.Subject != "":
		return s + ": " + iv.Subject
	}
	return s
}

// location is where she has to be: the address, else the link, else the telephone.
func location(iv interview.Interview) string {
	return cmp.Or(iv.Location, shownLink(iv), iv.Phone)
}

// warned reports whether the interview is to be looked at with care: its links are shown but cannot be clicked.
func warned(iv interview.Interview) bool { return len(iv.Warnings) > 0 }

// shownLink is the join link, harmless where something is wrong with the invitation.
func shownLink(iv interview.Interview) string {
	if warned(iv) {
		return defang(iv.Link)
	}
	return iv.Link
}

// defang makes the addresses in a text such that no calendar makes a link of them.
func defang(s string) string {
	return strings.NewReplacer("http://", "hxxp://", "https://", "hxxps://", "HTTP://", "hxxp://", "HTTPS://", "hxxps://").Replace(s)
}
