// Package demo shows the whole of roundtwo on a machine with nothing installed: it starts IMAP, SMTP and CalDAV servers
// in the process, runs the real daemon against them under a clock that it moves, plays the candidate, and keeps every
// letter, note and event as a file.
package demo

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"roundtwo/daemon"
	"roundtwo/daemon/config"
	"roundtwo/daemon/mailtest"
	"roundtwo/parse/message"
)

// Options say what is shown and where it goes.
type Options struct {
	Mails [][]byte  // invitations to forward; the built-in ones where empty
	Out   string    // directory for the files; made where it is missing
	Print io.Writer // the story as it happens
}

//go:embed mails
var builtIn embed.FS

// The candidate of the demo.
const (
	candidate = "Casey Morgan"
	address   = "casey@morgan.example"
	zone      = "Europe/Berlin"
	password  = "demo"
)

// Run plays the story and writes the files. It takes a few seconds, however many weeks the story lasts.
func Run(ctx context.Context, opt Options) error {
	if err := os.MkdirAll(opt.Out, 0o755); err != nil {
		return fmt.Errorf("make the directory for the letters: %w", err)
	}
	pages, err := newBook(opt.Out)
	if err != nil {
		return err
	}
	parts := chapters
	if len(opt.Mails) > 0 {
		parts = []chapter{{title: "Your invitations"}}
	}
	for _, c := range parts {
		fmt.Fprintf(opt.Print, "\n%s\n\n", c.title)
		if err := play(ctx, c, opt, pages); err != nil {
			return fmt.Errorf("the chapter %q: %w", c.title, err)
		}
	}
	file, err := pages.close()
	if err == nil {
		fmt.Fprintf(opt.Print, "\nEverything is in %s\n", file)
	}
	return err
}

// play runs one chapter in a world of its own.
func play(ctx context.Context, c chapter, opt Options, pages *book) error {
	mails, err := inOrder(c, opt.Mails)
	if err != nil {
		return err
	}
	state, err := os.MkdirTemp("", "roundtwo-demo")
	if err != nil {
		return fmt.Errorf("make a directory for the state: %w", err)
	}
	defer os.RemoveAll(state)
	clock := daemon.NewManualClock(mails[0].at.Add(-time.Hour))
	world, err := mailtest.Start(mailtest.Options{Now: clock.Now})
	if err != nil {
		return err
	}
	defer world.Close()
	if err := world.AddUser(address, password); err != nil {
		return err
	}
	cfg, err := configuration(c, world, state)
	if err != nil {
		return err
	}
	d, err := daemon.Open(ctx, cfg, daemon.Options{Clock: clock})
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() { ended <- d.Run(ctx) }()
	s := newStory(c, clock, world, d, pages, mails)
	s.print = opt.Print
	told := s.tell(ctx)
	stop()
	return errors.Join(told, <-ended, d.Close())
}

// incoming is one invitation that will be forwarded.
type incoming struct {
	raw []byte
	msg *message.Message
	at  time.Time // five minutes after it was written

	direct bool // it comes by itself: Casey does not forward it
}

// inOrder reads the mails and sorts them by when they were written.
func inOrder(c chapter, raws [][]byte) ([]incoming, error) {
	if len(raws) == 0 {
		var err error
		if raws, err = builtInMails(c.mails); err != nil {
			return nil, err
		}
	}
	var out []incoming
	for _, raw := range raws {
		m := message.Read(raw)
		at := m.Date
		if at.IsZero() {
			at = time.Now()
		}
		out = append(out, incoming{raw: raw, msg: m, at: at.Add(5 * time.Minute), direct: c.isDirect(m)})
	}
	slices.SortStableFunc(out, func(a, b incoming) int { return a.at.Compare(b.at) })
	return out, nil
}

func builtInMails(folder string) ([][]byte, error) {
	names, err := fs.Glob(builtIn, "mails/"+folder+"/*.eml")
	if err != nil {
		return nil, err
	}
	var out [][]byte
	for _, name := range names {
		raw, err := builtIn.ReadFile(name)
		if err != nil {
			return nil, err
		}
		out = append(out, raw)
	}
	return out, nil
}

// configuration is what a candidate would write, for the servers of the demo.
func configuration(c chapter, w *mailtest.World, state string) (*config.Config, error) {
	file := filepath.Join(state, "password")
	if err := os.WriteFile(file, []byte(password+"\n"), 0o600); err != nil {
		return nil, fmt.Errorf("write the demo's password: %w", err)
	}
	sendsAs := c.sendsAs
	if sendsAs == "" {
		sendsAs = "candidate"
	}
	text := fmt.Sprintf(`state = %q
%s[[mailbox]]
address = %q
imap = { host = %q, port = %s, tls = "none" }
smtp = { host = %q, port = %s, tls = "none" }
password = { file = %q }
saves_sent = "no"
sends_as = %q
[[candidate]]
name = %q
addresses = [%q]
zone = %q
[[candidate.calendar]]
name = "calendar"
url = %q
user = %q
password = { file = %q }
`, filepath.Join(state, "db"), c.setting, address, host(w.IMAP), port(w.IMAP), host(w.SMTP), port(w.SMTP), file,
		sendsAs, candidate, address, zone, w.Calendar(address), address, file)
	return config.Parse(text)
}
