package store

import (
	"fmt"
	"time"
)

const effectColumns = `id, key, kind, mailbox, candidate, interview, note, sender, recipient, message_id, payload, state,
	due, attempt, first, error, changed`

// Enqueue puts an effect into the outbox, ready; false when its key was ever used before: it is done or will be.
func (t *Tx) Enqueue(e Effect) (inserted bool, err error) {
	n, err := t.exec("putting "+e.Key+" into the outbox", `
		INSERT INTO effect (key, kind, mailbox, candidate, interview, note, sender, recipient, message_id, payload, state,
			due, attempt, first, error, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ready', ?, 0, 0, '', ?)
		ON CONFLICT (key) DO NOTHING`,
		e.Key, e.Kind, e.Mailbox, e.Candidate, e.Interview, e.Note, e.From, e.To, e.MessageID, blob(e.Payload),
		millis(e.Due), millis(e.Changed))
	return n == 1, err
}

// Effect gives one row of the outbox.
func (t *Tx) Effect(id int64) (Effect, bool, error) {
	return one(t, "reading the outbox", readEffect, "SELECT "+effectColumns+" FROM effect WHERE id = ?", id)
}

// EffectByKey gives the row with that key.
func (t *Tx) EffectByKey(key string) (Effect, bool, error) {
	return one(t, "reading the outbox", readEffect, "SELECT "+effectColumns+" FROM effect WHERE key = ?", key)
}

// EffectsOf gives what was and is to be done for an interview, oldest first.
func (t *Tx) EffectsOf(interviewID string) ([]Effect, error) {
	return all(t, "reading the outbox", readEffect,
		"SELECT "+effectColumns+" FROM effect WHERE interview = ? ORDER BY id", interviewID)
}

// CancelEffect takes an effect back while nobody has begun it; false when it is too late or there is none.
func (t *Tx) CancelEffect(key string) (cancelled bool, err error) {
	n, err := t.exec("cancelling "+key, "UPDATE effect SET state = 'cancelled' WHERE key = ? AND state = 'ready'", key)
	return n == 1, err
}

// Settle records how an attempt ended: Done, Failed, Unknown, or Ready again at due. errText is of this attempt, empty
// when it succeeded. What was Done stays Done: settling it as anything else fails.
func (t *Tx) Settle(id int64, state EffectState, due time.Time, errText string, now time.Time) error {
	doing := fmt.Sprintf("settling effect %d as %s", id, state)
	n, err := t.exec(doing, "UPDATE effect SET state = ?, due = ?, error = ?, changed = ? WHERE id = ?",
		state, millis(due), errText, millis(now), id)
	if err == nil && n == 0 {
		err = t.fail(doing, fmt.Errorf("there is no such effect"))
	}
	return err
}

// CountNotes counts the messages in her name that were first tried since then, however it ended.
func (t *Tx) CountNotes(candidate string, since time.Time) (int, error) {
	n, _, err := one(t, "counting notes", number,
		"SELECT count(*) FROM effect WHERE candidate = ? AND kind = ? AND first >= max(?, 1)",
		candidate, noteSend, millis(since))
	return int(n), err
}

func readEffect(row scanner) (e Effect, err error) {
	err = row.Scan(&e.ID, &e.Key, &e.Kind, &e.Mailbox, &e.Candidate, &e.Interview, &e.Note, &e.From, &e.To, &e.MessageID,
		&e.Payload, &e.State, instant{&e.Due}, &e.Attempt, instant{&e.First}, &e.Error, instant{&e.Changed})
	return e, err
}
