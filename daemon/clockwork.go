package daemon

import (
	"context"
	"fmt"
	"time"

	"roundtwo/daemon/config"
	"roundtwo/daemon/store"
	"roundtwo/interview"
)

// keepTime brings what time brings: reminders, the end of an interview, notes, the follow-up, expiry.
func (d *Daemon) keepTime(ctx context.Context) error {
	for ctx.Err() == nil {
		next, err := d.tick(ctx)
		if err != nil {
			return err
		}
		d.clock.Wait(ctx, next, d.wake)
	}
	return nil
}

// tick brings everything that is due and says when to look again. Each interview has its own transaction.
func (d *Daemon) tick(ctx context.Context) (time.Time, error) {
	var next time.Time
	soonest := func(t time.Time) {
		if !t.IsZero() && (next.IsZero() || t.Before(next)) {
			next = t
		}
	}
	for _, who := range d.cfg.People {
		b, ok := d.box(who.Mailbox)
		if !ok {
			continue
		}
		work, err := d.dueFor(ctx, who)
		if err != nil {
			return next, err
		}
		for _, id := range work.ids {
			if err := d.bring(ctx, b, who, id); err != nil {
				return next, err
			}
		}
		if work.ask {
			if err := d.putQuestions(ctx, b, who); err != nil {
				return next, err
			}
		}
		if work.digest {
			if err := d.digest(ctx, b, who); err != nil {
				return next, err
			}
		}
		if len(work.old) > 0 {
			if err := d.forgetOld(ctx, work.old); err != nil {
				return next, err
			}
		}
		soonest(work.next)
		if work.due() {
			soonest(d.clock.Now()) // what was brought may make something else due
		}
	}
	return next, nil
}

// agenda is which interviews of a candidate have something due, and when the next one has.
type agenda struct {
	ids    []string
	ask    bool     // there are questions to be put: see toAsk
	digest bool     // the weekly digest is due
	old    []string // interviews that have been kept long enough
	next   time.Time
}

// due reports that something is due now.
func (a agenda) due() bool { return len(a.ids) > 0 || a.ask || a.digest || len(a.old) > 0 }

func (d *Daemon) dueFor(ctx context.Context, who config.Candidate) (agenda, error) {
	var out agenda
	now := d.clock.Now()
	err := d.view(ctx, func(tx *store.Tx) error {
		all, err := tx.Interviews(who.Name)
		if err != nil {
			return err
		}
		weekly, err := nextDigest(tx, who, now)
		if err != nil {
			return err
		}
		out.digest, out.next = !weekly.After(now), weekly
		questions, err := d.toAsk(tx, who, all, now)
		if err != nil {
			return err
		}
		if out.ask = questions.due(); !questions.next.IsZero() && questions.next.Before(out.next) {
			out.next = questions.next
		}
		var until time.Time
		if out.old, until = d.outlived(all, now); !until.IsZero() && until.Before(out.next) {
			out.next = until
		}
		for _, iv := range all {
			if iv.State == interview.Closed {
				continue
			}
			at, err := d.nextFor(tx, iv, now)
			if err != nil {
				return err
			}
			switch {
			case at.IsZero():
			case !at.After(now):
				out.ids = append(out.ids, iv.ID)
			case out.next.IsZero() || at.Before(out.next):
				out.next = at
			}
		}
		return nil
	})
	return out, err
}

// nextFor is when something of an interview or of its notes is due.
func (d *Daemon) nextFor(tx *store.Tx, iv interview.Interview, now time.Time) (time.Time, error) {
	next := interview.NextDue(iv, d.timing(), now)
	notes, err := tx.Notes(iv.ID)
	if err != nil {
		return next, err
	}
	zone := d.zone(iv.Candidate)
	for _, n := range notes {
		for _, a := range noteDates(iv, n, zone) {
			if next.IsZero() || a.at.Before(next) {
				next = a.at
			}
		}
	}
	return next, nil
}

func (d *Daemon) zone(candidate string) *time.Location {
	who, ok := d.cfg.Candidate(candidate)
	if !ok {
		return time.UTC
	}
	return profile(who).Zone
}

// noteDate is something that the clock brings to a note.
type noteDate struct {
	at   time.Time
	what string
}

// The dates of a request for thanks, counted from the end of the interview: the articles ask for thanks within 48 hours.
const (
	remindAfter = 20 * time.Hour
	warnAfter   = 36 * time.Hour
)

func noteDates(iv interview.Interview, n interview.Note, zone *time.Location) []noteDate {
	switch n.State {
	case interview.Postponed:
		return []noteDate{{n.Again, "again"}}
	case interview.Asked:
		end := iv.End().In(zone)
		out := []noteDate{{n.Updated.Add(lastDay), "expire"}}
		if n.Kind == interview.ThankYou && iv.State == interview.Held {
			out[0].at = later(end.Add(lastDay), n.Updated.Add(24*time.Hour))
			for _, r := range []noteDate{{morning(end.Add(remindAfter)), "remind"}, {morning(end.Add(warnAfter)), "warn"}} {
				if n.Updated.Before(r.at) && iv.Done[interview.Reminder(r.what)].Before(r.at) {
					out = append(out, r)
				}
			}
		}
		return out
	}
	return nil
}

// morning moves what would come at night to eight o'clock: a letter at half past three helps nobody.
func morning(t time.Time) time.Time {
	if t.Hour() >= 8 {
		return t
	}
	y, m, d := t.Date()
	return time.Date(y, m, d, 8, 0, 0, 0, t.Location())
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// bring lets everything that is due for one interview happen, in one transaction.
func (d *Daemon) bring(ctx context.Context, b *box, who config.Candidate, id string) error {
	return d.update(ctx, func(tx *store.Tx) error {
		iv, ok, err := tx.Interview(id)
		if err != nil || !ok {
			return err
		}
		now := d.clock.Now()
		for _, kind := range interview.Due(iv, d.timing(), now) {
			dec := d.decide(tx, b, who, "clock-"+string(kind))
			if err := dec.apply(iv, interview.Event{Kind: kind}); err != nil {
				return fmt.Errorf("%s of %s: %w", kind, id, err)
			}
			if iv, _, err = tx.Interview(id); err != nil {
				return err
			}
		}
		return d.decide(tx, b, who, "clock-"+now.UTC().Format("20060102T1504")).bringNotes(iv)
	})
}

// bringNotes lets what is due happen to the notes of an interview.
func (dec *decision) bringNotes(iv interview.Interview) error {
	notes, err := dec.tx.Notes(iv.ID)
	if err != nil {
		return err
	}
	zone := dec.profile().Zone
	var again []interview.Note
	remind := false
	for _, n := range notes {
		for _, a := range noteDates(iv, n, zone) {
			if a.at.After(dec.now) {
				continue
			}
			switch a.what {
			case "again":
				next, _ := interview.ApplyNote(n, interview.NoteAgain, dec.now)
				if err := dec.tx.SaveNote(&next); err != nil {
					return err
				}
				again = append(again, next)
			case "expire":
				if err := dec.noteEvent(n, interview.NoteExpire); err != nil {
					return err
				}
			default:
				remind = true
				iv.Done[interview.Reminder(a.what)] = dec.now
			}
		}
	}
	if len(again) > 0 {
		if err := dec.request(iv, again); err != nil {
			return err
		}
	}
	if !remind {
		return nil
	}
	return dec.remind(iv)
}

// remind asks once more for her word, and shows all that waits for it: what rang the alarm may be one note of several, and
// an answer to the reminder covers what stands there, no more.
func (dec *decision) remind(iv interview.Interview) error {
	if err := dec.tx.SaveInterview(iv); err != nil {
		return err
	}
	waiting, err := dec.open(iv, nil)
	if err != nil || len(waiting) == 0 {
		return err
	}
	request, err := dec.latestRequest(iv)
	if err != nil {
		return err
	}
	for _, n := range waiting {
		if n.State != interview.Asked || n.Request != request {
			return dec.request(iv, nil) // shown in different letters, by numbers that may be the same: all anew
		}
	}
	return dec.letter(iv, letterOf{kind: "request-reminder", notes: waiting, hash: hashOf(waiting), expires: dec.expiry(iv)})
}
