package daemon

import (
	"fmt"
	"sync"
	"testing"

	"roundtwo/security"
)

// The property: whatever happens, no message goes to anybody but her without her answer to a letter that showed those very
// words, none after she called it back, and no note goes out twice. Chance deals invitations, moves and cancellations,
// genuine answers, forged, stale, quoted and repeated ones, edits in Drafts, restarts, crashes at any commit, old copies of
// the store, servers that fail and answers that are lost.

// On the bench, where a step costs a millisecond or two: a hundred thousand steps.
func TestNothingLeavesWithoutHerWord(t *testing.T) {
	lives, steps := security.Soak(400, 4000), 250
	if raced {
		lives = 2 // make unit runs them all without the race detector too
	}
	all := &tally{}
	t.Run("lives", func(t *testing.T) {
		for seed := range uint64(lives) {
			t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
				t.Parallel()
				l := newLife(t, seed, newBenchGround(t, seed))
				defer all.add(l)
				l.live(steps)
			})
		}
	})
	all.figure(t, "random lives of the daemon")
}

// Among servers that speak IMAP, SMTP and CalDAV, with all that runs at once in a daemon.
func TestNothingLeavesWithoutHerWordAmongServers(t *testing.T) {
	lives := security.Soak(6, 300)
	if raced {
		lives = 1
	}
	all := &tally{}
	for seed := range uint64(lives) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			l := newLife(t, seed, newWorldGround(t))
			defer all.add(l)
			l.live(security.Soak(250, 400))
		})
	}
	all.figure(t, "random lives among servers")
}

// tally sums lives up.
type tally struct {
	sync.Mutex
	steps, letters, notes, approvals, recalls, forgeries, crashes, unasked, twice int
}

func (c *tally) add(l *life) {
	c.Lock()
	defer c.Unlock()
	c.steps, c.letters, c.notes, c.approvals, c.recalls = c.steps+l.steps, c.letters+l.came, c.notes+len(l.gone), c.approvals+l.approvals, c.recalls+l.recalls
	c.forgeries, c.crashes, c.unasked, c.twice = c.forgeries+l.forgeries, c.crashes+l.ground.crashes(), c.unasked+l.unasked, c.twice+l.twice
}

func (c *tally) figure(t *testing.T, name string) {
	if c.approvals == 0 || c.notes == 0 || c.recalls == 0 && !raced {
		t.Errorf("%d approvals, %d notes, %d called back: this proves nothing", c.approvals, c.notes, c.recalls)
	}
	security.Figure(t, name, "steps", c.steps, "letters to her", c.letters, "notes sent", c.notes, "approvals", c.approvals, "called back", c.recalls,
		"forged or repeated answers", c.forgeries, "crashes", c.crashes, "sent without her word", c.unasked, "sent twice", c.twice)
}
