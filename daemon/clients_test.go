package daemon

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"html"
	"strings"
	"testing"
	"time"

	"roundtwo/daemon/store"
	"roundtwo/interview"
	"roundtwo/parse/message"
	"roundtwo/security"
)

// client is how one mail program shapes an answer. In the bodies QUOTE is the letter with "> " before each line, TEXT the
// letter as it is, MARKUP the letter in HTML.
type client struct {
	name, prefix string // of the subject; "" is "Re: "
	plain, html  string
	coded        string // base64, quoted-printable; else as it is
	fields       string // beside the usual ones
}

const said = "send all"

// clients are written after what the programs of 2026 send; one line more is one client more.
var clients = []client{
	{name: "Gmail in the browser", plain: said + "\n\nOn Thu, Nov 12, 2026 at 4:00 PM roundtwo <casey@home.example> wrote:\n\nQUOTE", html: `<div dir="ltr">send all</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Thu, Nov 12, 2026 at 4:00 PM roundtwo &lt;casey@home.example&gt; wrote:<br></div><blockquote class="gmail_quote">MARKUP</blockquote></div>`},
	{name: "Gmail on a phone", plain: said + "\n\nOn Thu, Nov 12, 2026, 16:00 roundtwo <casey@home.example> wrote:\n\nQUOTE", html: `<div dir="auto">send all</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Thu, Nov 12, 2026, 16:00 roundtwo wrote:</div><blockquote>MARKUP</blockquote></div>`, coded: "quoted-printable"},
	{name: "Gmail in German", prefix: "Re: ", plain: said + "\n\nAm Do., 12. Nov. 2026 um 16:00 Uhr schrieb roundtwo <casey@home.example>:\n\nQUOTE"},
	{name: "Gmail in French", plain: said + "\n\nLe jeu. 12 nov. 2026 à 16:00, roundtwo <casey@home.example> a écrit :\n\nQUOTE"},
	{name: "Gmail in Spanish", plain: said + "\n\nEl jue, 12 nov 2026 a las 16:00, roundtwo (<casey@home.example>) escribió:\n\nQUOTE"},
	{name: "Gmail in Portuguese", plain: said + "\n\nEm qui., 12 de nov. de 2026 às 16:00, roundtwo <casey@home.example> escreveu:\n\nQUOTE"},
	{name: "Gmail in Italian", plain: said + "\n\nIl giorno gio 12 nov 2026 alle ore 16:00 roundtwo <casey@home.example> ha scritto:\n\nQUOTE"},
	{name: "Gmail in Dutch", prefix: "Antw: ", plain: said + "\n\nOp do 12 nov 2026 om 16:00 schreef roundtwo <casey@home.example>:\n\nQUOTE"},
	{name: "Gmail in Polish", prefix: "Odp: ", plain: said + "\n\nczw., 12 lis 2026 o 16:00 roundtwo <casey@home.example> napisał(a):\n\nQUOTE"},
	{name: "Gmail in Swedish", prefix: "SV: ", plain: said + "\n\nDen tors 12 nov. 2026 kl 16:00 skrev roundtwo <casey@home.example>:\n\nQUOTE"},
	{name: "Gmail in Danish", prefix: "SV: ", plain: said + "\n\nDen tor. 12. nov. 2026 kl. 16.00 skrev roundtwo <casey@home.example>:\n\nQUOTE"},
	{name: "Gmail in Czech", plain: said + "\n\nčt 12. 11. 2026 v 16:00 odesílatel roundtwo <casey@home.example> napsal:\n\nQUOTE"},
	{name: "Gmail in Japanese", plain: said + "\n\n2026年11月12日(木) 16:00 roundtwo <casey@home.example>:\n\nQUOTE"},
	{name: "Outlook on Windows", prefix: "RE: ", plain: said + "\n\n-----Original Message-----\nFrom: roundtwo <casey@home.example>\nSent: Thursday, November 12, 2026 4:00 PM\nTo: Casey Morgan <casey@home.example>\nSubject: SUBJECT\n\nTEXT"},
	{name: "Outlook with HTML", prefix: "RE: ", html: `<html><body lang="EN-US"><div class="WordSection1"><p class="MsoNormal">send all<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>From:</b> roundtwo &lt;casey@home.example&gt;<br><b>Sent:</b> Thursday, November 12, 2026 4:00 PM<br><b>To:</b> Casey Morgan<br><b>Subject:</b> SUBJECT</p></div>MARKUP</div></body></html>`, coded: "quoted-printable"},
	{name: "Outlook in German", prefix: "AW: ", plain: said + "\n\nVon: roundtwo <casey@home.example>\nGesendet: Donnerstag, 12. November 2026 16:00\nAn: Casey Morgan <casey@home.example>\nBetreff: SUBJECT\n\nTEXT"},
	{name: "Outlook in the browser", plain: said + "\n________________________________\nFrom: roundtwo <casey@home.example>\nSent: Thursday, November 12, 2026 4:00 PM\nTo: Casey Morgan <casey@home.example>\nSubject: SUBJECT\n\nTEXT", html: `<div class="elementToProof">send all</div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg"><b>From:</b> roundtwo<br><b>Sent:</b> Thursday, November 12, 2026 4:00 PM<br><b>To:</b> Casey<br><b>Subject:</b> SUBJECT</div>MARKUP`, coded: "base64"},
	{name: "Outlook on an iPhone", plain: said + "\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: roundtwo <casey@home.example>\nSent: Thursday, November 12, 2026 4:00:00 PM\nTo: Casey Morgan <casey@home.example>\nSubject: SUBJECT\n\nTEXT"},
	{name: "Outlook on Android", plain: said + "\n\nGet Outlook for Android<https://aka.ms/AAb9ysg>\n________________________________\nFrom: roundtwo <casey@home.example>\nSent: Thursday, November 12, 2026 16:00\nTo: Casey Morgan <casey@home.example>\nSubject: SUBJECT\n\nTEXT", coded: "base64"},
	{name: "Apple Mail", plain: said + "\n\n> On Nov 12, 2026, at 4:00 PM, roundtwo <casey@home.example> wrote:\n> \nQUOTE", html: `<html><body style="overflow-wrap: break-word;">send all<br><div><br><blockquote type="cite"><div>On Nov 12, 2026, at 4:00 PM, roundtwo &lt;casey@home.example&gt; wrote:</div><br>MARKUP</blockquote></div></body></html>`},
	{name: "an iPhone", plain: said + "\n\nSent from my iPhone\n\n> On Nov 12, 2026, at 4:00 PM, roundtwo <casey@home.example> wrote:\n> \nQUOTE", html: `<html><body dir="auto">send all<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">Sent from my iPhone</div><div dir="ltr"><br><blockquote type="cite">On Nov 12, 2026, at 4:00 PM, roundtwo wrote:<br>MARKUP</blockquote></div></body></html>`},
	{name: "an iPhone in German", prefix: "Re: ", plain: said + "\n\nVon meinem iPhone gesendet\n\n> Am 12.11.2026 um 16:00 schrieb roundtwo <casey@home.example>:\n> \nQUOTE"},
	{name: "Thunderbird, above the quotation", plain: said + "\n\nOn 12.11.26 16:00, roundtwo wrote:\nQUOTE", fields: "User-Agent: Mozilla Thunderbird"},
	{name: "Thunderbird, a signature with two dashes", plain: said + "\n\nOn 12.11.26 16:00, roundtwo wrote:\nQUOTE\n-- \nCasey Morgan\nData Engineer", fields: "User-Agent: Mozilla Thunderbird"},
	{name: "Thunderbird, flowed", plain: said + "\n\nOn 12.11.26 16:00, roundtwo wrote:\nQUOTE", fields: "X-Flowed: yes"},
	{name: "Fastmail", plain: said + "\n\nOn Thu, 12 Nov 2026, at 4:00 PM, roundtwo wrote:\nQUOTE", html: `<!DOCTYPE html><html><body><div>send all</div><div><br></div><div>On Thu, 12 Nov 2026, at 4:00 PM, roundtwo wrote:</div><blockquote type="cite" id="qt">MARKUP</blockquote></body></html>`},
	{name: "Proton", plain: said + "\n\nSent with Proton Mail secure email.\n\nOn Thursday, November 12th, 2026 at 4:00 PM, roundtwo <casey@home.example> wrote:\n\nQUOTE"},
	{name: "Yahoo", html: `<html><body><div class="ydp-yahoo-style-wrap"><div dir="ltr">send all</div><div><br></div></div><div id="ydp-yahoo_quoted" class="ydp-yahoo_quoted"><div>On Thursday, November 12, 2026 at 04:00:00 PM GMT+1, roundtwo &lt;casey@home.example&gt; wrote:</div><div>MARKUP</div></div></body></html>`},
	{name: "GMX", prefix: "Aw: ", plain: said + "\n\nGesendet: Donnerstag, 12. November 2026 um 16:00 Uhr\nVon: roundtwo <casey@home.example>\nAn: casey@home.example\nBetreff: SUBJECT\n\nTEXT"},
	{name: "mutt", plain: said + "\n\nOn Thu, Nov 12, 2026 at 04:00:00PM +0100, roundtwo wrote:\nQUOTE", fields: "User-Agent: Mutt/2.2"},
	{name: "mutt, below the quotation", plain: "On Thu, Nov 12, 2026 at 04:00:00PM +0100, roundtwo wrote:\nQUOTE\n\n" + said + "\n"},
	{name: "Roundcube", plain: said + "\n\nOn 2026-11-12 16:00, roundtwo wrote:\nQUOTE"},
	{name: "Roundcube in German", prefix: "Re: ", plain: said + "\n\nAm 2026-11-12 16:00, schrieb roundtwo:\nQUOTE"},
	{name: "K-9", plain: said + "\n\nOn November 12, 2026 4:00:00 PM GMT+01:00, roundtwo <casey@home.example> wrote:\nQUOTE\n-- \nSent from my Android device with K-9 Mail. Please excuse my brevity."},
	{name: "Samsung", plain: said + "\n\nSent from my Galaxy\n\n-------- Original message --------\nFrom: roundtwo <casey@home.example>\nDate: 12/11/2026 16:00 (GMT+01:00)\nTo: casey@home.example\nSubject: SUBJECT\n\nTEXT", coded: "base64"},
	{name: "Zoho", plain: said + "\n\n\n---- On Thu, 12 Nov 2026 16:00:00 +0100 roundtwo <casey@home.example> wrote ---\n\nQUOTE"},
	{name: "Lotus Notes", plain: said + "\n\n\nFrom:        roundtwo <casey@home.example>\nTo:        Casey Morgan <casey@home.example>\nDate:        12.11.2026 16:00\nSubject:        SUBJECT\n\n\nTEXT"},
	{name: "a BlackBerry", plain: said + "\n\nSent from my BlackBerry 10 smartphone.\n\nFrom: roundtwo\nSent: Thursday, November 12, 2026 16:00\nTo: casey@home.example\nSubject: SUBJECT\n\nTEXT"},
	{name: "an office that marks what comes from outside", prefix: "RE: [EXTERN] ", plain: said + "\n\nFrom: roundtwo <casey@home.example>\nSent: Thursday, November 12, 2026 4:00 PM\nTo: Casey Morgan\nSubject: [EXTERN] SUBJECT\n\nCAUTION: This email originated from outside the organisation.\n\nTEXT"},
	{name: "a signature without dashes", plain: said + "\n\nCasey Morgan\nData Engineer\n+49 30 901820\n\nOn Thu, 12 Nov 2026 at 16:00, roundtwo wrote:\nQUOTE"},
	{name: "a footer of the law department", plain: said + "\n\nOn Thu, 12 Nov 2026 at 16:00, roundtwo wrote:\nQUOTE\n\nThis message is confidential. If you are not the intended recipient, delete it."},
	{name: "no quotation at all", plain: said + "\n"},
	{name: "in capitals, with a full stop", plain: "Send all.\n\nOn Thu, 12 Nov 2026 at 16:00, roundtwo wrote:\nQUOTE"},
	{name: "bold", plain: "*send all*\n\nOn Thu, 12 Nov 2026 at 16:00, roundtwo wrote:\nQUOTE", html: "<b>send all</b><blockquote type=cite>MARKUP</blockquote>"},
}

// shape writes the answer to a letter as the program would.
func (c client) shape(l *message.Message, n int) []byte {
	prefix := c.prefix
	if prefix == "" {
		prefix = "Re: "
	}
	head := fmt.Sprintf("From: Casey Morgan <%s>\nTo: roundtwo <%s>\nSubject: %s%s\nDate: Thu, 12 Nov 2026 16:05:00 +0100\nMessage-ID: <client.%d@home.example>\nIn-Reply-To: <%s>\nReferences: <%s>\nMIME-Version: 1.0\n",
		casey, casey, prefix, l.Subject, n, l.MessageID, l.MessageID)
	if c.fields != "" {
		head += c.fields + "\n"
	}
	flowed := ""
	if strings.HasPrefix(c.fields, "X-Flowed") {
		flowed = "; format=flowed"
	}
	plain, markup := c.part("text/plain"+flowed, fill(c.plain, l)), c.part("text/html", fill(c.html, l))
	switch {
	case c.html == "":
		return inCRLF(head + plain)
	case c.plain == "":
		return inCRLF(head + markup)
	}
	return inCRLF(head + "Content-Type: multipart/alternative; boundary=\"=_b\"\n\n--=_b\n" + plain + "\n--=_b\n" + markup + "\n--=_b--\n")
}

func fill(body string, l *message.Message) string {
	text := strings.TrimSpace(l.Text)
	return strings.NewReplacer("QUOTE", "> "+strings.ReplaceAll(text, "\n", "\n> "), "TEXT", text,
		"MARKUP", "<p>"+strings.ReplaceAll(html.EscapeString(text), "\n", "<br>")+"</p>", "SUBJECT", l.Subject).Replace(body)
}

func (c client) part(kind, body string) string {
	head := "Content-Type: " + kind + "; charset=utf-8\nContent-Transfer-Encoding: "
	switch c.coded {
	case "base64":
		code := base64.StdEncoding.EncodeToString(inCRLF(body))
		var lines strings.Builder
		for len(code) > 76 {
			lines.WriteString(code[:76] + "\n")
			code = code[76:]
		}
		return head + "base64\n\n" + lines.String() + code + "\n"
	case "quoted-printable":
		return head + "quoted-printable\n\n" + strings.ReplaceAll(body, "=", "=3D") + "\n"
	}
	return head + "8bit\n\n" + body + "\n"
}

func inCRLF(s string) []byte { return []byte(strings.ReplaceAll(s, "\n", "\r\n")) }

// asked brings a bench to the request for approval of two notes, and gives that letter.
func asked(t testing.TB, extra string) (*bench, *message.Message) {
	w := newBench(t, extra)
	w.receive(inCRLF(inviteHeaders + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + inviteBody))
	w.rest()
	w.pass(10*24*time.Hour+7*time.Hour, time.Hour)
	debrief := w.latest("debrief")
	w.receive(client{plain: debriefBody}.shape(debrief, 0))
	w.rest()
	return w, w.latest("request")
}

// latest is the newest letter of that kind in the inbox.
func (w *bench) latest(kind string) *message.Message {
	w.t.Helper()
	for i := len(w.inbox) - 1; i >= 0; i-- {
		raw := w.inbox[i].Raw
		if !bytes.Contains(raw, []byte(letterHeader)) || !bytes.Contains(raw, []byte(kind+".")) {
			continue
		}
		if m := message.Read(raw); strings.HasPrefix(m.MessageID, kind+".") {
			return m
		}
	}
	w.t.Fatalf("no letter %q has come", kind)
	return nil
}

// inState counts the notes in a state.
func (w *bench) inState(s interview.NoteState) int {
	w.t.Helper()
	n := 0
	w.must(w.d.view(w.t.Context(), func(tx *store.Tx) error {
		notes, err := tx.NotesIn(s)
		n = len(notes)
		return err
	}))
	return n
}

// Whatever program she answers with, her first answer counts; and a stop from it calls everything back.
func TestAnswersOfManyMailProgramsCount(t *testing.T) {
	w, request := asked(t, "")
	accepted := 0
	for i, c := range clients {
		w.receive(c.shape(request, 2*i+1))
		if w.inState(interview.Approved) == 2 {
			accepted++
		} else {
			t.Logf("%s: not accepted:\n%s", c.name, c.shape(request, 0))
		}
		w.receive(client{plain: "stop"}.shape(request, 2*i+2))
		if n := w.inState(interview.Approved); n != 0 {
			t.Fatalf("%s: %d notes are still approved after a stop", c.name, n)
		}
	}
	security.Figure(t, "genuine answers of many mail programs", "programs", len(clients), "accepted at the first answer", accepted)
	if len(clients) < 40 || len(clients)-accepted > 1 {
		t.Errorf("%d of %d accepted, want all but one of 40 or more", accepted, len(clients))
	}
}
