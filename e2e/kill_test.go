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
	want, points := wholeWay(t, 0)
	if points < enoughPoints {
		t.Fatalf("only %d commit points in the story", points)
	}
	t.Logf("%d commit points; at the end of the story:\n%s", points, want)
	gate := make(chan struct{}, 8) // mostly waiting
	var same atomic.Int32
	t.Cleanup(func() {
		security.Figure(t, "kill -9 before and after every commit, from invitation to sent notes", "points", points, "ended as if never killed", same.Load())
	})
	for n := 1; n <= points; n++ {
		want := want
		t.Run(fmt.Sprintf("point %d", n), func(t *testing.T) {
			t.Parallel()
			gate <- struct{}{}
			defer func() { <-gate }()
			got, _ := wholeWay(t, n)
			if t.Failed() {
				return
			}
			if !strings.Contains(got, "receipt") { // she was asked about a note in doubt: one more letter and receipt
				want = withoutReceipts(want)
			}
			if got != want {
				t.Errorf("killed at point %d it ends as\n%s\ninstead of\n%s", n, got, want)
				return
			}
			same.Add(1)
		})
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

// wholeWay plays the story with a death at one point (0: none), and describes how it ends.
func wholeWay(t *testing.T, death int) (end string, points int) {
	s := prepare(t, servers.lab, "")
	s.clock(monday)
	counter := filepath.Join(s.dir, "points")
	s.launch("--lab-points", counter, "--lab-kill", strconv.Itoa(death))
	s.until("the mailbox is watched", func() bool { s.revive(); return strings.Contains(s.logged(), "msg=ready") })

	s.deliver(s.casey, s.inviteHeaders(), s.inviteBody())
	s.awaitKind("checklist", 1)
	s.clock(evening)
	s.answer(s.awaitKind("debrief", 1), howItWas)
	request := s.awaitKind("request", 1)
	s.answer(request, "send all")
	s.awaitKind("receipt", 1)
	s.clock(evening.Add(15 * time.Minute))
	s.until("everything has come to rest", func() bool {
		s.revive()
		s.settleDoubt()
		return len(s.folder(s.person("dana"), "INBOX")) >= 1 && len(s.folder(s.person("samuel"), "INBOX")) >= 1 &&
			len(s.folder(s.casey, "Sent")) >= 2 && len(s.folder(s.casey, "Drafts")) == 0 && len(distinct(s.letters(), "receipt")) >= 2
	})
	s.until("the log is quiet", s.quiet())
	if want := min(death, 1); s.deaths != want {
		t.Errorf("the daemon died %d times, want %d", s.deaths, want)
	}
	if text, err := os.ReadFile(counter); err == nil && death == 0 {
		points, _ = strconv.Atoi(string(text))
	}
	return s.describe(), points
}

// revive starts the daemon again where it has killed itself, and counts that. Any other end is a fault.
func (s *stage) revive() {
	s.t.Helper()
	if !s.dead() {
		return
	}
	s.deaths++
	if status, ok := s.cmd.ProcessState.Sys().(syscall.WaitStatus); !ok || status.Signal() != syscall.SIGKILL {
		s.t.Fatalf("the daemon ended by itself: %v\n%s", s.cmd.ProcessState, s.logged())
	}
	s.launch()
}

// settleDoubt does what she would: killed between the final dot and the server's answer, the daemon does not know whether
// the note was sent, looks for it for half an hour, and asks her; she looks and says done or resend.
func (s *stage) settleDoubt() {
	asked := distinct(s.letters(), "unknown")
	switch {
	case s.doubt == 0 && strings.Contains(s.logged(), "kind=note.look"):
		s.doubt = 1
		s.clock(evening.Add(55 * time.Minute))
	case s.doubt == 1 && len(asked) == 1:
		s.doubt = 2
		word := "done"
		for _, who := range []string{"dana", "samuel"} {
			if strings.Contains(asked[0].Text, s.person(who)) && len(s.folder(s.person(who), "INBOX")) == 0 {
				word = "resend"
			}
		}
		s.answer(asked[0], word)
	case s.doubt == 2 && strings.Contains(s.logged(), "answer to unknown"):
		s.doubt = 3
		s.clock(evening.Add(80 * time.Minute))
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
	if s.doubt == 0 {
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
