package daemon

import (
	"fmt"
	"testing"
	"time"

	"roundtwo/daemon/mailtest"
	"roundtwo/interview"
	"roundtwo/security"
)

// The server takes each note and the connection ends before it has said so. Half of the providers keep a copy of what they
// take, so that the daemon finds out by itself; at the others she is asked. None is ever sent a second time.
func TestLostAnswers(t *testing.T) {
	stories := security.Soak(100, 2500)
	if raced {
		stories = 4
	}
	lost, twice, found, asked, open := 0, 0, 0, 0, 0
	for n := range stories {
		t.Run(fmt.Sprint("story ", n), func(t *testing.T) {
			s, request := interviewed(t, "")
			for _, to := range []string{"dana@northwind.example", "samuel@northwind.example"} {
				s.world.FailSMTP(mailtest.Fault{Stage: mailtest.AtAnswer, To: to, Cut: true, Times: 1})
			}
			s.answer(request, "send all")
			s.pass(11 * time.Minute)
			lost += len(s.outside())
			if n%2 == 0 {
				for _, m := range s.outside() {
					s.check(s.world.Put(casey, "Sent", m.Raw))
				}
			}
			if n%4 < 2 {
				s.restart()
			}
			s.pass(time.Hour)
			asked += s.tellDone()
			s.pass(26 * time.Hour)
			if more := len(s.outside()) - 2; more != 0 {
				twice += more
				t.Errorf("%d messages more went out", more)
			}
			for _, note := range s.notes() {
				if note.State != interview.Sent {
					open++
					t.Errorf("the note to %s ends as %s", note.To.Name, note.State)
				}
			}
		})
	}
	found = lost - asked
	security.Figure(t, "lost answers to a note that the server has taken", "lost", lost, "found in Sent", found, "asked about", asked,
		"sent twice", twice, "not settled", open)
}

// tellDone answers every question about a note in doubt: it has arrived.
func (s *scene) tellDone() (asked int) {
	for _, l := range s.letters() {
		if l.kind == "unknown" {
			asked++
			s.answer(l, "done")
		}
	}
	return asked
}
