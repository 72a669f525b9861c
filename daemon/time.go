package daemon

import (
	"context"
	"time"
)

// Clock tells the time and waits for it. The demo and the stories of the tests move one by hand.
type Clock interface {
	// Now is the present time.
	Now() time.Time
	// Wait returns when t has come, when wake gets a value, or when ctx ends. A zero t never comes.
	Wait(ctx context.Context, t time.Time, wake <-chan struct{})
}

// SystemClock is the machine's clock.
type SystemClock struct{}

// Now is time.Now.
func (SystemClock) Now() time.Time { return time.Now() }

// longest is how long a timer runs at most: after a suspend or a clock step the wall time is looked at again.
const longest = time.Minute

// Wait looks at the wall clock at least once a minute, since timers stand still while a laptop sleeps.
func (c SystemClock) Wait(ctx context.Context, t time.Time, wake <-chan struct{}) {
	for {
		left := longest
		if !t.IsZero() {
			left = min(longest, t.Sub(c.Now().Round(0)))
		}
		if left <= 0 {
			return
		}
		timer := time.NewTimer(left)
		select {
		case <-ctx.Done():
			timer.Stop()
			return
		case <-wake:
			timer.Stop()
			return
		case <-timer.C:
		}
	}
}
