// Package config reads config.toml: strictly, with every fault named together with what to write instead. It holds no
// secret, only where one is to be found, so that printing a Config never prints a password.
package config

import (
	"time"
)

// Config is the whole file.
type Config struct {
	State     string      `toml:"state"`     // directory of the database and the approval key
	Templates string      `toml:"templates"` // directory of the candidate's own letter templates; empty: none
	Advice    string      `toml:"advice"`    // file of the candidate's own advice; empty: none
	Log       Log         `toml:"log"`
	Reading   Reading     `toml:"reading"`
	Timing    Timing      `toml:"timing"`
	Approval  Approval    `toml:"approval"`
	Keep      Keep        `toml:"keep"`
	Mailboxes []Mailbox   `toml:"mailbox"`
	People    []Candidate `toml:"candidate"`

	Path string `toml:"-"` // where it was read from
}

// Log says how much is logged, and in what form.
type Log struct {
	Level string `toml:"level"` // debug, info, warn, error
	Form  string `toml:"form"`  // text, json
}

// Reading is how sure the reader must be. What lies between both is asked; below ask_at a message stands in the weekly
// digest at most.
type Reading struct {
	TakeAt    float64 `toml:"take_at"`   // from this confidence on it is acted on without asking, 0 to 1
	AskAt     float64 `toml:"ask_at"`    // from this one on she is asked
	Questions int     `toml:"questions"` // letters a day with one question each; the rest comes in one letter
}

// Timing is when the clock brings what.
type Timing struct {
	DayBefore   Span `toml:"day_before"`
	HoursBefore Span `toml:"hours_before"`
	Debrief     Span `toml:"debrief_after"`
	Notes       Span `toml:"notes_after"`
	FollowUp    Span `toml:"follow_up_after"`
	Fade        Span `toml:"close_after"`
	Poll        Span `toml:"poll"` // looked at anyway, beside IDLE
}

// Keep is how long what is known stays known.
type Keep struct {
	Words Span `toml:"words"` // of people, and what she told: after the last that was heard of a company; 0: for ever
}

// Approval is how her answers are checked and what follows them.
type Approval struct {
	Hold       Span   `toml:"hold"`        // between "send" and the sending
	Valid      Span   `toml:"valid"`       // of a request
	Require    string `toml:"require"`     // "token" or "authenticated"
	AuthservID string `toml:"authserv_id"` // of her provider's Authentication-Results
}

// Mailbox is one IMAP and SMTP account.
type Mailbox struct {
	Name      string `toml:"name"`
	Provider  string `toml:"provider"` // gmail, fastmail, outlook …: fills in what is left out below
	Address   string `toml:"address"`  // of the account; letters come from it
	User      string `toml:"user"`     // login; the address where left out
	IMAP      Server `toml:"imap"`
	SMTP      Server `toml:"smtp"`
	Password  Secret `toml:"password"`
	Folder    string `toml:"folder"`     // watched
	Drafts    string `toml:"drafts"`     // empty: found
	Sent      string `toml:"sent"`       // empty: found
	SavesSent string `toml:"saves_sent"` // "yes", "no", "auto": the provider puts submitted mail into Sent itself
	SendsAs   string `toml:"sends_as"`   // "candidate" or "nobody": notes come back to her as ready messages
	Backfill  Span   `toml:"backfill"`   // how far back the first run reads
}

// Server is one host to connect to.
type Server struct {
	Host string `toml:"host"`
	Port int    `toml:"port"`
	TLS  string `toml:"tls"` // tls, starttls, none (loopback only)
	CA   string `toml:"ca"`  // PEM file of an authority of one's own
}

// Secret says where a password or token is found: exactly one of the first three.
type Secret struct {
	File       string   `toml:"file"`
	Command    []string `toml:"command"`
	Credential string   `toml:"credential"` // name of a systemd credential
	OAuth      bool     `toml:"oauth"`      // it is a bearer token, not a password
}

// Candidate is one person whose interviews are looked after.
type Candidate struct {
	Name      string     `toml:"name"`
	Mailbox   string     `toml:"mailbox"`   // name of the mailbox that is watched for her
	Addresses []string   `toml:"addresses"` // hers; the first gets the letters
	Zone      string     `toml:"zone"`
	Spelling  string     `toml:"spelling"`  // british, american
	Clock     int        `toml:"clock"`     // 12, 24
	Alarms    []Span     `toml:"alarms"`    // of the calendar event, before the start
	Formal    bool       `toml:"formal"`    // notes greet by the full name
	Rehearse  bool       `toml:"rehearse"`  // the checklist suggests hours to rehearse aloud
	Proofs    []string   `toml:"proofs"`    // things she has done that speak for her
	CV        []string   `toml:"cv"`        // the top lines of her CV
	Schools   []string   `toml:"schools"`   // hers, for common ground with the people she meets
	Employers []string   `toml:"employers"` // former ones, likewise
	Criteria  []string   `toml:"criteria"`  // what a job must give her
	Calendars []Calendar `toml:"calendar"`
}

// Calendar is one place for her events.
type Calendar struct {
	Name     string `toml:"name"`
	URL      string `toml:"url"` // CalDAV: the calendar, or the server
	User     string `toml:"user"`
	Password Secret `toml:"password"`
	CA       string `toml:"ca"`
	Folder   string `toml:"folder"` // a directory of .ics files instead
}

// Span is a duration as written: "10m", "24h", "7d".
type Span time.Duration

// D is the span as a duration.
func (s Span) D() time.Duration { return time.Duration(s) }

// Address is where letters to her go.
func (c Candidate) Address() string { return c.Addresses[0] }

// Mailbox gives the mailbox of that name.
func (c *Config) Mailbox(name string) (Mailbox, bool) {
	for _, m := range c.Mailboxes {
		if m.Name == name {
			return m, true
		}
	}
	return Mailbox{}, false
}

// In gives the candidates that a mailbox serves.
func (c *Config) In(mailbox string) []Candidate {
	var out []Candidate
	for _, p := range c.People {
		if p.Mailbox == mailbox {
			out = append(out, p)
		}
	}
	return out
}

// Candidate gives the candidate of that name.
func (c *Config) Candidate(name string) (Candidate, bool) {
	for _, p := range c.People {
		if p.Name == name {
			return p, true
		}
	}
	return Candidate{}, false
}
