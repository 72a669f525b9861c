package parse

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"roundtwo/interview"
	"roundtwo/security"
)

// aMoment is how long any message may take to be read, on a machine that is doing nothing else.
const aMoment = 300 * time.Millisecond

// hostile is a way to wound a good invitation: each of its sizes is a message of its own.
type hostile struct {
	name  string
	sizes []int
	wound func(wounded, int)
	want  string // "read": the invitation is read as if nothing were; "kept": it is still one; "any": anything but a fault
	limit string // from the size in from on, this must be said
	from  int
}

// wounded is the invitation before it is put together.
type wounded map[string]string // header, type, body, after (the body), whole

func below(s string) func(wounded, int) { // below the invitation
	return func(l wounded, n int) { l["after"] = strings.Repeat(s, n) }
}

func above(s string) func(wounded, int) { // before its own fields
	return func(l wounded, n int) { l["header"] = strings.Repeat(s, n) }
}

func markup(before, after string) func(wounded, int) {
	return func(l wounded, n int) {
		l["type"] = "text/html; charset=utf-8"
		l["body"] = "<p>" + strings.ReplaceAll(goodBody, "\n\n", "</p><p>") + "</p>" + strings.Repeat(before, n) + "x" + strings.Repeat(after, n)
	}
}

func calendarPart(line string) func(wounded, int) {
	return func(l wounded, n int) {
		l["type"] = "multipart/mixed; boundary=b"
		l["body"] = "--b\nContent-Type: text/plain\n\n" + goodBody + "\n--b\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTAMP:20261109T150000Z\nDTSTART:20261119T150000Z\nDTEND:20261119T160000Z\nSUMMARY:Interview\n" +
			strings.Repeat(line, n) + "END:VEVENT\nEND:VCALENDAR\n--b--\n"
	}
}

func part(headers, body string) func(wounded, int) {
	return func(l wounded, n int) {
		l["type"] = "multipart/mixed; boundary=b"
		l["body"] = "--b\nContent-Type: text/plain\n\n" + goodBody + "\n" + strings.Repeat("--b\n"+headers+"\n\n"+body+"\n", n) + "--b--\n"
	}
}

const goodBody = "Dear Casey,\n\nyour second interview for the Buyer position at Globex is on Thursday, November 19, 2026 at 10 AM by video.\n\nRegards\nPat Doe\nGlobex HR\n"

var many = []int{1, 50, 900, 20_000, 150_000}
var few = []int{1, 30, 300, 3000, 20_000}

// wounds are the kinds; section 4 of the limits is in docs/reading.md.
var wounds = []hostile{
	{name: "fields nobody knows", sizes: many, wound: above("X-Field: y\n"), want: "any", limit: "header_fields", from: 2000},
	{name: "a field of many lines", sizes: many, wound: func(l wounded, n int) { l["header"] = "X-Long: a\n" + strings.Repeat(" y\n", n) }, want: "read", limit: "field_size", from: 100_000},
	{name: "a field of many letters", sizes: []int{10, 1000, 60_000, 200_000, 5 << 20}, wound: func(l wounded, n int) { l["header"] = "X-Long: " + strings.Repeat("z", n) + "\n" }, want: "read", limit: "field_size", from: 200_000},
	{name: "Received", sizes: few, wound: above("Received: from a.example by b.example; Mon, 09 Nov 2026 10:00:00 -0500\n"), want: "any"},
	{name: "DKIM signatures", sizes: few, wound: above("DKIM-Signature: v=1; a=rsa-sha256; d=a.example; s=b; h=from; bh=YQ==; b=YQ==\n"), want: "any"},
	{name: "addresses", sizes: few, wound: func(l wounded, n int) { l["header"] = "Cc: " + strings.Repeat("a@b.example, ", n) + "c@d.example\n" }, want: "read", limit: "addresses", from: 300},
	{name: "comments in addresses", sizes: few, wound: func(l wounded, n int) { l["header"] = "Cc: " + strings.Repeat("(", n) + " a@b.example\n" }, want: "read"},
	{name: "encoded words that break off", sizes: few, wound: func(l wounded, n int) { l["header"] = "X-Note: " + strings.Repeat("=?utf-8?q?", n) + "\n" }, want: "read"},
	{name: "References", sizes: few, wound: func(l wounded, n int) { l["header"] = "References: " + strings.Repeat("<a@b.example> ", n) + "\n" }, want: "read"},
	{name: "parameters", sizes: few, wound: func(l wounded, n int) { l["type"] = "text/plain; charset=utf-8" + strings.Repeat("; a*1*=x", n) }, want: "any", limit: "params", from: 300},
	{name: "lines of quote marks", sizes: many, wound: below(">>>>>>>>\n"), want: "read"},
	{name: "one line of quote marks", sizes: many, wound: below("> "), want: "read"},
	{name: "one line of one letter", sizes: []int{100, 10_000, 1 << 20, 4 << 20}, wound: below("x"), want: "read"},
	{name: "one line of words", sizes: many, wound: below("and so on "), want: "read"},
	{name: "one line of colons", sizes: many, wound: below("a: b@c.de "), want: "kept"},
	{name: "labels", sizes: many, wound: below("Room: 5\n"), want: "kept"},
	{name: "header lines in the text", sizes: few, wound: below("From: a@b.example\nTo: c@d.example\n"), want: "kept"},
	{name: "attributions", sizes: few, wound: below("On Mon, Oct 19, 2026 at 4:05 PM, Dana <dana@northwind.example> wrote:\n> a\n"), want: "kept"},
	{name: "forwards", sizes: few, wound: below("---------- Forwarded message ---------\nFrom: A <a@b.example>\nSubject: Fwd: s\n\n"), want: "any"},
	{name: "uuencoded files", sizes: few, wound: below("begin 644 a\nend\n"), want: "read"},
	{name: "links", sizes: few, wound: below("https://x.example/join?id=1 \n"), want: "kept"},
	{name: "dates", sizes: few, wound: below("Monday, 3 May 2027 at 10:00\n"), want: "kept"},
	{name: "spans of time", sizes: few, wound: below("10:00 - 11:00 and 12:00-13:00 UTC\n"), want: "kept"},
	{name: "names", sizes: few, wound: below("Dana Whitfield, VP Engineering; "), want: "kept"},
	{name: "the word interview", sizes: many, wound: below("interview "), want: "kept"},
	{name: "second interviews", sizes: few, wound: below("Your second interview is on Friday. "), want: "kept"},
	{name: "numbers", sizes: many, wound: below("0123456789 "), want: "kept"},
	{name: "telephone numbers", sizes: few, wound: below("+49 (0)30 1234567 ext. 12\n"), want: "kept"},
	{name: "brackets", sizes: many, wound: below("([{<"), want: "read"},
	{name: "zero width", sizes: many, wound: below("\u200b\u200d\ufeff"), want: "read"},
	{name: "text that runs the other way", sizes: many, wound: below("\u202e\u2066"), want: "read"},
	{name: "combining marks", sizes: many, wound: below("e\u0301\u0327"), want: "read"},
	{name: "emoji", sizes: many, wound: below("👩‍👩‍👧‍👦"), want: "read"},
	{name: "spaces", sizes: many, wound: below(" \t\u00a0"), want: "read"},
	{name: "empty lines", sizes: many, wound: below("\n"), want: "read"},
	{name: "NUL", sizes: many, wound: below("\x00"), want: "any"},
	{name: "carriage returns", sizes: many, wound: below("\r"), want: "any"},
	{name: "rules and boxes", sizes: few, wound: below("| a | b |\n|---|---|\n"), want: "read"},
	{name: "nested elements", sizes: few, wound: markup("<div>", "</div>"), want: "any"},
	{name: "nested tables", sizes: few, wound: markup("<table><tr><td>", "</td></tr></table>"), want: "any"},
	{name: "elements that do not end", sizes: few, wound: markup("<b><i><font>", ""), want: "any"},
	{name: "ends without a beginning", sizes: many, wound: markup("", "</div>"), want: "read"},
	{name: "attributes", sizes: few, wound: func(l wounded, n int) {
		l["type"], l["body"] = "text/html", "<p "+strings.Repeat(`a="b" `, n)+">"+goodBody+"</p>"
	}, want: "kept"},
	{name: "entities", sizes: many, wound: markup("&amp;&#x41;&nosuch;", ""), want: "any"},
	{name: "comments", sizes: few, wound: markup("<!-- a -->", ""), want: "read"},
	{name: "styles", sizes: few, wound: markup("<style>p{color:red}</style>", ""), want: "read"},
	{name: "hidden words", sizes: few, wound: markup("<span style=display:none>cancelled</span>", ""), want: "read"},
	{name: "scripts of JSON-LD", sizes: few, wound: markup(`<script type="application/ld+json">{"@type":"EventReservation"}</script>`, ""), want: "any"},
	{name: "JSON-LD in itself", sizes: few, wound: func(l wounded, n int) {
		markup("", "")(l, 1)
		l["body"] = l["body"] + `<script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, n) + `</script>`
	}, want: "read"},
	{name: "parts", sizes: few, wound: part("Content-Type: text/plain", "x"), want: "kept", limit: "mime_parts", from: 300},
	{name: "attachments", sizes: few, wound: part("Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64", "QUJD"), want: "kept", limit: "mime_parts", from: 300},
	{name: "forwards in parts", sizes: few, wound: part("Content-Type: message/rfc822", "Subject: a\n\nb"), want: "any", limit: "mime_parts", from: 300},
	{name: "parts in parts", sizes: few, wound: func(l wounded, n int) {
		l["type"] = "multipart/mixed; boundary=b"
		l["body"] = "--b\nContent-Type: text/plain\n\n" + goodBody
		for i := range n {
			l["body"] += fmt.Sprintf("--b\nContent-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
			if len(l["body"]) > 1<<20 {
				break
			}
		}
	}, want: "any"},
	{name: "calendar lines", sizes: few, wound: calendarPart("X-A:b\n"), want: "kept"},
	{name: "calendar guests", sizes: few, wound: calendarPart("ATTENDEE;CN=A B:mailto:a@b.example\n"), want: "kept"},
	{name: "calendar rules", sizes: few, wound: calendarPart("RRULE:FREQ=SECONDLY;COUNT=1000000000\n"), want: "kept"},
	{name: "calendar objects in one another", sizes: few, wound: calendarPart("BEGIN:X\n"), want: "kept"},
	{name: "a calendar parameter", sizes: few, wound: func(l wounded, n int) { calendarPart("X-A;P="+strings.Repeat("y", n)+":z\n")(l, 1) }, want: "kept"},
	{name: "calendar lines that break the library", sizes: []int{1, 100}, wound: calendarPart("0;0=\n"), want: "kept"},
	{name: "alarms", sizes: few, wound: calendarPart("BEGIN:VALARM\nACTION:EMAIL\nTRIGGER:-PT1M\nEND:VALARM\n"), want: "kept"},
}

// oddities are single messages: every one of a list in one place.
var oddities = []struct {
	name  string
	place string // header, type, encoding or name
	list  []string
	want  string
}{
	{"the Date", "header", []string{"Date: ", "Date: 0", "Date: Thu, 32 Foo 99999 99:99:99 +9999", "Date: Mon, 30 Feb 2026 10:00:00 +0000", "Date: Mon, 01 Jan 0000 00:00:00 +0000", "Date: Fri, 31 Dec 9999 23:59:59 +0000", "Date: 2026-11-09T10:00:00Z", "Date: Mon, 09 Nov 26 10:00 EST", "Date: " + strings.Repeat("9", 60000), "Date: Mon, 09 Nov 2026 10:00:00 +1400 (\x1b[2J)", "Date: ma, 9 nov. 2026", "Date: =?utf-8?q?Mon?="}, "kept"},
	{"the Message-ID", "header", []string{"Message-ID: ", "Message-ID: <>", "Message-ID: <a b@c>", "Message-ID: <" + strings.Repeat("a", 10000) + "@b>", "Message-ID: x@y", "Message-ID: <a@b> <c@d>", "Message-ID: <\x1b[31m@b>"}, "kept"},
	{"the charset", "type", []string{"text/plain; charset=utf-7", "text/plain; charset=utf-16", "text/plain; charset=utf-32", "text/plain; charset=iso-2022-jp", "text/plain; charset=iso-2022-kr", "text/plain; charset=gb18030", "text/plain; charset=x-unknown", "text/plain; charset=", "text/plain; charset=\"\"", "text/plain; charset=ibm037", "text/plain; charset=hz-gb-2312", "text/plain; charset=us-ascii; charset=utf-8", "text/plain; charset=utf-8; format=flowed; delsp=yes", "TEXT/PLAIN; CHARSET=UTF-8", "text/plain charset=utf-8", "text", "/", "text/x-unknown"}, "any"},
	{"the encoding", "encoding", []string{"base64", "quoted-printable", "x-uuencode", "7bit", "8bit", "binary", "BASE64 (really)", "nonsense", "", "base64, base64"}, "any"},
	{"the name of an attachment", "name", []string{"../../.ssh/authorized_keys", `..\..\x.exe`, "/etc/passwd", "CON", "a\x00b", strings.Repeat("n", 4096), "\u202efdp.exe", "invoice.pdf\r\nBcc: x@y", "%2e%2e%2fx", "~/.bashrc", "", ".", "a/b/c"}, "kept"},
}

func TestHostileInvitationsHaveTheirVerdict(t *testing.T) {
	s := &siege{t: t}
	for _, h := range wounds {
		for _, n := range h.sizes {
			l := wounded{"type": "text/plain; charset=utf-8", "body": goodBody}
			h.wound(l, n)
			limit := ""
			if h.limit != "" && n >= h.from {
				limit = h.limit
			}
			s.read(fmt.Sprintf("%s, %d", h.name, n), l.bytes(), h.want, limit)
		}
	}
	for _, o := range oddities {
		for _, v := range o.list {
			s.read(fmt.Sprintf("%s %.40q", o.name, v), odd(o.place, v), o.want, "")
		}
	}
	security.Figure(t, "hostile messages", "messages", s.messages, "with their expected verdict", s.right, "slowest", s.slowest.Round(time.Millisecond), "over 300 ms", s.slow)
	if s.messages < 300 {
		t.Errorf("only %d messages", s.messages)
	}
}

func (l wounded) bytes() []byte {
	return []byte(l["header"] + "From: Globex HR <hr@globex.example>\nTo: casey@home.example\nSubject: Second interview - Buyer position at Globex\n" +
		l["date"] + "Content-Type: " + l["type"] + "\n\n" + l["body"] + l["after"] + "\n")
}

func odd(place, v string) []byte {
	l := wounded{"type": "text/plain; charset=utf-8", "body": goodBody, "date": "Date: Mon, 09 Nov 2026 10:00:00 -0500\n"}
	switch place {
	case "header":
		l["date"] = v + "\n"
	case "type":
		l["type"] = v
	case "encoding":
		l["header"] = "Content-Transfer-Encoding: " + v + "\n"
		if strings.HasPrefix(strings.ToLower(v), "base64") {
			l["body"] = base64.StdEncoding.EncodeToString([]byte(goodBody))
		}
	case "name":
		part("Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=\""+v+"\"", "x")(l, 1)
	}
	return l.bytes()
}

// siege counts.
type siege struct {
	t                     *testing.T
	messages, right, slow int
	slowest               time.Duration
}

func (s *siege) read(name string, raw []byte, want, limit string) {
	s.messages++
	f, took := s.fastest(raw)
	s.slowest = max(s.slowest, took)
	if took > aMoment && !raced {
		s.slow++
		s.t.Errorf("%s: took %v", name, took)
	}
	switch why := wrong(f, want, limit); why {
	case "":
		s.right++
	default:
		s.t.Errorf("%s: %s", name, why)
	}
}

// fastest reads a message up to five times: a busy machine may stand still, but not each time.
func (s *siege) fastest(raw []byte) (f Finding, least time.Duration) {
	least = time.Hour
	for range 5 {
		begun := time.Now()
		f = Message(raw, "America/New_York")
		if least = min(least, time.Since(begun)); least < aMoment {
			break
		}
	}
	return f, least
}

// wrong says how a finding is not what was expected.
func wrong(f Finding, want, limit string) string {
	switch {
	case f.Err != "":
		return "the reader failed: " + f.Err
	case limit != "" && !slices.Contains(f.Limits, limit):
		return fmt.Sprintf("the limit %s is not told: %q", limit, f.Limits)
	case want == "any":
		return ""
	case f.Kind == interview.Other:
		return fmt.Sprintf("the invitation is lost: %q", f.Reasons)
	case want == "kept":
		return ""
	case len(f.Sessions) != 1 || f.Sessions[0].Start.Time.UTC().Format(time.DateTime) != "2026-11-19 15:00:00":
		return fmt.Sprintf("the time is read as %+v", f.Sessions)
	}
	return ""
}
