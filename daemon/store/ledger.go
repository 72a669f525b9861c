package store

import "time"

const messageColumns = `id, mailbox, folder, validity, uid, message_id, hash, candidate, received, size, verdict,
	reason, interview`

// AddMessage writes the row of a message; false when that UID of that folder has its row already, which then stays.
func (t *Tx) AddMessage(m Message) (added bool, err error) {
	n, err := t.exec("writing a message into the ledger", `
		INSERT INTO message (mailbox, folder, validity, uid, message_id, hash, candidate, received, size, verdict,
			reason, interview) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (mailbox, folder, validity, uid) DO NOTHING`,
		m.Mailbox, m.Folder, m.Validity, m.UID, m.MessageID, m.Hash, m.Candidate, millis(m.Received), m.Size, m.Verdict,
		m.Reason, m.Interview)
	return n == 1, err
}

// SameBytes finds the first message of the candidate that had these bytes: moved, or seen again after UIDVALIDITY changed.
func (t *Tx) SameBytes(candidate, hash string) (Message, bool, error) {
	return one(t, "looking for the same bytes", readMessage,
		"SELECT "+messageColumns+" FROM message WHERE candidate = ? AND hash = ? ORDER BY id LIMIT 1", candidate, hash)
}

// ByMessageID gives the messages of the candidate with that Message-ID, oldest row first; none for an empty one.
func (t *Tx) ByMessageID(candidate, messageID string) ([]Message, error) {
	if messageID == "" {
		return nil, nil
	}
	return all(t, "looking for a Message-ID", readMessage,
		"SELECT "+messageColumns+" FROM message WHERE candidate = ? AND message_id = ? AND message_id <> '' ORDER BY id",
		candidate, messageID)
}

// Messages gives what the candidate received since then, oldest first.
func (t *Tx) Messages(candidate string, since time.Time) ([]Message, error) {
	return all(t, "reading the ledger", readMessage,
		"SELECT "+messageColumns+" FROM message WHERE candidate = ? AND received >= ? ORDER BY received, id",
		candidate, millis(since))
}

func readMessage(row scanner) (m Message, err error) {
	err = row.Scan(&m.ID, &m.Mailbox, &m.Folder, &m.Validity, &m.UID, &m.MessageID, &m.Hash, &m.Candidate,
		instant{&m.Received}, &m.Size, &m.Verdict, &m.Reason, &m.Interview)
	return m, err
}
