package daemon

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"roundtwo/interview"
)

// TestAContradictionIsAskedNotGuessed: the 12th of November 2026 is a Thursday.
func TestAContradictionIsAskedNotGuessed(t *testing.T) {
	s := begin(t, "")
	s.receive(inviteHeaders, strings.Replace(inviteBody, "Thursday, 12 November", "Friday, 12 November", 1))
	l := s.expect("question")
	if n := len(s.events()); n != 0 {
		t.Errorf("%d events on a guess", n)
	}
	s.answer(l, "9")
	s.expect("refusal")
	s.answer(l, "1")
	s.expect("checklist")
	e := s.events()
	if len(e) != 1 || !strings.Contains(e[0], "DTSTART:2026111") {
		t.Errorf("events %q", e)
	}
}

// TestWhichInterviewIsMeant: two are open at one company, and a message about one of them does not say which.
func TestWhichInterviewIsMeant(t *testing.T) {
	s := begin(t, "")
	s.receive(inviteHeaders, inviteBody)
	s.expect("checklist")
	other := strings.NewReplacer("Data Engineer", "Product Manager", "12 November", "19 November", "Dana Whitfield", "Lee Chan", "dana@", "lee@",
		"Samuel Okafor", "Ruth Ode", "samuel@", "ruth@", "91234567890", "555").Replace(inviteBody)
	s.receive(strings.NewReplacer("Data Engineer", "Product Manager", "invite@", "invite2@", "09:05", "09:15").Replace(inviteHeaders), other)
	s.expect("checklist")
	s.receive("From: Northwind Talent <talent@northwind.example>\nTo: casey@home.example\nSubject: Your interview at Northwind Traders\nDate: Tue, 03 Nov 2026 09:05:00 +0100\nMessage-ID: <which@northwind.example>",
		"Dear Casey,\n\nunfortunately we have to cancel your second interview at Northwind Traders. We are sorry.\n\nNorthwind Talent Team\n")
	l := s.expect("question")
	s.answer(l, "2")
	s.expect("cancelled")
	cancelled := 0
	for _, e := range s.events() {
		if strings.Contains(e, "STATUS:CANCELLED") {
			cancelled++
		}
	}
	if cancelled != 1 {
		t.Errorf("%d events are called off", cancelled)
	}
	s.pass(30 * 24 * time.Hour)
}

// Somebody who knows of the interview, and has nothing to do with it, calls it off.
func TestAStrangerDoesNotCallItOff(t *testing.T) {
	off := func(s *scene, n int) letter {
		s.receive(fmt.Sprintf("From: HR Desk <desk@northwind-traders-hr.com>\nTo: casey@home.example\nSubject: Your second interview at Northwind Traders\nDate: Tue, 03 Nov 2026 09:%02d:00 +0100\nMessage-ID: <off%d@northwind-traders-hr.com>", n, n),
			"Dear Casey,\n\nunfortunately we have to cancel your second interview for the Data Engineer position at Northwind Traders.\n\nHR Desk\n")
		return s.expect("question")
	}
	s := begin(t, "")
	s.receive(inviteHeaders, inviteBody)
	s.expect("checklist")
	l := off(s, 1)
	if !strings.Contains(l.Text, "desk@northwind-traders-hr.com") || !strings.Contains(l.Text, "calls it off") {
		t.Errorf("the question:\n%s", l.Text)
	}
	if events := s.events(); len(events) != 1 || !strings.Contains(events[0], "STATUS:CONFIRMED") {
		t.Errorf("the calendar before her answer: %q", events)
	}
	s.answer(l, "2")
	s.expect("receipt")
	if iv := s.interviews()[0]; iv.State != interview.Scheduled || len(iv.Conflicts) > 0 || iv.Pending != nil {
		t.Errorf("left as it was: %+v", iv)
	}
	s.answer(off(s, 2), "1")
	s.expect("cancelled")
}
