package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"roundtwo/demo"
)

func demoCommand() *cobra.Command {
	var mails []string
	var out string
	cmd := &cobra.Command{
		Use: "demo", Short: "Show all of it on this machine alone, in a few seconds", Args: cobra.NoArgs,
		Long: "Start mail and calendar servers in the process, run the real daemon against them under a clock that is moved,\n" +
			"forward invitations to it, answer its letters, and let the notes be sent. Nothing leaves the machine.\n" +
			"Every letter, note and event is kept in the directory of --out, with an index.html that shows them in order.",
		RunE: func(cmd *cobra.Command, _ []string) error {
			opt := demo.Options{Out: out, Print: cmd.OutOrStdout()}
			for _, name := range mails {
				raw, err := os.ReadFile(name)
				if err != nil {
					return usageError{fmt.Errorf("--mail: %w", err)}
				}
				opt.Mails = append(opt.Mails, messagesIn(raw)...)
			}
			return demo.Run(cmd.Context(), opt)
		},
	}
	cmd.Flags().StringArrayVar(&mails, "mail", nil, "an invitation of your own (.eml or mbox) instead of the built-in ones; may be repeated")
	cmd.Flags().StringVar(&out, "out", "demo-out", "directory for the files")
	return cmd
}
