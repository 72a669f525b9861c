package store

import (
	"testing"
	"time"

	"roundtwo/interview"
)

func TestFactsAreKeptOnceAndFoundByCompany(t *testing.T) {
	s := fresh(t)
	asked := interview.Fact{Candidate: "ada", Company: "Acme, Inc.", Interview: "K7QF", Person: "Dana Li", Kind: interview.AskedHer,
		Text: "Why queues?", At: noon, Source: "m1@example.org"}
	earlier := asked
	earlier.Company, earlier.Interview, earlier.At = "ACME", "AB23", noon.AddDate(0, -1, 0)
	elsewhere, grace, nameless := asked, asked, asked
	elsewhere.Company, elsewhere.Interview = "Acme Robotics", "CD45"
	grace.Candidate = "grace"
	nameless.Company, nameless.Interview = "", "EF67"
	update(t, s, func(tx *Tx) error {
		for _, f := range []interview.Fact{asked, asked, earlier, elsewhere, grace, nameless} {
			if err := tx.AddFact(f); err != nil {
				return err
			}
		}
		return nil
	})
	view(t, s, func(tx *Tx) error {
		got, err := tx.Facts("ada", "acme inc")
		if err != nil {
			return err
		}
		if len(got) != 2 || got[0].Interview != "AB23" || got[1].Interview != "K7QF" {
			t.Fatalf("got %+v, want the earlier round and this one", got)
		}
		asked.ID = got[1].ID
		if asked.At = asked.At.UTC(); got[1] != asked {
			t.Errorf("got %+v, want %+v", got[1], asked)
		}
		if unknown, err := tx.Facts("ada", " "); len(unknown) != 0 || err != nil {
			t.Errorf("of a company without a name: %+v, %v", unknown, err)
		}
		of, err := tx.FactsOf("ada", "EF67")
		if len(of) != 1 {
			t.Errorf("of the interview: %+v", of)
		}
		return err
	})
}

func TestCompanyKey(t *testing.T) {
	tests := []struct{ a, b string }{
		{"Acme, Inc.", "ACME"}, {"Müller GmbH & Co. KG", "muller"}, {"L'Oréal S.A.", "loreal"}, {"Group", "GROUP"},
		{"Northwind Traders Ltd", "northwind traders"}, {"東京株式会社", "東京株式会社"}, {"Ｆｏｏ", "foo"}, {"", ""},
	}
	for _, tt := range tests {
		if got := companyKey(tt.a); got != companyKey(tt.b) {
			t.Errorf("%q gives %q, %q gives %q", tt.a, got, tt.b, companyKey(tt.b))
		}
	}
	if companyKey("Acme") == companyKey("Acme Robotics") || companyKey("Group") == "" {
		t.Error("different companies, the same key")
	}
}

func TestAFactWithoutATime(t *testing.T) {
	s := fresh(t)
	update(t, s, func(tx *Tx) error { return tx.AddFact(interview.Fact{Candidate: "ada", Company: "Acme", Text: "x"}) })
	view(t, s, func(tx *Tx) error {
		got, err := tx.Facts("ada", "Acme")
		if len(got) != 1 || got[0].At != (time.Time{}) {
			t.Errorf("got %+v, want one at no time", got)
		}
		return err
	})
}
