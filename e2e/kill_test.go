package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"roundtwo/security"
)

// enoughPoints is how many commit points the story must have for the test to mean something.
const enoughPoints = 30

// TestKilledAtEveryCommit plays the whole way from the invitation to the sent notes, once to count the points before and
// after every commit, and then once for each point with a SIGKILL there and a new start: the end must be the same.
func TestKilledAtEveryCommit(t *testing.T) {
	counter := filepath.Join(t.TempDir(), "points")
	want := prepare(t, servers.lab, "").wholeWay("--lab-points", counter)
	text, err := os.ReadFile(counter)
	if err != nil {
		t.Fatal(err)
	}
	points, _ := strconv.Atoi(string(text))
	if points < enoughPoints {
		t.Fatalf("only %d commit points in the story", points)
	}
	t.Logf("%d commit points; at the end of the story:\n%s", points, want)
	gate := make(chan struct{}, 20) // mostly waiting
	var same atomic.Int32
	t.Cleanup(func() {
		security.Figure(t, "kill -9 before and after every commit, from invitation to sent notes", "points", points, "ended as if never killed", same.Load())
	})
	for n := 1; n <= points; n++ {
		t.Run(fmt.Sprintf("point %d", n), func(t *testing.T) {
			t.Parallel()
			gate <- struct{}{}
			defer func() { <-gate }()
			s := prepare(t, servers.lab, "")
			got := s.wholeWay("--lab-kill", strconv.Itoa(n))
			if s.deaths != 1 {
				t.Errorf("the daemon died %d times", s.deaths)
			}
			if s.endsAs(want, got); !t.Failed() {
				same.Add(1)
			}
		})
	}
}

// endsAs compares the end of a story with that of one in which nothing happened. Where she was asked about a note in doubt
// there is one letter and one receipt more.
func (s *stage) endsAs(want, got string) {
	s.t.Helper()
	if len(s.doubts) > 0 {
		want = withoutReceipts(want)
	}
	if got != want {
		s.t.Errorf("it ends as\n%s\ninstead of\n%s", got, want)
	}
}

func withoutReceipts(end string) string {
	var out []string
	for _, line := range strings.SplitAfter(end, "\n") {
		if !strings.Contains(line, "receipt") && !strings.Contains(line, "unknown") {
			out = append(out, line)
		}
	}
	return strings.Join(out, "")
}

// wholeWay plays the story from the invitation to the sent notes, reviving the daemon whenever it dies, and describes how
// it ends.
func (s *stage) wholeWay(args ...string) string {
	s.t.Helper()
	s.clock(monday)
	s.launch(args...)
	s.until("the mailbox is watched", func() bool { s.revive(); return strings.Contains(s.logged(), "msg=ready") })

	s.at("invitation")
	s.deliver(s.casey, s.inviteHeaders(), s.inviteBody())
	s.awaitKind("checklist", 1)
	s.clock(evening)
	s.answer(s.awaitKind("debrief", 1), howItWas)
	request := s.awaitKind("request", 1)
	s.answer(request, "send all")
	s.awaitKind("receipt", 1)
	at := evening.Add(15 * time.Minute)
	s.at("sending")
	s.clock(at)
	moved := time.Now()
	s.until("everything has come to rest", func() bool {
		s.revive()
		s.settleDoubt()
		if time.Since(moved) > 3*time.Second { // what is in doubt is looked for, asked about and held
			at, moved = at.Add(12*time.Minute), time.Now()
			s.clock(at)
		}
		return len(s.folder(s.person("dana"), "INBOX")) >= 1 && len(s.folder(s.person("samuel"), "INBOX")) >= 1 &&
			len(s.folder(s.casey, "Sent")) >= 2 && len(s.folder(s.casey, "Drafts")) == 0 && len(distinct(s.letters(), "receipt")) >= 2 && len(s.events()) >= 1
	})
	s.until("the log is quiet", s.quiet())
	s.atRest = true
	return s.describe()
}

// at lets happen what a test wants at a moment of the story.
func (s *stage) at(moment string) {
	if s.moment != nil {
		s.moment(moment)
	}
}

// revive starts the daemon again where it was killed, and counts that. Any other end is a fault.
func (s *stage) revive() {
	s.t.Helper()
	if !s.dead() {
		return
	}
	s.deaths++
	if s.mayEnd && s.endedItself() {
		s.launch()
		return
	}
	if status, ok := s.cmd.ProcessState.Sys().(syscall.WaitStatus); !ok || status.Signal() != syscall.SIGKILL {
		s.t.Fatalf("the daemon ended by itself: %v\n%s", s.cmd.ProcessState, s.logged())
	}
	s.launch()
}

// settleDoubt does what she would: killed between the final dot and the server's answer, the daemon does not know whether
// the note was sent, looks for it for half an hour, and asks her; she looks and says done or resend.
func (s *stage) settleDoubt() {
	for _, asked := range distinct(s.letters(), "unknown") {
		if slices.Contains(s.doubts, asked.MessageID) {
			continue
		}
		s.doubts = append(s.doubts, asked.MessageID)
		word := "done"
		for _, who := range []string{"dana", "samuel"} {
			if strings.Contains(asked.Text, s.person(who)) && len(s.folder(s.person(who), "INBOX")) == 0 {
				word = "resend"
			}
		}
		s.answer(asked, word)
	}
}

// awaitKind waits for the n-th different letter of a kind, and revives the daemon meanwhile.
func (s *stage) awaitKind(kind string, n int) stored {
	s.t.Helper()
	var found []stored
	s.until(fmt.Sprintf("letter %d of kind %s is there", n, kind), func() bool {
		s.revive()
		found = distinct(s.letters(), kind)
		return len(found) >= n
	})
	return found[n-1]
}

// distinct gives the letters of a kind, those with one Message-ID once: a letter to herself may come twice after a crash.
func distinct(letters []stored, kind string) []stored {
	var out []stored
	for _, l := range letters {
		if l.kind() == kind && !slices.ContainsFunc(out, func(o stored) bool { return o.MessageID == l.MessageID }) {
			out = append(out, l)
		}
	}
	return out
}

// quiet reports that nothing was logged for half a second.
func (s *stage) quiet() func() bool {
	last, since := "", time.Now()
	return func() bool {
		s.revive()
		if now := s.logged(); now != last {
			last, since = now, time.Now()
		}
		return time.Since(since) > 500*time.Millisecond
	}
}

// lasting are the lines of an event that must be the same whatever happened on the way; the UID differs from stage to stage.
var lasting = regexp.MustCompile(`(?m)^(DTSTART|DTEND|SEQUENCE|STATUS|SUMMARY):.*$`)

// describe says how the story has ended: letters by kind, the notes, the folders, the calendar.
func (s *stage) describe() string {
	var b strings.Builder
	kinds := []string{"checklist", "debrief", "request", "failed", "refusal"}
	if len(s.doubts) == 0 {
		kinds = append(kinds, "receipt", "unknown")
	}
	for _, kind := range kinds {
		fmt.Fprintf(&b, "letters %s: %d\n", kind, len(distinct(s.letters(), kind)))
	}
	for _, who := range []string{"dana", "samuel"} {
		fmt.Fprintf(&b, "notes to %s: %d\n", who, len(s.folder(s.person(who), "INBOX")))
	}
	fmt.Fprintf(&b, "in Sent: %d, in Drafts: %d\n", len(s.folder(s.casey, "Sent")), len(s.folder(s.casey, "Drafts")))
	for _, e := range s.events() {
		fmt.Fprintf(&b, "event: %s\n", strings.Join(lasting.FindAllString(e, -1), " "))
	}
	return b.String()
}
