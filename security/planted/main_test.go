package main

import (
	"os"
	"path/filepath"
	"testing"
)

// Every bug can still be put in: the text that it replaces stands once in its file.
func TestEveryBugStillApplies(t *testing.T) {
	bugs, err := read()
	if err != nil {
		t.Fatal(err)
	}
	if len(bugs) < 12 {
		t.Errorf("%d bugs, want the twelve and more", len(bugs))
	}
	for _, b := range bugs {
		tree := t.TempDir()
		for _, e := range b.Edits {
			data, err := os.ReadFile(filepath.Join("../..", e.File))
			if err != nil {
				t.Fatal(err)
			}
			to := filepath.Join(tree, e.File)
			if _, err := os.Stat(to); err == nil {
				continue // the file has an edit already
			}
			if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(to, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		for _, e := range b.Edits {
			if err := e.apply(tree); err != nil {
				t.Errorf("%s: %v", b.Name, err)
			}
		}
	}
}
