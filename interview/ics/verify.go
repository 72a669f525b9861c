package ics

import (
	"fmt"
	"strings"
	"time"

	"github.com/emersion/go-ical"
)

// allowed are the only properties that a file of ours has, by component.
var allowed = map[string]string{
	"VCALENDAR": "VERSION PRODID METHOD",
	"VEVENT":    "UID DTSTAMP DTSTART DTEND SEQUENCE STATUS SUMMARY DESCRIPTION LOCATION URL",
	"VALARM":    "ACTION TRIGGER DESCRIPTION",
}

// verify reads a file that was just written, as a calendar would, and compares it with what was to be written: a name
// or a place of a foreign message must not have become a property.
func verify(out, method string, events []Event) error {
	root, err := parse(out)
	if err != nil {
		return err
	}
	if err := verifyProps(root); err != nil {
		return err
	}
	got, err := Decode([]byte(out), time.UTC)
	if err != nil {
		return err
	}
	if got.Method != method || len(got.Events) != len(events) || len(got.Limits) > 0 {
		return fmt.Errorf("it reads back with the method %q, %d events, limits %v", got.Method, len(got.Events), got.Limits)
	}
	for i, e := range got.Events {
		if field := differs(e, events[i]); field != "" {
			return fmt.Errorf("the %s of %q does not read back as it was", field, events[i].UID)
		}
	}
	return nil
}

func verifyProps(c *ical.Component) error {
	names := " " + allowed[c.Name] + " "
	for name, props := range c.Props {
		if !strings.Contains(names, " "+name+" ") || len(props) != 1 {
			return fmt.Errorf("a %s must not have %d %s", c.Name, len(props), name)
		}
	}
	for _, child := range c.Children {
		if child.Name != ical.CompEvent && child.Name != ical.CompAlarm {
			return fmt.Errorf("a %s must not hold a %s", c.Name, child.Name)
		}
		if err := verifyProps(child); err != nil {
			return err
		}
	}
	return nil
}

// differs names the first field in which a is not b.
func differs(a, b Event) string {
	layout := utcLayout
	if b.AllDay {
		layout = "20060102"
	} else {
		b.Start, b.End = b.Start.UTC(), b.End.UTC()
	}
	switch {
	case a.UID != b.UID:
		return "UID"
	case a.Sequence != max(b.Sequence, 0):
		return "sequence"
	case a.AllDay != b.AllDay, a.Start.Format(layout) != b.Start.Format(layout), a.End.Format(layout) != b.End.Format(layout):
		return "time"
	case a.Status != b.Status:
		return "status"
	case a.Summary != b.Summary:
		return "summary"
	case a.Description != b.Description:
		return "description"
	case a.Location != b.Location:
		return "location"
	case a.URL != b.URL:
		return "URL"
	}
	return ""
}
