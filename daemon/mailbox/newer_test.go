package mailbox

import "testing"

func TestWhatIsNewerThanTheCursor(t *testing.T) {
	w, a := inWorld(t)
	s := dial(t, a)
	check := func(what string, validity, from uint32, want bool) {
		t.Helper()
		if newer, err := s.Newer(t.Context(), "INBOX", validity, from); err != nil || newer != want {
			t.Errorf("%s: %v, %v", what, newer, err)
		}
	}
	status, err := s.Examine(t.Context(), "INBOX")
	if err != nil {
		t.Fatal(err)
	}
	check("an empty folder", status.Validity, status.Next, false)
	for n := range 2 {
		if err := w.Deliver(anna, letter(n)); err != nil {
			t.Fatal(err)
		}
	}
	check("two unread", status.Validity, status.Next, true)
	check("one unread", status.Validity, status.Next+1, true)
	check("all read", status.Validity, status.Next+2, false)
	check("numbered anew", status.Validity+1, status.Next+2, true)
	if err := w.Remove(anna, "INBOX", status.Next+1); err != nil {
		t.Fatal(err)
	}
	check("the unread one was removed", status.Validity, status.Next+1, false)
}
