package ics

import (
	"fmt"
	"slices"
	"strings"

	"roundtwo/interview"
)

// describe is the text of an event: what she needs at hand when she opens it in her calendar.
func describe(iv interview.Interview, sessions []interview.Session) string {
	var b block
	for _, w := range iv.Warnings {
		b.row("Take care", w)
	}
	b.list("With", people(iv, sessions))
	b.list("Agenda", agenda(sessions))
	b.row("Join", iv.Link)
	b.row("Where", iv.Location)
	b.row("Phone", iv.Phone)
	b.list("Bring", iv.Bring)
	b.row("Arranged by", who(iv.Sender))
	if !iv.RespondBy.IsZero() {
		b.row("Answer by", iv.RespondBy.Time.Format("Mon 2 Jan 2006"))
	}
	for _, c := range iv.Conflicts {
		b.row("Not settled", c.Field+": "+strings.Join(c.Readings, " or "))
	}
	text := b.String()
	if warned(iv) {
		return defang(text)
	}
	return text
}

// block is a text of labelled rows.
type block struct{ strings.Builder }

func (b *block) row(label, value string) {
	if value = oneLine(value); value != "" {
		b.WriteString(label + ": " + value + "\n")
	}
}

// list writes one value beside its label, several below it.
func (b *block) list(label string, values []string) {
	switch len(values) {
	case 0:
	case 1:
		b.row(label, values[0])
	default:
		b.WriteString(label + ":\n")
		for _, v := range values {
			b.WriteString("- " + oneLine(v) + "\n")
		}
	}
}

// people are those of the day, with their titles; all of the interview where the day names none.
func people(iv interview.Interview, sessions []interview.Session) []string {
	named := map[string]bool{}
	for _, s := range sessions {
		for _, n := range s.Interviewers {
			named[n] = true
		}
	}
	var out []string
	for _, p := range iv.Interviewers {
		if len(named) == 0 || named[p.Name] {
			out = append(out, titled(p))
			delete(named, p.Name)
		}
	}
	for _, s := range sessions {
		for _, n := range s.Interviewers {
			if named[n] && !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out
}

func titled(p interview.Person) string {
	name := p.Name
	if name == "" {
		name = p.Email
	}
	if p.Title == "" {
		return name
	}
	return name + ", " + p.Title
}

func who(p interview.Person) string {
	switch {
	case p.Email == "" || p.Email == p.Name:
		return titled(p)
	case p.Name == "":
		return p.Email
	}
	return titled(p) + " <" + p.Email + ">"
}

// agenda has one row for each session, in the zone of the interview; none for a single one that says nothing more.
func agenda(sessions []interview.Session) []string {
	if len(sessions) == 1 && sessions[0].Topic == "" {
		return nil
	}
	var out []string
	for _, s := range sessions {
		row := strings.TrimSpace(hours(s) + " " + s.Topic)
		if names := strings.Join(s.Interviewers, ", "); names != "" {
			row += " (" + names + ")"
		}
		out = append(out, row)
	}
	return out
}

// hours is "14:00-14:45 EST", with the zone as its letters or offset.
func hours(s interview.Session) string {
	if s.Start.DateOnly {
		return ""
	}
	from := s.Start.Time.Format("15:04")
	if !s.End.IsZero() && !s.End.DateOnly {
		from += s.End.Time.In(s.Start.Time.Location()).Format("-15:04")
	}
	zone := s.Start.Time.Format("MST")
	if strings.HasPrefix(zone, "+") || strings.HasPrefix(zone, "-") {
		zone = "UTC" + s.Start.Time.Format("-07:00")
	}
	return fmt.Sprintf("%s %s", from, zone)
}
