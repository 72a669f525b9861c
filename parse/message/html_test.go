package message

import (
	"strings"
	"testing"
)

func TestHTMLToText(t *testing.T) {
	for _, c := range []struct{ name, html, want string }{
		{"paragraphs", "<p>One\n two</p><p>Three</p>", "One two\n\nThree"},
		{"divisions are lines", "<div>One</div><div>Two</div><div><br></div><div>Three</div>", "One\nTwo\n\nThree"},
		{"line breaks", "One<br>Two<br/><br>Three", "One\nTwo\n\nThree"},
		{"headings", "<h1>Your interview</h1>Thursday", "Your interview\n\nThursday"},
		{"bullets", "<ul><li>photo ID<li>portfolio</ul>Bye", "- photo ID\n- portfolio\nBye"},
		{"numbers", "<ol><li><p>Dana</p></li><li>Marcus</li></ol>", "1. Dana\n2. Marcus"},
		{"a list in a list", "<ul><li>Day one<ol><li>Dana</ol><li>Day two</ul>", "- Day one\n1. Dana\n- Day two"},
		{"table of facts", "<table><tr><td>Date</td><td>Thursday</td></tr><tr><td>Time</td><td>2pm</td></tr></table>", "Date\tThursday\nTime\t2pm"},
		{"table with paragraphs in its cells", "<table><tr><td><p>Date</p></td><td><p>Thursday</p></td></tr></table>", "Date\tThursday"},
		{"table without end tags", "<table><tr><td>Date<td>Thursday<tr><td>Time<td>2pm</table>After", "Date\tThursday\nTime\t2pm\nAfter"},
		{"an empty cell keeps its column", "<table><tr><td>12:00<td><td>Lunch</table>", "12:00\t\tLunch"},
		{"table head", "<table><thead><tr><th>Time</th><th>Who</th></tr></thead><tbody><tr><td>2pm</td><td>Dana</td></tr></tbody></table>", "Time\tWho\n2pm\tDana"},
		{"cells of several lines", "<table><tr><td>2pm ET<br>11am PT</td><td>Dana<br>VP</td></tr><tr><td>3pm ET</td><td>Marcus</td></tr></table>", "2pm ET\n11am PT\nDana\nVP\n\n3pm ET\tMarcus"},
		{"tables that only lay out", "<table><tr><td><table><tr><td><p>Hi Casey,</p><p>see you.</p></td></tr></table></td></tr><tr><td>Dana</td></tr></table>", "Hi Casey,\n\nsee you.\n\nDana"},
		{"a table of facts in one that lays out", "<table><tr><td>Hi<table><tr><td>Date</td><td>Thursday</td></tr></table>Bye</td></tr></table>", "Hi\nDate\tThursday\nBye"},
		{"a spacer column", "<table><tr><td>Left</td><td width=10>&nbsp;</td><td>Right</td></tr></table>", "Left\t\tRight"},
		{"struck through", "<s>2pm</s> <strike>3pm</strike> <del>4pm</del> <span style='text-decoration: line-through'>5pm</span> 6pm", "6pm"},
		{"hidden", "<div style='display:none;font-size:1px'>preview</div><span hidden>x</span><p style='mso-hide:all'>y</p>Text", "Text"},
		{"hidden and never closed", "<div><span style='display:none'>preview</div>Text", "Text"},
		{"hidden paragraph ended by the next", "<p style='display:none'>preview<p>Text", "Text"},
		{"letters without size", "<div style='font-size:0'>preview</div>Text", "Text"},
		{"a size again inside", "<td style='font-size:0px'><div style='font-size:14px'>Text</div></td>", "Text"},
		{"a small size is a size", "<p style='font-size:0.9em'>Text</p>", "Text"},
		{"fillers", "Preview&nbsp;&zwnj;&nbsp;&zwnj;&#847; &#8203;<p>Text", "Preview\n\nText"},
		{"button", `<a href="https://zoom.example/j/1" style="color:#fff"><span>Join the meeting</span></a>`, "Join the meeting <https://zoom.example/j/1>"},
		{"link that shows its address", `<a href="https://zoom.example/j/1">https://zoom.example/j/1</a>`, "https://zoom.example/j/1"},
		{"link that shows another", `<a href="https://evil.example/">https://zoom.example/j/1</a>`, "https://zoom.example/j/1 <https://evil.example/>"},
		{"picture as a button", `<a href="https://zoom.example/j/1"><img src=x alt="Join"></a>`, "Join <https://zoom.example/j/1>"},
		{"a picture alone", `<img src="https://track.example/?id=1" alt="logo">Text`, "Text"},
		{"mail link", `<a href="mailto:dana@northwind.example?subject=x">Dana</a> or <a href="mailto:dana@northwind.example">dana@northwind.example</a>`, "Dana <dana@northwind.example> or dana@northwind.example"},
		{"phone link", `<a href="tel:+13025550121">+1 (302) 555-0121</a>`, "+1 (302) 555-0121"},
		{"a script is no link", `<a href="javascript:alert(1)">Click</a>`, "Click"},
		{"Safe Links", `<a href="https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.example%2Fj%2F1&amp;data=x">Join</a>`, "Join <https://zoom.example/j/1>"},
		{"scripts and styles", "<style>p{}</style><script>x()</script><title>t</title>Text", "Text"},
		{"comments", "<!-- x --><!--[if mso]><p>y</p><![endif]-->Text", "Text"},
		{"quotation of a mail", "Mine<blockquote type=cite><div>Theirs</div><div>more</div></blockquote>Below", "Mine\n> Theirs\n> more\nBelow"},
		{"an indented paragraph", "Mine<blockquote>Theirs</blockquote>", "Mine\n\nTheirs"},
		{"preformatted", "<pre>a  b\n  c</pre>", "a  b\n  c"},
		{"Outlook's empty lines", "<p class=MsoNormal>One</p><p class=MsoNormal>Two</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Three</p>", "One\nTwo\n\nThree"},
		{"a ruler", "One<hr>Two", "One\n________________________________\nTwo"},
		{"entities", "a &amp; b &lt;c&gt; &eacute; &#8211; &bogus;", "a & b <c> é – &bogus;"},
		{"no tags to speak of", "just words < 5 & more", "just words < 5 & more"},
		{"cut in the middle of a tag", "Text <a href=\"https://zoom", "Text"},
		{"select lists are not read", "<select><option>a<option>b</select>Text", "Text"},
		{"misplaced end tags", "<b>One<p>Two</b></p></td></table>Three", "One\n\nTwo\n\nThree"},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := &notes{}
			check(t, "text", cleanText(readHTML(c.html, n).text, n), c.want)
		})
	}
}

func TestUnwrap(t *testing.T) {
	for _, c := range []struct{ wrapped, want string }{
		{"https://zoom.example/j/1?pwd=x", "https://zoom.example/j/1?pwd=x"},
		{"https://www.google.com/url?q=https://meet.google.com/abc-defg-hij&sa=D", "https://meet.google.com/abc-defg-hij"},
		{"https://eur01.safelinks.protection.outlook.com/ap/t-59/?url=https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup-join%2F1&data=05", "https://teams.microsoft.com/l/meetup-join/1"},
		{"https://urldefense.proofpoint.com/v2/url?u=https-3A__zoom.example_j_1-3Fpwd-3Dx&d=DwMFaQ", "https://zoom.example/j/1?pwd=x"},
		{"https://urldefense.com/v3/__https://zoom.example/j/1*frag__;Iw!!abc$", "https://zoom.example/j/1#frag"},
		{"https://www.google.com/url?q=https%3A%2F%2Feur01.safelinks.protection.outlook.com%2F%3Furl%3Dhttps%253A%252F%252Fzoom.example%252Fj%252F1", "https://zoom.example/j/1"},
		{"https://northwind.example/go?next=https://zoom.example/j/1", "https://northwind.example/go?next=https://zoom.example/j/1"},
		{"https://www.google.com/url?q=javascript:alert(1)http", "https://www.google.com/url?q=javascript:alert(1)http"},
		{"https://notsafelinks.protection.outlook.com.evil.example/?url=https://zoom.example/", "https://notsafelinks.protection.outlook.com.evil.example/?url=https://zoom.example/"},
	} {
		t.Run(c.wrapped, func(t *testing.T) { check(t, "link", unwrap(c.wrapped), c.want) })
	}
}

// Which form is read when a message has both.
func TestWhichFormIsRead(t *testing.T) {
	message := func(plain, rich string) *Message {
		return Read([]byte("Subject: x\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n" + plain +
			"\n--b\nContent-Type: text/html\n\n" + rich + "\n--b--"))
	}
	grid := "<table><tr><td>2pm</td><td>Dana</td></tr><tr><td>3pm</td><td>Marcus</td></tr></table>"
	for _, c := range []struct {
		name, plain, rich, want string
		limits                  []string
	}{
		{"plain is enough", "See you at 2pm", "<p>See you at <b>2pm</b></p>", "See you at 2pm", nil},
		{"plain is missing", "", "<p>See you</p>", "See you", nil},
		{"a table", "2pm\nDana\n3pm\nMarcus", grid, "2pm\tDana\n3pm\tMarcus", nil},
		{"an old time struck out", "2pm 3pm", "<s>2pm</s> 3pm", "3pm", nil},
		{"plain is a stub", "Your program cannot show this message.", "<p>" + lorem + "</p>", lorem, nil},
		{"times that contradict", "See you at 14:00", "<p>See you at 15:00</p>", "See you at 14:00", []string{partsDisagree}},
		{"one names more times", "See you at 14:00", "<p>See you at 14:00 (15:00 CET)</p>", "See you at 14:00", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := message(c.plain, c.rich)
			check(t, "text", m.Text, c.want)
			check(t, "limits", m.Limits, c.limits)
		})
	}
}

const lorem = "We would like to meet you on Thursday at 2pm, in our office in Lisbon, with Dana Whitfield, who leads the team, and with " +
	"Marcus Okafor, who built most of what you would be working on. Please bring a photo ID, and allow an hour and a half for the visit."

func TestWhatIsStruckThroughIsKeptApart(t *testing.T) {
	const page = "<p>Called off.</p><p><s>When: Thursday 19 March, <b>2:15 pm</b></s></p><p style='text-decoration:line-through'>Room 4</p>" +
		"<div style='display:none'><s>preview</s></div><s><span style='display:none'>hidden</span></s><p>We are sorry.</p>"
	m := Read([]byte("Subject: s\nContent-Type: text/html; charset=utf-8\n\n" + page))
	if want := "When: Thursday 19 March,\n2:15 pm\nRoom 4"; m.Struck != want {
		t.Errorf("struck through: %q, want %q", m.Struck, want)
	}
	if strings.Contains(m.Text, "2:15") || !strings.Contains(m.Text, "We are sorry.") {
		t.Errorf("the text: %q", m.Text)
	}
}
