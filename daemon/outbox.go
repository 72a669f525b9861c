package daemon

import (
	"context"
	"errors"
	"fmt"
	"time"

	"roundtwo/daemon/store"
	"roundtwo/interview"
)

// The kinds of effect, each with one function that performs it. An effect is claimed in one transaction, performed
// outside of any, and settled in another; what may be repeated after a crash, and what not, is said at each.
const (
	effectLetter  = "letter"       // to her: repeated with the same bytes and Message-ID
	effectDraft   = "note.draft"   // looked for in Drafts first
	effectUndraft = "note.undraft" // likewise
	effectRelease = "note.release" // reads Drafts and decides; sends nothing
	effectSend    = "note.send"    // to a stranger: never repeated after the final dot
	effectLook    = "note.look"    // looks for a note in Sent whose sending ended without an answer
	effectKeep    = "note.keep"    // lays a copy into Sent where the provider does not
	effectEvent   = "calendar.put" // repeated: the path comes from our UID
)

// performer does one effect and says how it stands.
type performer func(*Daemon, context.Context, *hands, store.Effect) outcome

var performers = map[string]performer{
	effectLetter:  (*Daemon).sendLetter,
	effectDraft:   (*Daemon).layDraft,
	effectUndraft: (*Daemon).takeDraft,
	effectRelease: (*Daemon).release,
	effectSend:    (*Daemon).sendNote,
	effectLook:    (*Daemon).lookForNote,
	effectKeep:    (*Daemon).keepCopy,
	effectEvent:   (*Daemon).putInCalendars,
}

// outcome is how an effect stands after an attempt.
type outcome struct {
	state store.EffectState
	again time.Duration // for Ready: try again after this
	err   error
	then  func(*decision) error // decided in the transaction that settles the effect
}

func done() outcome { return outcome{state: store.Done} }

// retry tries again later, at growing intervals.
func retry(e store.Effect, err error) outcome {
	return outcome{state: store.Ready, again: pauseAfter(e.Attempt), err: err}
}

// pauses between attempts: quick at first, since most faults are short; then as mail servers do (RFC 5321 §4.5.4.1).
var pauses = []time.Duration{5 * time.Second, 30 * time.Second, 2 * time.Minute, 5 * time.Minute, 10 * time.Minute, 20 * time.Minute, 40 * time.Minute, time.Hour}

func pauseAfter(attempt int) time.Duration {
	return pauses[min(max(attempt-1, 0), len(pauses)-1)]
}

// hands are the second connection of a mailbox: what lays drafts and looks into Sent. It is opened when needed.
type hands struct {
	d    *Daemon
	b    *box
	s    desk
	last time.Time
}

// idleHands is how long the second connection is kept without work: Gmail allows 15, shared with her own programs.
const idleHands = time.Minute

func (h *hands) session(ctx context.Context) (desk, error) {
	h.last = time.Now()
	if h.s != nil {
		return h.s, nil
	}
	s, err := h.d.desk(ctx, h.b)
	if err != nil {
		return nil, err
	}
	h.s = s
	return s, nil
}

// drop closes the connection: after an error nothing is known about it.
func (h *hands) drop() {
	if h.s != nil {
		h.s.Close()
		h.s = nil
	}
}

// workOutbox performs the effects of one mailbox, one at a time, in the order in which they are due.
func (d *Daemon) workOutbox(ctx context.Context, b *box) error {
	h := &hands{d: d, b: b}
	defer h.drop()
	for ctx.Err() == nil {
		worked, err := d.workOne(ctx, h)
		if err != nil {
			return err
		}
		if worked {
			continue
		}
		next, _, err := d.store.NextDue(ctx, []string{b.Name})
		if err != nil && ctx.Err() == nil {
			return storeError{err}
		}
		if h.s != nil {
			if time.Since(h.last) > idleHands {
				h.drop()
			} else if limit := d.clock.Now().Add(idleHands); next.IsZero() || next.After(limit) {
				next = limit
			}
		}
		d.clock.Wait(ctx, next, b.wake)
	}
	return nil
}

func (d *Daemon) workOne(ctx context.Context, h *hands) (worked bool, err error) {
	d.busy.Add(1)
	defer d.busy.Add(-1)
	e, ok, err := d.store.Claim(ctx, d.clock.Now(), []string{h.b.Name})
	if err != nil && ctx.Err() == nil {
		return false, storeError{fmt.Errorf("claim from the outbox: %w", err)}
	}
	if err != nil || !ok {
		return false, nil
	}
	perform, known := performers[e.Kind]
	if !known {
		return true, d.settle(ctx, h.b, e, outcome{state: store.Failed, err: fmt.Errorf("no effect %q", e.Kind)})
	}
	out := perform(d, ctx, h, e)
	if ctx.Err() != nil && out.state == store.Ready {
		out.again = 0 // told to stop in the middle of it: no fault of a server's, so that nothing is put off
	}
	return true, d.settle(context.WithoutCancel(ctx), h.b, e, out)
}

// settle commits what became of an effect together with what follows from it.
func (d *Daemon) settle(ctx context.Context, b *box, e store.Effect, out outcome) error {
	now := d.clock.Now()
	due, text := now, ""
	if out.state == store.Ready {
		due = now.Add(out.again)
	}
	if out.err != nil {
		text = out.err.Error()
	}
	d.log.Info("effect", "kind", e.Kind, "key", e.Key, "state", out.state, "attempt", e.Attempt, "error", text)
	if d.opt.Observe != nil && out.state == store.Done {
		d.opt.Observe(e.Kind, e.Key)
	}
	return d.update(ctx, func(tx *store.Tx) error {
		if err := tx.Settle(e.ID, out.state, due, text, now); err != nil {
			return err
		}
		if out.then == nil {
			return nil
		}
		who, ok := d.cfg.Candidate(e.Candidate)
		if !ok {
			return nil // she was taken out of the configuration: nothing more is decided for her
		}
		return out.then(d.decide(tx, b, who, fmt.Sprintf("effect-%d", e.ID)))
	})
}

// recover puts right what a crash left: what was not yet at a stranger's server is tried again, what may have been is
// looked for.
func (d *Daemon) recover(ctx context.Context) error {
	n, err := d.store.Recover(ctx, d.clock.Now())
	if err != nil {
		return storeError{fmt.Errorf("take up the outbox: %w", err)}
	}
	if n > 0 {
		d.log.Info("taken up after a stop", "effects", n)
	}
	return d.update(ctx, func(tx *store.Tx) error {
		if err := d.beginDigests(tx); err != nil {
			return err
		}
		sending, err := tx.NotesIn(interview.Sending)
		if err != nil {
			return err
		}
		for _, note := range sending {
			if err := d.recoverNote(tx, note); err != nil {
				return err
			}
		}
		return nil
	})
}

// recoverNote looks at a note that was being sent. Its effect is Unknown when the final dot may have gone out.
func (d *Daemon) recoverNote(tx *store.Tx, n interview.Note) error {
	e, ok, err := tx.EffectByKey(sendKey(n))
	if err != nil || !ok || e.State != store.Unknown {
		return err
	}
	b, okBox := d.box(e.Mailbox)
	who, okWho := d.cfg.Candidate(n.Candidate)
	if !okBox || !okWho {
		return nil
	}
	return d.decide(tx, b, who, fmt.Sprintf("effect-%d", e.ID)).lost(n, errors.New("stopped while the server's answer was awaited"))
}
