package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// roundtwo runs a command line and gives its exit status and output.
func roundtwo(t *testing.T, in string, args ...string) (int, string, string) {
	t.Helper()
	var out, errOut bytes.Buffer
	code := run(context.Background(), args, strings.NewReader(in), &out, &errOut)
	return code, out.String(), errOut.String()
}

const invitation = `From: Priya Nair <priya@northwind.example>
To: casey@home.example
Subject: Second interview at Northwind
Date: Mon, 02 Nov 2026 09:05:00 +0100

Dear Casey, we would like to invite you to a second interview on Thursday, 12 November at 2 pm.
`

func TestParsePrintsOneLineAMessage(t *testing.T) {
	dir := t.TempDir()
	one, box := filepath.Join(dir, "one.eml"), filepath.Join(dir, "box.mbox")
	write(t, one, invitation)
	write(t, box, "From a@b Mon Nov  2 09:05:00 2026\n"+invitation+"\nFrom a@b Mon Nov  2 09:06:00 2026\n"+invitation)
	code, out, errOut := roundtwo(t, invitation, "parse", "--json", "--zone", "Europe/Berlin", one, box, "-")
	if code != exitOK {
		t.Fatalf("exit %d: %s", code, errOut)
	}
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 4 {
		t.Fatalf("%d lines for four messages", len(lines))
	}
	for i, line := range lines {
		var row struct {
			File, Kind string
			Sessions   []struct{ Start string }
		}
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		if want := []string{one, box, box, "-"}[i]; row.File != want || row.Kind != "invitation" || len(row.Sessions) != 1 || row.Sessions[0].Start != "2026-11-12T14:00:00+01:00" {
			t.Errorf("line %d: %+v", i+1, row)
		}
	}
}

func TestExitStatus(t *testing.T) {
	dir := t.TempDir()
	bad := filepath.Join(dir, "bad.toml")
	write(t, bad, "[[mailbox]]\nprovider = \"fastmale\"\n")
	rows := []struct {
		name string
		args []string
		code int
		says string
	}{
		{"version", []string{"version"}, exitOK, ""},
		{"help", []string{"run", "--help"}, exitOK, ""},
		{"no such file", []string{"parse", filepath.Join(dir, "none.eml")}, exitConfig, "none.eml"},
		{"no such zone", []string{"parse", "--zone", "Berlin", bad}, exitConfig, "IANA name"},
		{"a faulty configuration", []string{"run", "--config", bad}, exitConfig, "fastmale"},
		{"no configuration", []string{"check", "--config", filepath.Join(dir, "none.toml")}, exitConfig, "roundtwo init"},
		{"an unknown flag", []string{"run", "--fast"}, exitConfig, "--fast"},
		{"an unknown piece of advice", []string{"why", "nothing-of-the-kind"}, exitConfig, ""},
	}
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			code, _, errOut := roundtwo(t, "", r.args...)
			if code != r.code || !strings.Contains(errOut, r.says) {
				t.Errorf("exit %d, want %d: %s", code, r.code, errOut)
			}
		})
	}
}

func TestEveryCommandHasHelp(t *testing.T) {
	for _, c := range commands().Commands() {
		if code, out, _ := roundtwo(t, "", c.Name(), "--help"); code != exitOK || !strings.Contains(out, c.Short) && !strings.Contains(out, c.Long) {
			t.Errorf("%s --help: exit %d, %q", c.Name(), code, out)
		}
	}
}

func TestInitAsksUntilTheAnswersWillDo(t *testing.T) {
	dir := t.TempDir()
	password, loose, file := filepath.Join(dir, "password"), filepath.Join(dir, "loose"), filepath.Join(dir, "new", "config.toml")
	write(t, password, "hush\n")
	write(t, loose, "hush\n")
	if err := os.Chmod(loose, 0o644); err != nil {
		t.Fatal(err)
	}
	answers := strings.Join([]string{"", "Casey Morgan", "casey", "casey@fastmail.com", loose, password, "Berlin", "Europe/Berlin", "", ""}, "\n")
	code, out, errOut := roundtwo(t, answers, "init", "--config", file)
	if code != exitOK {
		t.Fatalf("exit %d: %s\n%s", code, errOut, out)
	}
	for _, complaint := range []string{"that is no e-mail address", "chmod 600", "IANA name", "its servers are known"} {
		if !strings.Contains(out, complaint) {
			t.Errorf("%q was not said", complaint)
		}
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file: %v, %v", info, err)
	}
	if code, _, errOut := roundtwo(t, answers, "init", "--config", file); code != exitConfig || !strings.Contains(errOut, "exists") {
		t.Errorf("a second time: exit %d, %s", code, errOut)
	}
	if code, _, errOut := roundtwo(t, "Casey\n", "init", "--config", file+"2"); code == exitOK || !strings.Contains(errOut, "no answer") {
		t.Errorf("without answers: exit %d, %s", code, errOut)
	}
}

func TestExplainSaysWhy(t *testing.T) {
	code, out, _ := roundtwo(t, invitation, "explain", "--zone", "Europe/Berlin", "-")
	if code != exitOK || !strings.Contains(out, "12 November") {
		t.Errorf("exit %d: %s", code, out)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
