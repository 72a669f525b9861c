package daemon

import (
	"context"
	"errors"
	"fmt"
	"time"

	"roundtwo/daemon/calendar"
	"roundtwo/daemon/mailbox"
	"roundtwo/daemon/store"
	"roundtwo/daemon/submission"
	"roundtwo/interview"
	"roundtwo/interview/ics"
)

// manyLetters an hour are a fault of ours or a flood from outside: the rest waits.
const manyLetters = 30

// sendLetter submits a letter to her. After a lost answer it goes out again: she may get it twice, with one Message-ID.
func (d *Daemon) sendLetter(ctx context.Context, h *hands, e store.Effect) outcome {
	if wait, err := d.flooded(ctx, e); err != nil || wait {
		return outcome{state: store.Ready, again: 10 * time.Minute, err: errors.Join(err, errors.New("more letters in an hour than are sent"))}
	}
	res := d.submit(ctx, h.b.smtp, e.From, e.To, e.Payload, func() error { return nil })
	switch {
	case res.Outcome == submission.Sent:
		return done()
	case res.Outcome == submission.Refused && e.Attempt >= len(pauses):
		return outcome{state: store.Failed, err: reasonOf(res)}
	}
	return retry(e, reasonOf(res))
}

func (d *Daemon) flooded(ctx context.Context, e store.Effect) (bool, error) {
	var n int
	err := d.view(ctx, func(tx *store.Tx) (err error) {
		n, err = tx.CountLetters(e.Candidate, d.clock.Now().Add(-time.Hour))
		return err
	})
	return n > manyLetters && e.Attempt < 3, err
}

func reasonOf(r submission.Result) error {
	if r.Err != nil {
		return fmt.Errorf("%s: %w", r.Stage, r.Err)
	}
	return fmt.Errorf("%s: %d %s", r.Stage, r.Code, r.Reply)
}

// layDraft appends a note to Drafts unless it lies there already: a lost OK is found by its Message-ID.
func (d *Daemon) layDraft(ctx context.Context, h *hands, e store.Effect) outcome {
	return d.inFolder(ctx, h, e, h.b.draftsFolder, func(s desk, folder string, uids []uint32) error {
		if len(uids) > 0 {
			return nil
		}
		_, err := s.Append(ctx, folder, []string{`\Draft`, `\Seen`}, d.clock.Now(), e.Payload)
		return err
	})
}

// takeDraft removes a draft of ours. Where the server cannot remove single messages it stays, which does no harm.
func (d *Daemon) takeDraft(ctx context.Context, h *hands, e store.Effect) outcome {
	return d.inFolder(ctx, h, e, h.b.draftsFolder, func(s desk, folder string, uids []uint32) error {
		for _, uid := range uids {
			if err := s.RemoveDraft(ctx, folder, uid); err != nil && !errors.Is(err, mailbox.ErrCannotRemove) {
				return err
			}
		}
		return nil
	})
}

// keepCopy lays a sent note into Sent, unless the provider did.
func (d *Daemon) keepCopy(ctx context.Context, h *hands, e store.Effect) outcome {
	return d.inFolder(ctx, h, e, h.b.sentFolder, func(s desk, folder string, uids []uint32) error {
		if len(uids) > 0 {
			return nil
		}
		_, err := s.Append(ctx, folder, []string{`\Seen`}, d.clock.Now(), e.Payload)
		return err
	})
}

func (b *box) draftsFolder() string {
	return b.folder(func(f mailbox.Folders) string { return f.Drafts })
}
func (b *box) sentFolder() string { return b.folder(func(f mailbox.Folders) string { return f.Sent }) }

func (b *box) folder(of func(mailbox.Folders) string) string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return of(b.folders)
}

// inFolder looks for the effect's message in a folder and lets fn act on what was found. A mailbox without such a
// folder is no fault: the letters show everything.
func (d *Daemon) inFolder(ctx context.Context, h *hands, e store.Effect, folder func() string, fn func(desk, string, []uint32) error) outcome {
	s, err := h.session(ctx)
	if err != nil {
		return retry(e, err)
	}
	name := folder()
	if name == "" {
		return outcome{state: store.Done, err: errors.New("the mailbox has no such folder")}
	}
	uids, err := s.FindID(ctx, name, e.MessageID)
	if err == nil {
		err = fn(s, name, uids)
	}
	if err != nil {
		h.drop()
		return retry(e, err)
	}
	return done()
}

// putInCalendars brings every calendar of hers into line with the interview as it is now.
func (d *Daemon) putInCalendars(ctx context.Context, h *hands, e store.Effect) outcome {
	var iv interview.Interview
	var marks []store.Mark
	err := d.view(ctx, func(tx *store.Tx) (err error) {
		if iv, _, err = tx.Interview(e.Interview); err == nil {
			marks, err = tx.Marks(e.Interview)
		}
		return err
	})
	if err != nil {
		return retry(e, err)
	}
	who, _ := d.cfg.Candidate(e.Candidate)
	var left []store.Mark
	var failed []error
	for _, target := range d.cals[e.Candidate] {
		for _, o := range d.objects(iv, who.Name, target.Name(), marks) {
			mark, err := target.Put(ctx, o.Object, o.last)
			if err != nil {
				failed = append(failed, fmt.Errorf("calendar %s: %w", target.Name(), err))
				break
			}
			left = append(left, store.Mark{Target: target.Name(), UID: o.UID, Candidate: e.Candidate, Interview: e.Interview,
				ETag: mark.ETag, Hash: mark.Hash, Gone: mark.Gone, Cancelled: o.Cancelled})
		}
	}
	save := func(dec *decision) error {
		for _, m := range left {
			if err := dec.tx.SaveMark(m); err != nil {
				return err
			}
		}
		return nil
	}
	if len(failed) == 0 {
		return outcome{state: store.Done, then: save}
	}
	return d.calendarFailed(e, errors.Join(failed...), save)
}

// calendarFailed tries again, and tells her once: at once of a refusal, after some tries of a calendar that is away.
func (d *Daemon) calendarFailed(e store.Effect, err error, save func(*decision) error) outcome {
	out := retry(e, err)
	permanent := !calendar.Temporary(err)
	if permanent {
		out.again = time.Hour
	}
	if permanent && e.Attempt >= 24 {
		out.state = store.Failed
	}
	out.then = func(dec *decision) error {
		if err := save(dec); err != nil {
			return err
		}
		if !permanent && e.Attempt < 5 {
			return nil
		}
		return dec.tellCalendar(e.Interview, err)
	}
	return out
}

// tellCalendar writes one letter for each spell of trouble with a calendar, however many events are waiting.
func (dec *decision) tellCalendar(id string, failure error) error {
	key := "calendar-told/" + dec.who.Name
	last, _, err := dec.tx.Meta(key)
	if err != nil {
		return err
	}
	if told, err := time.Parse(time.RFC3339, last); err == nil && dec.now.Sub(told) < 7*24*time.Hour {
		return nil
	}
	if err := dec.tx.SetMeta(key, dec.now.Format(time.RFC3339)); err != nil {
		return err
	}
	iv, _, err := dec.tx.Interview(id)
	if err != nil {
		return err
	}
	return dec.letter(iv, letterOf{kind: "calendar", refusal: failure.Error()})
}

// object is one calendar object to be brought into line, with what we last left there.
type object struct {
	calendar.Object
	last *calendar.Mark
}

// objects gives the events of an interview as it is now, and cancels those that it no longer has: an agenda over two days
// that became one.
func (d *Daemon) objects(iv interview.Interview, who, target string, marks []store.Mark) []object {
	c, ok := d.cfg.Candidate(who)
	if !ok {
		return nil
	}
	var alarms []time.Duration
	for _, a := range c.Alarms {
		alarms = append(alarms, a.D())
	}
	var out []object
	seen := map[string]bool{}
	for _, ev := range ics.Events(iv, d.clock.Now(), alarms) {
		data, err := ics.Encode(ics.Calendar{Events: []ics.Event{ev}})
		if err != nil {
			d.log.Error("calendar event", "interview", iv.ID, "error", err)
			continue
		}
		seen[ev.UID] = true
		last := lastMark(marks, target, ev.UID)
		if ev.Status == "CANCELLED" && last == nil {
			continue // never put there: nothing to cancel
		}
		out = append(out, object{calendar.Object{UID: ev.UID, Data: data, Cancelled: ev.Status == "CANCELLED"}, last})
	}
	for _, m := range marks {
		if m.Target == target && !seen[m.UID] && !m.Cancelled {
			out = append(out, object{calendar.Object{UID: m.UID, Cancelled: true}, lastMark(marks, target, m.UID)})
		}
	}
	return out
}

func lastMark(marks []store.Mark, target, uid string) *calendar.Mark {
	for _, m := range marks {
		if m.Target == target && m.UID == uid {
			return &calendar.Mark{ETag: m.ETag, Hash: m.Hash, Gone: m.Gone}
		}
	}
	return nil
}

// putEvent orders that the calendars be brought into line. One order for each sequence: the event is made from the
// interview as it is when the order is performed.
func (dec *decision) putEvent(iv interview.Interview) error {
	if len(dec.d.cals[dec.who.Name]) == 0 {
		return nil
	}
	return dec.enqueue(store.Effect{Key: fmt.Sprintf("cal/%s/%d/%s", iv.ID, iv.Sequence, dec.trigger), Kind: effectEvent, Interview: iv.ID})
}
