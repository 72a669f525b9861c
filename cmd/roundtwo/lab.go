//go:build lab

package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"roundtwo/daemon"
)

// labFlags adds what the end-to-end stories need of a binary built with -tags lab: a clock that a file moves, and a
// death at a chosen commit.
func labFlags(cmd *cobra.Command) func(*daemon.Options) error {
	clock := cmd.Flags().String("lab-clock", "", "file with an RFC 3339 time that is now when the file is written")
	kill := cmd.Flags().Int("lab-kill", 0, "send SIGKILL to itself at this commit point, counted from 1 (each commit has two: before and after)")
	patience := cmd.Flags().Duration("lab-patience", 0, "how long any server is waited for, and how long IDLE lasts")
	points := cmd.Flags().String("lab-points", "", "file that gets the number of commit points passed")
	return func(opt *daemon.Options) error {
		if *clock != "" {
			opt.Clock = &fileClock{path: *clock}
		}
		opt.Patience = *patience
		var passed atomic.Int64
		opt.OnCommit = func(string) {
			n := passed.Add(1)
			if *points != "" {
				if err := os.WriteFile(*points, []byte(strconv.FormatInt(n, 10)), 0o600); err != nil {
					panic(err)
				}
			}
			if n == int64(*kill) {
				syscall.Kill(os.Getpid(), syscall.SIGKILL)
				select {} // the signal is on its way: nothing more may happen
			}
		}
		return nil
	}
}

// fileClock runs with the machine's clock, shifted so that it showed the time in the file when the file was written. While
// the file cannot be read (a story leaves no file descriptors) it goes on as before.
type fileClock struct {
	path  string
	shift atomic.Int64 // nanoseconds to add to the machine's clock, as last read
}

func (c *fileClock) Now() time.Time {
	info, err := os.Stat(c.path)
	text, err2 := os.ReadFile(c.path)
	for (err != nil || err2 != nil) && c.shift.Load() == 0 { // not read yet: no other clock may be taken for it
		time.Sleep(20 * time.Millisecond)
		info, err = os.Stat(c.path)
		text, err2 = os.ReadFile(c.path)
	}
	if err != nil || err2 != nil {
		return time.Now().Add(time.Duration(c.shift.Load()))
	}
	t, err := time.Parse(time.RFC3339, strings.TrimSpace(string(text)))
	if err != nil {
		panic(fmt.Errorf("the clock file: %w", err))
	}
	c.shift.Store(int64(t.Sub(info.ModTime())))
	return t.Add(time.Since(info.ModTime()))
}

// Wait looks at the file ten times a second.
func (c *fileClock) Wait(ctx context.Context, t time.Time, wake <-chan struct{}) {
	for t.IsZero() || c.Now().Before(t) {
		select {
		case <-ctx.Done():
			return
		case <-wake:
			return
		case <-time.After(100 * time.Millisecond):
		}
	}
}
