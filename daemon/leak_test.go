package daemon

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// She forwards the request to a friend, or to the recruiter, who answers it.
func TestALeakedRequestIsBurnt(t *testing.T) {
	s, request := interviewed(t, "")
	s.answerAs("recruiter@northwind.example", request, "send all")
	got := s.letters()
	if len(got) != 2 || got[0].kind != "refusal" || got[1].kind != "request" {
		t.Fatalf("%d letters", len(got))
	}
	if !strings.Contains(got[0].Text, "recruiter@northwind.example") {
		t.Errorf("she is not told who:\n%s", got[0].Text)
	}
	s.answer(request, "send all") // also from her own address, forged or not, the old one counts no more
	s.expect("refusal")
	s.answerAs("recruiter@northwind.example", request, "send all") // burnt once: no flood of letters
	s.expect()
	s.pass(time.Hour)
	if n := len(s.outside()); n > 0 {
		t.Fatalf("%d notes went out", n)
	}
	s.answer(got[1], "send all")
	s.expect("receipt")
	s.pass(30 * time.Minute)
	if n := len(s.outside()); n != 2 {
		t.Errorf("%d notes went out on the new request", n)
	}
}

// Fifty invitations in a night bring fifty checklists, and no fifty drafts to strangers.
func TestAFloodOfInvitationsIsNoFloodOfDrafts(t *testing.T) {
	s := begin(t, "")
	for i := range 12 {
		company := fmt.Sprintf("Firm%c", 'A'+i)
		s.receive(fmt.Sprintf("From: Ann <ann@%s.example>\nTo: casey@home.example\nSubject: Second interview at %s\nDate: Mon, 02 Nov 2026 09:%02d:00 +0100\nMessage-ID: <i%d@%s.example>", strings.ToLower(company), company, i, i, strings.ToLower(company)),
			fmt.Sprintf("Dear Casey,\n\nwe would like to invite you to a second interview at %s on Thursday, 12 November 2026 at %d:00 (Berlin time).\n\nAnn\n%s\n", company, 8+i, company))
	}
	kinds := map[string]int{}
	for _, l := range s.letters() {
		kinds[l.kind]++
	}
	if kinds["checklist"] != 12 || kinds["request"] == 0 || kinds["request"] > maxEnquiries {
		t.Errorf("%v", kinds)
	}
}

// Hours after a note went out its server says that nobody is there.
func TestABounceIsTold(t *testing.T) {
	s, request := interviewed(t, "")
	s.answer(request, "send Dana")
	s.expect("receipt")
	s.pass(30 * time.Minute)
	s.expect("receipt")
	note := s.outside()[0]
	id := ""
	for _, line := range strings.Split(string(note.Raw), "\r\n") {
		if rest, ok := strings.CutPrefix(line, "Message-ID: "); ok {
			id = rest
		}
	}
	for name, what := range map[string]string{"delayed": "delayed", "read": "disposition"} {
		s.check(s.world.Deliver(casey, report(what, id)))
		if late := s.letters(); len(late) > 0 {
			t.Errorf("a note that was %s is told as failed: %s", name, late[0].Subject)
		}
	}
	s.check(s.world.Deliver(casey, report("failed", id)))
	if l := s.expect("failed"); !strings.Contains(l.Text, "Dana Whitfield") {
		t.Errorf("the letter:\n%s", l.Text)
	}
	s.pass(3 * time.Hour)
	if n := len(s.outside()); n != 1 {
		t.Errorf("%d notes went out", n)
	}
}

// report is what a mail server, or the program of who got the note, tells about it.
func report(action, id string) []byte {
	kind, part := "delivery-status", "Reporting-MTA: dns; mx.northwind.example\n\nFinal-Recipient: rfc822; dana@northwind.example\nAction: "+action+"\nStatus: 5.1.1\n"
	if action == "disposition" {
		kind, part = "disposition-notification", "Final-Recipient: rfc822; dana@northwind.example\nDisposition: manual-action/MDN-sent-manually; displayed\n"
	}
	text := "Return-Path: <>\nFrom: MAILER-DAEMON@northwind.example\nTo: casey@home.example\nSubject: About your mail\n" +
		"Date: Thu, 12 Nov 2026 20:00:00 +0100\nAuto-Submitted: auto-replied\nMessage-ID: <" + action + "@northwind.example>\nMIME-Version: 1.0\n" +
		"Content-Type: multipart/report; report-type=" + kind + "; boundary=b\n\n--b\nContent-Type: text/plain\n\nAbout your message.\n\n" +
		"--b\nContent-Type: message/" + kind + "\n\n" + part + "\n--b\nContent-Type: text/rfc822-headers\n\nTo: dana@northwind.example\nMessage-ID: " + id + "\n\n--b--\n"
	return []byte(strings.ReplaceAll(text, "\n", "\r\n"))
}
