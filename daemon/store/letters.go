package store

import (
	"encoding/json"
	"fmt"
	"time"
)

// The aliases come as one JSON list with each letter.
const letterColumns = `message_id, candidate, interview, kind, ref, serial, hash, issued, expires, state,
	(SELECT json_group_array(alias) FROM letter_alias WHERE letter = message_id)`

// SaveLetter writes the record of a letter, new or changed. Aliases are added, never lost.
func (t *Tx) SaveLetter(l Letter) error {
	doing := "saving the record of a letter"
	n, err := t.exec(doing, `
		INSERT INTO letter (message_id, candidate, interview, kind, ref, serial, hash, issued, expires, state)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (message_id) DO UPDATE SET interview = excluded.interview, kind = excluded.kind, ref = excluded.ref,
			serial = excluded.serial, hash = excluded.hash, issued = excluded.issued, expires = excluded.expires,
			state = excluded.state WHERE candidate = excluded.candidate`,
		l.MessageID, l.Candidate, l.Interview, l.Kind, l.Ref, l.Serial, l.Hash, millis(l.Issued), millis(l.Expires), l.State)
	if err == nil && n == 0 {
		err = t.fail(doing, fmt.Errorf("%s is a letter to another candidate", l.MessageID))
	}
	for _, alias := range l.Alias {
		if err == nil {
			_, err = t.exec(doing, "INSERT INTO letter_alias (alias, letter) VALUES (?, ?) ON CONFLICT DO NOTHING",
				alias, l.MessageID)
		}
	}
	return err
}

// Letter finds a letter by its Message-ID, or by an alias that belongs to no other letter.
func (t *Tx) Letter(messageID string) (Letter, bool, error) {
	l, found, err := one(t, "looking for a letter", readLetter,
		"SELECT "+letterColumns+" FROM letter WHERE message_id = ?", messageID)
	if found || err != nil {
		return l, found, err
	}
	same, err := all(t, "looking for a letter", readLetter, "SELECT "+letterColumns+
		" FROM letter WHERE message_id IN (SELECT letter FROM letter_alias WHERE alias = ?) LIMIT 2", messageID)
	if len(same) != 1 || err != nil {
		return Letter{}, false, err
	}
	return same[0], true, nil
}

// LetterByRef gives the letters to the candidate with that public number, newest first.
func (t *Tx) LetterByRef(candidate, ref string) ([]Letter, error) {
	return all(t, "looking for a letter", readLetter, "SELECT "+letterColumns+
		" FROM letter WHERE candidate = ? AND ref = ? ORDER BY issued DESC, rowid DESC", candidate, ref)
}

// Letters gives the letters about an interview, oldest first.
func (t *Tx) Letters(interviewID string) ([]Letter, error) {
	return all(t, "reading letters", readLetter,
		"SELECT "+letterColumns+" FROM letter WHERE interview = ? ORDER BY issued, rowid", interviewID)
}

// VoidLetters takes back every letter of that kind about the interview that waits for an answer.
func (t *Tx) VoidLetters(interviewID, kind string) error {
	_, err := t.exec("voiding letters",
		"UPDATE letter SET state = 'void' WHERE interview = ? AND kind = ? AND state = 'pending'", interviewID, kind)
	return err
}

// CountLetters counts the letters to the candidate since then.
func (t *Tx) CountLetters(candidate string, since time.Time) (int, error) {
	n, _, err := one(t, "counting letters", number,
		"SELECT count(*) FROM letter WHERE candidate = ? AND issued >= ?", candidate, millis(since))
	return int(n), err
}

// CountLettersOf counts the letters of one kind to the candidate since then.
func (t *Tx) CountLettersOf(candidate, kind string, since time.Time) (int, error) {
	n, _, err := one(t, "counting letters", number,
		"SELECT count(*) FROM letter WHERE candidate = ? AND kind = ? AND issued >= ?", candidate, kind, millis(since))
	return int(n), err
}

func readLetter(row scanner) (l Letter, err error) {
	var alias []byte
	err = row.Scan(&l.MessageID, &l.Candidate, &l.Interview, &l.Kind, &l.Ref, &l.Serial, &l.Hash,
		instant{&l.Issued}, instant{&l.Expires}, &l.State, &alias)
	if err == nil && string(alias) != "[]" {
		err = json.Unmarshal(alias, &l.Alias)
	}
	return l, err
}
