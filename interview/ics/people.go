package ics

import (
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
	seen := map[string]bool{}
	for i := range attendees {
		p := person(&attendees[i])
		key := strings.ToLower(p.Name + "\x00" + p.Email)
		if p == (interview.Person{}) || seen[key] {
			continue
		}
		seen[key] = true
		switch kindOf(&attendees[i], p) {
		case "INDIVIDUAL":
			e.Attendees = append(e.Attendees, p)
		case "ROOM", "RESOURCE":
			e.Rooms = append(e.Rooms, p.Name)
		}
	}
}

// roomDomain is where Google keeps the rooms of its customers, whose CUTYPE is often missing in forwarded files.
const roomDomain = "@resource.calendar.google.com"

// kindOf says what an attendee is: INDIVIDUAL, ROOM, RESOURCE or GROUP.
func kindOf(prop *ical.Prop, p interview.Person) string {
	kind := strings.ToUpper(prop.Params.Get("CUTYPE"))
	switch {
	case strings.HasSuffix(strings.ToLower(p.Email), roomDomain):
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
