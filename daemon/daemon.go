// Package daemon wires everything together: it watches the mailboxes, takes each message in, brings what time brings,
// and works the outbox. It is the only package that knows all the others.
//
// A message is decided on in one transaction (intake.go, answer.go, decide.go): what it changes and what is to be done
// about it commit together with the cursor. What is to be done is performed outside of any transaction and settled in
// one (outbox.go and the perform files). The clock (clockwork.go) decides in the same way as a message does.
package daemon

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"roundtwo/daemon/approval"
	"roundtwo/daemon/calendar"
	"roundtwo/daemon/config"
	"roundtwo/daemon/mailbox"
	"roundtwo/daemon/secret"
	"roundtwo/daemon/store"
	"roundtwo/daemon/submission"
	"roundtwo/drafts"
	"roundtwo/interview"
	"roundtwo/parse"
)

// Options are what a daemon needs beside its configuration.
type Options struct {
	Clock    Clock              // the machine's where nil
	Log      *slog.Logger       // silent where nil
	Ready    func()             // called once every mailbox has been reached
	Alive    func()             // called after every tagged answer of a server: feeds the watchdog
	OnCommit func(stage string) // told of every commit of the store
	// LookupTXT looks up DKIM keys of her own domains, where approval.require asks for it; nil: DNS is not asked.
	LookupTXT func(domain string) ([]string, error)
	// Weigh sets Decision of what was read, by the likelihoods from which a message is taken and asked about; nil: Finding.Decide.
	Weigh   func(f *parse.Finding, take, ask float64)
	Observe func(what, who string) // told of every effect performed: the demo prints it
	// Patience, where it is set, is how long any server is waited for, and how long IDLE lasts: the stories of bad networks
	// have no minutes. Zero: what the adapters find right.
	Patience time.Duration
}

// Daemon looks after all mailboxes of one configuration.
type Daemon struct {
	cfg    *config.Config
	opt    Options
	clock  Clock
	log    *slog.Logger
	store  *store.Store
	key    approval.Key
	writer *drafts.Writer
	boxes  []*box
	cals   map[string][]calendar.Target // by candidate
	wake   chan struct{}                // the clock looks again
	busy   atomic.Int32                 // effects being performed
	submit submit
	desk   func(context.Context, *box) (desk, error)

	patience time.Duration // how long a note waits on the spot for the inbox to be read
}

// box is one mailbox at run time.
type box struct {
	config.Mailbox
	imap   mailbox.Account
	smtp   submission.Server
	people []config.Candidate
	wake   chan struct{} // the outbox looks again

	mu      sync.Mutex
	folders mailbox.Folders
	reached bool
}

// Open prepares a daemon: store, key, templates, accounts. Nothing is connected yet. An error that wraps
// config.ErrInvalid is one that she must mend.
func Open(ctx context.Context, cfg *config.Config, opt Options) (*Daemon, error) {
	d := &Daemon{cfg: cfg, opt: opt, clock: opt.Clock, log: opt.Log, wake: make(chan struct{}, 1), cals: map[string][]calendar.Target{}, patience: 3 * time.Second}
	d.submit, d.desk = submission.Send, d.openDesk
	if d.clock == nil {
		d.clock = SystemClock{}
	}
	if d.log == nil {
		d.log = slog.New(slog.DiscardHandler)
	}
	var err error
	if d.writer, err = Writer(cfg); err != nil {
		return nil, fmt.Errorf("%w: %w", config.ErrInvalid, err)
	}
	if err := d.openBoxes(); err != nil {
		return nil, fmt.Errorf("%w: %w", config.ErrInvalid, err)
	}
	if err := d.openCalendars(); err != nil {
		return nil, fmt.Errorf("%w: %w", config.ErrInvalid, err)
	}
	if d.store, err = store.Open(ctx, filepath.Join(cfg.State, "roundtwo.db"), store.Options{OnCommit: opt.OnCommit}); err != nil {
		return nil, fmt.Errorf("open the store: %w", err)
	}
	d.busy.Store(1) // until Run has taken up what a crash left
	if d.key, err = loadKey(cfg.State); err != nil {
		return nil, errors.Join(err, d.store.Close())
	}
	return d, nil
}

// Close lets go of the store.
func (d *Daemon) Close() error { return d.store.Close() }

// Writer is the writer of letters as the configuration wants it, with her own templates and advice laid over ours. The
// error names file and line.
func Writer(cfg *config.Config) (*drafts.Writer, error) {
	var opt drafts.Options
	if cfg.Templates != "" {
		opt.Templates = os.DirFS(cfg.Templates)
	}
	if cfg.Advice != "" {
		text, err := os.ReadFile(cfg.Advice)
		if err != nil {
			return nil, fmt.Errorf("read the advice: %w", err)
		}
		opt.Advice = text
	}
	return drafts.New(opt)
}

func (d *Daemon) openBoxes() error {
	for _, m := range d.cfg.Mailboxes {
		b, err := newBox(d.cfg, m)
		if err != nil {
			return err
		}
		if p := d.opt.Patience; p > 0 {
			b.imap.Timeout, b.imap.IdleCycle, b.smtp.Timeout, b.smtp.DotTimeout = p, p, p, p
		}
		d.boxes = append(d.boxes, b)
	}
	return nil
}

func newBox(cfg *config.Config, m config.Mailbox) (*box, error) {
	password, err := Password(m.Password)
	if err != nil {
		return nil, fmt.Errorf("mailbox %s: %w", m.Name, err)
	}
	imap, smtp := Accounts(m, password)
	return &box{Mailbox: m, people: cfg.In(m.Name), wake: make(chan struct{}, 1), imap: imap, smtp: smtp}, nil
}

// Accounts are the two servers of a configured mailbox.
func Accounts(m config.Mailbox, password func(context.Context) (string, error)) (mailbox.Account, submission.Server) {
	return mailbox.Account{
			Name: m.Name, Host: m.IMAP.Host, Port: m.IMAP.Port, TLS: mailbox.TLS(m.IMAP.TLS), CAFile: m.IMAP.CA,
			User: m.User, Password: password, OAuth: m.Password.OAuth, Inbox: m.Folder, Drafts: m.Drafts, Sent: m.Sent,
		}, submission.Server{
			Host: m.SMTP.Host, Port: m.SMTP.Port, TLS: m.SMTP.TLS, CAFile: m.SMTP.CA,
			User: m.User, Password: password, OAuth: m.Password.OAuth,
		}
}

// Password makes the function that fetches a configured secret each time it is needed.
func Password(s config.Secret) (func(context.Context) (string, error), error) {
	return secret.Open(secret.Source{File: s.File, Command: s.Command, Credential: s.Credential})
}

func (d *Daemon) openCalendars() error {
	for _, p := range d.cfg.People {
		for _, c := range p.Calendars {
			t, err := openCalendar(c, calendar.CalDAVAccount{Timeout: d.opt.Patience})
			if err != nil {
				return fmt.Errorf("calendar %s of %s: %w", c.Name, p.Name, err)
			}
			d.cals[p.Name] = append(d.cals[p.Name], t)
		}
	}
	return nil
}

// Calendar makes the target that a configured calendar means.
func Calendar(c config.Calendar) (calendar.Target, error) {
	return openCalendar(c, calendar.CalDAVAccount{})
}

// CalendarSeen is Calendar, with word of the certificates that it meets.
func CalendarSeen(c config.Calendar, saw func(tls.ConnectionState)) (calendar.Target, error) {
	return openCalendar(c, calendar.CalDAVAccount{SawTLS: saw})
}

func openCalendar(c config.Calendar, account calendar.CalDAVAccount) (calendar.Target, error) {
	if c.Folder != "" {
		return calendar.Folder(c.Folder)
	}
	password, err := Password(c.Password)
	if err != nil {
		return nil, err
	}
	account.Name, account.URL, account.User, account.Password, account.CAFile = c.Name, c.URL, c.User, password, c.CA
	return calendar.CalDAV(account)
}

// Run works until ctx ends. It returns nil then, and an error only for what cannot be retried: a store that cannot be
// written.
func (d *Daemon) Run(ctx context.Context) error {
	if err := d.recover(ctx); err != nil {
		if ctx.Err() != nil {
			return nil // told to stop before it had begun
		}
		return err
	}
	d.busy.Add(-1)
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var all sync.WaitGroup
	start := func(part func(context.Context) error) {
		all.Go(func() {
			if err := part(ctx); err != nil && ctx.Err() == nil {
				cancel(err)
			}
		})
	}
	for _, b := range d.boxes {
		start(func(ctx context.Context) error { return d.watch(ctx, b) })
		start(func(ctx context.Context) error { return d.workOutbox(ctx, b) })
	}
	start(d.keepTime)
	all.Wait()
	if err := context.Cause(ctx); err != nil && !errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}

// timing is what the clock goes by.
func (d *Daemon) timing() interview.Timing {
	t := d.cfg.Timing
	return interview.Timing{
		DayBefore: t.DayBefore.D(), HoursBefore: t.HoursBefore.D(), Debrief: t.Debrief.D(), Notes: t.Notes.D(),
		FollowUp: t.FollowUp.D(), Fade: t.Fade.D(),
	}
}

// changed wakes whoever may have something to do after a commit.
func (d *Daemon) changed() {
	nudge(d.wake)
	for _, b := range d.boxes {
		nudge(b.wake)
	}
}

func nudge(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// box gives the mailbox of that name.
func (d *Daemon) box(name string) (*box, bool) {
	for _, b := range d.boxes {
		if b.Name == name {
			return b, true
		}
	}
	return nil, false
}

// profile is the candidate as the letters need her.
func profile(c config.Candidate) drafts.Profile {
	zone, err := interview.Location(c.Zone)
	if err != nil {
		zone = time.UTC // config.Validate refuses such a zone
	}
	return drafts.Profile{
		Name: c.Name, Address: c.Address(), Zone: zone,
		British: c.Spelling == "british", Hours24: c.Clock == 24, Formal: c.Formal, Rehearse: c.Rehearse,
		Proofs: c.Proofs, CV: c.CV, Schools: c.Schools, Employers: c.Employers, Criteria: c.Criteria,
	}
}
