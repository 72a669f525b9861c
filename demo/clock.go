package demo

import (
	"context"
	"sync"
	"time"
)

// clock is a daemon.Clock that stands still until the story moves it.
type clock struct {
	mu    sync.Mutex
	now   time.Time
	moved chan struct{} // closed and replaced by every move
}

func newClock(at time.Time) *clock { return &clock{now: at, moved: make(chan struct{})} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// move sets the time; it never goes back.
func (c *clock) move(to time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if to.After(c.now) {
		c.now = to
		close(c.moved)
		c.moved = make(chan struct{})
	}
}

func (c *clock) Wait(ctx context.Context, t time.Time, wake <-chan struct{}) {
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
