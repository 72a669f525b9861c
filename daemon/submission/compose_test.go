package submission

import (
	"bytes"
	"net/mail"
	"slices"
	"strings"
	"testing"
	"time"

	"roundtwo/parse/message"
)

func note() Letter {
	return Letter{
		From:    mail.Address{Name: "Anna Pérez", Address: "anna@example.test"},
		To:      mail.Address{Name: "Jürgen Groß", Address: "j.gross@firm.example"},
		Subject: "Thank you – second interview", Text: "Dear Jürgen,\n\nthank you.\n.\nAnna\n", HTML: "<p>Dear Jürgen,</p>",
		Date: time.Date(2026, 11, 25, 9, 30, 0, 0, time.FixedZone("", 3600)), MessageID: "note.k7qf.1.abc@example.test",
		InReplyTo: "invite-1@firm.example", References: []string{"first@firm.example", "invite-1@firm.example"},
	}
}

func TestLetterCarriesOnlyWhatWasAskedFor(t *testing.T) {
	raw, err := Compose(note())
	if err != nil {
		t.Fatal(err)
	}
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	for name := range m.Header {
		switch name {
		case "From", "To", "Subject", "Date", "Message-Id", "In-Reply-To", "References", "Mime-Version", "Content-Type":
		default:
			t.Errorf("unexpected header field %s: %s", name, m.Header.Get(name))
		}
	}
	if got := m.Header.Get("Message-Id"); got != "<note.k7qf.1.abc@example.test>" {
		t.Errorf("Message-ID is %s", got)
	}
	if got := m.Header.Get("Date"); got != "Wed, 25 Nov 2026 09:30:00 +0100" {
		t.Errorf("Date is %s", got)
	}
	if strings.Contains(string(raw), "go-mail") {
		t.Error("the letter names the library")
	}
}

func TestLetterWithFiles(t *testing.T) {
	inner, err := Compose(note())
	if err != nil {
		t.Fatal(err)
	}
	l := note()
	l.Auto = true
	l.Headers = map[string]string{"X-Roundtwo": "checklist"}
	l.Attach = []Attachment{
		{Name: "interview.ics", Type: "text/calendar", Method: "PUBLISH", Data: []byte("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")},
		{Name: "note.eml", Type: "message/rfc822", Data: inner},
		{Name: "../../etc/passwd\r\nBcc: eve@evil.example", Data: []byte{0, 1, 2, 255}},
	}
	raw, err := Compose(l)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Auto-Submitted: auto-generated\r\n", "X-Auto-Response-Suppress: All\r\n", "X-Roundtwo: checklist\r\n",
		"method=PUBLISH", `filename="etc-passwd--Bcc--eve-evil.example"`,
	} {
		if !strings.Contains(string(raw), want) {
			t.Errorf("%q is missing in\n%s", want, raw)
		}
	}
}

func TestHostileNamesCannotAddHeaderFields(t *testing.T) {
	for _, row := range []struct{ name, value string }{
		{"line break", "Eve\r\nBcc: list@evil.example"},
		{"bare LF", "Eve\nBcc: list@evil.example"},
		{"encoded word", "=?utf-8?q?a=0D=0ABcc:x?="},
		{"NUL and escape", "Eve\x00\x1b[31m"},
		{"direction override", "Eve \u202egro.elpmaxe@evil"},
		{"quotes and addresses", `"Eve" <eve@evil.example>, bob@evil.example`},
		{"invalid UTF-8", "Eve\xff\xfe"},
		{"very long", strings.Repeat("Eve ", 5000)},
		{"template", "{{.Secret}} %s"},
	} {
		t.Run(row.name, func(t *testing.T) {
			l := note()
			l.From.Name, l.To.Name, l.Subject = row.value, row.value, row.value
			l.Headers = map[string]string{"X-Roundtwo": row.value}
			raw, err := Compose(l)
			if err != nil {
				t.Fatal(err)
			}
			m, err := mail.ReadMessage(bytes.NewReader(raw))
			if err != nil {
				t.Fatal(err)
			}
			if m.Header.Get("Bcc") != "" {
				t.Error("a Bcc came in")
			}
			if strings.ContainsAny(string(raw), "\x00\x1b") || strings.Contains(string(raw), "=E2=80=AE") {
				t.Errorf("control characters are left:\n%s", raw)
			}
		})
	}
}

func TestLettersThatAreRefused(t *testing.T) {
	for _, row := range []struct {
		name   string
		change func(*Letter)
	}{
		{"two recipients in one address", func(l *Letter) { l.To.Address = "a@b.example,c@d.example" }},
		{"quoted local part", func(l *Letter) { l.To.Address = `"a b"@firm.example` }},
		{"line break in the address", func(l *Letter) { l.To.Address = "a@b.example\r\nBcc: c@d.example" }},
		{"no host", func(l *Letter) { l.To.Address = "anna" }},
		{"address literal", func(l *Letter) { l.To.Address = "anna@[127.0.0.1]" }},
		{"address as host", func(l *Letter) { l.To.Address = "anna@127.0.0.1" }},
		{"not ASCII", func(l *Letter) { l.To.Address = "anna@exämple.test" }},
		{"route", func(l *Letter) { l.To.Address = "@relay.example:anna@example.test" }},
		{"too long", func(l *Letter) { l.To.Address = strings.Repeat("a", 65) + "@example.test" }},
		{"bad own message id", func(l *Letter) { l.MessageID = "no id" }},
		{"no date", func(l *Letter) { l.Date = time.Time{} }},
		{"further recipient by header field", func(l *Letter) { l.Headers = map[string]string{"bcc": "x@evil.example"} }},
		{"other structure by header field", func(l *Letter) { l.Headers = map[string]string{"Content-Type": "text/html"} }},
		{"header name with a colon", func(l *Letter) { l.Headers = map[string]string{"X: y\r\nBcc": "x"} }},
		{"media type with parameters", func(l *Letter) { l.Attach = []Attachment{{Name: "a", Type: "text/plain; x=y"}} }},
		{"method with parameters", func(l *Letter) { l.Attach = []Attachment{{Type: "text/calendar", Method: "A; b"}} }},
		{"8-bit message inside", func(l *Letter) {
			l.Attach = []Attachment{{Type: "message/rfc822", Data: []byte("Subject: ü\r\n\r\n")}}
		}},
	} {
		t.Run(row.name, func(t *testing.T) {
			l := note()
			row.change(&l)
			if raw, err := Compose(l); err == nil {
				t.Errorf("it was composed:\n%s", raw)
			}
		})
	}
}

func TestStrangeIDsOfOthersAreLeftOut(t *testing.T) {
	l := note()
	l.InReplyTo = "<no good>"
	l.References = []string{"ok@firm.example", "bad id", "x\r\nBcc: a@b.example"}
	raw, err := Compose(l)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(raw), "References: <ok@firm.example>\r\n") || strings.Contains(string(raw), "In-Reply-To") {
		t.Errorf("got\n%s", raw)
	}
}

// fieldNames are those of a header, sorted, without the one that is the test's own.
func fieldNames(raw []byte) string {
	head, _, _ := strings.Cut(string(raw), "\r\n\r\n")
	var names []string
	for _, line := range strings.Split(head, "\r\n") {
		if name, _, ok := strings.Cut(line, ":"); ok && !strings.HasPrefix(line, "X-Roundtwo") && !strings.HasPrefix(line, " ") && !strings.HasPrefix(line, "\t") {
			names = append(names, strings.ToLower(name))
		}
	}
	slices.Sort(names)
	return strings.Join(names, " ")
}

func FuzzOutgoingLetterRoundTrip(f *testing.F) {
	f.Add("Anna", "Thank you", "Dear Jürgen,\r\n.\r\nMAIL FROM:<x>\r\n", "<p>x</p>", "a.ics", []byte("BEGIN:VCALENDAR"))
	f.Add("=?utf-8?q?=0d=0aBcc:x?=", "\r\nBcc: a@b", "\x00\r\r\n=20", "", "..", []byte{})
	f.Add("", "", "", "", "", []byte{})
	f.Fuzz(func(t *testing.T, name, subject, text, html, file string, data []byte) {
		l := note()
		l.From.Name, l.To.Name, l.Subject, l.Text, l.HTML = name, name, subject, text, html
		l.Headers = map[string]string{"X-Roundtwo": subject}
		l.Attach = []Attachment{{Name: file, Data: data}}
		if len(text) > maxBody || len(html) > maxBody || len(data) > maxBody {
			return
		}
		raw, err := Compose(l)
		if err != nil {
			t.Fatalf("%v", err)
		}
		m := message.Read(raw)
		if len(m.From) != 1 || m.From[0].Email != l.From.Address || len(m.To) != 1 || m.To[0].Email != l.To.Address || len(m.Cc) != 0 {
			t.Fatalf("it is from %v, to %v and %v:\n%s", m.From, m.To, m.Cc, raw)
		}
		if got := fieldNames(raw); got != "content-type date from in-reply-to message-id mime-version references subject to" {
			t.Fatalf("the header has the fields %q:\n%s", got, raw)
		}
	})
}
