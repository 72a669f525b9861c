package config

import (
	"fmt"
	"net"
	"net/mail"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"roundtwo/interview"
)

// unknownKeys names keys that mean nothing here: a misspelt setting must not be a silent default.
func unknownKeys(meta toml.MetaData, text string) []string {
	var out []string
	for _, key := range meta.Undecoded() {
		last := key[len(key)-1]
		where := ""
		if n := lineOf(text, last); n > 0 {
			where = fmt.Sprintf("line %d: ", n)
		}
		out = append(out, fmt.Sprintf("%s%s is no setting of roundtwo: see config.toml.example for all of them", where, key))
	}
	return out
}

func lineOf(text, key string) int {
	for i, line := range strings.Split(text, "\n") {
		line = strings.Trim(strings.TrimSpace(line), "[]")
		if rest, ok := strings.CutPrefix(line, key); ok && (rest == "" || strings.ContainsAny(rest[:1], " =\t")) {
			return i + 1
		}
	}
	return 0
}

// list collects faults, each beginning with the place in the file.
type list []string

func (l *list) add(place, format string, args ...any) {
	*l = append(*l, place+": "+fmt.Sprintf(format, args...))
}

func (l *list) oneOf(place, value string, allowed ...string) {
	if !slices.Contains(allowed, value) {
		l.add(place, "%q is not possible: write one of %s", value, strings.Join(allowed, ", "))
	}
}

func (c *Config) faults() []string {
	var l list
	l.oneOf("log.level", c.Log.Level, "debug", "info", "warn", "error")
	l.oneOf("log.form", c.Log.Form, "text", "json")
	l.oneOf("approval.require", c.Approval.Require, "token", "authenticated")
	if r := c.Reading; r.AskAt <= 0 || r.AskAt > r.TakeAt || r.TakeAt > 1 {
		l.add("reading", "take_at = %v and ask_at = %v are not possible: write 0 < ask_at <= take_at <= 1", r.TakeAt, r.AskAt)
	}
	if c.Reading.Questions < 0 || c.Reading.Questions > 20 {
		l.add("reading.questions", "%d is not possible: write 0 (all in one letter) to 20", c.Reading.Questions)
	}
	if c.Approval.Valid < Span(day/24) || c.Approval.Valid > Span(7*day) {
		l.add("approval.valid", "must lie between 1h and 7d")
	}
	if c.Timing.Poll <= 0 || c.Timing.Poll > Span(15*time.Minute) {
		l.add("timing.poll", "must lie between 1s and 15m: the watchdog of the unit counts on it")
	}
	if c.Keep.Words != 0 && c.Keep.Words < c.Timing.Fade {
		l.add("keep.words", "must not be shorter than timing.close_after, or 0 for ever")
	}
	if c.Timing.HoursBefore >= c.Timing.DayBefore {
		l.add("timing.hours_before", "must be shorter than day_before")
	}
	c.mailboxFaults(&l)
	c.candidateFaults(&l)
	return l
}

func (c *Config) mailboxFaults(l *list) {
	if len(c.Mailboxes) == 0 {
		l.add("mailbox", "none is given: add a [[mailbox]] section")
	}
	seen := map[string]bool{}
	for i, m := range c.Mailboxes {
		place := fmt.Sprintf("mailbox %d", i+1)
		if m.Name == "" {
			l.add(place+".name", "is missing: with several mailboxes each needs a name")
		} else if seen[m.Name] {
			l.add(place+".name", "%q is used twice", m.Name)
		}
		seen[m.Name] = true
		m.faults(l, place)
	}
}

func (m Mailbox) faults(l *list, place string) {
	if m.Provider != "" {
		l.oneOf(place+".provider", m.Provider, append(providerNames(), "")...)
	}
	checkAddress(l, place+".address", m.Address)
	m.IMAP.faults(l, place+".imap")
	m.SMTP.faults(l, place+".smtp")
	m.Password.faults(l, place+".password")
	l.oneOf(place+".saves_sent", m.SavesSent, "yes", "no", "auto")
	l.oneOf(place+".sends_as", m.SendsAs, "candidate", "nobody")
}

func providerNames() []string {
	var out []string
	for name := range providers {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

func checkAddress(l *list, place, address string) {
	if address == "" {
		l.add(place, "is missing: write the e-mail address")
		return
	}
	if a, err := mail.ParseAddress(address); err != nil || a.Address != address {
		l.add(place, "%q is no e-mail address: write name@example.org", address)
	}
}

func (s Server) faults(l *list, place string) {
	if s.Host == "" {
		l.add(place+".host", "is missing: write the server's name, or set provider")
	}
	if s.Port < 1 || s.Port > 65535 {
		l.add(place+".port", "%d is no port", s.Port)
	}
	l.oneOf(place+".tls", s.TLS, "tls", "starttls", "none")
	if s.TLS == "none" && !loopback(s.Host) {
		l.add(place+".tls", "none is possible only for a server on this machine (127.0.0.1): write tls or starttls")
	}
	readable(l, place+".ca", s.CA)
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

func readable(l *list, place, path string) {
	if path == "" {
		return
	}
	f, err := os.Open(path)
	if err != nil {
		l.add(place, "%v", err)
		return
	}
	f.Close()
}

func (s Secret) faults(l *list, place string) {
	given := 0
	for _, is := range []bool{s.File != "", len(s.Command) > 0, s.Credential != ""} {
		if is {
			given++
		}
	}
	if given != 1 {
		l.add(place, "give exactly one of file, command, credential: password = { file = \"/path/only/you/can/read\" }")
	}
	readable(l, place+".file", s.File)
}

func (c *Config) candidateFaults(l *list) {
	if len(c.People) == 0 {
		l.add("candidate", "none is given: add a [[candidate]] section")
	}
	owner := map[string]string{}
	names := map[string]bool{}
	for i, p := range c.People {
		place := fmt.Sprintf("candidate %d", i+1)
		if p.Name == "" {
			l.add(place+".name", "is missing: the name under which her notes are signed")
		} else if names[p.Name] {
			l.add(place+".name", "%q is used twice", p.Name)
		}
		names[p.Name] = true
		if _, ok := c.Mailbox(p.Mailbox); !ok {
			l.add(place+".mailbox", "%q is no [[mailbox]] of this file", p.Mailbox)
		}
		p.faults(l, place)
		for _, a := range p.Addresses {
			key := strings.ToLower(a)
			if other, taken := owner[key]; taken {
				l.add(place+".addresses", "%s belongs to %s already: whose answer would it be?", a, other)
			}
			owner[key] = p.Name
		}
	}
}

func (p Candidate) faults(l *list, place string) {
	if len(p.Addresses) == 0 {
		l.add(place+".addresses", "is missing: her e-mail addresses; the first one gets the letters")
	}
	for _, a := range p.Addresses {
		checkAddress(l, place+".addresses", a)
	}
	if p.Zone == "" {
		l.add(place+".zone", "is missing: write the IANA name, such as Europe/Berlin or America/New_York")
	} else if _, err := interview.Location(p.Zone); err != nil {
		l.add(place+".zone", "%v", err)
	}
	l.oneOf(place+".spelling", p.Spelling, "british", "american")
	if p.Clock != 12 && p.Clock != 24 {
		l.add(place+".clock", "%d is not possible: write 12 or 24", p.Clock)
	}
	for i, cal := range p.Calendars {
		cal.faults(l, fmt.Sprintf("%s.calendar %d", place, i+1))
	}
}

func (c Calendar) faults(l *list, place string) {
	switch {
	case (c.URL == "") == (c.Folder == ""):
		l.add(place, "give either url (CalDAV) or folder (a directory of .ics files)")
	case c.Folder != "":
		if info, err := os.Stat(c.Folder); err != nil || !info.IsDir() {
			l.add(place+".folder", "%s is no directory: make it first", c.Folder)
		}
	default:
		u, err := url.Parse(c.URL)
		if err != nil || u.Host == "" || u.Scheme != "https" && !(u.Scheme == "http" && loopback(u.Hostname())) {
			l.add(place+".url", "%q must begin with https:// (http:// only on this machine)", c.URL)
		}
		if c.User == "" {
			l.add(place+".user", "is missing")
		}
		c.Password.faults(l, place+".password")
		readable(l, place+".ca", c.CA)
	}
}
