package store

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// errReading is the answer to every attempt to write through OpenReader.
var errReading = errors.New("the store was opened to look, not to write")

// OpenReader opens a store to look and not to write, also while a daemon has it open: it takes no lock. Its tables must be
// of this version: it brings nothing up to date.
func OpenReader(ctx context.Context, path string) (*Store, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("opening the store: %w (the daemon makes it when it first starts)", err)
	}
	if err := existing(path); err != nil {
		return nil, err
	}
	s := &Store{path: path}
	if err := s.look(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("opening the store %s: %w", path, s.explain(err)), s.Close())
	}
	return s, nil
}

func (s *Store) look(ctx context.Context) (err error) {
	if s.reader, err = pool(s.path, "query_only(1)"); err != nil {
		return err
	}
	have, err := version(ctx, s.reader)
	if err != nil {
		return err
	}
	steps, err := steps()
	if err != nil {
		return err
	}
	if have < len(steps) {
		return fmt.Errorf("its tables have version %d of %d: start the daemon once, it brings them up to date", have, len(steps))
	}
	return known(have, len(steps))
}
