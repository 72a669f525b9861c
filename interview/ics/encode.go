package ics

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-ical"
)

const productID = "-//roundtwo//roundtwo//EN"

// longestEvent is the longest span that is written: two weeks are no interview but a misread date.
const longestEvent = 14 * 24 * time.Hour

// Encode writes events as a file: times in UTC, lines folded, CRLF. Organizer, Attendees, Rooms, Links, HTML and
// Categories are left out: a server would send mail to the people, and an interview needs none of the rest. A Method
// is only for files that go by mail; a calendar server refuses it. What was written is read again and compared.
func Encode(c Calendar) ([]byte, error) {
	if len(c.Events) == 0 || len(c.Events) > maxEvents {
		return nil, fmt.Errorf("writing a calendar file: want 1 to %d events, got %d", maxEvents, len(c.Events))
	}
	root := ical.NewCalendar()
	set(root.Component, "VERSION", "2.0")
	set(root.Component, "PRODID", productID)
	if c.Method != "" {
		set(root.Component, "METHOD", c.Method)
	}
	tidied := make([]Event, len(c.Events))
	for i, e := range c.Events {
		if err := check(e); err != nil {
			return nil, fmt.Errorf("writing the event %q: %w", e.UID, err)
		}
		tidied[i] = tidy(e)
		root.Children = append(root.Children, component(tidied[i]))
	}
	var buf bytes.Buffer
	if err := ical.NewEncoder(&buf).Encode(root); err != nil {
		return nil, fmt.Errorf("writing a calendar file: %w", err)
	}
	out := fold(buf.String())
	if err := verify(out, c.Method, tidied); err != nil {
		return nil, fmt.Errorf("writing a calendar file: %w", err)
	}
	return []byte(out), nil
}

// check refuses what must not reach a calendar.
func check(e Event) error {
	switch {
	case !plainUID(e.UID):
		return errors.New("the UID must be 1 to 255 visible ASCII characters")
	case e.Start.IsZero():
		return errors.New("it has no start")
	case !e.End.IsZero() && !e.End.After(e.Start):
		return errors.New("it ends before it starts")
	case e.End.Sub(e.Start) > longestEvent && !e.End.IsZero():
		return fmt.Errorf("it lasts %s, longer than an interview can", e.End.Sub(e.Start))
	case e.Stamp.IsZero():
		return errors.New("it has no stamp")
	}
	return nil
}

func plainUID(s string) bool {
	for _, r := range s {
		if r <= ' ' || r > '~' || strings.ContainsRune(`\,;"`, r) {
			return false
		}
	}
	return s != "" && len(s) <= 255
}

// Longest texts of our own events, in bytes. Escaping at most doubles them, which maxValue still holds.
const (
	longSummary     = 300
	longLocation    = 500
	longDescription = maxValue / 2
	longURL         = 2000
)

// tidy brings the texts of an event to the form in which they come back when it is read.
func tidy(e Event) Event {
	e.Summary = strings.TrimSpace(cut(oneLine(clean(e.Summary)), longSummary))
	e.Location = strings.TrimSpace(cut(oneLine(clean(e.Location)), longLocation))
	e.Description = strings.TrimSpace(cut(clean(e.Description), longDescription))
	if e.URL = webLink(clean(e.URL)); len(e.URL) > longURL {
		e.URL = ""
	}
	if e.Status != Tentative && e.Status != Cancelled {
		e.Status = Confirmed
	}
	if e.AllDay && e.End.IsZero() {
		e.End = e.Start.AddDate(0, 0, 1)
	}
	return e
}

// clean takes out control characters, but for line ends and tabs, and those that turn the direction of writing, by
// which a text can show something else than it says.
func clean(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s)
	s = strings.ToValidUTF8(s, "")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return r
		case r < ' ', r >= 0x7f && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0xfeff:
			return -1
		}
		return r
	}, s)
}

func component(e Event) *ical.Component {
	c := ical.NewComponent(ical.CompEvent)
	set(c, "UID", e.UID)
	set(c, "DTSTAMP", e.Stamp.UTC().Format(utcLayout))
	setTime(c, "DTSTART", e.Start, e.AllDay)
	if !e.End.IsZero() {
		setTime(c, "DTEND", e.End, e.AllDay)
	}
	set(c, "SEQUENCE", strconv.Itoa(max(e.Sequence, 0)))
	set(c, "STATUS", e.Status)
	setText(c, "SUMMARY", e.Summary)
	setText(c, "DESCRIPTION", e.Description)
	setText(c, "LOCATION", e.Location)
	if e.URL != "" {
		set(c, "URL", e.URL)
	}
	for _, before := range e.Alarms {
		c.Children = append(c.Children, alarm(before, e.Summary))
	}
	return c
}

const utcLayout = "20060102T150405Z"

func set(c *ical.Component, name, value string) {
	c.Props.Set(&ical.Prop{Name: name, Params: ical.Params{}, Value: value})
}

func setText(c *ical.Component, name, text string) {
	if text != "" {
		c.Props.SetText(name, text)
	}
}

// setTime writes an instant in UTC, for which no VTIMEZONE is needed, or a date.
func setTime(c *ical.Component, name string, t time.Time, day bool) {
	p := ical.NewProp(name)
	if day {
		p.SetDate(t)
	} else {
		p.SetDateTime(t.UTC())
	}
	c.Props.Set(p)
}

func alarm(before time.Duration, summary string) *ical.Component {
	c := ical.NewComponent(ical.CompAlarm)
	set(c, "ACTION", "DISPLAY")
	set(c, "TRIGGER", trigger(before))
	setText(c, "DESCRIPTION", summary)
	if summary == "" {
		setText(c, "DESCRIPTION", "Interview") // RFC 5545 3.6.6: a DISPLAY alarm must have one
	}
	return c
}

// trigger writes a time before the start: -P1D, -PT4H, -PT90M.
func trigger(before time.Duration) string {
	before = max(before, 0).Truncate(time.Minute)
	switch {
	case before > 0 && before%(24*time.Hour) == 0:
		return fmt.Sprintf("-P%dD", before/(24*time.Hour))
	case before > 0 && before%time.Hour == 0:
		return fmt.Sprintf("-PT%dH", before/time.Hour)
	}
	return fmt.Sprintf("-PT%dM", before/time.Minute)
}

// foldAt is the longest line in octets, without its end (RFC 5545 3.1).
const foldAt = 75

// fold breaks lines longer than 75 octets, never within a character.
func fold(text string) string {
	var sb strings.Builder
	for l := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		foldLine(&sb, l)
	}
	return sb.String()
}

func foldLine(sb *strings.Builder, l string) {
	room := foldAt
	for len(l) > room {
		n := room
		for n > 1 && !utf8.RuneStart(l[n]) {
			n--
		}
		sb.WriteString(l[:n] + "\r\n ")
		l = l[n:]
		room = foldAt - 1 // the blank at its start counts
	}
	sb.WriteString(l + "\r\n")
}
