package ics

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// edit is what she does to the object in her calendar: each old text becomes the new one.
func edit(t *testing.T, object string, oldnew ...string) string {
	t.Helper()
	for i := 0; i < len(oldnew); i += 2 {
		if !strings.Contains(object, oldnew[i]) {
			t.Fatalf("there is no %q in\n%s", oldnew[i], object)
		}
		object = strings.Replace(object, oldnew[i], oldnew[i+1], 1)
	}
	return object
}

func TestMergeKeepsHerEdits(t *testing.T) {
	moved := func(e *Event) { e.Start, e.End, e.Sequence = e.Start.Add(time.Hour), e.End.Add(time.Hour), 3 }
	rows := []struct {
		name    string
		hers    []string // what she changed
		ours    func(*Event)
		has     []string
		hasNot  []string
		changed bool
		edited  bool
	}{
		{"nobody changed anything", nil, nil, nil, nil, false, false},
		{"only we moved it", nil, moved, []string{"DTSTART:20261203T200000Z", "SEQUENCE:3"}, []string{"DTSTART:20261203T190000Z"}, true, false},
		{"she wrote a note of her own, we moved it",
			[]string{"END:VEVENT", "COMMENT:ask about\r\n\t the team\r\nX-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC\r\nEND:VEVENT"}, moved,
			[]string{"COMMENT:ask about\r\n\t the team\r\n", "X-APPLE-TRAVEL", "DTSTART:20261203T200000Z"}, nil, true, true},
		{"she renamed it, we moved it", []string{"SUMMARY:Interview", "SUMMARY:BIG DAY"}, moved, []string{"SUMMARY:BIG DAY", "DTSTART:20261203T200000Z"}, nil, true, true},
		{"she renamed it, so did we", []string{"SUMMARY:Interview", "SUMMARY:BIG DAY"}, func(e *Event) { e.Summary = "Interview, round 3" }, []string{"SUMMARY:BIG DAY"}, []string{"round 3"}, false, true},
		{"she moved it, we have a new link", []string{"DTSTART:20261203T190000Z", "DTSTART;TZID=Europe/Berlin:20261203T193000"}, func(e *Event) { e.URL = "https://meet.google.com/abc" },
			[]string{"DTSTART;TZID=Europe/Berlin:20261203T193000", "URL:https://meet.google.com/abc"}, nil, true, true},
		{"both moved it", []string{"DTSTART:20261203T190000Z", "DTSTART:20261203T193000Z"}, moved, []string{"DTSTART:20261203T200000Z", "DTEND:20261203T204500Z"}, []string{"193000Z"}, true, false},
		{"her calendar wrote the same time another way", []string{"DTSTART:20261203T190000Z", "DTSTART;TZID=America/New_York:20261203T140000", "DTEND:20261203T194500Z", "DURATION:PT45M"},
			nil, []string{"TZID=America/New_York"}, nil, false, true},
		{"she threw the alarms out, we cancelled", []string{"BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Interview\\, round 2: Northwind Traders (Senior Data Engineer)\r\nTRIGGER:-P1D\r\nEND:VALARM\r\n", ""},
			func(e *Event) { e.Status, e.Alarms, e.Sequence = Cancelled, nil, 3 }, []string{"STATUS:CANCELLED", "TRIGGER:-PT1H"}, []string{"TRIGGER:-P1D"}, true, true},
		{"we cancelled", nil, func(e *Event) { e.Status, e.Alarms, e.Sequence = Cancelled, nil, 3 }, []string{"STATUS:CANCELLED"}, []string{"VALARM"}, true, false},
		{"she dismissed an alarm, we moved it", []string{"TRIGGER:-P1D", "TRIGGER:-P1D\r\nACKNOWLEDGED:20261202T190000Z"}, moved, []string{"ACKNOWLEDGED", "DTSTART:20261203T200000Z"}, nil, true, false},
		{"her calendar counts further than we do", []string{"SEQUENCE:2", "SEQUENCE:9"}, moved, []string{"SEQUENCE:9"}, []string{"SEQUENCE:3"}, true, false},
		{"she deleted the description, we wrote a new one", []string{"DESCRIPTION:With: Dana Whitfield\\, VP Engineering\\nJoin: https://zoom.us/j/\r\n 123456789\r\n", ""},
			func(e *Event) { e.Description = "With: Sam" }, nil, []string{"Sam"}, false, true},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			e := ourEvent()
			wrote := encode(t, e)
			print, err := Fingerprint([]byte(wrote), e.UID)
			if err != nil {
				t.Fatal(err)
			}
			if row.ours != nil {
				row.ours(&e)
			}
			theirs := edit(t, wrote, row.hers...)
			m, err := Merge([]byte(theirs), []byte(encode(t, e)), e.UID, print)
			if err != nil {
				t.Fatal(err)
			}
			if m.Changed != row.changed || m.Edited != row.edited {
				t.Errorf("changed %v, edited %v", m.Changed, m.Edited)
			}
			if !m.Changed && string(m.Data) != theirs {
				t.Error("unchanged, and yet other bytes")
			}
			for _, want := range row.has {
				if !strings.Contains(string(m.Data), want) {
					t.Errorf("%q is missing in\n%s", want, m.Data)
				}
			}
			for _, not := range row.hasNot {
				if strings.Contains(string(m.Data), not) {
					t.Errorf("%q is still in\n%s", not, m.Data)
				}
			}
			if got := one(t, m.Data); got.UID != e.UID {
				t.Errorf("the merged object cannot be read: %s", m.Data)
			}
		})
	}
}

// What she changed once stays hers through every later version of ours.
func TestMergeKeepsHerEditsThroughManyVersions(t *testing.T) {
	e := ourEvent()
	lies := encode(t, e)
	last, _ := Fingerprint([]byte(lies), e.UID)
	lies = edit(t, lies, "SUMMARY:Interview", "SUMMARY:BIG DAY")
	for i := range 5 {
		e.Start, e.End, e.Sequence = e.Start.Add(time.Hour), e.End.Add(time.Hour), e.Sequence+1
		ours := encode(t, e)
		m, err := Merge([]byte(lies), []byte(ours), e.UID, last)
		if err != nil || !m.Changed || !m.Edited || !strings.Contains(string(m.Data), "SUMMARY:BIG DAY") {
			t.Fatalf("version %d: %+v, %v", i, m, err)
		}
		lies = string(m.Data)
		last, _ = Fingerprint([]byte(ours), e.UID)
		if again, _ := Merge([]byte(lies), []byte(ours), e.UID, last); again.Changed {
			t.Fatalf("version %d is merged twice", i)
		}
	}
}

func TestMergeLeavesWhatIsNotOurs(t *testing.T) {
	dentist := file("UID:dentist@home.example", "DTSTART:20261203T190000Z", "SUMMARY:Dentist")
	if _, err := Merge(dentist, []byte(encode(t, ourEvent())), ourEvent().UID, ""); !errors.Is(err, ErrForeign) {
		t.Errorf("an object of hers: %v", err)
	}
	for _, data := range []string{"", "garbage", "BEGIN:VEVENT\r\nUID:rt-k7qf@mail.example\r\n"} {
		if _, err := Fingerprint([]byte(data), ourEvent().UID); err == nil {
			t.Errorf("%q has an event of ours", data)
		}
	}
}

func TestWithdraw(t *testing.T) {
	e := ourEvent()
	wrote := encode(t, e)
	print, _ := Fingerprint([]byte(wrote), e.UID)
	theirs := edit(t, wrote, "SUMMARY:Interview", "SUMMARY:BIG DAY")
	ours, err := Withdraw([]byte(theirs), e.UID)
	if err != nil {
		t.Fatal(err)
	}
	m, err := Merge([]byte(theirs), ours, e.UID, print)
	if err != nil || !m.Changed {
		t.Fatalf("%+v, %v", m, err)
	}
	got := one(t, m.Data)
	if got.Status != Cancelled || got.Sequence != 3 || !strings.HasPrefix(got.Summary, "BIG DAY") || !got.Start.Equal(e.Start) || strings.Contains(string(m.Data), "VALARM") {
		t.Errorf("%s", m.Data)
	}
	if _, err := Withdraw([]byte(wrote), "another@mail.example"); !errors.Is(err, ErrForeign) {
		t.Errorf("an event that is not there: %v", err)
	}
}

func TestMergeWithinASeries(t *testing.T) {
	e := ourEvent()
	wrote := encode(t, e)
	exception := "BEGIN:VEVENT\r\nUID:" + e.UID + "\r\nRECURRENCE-ID:20261210T190000Z\r\nDTSTART:20261210T200000Z\r\nEND:VEVENT\r\n"
	theirs := edit(t, wrote, "BEGIN:VEVENT\r\n", exception+"BEGIN:VEVENT\r\n", "END:VEVENT\r\nEND:VCALENDAR", "RRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\nEND:VCALENDAR")
	e.Start, e.End = e.Start.Add(time.Hour), e.End.Add(time.Hour)
	m, err := Merge([]byte(theirs), []byte(encode(t, e)), e.UID, "")
	if err != nil || !m.Changed || !strings.Contains(string(m.Data), exception) || !strings.Contains(string(m.Data), "RRULE:FREQ=WEEKLY") {
		t.Errorf("%+v, %v\n%s", m, err, m.Data)
	}
}

func TestMergeIntoALargeObjectIsQuick(t *testing.T) {
	e := ourEvent()
	wrote := encode(t, e)
	attached := "ATTACH;ENCODING=BASE64:" + strings.Repeat("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=\r\n ", 80_000) + "\r\n"
	theirs := edit(t, wrote, "END:VEVENT", attached+"END:VEVENT")
	e.URL = "https://meet.google.com/abc"
	began := time.Now()
	m, err := Merge([]byte(theirs), []byte(encode(t, e)), e.UID, "")
	if err != nil || !m.Changed && !m.Edited || !strings.Contains(string(m.Data), attached) {
		t.Errorf("changed %v, edited %v, %v", m.Changed, m.Edited, err)
	}
	if d := time.Since(began); d > 2*time.Second {
		t.Errorf("took %v", d)
	}
}

func FuzzMerge(f *testing.F) {
	f.Add([]byte("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:rt-k7qf@mail.example\nDTSTART:20261203T200000Z\nBEGIN:VALARM\nTRIGGER:-PT1H\nEND:VALARM\nSUMMARY:x\n y\nEND:VEVENT\nEND:VCALENDAR"))
	f.Fuzz(func(t *testing.T, theirs []byte) {
		e := ourEvent()
		ours, err := Encode(Calendar{Events: []Event{e}})
		if err != nil {
			t.Fatal(err)
		}
		m, err := Merge(theirs, ours, e.UID, "")
		if err != nil || !m.Changed {
			return
		}
		again, err := Merge(m.Data, ours, e.UID, "")
		if err != nil || again.Changed {
			t.Fatalf("merged twice: %v\n%s\n%s", err, m.Data, again.Data)
		}
	})
}
