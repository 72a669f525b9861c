package e2e

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"
)

// TestTooFewFileDescriptors starts the daemon with so few that it cannot do its work, and then gives it more.
func TestTooFewFileDescriptors(t *testing.T) {
	t.Parallel()
	want := prepare(t, servers.lab, "").wholeWay()
	s := prepare(t, servers.lab, "")
	s.mayEnd = true
	s.before = []string{"sh", "-c", `ulimit -S -n 14; exec "$@"`, "sh"}
	s.moment = func(name string) {
		if name == "invitation" && !s.dead() {
			if out, err := exec.Command("prlimit", "--nofile=14:1024", "--pid", fmt.Sprint(s.cmd.Process.Pid)).CombinedOutput(); err != nil {
				t.Logf("prlimit: %v %s", err, out)
			}
			pid := fmt.Sprint(s.cmd.Process.Pid)
			time.AfterFunc(4*time.Second, func() { exec.Command("prlimit", "--nofile=1024:1024", "--pid", pid).Run() })
		}
	}
	s.endsAs(want, s.wholeWay())
}

// TestALogThatCannotBeWritten: the log is on a full disk and standard output is closed; the work goes on.
func TestALogThatCannotBeWritten(t *testing.T) {
	t.Parallel()
	s := prepare(t, servers.lab, "")
	s.before = []string{"sh", "-c", `exec "$@" >&- 2>/dev/full`, "sh"}
	s.clock(monday)
	s.launch()
	s.until("the store is there", func() bool { return s.cursorAt() > 0 })
	s.deliver(s.casey, s.inviteHeaders(), s.inviteBody())
	s.expect("checklist")
	s.until("the event is there", func() bool { return len(s.events()) == 1 })
	if s.dead() {
		t.Error("the daemon has ended")
	}
}

// cursorAt is 1 once the daemon has begun to watch: what is delivered from then on is read.
func (s *stage) cursorAt() int {
	out, err := exec.Command(s.binary, "list", "--config", s.config).CombinedOutput()
	if err != nil || len(out) == 0 {
		return 0
	}
	time.Sleep(time.Second) // the cursor is set right after the first look into the mailbox
	return 1
}

// TestToldToStopAtRandom ends the daemon by SIGTERM at any time, again and again: each time it ends by itself, within ten
// seconds, and the story ends as if nothing had happened.
func TestToldToStopAtRandom(t *testing.T) {
	want := prepare(t, servers.lab, "").wholeWay()
	for n := range uint64(4) {
		t.Run(fmt.Sprint("story ", n), func(t *testing.T) {
			t.Parallel()
			s := prepare(t, servers.lab, "")
			s.mayEnd = true
			r, left := rand.New(rand.NewPCG(n, 5)), 12
			s.launched = func() {
				if left--; left < 0 {
					return
				}
				process, ended := s.cmd.Process, s.ended
				time.AfterFunc(time.Duration(5+r.IntN(250))*time.Millisecond, func() {
					process.Signal(syscall.SIGTERM)
					select {
					case <-ended:
					case <-time.After(10 * time.Second):
						t.Error("ten seconds after SIGTERM the daemon is still there")
					}
				})
			}
			s.endsAs(want, s.wholeWay())
			if left > 6 {
				t.Errorf("it was told to stop only %d times", 12-left)
			}
		})
	}
}

// TestTheClockIsSetBack by a day before the notes leave, and after all is done forward by ten years: nothing is done twice,
// and no old reminders pour out.
func TestTheClockIsSetBack(t *testing.T) {
	t.Parallel()
	want := prepare(t, servers.lab, "").wholeWay()
	s := prepare(t, servers.lab, "")
	s.moment = func(name string) {
		if name == "sending" {
			s.clock(evening.Add(-24 * time.Hour))
			time.Sleep(time.Second)
		}
	}
	s.endsAs(want, s.wholeWay())
	letters, notes := len(s.letters()), len(s.folder(s.person("priya"), "INBOX"))
	s.clock(monday.AddDate(10, 0, 0))
	time.Sleep(2 * time.Second)
	s.until("the log is quiet", s.quiet())
	s.atRest = false
	if more := len(s.letters()) - letters; more > 2 {
		t.Errorf("%d letters came at once after ten years", more)
	}
	if n := len(s.folder(s.person("priya"), "INBOX")); n != notes {
		t.Errorf("%d messages went out by themselves", n-notes)
	}
}

// TestNothingForeignMovesTheCursorOfATerminal: control characters of a message reach neither the log nor what the commands
// print.
func TestNothingForeignMovesTheCursorOfATerminal(t *testing.T) {
	t.Parallel()
	s := prepare(t, servers.lab, "")
	s.clock(monday)
	s.start()
	headers := strings.NewReplacer("Subject: ", "Subject: =?utf-8?q?=1B]0;owned=07=1B[2J=0D=0Atime=3D2026-01-01T00:00:00Z_level=3DINFO_msg=3Dforged?= ", "Priya Nair", "=?utf-8?q?Priya=1B[31m_Nair=9B2J?=").Replace(s.inviteHeaders())
	body := strings.NewReplacer("Northwind Traders", "Northwind\x1b[2J Traders", "Dana Whitfield", "Dana\u202e Whitfield\x07").Replace(s.inviteBody())
	s.deliver(s.casey, headers, body)
	s.expect("checklist")
	file := filepath.Join(s.dir, "message.eml")
	s.check(os.WriteFile(file, s.folder(s.casey, "INBOX")[0].raw, 0o600))
	s.until("the log is quiet", s.quiet())
	log := s.logged()
	for i, line := range strings.Split(strings.TrimSpace(log), "\n") {
		if !strings.HasPrefix(line, "time=") || strings.HasPrefix(line, "time=2026-01-01") {
			t.Errorf("line %d of the log is %q", i, line)
		}
	}
	explained, err := exec.Command(s.binary, "explain", file).CombinedOutput()
	s.check(err)
	parsed, err := exec.Command(s.binary, "parse", file).CombinedOutput()
	s.check(err)
	for what, text := range map[string]string{"log": log, "list": s.run("list"), "explain": string(explained), "parse": string(parsed)} {
		if i := strings.IndexFunc(text, func(c rune) bool { return unicode.IsControl(c) && c != '\n' && c != '\t' || c == '\u202e' }); i >= 0 {
			t.Errorf("%s has a control character: %q", what, text[max(0, i-40):min(len(text), i+40)])
		}
	}
}
