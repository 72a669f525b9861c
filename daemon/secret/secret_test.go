package secret

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func write(t *testing.T, content string, mode os.FileMode) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestValueIsNeverShown(t *testing.T) {
	const canary = "CANARYPW"
	v := struct{ Password Value }{NewValue(canary)}
	var shown strings.Builder
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		fmt.Fprintf(&shown, verb+" "+verb+"\n", v, v.Password)
	}
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	shown.Write(b)
	slog.New(slog.NewTextHandler(&shown, nil)).Info("x", "value", v.Password, "struct", v)
	slog.New(slog.NewJSONHandler(&shown, nil)).Info("x", "value", v.Password, "struct", v)
	fmt.Fprint(&shown, token{AccessToken: canary, RefreshToken: canary}, &keeper{pending: &token{AccessToken: canary}, revoked: NewValue(canary)})
	if strings.Contains(shown.String(), canary) || strings.Contains(shown.String(), fmt.Sprintf("%x", canary)) {
		t.Errorf("it is shown:\n%s", shown.String())
	}
	if v.Password.Reveal() != canary {
		t.Error("it cannot be revealed")
	}
}

func TestPasswordFile(t *testing.T) {
	path := write(t, "pass word \r\nsecond line\n", 0o600)
	fetch, err := Open(Source{File: path})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := fetch(t.Context()); err != nil || got != "pass word " {
		t.Errorf("got %q, %v", got, err)
	}
	if err := os.WriteFile(path, []byte("changed\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := fetch(t.Context()); err != nil || got != "changed" {
		t.Errorf("after a change: %q, %v", got, err)
	}
}

func TestLooseFilesAreRefusedWithTheCommandToType(t *testing.T) {
	path := write(t, "secret\n", 0o644)
	if _, err := Open(Source{File: path}); err == nil || !strings.Contains(err.Error(), "chmod 600 "+path) {
		t.Errorf("a file for all gives %v", err)
	}
	good := write(t, "secret\n", 0o600)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(good, link); err != nil {
		t.Fatal(err)
	}
	for name, source := range map[string]Source{
		"symbolic link":    {File: link},
		"directory":        {File: t.TempDir()},
		"missing file":     {File: link + "x"},
		"empty file":       {File: write(t, "\nsecret\n", 0o600)},
		"huge file":        {File: write(t, strings.Repeat("x", maxFile+1), 0o600)},
		"long line":        {File: write(t, strings.Repeat("x", maxSecret+1), 0o600)},
		"nothing":          {},
		"two at once":      {File: good, Command: []string{"true"}},
		"credential path":  {Credential: "../secret"},
		"token over http":  {File: write(t, `{"token_url":"http://provider.example/token","client_id":"x","refresh_token":"y"}`, 0o600)},
		"token without id": {File: write(t, `{"token_url":"https://provider.example/token","refresh_token":"y"}`, 0o600)},
	} {
		if _, err := Open(source); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestCredential(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("CREDENTIALS_DIRECTORY", dir)
	if err := os.WriteFile(filepath.Join(dir, "imap"), []byte("secret\n"), 0o440); err != nil {
		t.Fatal(err)
	}
	fetch, err := Open(Source{Credential: "imap"})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := fetch(t.Context()); err != nil || got != "secret" {
		t.Errorf("got %q, %v", got, err)
	}
	if _, err := Open(Source{Credential: "smtp"}); err == nil {
		t.Error("a credential that is not there is accepted")
	}
	t.Setenv("CREDENTIALS_DIRECTORY", "")
	if _, err := Open(Source{Credential: "imap"}); err == nil || !strings.Contains(err.Error(), "LoadCredential=imap") {
		t.Errorf("without systemd: %v", err)
	}
}

func TestCommand(t *testing.T) {
	for _, row := range []struct {
		name string
		argv []string
		want string // empty: an error
	}{
		{"first line", []string{"printf", `secret\nmore\n`}, "secret"},
		{"no shell", []string{"echo", "$HOME;id"}, "$HOME;id"},
		{"failure", []string{"false"}, ""},
		{"silence", []string{"true"}, ""},
		{"not there", []string{"/nonexistent/program"}, ""},
		{"endless output", []string{"yes", strings.Repeat("x", 4000)}, ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			fetch, err := Open(Source{Command: row.argv})
			if err != nil {
				t.Fatal(err)
			}
			begun := time.Now()
			got, err := fetch(t.Context())
			if got != row.want || (err == nil) != (row.want != "") {
				t.Errorf("got %q, %v", got, err)
			}
			if time.Since(begun) > 5*time.Second {
				t.Errorf("it took %s", time.Since(begun))
			}
		})
	}
}

func TestCommandThatHangsIsEndedWithItsChildren(t *testing.T) {
	ctx, cancel := contextFor(t, 300*time.Millisecond)
	defer cancel()
	begun := time.Now()
	_, err := run(ctx, []string{"sh", "-c", "sleep 60 & sleep 60"})
	if err == nil || time.Since(begun) > 3*time.Second {
		t.Errorf("after %s: %v", time.Since(begun), err)
	}
}
