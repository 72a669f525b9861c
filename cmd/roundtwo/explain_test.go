package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"roundtwo/daemon/store"
	"roundtwo/drafts"
	"roundtwo/interview"
)

const oneCandidate = `state = "STATE"
[[mailbox]]
name = "personal"
provider = "fastmail"
address = "casey@example.org"
user = "casey@example.org"
password = { file = "STATE/password" }
[[candidate]]
name = "Casey Candidate"
mailbox = "personal"
addresses = ["casey@example.org"]
zone = "Europe/Berlin"
`

// keepNotes lays down what the daemon keeps after a debrief: one interview with a note to each of two people.
func keepNotes(t *testing.T) (configFile string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "state")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	configFile = filepath.Join(dir, "roundtwo.toml")
	write(t, configFile, strings.ReplaceAll(oneCandidate, "STATE", dir))
	write(t, filepath.Join(dir, "password"), "secret\n")
	s, err := store.Open(t.Context(), filepath.Join(dir, "roundtwo.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	iv := heldInterview()
	notes := writtenNotes(t, iv)
	err = s.Update(context.Background(), func(tx *store.Tx) error {
		if err := tx.SaveInterview(iv); err != nil {
			return err
		}
		for i := range notes {
			if err := tx.SaveNote(&notes[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return configFile
}

func heldInterview() interview.Interview {
	start := time.Date(2026, 11, 12, 14, 0, 0, 0, time.UTC)
	return interview.Interview{
		ID: "K7QF", UID: "rt-1@example.org", Candidate: "Casey Candidate", State: interview.Held, Round: 2, Company: "Northwind", Role: "Data Engineer",
		Sessions: []interview.Session{{Start: interview.Moment{Time: start}, End: interview.Moment{Time: start.Add(time.Hour)}}},
		Interviewers: []interview.Person{
			{Name: "Dana Whitfield", Email: "dana@northwind.example"}, {Name: "Marco Ruiz", Email: "marco@northwind.example"},
		},
		Sender: interview.Person{Name: "Priya Nair", Email: "priya@northwind.example"},
	}
}

// writtenNotes are made as the daemon makes them, from one line that she said about Dana and nothing about Marco.
func writtenNotes(t *testing.T, iv interview.Interview) []interview.Note {
	t.Helper()
	w, err := drafts.New(drafts.Options{})
	if err != nil {
		t.Fatal(err)
	}
	facts := drafts.Facts{
		Candidate: drafts.Profile{Name: "Casey Candidate"}, Interview: iv, Now: iv.End().Add(2 * time.Hour),
		Memory: interview.Memory{Facts: []interview.Fact{
			{Interview: "K7QF", Person: "Dana Whitfield", Kind: interview.Discussed, Text: "moving the nightly load to streaming", At: iv.End()},
		}},
	}
	var notes []interview.Note
	for i, p := range iv.Interviewers {
		n, err := w.Note(interview.ThankYou, p, facts)
		if err != nil {
			t.Fatal(err)
		}
		n.Interview, n.Candidate, n.State, n.Number = iv.ID, iv.Candidate, interview.Asked, i+1
		notes = append(notes, n)
		facts.Notes = append(facts.Notes, n)
	}
	return notes
}

func TestExplainPrintsWhatEachSentenceOfANoteRestsOn(t *testing.T) {
	file := keepNotes(t)
	code, out, errOut := roundtwo(t, "", "explain", "--config", file, "k7qf/1")
	if code != exitOK {
		t.Fatalf("exit %d: %s", code, errOut)
	}
	for _, want := range []string{
		"K7QF/1: thank-you note to Dana Whitfield <dana@northwind.example>, waiting for your answer",
		`"moving the nightly load to streaming"`, "the invitation", "it claims nothing",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("not said: %s\n%s", want, out)
		}
	}
	if strings.Contains(out, "Marco") || strings.Contains(out, "NOTHING") {
		t.Errorf("another note, or a sentence without a source:\n%s", out)
	}
}

func TestExplainTellsAllNotesOfAnInterview(t *testing.T) {
	file := keepNotes(t)
	_, out, _ := roundtwo(t, "", "explain", "--config", file, "K7QF")
	if !strings.Contains(out, "K7QF/1: ") || !strings.Contains(out, "K7QF/2: ") || !strings.Contains(out, "left for you to fill in") {
		t.Errorf("want both notes, and the gap in Marco's:\n%s", out)
	}
	_, list, _ := roundtwo(t, "", "list", "--config", file)
	if !strings.Contains(list, "note K7QF/2") {
		t.Errorf("list does not number the notes:\n%s", list)
	}
}

func TestExplainNamesWhatIsNotThere(t *testing.T) {
	file := keepNotes(t)
	for arg, says := range map[string]string{"K7QF/9": "2 notes", "ZZZZ/1": "no interview is called ZZZZ", "gone.eml": "gone.eml"} {
		if code, _, errOut := roundtwo(t, "", "explain", "--config", file, arg); code != exitConfig || !strings.Contains(errOut, says) {
			t.Errorf("%s: exit %d: %s", arg, code, errOut)
		}
	}
}
