package daemon

import (
	"strings"
	"testing"
	"time"

	"roundtwo/interview"
	"roundtwo/parse/message"
)

// until brings the bench to a time of her clock.
func (w *bench) until(day, hour, minute int) {
	w.t.Helper()
	w.pass(time.Date(2026, 11, day, hour, minute, 0, 0, w.d.zone("Casey Morgan")).Sub(w.clock.Now()), time.Minute)
}

func shows(m *message.Message, name string) bool { return strings.Contains(m.Text, "Dear "+name) }

// The second reminder comes while the note to Dana is held, so it shows the one to Samuel alone. She stops Dana's, and then
// says "send all" to the reminder: all that it showed.
func TestAReminderSendsNothingThatItDidNotShow(t *testing.T) {
	w, request := asked(t, "")
	var to []string
	w.onSent = func(name string, _ []byte) { to = append(to, name) }
	w.until(14, 7, 55)
	w.receive(client{plain: "send 1"}.shape(request, 1))
	w.until(14, 8, 1)
	reminder := w.latest("request-reminder")
	if shows(reminder, "Dana") || !shows(reminder, "Samuel") {
		t.Fatalf("the reminder shows:\n%s", reminder.Text)
	}
	w.receive(client{plain: "stop"}.shape(request, 2))
	w.receive(client{plain: "send all"}.shape(reminder, 3))
	if w.pass(time.Hour, time.Minute); strings.Join(to, " ") != "samuel@northwind.example" || w.inState(interview.Asked) != 1 {
		t.Errorf("sent to %v; %d notes wait", to, w.inState(interview.Asked))
	}
	w.receive(client{plain: "send all"}.shape(request, 4)) // that letter did show Dana's
	if w.pass(time.Hour, time.Minute); strings.Join(to, " ") != "samuel@northwind.example dana@northwind.example" {
		t.Errorf("sent to %v", to)
	}
}

// Only Samuel's alarm rings, since Dana's note was stopped a minute after its hour: both wait, so both are shown.
func TestAReminderShowsAllThatWaits(t *testing.T) {
	w, request := asked(t, "")
	sent := 0
	w.onSent = func(string, []byte) { sent++ }
	w.until(13, 10, 58)
	w.receive(client{plain: "send 1"}.shape(request, 1))
	w.clock.Move(w.clock.Now().Add(4 * time.Minute)) // the machine sleeps over the hour of the reminder
	w.receive(client{plain: "stop"}.shape(request, 2))
	w.until(13, 11, 5)
	reminder := w.latest("request-reminder")
	if !shows(reminder, "Dana") || !shows(reminder, "Samuel") {
		t.Errorf("the reminder shows:\n%s", reminder.Text)
	}
	w.receive(client{plain: "send all"}.shape(reminder, 3))
	if w.pass(time.Hour, time.Minute); sent != 2 {
		t.Errorf("%d notes went out", sent)
	}
}

// A note that comes back after the others were shown anew has no number among them: all are shown in one request again.
func TestNotesOfDifferentRequestsAreShownAnew(t *testing.T) {
	w, request := asked(t, "")
	w.until(13, 10, 50)
	w.receive(client{plain: "send 1"}.shape(request, 1))
	w.receive(client{plain: "edit 2\n\nDear Samuel,\n\nthank you for the two ways to keep prices over time.\n\nCasey"}.shape(request, 2))
	w.rest()
	second := w.latest("request")
	w.receive(client{plain: "stop"}.shape(request, 3))
	w.until(14, 8, 5)
	third := w.latest("request")
	if third.MessageID == second.MessageID || !shows(third, "Dana") || !shows(third, "Samuel") {
		t.Errorf("the last request shows:\n%s", third.Text)
	}
}
