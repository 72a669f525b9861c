package daemon

import (
	"testing"
	"time"

	"roundtwo/daemon/mailbox"
)

// A message without Date and Received was written when the mailbox took it: "tomorrow" is the day after.
func TestTomorrowIsCountedFromTheArrival(t *testing.T) {
	s := begin(t, "")
	arrived := time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)
	a := s.daemon.read(s.daemon.boxes[0], mailbox.Mail{UID: 1, Internal: arrived,
		Raw: []byte("From: Priya Nair <priya@northwind.example>\r\nTo: casey@home.example\r\nSubject: Second interview at Northwind\r\n\r\n" +
			"Dear Casey,\r\n\r\nwe would like to invite you to a second interview tomorrow at 10:00 with Dana Whitfield.\r\n\r\nPriya Nair\r\n")})
	f := a.finding
	if !f.Written.Equal(arrived) || len(f.Sessions) != 1 || f.Sessions[0].Start.Time.Format("2006-01-02 15:04") != "2026-11-03 10:00" {
		t.Errorf("written %s, %s, sessions %v", f.Written, f.Kind, f.Sessions)
	}
}
