// Command roundtwo watches a mailbox for invitations to second and later interviews, keeps the calendar right, mails a
// preparation checklist, asks afterwards how it went, and drafts thank-you notes that go out only on the candidate's
// word. See README.md; every command has its own --help.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/spf13/cobra"

	"roundtwo/daemon/config"
)

// Exit codes. systemd does not restart on exitConfig: waiting does not mend a configuration.
const (
	exitOK     = 0
	exitFailed = 1
	exitConfig = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is main without the process: the tests call it.
func run(ctx context.Context, args []string, in io.Reader, out, errOut io.Writer) int {
	offerZones(zoneinfo())
	root := commands()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitOK
	}
	fmt.Fprintf(errOut, "roundtwo: %v\n", err)
	return exitCode(err)
}

// usageError is a command line or a file that the user must change.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func exitCode(err error) int {
	var usage usageError
	if errors.Is(err, config.ErrInvalid) || errors.As(err, &usage) {
		return exitConfig
	}
	return exitFailed
}

func commands() *cobra.Command {
	root := &cobra.Command{
		Use:           "roundtwo",
		Short:         "An assistant for second interviews, driven by e-mail alone",
		SilenceUsage:  true,
		SilenceErrors: true,
		Version:       versionLine(),
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.PersistentFlags().StringP("config", "c", "", "configuration file (default: the first of "+searchedWords()+")")
	root.AddCommand(runCommand(), checkCommand(), demoCommand(), parseCommand(), explainCommand(), listCommand(),
		initCommand(), whyCommand(), exportCommand(), forgetCommand(), versionCommand())
	return root
}

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version", Args: cobra.NoArgs,
		Run: func(cmd *cobra.Command, _ []string) { fmt.Fprintln(cmd.OutOrStdout(), "roundtwo", versionLine()) },
	}
}

// versionLine is the version, and that of the time zones: an hour that is wrong is most often theirs.
func versionLine() string { return version() + " (" + clocksInUse() + ")" }

// release is set by the linker for a release: -ldflags "-X main.release=1.0.0".
var release string

// version is the release, else the commit that the binary was built from.
func version() string {
	if release != "" {
		return release
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return "of commit " + s.Value[:12]
		}
	}
	if info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
