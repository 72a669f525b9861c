package interview

import "time"

// Timing is when the clock brings what; the candidate sets it.
type Timing struct {
	DayBefore   time.Duration // first reminder, before the start
	HoursBefore time.Duration // second reminder, before the start
	Debrief     time.Duration // after the end
	Notes       time.Duration // after the end, when she did not answer the debrief before
	FollowUp    time.Duration // without an answer from the company
	Fade        time.Duration // nothing more is expected
}

// DefaultTiming follows the advice: notes ready two hours after the end, one follow-up after a week.
var DefaultTiming = Timing{
	DayBefore: 24 * time.Hour, HoursBefore: 4 * time.Hour, Debrief: 30 * time.Minute, Notes: 2 * time.Hour,
	FollowUp: 7 * 24 * time.Hour, Fade: 60 * 24 * time.Hour,
}

// appointment is one thing that the clock will bring.
type appointment struct {
	at   time.Time
	last time.Time // too late from here on: a machine that slept brings nothing stale; zero for never
	kind EventKind
}

// Due gives what the clock brings by now, in the order in which it was due. Of two reminders that are both due, only
// the nearer one comes.
func Due(iv Interview, t Timing, now time.Time) []EventKind {
	var out []EventKind
	for _, a := range appointments(iv, t) {
		if !a.at.After(now) && (a.last.IsZero() || now.Before(a.last)) {
			out = append(out, a.kind)
		}
	}
	return out
}

// NextDue is when the clock brings something next; zero when never.
func NextDue(iv Interview, t Timing, now time.Time) time.Time {
	var next time.Time
	for _, a := range appointments(iv, t) {
		if !a.last.IsZero() && !now.Before(a.last) {
			continue
		}
		if next.IsZero() || a.at.Before(next) {
			next = a.at
		}
	}
	return next
}

func appointments(iv Interview, t Timing) []appointment {
	switch iv.State {
	case Scheduled:
		return append(reminders(iv, t), appointment{at: iv.End(), kind: Ended})
	case Held:
		return afterwards(iv, t)
	case Suspected, Proposed, Cancelled:
		if iv.Asks() {
			return questions(iv, t)
		}
		return []appointment{{at: iv.Updated.Add(t.Fade), kind: Faded}}
	}
	return nil
}

// reminders leaves out what was overtaken by the checklist: a reminder whose hour had passed when the time was agreed.
func reminders(iv Interview, t Timing) []appointment {
	start := iv.Start()
	if iv.Sessions[0].Start.DateOnly {
		start = start.Add(9 * time.Hour) // a day alone: as if in the morning
	}
	var out []appointment
	near := start.Add(-t.HoursBefore)
	for _, a := range []struct {
		mark Reminder
		appointment
	}{
		{DayBefore, appointment{start.Add(-t.DayBefore), near, DayBeforeDue}},
		{HoursBefore, appointment{near, start, HoursBeforeDue}},
	} {
		if _, done := iv.Done[a.mark]; !done && iv.Agreed.Before(a.at) {
			out = append(out, a.appointment)
		}
	}
	return out
}

func afterwards(iv Interview, t Timing) []appointment {
	end := iv.End()
	week := end.Add(t.FollowUp)
	out := []appointment{{at: latest(end, iv.LastHeard).Add(t.Fade), kind: Faded}}
	add := func(mark Reminder, a appointment) {
		if _, done := iv.Done[mark]; !done {
			out = append(out, a)
		}
	}
	add(DebriefAsk, appointment{end.Add(t.Debrief), week, DebriefDue})
	if !iv.Quiet() {
		add(NotesAsk, appointment{end.Add(t.Notes), week, NotesDue})
	}
	if !iv.LastHeard.After(end) && !Robot(iv.Sender.Email) && !iv.Quiet() {
		add(FollowUpAsk, appointment{latest(week, iv.HearBack.Time.Add(24*time.Hour)), end.Add(t.Fade), SilenceDue})
	}
	return out
}

func latest(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
