package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrLoose says that others on the machine can reach the store. The error that wraps it has the line to type.
var ErrLoose = errors.New("others can reach it")

// private makes the directory and the file of the store for the owner alone, or refuses what is open to others.
// Nothing is changed that was there before: whoever opened it may have had a reason, and should know.
func private(path string) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, dirMode); err != nil {
		return fmt.Errorf("making the directory of the store: %w", err)
	}
	if err := ownerOnly(dir, dirMode); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, fileMode)
	switch {
	case err == nil:
		return f.Close()
	case errors.Is(err, fs.ErrExist):
		return existing(path)
	}
	return fmt.Errorf("making the store: %w", err)
}

// existing checks the file and what SQLite keeps beside it.
func existing(path string) error {
	for _, p := range []string{path, path + "-wal", path + "-shm"} {
		if err := ownerOnly(p, fileMode); err != nil && !(p != path && errors.Is(err, fs.ErrNotExist)) {
			return err
		}
	}
	return nil
}

func ownerOnly(path string, mode fs.FileMode) error {
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("looking at the store: %w", err)
	}
	if mode == fileMode && !info.Mode().IsRegular() {
		return fmt.Errorf("the store %s is no regular file", path)
	}
	if info.Mode().Perm()&0o077 != 0 {
		return fmt.Errorf("%s has mode %04o: %w; type: chmod %o %q", path, info.Mode().Perm(), ErrLoose, mode, path)
	}
	return nil
}
