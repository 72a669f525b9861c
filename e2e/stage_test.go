package e2e

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"roundtwo/daemon/mailtest/dovecot"
	"roundtwo/daemon/mailtest/radicale"
	"roundtwo/parse/message"
)

// stage is one candidate with her mailbox, calendar and daemon.
type stage struct {
	t        testing.TB
	n        int64
	casey    string // her address
	dir      string
	config   string
	mailbox  string // what the section of the mailbox has beside the usual
	calendar string // URL
	binary   string
	args     []string

	cmd       *exec.Cmd
	ended     chan struct{}
	log       *os.File
	read      int
	serial    int
	deaths    int
	earlier   int             // messages that lay in her inbox before the first start: they are none of ours
	flagged   map[string]bool // those of them that had flags, by Message-ID
	handsOver bool            // the mailbox may not send as her
	years     bool            // the mailbox is full of old messages: too many for an audit
	atRest    bool            // the story ends with nothing left to be done: a new start must change nothing
	doubts    []string        // letters about notes in doubt that she has answered
	// launched is called after each start of the daemon, where it is set.
	launched func()
	before   []string          // what the next start is run under
	mayEnd   bool              // the daemon may give up by itself: it is started again
	moment   func(name string) // called at the moments of the story that have a name, where it is set
	// between, where it is set before configure, gives the address of a proxy for that of a server.
	between func(addr string) string
}

var stages atomic.Int64

// person gives an address of the story: everybody has a mailbox at Dovecot.
func (s *stage) person(name string) string { return fmt.Sprintf("%s-%d@example.test", name, s.n) }

// prepare makes a stage without starting the daemon. mailbox is added to the section of the mailbox.
func prepare(t testing.TB, binary, mailbox string) *stage {
	t.Helper()
	if servers.missing != nil {
		t.Skip(servers.missing) // main fails where CI is set
	}
	s := &stage{t: t, n: stages.Add(1), dir: t.TempDir(), binary: binary}
	s.casey = s.person("casey")
	s.config = filepath.Join(s.dir, "config.toml")
	var err error
	s.calendar, err = servers.radicale.MakeCalendar(calendarUser, fmt.Sprintf("calendar-%d", s.n))
	s.check(err)
	s.check(os.WriteFile(filepath.Join(s.dir, "password"), []byte(dovecot.Password+"\n"), 0o600))
	s.check(os.WriteFile(filepath.Join(s.dir, "calendar-password"), []byte(radicale.Password+"\n"), 0o600))
	s.mailbox = mailbox
	s.configure()
	t.Cleanup(s.audited)
	return s
}

// configure writes the configuration of one candidate.
func (s *stage) configure() {
	s.t.Helper()
	home, err := url.Parse(s.calendar)
	s.check(err)
	home.Host = s.way(home.Host)
	s.write(s.mailbox, fmt.Sprintf("[[candidate]]\nname = \"Casey Morgan\"\naddresses = [%q]\nzone = \"Europe/Berlin\"\n[[candidate.calendar]]\nname = \"calendar\"\nurl = %q\nuser = %q\npassword = { file = %q }\n",
		s.casey, home, calendarUser, filepath.Join(s.dir, "calendar-password")))
}

// way gives the address at which the daemon finds a server.
func (s *stage) way(addr string) string {
	if s.between == nil {
		return addr
	}
	return s.between(addr)
}

// write writes the configuration.
func (s *stage) write(mailbox, candidates string) {
	s.t.Helper()
	s.handsOver = strings.Contains(mailbox, `sends_as = "nobody"`)
	imap, smtp := s.way(servers.dovecot.IMAPS), s.way(servers.postfix.Addr)
	text := fmt.Sprintf(`state = %q
[[mailbox]]
address = %q
imap = { host = "127.0.0.1", port = %s, ca = %q }
smtp = { host = "127.0.0.1", port = %s, ca = %q }
password = { file = %q }
saves_sent = "no"
%s
%s`, filepath.Join(s.dir, "state"), s.casey, port(imap), servers.dovecot.CAFile, port(smtp), servers.dovecot.CAFile,
		filepath.Join(s.dir, "password"), mailbox, candidates)
	s.check(os.WriteFile(s.config, []byte(text), 0o600))
}

func port(addr string) string {
	_, p, _ := net.SplitHostPort(addr)
	return p
}

func (s *stage) check(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// start runs the daemon and waits until it watches the mailbox.
func (s *stage) start(args ...string) {
	s.t.Helper()
	s.launch(args...)
	s.until("the daemon is ready", func() bool { return strings.Contains(s.logged(), "msg=ready") || s.dead() })
}

func (s *stage) launch(args ...string) {
	s.t.Helper()
	var err error
	s.log, err = os.OpenFile(filepath.Join(s.dir, "log"), os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	s.check(err)
	line := slices.Concat(s.before, []string{s.binary, "run", "--config", s.config}, s.args, args)
	s.before = nil
	s.cmd = exec.Command(line[0], line[1:]...)
	s.cmd.Stderr = s.log
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if s.ended == nil {
		s.remember()
	}
	s.check(s.cmd.Start())
	s.ended = make(chan struct{})
	go func(cmd *exec.Cmd, ended chan struct{}) { cmd.Wait(); close(ended) }(s.cmd, s.ended)
	if s.launched != nil {
		s.launched()
	}
}

// remember looks at what lies in her inbox before the first start.
func (s *stage) remember() {
	s.flagged = map[string]bool{}
	for _, m := range s.folder(s.casey, "INBOX") {
		s.earlier++
		s.flagged[m.MessageID] = m.flags != ""
	}
}

func (s *stage) logged() string {
	text, _ := os.ReadFile(filepath.Join(s.dir, "log"))
	return string(text)
}

// dead reports that the daemon has ended by itself.
func (s *stage) dead() bool {
	select {
	case <-s.ended:
		return true
	default:
		return false
	}
}

// kill ends the daemon without a chance to tidy up.
func (s *stage) kill() {
	if s.cmd != nil {
		s.cmd.Process.Kill()
		<-s.ended
	}
}

// stop ends the daemon as systemd would.
func (s *stage) stop() {
	if s.cmd == nil {
		return
	}
	s.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-s.ended:
	case <-time.After(15 * time.Second):
		s.cmd.Process.Kill()
		<-s.ended
		s.t.Error("the daemon did not stop on SIGTERM")
	}
	s.cmd = nil
	if s.t.Failed() {
		s.t.Logf("the log of the daemon:\n%s", s.logged())
	}
}

// patience is how long anything may take.
const patience = 45 * time.Second

// until waits for a condition.
func (s *stage) until(what string, done func() bool) {
	s.t.Helper()
	for deadline := time.Now().Add(patience); !done(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			s.t.Fatalf("waited in vain until %s", what)
		}
	}
}

// clock makes a lab daemon believe that it is t from now on.
func (s *stage) clock(t time.Time) {
	s.t.Helper()
	file := filepath.Join(s.dir, "clock")
	s.args = []string{"--lab-clock", file}
	s.check(os.WriteFile(file+".new", []byte(t.Format(time.RFC3339)), 0o600))
	s.check(os.Rename(file+".new", file))
}

// deliver hands a mail to a mailbox as the provider would.
func (s *stage) deliver(to, headers, body string) {
	s.t.Helper()
	raw := strings.TrimSpace(headers) + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + body
	s.check(servers.dovecot.Deliver(to, bytes.ReplaceAll([]byte(raw), []byte("\n"), []byte("\r\n"))))
}

// stored is one message in a folder.
type stored struct {
	*message.Message
	raw   []byte
	flags string
	path  string
}

// kind is the kind of a letter of ours, "" of any other message.
func (m stored) kind() string {
	if m.Header("X-Roundtwo-Letter") == "" {
		return ""
	}
	kind, _, _ := strings.Cut(m.MessageID, ".")
	return kind
}

// folder reads a folder of somebody from the disk of the server, oldest first: nothing changes by it.
func (s *stage) folder(who, name string) []stored {
	s.t.Helper()
	dir := filepath.Join(servers.dovecot.Dir, "mail", who, "Maildir")
	if name != "INBOX" {
		dir = filepath.Join(dir, "."+name)
	}
	var files []string
	for _, sub := range []string{"new", "cur"} {
		list, err := filepath.Glob(filepath.Join(dir, sub, "*"))
		s.check(err)
		files = append(files, list...)
	}
	slices.SortFunc(files, func(a, b string) int { return cmp.Compare(arrived(a), arrived(b)) })
	var out []stored
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			continue // renamed from new to cur while we looked
		}
		_, flags, _ := strings.Cut(filepath.Base(f), ":2,")
		out = append(out, stored{message.Read(raw), raw, flags, f})
	}
	return out
}

// arrived is when a message came, in microseconds, as its file name says: SECONDS.MMICROSECONDSP….
func arrived(file string) int64 {
	var seconds, micros int64
	fmt.Sscanf(filepath.Base(file), "%d.M%dP", &seconds, &micros)
	return seconds*1_000_000 + micros
}

// letters are all letters to her so far.
func (s *stage) letters() []stored {
	s.t.Helper()
	return slices.DeleteFunc(s.folder(s.casey, "INBOX"), func(m stored) bool { return m.kind() == "" })
}

// expect waits for the next letter, which must be of this kind, and gives it.
func (s *stage) expect(kind string) stored {
	s.t.Helper()
	var all []stored
	s.until("the letter "+kind+" is there", func() bool {
		all = s.letters()
		return len(all) > s.read
	})
	l := all[s.read]
	s.read++
	if l.kind() != kind {
		s.t.Fatalf("the letter is a %s, not a %s:\n%s", l.kind(), kind, l.Text)
	}
	return l
}

// answer answers a letter, quoting it.
func (s *stage) answer(l stored, words string) { s.t.Helper(); s.answerFrom(s.casey, l, words) }

func (s *stage) answerFrom(from string, l stored, words string) {
	s.t.Helper()
	s.serial++
	quoted := "> " + strings.ReplaceAll(strings.TrimSpace(l.Text), "\n", "\n> ")
	s.deliver(s.casey, fmt.Sprintf("From: Casey Morgan <%s>\nTo: %s\nSubject: Re: %s\nDate: %s\nMessage-ID: <answer-%d-%d@example.test>\nIn-Reply-To: <%s>\nReferences: <%s>",
		from, s.casey, l.Subject, time.Now().Format(time.RFC1123Z), s.n, s.serial, l.MessageID, l.MessageID),
		words+"\n\nOn Thursday roundtwo wrote:\n"+quoted+"\n")
}

// events are the objects of her calendar at Radicale, unfolded.
func (s *stage) events() []string {
	s.t.Helper()
	req, err := http.NewRequest("GET", s.calendar, nil)
	s.check(err)
	req.SetBasicAuth(calendarUser, radicale.Password)
	resp, err := http.DefaultClient.Do(req)
	s.check(err)
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	s.check(err)
	text := strings.ReplaceAll(strings.ReplaceAll(string(body), "\r\n ", ""), "\r\n", "\n")
	return eventBlocks.FindAllString(text, -1)
}

var eventBlocks = regexp.MustCompile(`(?s)BEGIN:VEVENT.*?END:VEVENT`)

// run runs another command of the binary.
func (s *stage) run(command string, args ...string) string {
	s.t.Helper()
	out, err := exec.Command(s.binary, slices.Concat([]string{command, "--config", s.config}, args)...).CombinedOutput()
	if err != nil {
		s.t.Fatalf("roundtwo %s: %v\n%s", command, err, out)
	}
	return string(out)
}
