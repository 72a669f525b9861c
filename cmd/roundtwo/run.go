package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"

	sd "github.com/coreos/go-systemd/v22/daemon"
	"github.com/spf13/cobra"

	"roundtwo/daemon"
)

func runCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "run", Short: "Watch the mailboxes until stopped", Args: cobra.NoArgs,
		Long: "Watch the mailboxes of the configuration until stopped by SIGTERM or SIGINT.\n\n" +
			"Exit status: 0 after a stop, 1 after a failure (systemd starts it again), 2 when the configuration must be changed.",
	}
	lab := labFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		cfg, err := loadConfig(cmd)
		if err != nil {
			return err
		}
		log := logger(cmd, cfg.Log)
		opt := daemon.Options{Log: log, Ready: func() { notify(log, sd.SdNotifyReady) }, Alive: func() { notify(log, sd.SdNotifyWatchdog) }, LookupTXT: net.LookupTXT}
		if err := lab(&opt); err != nil {
			return usageError{err}
		}
		return runDaemon(cmd.Context(), cfg.Path, log, func(ctx context.Context) (*daemon.Daemon, error) { return daemon.Open(ctx, cfg, opt) })
	}
	return cmd
}

func runDaemon(ctx context.Context, path string, log *slog.Logger, open func(context.Context) (*daemon.Daemon, error)) error {
	d, err := open(ctx)
	if err != nil {
		return err
	}
	log.Info("started", "version", versionLine(), "config", path)
	err = d.Run(ctx)
	notify(log, sd.SdNotifyStopping)
	if closing := d.Close(); err == nil && closing != nil {
		err = fmt.Errorf("close the store: %w", closing)
	}
	log.Info("stopped")
	return err
}

// notify tells systemd, where it listens. The watchdog is fed only after a tagged answer of a server, so that a daemon
// that hangs on a dead connection is started again.
func notify(log *slog.Logger, state string) {
	if _, err := sd.SdNotify(false, state); err != nil {
		log.Warn("systemd could not be told", "state", state, "error", err)
	}
}
