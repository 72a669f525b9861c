package calendar

import (
	"context"
	"encoding/pem"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roundtwo/interview/ics"
)

func TestTheCalendarIsFound(t *testing.T) {
	redirected := func(server http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			switch r.URL.Path {
			case "/", "/dav":
				http.NotFound(w, r)
			case wellKnown:
				http.Redirect(w, r, "/alice/", http.StatusFound) // a client of the web would go on with GET
			default:
				server.ServeHTTP(w, r)
			}
		})
	}
	rows := []struct {
		name, path string
		faults     func(http.Handler) http.Handler
		want       string // "" where there is none
	}{
		{"the calendar itself", "/alice/calendars/home/", nil, home},
		{"without the slash", "/alice/calendars/home", nil, home},
		{"the account", "/alice/", nil, home},
		{"the calendars of the account", "/alice/calendars/", nil, home},
		{"the server", "", nil, home},
		{"the server, through the well-known address", "/", redirected, home},
		{"a calendar that is not there", "/dav", redirected, ""},
		{"a list of tasks", "/alice/calendars/tasks/", nil, ""},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			srv := newMemory().serve(t, row.faults)
			target := openURL(t, srv.URL+row.path)
			err := target.Check(t.Context())
			if row.want == "" {
				if err == nil || Temporary(err) {
					t.Errorf("found %q, %v", target.(*calDAV).path, err)
				}
				return
			}
			got := target.(*calDAV).path
			if err != nil || strings.TrimSuffix(got, "/") != strings.TrimSuffix(row.want, "/") {
				t.Errorf("%q, %v", got, err)
			}
			mustPut(t, target, object(t, nil), nil)
		})
	}
}

func TestSheMovesItToAnotherCalendar(t *testing.T) {
	srv := newMemory().serve(t, nil)
	target, side, club := openURL(t, srv.URL), web(srv.URL+home), web(srv.URL+"/alice/calendars/club/")
	mark := mustPut(t, target, object(t, nil), nil)
	name := fileName(object(t, nil).UID)
	data, _ := side.read(t, name)
	club.write(t, name, data)
	side.remove(t, name)
	for n := range 2 {
		obj := object(t, func(e *ics.Event) {
			for range n + 1 {
				later(e)
			}
		})
		mark = mustPut(t, target, obj, mark)
		if e := lies(t, club, obj); e.Sequence != n+1 || mark.Gone {
			t.Errorf("change %d: %+v, %+v", n, e, mark)
		}
		if _, there := side.read(t, name); there {
			t.Error("it is in both calendars now")
		}
	}
	club.remove(t, name)
	if mark = mustPut(t, target, object(t, nil), mark); !mark.Gone {
		t.Errorf("deleted after all: %+v", mark)
	}
}

func TestANewCalendarComesFirst(t *testing.T) {
	m := newMemory()
	srv := m.serve(t, nil)
	mark := mustPut(t, openURL(t, srv.URL), object(t, nil), nil)
	m.names = []string{"a-new-one", "home"}
	obj := object(t, later)
	mark = mustPut(t, openURL(t, srv.URL), obj, mark) // after a restart
	if e := lies(t, web(srv.URL+home), obj); e.Sequence != 1 || mark.Gone {
		t.Errorf("%+v, %+v", e, mark)
	}
}

func TestAWrongPasswordIsSaidAtOnce(t *testing.T) {
	requests := 0
	srv := newMemory().serve(t, func(server http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			requests++
			server.ServeHTTP(w, r)
		})
	})
	wrong := func(context.Context) (string, error) { return "old", nil }
	target, err := CalDAV(CalDAVAccount{Name: "work", URL: srv.URL, User: user, Password: wrong})
	if err != nil {
		t.Fatal(err)
	}
	err = target.Check(t.Context())
	var e *Error
	if !errors.As(err, &e) || e.Status != http.StatusUnauthorized || e.Temporary || requests != 1 {
		t.Errorf("%d requests, %v", requests, err)
	}
	broken := func(context.Context) (string, error) { return "", errors.New("the file is gone") }
	if target, err = CalDAV(CalDAVAccount{Name: "work", URL: srv.URL, User: user, Password: broken}); err != nil {
		t.Fatal(err)
	}
	if err = target.Check(t.Context()); err == nil || requests != 1 {
		t.Errorf("without a password: %d requests, %v", requests, err)
	}
}

func TestThePasswordGoesToNoOtherHost(t *testing.T) {
	elsewhere := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		t.Errorf("%s %s came here with %q", r.Method, r.URL, r.Header.Get("Authorization"))
	}))
	defer elsewhere.Close()
	for _, status := range []int{301, 302, 307, 308} {
		srv := newMemory().serve(t, func(http.Handler) http.Handler {
			return http.RedirectHandler(elsewhere.URL+"/alice/", status)
		})
		err := openURL(t, srv.URL).Check(t.Context())
		if err == nil || Temporary(err) || !strings.Contains(err.Error(), elsewhere.URL+"/alice/") {
			t.Errorf("%d: %v", status, err)
		}
	}
	round := newMemory().serve(t, func(http.Handler) http.Handler { return http.RedirectHandler("/again", http.StatusFound) })
	if err := openURL(t, round.URL).Check(t.Context()); err == nil {
		t.Error("round in a circle, and no error")
	}
}

func TestAddressesThatAreRefused(t *testing.T) {
	for _, url := range []string{"http://calendar.example/", "ftp://127.0.0.1/", "https://alice:secret@calendar.example/", "calendar.example", "", "https://", "http://127.0.0.1.evil.example/"} {
		_, err := CalDAV(CalDAVAccount{Name: "work", URL: url, User: user, Password: thePassword})
		if err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: %v", url, err)
		}
	}
	for _, url := range []string{"https://calendar.example", "http://localhost:5232/", "http://[::1]:5232/alice/"} {
		if _, err := CalDAV(CalDAVAccount{Name: "work", URL: url, User: user, Password: thePassword}); err != nil {
			t.Errorf("%q: %v", url, err)
		}
	}
}

func TestCertificates(t *testing.T) {
	plain := newMemory().serve(t, nil)
	srv := httptest.NewTLSServer(plain.Config.Handler)
	defer srv.Close()
	dir := t.TempDir()
	ca, none := filepath.Join(dir, "ca.pem"), filepath.Join(dir, "none.pem")
	block := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: srv.Certificate().Raw})
	if err := errors.Join(os.WriteFile(ca, block, 0o600), os.WriteFile(none, []byte("hello"), 0o600)); err != nil {
		t.Fatal(err)
	}
	open := func(caFile string) (Target, error) {
		return CalDAV(CalDAVAccount{Name: "work", URL: srv.URL, User: user, Password: thePassword, CAFile: caFile})
	}
	target, err := open(ca)
	if err != nil {
		t.Fatal(err)
	}
	mustPut(t, target, object(t, nil), nil)
	if target, err = open(""); err != nil {
		t.Fatal(err)
	}
	if err := target.Check(t.Context()); err == nil || Temporary(err) {
		t.Errorf("a certificate that nobody trusts: %v", err)
	}
	for _, file := range []string{none, filepath.Join(dir, "missing.pem")} {
		if _, err := open(file); err == nil {
			t.Errorf("%s was taken", file)
		}
	}
}

func TestAnswersThatAreNone(t *testing.T) {
	const head = `<D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">`
	for _, body := range []string{
		"", "hello", "<", head, head + "</D:multistatus>", head + "<D:response/></D:multistatus>",
		head + "<D:response><D:href>%zz</D:href></D:response></D:multistatus>",
		head + "<D:response><D:href>/</D:href><D:propstat/></D:response></D:multistatus>",
		head + "<D:response><D:href>/</D:href><D:propstat><D:status>HTTP/1.1</D:status><D:prop/></D:propstat></D:response></D:multistatus>",
		head + "<D:response><D:href>/</D:href><D:propstat><D:prop><D:resourcetype><C:calendar/></D:resourcetype></D:prop></D:propstat></D:response></D:multistatus>",
		head + strings.Repeat("<D:response>", 100_000),
	} {
		srv := newMemory().serve(t, func(http.Handler) http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", "application/xml")
				w.WriteHeader(http.StatusMultiStatus)
				_, _ = w.Write([]byte(body)) // a client that went away is its own business
			})
		})
		if err := openURL(t, srv.URL).Check(t.Context()); err == nil {
			t.Errorf("%.80q leads to a calendar", body)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	rows := []struct {
		value, date string
		seconds     int
	}{
		{"120", "", 120}, {"", "", 0}, {"-5", "", 0}, {"soon", "", 0}, {"99999999999999", "", 86400}, {"9999999", "", 86400},
		{"Wed, 25 Nov 2026 02:05:00 GMT", "Wed, 25 Nov 2026 02:00:00 GMT", 300}, {"Wed, 25 Nov 2026 01:00:00 GMT", "Wed, 25 Nov 2026 02:00:00 GMT", 0},
		{"Wed, 25 Nov 2026 02:05:00 GMT", "", 0},
	}
	for _, row := range rows {
		h := http.Header{"Retry-After": {row.value}, "Date": {row.date}}
		if got := retryAfter(h); int(got.Seconds()) != row.seconds {
			t.Errorf("%q: %v", row.value, got)
		}
	}
}
