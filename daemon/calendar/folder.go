package calendar

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// maxObject is the largest object that is read back.
const maxObject = 4 << 20

// folder is a directory with one .ics file an event, as vdirsyncer and many calendars keep it.
type folder struct{ dir string }

// Folder is the calendar in a directory, which must be there: one that is not mounted must not look like one whose
// events she deleted. The Name is the directory.
func Folder(dir string) (Target, error) {
	f := folder{dir}
	if err := f.there(); err != nil {
		return nil, err
	}
	return f, nil
}

func (f folder) there() error {
	info, err := os.Stat(f.dir)
	switch {
	case err != nil:
		return &Error{Doing: "opening the folder " + f.dir, Temporary: true, Err: fmt.Errorf("make it with mkdir -p, or mount it: %w", err)}
	case !info.IsDir():
		return &Error{Doing: "opening the folder " + f.dir, Err: errors.New("it is a file; give the directory that holds the .ics files")}
	}
	return nil
}

// Name is the directory.
func (f folder) Name() string { return f.dir }

// Put writes the file of the object.
func (f folder) Put(ctx context.Context, obj Object, last *Mark) (Mark, error) {
	if err := f.there(); err != nil {
		return keep(last), err
	}
	return put(ctx, f, obj, last)
}

// Check reports whether files can be made in the folder.
func (f folder) Check(context.Context) error {
	if err := f.there(); err != nil {
		return err
	}
	path := filepath.Join(f.dir, ".roundtwo-check.tmp")
	if err := writeSynced(path, nil); err != nil {
		return f.failed("trying to write to", err)
	}
	if err := os.Remove(path); err != nil {
		return f.failed("tidying up in", err)
	}
	return nil
}

// keep is the mark that stays valid when nothing was done.
func keep(last *Mark) Mark {
	if last == nil {
		return Mark{}
	}
	return *last
}

// failed is an error of the file system. A full disk and a missing permission pass when somebody mends them.
func (f folder) failed(doing string, err error) error {
	return &Error{Doing: doing + " the folder " + f.dir, Temporary: !errors.Is(err, fs.ErrPermission), Err: err}
}

func (f folder) read(_ context.Context, uid string) (found bool, at stored, err error) {
	file, err := os.Open(filepath.Join(f.dir, fileName(uid)))
	if errors.Is(err, fs.ErrNotExist) {
		return false, stored{}, f.there()
	}
	if err != nil {
		return false, stored{}, f.failed("reading from", err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxObject+1))
	if err != nil {
		return false, stored{}, f.failed("reading from", err)
	}
	return true, stored{data, contentTag(data)}, nil
}

// contentTag stands for the ETag of a file.
func contentTag(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// create links the finished file to its name, which fails where there is one already.
func (f folder) create(_ context.Context, uid string, data []byte) (string, error) {
	temp, path := f.names(uid)
	if err := writeSynced(temp, data); err != nil {
		return "", f.failed("writing to", err)
	}
	defer os.Remove(temp)
	err := os.Link(temp, path)
	if errors.Is(err, fs.ErrExist) {
		return "", errChanged
	}
	if err != nil { // FAT and some network drives have no links
		if _, err := os.Lstat(path); err == nil {
			return "", errChanged
		}
		err = os.Rename(temp, path)
	}
	if err != nil {
		return "", f.failed("writing to", err)
	}
	return contentTag(data), f.sync()
}

func (f folder) replace(ctx context.Context, uid string, data []byte, etag string, _ int) (string, error) {
	temp, path := f.names(uid)
	if err := writeSynced(temp, data); err != nil {
		return "", f.failed("writing to", err)
	}
	defer os.Remove(temp)
	found, now, err := f.read(ctx, uid) // as late as can be: she may be writing too
	switch {
	case err != nil:
		return "", err
	case !found, now.etag != etag:
		return "", errChanged
	}
	if info, err := os.Stat(path); err == nil {
		if err := os.Chmod(temp, info.Mode().Perm()); err != nil {
			return "", f.failed("writing to", err)
		}
	}
	if err := os.Rename(temp, path); err != nil {
		return "", f.failed("writing to", err)
	}
	return contentTag(data), f.sync()
}

// names are the temporary file of an object, which a crash may leave, and its own.
func (f folder) names(uid string) (temp, path string) {
	name := fileName(uid)
	return filepath.Join(f.dir, "."+name+".tmp"), filepath.Join(f.dir, name)
}

// sync makes the new name survive a power cut.
func (f folder) sync() error {
	dir, err := os.Open(f.dir)
	if err != nil {
		return f.failed("syncing", err)
	}
	defer dir.Close()
	if err := dir.Sync(); err != nil {
		return f.failed("syncing", err)
	}
	return nil
}

// writeSynced makes a file and waits until the disk has it. What a crash left under that name goes first: it may be a
// second name of the finished file, which must not be overwritten.
func writeSynced(path string, data []byte) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	err = errors.Join(err, file.Sync(), file.Close())
	if err != nil {
		err = errors.Join(err, os.Remove(path))
	}
	return err
}
