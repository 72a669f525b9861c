//go:build !lab

package main

import (
	"github.com/spf13/cobra"

	"roundtwo/daemon"
)

// labFlags adds nothing: the clock of a released binary cannot be moved, and nothing kills it.
func labFlags(*cobra.Command) func(*daemon.Options) error {
	return func(*daemon.Options) error { return nil }
}
