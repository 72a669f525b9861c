package approval

import "testing"

// What mail programs put beside the plain text of an answer.
func TestTheHTMLOfMailPrograms(t *testing.T) {
	quotedText := "\r\n\r\nOn Tue, 1 Dec 2026 at 11:00, roundtwo <prep@example.org> wrote:\r\n> Answer send or skip.\r\n"
	long := "send, and please leave everything else in the note exactly as it stands"
	tests := []struct {
		name, text, html string
		want             Reason
	}{
		{"Gmail", "send" + quotedText, `<div dir="ltr">send</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Tue, 1 Dec 2026 at 11:00, roundtwo &lt;<a href="mailto:prep@example.org">prep@example.org</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex"><p>Answer send or skip.</p></blockquote></div>`, Counts},
		{"Apple Mail", "send\r\n\r\n> On 1 Dec 2026, at 11:00, roundtwo <prep@example.org> wrote:\r\n> \r\n> Answer send or skip.\r\n", `<html><head></head><body style="overflow-wrap: break-word;">send<br id="lineBreakAtBeginningOfMessage"><div><br><blockquote type="cite"><div>On 1 Dec 2026, at 11:00, roundtwo &lt;prep@example.org&gt; wrote:</div><br><div>Answer send or skip.</div></blockquote></div></body></html>`, Counts},
		{"Outlook", "send\r\n\r\nFrom: roundtwo <prep@example.org>\r\nSent: Tuesday, December 1, 2026 11:00\r\nTo: Ada\r\nSubject: [roundtwo K7QF] Your notes\r\n\r\nAnswer send or skip.\r\n", `<body><div class="WordSection1"><p class="MsoNormal">Send<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"><p class="MsoNormal"><b>From:</b> roundtwo &lt;prep@example.org&gt;<br><b>Sent:</b> Tuesday, December 1, 2026 11:00<br><b>To:</b> Ada<br><b>Subject:</b> [roundtwo K7QF] Your notes</p></div><p class="MsoNormal">Answer send or skip.</p></div></body>`, Counts},
		{"Thunderbird", "send\r\n\r\nAm 01.12.2026 um 11:00 schrieb roundtwo:\r\n> Answer send or skip.\r\n", `<html><body><p>send</p><div class="moz-cite-prefix">Am 01.12.2026 um 11:00 schrieb roundtwo:<br></div><blockquote type="cite" cite="mid:x@example.org"><p>Answer send or skip.</p></blockquote></body></html>`, Counts},
		// The command of these tests knows no stars and no long lines: what matters is that it is no conflict.
		{"in bold", "*send*" + quotedText, "<b>send</b>", Unclear},
		{"wrapped in the text", long[:65] + "\r\n" + long[65:], "<p>" + long + "</p>", Unclear},
		{"HTML with nothing in it", "send", "<br>", Counts},
		{"a word more in the HTML", "send", "<p>send later</p>", Conflict},
		{"another number in the HTML", "send", "<p>skip</p>", Conflict},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, got := check(genuine().twoParts(tt.text, tt.html), facts()); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
