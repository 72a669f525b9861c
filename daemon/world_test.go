package daemon

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"roundtwo/daemon/config"
	"roundtwo/daemon/mailtest"
	"roundtwo/daemon/store"
	"roundtwo/interview"
	"roundtwo/parse"
	"roundtwo/parse/message"
)

const (
	casey = "casey@home.example"
	hush  = "hush"
)

// monday is when the stories begin: nine in the morning in Berlin.
var monday = time.Date(2026, 11, 2, 8, 0, 0, 0, time.UTC)

// scene is a daemon at work in a small world of mail, under a clock that the story moves.
type scene struct {
	t      *testing.T
	world  *mailtest.World
	clock  *ManualClock
	cfg    *config.Config
	daemon *Daemon
	stop   func()
	weigh  func(f *parse.Finding, take, ask float64)
	read   int // letters looked at
	sent   int // messages of hers so far
}

// begin starts a scene. extra is added to the mailbox's section of the configuration.
func begin(t *testing.T, extra string) *scene {
	t.Helper()
	s := &scene{t: t, clock: NewManualClock(monday)}
	var err error
	if s.world, err = mailtest.Start(mailtest.Options{Now: s.clock.Now}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.world.Close)
	s.check(s.world.AddUser(casey, hush))
	dir := t.TempDir()
	file := filepath.Join(dir, "password")
	s.check(os.WriteFile(file, []byte(hush), 0o600))
	s.cfg, err = config.Parse(fmt.Sprintf(`state = %q
[[mailbox]]
address = %q
imap = { host = "127.0.0.1", port = %s, tls = "none" }
smtp = { host = "127.0.0.1", port = %s, tls = "none" }
password = { file = %q }
saves_sent = "no"
%s
[[candidate]]
name = "Casey Morgan"
addresses = [%q]
zone = "Europe/Berlin"
[[candidate.calendar]]
url = %q
user = %q
password = { file = %q }
`, filepath.Join(dir, "state"), casey, port(s.world.IMAP), port(s.world.SMTP), file, extra, casey, s.world.Calendar(casey), casey, file))
	s.check(err)
	s.start()
	return s
}

func port(addr string) string {
	_, p, _ := net.SplitHostPort(addr)
	return p
}

func (s *scene) check(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// start opens the daemon, lets it run until stop, and waits for it to do what is due.
func (s *scene) start() {
	s.t.Helper()
	s.begin()
	s.settle()
}

func (s *scene) begin() {
	s.t.Helper()
	log := slog.New(slog.DiscardHandler)
	if testing.Verbose() {
		log = slog.New(slog.NewTextHandler(os.Stderr, nil))
	}
	d, err := Open(context.Background(), s.cfg, Options{Clock: s.clock, Log: log, Weigh: s.judge})
	s.check(err)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- d.Run(ctx) }()
	var once bool
	s.daemon, s.stop = d, func() {
		if once {
			return
		}
		once = true
		cancel()
		if err := <-ended; err != nil {
			s.t.Error(err)
		}
		s.check(d.Close())
	}
	s.t.Cleanup(s.stop)
}

// judge weighs what was read as the story wants it.
func (s *scene) judge(f *parse.Finding, take, ask float64) {
	switch {
	case s.weigh != nil:
		s.weigh(f, take, ask)
	case f.Kind != interview.Other:
		f.Decision = interview.Take // the stories tell what follows; how sure the reader is, is told by its own tests
	}
}

// restart stops the daemon and starts it again on the same store.
func (s *scene) restart() {
	s.t.Helper()
	s.stop()
	s.start()
}

// settle waits until all that is due now is done.
func (s *scene) settle() {
	s.t.Helper()
	deadline := time.Now().Add(20 * time.Second)
	for {
		inbox, err := s.world.Folder(casey, "INBOX")
		s.check(err)
		next := map[string]uint32{"mailbox": 1}
		if len(inbox) > 0 {
			next["mailbox"] = inbox[len(inbox)-1].UID + 1
		}
		done, err := s.daemon.Settled(context.Background(), next)
		s.check(err)
		if done {
			return
		}
		if time.Now().After(deadline) {
			s.t.Fatal("the daemon does not come to rest")
		}
		time.Sleep(2 * time.Millisecond)
	}
}

// pass lets time go by, stopping wherever something is due.
func (s *scene) pass(d time.Duration) {
	s.t.Helper()
	end := s.clock.Now().Add(d)
	for {
		s.settle()
		next, err := s.daemon.Next(context.Background())
		s.check(err)
		if next.IsZero() || next.After(end) {
			s.clock.Move(end)
			s.settle()
			return
		}
		s.clock.Move(next)
	}
}

// receive delivers a mail to her inbox.
func (s *scene) receive(headers, body string) {
	s.t.Helper()
	raw := strings.TrimSpace(headers) + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + body
	s.check(s.world.Deliver(casey, bytes.ReplaceAll([]byte(raw), []byte("\n"), []byte("\r\n"))))
	s.settle()
}

// letter is a letter from roundtwo in her inbox.
type letter struct {
	*message.Message
	kind string
}

// letters gives the letters that came since it was last asked.
func (s *scene) letters() []letter {
	s.t.Helper()
	s.settle()
	inbox, err := s.world.Folder(casey, "INBOX")
	s.check(err)
	var all []letter
	for _, m := range inbox {
		if msg := message.Read(m.Raw); msg.Header(letterHeader) != "" {
			kind, _, _ := strings.Cut(msg.MessageID, ".")
			all = append(all, letter{msg, kind})
		}
	}
	fresh := all[s.read:]
	s.read = len(all)
	return fresh
}

// expect asks for exactly these kinds of letter since the last look, and gives the last of them.
func (s *scene) expect(kinds ...string) letter {
	s.t.Helper()
	var got []string
	var last letter
	for _, l := range s.letters() {
		got = append(got, l.kind)
		last = l
	}
	if strings.Join(got, " ") != strings.Join(kinds, " ") {
		text := ""
		if last.Message != nil {
			text = last.Text
		}
		s.t.Fatalf("letters %q, want %q\nthe last one:\n%s", got, kinds, text)
	}
	return last
}

// answer answers a letter as her mail program would, quoting it.
func (s *scene) answer(l letter, words string) {
	s.t.Helper()
	s.answerAs(casey, l, words)
}

func (s *scene) answerAs(from string, l letter, words string) {
	s.t.Helper()
	s.sent++
	quoted := "> " + strings.ReplaceAll(strings.TrimSpace(l.Text), "\n", "\n> ")
	s.receive(fmt.Sprintf("From: Casey Morgan <%s>\nTo: %s\nSubject: Re: %s\nDate: %s\nMessage-ID: <casey.%d@home.example>\nIn-Reply-To: <%s>\nReferences: <%s>",
		from, casey, l.Subject, s.clock.Now().Format(time.RFC1123Z), s.sent, l.MessageID, l.MessageID),
		words+"\n\nOn Monday roundtwo wrote:\n"+quoted+"\n")
}

// outside is what was submitted to anybody but her.
func (s *scene) outside() []mailtest.Submission {
	s.t.Helper()
	s.settle()
	var out []mailtest.Submission
	for _, m := range s.world.Submitted() {
		if m.To[0] != casey {
			out = append(out, m)
		}
	}
	return out
}

// interviews is what the store knows.
func (s *scene) interviews() []interview.Interview {
	s.t.Helper()
	s.settle()
	var list []interview.Interview
	s.check(s.daemon.store.View(context.Background(), func(tx *store.Tx) (err error) {
		list, err = tx.Interviews("Casey Morgan")
		return err
	}))
	return list
}

// notes are the notes of the only interview.
func (s *scene) notes() []interview.Note {
	s.t.Helper()
	var list []interview.Note
	id := s.interviews()[0].ID
	s.check(s.daemon.store.View(context.Background(), func(tx *store.Tx) (err error) {
		list, err = tx.Notes(id)
		return err
	}))
	return list
}

// events are the objects in her calendar.
func (s *scene) events() []string {
	s.t.Helper()
	s.settle()
	var out []string
	for _, data := range s.world.Events(casey) {
		out = append(out, strings.ReplaceAll(string(data), "\r\n ", ""))
	}
	return out
}
