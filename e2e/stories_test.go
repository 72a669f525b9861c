package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// The lab's stories begin on a Monday morning; the interview is on Thursday the 12th at two in the afternoon in Berlin.
var (
	monday  = time.Date(2026, 11, 2, 8, 30, 0, 0, time.UTC)
	evening = time.Date(2026, 11, 12, 14, 45, 0, 0, time.UTC) // three quarters of an hour after its end
)

func (s *stage) inviteHeaders() string {
	return fmt.Sprintf("From: Priya Nair <%s>\nTo: %s\nSubject: Second interview: Data Engineer at Northwind Traders\nDate: Mon, 02 Nov 2026 09:05:00 +0100\nMessage-ID: <invite-%d@example.test>",
		s.person("priya"), s.casey, s.n)
}

func (s *stage) inviteBody() string { return s.inviteOn("Thursday, 12 November 2026") }

func (s *stage) inviteOn(day string) string {
	return fmt.Sprintf(`Dear Casey,

we would like to invite you to a second interview for the Data Engineer position at Northwind Traders.

Date: %s
Time: 14:00 - 15:00 (Berlin time)
Interviewers: Dana Whitfield, VP Engineering (%s); Samuel Okafor, Staff Engineer (%s)
Join: https://zoom.us/j/91234567890

Kind regards,
Priya Nair
Northwind Traders
`, day, s.person("dana"), s.person("samuel"))
}

const howItWas = `Dana: late files in the shop data.
Samuel: two ways to keep prices over time.
reason: the team writes its data contracts down
worked: drawing the ingest path
offered: a write-up of my invoice pipeline
`

// lab starts a stage under the lab's clock, with the invitation taken in.
func lab(t testing.TB, mailbox string) *stage {
	t.Helper()
	s := prepare(t, servers.lab, mailbox)
	s.clock(monday)
	s.start()
	s.deliver(s.casey, s.inviteHeaders(), s.inviteBody())
	s.expect("checklist")
	return s
}

// interviewed goes on to the request for approval.
func interviewed(t testing.TB) (*stage, stored) {
	t.Helper()
	s := lab(t, "")
	s.clock(evening)
	s.answer(s.expect("debrief"), howItWas)
	return s, s.expect("request")
}

// TestForwardToEventAndChecklist runs the release build under the machine's clock.
func TestForwardToEventAndChecklist(t *testing.T) {
	t.Parallel()
	s := prepare(t, servers.release, "")
	out := s.run("check")
	for _, want := range []string{"Nothing was sent", "IMAP: TLS 1.3, certificate valid until", "submission: TLS 1.3, certificate valid until", "MiB are free", "disk"} {
		if !strings.Contains(out, want) {
			t.Errorf("check does not say %q:\n%s", want, out)
		}
	}
	s.start()
	day := time.Now().AddDate(0, 0, 9)
	original := strings.Replace(s.inviteHeaders(), "Mon, 02 Nov 2026 09:05:00 +0100", time.Now().Add(-time.Hour).Format(time.RFC1123Z), 1)
	s.deliver(s.casey, fmt.Sprintf("From: Casey Morgan <%s>\nTo: %s\nSubject: Fwd: Second interview\nDate: %s\nMessage-ID: <fwd-%d@example.test>",
		s.casey, s.casey, time.Now().Format(time.RFC1123Z), s.n),
		"---------- Forwarded message ---------\n"+original+"\n\n"+s.inviteOn(day.Format("Monday, 2 January 2006")))
	l := s.expect("checklist")
	if len(l.Calendars) != 1 || !strings.Contains(l.Text, "Dana Whitfield") {
		t.Errorf("the checklist:\n%s", l.Text)
	}
	s.until("the event is in the calendar", func() bool { return len(s.events()) == 1 })
	if e := s.events()[0]; !strings.Contains(e, "DTSTART:"+day.Format("20060102")) || strings.Contains(e, "ATTENDEE") || strings.Count(e, "BEGIN:VALARM") != 2 {
		t.Errorf("the event:\n%s", e)
	}
	if out := s.run("list"); !strings.Contains(out, "Northwind Traders") || !strings.Contains(out, "Dana Whitfield") {
		t.Errorf("list:\n%s", out)
	}
}

func TestRescheduleAndCancellation(t *testing.T) {
	t.Parallel()
	s := lab(t, "")
	s.until("the event is there", func() bool { return len(s.events()) == 1 })
	first := s.uid()
	s.deliver(s.casey, s.inviteHeaders(), s.inviteBody()) // the provider delivers it twice
	s.deliver(s.casey, fmt.Sprintf("From: Scheduling <no-reply@scheduler.test>\nTo: %s\nSubject: Your interview with Northwind Traders\nDate: Mon, 02 Nov 2026 09:30:00 +0100\nMessage-ID: <vendor-%d@scheduler.test>", s.casey, s.n),
		"Hello Casey,\n\nyour second interview with Northwind Traders for the Data Engineer position is confirmed.\n\nWhen: Thursday, 12 November 2026, 14:00 - 15:00 (Berlin time)\nWhere: https://zoom.us/j/91234567890\n")
	s.deliver(s.casey, fmt.Sprintf("From: Priya Nair <%s>\nTo: %s\nSubject: Re: Second interview: Data Engineer at Northwind Traders\nDate: Tue, 03 Nov 2026 09:05:00 +0100\nMessage-ID: <moved-%d@example.test>\nIn-Reply-To: <invite-%d@example.test>", s.person("priya"), s.casey, s.n, s.n),
		"Dear Casey,\n\nwe need to reschedule your interview. The new time is Friday, 13 November 2026, 10:00 - 11:00 (Berlin time).\n\nPriya\n")
	s.expect("changed")
	uid := s.uid()
	if uid != first {
		t.Errorf("the event was %s and is %s", first, uid)
	}
	s.until("the event has moved", func() bool {
		e := s.events()
		return len(e) == 1 && strings.Contains(e[0], uid) && strings.Contains(e[0], "DTSTART:20261113T090000Z") && strings.Contains(e[0], "SEQUENCE:1")
	})
	s.deliver(s.casey, fmt.Sprintf("From: Priya Nair <%s>\nTo: %s\nSubject: Re: Second interview: Data Engineer at Northwind Traders\nDate: Wed, 04 Nov 2026 09:05:00 +0100\nMessage-ID: <off-%d@example.test>\nIn-Reply-To: <invite-%d@example.test>", s.person("priya"), s.casey, s.n, s.n),
		"Dear Casey,\n\nunfortunately we have to cancel your interview on Friday, 13 November. The position has been put on hold.\n\nPriya\n")
	s.expect("cancelled")
	s.until("the event is called off", func() bool {
		e := s.events()
		return len(e) == 1 && strings.Contains(e[0], uid) && strings.Contains(e[0], "STATUS:CANCELLED") && strings.Contains(e[0], "SEQUENCE:2")
	})
}

// uid is the UID line of her only event.
func (s *stage) uid() string {
	s.t.Helper()
	for _, line := range strings.Split(s.events()[0], "\n") {
		if strings.HasPrefix(line, "UID:") {
			return line
		}
	}
	s.t.Fatal("the event has no UID")
	return ""
}

// sendAll approves and lets the hold pass.
func (s *stage) sendAll(request stored, words string) {
	s.t.Helper()
	s.answer(request, words)
	s.expect("receipt")
	s.clock(evening.Add(15 * time.Minute))
	s.expect("receipt")
}

func TestThankYouNotes(t *testing.T) {
	t.Parallel()
	s, request := interviewed(t)
	s.until("the notes lie in Drafts", func() bool { return len(s.folder(s.casey, "Drafts")) == 2 })
	s.sendAll(request, "send all")
	for _, name := range []string{"dana", "samuel"} {
		got := s.folder(s.person(name), "INBOX")
		if len(got) != 1 || got[0].From[0].Email != s.casey || len(got[0].InReplyTo) != 1 || got[0].InReplyTo[0] != fmt.Sprintf("invite-%d@example.test", s.n) {
			t.Errorf("%s has %d messages: %+v", name, len(got), got)
		}
	}
	s.until("Sent holds each once and the drafts are gone", func() bool {
		return len(s.folder(s.casey, "Sent")) == 2 && len(s.folder(s.casey, "Drafts")) == 0
	})
	s.answer(request, "send all")
	s.expect("refusal")
	if n := len(s.folder(s.person("dana"), "INBOX")); n != 1 {
		t.Errorf("dana has %d notes after a second approval", n)
	}
}

func TestSomeSentSomeSkippedOneEditedInDrafts(t *testing.T) {
	t.Parallel()
	s, request := interviewed(t)
	s.until("the notes lie in Drafts", func() bool { return len(s.folder(s.casey, "Drafts")) == 2 })
	for _, d := range s.folder(s.casey, "Drafts") {
		if d.To[0].Email == s.person("dana") {
			s.editDraft(d, "Dear Dana,\n\nthank you for the talk about late files. I have thought about it since.\n\nCasey\n")
		}
	}
	s.answer(request, "skip 2")
	s.expect("receipt")
	s.sendAll(request, "send 1")
	got := s.folder(s.person("dana"), "INBOX")
	if len(got) != 1 || !strings.Contains(got[0].Text, "I have thought about it since") {
		t.Errorf("dana has %d messages: %+v", len(got), got)
	}
	if n := len(s.folder(s.person("samuel"), "INBOX")); n != 0 {
		t.Errorf("samuel has %d", n)
	}
}

func TestForgedAndReplayedApprovalsSendNothing(t *testing.T) {
	t.Parallel()
	s, request := interviewed(t)
	s.answerFrom(s.person("mallory"), request, "send all")
	s.expect("refusal") // she is told that it has got about, and what waits is shown in another letter
	request = s.expect("request")
	s.answer(request, "> send all")
	s.expect("refusal")
	s.answer(request, "send 1")
	s.expect("receipt")
	receiptAt := s.read
	for _, m := range s.folder(s.casey, "INBOX") {
		if strings.HasPrefix(m.Text, "send 1") {
			s.check(servers.dovecot.Deliver(s.casey, m.raw))
		}
	}
	s.clock(evening.Add(15 * time.Minute))
	s.expect("receipt")
	s.until("the note is there", func() bool { return len(s.folder(s.person("dana"), "INBOX")) == 1 })
	if s.read != receiptAt+1 {
		t.Errorf("%d letters", s.read)
	}
	s.answer(request, "help") // once it is answered, all that came before is done with
	s.expect("help")
	if d, o := len(s.folder(s.person("dana"), "INBOX")), len(s.folder(s.person("samuel"), "INBOX")); d != 1 || o != 0 {
		t.Errorf("dana has %d, samuel %d", d, o)
	}
}

func TestStop(t *testing.T) {
	t.Parallel()
	s, request := interviewed(t)
	s.answer(request, "send all")
	s.answer(s.expect("receipt"), "stop")
	s.expect("receipt")
	s.clock(evening.Add(time.Hour))
	s.answer(request, "status") // something to wait for
	s.expect("status")
	if n := len(s.folder(s.person("dana"), "INBOX")) + len(s.folder(s.person("samuel"), "INBOX")); n != 0 {
		t.Errorf("%d notes went out", n)
	}
}

func TestOptionsPickAcceptance(t *testing.T) {
	t.Parallel()
	s := prepare(t, servers.lab, "")
	s.clock(monday)
	s.start()
	s.deliver(s.casey, s.inviteHeaders(), "Dear Casey,\n\nwe would like to invite you to a second interview for the Data Engineer position at Northwind Traders, by video with Dana Whitfield, VP Engineering. Which of these times suits you?\n\n- Wednesday, 18 November 2026, 10:00 - 11:00\n- Thursday, 19 November 2026, 14:00 - 15:00\n\nAll times are Berlin time.\n\nPriya Nair\nNorthwind Traders\n")
	s.answer(s.expect("options"), "pick 2")
	s.answer(s.expect("request"), "send")
	s.expect("receipt")
	s.clock(monday.Add(15 * time.Minute))
	s.until("the acceptance is delivered", func() bool { return len(s.folder(s.person("priya"), "INBOX")) == 1 })
	s.until("the event is fixed", func() bool {
		e := s.events()
		return len(e) == 1 && strings.Contains(e[0], "DTSTART:20261119T130000Z") && strings.Contains(e[0], "STATUS:CONFIRMED")
	})
}

// TestTwoContradictionsAreAskedInOneLetter: neither day is the weekday that the mail calls it. Nothing counts before she has
// answered, by one number for each.
func TestTwoContradictionsAreAskedInOneLetter(t *testing.T) {
	t.Parallel()
	s := prepare(t, servers.lab, "")
	s.clock(monday)
	s.start()
	s.deliver(s.casey, s.inviteHeaders(), "Dear Casey,\n\nwe would like to invite you to a second interview for the Data Engineer position at Northwind Traders. It has two parts:\n\nFriday, 12 November 2026, 14:00 - 15:00 (Berlin time) with Dana Whitfield\nThursday, 17 November 2026, 10:00 - 11:00 (Berlin time) with Samuel Okafor\n\nPriya Nair\nNorthwind Traders\n")
	question := s.expect("question")
	if n := len(s.events()); n != 0 {
		t.Errorf("%d events before her answer", n)
	}
	s.answer(question, "2 3")
	s.expect("checklist")
	s.until("both days are in the calendar", func() bool {
		all := strings.Join(s.events(), "\n")
		return len(s.events()) == 2 && strings.Contains(all, "DTSTART:20261113T130000Z") && strings.Contains(all, "DTSTART:20261119T090000Z")
	})
}

func TestOneFollowUp(t *testing.T) {
	t.Parallel()
	s, request := interviewed(t)
	s.sendAll(request, "send all")
	s.clock(evening.Add(8 * 24 * time.Hour))
	s.answer(s.expect("request"), "send")
	s.expect("receipt")
	s.clock(evening.Add(9 * 24 * time.Hour))
	s.expect("receipt")
	s.clock(evening.Add(40 * 24 * time.Hour))
	s.answer(request, "status")
	s.until("the status is there", func() bool {
		all := s.letters()
		return all[len(all)-1].kind() == "status"
	})
	if n := len(s.folder(s.person("priya"), "INBOX")); n != 1 {
		t.Errorf("priya has %d follow-ups", n)
	}
	if n := len(distinct(s.letters(), "request")); n != 2 {
		t.Errorf("%d requests for approval, want that of the thanks and that of one follow-up", n)
	}
}

// TestAnAssistantsOwnMailbox serves two candidates from one mailbox that may not send as them.
func TestAnAssistantsOwnMailbox(t *testing.T) {
	t.Parallel()
	s := prepare(t, servers.lab, "")
	prep := s.casey
	s.casey = prep // the mailbox; the candidates have addresses of their own
	hers, robins := s.person("casey-private"), s.person("robin")
	s.write(`sends_as = "nobody"`, fmt.Sprintf("[[candidate]]\nname = \"Casey Morgan\"\naddresses = [%q]\nzone = \"Europe/Berlin\"\n[[candidate]]\nname = \"Robin Ash\"\naddresses = [%q]\nzone = \"Europe/London\"\n", hers, robins))
	s.clock(monday)
	s.start()
	s.deliver(prep, s.inviteHeaders(), s.inviteBody()) // from a stranger: nobody's
	for _, who := range []string{hers, robins} {
		s.deliver(prep, fmt.Sprintf("From: <%s>\nTo: %s\nSubject: Fwd: Second interview\nDate: Mon, 02 Nov 2026 10:00:00 +0100\nMessage-ID: <fwd-%s>", who, prep, who),
			"---------- Forwarded message ---------\n"+s.inviteHeaders()+"\n\n"+s.inviteBody())
		s.until("the checklist is at "+who, func() bool { return len(s.folder(who, "INBOX")) == 1 })
	}
	s.clock(evening)
	letter := func(kind string) stored {
		var last stored
		s.until("the letter "+kind+" is there", func() bool {
			all := s.folder(hers, "INBOX")
			last = all[len(all)-1]
			return last.kind() == kind
		})
		return last
	}
	s.answerFrom(hers, letter("debrief"), howItWas)
	s.answerFrom(hers, letter("request"), "send 1")
	letter("receipt")
	s.clock(evening.Add(15 * time.Minute))
	l := letter("handover")
	if !strings.Contains(l.HTML, "mailto:"+strings.ReplaceAll(s.person("dana"), "+", "%2B")) || !strings.Contains(string(l.raw), "note.eml") {
		t.Errorf("the ready message:\n%s", l.Text)
	}
	if n := len(s.folder(s.person("dana"), "INBOX")); n != 0 {
		t.Errorf("dana has %d", n)
	}
}
