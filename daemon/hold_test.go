package daemon

import (
	"strings"
	"testing"
	"time"

	"roundtwo/daemon/submission"
	"roundtwo/interview"
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

// She is told until when a stop works, and a stop that comes too late is told when the note went out.
func TestSheIsToldHowStopWorksAndThatItCameTooLate(t *testing.T) {
	w, request := asked(t, "")
	w.receive(client{plain: "send 1"}.shape(request, 1))
	w.rest()
	if l := w.latest("receipt"); !strings.Contains(l.Text, "Until then an answer “stop” keeps it back") {
		t.Errorf("the receipt:\n%s", l.Text)
	}
	w.pass(20*time.Minute, time.Minute)
	w.receive(client{plain: "stop"}.shape(request, 2))
	w.rest()
	if l := w.latest("receipt"); !strings.Contains(joined(l.Text), "Too late to stop: 1, Dana Whitfield <dana@northwind.example>. It went out at 16:10.") {
		t.Errorf("after a late stop:\n%s", l.Text)
	}
}

// Words that were refused were answered by a letter at once; the weekly letter does not bring them again.
func TestRefusedWordsGetALetterOnce(t *testing.T) {
	w, request := asked(t, "")
	w.receive(client{plain: "send it tomorrow, but change the date"}.shape(request, 1))
	w.rest()
	w.latest("refusal")
	w.receive(append([]byte("Auto-Submitted: auto-replied\r\n"), client{plain: "send all"}.shape(request, 2)...)) // refused in silence
	w.pass(8*24*time.Hour, time.Hour)
	if text := w.latest("digest").Text; strings.Count(text, "refused") != 1 {
		t.Errorf("the weekly letter:\n%s", text)
	}
}

// She wrote "stop" while the daemon was down, and the hold ended meanwhile: her word is read before the note leaves.
func TestAStopWrittenWhileTheDaemonWasDownIsReadFirst(t *testing.T) {
	w, request := asked(t, "")
	sent := 0
	w.onSent = func(string, []byte) { sent++ }
	w.receive(client{plain: "send all"}.shape(request, 1))
	w.lay(client{plain: "stop"}.shape(request, 2)) // lies there unread
	w.clock.Move(w.clock.Now().Add(time.Hour))
	for range 20 {
		worked, err := w.d.workOne(t.Context(), w.hands)
		if w.must(err); !worked {
			break
		}
	}
	if sent != 0 {
		t.Fatalf("%d notes left although a stop lay in the inbox", sent)
	}
	w.catchUp()
	if w.pass(time.Hour, time.Minute); sent != 0 || w.inState(interview.Asked) != 2 {
		t.Errorf("%d notes left, %d wait for her word", sent, w.inState(interview.Asked))
	}
}

// The server says "later": the note waits in the outbox, she calls it back, and may send it again with another word.
func TestANoteThatWaitsForTheServerIsCalledBack(t *testing.T) {
	w, request := asked(t, "")
	sent, busy := 0, true
	w.onSent = func(string, []byte) { sent++ }
	w.server = func() fate {
		if busy {
			return fate{outcome: submission.Temporary}
		}
		return fate{outcome: submission.Sent, taken: true}
	}
	w.receive(client{plain: "send 1"}.shape(request, 1))
	w.pass(12*time.Minute, time.Minute)
	if w.inState(interview.Sending) != 1 {
		t.Fatal("no note waits for the server")
	}
	w.receive(client{plain: "stop"}.shape(request, 2))
	busy = false
	if w.pass(26*time.Hour, time.Hour); sent != 0 || w.inState(interview.Asked) != 2 {
		t.Fatalf("%d notes left after the stop, %d wait for her word", sent, w.inState(interview.Asked))
	}
	w.receive(client{plain: "send 1"}.shape(request, 3))
	if w.pass(20*time.Minute, time.Minute); sent != 1 {
		t.Errorf("%d notes left after her second word", sent)
	}
}

// Her stop comes while the server thinks: if it does not take the note, it is not tried again.
func TestAStopDuringAnAttemptIsTheEndOfIt(t *testing.T) {
	w, request := asked(t, "")
	attempts := 0
	w.server = func() fate {
		attempts++
		w.lay(client{plain: "stop"}.shape(request, 2))
		w.catchUp()
		return fate{outcome: submission.Temporary}
	}
	w.receive(client{plain: "send 1"}.shape(request, 1))
	w.pass(3*time.Hour, time.Minute)
	if attempts != 1 || w.inState(interview.Asked) != 2 {
		t.Errorf("%d attempts, %d notes wait for her word", attempts, w.inState(interview.Asked))
	}
	if receipt := w.latest("receipt"); !strings.Contains(receipt.Text, "Perhaps too late") {
		t.Errorf("she is told:\n%s", receipt.Text)
	}
}

// She puts another of her addresses first in the configuration while a request waits: her answer to it counts all the same.
func TestAnAnswerCountsAfterHerAddressesWereReordered(t *testing.T) {
	w, request := asked(t, "")
	w.must(w.d.Close())
	w.cfg.People[0].Addresses = []string{"casey@work.example", casey}
	w.open()
	w.receive(client{plain: "send 1"}.shape(request, 1))
	if w.inState(interview.Approved) != 1 {
		t.Error("the answer does not count")
	}
}

// Her stop comes while the server thinks, and the answer is lost: she is asked, looks, and says resend. That is a new word of
// hers: the old stop does not hold the note back.
func TestAResendAfterAStopThatCameTooLate(t *testing.T) {
	w, request := asked(t, "")
	sent, attempts := 0, 0
	w.onSent = func(string, []byte) { sent++ }
	w.server = func() fate {
		if attempts++; attempts > 1 {
			return fate{outcome: submission.Sent, taken: true}
		}
		w.lay(client{plain: "stop"}.shape(request, 2))
		w.catchUp()
		return fate{outcome: submission.Unknown}
	}
	w.receive(client{plain: "send 1"}.shape(request, 1))
	w.pass(2*time.Hour, time.Minute)
	w.receive(client{plain: "resend"}.shape(w.latest("unknown"), 3))
	if w.pass(30*time.Minute, time.Minute); sent != 1 {
		t.Errorf("%d notes left after she said resend, in %d attempts", sent, attempts)
	}
}

// The interview is called off while the server thinks about her acceptance, which it then does not take: nobody is told
// any more that she will come.
func TestACancellationDuringAnAttempt(t *testing.T) {
	w := newBench(t, "")
	write := func(id, subject, body string) {
		w.lay(inCRLF("From: Priya Nair <priya@northwind.example>\nTo: " + casey + "\nSubject: " + subject + "\nMessage-ID: <" + id + "@northwind.example>\nIn-Reply-To: <options@northwind.example>\nDate: " +
			w.clock.Now().Format(time.RFC1123Z) + "\n\nDear Casey,\n\n" + body + "\n\nPriya Nair\nNorthwind Traders\n"))
		w.catchUp()
	}
	attempts := 0
	w.server = func() fate {
		if attempts++; attempts == 1 {
			write("off", "Re: Second interview: Data Engineer at Northwind Traders", "unfortunately we have to cancel your second interview. The position has been put on hold.")
		}
		return fate{outcome: submission.Temporary}
	}
	write("options", "Second interview: Data Engineer at Northwind Traders", "we would like to invite you to a second interview for the Data Engineer position at Northwind Traders, by video with Dana Whitfield, VP Engineering. Which of these times suits you?\n\n- Wednesday, 18 November 2026, 10:00 - 11:00\n- Thursday, 19 November 2026, 14:00 - 15:00\n\nAll times are Berlin time.")
	w.rest()
	w.receive(client{plain: "pick 2"}.shape(w.latest("options"), 1))
	w.rest()
	w.receive(client{plain: "send"}.shape(w.latest("request"), 2))
	w.pass(3*time.Hour, time.Minute)
	if attempts != 1 || w.inState(interview.Declined) == 0 || w.inState(interview.Sending)+w.inState(interview.Asked) != 0 {
		t.Errorf("%d attempts; %d notes declined, %d still tried, %d still open", attempts, w.inState(interview.Declined), w.inState(interview.Sending), w.inState(interview.Asked))
	}
}
