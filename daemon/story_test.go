package daemon

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"roundtwo/daemon/mailtest"
	"roundtwo/daemon/store"
	"roundtwo/interview"
	"roundtwo/parse/message"
)

// The invitation of the stories: a panel of two on Thursday the 12th at two in the afternoon, Berlin time.
const (
	inviteHeaders = `From: Priya Nair <priya@northwind.example>
To: casey@home.example
Subject: Second interview: Data Engineer at Northwind Traders
Date: Mon, 02 Nov 2026 09:05:00 +0100
Message-ID: <invite@northwind.example>`
	inviteBody = `Dear Casey,

we would like to invite you to a second interview for the Data Engineer position at Northwind Traders.

Date: Thursday, 12 November 2026
Time: 14:00 - 15:00 (Berlin time)
Interviewers: Dana Whitfield, VP Engineering (dana@northwind.example); Samuel Okafor, Staff Engineer (samuel@northwind.example)
Join: https://zoom.us/j/91234567890

Kind regards,
Priya Nair
Northwind Traders
`
	debriefBody = `Dana: late files in the shop data. She wants month end to be boring.
Samuel: two ways to keep prices over time.
reason: the team writes its data contracts down
worked: drawing the ingest path
offered: a write-up of my invoice pipeline
`
)

func TestAnInvitationBecomesAnEventAndAChecklist(t *testing.T) {
	s := begin(t, "")
	s.receive(inviteHeaders, inviteBody)
	l := s.expect("checklist")
	if len(l.Calendars) != 1 {
		t.Error("the checklist has no calendar file")
	}
	events := s.events()
	if len(events) != 1 || !strings.Contains(events[0], "DTSTART:20261112T130000Z") || strings.Contains(events[0], "ATTENDEE") {
		t.Errorf("events %q", events)
	}
	s.receive(inviteHeaders, inviteBody) // the provider delivers it twice
	s.expect()
	if n := len(s.interviews()); n != 1 {
		t.Errorf("%d interviews", n)
	}
}

// The checklist is short; "more" brings all there is, whether it answers the letter or comes with its number alone.
func TestMoreBringsTheWholePreparation(t *testing.T) {
	s := begin(t, "")
	s.receive(inviteHeaders, inviteBody)
	l := s.expect("checklist")
	if strings.Contains(l.Text, "Leave out") {
		t.Errorf("the checklist is long:\n%s", l.Text)
	}
	s.answer(l, "more")
	if all := s.expect("preparation"); !strings.Contains(all.Text, "Leave out") || !strings.Contains(all.Text, "You are likely to be asked") {
		t.Errorf("all there is:\n%s", all.Text)
	}
	s.receive("From: Casey Morgan <casey@home.example>\nTo: casey@home.example\nSubject: Re: "+l.Subject+"\nDate: Mon, 02 Nov 2026 10:05:00 +0100\nMessage-ID: <tap@home.example>", "more\n")
	s.expect("preparation")
	if n := len(s.outside()); n > 0 {
		t.Errorf("%d messages to others", n)
	}
}

func TestAMoveAndACancellation(t *testing.T) {
	s := begin(t, "")
	s.receive(inviteHeaders, inviteBody)
	s.expect("checklist")
	uid := s.interviews()[0].UID
	s.receive(`From: Priya Nair <priya@northwind.example>
To: casey@home.example
Subject: Re: Second interview: Data Engineer at Northwind Traders
Date: Tue, 03 Nov 2026 09:05:00 +0100
Message-ID: <moved@northwind.example>
In-Reply-To: <invite@northwind.example>`,
		"Dear Casey,\n\nwe need to reschedule your interview. The new time is Friday, 13 November 2026, 10:00 - 11:00 (Berlin time).\n\nPriya\n")
	l := s.expect("changed")
	if !strings.Contains(l.Text, "13") || !strings.Contains(l.Text, "12") {
		t.Errorf("the letter does not show old beside new:\n%s", l.Text)
	}
	e := s.events()
	if len(e) != 1 || !strings.Contains(e[0], "DTSTART:20261113T090000Z") || !strings.Contains(e[0], "UID:"+uid) || !strings.Contains(e[0], "SEQUENCE:1") {
		t.Errorf("events %q", e)
	}
	s.receive(`From: Priya Nair <priya@northwind.example>
To: casey@home.example
Subject: Re: Second interview: Data Engineer at Northwind Traders
Date: Wed, 04 Nov 2026 09:05:00 +0100
Message-ID: <off@northwind.example>
In-Reply-To: <invite@northwind.example>`,
		"Dear Casey,\n\nunfortunately we have to cancel your interview on Friday, 13 November. The position has been put on hold.\n\nPriya\n")
	s.expect("cancelled")
	if e := s.events(); len(e) != 1 || !strings.Contains(e[0], "STATUS:CANCELLED") || !strings.Contains(e[0], "SEQUENCE:2") {
		t.Errorf("events %q", e)
	}
	s.pass(14 * 24 * time.Hour)
	s.expect() // no reminder, no debrief, no notes
}

// interviewed brings a scene to the request for approval of two notes.
func interviewed(t *testing.T, extra string) (*scene, letter) {
	t.Helper()
	s := begin(t, extra)
	s.receive(inviteHeaders, inviteBody)
	s.expect("checklist")
	s.pass(10*24*time.Hour + 7*time.Hour) // Thursday, four o'clock
	l := s.expect("reminder", "reminder", "debrief")
	s.answer(l, debriefBody)
	return s, s.expect("request")
}

func TestNotesGoOutOnHerWordOnce(t *testing.T) {
	s, request := interviewed(t, "")
	if drafts, _ := s.world.Folder(casey, "Drafts"); len(drafts) != 2 {
		t.Fatalf("%d drafts", len(drafts))
	}
	if n := len(s.outside()); n != 0 {
		t.Fatalf("%d messages went out before her word", n)
	}
	s.answer(request, "send all")
	s.expect("receipt")
	s.pass(9 * time.Minute)
	if n := len(s.outside()); n != 0 {
		t.Fatalf("%d messages went out within the hold", n)
	}
	s.pass(2 * time.Minute)
	s.expect("receipt")
	out := s.outside()
	if len(out) != 2 {
		t.Fatalf("%d messages went out", len(out))
	}
	for _, m := range out {
		raw := string(m.Raw)
		if m.From != casey || !strings.Contains(raw, "In-Reply-To: <invite@northwind.example>") || strings.Contains(strings.ToLower(raw), "roundtwo") {
			t.Errorf("note to %s:\n%s", m.To, raw)
		}
	}
	if sent, _ := s.world.Folder(casey, "Sent"); len(sent) != 2 {
		t.Errorf("%d messages in Sent", len(sent))
	}
	if drafts, _ := s.world.Folder(casey, "Drafts"); len(drafts) != 0 {
		t.Errorf("%d drafts are left", len(drafts))
	}
	s.answer(request, "send all")
	s.expect("refusal")
	s.restart()
	s.pass(24 * time.Hour)
	if n := len(s.outside()); n != 2 {
		t.Errorf("%d messages after a second approval and a restart", n)
	}
}

func TestOnlyWhatSheNames(t *testing.T) {
	s, request := interviewed(t, "")
	s.answer(request, "send 2")
	s.expect("receipt")
	s.answer(request, "skip 1")
	s.expect("receipt")
	s.pass(time.Hour)
	if out := s.outside(); len(out) != 1 || out[0].To[0] != "samuel@northwind.example" {
		t.Errorf("sent %v", out)
	}
}

func TestStopWithinTheHold(t *testing.T) {
	for _, words := range []string{"stop", "wait, do not send them yet please"} {
		t.Run(words, func(t *testing.T) {
			s, request := interviewed(t, "")
			s.answer(request, "send all")
			receipt := s.expect("receipt")
			s.answer(receipt, words)
			s.expect("receipt")
			s.pass(time.Hour)
			if n := len(s.outside()); n != 0 {
				t.Errorf("%d messages went out after %q", n, words)
			}
			s.answer(request, "send 1")
			s.pass(time.Hour)
			if n := len(s.outside()); n != 1 {
				t.Errorf("%d messages went out when she sent one again", n)
			}
		})
	}
}

func TestApprovalsThatDoNotCount(t *testing.T) {
	rows := []struct {
		name string
		say  func(*scene, letter)
		told []string // letters to her
	}{
		{"somebody else's address", func(s *scene, l letter) { s.answerAs("dana@northwind.example", l, "send all") }, []string{"refusal", "request"}}, // she is told, and it is shown anew
		{"no plain command", func(s *scene, l letter) { s.answer(l, "send it tomorrow, but change the date") }, []string{"refusal"}},
		{"only in the quote", func(s *scene, l letter) { s.answer(l, "> send all") }, []string{"refusal"}},
		{"a machine's answer", func(s *scene, l letter) {
			l.MessageID += ">\nAuto-Submitted: auto-replied\nX-Rest: <x"
			s.answer(l, "send all")
		}, nil},
		{"no letter is answered", func(s *scene, l letter) {
			l.MessageID = "unknown@home.example"
			s.answer(l, "send all")
		}, []string{"refusal"}},
		{"a forged token", func(s *scene, l letter) {
			l.MessageID = strings.Replace(l.MessageID, "request.", "request.x", 1)
			s.answer(l, "send all")
		}, nil},
		{"the number of another interview", func(s *scene, l letter) {
			l.Subject = "Notes [roundtwo ZZZZ]"
			s.answer(l, "send all")
		}, []string{"refusal"}},
		{"after three days", func(s *scene, l letter) {
			s.pass(73 * time.Hour)
			s.letters()
			s.answer(l, "send all")
		}, []string{"refusal"}},
	}
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			s, request := interviewed(t, "")
			r.say(s, request)
			s.expect(r.told...)
			s.pass(time.Hour)
			if n := len(s.outside()); n != 0 {
				t.Errorf("%d messages went out", n)
			}
		})
	}
}

func TestAReplayedApprovalSendsNothingMore(t *testing.T) {
	s, request := interviewed(t, "")
	s.answer(request, "send 1")
	s.pass(time.Hour)
	inbox, _ := s.world.Folder(casey, "INBOX")
	for _, m := range inbox {
		if strings.Contains(string(m.Raw), "\r\nsend 1") {
			s.check(s.world.Deliver(casey, m.Raw))
			s.check(s.world.Deliver(casey, append([]byte("X-New: 1\r\n"), m.Raw...)))
		}
	}
	s.pass(time.Hour)
	if n := len(s.outside()); n != 1 {
		t.Errorf("%d messages went out", n)
	}
}

// A mailing list, a filter or somebody with a copy brings her answer once more, with another header above it.
func TestAnAnswerCountsOnce(t *testing.T) {
	s, request := interviewed(t, "")
	s.answer(request, "later 2h")
	s.expect("receipt")
	s.receive(fmt.Sprintf("X-Copied: yes\nFrom: Casey Morgan <%s>\nTo: %s\nSubject: Re: %s\nDate: %s\nMessage-ID: <casey.%d@home.example>\nIn-Reply-To: <%s>",
		casey, casey, request.Subject, s.clock.Now().Format(time.RFC1123Z), s.sent, request.MessageID), "later 2h\n")
	s.expect()
}

func TestLaterAsksAgain(t *testing.T) {
	s, request := interviewed(t, "")
	s.answer(request, "later 5h")
	s.expect("receipt")
	s.pass(4 * time.Hour)
	s.expect()
	s.pass(time.Hour)
	again := s.expect("request")
	s.answer(request, "send all")
	s.expect("refusal") // the older letter no longer counts
	s.answer(again, "send all")
	s.pass(time.Hour)
	if n := len(s.outside()); n != 2 {
		t.Errorf("%d messages went out", n)
	}
}

func TestAnEditIsShownAgainAndSentAsWritten(t *testing.T) {
	s, request := interviewed(t, "")
	s.answer(request, "edit 1\nDear Dana,\n\nthank you for the talk about late files.\n\nCasey")
	again := s.expect("request")
	if !strings.Contains(again.Text, "thank you for the talk about late files") {
		t.Errorf("the edited note is not shown:\n%s", again.Text)
	}
	s.answer(again, "send Dana")
	s.pass(time.Hour)
	out := s.outside()
	if len(out) != 1 || !strings.Contains(string(out[0].Raw), "thank you for the talk about late files") {
		t.Errorf("sent %v", out)
	}
}

func TestOneFollowUpAfterAWeek(t *testing.T) {
	s, request := interviewed(t, "")
	s.answer(request, "send all")
	s.pass(6 * 24 * time.Hour)
	s.letters()
	s.pass(2 * 24 * time.Hour)
	l := s.expect("request")
	s.answer(l, "send")
	s.pass(30 * 24 * time.Hour)
	out := s.outside()
	if len(out) != 3 || out[2].To[0] != "priya@northwind.example" {
		t.Errorf("%d messages went out", len(out))
	}
	for _, l := range s.letters() {
		if l.kind == "request" {
			t.Error("a second follow-up was proposed")
		}
	}
}

func TestAnAnswerFromTheCompanyStopsTheFollowUp(t *testing.T) {
	s, _ := interviewed(t, "")
	s.pass(24 * time.Hour)
	s.letters()
	s.receive(`From: Priya Nair <priya@northwind.example>
To: casey@home.example
Subject: Re: Second interview: Data Engineer at Northwind Traders
Date: Sat, 14 Nov 2026 09:05:00 +0100
Message-ID: <soon@northwind.example>
In-Reply-To: <invite@northwind.example>`, "Dear Casey,\n\nthank you for your patience, we will be in touch soon.\n\nPriya\n")
	s.letters()
	s.pass(30 * 24 * time.Hour)
	for _, l := range s.letters() {
		if l.kind == "request" {
			t.Error("a follow-up was proposed although they wrote")
		}
	}
}

const optionsBody = `Dear Casey,

we would like to invite you to a second interview for the Data Engineer position at Northwind Traders, by video with Dana Whitfield, VP Engineering. Which of these times suits you?

- Wednesday, 18 November 2026, 10:00 - 11:00
- Thursday, 19 November 2026, 14:00 - 15:00

All times are Berlin time.

Priya Nair
Northwind Traders
`

func TestOptionsPickAcceptance(t *testing.T) {
	s := begin(t, "")
	s.receive(inviteHeaders, optionsBody)
	l := s.expect("options")
	s.answer(l, "pick 3")
	s.expect("refusal")
	s.answer(l, "pick 2")
	request := s.expect("request")
	if e := s.events(); len(e) != 1 || !strings.Contains(e[0], "STATUS:TENTATIVE") {
		t.Errorf("events %q", e)
	}
	s.answer(request, "send")
	s.pass(11 * time.Minute)
	out := s.outside()
	if len(out) != 1 || out[0].To[0] != "priya@northwind.example" || !strings.Contains(string(out[0].Raw), "19") {
		t.Fatalf("sent %v", out)
	}
	s.expect("receipt", "checklist", "receipt")
	if e := s.events(); !strings.Contains(e[0], "STATUS:CONFIRMED") || !strings.Contains(e[0], "DTSTART:20261119T130000Z") {
		t.Errorf("events %q", e)
	}
}

func TestALostAnswerIsNeverRepeatedByItself(t *testing.T) {
	for _, row := range []struct {
		word string
		want int
	}{{"done", 1}, {"resend", 2}} {
		t.Run(row.word, func(t *testing.T) {
			s, request := interviewed(t, "")
			s.world.FailSMTP(mailtest.Fault{Stage: mailtest.AtAnswer, To: "dana@northwind.example", Cut: true, Times: 1})
			s.answer(request, "send 1")
			s.pass(time.Hour)
			if n := len(s.outside()); n != 1 {
				t.Fatalf("%d messages went out", n)
			}
			s.restart()
			s.pass(time.Hour)
			l := s.expect("receipt", "unknown")
			if n := len(s.outside()); n != 1 {
				t.Fatalf("%d messages went out", n)
			}
			s.answer(l, row.word)
			s.pass(time.Hour)
			if n := len(s.outside()); n != row.want {
				t.Errorf("%d messages after %q, want %d", n, row.word, row.want)
			}
		})
	}
}

func TestARefusedNoteIsTold(t *testing.T) {
	s, request := interviewed(t, "")
	s.world.FailSMTP(mailtest.Fault{Stage: mailtest.AtRcpt, To: "dana@northwind.example", Code: 550, Text: "no such person"})
	s.answer(request, "send 1")
	s.expect("receipt")
	s.pass(time.Hour)
	l := s.expect("failed")
	if !strings.Contains(l.Text, "no such person") {
		t.Errorf("the server's words are missing:\n%s", l.Text)
	}
	if got := s.notes()[0].State; got != interview.Failed {
		t.Errorf("the note is %s", got)
	}
}

func TestABusyServerIsTriedAgain(t *testing.T) {
	s, request := interviewed(t, "")
	s.world.FailSMTP(mailtest.Fault{Stage: mailtest.AtRcpt, To: "dana@northwind.example", Code: 450, Times: 3})
	s.answer(request, "send 1")
	s.pass(2 * time.Hour)
	if n := len(s.outside()); n != 1 {
		t.Errorf("%d messages went out", n)
	}
}

func TestReadingAllAgainActsOnNothing(t *testing.T) {
	s, request := interviewed(t, "")
	s.answer(request, "send 1")
	s.pass(time.Hour)
	s.letters()
	s.check(s.world.Renumber(casey, "INBOX")) // another UIDVALIDITY
	s.restart()
	s.pass(time.Hour)
	s.expect()
	if n := len(s.outside()); n != 1 {
		t.Errorf("%d messages went out", n)
	}
}

func TestStatusAndHelpByMail(t *testing.T) {
	s := begin(t, "")
	s.receive(inviteHeaders, inviteBody)
	s.letters()
	for i, word := range []string{"status", "help"} {
		s.receive(fmt.Sprintf("From: %s\nTo: %s\nSubject: %s\nDate: Mon, 02 Nov 2026 10:00:00 +0100\nMessage-ID: <w%d@home.example>", casey, casey, word, i), word+"\n")
		l := s.expect(word)
		if word == "status" && !strings.Contains(l.Text, "Northwind") {
			t.Errorf("the status does not name the interview:\n%s", l.Text)
		}
	}
}

// TestTheReminderCanBeAnsweredLikeTheRequest: what it shows waits for the same word.
func TestTheReminderCanBeAnsweredLikeTheRequest(t *testing.T) {
	s, request := interviewed(t, "")
	s.answer(request, "skip 2")
	s.expect("receipt")
	s.pass(24 * time.Hour)
	reminder := s.expect("request-reminder")
	s.answer(reminder, "send 1")
	s.expect("receipt")
	s.pass(time.Hour)
	if out := s.outside(); len(out) != 1 || out[0].To[0] != "dana@northwind.example" {
		t.Errorf("sent %v", out)
	}
}

// She does not want to write to one of them: no note is drafted; and one that is drafted already goes away.
func TestWhoIsNotToBeThankedIsNot(t *testing.T) {
	s := begin(t, "")
	s.receive(inviteHeaders, inviteBody)
	s.expect("checklist")
	s.pass(10*24*time.Hour + 7*time.Hour)
	s.answer(s.expect("reminder", "reminder", "debrief"), debriefBody+"channel: Samuel: none\n")
	request := s.expect("request")
	if !strings.Contains(request.Text, "Dear Dana") || strings.Contains(request.Text, "Dear Samuel") {
		t.Errorf("the request:\n%s", request.Text)
	}
	s, request = interviewed(t, "")
	s.answer(request, "channel: Dana: none")
	again := s.expect("request")
	if strings.Contains(again.Text, "Dear Dana") || !strings.Contains(again.Text, "Dear Samuel") {
		t.Errorf("the request afterwards:\n%s", again.Text)
	}
	s.answer(again, "send")
	s.expect("receipt")
	s.pass(time.Hour)
	if out := s.outside(); len(out) != 1 || out[0].To[0] != "samuel@northwind.example" {
		t.Errorf("sent %v", out)
	}
}

// TestAPickThatCannotBeAnswered: the offer came from an address that nobody reads.
func TestAPickThatCannotBeAnswered(t *testing.T) {
	s := begin(t, "")
	s.receive(strings.Replace(inviteHeaders, "priya@northwind.example", "no-reply@northwind.example", 1), optionsBody)
	s.answer(s.expect("options"), "pick 2")
	if l := s.expect("refusal"); !strings.Contains(l.Text, "no-reply") {
		t.Errorf("she is not told why:\n%s", l.Text)
	}
}

// TestAnOldReminderDoesNotSendWhatItDidNotShow: the note was changed after the reminder, so the reminder's word is stale.
func TestAnOldReminderDoesNotSendWhatItDidNotShow(t *testing.T) {
	s, request := interviewed(t, "")
	s.pass(24 * time.Hour)
	reminder := s.expect("request-reminder")
	s.answer(request, "edit 1\nDear Dana,\n\nanother text.\n\nCasey")
	s.expect("request")
	s.answer(reminder, "send all")
	s.expect("refusal")
	s.pass(time.Hour)
	if n := len(s.outside()); n != 0 {
		t.Errorf("%d messages went out", n)
	}
}

// An older wording lies in Drafts, since it could not be cleared away or the store was put back from a copy. Nobody but us
// wrote it: it is not taken for an edit of hers.
func TestAnOldDraftOfOursIsNoEdit(t *testing.T) {
	s, request := interviewed(t, "")
	drafts, err := s.world.Folder(casey, "Drafts")
	s.check(err)
	var old []byte
	for _, m := range drafts {
		if strings.Contains(string(m.Raw), "To: \"Dana Whitfield\"") {
			old = m.Raw
		}
	}
	if old == nil {
		t.Fatalf("no draft to Dana among %d", len(drafts))
	}
	s.answer(request, "edit 1\n\nDear Dana,\n\nthank you for saying what a late file is.\n\nCasey") // another wording has another Message-ID
	again := s.expect("request")
	fresh, err := s.world.Folder(casey, "Drafts")
	s.check(err)
	for _, m := range fresh { // the new one is lost, the old one is back
		s.check(s.world.Remove(casey, "Drafts", m.UID))
	}
	s.check(s.world.Put(casey, "Drafts", old))
	s.answer(again, "send Dana")
	s.expect("receipt")
	s.pass(20 * time.Minute)
	sent := s.outside()
	if len(sent) != 1 {
		t.Fatalf("%d notes went out", len(sent))
	}
	if words := dense(message.Read(sent[0].Raw).Text); words == dense(message.Read(old).Text) || !strings.Contains(dense(again.Text), words) {
		t.Errorf("sent:\n%s\nthe old draft:\n%s\nshown:\n%s", sent[0].Raw, message.Read(old).Text, again.Text)
	}
}

// The store was put back from a copy: it knows nothing of the letters since. They are read again, and are no invitations.
func TestForgottenLettersAreStillOurs(t *testing.T) {
	s := begin(t, "")
	s.stop()
	copied := filepath.Join(t.TempDir(), "copy")
	s.check(os.CopyFS(copied, os.DirFS(s.cfg.State)))
	s.start()
	s.receive(inviteHeaders, inviteBody)
	s.expect("checklist")
	s.stop()
	s.check(os.RemoveAll(s.cfg.State))
	s.check(os.CopyFS(s.cfg.State, os.DirFS(copied)))
	s.check(private(s.cfg.State))
	s.start()
	if got := s.interviews(); len(got) != 1 || got[0].Company != "Northwind Traders" {
		t.Errorf("%d interviews: %+v", len(got), got)
	}
	var seen []store.Message
	s.check(s.daemon.store.View(t.Context(), func(tx *store.Tx) (err error) {
		seen, err = tx.Messages("Casey Morgan", time.Time{})
		return err
	}))
	own := 0
	for _, m := range seen {
		if m.Verdict == verdictOwn {
			own++
		}
	}
	if letters := len(s.letters()); own == 0 || own != letters+1 {
		t.Errorf("%d of %d letters are known as ours", own, letters+1)
	}
}
