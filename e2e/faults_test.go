package e2e

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"roundtwo/daemon/mailtest/radicale"
)

// TestServersThatGoAway is not parallel: it restarts what the others use.
func TestServersThatGoAway(t *testing.T) {
	s := lab(t, "")
	t.Run("Dovecot is restarted", func(t *testing.T) {
		s.t = t
		if err := servers.dovecot.Restart(); err != nil {
			t.Fatal(err)
		}
		s.answer(s.letters()[0], "status")
		s.expect("status")
	})
	t.Run("Postfix is away for a while", func(t *testing.T) {
		s.t = t
		servers.postfix.Halt()
		s.answer(s.letters()[0], "help")
		s.until("it was tried in vain", func() bool { return strings.Contains(s.logged(), "state=ready attempt=1") })
		if err := servers.postfix.Start(); err != nil {
			t.Fatal(err)
		}
		s.expect("help")
	})
	t.Run("killed while it waits", func(t *testing.T) {
		s.t = t
		s.kill()
		s.answer(s.letters()[0], "status")
		s.start()
		s.expect("status")
	})
	s.t = t
}

// TestACalendarThatRefusesIsToldOnce: the password of the calendar is wrong.
func TestACalendarThatRefusesIsToldOnce(t *testing.T) {
	t.Parallel()
	s := prepare(t, servers.lab, "")
	s.check(os.WriteFile(filepath.Join(s.dir, "calendar-password"), []byte("wrong\n"), 0o600))
	s.clock(monday)
	s.start()
	s.deliver(s.casey, s.inviteHeaders(), s.inviteBody())
	s.until("she is told", func() bool { return len(distinct(s.letters(), "calendar")) == 1 })
	s.clock(monday.Add(3 * time.Hour)) // it is tried again, and she is not told again
	s.until("it was tried again", func() bool { return strings.Contains(s.logged(), "state=ready attempt=2") })
	if n := len(distinct(s.letters(), "calendar")); n != 1 {
		t.Errorf("%d letters about the calendar", n)
	}
	s.check(os.WriteFile(filepath.Join(s.dir, "calendar-password"), []byte(radicale.Password+"\n"), 0o600))
	s.clock(monday.Add(6 * time.Hour))
	s.until("the event is there after all", func() bool { return len(s.events()) == 1 })
}

// TestWhatIsHersStaysAsItWas: flags of her messages, and objects in her calendar that are not ours.
func TestWhatIsHersStaysAsItWas(t *testing.T) {
	t.Parallel()
	s := prepare(t, servers.lab, "")
	dentist := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//somebody//EN\r\nBEGIN:VEVENT\r\nUID:dentist\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261112T080000Z\r\nSUMMARY:Dentist\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	s.calendarDo("PUT", "dentist.ics", dentist)
	before := s.calendarDo("GET", "dentist.ics", "")
	s.deliver(s.casey, "From: friend@example.test\nTo: "+s.casey+"\nSubject: Sunday\nDate: Sun, 01 Nov 2026 09:00:00 +0100\nMessage-ID: <sunday@example.test>", "Shall we?\n")
	s.until("her own mail is there", func() bool { return len(s.folder(s.casey, "INBOX")) == 1 })
	own := s.folder(s.casey, "INBOX")[0]
	flagged := filepath.Join(filepath.Dir(filepath.Dir(own.path)), "cur", strings.Split(filepath.Base(own.path), ":")[0]+":2,FS")
	s.check(os.Rename(own.path, flagged))
	s.clock(monday)
	s.start()
	s.deliver(s.casey, s.inviteHeaders(), s.inviteBody())
	s.expect("checklist")
	s.until("our event is there", func() bool { return len(s.events()) == 2 })
	for _, m := range s.folder(s.casey, "INBOX") {
		want := ""
		if m.Subject == "Sunday" {
			want = "FS"
		}
		if strings.Trim(m.flags, "abc") != want {
			t.Errorf("%q has the flags %q, had %q", m.Subject, m.flags, want)
		}
	}
	if after := s.calendarDo("GET", "dentist.ics", ""); after != before {
		t.Errorf("her own event was\n%s\nand is\n%s", before, after)
	}
}

func (s *stage) calendarDo(method, name, body string) string {
	s.t.Helper()
	req, err := http.NewRequest(method, s.calendar+name, strings.NewReader(body))
	s.check(err)
	req.SetBasicAuth(calendarUser, radicale.Password)
	req.Header.Set("Content-Type", "text/calendar")
	resp, err := http.DefaultClient.Do(req)
	s.check(err)
	defer resp.Body.Close()
	var out bytes.Buffer
	if _, err := out.ReadFrom(resp.Body); err != nil || resp.StatusCode >= 300 {
		s.t.Fatalf("%s %s: %s %v", method, name, resp.Status, err)
	}
	return out.String()
}

// TestUnreadableMailStopsNothing: rubbish and a very large message come before the invitation.
func TestUnreadableMailStopsNothing(t *testing.T) {
	t.Parallel()
	s := prepare(t, servers.lab, "")
	s.clock(monday)
	s.start()
	rubbish := slices.Repeat([]byte{0xff, 0xfe, 'B', 'E', 'G', 'I', 'N', ':', '\r', '\n'}, 500)
	s.check(servers.dovecot.Deliver(s.casey, rubbish))
	big := fmt.Sprintf("From: x@example.test\r\nTo: %s\r\nSubject: holiday\r\nMessage-ID: <big-%d@example.test>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\npictures\r\n--b\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n%s--b--\r\n",
		s.casey, s.n, strings.Repeat(strings.Repeat("QUJD", 19)+"\r\n", 40<<20/78))
	s.check(servers.dovecot.Deliver(s.casey, []byte(big)))
	s.deliver(s.casey, s.inviteHeaders(), s.inviteBody())
	s.expect("checklist")
	for uid := 1; uid <= 3; uid++ {
		if !strings.Contains(s.logged(), fmt.Sprintf("msg=message mailbox=mailbox uid=%d verdict=", uid)) {
			t.Errorf("message %d has no verdict:\n%s", uid, s.logged())
		}
	}
}
