package daemon

import (
	"strings"
	"testing"
	"time"

	"roundtwo/interview"
	"roundtwo/parse"
)

// TestAMissIsFound: what came near to an invitation and was left alone stands in a letter on Monday; all else does not.
func TestAMissIsFound(t *testing.T) {
	s := begin(t, "")
	s.receive("From: People Team <people@globex.example>\nTo: casey@home.example\nSubject: About your final interview\nDate: Tue, 03 Nov 2026 09:05:00 +0100\nMessage-ID: <m1@globex.example>",
		"Hello Casey,\n\nfollowing your final interview the People Team is preparing an offer. You will have it on Thursday.\n")
	s.receive("From: Shop <news@shop.example>\nTo: casey@home.example\nSubject: Sale\nDate: Tue, 03 Nov 2026 09:06:00 +0100\nMessage-ID: <m2@shop.example>",
		"Everything must go.\n")
	s.pass(8 * 24 * time.Hour)
	l := s.expect("digest")
	if !strings.Contains(l.Text, "About your final interview") || strings.Contains(l.Text, "Sale") {
		t.Errorf("the digest:\n%s", l.Text)
	}
	s.pass(8 * 24 * time.Hour)
	s.expect()
}

// The weekly letter also says what is coming, the nearest first; what is over stands there no more.
func TestTheWeekListsWhatIsComing(t *testing.T) {
	s := begin(t, "")
	s.receive(inviteHeaders, strings.NewReplacer("Thursday, 12 November", "Thursday, 19 November").Replace(inviteBody))
	s.expect("checklist")
	headers, body := unsureMail("Globex", 13)
	s.receive(headers, body)
	s.expect("checklist")
	headers, body = unsureMail("Fabrikam", 4) // over by Monday
	s.receive(headers, body)
	s.expect("checklist")
	s.receive("From: People Team <people@initech.example>\nTo: casey@home.example\nSubject: About your final interview\nDate: Tue, 03 Nov 2026 09:05:00 +0100\nMessage-ID: <m1@initech.example>",
		"Hello Casey,\n\nfollowing your final interview the People Team is preparing an offer. You will have it on Thursday.\n")
	s.pass(7 * 24 * time.Hour)
	var week letter
	for _, l := range s.letters() {
		if l.kind == "digest" {
			week = l
		}
	}
	globex, northwind := strings.Index(week.Text, "Globex"), strings.Index(week.Text, "Northwind")
	if globex < 0 || northwind < globex || strings.Contains(week.Text, "Fabrikam") {
		t.Errorf("the week:\n%s", week.Text)
	}
}

func TestAForwardThatIsNoInvitationIsTold(t *testing.T) {
	s := begin(t, "")
	s.receive("From: Casey Morgan <casey@home.example>\nTo: casey@home.example\nSubject: Fwd: Sale\nDate: Mon, 02 Nov 2026 10:00:00 +0100\nMessage-ID: <fwd@home.example>",
		"---------- Forwarded message ---------\nFrom: Shop <news@shop.example>\nDate: Mon, 2 Nov 2026 at 09:00\nSubject: Sale\nTo: <casey@home.example>\n\nEverything must go.\n")
	if l := s.expect("refusal"); !strings.Contains(l.Text, "Sale") {
		t.Errorf("the letter:\n%s", l.Text)
	}
}

func TestOnlyTheDoubtfulIsShown(t *testing.T) {
	sure := parse.Finding{Notice: interview.Notice{Kind: interview.Other, Subject: "Sale"}, Confidence: 0.99}
	if !certain(sure) {
		t.Error("a sale stands in the digest")
	}
}
