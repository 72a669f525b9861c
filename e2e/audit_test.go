package e2e

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"roundtwo/daemon/mailtest/dovecot"
	"roundtwo/daemon/mailtest/radicale"
	"roundtwo/daemon/store"
	"roundtwo/interview"
	"roundtwo/security"
)

// audit is what is checked at the end of every story: a new start on what the story left changes nothing, and what lies in
// all the mailboxes, the calendar, the store and the log agrees.
type audit struct {
	*stage
	messages   []store.Message
	interviews []interview.Interview
	notes      []interview.Note
}

// audits counts them, for the figure.
var audits struct {
	sync.Mutex
	stories, messages, notes, events int
}

// audited ends a story.
func (s *stage) audited() {
	s.stop()
	if s.t.Failed() || s.ended == nil {
		return
	}
	if _, bench := s.t.(*testing.B); bench || s.years {
		return
	}
	if s.between != nil { // the proxies are closed by now
		s.between = nil
		s.configure()
	}
	before := s.snapshot()
	s.launch()
	a := &audit{stage: s}
	s.until("every message has its row in the ledger", func() bool {
		if s.dead() {
			s.t.Fatalf("the daemon has ended:\n%s", s.logged())
		}
		a.read()
		return len(a.messages) == len(s.folder(s.casey, "INBOX"))-s.earlier
	})
	s.until("the log is quiet", s.quiet())
	if after := s.snapshot(); after != before && s.atRest {
		s.t.Errorf("a new start changed\n%s\ninto\n%s", before, after)
	}
	a.read()
	audits.Lock()
	defer audits.Unlock()
	a.ledger()
	a.thirdParties()
	a.calendar()
	a.inbox()
	a.secrets()
	s.stop()
	audits.stories++
}

// read reads the store beside the daemon.
func (a *audit) read() {
	a.t.Helper()
	ctx := context.Background()
	db, err := store.OpenReader(ctx, filepath.Join(a.dir, "state", "roundtwo.db"))
	a.check(err)
	defer db.Close()
	a.messages, a.interviews, a.notes = nil, nil, nil
	a.check(db.View(ctx, func(tx *store.Tx) error {
		for _, who := range []string{"Casey Morgan", "Robin Ash", ""} {
			rows, err := tx.Messages(who, time.Unix(0, 0))
			if err != nil {
				return err
			}
			list, err := tx.Interviews(who)
			if err != nil {
				return err
			}
			a.messages, a.interviews = append(a.messages, rows...), append(a.interviews, list...)
		}
		a.notes, err = tx.NotesIn(interview.NoteStates...)
		return err
	}))
}

// ledger: every message that came since the first start has one row with a verdict (invariants 1 and 2).
func (a *audit) ledger() {
	seen := map[string]bool{}
	for _, m := range a.messages {
		key := fmt.Sprint(m.Folder, m.Validity, m.UID)
		if seen[key] || m.Verdict == "" {
			a.t.Errorf("UID %d has two rows, or no verdict: %+v", m.UID, m)
		}
		seen[key] = true
	}
	audits.messages += len(a.messages)
}

// thirdParties: each message to anybody else is one of our notes, stands as sent, has arrived once, holds the words of a
// letter that she answered with her word (or that she wrote into the draft), and each note that stands as sent has
// arrived (invariants 3, 4 and 5).
func (a *audit) thirdParties() {
	arrived := map[string]int{}
	for _, m := range a.fromHer() {
		arrived[m.MessageID]++
		i := slices.IndexFunc(a.notes, func(n interview.Note) bool { return n.MessageID == m.MessageID })
		if i < 0 {
			a.t.Errorf("a message that is no note of ours went to %s: %s", m.To[0].Email, m.Subject)
			continue
		}
		if n := a.notes[i]; n.State != interview.Sent {
			a.t.Errorf("the note to %s has arrived and stands as %s", n.To.Email, n.State)
		} else if !n.Edited && !a.approved(m) {
			a.t.Errorf("the note to %s has arrived and she approved no letter that showed it:\n%s", n.To.Email, m.Text)
		}
	}
	for id, n := range arrived {
		if n > 1 {
			a.t.Errorf("the note %s has arrived %d times", id, n)
		}
	}
	for _, n := range a.notes {
		if n.State == interview.Sent && arrived[n.MessageID] == 0 && !a.handsOver {
			a.t.Errorf("the note to %s stands as sent and has not arrived", n.To.Email)
		}
	}
	audits.notes += len(arrived)
}

// fromHer are the messages in the mailboxes of everybody else that come from her.
func (a *audit) fromHer() (out []stored) {
	homes, err := filepath.Glob(filepath.Join(servers.dovecot.Dir, "mail", fmt.Sprintf("*-%d@example.test", a.n)))
	a.check(err)
	for _, home := range homes {
		who := filepath.Base(home)
		if strings.HasPrefix(who, "casey") || strings.HasPrefix(who, "robin") {
			continue
		}
		for _, m := range a.folder(who, "INBOX") {
			if len(m.From) == 1 && m.From[0].Email == a.casey {
				out = append(out, m)
			}
		}
	}
	return out
}

// approved looks for her answer with a plain word to a letter that shows the message.
func (a *audit) approved(m stored) bool {
	words := strings.Join(strings.Fields(m.Text), "")
	inbox := a.folder(a.casey, "INBOX")
	return slices.ContainsFunc(inbox, func(l stored) bool {
		return l.kind() != "" && strings.Contains(strings.Join(strings.Fields(l.Text), ""), words) &&
			slices.ContainsFunc(inbox, func(answer stored) bool {
				verb, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(answer.Text)), " ")
				return slices.Contains(answer.InReplyTo, l.MessageID) && (strings.HasPrefix(verb, "send") || strings.HasPrefix(verb, "resend"))
			})
	})
}

// furtherDay is the mark in the UID of the event of an interview's second day, third day …
var furtherDay = regexp.MustCompile(`-[0-9]+@`)

// calendar: one object for each interview and day, each under a UID of its own (invariant 6).
func (a *audit) calendar() {
	ours := map[string]int{}
	for _, iv := range a.interviews {
		ours[iv.UID] = 0
	}
	for _, e := range a.events() {
		for _, line := range strings.Split(e, "\n") {
			uid, ok := strings.CutPrefix(line, "UID:")
			if _, known := ours[uid]; ok && known {
				ours[uid]++
				audits.events++
			} else if _, known := ours[furtherDay.ReplaceAllString(uid, "@")]; ok && known {
				audits.events++
			} else if ok && strings.HasPrefix(uid, "rt-") {
				a.t.Errorf("the event %s belongs to no interview", uid)
			}
		}
	}
	for uid, n := range ours {
		if n > 1 {
			a.t.Errorf("the interview has %d events with the UID %s", n, uid)
		}
	}
}

// inbox: nothing of hers was marked as read or changed otherwise (invariant 7); that nothing is gone is seen in ledger.
func (a *audit) inbox() {
	for _, m := range a.folder(a.casey, "INBOX") {
		if flags := strings.Trim(m.flags, "abcdefghijklmnopqrstuvwxyz"); flags != "" && !a.flagged[m.MessageID] {
			a.t.Errorf("the message %q has got the flags %q", m.Subject, flags)
		}
	}
}

// secrets: no password stands in the log, in the arguments or in the environment (invariant 9).
func (a *audit) secrets() {
	process := fmt.Sprintf("/proc/%d/", a.cmd.Process.Pid)
	for what, path := range map[string]string{"log": filepath.Join(a.dir, "log"), "arguments": process + "cmdline", "environment": process + "environ"} {
		text, err := os.ReadFile(path)
		a.check(err)
		for _, secret := range []string{dovecot.Password, radicale.Password} {
			if strings.Contains(string(text), secret) {
				a.t.Errorf("a password stands in the %s", what)
			}
		}
	}
}

// snapshot is all that others could see of the daemon's work.
func (s *stage) snapshot() string {
	var b strings.Builder
	homes, err := filepath.Glob(filepath.Join(servers.dovecot.Dir, "mail", fmt.Sprintf("*-%d@example.test", s.n)))
	s.check(err)
	for _, home := range homes {
		for _, folder := range []string{"INBOX", "Drafts", "Sent"} {
			for _, m := range s.folder(filepath.Base(home), folder) {
				fmt.Fprintln(&b, filepath.Base(home), folder, m.MessageID, m.flags)
			}
		}
	}
	for _, e := range s.events() {
		fmt.Fprintln(&b, e)
	}
	return b.String()
}

// auditFigure says how much was audited, once all stories have ended.
func auditFigure() string {
	return security.Line("audits of the invariants, one after each story", "stories", audits.stories, "messages with one row each", audits.messages,
		"notes arrived once, shown and approved", audits.notes, "events", audits.events)
}
