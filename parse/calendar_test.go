package parse

import (
	"fmt"
	"strings"
	"testing"

	"roundtwo/interview"
)

// invite is a mail with a text and calendar parts beside it, each given by its METHOD and the lines of its components.
func invite(subject, text string, calendars ...string) []byte {
	var b strings.Builder
	b.WriteString("From: Leonor Pires <leonor@salgado.example>\r\nTo: Casey Morgan <casey@mail.example>\r\nSubject: " + subject +
		"\r\nDate: Mon, 16 Nov 2026 09:30:00 +0000\r\nMessage-ID: <c1@salgado.example>\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/mixed; boundary=cut\r\n\r\n--cut\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n")
	for _, c := range calendars {
		method, lines, _ := strings.Cut(c, "\n")
		b.WriteString("--cut\r\nContent-Type: text/calendar; charset=utf-8; method=" + method + "\r\n\r\nBEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:" + method +
			"\r\n" + strings.ReplaceAll(strings.TrimSpace(lines), "\n", "\r\n") + "\r\nEND:VCALENDAR\r\n")
	}
	return []byte(b.String() + "--cut--\r\n")
}

// vevent makes a component of lines.
func vevent(lines ...string) string {
	return "BEGIN:VEVENT\n" + strings.Join(lines, "\n") + "\nEND:VEVENT"
}

// basics are how most of the stories go on: a second interview on 26 November for an analyst at Salgado.
var basics = []string{"UID:s2@salgado.example", "DTSTART:20261126T150000Z", "DTEND:20261126T154500Z", "SUMMARY:Second interview: Analyst at Salgado"}

func interviewers(f Finding) string { return strings.Join(names(f.Interviewers), ", ") }

func TestWhoDeclinedIsNotMet(t *testing.T) {
	lines := append([]string{
		"ORGANIZER;CN=Leonor Pires:mailto:leonor@salgado.example",
		"ATTENDEE;PARTSTAT=DECLINED;CN=Gil Amado:mailto:gil@salgado.example",
		"ATTENDEE;PARTSTAT=ACCEPTED;CN=Tess Okafor:mailto:tess@salgado.example",
	}, basics...)
	f := Message(invite("Second interview: Analyst", "", "REQUEST\n"+vevent(lines...)), "Europe/London")
	if interviewers(f) != "Tess Okafor" || f.Kind != interview.Invitation {
		t.Errorf("%s with %s; Gil said no", f.Kind, interviewers(f))
	}
	f = Message(invite("Second interview: Analyst", "Hi Casey,\r\n\r\nYour second interview is confirmed. You will meet Tess Okafor and Gil Amado.\r\n\r\nLeonor", "REQUEST\n"+vevent(lines...)), "Europe/London")
	if interviewers(f) != "Tess Okafor" {
		t.Errorf("%s; the text is older than Gil's answer", interviewers(f))
	}
	lines[1] = "ATTENDEE;PARTSTAT=DECLINED;CN=\"Amado, Gil\":mailto:gil@salgado.example"
	f = Message(invite("Second interview: Analyst", "Hi Casey,\r\n\r\nYour second interview is confirmed. You will meet Tess Okafor and Gil Amado.\r\n\r\nLeonor", "REQUEST\n"+vevent(lines...)), "Europe/London")
	if interviewers(f) != "Tess Okafor" {
		t.Errorf("%s; Gil said no under his name as a directory has it", interviewers(f))
	}
}

// An attendee proposes another hour: she is told, and nothing moves.
func TestACounterFixesNothing(t *testing.T) {
	for name, text := range map[string]string{
		"a line":     "I am in court until three, would four work?",
		"nothing":    "",
		"both times": "Could we say 4 pm GMT on 26 November in place of 3 pm GMT?",
	} {
		f := Message(invite("New Time Proposed: Second interview Analyst", text,
			"COUNTER\n"+vevent("UID:s2@salgado.example", "DTSTART:20261126T160000Z", "DTEND:20261126T164500Z", "SUMMARY:Second interview Analyst",
				"X-MS-OLK-ORIGINALSTART:20261126T150000Z")), "Europe/London")
		if f.Kind != interview.Reschedule || !f.Proposal || len(f.Sessions) != 0 || len(f.Options) == 0 || len(f.Was) != 1 {
			t.Errorf("%s: %s, proposal %v, sessions %s, options %s, was %s", name, f.Kind, f.Proposal, times(f.Sessions), times(f.Options), times(f.Was))
		}
	}
}

// A series, and in the same file the one occurrence of it that moved: only that is news.
func TestOverrideBesideItsSeries(t *testing.T) {
	series := vevent("UID:ser@salgado.example", "DTSTART;TZID=Europe/Lisbon:20261119T090000", "DTEND;TZID=Europe/Lisbon:20261119T100000",
		"SUMMARY:Second interview", "RRULE:FREQ=WEEKLY;COUNT=3", "SEQUENCE:4")
	moved := vevent("UID:ser@salgado.example", "DTSTART;TZID=Europe/Lisbon:20261126T113000", "DTEND;TZID=Europe/Lisbon:20261126T123000",
		"SUMMARY:Second interview", "RECURRENCE-ID;TZID=Europe/Lisbon:20261126T090000", "SEQUENCE:4")
	text := "Leonor Pires changed an event: Second interview for the analyst position\r\n\r\nBefore: Thursday, 26 November 2026, 09:00 (Lisbon time)\r\nNow: Thursday, 26 November 2026, 11:30 (Lisbon time)"
	for name, body := range map[string]string{"both times in the text": text, "none": "Your second interview for the analyst position has a new time, see the file."} {
		for order, list := range map[string]string{"series first": series + "\n" + moved, "override first": moved + "\n" + series} {
			f := Message(invite("Changed: Second interview", body, "REQUEST\n"+list), "Europe/London")
			if times(f.Sessions) != "2026-11-26T11:30:00Z" || len(f.Conflicts) > 0 || f.Kind == interview.Other {
				t.Errorf("%s, %s: %s at %s, was %s, conflicts %v", name, order, f.Kind, times(f.Sessions), times(f.Was), f.Conflicts)
			}
		}
	}
	// The series alone is its first occurrence.
	f := Message(invite("Second interview", "Your second interview for the analyst position is in the file.", "REQUEST\n"+series), "Europe/London")
	if times(f.Sessions) != "2026-11-19T09:00:00Z" {
		t.Errorf("the series alone: %s", times(f.Sessions))
	}
}

// A clock time with a Z beside its zone has two readings. A text that agrees with one of them settles it.
func TestTextSettlesAContradictionOfTheFile(t *testing.T) {
	file := "REQUEST\n" + vevent("UID:z@salgado.example", "DTSTART;TZID=America/Denver:20261126T100000Z", "DTEND;TZID=America/Denver:20261126T104500Z", "SUMMARY:Second interview")
	for _, row := range []struct {
		name, text string
		starts     string
		readings   int
	}{
		{"in its zone", "Your second interview for the analyst role is on Thursday, November 26, 2026 at 10:00 AM MST.", "2026-11-26T10:00:00-07:00", 0},
		{"in another zone", "Your second interview for the analyst role is on Thursday, November 26, 2026 at 12:00 PM Eastern Time.", "2026-11-26T10:00:00-07:00", 0},
		{"no time", "Your second interview for the analyst role is in the file below.", "2026-11-26T10:00:00Z", 2},
		{"the clock without a zone", "Your second interview for the analyst role is on Thursday, November 26, 2026 at 10:00.", "2026-11-26T10:00:00Z", 2},
		{"a third time", "Your second interview for the analyst role is on Thursday, November 26, 2026 at 3:00 PM MST.", "", 3},
	} {
		f := Message(invite("Second interview", row.text, file), "America/Chicago")
		readings := 0
		if len(f.Conflicts) > 0 {
			readings = len(f.Conflicts[0].Readings)
		}
		if len(f.Conflicts) > 1 || readings != row.readings || row.starts != "" && (len(f.Sessions) != 1 || !sameInstant(times(f.Sessions), row.starts)) {
			t.Errorf("%s: %s, conflicts %v; want %s with %d readings", row.name, times(f.Sessions), f.Conflicts, row.starts, row.readings)
		}
	}
}

// A zone whose name nobody knows is asked, unless the text says which it is.
func TestTextSettlesAnUnknownZone(t *testing.T) {
	file := "REQUEST\n" + vevent("UID:u@salgado.example", "DTSTART;TZID=Annex Building:20261126T100000", "SUMMARY:Second interview")
	f := Message(invite("Second interview", "Your second interview for the analyst role is in the file below.", file), "America/Chicago")
	if len(f.Conflicts) != 1 || len(f.Conflicts[0].Sessions) != 2 || !f.Sessions[0].ZoneAssumed {
		t.Errorf("conflicts %v, sessions %+v; the zone is to be asked", f.Conflicts, f.Sessions)
	}
	f = Message(invite("Second interview", "Your second interview for the analyst role is in the file below. All times are Mountain Time.", file), "America/Chicago")
	if len(f.Conflicts) != 0 || times(f.Sessions) != "2026-11-26T10:00:00-07:00" {
		t.Errorf("conflicts %v, sessions %s; the text says which zone", f.Conflicts, times(f.Sessions))
	}
}

// What the text lists and what the file has cannot both be right.
func TestTextAgainstCalendarPart(t *testing.T) {
	agenda := "Your second round for the analyst position is on Thursday, 26 November 2026:\r\n\r\n10:00 - 10:45 GMT Case study with Tess Okafor\r\n11:00 - 11:45 GMT Talk with Gil Amado\r\n"
	at := func(start, end string) string {
		return "REQUEST\n" + vevent("UID:a@salgado.example", start, end, "SUMMARY:Second round")
	}
	for _, row := range []struct {
		name, text, file string
		conflict         bool
	}{
		{"the event spans the day", agenda, at("DTSTART:20261126T100000Z", "DTEND:20261126T120000Z"), false},
		{"the event is the first talk", agenda, at("DTSTART:20261126T100000Z", "DTEND:20261126T104500Z"), false},
		{"the event is a day late", agenda, at("DTSTART:20261127T100000Z", "DTEND:20261127T120000Z"), true},
		{"the whole of that day", agenda, at("DTSTART;VALUE=DATE:20261126", "DTEND;VALUE=DATE:20261127"), false},
		{"the whole of another day", agenda, at("DTSTART;VALUE=DATE:20261125", "DTEND;VALUE=DATE:20261126"), true},
		{"one time, the whole of another day", "Your second interview for the analyst position is on Thursday, 26 November 2026 at 10:00 GMT.", at("DTSTART;VALUE=DATE:20261127", "DTEND;VALUE=DATE:20261128"), true},
		{"one time, the whole of that day", "Your second interview for the analyst position is on Thursday, 26 November 2026 at 10:00 GMT.", at("DTSTART;VALUE=DATE:20261126", "DTEND;VALUE=DATE:20261127"), false},
	} {
		f := Message(invite("Second round", row.text, row.file), "Europe/London")
		if len(f.Conflicts) > 0 != row.conflict {
			t.Errorf("%s: conflicts %v", row.name, f.Conflicts)
		}
		for _, c := range f.Conflicts {
			if len(c.Readings) != len(c.Sessions) || len(c.Sessions) < 2 {
				t.Errorf("%s: %d readings, %d sessions", row.name, len(c.Readings), len(c.Sessions))
			}
		}
	}
}

// A day on site written from midnight to midnight is a day, no appointment in the night.
func TestADayOnSiteIsNoNight(t *testing.T) {
	f := Message(invite("On-site day: Analyst", "Hi Casey,\r\n\r\nplease keep Thursday, 26 November free for the on-site interviews (second round, Analyst). The plan of the day follows.\r\n\r\nLeonor",
		"REQUEST\n"+vevent("UID:d@salgado.example", "DTSTART;TZID=Europe/Lisbon:20261126T000000", "DTEND;TZID=Europe/Lisbon:20261127T000000", "SUMMARY:On-site interviews")), "Europe/London")
	if times(f.Sessions) != "2026-11-26" || len(f.Conflicts) > 0 {
		t.Errorf("%s, conflicts %v", times(f.Sessions), f.Conflicts)
	}
}

// The link of the event goes before those that its description also has, on whatever host it is.
func TestTheEventsOwnLink(t *testing.T) {
	prose := `DESCRIPTION:You meet Tess Okafor.\nLast year's open day: https://zoom.us/j/55500011100\nOur office tour: https://teams.microsoft.com/l/meetup-join/19%3atour/0`
	for _, row := range []struct {
		name, line, link string
		format           interview.Format
	}{
		{"Google's property", "X-GOOGLE-CONFERENCE:https://meet.google.com/pqr-stuv-wxy", "https://meet.google.com/pqr-stuv-wxy", interview.Video},
		{"CONFERENCE", "CONFERENCE;VALUE=URI;FEATURE=VIDEO,AUDIO:https://sala.salgado.example/r/analyst", "https://sala.salgado.example/r/analyst", interview.Video},
		{"the place, on a server of their own", "LOCATION:https://sala.salgado.example/b/leo-9xk", "https://sala.salgado.example/b/leo-9xk", interview.Video},
		{"the place, with words before it", "LOCATION:Video room: https://sala.salgado.example/b/leo-9xk", "https://sala.salgado.example/b/leo-9xk", interview.Video},
		{"URL", "URL:https://sala.salgado.example/b/leo-9xk", "https://sala.salgado.example/b/leo-9xk", interview.Video},
		{"URL of the page where it is moved", "URL:https://termine.salgado.example/reschedule/7", "https://zoom.us/j/55500011100", interview.Video},
		{"URL of the company", "URL:https://www.salgado.example/", "https://zoom.us/j/55500011100", interview.Video},
		{"a map", "LOCATION:https://maps.google.com/?q=Rua+Nova+4", "https://zoom.us/j/55500011100", interview.Video},
		{"a host that only looks like one", "LOCATION:https://zoom.us.salgado-join.example/j/1", "https://zoom.us/j/55500011100", interview.Video},
	} {
		f := Message(invite("Second interview: Analyst", "", "REQUEST\n"+vevent(append([]string{row.line, prose}, basics...)...)), "Europe/London")
		if f.Link != row.link || f.Format != row.format || strings.Contains(f.Location, "http") {
			t.Errorf("%s: link %q, format %q, location %q", row.name, f.Link, f.Format, f.Location)
		}
		if lookalike := strings.Contains(row.name, "looks like"); lookalike != (len(f.Warnings) > 0) {
			t.Errorf("%s: warnings %v", row.name, f.Warnings)
		}
	}
	f := Message(invite("Second interview: Analyst", "", "REQUEST\n"+vevent(append([]string{"CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+351-21-000-0000,,77#"}, basics...)...)), "Europe/London")
	if f.Phone != "+351-21-000-0000 77#" || f.Format != interview.Phone || f.Link != "" {
		t.Errorf("a number to dial: phone %q, format %q, link %q", f.Phone, f.Format, f.Link)
	}
}

// Outlook forwards a meeting as one calendar part whose words and link stand in a page of HTML only.
func TestDescriptionThatIsAPage(t *testing.T) {
	page := `<html><body><p>Dear Casey\, you will meet <b>Tess Okafor</b>\, Head of Research at Salgado.</p><p><a href="https://teams.microsoft.com/l/meetup-join/19%3aTess/0">Click to join</a></p></body></html>`
	for _, name := range []string{"X-ALT-DESC;FMTTYPE=text/html", "STYLED-DESCRIPTION;VALUE=TEXT;FMTTYPE=text/html"} {
		f := Message(invite("FW: Second interview Analyst", "", "REQUEST\n"+vevent(append([]string{`DESCRIPTION:\n`, name + ":" + page}, basics...)...)), "Europe/London")
		if interviewers(f) != "Tess Okafor" || f.Link != "https://teams.microsoft.com/l/meetup-join/19%3aTess/0" {
			t.Errorf("%s: %s, link %q", name, interviewers(f), f.Link)
		}
	}
}

// The title of the event counts as a subject does: hers may say nothing.
func TestTheTitleSaysWhatItIs(t *testing.T) {
	for name, text := range map[string]string{"no text": "", "a text that says nothing": "Hello Casey,\r\n\r\nplease find the details in the attached file. Do get in touch if you have any questions.\r\n\r\nKind regards\r\nLeonor Pires"} {
		f := Message(invite("For your diary", text, "REQUEST\n"+vevent(append([]string{
			"ORGANIZER;CN=Leonor Pires:mailto:leonor@salgado.example", "ATTENDEE;CN=Tess Okafor:mailto:tess@salgado.example"}, basics...)...)), "Europe/London")
		if f.Kind != interview.Invitation || f.Round != 2 || times(f.Sessions) != "2026-11-26T15:00:00Z" || interviewers(f) != "Tess Okafor" {
			t.Errorf("%s: %s, round %d, %s, %s", name, f.Kind, f.Round, times(f.Sessions), interviewers(f))
		}
	}
	if f := Message(invite("For your diary", "Hello Casey, the details are in the attached file.", "REQUEST\n"+vevent("UID:l@salgado.example", "DTSTART:20261126T120000Z", "SUMMARY:Team lunch")), "Europe/London"); f.Kind != interview.Other {
		t.Errorf("a lunch: %s", f.Kind)
	}
}

// Calendars that were pasted into the text, or sent as a file without a name.
func TestCalendarsThatAreNoPart(t *testing.T) {
	calendar := "BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:PUBLISH\n" + vevent(append([]string{"DESCRIPTION:With Tess Okafor\\, Head of Research."}, basics...)...) + "\nEND:VCALENDAR\n"
	for name, file := range map[string]string{"as it is": calendar, "small letters": strings.NewReplacer("BEGIN", "begin", "END:", "end:", "VCALENDAR", "vcalendar").Replace(calendar), "cut off": strings.TrimSuffix(calendar, "END:VEVENT\nEND:VCALENDAR\n")} {
		text := "Hi Casey,\n\nput the second interview (Analyst) into your calendar:\n\n" + file
		f := Message([]byte(fmt.Sprintf("From: Leonor Pires <leonor@salgado.example>\nTo: casey@mail.example\nSubject: Second interview\nDate: Mon, 16 Nov 2026 09:30:00 +0000\n\n%s", text)), "Europe/London")
		if f.Kind != interview.Invitation || times(f.Sessions) != "2026-11-26T15:00:00Z" || strings.Contains(strings.ToUpper(f.Text), "VEVENT") {
			t.Errorf("%s: %s at %s, text %q", name, f.Kind, times(f.Sessions), f.Text)
		}
	}
}
