package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"roundtwo/daemon"
)

func forgetCommand() *cobra.Command {
	var what daemon.Oblivion
	cmd := &cobra.Command{
		Use: "forget --company NAME | --person ADDRESS", Short: "Take a company or a person out of the store for good", Args: cobra.NoArgs,
		Long: "Delete what is kept about a company, or about one person (by address or whole name): interviews, notes, what you\n" +
			"told, the text of letters. Only keys and hashes stay, so that nothing is ever sent again. Stop the daemon first.\n" +
			"Your mailbox, your calendar and what was sent are not touched.",
	}
	cmd.Flags().StringVar(&what.Company, "company", "", "the company, as roundtwo list --all writes it")
	cmd.Flags().StringVar(&what.Person, "person", "", "the address or the whole name of a person")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if (what.Company == "") == (what.Person == "") {
			return usageError{errors.New("give either --company or --person")}
		}
		cfg, err := loadConfig(cmd)
		if err != nil {
			return err
		}
		done, err := daemon.Forget(cmd.Context(), cfg, what)
		if err != nil {
			return err
		}
		return tellForgotten(cmd.OutOrStdout(), done)
	}
	return cmd
}

func tellForgotten(w io.Writer, f daemon.Forgotten) error {
	if len(f.Interviews) == 0 && f.People == 0 {
		return usageError{errors.New("nothing of that name is kept; roundtwo list --all shows what is")}
	}
	var lines []string
	if len(f.Interviews) > 0 {
		lines = append(lines, fmt.Sprintf("Forgotten: %s.", strings.Join(f.Interviews, ", ")))
	}
	if f.People > 0 {
		lines = append(lines, fmt.Sprintf("Forgotten: the person, in %d interviews.", f.People))
	}
	if f.Notes > 0 {
		lines = append(lines, fmt.Sprintf("%d notes are deleted here; what was sent lies with those who got it, and in your Sent.", f.Notes))
	}
	if f.Events > 0 {
		lines = append(lines, fmt.Sprintf("%d events stay in your calendar: delete them there.", f.Events))
	}
	_, err := fmt.Fprintln(w, strings.Join(lines, "\n"))
	return err
}
