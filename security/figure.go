// Package security says what roundtwo withstands and who shows it: a table of threats and faults, each with the tests that
// hold it, and the figures those tests measure. docs/security.md is made from both (make security); nothing in there is typed.
//
// It serves tests and that report alone. The program does not import it.
package security

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// figureMark begins the line by which the report finds a figure in the output of the tests.
const figureMark = "FIGURE "

// Figure prints one measured figure: a name, then pairs of what was counted and how much. The limit itself is the test's to
// assert; this is only told. An odd count of pairs is a fault of the test.
func Figure(t testing.TB, name string, pairs ...any) {
	t.Helper()
	if len(pairs)%2 != 0 {
		t.Fatalf("figure %q: %d values, want pairs", name, len(pairs))
	}
	t.Log(Line(name, pairs...))
}

// Line is what Figure prints, for what is known only when all tests of a package have ended.
func Line(name string, pairs ...any) string { return figureMark + name + ": " + joinPairs(pairs) }

// joinPairs writes "points=120; lost=0".
func joinPairs(pairs []any) string {
	var parts []string
	for i := 0; i < len(pairs); i += 2 {
		parts = append(parts, fmt.Sprintf("%v=%v", pairs[i], pairs[i+1]))
	}
	return strings.Join(parts, "; ")
}

// Soak is how often a test repeats: ci in every run, soak in the long one (ROUNDTWO_SOAK set, make soak).
func Soak(ci, soak int) int {
	if os.Getenv("ROUNDTWO_SOAK") != "" {
		return soak
	}
	return ci
}
