package parse

import (
	"strings"
	"testing"
	"time"

	"roundtwo/interview"
	"roundtwo/parse/message"
)

// gist is what the stories below tell of a message.
func times(list []interview.Session) string {
	var out []string
	for _, s := range list {
		out = append(out, s.Start.String())
	}
	return strings.Join(out, " ")
}

func TestMoveKeepsTheOldTime(t *testing.T) {
	for _, test := range []struct{ name, body, was, now string }{
		{"old time first", "I'm sorry, but we have to move your second interview, which was due to take place on Thursday 19 November at 10am. The new date is Monday 23 November at 2pm.",
			"2026-11-19T10:00:00-05:00", "2026-11-23T14:00:00-05:00"},
		{"new time first", "Your second interview is now Monday, November 23 at 2 PM instead of Thursday, November 19 at 10 AM.",
			"2026-11-19T10:00:00-05:00", "2026-11-23T14:00:00-05:00"},
		{"from and to", "Your second interview has been moved from Thursday 19 November at 10am to Monday 23 November at 2pm.",
			"2026-11-19T10:00:00-05:00", "2026-11-23T14:00:00-05:00"},
		{"by an hour", "Could we push your second interview on Thursday 19 November back from 10am to 11am?",
			"2026-11-19T10:00:00-05:00", "2026-11-19T11:00:00-05:00"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := Message(letter("Second interview", test.body), "America/New_York")
			if f.Kind != interview.Reschedule || times(f.Sessions) != test.now || times(f.Was) != test.was {
				t.Errorf("%s: was %s, now %s; want %s, %s", f.Kind, times(f.Was), times(f.Sessions), test.was, test.now)
			}
		})
	}
}

func TestProposalIsNoBooking(t *testing.T) {
	asked := Message(letter("Second interview", "Could you come in for a second interview on Thursday, November 19 at 10 AM?"), "America/New_York")
	told := Message(letter("Second interview", "Your second interview is on Thursday, November 19 at 10 AM."), "America/New_York")
	if !asked.Proposal || told.Proposal {
		t.Errorf("asked: %v, told: %v; want true, false", asked.Proposal, told.Proposal)
	}
}

func TestWeekdayAgainstDate(t *testing.T) {
	f := Message(letter("Second interview", "Your second interview is on Friday, November 19 at 10 AM."), "America/New_York")
	if len(f.Conflicts) != 1 || len(f.Conflicts[0].Readings) != 2 || len(f.Conflicts[0].Sessions) != 2 {
		t.Fatalf("conflicts %+v, want one with two readings", f.Conflicts)
	}
}

func TestBodyAgainstCalendar(t *testing.T) {
	body := "--x\r\nContent-Type: text/plain\r\n\r\nYour second interview is on Thursday, November 19 at 10 AM ET.\r\n--x\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n" +
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261110T100000Z\r\nDTSTART;TZID=America/New_York:20261119T110000\r\n" +
		"SUMMARY:Second interview\r\nSEQUENCE:2\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n--x--\r\n"
	raw := strings.Replace(string(letter("Second interview", body)), "Content-Type: text/plain; charset=utf-8", "Content-Type: multipart/mixed; boundary=x", 1)
	f := Message([]byte(raw), "America/New_York")
	if times(f.Sessions) != "2026-11-19T11:00:00-05:00" || len(f.Conflicts) != 1 || f.UID != "1" || f.Sequence != 2 {
		t.Errorf("sessions %s, conflicts %+v, uid %s/%d; want the calendar's time and one conflict", times(f.Sessions), f.Conflicts, f.UID, f.Sequence)
	}
}

func TestWarnings(t *testing.T) {
	for _, test := range []struct{ body, want string }{
		{"Your second interview is on Thursday, November 19 at 10 AM. Please pay the registration fee before.", "money"},
		{"Your second interview is on Thursday, November 19 at 10 AM. Send us your bank account details.", "bank"},
		{"Your second interview is on Thursday, November 19 at 10 AM. Download our meeting app first.", "install"},
		{"Your second interview is on Thursday, November 19 at 10 AM at 5 Dock St, Albany. Please bring your passport.", ""},
	} {
		f := Message(letter("Second interview - Buyer position", test.body), "America/New_York")
		text := strings.Join(f.Warnings, "; ")
		if test.want == "" && text != "" || !strings.Contains(text, test.want) {
			t.Errorf("%q: warnings %q, want %q", test.body, text, test.want)
		}
	}
}

// Hours of several days are no conversation of six hours on the first of them.
func TestTheHoursOfAWeekAreNoSession(t *testing.T) {
	for _, hours := range []string{"Monday to Wednesday 10-4", "Monday to Wednesday, 10am-4pm", "Mon-Wed 10:00-16:00", "Monday through Wednesday between 10 and 4"} {
		f := Message(letter("Second interview - Buyer position", "We would like to invite you to a second interview. Pick a time: "+hours+"."), "America/New_York")
		if len(f.Sessions) > 0 {
			t.Errorf("%s: sessions %v, options %v", hours, f.Sessions, f.Options)
		}
	}
}

func TestForwardCountsFromTheOriginal(t *testing.T) {
	body := "---------- Forwarded message ---------\r\nFrom: Gordon Pell <gordon@bramble.example>\r\nDate: Thu, Oct 22, 2026 at 4:05 PM\r\nSubject: Second interview\r\nTo: <casey@mail.example>\r\n\r\n" +
		"Hi Casey, please come for a second interview next Tuesday at 10 AM.\r\n"
	f := Message(letter("Fwd: Second interview", body), "America/New_York")
	if !f.Forwarded || times(f.Sessions) != "2026-10-27T10:00:00-04:00" || f.Sender.Email != "gordon@bramble.example" || f.MessageID != "" {
		t.Errorf("forwarded %v, %s, sender %v, id %q", f.Forwarded, times(f.Sessions), f.Sender, f.MessageID)
	}
}

func TestThread(t *testing.T) {
	raw := strings.Replace(string(letter("Re: Second interview", "Your second interview is on Thursday, November 19 at 10 AM.")), "Message-ID:",
		"In-Reply-To: <b@x.example>\r\nReferences: <a@x.example> <b@x.example>\r\nMessage-ID:", 1)
	f := Message([]byte(raw), "America/New_York")
	if strings.Join(f.Thread, " ") != "a@x.example b@x.example" || f.MessageID != "1@tallis.example" || f.Subject != "Second interview" {
		t.Errorf("thread %v, id %q, subject %q", f.Thread, f.MessageID, f.Subject)
	}
	if want := time.Date(2026, 11, 10, 15, 0, 0, 0, time.UTC); !f.Written.Equal(want) {
		t.Errorf("written %v", f.Written)
	}
}

func TestExplain(t *testing.T) {
	f := Message(letter("Second interview", "Your second interview is on Thursday, November 19 at 10 AM with Dana Frey, CFO."), "America/New_York")
	text := Explain(f)
	for _, want := range []string{"invitation", "Second interview", "Thursday, November 19 at 10 AM", "Dana Frey"} {
		if !strings.Contains(text, want) {
			t.Errorf("explain does not say %q:\n%s", want, text)
		}
	}
	refusal := Explain(Message(letter("Your application", "Thank you for coming. We have decided to proceed with another candidate."), "America/New_York"))
	if !strings.Contains(refusal, "none of hers 0.9") && !strings.Contains(refusal, "none of hers 1.0") {
		t.Errorf("explain does not say that a refusal is none:\n%s", refusal)
	}
}

// A fault in one reader costs what it reads, not the message.
func TestGuard(t *testing.T) {
	r := newReader(&message.Message{Subject: "Second interview"}, "UTC")
	r.Company = "Tallis"
	r.guard("the times", func() { panic("index out of range") })
	if r.Company != "Tallis" || !strings.Contains(r.Err, "reading the times: index out of range") {
		t.Errorf("finding %+v", r.Finding)
	}
}

func TestUnreadable(t *testing.T) {
	for name, raw := range map[string]string{"nothing": "", "no header": "\x00\xff\xfe", "header alone": "From: a\r\n", "a wrong zone": string(letter("Hello", "Hi"))} {
		zone := "America/New_York"
		if name == "a wrong zone" {
			zone = "Nowhere/Land"
		}
		f := Message([]byte(raw), zone)
		if f.Kind != interview.Other {
			t.Errorf("%s is read as %s", name, f.Kind)
		}
		if name == "a wrong zone" && f.Err == "" {
			t.Error("a zone that is unknown is not told")
		}
	}
}

// The same bytes give the same line: the daemon compares findings after a restart.
func TestSameBytesSameLine(t *testing.T) {
	raw := letter("Second interview", "Your second interview is on Thursday, November 19 at 10 AM with Dana Frey, CFO, at 5 Dock St, Albany, NY 12207. Zoom: https://zoom.us/j/5551234567. Call 518-555-0100.")
	first, err := Message(raw, "America/New_York").JSON("x", true)
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		if again, _ := Message(raw, "America/New_York").JSON("x", true); string(again) != string(first) {
			t.Fatalf("\n%s\n%s", first, again)
		}
	}
}
