package interview

import (
	"slices"
	"time"
)

// rule is one cell of the table: the state that follows, what it changes, and what is to be done then.
type rule struct {
	to      State // "" keeps the state
	change  change
	effects []Effect
}

// change updates iv and reports whether anything happened: when not, neither state nor effects follow.
type change func(iv *Interview, e Event, now time.Time) bool

// Apply says what an event does to an interview: the interview afterwards, and what is to be done. It is a table of
// (state, event); iv is not changed. Sequence rises with every change that reaches the calendar.
func Apply(iv Interview, e Event, now time.Time) (Interview, []Effect) {
	r, ok := table[e.Kind][iv.State]
	if !ok {
		return iv, nil
	}
	next := iv.clone()
	stood := iv.Asks() && e.Kind.surer() && next.unsuspect()
	if r.change != nil && !r.change(&next, e, now) {
		return next, nil
	}
	if r.to != None {
		next.State = r.to
	}
	next.Updated = now
	effects := r.effects
	if stood && !has(effects, PutEvent) {
		effects = append(do(put), effects...)
	}
	if next.Quiet() {
		effects = quiet(effects)
	}
	if iv.Quiet() && !next.Quiet() && has(effects, PutEvent) {
		effects = prepare(effects) // no first interview after all: now there is something to prepare
	}
	if has(effects, PutEvent) && iv.State != None {
		next.Sequence++
	}
	return next, effects
}

// Quiet reports whether this is a first interview: kept in the calendar and asked about afterwards, without checklist.
func (iv Interview) Quiet() bool { return iv.Round == 1 }

// quiet leaves out what a first interview does not get.
func quiet(effects []Effect) []Effect {
	var out []Effect
	for _, e := range effects {
		switch {
		case e.Letter == ChecklistLetter, e.Letter == ReminderLetter, e.Kind == DraftNotes && e.Note == ThankYou:
		default:
			out = append(out, e)
		}
	}
	return out
}

// prepare brings the checklist in place of the letter that tells a change.
func prepare(effects []Effect) []Effect {
	out := slices.Clone(effects)
	for i, e := range out {
		if e.Letter == ChangedLetter {
			out[i] = checklist
		}
	}
	return out
}

func has(effects []Effect, kind EffectKind) bool {
	for _, e := range effects {
		if e.Kind == kind {
			return true
		}
	}
	return false
}

// clone copies what Apply may change in place.
func (iv Interview) clone() Interview {
	done := make(map[Reminder]time.Time, len(iv.Done))
	for k, v := range iv.Done {
		done[k] = v
	}
	iv.Done = done
	iv.Thread = append([]string(nil), iv.Thread...)
	iv.Interviewers = append([]Person(nil), iv.Interviewers...)
	return iv
}
