package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestExportWritesAllThatIsKept(t *testing.T) {
	file := keepNotes(t)
	dir := filepath.Join(t.TempDir(), "mine")
	if code, _, errOut := roundtwo(t, "", "export", "--config", file, dir); code != exitOK {
		t.Fatalf("exit %d: %s", code, errOut)
	}
	text, err := os.ReadFile(filepath.Join(dir, "interviews.json"))
	if err != nil {
		t.Fatal(err)
	}
	var list []struct {
		Interview struct{ Company string }
		Notes     []struct{ Text string }
	}
	if err := json.Unmarshal(text, &list); err != nil {
		t.Fatal(err)
	}
	if len(list) != 1 || list[0].Interview.Company != "Northwind" || len(list[0].Notes) != 2 || !strings.Contains(list[0].Notes[0].Text, "Dear Dana") {
		t.Errorf("%s", text)
	}
	if event, err := os.ReadFile(filepath.Join(dir, "K7QF.ics")); err != nil || !strings.Contains(string(event), "DTSTART:20261112T140000Z") {
		t.Errorf("the event: %s %v", event, err)
	}
	if code, _, errOut := roundtwo(t, "", "export", "--config", file, dir); code != exitConfig || !strings.Contains(errOut, "new directory") {
		t.Errorf("into an old directory: exit %d: %s", code, errOut)
	}
}

func TestForgetSaysWhatIsNotKept(t *testing.T) {
	file := keepNotes(t)
	for _, args := range [][]string{{"--company", "Globex"}, {"--person", "nobody@globex.example"}, {}, {"--company", "a", "--person", "b"}} {
		code, _, errOut := roundtwo(t, "", append([]string{"forget", "--config", file}, args...)...)
		if code != exitConfig || errOut == "" {
			t.Errorf("%v: exit %d: %s", args, code, errOut)
		}
	}
	code, out, errOut := roundtwo(t, "", "forget", "--config", file, "--company", "Northwind")
	if code != exitOK || !strings.Contains(out, "K7QF") || !strings.Contains(out, "2 notes") {
		t.Errorf("exit %d: %s%s", code, out, errOut)
	}
}
