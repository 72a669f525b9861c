package e2e

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"roundtwo/security"
)

// underStrace makes the next start of the daemon run under strace. The daemon stays our child (-D), so that it is killed
// and ends as it always does.
func (s *stage) underStrace(args ...string) {
	s.t.Helper()
	if _, err := exec.LookPath("strace"); err != nil {
		if os.Getenv("CI") != "" {
			s.t.Fatal(err)
		}
		s.t.Skip(err)
	}
	s.before = append([]string{"strace", "-D", "-f", "-qq"}, args...)
}

// TestNobodyElseIsConnectedTo plays the story with messages that want to be fetched, looked up, acknowledged and
// unsubscribed from, and looks at every address that the process connects or sends to.
func TestNobodyElseIsConnectedTo(t *testing.T) {
	t.Parallel()
	s := prepare(t, servers.lab, "")
	trace := filepath.Join(s.dir, "trace")
	s.underStrace("-o", trace, "-e", "trace=connect,sendto,sendmsg")
	s.wholeWay()
	s.tempt()
	s.awaitKind("checklist", 2)
	s.until("the log is quiet", s.quiet())
	connections, strangers := s.peers(trace)
	for _, who := range strangers {
		t.Errorf("connected to %s", who)
	}
	if connections < 5 {
		t.Errorf("only %d connections: this shows nothing", connections)
	}
	security.Figure(t, "connections to anything not configured", "connections and sendings", connections, "to anything not configured", len(strangers))
}

// tempt delivers what other programs would follow.
func (s *stage) tempt() {
	s.serial++
	invitation := fmt.Sprintf("From: Kim Lee <kim@tempting.example>\nTo: %s\nSubject: Second interview at Tempting\nDate: Mon, 02 Nov 2026 09:05:00 +0100\nMessage-ID: <tempting-%d-%d@tempting.example>\n"+
		"DKIM-Signature: v=1; a=rsa-sha256; d=tempting.example; s=victim%d; h=from; bh=YQ==; b=YQ==\nDisposition-Notification-To: kim@tempting.example\nReturn-Receipt-To: kim@tempting.example\n"+
		"List-Unsubscribe: <https://tempting.example/out?id=1>, <mailto:out@tempting.example>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\nBIMI-Selector: v=BIMI1; s=x\nAutocrypt: addr=kim@tempting.example; keydata=YQ==\n"+
		"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n\n<link rel=stylesheet href=https://tempting.example/a.css><img src=\"https://tempting.example/pixel?id=1\"><img src=\"http://169.254.169.254/latest/meta-data\"><p>Please join <a href=\"https://tempting.example/join\">here</a>, or at http://127.0.0.1:9/x. Your second interview at Tempting is on Friday, 20 November 2026 at 10:00.</p>\n"+
		"--b\nContent-Type: message/external-body; access-type=URL; URL=\"https://tempting.example/body\"\n\nContent-Type: text/plain\n\n\n--b\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:t-%d\nDTSTAMP:20261101T000000Z\nDTSTART:20261120T090000Z\nDTEND:20261120T100000Z\nSUMMARY:Interview\nATTACH:https://tempting.example/cv\nURL:https://tempting.example/event\nORGANIZER:mailto:kim@tempting.example\nATTENDEE;RSVP=TRUE:mailto:%s\nEND:VEVENT\nEND:VCALENDAR\n--b--\n",
		s.casey, s.n, s.serial, s.serial, s.serial, s.casey)
	s.check(servers.dovecot.Deliver(s.casey, []byte(strings.ReplaceAll(invitation, "\n", "\r\n"))))
}

var peer = regexp.MustCompile(`(?:connect|sendto|sendmsg)\(.*sin6?_port=htons\((\d+)\).*?"([0-9a-f.:]+)"`)

// peers gives how many calls the trace has that name an address, and the addresses that are none of the stage's servers.
func (s *stage) peers(trace string) (calls int, strangers []string) {
	s.t.Helper()
	f, err := os.Open(trace)
	s.check(err)
	defer f.Close()
	servers := []string{servers.dovecot.IMAPS, servers.postfix.Addr, strings.Split(strings.TrimPrefix(s.calendar, "http://"), "/")[0]}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		m := peer.FindStringSubmatch(lines.Text())
		if m == nil {
			if strings.Contains(lines.Text(), "AF_INET") {
				strangers = append(strangers, lines.Text())
			}
			continue
		}
		calls++
		if addr := m[2] + ":" + m[1]; !strings.Contains(strings.Join(servers, " "), addr) {
			strangers = append(strangers, addr)
		}
	}
	return calls, strangers
}

// diskFaults are what a disk does once, at the n-th call.
var diskFaults = []struct{ name, inject string }{
	{"the disk is full", "pwrite64,write:error=ENOSPC:when=%d"},
	{"a write fails", "pwrite64,write:error=EIO:when=%d"},
	{"a sync fails", "fsync,fdatasync:error=EIO:when=%d"},
}

// TestTheDiskFails lets one call fail that concerns the store, each time another one, all the way from the invitation to the
// sent notes. A daemon that ends because of it is started again, as systemd would: the end is the same.
func TestTheDiskFails(t *testing.T) {
	want := prepare(t, servers.lab, "").wholeWay()
	var faults, ended, same atomic.Int64
	t.Cleanup(func() {
		security.Figure(t, "faults of the disk, from invitation to sent notes", "faults", faults.Load(), "daemon ended and was started again", ended.Load(), "ended as without", same.Load())
	})
	last, step := 60, security.Soak(9, 1)
	for _, fault := range diskFaults {
		for n := 1; n <= last; n += step {
			t.Run(fmt.Sprintf("%s, call %d", fault.name, n), func(t *testing.T) {
				t.Parallel()
				s := prepare(t, servers.lab, "")
				s.mayEnd = true
				calls, _, _ := strings.Cut(fault.inject, ":")
				trace := filepath.Join(s.dir, "trace")
				args := []string{"-o", trace, "-e", "trace=" + calls, "-e", "inject=" + fmt.Sprintf(fault.inject, n)}
				for _, file := range []string{"roundtwo.db", "roundtwo.db-wal", "roundtwo.db-journal"} {
					args = append(args, "-P", filepath.Join(s.dir, "state", file))
				}
				s.underStrace(args...)
				s.endsAs(want, s.wholeWay())
				if text, err := os.ReadFile(trace); err == nil && strings.Contains(string(text), "(INJECTED)") {
					faults.Add(1)
				}
				ended.Add(int64(s.deaths))
				if !t.Failed() {
					same.Add(1)
				}
			})
		}
	}
}

// endedItself reports that the daemon was not killed: it gave up with an error, or was told to stop (in its first
// milliseconds by the signal itself).
func (s *stage) endedItself() bool {
	status, ok := s.cmd.ProcessState.Sys().(syscall.WaitStatus)
	return ok && (status.Exited() || status.Signal() == syscall.SIGTERM)
}
