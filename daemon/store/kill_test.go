package store

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"testing"
)

// killedStore names the store for the process that TestKilledByTheKernel starts and kills.
const killedStore = "ROUNDTWO_TEST_STORE"

// TestCommitUntilKilled is that process: it commits UID after UID, each with its row, and says what it has committed.
func TestCommitUntilKilled(t *testing.T) {
	path := os.Getenv(killedStore)
	if path == "" {
		return // run by itself, it has nothing to do
	}
	s, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	for uid := nextUID(t, s); ; uid++ {
		update(t, s, func(tx *Tx) error {
			if _, err := tx.AddMessage(mail(uid)); err != nil {
				return err
			}
			return tx.SetCursor(cursorAt(uid + 1))
		})
		fmt.Println(uid + 1)
	}
}

func TestKilledByTheKernel(t *testing.T) {
	path := t.TempDir() + "/state/roundtwo.db"
	for round, lines := range []int{1, 7, 40} {
		said := runAndKill(t, path, lines)
		s := reopen(t, path)
		next := nextUID(t, s)
		if next < said {
			t.Errorf("round %d: it had committed UID %d, the store knows %d", round, said, next)
		}
		var rows int
		view(t, s, func(tx *Tx) error {
			list, err := tx.Messages("ada", noon)
			rows = len(list)
			return err
		})
		if rows != int(next) {
			t.Errorf("round %d: %d rows and cursor at %d: half a transaction was kept", round, rows, next)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// startCommitting starts that process on a store.
func startCommitting(t *testing.T, path string) (*exec.Cmd, io.Reader) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestCommitUntilKilled$")
	cmd.Env = append(os.Environ(), killedStore+"="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, out
}

// runAndKill kills the process after it has said that many lines, and gives the last one heard.
func runAndKill(t *testing.T, path string, lines int) (said uint32) {
	t.Helper()
	cmd, out := startCommitting(t, path)
	heard := 0
	for in := bufio.NewScanner(out); in.Scan(); {
		n, err := strconv.ParseUint(in.Text(), 10, 32)
		if err != nil {
			t.Errorf("it said %q", in.Text())
			break
		}
		said = uint32(n)
		if heard++; heard == lines {
			break
		}
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // it was killed: that is the error
	if heard < lines {
		t.Errorf("it said %d lines, want %d", heard, lines)
	}
	return said
}
