package message

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"roundtwo/security"
)

// hostile are messages made to cost time or memory, or to get something past the reader. Each must be read in a
// moment, and say which limit it ran into.
var hostile = []struct {
	name  string
	raw   func() string
	limit string
}{
	{"10,000 parts, each in the next", func() string {
		var b strings.Builder
		for i := range 10000 {
			fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
		}
		return b.String()
	}, limitDepth},
	{"a million parts", func() string {
		return "Content-Type: multipart/mixed; boundary=b\n\n" + strings.Repeat("--b\n\n\n", 1000000)
	}, limitParts},
	{"parts that all have parts", func() string {
		inner := "Content-Type: multipart/mixed; boundary=c\n\n" + strings.Repeat("--c\n\nx\n", 150)
		return "Content-Type: multipart/mixed; boundary=b\n\n" + strings.Repeat("--b\n"+inner, 150)
	}, limitParts},
	{"500 forwards in forwards", func() string {
		return strings.Repeat("Subject: x\nContent-Type: message/rfc822\n\n", 500) + "Subject: y\n\nend"
	}, limitDepth},
	{"a subject of 5 MB", func() string { return "Subject: " + strings.Repeat("x", 5<<20) + "\n\nSee you" }, limitField},
	{"a field of 100 KB", func() string { return "Subject: " + strings.Repeat("x", 100<<10) + "\n\nSee you" }, limitField},
	{"100,000 fields", func() string { return strings.Repeat("X: y\n", 100000) + "\nSee you" }, limitFields},
	{"a fold without end", func() string { return "Subject: x\n" + strings.Repeat(" y\n", 200000) + "\nSee you" }, limitField},
	{"100,000 addresses", func() string { return "To: " + strings.Repeat("a@b.example,", 100000) + "\n\nx" }, limitField},
	{"1,000 addresses", func() string { return "To: " + strings.Repeat("a@b.example,", 1000) + "\n\nx" }, limitAddresses},
	{"quotes that never close", func() string { return "To: " + strings.Repeat(`"`, 60000) + "\n\nx" }, ""},
	{"brackets that never close", func() string { return "To: " + strings.Repeat("(<", 30000) + "\n\nx" }, ""},
	{"one name of 60,000 commas", func() string { return "To: " + strings.Repeat("a,", 30000) + "\n\nx" }, limitAddresses},
	{"100,000 parameters", func() string {
		return "Content-Type: text/plain" + strings.Repeat("; a*1*=x", 8000) + "\n\nx"
	}, limitParams},
	{"broken encoded words", func() string { return "Subject: " + strings.Repeat("=?x?q?", 10000) + "\n\nx" }, limitEncoded},
	{"one line of 4 MB", func() string { return "Subject: x\n\n" + strings.Repeat("x", 4<<20) }, limitText},
	{"one line of 1 MB of colons", func() string { return "Subject: x\n\n" + strings.Repeat("a: b@c.de ", 100000) }, ""},
	{"100,000 lines of quotes", func() string { return "Subject: x\n\n" + strings.Repeat(">>>>>>>>\n", 100000) }, ""},
	{"a line of quote marks", func() string { return "Subject: x\n\n" + strings.Repeat("> ", 400000) }, ""},
	{"100,000 lines that could be a header", func() string {
		return "Subject: Fwd: x\n\n" + strings.Repeat("From: a@b.example\nTo: c@d.example\n", 30000)
	}, ""},
	{"100,000 attributions", func() string {
		return "Subject: x\n\n" + strings.Repeat("On Mon, Oct 19, 2026 at 4:05 PM, Dana <dana@northwind.example> wrote:\n> a\n", 12000)
	}, ""},
	{"8,000 forwards below one another", func() string {
		return "Subject: Fwd: x\n\n" + strings.Repeat("---------- Forwarded message ---------\nFrom: A <a@b.example>\nDate: Mon, Oct 19, 2026 at 4:05 PM\nSubject: Fwd: s\nTo: c@d.example\n\n", 8000) + "end"
	}, ""},
	{"100,000 open tables", func() string {
		return "Content-Type: text/html\n\n" + strings.Repeat("<table><tr><td>", 60000) + "x"
	}, ""},
	{"tables around 500 KB of text", func() string {
		return "Content-Type: text/html\n\n" + strings.Repeat("<table><tr><td>", 20000) + strings.Repeat("x ", 100000) + strings.Repeat("</td></tr></table>", 20000)
	}, ""},
	{"100,000 end tags", func() string { return "Content-Type: text/html\n\n<p>x" + strings.Repeat("</div>", 100000) }, ""},
	{"bold that never ends", func() string { return "Content-Type: text/html\n\n" + strings.Repeat("<b><i>x", 80000) }, ""},
	{"one tag with 10,000 attributes", func() string {
		return "Content-Type: text/html\n\n<p " + strings.Repeat("a=b ", 10000) + ">x</p>"
	}, ""},
	{"2 MB of HTML", func() string { return "Content-Type: text/html\n\n" + strings.Repeat("<p>See you</p>", 160000) }, limitText},
	{"10,000 links", func() string {
		return "Content-Type: text/html\n\n" + strings.Repeat("<a href=https://x.example/>y</a> ", 10000)
	}, limitLinks},
	{"bad base64 of 1 MB", func() string { return "Content-Transfer-Encoding: base64\n\n" + strings.Repeat("=A", 500000) }, repairBase64},
	{"20 fields of 100 KB", func() string { return strings.Repeat("Subject: "+strings.Repeat("x", 100<<10)+"\n", 20) + "\nSee you" }, limitHeader},
	{"80,000 uuencoded files", func() string { return "Subject: x\n\n" + strings.Repeat("begin 644 a\nend\n", 60000) }, ""},
	{"uuencode begun 100,000 times", func() string { return "Subject: x\n\n" + strings.Repeat("begin 644 a\n", 80000) }, ""},
	{"60,000 words and no attribution", func() string { return "Subject: x\n\n" + strings.Repeat("2026: wrote <a@b.example>\n", 40000) }, ""},
	{"external body", func() string {
		return "Content-Type: message/external-body; access-type=URL; URL=\"http://evil.example/\"\n\nSubject: x\n\ny"
	}, ""},
	{"an endless chain of wrapped links", func() string {
		return "Subject: x\n\n" + strings.Repeat("https://www.google.com/url?q=https://www.google.com/url?q=", 10000)
	}, ""},
}

func TestHostileMessagesAreReadInAMoment(t *testing.T) {
	slowest := time.Duration(0)
	t.Cleanup(func() {
		security.Figure(t, "messages made to cost time or memory", "messages", len(hostile), "slowest", slowest.Round(time.Millisecond))
	})
	for _, c := range hostile {
		t.Run(c.name, func(t *testing.T) {
			raw := []byte(c.raw())
			least := time.Hour
			var m *Message
			for range 3 { // a busy machine may stand still for seconds: only what is slow every time is slow
				start := time.Now()
				m = Read(raw)
				if least = min(least, time.Since(start)); least < 2*time.Second {
					break
				}
			}
			slowest = max(slowest, least)
			if least > 2*time.Second {
				t.Errorf("took %v at least", least)
			}
			if c.limit != "" && !strings.Contains(" "+strings.Join(m.Limits, " ")+" ", " "+c.limit+" ") {
				t.Errorf("limits %q, want %q among them", m.Limits, c.limit)
			}
			for _, name := range m.Limits {
				if name == limitPanic {
					t.Error("the reader broke")
				}
			}
		})
	}
}

func TestWhatStandsBeforeALimitIsRead(t *testing.T) {
	m := Read([]byte("Subject: Interview\nX: " + strings.Repeat("y", 300<<10) + "\nFrom: late@x.example\n\nSee you at two"))
	check(t, "subject", m.Subject, "Interview")
	check(t, "sender", m.From, []Address{{"", "late@x.example"}})
	check(t, "text", m.Text, "See you at two")
	check(t, "limits", strings.Join(m.Limits, " "), limitField)
}
