package radicale

import (
	"net/http"
	"strings"
	"testing"
)

func TestCalendarIsMadeAndTakesAnEvent(t *testing.T) {
	s := Start(t, "anna")
	url, err := s.MakeCalendar("anna", "interviews")
	if err != nil {
		t.Fatal(err, s.Log())
	}
	const event = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:1@example.test\r\n" +
		"DTSTAMP:20261125T080000Z\r\nDTSTART:20261201T090000Z\r\nDTEND:20261201T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	req, err := http.NewRequest(http.MethodPut, url+"1.ics", strings.NewReader(event))
	if err != nil {
		t.Fatal(err)
	}
	req.SetBasicAuth("anna", Password)
	req.Header.Set("Content-Type", "text/calendar")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusCreated {
		t.Errorf("PUT answers %s, want 201\n%s", resp.Status, s.Log())
	}
}
