// Command planted puts bugs into a copy of the tree, one at a time, and asks whether the tests find them:
//
//	go run ./security/planted          all of bugs.toml
//	go run ./security/planted dot      those with "dot" in their name
//
// It exits 1 when a bug is not found, or can no longer be put in because the code has changed.
package main

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/BurntSushi/toml"
)

//go:embed bugs.toml
var bugsText string

// bug is one mistake: the edits that make it, and the package and the pattern of tests that must find it.
type bug struct {
	Name  string   `toml:"name"`
	Edits []edit   `toml:"edits"`
	Tests []string `toml:"tests"`
}

type edit struct {
	File string `toml:"file"`
	Old  string `toml:"old"`
	New  string `toml:"new"`
}

func main() {
	wanted := strings.Join(os.Args[1:], " ")
	if err := run(context.Background(), os.Stdout, wanted); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out io.Writer, wanted string) error {
	bugs, err := read()
	if err != nil {
		return err
	}
	tree, err := copyTree(ctx)
	if err != nil {
		return err
	}
	defer os.RemoveAll(tree)
	planted, found := 0, 0
	for _, b := range bugs {
		if !strings.Contains(b.Name, wanted) {
			continue
		}
		planted++
		how, err := b.hunt(ctx, tree)
		if err != nil {
			fmt.Fprintf(out, "NOT FOUND  %s: %v\n", b.Name, err)
			continue
		}
		found++
		fmt.Fprintf(out, "found      %s: %s\n", b.Name, how)
	}
	fmt.Fprintf(out, "FIGURE planted bugs: planted=%d; found=%d\n", planted, found)
	if found < planted {
		return fmt.Errorf("%d of %d bugs are not found", planted-found, planted)
	}
	return nil
}

func read() ([]bug, error) {
	var list struct {
		Bug []bug `toml:"bug"`
	}
	meta, err := toml.Decode(bugsText, &list)
	if err != nil {
		return nil, fmt.Errorf("bugs.toml: %w", err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return nil, fmt.Errorf("bugs.toml: unknown key %s", unknown[0])
	}
	for _, b := range list.Bug {
		if len(b.Edits) == 0 || len(b.Tests) != 2 {
			return nil, fmt.Errorf("bugs.toml: %q needs edits, and a package and a pattern of tests", b.Name)
		}
	}
	return list.Bug, nil
}

// copyTree copies the files that git knows, as they are in the working tree.
func copyTree(ctx context.Context) (string, error) {
	names, err := exec.CommandContext(ctx, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").Output()
	if err != nil {
		return "", fmt.Errorf("list the files of the tree: %w", err)
	}
	tree, err := os.MkdirTemp("", "roundtwo-planted")
	if err != nil {
		return "", fmt.Errorf("make a place for the copy: %w", err)
	}
	for name := range strings.SplitSeq(strings.Trim(string(names), "\x00"), "\x00") {
		data, err := os.ReadFile(name)
		if errors.Is(err, os.ErrNotExist) {
			continue // removed, and not committed yet
		}
		if err != nil {
			return "", fmt.Errorf("copy the tree: %w", err)
		}
		to := filepath.Join(tree, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(to), 0o755), os.WriteFile(to, data, 0o644)); err != nil {
			return "", fmt.Errorf("copy the tree: %w", err)
		}
	}
	return tree, nil
}

// hunt puts the bug in, runs its tests, and takes it out again. how names the test that found it.
func (b bug) hunt(ctx context.Context, tree string) (how string, err error) {
	defer func() { err = errors.Join(err, b.restore(tree)) }()
	for _, e := range b.Edits {
		if err := e.apply(tree); err != nil {
			return "", err
		}
	}
	cmd := exec.CommandContext(ctx, "go", "test", "-trimpath", "-count=1", "-failfast", "-run", b.Tests[1], b.Tests[0])
	cmd.Dir = tree
	said, err := cmd.CombinedOutput()
	switch {
	case err == nil && bytes.Contains(said, []byte("no tests to run")):
		return "", fmt.Errorf("no test %q in %s", b.Tests[1], b.Tests[0])
	case err == nil:
		return "", fmt.Errorf("%s passes", b.Tests[0])
	case bytes.Contains(said, []byte("[build failed]")) || bytes.Contains(said, []byte("[setup failed]")):
		return "", fmt.Errorf("it does not compile:\n%s", said)
	}
	return failed(said), nil
}

// failed names the first test that failed.
func failed(said []byte) string {
	for line := range strings.Lines(string(said)) {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), "--- FAIL: "); ok {
			name, _, _ = strings.Cut(name, " ")
			return name
		}
	}
	return "the test binary died"
}

func (e edit) apply(tree string) error {
	path := filepath.Join(tree, e.File)
	text, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("put it in: %w", err)
	}
	if n := strings.Count(string(text), e.Old); n != 1 {
		return fmt.Errorf("put it in: %q stands %d times in %s, want once: the code has changed", e.Old, n, e.File)
	}
	return os.WriteFile(path, []byte(strings.Replace(string(text), e.Old, e.New, 1)), 0o644)
}

// restore brings the files back from the working tree.
func (b bug) restore(tree string) error {
	for _, e := range b.Edits {
		data, err := os.ReadFile(e.File)
		if err != nil {
			return fmt.Errorf("take it out again: %w", err)
		}
		if err := os.WriteFile(filepath.Join(tree, e.File), data, 0o644); err != nil {
			return fmt.Errorf("take it out again: %w", err)
		}
	}
	return nil
}
