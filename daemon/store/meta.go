package store

// Meta gives a single value of the daemon.
func (t *Tx) Meta(key string) (string, bool, error) {
	return one(t, "reading "+key, func(row scanner) (v string, err error) {
		err = row.Scan(&v)
		return v, err
	}, "SELECT value FROM meta WHERE key = ?", key)
}

// SetMeta keeps a single value of the daemon.
func (t *Tx) SetMeta(key, value string) error {
	_, err := t.exec("keeping "+key,
		"INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", key, value)
	return err
}
