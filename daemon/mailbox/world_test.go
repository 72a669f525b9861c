package mailbox

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-imap/v2"

	"roundtwo/daemon/mailtest"
)

const anna = "anna@example.test"

func inWorld(t *testing.T) (*mailtest.World, Account) {
	t.Helper()
	return worldWith(t, mailtest.Options{})
}

func worldWith(t *testing.T, options mailtest.Options) (*mailtest.World, Account) {
	t.Helper()
	w, err := mailtest.Start(options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	if err := w.AddUser(anna, "secret"); err != nil {
		t.Fatal(err)
	}
	_, port := at(t, w.IMAP)
	return w, Account{Name: "anna", Host: "127.0.0.1", Port: port, TLS: NoTLS, User: anna, Password: password("secret"), Timeout: 5 * time.Second}
}

func TestMailIsReadWithoutATrace(t *testing.T) {
	w, a := inWorld(t)
	s := dial(t, a)
	status, err := s.Examine(t.Context(), "INBOX")
	if err != nil {
		t.Fatal(err)
	}
	time.AfterFunc(50*time.Millisecond, func() { w.Deliver(anna, letter(1)) })
	begun := time.Now()
	if err := s.Wait(t.Context(), 20*time.Second); err != nil || time.Since(begun) > 5*time.Second {
		t.Fatalf("after %s: %v", time.Since(begun), err)
	}
	entries, err := s.Since(t.Context(), status.Next)
	if err != nil || len(entries) != 1 {
		t.Fatalf("%v, %v", entries, err)
	}
	if got := fetchAll(t, s, []uint32{entries[0].UID}, 1<<20); string(got[0].Raw) != string(letter(1)) {
		t.Errorf("%+v", got)
	}
	if inbox, err := w.Folder(anna, "INBOX"); err != nil || len(inbox) != 1 || len(inbox[0].Flags) != 0 {
		t.Errorf("the inbox is %+v, %v", inbox, err)
	}
}

func TestAppendWhoseAnswerIsLostIsFoundByItsMessageID(t *testing.T) {
	w, a := inWorld(t)
	s := dial(t, a)
	w.OnIMAP(func(_, verb string) error {
		if verb == "APPENDED" {
			return mailtest.ErrCut
		}
		return nil
	})
	if _, err := s.Append(t.Context(), "Drafts", []string{`\Draft`}, time.Now(), letter(7)); err == nil || !Temporary(err) {
		t.Fatalf("got %v", err)
	}
	w.OnIMAP(nil)
	again := dial(t, a)
	found, err := again.FindID(t.Context(), "Drafts", "7@firm.example")
	if err != nil || len(found) != 1 {
		t.Fatalf("found %v, %v", found, err)
	}
	if err := again.RemoveDraft(t.Context(), "Drafts", found[0]); err != nil {
		t.Fatal(err)
	}
	if left, err := w.Folder(anna, "Drafts"); err != nil || len(left) != 0 {
		t.Errorf("left are %v, %v", left, err)
	}
}

func TestFullMailboxRefusesTheDraftAndTheSessionGoesOn(t *testing.T) {
	w, a := inWorld(t)
	s := dial(t, a)
	w.OnIMAP(func(_, verb string) error {
		if verb == "APPEND" {
			return &imap.Error{Type: imap.StatusResponseTypeNo, Code: imap.ResponseCodeOverQuota, Text: "full"}
		}
		return nil
	})
	if _, err := s.Append(t.Context(), "Drafts", nil, time.Now(), letter(1)); err == nil || !Temporary(err) || !strings.Contains(err.Error(), "full") {
		t.Errorf("got %v", err)
	}
	if _, err := s.Examine(t.Context(), "INBOX"); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}

func TestRemovingADraftTouchesNoOther(t *testing.T) {
	w, a := inWorld(t)
	s := dial(t, a)
	var uids []uint32
	for n := range 3 {
		uid, err := s.Append(t.Context(), "Drafts", []string{`\Deleted`}, time.Now(), letter(n)) // she has marked them all
		if err != nil {
			t.Fatal(err)
		}
		uids = append(uids, uid)
	}
	if err := s.RemoveDraft(t.Context(), "Drafts", uids[1]); err != nil {
		t.Fatal(err)
	}
	left, err := w.Folder(anna, "Drafts")
	if err != nil || len(left) != 2 || left[0].UID != uids[0] || left[1].UID != uids[2] {
		t.Errorf("left are %+v, %v", left, err)
	}
}

func TestBackfillByDate(t *testing.T) {
	_, a := inWorld(t)
	s := dial(t, a)
	now := time.Now().Truncate(time.Second)
	for n, age := range []time.Duration{72 * time.Hour, 25 * time.Hour, 23 * time.Hour, 0} {
		if _, err := s.Append(t.Context(), "INBOX", nil, now.Add(-age), letter(n)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Examine(t.Context(), "INBOX"); err != nil {
		t.Fatal(err)
	}
	entries, err := s.SinceDate(t.Context(), now.Add(-24*time.Hour))
	if err != nil || len(entries) != 2 || entries[0].UID != 3 {
		t.Errorf("%+v, %v", entries, err)
	}
}

func TestOutlooksReplacedMessageIDIsFound(t *testing.T) {
	w, a := inWorld(t)
	replaced := "Message-ID: <new@outlook.example>\r\nX-Microsoft-Original-Message-ID: <note@example.test>\r\n\r\nx\r\n"
	if err := w.Put(anna, "Sent", []byte(replaced)); err != nil {
		t.Fatal(err)
	}
	s := dial(t, a)
	if found, err := s.FindID(t.Context(), "Sent", "note@example.test"); err != nil || len(found) != 1 {
		t.Errorf("found %v, %v", found, err)
	}
	if _, err := s.FindID(t.Context(), "Gone", "note@example.test"); !errors.Is(err, ErrNoFolder) {
		t.Errorf("in a folder that is not there: %v", err)
	}
}

func TestNewestMessages(t *testing.T) {
	w, a := inWorld(t)
	s := dial(t, a)
	if got, err := s.Newest(t.Context(), "Sent", 2); err != nil || len(got) != 0 {
		t.Errorf("in an empty folder: %v, %v", got, err)
	}
	for n := range 3 {
		if err := w.Put(anna, "Sent", letter(n)); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := s.Newest(t.Context(), "Sent", 2); err != nil || len(got) != 2 || got[0] != 2 || got[1] != 3 {
		t.Errorf("%v, %v", got, err)
	}
	if got, err := s.Newest(t.Context(), "Sent", 50); err != nil || len(got) != 3 {
		t.Errorf("%v, %v", got, err)
	}
}

// TestFolderThatWasOpenedThisInstantIsNotTakenForEmpty: the library counts messages only after EXAMINE has returned.
func TestFolderThatWasOpenedThisInstantIsNotTakenForEmpty(t *testing.T) {
	w, a := inWorld(t)
	if err := w.Deliver(anna, letter(1)); err != nil {
		t.Fatal(err)
	}
	s := dial(t, a)
	for range 300 {
		if _, err := s.Examine(t.Context(), "INBOX"); err != nil {
			t.Fatal(err)
		}
		if entries, err := s.Since(t.Context(), 1); err != nil || len(entries) != 1 {
			t.Fatalf("%v, %v", entries, err)
		}
	}
}
