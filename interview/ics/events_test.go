package ics

import (
	"strings"
	"testing"
	"time"

	"roundtwo/interview"
	"roundtwo/interview/zone"
)

func northwind(t *testing.T) interview.Interview {
	ny, err := zone.Load("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	at := func(day, hour, minute int) interview.Moment {
		return interview.At(time.Date(2026, 12, day, hour, minute, 0, 0, ny))
	}
	return interview.Interview{
		State: interview.Scheduled, Round: 2, Company: "Northwind Traders", Role: "Senior Data Engineer",
		UID: "rt-k7qf@mail.example", Sequence: 1, Link: "https://zoom.us/j/123456789", Phone: "+1 646 555 0100", Bring: []string{"portfolio", "photo ID"},
		Interviewers: []interview.Person{{Name: "Dana Whitfield", Title: "VP Engineering"}, {Name: "Sam Ortiz"}},
		Sender:       interview.Person{Name: "Priya Nair", Email: "priya@northwind.example"},
		Sessions: []interview.Session{
			{Start: at(3, 14, 0), End: at(3, 14, 45), Zone: "America/New_York", Interviewers: []string{"Dana Whitfield"}, Topic: "System design"},
			{Start: at(3, 15, 0), End: at(3, 15, 30), Zone: "America/New_York", Interviewers: []string{"Sam Ortiz"}, Topic: "Team"},
			{Start: at(4, 10, 0), Zone: "America/New_York", Interviewers: []string{"Lee Park"}},
		},
	}
}

func TestOneEventADay(t *testing.T) {
	now := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	events := Events(northwind(t), now, []time.Duration{time.Hour})
	if len(events) != 2 {
		t.Fatalf("%d events, want 2", len(events))
	}
	first, second := events[0], events[1]
	if first.UID != "rt-k7qf@mail.example" || second.UID != "rt-k7qf-2@mail.example" {
		t.Errorf("UIDs %q and %q", first.UID, second.UID)
	}
	if stamp(first.Start) != "2026-12-03T14:00:00-05:00" || stamp(first.End) != "2026-12-03T15:30:00-05:00" || stamp(second.End) != "2026-12-04T11:00:00-05:00" {
		t.Errorf("first %v to %v, second to %v", first.Start, first.End, second.End)
	}
	if first.Summary != "Interview, round 2: Northwind Traders (Senior Data Engineer)" || first.Status != Confirmed || first.Sequence != 1 || !first.Stamp.Equal(now) {
		t.Errorf("%+v", first)
	}
	want := `With:
- Dana Whitfield, VP Engineering
- Sam Ortiz
Agenda:
- 14:00-14:45 EST System design (Dana Whitfield)
- 15:00-15:30 EST Team (Sam Ortiz)
Join: https://zoom.us/j/123456789
Phone: +1 646 555 0100
Bring:
- portfolio
- photo ID
Arranged by: Priya Nair <priya@northwind.example>
`
	if first.Description != want {
		t.Errorf("description:\n%s", first.Description)
	}
	if !strings.HasPrefix(second.Description, "With: Lee Park\nJoin:") {
		t.Errorf("description of the second day:\n%s", second.Description)
	}
	if first.Location != first.URL || first.URL != "https://zoom.us/j/123456789" {
		t.Errorf("location %q, URL %q", first.Location, first.URL)
	}
	if _, err := Encode(Calendar{Events: events}); err != nil {
		t.Error(err)
	}
}

func TestStatusOfEvents(t *testing.T) {
	rows := []struct {
		state     interview.State
		tentative bool
		want      string
	}{
		{interview.Scheduled, false, Confirmed}, {interview.Held, false, Confirmed}, {interview.Scheduled, true, Tentative},
		{interview.Proposed, false, Tentative}, {interview.Suspected, false, Tentative}, {interview.Cancelled, true, Cancelled},
	}
	for _, row := range rows {
		iv := northwind(t)
		iv.State, iv.Tentative = row.state, row.tentative
		e := Events(iv, thursday, []time.Duration{time.Hour})[0]
		if e.Status != row.want || (len(e.Alarms) == 0) != (row.want == Cancelled) {
			t.Errorf("%s, tentative %v: %s with alarms %v", row.state, row.tentative, e.Status, e.Alarms)
		}
	}
}

func TestADayAlone(t *testing.T) {
	iv := northwind(t)
	iv.Sessions = []interview.Session{{Start: interview.Moment{Time: iv.Sessions[0].Start.Time.Truncate(24 * time.Hour), DateOnly: true}}}
	if e := Events(iv, thursday, nil)[0]; !e.AllDay || e.End.Sub(e.Start) != 24*time.Hour {
		t.Errorf("%+v", e)
	}
	iv.Sessions = nil
	if events := Events(iv, thursday, nil); len(events) != 0 {
		t.Errorf("an interview without a time has events: %+v", events)
	}
}

func TestLittleIsKnown(t *testing.T) {
	iv := northwind(t)
	rows := []struct {
		change func(*interview.Interview)
		want   string
	}{
		{func(iv *interview.Interview) { iv.Role = "" }, "Interview, round 2: Northwind Traders"},
		{func(iv *interview.Interview) { iv.Company = "" }, "Interview, round 2: Senior Data Engineer"},
		{func(iv *interview.Interview) { iv.Company, iv.Role, iv.Subject = "", "", "Second chat" }, "Interview, round 2: Second chat"},
		{func(iv *interview.Interview) { iv.Company, iv.Role, iv.Round = "", "", 0 }, "Interview"},
	}
	for _, row := range rows {
		iv := iv
		row.change(&iv)
		if got := Events(iv, thursday, nil)[0].Summary; got != row.want {
			t.Errorf("%q, want %q", got, row.want)
		}
	}
}

func TestLinksOfAWarnedInterviewCannotBeClicked(t *testing.T) {
	iv := northwind(t)
	iv.Link, iv.Warnings = "https://zoom.us.evil.example/j/1", []string{"the link only looks like one of zoom.us"}
	out, err := Encode(Calendar{Events: Events(iv, thursday, nil)})
	if err != nil {
		t.Fatal(err)
	}
	plain := unfold(string(out))
	if strings.Contains(plain, "https://") || strings.Contains(plain, "URL:") || !strings.Contains(plain, "hxxps://zoom.us.evil.example") {
		t.Errorf("%s", plain)
	}
}
