package daemon

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"roundtwo/drafts"
	"roundtwo/interview"
	"roundtwo/parse/message"
)

// notesAfter writes the notes that a debrief gives, for the panel of the stories.
func notesAfter(t *testing.T, own string) []interview.Note {
	t.Helper()
	w, err := drafts.New(drafts.Options{})
	if err != nil {
		t.Fatal(err)
	}
	end := time.Date(2026, 11, 12, 15, 0, 0, 0, time.UTC)
	iv := interview.Interview{
		ID: "K7QF", State: interview.Held, Round: 2, Company: "Northwind Traders", Role: "Data Engineer",
		Sessions:     []interview.Session{{Start: interview.At(end.Add(-time.Hour)), End: interview.At(end), Zone: "UTC"}},
		Interviewers: []interview.Person{{Name: "Dana Whitfield", Email: "dana@northwind.example"}, {Name: "Samuel Okafor", Email: "samuel@northwind.example"}},
	}
	f := drafts.Facts{Candidate: drafts.Profile{Name: "Casey Morgan", Address: casey}, Interview: iv, Now: end.Add(2 * time.Hour)}
	for _, x := range wordsOf(&message.Message{Own: own}, iv.Interviewers) {
		if ofTheWhole[x.Kind] {
			x.Person = ""
		}
		x.Interview, x.Company, x.At = iv.ID, iv.Company, f.Now
		f.Memory.Facts = append(f.Memory.Facts, x)
	}
	var notes []interview.Note
	for _, p := range iv.Interviewers {
		f.Notes = notes
		n, err := w.Note(interview.ThankYou, p, f)
		if err != nil {
			t.Fatal(err)
		}
		notes = append(notes, n)
	}
	return notes
}

// Debriefs of very different hands, and the notes that come of them (NAME.notes, read by eye; UPDATE=1 writes them anew). Each
// sentence is whole and rests on something; none stands in two notes.
func TestNotesOfManyDebriefs(t *testing.T) {
	files, err := filepath.Glob("testdata/debriefs/*.txt")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d debriefs: %v", len(files), err)
	}
	for _, file := range files {
		own, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		seen := map[string]string{}
		for _, n := range notesAfter(t, string(own)) {
			text.WriteString("To " + n.To.Name + "\n\n" + n.Text + "\nblank: " + strings.Join(n.Blanks, "; ") + "\n\n")
			if left := drafts.Unsupported(n); len(left) > 0 {
				t.Errorf("%s: rests on nothing: %q", file, left)
			}
			for _, run := range drafts.Trace(n) {
				if run.Frame {
					continue
				}
				complainOfSentence(t, file, run.Text)
				if to, twice := seen[run.Text]; twice {
					t.Errorf("%s: in the notes to %s and to %s: %s", file, to, n.To.Name, run.Text)
				}
				seen[run.Text] = n.To.Name
			}
		}
		golden := strings.TrimSuffix(file, ".txt") + ".notes"
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(golden, []byte(text.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if text.String() != string(want) {
			t.Errorf("%s: the notes are others now; UPDATE=1 writes them, then read the difference:\n%s", file, text.String())
		}
	}
}

// complainOfSentence finds what no sentence of a note may be: cut off, about the reader as of a third, or about how it was.
func complainOfSentence(t *testing.T, file, text string) {
	t.Helper()
	first := []rune(text)[0]
	if !unicode.IsUpper(first) || !strings.HasSuffix(text, ".") {
		t.Errorf("%s: no whole sentence: %q", file, text)
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch w {
		case "she", "he", "her", "his", "him", "paul", "warm", "tougher", "froze", "rambled", "friendly", "nervous", "drawing":
			t.Errorf("%s: %q in %q", file, w, text)
		}
	}
}
