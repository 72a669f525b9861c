package store

// Cursor gives how far a folder has been read; false when it never was.
func (t *Tx) Cursor(mailbox, folder string) (Cursor, bool, error) {
	return one(t, "reading a cursor", readCursor,
		"SELECT mailbox, folder, validity, next FROM cursor WHERE mailbox = ? AND folder = ?", mailbox, folder)
}

// SetCursor records how far a folder has been read.
func (t *Tx) SetCursor(c Cursor) error {
	_, err := t.exec("saving a cursor", `
		INSERT INTO cursor (mailbox, folder, validity, next) VALUES (?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET validity = excluded.validity, next = excluded.next`,
		c.Mailbox, c.Folder, c.Validity, c.Next)
	return err
}

func readCursor(row scanner) (c Cursor, err error) {
	err = row.Scan(&c.Mailbox, &c.Folder, &c.Validity, &c.Next)
	return c, err
}
