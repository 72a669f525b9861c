package config

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"roundtwo/parse/ask"
)

// ErrInvalid marks a configuration that cannot be used until it is changed: systemd must not restart on it.
var ErrInvalid = errors.New("the configuration cannot be used")

// Load reads and checks a file. The error wraps ErrInvalid and names every fault at once, each with its line where it
// is known and with what to write instead.
func Load(path string) (*Config, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%w: read it: %w (roundtwo init writes one)", ErrInvalid, err)
	}
	c, err := Parse(string(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	c.Path = path
	return c, nil
}

// Parse reads and checks the text of a file.
func Parse(text string) (*Config, error) {
	c := Defaults()
	meta, err := toml.Decode(text, c)
	if err != nil {
		var parse toml.ParseError
		if errors.As(err, &parse) {
			return nil, fmt.Errorf("%w: line %d: %s", ErrInvalid, parse.Position.Line, parse.Message)
		}
		return nil, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	faults := unknownKeys(meta, text)
	c.complete()
	faults = append(faults, c.faults()...)
	if len(faults) > 0 {
		return nil, fmt.Errorf("%w:\n  %s", ErrInvalid, strings.Join(faults, "\n  "))
	}
	return c, nil
}

// Defaults is a Config with all that need not be written.
func Defaults() *Config {
	return &Config{
		State:   defaultState(),
		Log:     Log{Level: "info", Form: "text"},
		Reading: Reading{TakeAt: ask.TakeAt, AskAt: ask.At, Questions: 3},
		Timing: Timing{
			DayBefore: Span(24 * time.Hour), HoursBefore: Span(4 * time.Hour), Debrief: Span(30 * time.Minute),
			Notes: Span(2 * time.Hour), FollowUp: Span(7 * day), Fade: Span(60 * day), Poll: Span(15 * time.Minute),
		},
		Keep:     Keep{Words: Span(365 * day)},
		Approval: Approval{Hold: Span(10 * time.Minute), Valid: Span(3 * day), Require: "token"},
	}
}

// defaultState is what systemd gives a unit with StateDirectory=, else the user's own state directory.
func defaultState() string {
	if dir := os.Getenv("STATE_DIRECTORY"); dir != "" {
		return dir
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "roundtwo-state"
	}
	return filepath.Join(home, ".local", "state", "roundtwo")
}

// complete fills in what follows from other settings.
func (c *Config) complete() {
	for i := range c.Mailboxes {
		c.Mailboxes[i].complete(len(c.Mailboxes))
	}
	for i := range c.People {
		c.People[i].complete(c)
	}
}

func (m *Mailbox) complete(count int) {
	if m.Name == "" && count == 1 {
		m.Name = "mailbox"
	}
	if p, ok := providers[m.Provider]; ok {
		m.IMAP.complete(p.imap)
		m.SMTP.complete(p.smtp)
		setDefault(&m.SavesSent, p.savesSent)
	}
	setDefault(&m.User, m.Address)
	setDefault(&m.Folder, "INBOX")
	setDefault(&m.SavesSent, "auto")
	setDefault(&m.SendsAs, "candidate")
	m.IMAP.complete(Server{TLS: "tls", Port: standardPort("imap", m.IMAP.TLS)})
	m.SMTP.complete(Server{TLS: "tls", Port: standardPort("smtp", m.SMTP.TLS)})
}

func standardPort(service, tls string) int {
	switch {
	case service == "imap" && tls == "starttls":
		return 143
	case service == "imap":
		return 993
	case tls == "starttls":
		return 587
	}
	return 465
}

func (s *Server) complete(from Server) {
	setDefault(&s.Host, from.Host)
	setDefault(&s.TLS, from.TLS)
	if s.Port == 0 {
		s.Port = from.Port
	}
}

func (p *Candidate) complete(c *Config) {
	if p.Mailbox == "" && len(c.Mailboxes) == 1 {
		p.Mailbox = c.Mailboxes[0].Name
	}
	if m, ok := c.Mailbox(p.Mailbox); ok && len(p.Addresses) == 0 && len(c.People) == 1 && m.SendsAs == "candidate" {
		p.Addresses = []string{m.Address}
	}
	setDefault(&p.Spelling, "american")
	if p.Clock == 0 {
		p.Clock = 24
	}
	if p.Alarms == nil {
		p.Alarms = []Span{Span(day), Span(time.Hour)}
	}
	for i := range p.Calendars {
		if p.Calendars[i].Name == "" {
			p.Calendars[i].Name = fmt.Sprintf("calendar %d", i+1)
		}
	}
}

func setDefault(field *string, value string) {
	if *field == "" {
		*field = value
	}
}
