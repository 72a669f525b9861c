package message

import (
	"strings"
	"testing"
)

// Yahoo writes the header of a forward in one line, the fields glued together, in the language of the mailbox.
func TestHeadersInOneLine(t *testing.T) {
	for _, columns := range tableLines(labelsText) {
		l := firstWords(columns)
		line := "   ----- Klmn Opq ----- " + l[0] + ": Dana Whitfield <dana@northwind.example>" + l[2] + ": \"casey@mail.example\" <casey@mail.example>" +
			l[3] + ": Sam <sam@x.example>; Pat <pat@x.example>" + l[1] + ": 19/10/2026, 16:05:00 CET" + l[4] + ": Interview with us"
		t.Run(columns[0], func(t *testing.T) {
			m := Read([]byte("From: casey@mail.example\nSubject: Interview\nContent-Type: text/plain; charset=utf-8\n\nmine\n\n" + line + "\n See you"))
			o := m.Original
			if o == nil {
				t.Fatalf("no forward in %s", line)
			}
			check(t, "sender", o.From, Address{"Dana Whitfield", "dana@northwind.example"})
			check(t, "to", o.To, []Address{{"", "casey@mail.example"}})
			check(t, "cc", o.Cc, []Address{{"Sam", "sam@x.example"}, {"Pat", "pat@x.example"}})
			check(t, "date", o.Date.Format("2006-01-02 15:04"), "2026-10-19 16:05")
			check(t, "subject", o.Subject, "Interview with us")
			check(t, "text", o.Text, "See you")
			check(t, "comment", m.Own, "mine")
		})
	}
}

// Outlook for Mac of 2019 forwards as others reply, and sets the text in.
func TestForwardsUnderAnAttribution(t *testing.T) {
	for _, line := range []string{
		`On 19/10/2026 16:05, "Dana Whitfield" <dana@northwind.example> wrote:`,
		`Am 19/10/2026, 16:05 schrieb "Dana Whitfield" <dana@northwind.example>:`,
		`Le 19/10/2026 16:05, « Dana Whitfield » <dana@northwind.example> a écrit :`,
		`El 19/10/2026 16:05, "Dana Whitfield" <dana@northwind.example> escribió:`,
		`Il 19/10/2026, 16:05 "Dana Whitfield" <dana@northwind.example> ha scritto:`,
		`Em 19/10/2026, 16:05, "Dana Whitfield" <dana@northwind.example> escreveu:`,
		`No dia 19/10/2026, às 16:05, "Dana Whitfield" <dana@northwind.example> escreveu:`,
		`Op 19/10/2026 16:05 heeft Dana Whitfield <dana@northwind.example> geschreven:`,
		`Den 19/10/2026 16:05 skrev "Dana Whitfield" <dana@northwind.example> följande:`,
		`Den 19/10/2026 16.05 skrev "Dana Whitfield" <dana@northwind.example>:`,
		`Dana Whitfield <dana@northwind.example> skrev følgende den 19/10/2026, 16:05:`,
		`"Dana Whitfield" <dana@northwind.example> kirjoitti 19/10/2026 klo 16.05:`,
		`Dne 19/10/2026 16:05, Dana Whitfield <dana@northwind.example> napsal(a):`,
		`Dňa 19/10/2026 16:05, používateľ „Dana Whitfield“ <dana@northwind.example> napísal:`,
		`Dnia 19/10/2026, 16:05 użytkownik „Dana Whitfield” <dana@northwind.example> napisał:`,
		`19/10/2026 16:05 tarihinde "Dana Whitfield" <dana@northwind.example> şunları yazdı:`,
		`19/10/2026 16:05 keltezéssel, „Dana Whitfield” <dana@northwind.example> írta:`,
		`Dana Whitfield <dana@northwind.example> ezt írta (dátum: 2026. 10. 19. 16:05):`,
		`Dana 19/10/2026 16:05 "Dana Whitfield" <dana@northwind.example> je napisao/la:`,
		`19.10.2026, 16:05, пользователь "Dana Whitfield" <dana@northwind.example> написал:`,
		`19.10.2026, 16:05, користувач "Dana Whitfield" <dana@northwind.example> пише:`,
		`Pe 19/10/2026, 16:05, „Dana Whitfield” <dana@northwind.example> a scris:`,
		`Στις 19/10/2026 16:05, ο χρήστης "Dana Whitfield" <dana@northwind.example> έγραψε:`,
		`在 2026/10/19 16:05，“Dana Whitfield”<dana@northwind.example> 写入:`,
		`2026/10/19 16:05 に、"Dana Whitfield" <dana@northwind.example> が書き込みました:`,
		`2026. 10. 19. 16:05에 "Dana Whitfield" <dana@northwind.example>님이 작성:`,
	} {
		t.Run(line, func(t *testing.T) {
			m := Read([]byte("From: casey@mail.example\nSubject: FW: Interview\nContent-Type: text/plain; charset=utf-8\n\nmine\n\n\ufeff" + line + "\n\n    See you\n    at two"))
			o := m.Original
			if o == nil {
				t.Fatal("no forward was found")
			}
			check(t, "sender", o.From, Address{"Dana Whitfield", "dana@northwind.example"})
			check(t, "date", o.Date.Format("2006-01-02 15:04"), "2026-10-19 16:05")
			check(t, "subject", o.Subject, "Interview")
			check(t, "text", o.Text, "See you\nat two")
			check(t, "comment", m.Own, "mine")
		})
	}
}

// Prefixes of forwards in many languages; with one of them a header block needs no banner.
func TestPrefixesOfSubjects(t *testing.T) {
	for _, c := range []struct {
		subject, bare string
		kind          subjectKind
	}{
		{"Fwd: x", "x", forwardSubject},
		{"FW: Re: x", "x", forwardSubject},
		{"Re: Fwd: x", "x", replySubject},
		{"[Fwd: x]", "x", forwardSubject},
		{"WG: AW: x", "x", forwardSubject},
		{"TR : x", "x", forwardSubject},
		{"I: x", "x", forwardSubject},
		{"R: x", "x", replySubject},
		{"İLT: x", "x", forwardSubject},
		{"ENC: RES: x", "x", forwardSubject},
		{"转发：x", "x", forwardSubject},
		{"回复: x", "x", replySubject},
		{"RE[2]: x", "x", replySubject},
		{"Re^3: x", "x", replySubject},
		{"Interview: x", "Interview: x", plainSubject},
		{"Re", "Re", plainSubject},
		{"", "", plainSubject},
		{strings.Repeat("Re: ", 5) + "x", "x", replySubject},
	} {
		t.Run(c.subject, func(t *testing.T) {
			kind, bare := readSubject(c.subject)
			check(t, "kind", kind, c.kind)
			check(t, "bare", bare, c.bare)
		})
	}
}
