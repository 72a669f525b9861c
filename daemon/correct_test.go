package daemon

import (
	"strings"
	"testing"

	"roundtwo/interview"
)

func TestSheCorrectsATimeByAnsweringTheChecklist(t *testing.T) {
	s := begin(t, "")
	s.receive(inviteHeaders, inviteBody)
	checklist := s.expect("checklist")
	s.answer(checklist, "The time is 15:00.")
	changed := s.expect("changed")
	if events := s.events(); len(events) != 1 || !strings.Contains(events[0], "DTSTART:20261112T140000Z") || !strings.Contains(events[0], "SEQUENCE:1") {
		t.Errorf("the calendar has %q", events)
	}
	for _, want := range []string{"You put this right", "14:00", "15:00", "time: 2026-11-12 14:00 +01:00"} {
		if !strings.Contains(changed.Text, want) {
			t.Errorf("the letter does not say %q:\n%s", want, changed.Text)
		}
	}
	s.answer(changed, "time: 2026-11-12 14:00 +01:00") // as the letter says: it is taken back
	s.expect("changed")
	if events := s.events(); len(events) != 1 || !strings.Contains(events[0], "DTSTART:20261112T130000Z") {
		t.Errorf("after taking it back the calendar has %q", events)
	}
	if n := len(s.outside()); n > 0 {
		t.Errorf("%d messages to others", n)
	}
}

func TestSheCorrectsPeopleAndPlaceInOneAnswer(t *testing.T) {
	s := begin(t, "")
	s.receive(inviteHeaders, inviteBody)
	s.answer(s.expect("checklist"), "Hi,\nit's Diana Whitfield, not Dana\nadd Priya Nair <priya@northwind.example>\nit's in person\nplace: Torstr. 12, Berlin\nThanks")
	changed := s.expect("changed")
	iv := s.interviews()[0]
	var names []string
	for _, p := range iv.Interviewers {
		names = append(names, p.Name+" "+p.Email)
	}
	if got := strings.Join(names, ", "); got != "Diana Whitfield dana@northwind.example, Samuel Okafor samuel@northwind.example, Priya Nair priya@northwind.example" {
		t.Errorf("people %s", got)
	}
	if iv.Format != interview.Onsite || iv.Location != "Torstr. 12, Berlin" {
		t.Errorf("format %s, place %s", iv.Format, iv.Location)
	}
	if !strings.Contains(changed.Text, "Diana Whitfield") || !strings.Contains(changed.Text, "remove: Priya Nair") {
		t.Errorf("old beside new, and how to take it back:\n%s", changed.Text)
	}
}

func TestAnUnclearCorrectionIsAskedBack(t *testing.T) {
	s := begin(t, "")
	s.receive(inviteHeaders, inviteBody)
	l := s.expect("checklist")
	before := s.interviews()[0]
	for words, says := range map[string]string{
		"The time is wrong.":                        "what is right?",
		"place: 12 High Street\nremove Peter":       "I know nobody of that name",
		"the time is 15:00 or 16:00, I am not sure": "I could not read one time",
	} {
		s.answer(l, words)
		if no := s.expect("refusal"); !strings.Contains(strings.Join(strings.Fields(no.Text), " "), says) {
			t.Errorf("%q is answered by:\n%s", words, no.Text)
		}
	}
	if after := s.interviews()[0]; after.Location != before.Location || !interview.SameTimes(after.Sessions, before.Sessions) {
		t.Errorf("half an answer was followed: %+v", after)
	}
}

func TestACorrectionInTheQuotedLetterDoesNotCount(t *testing.T) {
	s := begin(t, "")
	s.receive(inviteHeaders, inviteBody)
	l := s.expect("checklist")
	s.answer(l, "> the time is 15:00\n\nposting: we look for streaming experience")
	s.expect("receipt")
	if at := s.interviews()[0].Start(); at.Hour() != 14 {
		t.Errorf("the interview moved to %s", at)
	}
	s.answerAs("mallory@evil.example", l, "the time is 15:00")
	s.expect("refusal") // she is told that her letter has got about
	if at := s.interviews()[0].Start(); at.Hour() != 14 {
		t.Errorf("a stranger moved it to %s", at)
	}
}

func TestNotAnInterviewAndAfterAllOne(t *testing.T) {
	s := begin(t, "")
	s.receive(inviteHeaders, inviteBody)
	s.answer(s.expect("checklist"), "This is not an interview.")
	gone := s.expect("receipt")
	if events := s.events(); len(events) != 1 || !strings.Contains(events[0], "STATUS:CANCELLED") {
		t.Errorf("still in the calendar: %q", events)
	}
	s.answer(gone, "it is an interview")
	s.expect("checklist")
	if events := s.events(); len(events) != 1 || !strings.Contains(events[0], "STATUS:CONFIRMED") {
		t.Errorf("not back in the calendar: %q", events)
	}
}
