package store

import (
	"context"
	"fmt"

	"roundtwo/interview"
)

// ForgetWords takes out everything about an interview that somebody wrote or that names somebody: what is done with it
// stays on record by its keys and hashes, so that nothing is done again. Its note, fact and interview rows are the caller's
// to save or delete.
func (t *Tx) ForgetWords(interviewID string) error {
	for _, step := range []struct{ doing, statement string }{
		{"forgetting the messages", "UPDATE message SET reason = '', message_id = '' WHERE interview = ?"},
		{"forgetting the letters", `UPDATE effect SET payload = x'', recipient = '', message_id = '', error = ''
			WHERE interview = ? AND state IN ('done', 'failed', 'cancelled')`},
	} {
		if _, err := t.exec(step.doing, step.statement, interviewID); err != nil {
			return err
		}
	}
	return nil
}

// ForgetNote deletes a note.
func (t *Tx) ForgetNote(id int64) error {
	_, err := t.exec("forgetting a note", "DELETE FROM note WHERE id = ?", id)
	return err
}

// ForgetFacts deletes what was told about a company; only what was told of one person there, where person is not empty.
func (t *Tx) ForgetFacts(candidate, company, person string) error {
	_, err := t.exec("forgetting facts", "DELETE FROM fact WHERE candidate = ? AND company_key = ? AND (? = '' OR person = ?)",
		candidate, companyKey(company), person, person)
	return err
}

// InFlight counts the effects of an interview that are not settled.
func (t *Tx) InFlight(interviewID string) (int, error) {
	n, _, err := one(t, "counting what is under way", number,
		"SELECT count(*) FROM effect WHERE interview = ? AND state NOT IN ('done', 'failed', 'cancelled')", interviewID)
	return int(n), err
}

// Husk is what is left of a forgotten interview: its name, and what its calendar event is called.
func Husk(iv interview.Interview) interview.Interview {
	return interview.Interview{
		ID: iv.ID, Candidate: iv.Candidate, State: interview.Closed, UID: iv.UID, Sequence: iv.Sequence, Dropped: iv.Dropped,
		Created: iv.Created, Updated: iv.Updated, Done: iv.Done,
	}
}

// Scrub rewrites the file, so that nothing of what was deleted is left in its free pages or in the journal.
func (s *Store) Scrub(ctx context.Context) error {
	for _, statement := range []string{"VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"} {
		if _, err := s.writer.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("rewrite the store: %w", s.explain(err))
		}
	}
	return nil
}
