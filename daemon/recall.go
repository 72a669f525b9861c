package daemon

import (
	"context"
	"errors"
	"fmt"
	"time"

	"roundtwo/daemon/store"
	"roundtwo/interview"
)

// errUnread holds a note back: her last word may be to stop it.
var errUnread = errors.New("the inbox holds messages that are not read yet")

// readThrough makes sure that nothing lies unread in the inbox before a note leaves: while the daemon or the connection
// was down she may have written "stop", or the interview may have been called off. It gives the watcher a moment to read;
// what is still unread then puts the note off.
func (d *Daemon) readThrough(ctx context.Context, h *hands) error {
	s, err := h.session(ctx)
	if err != nil {
		return err
	}
	for end := time.Now().Add(d.patience); ; sleep(ctx, 50*time.Millisecond) {
		c, _, err := d.cursor(ctx, h.b)
		if err != nil {
			return err
		}
		newer, err := s.Newer(ctx, h.b.Folder, c.Validity, c.Next)
		if err != nil {
			return fmt.Errorf("look for unread messages before sending: %w", err)
		}
		if !newer {
			return nil
		}
		if !time.Now().Before(end) || ctx.Err() != nil {
			return errUnread
		}
	}
}

// errRecalled ends an attempt before it began.
var errRecalled = errors.New("called back")

// mayLeave says whether a released note may still be given to the server.
func (d *Daemon) mayLeave(ctx context.Context, h *hands, e store.Effect) error {
	if err := d.readThrough(ctx, h); err != nil {
		return err
	}
	return d.view(ctx, func(tx *store.Tx) error {
		n, _, err := tx.Note(e.Note)
		if err == nil && n.RecalledBy != "" {
			err = errRecalled
		}
		return err
	})
}

// soon is when a note is looked at again that could not leave.
const soon = 30 * time.Second

// waits puts a note off.
func waits(h *hands, e store.Effect, err error) outcome {
	if errors.Is(err, errUnread) || errors.Is(err, errRecalled) {
		return again(outcome{state: store.Ready, again: soon, err: err}, e)
	}
	h.drop()
	return again(retry(e, err), e)
}

// again lets a note wait for its next attempt, unless it was called back during this one.
func again(out outcome, e store.Effect) outcome {
	out.then = func(dec *decision) error { return dec.recalled(e) }
	return out
}

// callBack takes a note back before it leaves: one that is held, and one that a server did not take yet and that waits
// in the outbox for another attempt. false: it is just being handed over; then this attempt is the last.
func (dec *decision) callBack(n interview.Note, why interview.NoteEvent) (bool, error) {
	if n.State == interview.Sending {
		cancelled, err := dec.tx.CancelEffect(sendKey(n))
		if err != nil {
			return false, err
		}
		if !cancelled {
			n.RecalledBy = why
			return false, dec.tx.SaveNote(&n)
		}
	}
	return true, dec.noteEvent(n, why)
}

// recalled settles a note that was called back during an attempt that failed: it is stopped, or void, as it would have
// been before the attempt.
func (dec *decision) recalled(e store.Effect) error {
	n, ok, err := dec.tx.Note(e.Note)
	if err != nil || !ok || n.RecalledBy == "" || n.State != interview.Sending {
		return err
	}
	why := n.RecalledBy
	n.RecalledBy = ""
	_, err = dec.callBack(n, why)
	return err
}
