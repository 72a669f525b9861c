package daemon

import (
	"testing"
	"time"
)

// The hold runs from her last word: what was stopped and approved again does not go out when the first hold would have ended.
func TestTheHoldBeginsAnewWithASecondApproval(t *testing.T) {
	w, request := asked(t, "")
	sent := 0
	w.onSent = func(string, []byte) { sent++ }
	for i, words := range []string{"send 1", "stop", "send 1"} {
		w.receive(client{plain: words}.shape(request, i+1))
		w.tick(4 * time.Minute)
		w.rest()
	}
	if w.pass(5*time.Minute, time.Minute); sent != 0 { // nine minutes after the second approval, seventeen after the first
		t.Fatal("it went out within the hold")
	}
	if w.pass(2*time.Minute, time.Minute); sent != 1 {
		t.Errorf("%d messages went out after the hold", sent)
	}
}
