package interview

import (
	"slices"
	"testing"
	"time"
)

func TestWhatTheClockBrings(t *testing.T) {
	iv := scheduled(t)
	end := iv.End()
	var got []string
	for at := noon.Add(5 * time.Minute); at.Before(end.Add(10 * 24 * time.Hour)); at = at.Add(10 * time.Minute) {
		for _, kind := range Due(iv, DefaultTiming, at) {
			var effects []Effect
			iv, effects = Apply(iv, Event{Kind: kind}, at)
			if len(effects) > 0 || kind == Ended {
				got = append(got, string(kind)+" "+at.Sub(end).Round(10*time.Minute).String())
			}
		}
	}
	want := []string{
		"day before due -24h40m0s", "hours before due -4h40m0s", "ended 0s", "debrief due 30m0s", "notes due 2h0m0s", "silence due 168h0m0s",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestASleepingMachineBringsOneReminder(t *testing.T) {
	iv := scheduled(t)
	if got := Due(iv, DefaultTiming, iv.Start().Add(-time.Hour)); !slices.Equal(got, []EventKind{HoursBeforeDue}) {
		t.Errorf("an hour before: %v", got)
	}
}

func TestNoReminderRightAfterTheChecklist(t *testing.T) {
	n := invitation()
	iv, _ := Apply(Interview{}, EventOf(n), n.Sessions[0].Start.Time.Add(-3*time.Hour))
	for at := iv.Agreed; at.Before(iv.Start()); at = at.Add(time.Minute) {
		if got := Due(iv, DefaultTiming, at); len(got) > 0 {
			t.Fatalf("%s before the start: %v", iv.Start().Sub(at), got)
		}
	}
}

func TestSignsOfLifeStopTheFollowUp(t *testing.T) {
	iv := scheduled(t)
	iv.State = Held
	late := iv.End().Add(8 * 24 * time.Hour)
	if got := Due(iv, DefaultTiming, late); !slices.Contains(got, SilenceDue) {
		t.Fatalf("after a week of silence: %v", got)
	}
	heard, _ := Apply(iv, Event{Kind: Heard, Notice: Notice{Kind: Other, Written: iv.End().Add(time.Hour)}}, late)
	if got := Due(heard, DefaultTiming, late); slices.Contains(got, SilenceDue) {
		t.Error("a follow-up although they wrote")
	}
	iv.Sender.Email = "no-reply@northwind.example"
	if got := Due(iv, DefaultTiming, late); slices.Contains(got, SilenceDue) {
		t.Error("a follow-up to an address that nobody reads")
	}
}

func TestTheDayTheyNamedIsWaitedFor(t *testing.T) {
	iv := scheduled(t)
	iv.State = Held
	iv.HearBack = At(iv.End().Add(14 * 24 * time.Hour))
	if got := Due(iv, DefaultTiming, iv.End().Add(10*24*time.Hour)); slices.Contains(got, SilenceDue) {
		t.Error("a follow-up before the day on which they said they would answer")
	}
}

func TestNextDueIsNeverBeforeWhatDueBrings(t *testing.T) {
	for _, s := range States {
		iv := in(t, s)
		iv.Updated = noon
		for at := noon; at.Before(noon.Add(30 * 24 * time.Hour)); at = at.Add(time.Hour) {
			next := NextDue(iv, DefaultTiming, at)
			if due := Due(iv, DefaultTiming, at); len(due) > 0 && next.After(at) {
				t.Fatalf("%s: at %s %v is due, but the clock would look at %s", s, at, due, next)
			}
		}
	}
}
