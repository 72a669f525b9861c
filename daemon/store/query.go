package store

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// exec runs one statement and says how many rows it changed. doing is for the error: "saving an interview".
func (t *Tx) exec(doing, query string, args ...any) (int64, error) {
	if t.err != nil {
		return 0, t.err
	}
	res, err := t.conn.ExecContext(t.ctx, query, args...)
	if err != nil {
		return 0, t.fail(doing, err)
	}
	n, err := res.RowsAffected()
	if err != nil {
		return 0, t.fail(doing, err)
	}
	return n, nil
}

// fail remembers that the transaction is lost, and why.
func (t *Tx) fail(doing string, err error) error {
	t.err = fmt.Errorf("%s: %w", doing, t.s.explain(err))
	return t.err
}

// scanner is a row: *sql.Row or *sql.Rows.
type scanner interface{ Scan(...any) error }

// all reads every row that query gives.
func all[T any](t *Tx, doing string, read func(scanner) (T, error), query string, args ...any) (list []T, err error) {
	if t.err != nil {
		return nil, t.err
	}
	rows, err := t.conn.QueryContext(t.ctx, query, args...)
	if err != nil {
		return nil, t.fail(doing, err)
	}
	defer rows.Close()
	for rows.Next() {
		v, err := read(rows)
		if err != nil {
			return nil, t.fail(doing, err)
		}
		list = append(list, v)
	}
	if err := rows.Err(); err != nil {
		return nil, t.fail(doing, err)
	}
	return list, nil
}

// one reads the row that query gives; false where there is none.
func one[T any](t *Tx, doing string, read func(scanner) (T, error), query string, args ...any) (v T, found bool, err error) {
	if t.err != nil {
		return v, false, t.err
	}
	v, err = read(t.conn.QueryRowContext(t.ctx, query, args...))
	switch {
	case errors.Is(err, sql.ErrNoRows):
		var none T
		return none, false, nil
	case err != nil:
		return v, false, t.fail(doing, err)
	}
	return v, true, nil
}

// number reads a count or an ID.
func number(row scanner) (n int64, err error) {
	err = row.Scan(&n)
	return n, err
}

// list hands several values to a query: "state IN (SELECT value FROM json_each(?))".
func list[T ~string](values []T) string {
	b, err := json.Marshal(values)
	if err != nil || values == nil {
		return "[]"
	}
	return string(b)
}

// millis is t as the tables have it: milliseconds since 1970, 0 for the zero time.
func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

// instant reads millis back, in UTC.
type instant struct{ t *time.Time }

// Scan implements sql.Scanner.
func (i instant) Scan(v any) error {
	ms, ok := v.(int64)
	if !ok {
		return fmt.Errorf("a time in the store is %T: want milliseconds", v)
	}
	*i.t = time.Time{}
	if ms != 0 {
		*i.t = time.UnixMilli(ms).UTC()
	}
	return nil
}

// blob makes nil bytes empty ones: the columns are NOT NULL.
func blob(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}
