package store

import (
	"context"
	"reflect"
	"testing"
	"time"
)

// request is a letter that asks for her approval.
func request(id string, serial int) Letter {
	return Letter{MessageID: id, Candidate: "ada", Interview: "K7QF", Kind: "request", Ref: "K7QF", Serial: serial,
		Hash: "ab12", Issued: noon.Add(time.Duration(serial) * time.Minute), Expires: noon.Add(72 * time.Hour), State: "pending"}
}

func saveLetters(t *testing.T, s *Store, letters ...Letter) {
	t.Helper()
	update(t, s, func(tx *Tx) error {
		for _, l := range letters {
			if err := tx.SaveLetter(l); err != nil {
				return err
			}
		}
		return nil
	})
}

func findLetter(t *testing.T, s *Store, id string) (l Letter, found bool) {
	t.Helper()
	view(t, s, func(tx *Tx) (err error) {
		l, found, err = tx.Letter(id)
		return err
	})
	return l, found
}

func TestALetterIsFoundByWhatTheProviderMadeOfIt(t *testing.T) {
	s := fresh(t)
	l := request("request.k7qf.1.mac@example.org", 1)
	saveLetters(t, s, l)
	l.Alias = []string{"am0pr05mb@eurprd05.prod.outlook.example"}
	saveLetters(t, s, l)
	again := l
	again.Alias, again.State = nil, "answered" // whoever saves it without its aliases does not lose them
	saveLetters(t, s, again)
	l.State = "answered"
	for _, id := range []string{l.MessageID, l.Alias[0]} {
		if got, found := findLetter(t, s, id); !found || !reflect.DeepEqual(got, l) {
			t.Errorf("by %s: %v %+v, want %+v", id, found, got, l)
		}
	}
	if got, found := findLetter(t, s, "nobody@example.org"); found {
		t.Errorf("found %+v", got)
	}
}

func TestAnAliasOfTwoLettersNamesNeither(t *testing.T) {
	s := fresh(t)
	first, second := request("1@example.org", 1), request("2@example.org", 2)
	first.Alias, second.Alias = []string{"same@outlook.example"}, []string{"same@outlook.example"}
	saveLetters(t, s, first, second)
	if got, found := findLetter(t, s, "same@outlook.example"); found {
		t.Errorf("found %s: a wrong guess", got.MessageID)
	}
	first.MessageID, first.Alias = "same@outlook.example", nil
	saveLetters(t, s, first)
	if got, found := findLetter(t, s, "same@outlook.example"); !found || got.MessageID != "same@outlook.example" {
		t.Error("an alias hides the letter whose own Message-ID it is")
	}
}

func TestLettersByNumberAndInterview(t *testing.T) {
	s := fresh(t)
	grace := request("9@example.org", 9)
	grace.Candidate, grace.Interview = "grace", "GG99"
	never := request("3@example.org", 3)
	never.Kind, never.Expires = "checklist", time.Time{}
	saveLetters(t, s, request("1@example.org", 1), request("2@example.org", 2), never, grace)
	view(t, s, func(tx *Tx) error {
		newest, err := tx.LetterByRef("ada", "K7QF")
		if err != nil || len(newest) != 3 || newest[0].Serial != 3 || newest[2].Serial != 1 {
			t.Errorf("by number: %+v, %v; want 3, 2, 1", newest, err)
		}
		if !newest[0].Expires.IsZero() {
			t.Errorf("the checklist expires at %v, want never", newest[0].Expires)
		}
		oldest, err := tx.Letters("K7QF")
		if len(oldest) != 3 || oldest[0].Serial != 1 || oldest[2].Serial != 3 {
			t.Errorf("of the interview: %+v; want 1, 2, 3", oldest)
		}
		n, _ := tx.CountLetters("ada", noon.Add(2*time.Minute))
		if n != 2 {
			t.Errorf("%d letters since the second, want 2", n)
		}
		return err
	})
}

func TestVoidTakesBackWhatWaitsForAnAnswer(t *testing.T) {
	s := fresh(t)
	answered, checklist := request("2@example.org", 2), request("3@example.org", 3)
	answered.State, checklist.Kind = "answered", "checklist"
	saveLetters(t, s, request("1@example.org", 1), answered, checklist)
	update(t, s, func(tx *Tx) error { return tx.VoidLetters("K7QF", "request") })
	for id, want := range map[string]string{"1@example.org": "void", "2@example.org": "answered", "3@example.org": "pending"} {
		if got, _ := findLetter(t, s, id); got.State != want {
			t.Errorf("%s is %s, want %s", id, got.State, want)
		}
	}
}

func TestALetterStaysWithItsCandidate(t *testing.T) {
	s := fresh(t)
	saveLetters(t, s, request("1@example.org", 1))
	stolen := request("1@example.org", 1)
	stolen.Candidate = "grace"
	if err := s.Update(context.Background(), func(tx *Tx) error { return tx.SaveLetter(stolen) }); err == nil {
		t.Error("a letter to Ada became one to Grace")
	}
}
