package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"roundtwo/daemon/config"
	"roundtwo/daemon/store"
	"roundtwo/interview"
	"roundtwo/interview/ics"
)

func exportCommand() *cobra.Command {
	return &cobra.Command{
		Use: "export DIR", Short: "Write all that is kept about you into files", Args: cobra.ExactArgs(1),
		Long: "Write all that is kept into a new directory, readable by you alone: interviews.json (interviews, notes and what you\n" +
			"told), each note as a message (.eml), each interview with a time as a calendar file (.ics). It may be run beside\n" +
			"the daemon.",
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := loadConfig(cmd)
			if err != nil {
				return err
			}
			list, err := readAll(cmd.Context(), cfg)
			if err != nil {
				return err
			}
			if err := export(args[0], list, time.Now()); err != nil {
				return err
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%d interviews are in %s\n", len(list), args[0])
			return err
		},
	}
}

// whole is one interview with all that belongs to it.
type whole struct {
	known
	Facts []interview.Fact // what she told of the company
}

func readAll(ctx context.Context, cfg *config.Config) ([]whole, error) {
	list, err := readKnown(ctx, cfg, true)
	if err != nil {
		return nil, err
	}
	s, err := store.OpenReader(ctx, filepath.Join(cfg.State, "roundtwo.db"))
	if err != nil {
		return nil, fmt.Errorf("open the store: %w", err)
	}
	defer s.Close()
	var out []whole
	err = s.View(ctx, func(tx *store.Tx) error {
		for _, k := range list {
			facts, err := tx.Facts(k.Interview.Candidate, k.Interview.Company)
			if err != nil {
				return err
			}
			out = append(out, whole{k, facts})
		}
		return nil
	})
	return out, err
}

// export makes the directory itself: what lies in an older one is not mixed with it.
func export(dir string, list []whole, now time.Time) error {
	if err := os.Mkdir(dir, 0o700); err != nil {
		if errors.Is(err, os.ErrExist) {
			return usageError{fmt.Errorf("%s is there already: name a new directory", dir)}
		}
		return fmt.Errorf("make the directory: %w", err)
	}
	for i := range list {
		if err := exportFiles(dir, list[i], now); err != nil {
			return err
		}
		for j := range list[i].Notes {
			list[i].Notes[j].Raw = nil // lies beside, as a message
		}
	}
	text, err := json.MarshalIndent(list, "", "  ")
	if err != nil {
		return fmt.Errorf("write interviews.json: %w", err)
	}
	return exportFile(dir, "interviews.json", text)
}

func exportFiles(dir string, w whole, now time.Time) error {
	for i, n := range w.Notes {
		if len(n.Raw) == 0 {
			continue // no address is known: there is no message yet
		}
		if err := exportFile(dir, fmt.Sprintf("%s-note-%d.eml", w.Interview.ID, i+1), n.Raw); err != nil {
			return err
		}
	}
	events := ics.Events(w.Interview, now, nil)
	if len(events) == 0 {
		return nil
	}
	data, err := ics.Encode(ics.Calendar{Events: events})
	if err != nil {
		return fmt.Errorf("write the event of %s: %w", w.Interview.ID, err)
	}
	return exportFile(dir, w.Interview.ID+".ics", data)
}

func exportFile(dir, name string, data []byte) error {
	if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}
