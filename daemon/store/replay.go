package store

import "time"

// Consume records that an answer counted; false when its Message-ID or its bytes counted before, for ever. An answer
// without a Message-ID is known by its bytes alone.
func (t *Tx) Consume(candidate, messageID, hash string, at time.Time) (first bool, err error) {
	n, err := t.exec("recording an answer", `
		INSERT INTO replay (candidate, message_id, hash, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
		candidate, messageID, hash, millis(at))
	return n == 1, err
}

// Consumed reports whether an answer with that Message-ID or these bytes counted before.
func (t *Tx) Consumed(candidate, messageID, hash string) (bool, error) {
	n, _, err := one(t, "looking for an earlier answer", number, `
		SELECT count(*) FROM replay WHERE candidate = ?1 AND (hash = ?2 OR (message_id = ?3 AND message_id <> ''))`,
		candidate, hash, messageID)
	return n > 0, err
}
