package parse

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// Every limit and repair of the reader has words, and explain shows them.
func TestEveryLimitIsExplained(t *testing.T) {
	text, err := os.ReadFile("message/limits.go")
	if err != nil {
		t.Fatal(err)
	}
	names := regexp.MustCompile(`(?m)^\t(?:limit|repair|parts)\w+ += "(\w+)"$`).FindAllStringSubmatch(string(text), -1)
	if len(names) < 20 {
		t.Fatalf("only %d limits found", len(names))
	}
	for _, n := range names {
		if said := Explain(Finding{Limits: []string{n[1]}}); limitWords[n[1]] == "" || !strings.Contains(said, limitWords[n[1]]) {
			t.Errorf("%s is explained as\n%s", n[1], said)
		}
	}
}
