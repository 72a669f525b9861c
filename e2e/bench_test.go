package e2e

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"roundtwo/daemon/mailtest/dovecot"
)

// BenchmarkDelivery measures from the end of a delivery to the checklist in the inbox (the median of 50), and the memory
// of the daemon at rest. Dovecot itself tells an idling client half a second later. Two candidates get 25 invitations
// each: more than 30 letters an hour are held back.
func BenchmarkDelivery(b *testing.B) {
	var took []time.Duration
	idle := 0.0
	for range 2 {
		s := prepare(b, servers.release, "")
		s.start()
		for n := range 25 {
			took = append(took, s.checklistAfter(n))
		}
		time.Sleep(10 * time.Second) // at rest
		idle = max(idle, s.memory())
		s.stop()
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Milliseconds()), "ms/checklist-median")
	b.ReportMetric(float64(took[len(took)*95/100].Milliseconds()), "ms/checklist-p95")
	b.ReportMetric(idle, "MiB/idle")
	b.ReportMetric(0, "ns/op")
}

// checklistAfter delivers the n-th invitation and waits for its checklist.
func (s *stage) checklistAfter(n int) time.Duration {
	s.t.Helper()
	day := time.Now().AddDate(0, 0, 3+n)
	headers := strings.NewReplacer("invite-", fmt.Sprintf("invite-%d-", n), "Mon, 02 Nov 2026 09:05:00 +0100", time.Now().Format(time.RFC1123Z), "Northwind Traders", company(n)).Replace(s.inviteHeaders())
	s.deliver(s.casey, headers, strings.ReplaceAll(s.inviteOn(day.Format("Monday, 2 January 2006")), "Northwind Traders", company(n)))
	began := time.Now()
	s.until("the checklist is there", func() bool { return len(distinct(s.letters(), "checklist")) == n+1 })
	return time.Since(began)
}

// company gives every invitation a company of its own.
func company(n int) string { return fmt.Sprintf("Company%c%c", 'A'+n/26, 'a'+n%26) }

// memory is the resident memory of the daemon in MiB, peak the most that it ever had.
func (s *stage) memory() float64 { s.t.Helper(); return s.status("VmRSS:") }
func (s *stage) peak() float64   { s.t.Helper(); return s.status("VmHWM:") }

func (s *stage) status(field string) float64 {
	s.t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	s.check(err)
	for _, line := range strings.Split(string(text), "\n") {
		if rest, ok := strings.CutPrefix(line, field); ok {
			kib, _ := strconv.Atoi(strings.Fields(rest)[0])
			return float64(kib) / 1024
		}
	}
	return 0
}

// backlog is how many messages wait in the mailbox.
const backlog = 10_000

// BenchmarkBacklog lets roundtwo read and store a mailbox of 10,000 messages, and mbsync pull the same, in turn.
func BenchmarkBacklog(b *testing.B) {
	mbsync, err := exec.LookPath("mbsync")
	if err != nil {
		b.Skip("mbsync is not installed (Debian: isync)")
	}
	seed := prepare(b, servers.release, "")
	fill(seed, backlog, minutes)
	var ours, theirs []time.Duration
	for range 3 {
		s := prepare(b, servers.release, "")
		s.adopt(seed)
		ours = append(ours, s.readAll())
		s.stop()
		theirs = append(theirs, pull(b, mbsync, seed))
	}
	slices.Sort(ours)
	slices.Sort(theirs)
	b.ReportMetric(backlog/ours[1].Seconds(), "msgs/s-roundtwo")
	b.ReportMetric(backlog/theirs[1].Seconds(), "msgs/s-mbsync")
	b.ReportMetric(ours[1].Seconds()/theirs[1].Seconds(), "ratio-roundtwo/mbsync")
	b.ReportMetric(0, "ns/op")
}

// minutes is a message of about 2 KB that is about no interview.
func minutes(s *stage, n int) string {
	line := "The minutes of the meeting are attached to the usual page. \n"
	return fmt.Sprintf("From: Writer %d <w%d@example.test>\nTo: %s\nSubject: Minutes %d\nDate: %s\nMessage-ID: <m%d@example.test>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n%s",
		n, n%97, s.casey, n, time.Now().Add(-time.Duration(n)*time.Minute).Format(time.RFC1123Z), n, strings.Repeat(line, 10+n%50))
}

// fill writes messages into the Maildir of a stage. The sizes in the names spare Dovecot from counting.
func fill(s *stage, count int, message func(*stage, int) string) {
	s.t.Helper()
	s.deliver(s.casey, "From: a@example.test\nTo: "+s.casey+"\nSubject: first\nMessage-ID: <first@example.test>\nDate: "+time.Now().Format(time.RFC1123Z), "makes the folders\n")
	s.until("the folders are there", func() bool { return len(s.folder(s.casey, "INBOX")) == 1 })
	first := s.folder(s.casey, "INBOX")[0].path
	dir := filepath.Join(filepath.Dir(filepath.Dir(first)), "cur")
	for n := range count {
		raw := message(s, n)
		size, wire := len(raw), len(raw)+strings.Count(raw, "\n")
		name := filepath.Join(dir, fmt.Sprintf("%d.M%dP1.host,S=%d,W=%d:2,S", time.Now().Unix(), n, size, wire))
		s.check(os.WriteFile(name, []byte(raw), 0o600))
		s.check(chownLike(name, first))
	}
}

// adopt makes a stage read the mailbox of another.
func (s *stage) adopt(other *stage) {
	s.t.Helper()
	text, err := os.ReadFile(s.config)
	s.check(err)
	out := strings.Replace(string(text), "saves_sent", fmt.Sprintf("user = %q\nbackfill = \"365d\"\nsaves_sent", other.casey), 1)
	s.check(os.WriteFile(s.config, []byte(out), 0o600))
}

// readAll runs the daemon until every message has its verdict.
func (s *stage) readAll() time.Duration {
	s.t.Helper()
	began := time.Now()
	s.launch()
	s.until("all is read", func() bool {
		text, err := os.ReadFile(filepath.Join(s.dir, "log"))
		return err == nil && bytes.Count(text, []byte("msg=message")) > backlog
	})
	return time.Since(began)
}

// pull lets mbsync copy the mailbox into a new Maildir.
func pull(b *testing.B, mbsync string, s *stage) time.Duration {
	b.Helper()
	dir := b.TempDir()
	rc := fmt.Sprintf(`FSync no

IMAPAccount a
Host localhost
Port %s
User %s
Pass %s
SSLType IMAPS
AuthMechs LOGIN
CertificateFile %s
SystemCertificates no

IMAPStore far
Account a

MaildirStore near
Path %s/mail/
Inbox %s/inbox
SubFolders Verbatim

Channel c
Far :far:
Near :near:
Patterns INBOX
Create Near
Sync Pull
SyncState *
`, port(servers.dovecot.IMAPS), s.casey, dovecot.Password, servers.dovecot.CAFile, dir, dir)
	file := filepath.Join(dir, "mbsyncrc")
	s.check(os.WriteFile(file, []byte(rc), 0o600))
	s.check(os.Mkdir(filepath.Join(dir, "mail"), 0o700))
	began := time.Now()
	if out, err := exec.Command(mbsync, "-c", file, "c").CombinedOutput(); err != nil {
		b.Fatalf("mbsync: %v\n%s", err, out)
	}
	took := time.Since(began)
	got, err := filepath.Glob(filepath.Join(dir, "inbox", "*", "*"))
	if err != nil || len(got) < backlog {
		b.Fatalf("mbsync pulled %d messages: %v", len(got), err)
	}
	return took
}
