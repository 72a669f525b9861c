package message

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// open reads a message of testdata.
func open(t testing.TB, name string) *Message {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return Read(raw)
}

func check[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s\n got %q\nwant %q", what, any(got), any(want))
	}
}

func TestForwardByGmail(t *testing.T) {
	m := open(t, "gmail-forward.eml")
	o := m.Original
	if o == nil {
		t.Fatal("no original was found")
	}
	check(t, "her comment", m.Own, "please take this one")
	check(t, "sender", o.From, Address{"Priya Nair", "priya@northwind.example"})
	check(t, "to", o.To, []Address{{"Casey Candidate", "casey@mail.example"}})
	check(t, "cc", o.Cc, []Address{{"Dana Whitfield", "dana@northwind.example"}, {"", "hr@northwind.example"}})
	check(t, "subject", o.Subject, "Second interview at Northwind")
	check(t, "date", o.Date.Format(time.RFC3339), "2026-10-19T16:05:00Z")
	check(t, "zone stated", o.DateZoned, false)
	check(t, "text", o.Text, "Hi Casey,\n\ncould you meet Dana on Thursday, October 29 at 2pm ET?\n\nPriya")
	check(t, "language", m.Language, "en")
	check(t, "limits", m.Limits, nil)
}

func TestForwardByOutlookWithATable(t *testing.T) {
	m := open(t, "outlook-forward-german.eml")
	o := m.Original
	if o == nil {
		t.Fatal("no original was found")
	}
	check(t, "subject of the forward", m.Subject, "WG: Einladung zum zweiten Gespräch")
	check(t, "her comment", m.Own, "Zur Vorbereitung")
	check(t, "sender", o.From, Address{"Annika Storch", "annika@brennecke.example"})
	check(t, "date", o.Date.Format(time.RFC3339), "2026-10-20T17:41:00Z")
	check(t, "text", o.Text, "Sehr geehrte Frau Candidate,\nZeit\tPerson\n10:00 Uhr\tDr. Heike Brandt\n10:45 Uhr\tTorsten Wieland")
}

func TestForwardByAppleMailInFrench(t *testing.T) {
	m := open(t, "apple-forward-french.eml")
	o := m.Original
	if o == nil {
		t.Fatal("no original was found")
	}
	check(t, "her comment", m.Own, "Le voici.")
	check(t, "sender", o.From, Address{"Léa Martin", "lea@ateliers.example"})
	check(t, "date", o.Date.Format(time.RFC3339), "2026-10-22T18:03:11+02:00")
	check(t, "zone stated", o.DateZoned, true)
	check(t, "text", o.Text, "Bonjour,\n\nMardi 27 octobre à 14 h 30 ?\n\nLéa")
}

func TestForwardAsAttachment(t *testing.T) {
	m := open(t, "forward-attached.eml")
	o := m.Original
	if o == nil {
		t.Fatal("no original was found")
	}
	check(t, "attached", o.Attached, true)
	check(t, "her comment", m.Own, "For the calendar.")
	check(t, "message id", o.MessageID, "inv-1@northwind.example")
	check(t, "references", o.References, []string{"app-0@mail.example", "app-1@mail.example"})
	check(t, "date", o.Date.Format(time.RFC3339), "2026-10-19T16:05:00-04:00")
	check(t, "text", o.Text, "Thursday at 2pm, café on the ground floor.")
	check(t, "calendars", m.Calendars, []Calendar{{Method: "REQUEST", Data: []byte("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")}})
	check(t, "attachment", m.Attachments[0].Name, "Second interview.eml")
}

func TestForwardOfAForwardGivesTheInnermost(t *testing.T) {
	m := open(t, "forward-of-forward.eml")
	o := m.Original
	if o == nil {
		t.Fatal("no original was found")
	}
	check(t, "sender", o.From.Email, "priya@northwind.example")
	check(t, "subject", o.Subject, "Interview dates")
	check(t, "her own words", o.Own, "Tuesday 10 November at 9:00 or Wednesday 11 November at 15:00?")
	check(t, "history", o.Quoted, "On Thu, 29 Oct 2026 at 08:00, Casey Candidate <casey@mail.example> wrote:\nHappy to come in.")
}

func TestAnswersBetweenQuotedLines(t *testing.T) {
	m := open(t, "reply-interleaved.eml")
	check(t, "no forward", m.Original, nil)
	check(t, "own", m.Own, "It went well.\n\nKafka, and why they left it.\n\nNothing much.")
	check(t, "between the lines", m.Between, []Answered{
		{"1. Dana Whitfield: what did you talk about?", "Kafka, and why they left it."}, {"2. Marcus Okafor?", "Nothing much."},
	})
	if !strings.Contains(m.Quoted, "1. Dana Whitfield: what did you talk about?") {
		t.Errorf("the question is missing in the history %q", m.Quoted)
	}
}

func TestAnswerAboveAnOutlookBlock(t *testing.T) {
	m := open(t, "reply-outlook.eml")
	check(t, "no forward", m.Original, nil)
	check(t, "own", m.Own, "send 1")
	check(t, "a person wrote it", m.Auto, "")
}

func TestBounceIsNoForward(t *testing.T) {
	m := open(t, "bounce.eml")
	check(t, "auto", m.Auto, "bounce")
	check(t, "no forward", m.Original, nil)
}

func TestGoogleInvitation(t *testing.T) {
	m := open(t, "google-invitation.eml")
	check(t, "subject", m.Subject, "Invitation: Second interview @ Thu Nov 5, 2026 10am - 10:30am (CST) (casey@mail.example)")
	check(t, "one calendar, given twice", len(m.Calendars), 1)
	check(t, "method", m.Calendars[0].Method, "REQUEST")
	check(t, "json-ld", m.JSONLD, []string{`{"@type":"Event"}`})
	check(t, "link", m.Links, []Link{{"Join", "https://meet.google.com/abc-defg-hij"}})
	check(t, "text without the struck day", m.Text, "Second interview\n\nThursday Nov 5, 2026\n\nJoin <https://meet.google.com/abc-defg-hij>")
	check(t, "from html", m.FromHTML, true)
	check(t, "attachment", m.Attachments, []Attachment{{"invite.ics", "application/ics", 44}})
}

func TestTheHTMLFormIsReadWhereOnlyItHasTheHour(t *testing.T) {
	const stub = "You have news from the hiring team. To see it, please open this message in a mail program that can show HTML, or visit the portal of candidates with the code that you got."
	for _, row := range []struct {
		name, plain, html string
		rich              bool
	}{
		{"a stub", stub, "<p>Your interview is on Thursday, December 3 at 2:00 PM with Henrik Sandvoll. We look forward to it.</p>", true},
		{"an hour with its word", stub, "<p>Das Gespräch ist am Donnerstag um 14 Uhr.</p>", true},
		{"a plain form that says as much", "Your interview is on Thursday, December 3 at 2 pm.", "<p>Your interview is on Thursday, December 3 at 2 pm.</p>", false},
		{"no hour in either", stub, "<p>Your interview is on Thursday. We will write once more about when and where it is.</p>", false},
		{"an hour of no day", stub, "<p>The office has a lift, and its doors are open until 18:00.</p>", false},
	} {
		raw := "Subject: s\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n" + row.plain +
			"\n--b\nContent-Type: text/html; charset=utf-8\n\n" + row.html + "\n--b--\n"
		if m := Read([]byte(raw)); m.FromHTML != row.rich {
			t.Errorf("%s: read from HTML %v: %q", row.name, m.FromHTML, m.Text)
		}
	}
}

func TestAMessageWithoutDateHasTheDateOfItsTransport(t *testing.T) {
	const trace = "Received: from out.bergtal.example (192.0.2.4 [192.0.2.4]) by\n mx.mail.example with ESMTP id 1; Wed,\n 02 Dec 2026 16:29:29 +0100\n"
	want := time.Date(2026, 12, 2, 15, 29, 29, 0, time.UTC)
	for _, row := range []struct{ name, head string }{
		{"no Date", trace},
		{"a Date that cannot be read", "Date: soon\n" + trace},
		{"only the second trace field can be read", "Received: by mx.mail.example; nonsense\n" + trace},
	} {
		if m := Read([]byte(row.head + "Subject: s\n\nt")); !m.Date.Equal(want) {
			t.Errorf("%s: %v, want %v", row.name, m.Date, want)
		}
	}
	m := Read([]byte("Subject: s\n\nt"))
	if !m.Date.IsZero() {
		t.Errorf("no date at all: %v", m.Date)
	}
	if m.Arrived(want); !m.Date.Equal(want) {
		t.Errorf("the mailbox says when it came: %v", m.Date)
	}
	dated := Read([]byte("Date: Tue, 01 Dec 2026 10:00:00 +0000\n" + trace + "Subject: s\n\nt"))
	if dated.Date.Day() != 1 {
		t.Errorf("the Date field counts before its transport: %v", dated.Date)
	}
}
