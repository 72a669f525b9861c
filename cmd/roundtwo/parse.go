package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"roundtwo/interview"
	"roundtwo/parse"
)

func parseCommand() *cobra.Command {
	var asJSON, withText bool
	var zone string
	cmd := &cobra.Command{
		Use: "parse [flags] FILE...", Short: "Read messages and print what is found in them",
		Long: "Read messages (.eml, or mbox; - is standard input) and print one JSON object a message, one a line.\n" +
			"It runs exactly the code that the daemon runs on a message, and needs no configuration and no network.\n" +
			"The form of the output is described in docs/parse-output.md.",
		Args: cobra.MinimumNArgs(1),
	}
	cmd.Flags().BoolVar(&asJSON, "json", true, "print JSON, the only form there is")
	cmd.Flags().BoolVar(&withText, "text", false, "add the author's own words, the forwarded original and the answer read")
	cmd.Flags().StringVar(&zone, "zone", "", "your zone, an IANA name or UTC+05:30, taken where a message states none (default: the machine's)")
	cmd.RunE = func(cmd *cobra.Command, files []string) error {
		zone, err := zoneOf(zone)
		if err != nil {
			return err
		}
		out := bufio.NewWriter(cmd.OutOrStdout())
		defer out.Flush()
		return eachMessage(cmd.InOrStdin(), files, func(name string, raw []byte) error {
			line, err := parse.Message(raw, zone).JSON(name, withText)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			out.Write(line)
			return out.WriteByte('\n')
		})
	}
	return cmd
}

func zoneOf(flag string) (string, error) {
	if flag == "" {
		return machineZone(), nil
	}
	if _, err := interview.Location(flag); err != nil {
		return "", usageError{fmt.Errorf("--zone: %w", err)}
	}
	return flag, nil
}

// machineZone is the name of the machine's zone; where only its offset can be known, that.
func machineZone() string {
	if tz := os.Getenv("TZ"); tz != "" {
		if _, err := interview.Location(tz); err == nil {
			return tz
		}
	}
	if target, err := os.Readlink("/etc/localtime"); err == nil {
		if _, name, ok := bytes.Cut([]byte(target), []byte("zoneinfo/")); ok {
			return string(name)
		}
	}
	if name, offset := time.Now().Zone(); offset != 0 && name != "UTC" {
		return time.Now().Format("UTC-07:00")
	}
	return "UTC"
}

// eachMessage hands every message of every file to fn. A file that cannot be opened is reported after the others.
func eachMessage(in io.Reader, files []string, fn func(name string, raw []byte) error) error {
	var missing error
	for _, name := range files {
		raw, err := readFile(in, name)
		if err != nil {
			missing = usageError{err}
			continue
		}
		for _, m := range messagesIn(raw) {
			if err := fn(name, m); err != nil {
				return err
			}
		}
	}
	return missing
}

func readFile(in io.Reader, name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(in)
	}
	return os.ReadFile(name)
}

// messagesIn splits an mbox at the "From " lines that follow an empty line (RFC 4155); anything else is one message.
func messagesIn(raw []byte) [][]byte {
	if !bytes.HasPrefix(raw, []byte("From ")) {
		return [][]byte{raw}
	}
	var out [][]byte
	begin, after := 0, true
	for at := 0; at < len(raw); {
		end := bytes.IndexByte(raw[at:], '\n')
		if end < 0 {
			end = len(raw) - at - 1
		}
		line := bytes.TrimRight(raw[at:at+end+1], "\r\n")
		if after && bytes.HasPrefix(line, []byte("From ")) && at > 0 {
			out = append(out, raw[begin:at])
			begin = at
		}
		after = len(line) == 0
		at += end + 1
	}
	return append(out, raw[begin:])
}
