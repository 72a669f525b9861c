package approval

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"roundtwo/parse/message"
	"roundtwo/parse/reply"
)

// noon is when Ada answers; the request went out an hour before.
var noon = time.Date(2026, 12, 1, 12, 0, 0, 0, time.UTC)

var testKey = Key("a key of at least 32 bytes, for tests only")

// adas is the address that her letters go to.
const adas = "ada@example.org"

const notesHash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

// request is the letter that shows Ada her notes.
func request() Issued {
	expires := noon.Add(71 * time.Hour)
	return Issued{
		MessageID: testKey.MessageID("request", "K7QF", 1, "ada@example.org", notesHash, expires, "example.org"),
		Kind:      "request", Ref: "K7QF", Serial: 1, Hash: notesHash, Issued: noon.Add(-time.Hour), Expires: expires,
		State: "pending",
	}
}

// answer is a mail in the making: its lines of header, and its body.
type answer struct {
	fields []string
	body   string
}

// genuine is Ada's answer as her mail program writes it.
func genuine() answer {
	id := request().MessageID
	return answer{
		fields: []string{
			"Return-Path: <ada@example.org>",
			"Received: from out.example.org (out.example.org [192.0.2.7]) by mx.mail.example with ESMTPS id 1; Tue, 01 Dec 2026 11:59:00 +0000",
			"From: \"Ada Byron\" <ada@example.org>",
			"To: Ada Byron <ada@example.org>",
			"Subject: Re: [roundtwo K7QF] Your notes to Acme",
			"Date: Tue, 01 Dec 2026 11:59:00 +0000",
			"Message-ID: <answer-1@example.org>",
			"In-Reply-To: <" + id + ">",
			"References: <" + id + ">",
			"MIME-Version: 1.0",
			"Content-Type: text/plain; charset=utf-8",
		},
		body: "send\r\n\r\nOn Tue, 1 Dec 2026 at 11:00, roundtwo wrote:\r\n> Answer \"send\" or \"skip\".\r\n",
	}
}

func (a answer) bytes() []byte { return []byte(strings.Join(a.fields, "\r\n") + "\r\n\r\n" + a.body) }

// set replaces the first field of that name, or takes it out where value is "".
func (a answer) set(name, value string) answer {
	var fields []string
	for _, f := range a.fields {
		if n, _, _ := strings.Cut(f, ":"); n != name {
			fields = append(fields, f)
		} else if value != "" {
			fields = append(fields, name+": "+value)
		}
	}
	a.fields = fields
	return a
}

// add puts a line at the end of the header, top at its start.
func (a answer) add(line string) answer {
	a.fields = append(append([]string(nil), a.fields...), line)
	return a
}

func (a answer) top(line string) answer {
	a.fields = append([]string{line}, a.fields...)
	return a
}

// atBorder puts a line where a provider writes its results: under the line of the hop that took the message in.
func (a answer) atBorder(line string) answer {
	fields := append([]string(nil), a.fields[:2]...)
	a.fields = append(append(fields, line), a.fields[2:]...)
	return a
}

func (a answer) says(body string) answer {
	a.body = body
	return a
}

// command reads the first line as strictly as may be.
func command(own string) reply.Answer {
	line, rest, _ := strings.Cut(strings.TrimSpace(own), "\n")
	switch word := strings.ToLower(strings.TrimSpace(line)); word {
	case "send", "stop":
		return reply.Answer{Verb: reply.Verb(word), Text: strings.TrimSpace(rest)}
	}
	return reply.Answer{}
}

// facts are those of the genuine answer.
func facts() Facts {
	return Facts{Now: noon, Addresses: []string{"Ada@example.org", "ada.byron@work.example"}, Letters: []Issued{request()}}
}

func check(a answer, f Facts) (Issued, Reason) { return checkBytes(a.bytes(), f) }

func checkBytes(raw []byte, f Facts) (Issued, Reason) {
	m := message.Read(raw)
	f.Size, f.Raw = len(raw), raw
	return Check(testKey, m, command(m.Own), f)
}

func TestTheGenuineAnswerCounts(t *testing.T) {
	l, reason := check(genuine(), facts())
	if reason != Counts || l.Ref != "K7QF" || l.Hash != notesHash {
		t.Errorf("refused as %q, letter %+v", reason, l)
	}
}

func ExampleSubjectRef() {
	fmt.Println(SubjectRef("Re: AW: [roundtwo K7QF] Your notes to Acme"))
	// Output: K7QF
}
