package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"roundtwo/drafts"
)

func whyCommand() *cobra.Command {
	return &cobra.Command{
		Use: "why ITEM", Short: "Say what a piece of advice in a letter rests on", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var opt drafts.Options
			if cfg, err := loadConfig(cmd); err == nil && cfg.Advice != "" {
				text, err := os.ReadFile(cfg.Advice)
				if err != nil {
					return fmt.Errorf("read your advice: %w", err)
				}
				opt.Advice = text
			}
			w, err := drafts.New(opt)
			if err != nil {
				return err
			}
			text, err := w.Why(args[0])
			if err != nil {
				return usageError{err}
			}
			_, err = fmt.Fprintln(cmd.OutOrStdout(), text)
			return err
		},
	}
}
