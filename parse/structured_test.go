package parse

import (
	"strings"
	"testing"
	"time"

	"roundtwo/interview/ics"
	"roundtwo/interview/zone"
	"roundtwo/parse/message"
)

const reservation = `{"@context":"https://schema.org","@type":"EventReservation","reservationStatus":"https://schema.org/ReservationCancelled",
	"reservationFor":{"@type":"Event","name":"Second interview","startDate":"2026-06-24T10:00:00-05:00","endDate":"2026-06-24T10:45:00-05:00",
	"performer":[{"@type":"Person","name":"Lucille Dearborn","jobTitle":"VP Marketing"},{"@type":"Organization","name":"The board"}],
	"location":{"@type":"Place","name":"Pecan Street","address":{"@type":"PostalAddress","streetAddress":"1801 E 6th Street","addressLocality":"Austin","addressRegion":"TX","postalCode":"78702"}}}}`

func TestJSONLD(t *testing.T) {
	for name, body := range map[string]string{
		"alone": reservation, "in a list": "[" + reservation + "]", "in a graph": `{"@graph":[` + reservation + `]}`,
	} {
		t.Run(name, func(t *testing.T) {
			list := structured(&message.Message{JSONLD: []string{"{broken,}", body}}, time.UTC)
			if len(list) != 1 {
				t.Fatalf("%d events, want 1", len(list))
			}
			e := list[0]
			if got := e.session().Start.String(); got != "2026-06-24T10:00:00-05:00" {
				t.Errorf("start %s", got)
			}
			if e.Zone != "UTC-05:00" || e.Status != ics.Cancelled || !e.cancelled() {
				t.Errorf("zone %q, status %q", e.Zone, e.Status)
			}
			if len(e.Attendees) != 1 || e.Attendees[0].Title != "VP Marketing" {
				t.Errorf("people %v", e.Attendees)
			}
			if e.Location != "Pecan Street, 1801 E 6th Street, Austin, TX 78702" {
				t.Errorf("location %q", e.Location)
			}
		})
	}
}

func TestMicrodata(t *testing.T) {
	body := `<div itemscope itemtype="http://schema.org/EventReservation"><div itemprop="reservationFor" itemscope itemtype="http://schema.org/Event">
		<meta itemprop="startDate" content="2027-11-17T13:00:00-07:00"><span itemprop="name">Supply <b>Planner</b> interview</span>
		<div itemprop="location" itemscope itemtype="http://schema.org/VirtualLocation"><link itemprop="url" href="https://zoom.us/j/1"></div></div></div>`
	list := structured(&message.Message{HTML: body}, time.UTC)
	if len(list) != 1 || list[0].session().Start.String() != "2027-11-17T13:00:00-07:00" || len(list[0].Links) != 1 {
		t.Fatalf("events %+v", list)
	}
}

// Structured data of a hostile sender costs little: deep nesting, floods of tags, floods of items.
func TestStructuredBounds(t *testing.T) {
	deep := strings.Repeat(`{"@type":"Event","location":`, 5000) + `"x"` + strings.Repeat("}", 5000)
	open := strings.Repeat(`<div itemscope itemtype="http://schema.org/Event">`, 20000)
	many := strings.Repeat(`<div itemscope itemtype="http://schema.org/Event"></div>`, 20000)
	for name, m := range map[string]*message.Message{
		"deep JSON": {JSONLD: []string{deep}}, "unclosed tags": {HTML: open}, "many items": {HTML: many}, "end tags": {HTML: open + strings.Repeat("</p>", 20000)},
	} {
		if list := structured(m, time.UTC); len(list) > maxItems {
			t.Errorf("%s: %d events", name, len(list))
		}
	}
}

// Times of structured data are weighed as those of calendar parts are.
func TestTimesOfStructuredData(t *testing.T) {
	chicago, err := zone.Load("America/Chicago")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		name, start, end string
		want             string
		floating         bool
		readings         int
	}{
		{"an offset", "2026-12-03T14:00:00-05:00", "2026-12-03T14:45:00-05:00", "2026-12-03T14:00:00-05:00", false, 0},
		{"no offset: on her clock", "2026-12-03T14:00", "2026-12-03T14:45", "2026-12-03T14:00:00-06:00", true, 0},
		{"the end without an offset", "2026-12-03T14:00:00-05:00", "2026-12-03T14:45:00", "2026-12-03T14:00:00-05:00", false, 0},
		{"an end before the start", "2026-12-03T14:00:00-05:00", "2026-12-03T13:00:00-05:00", "2026-12-03T14:00:00-05:00", false, 2},
		{"from midnight to midnight", "2026-12-03T00:00:00-05:00", "2026-12-04T00:00:00-05:00", "2026-12-03", false, 0},
		{"a day", "2026-12-03", "2026-12-03", "2026-12-03", false, 0},
		{"23 hours", "2026-12-03T14:00:00-05:00", "2026-12-04T13:00:00-05:00", "2026-12-03T14:00:00-05:00", false, 2},
	} {
		body := `{"@type":"Event","name":"Second interview","startDate":"` + row.start + `","endDate":"` + row.end + `"}`
		list := structured(&message.Message{JSONLD: []string{body}}, chicago)
		if len(list) != 1 {
			t.Fatalf("%s: %d events", row.name, len(list))
		}
		e, readings := list[0], 0
		if len(e.Conflicts) > 0 {
			readings = len(e.Conflicts[0].Sessions)
		}
		if got := e.session(); got.Start.String() != row.want || got.ZoneAssumed != row.floating || readings != row.readings {
			t.Errorf("%s: %s, assumed %v, %d readings", row.name, got.Start, got.ZoneAssumed, readings)
		}
	}
}
