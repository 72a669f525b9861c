package daemon

import (
	"slices"

	"roundtwo/daemon/store"
	"roundtwo/interview"
	"roundtwo/parse"
)

// strangerField is the field of the question whether a stranger's word counts.
const strangerField = "stranger"

// doubted reports a message that must not change the calendar before she has said so: a stranger calls off or moves.
func doubted(f parse.Finding, e interview.Event, iv interview.Interview) bool {
	if f.Forwarded || !e.Kind.Takes() || iv.State != interview.Scheduled && iv.State != interview.Proposed {
		return false
	}
	return interview.Stranger(f.Notice, iv)
}

// askOfStranger keeps the notice and asks her. While another question is open the message is left alone and stands in the
// digest: one question at a time, and never a change unasked.
func (dec *decision) askOfStranger(f parse.Finding, iv interview.Interview, row *store.Message) error {
	if iv.Pending != nil {
		row.Verdict, row.Reason = verdictLeft, dec.say("digest-what", "{subject}", f.Subject, "{sender}", f.Sender.Email)
		return nil
	}
	row.Reason = "from a stranger: asked"
	pending := f.Notice
	iv.Pending, iv.Updated = &pending, dec.now
	iv.Conflicts = append([]interview.Conflict{{
		Field: strangerField, Readings: []string{dec.say("stranger-true"), dec.say("stranger-false")},
	}}, iv.Conflicts...)
	if err := dec.tx.SaveInterview(iv); err != nil {
		return err
	}
	return dec.letter(iv, letterOf{kind: "question", key: "/stranger"})
}

// believe follows the notice that waited, or forgets it.
func (dec *decision) believe(iv interview.Interview, choice int) error {
	pending := *iv.Pending
	iv.Pending, iv.Updated = nil, dec.now
	iv.Conflicts = slices.Delete(slices.Clone(iv.Conflicts), 0, 1)
	if choice == 1 {
		return dec.apply(iv, interview.EventOf(pending))
	}
	if err := dec.tx.SaveInterview(iv); err != nil {
		return err
	}
	return dec.letter(iv, letterOf{kind: "receipt", receipt: []string{dec.say("stranger-left", "{sender}", pending.Sender.Email)}})
}
