package secret

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// maxFile is enough for a password and for a token file.
const maxFile = 64 << 10

func openFile(path string) (func(context.Context) (string, error), error) {
	b, err := readPrivate(path)
	if err != nil {
		return nil, err
	}
	if isToken(b) {
		return openToken(path)
	}
	if _, err := firstLine(b, path); err != nil {
		return nil, err
	}
	return func(context.Context) (string, error) {
		b, err := readPrivate(path)
		if err != nil {
			return "", err
		}
		return firstLine(b, path)
	}, nil
}

// readPrivate reads a file that nobody else can read or replace. The open file is what is checked, not the path, so
// that nothing can be exchanged in between.
func readPrivate(path string) ([]byte, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NOFOLLOW|syscall.O_NONBLOCK, 0)
	if errors.Is(err, syscall.ELOOP) {
		return nil, fmt.Errorf("secret file %s is a symbolic link: name the file itself", path)
	}
	if err != nil {
		return nil, fmt.Errorf("secret file: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("secret file: %w", err)
	}
	if err := private(path, info); err != nil {
		return nil, err
	}
	return readBounded(f, path)
}

func readBounded(f io.Reader, path string) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("secret file %s: %w", path, err)
	}
	if len(b) > maxFile {
		return nil, fmt.Errorf("secret file %s is larger than %d octets", path, maxFile)
	}
	return b, nil
}

func private(path string, info fs.FileInfo) error {
	if !info.Mode().IsRegular() {
		return fmt.Errorf("secret file %s is no ordinary file", path)
	}
	if owner := info.Sys().(*syscall.Stat_t).Uid; owner != 0 && int(owner) != os.Geteuid() {
		return fmt.Errorf("secret file %s belongs to somebody else; type: chown %d %s", path, os.Geteuid(), path)
	}
	if info.Mode().Perm()&0o077 != 0 {
		return fmt.Errorf("secret file %s can be used by others (mode %04o); type: chmod 600 %s", path, info.Mode().Perm(), path)
	}
	return nil
}

// openCredential reads what systemd has put into the private directory of the unit. The modes there are systemd's own
// business: with an access list they look open without being so.
func openCredential(name string) (func(context.Context) (string, error), error) {
	if name != filepath.Base(name) || strings.HasPrefix(name, ".") {
		return nil, fmt.Errorf("%q is no name of a credential", name)
	}
	read := func(context.Context) (string, error) {
		dir := os.Getenv("CREDENTIALS_DIRECTORY")
		if dir == "" {
			return "", fmt.Errorf("credential %s: not started by systemd with LoadCredential=%s:FILE", name, name)
		}
		f, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			return "", fmt.Errorf("credential: %w", err)
		}
		defer f.Close()
		b, err := readBounded(f, name)
		if err != nil {
			return "", err
		}
		return firstLine(b, "credential "+name)
	}
	if _, err := read(context.Background()); err != nil {
		return nil, err
	}
	return read, nil
}
