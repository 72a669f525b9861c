package tnef

import (
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

var (
	begins = time.Date(2026, 11, 26, 15, 0, 0, 0, time.UTC)
	ends   = time.Date(2026, 11, 26, 15, 45, 0, 0, time.UTC)
)

// request are the properties of a meeting request.
func request() *list {
	l := &list{}
	return l.unicode(subject, "Second interview: Analyst").unicode(body, "You meet Tess Okafor,\r\nHead of Research.").
		time(apptStart, begins).time(apptEnd, ends).unicode(apptLocation, "Rua Nova 4, Lisboa").number(apptSequence, 2).
		unicode(apptZone, "(UTC+00:00) Dublin, Edinburgh, Lisbon, London").binary(globalID, global("")).
		unicode(onBehalfName, "Leonor Pires").unicode(onBehalfMail, "/O=SALGADO/CN=LPIRES").unicode(onBehalfSMTP, "leonor@salgado.example").
		unicode(key{set: "2903020000000000c000000000000046", name: "SkypeTeamsMeetingUrl"}, "https://teams.microsoft.com/l/meetup-join/19%3aT/0")
}

func invited() []byte {
	row := func(name, mail string, kind, track uint32) *list {
		l := &list{}
		return l.unicode(displayName, name).unicode(smtpAddress, mail).number(recipientType, kind).number(trackStatus, track)
	}
	organizer := row("Leonor Pires", "leonor@salgado.example", 1, 0).number(recipientFlags, 3)
	return table(organizer, row("Tess Okafor", "tess@salgado.example", 1, 3), row("Gil Amado", "gil@salgado.example", 1, 4),
		row("Room 2", "room2@salgado.example", 3, 3), row("Casey Morgan", "casey@mail.example", 2, 0))
}

func winmail(class string, properties *list) []byte {
	return newStream().codepage(1252).text(attMessageClass, class).attribute(attRecipTable, invited()).attribute(attMsgProps, properties.bytes()).out
}

func read(t *testing.T, data []byte) File {
	t.Helper()
	f, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestMeetingRequest(t *testing.T) {
	f := read(t, winmail("IPM.Microsoft Schedule.MtgReq", request()))
	m := f.Meeting
	if f.Class != "IPM.Schedule.Meeting.Request" || f.Cut || f.Subject != "Second interview: Analyst" {
		t.Errorf("class %q, cut %v, subject %q", f.Class, f.Cut, f.Subject)
	}
	if !m.Start.Equal(begins) || !m.End.Equal(ends) || m.Sequence != 2 || m.Location != "Rua Nova 4, Lisboa" || m.Link == "" {
		t.Errorf("%+v", m)
	}
	if m.Organizer.Email != "leonor@salgado.example" || len(m.Attendees) != 4 || !m.Attendees[1].Declined || !m.Attendees[2].Resource {
		t.Errorf("organizer %+v, attendees %+v", m.Organizer, m.Attendees)
	}
	if !strings.HasPrefix(m.UID, "040000008200E00074C5B7101A82E008") {
		t.Errorf("UID %q", m.UID)
	}
	data, method := f.ICalendar()
	for _, line := range []string{"METHOD:REQUEST", "DTSTART:20261126T150000Z", "DTEND:20261126T154500Z", "SUMMARY:Second interview: Analyst",
		`LOCATION:Rua Nova 4\, Lisboa`, `DESCRIPTION:You meet Tess Okafor\,\nHead of Research.`, `ORGANIZER;CN="Leonor Pires":mailto:leonor@salgado.example`,
		`ATTENDEE;CN="Gil Amado";PARTSTAT=DECLINED:mailto:gil@salgado.example`, `ATTENDEE;CN="Room 2";CUTYPE=RESOURCE:mailto:room2@salgado.example`} {
		if !strings.Contains(string(data), line+"\r\n") {
			t.Errorf("the calendar part has no line %q:\n%s", line, data)
		}
	}
	if method != "REQUEST" {
		t.Errorf("method %q", method)
	}
}

func TestWhatHappensToAMeeting(t *testing.T) {
	for class, want := range map[string]string{
		"IPM.Microsoft Schedule.MtgCncl": "CANCEL", "IPM.Schedule.Meeting.Canceled": "CANCEL", "IPM.Schedule.Meeting.Resp.Pos": "REPLY",
		"IPM.Microsoft Schedule.MtgRespN": "REPLY", "IPM.Appointment": "PUBLISH", "IPM.Schedule.Meeting.Request": "REQUEST", "IPM.Note": "",
	} {
		if _, got := read(t, winmail(class, request())).ICalendar(); got != want {
			t.Errorf("%s: %q, want %q", class, got, want)
		}
	}
	later := begins.Add(time.Hour)
	f := read(t, winmail("IPM.Schedule.Meeting.Resp.Tent", request().truth(counter).time(proposedStart, later).time(proposedEnd, ends.Add(time.Hour))))
	data, method := f.ICalendar()
	if method != "COUNTER" || !strings.Contains(string(data), "DTSTART:20261126T160000Z") || !strings.Contains(string(data), "X-MS-OLK-ORIGINALSTART:20261126T150000Z") {
		t.Errorf("a proposal: %s\n%s", method, data)
	}
}

// The UID is that of the program that made the meeting, where it was not Exchange.
func TestUIDOfAnotherProgram(t *testing.T) {
	l := &list{}
	l.time(apptStart, begins).binary(cleanGlobalID, global("s2@salgado.example")).binary(globalID, global(""))
	if got := read(t, winmail("IPM.Schedule.Meeting.Request", l)).Meeting.UID; got != "s2@salgado.example" {
		t.Errorf("UID %q", got)
	}
}

func TestTextsOfEveryKind(t *testing.T) {
	html := `{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Caf\'e9 with {\*\htmltag84 <b>}Tess{\*\htmltag92 </b>}` +
		`{\*\htmltag84 <a href="https://rooms.salgado.example/r?a=1&amp;b=\{2\}">}Join{\*\htmltag92 </a>}\htmlrtf }\htmlrtf0{\*\htmltag72 </p>}}`
	plain := `{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0 Arial;}}{\*\generator Riched20;}\uc1 \'cf\'f0\'e8\'e2\'e5\'f2\par \u8364? 5\tab x\line {\b bold}\par}`
	for _, row := range []struct {
		name       string
		properties *list
		text, html string
	}{
		{"plain, 16 bits", new(list).unicode(body, "Olá"), "Olá", ""},
		{"plain, 8 bits", new(list).string8(body, "Ol\xe1"), "Olá", ""},
		{"HTML of bytes", new(list).binary(htmlBody, []byte("<p>Ol\xc3\xa1</p>")).number(internetCP, 65001), "", "<p>Olá</p>"},
		{"RTF made from HTML", new(list).binary(rtfBody, packed(html)), "", `<p>Café with <b>Tess</b><a href="https://rooms.salgado.example/r?a=1&amp;b={2}">Join</a></p>`},
		{"RTF", new(list).binary(rtfBody, packed(plain)), "Привет\n€ 5\tx\nbold", ""},
		{"RTF that is not compressed", new(list).binary(rtfBody, append([]byte("\x20\x00\x00\x00\x10\x00\x00\x00MELA\x00\x00\x00\x00"), `{\rtf1 hello}`...)), "hello", ""},
	} {
		f := read(t, winmail("IPM.Note", row.properties))
		if f.Text != row.text || f.HTML != row.html {
			t.Errorf("%s: text %q, HTML %q", row.name, f.Text, f.HTML)
		}
	}
}

// The example of [MS-OXRTFCP] 3.1, with its references into the dictionary and into what was written.
func TestCompressionOfTheStandard(t *testing.T) {
	simple := "\x2d\x00\x00\x00\x2b\x00\x00\x00\x4c\x5a\x46\x75\xf1\xc5\xc7\xa7\x03\x00\x0a\x00\x72\x63\x70\x67\x31\x32\x35\x42\x32\x0a\xf3\x20\x68\x65\x6c\x09\x00\x20\x62\x77\x05\xb0\x6c\x64\x7d\x0a\x80\x0f\xa0"
	if got := string(decompress([]byte(simple))); got != "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n" {
		t.Errorf("%q", got)
	}
	crossing := "\x1a\x00\x00\x00\x1c\x00\x00\x00\x4c\x5a\x46\x75\xe2\xd4\x4b\x51\x41\x00\x04\x20\x57\x58\x59\x5a\x0d\x6e\x7d\x01\x0e\xb0"
	if got := string(decompress([]byte(crossing))); got != "{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}" {
		t.Errorf("%q", got)
	}
}

func TestFilesInside(t *testing.T) {
	s := newStream().text(attMessageClass, "IPM.Microsoft Mail.Note").
		attribute(attAttachRender, make([]byte, 14)).text(attAttachTitle, "INVITE~1.ICS").attribute(attAttachData, []byte("BEGIN:VCALENDAR")).
		attribute(attAttachment, new(list).unicode(attachLongName, "invitation.ics").unicode(attachType, "text/calendar").many(key{tag: 0x3716}, 1, 2, 3).bytes()).
		attribute(attAttachRender, make([]byte, 14)).text(attAttachTitle, "cv.pdf").attribute(attAttachData, []byte("%PDF"))
	f := read(t, s.out)
	if len(f.Attachments) != 2 || f.Attachments[0].Name != "invitation.ics" || f.Attachments[0].Type != "text/calendar" || string(f.Attachments[1].Data) != "%PDF" || f.Cut {
		t.Errorf("%+v, cut %v", f.Attachments, f.Cut)
	}
	if data, _ := f.ICalendar(); data != nil {
		t.Error("a note is no meeting")
	}
}

// What is broken costs what comes after it, and is said.
func TestDamage(t *testing.T) {
	whole := winmail("IPM.Schedule.Meeting.Request", request())
	for n := range len(whole) {
		f, err := Read(whole[:n])
		switch {
		case n < 6:
			if !errors.Is(err, ErrNoTNEF) {
				t.Fatalf("%d bytes: %v", n, err)
			}
		case err != nil:
			t.Fatalf("%d bytes: %v", n, err)
		case !f.Cut && f.Meeting.Start.IsZero() && n > len(whole)/2:
			t.Errorf("%d bytes of %d: nothing is read and nothing said", n, len(whole))
		}
	}
	if _, err := Read([]byte("BEGIN:VCALENDAR")); !errors.Is(err, ErrNoTNEF) {
		t.Errorf("%v", err)
	}
}

// Counts and lengths that are lies cost nothing.
func TestLiesCostNothing(t *testing.T) {
	many := []byte("\xff\xff\xff\xff")
	for name, data := range map[string][]byte{
		"four billion properties": newStream().attribute(attMsgProps, many).out,
		"four billion values":     newStream().attribute(attMsgProps, []byte("\x01\x00\x00\x00\x02\x11\x00\x10\xff\xff\xff\xff")).out,
		"four billion nothings":   newStream().attribute(attMsgProps, []byte("\x01\x00\x00\x00\x01\x10\x00\x10\xff\xff\xff\xff\x00\x00\x00\x00")).out,
		"four billion people":     newStream().attribute(attRecipTable, many).out,
		"people without anything": newStream().attribute(attRecipTable, append(many, make([]byte, 1<<20)...)).out,
		"a long attribute":        append(newStream().out, "\x01\x03\x90\x06\x00\xff\xff\xff\x7f"...),
		"deep RTF":                winmail("IPM.Note", new(list).binary(rtfBody, packed(`{\rtf1 `+strings.Repeat("{", 1<<16)+"x"))),
		"files without end":       newStream().attribute(attAttachRender, nil).out,
	} {
		began := time.Now()
		read(t, data)
		if d := time.Since(began); d > 500*time.Millisecond {
			t.Errorf("%s: %v", name, d)
		}
	}
	s := newStream()
	for range 3 * maxAttachments {
		s.attribute(attAttachRender, nil)
	}
	if f := read(t, s.out); len(f.Attachments) != maxAttachments || !f.Cut {
		t.Errorf("%d attachments, cut %v", len(f.Attachments), f.Cut)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(winmail("IPM.Schedule.Meeting.Request", request()))
	f.Add(winmail("IPM.Note", new(list).binary(rtfBody, packed(`{\rtf1\fromhtml1{\*\htmltag <p>}\u8364?\'e9}`, [2]int{0, 9}))))
	f.Add(newStream().attribute(attAttachRender, nil).text(attAttachTitle, "a.ics").attribute(attAttachData, []byte("x")).out)
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Read(data)
		if err != nil {
			return
		}
		for what, s := range map[string]string{"text": file.Text, "HTML": file.HTML, "subject": file.Subject, "place": file.Meeting.Location} {
			if !utf8.ValidString(s) || len(s) > 4*maxText {
				t.Errorf("the %s has %d bytes, or is no UTF-8", what, len(s))
			}
		}
		if len(file.Attachments) > maxAttachments || len(file.Meeting.Attendees) > maxPeople {
			t.Error("bounds exceeded")
		}
		calendar, _ := file.ICalendar()
		for line := range strings.Lines(string(calendar)) {
			line = strings.TrimSuffix(line, "\r\n")
			if name, _, ok := strings.Cut(line, ":"); !ok || strings.ContainsAny(line, "\r\n") || name == "" {
				t.Errorf("a line that is none: %q", line)
			}
		}
	})
}
