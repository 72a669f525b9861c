package demo

import (
	"net/http"
	"slices"
	"time"

	"roundtwo/daemon/mailtest"
	"roundtwo/parse/message"
)

// chapter is a part of the story with servers and a daemon of its own.
type chapter struct {
	title   string
	about   string
	mails   string // folder below mails
	sendsAs string // "nobody": a mailbox that only watches
	setting string // further lines of the configuration
	direct  []string
	faults  func(*story)
	answers map[string][]string // what she says to a kind of letter, one after the other; beside the usual
	own     []ownMail
}

// ownMail is a message that she writes to the assistant by herself.
type ownMail struct {
	after time.Duration // from the beginning of the chapter
	text  string
}

// everyday is what she says to each kind of letter; to the others she says nothing.
var everyday = map[string][]string{
	"options":   {"pick 2"},
	"question":  {"1"},
	"questions": {"2 3"},
	"request":   {"send all"},
	"unknown":   {"done"},
}

// chapters are the built-in story: what usually happens, what can go wrong, and a mailbox that only watches. Together they
// show a letter of every kind.
var chapters = []chapter{
	{
		title: "Two rounds at one company, and two other companies",
		about: "Casey forwards invitations and answers letters; roundtwo does the rest. In the second round at Northwind it remembers the first.",
		mails: "rounds",
	},
	{
		title: "What can go wrong",
		about: "An invitation contradicts itself, another does so twice, an interview is called off, the calendar is full, an answer is not plain, one note is refused by its server, and the answer to another is lost on the way.",
		mails: "trouble", setting: "[reading]\nquestions = 0\n", direct: []string{"t-3@tailspin.example"}, faults: trouble,
		answers: map[string][]string{"request": nil, "request-reminder": {"send it tomorrow, but change the date", "send all"}},
		own:     []ownMail{{50 * time.Hour, "status"}, {51 * time.Hour, "help"}},
	},
	{
		title: "A mailbox that only watches",
		about: "This mailbox may not send as Casey: an approved note comes back to Casey as a message that is ready to be sent.",
		mails: "watched", sendsAs: "nobody",
		answers: map[string][]string{"checklist": {"more"}},
	},
}

// trouble breaks the servers: one recipient is refused for good, the answer for another is lost after the mail was taken,
// and the calendar has no space on the day of the second invitation.
func trouble(s *story) {
	s.world.FailSMTP(
		mailtest.Fault{Stage: mailtest.AtRcpt, To: "jonas.weber@contoso.example", Code: 550, Text: "5.1.1 no such user here"},
		mailtest.Fault{Stage: mailtest.AtAnswer, To: "ruth.adeyemi@contoso.example", Cut: true, Times: 1},
	)
	s.world.OnCalDAV(func(r *http.Request) int {
		full := s.clock.Now().Format(time.DateOnly) == "2026-11-03"
		if full && r.Method == http.MethodPut {
			return http.StatusInsufficientStorage
		}
		return 0
	})
}

// saysTo is what she answers to a kind of letter in this chapter, one after the other.
func (c chapter) saysTo(kind string) []string {
	if text, ok := c.answers[kind]; ok {
		return text
	}
	return everyday[kind]
}

// isDirect reports a mail that arrives without Casey forwarding it.
func (c chapter) isDirect(m *message.Message) bool { return slices.Contains(c.direct, m.MessageID) }
