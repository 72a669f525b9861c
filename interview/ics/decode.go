package ics

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/emersion/go-ical"
)

// ErrNoCalendar is returned for bytes in which no iCalendar component begins.
var ErrNoCalendar = errors.New("not an iCalendar file: no BEGIN line in it")

// Decode reads a calendar part or file. Times without a zone are read in floating, UTC where that is nil; such events
// say so. Whatever can be read is read: what was left out stands in Limits, and an error means that nothing was found.
func Decode(data []byte, floating *time.Location) (Calendar, error) {
	clean, found, cuts := strain(data)
	if !found {
		return Calendar{Limits: cuts}, ErrNoCalendar
	}
	root, err := parse(clean)
	if err != nil {
		return Calendar{Limits: cuts}, fmt.Errorf("reading a calendar part: %w", err)
	}
	r := newReader(root, floating)
	r.limits = cuts
	cal := Calendar{Method: word(first(root, "METHOD"))}
	for _, child := range root.Children {
		if child.Name == ical.CompEvent {
			cal.Events = append(cal.Events, r.event(child, cal.Method))
		}
	}
	cal.Limits = r.limits
	return cal, nil
}

// parse runs the library, which is known to panic on some malformed lines.
func parse(clean string) (root *ical.Component, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the iCalendar reader gave up: %v", p)
		}
	}()
	cal, err := ical.NewDecoder(strings.NewReader(clean)).Decode()
	if err != nil {
		return nil, err
	}
	return cal.Component, nil
}

// reader reads the events of one file.
type reader struct {
	zones  zones
	limits limits
}

func newReader(root *ical.Component, floating *time.Location) *reader {
	if floating == nil {
		floating = time.UTC
	}
	z := zones{own: map[string]rules{}, floating: floating}
	for _, child := range root.Children {
		if child.Name == ical.CompTimezone {
			z.add(child)
		}
	}
	z.file = cmp.Or(value(first(root, "TZID")), value(first(root, "X-WR-TIMEZONE")))
	return &reader{zones: z}
}

func (r *reader) event(c *ical.Component, method string) Event {
	e := Event{
		UID:         value(first(c, "UID")),
		Summary:     oneLine(text(first(c, "SUMMARY"))),
		Description: strings.TrimSpace(text(first(c, "DESCRIPTION"))),
		HTML:        styled(c),
		Location:    place(c),
		URL:         webLink(value(first(c, "URL"))),
		Links:       links(c),
		Status:      status(c, method),
		Categories:  categories(c),
		Recurring:   c.Props["RRULE"] != nil || c.Props["RDATE"] != nil || c.Props["RECURRENCE-ID"] != nil,
		Override:    c.Props["RECURRENCE-ID"] != nil,
	}
	e.Phone, e.Video = conference(c)
	e.Sequence = sequence(value(first(c, "SEQUENCE")))
	if stamp, ok := parseTime(value(first(c, "DTSTAMP"))); ok {
		e.Stamp = stamp.wall
	}
	r.times(&e, c)
	r.people(&e, c)
	return e
}

func first(c *ical.Component, name string) *ical.Prop { return c.Props.Get(name) }

// word is a value that is one keyword, in capitals.
func word(p *ical.Prop) string { return strings.ToUpper(value(p)) }

// status is the state of the event. Outlook cancels with METHOD:CANCEL and leaves STATUS out.
func status(c *ical.Component, method string) string {
	if method == "CANCEL" {
		return Cancelled
	}
	switch s := word(first(c, "STATUS")); s {
	case Confirmed, Tentative, Cancelled:
		return s
	case "CANCELED":
		return Cancelled
	}
	return ""
}

// sequence reads SEQUENCE; nonsense is 0, the sequence of an event that was never changed.
func sequence(s string) int {
	n, err := strconv.ParseInt(s, 10, 32)
	if err != nil || n < 0 {
		return 0
	}
	return int(n)
}
