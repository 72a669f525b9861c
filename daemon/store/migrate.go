package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
)

// ErrNewer says that a later version of roundtwo wrote the store.
var ErrNewer = errors.New("a newer roundtwo wrote this store")

// Version n of the tables is made from version n-1 by the n-th file. A file that was ever released is never changed.
//
//go:embed schema/*.sql
var schema embed.FS

// migrate brings the tables to the newest version, each step in a transaction of its own: a crash leaves the version
// before or the version after.
func (s *Store) migrate(ctx context.Context) error {
	steps, err := steps()
	if err != nil {
		return err
	}
	have, err := version(ctx, s.writer)
	if err != nil {
		return err
	}
	if err := known(have, len(steps)); err != nil {
		return err
	}
	for n := have; n < len(steps); n++ {
		script, err := schema.ReadFile(steps[n])
		if err != nil {
			return err
		}
		if err := s.step(ctx, string(script), n+1); err != nil {
			return fmt.Errorf("bringing the tables to version %d: %w", n+1, err)
		}
	}
	return nil
}

func steps() ([]string, error) { return fs.Glob(schema, "schema/*.sql") }

func known(have, newest int) error {
	if have <= newest {
		return nil
	}
	return fmt.Errorf("%w: its tables have version %d, this one knows up to %d; install the newer one again",
		ErrNewer, have, newest)
}

func version(ctx context.Context, db *sql.DB) (n int, err error) {
	err = db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&n)
	return n, err
}

func (s *Store) step(ctx context.Context, script string, version int) error {
	return s.Update(ctx, func(t *Tx) error {
		_, err := t.exec("making the tables", fmt.Sprintf("%s;\nPRAGMA user_version = %d", script, version))
		return err
	})
}
