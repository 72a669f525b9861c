package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
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
	gate := make(chan struct{}, 4)
	for n := 1; n <= points; n++ {
		t.Run(fmt.Sprintf("point %d", n), func(t *testing.T) {
			t.Parallel()
			gate <- struct{}{}
			defer func() { <-gate }()
			if got, _ := wholeWay(t, n); got != want {
				t.Errorf("killed at point %d it ends as\n%s\ninstead of\n%s", n, got, want)
			}
		})
	}
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
	s.clockWithout(evening)
	s.answer(s.awaitKind("debrief", 1), howItWas)
	request := s.awaitKind("request", 1)
	s.answer(request, "send all")
	s.awaitKind("receipt", 1)
	s.clockWithout(evening.Add(15 * time.Minute))
	s.awaitKind("receipt", 2)
	s.until("everything has come to rest", func() bool {
		s.revive()
		return len(s.folder(s.person("dana"), "INBOX")) >= 1 && len(s.folder(s.person("samuel"), "INBOX")) >= 1 &&
			len(s.folder(s.casey, "Sent")) >= 2 && len(s.folder(s.casey, "Drafts")) == 0
	})
	s.until("the log is quiet", s.quiet())
	if text, err := os.ReadFile(counter); err == nil && death == 0 {
		points, _ = strconv.Atoi(string(text))
	}
	return s.describe(), points
}

// revive starts the daemon again where it has killed itself. It dies once.
func (s *stage) revive() {
	if s.dead() {
		s.launch()
	}
}

// clockWithout moves the clock; the arguments of the running daemon stay.
func (s *stage) clockWithout(t time.Time) { s.t.Helper(); s.clock(t) }

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

// describe says how the story has ended: letters by kind, the notes, the folders, the calendar.
func (s *stage) describe() string {
	var b strings.Builder
	for _, kind := range []string{"checklist", "debrief", "request", "receipt", "unknown", "failed", "refusal"} {
		fmt.Fprintf(&b, "letters %s: %d\n", kind, len(distinct(s.letters(), kind)))
	}
	for _, who := range []string{"dana", "samuel"} {
		fmt.Fprintf(&b, "notes to %s: %d\n", who, len(s.folder(s.person(who), "INBOX")))
	}
	fmt.Fprintf(&b, "in Sent: %d, in Drafts: %d\n", len(s.folder(s.casey, "Sent")), len(s.folder(s.casey, "Drafts")))
	fmt.Fprintf(&b, "events: %d\n", len(s.events()))
	return b.String()
}
