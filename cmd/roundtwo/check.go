package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"roundtwo/daemon"
	"roundtwo/daemon/config"
	"roundtwo/daemon/mailbox"
	"roundtwo/daemon/submission"
)

func checkCommand() *cobra.Command {
	return &cobra.Command{
		Use: "check", Short: "Log in everywhere and say what was found; send nothing", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := loadConfig(cmd)
			if err != nil {
				return err
			}
			c := checker{out: cmd.OutOrStdout()}
			fmt.Fprintf(c.out, "%s\n  can be used\n", cfg.Path)
			c.clocks()
			c.state(cfg)
			for _, m := range cfg.Mailboxes {
				c.mailbox(cmd.Context(), m)
			}
			for _, p := range cfg.People {
				c.candidate(cmd.Context(), p)
			}
			if c.faults > 0 {
				return fmt.Errorf("%d of the things above must be mended", c.faults)
			}
			fmt.Fprintln(c.out, "All is well. Nothing was sent.")
			return nil
		},
	}
}

// checker prints a line for each thing looked at and counts those that are wrong.
type checker struct {
	out    io.Writer
	faults int
}

func (c *checker) good(format string, args ...any) { fmt.Fprintf(c.out, "  "+format+"\n", args...) }

func (c *checker) bad(err error, hint string) {
	c.faults++
	fmt.Fprintf(c.out, "  WRONG: %v\n", err)
	if hint != "" {
		fmt.Fprintf(c.out, "         %s\n", hint)
	}
}

// clocks looks at the time zones.
func (c *checker) clocks() {
	fmt.Fprintln(c.out, "clocks")
	machine, folder := offerZones(zoneinfo())
	c.tell("", clocks(machine, folder, time.Now()))
}

// state looks at the directory of the database: hers alone.
func (c *checker) state(cfg *config.Config) {
	fmt.Fprintf(c.out, "state %s\n", cfg.State)
	info, err := os.Stat(cfg.State)
	switch {
	case errors.Is(err, os.ErrNotExist):
		c.good("will be made at the first start")
		c.disk(standing(cfg.State))
	case err != nil:
		c.bad(err, "")
	case info.Mode().Perm()&0o077 != 0:
		c.bad(fmt.Errorf("%s can be read by others", cfg.State), "chmod 700 "+cfg.State)
	default:
		c.good("is yours alone")
		c.disk(cfg.State)
	}
}

// standing is the nearest directory above that exists.
func standing(dir string) string {
	for {
		if _, err := os.Stat(dir); err == nil || dir == filepath.Dir(dir) {
			return dir
		}
		dir = filepath.Dir(dir)
	}
}

// disk looks at where the store lies.
func (c *checker) disk(dir string) {
	if free, err := freeAt(dir); err == nil {
		c.tell("", space(free, dir))
	} else if !errors.Is(err, errors.ErrUnsupported) {
		c.bad(err, "")
	}
	c.tell("", atRest(encryptedAt(dir)))
}

// tell prints a finding.
func (c *checker) tell(what string, f finding) {
	switch {
	case f.fault:
		c.bad(errors.New(what+f.text), f.advice)
	case f.advice != "":
		c.good("%s%s", what, f.text)
		c.good("ADVICE: %s", f.advice)
	default:
		c.good("%s%s", what, f.text)
	}
}

// seen gives a function that keeps the last connection, and one that tells of it.
func (c *checker) seen(what string) (saw func(tls.ConnectionState), tell func()) {
	var last *tls.ConnectionState
	return func(s tls.ConnectionState) { last = &s }, func() {
		if last != nil {
			c.tell(what+": ", certificate(*last, time.Now()))
		}
	}
}

// patience is how long a server may take to answer everything it is asked.
const patience = time.Minute

func (c *checker) mailbox(ctx context.Context, m config.Mailbox) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	fmt.Fprintf(c.out, "mailbox %s <%s>\n", m.Name, m.Address)
	password, err := daemon.Password(m.Password)
	if err != nil {
		c.bad(err, "")
		return
	}
	account, server := daemon.Accounts(m, password)
	var tellIMAP, tellSMTP func()
	account.SawTLS, tellIMAP = c.seen("IMAP")
	server.SawTLS, tellSMTP = c.seen("submission")
	s, err := mailbox.Dial(ctx, account, nil)
	if err != nil {
		c.bad(fmt.Errorf("IMAP %s:%d: %w", m.IMAP.Host, m.IMAP.Port, err), imapHint(m, err))
	} else {
		c.imap(ctx, m, s)
		tellIMAP()
		s.Close()
	}
	if err := submission.Check(ctx, server); err != nil {
		c.bad(fmt.Errorf("submission %s:%d: %w", m.SMTP.Host, m.SMTP.Port, err), "")
		return
	}
	c.good("submission %s:%d: logged in", m.SMTP.Host, m.SMTP.Port)
	tellSMTP()
}

// imapHint says what the provider wants instead of the account's password.
func imapHint(m config.Mailbox, err error) string {
	if !errors.Is(err, mailbox.ErrAuth) {
		return ""
	}
	switch m.Provider {
	case "gmail", "yahoo", "icloud", "fastmail":
		return "this provider wants an app password, made in its account settings"
	case "outlook":
		return "this provider takes OAuth only: password = { command = [...], oauth = true }"
	}
	return ""
}

// wanted are the capabilities that make things better, with what is done without them.
var wanted = []struct{ name, without string }{
	{"IDLE", "new mail is seen when the mailbox is looked at, not at once"},
	{"SPECIAL-USE", "Drafts and Sent are found by their names"},
	{"UIDPLUS", "drafts of sent notes cannot be removed and stay"},
}

func (c *checker) imap(ctx context.Context, m config.Mailbox, s *mailbox.Session) {
	c.good("IMAP %s:%d: logged in", m.IMAP.Host, m.IMAP.Port)
	for _, w := range wanted {
		if !slices.ContainsFunc(s.Caps(), func(have string) bool { return strings.EqualFold(have, w.name) }) {
			c.good("no %s: %s", w.name, w.without)
		}
	}
	status, err := s.Examine(ctx, m.Folder)
	if err != nil {
		c.bad(err, "set folder to one that exists")
	} else {
		c.good("watches %s (%d messages)", m.Folder, status.Exists)
	}
	f, err := s.Folders(ctx)
	if err != nil {
		c.bad(err, "")
		return
	}
	c.folder("drafts", f.Drafts, f)
	c.folder("sent", f.Sent, f)
}

func (c *checker) folder(key, name string, f mailbox.Folders) {
	if name == "" {
		c.bad(fmt.Errorf("no folder for %s was found", key), fmt.Sprintf("set %s to one of: %s", key, strings.Join(f.All, ", ")))
		return
	}
	c.good("%s are in %s", key, name)
}

func (c *checker) candidate(ctx context.Context, p config.Candidate) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	fmt.Fprintf(c.out, "candidate %s <%s>, %s\n", p.Name, p.Address(), p.Zone)
	if len(p.Calendars) == 0 {
		c.good("no calendar: events come attached to the letters")
	}
	for _, cal := range p.Calendars {
		saw, tell := c.seen(cal.Name)
		target, err := daemon.CalendarSeen(cal, saw)
		if err == nil {
			err = target.Check(ctx)
		}
		if err != nil {
			c.bad(fmt.Errorf("%s: %w", cal.Name, err), "")
			continue
		}
		c.good("%s: can be written", cal.Name)
		tell()
	}
}
