package main

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"roundtwo/daemon/config"
)

// searched are the places of a configuration, the user's own first.
func searched() []string {
	var out []string
	if dir, err := os.UserConfigDir(); err == nil {
		out = append(out, filepath.Join(dir, "roundtwo", "config.toml"))
	}
	return append(out, "/etc/roundtwo/config.toml")
}

func searchedWords() string { return strings.Join(searched(), ", ") }

// loadConfig reads the file named by --config, else the first that exists.
func loadConfig(cmd *cobra.Command) (*config.Config, error) {
	path, err := cmd.Flags().GetString("config")
	if err != nil {
		return nil, err
	}
	if path != "" {
		return config.Load(path)
	}
	for _, p := range searched() {
		if _, err := os.Stat(p); err == nil {
			return config.Load(p)
		}
	}
	return nil, fmt.Errorf("%w: there is none at %s: write one with \"roundtwo init\", or name one with --config", config.ErrInvalid, searchedWords())
}

// logger writes one line an event to standard error, where systemd's journal takes it up.
func logger(cmd *cobra.Command, l config.Log) *slog.Logger {
	var level slog.Level
	if err := level.UnmarshalText([]byte(l.Level)); err != nil {
		level = slog.LevelInfo
	}
	opt := &slog.HandlerOptions{Level: level}
	if l.Form == "json" {
		return slog.New(slog.NewJSONHandler(cmd.ErrOrStderr(), opt))
	}
	return slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), opt))
}
