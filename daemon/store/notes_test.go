package store

import (
	"bytes"
	"context"
	"reflect"
	"testing"
	"time"

	"roundtwo/interview"
)

func TestANoteComesBackByteForByte(t *testing.T) {
	s := fresh(t)
	keep(t, s, "K7QF")
	note := interview.Note{Interview: "K7QF", Candidate: "ada", Kind: interview.ThankYou, State: interview.Drafted,
		To: interview.Person{Name: "Dana Li", Email: "dana@acme.example"}, Subject: "Thank you", Text: "Dear Dana,\n",
		Blanks: []string{"one thing you discussed"}, Sources: []interview.Source{{Sentence: "Dear Dana,", Facts: []string{"the invitation"}}},
		MessageID: "n@example.org", InReplyTo: "m@acme.example", Raw: []byte("Subject: \xe4\r\n\x00\r\n"), Number: 2, Request: "r@example.org",
		Hold: noon, Again: noon.Add(time.Hour), Created: noon, Updated: noon, Reply: "550 no such user"}
	update(t, s, func(tx *Tx) error { return tx.SaveNote(&note) })
	if note.ID == 0 {
		t.Fatal("the note got no number")
	}
	note.State, note.Raw = interview.Asked, append(note.Raw, 0xff)
	update(t, s, func(tx *Tx) error { return tx.SaveNote(&note) })
	view(t, s, func(tx *Tx) error {
		got, found, err := tx.Note(note.ID)
		if !found || !reflect.DeepEqual(got, note) {
			t.Errorf("got  %+v\nwant %+v", got, note)
		}
		return err
	})
}

func TestSavingANoteLeavesTheCallersAlone(t *testing.T) {
	s := fresh(t)
	keep(t, s, "K7QF")
	note := interview.Note{Interview: "K7QF", Candidate: "ada", Raw: []byte("bytes")}
	update(t, s, func(tx *Tx) error { return tx.SaveNote(&note) })
	if !bytes.Equal(note.Raw, []byte("bytes")) {
		t.Errorf("its bytes are %q now", note.Raw)
	}
}

func TestNotesAreFoundByInterviewAndState(t *testing.T) {
	s := fresh(t)
	keep(t, s, "A")
	keep(t, s, "B")
	for _, n := range []interview.Note{
		{Interview: "A", Candidate: "ada", State: interview.Asked}, {Interview: "B", Candidate: "ada", State: interview.Postponed},
		{Interview: "A", Candidate: "ada", State: interview.Sent},
	} {
		update(t, s, func(tx *Tx) error { return tx.SaveNote(&n) })
	}
	view(t, s, func(tx *Tx) error {
		of, err := tx.Notes("A")
		if err != nil || len(of) != 2 || of[0].State != interview.Asked || of[1].State != interview.Sent {
			t.Errorf("of A: %+v, %v", of, err)
		}
		waiting, err := tx.NotesIn(interview.Asked, interview.Postponed)
		if err != nil || len(waiting) != 2 || waiting[0].Interview != "A" || waiting[1].Interview != "B" {
			t.Errorf("waiting: %+v, %v", waiting, err)
		}
		none, err := tx.NotesIn()
		if len(none) != 0 {
			t.Errorf("in no state: %+v", none)
		}
		return err
	})
}

func TestANoteStaysWithItsInterview(t *testing.T) {
	s := fresh(t)
	keep(t, s, "A")
	keep(t, s, "B")
	note := interview.Note{Interview: "A", Candidate: "ada"}
	update(t, s, func(tx *Tx) error { return tx.SaveNote(&note) })
	for name, wrong := range map[string]interview.Note{
		"another interview": {ID: note.ID, Interview: "B", Candidate: "ada"},
		"another candidate": {ID: note.ID, Interview: "A", Candidate: "grace"},
		"another number":    {ID: note.ID + 1, Interview: "A", Candidate: "ada"},
	} {
		if err := s.Update(context.Background(), func(tx *Tx) error { return tx.SaveNote(&wrong) }); err == nil {
			t.Errorf("%s: saved", name)
		}
	}
}

func TestANumberIsNeverGivenTwice(t *testing.T) {
	s := fresh(t)
	keep(t, s, "A")
	first := interview.Note{Interview: "A", Candidate: "ada"}
	update(t, s, func(tx *Tx) error {
		if err := tx.SaveNote(&first); err != nil {
			return err
		}
		_, err := tx.exec("by hand", "DELETE FROM note")
		return err
	})
	second := interview.Note{Interview: "A", Candidate: "ada"}
	update(t, s, func(tx *Tx) error { return tx.SaveNote(&second) })
	if second.ID <= first.ID {
		t.Errorf("number %d after %d", second.ID, first.ID)
	}
}
