package parse

import (
	"encoding/json"
	"strings"
	"time"

	"roundtwo/interview"
	"roundtwo/interview/ics"
	"roundtwo/parse/message"
)

// Bounds of structured data: a real reservation has a dozen values.
const (
	maxItems     = 16
	maxItemDepth = 8
	maxItemBytes = 64 << 10
)

// item is one schema.org object, from JSON-LD or microdata: values are strings, items, or lists of them.
type item struct {
	kind   string
	values map[string][]any
}

// structuredData is the source of such events.
const structuredData = "structured data"

// structured reads the events of a message that are written as schema.org objects.
// https://developers.google.com/workspace/gmail/markup/reference/event-reservation
//
// A time without an offset is one on the clock of home, which may not be that of the place: the event says so.
func structured(m *message.Message, home *time.Location) []event {
	var out []event
	for _, body := range m.JSONLD {
		if len(body) > maxItemBytes {
			continue
		}
		var value any
		if err := json.Unmarshal([]byte(body), &value); err != nil {
			continue // broken blocks are common; the visible text carries the same
		}
		for _, it := range itemsOf(value, 0) {
			out = append(out, it.events(home)...)
		}
	}
	for _, it := range microdata(m.HTML) {
		out = append(out, it.events(home)...)
	}
	return out[:min(len(out), maxItems)]
}

func itemsOf(value any, depth int) []item {
	if depth > maxItemDepth {
		return nil
	}
	var out []item
	switch v := value.(type) {
	case []any:
		for _, x := range v {
			out = append(out, itemsOf(x, depth+1)...)
		}
	case map[string]any:
		if graph, ok := v["@graph"]; ok {
			return itemsOf(graph, depth+1)
		}
		out = append(out, makeItem(v, depth))
	}
	return out
}

func makeItem(object map[string]any, depth int) item {
	it := item{values: map[string][]any{}}
	if kind, ok := object["@type"].(string); ok {
		it.kind = localName(kind)
	}
	for key, value := range object {
		list, ok := value.([]any)
		if !ok {
			list = []any{value}
		}
		for _, x := range list {
			switch x := x.(type) {
			case string:
				it.values[key] = append(it.values[key], x)
			case map[string]any:
				if depth < maxItemDepth {
					it.values[key] = append(it.values[key], makeItem(x, depth+1))
				}
			}
		}
	}
	return it
}

// localName is "Event" of "https://schema.org/Event".
func localName(s string) string { return s[strings.LastIndexAny(s, "/#")+1:] }

func (it item) text(key string) string {
	for _, v := range it.values[key] {
		if s, ok := v.(string); ok {
			return strings.TrimSpace(s)
		}
	}
	return ""
}

func (it item) items(keys ...string) []item {
	var out []item
	for _, key := range keys {
		for _, v := range it.values[key] {
			if x, ok := v.(item); ok {
				out = append(out, x)
			}
		}
	}
	return out
}

// events gives the appointments in it: of an EventReservation what is reserved, of an Event itself.
func (it item) events(home *time.Location) []event {
	if !strings.HasSuffix(it.kind, "Reservation") {
		if strings.HasSuffix(it.kind, "Event") {
			return []event{it.event(home)}
		}
		return nil
	}
	var out []event
	for _, reserved := range it.items("reservationFor") {
		e := reserved.event(home)
		if strings.HasSuffix(it.text("reservationStatus"), "Cancelled") {
			e.Status = ics.Cancelled
		}
		out = append(out, e)
	}
	return out
}

func (it item) event(home *time.Location) event {
	e := event{source: structuredData}
	e.Summary, e.Description, e.URL = it.text("name"), it.text("description"), it.text("url")
	e.Start, e.Zone, e.AllDay = schemaTime(it.text("startDate"), home)
	if e.Floating = e.clock() && e.Zone == ""; e.Floating {
		e.Zone = home.String()
	}
	if end, _, dateOnly := schemaTime(it.text("endDate"), e.place(home)); !end.IsZero() && dateOnly == e.AllDay {
		if e.End = end; dateOnly {
			e.End = end.AddDate(0, 0, 1) // schema.org counts the last day in
		}
	}
	e.Original, _, _ = schemaTime(it.text("previousStartDate"), e.place(home))
	e.Weigh(home)
	if localName(it.text("eventStatus")) == "EventCancelled" {
		e.Status = ics.Cancelled
	}
	for _, p := range it.items("performer", "attendee", "actor") {
		if p.kind == "Person" && p.text("name") != "" {
			e.Attendees = append(e.Attendees, interview.Person{Name: p.text("name"), Title: p.text("jobTitle"), Email: p.text("email")})
		}
	}
	for _, o := range it.items("organizer") {
		e.Organizer = interview.Person{Name: o.text("name"), Email: o.text("email")}
	}
	e.Location = it.text("location")
	for _, place := range it.items("location") {
		if place.kind == "VirtualLocation" {
			e.Links = append(e.Links, place.text("url"))
		} else {
			e.Location = place.address()
		}
	}
	return e
}

func (it item) address() string {
	parts := []string{it.text("name")}
	if it.text("address") != "" {
		parts = append(parts, it.text("address"))
	}
	for _, a := range it.items("address") {
		region := strings.TrimSpace(a.text("addressRegion") + " " + a.text("postalCode"))
		parts = append(parts, a.text("streetAddress"), a.text("addressLocality"), region)
	}
	var full []string
	for _, p := range parts {
		if p != "" {
			full = append(full, p)
		}
	}
	return strings.Join(full, ", ")
}

// place is where the start of e was read, home where it has none.
func (e event) place(home *time.Location) *time.Location {
	if e.Start.IsZero() || e.AllDay {
		return home
	}
	return e.Start.Location()
}

// schemaTime reads an ISO 8601 time; zone is the bare offset as "UTC+05:30", "" where the time has none and was read in
// floating.
func schemaTime(s string, floating *time.Location) (t time.Time, zone string, dateOnly bool) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05-0700", "2006-01-02T15:04-0700"} {
		if t, err := time.Parse(layout, s); err == nil {
			if strings.HasSuffix(s, "Z") {
				return t, "UTC", false
			}
			return t, "UTC" + t.Format("-07:00"), false
		}
	}
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04"} {
		if t, err := time.ParseInLocation(layout, s, floating); err == nil {
			return t, "", false
		}
	}
	t, err := time.ParseInLocation(time.DateOnly, s, floating)
	return t, "", err == nil
}
