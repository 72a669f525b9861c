package store

import "roundtwo/interview"

const factColumns = "id, candidate, company, interview, person, kind, text, at, source"

// AddFact keeps a fact. What is kept already (same candidate, interview, person, kind and text) stays as it is.
func (t *Tx) AddFact(f interview.Fact) error {
	_, err := t.exec("keeping a fact", `
		INSERT INTO fact (candidate, company, company_key, interview, person, kind, text, at, source)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
		f.Candidate, f.Company, companyKey(f.Company), f.Interview, f.Person, f.Kind, f.Text, millis(f.At), f.Source)
	return err
}

// Facts gives what is known of a company in all rounds, oldest first. "ACME" finds what was kept of "Acme, Inc.". A
// company without a name has none: what she said of one must not turn up in a letter to another; see FactsOf.
func (t *Tx) Facts(candidate, company string) ([]interview.Fact, error) {
	key := companyKey(company)
	if key == "" {
		return nil, nil
	}
	return all(t, "reading facts", readFact,
		"SELECT "+factColumns+" FROM fact WHERE candidate = ? AND company_key = ? ORDER BY at, id", candidate, key)
}

// FactsOf gives what is known from one interview, oldest first.
func (t *Tx) FactsOf(candidate, interviewID string) ([]interview.Fact, error) {
	return all(t, "reading facts", readFact,
		"SELECT "+factColumns+" FROM fact WHERE candidate = ? AND interview = ? ORDER BY at, id", candidate, interviewID)
}

func readFact(row scanner) (f interview.Fact, err error) {
	err = row.Scan(&f.ID, &f.Candidate, &f.Company, &f.Interview, &f.Person, &f.Kind, &f.Text, instant{&f.At}, &f.Source)
	return f, err
}
