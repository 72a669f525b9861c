package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"roundtwo/daemon"
	"roundtwo/daemon/config"
	"roundtwo/drafts"
	"roundtwo/interview"
	"roundtwo/parse"
)

func explainCommand() *cobra.Command {
	var zone string
	cmd := &cobra.Command{
		Use: "explain [flags] FILE|NOTE...", Short: "Say why a message is taken for an invitation or not, or what a note rests on",
		Long: "For a message (a file, or - for standard input): say in words what was read in it, and why.\n" +
			"For a note in your name, called by its interview and number as list prints them (K7QF/1; K7QF for all of\n" +
			"that interview): print each sentence, and what it rests on. That reads the store, beside the daemon.",
		Args: cobra.MinimumNArgs(1),
	}
	cmd.Flags().StringVar(&zone, "zone", "", "your zone, an IANA name or UTC+05:30 (default: the machine's)")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		zone, err := zoneOf(zone)
		if err != nil {
			return err
		}
		var last error
		for _, arg := range args {
			if err := explainOne(cmd, arg, zone); err != nil {
				last = errors.Join(last, err)
			}
		}
		return last
	}
	return cmd
}

// explainOne takes an argument for a note only where no file has that name.
func explainOne(cmd *cobra.Command, arg, zone string) error {
	ref, isNote := noteRef(arg)
	if _, err := os.Stat(arg); err == nil || !isNote {
		return explainMessages(cmd, arg, zone)
	}
	cfg, err := loadConfig(cmd)
	if err != nil {
		return fmt.Errorf("there is no file %s, and to look for a note of that name: %w", arg, err)
	}
	return explainNotes(cmd.Context(), cmd.OutOrStdout(), cfg, ref)
}

func explainMessages(cmd *cobra.Command, file, zone string) error {
	return eachMessage(cmd.InOrStdin(), []string{file}, func(name string, raw []byte) error {
		_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s\n\n%s\n", name, parse.Explain(parse.Message(raw, zone)))
		return err
	})
}

// reference calls one note of an interview, or all of them (number 0).
type reference struct {
	interview string
	number    int
}

// noteRef reads K7QF/1 or K7QF, in either case of letters.
func noteRef(arg string) (reference, bool) {
	id, number, numbered := strings.Cut(strings.ToUpper(arg), "/")
	ref := reference{interview: id}
	if numbered {
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 {
			return reference{}, false
		}
		ref.number = n
	}
	return ref, interview.IsID(id)
}

func explainNotes(ctx context.Context, out io.Writer, cfg *config.Config, ref reference) error {
	w, err := daemon.Writer(cfg)
	if err != nil {
		return err
	}
	list, err := readKnown(ctx, cfg, true)
	if err != nil {
		return err
	}
	for _, k := range list {
		if k.Interview.ID == ref.interview {
			return printNotes(out, w, k, ref)
		}
	}
	return usageError{fmt.Errorf("no interview is called %s; roundtwo list --all names them", ref.interview)}
}

func printNotes(out io.Writer, w *drafts.Writer, k known, ref reference) error {
	found := false
	for i, n := range k.Notes {
		number := noteNumber(i, n)
		if ref.number != 0 && number != fmt.Sprintf("%s/%d", ref.interview, ref.number) {
			continue
		}
		if found {
			fmt.Fprintln(out)
		}
		found = true
		if _, err := io.WriteString(out, w.Explain(number, n)); err != nil {
			return err
		}
	}
	if !found {
		return usageError{fmt.Errorf("interview %s has %d notes, and none of that number; roundtwo list --all names them", ref.interview, len(k.Notes))}
	}
	return nil
}

// noteNumber calls a note as its request does; one that was not shown yet, by its place.
func noteNumber(place int, n interview.Note) string {
	number := n.Number
	if number == 0 {
		number = place + 1
	}
	return fmt.Sprintf("%s/%d", n.Interview, number)
}
