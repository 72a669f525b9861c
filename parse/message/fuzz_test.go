package message

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// seeds gives the messages of testdata to a fuzz target.
func seeds(f *testing.F) {
	names, err := filepath.Glob("testdata/*.eml")
	if err != nil || len(names) == 0 {
		f.Fatal("no messages in testdata", err)
	}
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
}

// valid checks what every reader of a message may rely on.
func valid(t *testing.T, what, s string, limit int) {
	t.Helper()
	if !utf8.ValidString(s) {
		t.Errorf("%s is no valid UTF-8: %q", what, s)
	}
	if len(s) > limit {
		t.Errorf("%s has %d bytes, more than %d", what, len(s), limit)
	}
}

func FuzzMessage(f *testing.F) {
	seeds(f)
	f.Add([]byte("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Transfer-Encoding: base64\n\n=aGk\n--b"))
	f.Add([]byte("Content-Type:0\xff\xff 0=1\n\n"))
	f.Add([]byte("=?x?q?=?=\rFrom: a\r\r\n\x00"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		m := Read(raw)
		valid(t, "Text", m.Text, 4<<20)
		valid(t, "HTML", m.HTML, maxHTML)
		valid(t, "Own", m.Own, len(m.Text)+1)
		valid(t, "Subject", m.Subject, maxField*4)
		if strings.ContainsAny(m.Text, "\r\x00\u00a0") || strings.ContainsAny(m.Subject, "\r\n\x00") {
			t.Errorf("text is not clean: %q %q", m.Text, m.Subject)
		}
		for _, a := range m.Attachments {
			valid(t, "name of an attachment", a.Name, maxName*utf8.UTFMax)
		}
		for _, name := range m.Limits {
			if name == limitPanic {
				t.Error("the reader broke on this message")
			}
		}
	})
}

func FuzzAddresses(f *testing.F) {
	for _, s := range []string{
		"Dana Whitfield <dana@northwind.example>, priya@northwind.example", `"Whitfield, Dana" <dana@northwind.example>; x`,
		"=?utf-8?b?RGFuYQ==?= <d@e.example>", "A: a@b, c@d;", "John<mailto:j@x> <j@x<mailto:j@x>>", "(a(b)c) d@e", "<@route:a@b>", `"\"" <a@b>`, "Dana <mailto:", "İİİ <mailto:a@b>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, a := range readAddresses(s, &notes{}) {
			valid(t, "name", a.Name, maxName*2*utf8.UTFMax)
			valid(t, "address", a.Email, len(s)*4+1)
			if a.Name == "" && a.Email == "" {
				t.Errorf("an empty address out of %q", s)
			}
			if strings.ContainsAny(a.Name+a.Email, "\r\n\x00") {
				t.Errorf("a control character in %q", a)
			}
		}
	})
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{
		"<table><tr><td>Time<td>2pm</table>", "<p style='display:none'>x<p>y", "<a href=https://x.example>Join</a>", "<ul><li>a<li>b</ul>",
		"<pre>a\n b</pre>", "<s>old</s>new", "<blockquote type=cite>a</blockquote>", "<script type=application/ld+json>{}</script>", "</td></b><td><b></td>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n := &notes{}
		p := readHTML(s, n)
		for _, name := range n.names {
			if name == limitPanic {
				t.Errorf("broke on %q", s)
			}
		}
		for _, l := range p.links {
			if strings.HasPrefix(strings.ToLower(l.URL), "javascript:") {
				t.Errorf("a script became a link: %q", l.URL)
			}
		}
	})
}

func FuzzForward(f *testing.F) {
	for _, s := range []string{
		"x\n\n---------- Forwarded message ---------\nFrom: A <a@b.example>\nDate: Mon, Oct 19, 2026 at 4:05 PM\nSubject: s\nTo: c@d.example\n\ntext",
		"> Von: A <a@b.example>\n> Datum: 19. Oktober 2026 um 14:00\n>\n> text",
		" ----- Vidarebefordrat meddelande ----- Från: A <a@b.example>Till: \"c@d.example\" <c@d.example>Skickat: tisdag 2 november 2021 09:26:50 CETÄmne: x\n y",
		"Am 28/10/2021, 12:46 schrieb \"A\" <a@b.example>:\n\n    text",
	} {
		f.Add("Fwd: x", s)
	}
	f.Fuzz(func(t *testing.T, subject, text string) {
		m := &Message{Subject: subject, Text: cleanText(text, &notes{})}
		m.readStory(&walker{notes: &notes{}}, &notes{})
		if o := m.Original; o != nil {
			valid(t, "text of the original", o.Text, len(m.Text)+1)
			if strings.HasPrefix(o.Text, "\n") || strings.HasSuffix(o.Text, "\n") {
				t.Errorf("empty lines around %q", o.Text)
			}
		}
	})
}

func FuzzReply(f *testing.F) {
	for _, s := range []string{
		"send\n\nOn Mon, Oct 19, 2026 at 4:05 PM Dana <\ndana@northwind.example> wrote:\n\n> text\n\nbelow", "a\n--\nsig", "x\nSent from my iPhone",
		"Best,\nCasey\n\n+49 555 0134 555\nwww.x.example", "a\n________________________________\nFrom: D <d@e.example>\nSent: 2026-01-01 10:00\nTo: c\nSubject: s\n\nt",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := story{lines: splitLines(cleanText(text, &notes{})), subject: replySubject}
		own := s.own(nil).own
		valid(t, "own", own, len(text)*3+1)
		for _, line := range strings.Split(own, "\n") {
			if strings.HasPrefix(line, "> ") && !strings.HasSuffix(line, "<<<") && !strings.HasSuffix(line, ":") && !strings.Contains(line, ",") {
				t.Errorf("a quoted line in %q", own)
			}
		}
	})
}
