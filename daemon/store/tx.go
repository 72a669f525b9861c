package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
)

// Tx is a transaction. It is used by one goroutine and only inside the function it was handed to.
type Tx struct {
	ctx  context.Context // of the Update or View that the transaction lives in
	conn *sql.Conn
	s    *Store
	err  error // of the first statement that failed: after it the transaction is lost
}

// Update runs fn in a transaction that holds the only right to write, and commits when fn returns nil. An error, a panic,
// a failed statement or the end of ctx takes all of it back. fn must not call Update of the same store: it would wait
// for itself.
func (s *Store) Update(ctx context.Context, fn func(*Tx) error) error {
	if s.writer == nil {
		return errReading
	}
	return s.within(ctx, s.writer, "BEGIN IMMEDIATE", fn, s.commit)
}

// View runs fn in a transaction that sees one state of the store and cannot change it.
func (s *Store) View(ctx context.Context, fn func(*Tx) error) error {
	return s.within(ctx, s.reader, "BEGIN", fn, nil)
}

// within begins and ends transactions by hand: after a COMMIT that fails (disk full, a broken reference) database/sql
// would hand the connection on with the transaction still open. Without commit there is nothing to keep.
func (s *Store) within(ctx context.Context, db *sql.DB, begin string, fn, commit func(*Tx) error) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return fmt.Errorf("connecting to the store: %w", s.explain(err))
	}
	defer conn.Close()
	t := &Tx{ctx: ctx, conn: conn, s: s}
	committed := false
	defer func() { // also when fn panics
		if !committed {
			t.rollback()
		}
	}()
	if _, err := t.exec("beginning a transaction", begin); err != nil {
		return err
	}
	if err := fn(t); err != nil {
		return err
	}
	if t.err != nil {
		return t.err // fn overlooked it: SQLite may have taken back what came before
	}
	if commit == nil {
		return nil
	}
	err = commit(t)
	committed = err == nil
	return err
}

// commit makes what was done last. From here on ctx no longer counts: a commit is not left half way.
func (s *Store) commit(t *Tx) error {
	if err := t.ctx.Err(); err != nil {
		return fmt.Errorf("not committing to the store: %w", err)
	}
	var n int64
	if s.onCommit != nil {
		n = s.commits.Add(1)
		s.onCommit(fmt.Sprintf("before commit %d", n))
	}
	if _, err := t.conn.ExecContext(context.WithoutCancel(t.ctx), "COMMIT"); err != nil {
		return fmt.Errorf("committing to the store: %w", s.explain(err))
	}
	if s.onCommit != nil {
		s.onCommit(fmt.Sprintf("after commit %d", n))
	}
	return nil
}

// rollback gives the connection back clean. After a full disk SQLite has rolled back by itself and says so by an error;
// such a connection is thrown away rather than trusted.
func (t *Tx) rollback() {
	if _, err := t.conn.ExecContext(context.WithoutCancel(t.ctx), "ROLLBACK"); err != nil {
		_ = t.conn.Raw(func(any) error { return driver.ErrBadConn }) // always ErrBadConn: that is its purpose
	}
}
