package store

import (
	"encoding/json"
	"fmt"
	"time"

	"roundtwo/interview"
)

// document is an interview as it is kept. The times of sessions carry their zone themselves; those of single days do
// not, and a deadline that is a day alone would move to midnight in London.
type document struct {
	interview.Interview
	RespondByZone string `json:",omitempty"`
	HearBackZone  string `json:",omitempty"`
}

// SaveInterview writes an interview, new or changed. An ID that another candidate has is refused.
func (t *Tx) SaveInterview(iv interview.Interview) error {
	doing := "saving the interview " + iv.ID
	doc, err := json.Marshal(document{iv, zoneOf(iv.RespondBy), zoneOf(iv.HearBack)})
	if err != nil {
		return t.fail(doing, err)
	}
	n, err := t.exec(doing, `
		INSERT INTO interview (id, candidate, state, company, created, document) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET state = excluded.state, company = excluded.company, created = excluded.created,
			document = excluded.document WHERE candidate = excluded.candidate`,
		iv.ID, iv.Candidate, iv.State, iv.Company, millis(iv.Created), string(doc))
	if err == nil && n == 0 {
		err = t.fail(doing, fmt.Errorf("that number is another candidate's"))
	}
	return err
}

// Interview gives one interview, in whatever state it is.
func (t *Tx) Interview(id string) (interview.Interview, bool, error) {
	return one(t, "reading the interview "+id, readInterview, "SELECT document FROM interview WHERE id = ?", id)
}

// Interviews gives all interviews of a candidate, in all states, oldest first.
func (t *Tx) Interviews(candidate string) ([]interview.Interview, error) {
	return all(t, "reading interviews", readInterview,
		"SELECT document FROM interview WHERE candidate = ? ORDER BY created, id", candidate)
}

func readInterview(row scanner) (interview.Interview, error) {
	var text []byte
	if err := row.Scan(&text); err != nil {
		return interview.Interview{}, err
	}
	var doc document
	if err := json.Unmarshal(text, &doc); err != nil {
		return interview.Interview{}, fmt.Errorf("its document: %w", err)
	}
	iv := doc.Interview
	iv.RespondBy = inZone(iv.RespondBy, doc.RespondByZone)
	iv.HearBack = inZone(iv.HearBack, doc.HearBackZone)
	return iv, nil
}

// zoneOf is the name of the zone of m, where it has one that can be loaded again.
func zoneOf(m interview.Moment) string {
	if m.IsZero() {
		return ""
	}
	name := m.Time.Location().String()
	if _, err := interview.Location(name); err != nil {
		return ""
	}
	return name
}

// inZone puts the zone back; a day alone keeps its date.
func inZone(m interview.Moment, zone string) interview.Moment {
	loc, err := interview.Location(zone)
	if err != nil || zone == "" || m.IsZero() {
		return m
	}
	if !m.DateOnly {
		return interview.Moment{Time: m.Time.In(loc)}
	}
	y, month, d := m.Time.Date()
	return interview.Moment{Time: time.Date(y, month, d, 0, 0, 0, 0, loc), DateOnly: true}
}
