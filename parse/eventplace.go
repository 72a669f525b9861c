package parse

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"roundtwo/interview"
	"roundtwo/parse/token"
	"roundtwo/parse/where"
)

// whereabouts is how and where an event is held.
type whereabouts struct {
	link     string // of the event itself: a property of its own
	prose    string // a link that only its description names
	phone    string
	location string
	format   interview.Format
	warnings []string
}

// fillEventPlace takes how and where an event is held. A link that is the event's own goes before any that prose names:
// a description also leads to recordings, open houses and how to install the program. All else only fills what the text
// leaves open.
func (r *reader) fillEventPlace(e event) {
	p := e.whereabouts()
	for _, w := range p.warnings {
		if !slices.Contains(r.Warnings, w) {
			r.Warnings = append(r.Warnings, w)
		}
	}
	if p.link != "" && !r.eventLink {
		r.Link, r.eventLink = p.link, true
		r.note("link", e.source+": "+p.link)
	}
	r.Link = cmp.Or(r.Link, p.prose)
	r.Phone = cmp.Or(r.Phone, p.phone)
	r.Location = cmp.Or(r.Location, p.location)
	if r.Format = cmp.Or(r.Format, p.format); r.Format == "" && r.Location != "" {
		r.Format = interview.Onsite
	}
}

// whereabouts reads the properties of e that say how and where, the most telling first.
func (e event) whereabouts() whereabouts {
	var out whereabouts
	for _, raw := range slices.Concat(e.Links, addressesIn(e.Location), []string{e.URL}) {
		p := where.Read(raw, token.Cut(raw), nil)
		out.warnings = append(out.warnings, p.Warnings...)
		page := raw == e.URL && e.source == structuredData // the url of a schema.org object is the page about it
		if out.link == "" && len(p.Warnings) == 0 && (p.Link != "" || joinable(raw) && !page) {
			out.link = cmp.Or(p.Link, raw)
		}
	}
	text := strings.Join([]string{e.Location, e.Phone}, "\n")
	p := where.Read(text, token.Cut(text), nil)
	told := where.Read(e.Description, token.Cut(e.Description), e.links)
	out.warnings = append(out.warnings, told.Warnings...)
	out.prose, out.location, out.phone, out.format = told.Link, p.Location, cmp.Or(e.Phone, p.Phone), p.Format
	if out.location == "" && p.Phone == "" && len(addressesIn(e.Location)) == 0 && strings.Contains(e.Location, ",") {
		out.location = e.Location
	}
	switch {
	case out.link != "" || e.Video || out.prose != "" && p.Format == "":
		out.format = interview.Video
	case out.phone != "":
		out.format = cmp.Or(out.format, interview.Phone)
	}
	return out
}

// addressesIn gives the web addresses that stand in a place: "Microsoft Teams Meeting; https://…".
func addressesIn(place string) []string {
	var out []string
	for _, word := range strings.FieldsFunc(place, func(r rune) bool { return strings.ContainsRune(" \t\n;<>\"", r) }) {
		if word = strings.TrimRight(word, ".,)"); strings.HasPrefix(strings.ToLower(word), "http") && strings.Contains(word, "://") {
			out = append(out, word)
		}
	}
	return out
}

// elsewhere are parts of web addresses that calendars and booking pages write into an event and that lead into no
// meeting: to the event's own page, to move or call it off, to a map.
var elsewhere = []string{"calendar.google.com/", "/calendar/event", "outlook.office.com/calendar", "outlook.live.com/calendar",
	"maps.google.", "google.com/maps", "goo.gl/maps", "maps.app.goo.gl", "maps.apple.com", "openstreetmap.org", "bing.com/maps",
	"reschedul", "/cancel", "unsubscribe", "eventedit", "/download", "linkedin.com", "eventbrite.", "wa.me/"}

// joinable reports whether an address of an event can be the room it is held in, on whatever host: it leads to a page of
// that host, and to none that is known for something else.
func joinable(raw string) bool {
	u, err := url.Parse(raw)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || !strings.Contains(u.Host, ".") || u.User != nil {
		return false
	}
	if strings.Trim(u.Path, "/") == "" && u.RawQuery == "" && u.Fragment == "" {
		return false // the front page of a company
	}
	lower := strings.ToLower(raw)
	contains := func(part string) bool { return strings.Contains(lower, part) }
	return !slices.ContainsFunc(elsewhere, contains) && !slices.ContainsFunc(bookingHosts, contains)
}

// bookingHosts are where times are booked; such a link leads into no meeting.
var bookingHosts = []string{"calendly.com/", "cal.com/", "goodtime.io/", "savvycal.com/", "zcal.co/", "doodle.com/", "youcanbook.me", "acuityscheduling.com",
	"bookings.cloud.microsoft", "outlook.office365.com/owa/calendar", "outlook.office.com/bookwithme", "calendar.app.google/", "meetings.hubspot.com/",
	"self-schedule", "schedule-interview"}
