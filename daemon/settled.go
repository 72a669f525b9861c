package daemon

import (
	"context"
	"time"
)

// Settled reports that nothing is left to be done at the present time: every message below next (the UIDNEXT of each
// mailbox, by name) is taken in, nothing is due, and no effect is being performed. The demo and the stories of the tests
// move the clock only then.
func (d *Daemon) Settled(ctx context.Context, next map[string]uint32) (bool, error) {
	for _, b := range d.boxes {
		c, ok, err := d.cursor(ctx, b)
		if err != nil {
			return false, err
		}
		if !ok || c.Next < next[b.Name] {
			return false, nil
		}
	}
	if d.busy.Load() > 0 {
		return false, nil
	}
	at, err := d.Next(ctx)
	if err != nil || !at.IsZero() && !at.After(d.clock.Now()) {
		return false, err
	}
	return d.busy.Load() == 0, nil
}

// Next is when something is due next; zero when nothing is.
func (d *Daemon) Next(ctx context.Context) (time.Time, error) {
	next, _, err := d.store.NextDue(ctx, nil)
	if err != nil {
		return next, err
	}
	for _, who := range d.cfg.People {
		work, err := d.dueFor(ctx, who)
		if err != nil {
			return next, err
		}
		if work.due() {
			return d.clock.Now(), nil
		}
		if !work.next.IsZero() && (next.IsZero() || work.next.Before(next)) {
			next = work.next
		}
	}
	return next, nil
}
