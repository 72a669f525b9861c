package ics

import (
	"os"
	"strings"
	"testing"
	"time"

	"roundtwo/interview"
	"roundtwo/interview/zone"
)

// sample is a file as ours are written; findings/calendars.sh has other programs read it. It must stay what Encode makes.
const sample = "../../findings/calendars/cases/01-ours.ics"

func TestSampleForOtherReaders(t *testing.T) {
	ny, err := zone.Load("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	at := func(hour, minute int) interview.Moment {
		return interview.At(time.Date(2026, 12, 3, hour, minute, 0, 0, ny))
	}
	events := Events(interview.Interview{
		UID: "ours@findings.example", Sequence: 1, State: interview.Scheduled, Company: "Salgado & Söhne", Role: "Analyst; Lisbon, Porto", Round: 2,
		Sessions: []interview.Session{{Start: at(14, 0), End: at(14, 45), Zone: "America/New_York", Interviewers: []string{"Zoë Bäckström"}}},
		Link:     "https://meet.example/room/7?a=1,2", Interviewers: []interview.Person{{Name: "Zoë Bäckström", Title: "Head of Research, Development & everything that comes after it"}},
	}, time.Date(2026, 11, 16, 9, 0, 0, 0, time.UTC), []time.Duration{24 * time.Hour})
	made, err := Encode(Calendar{Events: events})
	if err != nil {
		t.Fatal(err)
	}
	have, err := os.ReadFile(sample)
	if err != nil || string(have) != string(made) {
		t.Errorf("%s is not what is written now (%v):\n%s", sample, err, made)
	}
}

// The last column of the table in docs/calendars.md: how the files are read here that other programs are shown.
func TestFilesThatReadersDisagreeOn(t *testing.T) {
	ny, err := zone.Load("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	table, err := os.ReadFile("../../findings/calendars/cases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	files := 0
	for line := range strings.Lines(string(table)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		files++
		data, err := os.ReadFile("../../findings/calendars/cases/" + cells[0] + ".ics")
		if err != nil || len(cells) != 3 {
			t.Fatalf("%q: %v", line, err)
		}
		cal, err := Decode(data, ny)
		if err != nil || len(cal.Limits) > 0 {
			t.Errorf("%s: %v, limits %v", cells[0], err, cal.Limits)
		}
		var shown []string
		for _, e := range cal.Events {
			shown = append(shown, onClock(e, ny))
		}
		if got := strings.Join(shown, ", "); got != cells[2] {
			t.Errorf("%s is read as %q, the table says %q", cells[0], got, cells[2])
		}
	}
	if files < 20 {
		t.Errorf("%d files are in the table", files)
	}
}

// onClock writes the readings of an event as the table does.
func onClock(e Event, here *time.Location) string {
	sessions := []interview.Session{{Start: interview.Moment{Time: e.Start, DateOnly: e.AllDay}, End: interview.At(e.End)}}
	for _, c := range e.Conflicts {
		sessions = c.Sessions
	}
	var out []string
	for _, s := range sessions {
		out = append(out, shortly(s, here))
	}
	return strings.Join(out, " or ")
}

func shortly(s interview.Session, here *time.Location) string {
	if s.Start.DateOnly {
		return s.Start.Time.Format("2 Jan")
	}
	hour := func(at time.Time, day string) string {
		if at = at.In(here); at.Format("2 Jan") == day {
			return at.Format("15:04")
		}
		return at.Format("2 Jan 15:04")
	}
	out := hour(s.Start.Time, "3 Dec")
	if s.End.IsZero() {
		return out
	}
	if length := s.End.Time.Sub(s.Start.Time); length == 45*time.Minute || length == time.Hour {
		return out
	}
	return out + "–" + hour(s.End.Time, "3 Dec")
}
