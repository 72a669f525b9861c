package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"roundtwo/daemon/config"
	"roundtwo/daemon/store"
	"roundtwo/interview"
)

func listCommand() *cobra.Command {
	var all, asJSON bool
	cmd := &cobra.Command{
		Use: "list", Short: "Show the interviews and notes that are known", Args: cobra.NoArgs,
		Long: "Show what roundtwo knows: each interview with its state, time and people, and the notes in your name with theirs.\n" +
			"It may be run beside the daemon.",
	}
	cmd.Flags().BoolVar(&all, "all", false, "those that are closed, too")
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object an interview")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		cfg, err := loadConfig(cmd)
		if err != nil {
			return err
		}
		known, err := readKnown(cmd.Context(), cfg, all)
		if err != nil {
			return err
		}
		if asJSON {
			return printJSON(cmd.OutOrStdout(), known)
		}
		return printTable(cmd.OutOrStdout(), known)
	}
	return cmd
}

// known is one interview with its notes.
type known struct {
	Interview interview.Interview
	Notes     []interview.Note
}

func readKnown(ctx context.Context, cfg *config.Config, all bool) ([]known, error) {
	s, err := store.OpenReader(ctx, filepath.Join(cfg.State, "roundtwo.db"))
	if err != nil {
		return nil, fmt.Errorf("open the store: %w", err)
	}
	defer s.Close()
	var out []known
	err = s.View(ctx, func(tx *store.Tx) error {
		for _, p := range cfg.People {
			list, err := tx.Interviews(p.Name)
			if err != nil {
				return err
			}
			for _, iv := range list {
				if iv.State == interview.Closed && !all {
					continue
				}
				notes, err := tx.Notes(iv.ID)
				if err != nil {
					return err
				}
				out = append(out, known{iv, notes})
			}
		}
		return nil
	})
	return out, err
}

func printJSON(w io.Writer, list []known) error {
	enc := json.NewEncoder(w)
	for _, k := range list {
		for i := range k.Notes {
			k.Notes[i].Raw = nil
		}
		if err := enc.Encode(k); err != nil {
			return err
		}
	}
	return nil
}

func printTable(out io.Writer, list []known) error {
	if len(list) == 0 {
		_, err := fmt.Fprintln(out, "Nothing yet. Forward an invitation, or wait for one.")
		return err
	}
	w := tabwriter.NewWriter(out, 2, 8, 2, ' ', 0)
	for _, k := range list {
		iv := k.Interview
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", iv.ID, iv.Candidate, iv.State, roundWords(iv.Round), timeWords(iv), placeWords(iv))
		for _, p := range iv.Interviewers {
			fmt.Fprintf(w, "\t\t\twith\t%s\t%s\n", p.Name, p.Title)
		}
		for i, n := range k.Notes {
			fmt.Fprintf(w, "\t\t\tnote %s\t%s to %s\t%s\n", noteNumber(i, n), n.Kind, n.To.Name, n.State)
		}
	}
	return w.Flush()
}

func roundWords(n int) string {
	if n == 0 {
		return "round ?"
	}
	return fmt.Sprintf("round %d", n)
}

func timeWords(iv interview.Interview) string {
	if len(iv.Sessions) == 0 {
		return fmt.Sprintf("%d times offered", len(iv.Options))
	}
	if s := iv.Sessions[0].Start; s.DateOnly {
		return s.Time.Format("Mon 2 Jan 2006")
	}
	return iv.Start().Format("Mon 2 Jan 2006 15:04 MST")
}

func placeWords(iv interview.Interview) string {
	if iv.Role == "" {
		return iv.Company
	}
	return iv.Company + ", " + iv.Role
}
