package message

import (
	"strings"
	"testing"
	"time"
)

// firstWords gives the first word of each column of a line of labels.txt.
func firstWords(columns []string) (out []string) {
	for _, c := range columns[1:] {
		word, _, _ := strings.Cut(c, ",")
		out = append(out, strings.TrimSpace(word))
	}
	return out
}

// Every language of labels.txt is read, in the order of Outlook and in that of Thunderbird, quoted and not.
func TestForwardsInEveryLanguage(t *testing.T) {
	for _, columns := range tableLines(labelsText) {
		l := firstWords(columns)
		from, date, to, cc, subject := l[0], l[1], l[2], l[3], l[4]
		outlook := from + ": Dana Whitfield <dana@northwind.example>\n" + date + ": 2026-10-19 16:05\n" + to + ": casey@mail.example; Sam <sam@x.example>\n" +
			cc + ": hr@northwind.example\n" + subject + ": Interview\n"
		thunderbird := subject + ": \tInterview\n" + date + ": \tMon, 19 Oct 2026 16:05:00 +0200\n" + from + ": \tDana Whitfield <dana@northwind.example>\n" +
			to + ": \tcasey@mail.example, Sam <sam@x.example>\n" + cc + ": \thr@northwind.example\n"
		for name, text := range map[string]string{
			"Outlook":     "mine\n\n" + outlook + "\nSee you",
			"Thunderbird": "mine\n\n-------- abc --------\n" + thunderbird + "\n\nSee you",
			"Apple Mail":  "mine\n\n> xyz:\n>\n" + "> " + strings.ReplaceAll(strings.TrimSpace(outlook), "\n", "\n> ") + "\n>\n> See you",
			"starred":     "mine\n\n*" + strings.ReplaceAll(strings.ReplaceAll(strings.TrimSpace(outlook), ": ", ":* "), "\n", "\n*") + "\n\nSee you",
		} {
			t.Run(columns[0]+" "+name, func(t *testing.T) {
				m := Read([]byte("From: casey@mail.example\nSubject: Fwd: Interview\nContent-Type: text/plain; charset=utf-8\n\n" + text))
				o := m.Original
				if o == nil {
					t.Fatalf("no forward in\n%s", text)
				}
				check(t, "sender", o.From, Address{"Dana Whitfield", "dana@northwind.example"})
				check(t, "subject", o.Subject, "Interview")
				check(t, "to", o.To, []Address{{"", "casey@mail.example"}, {"Sam", "sam@x.example"}})
				check(t, "cc", o.Cc, []Address{{"", "hr@northwind.example"}})
				check(t, "date", o.Date.Format("2006-01-02 15:04"), "2026-10-19 16:05")
				check(t, "text", o.Text, "See you")
				check(t, "comment", m.Own, "mine")
			})
		}
	}
}

// Labels that stand in no table are taken by their shape, when the subject or a banner says that something was forwarded.
func TestForwardInAnUnknownLanguage(t *testing.T) {
	m := Read([]byte("Subject: Fwd: Interview\nContent-Type: text/plain; charset=utf-8\n\nmine\n\n-------- Brz klmn --------\nSfd: Dana Whitfield <dana@northwind.example>\n" +
		"Dtm: 2026-10-19 16:05\nZu Hnd: casey@mail.example\nKpf: Interview\n\nSee you"))
	o := m.Original
	if o == nil {
		t.Fatal("no forward was found")
	}
	check(t, "sender", o.From, Address{"Dana Whitfield", "dana@northwind.example"})
	check(t, "to", o.To, []Address{{"", "casey@mail.example"}})
	check(t, "subject", o.Subject, "Interview")
	check(t, "text", o.Text, "See you")
}

// Programs that write no header block, or lay it out as a table.
func TestForwardsOfOddPrograms(t *testing.T) {
	for _, c := range []struct{ name, subject, text, mail, date, want string }{
		{"Outlook for Mac of 2019", "FW: Interview", "mine\n\nOn 19/10/2026 16:05, \"Dana Whitfield\" <dana@northwind.example> wrote:\n\n    See you\n    at two", "dana@northwind.example", "2026-10-19 16:05", "See you\nat two"},
		{"Yandex", "Interview", "mine\n\n-------- Пересылаемое сообщение --------\n19.10.2026, 16:05, \"Dana Whitfield\" <dana@northwind.example>:\n\nSee you", "dana@northwind.example", "2026-10-19 16:05", "See you"},
		{"NetEase", "Fwd: Interview", "mine\n\n---- 转发的邮件 ----\n| 发件人 | Dana Whitfield<dana@northwind.example> |\n| 日期 | 2026年10月19日 16:05 |\n| 收件人 | casey@mail.example |\n| 主题 | Interview |\nSee you", "dana@northwind.example", "2026-10-19 16:05", "See you"},
		{"a header in a table", "Fwd: Interview", "mine\n\nFrom\tDana Whitfield <dana@northwind.example>\nDate\t2026-10-19 16:05\nTo\tcasey@mail.example\nSubject\tInterview\n\nSee you", "dana@northwind.example", "2026-10-19 16:05", "See you"},
		{"Yahoo, in one line", "Fw: Interview", "mine\n\n ----- Forwarded Message ----- From: Dana Whitfield <dana@northwind.example>To: \"casey@mail.example\" <casey@mail.example>Sent: Monday, October 19, 2026, 04:05:00 PM GMT+2Subject: Interview\n See you", "dana@northwind.example", "2026-10-19 16:05", "See you"},
		{"a long list of recipients", "Fwd: Interview", "mine\n\n---------- Forwarded message ---------\nFrom: Dana Whitfield <dana@northwind.example>\nDate: Mon, Oct 19, 2026 at 4:05 PM\nSubject: Interview\nTo: Casey Candidate <casey@mail.example>,\n Sam <sam@x.example>,\nPat <pat@x.example>\n\n\nSee you", "dana@northwind.example", "2026-10-19 16:05", "See you"},
		{"fields set as paragraphs", "Fwd: Interview", "mine\n\nFrom: Dana Whitfield <dana@northwind.example>\n\nSent: Monday, 19 October 2026 16:05\n\nTo: casey@mail.example\n\nSubject: Interview\n\nSee you", "dana@northwind.example", "2026-10-19 16:05", "See you"},
		{"text marked below an unmarked header", "Fwd: Interview", "mine\n\n---------- Forwarded message ----------\nFrom: Dana Whitfield <dana@northwind.example>\nDate: October 19, 2026 at 4:05 PM\nTo: casey@mail.example\nSubject: Interview\n\n> See you", "dana@northwind.example", "2026-10-19 16:05", "See you"},
		{"words of an appointment", "FW: Interview", "mine\n\n-----Original Appointment-----\nFrom: Dana Whitfield <dana@northwind.example>\nSent: Monday, October 19, 2026 4:05 PM\nTo: casey@mail.example\nSubject: Interview\nWhen: Thursday, October 29, 2026 2:00 PM-3:00 PM\nWhere: Teams\n\nSee you", "dana@northwind.example", "2026-10-19 16:05", "When: Thursday, October 29, 2026 2:00 PM-3:00 PM\nWhere: Teams\n\nSee you"},
		{"a banner and nothing else", "Fwd: Interview", "mine\n\n---------- Forwarded message ---------\nSee you", "", "0001-01-01 00:00", "See you"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := Read([]byte("From: casey@mail.example\nSubject: " + c.subject + "\nContent-Type: text/plain; charset=utf-8\n\n" + c.text))
			o := m.Original
			if o == nil {
				t.Fatal("no forward was found")
			}
			check(t, "sender", o.From.Email, c.mail)
			check(t, "subject", o.Subject, "Interview")
			check(t, "date", o.Date.Format("2006-01-02 15:04"), c.date)
			check(t, "text", o.Text, c.want)
			check(t, "comment", m.Own, "mine")
		})
	}
}

// Forwards that have no plain form at all.
func TestForwardsInHTMLAlone(t *testing.T) {
	for _, c := range []struct{ name, html string }{
		{"Thunderbird", `<p>mine</p><div class="moz-forward-container"><br>-------- Forwarded Message --------<table class="moz-email-headers-table"><tbody>` +
			`<tr><th nowrap valign="BASELINE">Subject: </th><td>Interview</td></tr><tr><th>Date: </th><td>Mon, 19 Oct 2026 16:05:00 +0000</td></tr>` +
			`<tr><th>From: </th><td>Dana Whitfield <a class="moz-txt-link-rfc2396E" href="mailto:dana@northwind.example">&lt;dana@northwind.example&gt;</a></td></tr>` +
			`<tr><th>To: </th><td>Casey <a href="mailto:casey@mail.example">&lt;casey@mail.example&gt;</a></td></tr></tbody></table><br><p>See you</p></div>`},
		{"Gmail", `<div dir="ltr">mine</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>From: <strong>Dana Whitfield</strong> ` +
			`<span>&lt;<a href="mailto:dana@northwind.example">dana@northwind.example</a>&gt;</span><br>Date: Mon, Oct 19, 2026 at 4:05&#8239;PM<br>Subject: Interview<br>To: Casey &lt;<a href="mailto:casey@mail.example">casey@mail.example</a>&gt;<br></div><br><br>See you</div>`},
		{"Apple Mail", `<div>mine</div><div><br><blockquote type="cite"><div>Begin forwarded message:</div><br><div><b>From: </b>Dana Whitfield &lt;<a href="mailto:dana@northwind.example">dana@northwind.example</a>&gt;<br></div>` +
			`<div><b>Subject: </b><b>Interview</b><br></div><div><b>Date: </b>October 19, 2026 at 4:05:00&#8239;PM GMT<br></div><div><b>To: </b>Casey &lt;casey@mail.example&gt;<br></div><br><div>See you</div></blockquote></div>`},
		{"Outlook", `<div class="elementToProof">mine</div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg"><font><b>From:</b> Dana Whitfield &lt;dana@northwind.example&gt;<br>` +
			`<b>Sent:</b> Monday, October 19, 2026 4:05 PM<br><b>To:</b> Casey &lt;casey@mail.example&gt;<br><b>Subject:</b> Interview</font><div>&nbsp;</div></div><div>See you</div>`},
		{"Yahoo", `<div>mine</div><div><br></div><div class="yahoo_quoted"><div>----- Forwarded Message -----</div><div><b>From:</b> Dana Whitfield &lt;dana@northwind.example&gt;</div><div><b>To:</b> Casey &lt;casey@mail.example&gt;</div>` +
			`<div><b>Sent:</b> Monday, October 19, 2026 at 04:05:00 PM GMT</div><div><b>Subject:</b> Interview</div><div><br></div><div>See you</div></div>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := Read([]byte("From: casey@mail.example\nSubject: Fwd: Interview\nContent-Type: text/html; charset=utf-8\n\n<html><body>" + c.html + "</body></html>"))
			o := m.Original
			if o == nil {
				t.Fatalf("no forward in\n%s", m.Text)
			}
			check(t, "sender", o.From, Address{"Dana Whitfield", "dana@northwind.example"})
			check(t, "to", o.To, []Address{{"Casey", "casey@mail.example"}})
			check(t, "subject", o.Subject, "Interview")
			check(t, "date", o.Date.Format("2006-01-02 15:04"), "2026-10-19 16:05")
			check(t, "text", o.Text, "See you")
			check(t, "comment", m.Own, "mine")
		})
	}
}

// Who gets back what she wrote herself was answered, even under a new subject and without In-Reply-To.
func TestWordsOfTheRecipientAreHistory(t *testing.T) {
	m := Read([]byte("From: priya@northwind.example\nTo: Casey <casey@mail.example>\nSubject: Interview\n\nThursday?\n\n-----Original Message-----\n" +
		"From: Casey Candidate <casey@mail.example>\nSent: Monday, October 19, 2026 4:05 PM\nTo: Priya\nSubject: Application\n\nHappy to come."))
	check(t, "no forward", m.Original, nil)
	check(t, "own", m.Own, "Thursday?")
}

// An invitation has labels too, and is no forward.
func TestFactsOfAnInterviewAreNoForward(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"facts", "Hi Casey,\n\nDate: Thursday, October 29, 2026\nTime: 2pm ET\nWith: Dana Whitfield <dana@northwind.example>\nLocation: Zoom\n\nPriya"},
		{"from and to", "Date: 29 October 2026\nFrom: 10:00\nTo: 11:00\nSubject: System design\n\nSee you"},
		{"an itinerary", "From: London\nTo: Paris\nDate: 29 October 2026\n\nSee you"},
		{"an organiser", "Subject: Interview\nOrganizer: Dana Whitfield <dana@northwind.example>\nWhen: 29 October 2026 14:00\n\nSee you"},
		{"a contact", "Contact: Dana <dana@northwind.example>\nDate: 2026-10-29\nPhone: 555 0134\n\nSee you"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := Read([]byte("From: priya@northwind.example\nSubject: Your interview\n\n" + c.text))
			if m.Original != nil {
				t.Errorf("taken for a forward: %+v", m.Original)
			}
			check(t, "own", m.Own, c.text)
		})
	}
}

func TestDatesOfForwards(t *testing.T) {
	for _, c := range []struct{ text, language, want string }{
		{"Mon, Oct 19, 2026 at 4:05 PM", "en", "2026-10-19T16:05:00Z"},
		{"Mon, 19 Oct 2026 16:05:00 -0400", "", "2026-10-19T16:05:00-04:00"},
		{"Mon, 19 Oct 2026 16:05:00 -0400 (EDT)", "", "2026-10-19T16:05:00-04:00"},
		{"19 Oct 26 16:05 EST", "", "2026-10-19T16:05:00-05:00"},
		{"October 19, 2026 at 4:05:06 PM GMT+2", "en", "2026-10-19T16:05:06+02:00"},
		{"19 October 2026 at 12:05 am", "en", "2026-10-19T00:05:00Z"},
		{"10/19/2026 4:05 PM", "en", "2026-10-19T16:05:00Z"},
		{"10/11/2026 4:05 PM", "en", "2026-10-11T16:05:00Z"},
		{"10/11/2026 16:05", "en", "2026-11-10T16:05:00Z"},
		{"19.10.2026 16:05", "de", "2026-10-19T16:05:00Z"},
		{"19.10.26, 16.05 Uhr", "de", "2026-10-19T16:05:00Z"},
		{"Montag, 19. Oktober 2026 um 16:05:00 MESZ", "de", "2026-10-19T16:05:00+02:00"},
		{"lun. 19 oct. 2026 à 16:05", "fr", "2026-10-19T16:05:00Z"},
		{"lundi 19 octobre 2026 16h05", "fr", "2026-10-19T16:05:00Z"},
		{"mar 3 mar 2026 alle ore 9:05", "it", "2026-03-03T09:05:00Z"},
		{"lunes, 19 de octubre de 2026 16:05", "es", "2026-10-19T16:05:00Z"},
		{"segunda-feira, 19 de outubro de 2026 às 16:05", "pt", "2026-10-19T16:05:00Z"},
		{"19 października 2026 o 16:05 CEST", "pl", "2026-10-19T16:05:00+02:00"},
		{"pon., 19 lis 2026 o 16:05", "pl", "2026-11-19T16:05:00Z"},
		{"19. lis 2026. u 16:05", "hr", "2026-10-19T16:05:00Z"},
		{"19 октября 2026 г., 16:05", "ru", "2026-10-19T16:05:00Z"},
		{"пн, 19 жовт. 2026 р. о 16:05", "uk", "2026-10-19T16:05:00Z"},
		{"2026. okt. 19., H, 16:05", "hu", "2026-10-19T16:05:00Z"},
		{"ma 19. lokak. 2026 klo 16.05", "fi", "2026-10-19T16:05:00Z"},
		{"19 Ekim 2026 Pzt, 16:05", "tr", "2026-10-19T16:05:00Z"},
		{"Δευ, 19 Οκτ 2026 στις 4:05 μ.μ.", "el", "2026-10-19T16:05:00Z"},
		{"2026年10月19日(月) 16:05", "ja", "2026-10-19T16:05:00Z"},
		{"2026年10月19日 星期一 下午4:05", "zh", "2026-10-19T16:05:00Z"},
		{"2026년 10월 19일 (월) 오후 4:05", "ko", "2026-10-19T16:05:00Z"},
		{"19 ต.ค. 2569 16:05", "th", "2026-10-19T16:05:00Z"},
		{"يوم الاثنين، ١٩ أكتوبر ٢٠٢٦ ٤:٠٥ م", "ar", "2026-10-19T16:05:00Z"},
		{"19 באוקטובר 2026 בשעה 16:05", "he", "2026-10-19T16:05:00Z"},
		{"Th 2, 19 thg 10, 2026 lúc 16:05", "vi", "2026-10-19T16:05:00Z"},
		{"2026-10-19 16:05 GMT+02:00", "", "2026-10-19T16:05:00+02:00"},
		{"2026-10-19T16:05:00Z", "", "2026-10-19T16:05:00Z"},
		{"2026-10-19", "", "2026-10-19T00:00:00Z"},
		{"30 February 2026", "en", ""},
		{"Mon, 19 Oct 9999 16:05:00 +9999", "", ""},
		{"yesterday", "en", ""},
		{"", "", ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			got, _ := readDateIn(c.text, c.language)
			text := ""
			if !got.IsZero() {
				text = got.Format(time.RFC3339)
			}
			check(t, "date", text, c.want)
		})
	}
}
