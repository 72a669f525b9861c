package tnef

import (
	"fmt"
	"strings"
	"time"
)

// ICalendar writes the meeting as a calendar part ([MS-OXCICAL]), nil where the message is none or has no time. method is
// its METHOD (RFC 5546).
func (f File) ICalendar() (data []byte, method string) {
	m := f.Meeting
	if m.Start.IsZero() {
		return nil, ""
	}
	method = f.method()
	var w writer
	w.line("BEGIN:VCALENDAR")
	w.line("METHOD:" + method)
	if m.Zone != "" {
		// The name alone: whole days begin at midnight there.
		w.line("BEGIN:VTIMEZONE")
		w.text("TZID", m.Zone)
		w.line("END:VTIMEZONE")
	}
	w.line("BEGIN:VEVENT")
	w.text("UID", m.UID)
	w.line(fmt.Sprintf("SEQUENCE:%d", m.Sequence))
	w.time("DTSTART", m.Start)
	w.time("DTEND", m.End)
	w.time("X-MS-OLK-ORIGINALSTART", m.Agreed)
	w.text("SUMMARY", f.Subject)
	w.text("LOCATION", m.Location)
	w.text("DESCRIPTION", f.Text)
	w.text("X-ALT-DESC;FMTTYPE=text/html", f.HTML)
	w.text("X-MICROSOFT-SKYPETEAMSMEETINGURL", m.Link)
	w.person("ORGANIZER", m.Organizer)
	for _, p := range m.Attendees {
		w.person("ATTENDEE", p)
	}
	w.line("END:VEVENT")
	w.line("END:VCALENDAR")
	return []byte(w.String()), method
}

// method is what the class of a message is in iTIP.
func (f File) method() string {
	class := strings.ToLower(f.Class)
	switch {
	case f.Meeting.Counter:
		return "COUNTER"
	case strings.HasPrefix(class, meetingClass+"cancel"):
		return "CANCEL"
	case strings.HasPrefix(class, meetingClass+"resp"):
		return "REPLY"
	case strings.HasPrefix(class, appointmentClass):
		return "PUBLISH"
	}
	return "REQUEST"
}

// writer writes content lines. They are not folded: what reads them has no need of it.
type writer struct{ strings.Builder }

func (w *writer) line(s string) { w.WriteString(s + "\r\n") }

// escapes of a text (RFC 5545 3.3.11).
var escapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\r", `\n`, "\n", `\n`)

func (w *writer) text(name, value string) {
	if strings.TrimSpace(value) != "" {
		w.line(name + ":" + escapes.Replace(value))
	}
}

func (w *writer) time(name string, t time.Time) {
	if !t.IsZero() {
		w.line(name + ":" + t.Format("20060102T150405Z"))
	}
}

// inParam are the characters that no parameter may hold; a quoted one may hold all others.
var inParam = strings.NewReplacer(`"`, "'", "\r", " ", "\n", " ")

func (w *writer) person(name string, p Person) {
	if p.Name+p.Email == "" {
		return
	}
	if p.Name != "" {
		name += `;CN="` + inParam.Replace(p.Name) + `"`
	}
	if p.Resource {
		name += ";CUTYPE=RESOURCE"
	}
	if p.Declined {
		name += ";PARTSTAT=DECLINED"
	}
	address := "invalid:nomail" // as Outlook writes one who has no address
	if p.Email != "" {
		address = "mailto:" + p.Email
	}
	w.line(name + ":" + address)
}
