package where

import (
	"os"
	"slices"
	"strings"
	"testing"

	"roundtwo/parse/token"
)

// TestLetters reads the letters of package who for their places: "format", "location", "link", "phone".
func TestLetters(t *testing.T) {
	letters, err := os.ReadFile("../who/testdata/letters.txt")
	if err != nil {
		t.Fatal(err)
	}
	fresh, err := os.ReadFile("../who/testdata/fresh.txt")
	if err != nil {
		t.Fatal(err)
	}
	for entry := range strings.SplitSeq("\n"+string(letters)+"\n"+string(fresh), "\n=== ") {
		name, rest, _ := strings.Cut(entry, "\n")
		letter, expect, ok := strings.Cut(rest, "--- expect\n")
		if !ok {
			continue
		}
		_, text, _ := strings.Cut(letter, "\n\n")
		t.Run(name, func(t *testing.T) {
			p := Read(text, token.Cut(text), nil)
			got := map[string]string{"format": string(p.Format), "location": p.Location, "link": p.Link, "phone": p.Phone}
			for line := range strings.SplitSeq(strings.TrimSpace(expect), "\n") {
				field, want, _ := strings.Cut(line, ":")
				value, judged := got[field]
				right := func(w string) bool { return plain(w) == plain(value) }
				if judged && !slices.ContainsFunc(strings.Split(want, " | "), right) {
					t.Errorf("%s is %q, want %q", field, value, want)
				}
			}
		})
	}
}

// plain takes off what does not matter: case, marks, "the".
func plain(s string) string {
	return strings.TrimPrefix(token.Fold(strings.TrimSpace(s)), "the ")
}
