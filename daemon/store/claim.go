package store

import (
	"context"
	"fmt"
	"time"
)

// noteSend is the kind of effect that reaches a stranger. Once its final dot may have been written it is never tried
// again by itself.
const noteSend = "note.send"

// free holds for a row e that is ready and, where the order matters, for which no earlier effect of the same interview and
// kind is unfinished: her calendar must not get the older time after the newer, nor she the letters in the wrong order.
// Notes wait for nobody: one that a server refuses for a day does not hold up the others of the panel.
const free = `e.state = 'ready' AND NOT (e.kind IN ('letter', 'calendar.put') AND e.interview <> '' AND EXISTS (
	SELECT 1 FROM effect o WHERE o.interview = e.interview AND o.kind = e.kind AND o.id < e.id
		AND o.state IN ('ready', 'trying', 'dot')))`

// Claim takes the effect that has been due longest of the mailboxes named, or of all where mailboxes is nil, and commits
// that it is being tried before it is handed out. The false return says that nothing is due.
func (s *Store) Claim(ctx context.Context, now time.Time, mailboxes []string) (e Effect, found bool, err error) {
	err = s.Update(ctx, func(t *Tx) error {
		e, found, err = one(t, "claiming an effect", readEffect, `
			UPDATE effect SET state = 'trying', attempt = attempt + 1, changed = ?1,
				first = CASE first WHEN 0 THEN ?1 ELSE first END
			WHERE id = (SELECT id FROM effect e WHERE `+free+` AND due <= ?1
				AND (?2 OR mailbox IN (SELECT value FROM json_each(?3))) ORDER BY due, id LIMIT 1)
			RETURNING `+effectColumns, millis(now), mailboxes == nil, list(mailboxes))
		return err
	})
	if err != nil {
		return Effect{}, false, err
	}
	return e, found, nil
}

// MarkDot commits that the final dot of a submission is about to be written. On an error it must not be written.
func (s *Store) MarkDot(ctx context.Context, id int64, now time.Time) error {
	return s.Update(ctx, func(t *Tx) error {
		doing := fmt.Sprintf("marking the final dot of effect %d", id)
		n, err := t.exec(doing, "UPDATE effect SET state = 'dot', changed = ? WHERE id = ? AND state = 'trying'",
			millis(now), id)
		if err == nil && n == 0 {
			err = t.fail(doing, fmt.Errorf("it is not being tried"))
		}
		return err
	})
}

// NextDue says when the next effect of the mailboxes named, or of all where mailboxes is nil, can be claimed; the false
// return says that none waits. An effect behind an unfinished one does not count: it comes free when that is settled.
func (s *Store) NextDue(ctx context.Context, mailboxes []string) (due time.Time, found bool, err error) {
	err = s.View(ctx, func(t *Tx) error {
		ms, any, err := one(t, "asking what is due next", number, `
			SELECT due FROM effect e WHERE `+free+` AND (?1 OR mailbox IN (SELECT value FROM json_each(?2)))
			ORDER BY due, id LIMIT 1`, mailboxes == nil, list(mailboxes))
		if any {
			due, found = time.UnixMilli(ms).UTC(), true
		}
		return err
	})
	return due, found, err
}

// Recover puts right at the start what a crash left half done, and says how many effects that were. What was only being
// tried is ready again, with its attempts. After the final dot a message in her name is Unknown, for the server may have
// taken it; everything else may safely be done twice and is ready again.
func (s *Store) Recover(ctx context.Context, now time.Time) (n int, err error) {
	err = s.Update(ctx, func(t *Tx) error {
		changed, err := t.exec("taking up what a crash left", `
			UPDATE effect SET changed = ?, state = CASE WHEN state = 'dot' AND kind = ? THEN 'unknown' ELSE 'ready' END
			WHERE state IN ('trying', 'dot')`, millis(now), noteSend)
		n = int(changed)
		return err
	})
	return n, err
}
