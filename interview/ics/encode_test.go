package ics

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"roundtwo/interview/zone"
)

var thursday = time.Date(2026, 12, 3, 19, 0, 0, 0, time.UTC)

func ourEvent() Event {
	return Event{
		UID: "rt-k7qf@mail.example", Sequence: 2, Stamp: thursday.AddDate(0, 0, -8), Start: thursday, End: thursday.Add(45 * time.Minute),
		Summary: "Interview, round 2: Northwind Traders (Senior Data Engineer)", Description: "With: Dana Whitfield, VP Engineering\nJoin: https://zoom.us/j/123456789",
		Location: "NYC, floor 4; ring twice", URL: "https://zoom.us/j/123456789", Status: Tentative, Alarms: []time.Duration{24 * time.Hour, time.Hour, 90 * time.Minute},
	}
}

func encode(t *testing.T, e Event) string {
	t.Helper()
	out, err := Encode(Calendar{Events: []Event{e}})
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestEncodeIsReadBackTheSame(t *testing.T) {
	e := ourEvent()
	got := one(t, []byte(encode(t, e)))
	e.Alarms, e.Zone = nil, "UTC"
	if !reflect.DeepEqual(got, e) {
		t.Errorf("got  %+v\nwant %+v", got, e)
	}
}

func TestEncodedBytes(t *testing.T) {
	e := ourEvent()
	e.Description = strings.Repeat("Gespräch mit 株式会社 ", 40)
	out := encode(t, e)
	for l := range strings.SplitSeq(strings.TrimSuffix(out, "\r\n"), "\r\n") {
		if len(l) > 75 || !utf8.ValidString(l) || strings.ContainsAny(l, "\r\n") {
			t.Errorf("line of %d octets: %q", len(l), l)
		}
	}
	for _, want := range []string{"DTSTART:20261203T190000Z\r\n", "SEQUENCE:2\r\n", "TRIGGER:-P1D\r\n", "TRIGGER:-PT1H\r\n", "TRIGGER:-PT90M\r\n", "ACTION:DISPLAY\r\n", "PRODID:-//roundtwo"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in\n%s", want, out)
		}
	}
	if strings.Contains(out, "METHOD") {
		t.Error("a method that nobody asked for")
	}
}

func TestEncodeWritesNoPeople(t *testing.T) {
	e := ourEvent()
	e.Organizer.Email, e.Attendees = "priya@northwind.example", append(e.Attendees, e.Organizer)
	if out := encode(t, e); strings.Contains(out, "ATTENDEE") || strings.Contains(out, "ORGANIZER") || strings.Contains(out, "priya") {
		t.Errorf("people in\n%s", out)
	}
}

func TestTimesLeaveInUTC(t *testing.T) {
	for _, loc := range []*time.Location{time.FixedZone("", 7200), time.FixedZone("X", -18000), time.Local} {
		e := ourEvent()
		e.Start, e.End = e.Start.In(loc), e.End.In(loc)
		if out := encode(t, e); strings.Contains(out, "TZID") || !strings.Contains(out, "DTSTART:20261203T190000Z") {
			t.Errorf("%v: %s", loc, out)
		}
	}
	ny, _ := zone.Load("America/New_York")
	e := ourEvent()
	e.AllDay, e.Start, e.End = true, time.Date(2026, 12, 3, 0, 0, 0, 0, ny), time.Time{}
	if out := encode(t, e); !strings.Contains(out, "DTSTART;VALUE=DATE:20261203\r\n") || !strings.Contains(out, "DTEND;VALUE=DATE:20261204\r\n") {
		t.Errorf("a day alone: %s", out)
	}
}

func TestForeignTextBecomesNoProperty(t *testing.T) {
	poison := []string{
		"Eve\r\nATTACH:https://evil.example/x", "a\rb", "x\nEND:VEVENT\nBEGIN:VEVENT\nUID:dentist", "nul\x00and\x1bescape", "\u202Egnp.exe",
		`quote " semicolon ; comma , colon : backslash \ end\`, "line\u2028separator", "{{.Secret}} %s", "\xff\xfe broken", strings.Repeat("ü,", 9000),
	}
	for _, p := range poison {
		e := ourEvent()
		e.Summary, e.Location, e.Description, e.URL = p, p, p, "https://zoom.us/"+p
		out := encode(t, e)
		got := one(t, []byte(out))
		if strings.ContainsAny(out, "\x00\x1b\u202e\u2028") {
			t.Errorf("%q: control characters in %q", p, out)
		}
		if n := strings.Count(out, "\r\nATTACH"); n > 0 || strings.Count(out, "\r\nBEGIN:VEVENT") != 1 || got.UID != e.UID {
			t.Errorf("%q became a property:\n%s", p, out)
		}
		if bytes.Contains([]byte(strings.ReplaceAll(out, "\r\n", "")), []byte("\r")) {
			t.Errorf("%q: a lone CR", p)
		}
	}
}

func TestWhatIsNotWritten(t *testing.T) {
	rows := []struct {
		name   string
		change func(*Event)
	}{
		{"no UID", func(e *Event) { e.UID = "" }},
		{"a UID with a line end", func(e *Event) { e.UID = "a\r\nATTENDEE:b" }},
		{"no start", func(e *Event) { e.Start = time.Time{} }},
		{"no stamp", func(e *Event) { e.Stamp = time.Time{} }},
		{"end before start", func(e *Event) { e.End = e.Start.Add(-time.Hour) }},
		{"400 days", func(e *Event) { e.End = e.Start.AddDate(0, 0, 400) }},
		{"the year 12000", func(e *Event) { e.Start = time.Date(12000, 1, 1, 0, 0, 0, 0, time.UTC); e.End = time.Time{} }},
	}
	for _, row := range rows {
		e := ourEvent()
		row.change(&e)
		if out, err := Encode(Calendar{Events: []Event{e}}); err == nil {
			t.Errorf("%s was written:\n%s", row.name, out)
		}
	}
	if _, err := Encode(Calendar{}); err == nil {
		t.Error("an empty calendar was written")
	}
	if _, err := Encode(Calendar{Method: "PUBLISH\r\nX:y", Events: []Event{ourEvent()}}); err == nil {
		t.Error("a method of two lines was written")
	}
	if out, err := Encode(Calendar{Method: "PUBLISH", Events: []Event{ourEvent()}}); err != nil || !bytes.Contains(out, []byte("METHOD:PUBLISH\r\n")) {
		t.Errorf("PUBLISH: %v\n%s", err, out)
	}
}

func FuzzEncode(f *testing.F) {
	f.Add("Interview, round 2", "With: Dana\nJoin", "NYC; 4", "https://zoom.us/j/1", int64(1796324400), 45)
	f.Add("a\r\nATTACH:b", "\\n\\", "\"", "https://x\x00", int64(-1), 0)
	f.Fuzz(func(t *testing.T, summary, description, location, link string, start int64, minutes int) {
		e := ourEvent()
		e.Summary, e.Description, e.Location, e.URL = summary, description, location, link
		e.Start = time.Unix(start%4e9, 0)
		e.End = e.Start.Add(time.Duration(minutes%10000) * time.Minute)
		out, err := Encode(Calendar{Events: []Event{e}})
		if ordinary := e.End.After(e.Start); ordinary != (err == nil) {
			t.Fatalf("from %v to %v: %v", e.Start, e.End, err)
		}
		if err != nil {
			return
		}
		print, err := Fingerprint(out, e.UID)
		if err != nil {
			t.Fatal(err)
		}
		m, err := Merge(out, out, e.UID, print)
		if err != nil || m.Changed || m.Edited {
			t.Fatalf("merged with itself: %+v, %v", m, err)
		}
	})
}
