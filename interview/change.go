package interview

import (
	"slices"
	"strings"
	"time"
)

func nothing(*Interview, Event, time.Time) bool { return false }

// heard remembers that the company wrote: a follow-up is not wanted any more.
func heard(iv *Interview, e Event, _ time.Time) bool {
	iv.hear(e.Notice)
	return true
}

// take makes the interview what the notice says.
func take(iv *Interview, e Event, now time.Time) bool {
	iv.hear(e.Notice)
	iv.fill(e.Notice)
	iv.fix(e.Notice.Sessions, now)
	return true
}

// confirm fixes the time of an interview that had only offers.
func confirm(iv *Interview, e Event, now time.Time) bool {
	if iv.stale(e.Notice) {
		return false
	}
	return take(iv, e, now)
}

// newer takes up a cancelled interview again when the message is younger than the cancellation.
func newer(iv *Interview, e Event, now time.Time) bool {
	if iv.stale(e.Notice) || !e.Notice.Written.After(iv.Written) {
		return false
	}
	return take(iv, e, now)
}

// differ is a second message about a time already fixed: the vendor's mail beside the calendar invitation, a reminder, a
// new interviewer. Nothing happens unless it says something new.
func differ(iv *Interview, e Event, now time.Time) bool {
	if iv.stale(e.Notice) {
		return false
	}
	before := iv.clone()
	iv.hear(e.Notice)
	iv.fill(e.Notice)
	if !SameTimes(iv.Sessions, e.Notice.Sessions) && moreExact(iv.Sessions, e.Notice.Sessions) {
		iv.fix(e.Notice.Sessions, now)
	}
	iv.Tentative = false
	return !same(before, *iv)
}

// move fixes another time.
func move(iv *Interview, e Event, now time.Time) bool {
	if iv.stale(e.Notice) {
		return false
	}
	return differ(iv, e, now)
}

// offer keeps the times to choose from.
func offer(iv *Interview, e Event, _ time.Time) bool {
	iv.hear(e.Notice)
	iv.fill(e.Notice)
	iv.Options, iv.Picked = choices(e.Notice), 0
	return true
}

// offerAgain is offer for an interview that is known: the same offer twice is told once.
func offerAgain(iv *Interview, e Event, now time.Time) bool {
	if iv.stale(e.Notice) {
		return false
	}
	before := iv.clone()
	offer(iv, e, now)
	return !SameTimes(before.Options, iv.Options) || e.Notice.Kind == Reschedule && len(iv.Options) == 0
}

// choices are the options of a notice; a proposed new time is the only one.
func choices(n Notice) []Session {
	if len(n.Options) == 0 {
		return n.Sessions
	}
	return n.Options
}

// unfix keeps the interview in mind while a new time is sought.
func unfix(iv *Interview, e Event, _ time.Time) bool {
	if iv.stale(e.Notice) {
		return false
	}
	iv.hear(e.Notice)
	iv.fill(e.Notice)
	iv.Options, iv.Tentative = e.Notice.Options, true
	return true
}

func callOff(iv *Interview, e Event, _ time.Time) bool {
	if iv.stale(e.Notice) {
		return false
	}
	iv.hear(e.Notice)
	return true
}

// doubt keeps the contradiction and the notice until she has chosen.
func doubt(iv *Interview, e Event, _ time.Time) bool {
	iv.hear(e.Notice)
	iv.fill(e.Notice)
	iv.Conflicts = e.Notice.Conflicts
	pending := e.Notice
	iv.Pending = &pending
	return true
}

func doubtAgain(iv *Interview, e Event, now time.Time) bool {
	if iv.stale(e.Notice) || slices.EqualFunc(iv.Conflicts, e.Notice.Conflicts, sameConflict) {
		return false
	}
	keep := iv.Sessions
	doubt(iv, e, now)
	iv.Sessions = keep
	return true
}

func sameConflict(a, b Conflict) bool {
	return a.Field == b.Field && slices.Equal(a.Readings, b.Readings)
}

// pick remembers the option chosen; an interview without a fixed time shows it as tentative.
func pick(iv *Interview, e Event, now time.Time) bool {
	if e.Choice < 1 || e.Choice > len(iv.Options) {
		return false
	}
	if iv.State == Proposed {
		iv.fix([]Session{iv.Options[e.Choice-1]}, now)
		iv.Tentative = true
	}
	iv.Picked = e.Choice
	return true
}

// accepted fixes the picked time: her acceptance is on its way.
func accepted(iv *Interview, _ Event, now time.Time) bool {
	if iv.Picked < 1 || iv.Picked > len(iv.Options) {
		return false
	}
	iv.fix([]Session{iv.Options[iv.Picked-1]}, now)
	iv.Options, iv.Picked = nil, 0
	return true
}

// acceptedMove is accepted for a proposed new time of an interview that has one.
func acceptedMove(iv *Interview, e Event, now time.Time) bool { return accepted(iv, e, now) }

// settle takes the reading she chose of the first contradiction that is about the time.
func settle(iv *Interview, e Event, now time.Time) bool {
	for i, c := range iv.Conflicts {
		if len(c.Sessions) < 2 {
			continue
		}
		if e.Choice < 1 || e.Choice > len(c.Sessions) {
			return false
		}
		iv.fix(settled(iv, c, e.Choice), now)
		iv.Conflicts = slices.Delete(slices.Clone(iv.Conflicts), i, i+1)
		iv.Pending = nil
		return true
	}
	return false
}

// settled puts the chosen reading in the place of the session it is about, and leaves the others of that day alone.
func settled(iv *Interview, c Conflict, choice int) []Session {
	chosen := c.Sessions[choice-1]
	if iv.Pending == nil {
		return []Session{chosen}
	}
	sessions := slices.Clone(iv.Pending.Sessions)
	for i, s := range sessions {
		if slices.ContainsFunc(c.Sessions, func(r Session) bool { return r.Start.Equal(s.Start) }) {
			if len(chosen.Interviewers) == 0 {
				chosen.Interviewers, chosen.Topic = s.Interviewers, s.Topic
			}
			sessions[i] = chosen
			return sessions
		}
	}
	return []Session{chosen}
}

func debriefed(iv *Interview, _ Event, now time.Time) bool {
	iv.Done[DebriefAsk], iv.Done[NotesAsk] = now, now
	return true
}

// once marks what the clock brought, and what it makes superfluous, so that a machine that slept brings one reminder.
func once(marks ...Reminder) change {
	return func(iv *Interview, _ Event, now time.Time) bool {
		if _, done := iv.Done[marks[0]]; done {
			return false
		}
		for _, m := range marks {
			iv.Done[m] = now
		}
		return true
	}
}

// stale reports an older message than the one followed last: an old invitation delivered again after a reschedule
// (RFC 5546 §3.2.2: a lower SEQUENCE is ignored).
func (iv *Interview) stale(n Notice) bool {
	if n.UID != "" && n.UID == iv.TheirUID && n.Sequence != iv.TheirSequence {
		return n.Sequence < iv.TheirSequence
	}
	return !n.Written.IsZero() && n.Written.Before(iv.Written)
}

// hear adds the message to the conversation.
func (iv *Interview) hear(n Notice) {
	for _, id := range append(slices.Clone(n.Thread), n.MessageID) {
		if id != "" && !slices.Contains(iv.Thread, id) {
			iv.Thread = append(iv.Thread, id)
		}
	}
	if n.MessageID != "" && n.Kind != Other {
		iv.ReplyTo = n.MessageID
	}
	if n.Written.After(iv.LastHeard) {
		iv.LastHeard = n.Written
	}
}

// fill takes over what the notice states; what it leaves out stays as it was.
func (iv *Interview) fill(n Notice) {
	set(&iv.Company, n.Company)
	set(&iv.Role, n.Role)
	set(&iv.Location, n.Location)
	set(&iv.Link, n.Link)
	set(&iv.Phone, n.Phone)
	set(&iv.Format, n.Format)
	set(&iv.TheirUID, n.UID)
	if iv.Subject == "" {
		iv.Subject = n.Subject
	}
	if n.UID != "" {
		iv.TheirSequence = n.Sequence
	}
	if n.Round > 0 {
		iv.Round = n.Round
	}
	if n.Sender.Email != "" && (iv.Sender.Email == "" || !Robot(n.Sender.Email)) {
		iv.Sender = n.Sender
	}
	if !n.RespondBy.IsZero() {
		iv.RespondBy = n.RespondBy
	}
	if len(n.Bring) > 0 {
		iv.Bring = n.Bring
	}
	iv.Interviewers = people(iv.Interviewers, n)
	for _, w := range n.Warnings {
		if !slices.Contains(iv.Warnings, w) {
			iv.Warnings = append(iv.Warnings, w)
		}
	}
	if n.Written.After(iv.Written) {
		iv.Written = n.Written
	}
}

func set[T ~string](field *T, value T) {
	if value != "" {
		*field = value
	}
}

// fix sets the times and forgets what the clock brought for the old ones. A day's vague mention never replaces a time.
func (iv *Interview) fix(sessions []Session, now time.Time) {
	if len(sessions) == 0 {
		return
	}
	iv.Sessions = slices.Clone(sessions)
	slices.SortStableFunc(iv.Sessions, func(a, b Session) int { return a.Start.Time.Compare(b.Start.Time) })
	iv.Agreed, iv.Tentative, iv.Options, iv.Picked = now, false, keepWhile(iv.State == Proposed, iv.Options), 0
	iv.Done = map[Reminder]time.Time{}
}

// keepWhile keeps the options while the choice among them is open.
func keepWhile(open bool, options []Session) []Session {
	if open {
		return options
	}
	return nil
}

// people merges the interviewers named by a notice: a list replaces the old one, names without details keep theirs.
func people(known []Person, n Notice) []Person {
	if len(n.Interviewers) == 0 {
		return known
	}
	var out []Person
	for _, p := range n.Interviewers {
		for _, k := range known {
			if SameName(k.Name, p.Name) {
				p = merge(k, p)
			}
		}
		out = append(out, p)
	}
	return out
}

// merge keeps the longer name and what either knows.
func merge(known, p Person) Person {
	if len(known.Name) > len(p.Name) {
		p.Name = known.Name
	}
	if p.Title == "" {
		p.Title = known.Title
	}
	if p.Email == "" {
		p.Email = known.Email
	}
	return p
}

// SameTimes reports whether both lists name the same starts in the same order.
func SameTimes(a, b []Session) bool {
	return slices.EqualFunc(a, b, func(x, y Session) bool { return x.Start.Equal(y.Start) })
}

// moreExact reports whether the new times may replace the old: not when they say less, as a reminder does that names
// only the day, or only the start of an agenda.
func moreExact(old, now []Session) bool {
	if len(now) == 0 {
		return false
	}
	if len(old) > len(now) && len(now) == 1 && now[0].Start.Equal(old[0].Start) {
		return false
	}
	for _, n := range now {
		if n.Start.DateOnly && slices.ContainsFunc(old, func(o Session) bool { return !o.Start.DateOnly && sameDay(o.Start, n.Start) }) {
			return false
		}
	}
	return true
}

func sameDay(a, b Moment) bool {
	return a.Time.Format(time.DateOnly) == b.Time.Format(time.DateOnly)
}

// same reports whether she would notice no difference.
func same(a, b Interview) bool {
	return SameTimes(a.Sessions, b.Sessions) && slices.Equal(names(a.Interviewers), names(b.Interviewers)) &&
		a.Location == b.Location && a.Link == b.Link && a.Phone == b.Phone && a.Format == b.Format
}

func names(list []Person) []string {
	var out []string
	for _, p := range list {
		out = append(out, strings.ToLower(p.Name))
	}
	return out
}

// Robot reports an address that nobody reads.
func Robot(email string) bool {
	local, _, _ := strings.Cut(strings.ToLower(email), "@")
	for _, word := range robots {
		if strings.Contains(local, word) {
			return true
		}
	}
	return false
}

var robots = []string{"no-reply", "noreply", "no_reply", "donotreply", "do-not-reply", "do_not_reply", "notification", "mailer-daemon", "calendar-", "bounce"}
