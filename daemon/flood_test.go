package daemon

import (
	"bytes"
	"fmt"
	"testing"

	"roundtwo/security"
)

// Ten thousand commands from strangers, half of them under her address and with made-up tokens: nobody gets an answer but
// she, and she no more than a day's caps allow.
func TestAFloodOfCommandsFromStrangers(t *testing.T) {
	w, request := asked(t, "")
	before, sent := len(w.inbox), 0
	w.onSent = func(string, []byte) { sent++ }
	count := security.Soak(10_000, 100_000)
	if raced {
		count = 500
	}
	for n := range count {
		from := fmt.Sprintf("stranger%d@evil.example", n)
		reply := fmt.Sprintf("made.up.%d@evil.example", n)
		if n%4 == 0 {
			reply = request.MessageID + "x"
		}
		w.lay(inCRLF(fmt.Sprintf("From: %s\nTo: %s\nSubject: Re: help %d\nMessage-ID: <flood.%d@evil.example>\nIn-Reply-To: <%s>\n\n%s\n", from, casey, n, n, reply, []string{"help", "status", "stop", "send all"}[n%4])))
		if n%500 == 499 {
			w.do(w.catchUp)
			w.rest()
		}
	}
	w.do(w.catchUp)
	w.rest()
	answers := 0
	for _, m := range w.inbox[before:] {
		if bytes.Contains(m.Raw, []byte(letterHeader)) {
			answers++
		}
	}
	if sent != 0 || answers > 1 {
		t.Errorf("%d messages to others, %d letters to her", sent, answers)
	}
	security.Figure(t, "a flood of commands from strangers", "messages", count, "answers to anybody", sent, "letters to her", answers)
}
