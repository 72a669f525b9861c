package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/mail"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"roundtwo/daemon/config"
	"roundtwo/interview"
)

func initCommand() *cobra.Command {
	return &cobra.Command{
		Use: "init", Short: "Ask a few questions and write a configuration", Args: cobra.NoArgs,
		Long: "Ask a few questions and write a configuration: to the file of --config, else to " + searched()[0] + ".\n" +
			"An existing file is never overwritten. All other settings are in config.toml.example.",
		RunE: func(cmd *cobra.Command, _ []string) error {
			path, err := cmd.Flags().GetString("config")
			if err != nil {
				return err
			}
			if path == "" {
				path = searched()[0]
			}
			if _, err := os.Stat(path); err == nil {
				return usageError{fmt.Errorf("%s exists: change it there, or name another file with --config", path)}
			}
			text, err := interviewUser(asker{bufio.NewReader(cmd.InOrStdin()), cmd.OutOrStdout()})
			if err != nil {
				return err
			}
			return writeConfig(cmd.OutOrStdout(), path, text)
		},
	}
}

// asker asks on the terminal until the answer will do.
type asker struct {
	in  *bufio.Reader
	out io.Writer
}

func (a asker) ask(question, fallback string, good func(string) error) (string, error) {
	for {
		fmt.Fprint(a.out, question)
		if fallback != "" {
			fmt.Fprintf(a.out, " [%s]", fallback)
		}
		fmt.Fprint(a.out, ": ")
		line, err := a.in.ReadString('\n')
		answer := strings.TrimSpace(line)
		if answer == "" {
			answer = fallback
		}
		fault := good(answer)
		if fault == nil {
			return answer, nil
		}
		if errors.Is(err, io.EOF) {
			return "", fmt.Errorf("%s: no answer: %w", question, fault)
		}
		if err != nil {
			return "", err
		}
		fmt.Fprintf(a.out, "  %v\n", fault)
	}
}

func anything(string) error { return nil }

func something(s string) error {
	if s == "" {
		return errors.New("please answer")
	}
	return nil
}

func isAddress(s string) error {
	if a, err := mail.ParseAddress(s); err != nil || a.Address != s {
		return errors.New("that is no e-mail address")
	}
	return nil
}

func isZone(s string) error {
	_, err := interview.Location(s)
	return err
}

func isFile(s string) error {
	info, err := os.Stat(s)
	if err != nil {
		return err
	}
	if info.Mode().Perm()&0o077 != 0 {
		return fmt.Errorf("others can read it: chmod 600 %s", s)
	}
	return nil
}

// interviewUser asks for what cannot be guessed and gives the text of the file.
func interviewUser(a asker) (string, error) {
	name, err := a.ask("Your name, as your notes are signed", "", something)
	if err != nil {
		return "", err
	}
	address, err := a.ask("Your e-mail address", "", isAddress)
	if err != nil {
		return "", err
	}
	servers, err := askServers(a, address)
	if err != nil {
		return "", err
	}
	password, err := a.ask("File that holds the password (an app password where your provider has them; chmod 600)", "", isFile)
	if err != nil {
		return "", err
	}
	zone, err := a.ask("Your time zone", machineZone(), isZone)
	if err != nil {
		return "", err
	}
	calendar, err := askCalendar(a, address, password)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("[[mailbox]]\naddress = %q\n%spassword = { file = %q }\n\n[[candidate]]\nname = %q\naddresses = [%q]\nzone = %q\n%s",
		address, servers, password, name, address, zone, calendar), nil
}

// askServers asks for the hosts only where the provider is not known.
func askServers(a asker, address string) (string, error) {
	_, host, _ := strings.Cut(address, "@")
	if p := config.ProviderOf(strings.ToLower(host)); p != "" {
		fmt.Fprintf(a.out, "  %s: its servers are known\n", p)
		return fmt.Sprintf("provider = %q\n", p), nil
	}
	imap, err := a.ask("IMAP server (port 993)", "imap."+host, something)
	if err != nil {
		return "", err
	}
	smtp, err := a.ask("Submission server (port 465)", "smtp."+host, something)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("imap = { host = %q }\nsmtp = { host = %q }\n", imap, smtp), nil
}

func askCalendar(a asker, address, password string) (string, error) {
	url, err := a.ask("CalDAV address of your calendar (empty: events only come attached to the letters)", "", anything)
	if err != nil || url == "" {
		return "", err
	}
	user, err := a.ask("Login name there", address, something)
	if err != nil {
		return "", err
	}
	file, err := a.ask("File that holds the password there", password, isFile)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("\n[[candidate.calendar]]\nurl = %q\nuser = %q\npassword = { file = %q }\n", url, user, file), nil
}

func writeConfig(out io.Writer, path, text string) error {
	if _, err := config.Parse(text); err != nil {
		return fmt.Errorf("what you answered cannot be used: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("make the directory of the configuration: %w", err)
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("write the configuration: %w", err)
	}
	if _, err := f.WriteString(text); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("write the configuration: %w", err)
	}
	_, err = fmt.Fprintf(out, "Wrote %s.\nNext: roundtwo check --config %s\n", path, path)
	return err
}
