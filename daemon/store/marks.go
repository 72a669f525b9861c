package store

const markColumns = "target, uid, candidate, interview, etag, hash, gone, cancelled"

// SaveMark records what we left in a calendar.
func (t *Tx) SaveMark(m Mark) error {
	_, err := t.exec("saving a mark", `
		INSERT INTO mark (target, uid, candidate, interview, etag, hash, gone, cancelled) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET candidate = excluded.candidate, interview = excluded.interview, etag = excluded.etag,
			hash = excluded.hash, gone = excluded.gone, cancelled = excluded.cancelled`,
		m.Target, m.UID, m.Candidate, m.Interview, m.ETag, m.Hash, m.Gone, m.Cancelled)
	return err
}

// Mark gives what we last left in a calendar under that UID.
func (t *Tx) Mark(target, uid string) (Mark, bool, error) {
	return one(t, "reading a mark", readMark,
		"SELECT "+markColumns+" FROM mark WHERE target = ? AND uid = ?", target, uid)
}

// Marks gives the marks of an interview in all calendars, in the order of their UIDs.
func (t *Tx) Marks(interviewID string) ([]Mark, error) {
	return all(t, "reading marks", readMark,
		"SELECT "+markColumns+" FROM mark WHERE interview = ? ORDER BY target, uid", interviewID)
}

func readMark(row scanner) (m Mark, err error) {
	err = row.Scan(&m.Target, &m.UID, &m.Candidate, &m.Interview, &m.ETag, &m.Hash, &m.Gone, &m.Cancelled)
	return m, err
}
