package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// Store is an open store. All methods may be called from several goroutines; writers take turns.
type Store struct {
	path     string
	lock     *os.File
	writer   *sql.DB // one connection: SQLite has one writer, and waiting here is fairer than SQLITE_BUSY
	reader   *sql.DB // sees the last commit, never waits for the writer, cannot write
	commits  atomic.Int64
	onCommit func(stage string)
}

// Options are what a store may be opened with; the zero value is right for all but tests.
type Options struct {
	// OnCommit is told of every commit, before it ("before commit 17") and after it ("after commit 17"); the numbers run
	// from 1 with every opening. A program that is killed in it shows what a crash at that point leaves behind.
	OnCommit func(stage string)
}

// The modes of what the store keeps: her letters and notes are nobody else's.
const (
	fileMode = 0o600
	dirMode  = 0o700
)

// Open opens the store at path and brings its tables up to date. What is missing of directory and file is made, for the
// owner alone. It fails with ErrLocked while another process has it open, with ErrNewer when a later roundtwo wrote it,
// and with ErrLoose when others can read it.
func Open(ctx context.Context, path string, options ...Options) (_ *Store, err error) {
	path, err = filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("the path of the store: %w", err)
	}
	if err := private(path); err != nil {
		return nil, err
	}
	lock, err := lockFile(path + ".lock")
	if err != nil {
		return nil, err
	}
	s := &Store{path: path, lock: lock}
	for _, o := range options {
		s.onCommit = o.OnCommit
	}
	opened := false
	defer func() { // also after a panic: the lock must not outlive the attempt
		if !opened {
			err = errors.Join(err, s.Close())
		}
	}()
	if err := s.connect(ctx); err != nil {
		return nil, err
	}
	opened = true
	return s, nil
}

// Close closes the store and gives up its lock.
func (s *Store) Close() error {
	var errs []error
	for _, db := range []*sql.DB{s.reader, s.writer} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	if s.lock != nil {
		errs = append(errs, s.lock.Close())
	}
	return errors.Join(errs...)
}

func (s *Store) connect(ctx context.Context) error {
	if err := s.pools(); err != nil {
		return err
	}
	if err := s.migrate(ctx); err != nil {
		return fmt.Errorf("opening the store %s: %w", s.path, s.explain(err))
	}
	return nil
}

func (s *Store) pools() (err error) {
	if s.writer, err = pool(s.path, ""); err != nil {
		return fmt.Errorf("opening the store %s: %w", s.path, err)
	}
	s.writer.SetMaxOpenConns(1)
	if s.reader, err = pool(s.path, "query_only(1)"); err != nil {
		return fmt.Errorf("opening the store %s: %w", s.path, err)
	}
	return nil
}

// pool prepares connections; the first use opens one.
func pool(path, extra string) (*sql.DB, error) {
	db, err := sql.Open("sqlite", dsn(path, extra))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(2)
	return db, nil
}

// dsn names the file and what holds for each connection to it. FULL: a commit is on the disk before it returns, for
// what follows it cannot be taken back.
func dsn(path, extra string) string {
	pragmas := []string{"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)"}
	if extra != "" {
		pragmas = append(pragmas, extra)
	}
	q := url.Values{"_pragma": pragmas, "_txlock": {"immediate"}}
	return "file:" + escape(path) + "?" + q.Encode()
}

// escape keeps a path with ?, # or % in it one path.
func escape(path string) string {
	return strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(path)
}
