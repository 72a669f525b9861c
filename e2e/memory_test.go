package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"roundtwo/security"
)

// Limits of the daemon's resident memory, in MiB.
const (
	idleMiB   = 64
	peakMiB   = 128
	growthMiB = 5
)

// TestLargeMessagesFitIntoLittleMemory delivers messages of 50 MB: the daemon reads the first 10 of each, goes on, and is
// small again.
func TestLargeMessagesFitIntoLittleMemory(t *testing.T) {
	t.Parallel()
	s := prepare(t, servers.release, "")
	s.start()
	s.checklistAfter(0)
	idle := s.settled()
	count := security.Soak(3, 100)
	var first float64
	for n := range count {
		s.check(servers.dovecot.Deliver(s.casey, []byte(large(s, n))))
		s.awaitVerdicts(n + 3) // the invitation, its letter, and these
		if n == 0 {
			first = s.settled()
		}
	}
	peak, after := s.peak(), s.settled()
	security.Figure(t, "memory of the daemon, MiB", "idle", fmt.Sprintf("%.0f", idle), "peak with messages of 50 MB", fmt.Sprintf("%.0f", peak),
		"large messages", count, "growth from the first to the last", fmt.Sprintf("%.1f", after-first))
	if idle > idleMiB || peak > peakMiB || after-first > growthMiB && count > 10 {
		t.Errorf("idle %.0f MiB (at most %d), peak %.0f (at most %d), growth %.1f (at most %d)", idle, idleMiB, peak, peakMiB, after-first, growthMiB)
	}
}

// large is a message of 50 MB: an attachment that nobody opens.
func large(s *stage, n int) string {
	return fmt.Sprintf("From: x@example.test\r\nTo: %s\r\nSubject: the film\r\nMessage-ID: <large-%d-%d@example.test>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHere it is.\r\n--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n%s--b--\r\n",
		s.casey, s.n, n, strings.Repeat(strings.Repeat("QUJD", 19)+"\r\n", 50<<20/78))
}

// awaitVerdicts waits until so many messages have their row.
func (s *stage) awaitVerdicts(n int) {
	s.t.Helper()
	s.until(fmt.Sprint(n, " messages are read"), func() bool { return strings.Count(s.logged(), "msg=message") >= n })
}

// settled is the memory once the collector has given back what is free.
func (s *stage) settled() float64 {
	least := s.memory()
	for range 20 {
		time.Sleep(100 * time.Millisecond)
		least = min(least, s.memory())
	}
	return least
}

// TestFirstStartOnYearsOfMail begins with a mailbox full of old messages, invitations to interviews long past among them:
// nothing is made of them, the memory stays small, and a stop in the middle is taken up.
func TestFirstStartOnYearsOfMail(t *testing.T) {
	t.Parallel()
	count := security.Soak(20_000, 100_000)
	s := prepare(t, servers.release, "backfill = \"3650d\"")
	fill(s, count, func(s *stage, n int) string {
		if n%100 > 0 {
			return minutes(s, n)
		}
		held := time.Now().AddDate(0, 0, -20-n/100)
		headers := strings.NewReplacer("invite-", fmt.Sprintf("old-%d-", n), "Mon, 02 Nov 2026 09:05:00 +0100", held.AddDate(0, 0, -5).Format(time.RFC1123Z)).Replace(s.inviteHeaders())
		return headers + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + s.inviteOn(held.Format("Monday, 2 January 2006"))
	})
	s.years = true
	s.launch()
	s.awaitVerdicts(1000)
	s.kill()
	s.launch()
	for total := -1; total != s.ledgered(); time.Sleep(2 * time.Second) { // until no row is added any more
		total = s.ledgered()
	}
	peak := s.peak()
	if rows := s.ledgered(); rows < count {
		t.Errorf("%d of %d messages have a row", rows, count)
	}
	drafts, events, letters := len(s.folder(s.casey, "Drafts")), len(s.events()), len(s.letters())
	if drafts+events > 0 || peak > peakMiB {
		t.Errorf("%d drafts and %d events were made of what is long past; peak %.0f MiB", drafts, events, peak)
	}
	security.Figure(t, "first start on years of mail", "messages", count, "rows", s.ledgered(), "drafts", drafts, "events", events, "letters", letters, "peak MiB", fmt.Sprintf("%.0f", peak))
}

// ledgered counts the rows of the ledger.
func (s *stage) ledgered() int {
	a := &audit{stage: s}
	a.read()
	return len(a.messages)
}
