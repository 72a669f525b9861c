package ics

import (
	"cmp"
	"slices"
	"strings"

	"github.com/emersion/go-ical"

	"roundtwo/interview"
)

// people reads the organizer and the attendees of an event.
func (r *reader) people(e *Event, c *ical.Component) {
	if p := first(c, "ORGANIZER"); p != nil {
		e.Organizer = person(p)
	}
	attendees := c.Props["ATTENDEE"]
	if len(attendees) > maxPeople {
		attendees = attendees[:maxPeople]
		r.limits.add(LimitPeople)
	}
	g := guests{event: e, seen: map[string]bool{}}
	for i := range attendees {
		g.add(person(&attendees[i]), kindOf(&attendees[i]), absent(&attendees[i]))
	}
	for _, child := range c.Children {
		if p, ok := participant(child); ok && !g.knows(p) {
			g.add(p, "INDIVIDUAL", false)
		}
	}
}

// guests are the attendees of one event, each once.
type guests struct {
	event *Event
	seen  map[string]bool
}

func (g guests) add(p interview.Person, kind string, absent bool) {
	key := strings.ToLower(p.Name + "\x00" + p.Email)
	if p == (interview.Person{}) || g.seen[key] || len(g.event.Attendees) == maxPeople {
		return
	}
	g.seen[key] = true
	switch {
	case kind == "ROOM", kind == "RESOURCE":
		g.event.Rooms = append(g.event.Rooms, p.Name)
	case kind != "INDIVIDUAL":
	case absent:
		g.event.Declined = append(g.event.Declined, p)
	default:
		g.event.Attendees = append(g.event.Attendees, p)
	}
}

// knows reports whether a person has an ATTENDEE as well, to whom the name is given where that has none.
func (g guests) knows(p interview.Person) bool {
	same := func(have interview.Person) bool {
		return p.Email != "" && strings.EqualFold(p.Email, have.Email) || p.Email == "" && strings.EqualFold(p.Name, have.Name)
	}
	if i := slices.IndexFunc(g.event.Attendees, same); i >= 0 {
		g.event.Attendees[i].Name = cmp.Or(g.event.Attendees[i].Name, p.Name)
		return true
	}
	return slices.ContainsFunc(g.event.Declined, same)
}

// absent reports whether an attendee said that he will not come, or that another comes in his place (RFC 5545 3.2.12).
func absent(prop *ical.Prop) bool {
	switch strings.ToUpper(prop.Params.Get("PARTSTAT")) {
	case "DECLINED", "DELEGATED":
		return true
	}
	return false
}

// takingPart are the kinds of PARTICIPANT who are there (RFC 9073 6.2); the others are to be asked or pay for it.
var takingPart = map[string]bool{"": true, "ACTIVE": true, "SPEAKER": true, "PERFORMER": true}

// participant reads a PARTICIPANT (RFC 9073 7.1), whose name stands in SUMMARY.
func participant(c *ical.Component) (interview.Person, bool) {
	if c.Name != "PARTICIPANT" || !takingPart[word(first(c, "PARTICIPANT-TYPE"))] {
		return interview.Person{}, false
	}
	p := interview.Person{Name: oneLine(text(first(c, "SUMMARY"))), Email: email(value(first(c, "CALENDAR-ADDRESS")))}
	if p.Name == "" {
		p.Name = oneLine(text(first(c, "NAME")))
	}
	return p, p.Name != ""
}

// roomDomain is where Google keeps the rooms of its customers, whose CUTYPE is often missing in forwarded files.
const roomDomain = "@resource.calendar.google.com"

// kindOf says what an attendee is: INDIVIDUAL, ROOM, RESOURCE or GROUP.
func kindOf(prop *ical.Prop) string {
	kind := strings.ToUpper(prop.Params.Get("CUTYPE"))
	switch {
	case strings.HasSuffix(strings.ToLower(person(prop).Email), roomDomain):
		return "RESOURCE"
	case kind == "ROOM", kind == "RESOURCE", kind == "GROUP":
		return kind
	}
	return "INDIVIDUAL"
}

// person reads CN and the address. A CN that only repeats the address is no name.
func person(prop *ical.Prop) interview.Person {
	p := interview.Person{Email: email(value(prop))}
	if p.Email == "" {
		p.Email = email(prop.Params.Get("EMAIL")) // RFC 7986: where the value is no address
	}
	name := oneLine(unescape(strings.Join(prop.Params["CN"], ", ")))
	name = strings.TrimSpace(strings.Trim(name, `'"`))
	if !strings.EqualFold(name, p.Email) && email(name) == "" {
		p.Name = name
	}
	return p
}

// email takes the address out of "mailto:dana@northwind.example?subject=x"; "" where it is none.
func email(s string) string {
	if len(s) >= 7 && strings.EqualFold(s[:7], "mailto:") {
		s = s[7:]
	}
	s, _, _ = strings.Cut(strings.TrimSpace(s), "?")
	local, domain, ok := strings.Cut(s, "@")
	if !ok || local == "" || domain == "" || len(s) > 254 || strings.ContainsAny(s, " \t\"<>(),;:\\") || strings.Contains(domain, "@") {
		return ""
	}
	return s
}
