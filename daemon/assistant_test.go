package daemon

import (
	"strings"
	"testing"
	"time"
)

// TestReadyAnswersThatSendNothingCountByTheirNumber: many mail programs drop the In-Reply-To of a mailto: link.
func TestReadyAnswersThatSendNothingCountByTheirNumber(t *testing.T) {
	s := begin(t, "")
	s.receive(inviteHeaders, optionsBody)
	l := s.expect("options")
	fresh := func(words string) {
		s.sent++
		s.receive("From: casey@home.example\nTo: casey@home.example\nSubject: Re: "+l.Subject+"\nDate: Mon, 02 Nov 2026 10:00:00 +0100\nMessage-ID: <tap@home.example>", words+"\n")
	}
	fresh("pick 1")
	request := s.expect("request")
	if strings.Contains(request.Text, "mailto:") || strings.Contains(request.HTML, "mailto:") {
		t.Error("the request has a link that would answer it without its secret")
	}
	l = request
	s.receive("From: casey@home.example\nTo: casey@home.example\nSubject: Re: "+l.Subject+"\nDate: Mon, 02 Nov 2026 11:00:00 +0100\nMessage-ID: <tap2@home.example>", "send\n")
	s.expect("refusal")
	s.pass(time.Hour)
	if n := len(s.outside()); n != 0 {
		t.Errorf("%d messages went out", n)
	}
}

// TestAMailboxThatMayNotSendAsHer hands approved notes back.
func TestAMailboxThatMayNotSendAsHer(t *testing.T) {
	s := begin(t, `sends_as = "nobody"`)
	s.receive(inviteHeaders, inviteBody) // a stranger's mail in the assistant's mailbox
	s.expect()
	s.receive("From: Casey Morgan <casey@home.example>\nTo: casey@home.example\nSubject: Fwd: Second interview\nDate: Mon, 02 Nov 2026 10:00:00 +0100\nMessage-ID: <fwd@home.example>",
		"---------- Forwarded message ---------\n"+strings.Replace(inviteHeaders, "Message-ID: <invite@northwind.example>", "", 1)+"\n\n"+inviteBody)
	s.expect("checklist")
	s.pass(10*24*time.Hour + 7*time.Hour)
	s.answer(s.expect("reminder", "reminder", "debrief"), debriefBody)
	request := s.expect("request")
	s.answer(request, "send 1")
	s.pass(time.Hour)
	got := s.letters()
	last := got[len(got)-1]
	if last.kind != "handover" {
		t.Fatalf("the last letter is a %s", last.kind)
	}
	if !strings.Contains(last.HTML, "mailto:dana@northwind.example") {
		t.Error("the letter has no mailto: for the note")
	}
	eml := false
	for _, a := range last.Attachments {
		eml = eml || strings.HasSuffix(a.Name, ".eml")
	}
	if !eml {
		t.Errorf("no ready message is attached: %v", last.Attachments)
	}
	if n := len(s.outside()); n != 0 {
		t.Errorf("%d messages went out", n)
	}
}
