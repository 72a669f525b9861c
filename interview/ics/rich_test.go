package ics

import (
	"slices"
	"strings"
	"testing"

	"roundtwo/interview"
)

func TestWhoSaidNo(t *testing.T) {
	e := one(t, file("ATTENDEE;PARTSTAT=ACCEPTED;CN=Ines Duarte:mailto:ines@quay.example",
		"ATTENDEE;CN=Tomas Weld;PARTSTAT=DECLINED:mailto:tomas@quay.example",
		"attendee;cn=Rui Prado;partstat=delegated:mailto:rui@quay.example",
		"ATTENDEE;CN=Ana Leal;PARTSTAT=TENTATIVE:mailto:ana@quay.example"))
	if names(e.Attendees) != "Ines Duarte, Ana Leal" || names(e.Declined) != "Tomas Weld, Rui Prado" {
		t.Errorf("may come: %s; will not: %s", names(e.Attendees), names(e.Declined))
	}
}

func names(people []interview.Person) string {
	var out []string
	for _, p := range people {
		out = append(out, p.Name)
	}
	return strings.Join(out, ", ")
}

// RFC 9073: people and places as components of their own.
func TestParticipantsAndPlaces(t *testing.T) {
	e := one(t, file("ATTENDEE:mailto:ines@quay.example", "ATTENDEE;PARTSTAT=DECLINED;CN=Tomas Weld:mailto:tomas@quay.example",
		"BEGIN:PARTICIPANT", "UID:p1", "PARTICIPANT-TYPE:SPEAKER", "SUMMARY:Ines Duarte", "CALENDAR-ADDRESS:mailto:ines@quay.example", "END:PARTICIPANT",
		"BEGIN:PARTICIPANT", "UID:p2", "PARTICIPANT-TYPE:ACTIVE", "SUMMARY:Olu Bakare", "END:PARTICIPANT",
		"BEGIN:PARTICIPANT", "UID:p3", "PARTICIPANT-TYPE:BOOKING-CONTACT", "SUMMARY:Front Desk", "END:PARTICIPANT",
		"BEGIN:PARTICIPANT", "UID:p4", "PARTICIPANT-TYPE:ACTIVE", "SUMMARY:Tomas Weld", "CALENDAR-ADDRESS:mailto:tomas@quay.example", "END:PARTICIPANT",
		"BEGIN:VLOCATION", "UID:l1", "NAME:Quay House", "DESCRIPTION:4 Ferry Lane\\, Bristol", "LOCATION-TYPE:office", "END:VLOCATION",
		"SUMMARY:Panel"))
	if names(e.Attendees) != "Ines Duarte, Olu Bakare" {
		t.Errorf("attendees %s", names(e.Attendees))
	}
	if e.Location != "Quay House, 4 Ferry Lane, Bristol" || e.Summary != "Panel" {
		t.Errorf("location %q, summary %q", e.Location, e.Summary)
	}
	if e = one(t, file("LOCATION:Room 2", "BEGIN:VLOCATION", "NAME:Parking", "END:VLOCATION")); e.Location != "Room 2" {
		t.Errorf("LOCATION stands and %q is read", e.Location)
	}
}

func TestConferencesByWhatTheyAreFor(t *testing.T) {
	for _, row := range []struct {
		name  string
		lines []string
		links string
		phone string
		video bool
	}{
		{"a meeting with a picture", []string{"CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=Join:https://rooms.quay.example/r/7"}, "https://rooms.quay.example/r/7", "", true},
		{"a number to dial, with a pause and a code", []string{"CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+44-117-496-0000,,,4711#"}, "", "+44-117-496-0000 4711#", false},
		{"both", []string{"CONFERENCE;FEATURE=PHONE:tel:+441174960000", "CONFERENCE;FEATURE=VIDEO:https://rooms.quay.example/r/7"}, "https://rooms.quay.example/r/7", "+441174960000", true},
		{"a chat and the moderator's page are no meeting", []string{"CONFERENCE;FEATURE=CHAT:https://chat.quay.example/r", "CONFERENCE;FEATURE=\"VIDEO,MODERATOR\":https://rooms.quay.example/admin"}, "", "", true},
		{"what it is for is not said", []string{"CONFERENCE;VALUE=URI:https://rooms.quay.example/r/7"}, "https://rooms.quay.example/r/7", "", false},
		{"a link of Teams and one of Google", []string{"X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/1", "x-google-conference:https://meet.google.com/abc-defg-hij"}, "https://meet.google.com/abc-defg-hij https://teams.microsoft.com/l/meetup-join/1", "", false},
	} {
		e := one(t, file(row.lines...))
		if strings.Join(e.Links, " ") != row.links || e.Phone != row.phone || e.Video != row.video {
			t.Errorf("%s: links %v, phone %q, video %v", row.name, e.Links, e.Phone, e.Video)
		}
	}
}

func TestDescriptionsAsPages(t *testing.T) {
	page := "<p>You meet <b>Ines</b>\\, our CTO</p>" + strings.Repeat("<!-- filler -->", 2000) + "<a href=\"https://rooms.quay.example/r/7\">Join</a>"
	for _, row := range []struct {
		name string
		line string
		want bool
	}{
		{"of Outlook", "X-ALT-DESC;FMTTYPE=text/html:" + page, true},
		{"of RFC 9073", "STYLED-DESCRIPTION;VALUE=TEXT;FMTTYPE=text/html:" + page, true},
		{"of another format", "STYLED-DESCRIPTION;VALUE=TEXT;FMTTYPE=text/rtf:" + page, false},
		{"elsewhere", "STYLED-DESCRIPTION;VALUE=URI;FMTTYPE=text/html:https://quay.example/page", false},
	} {
		cal, err := Decode(file(row.line), nil)
		if err != nil {
			t.Fatal(err)
		}
		html := cal.Events[0].HTML
		if row.want != strings.Contains(html, "Ines</b>, our") || row.want != strings.HasSuffix(html, "Join</a>") || len(cal.Limits) > 0 {
			t.Errorf("%s: %d bytes, limits %v", row.name, len(html), cal.Limits)
		}
	}
}

// An override stands in place of one occurrence; a proposal of Outlook names the time that was agreed.
func TestTimesThatAreGivenUp(t *testing.T) {
	e := one(t, file("DTSTART:20261203T140000Z", "RECURRENCE-ID;TZID=Europe/Oslo:20261203T100000"))
	if !e.Override || stamp(e.Original) != "2026-12-03T10:00:00+01:00" {
		t.Errorf("an override: %v, original %s", e.Override, stamp(e.Original))
	}
	e = one(t, file("DTSTART:20261203T150000Z", "X-MS-OLK-ORIGINALSTART:20261203T140000Z"))
	if e.Override || stamp(e.Original) != "2026-12-03T14:00:00Z" {
		t.Errorf("a proposal: %v, original %s", e.Override, stamp(e.Original))
	}
	if e = one(t, file("DTSTART:20261203T140000Z", "RRULE:FREQ=WEEKLY")); e.Override || !e.Recurring {
		t.Error("a series is no override")
	}
}

func TestAFileInSmallLetters(t *testing.T) {
	cal, err := Decode([]byte("begin:vcalendar\nmethod:request\nbegin:vevent\nuid:q@quay.example\ndtstart;tzid=\"europe/oslo\":20261203t140000\n"+
		"duration:pt45m\nsummary:Second talk\nstatus:confirmed\nattendee;cn=\"Ines Duarte\";cutype=individual:MAILTO:ines@quay.example\n"+
		"attendee;cutype=room;cn=Pier:mailto:pier@quay.example\nend:vevent\nend:vcalendar\n"), nil)
	if err != nil || len(cal.Events) != 1 {
		t.Fatalf("%+v, %v", cal, err)
	}
	e := cal.Events[0]
	if cal.Method != "REQUEST" || stamp(e.Start) != "2026-12-03T14:00:00+01:00" || stamp(e.End) != "2026-12-03T14:45:00+01:00" ||
		e.Status != Confirmed || names(e.Attendees) != "Ines Duarte" || !slices.Equal(e.Rooms, []string{"Pier"}) {
		t.Errorf("%+v", e)
	}
}
