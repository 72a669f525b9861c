package daemon

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"roundtwo/interview"
	"roundtwo/security"
)

// left looks for words in every file of the state: the store, its journal, whatever else lies there.
func left(t *testing.T, dir string, words ...string) (found []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, w := range words {
			if bytes.Contains(bytes.ToLower(data), []byte(strings.ToLower(w))) {
				found = append(found, filepath.Base(path)+": "+w)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// afterwards is a scene in which everything has been sent and settled, and the daemon is stopped.
func settledScene(t *testing.T) *scene {
	t.Helper()
	s, request := interviewed(t, "")
	s.answer(request, "send all")
	s.pass(30 * time.Minute)
	s.stop()
	return s
}

func TestACompanyIsForgottenToTheLastByte(t *testing.T) {
	s := settledScene(t)
	words := []string{"Northwind", "Dana", "Whitfield", "samuel@", "Priya", "late files", "invoice pipeline", "91234567890"}
	if found := left(t, s.cfg.State, words...); len(found) < len(words) {
		t.Fatalf("before, only %v is there: this shows nothing", found)
	}
	done, err := Forget(context.Background(), s.cfg, Oblivion{Company: "northwind traders"})
	s.check(err)
	if len(done.Interviews) != 1 || done.Notes == 0 || done.Events != 1 {
		t.Errorf("%+v", done)
	}
	found := left(t, s.cfg.State, words...)
	security.Figure(t, "words left in the store after forget", "looked for", len(words), "left", len(found))
	if len(found) > 0 {
		t.Errorf("left: %v", found)
	}
}

func TestWhatIsForgottenIsNotSentAgain(t *testing.T) {
	s := settledScene(t)
	before := len(s.world.Submitted())
	_, err := Forget(context.Background(), s.cfg, Oblivion{Company: "Northwind Traders"})
	s.check(err)
	s.start()
	s.check(s.world.Renumber(casey, "INBOX")) // everything is read again, too
	s.pass(30 * 24 * time.Hour)
	for _, m := range s.world.Submitted()[before:] {
		if m.To[0] != casey {
			t.Errorf("a message went to %v", m.To)
		}
	}
}

func TestAPersonIsForgottenAndTheInterviewStays(t *testing.T) {
	s := settledScene(t)
	done, err := Forget(context.Background(), s.cfg, Oblivion{Person: "Samuel Okafor"})
	s.check(err)
	if done.People != 1 || len(done.Interviews) != 0 {
		t.Errorf("%+v", done)
	}
	if found := left(t, s.cfg.State, "Samuel", "Okafor", "two ways to keep prices"); len(found) > 0 {
		t.Errorf("left: %v", found)
	}
	s.start()
	iv := s.interviews()[0]
	if iv.Company != "Northwind Traders" || len(iv.Interviewers) != 1 {
		t.Errorf("the interview is %+v", iv)
	}
}

func TestNothingIsForgottenWhileANoteIsUnderWay(t *testing.T) {
	s, request := interviewed(t, "")
	s.answer(request, "send all")
	s.stop() // held: the notes would go out in ten minutes
	if _, err := Forget(context.Background(), s.cfg, Oblivion{Company: "Northwind Traders"}); !errors.Is(err, ErrUnderWay) {
		t.Errorf("%v", err)
	}
	s.start()
	if len(s.notes()) == 0 {
		t.Error("half of it is forgotten")
	}
}

// A year after the last that was heard of a company its words go by themselves; a younger round there keeps them.
func TestWhatIsOldIsForgottenByItself(t *testing.T) {
	s := settledScene(t)
	s.start()
	s.pass(300 * 24 * time.Hour)
	if iv := s.interviews()[0]; iv.Company == "" {
		t.Error("forgotten before its time")
	}
	s.pass(200 * 24 * time.Hour)
	if iv := s.interviews()[0]; iv.Company != "" || iv.State != interview.Closed {
		t.Errorf("after 500 days: %+v", iv)
	}
	s.stop()
	if found := left(t, s.cfg.State, "Northwind", "Whitfield", "late files", "invoice pipeline"); len(found) > 0 {
		t.Errorf("left: %v", found)
	}
}
