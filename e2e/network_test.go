package e2e

import (
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"roundtwo/security"
)

// trouble is something that happens on the way to one server, at one moment of the story, for a while.
type trouble struct {
	name   string
	way    string
	moment string // "invitation": just before it comes; "sending": just before the notes may leave
	lasts  time.Duration
	fault  toxic
}

// troubles are what networks do, and a sweep of cuts over all that passes in a session.
func troubles() []trouble {
	kinds := []struct {
		name string
		toxic
	}{
		{"delays", toxic{"latency", "downstream", map[string]int{"latency": 300, "jitter": 250}}},
		{"crumbs", toxic{"slicer", "downstream", map[string]int{"average_size": 30, "size_variation": 20, "delay": 1500}}},
		{"a trickle", toxic{"bandwidth", "downstream", map[string]int{"rate": 1}}},
		{"a trickle to the server", toxic{"bandwidth", "upstream", map[string]int{"rate": 1}}},
		{"half open: nothing comes back", toxic{"timeout", "downstream", map[string]int{"timeout": 0}}},
		{"half open: nothing arrives", toxic{"timeout", "upstream", map[string]int{"timeout": 0}}},
		{"resets", toxic{"reset_peer", "downstream", map[string]int{"timeout": 40}}},
		{"refused", toxic{kind: "down"}},
	}
	var out []trouble
	for _, way := range []string{"imap", "smtp", "caldav"} {
		for i, k := range kinds {
			moment := []string{"invitation", "sending"}[i%2]
			if way == "caldav" {
				moment = "invitation"
			}
			out = append(out, trouble{fmt.Sprintf("%s, %s, at the %s", way, k.name, moment), way, moment, 5 * time.Second, k.toxic})
		}
		out = append(out, cuts(way)...)
	}
	return out
}

// cuts end a connection after so many octets, each at another place of the session: in the handshake, in the login, in the
// text of a message, and between the last dot and its answer.
func cuts(way string) (out []trouble) {
	step := security.Soak(700, 50)
	for _, stream := range []string{"downstream", "upstream"} {
		for n := 150; n < 6000; n += step {
			moment := "invitation"
			if way == "smtp" {
				moment = "sending"
			}
			out = append(out, trouble{fmt.Sprintf("%s, cut after %d octets %s", way, n, stream), way, moment, 3 * time.Second,
				toxic{"limit_data", stream, map[string]int{"bytes": n}}})
		}
	}
	return out
}

// TestBadNetworks plays the story from the invitation to the sent notes through networks that fail for a few seconds: it
// ends as where they do not.
func TestBadNetworks(t *testing.T) {
	want := prepare(t, servers.lab, "").wholeWay()
	var played, same, doubts atomic.Int64
	t.Cleanup(func() {
		security.Figure(t, "troubles of the network on the way to each server", "troubles", played.Load(), "ended as without", same.Load(),
			"of them after she was asked about a note in doubt", doubts.Load())
	})
	for _, x := range troubles() {
		t.Run(x.name, func(t *testing.T) {
			t.Parallel()
			s := prepare(t, servers.lab, "")
			way := s.badNetwork()
			s.moment = func(name string) {
				if name == x.moment {
					heal := way.spoil(x.way, x.fault)
					healed := time.AfterFunc(x.lasts, heal)
					t.Cleanup(func() { healed.Stop() })
				}
			}
			s.endsAs(want, s.wholeWay("--lab-patience", "2s"))
			played.Add(1)
			if len(s.doubts) > 0 {
				doubts.Add(1)
			}
			if !t.Failed() {
				same.Add(1)
			}
		})
	}
}
