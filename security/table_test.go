package security

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Every threat has a row, in order, and every row either names who shows it or says why nobody can.
func TestNoThreatIsPassedOver(t *testing.T) {
	for _, kind := range table(t) {
		var have []string
		for _, row := range kind.Rows {
			have = append(have, row.ID)
			complain(t, row)
		}
		for n := 1; n <= kind.Count; n++ {
			if id := fmt.Sprint(kind.Letter, n); !slices.Contains(have, id) {
				t.Errorf("%s has no row", id)
			}
		}
		if len(have) != kind.Count {
			t.Errorf("%d rows %s, want %d: %v", len(have), kind.Letter, kind.Count, have)
		}
	}
}

func complain(t *testing.T, row Row) {
	t.Helper()
	switch {
	case row.Threat == "":
		t.Errorf("%s does not say what happens", row.ID)
	case len(row.Tests) > 0 && row.Held == "":
		t.Errorf("%s does not say what the program does", row.ID)
	case len(row.Tests) == 0 && row.Not == "":
		t.Errorf("%s is shown by no test, and does not say why", row.ID)
	}
}

// A test that was renamed or removed no longer shows anything.
func TestNamedTestsExist(t *testing.T) {
	known := map[string]bool{}
	for _, kind := range table(t) {
		for _, row := range kind.Rows {
			for _, name := range row.Tests {
				if !exists(t, known, name) {
					t.Errorf("%s names %s: there is no such test", row.ID, name)
				}
			}
		}
	}
}

func table(t *testing.T) []Kind {
	t.Helper()
	kinds, err := Table()
	if err != nil {
		t.Fatal(err)
	}
	return kinds
}

var testFunction = regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)

// exists reads the folder's test files once and looks the function up; subtests are told by the run alone.
func exists(t *testing.T, known map[string]bool, name string) bool {
	t.Helper()
	folder, function, _ := SplitTest(name)
	if !known[folder] {
		known[folder] = true
		path := filepath.Join("..", folder)
		if folder == "roundtwo" {
			path = ".." // the tests of the architecture stand at the top
		}
		files, err := filepath.Glob(filepath.Join(path, "*_test.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, match := range testFunction.FindAllStringSubmatch(string(text), -1) {
				known[folder+"."+match[1]] = true
			}
		}
	}
	return known[folder+"."+function]
}

func TestSplitTest(t *testing.T) {
	for name, want := range map[string]string{
		"daemon.TestForged":                 "daemon TestForged ",
		"daemon/approval.TestRules/expired": "daemon/approval TestRules expired",
		"e2e.TestKill/at a commit/1":        "e2e TestKill at_a_commit/1",
	} {
		folder, function, sub := SplitTest(name)
		if got := strings.Join([]string{folder, function, sub}, " "); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
