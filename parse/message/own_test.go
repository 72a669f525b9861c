package message

import (
	"strings"
	"testing"
)

// attributions are the lines that programs write above a quotation, in many languages, wrapped or not.
var attributions = []string{
	"On Mon, Oct 19, 2026 at 4:05 PM Dana Whitfield <dana@northwind.example> wrote:",
	"On Mon, Oct 19, 2026 at 4:05 PM Dana Whitfield <\ndana@northwind.example> wrote:",
	"On Mon, Oct 19, 2026 at 4:05 PM, Dana Whitfield <dana@northwind.example>\nwrote:",
	"On Oct 19, 2026, at 16:05, Dana Whitfield <dana@northwind.example> wrote:",
	"On 19/10/2026 16:05, Dana Whitfield wrote:",
	"On Monday, October 19, 2026, 04:05:00 PM GMT+2, Dana Whitfield <dana@northwind.example> wrote:",
	"On 2026-10-19 16:05, Dana Whitfield wrote:",
	"On October 19, 2026 4:05:06 PM GMT+02:00, Dana Whitfield <dana@northwind.example> wrote:",
	"2026-10-19 16:05 GMT+02:00 Dana Whitfield <dana@northwind.example>:",
	"Dana Whitfield <dana@northwind.example> wrote:",
	"dana@northwind.example wrote:",
	"Dana Whitfield wrote on 19/10/2026 16:05:",
	"Am 19.10.2026 um 16:05 schrieb Dana Whitfield <dana@northwind.example>:",
	"Am Mo., 19. Okt. 2026 um 16:05 Uhr schrieb Dana Whitfield <\ndana@northwind.example>:",
	"Dana Whitfield <dana@northwind.example> schrieb am Mo., 19. Okt. 2026,\n16:05:",
	"Le lun. 19 oct. 2026 à 16:05, Dana Whitfield <dana@northwind.example> a écrit :",
	"Le 19/10/2026 à 16:05, Dana Whitfield a écrit :",
	"Le lundi 19 octobre 2026, Dana Whitfield <dana@northwind.example> a\nécrit :",
	"El lun, 19 oct 2026 a las 16:05, Dana Whitfield (<dana@northwind.example>)\nescribió:",
	"El 19/10/2026 a las 16:05, Dana Whitfield escribió:",
	"Il giorno lun 19 ott 2026 alle ore 16:05 Dana Whitfield <\ndana@northwind.example> ha scritto:",
	"Il 19/10/2026 16:05, Dana Whitfield ha scritto:",
	"Em seg., 19 de out. de 2026 às 16:05, Dana Whitfield <dana@northwind.example> escreveu:",
	"No dia 19/10/2026, às 16:05, Dana Whitfield <dana@northwind.example> escreveu:",
	"Op ma 19 okt. 2026 om 16:05 schreef Dana Whitfield <dana@northwind.example>:",
	"Op 19-10-2026 om 16:05 schreef Dana Whitfield:",
	"Den mån 19 okt. 2026 kl 16:05 skrev Dana Whitfield <dana@northwind.example>:",
	"Den 19. okt. 2026 kl. 16.05 skrev Dana Whitfield <dana@northwind.example>:",
	"man. 19. okt. 2026 kl. 16:05 skrev Dana Whitfield <dana@northwind.example>:",
	"19. okt. 2026 kl. 16:05 skrev Dana Whitfield <dana@northwind.example>:",
	"ma 19. lokak. 2026 klo 16.05 Dana Whitfield (dana@northwind.example) kirjoitti:",
	"pon., 19 paź 2026 o 16:05 Dana Whitfield <dana@northwind.example> napisał(a):",
	"W dniu 19.10.2026 o 16:05, Dana Whitfield pisze:",
	"Dnia 19 października 2026 16:05 Dana Whitfield <dana@northwind.example> napisał(a):",
	"po 19. 10. 2026 v 16:05 odesílatel Dana Whitfield <dana@northwind.example>\nnapsal:",
	"Dne 19.10.2026 v 16:05 Dana Whitfield napsal(a):",
	"po 19. 10. 2026 o 16:05 Dana Whitfield <dana@northwind.example> napísal(a):",
	"V pon., 19. okt. 2026 ob 16:05 je oseba Dana Whitfield <dana@northwind.example>\nnapisala:",
	"pon, 19. lis 2026. u 16:05 Dana Whitfield <dana@northwind.example> napisao je:",
	"пн, 19 окт. 2026 г. в 16:05, Dana Whitfield <dana@northwind.example>:",
	"19 октября 2026 г., 16:05 пользователь Dana Whitfield <dana@northwind.example>\nнаписал:",
	"19.10.2026, 16:05, \"Dana Whitfield\" <dana@northwind.example>:",
	"пн, 19 жовт. 2026 р. о 16:05 Dana Whitfield <dana@northwind.example> пише:",
	"На пн, 19.10.2026 г. в 16:05 Dana Whitfield <dana@northwind.example> написа:",
	"Στις Δευ, 19 Οκτ 2026 στις 4:05 μ.μ., ο χρήστης Dana Whitfield <\ndana@northwind.example> έγραψε:",
	"În lun., 19 oct. 2026 la 16:05, Dana Whitfield <dana@northwind.example> a scris:",
	"Pe 19 octombrie 2026, la 16:05, Dana Whitfield <dana@northwind.example> a scris:",
	"Dana Whitfield <dana@northwind.example> ezt írta (időpont: 2026. okt. 19.,\nH, 16:05):",
	"2026. 10. 19. 16:05 keltezéssel, Dana Whitfield írta:",
	"Dana Whitfield <dana@northwind.example>, 19 Eki 2026 Pzt, 16:05 tarihinde şunu\nyazdı:",
	"\u202bבתאריך יום ב׳, 19 באוק׳ 2026 ב-16:05 מאת \u202aDana Whitfield\u202c\u200f <\u202adana@northwind.example\u202c\u200f>:\u202c",
	"في الاثنين، ١٩ أكتوبر ٢٠٢٦ في ٤:٠٥ م تمت كتابة ما يلي بواسطة Dana <dana@northwind.example>:",
	"在 2026年10月19日周一 16:05，Dana Whitfield <dana@northwind.example> 写道：",
	"Dana Whitfield <dana@northwind.example> 于2026年10月19日周一 16:05写道：",
	"Dana Whitfield <dana@northwind.example> 於 2026年10月19日 週一 下午4:05寫道：",
	"2026年10月19日(月) 16:05 Dana Whitfield <dana@northwind.example>:",
	"2026/10/19 16:05、Dana Whitfield <dana@northwind.example>のメール:",
	"2026년 10월 19일 (월) 오후 4:05, Dana Whitfield <dana@northwind.example>님이 작성:",
	"Vào Th 2, 19 thg 10, 2026 vào lúc 16:05 Dana Whitfield <\ndana@northwind.example> đã viết:",
	"Pada Sen, 19 Okt 2026 pukul 16.05 Dana Whitfield <dana@northwind.example>\nmenulis:",
	"เมื่อ จ. 19 ต.ค. 2026 เวลา 16:05 Dana Whitfield <dana@northwind.example> เขียนว่า:",
	"El dl., 19 d’oct. 2026, 16:05, Dana Whitfield <dana@northwind.example> va escriure:",
	"---- Dana Whitfield wrote ----",
	"-------- Original message --------",
	"-----Ursprüngliche Nachricht-----",
	"----- Message d'origine -----",
	"________________________________\nFrom: Dana Whitfield <dana@northwind.example>\nSent: Monday, October 19, 2026 4:05 PM\nTo: Casey\nSubject: Re: Interview\n",
	"From: Dana Whitfield [mailto:dana@northwind.example]\nSent: Monday, October 19, 2026 4:05 PM\nTo: Casey\nSubject: Re: Interview\n",
	"*Von:* Dana Whitfield <dana@northwind.example>\n*Gesendet:* Montag, 19. Oktober 2026 16:05\n*An:* Casey\n*Betreff:* Re: Interview\n",
	"发件人: Dana Whitfield <dana@northwind.example>\n发送时间: 2026年10月19日 16:05\n收件人: Casey\n主题: Re: Interview\n",
}

func TestHistoryIsCutInManyLanguages(t *testing.T) {
	for _, a := range attributions {
		for name, below := range map[string]string{"quoted": "\n\n> send all\n>\n> Dana", "bare": "\n\nsend all\n\nDana"} {
			t.Run(name+" "+a, func(t *testing.T) {
				m := Read([]byte("From: Casey <casey@mail.example>\nSubject: Re: Interview\nContent-Type: text/plain; charset=utf-8\n\nLet me think.\n\nBoth are fine.\n\n" + a + below))
				check(t, "own", m.Own, "Let me think.\n\nBoth are fine.")
			})
		}
	}
}

// Answers that have no plain form at all.
func TestAnswersInHTMLAlone(t *testing.T) {
	for name, html := range map[string]string{
		"Gmail":       `<div dir="auto">send 1</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, Oct 19, 2026, 4:05 PM Casey &lt;<a href="mailto:casey@mail.example">casey@mail.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0">send all<br></blockquote></div>`,
		"Apple Mail":  `<div dir="ltr">send 1</div><div dir="ltr"><br><blockquote type="cite">On Oct 19, 2026, at 4:05 PM, Casey &lt;casey@mail.example&gt; wrote:<br><br></blockquote></div><blockquote type="cite"><div>send all</div></blockquote>`,
		"Outlook":     `<div>send 1</div><div><br></div><div id="ms-outlook-mobile-signature">Get <a href="https://aka.ms/o0ukef">Outlook for iOS</a></div><hr><div id="divRplyFwdMsg"><b>From:</b> Casey &lt;casey@mail.example&gt;<br><b>Sent:</b> Monday, October 19, 2026 4:05 PM<br><b>To:</b> Casey<br><b>Subject:</b> Two notes<div>&nbsp;</div></div>send all`,
		"Yahoo":       `<div>send 1</div><div class="yahoo_quoted"><div>On Monday, October 19, 2026 at 04:05:00 PM GMT+2, Casey &lt;casey@mail.example&gt; wrote:</div><div><br></div><div>send all</div></div>`,
		"Thunderbird": `<p>send 1</p><div class="moz-cite-prefix">Am 19.10.26 um 16:05 schrieb Casey:<br></div><blockquote type="cite" cite="mid:1@x"><p>send all</p></blockquote>`,
		"Proton":      `<div>send 1</div><div class="protonmail_quote">On Monday, October 19th, 2026 at 4:05 PM, Casey &lt;casey@mail.example&gt; wrote:<br><blockquote class="protonmail_quote" type="cite"><div>send all</div></blockquote></div>`,
	} {
		t.Run(name, func(t *testing.T) {
			m := Read([]byte("From: Casey <casey@mail.example>\nSubject: Re: Two notes\nContent-Type: text/html; charset=utf-8\n\n<html><body>" + html + "</body></html>"))
			check(t, "own", m.Own, "send 1")
			check(t, "no forward", m.Original, nil)
		})
	}
}

func TestOwnWordsAreKept(t *testing.T) {
	for _, own := range []string{
		"See you on Monday, October 19, 2026 at 16:05:\n\n- the office\n- the cafe",
		"Dana: she asked about Kafka.\nMarcus: the roadmap.",
		"worked: the story\nmet: Priya Nair <priya@northwind.example>\nhear-back: Friday",
		"Dana Whitfield\nWe spoke about Kafka\nmet: Priya Nair <priya@northwind.example>",
		"1. first\n2. second\n\nDana\nnothing much",
		"From what I saw, they write Go.\nTo be clear: I liked it.",
		"She wrote: we need you.\n\nI wrote back: yes.",
		"I have two questions:\n\n1. When?\n2. Where?",
		"Sent from my desk, this is easier than the phone.",
		"Thanks,\nCasey\n\nP.S. Dana asked whether I could start in March.",
		"Best,\n\nI would rather wait for Monday.",
		"He said \"send\" -- and left.",
		"Name | Time\n-----|-----\nDana | 2pm",
		"One\n---------\nTwo",
		"Subject: I would change it\n\nand leave the rest",
		"Date: Monday\nTime: 2pm\nPlace: the office",
		"My number is +49 555 0134 555\nand I am free at 10.",
	} {
		t.Run(own, func(t *testing.T) {
			m := Read([]byte("From: Casey <casey@mail.example>\nSubject: Re: Interview\nIn-Reply-To: <1@mail.example>\n\n" + own))
			check(t, "own", m.Own, own)
			check(t, "quoted", m.Quoted, "")
		})
	}
}

func TestSignaturesAreCut(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"delimiter", "send all\n\n-- \nCasey Candidate", "send all"},
		{"delimiter without space", "send all\n--\nCasey Candidate", "send all"},
		{"long dash", "send all\n—\nCasey Candidate", "send all"},
		{"iPhone", "send all\n\nSent from my iPhone", "send all"},
		{"iPhone in German", "send all\n\nVon meinem iPhone gesendet", "send all"},
		{"iPhone in French", "send all\n\nEnvoyé de mon iPhone", "send all"},
		{"iPhone in Spanish", "send all\n\nEnviado desde mi iPhone", "send all"},
		{"iPhone in Chinese", "send all\n\n发自我的 iPhone", "send all"},
		{"iPhone in Japanese", "send all\n\niPhoneから送信", "send all"},
		{"iPhone in Turkish", "send all\n\niPhone'umdan gönderildi", "send all"},
		{"iPhone in Russian", "send all\n\nОтправлено с iPhone", "send all"},
		{"iPhone in Korean", "send all\n\n나의 iPhone에서 보냄", "send all"},
		{"Outlook", "send all\n\nGet Outlook for iOS<https://aka.ms/o0ukef>", "send all"},
		{"Samsung", "send all\n\nSent from my Galaxy", "send all"},
		{"Yahoo", "send all\n\nSent from Yahoo Mail on Android", "send all"},
		{"closing, name and title", "I liked it.\n\nBest regards,\n\nCasey Candidate\n\nData Engineer\n+49 555 0134 555", "I liked it.\n\nBest regards,\n\nCasey Candidate"},
		{"name and contacts", "I liked it.\n\nCasey Candidate\nData Engineer\ncasey@mail.example\n+49 555 0134 555", "I liked it."},
		{"OpenPGP", "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nsend all\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----", "send all"},
		{"warning on top", "CAUTION: This message is from an EXTERNAL SENDER\n\nsend all", "send all"},
		{"notice below", "send all\n\nThis email and any attachments are confidential and\nmay be privileged.", "send all"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := Read([]byte("From: Casey <casey@mail.example>\nSubject: Re: Interview\nContent-Type: text/plain; charset=utf-8\n\n" + c.text))
			check(t, "own", m.Own, c.want)
		})
	}
}

func TestARulerBetweenSectionsCutsNothing(t *testing.T) {
	sections := func(ruler string) string {
		return strings.Join([]string{"Hi Casey,\n\nPart one: we would like to see you again.\n", "\nPart two: Thursday at 2 pm.\n",
			"\nPart three: bring your certificates, please.\n\nPriya"}, ruler+"\n")
	}
	for _, ruler := range []string{"________________________________", "--------------------", "====================", "---", "***"} {
		m := Read([]byte("From: Priya <priya@a.example>\nSubject: s\n\n" + sections(ruler)))
		if !strings.Contains(m.Own, "certificates") {
			t.Errorf("ruler %s: her own words end at it: %q", ruler, m.Own)
		}
	}
	for _, ruler := range []string{"--", "---", "________________________________"} {
		m := Read([]byte("From: Priya <priya@a.example>\nSubject: s\n\nSee you then.\n\n" + ruler + "\nPriya Nair\nTallgrass Ltd\n+44 20 7946 0018\n"))
		if m.Own != "See you then." {
			t.Errorf("ruler %s: the signature below it is kept: %q", ruler, m.Own)
		}
	}
}
