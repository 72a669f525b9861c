package approval

import (
	"slices"
	"strings"
	"testing"
	"time"

	"roundtwo/parse/message"
	"roundtwo/parse/reply"
)

// A row of the matrix changes one thing of the genuine answer, or of what is known besides.
type row struct {
	name   string
	want   Reason
	mail   func(answer) answer
	change func(*Facts)
}

// other is a letter about another interview.
func other() Issued {
	l := request()
	l.Ref, l.Hash = "MM22", "00"
	l.MessageID = testKey.MessageID(l.Kind, l.Ref, 1, adas, l.Hash, l.Expires, "example.org")
	return l
}

var matrix = []row{
	{"1 a command of 256 KB", TooBig, func(a answer) answer { return a.says("send\r\n" + strings.Repeat("> quoted\r\n", 27000)) }, nil},
	{"1 a long quotation below", Counts, func(a answer) answer { return a.says("send\r\n\r\n" + strings.Repeat("> quoted\r\n", 20000)) }, nil},
	{"1 in the last second", Counts, nil, func(f *Facts) { f.Now = request().Expires.Add(-time.Second) }},
	{"1 too late", Expired, nil, func(f *Facts) { f.Now = request().Expires }},
	{"1 before the request went out", Expired, nil, func(f *Facts) { f.Now = request().Issued.Add(-time.Second) }},
	{"1 a letter that never expires", Counts, func(a answer) answer { return a.answering(never()) }, func(f *Facts) {
		f.Letters, f.Now = []Issued{never()}, noon.AddDate(9, 0, 0)
	}},
	{"2 seen before", Replay, nil, func(f *Facts) { f.Seen = true }},

	{"3 two From fields, hers first", BadFrom, func(a answer) answer { return a.add("From: mallory@evil.example") }, nil},
	{"3 two From fields, hers last", BadFrom, func(a answer) answer { return a.top("From: mallory@evil.example") }, nil},
	{"3 no From", BadFrom, func(a answer) answer { return a.set("From", "") }, nil},
	{"3 a list", BadFrom, func(a answer) answer { return a.set("From", "mallory@evil.example, ada@example.org") }, nil},
	{"3 a list, hers first", BadFrom, func(a answer) answer { return a.set("From", "ada@example.org, mallory@evil.example") }, nil},
	{"3 a group", BadFrom, func(a answer) answer { return a.set("From", "us: ada@example.org;") }, nil},
	{"3 a route", BadFrom, func(a answer) answer { return a.set("From", "<@evil.example,@x.example:ada@example.org>") }, nil},
	{"3 a comment", BadFrom, func(a answer) answer { return a.set("From", "ada@example.org (mallory@evil.example)") }, nil},
	{"3 two angles", BadFrom, func(a answer) answer { return a.set("From", "<ada@example.org> <mallory@evil.example>") }, nil},
	{"3 a quoted local part", BadFrom, func(a answer) answer { return a.set("From", `"ada"@example.org`) }, nil},
	{"3 a quoted pair in the address", BadFrom, func(a answer) answer { return a.set("From", `<ad\a@example.org>`) }, nil},
	{"3 an encoded address", BadFrom, func(a answer) answer { return a.set("From", "=?utf-8?q?ada=40example.org?=") }, nil},
	{"3 an encoded address in front", BadFrom, func(a answer) answer {
		return a.set("From", "=?utf-8?q?<ada=40example.org>=00?= mallory@evil.example")
	}, nil},
	{"3 a space before From", BadFrom, func(a answer) answer { return a.top(" From: mallory@evil.example") }, nil},
	{"3 a space before the colon", BadFrom, func(a answer) answer { return a.top("From : mallory@evil.example") }, nil},
	{"3 NUL in the name of the field", BadFrom, func(a answer) answer { return a.top("From\x00: mallory@evil.example") }, nil},
	{"3 NUL in the address", BadFrom, func(a answer) answer { return a.set("From", "ada@example.org\x00@evil.example") }, nil},
	{"3 NUL in the body", BadFrom, func(a answer) answer { return a.says("send\r\n\x00\r\n") }, nil},
	{"3 a bare carriage return", BadFrom, func(a answer) answer { return a.set("Subject", "Re: x\rFrom: mallory@evil.example") }, nil},
	{"3 a line that is no field", BadFrom, func(a answer) answer { return a.add("hello there") }, nil},
	{"3 a folded From", Counts, func(a answer) answer { return a.set("From", "Ada Byron\r\n <ada@example.org>") }, nil},
	{"3 a name with a comma, quoted", Counts, func(a answer) answer { return a.set("From", `"Byron, Ada (née \"B\")" <ada@example.org>`) }, nil},
	{"3 an encoded name", Counts, func(a answer) answer { return a.set("From", "=?utf-8?q?Ada_B=C3=BFron?= <ada@example.org>") }, nil},
	{"3 her address as her name", Counts, func(a answer) answer { return a.set("From", `"ada@example.org" <ada@example.org>`) }, nil},
	{"3 no name", Counts, func(a answer) answer { return a.set("From", "ada@example.org") }, nil},
	{"3 a second Subject", DupHeader, func(a answer) answer { return a.top("Subject: [roundtwo K7QF]") }, nil},
	{"3 a second In-Reply-To", DupHeader, func(a answer) answer { return a.top("in-reply-to: <x@example.org>") }, nil},
	{"3 a second Content-Type", DupHeader, func(a answer) answer { return a.add("Content-Type: text/html") }, nil},
	{"3 two Received", Counts, func(a answer) answer { return a.add("Received: from a by b") }, nil},

	{"4 an automatic answer", AutoReply, func(a answer) answer { return a.add("Auto-Submitted: auto-replied") }, nil},
	{"4 a person, said so", Counts, func(a answer) answer { return a.add("Auto-Submitted: no") }, nil},
	{"4 a vacation program", AutoReply, func(a answer) answer { return a.add("X-Autoreply: yes") }, nil},
	{"4 Precedence: bulk", AutoReply, func(a answer) answer { return a.add("Precedence: bulk") }, nil},
	{"4 a mailing list", AutoReply, func(a answer) answer { return a.add("List-Id: <all.example.org>") }, nil},
	{"4 no sender to bounce to", Bounce, func(a answer) answer { return a.set("Return-Path", "<>") }, nil},
	{"4 a report of delivery", Bounce, func(a answer) answer {
		return a.set("Content-Type", "multipart/report; report-type=delivery-status; boundary=b").
			says("--b\r\nContent-Type: text/plain\r\n\r\nsend\r\n--b--\r\n")
	}, nil},
	{"4 the request itself", OwnMail, func(a answer) answer { return a.set("Message-ID", "<"+request().MessageID+">") }, nil},
	{"4 a letter of ours that is not on record", OwnMail, func(a answer) answer { return a.set("Message-ID", "<"+other().MessageID+">") }, nil},

	{"5 somebody else", WrongSender, func(a answer) answer { return a.set("From", "Dana Li <dana@acme.example>") }, nil},
	{"5 her name, another address", WrongSender, func(a answer) answer { return a.set("From", `"ada@example.org" <ada@examp1e.org>`) }, nil},
	{"5 her address with more behind it", WrongSender, func(a answer) answer { return a.set("From", "ada@example.org.evil.example") }, nil},
	{"5 her other address", Counts, func(a answer) answer { return a.set("From", "Ada.Byron@Work.example") }, nil},
	{"5 nobody's addresses are known", WrongSender, nil, func(f *Facts) { f.Addresses = nil }},

	{"6 no In-Reply-To at all", NoToken, func(a answer) answer { return a.set("In-Reply-To", "").set("References", "") }, nil},
	{"6 References alone", Counts, func(a answer) answer { return a.set("In-Reply-To", "") }, nil},
	{"6 In-Reply-To alone", Counts, func(a answer) answer { return a.set("References", "") }, nil},
	{"6 an answer to another mail", NoToken, func(a answer) answer {
		return a.set("In-Reply-To", "<lunch@example.org>").set("References", "<lunch@example.org>")
	}, nil},
	{"6 an answer to her own answer", Counts, func(a answer) answer { return a.set("In-Reply-To", "<answer-0@example.org>") }, nil},
	{"6 in capitals", Counts, func(a answer) answer {
		return a.set("In-Reply-To", "<"+strings.ToUpper(request().MessageID)+">").set("References", "")
	}, nil},
	{"6 one letter of the MAC changed", BadToken, func(a answer) answer { return a.naming(flip(request().MessageID, -14)) }, nil},
	{"6 a made-up token beside the true one", BadToken, func(a answer) answer {
		return a.set("In-Reply-To", "<"+flip(request().MessageID, -14)+">")
	}, nil},
	{"6 a shortened token", NoToken, func(a answer) answer {
		return a.naming(strings.Replace(request().MessageID, "@", "", 1)[:40] + "@example.org")
	}, nil},
	{"6 a genuine token that is not on record", NoToken, nil, func(f *Facts) { f.Letters = nil }},
	{"6 the record shows other notes", BadToken, nil, func(f *Facts) { f.Letters[0].Hash = "00" }},
	{"6 the record was prolonged", BadToken, nil, func(f *Facts) { f.Letters[0].Expires = noon.AddDate(1, 0, 0) }},
	{"6 the letter went to an address that is hers no more", BadToken, func(a answer) answer { return a.set("From", "ada.byron@work.example") }, func(f *Facts) {
		f.Addresses = []string{"ada.byron@work.example"}
	}},
	{"6 the id that a provider gave our letter", Counts, func(a answer) answer { return a.naming("AM0PR05MB1@eurprd05.prod.outlook.example") },
		func(f *Facts) { f.Letters[0].Alias = []string{"AM0PR05MB1@eurprd05.prod.outlook.example"} }},
	{"6 a provider's id that we never saw", NoToken, func(a answer) answer { return a.naming("AM0PR05MB1@eurprd05.prod.outlook.example") }, nil},
	{"6 another number in the subject", Conflict, func(a answer) answer { return a.set("Subject", "Re: [roundtwo MM22] Your notes") }, nil},
	{"6 two numbers in the subject", Conflict, func(a answer) answer { return a.set("Subject", "[roundtwo K7QF] [roundtwo MM22]") }, nil},
	{"6 a subject of her own", Counts, func(a answer) answer { return a.set("Subject", "the notes") }, nil},
	{"6 the number in small letters", Counts, func(a answer) answer { return a.set("Subject", "re: [RoundTwo k7qf]") }, nil},
	{"6 In-Reply-To names two letters", Conflict, func(a answer) answer {
		return a.set("In-Reply-To", "<"+request().MessageID+"> <"+other().MessageID+">")
	}, func(f *Facts) { f.Letters = []Issued{other(), request()} }},
	{"6 an older letter among the References", Counts, func(a answer) answer {
		return a.set("References", "<"+other().MessageID+"> <"+request().MessageID+">").set("In-Reply-To", "")
	}, func(f *Facts) { f.Letters = []Issued{other(), request()} }},

	{"7 the provider says forged", NotAuthenticated, func(a answer) answer { return a.atBorder(results("dmarc=fail header.from=example.org")) }, nil},
	{"7 the provider says nothing", Counts, func(a answer) answer { return a.atBorder(results("none")) }, nil},
	{"7 no proof and one is needed", NotAuthenticated, nil, func(f *Facts) { f.Require = true }},
	{"7 the provider says genuine and that is needed", Counts, func(a answer) answer {
		return a.atBorder(results("dmarc=pass header.from=example.org"))
	}, func(f *Facts) { f.Require = true }},

	{"8 words that are no command", Unclear, func(a answer) answer { return a.says("yes, but change the date\r\n") }, nil},
	{"8 nothing but a quotation", Unclear, func(a answer) answer { return a.says("> send\r\n") }, nil},
	{"8 HTML that says something else", Conflict, func(a answer) answer { return a.twoParts("send", "<p>no, wait</p>") }, nil},
	{"8 HTML that says the same", Counts, func(a answer) answer { return a.twoParts("send", "<div dir=ltr><b>Send</b><br></div>") }, nil},
	{"8 HTML that hides the command", Conflict, func(a answer) answer {
		return a.twoParts("send", `<p>no</p><span style="display:none">send</span>`)
	}, nil},
}

func never() Issued {
	l := request()
	l.Expires = time.Time{}
	l.MessageID = testKey.MessageID(l.Kind, l.Ref, l.Serial, adas, l.Hash, l.Expires, "example.org")
	return l
}

func (a answer) answering(l Issued) answer { return a.naming(l.MessageID) }

func (a answer) naming(id string) answer {
	return a.set("In-Reply-To", "<"+id+">").set("References", "<"+id+">")
}

func (a answer) twoParts(text, html string) answer {
	return a.set("Content-Type", "multipart/alternative; boundary=b").says("--b\r\nContent-Type: text/plain\r\n\r\n" + text +
		"\r\n--b\r\nContent-Type: text/html\r\n\r\n" + html + "\r\n--b--\r\n")
}

// results is a field of the believed server.
func results(said string) string { return "Authentication-Results: mx.mail.example; " + said }

// flip changes the letter of the code at that place, counted back from the @.
func flip(id string, place int) string {
	b := []byte(id)
	i := strings.IndexByte(id, '@') + place
	if b[i]++; b[i] > 'z' || b[i] == '8' {
		b[i] = 'a'
	}
	return string(b)
}

func TestMatrix(t *testing.T) {
	for _, r := range matrix {
		t.Run(r.name, func(t *testing.T) {
			a, f := genuine(), facts()
			f.AuthservID = "mx.mail.example"
			if r.mail != nil {
				a = r.mail(a)
			}
			if r.change != nil {
				r.change(&f)
			}
			if _, got := check(a, f); got != r.want {
				t.Errorf("got %q, want %q", got, r.want)
			}
		})
	}
}

// broken fails every rule at once; mending them one after the other shows their order.
func TestTheFirstRuleThatFailsNamesTheReason(t *testing.T) {
	a := genuine().says("maybe\r\n"+strings.Repeat("> x\r\n", 60000)).naming(flip(request().MessageID, -14)).
		set("From", "dana@acme.example").set("Subject", "[roundtwo MM22]").set("Return-Path", "<>").
		set("Message-ID", "<"+other().MessageID+">").atBorder(results("dmarc=fail")).add("Subject: x").add("From: ada@example.org")
	f := facts()
	f.AuthservID, f.Seen, f.Require = "mx.mail.example", true, true
	mend := []struct {
		want Reason
		mend func()
	}{
		{TooBig, func() { a = a.says("maybe\r\n") }},
		{Replay, func() { f.Seen = false }},
		{BadFrom, func() { a = a.set("From", ""); a = a.add("From: dana@acme.example") }},
		{DupHeader, func() { a = a.set("Subject", ""); a = a.add("Subject: [roundtwo MM22]") }},
		{OwnMail, func() { a = a.set("Message-ID", "<answer@example.org>") }},
		{Bounce, func() { a = a.set("Return-Path", "<ada@example.org>").add("Auto-Submitted: auto-replied") }},
		{AutoReply, func() { a = a.set("Auto-Submitted", "") }},
		{WrongSender, func() { a = a.set("From", "ada@example.org") }},
		{BadToken, func() { a = a.naming("lunch@example.org") }},
		{NoToken, func() { a, f.Now = a.naming(request().MessageID), request().Expires }},
		{Expired, func() { f.Now = noon }}, // of the first rule, but only now there is a letter that could expire
		{Conflict, func() { a = a.set("Subject", "") }},
		{NotAuthenticated, func() { a = a.set("Authentication-Results", "") }},
		{NotAuthenticated, func() { f.Require = false }},
		{Unclear, func() { a = a.says("send\r\n") }},
		{Counts, func() {}},
	}
	for i, step := range mend {
		if _, got := check(a, f); got != step.want {
			t.Fatalf("step %d: got %q, want %q", i, got, step.want)
		}
		step.mend()
	}
}

func TestStopNeedsTheTokenOnly(t *testing.T) {
	stop := genuine().says("stop\r\n")
	tests := map[string]struct {
		mail answer
		want Reason
	}{
		"from anybody":          {stop.set("From", "dana@acme.example").set("Return-Path", "<>"), Counts},
		"with a broken header":  {stop.add("From: x@y.example").add("Subject: x"), Counts},
		"without the token":     {stop.naming("lunch@example.org"), NoToken},
		"with a made-up token":  {stop.naming(flip(request().MessageID, -20)), BadToken},
		"but send needs it all": {genuine().set("From", "dana@acme.example"), WrongSender},
	}
	for name, tt := range tests {
		f := facts()
		f.Now = request().Expires.Add(time.Hour)
		if name == "but send needs it all" {
			f.Now = noon
		}
		if l, got := check(tt.mail, f); got != tt.want || got == Counts && l.Ref != "K7QF" {
			t.Errorf("%s: got %q (letter %q), want %q", name, got, l.Ref, tt.want)
		}
	}
}

func TestTheLetterComesWithTheReason(t *testing.T) {
	if l, reason := check(genuine().says("maybe\r\n"), facts()); reason != Unclear || l.Ref != "K7QF" {
		t.Errorf("got %q and letter %q: she cannot be told what was unclear", reason, l.Ref)
	}
}

func TestTheRulesComeInOrderAndNameTheirReasons(t *testing.T) {
	number := 0
	for _, r := range rules {
		if r.number < number || r.reason == Counts {
			t.Errorf("rule %d after rule %d, reason %q", r.number, number, r.reason)
		}
		number = r.number
	}
	if number != 8 {
		t.Errorf("the last rule is %d, want 8", number)
	}
}

func TestEveryReasonOfTheRulesIsInTheMatrix(t *testing.T) {
	for _, r := range rules {
		if !slices.ContainsFunc(matrix, func(m row) bool { return m.want == r.reason }) && r.reason != Undecided { // see dkim_test.go
			t.Errorf("no row shows %q", r.reason)
		}
	}
}

// Without the bytes the decoded message must do; what was encoded in it then proves nothing.
func TestWithoutTheBytes(t *testing.T) {
	read := func(a answer, f Facts) Reason {
		f.AuthservID = "mx.mail.example"
		_, reason := Check(testKey, message.Read(a.bytes()), reply.Answer{Verb: reply.Send}, f)
		return reason
	}
	if got := read(genuine(), facts()); got != Counts {
		t.Errorf("the genuine answer: %q", got)
	}
	if got := read(genuine().add("From: x@evil.example"), facts()); got != BadFrom {
		t.Errorf("two From fields: %q", got)
	}
	if got := read(genuine().add("Subject: x"), facts()); got != DupHeader {
		t.Errorf("two subjects: %q", got)
	}
	f := facts()
	f.Require = true
	if got := read(genuine().atBorder(results("dmarc=pass header.from=example.org")), f); got != NotAuthenticated {
		t.Errorf("a proof that may have been decoded: %q", got)
	}
}
