package store

import (
	"encoding/json"
	"fmt"

	"roundtwo/interview"
)

const noteColumns = "id, document, raw"

// SaveNote writes a note, and gives it its ID when it is new. A note stays with its interview and candidate.
func (t *Tx) SaveNote(n *interview.Note) error {
	doc := *n
	doc.Raw = nil // kept beside the document, byte for byte
	text, err := json.Marshal(doc)
	if err != nil {
		return t.fail("saving a note", err)
	}
	if n.ID == 0 {
		return t.insertNote(n, string(text))
	}
	changed, err := t.exec("saving a note", `
		UPDATE note SET state = ?, document = ?, raw = ? WHERE id = ? AND interview = ? AND candidate = ?`,
		n.State, string(text), blob(n.Raw), n.ID, n.Interview, n.Candidate)
	if err == nil && changed == 0 {
		err = t.fail("saving a note", fmt.Errorf("interview %s of %s has no note %d", n.Interview, n.Candidate, n.ID))
	}
	return err
}

func (t *Tx) insertNote(n *interview.Note, document string) error {
	id, _, err := one(t, "saving a new note", number, `
		INSERT INTO note (interview, candidate, state, document, raw) VALUES (?, ?, ?, ?, ?) RETURNING id`,
		n.Interview, n.Candidate, n.State, document, blob(n.Raw))
	if err == nil {
		n.ID = id
	}
	return err
}

// Note gives one note.
func (t *Tx) Note(id int64) (interview.Note, bool, error) {
	return one(t, "reading a note", readNote, "SELECT "+noteColumns+" FROM note WHERE id = ?", id)
}

// Notes gives the notes of an interview, oldest first.
func (t *Tx) Notes(interviewID string) ([]interview.Note, error) {
	return all(t, "reading notes", readNote,
		"SELECT "+noteColumns+" FROM note WHERE interview = ? ORDER BY id", interviewID)
}

// NotesIn gives the notes of all candidates that are in one of the states, oldest first.
func (t *Tx) NotesIn(states ...interview.NoteState) ([]interview.Note, error) {
	return all(t, "reading notes", readNote,
		"SELECT "+noteColumns+" FROM note WHERE state IN (SELECT value FROM json_each(?)) ORDER BY id", list(states))
}

func readNote(row scanner) (n interview.Note, err error) {
	var id int64
	var text, raw []byte
	if err := row.Scan(&id, &text, &raw); err != nil {
		return n, err
	}
	if err := json.Unmarshal(text, &n); err != nil {
		return n, fmt.Errorf("the document of note %d: %w", id, err)
	}
	n.ID = id
	if len(raw) > 0 {
		n.Raw = raw
	}
	return n, nil
}
