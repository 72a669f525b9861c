package e2e

import (
	"fmt"
	"sync/atomic"
	"testing"

	"roundtwo/daemon/mailtest"
	"roundtwo/security"
)

// TestKilledAtWritesToTheNetwork kills the daemon at something that it writes to a server: before the server has it, and
// after. How the daemon's writes are divided among its connections differs from run to run, so that the points are spread
// evenly over the story instead of being named.
func TestKilledAtWritesToTheNetwork(t *testing.T) {
	count := &tap{t: t}
	s := prepare(t, servers.lab, "")
	count.lead(s)
	want := s.wholeWay()
	writes := int(count.seen.Load())
	if writes < 100 {
		t.Fatalf("only %d writes in the story", writes)
	}
	step := security.Soak(max(1, writes/30), 1)
	var deaths, same atomic.Int64
	t.Cleanup(func() {
		security.Figure(t, "kill -9 at writes to the network, before and after the server has them", "writes in the story", writes,
			"killed", deaths.Load(), "ended as if never killed", same.Load())
	})
	for n := 1; n < writes; n += step {
		for _, passed := range []bool{false, true} {
			t.Run(fmt.Sprintf("write %d, passed on %v", n, passed), func(t *testing.T) {
				t.Parallel()
				s := prepare(t, servers.lab, "")
				at := &tap{t: t, killAt: int64(n), passed: passed}
				at.lead(s)
				s.endsAs(want, s.wholeWay())
				deaths.Add(int64(s.deaths))
				if s.deaths > 1 {
					t.Errorf("the daemon died %d times", s.deaths)
				}
				if !t.Failed() {
					same.Add(1)
				}
			})
		}
	}
}

// tap stands between the daemon and all its servers and counts what it writes.
type tap struct {
	t      *testing.T
	seen   atomic.Int64
	killAt int64 // the write at which the daemon is killed; 0: never
	passed bool  // whether the server gets that one
}

// lead makes the daemon of a stage connect through the tap.
func (p *tap) lead(s *stage) {
	s.between = func(addr string) string {
		proxy, err := mailtest.NewProxy(addr)
		s.check(err)
		p.t.Cleanup(proxy.Close)
		proxy.OnWrite = func([]byte) bool {
			if p.seen.Add(1) != p.killAt {
				return true
			}
			s.cmd.Process.Kill()
			return p.passed
		}
		return proxy.Addr
	}
	s.configure()
}
