package interview

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestEveryNoteCell holds the note machine against testdata/notes.txt.
func TestEveryNoteCell(t *testing.T) {
	var b strings.Builder
	for _, e := range NoteEvents {
		for _, s := range NoteStates {
			next, changed := ApplyNote(Note{State: s}, e, noon)
			if changed {
				fmt.Fprintf(&b, "%-12s %-10s -> %s\n", e, s, next.State)
			} else if next.State != s {
				t.Errorf("%s in %s changed nothing but the state", e, s)
			}
		}
	}
	const golden = "testdata/notes.txt"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("the table has changed (UPDATE=1 writes it anew):\n%s", firstDifference(string(want), got))
	}
	inDocs(t, string(want))
}

// TestNothingIsSentUnapproved looks at every way through the machine: Sending is reached only through Approved, and
// Approved only by her word.
func TestNothingIsSentUnapproved(t *testing.T) {
	for _, e := range NoteEvents {
		for _, s := range NoteStates {
			next, changed := ApplyNote(Note{State: s}, e, noon)
			if !changed {
				continue
			}
			if next.State == Sending && s != Approved {
				t.Errorf("%s leads from %s to sending", e, s)
			}
			if next.State == Approved && e != NoteApprove && e != NoteResend {
				t.Errorf("%s approves", e)
			}
			if s == Sent {
				t.Errorf("%s leads out of sent", e)
			}
		}
	}
}
