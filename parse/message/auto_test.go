package message

import "testing"

func TestWhatNoPersonWrote(t *testing.T) {
	for _, c := range []struct{ name, header, want string }{
		{"a person", "From: casey@mail.example", ""},
		{"a person's program", "Auto-Submitted: no", ""},
		{"our own letters", "Auto-Submitted: auto-generated", "auto-generated"},
		{"an answering machine", "Auto-Submitted: auto-replied; owner-email=\"x\"", "auto-replied"},
		{"an old answering machine", "X-Autoreply: yes", "auto-reply"},
		{"absence, by its subject", "Subject: Automatic reply: Interview", "auto-reply"},
		{"absence in German", "Subject: Abwesenheitsnotiz: Interview", "auto-reply"},
		{"an answer about automation", "Subject: Re: Automatic reply", ""},
		{"a list", "List-Id: <jobs.example>", "list"},
		{"bulk", "Precedence: bulk", "bulk"},
		{"a bounce, by its path", "Return-Path: <>", "bounce"},
		{"a bounce, by its sender", "From: MAILER-DAEMON@mx.example", "bounce"},
		{"a report", "Content-Type: multipart/report; boundary=b", "bounce"},
		{"a path", "Return-Path: <casey@mail.example>", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			check(t, "auto", Read([]byte(c.header+"\n\nx")).Auto, c.want)
		})
	}
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ want, text string }{
		{"en", "We would like to meet you on Thursday, and hope that this is fine with you."},
		{"de", "Wir möchten Sie gerne zu einem zweiten Gespräch einladen und freuen uns auf Sie."},
		{"fr", "Nous vous invitons à un deuxième entretien avec notre directrice dans nos bureaux."},
		{"es", "Nos gustaría invitarla a una segunda entrevista con el director de la empresa."},
		{"it", "La invitiamo a un secondo colloquio con il nostro direttore che si terrà nella sede."},
		{"nl", "Wij nodigen u graag uit voor een tweede gesprek met de directeur van het bedrijf."},
		{"pt", "Gostaríamos de convidar você para uma segunda entrevista com o diretor da empresa."},
		{"pl", "Zapraszamy na drugą rozmowę i proszę o potwierdzenie, że się Pani pojawi w biurze."},
		{"sv", "Vi vill gärna träffa dig för en andra intervju och hoppas att det passar."},
		{"ja", "二次面接のご案内をお送りします。"},
		{"ru", "Приглашаем вас на второе собеседование, и мы будем рады, что вы придёте в офис."},
		{"", "Zoom 555 0134"},
	} {
		t.Run(c.want, func(t *testing.T) { check(t, "language", language(c.text), c.want) })
	}
}
