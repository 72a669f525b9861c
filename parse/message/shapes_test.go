package message

import (
	"strings"
	"testing"
)

// TestShapes reads the same two lines in every form that mail programs and broken servers give them.
func TestShapes(t *testing.T) {
	const head = "From: Dana <dana@northwind.example>\nSubject: Interview\n"
	for _, c := range []struct{ name, raw, text, limit string }{
		{"plain", head + "\nSee you\nat two", "See you\nat two", ""},
		{"CRLF", "Subject: x\r\n\r\nSee you\r\nat two\r\n", "See you\nat two", ""},
		{"CR CR LF", "Subject: x\r\r\n\r\r\nSee you\r\r\nat two\r\r\n", "See you\nat two", repairLineEnds},
		{"bare CR", "Subject: x\r\rSee you\rat two", "See you\nat two", repairLineEnds},
		{"NUL inside", head + "\nSee\x00 you", "See you", repairNUL},
		{"no header", "See you, at two", "See you, at two", repairNoHeader},
		{"header alone", "Subject: x", "", ""},
		{"mbox", "From dana@northwind.example Mon Oct 19 16:05:00 2026\n" + head + "\nSee you", "See you", ""},
		{"no empty line before the body", "Subject: x\nSee you at two\nor three", "See you at two\nor three", repairHeader},
		{"a stray line in the header", "Subject: x\nbroken fold\nFrom: a@b.example\n\nSee you", "See you", repairHeader},
		{"space before the colon", "Subject : x\nContent-Type : text/html\n\n<p>See you</p>", "See you", ""},
		{"base64", head + "Content-Transfer-Encoding: base64\n\nU2VlIHlv\ndQ==", "See you", ""},
		{"base64 without padding", head + "Content-Transfer-Encoding: base64\n\nU2VlIHlvdQ", "See you", ""},
		{"base64 with garbage", head + "Content-Transfer-Encoding: base64\n\nU2Vl!IHlv\u00e4dQ==", "See you", repairBase64},
		{"base64 with a footer in clear", head + "Content-Transfer-Encoding: base64\n\nU2VlIHlvdQ==\n\n_____\nlist footer", "See you", repairBase64},
		{"quoted-printable", head + "Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=iso-8859-1\n\nSee=20y=\nou =E0 deux", "See you à deux", ""},
		{"quoted-printable that is none", head + "Content-Transfer-Encoding: quoted-printable\n\na=b, 5=6 =zz", "a=b, 5=6 =zz", repairQP},
		{"unknown transfer encoding", head + "Content-Transfer-Encoding: rot13\n\nSee you", "See you", repairTransfer},
		{"uuencode", head + "Content-Transfer-Encoding: x-uuencode\n\nbegin 644 a.txt\n'4V5E('EO=0``\n`\nend\n", "See you", ""},
		{"HTML alone", head + "Content-Type: text/html\n\n<b>See</b> you<br>at two", "See you\nat two", ""},
		{"HTML that claims to be plain", head + "\n<html><body><p>See you</p></body></html>", "See you", ""},
		{"plain that claims to be HTML", head + "Content-Type: text/html\n\nSee you\nat two", "See you\nat two", ""},
		{"flowed", head + "Content-Type: text/plain; format=flowed\n\nSee you \nat two\n-- \nDana", "See you at two\n--\nDana", ""},
		{"flowed with delsp", head + "Content-Type: text/plain; format=flowed; delsp=yes\n\nSee yo \nu", "See you", ""},
		{"flowed quotes", head + "Content-Type: text/plain; format=flowed\n\n> See \n> you\nat two", "> See you\nat two", ""},
		{"alternative", head + "Content-Type: multipart/alternative; boundary=b\n\n--b\n\nSee you\n--b\nContent-Type: text/html\n\n<p>See you</p>\n--b--", "See you", ""},
		{"alternative with an empty plain part", head + "Content-Type: multipart/alternative; boundary=b\n\n--b\n\n \n--b\nContent-Type: text/html\n\n<p>See you</p>\n--b--", "See you", ""},
		{"mixed, text twice", head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee you\n--b\n\nat two\n--b--", "See you\n\nat two", ""},
		{"never closed", head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee you", "See you", repairBoundary},
		{"boundary not named", head + "Content-Type: multipart/mixed\n\n--xyz\nContent-Type: text/plain\n\nSee you\n--xyz--", "See you", repairBoundary},
		{"a semicolon forgotten", head + "Content-Type: multipart/mixed boundary=\"xyz\"\n\n--xyz\n\nSee you\n--xyz--", "See you", ""},
		{"another boundary in the body", head + "Content-Type: multipart/mixed; boundary=abc\n\n--xyz\nContent-Type: text/plain\n\nSee you\n--xyz--", "See you", repairBoundary},
		{"boundary that is the start of another", head + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=bb\n\n--bb\n\nSee you\n--bb--\n--b--", "See you", ""},
		{"the same boundary twice", head + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\nSee you\n--b--\n--b--", "See you", repairBoundary},
		{"text in the preamble only", head + "Content-Type: multipart/mixed; boundary=b\n\nSee you\n--b--", "See you", ""},
		{"multipart without any part", head + "Content-Type: multipart/mixed; boundary=b\n\nSee you", "See you", repairBoundary},
		{"nonsense type", head + "Content-Type: banana\n\nSee you", "See you", ""},
		{"an uuencoded file inside", head + "\nSee you\nbegin 644 cv.pdf\n#86)C\n`\nend\nat two", "See you\n\nat two", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := Read([]byte(c.raw))
			check(t, "text", m.Text, c.text)
			if got := strings.Join(m.Limits, " "); got != c.limit {
				t.Errorf("limits %q, want %q", got, c.limit)
			}
		})
	}
}

func TestCharsets(t *testing.T) {
	for _, c := range []struct{ name, charset, body, text string }{
		{"UTF-8", "utf-8", "Grüße", "Grüße"},
		{"none named, UTF-8", "", "Grüße", "Grüße"},
		{"none named, Latin-1", "", "Gr\xfc\xdfe", "Grüße"},
		{"Latin-1", "iso-8859-1", "Gr\xfc\xdfe", "Grüße"},
		{"UTF-8 that claims Latin-1", "iso-8859-1", "Grüße", "Grüße"},
		{"Latin-1 that claims UTF-8", "utf-8", "Gr\xfc\xdfe", "Grüße"},
		{"both in one text", "utf-8", "Grüße \xfc", "Grüße \ufffd"},
		{"Windows-1252", "windows-1252", "\x93hi\x94 \x80", "“hi” €"},
		{"ASCII that is none", "us-ascii", "caf\xe9", "café"},
		{"UTF-7", "utf-7", "Gr+APwA3w-e +- x", "Grüße + x"},
		{"UTF-16 with a mark", "utf-16", "\xff\xfeH\x00i\x00", "Hi"},
		{"UTF-16 without a mark", "utf-16", "H\x00i\x00", "Hi"},
		{"big-endian UTF-16", "utf-16be", "\x00H\x00i", "Hi"},
		{"ASCII that claims UTF-16", "utf-16", "Hello there", "Hello there"},
		{"GB 2312", "gb2312", "\xc4\xe3\xba\xc3", "你好"},
		{"GB 18030", "gb18030", "\xc4\xe3\xba\xc3", "你好"},
		{"Big5", "big5", "\xa7\x41\xa6\x6e", "你好"},
		{"ISO-2022-JP", "iso-2022-jp", "\x1b$B$3$s\x1b(B", "こん"},
		{"ISO-2022-JP, not named", "", "\x1b$B$3$s\x1b(B", "こん"},
		{"ISO-2022-KR", "iso-2022-kr", "\x1b$)C\x0e>H3g\x0f", "안녕"},
		{"EUC-KR", "ks_c_5601-1987", "\xbe\xc8\xb3\xe7", "안녕"},
		{"KOI8-R", "koi8-r", "\xf0\xd2\xc9\xd7\xc5\xd4", "Привет"},
		{"unknown", "x-klingon", "qapla' \xe9", "qapla' é"},
		{"code page", "cp1251", "\xcf\xf0\xe8", "При"},
	} {
		t.Run(c.name, func(t *testing.T) {
			raw := "Subject: x\nContent-Type: text/plain; charset=\"" + c.charset + "\"\n\n" + c.body
			if c.charset == "" {
				raw = "Subject: x\n\n" + c.body
			}
			check(t, "text", Read([]byte(raw)).Text, c.text)
		})
	}
}

func TestHeaderWords(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"Q", "=?iso-8859-1?Q?Gespr=E4ch_um_zwei?=", "Gespräch um zwei"},
		{"B", "=?UTF-8?B?R2VzcHLDpGNo?=", "Gespräch"},
		{"two words, one space between", "=?utf-8?q?a?= =?utf-8?q?b?=", "ab"},
		{"a letter cut in two", "=?utf-8?b?w6Q=?= =?utf-8?q?=C3?= =?utf-8?q?=A4?=", "ää"},
		{"word and text", "Re: =?utf-8?q?=C3=A4?= x", "Re: ä x"},
		{"with a language", "=?utf-8*de?q?=C3=A4?=", "ä"},
		{"broken", "=?utf-8?q?abc", "=?utf-8?q?abc"},
		{"broken, then right", "=?x?z?a?= =?utf-8?q?b?=", "=?x?z?a?= b"},
		{"spaces inside", "=?utf-8?q?a b?=", "a b"},
		{"raw Latin-1", "Gespr\xe4ch", "Gespräch"},
		{"raw UTF-8", "Gespräch", "Gespräch"},
		{"control characters inside", "=?utf-8?q?a=0D=0ABcc:_x=1B[2K?=", "a  Bcc: x[2K"},
		{"marks that turn the direction", "=?utf-8?q?a=E2=80=AEcod?=", "acod"},
		{"ends of lines beyond ASCII", "a\u2028Bcc: x\u0085y", "a Bcc: x y"},
		{"folded", "a\n  b", "a b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			check(t, "subject", Read([]byte("Subject: "+c.raw+"\n\n")).Subject, c.want)
		})
	}
}

func TestAddresses(t *testing.T) {
	dana := Address{"Dana Whitfield", "dana@northwind.example"}
	for _, c := range []struct {
		name, raw string
		want      []Address
	}{
		{"usual", "Dana Whitfield <dana@northwind.example>", []Address{dana}},
		{"quoted, with a comma", `"Whitfield, Dana" <dana@northwind.example>`, []Address{{"Whitfield, Dana", dana.Email}}},
		{"a comma without quotes", "Whitfield, Dana <dana@northwind.example>, x@y.example", []Address{{"Whitfield, Dana", dana.Email}, {"", "x@y.example"}}},
		{"bare", "dana@northwind.example", []Address{{"", dana.Email}}},
		{"name in a comment", "dana@northwind.example (Dana Whitfield)", []Address{dana}},
		{"semicolons", "Dana Whitfield <dana@northwind.example>; x@y.example;", []Address{dana, {"", "x@y.example"}}},
		{"group", "Panel: Dana Whitfield <dana@northwind.example>, x@y.example;", []Address{dana, {"", "x@y.example"}}},
		{"nobody", "undisclosed-recipients:;", nil},
		{"address as name", "dana@northwind.example <dana@northwind.example>", []Address{{"", dana.Email}}},
		{"Outlook, doubled", "Dana Whitfield<mailto:dana@northwind.example> <dana@northwind.example<mailto:dana@northwind.example>>", []Address{dana}},
		{"Outlook, in brackets", "Dana Whitfield [mailto:dana@northwind.example]", []Address{dana}},
		{"encoded", "=?utf-8?q?L=C3=A9a?= <lea@ateliers.example>", []Address{{"Léa", "lea@ateliers.example"}}},
		{"encoded as a whole", "=?utf-8?q?L=C3=A9a_=3Clea=40ateliers.example=3E?=", []Address{{"Léa", "lea@ateliers.example"}}},
		{"a route", "<@a.example,@b.example:dana@northwind.example>", []Address{{"", dana.Email}}},
		{"escaped quotes", `"Dana \"D\" W" <dana@northwind.example>`, []Address{{`Dana "D" W`, dana.Email}}},
		{"empty", "<>", nil},
		{"a name alone", "Dana Whitfield", []Address{{"Dana Whitfield", ""}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			check(t, "addresses", readAddresses(c.raw, &notes{}), c.want)
		})
	}
}

func TestNamesOfAttachments(t *testing.T) {
	for _, c := range []struct{ name, field, want string }{
		{"plain", `attachment; filename="cv.pdf"`, "cv.pdf"},
		{"without quotes", "attachment; filename=my cv.pdf", "my cv.pdf"},
		{"RFC 2231", "attachment; filename*=UTF-8''Gespr%C3%A4ch.pdf", "Gespräch.pdf"},
		{"in pieces", `attachment; filename*0*=utf-8''Ge; filename*1="spr"; filename*2*=%C3%A4ch.pdf`, "Gespräch.pdf"},
		{"encoded word", `attachment; filename="=?utf-8?q?Gespr=C3=A4ch.pdf?="`, "Gespräch.pdf"},
		{"a path", `attachment; filename="../../.ssh/authorized_keys"`, "authorized_keys"},
		{"turned around", "attachment; filename=\"a\u202efdp.exe\"", "afdp.exe"},
		{"very long", `attachment; filename="` + strings.Repeat("ä", 500) + `"`, strings.Repeat("ä", 80)},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := Read([]byte("Subject: x\nContent-Type: application/pdf\nContent-Disposition: " + c.field + "\n\nx"))
			if len(m.Attachments) != 1 {
				t.Fatalf("attachments %v", m.Attachments)
			}
			check(t, "name", m.Attachments[0].Name, c.want)
		})
	}
}
