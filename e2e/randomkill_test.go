package e2e

import (
	"fmt"
	"math/rand/v2"
	"sync/atomic"
	"testing"
	"time"

	"roundtwo/security"
)

// killsInAStory is how often the daemon dies in one story at most; then it is left in peace, so that the story has an end.
const killsInAStory = 25

// TestKilledAtRandom kills the daemon again and again, at any time after its start, all the way from the invitation to
// the sent notes: the end must be that of a story in which nothing happened.
func TestKilledAtRandom(t *testing.T) {
	stories := security.Soak(15, 500)
	want := prepare(t, servers.lab, "").wholeWay()
	gate := make(chan struct{}, 6) // each start costs a processor
	var kills, same, doubts atomic.Int64
	t.Cleanup(func() {
		security.Figure(t, "kill -9 at random times, from invitation to sent notes", "kills", kills.Load(), "stories", stories,
			"ended as if never killed", same.Load(), "of them after she was asked about a note in doubt", doubts.Load())
	})
	for n := range stories {
		t.Run(fmt.Sprint("story ", n), func(t *testing.T) {
			t.Parallel()
			gate <- struct{}{}
			defer func() { <-gate }()
			s := prepare(t, servers.lab, "")
			s.killAtRandom(rand.New(rand.NewPCG(uint64(n), 3)))
			s.endsAs(want, s.wholeWay())
			kills.Add(int64(s.deaths))
			if s.deaths < killsInAStory/2 {
				t.Errorf("the daemon died only %d times", s.deaths)
			}
			if len(s.doubts) > 0 {
				doubts.Add(1)
			}
			if !t.Failed() {
				same.Add(1)
			}
		})
	}
}

// killAtRandom lets each daemon live for a while that chance decides: mostly long enough to do something.
func (s *stage) killAtRandom(r *rand.Rand) {
	left := killsInAStory
	s.launched = func() {
		if left == 0 {
			return
		}
		left--
		process := s.cmd.Process
		time.AfterFunc(time.Duration(5+r.IntN(200))*time.Millisecond, func() { process.Kill() })
	}
}
