// Package secret fetches passwords and tokens from where they are kept, each time they are needed.
//
// No secret stands in the configuration. It comes from a file that only the daemon's user can read, from a systemd
// credential, from a command, or from an OAuth2 token file that is kept fresh. Nothing here ever prints one.
package secret

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// Source says where a secret is kept: exactly one of the three.
type Source struct {
	// File is a path; its first line is the secret. Where the file holds a JSON object with a refresh token it is an
	// OAuth2 token file (see token.go), and the secret is the access token.
	File       string
	Command    []string // program and arguments, run without a shell; the first line it prints is the secret
	Credential string   // name of a systemd credential (LoadCredential=)
}

const maxSecret = 4096 // octets

// Open checks the source and gives the function that fetches the secret. A command is not run before it is needed.
func Open(s Source) (func(context.Context) (string, error), error) {
	if s.count() != 1 {
		return nil, errors.New("a secret needs exactly one of: file, command, credential")
	}
	switch {
	case s.File != "":
		return openFile(s.File)
	case s.Credential != "":
		return openCredential(s.Credential)
	}
	return func(ctx context.Context) (string, error) { return run(ctx, s.Command) }, nil
}

func (s Source) count() (n int) {
	for _, given := range []bool{s.File != "", len(s.Command) > 0, s.Credential != ""} {
		if given {
			n++
		}
	}
	return n
}

// firstLine is the secret in what was read. A password may end in a space, but not in a line end.
func firstLine(b []byte, from string) (string, error) {
	line, _, _ := strings.Cut(string(b), "\n")
	line = strings.TrimSuffix(line, "\r")
	switch {
	case line == "":
		return "", fmt.Errorf("%s: the first line is empty", from)
	case len(line) > maxSecret:
		return "", fmt.Errorf("%s: the first line is longer than %d octets", from, maxSecret)
	case strings.ContainsRune(line, 0):
		return "", fmt.Errorf("%s: the first line holds a NUL", from)
	}
	return line, nil
}
