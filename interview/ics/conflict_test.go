package ics

import (
	"strings"
	"testing"
	"time"

	"roundtwo/interview"
	"roundtwo/interview/zone"
)

// told writes the readings of the conflicts of an event as "start–end (zone)", one a line, and checks what holds for all:
// the first reading is the event's own, and no two are the same.
func told(t *testing.T, e Event) string {
	t.Helper()
	var lines []string
	for _, c := range e.Conflicts {
		if len(c.Readings) < 2 || len(c.Readings) != len(c.Sessions) || c.Field == "" {
			t.Fatalf("a conflict of %d readings, %d sessions, about %q", len(c.Readings), len(c.Sessions), c.Field)
		}
		if !c.Sessions[0].Start.Time.Equal(e.Start) || !c.Sessions[0].End.Time.Equal(e.End) {
			t.Errorf("the first reading is %v–%v, the event's %v–%v", c.Sessions[0].Start, c.Sessions[0].End, e.Start, e.End)
		}
		for i, s := range c.Sessions {
			if i > 0 && s.Start.Equal(c.Sessions[0].Start) && s.End.Equal(c.Sessions[0].End) {
				t.Errorf("reading %d is the first one again", i+1)
			}
			lines = append(lines, spoken(s))
		}
	}
	return strings.Join(lines, "\n")
}

func spoken(s interview.Session) string {
	out := s.Start.String()
	if !s.End.IsZero() {
		out += " until " + s.End.Time.In(s.Start.Time.Location()).Format("2006-01-02T15:04")
	}
	return out + " " + s.Zone
}

func TestTimesThatContradictThemselves(t *testing.T) {
	paris, _ := zone.Load("Europe/Paris")
	nyRules := rulesOf("Pacific Standard Time", "-0700", "-0700")
	for _, row := range []struct {
		name, zones string
		lines       []string
		want        string // of told, lines joined by " | "
		words       string // of the last reading
	}{
		{"a Z beside a zone", "", []string{"DTSTART;TZID=America/Denver:20261203T140000Z", "DTEND;TZID=America/Denver:20261203T143000Z"},
			"2026-12-03T14:00:00Z until 2026-12-03T14:30 UTC | 2026-12-03T14:00:00-07:00 until 2026-12-03T14:30 America/Denver", "America/Denver"},
		{"a Z beside the zone of Greenwich in winter", "", []string{"DTSTART;TZID=Europe/London:20261203T140000Z"}, "", ""},
		{"a Z beside it in summer", "", []string{"DTSTART;TZID=Europe/London:20260703T140000Z"},
			"2026-07-03T14:00:00Z UTC | 2026-07-03T14:00:00+01:00 Europe/London", "Europe/London"},
		{"a Z beside a zone that nobody knows", "", []string{"DTSTART;TZID=Annex:20261203T140000Z"}, "", ""},
		{"rules that are not those of the zone", rulesOf("Europe/Madrid", "+0200", "+0300"), []string{"DTSTART;TZID=Europe/Madrid:20261203T140000", "DTEND;TZID=Europe/Madrid:20261203T150000"},
			"2026-12-03T14:00:00+01:00 until 2026-12-03T15:00 Europe/Madrid | 2026-12-03T14:00:00+02:00 until 2026-12-03T15:00 UTC+02:00", "rules"},
		{"rules of its own under a name of Windows", nyRules, []string{"DTSTART;TZID=Pacific Standard Time:20261203T140000"},
			"2026-12-03T14:00:00-08:00 America/Los_Angeles | 2026-12-03T14:00:00-07:00 UTC-07:00", "UTC-07:00"},
		{"rules that agree on that day", nyRules, []string{"DTSTART;TZID=Pacific Standard Time:20260703T140000"}, "", ""},
		{"a zone that is unknown", "", []string{"DTSTART;TZID=Annex:20261203T140000"},
			"2026-12-03T14:00:00+01:00 Europe/Paris | 2026-12-03T14:00:00Z UTC", "UTC"},
		{"an offset in summer, by a name for winter", "", []string{"DTSTART;TZID=(UTC+01:00) Works:20260703T140000"},
			"2026-07-03T14:00:00+01:00 UTC+01:00 | 2026-07-03T14:00:00+02:00 UTC+02:00", "summer time"},
		{"a place and an offset that is not its", "", []string{"DTSTART;TZID=(GMT-05:00) Seoul:20261203T140000"},
			"2026-12-03T14:00:00+09:00 Asia/Seoul | 2026-12-03T14:00:00-05:00 UTC-05:00", "offset"},
		{"the end an hour early", "", []string{"DTSTART:20261203T140000Z", "DTEND:20261203T130000Z"},
			"2026-12-03T14:00:00Z UTC | 2026-12-03T13:00:00Z until 2026-12-03T14:00 UTC", "exchanged"},
		{"an end in the wrong half of the day", "", []string{"DTSTART:20261203T140000Z", "DTEND:20261203T024500Z"},
			"2026-12-03T14:00:00Z until 2026-12-03T14:45 UTC | 2026-12-03T14:00:00Z UTC", "an end that is not known"},
		{"the end a week early", "", []string{"DTSTART:20261210T140000Z", "DTEND:20261203T150000Z"},
			"2026-12-10T14:00:00Z until 2026-12-10T15:00 UTC | 2026-12-03T14:00:00Z until 2026-12-03T15:00 UTC", "day of its end"},
		{"the end in another zone", "", []string{"DTSTART;TZID=America/New_York:20261203T140000", "DTEND;TZID=Europe/Berlin:20261203T150000"},
			"2026-12-03T14:00:00-05:00 until 2026-12-03T15:00 America/New_York | 2026-12-03T14:00:00+01:00 until 2026-12-03T15:00 Europe/Berlin", "zone of its end"},
		{"23 hours", "", []string{"DTSTART:20261203T140000Z", "DTEND:20261204T130000Z"},
			"2026-12-03T14:00:00Z until 2026-12-04T13:00 UTC | 2026-12-03T14:00:00Z UTC", "an end that is wrong"},
		{"two in the night that is two in the afternoon", "", []string{"DTSTART:20261203T020000Z", "DTEND:20261203T150000Z"},
			"2026-12-03T02:00:00Z until 2026-12-03T15:00 UTC | 2026-12-03T14:00:00Z until 2026-12-03T15:00 UTC", "afternoon"},
		{"a day and an hour", "", []string{"DTSTART:20261203T140000Z", "DTEND:20261204T150000Z"},
			"2026-12-03T14:00:00Z until 2026-12-04T15:00 UTC | 2026-12-03T14:00:00Z until 2026-12-03T15:00 UTC | 2026-12-04T14:00:00Z until 2026-12-04T15:00 UTC", "last of its days"},
		{"13 hours from morning on", "", []string{"DTSTART:20261203T080000Z", "DTEND:20261203T213000Z"},
			"2026-12-03T08:00:00Z until 2026-12-03T21:30 UTC | 2026-12-03T20:00:00Z until 2026-12-03T21:30 UTC", "afternoon"},
		{"from noon to midnight and after", "", []string{"DTSTART:20261203T120000Z", "DTEND:20261204T001500Z"},
			"2026-12-03T12:00:00Z until 2026-12-04T00:15 UTC | 2026-12-03T12:00:00Z UTC", "wrong"},
		{"a month", "", []string{"DTSTART:20261203T140000Z", "DTEND:20270103T150000Z"},
			"2026-12-03T14:00:00Z until 2026-12-03T15:00 UTC | 2027-01-03T14:00:00Z until 2027-01-03T15:00 UTC", "last of its days"},
		{"midnight and no end", "", []string{"DTSTART;TZID=America/Chicago:20261203T000000"},
			"2026-12-03T00:00:00-06:00 America/Chicago | 2026-12-03 America/Chicago", "often means the day"},
		{"a day that ends before it begins", "", []string{"DTSTART;VALUE=DATE:20261203", "DTEND;VALUE=DATE:20261202"},
			"2026-12-03 Europe/Paris | 2026-12-02 Europe/Paris", "end"},
	} {
		t.Run(row.name, func(t *testing.T) {
			cal, err := Decode([]byte("BEGIN:VCALENDAR\n"+row.zones+"\nBEGIN:VEVENT\n"+strings.Join(row.lines, "\n")+"\nEND:VEVENT\nEND:VCALENDAR"), paris)
			if err != nil || len(cal.Events) != 1 {
				t.Fatalf("%v, %v", cal, err)
			}
			e := cal.Events[0]
			got := ""
			if len(e.Conflicts) > 0 && e.AllDay {
				got = spoken(e.Conflicts[0].Sessions[0]) + "\n" + spoken(e.Conflicts[0].Sessions[1])
			} else {
				got = told(t, e)
			}
			if got != strings.ReplaceAll(row.want, " | ", "\n") {
				t.Errorf("read as\n%s\nwant\n%s", got, strings.ReplaceAll(row.want, " | ", "\n"))
			}
			if len(e.Conflicts) > 0 {
				if r := e.Conflicts[0].Readings; !strings.Contains(r[len(r)-1], row.words) {
					t.Errorf("the last reading is %q, which does not say %q", r[len(r)-1], row.words)
				}
			}
		})
	}
}

// A day on site is often written from midnight to midnight: where the company is, where the reader is, or as UTC.
func TestWholeDaysWrittenAsTimes(t *testing.T) {
	chicago, _ := zone.Load("America/Chicago")
	for _, row := range []struct{ name, zones, start, end, want string }{
		{"in the company's zone", "", "DTSTART;TZID=Europe/Lisbon:20261203T000000", "DTEND;TZID=Europe/Lisbon:20261204T000000", "2026-12-03 until 2026-12-04 Europe/Lisbon"},
		{"without a zone", "", "DTSTART:20261203T000000", "DTEND:20261204T000000", "2026-12-03 until 2026-12-04 America/Chicago"},
		{"two days", "", "DTSTART;TZID=Europe/Lisbon:20261203T000000", "DTEND;TZID=Europe/Lisbon:20261205T000000", "2026-12-03 until 2026-12-05 Europe/Lisbon"},
		{"in UTC", "", "DTSTART:20261203T000000Z", "DTEND:20261204T000000Z", "2026-12-03 until 2026-12-04 UTC"},
		{"her midnight in UTC", "", "DTSTART:20261203T060000Z", "DTEND:20261204T060000Z", "2026-12-03 until 2026-12-04 America/Chicago"},
		{"the midnight of the file's zone in UTC", rulesOf("America/Los_Angeles", "-0800", "-0700"), "DTSTART:20261203T080000Z", "DTEND:20261204T080000Z", "2026-12-03 until 2026-12-04 America/Los_Angeles"},
		{"a duration", "", "DTSTART;TZID=Europe/Lisbon:20261203T000000", "DURATION:PT24H", "2026-12-03 until 2026-12-04 Europe/Lisbon"},
		{"the night when the clocks go back", "", "DTSTART;TZID=America/Chicago:20261101T000000", "DURATION:P1D", "2026-11-01 until 2026-11-02 America/Chicago"},
	} {
		t.Run(row.name, func(t *testing.T) {
			cal, err := Decode([]byte("BEGIN:VCALENDAR\n"+row.zones+"\nBEGIN:VEVENT\n"+row.start+"\n"+row.end+"\nEND:VEVENT\nEND:VCALENDAR"), chicago)
			if err != nil || len(cal.Events) != 1 {
				t.Fatalf("%v, %v", cal, err)
			}
			e := cal.Events[0]
			if got := e.Start.Format(time.DateOnly) + " until " + e.End.Format(time.DateOnly) + " " + e.Zone; got != row.want || !e.AllDay || len(e.Conflicts) > 0 {
				t.Errorf("%s, all day %v, conflicts %v; want %s", got, e.AllDay, e.Conflicts, row.want)
			}
		})
	}
}
