package daemon

import (
	"context"
	"sync"
	"time"
)

// ManualClock is a Clock that stands still until it is moved: by the demo and by the stories of the tests.
type ManualClock struct {
	mu    sync.Mutex
	now   time.Time
	moved chan struct{} // closed and replaced by every move
}

// NewManualClock makes a clock that shows at.
func NewManualClock(at time.Time) *ManualClock {
	return &ManualClock{now: at, moved: make(chan struct{})}
}

// Now is the time that the clock was moved to.
func (c *ManualClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Move sets the time; it never goes back.
func (c *ManualClock) Move(to time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if to.After(c.now) {
		c.now = to
		close(c.moved)
		c.moved = make(chan struct{})
	}
}

// Wait returns when the clock was moved to t or past it, when wake gets a value, or when ctx ends.
func (c *ManualClock) Wait(ctx context.Context, t time.Time, wake <-chan struct{}) {
	for {
		c.mu.Lock()
		due, moved := !t.IsZero() && !c.now.Before(t), c.moved
		c.mu.Unlock()
		if due {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-wake:
			return
		case <-moved:
		}
	}
}
