package store

import (
	"context"
	"fmt"
	"testing"
	"time"
)

// mail is message uid of the inbox.
func mail(uid uint32) Message {
	return Message{Mailbox: "work", Folder: "INBOX", Validity: 7, UID: uid, MessageID: fmt.Sprintf("%d@acme.example", uid),
		Hash: fmt.Sprintf("%064d", uid), Candidate: "ada", Received: noon.Add(time.Duration(uid) * time.Minute), Size: 4000,
		Verdict: "invitation", Reason: "names a time", Interview: "K7QF"}
}

func add(t *testing.T, s *Store, m Message) (added bool) {
	t.Helper()
	update(t, s, func(tx *Tx) (err error) {
		added, err = tx.AddMessage(m)
		return err
	})
	return added
}

func TestEveryMessageHasOneRow(t *testing.T) {
	s := fresh(t)
	if !add(t, s, mail(1)) {
		t.Fatal("the first was not added")
	}
	changed := mail(1)
	changed.Verdict = "other"
	if add(t, s, changed) {
		t.Error("the same UID was added twice")
	}
	moved := mail(1)
	moved.Validity, moved.UID = 8, 40
	if !add(t, s, moved) {
		t.Error("the same bytes under another UID have no row")
	}
	renumbered := mail(2)
	renumbered.Validity, renumbered.UID = 8, 1
	if !add(t, s, renumbered) {
		t.Error("another message with the UID of an earlier one has no row: UIDs count under their UIDVALIDITY (RFC 9051 §2.3.1.1)")
	}
	view(t, s, func(tx *Tx) error {
		first, found, err := tx.SameBytes("ada", mail(1).Hash)
		if err != nil {
			return err
		}
		want := mail(1)
		want.ID = first.ID
		if !found || first != want || first.ID == 0 {
			t.Errorf("got %+v, want the first row as it was", first)
		}
		if _, found, _ := tx.SameBytes("grace", mail(1).Hash); found {
			t.Error("Grace sees Ada's mail")
		}
		both, err := tx.ByMessageID("ada", "1@acme.example")
		if len(both) != 2 {
			t.Errorf("%d rows of that Message-ID, want 2", len(both))
		}
		return err
	})
}

func TestMessagesWithoutAnIDAreNotOne(t *testing.T) {
	s := fresh(t)
	a, b := mail(1), mail(2)
	a.MessageID, b.MessageID = "", ""
	add(t, s, a)
	add(t, s, b)
	view(t, s, func(tx *Tx) error {
		list, err := tx.ByMessageID("ada", "")
		if len(list) != 0 {
			t.Errorf("%d messages share the empty Message-ID", len(list))
		}
		return err
	})
}

func TestTheLedgerSince(t *testing.T) {
	s := fresh(t)
	for _, uid := range []uint32{3, 1, 2} {
		add(t, s, mail(uid))
	}
	view(t, s, func(tx *Tx) error {
		list, err := tx.Messages("ada", mail(2).Received)
		if len(list) != 2 || list[0].UID != 2 || list[1].UID != 3 {
			t.Errorf("got %+v, want 2 and 3", list)
		}
		return err
	})
}

func TestAMessageHasAVerdict(t *testing.T) {
	s := fresh(t)
	m := mail(1)
	m.Verdict = ""
	err := s.Update(context.Background(), func(tx *Tx) error {
		_, err := tx.AddMessage(m)
		return err
	})
	if err == nil {
		t.Error("a message was recorded without a verdict")
	}
}

// The rows that a long absence leaves: 10,000 messages in transactions of 100.
func BenchmarkLedger10000(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		s, err := Open(b.Context(), b.TempDir()+"/state/roundtwo.db")
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		for from := uint32(0); from < 10000; from += 100 {
			if err := s.Update(b.Context(), func(tx *Tx) error { return batch(tx, from) }); err != nil {
				b.Fatal(err)
			}
		}
		b.StopTimer()
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}

func batch(tx *Tx, from uint32) error {
	for uid := from; uid < from+100; uid++ {
		if _, err := tx.AddMessage(mail(uid)); err != nil {
			return err
		}
	}
	return tx.SetCursor(cursorAt(from + 100))
}
