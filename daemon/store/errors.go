package store

import (
	"errors"
	"fmt"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// What can be wrong with the file. Errors of Update and View wrap them and say what to do.
var (
	ErrFull     = errors.New("the disk is full")
	ErrReadOnly = errors.New("the store cannot be written")
	ErrDamaged  = errors.New("the store is damaged")
	ErrBusy     = errors.New("another program has the store's file open for writing")
)

// advice says, for SQLite's primary result codes, what happened in words and what to do.
var advice = map[int]struct {
	err error
	do  string
}{
	sqlite3.SQLITE_FULL:     {ErrFull, "free some space; nothing half done was kept"},
	sqlite3.SQLITE_READONLY: {ErrReadOnly, "check owner and mode of the file and its directory, and that the disk is not mounted read-only"},
	sqlite3.SQLITE_CANTOPEN: {ErrReadOnly, "check owner and mode of the file and its directory"},
	sqlite3.SQLITE_IOERR:    {ErrDamaged, "check the disk (dmesg), then start again"},
	sqlite3.SQLITE_CORRUPT:  {ErrDamaged, "stop, put a backup in its place, start again"},
	sqlite3.SQLITE_NOTADB:   {ErrDamaged, "this is no SQLite file: check the path, or put a backup in its place"},
	sqlite3.SQLITE_BUSY:     {ErrBusy, "close it (sqlite3, a backup) and start again"},
}

// explain adds what to do to an error of SQLite.
func (s *Store) explain(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	a, known := advice[e.Code()&0xff]
	if !known {
		return err
	}
	return fmt.Errorf("%w (%s): %s: %w", a.err, s.path, a.do, err)
}
