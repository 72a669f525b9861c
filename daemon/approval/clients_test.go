package approval

import (
	"encoding/base64"
	"mime/quotedprintable"
	"strings"
	"testing"

	"roundtwo/parse/message"
	"roundtwo/parse/reply"
	"roundtwo/security"
)

// client is how a mail program answers our letter: what it makes of her words and of the letter quoted below.
type client struct {
	name    string
	subject string // "" is Re:
	html    string // "": text only
	text    string // "": HTML only
	coding  string // "", "base64", "quoted-printable"
	flowed  bool
	extra   []string // more header fields
}

// quoted is our letter, as programs quote it.
const quoted = "> For your approval: thank-you note\n>\n> send all   send every one that has no blank\n> skip all   send none\n"

const outlookBlock = "From: roundtwo <ada@example.org>\nSent: Tuesday, December 1, 2026 11:00 AM\nTo: Ada Byron <ada@example.org>\nSubject: [roundtwo K7QF] Your notes to Acme\n\nFor your approval\nskip all   send none\n"

// clients are sixty ways of answering, by program, language and habit.
var clients = []client{
	{name: "Gmail web", text: "send all\n\nOn Tue, Dec 1, 2026 at 11:00 AM roundtwo <ada@example.org> wrote:\n\n" + quoted,
		html: `<div dir="ltr">send all</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue, Dec 1, 2026 at 11:00 AM roundtwo &lt;ada@example.org&gt; wrote:<br></div><blockquote class="gmail_quote">skip all</blockquote></div>`},
	{name: "Gmail for Android", text: "send all\n\nOn Tue, 1 Dec 2026, 11:00 roundtwo, <ada@example.org> wrote:\n\n" + quoted, coding: "quoted-printable"},
	{name: "Gmail for iPhone, with a signature", text: "send all\n\n-- \nAda Byron\n+44 20 7946 0000\n\nOn Tue, Dec 1, 2026 at 11:00 roundtwo <ada@example.org> wrote:\n" + quoted},
	{name: "Apple Mail", text: "send all\n\n> On 1 Dec 2026, at 11:00, roundtwo <ada@example.org> wrote:\n> \n" + quoted},
	{name: "iPhone", text: "send all\n\nSent from my iPhone\n\n> On 1 Dec 2026, at 11:00, roundtwo <ada@example.org> wrote:\n> \n> \ufeff" + strings.TrimPrefix(quoted, "> ")},
	{name: "iPhone in German", subject: "Aw:", text: "send all\n\nVon meinem iPhone gesendet\n\n> Am 01.12.2026 um 11:00 schrieb roundtwo <ada@example.org>:\n> \n" + quoted},
	{name: "iPad in French", text: "send all\n\nEnvoyé de mon iPad\n\n> Le 1 déc. 2026 à 11:00, roundtwo <ada@example.org> a écrit :\n> \n" + quoted},
	{name: "Outlook for Windows", subject: "RE:", text: "send all\n\n" + outlookBlock},
	{name: "Outlook with a rule of underscores", subject: "RE:", text: "send all\n\n________________________________\n" + outlookBlock},
	{name: "Outlook on the web", subject: "RE:", text: "send all\n________________________________\n" + outlookBlock,
		html: `<div>send all</div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg"><b>From:</b> roundtwo &lt;ada@example.org&gt;<br><b>Sent:</b> Tuesday, December 1, 2026 11:00 AM<br><b>To:</b> Ada Byron<br><b>Subject:</b> Your notes</div><div>skip all</div>`},
	{name: "Outlook for iOS", text: "send all\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\n" + outlookBlock},
	{name: "Outlook for Android", text: "send all\n\nGet Outlook for Android<https://aka.ms/AAb9ysg>\n________________________________\n" + outlookBlock},
	{name: "Outlook in German", subject: "AW:", text: "send all\n\nVon: roundtwo <ada@example.org>\nGesendet: Dienstag, 1. Dezember 2026 11:00\nAn: Ada Byron <ada@example.org>\nBetreff: [roundtwo K7QF] Your notes to Acme\n\nskip all\n"},
	{name: "Outlook in French", subject: "RE:", text: "send all\n\nDe : roundtwo <ada@example.org>\nEnvoyé : mardi 1 décembre 2026 11:00\nÀ : Ada Byron <ada@example.org>\nObjet : [roundtwo K7QF] Your notes to Acme\n\nskip all\n"},
	{name: "Outlook in Spanish", subject: "RE:", text: "send all\n\nDe: roundtwo <ada@example.org>\nEnviado: martes, 1 de diciembre de 2026 11:00\nPara: Ada Byron <ada@example.org>\nAsunto: [roundtwo K7QF] Your notes to Acme\n\nskip all\n"},
	{name: "Outlook in Dutch", subject: "Antw:", text: "send all\n\nVan: roundtwo <ada@example.org>\nVerzonden: dinsdag 1 december 2026 11:00\nAan: Ada Byron <ada@example.org>\nOnderwerp: [roundtwo K7QF] Your notes to Acme\n\nskip all\n"},
	{name: "Outlook in Italian", subject: "R:", text: "send all\n\nDa: roundtwo <ada@example.org>\nInviato: martedì 1 dicembre 2026 11:00\nA: Ada Byron <ada@example.org>\nOggetto: [roundtwo K7QF] Your notes to Acme\n\nskip all\n"},
	{name: "Outlook in Portuguese", subject: "RES:", text: "send all\n\nDe: roundtwo <ada@example.org>\nEnviada em: terça-feira, 1 de dezembro de 2026 11:00\nPara: Ada Byron <ada@example.org>\nAssunto: [roundtwo K7QF] Your notes to Acme\n\nskip all\n"},
	{name: "Outlook in Swedish", subject: "SV:", text: "send all\n\nFrån: roundtwo <ada@example.org>\nSkickat: den 1 december 2026 11:00\nTill: Ada Byron <ada@example.org>\nÄmne: [roundtwo K7QF] Your notes to Acme\n\nskip all\n"},
	{name: "Outlook in Polish", subject: "ODP:", text: "send all\n\nOd: roundtwo <ada@example.org>\nWysłano: wtorek, 1 grudnia 2026 11:00\nDo: Ada Byron <ada@example.org>\nTemat: [roundtwo K7QF] Your notes to Acme\n\nskip all\n"},
	{name: "Thunderbird", text: "send all\n\nOn 01/12/2026 11:00, roundtwo wrote:\n" + quoted, flowed: true},
	{name: "Thunderbird, answering below", text: "On 01/12/2026 11:00, roundtwo wrote:\n" + quoted + "\nsend all\n"},
	{name: "Thunderbird in German", subject: "Re:", text: "send all\n\nAm 01.12.26 um 11:00 schrieb roundtwo:\n" + quoted},
	{name: "Thunderbird in French", text: "send all\n\nLe 01/12/2026 à 11:00, roundtwo a écrit :\n" + quoted},
	{name: "Thunderbird in Spanish", text: "send all\n\nEl 1/12/26 a las 11:00, roundtwo escribió:\n" + quoted},
	{name: "Thunderbird in Italian", text: "send all\n\nIl 01/12/26 11:00, roundtwo ha scritto:\n" + quoted},
	{name: "Fastmail", text: "send all\n\nOn Tue, 1 Dec 2026, at 11:00 AM, roundtwo wrote:\n" + quoted},
	{name: "Proton", text: "send all\n\nSent with Proton Mail secure email.\n\nOn Tuesday, December 1st, 2026 at 11:00 AM, roundtwo <ada@example.org> wrote:\n\n" + quoted},
	{name: "Proton for the phone", text: "send all\n\nSent from Proton Mail for iOS.\n\n-------- Original Message --------\nOn Tuesday, 12/01/26 at 11:00 roundtwo <ada@example.org> wrote:\n\nskip all\n"},
	{name: "Yahoo", text: " send all\n    On Tuesday, December 1, 2026 at 11:00:00 AM GMT, roundtwo <ada@example.org> wrote:  \n \n skip all\n"},
	{name: "Yahoo for the phone", text: "send all\n\nSent from Yahoo Mail on Android\n \n  On Tue, Dec 1, 2026 at 11:00, roundtwo<ada@example.org> wrote:   skip all\n"},
	{name: "GMX", subject: "Aw:", text: "send all\n \n \n\nGesendet: Dienstag, 1. Dezember 2026 um 11:00 Uhr\nVon: \"roundtwo\" <ada@example.org>\nAn: ada@example.org\nBetreff: [roundtwo K7QF] Your notes to Acme\n\nskip all\n"},
	{name: "web.de, HTML alone", subject: "Aw:", html: `<div>send all</div><div>&nbsp;<div name="quote"><div><b>Gesendet:</b> Dienstag, 1. Dezember 2026 um 11:00 Uhr<br><b>Von:</b> roundtwo &lt;ada@example.org&gt;<br><b>An:</b> ada@example.org<br><b>Betreff:</b> Your notes</div><div>skip all</div></div></div>`},
	{name: "Roundcube", text: "send all\n\nOn 2026-12-01 11:00, roundtwo wrote:\n" + quoted},
	{name: "K-9", text: "send all\n\nAm 1. Dezember 2026 11:00:00 MEZ schrieb roundtwo <ada@example.org>:\n" + strings.ReplaceAll(quoted, "> ", ">")},
	{name: "Samsung", text: "send all\n\n\nSent from my Galaxy\n\n\n-------- Original message --------\nFrom: roundtwo <ada@example.org>\nDate: 01/12/2026  11:00  (GMT+00:00)\nTo: Ada Byron <ada@example.org>\nSubject: [roundtwo K7QF] Your notes to Acme\n\nskip all\n"},
	{name: "mutt", text: "send all\n\nOn Tue, Dec 01, 2026 at 11:00:00AM +0000, roundtwo wrote:\n" + quoted},
	{name: "mutt, answering below", text: "On Tue, Dec 01, 2026 at 11:00:00AM +0000, roundtwo wrote:\n" + quoted + "\nsend all\n\n-- \nAda\n"},
	{name: "Emacs", text: "roundtwo <ada@example.org> writes:\n\n" + quoted + "\nsend all\n"},
	{name: "Alpine", text: "send all\n\nOn Tue, 1 Dec 2026, roundtwo wrote:\n\n" + quoted},
	{name: "Zoho", text: "send all\n\n\n\n\n---- On Tue, 01 Dec 2026 11:00:00 +0000 roundtwo <ada@example.org> wrote ---\n\nskip all\n"},
	{name: "Lotus Notes", text: "send all\n\n\n\n\nFrom:   roundtwo <ada@example.org>\nTo:     ada@example.org\nDate:   01.12.2026 11:00\nSubject:        [roundtwo K7QF] Your notes to Acme\n\n\n\nskip all\n"},
	{name: "BlackBerry", text: "send all\n\nSent from my BlackBerry 10 smartphone.\n\nFrom: roundtwo\nSent: Tuesday, December 1, 2026 11:00\nTo: Ada Byron\nSubject: Your notes\n\nskip all\n"},
	{name: "Spark", text: "send all\n\nOn Dec 1, 2026, 11:00 +0000, roundtwo <ada@example.org>, wrote:\n" + quoted},
	{name: "Airmail", text: "send all\n\nOn 1 December 2026 at 11:00:00, roundtwo (ada@example.org) wrote:\n\nskip all\n"},
	{name: "eM Client", text: "send all\n\n------ Original Message ------\nFrom: \"roundtwo\" <ada@example.org>\nTo: ada@example.org\nSent: 01/12/2026 11:00:00\nSubject: [roundtwo K7QF] Your notes to Acme\n\n>skip all\n"},
	{name: "The Bat", text: "send all\n\n1 December 2026, 11:00:00, you wrote:\n\nr> skip all\n"},
	{name: "base64", text: "send all\n\nOn Tue, 1 Dec 2026 at 11:00, roundtwo wrote:\n" + quoted, coding: "base64"},
	{name: "a greeting above", text: "Hi,\n\nsend all\n\nThanks,\nAda\n\nOn Tue, 1 Dec 2026 at 11:00, roundtwo wrote:\n" + quoted},
	{name: "a capital and a full stop", text: "Send all.\n\nOn Tue, 1 Dec 2026 at 11:00, roundtwo wrote:\n" + quoted},
	{name: "politely", text: "Yes, send all please\n\nOn Tue, 1 Dec 2026 at 11:00, roundtwo wrote:\n" + quoted},
	{name: "nothing quoted", text: "send all\n"},
	{name: "empty lines first", text: "\n\n\nsend all\n\n\n\nOn Tue, 1 Dec 2026 at 11:00, roundtwo wrote:\n" + quoted},
	{name: "a banner of her company", text: "send all\n\nThis e-mail is confidential. If you are not the intended recipient, delete it.\n\nOn Tue, 1 Dec 2026 at 11:00, roundtwo wrote:\n" + quoted},
	{name: "a mark of the mail gateway in the subject", subject: "RE: [EXTERN]", text: "send all\n\n" + outlookBlock},
	{name: "a signature with a dash", text: "send all\n\n--\nAda Byron | Analyst\n\nOn Tue, 1 Dec 2026 at 11:00, roundtwo wrote:\n" + quoted},
	{name: "HTML alone, of a phone", html: `<html><body><p>send all</p><p>Sent from my phone</p><blockquote type="cite">On 1 Dec 2026, at 11:00, roundtwo wrote:<br>skip all</blockquote></body></html>`},
	{name: "a space that does not break", text: "send\u00a0all\n\nOn Tue, 1 Dec 2026 at 11:00, roundtwo wrote:\n" + quoted},
	{name: "In-Reply-To kept in References alone", text: "send all\n\nOn Tue, 1 Dec 2026 at 11:00, roundtwo wrote:\n" + quoted, extra: []string{"drop In-Reply-To"}},
	{name: "Chinese", subject: "回复:", text: "send all\n\n在 2026年12月1日，11:00，roundtwo <ada@example.org> 写道：\n" + quoted},
}

// raw is the answer as the program would send it.
func (c client) raw() []byte {
	a := genuine()
	if c.subject != "" {
		a = a.set("Subject", c.subject+" [roundtwo K7QF] Your notes to Acme")
	}
	for _, e := range c.extra {
		if e == "drop In-Reply-To" {
			a = a.set("In-Reply-To", "")
		}
	}
	plain, coded := c.part("text/plain; charset=utf-8", c.text), c.part("text/html; charset=utf-8", c.html)
	a = a.set("Content-Type", "")
	switch {
	case c.html == "":
		return append([]byte(strings.Join(a.fields, "\r\n")+"\r\n"), plain...)
	case c.text == "":
		return append([]byte(strings.Join(a.fields, "\r\n")+"\r\n"), coded...)
	}
	a = a.add("Content-Type: multipart/alternative; boundary=bb").says("--bb\r\n" + plain + "\r\n--bb\r\n" + coded + "\r\n--bb--\r\n")
	return a.bytes()
}

// part is a body part with its own header.
func (c client) part(kind, text string) string {
	text = strings.ReplaceAll(text, "\n", "\r\n")
	if c.flowed && strings.HasPrefix(kind, "text/plain") {
		kind += "; format=flowed"
	}
	head := "Content-Type: " + kind + "\r\n"
	switch c.coding {
	case "base64":
		return head + "Content-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString([]byte(text)) + "\r\n"
	case "quoted-printable":
		var b strings.Builder
		w := quotedprintable.NewWriter(&b)
		w.Write([]byte(text))
		w.Close()
		return head + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + b.String()
	}
	return head + "Content-Transfer-Encoding: 8bit\r\n\r\n" + text
}

// What she says with one plain command counts at the first time, whatever she writes it with. None of them may send by what
// stands in the quoted letter alone.
func TestGenuineAnswersOfManyPrograms(t *testing.T) {
	taken, sentUnasked := 0, 0
	for _, c := range clients {
		raw := c.raw()
		m := message.Read(raw)
		f := facts()
		f.Size, f.Raw = len(raw), raw
		said := reply.Read(m.Own)
		_, reason := Check(testKey, m, said, f)
		if reason == Counts && said.Verb == reply.Send {
			taken++
		} else {
			t.Logf("%s: %q, %+v: her words %q", c.name, reason, said, m.Own)
		}
		silent := c
		silent.text, silent.html = strings.NewReplacer("send all\n", "\n", "send\u00a0all\n", "\n", "Send all.", "", "Yes, send all please", "").Replace(c.text), strings.Replace(c.html, "send all", "", 1)
		quiet := message.Read(silent.raw())
		if a := reply.Read(quiet.Own); a.Verb == reply.Send {
			sentUnasked++
			t.Errorf("%s: the quoted letter alone is read as a command: %q", c.name, quiet.Own)
		}
	}
	security.Figure(t, "genuine answers of mail programs", "programs", len(clients), "taken at the first answer", taken, "sent by the quote alone", sentUnasked)
	if taken*40 < 39*len(clients) {
		t.Errorf("%d of %d answers count", taken, len(clients))
	}
}
