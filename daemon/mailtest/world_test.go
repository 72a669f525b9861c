package mailtest

import (
	"errors"
	"net/http"
	"net/smtp"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

const (
	anna = "anna@example.test"
	bob  = "bob@firm.example"
)

func start(t *testing.T, o Options) *World {
	t.Helper()
	w, err := Start(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	for _, user := range []string{anna, bob} {
		if err := w.AddUser(user, "secret"); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

func submit(w *World, to string) error {
	return smtp.SendMail(w.SMTP, smtp.PlainAuth("", anna, "secret", "127.0.0.1"), anna, []string{to},
		[]byte("From: Anna <anna@example.test>\r\nTo: "+to+"\r\nSubject: hello\r\n\r\nhello\r\n"))
}

func TestSubmittedMailIsHeardOfByAnIdlingClient(t *testing.T) {
	w := start(t, Options{AuthservID: "mx.firm.example", SaveSent: true})
	heard := make(chan uint32, 10)
	c, err := imapclient.DialInsecure(w.IMAP, &imapclient.Options{UnilateralDataHandler: &imapclient.UnilateralDataHandler{
		Mailbox: func(m *imapclient.UnilateralDataMailbox) {
			if m.NumMessages != nil {
				heard <- *m.NumMessages
			}
		},
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := c.Login(bob, "secret").Wait(); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Select("INBOX", &imap.SelectOptions{ReadOnly: true}).Wait(); err != nil {
		t.Fatal(err)
	}
	idle, err := c.Idle()
	if err != nil {
		t.Fatal(err)
	}
	defer idle.Close()
	if err := submit(w, bob); err != nil {
		t.Fatal(err)
	}
	select {
	case n := <-heard:
		if n != 1 {
			t.Errorf("%d messages", n)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("the idling client hears nothing")
	}
	inbox, err := w.Folder(bob, "INBOX")
	if err != nil || len(inbox) != 1 {
		t.Fatalf("bob has %v, %v", inbox, err)
	}
	for _, want := range []string{"Return-Path: <anna@example.test>", "mx.firm.example; dmarc=pass header.from=example.test", "\r\n\r\nhello"} {
		if !strings.Contains(string(inbox[0].Raw), want) {
			t.Errorf("%q is missing in\n%s", want, inbox[0].Raw)
		}
	}
	if len(inbox[0].Flags) != 0 {
		t.Errorf("looking at it set %v", inbox[0].Flags)
	}
	if sent, err := w.Folder(anna, "Sent"); err != nil || len(sent) != 1 {
		t.Errorf("anna's Sent has %v, %v", sent, err)
	}
	if got := w.Submitted(); len(got) != 1 || got[0].User != anna || got[0].To[0] != bob {
		t.Errorf("on record is %+v", got)
	}
}

func TestFaultsOfSubmission(t *testing.T) {
	for _, row := range []struct {
		name      string
		fault     Fault
		fails     bool
		delivered int
	}{
		{"refused connection", Fault{Stage: AtConnect, Code: 421}, true, 0},
		{"refused hello", Fault{Stage: AtHello, Code: 421}, true, 0},
		{"refused recipient", Fault{Stage: AtRcpt, Code: 550}, true, 0},
		{"another recipient refused", Fault{Stage: AtRcpt, Code: 550, To: "eve@firm.example"}, false, 1},
		{"refused DATA", Fault{Stage: AtData, Code: 554}, true, 0},
		{"cut in the text", Fault{Stage: AtText, Bytes: 10}, true, 0},
		{"refused after the dot", Fault{Stage: AtDot, Code: 451}, true, 0},
		{"cut after the dot", Fault{Stage: AtDot, Cut: true}, true, 0},
		{"delivered but not answered for", Fault{Stage: AtAnswer, Cut: true}, true, 1},
		{"delivered, garbage as answer", Fault{Stage: AtAnswer, Raw: []byte("what?\r\n")}, true, 1},
		{"delivered late", Fault{Stage: AtAnswer, Delay: 50 * time.Millisecond}, false, 1},
	} {
		t.Run(row.name, func(t *testing.T) {
			w := start(t, Options{})
			row.fault.Times = 1
			w.FailSMTP(row.fault)
			if err := submit(w, bob); (err != nil) != row.fails {
				t.Errorf("submitting gives %v", err)
			}
			if got := len(w.Submitted()); got != row.delivered {
				t.Errorf("%d are on record, not %d", got, row.delivered)
			}
			if row.fails {
				if err := submit(w, bob); err != nil {
					t.Errorf("the fault strikes twice: %v", err)
				}
			}
		})
	}
}

func TestFoldersHaveTheirSpecialUse(t *testing.T) {
	w := start(t, Options{})
	c, err := imapclient.DialInsecure(w.IMAP, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := c.Login(anna, "secret").Wait(); err != nil {
		t.Fatal(err)
	}
	list, err := c.List("", "*", &imap.ListOptions{ReturnSpecialUse: true}).Collect()
	if err != nil || len(list) != 4 {
		t.Fatalf("%v, %v", list, err)
	}
	if d := list[1]; d.Mailbox != "Drafts" || len(d.Attrs) != 1 || d.Attrs[0] != imap.MailboxAttrDrafts {
		t.Errorf("Drafts is listed as %+v", d)
	}
}

func TestIMAPCommandsCanBeRefusedAndCut(t *testing.T) {
	w := start(t, Options{})
	w.OnIMAP(func(address, verb string) error {
		switch verb {
		case "APPEND":
			return &imap.Error{Type: imap.StatusResponseTypeNo, Code: imap.ResponseCodeOverQuota, Text: "full"}
		case "SEARCH":
			return ErrCut
		}
		return nil
	})
	c, err := imapclient.DialInsecure(w.IMAP, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := c.Login(anna, "secret").Wait(); err != nil {
		t.Fatal(err)
	}
	cmd := c.Append("Drafts", 2, nil)
	cmd.Write([]byte("\r\n"))
	cmd.Close()
	var refusal *imap.Error
	if _, err := cmd.Wait(); !errors.As(err, &refusal) || refusal.Code != imap.ResponseCodeOverQuota {
		t.Errorf("APPEND gives %v", err)
	}
	if _, err := c.Select("INBOX", nil).Wait(); err != nil {
		t.Fatal(err)
	}
	if _, err := c.UIDSearch(&imap.SearchCriteria{}, nil).Wait(); err == nil {
		t.Error("SEARCH is not cut")
	}
}

func TestRenumberedFolderKeepsItsMail(t *testing.T) {
	w := start(t, Options{})
	for range 3 {
		if err := w.Deliver(anna, []byte("Subject: x\r\n\r\n")); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Renumber(anna, "INBOX"); err != nil {
		t.Fatal(err)
	}
	if kept, err := w.Folder(anna, "INBOX"); err != nil || len(kept) != 3 {
		t.Errorf("%v, %v", kept, err)
	}
}

func put(t *testing.T, w *World, header, value, body string) int {
	t.Helper()
	req, err := http.NewRequest(http.MethodPut, w.Calendar(anna)+"1.ics", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.SetBasicAuth(anna, "secret")
	req.Header.Set("Content-Type", "text/calendar")
	req.Header.Set(header, value)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return -1
	}
	resp.Body.Close()
	return resp.StatusCode
}

func TestCalendarKeepsBytesAndGuardsThem(t *testing.T) {
	w := start(t, Options{})
	const ics = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261125T080000Z\r\nDTSTART:20261201T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	if got := put(t, w, "If-None-Match", "*", ics); got != http.StatusCreated {
		t.Fatalf("the first PUT gives %d", got)
	}
	if got := put(t, w, "If-None-Match", "*", ics); got != http.StatusPreconditionFailed {
		t.Errorf("a second first PUT gives %d", got)
	}
	if got := put(t, w, "If-Match", `"stale"`, ics); got != http.StatusPreconditionFailed {
		t.Errorf("a PUT over a change of hers gives %d", got)
	}
	if got := string(w.Events(anna)["1.ics"]); got != ics {
		t.Errorf("the calendar holds %q", got)
	}
	w.OnCalDAV(func(*http.Request) int { return CutCalDAV })
	changed := strings.Replace(ics, "UID:1", "UID:2", 1)
	if got := put(t, w, "If-Match", "*", changed); got != -1 || string(w.Events(anna)["1.ics"]) != changed {
		t.Errorf("a lost answer gives %d and %q", got, w.Events(anna)["1.ics"])
	}
	w.OnCalDAV(func(*http.Request) int { return http.StatusInsufficientStorage })
	if got := put(t, w, "If-Match", "*", ics); got != http.StatusInsufficientStorage {
		t.Errorf("a full calendar gives %d", got)
	}
}
