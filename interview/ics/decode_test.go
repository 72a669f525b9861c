package ics

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"roundtwo/interview"
	"roundtwo/interview/zone"
)

// file makes a calendar with one event of these lines.
func file(lines ...string) []byte {
	return []byte("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n" + strings.Join(lines, "\r\n") +
		"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
}

// one decodes a file that must hold one event.
func one(t *testing.T, data []byte) Event {
	t.Helper()
	cal, err := Decode(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(cal.Events) != 1 {
		t.Fatalf("%d events, want 1; limits %v", len(cal.Events), cal.Limits)
	}
	return cal.Events[0]
}

func TestGoogleInvitation(t *testing.T) {
	cal, err := Decode([]byte(`BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:America/New_York
X-LIC-LOCATION:America/New_York
BEGIN:DAYLIGHT
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
TZNAME:EDT
DTSTART:19700308T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
TZNAME:EST
DTSTART:19701101T020000
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
DTSTART;TZID=America/New_York:20261203T140000
DTEND;TZID=America/New_York:20261203T144500
DTSTAMP:20261125T091500Z
ORGANIZER;CN=Priya Nair:mailto:priya@northwind.example
UID:4k2j@google.com
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE
 ;CN="Dana Whitfield";X-NUM-GUESTS=0:mailto:dana@northwind.example
ATTENDEE;CUTYPE=RESOURCE;CN=NYC-4-Hudson (8):mailto:c_188@resource.calendar.google.com
ATTENDEE;CN=casey@mail.example:mailto:casey@mail.example
X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij
DESCRIPTION:Second round\, with Dana.\nBring your portfolio\; and questions.
LOCATION:NYC\, floor 4
SEQUENCE:1
STATUS:CONFIRMED
SUMMARY:Interview, round 2: Senior Data Engineer
BEGIN:VALARM
ACTION:EMAIL
DESCRIPTION:not hers
TRIGGER:-P1D
END:VALARM
END:VEVENT
END:VCALENDAR
`), time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	ny, _ := zone.Load("America/New_York")
	want := Calendar{Method: "REQUEST", Events: []Event{{
		UID: "4k2j@google.com", Sequence: 1, Stamp: time.Date(2026, 11, 25, 9, 15, 0, 0, time.UTC),
		Start: time.Date(2026, 12, 3, 14, 0, 0, 0, ny), End: time.Date(2026, 12, 3, 14, 45, 0, 0, ny),
		Zone: "America/New_York", Status: Confirmed,
		Summary: "Interview, round 2: Senior Data Engineer", Location: "NYC, floor 4",
		Description: "Second round, with Dana.\nBring your portfolio; and questions.",
		Links:       []string{"https://meet.google.com/abc-defg-hij"},
		Organizer:   interview.Person{Name: "Priya Nair", Email: "priya@northwind.example"},
		Attendees: []interview.Person{
			{Name: "Dana Whitfield", Email: "dana@northwind.example"}, {Email: "casey@mail.example"},
		},
		Rooms: []string{"NYC-4-Hudson (8)"},
	}}}
	if !reflect.DeepEqual(cal, want) {
		t.Errorf("got  %+v\nwant %+v", cal, want)
	}
}

func TestOutlookCancellation(t *testing.T) {
	cal, err := Decode([]byte("\xef\xbb\xbfBEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\n"+
		"ORGANIZER;CN=\"Nair; Priya\":MAILTO:priya@northwind.example\nUID:040000008200E0\n"+
		"SUMMARY;LANGUAGE=en-US:Canceled: Interview\nDTSTART;TZID=W. Europe Standard Time:20270105T100000\n"+
		"DTEND;TZID=W. Europe Standard Time:20270105T110000\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\n"+
		"DESCRIPTION;LANGUAGE=en-US:folded with\n\t a tab\nX-ALT-DESC;FMTTYPE=text/html:<p>Hi</p>\n"+
		"X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/19%3a\nEND:VEVENT\nEND:VCALENDAR"), nil)
	if err != nil {
		t.Fatal(err)
	}
	e := cal.Events[0]
	switch {
	case cal.Method != "CANCEL", e.Status != Cancelled:
		t.Errorf("method %q, status %q", cal.Method, e.Status)
	case e.Start.Format(time.RFC3339) != "2027-01-05T10:00:00+01:00", e.Zone != "Europe/Berlin":
		t.Errorf("start %v in %q", e.Start, e.Zone)
	case e.Organizer.Name != "Nair; Priya", e.Organizer.Email != "priya@northwind.example":
		t.Errorf("organizer %+v", e.Organizer)
	case e.Description != "folded with a tab", e.HTML != "<p>Hi</p>", len(e.Links) != 1:
		t.Errorf("description %q, html %q, links %v", e.Description, e.HTML, e.Links)
	case len(e.Conflicts) != 0, len(cal.Limits) != 0:
		t.Errorf("conflicts %v, limits %v", e.Conflicts, cal.Limits)
	}
}

func TestTimesAsSendersWriteThem(t *testing.T) {
	paris, _ := zone.Load("Europe/Paris")
	rows := []struct {
		name       string
		lines      []string
		start, end string
		zone       string
		floating   bool
		conflict   bool
	}{
		{"UTC", []string{"DTSTART:20261203T190000Z", "DTEND:20261203T194500Z"}, "2026-12-03T19:00:00Z", "2026-12-03T19:45:00Z", "UTC", false, false},
		{"duration instead of an end", []string{"DTSTART:20261203T190000Z", "DURATION:PT1H30M"}, "2026-12-03T19:00:00Z", "2026-12-03T20:30:00Z", "UTC", false, false},
		{"floating", []string{"DTSTART:20261203T140000"}, "2026-12-03T14:00:00+01:00", "", "Europe/Paris", true, false},
		{"no seconds", []string{"DTSTART:20261203T1400"}, "2026-12-03T14:00:00+01:00", "", "Europe/Paris", true, false},
		{"ISO 8601", []string{"DTSTART:2026-12-03T14:00:00-05:00"}, "2026-12-03T19:00:00Z", "", "UTC", false, false},
		{"unquoted zone with a colon", []string{"DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna:20260703T140000"},
			"2026-07-03T14:00:00+02:00", "", "Europe/Berlin", false, false},
		{"zone unknown", []string{"DTSTART;TZID=Head Office:20261203T140000"}, "2026-12-03T14:00:00+01:00", "", "Europe/Paris", true, true},
		{"UTC and a zone", []string{"DTSTART;TZID=America/Denver:20261203T140000Z"}, "2026-12-03T14:00:00Z", "", "UTC", false, true},
		{"end before start", []string{"DTSTART:20261203T190000Z", "DTEND:20261203T180000Z"}, "2026-12-03T19:00:00Z", "", "UTC", false, true},
		{"end equal to start", []string{"DTSTART:20261203T190000Z", "DTEND:20261203T190000Z"}, "2026-12-03T19:00:00Z", "", "UTC", false, false},
		{"400 days", []string{"DTSTART:20261203T190000Z", "DURATION:P400D"}, "2026-12-03T19:00:00Z", "", "UTC", false, true},
		{"a date for an end", []string{"DTSTART:20261203T190000Z", "DTEND;VALUE=DATE:20261203"}, "2026-12-03T19:00:00Z", "", "UTC", false, false},
		{"lower case", []string{"dtstart;tzid=europe/berlin:20261203t140000"}, "2026-12-03T14:00:00+01:00", "", "Europe/Berlin", false, false},
		{"an end without a zone", []string{"DTSTART;TZID=America/New_York:20261203T140000", "DTEND:20261203T150000"}, "2026-12-03T14:00:00-05:00", "2026-12-03T15:00:00-05:00", "America/New_York", false, false},
		{"the zone as a property", []string{"TZID:America/New_York", "DTSTART:20261203T140000", "DTEND:20261203T150000"}, "2026-12-03T14:00:00-05:00", "2026-12-03T15:00:00-05:00", "America/New_York", false, false},
		{"a day across the change of the clocks", []string{"DTSTART;TZID=America/New_York:20261031T110000", "DURATION:P1D"}, "2026-10-31T11:00:00-04:00", "2026-11-01T11:00:00-05:00", "America/New_York", false, true},
		{"24 hours across it", []string{"DTSTART;TZID=America/New_York:20261031T110000", "DURATION:PT24H"}, "2026-10-31T11:00:00-04:00", "2026-11-01T10:00:00-05:00", "America/New_York", false, true},
		{"no start", []string{"UID:x"}, "", "", "", false, false},
		{"nonsense", []string{"DTSTART:soon"}, "", "", "", false, false},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			cal, err := Decode(file(row.lines...), paris)
			if err != nil {
				t.Fatal(err)
			}
			e := cal.Events[0]
			if got := stamp(e.Start); got != row.start {
				t.Errorf("start %s, want %s", got, row.start)
			}
			if got := stamp(e.End); got != row.end {
				t.Errorf("end %s, want %s", got, row.end)
			}
			if e.Zone != row.zone || e.Floating != row.floating || (len(e.Conflicts) > 0) != row.conflict {
				t.Errorf("zone %q, floating %v, conflicts %v", e.Zone, e.Floating, e.Conflicts)
			}
		})
	}
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

func TestDaysAlone(t *testing.T) {
	e := one(t, file("DTSTART;VALUE=DATE:20261203", "DTEND;VALUE=DATE:20261205"))
	if !e.AllDay || stamp(e.Start) != "2026-12-03T00:00:00Z" || stamp(e.End) != "2026-12-05T00:00:00Z" {
		t.Errorf("all day %v from %v to %v", e.AllDay, e.Start, e.End)
	}
	e = one(t, file("DTSTART;VALUE=DATE:20261203", "DURATION:P2D"))
	if !e.AllDay || stamp(e.End) != "2026-12-05T00:00:00Z" {
		t.Errorf("two days: all day %v until %v", e.AllDay, e.End)
	}
	e = one(t, file("DTSTART;TZID=Europe/Rome:20261203T000000", "DTEND;TZID=Europe/Rome:20261204T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"))
	if !e.AllDay || e.Zone != "Europe/Rome" {
		t.Errorf("Outlook's all-day event: %v in %q", e.AllDay, e.Zone)
	}
}

func TestOneBadLineCostsOnlyItself(t *testing.T) {
	rows := []struct{ name, line string }{
		{"no colon", "garbage"}, {"attendee without a colon", "ATTENDEE;CN=foo"}, {"text after a quoted parameter", `SUMMARY;CN="foo"bar:x`},
		{"quote never closed", `ATTENDEE;CN="foo:mailto:a@b.example`}, {"parameter without a name", "X;=1:2"}, {"empty name", ":x"},
		{"end of something else", "END:VTODO"}, {"alarm never ended", "BEGIN:VALARM"}, {"control characters", "COMMENT:a\x00\x07b\rATTACH:c"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			cal, err := Decode(file("UID:u", row.line, "DTSTART:20261203T190000Z"), nil)
			if err != nil || len(cal.Events) != 1 || cal.Events[0].UID != "u" {
				t.Fatalf("%+v, %v", cal, err)
			}
			if row.name != "alarm never ended" && cal.Events[0].Start.IsZero() {
				t.Error("the line after it was lost")
			}
		})
	}
}

func TestText(t *testing.T) {
	rows := []struct{ name, line, summary, description string }{
		{"comma unescaped", "SUMMARY:Interview, round 2", "Interview, round 2", ""},
		{"unknown escape", `SUMMARY:C:\Users \: a\, b\; c\\d`, `C:\Users : a, b; c\d`, ""},
		{"line ends", `DESCRIPTION:one\ntwo\Nthree`, "", "one\ntwo\nthree"},
		{"raw line ends", "DESCRIPTION:one\r\nand two\r\n(three)", "", "one\nand two\n(three)"},
		{"quoted-printable of vCalendar 1.0", "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Entretien =C3=\r\n=A0 Paris", "Entretien à Paris", ""},
		{"Windows-1252", "SUMMARY:Gespr\xe4ch", "Gespräch", ""},
		{"folded within a character", "SUMMARY:Gespr\xc3\r\n \xa4ch", "Gespräch", ""},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			e := one(t, file(row.line))
			if e.Summary != row.summary || e.Description != row.description {
				t.Errorf("summary %q, description %q", e.Summary, e.Description)
			}
		})
	}
}

func TestPeople(t *testing.T) {
	rows := []struct {
		line  string
		want  interview.Person
		rooms int
	}{
		{"ATTENDEE;CN=Dana: VP Engineering:mailto:dana@northwind.example", interview.Person{Name: "Dana: VP Engineering", Email: "dana@northwind.example"}, 0},
		{"ATTENDEE;CN=Whitfield, Dana:MAILTO:dana@northwind.example?subject=x", interview.Person{Name: "Whitfield, Dana", Email: "dana@northwind.example"}, 0},
		{"ATTENDEE;CN='Dana Whitfield';EMAIL=dana@northwind.example:invalid:nomail", interview.Person{Name: "Dana Whitfield", Email: "dana@northwind.example"}, 0},
		{`ATTENDEE;CN="mailto:dana@northwind.example":mailto:dana@northwind.example`, interview.Person{Email: "dana@northwind.example"}, 0},
		{"ATTENDEE;CN=Hudson:mailto:c_188@resource.calendar.google.com", interview.Person{}, 1},
		{"ATTENDEE;CUTYPE=ROOM;CN=Hudson:mailto:hudson@northwind.example", interview.Person{}, 1},
		{"ATTENDEE;CUTYPE=GROUP;CN=Data team:mailto:data@northwind.example", interview.Person{}, 0},
		{"ATTENDEE:mailto:two@at@northwind.example", interview.Person{}, 0},
	}
	for _, row := range rows {
		e := one(t, file(row.line, row.line)) // twice is once
		var got interview.Person
		if len(e.Attendees) > 0 {
			got = e.Attendees[0]
		}
		if got != row.want || len(e.Attendees) > 1 || len(e.Rooms) != row.rooms {
			t.Errorf("%s: %+v, rooms %v", row.line, e.Attendees, e.Rooms)
		}
	}
}

func TestRecurrenceIsFlaggedAndDropped(t *testing.T) {
	for _, line := range []string{"RRULE:FREQ=SECONDLY;COUNT=1000000000", "RRULE:FREQ=DAILY;INTERVAL=0", "RDATE:20261210T140000Z", "RECURRENCE-ID:20261203T140000Z"} {
		if e := one(t, file("DTSTART:20261203T140000Z", line)); !e.Recurring || stamp(e.Start) != "2026-12-03T14:00:00Z" {
			t.Errorf("%s: recurring %v, start %v", line, e.Recurring, e.Start)
		}
	}
}

func TestBounds(t *testing.T) {
	rows := []struct {
		name  string
		data  []byte
		limit string
	}{
		{"a parameter of 1 MB", file("ATTENDEE;CN=" + strings.Repeat("x", 1000) + ";X=" + strings.Repeat("y", 1<<20) + ":mailto:a@b.example"), LimitSize},
		{"a parameter of 200 KB", file("ATTENDEE;CN=" + strings.Repeat("x", 200<<10) + ":mailto:a@b.example"), LimitParam},
		{"a value of 100 KB", file("SUMMARY:" + strings.Repeat("x", 100<<10)), LimitValue},
		{"three million BEGINs", []byte("BEGIN:VCALENDAR\r\n" + strings.Repeat("BEGIN:X\r\n", 3_000_000)), LimitSize},
		{"nested deep", file(strings.Repeat("BEGIN:X\r\n", 100)), LimitDepth},
		{"many lines", file(strings.Repeat("COMMENT:x\r\n", 3000)), LimitLines},
		{"many events", file(strings.Repeat("END:VEVENT\r\nBEGIN:VEVENT\r\nUID:x\r\n", 30)), LimitEvents},
		{"many attendees", file(strings.Repeat("ATTENDEE:mailto:a@b.example\r\n", 500)), LimitPeople},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			began := time.Now()
			cal, err := Decode(row.data, nil)
			if err != nil {
				t.Fatal(err)
			}
			if len(cal.Limits) == 0 || !strings.Contains(strings.Join(cal.Limits, " "), row.limit) {
				t.Errorf("limits %v, want %s", cal.Limits, row.limit)
			}
			if len(cal.Events) > maxEvents {
				t.Errorf("%d events", len(cal.Events))
			}
			if d := time.Since(began); d > time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
}

func TestWhatIsNoCalendar(t *testing.T) {
	for _, data := range []string{"", "0;0=", "hello", "\xff\xfe"} {
		if _, err := Decode([]byte(data), nil); !errors.Is(err, ErrNoCalendar) {
			t.Errorf("%q: %v", data, err)
		}
	}
	if cal, err := Decode([]byte("BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:1\r\nEND:VTODO\r\nEND:VCALENDAR"), nil); err != nil || len(cal.Events) != 0 {
		t.Errorf("a to-do: %+v, %v", cal, err)
	}
}

func TestSeveralCalendarsInOneFile(t *testing.T) {
	cal, err := Decode(append(file("UID:a"), file("UID:b")...), nil)
	if err != nil || len(cal.Events) != 2 || cal.Events[1].UID != "b" {
		t.Fatalf("%+v, %v", cal, err)
	}
	if cal, err = Decode([]byte("BEGIN:VEVENT\nUID:bare\nSUMMARY:x"), nil); err != nil || len(cal.Events) != 1 {
		t.Fatalf("an event without a calendar around it: %+v, %v", cal, err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(file("DTSTART;TZID=Eastern Standard Time:20261203T140000", "ATTENDEE;CN=\"a\":mailto:a@b.example"))
	f.Add([]byte("0;0="))
	f.Add([]byte("BEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\nDTSTART:16010101T000000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nTZOFFSETTO:+0100\nEND:STANDARD"))
	f.Add([]byte("BEGIN:VEVENT\nSUMMARY;ENCODING=QUOTED-PRINTABLE:=\n=C3\nDURATION:P9999999999W"))
	f.Fuzz(func(t *testing.T, data []byte) {
		cal, err := Decode(data, nil)
		if err != nil && !errors.Is(err, ErrNoCalendar) {
			t.Fatalf("what was let through to the library was malformed: %v", err)
		}
		if len(cal.Events) > maxEvents {
			t.Fatalf("%d events", len(cal.Events))
		}
		for _, e := range cal.Events {
			if len(e.Description) > maxValue || len(e.Attendees) > maxPeople {
				t.Fatal("bounds exceeded")
			}
		}
	})
}
