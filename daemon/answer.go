package daemon

import (
	"errors"
	"fmt"
	"strings"

	"roundtwo/daemon/approval"
	"roundtwo/daemon/store"
	"roundtwo/interview"
	"roundtwo/parse/reply"
)

// fromHer takes in a message that she wrote: an answer to one of our letters, a forward, or a word to the assistant.
func (dec *decision) fromHer(a *arrival, row *store.Message) error {
	letters, err := dec.answered(a)
	if err != nil {
		return err
	}
	switch {
	case len(letters) > 0 && a.msg.Original == nil:
		return dec.answer(a, letters, row)
	case approval.SubjectRef(a.msg.Subject) != "" && a.msg.Original == nil:
		return dec.answer(a, nil, row) // by its number, or refused and told why; what our subject names is no invitation
	case a.finding.Kind != interview.Other && a.finding.Kind != "" && handling(a.finding) != interview.Leave:
		return dec.notice(a.finding, row)
	case a.msg.Original != nil:
		return dec.forwarded(a, row)
	case dec.toUs(a) && a.finding.Answer.Verb == reply.Status:
		row.Verdict, row.Reason = verdictAnswer, "status"
		return dec.status(a)
	case dec.toUs(a) && a.finding.Answer.Verb == reply.Help:
		row.Verdict, row.Reason = verdictAnswer, "help"
		return dec.letter(interview.Interview{}, letterOf{kind: "help", answers: a.msg.MessageID})
	}
	row.Verdict, row.Reason = verdictOther, strings.Join(a.finding.Reasons, "; ")
	return nil
}

// forwarded takes in a forward that is read as no invitation. It may still be a sign of life from a company; where it is
// about nothing that is known, she is told at once, since she thought that it was.
func (dec *decision) forwarded(a *arrival, row *store.Message) error {
	if err := dec.notice(a.finding, row); err != nil || row.Interview != "" || !dec.toUs(a) {
		return err
	}
	why := dec.say("forward-none")
	if len(a.finding.Reasons) > 0 {
		why = a.finding.Reasons[0]
	}
	return dec.letter(interview.Interview{}, letterOf{kind: "refusal", answers: a.msg.MessageID,
		refusal: dec.say("forward-other", "{subject}", a.finding.Subject, "{why}", why)})
}

// toUs reports a message that she addressed to the mailbox that we watch.
func (dec *decision) toUs(a *arrival) bool {
	for _, to := range a.msg.To {
		if strings.EqualFold(to.Email, dec.box.Address) {
			return true
		}
	}
	return false
}

// answered gives our letters that the message answers, by what stands in In-Reply-To and References.
func (dec *decision) answered(a *arrival) ([]approval.Issued, error) {
	var out []approval.Issued
	for _, id := range approval.IDs(a.msg) {
		l, ok, err := dec.tx.Letter(id)
		if err != nil {
			return nil, err
		}
		if ok && l.Candidate == dec.who.Name {
			out = append(out, dec.issued(l))
		}
	}
	return out, nil
}

func (dec *decision) issued(l store.Letter) approval.Issued {
	return approval.Issued{
		MessageID: l.MessageID, Kind: l.Kind, Ref: l.Ref, Hash: l.Hash, Serial: l.Serial,
		Issued: l.Issued, Expires: l.Expires, State: l.State, Alias: l.Alias,
	}
}

// errRefused is an answer that cannot be followed; its text is told to her.
type errRefused struct{ why string }

func (e errRefused) Error() string { return e.why }

func refuse(why string) error { return errRefused{why} }

// say gives a sentence for a letter, from the templates.
func (dec *decision) say(key string, pairs ...string) string { return dec.d.writer.Say(key, pairs...) }

// answer follows an answer when all the rules hold, and tells her why when one does not.
func (dec *decision) answer(a *arrival, letters []approval.Issued, row *store.Message) error {
	row.Verdict = verdictAnswer
	said := a.finding.Answer
	seen, err := dec.tx.Consumed(dec.who.Name, a.msg.MessageID, a.hash)
	if err != nil {
		return err
	}
	issued, reason := approval.Check(dec.d.key, a.msg, said, approval.Facts{
		Now: dec.now, Size: a.Size, Seen: seen, Addresses: dec.who.Addresses, Letters: letters, Raw: a.Raw,
		AuthservID: dec.d.cfg.Approval.AuthservID, Require: dec.d.cfg.Approval.Require == "authenticated", LookupTXT: dec.d.opt.LookupTXT,
	})
	row.Interview = issued.Ref
	if !seen {
		if _, err := dec.tx.Consume(dec.who.Name, a.msg.MessageID, a.hash, dec.now); err != nil {
			return err
		}
	}
	if reason == approval.NoToken {
		issued, reason, err = dec.byNumber(a, said)
		if err != nil {
			return err
		}
		row.Interview = issued.Ref
	}
	if reason == approval.Expired && (said.Verb == reply.Status || said.Verb == reply.Help) {
		reason = "" // a question is never too late
	}
	if reason == approval.Unclear {
		if held, err := dec.pauseHeld(a, issued.Ref); held || err != nil {
			row.Reason = "unclear while notes were held: they are not sent"
			return err
		}
	}
	if reason != "" && !(reason == approval.Unclear && (freeWords[issued.Kind] || correctable[issued.Kind] || issued.Kind == questionsLetter)) {
		row.Verdict, row.Reason = verdictOf(reason), string(reason)
		return dec.tellRefused(a, issued, reason)
	}
	if issued.State == letterVoid && issued.Kind != "request" && !harmless[said.Verb] {
		row.Verdict, row.Reason = verdictTold, string(approval.Stale) // burnt: see burn. A request says so itself, in chosen
		return dec.tellRefused(a, issued, approval.Stale)
	}
	iv, ok, err := dec.tx.Interview(issued.Ref)
	if err != nil {
		return err
	}
	if !ok {
		iv = interview.Interview{}
	}
	row.Reason = "answer to " + issued.Kind
	err = dec.follow(a, iv, issued, said)
	var no errRefused
	if errors.As(err, &no) {
		row.Verdict, row.Reason = verdictTold, no.why
		return dec.letter(iv, letterOf{kind: "refusal", refusal: no.why, answers: a.msg.MessageID})
	}
	return err
}

// freeWords names the letters that may be answered in plain words.
var freeWords = map[string]bool{"debrief": true, "request": true, "request-reminder": true, "checklist": true, "preparation": true, "reminder": true, "changed": true}

// harmless are the commands that a tap on a ready answer may bring as a new mail, with only the number in its subject
// (many programs drop the In-Reply-To of a mailto: link): they send nothing to anybody but her. For all others the letter
// itself must be answered.
var harmless = map[reply.Verb]bool{reply.Pick: true, reply.Choose: true, reply.Stop: true, reply.Status: true, reply.Help: true}

// byNumber finds the newest letter with the number in the subject that waits for such an answer: a harmless command, or
// her words on how it went, which she will see again before anything is made of them.
func (dec *decision) byNumber(a *arrival, said reply.Answer) (approval.Issued, approval.Reason, error) {
	letters, err := dec.tx.LetterByRef(dec.who.Name, approval.SubjectRef(a.msg.Subject))
	if err != nil {
		return approval.Issued{}, approval.NoToken, err
	}
	for _, l := range letters {
		open := l.State == "pending" && (l.Expires.IsZero() || dec.now.Before(l.Expires))
		words := said.Verb == reply.None && (l.Kind == "debrief" || prepares[l.Kind] && asksForMore(a))
		if open && (harmless[said.Verb] || words) {
			return dec.issued(l), "", nil
		}
	}
	return approval.Issued{}, approval.NoToken, nil
}

// pauseHeld takes an answer that is no plain command, while approved notes of the interview are held, as a wish to stop:
// "wait, not yet" must not be followed by the sending.
func (dec *decision) pauseHeld(a *arrival, id string) (bool, error) {
	notes, err := dec.tx.Notes(id)
	if err != nil {
		return false, err
	}
	for _, n := range notes {
		if n.State == interview.Approved || n.State == interview.Sending {
			iv, _, err := dec.tx.Interview(id)
			if err != nil {
				return false, err
			}
			return true, dec.stop(a, iv)
		}
	}
	return false, nil
}

// silent are the refusals that are answered by nobody: no person wrote, or it was not she.
var silent = map[approval.Reason]bool{
	approval.AutoReply: true, approval.Bounce: true, approval.OwnMail: true, approval.WrongSender: true,
	approval.BadFrom: true, approval.DupHeader: true, approval.Replay: true, approval.BadToken: true,
}

// verdictOf is the verdict of a refusal: some are told in a letter, the others stand in the weekly one.
func verdictOf(reason approval.Reason) string {
	if silent[reason] {
		return verdictRefused
	}
	return verdictTold
}

func (dec *decision) tellRefused(a *arrival, issued approval.Issued, reason approval.Reason) error {
	if silent[reason] {
		return nil
	}
	iv, _, err := dec.tx.Interview(issued.Ref)
	if err != nil {
		return err
	}
	return dec.letter(iv, letterOf{kind: "refusal", refusal: dec.refused(reason), answers: a.msg.MessageID})
}

// refused says a reason as she needs to hear it.
func (dec *decision) refused(reason approval.Reason) string {
	return dec.say("refused-" + string(reason))
}

// follow does what she said.
func (dec *decision) follow(a *arrival, iv interview.Interview, issued approval.Issued, said reply.Answer) error {
	if said.Verb == reply.Choose || said.Verb == reply.None {
		switch {
		case issued.Kind == questionsLetter:
			return dec.answerList(a, issued, said)
		case iv.Reading != nil:
			return dec.answerReading(a, iv, issued, said)
		}
	}
	switch said.Verb {
	case reply.Send:
		return dec.approve(a, iv, issued, said)
	case reply.Skip:
		return dec.eachNote(a, iv, issued, said, interview.NoteSkip, "skipped")
	case reply.Later:
		return dec.postpone(a, iv, issued, said)
	case reply.Edit:
		return dec.edit(a, iv, issued, said)
	case reply.Stop:
		return dec.stop(a, iv)
	case reply.Pick:
		return dec.pick(iv, first(said.Which))
	case reply.Choose:
		return dec.choose(iv, issued, first(said.Which))
	case reply.Done, reply.Resend:
		return dec.settleUnknown(a, iv, issued, said)
	case reply.Status:
		return dec.status(a)
	case reply.Help:
		return dec.letter(iv, letterOf{kind: "help", answers: a.msg.MessageID})
	}
	if asksForMore(a) && prepares[issued.Kind] && iv.ID != "" {
		return dec.letter(iv, letterOf{kind: "preparation", answers: a.msg.MessageID})
	}
	if done, err := dec.correct(a, iv, issued); done || err != nil {
		return err
	}
	return dec.hear(a, iv, issued)
}

// prepares names the letters of which there is more.
var prepares = map[string]bool{"checklist": true, "reminder": true, "changed": true, "preparation": true}

// asksForMore reports the answer "more": all that there is to prepare.
func asksForMore(a *arrival) bool { return alone(wordsAlone(a.msg), []string{"more", "more please"}) }

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// status shows all that is not over.
func (dec *decision) status(a *arrival) error {
	all, err := dec.tx.Interviews(dec.who.Name)
	if err != nil {
		return err
	}
	var list []interview.Interview
	for _, iv := range all {
		if iv.State != interview.Closed {
			list = append(list, iv)
		}
	}
	return dec.letter(interview.Interview{}, letterOf{kind: "status", list: list, answers: a.msg.MessageID})
}

// pick takes one of the times offered: an acceptance is drafted and shown.
func (dec *decision) pick(iv interview.Interview, which string) error {
	n, err := number(which)
	if err != nil || n < 1 || n > len(iv.Options) {
		return refuse(dec.say("pick-number", "{which}", which, "{last}", fmt.Sprint(len(iv.Options))))
	}
	return dec.apply(iv, interview.Event{Kind: interview.Picked, Choice: n})
}

// choose answers a numbered question; a bare number also picks a time.
func (dec *decision) choose(iv interview.Interview, issued approval.Issued, which string) error {
	if issued.Kind == "options" {
		return dec.pick(iv, which)
	}
	if len(iv.Conflicts) == 0 {
		return refuse(dec.say("choose-nothing"))
	}
	c := iv.Conflicts[0]
	n, err := number(which)
	if err != nil || n < 1 || n > len(c.Readings) {
		return refuse(dec.say("choose-number", "{last}", fmt.Sprint(len(c.Readings))))
	}
	switch c.Field {
	case whichField:
		return dec.place(iv, n)
	case strangerField:
		return dec.believe(iv, n)
	}
	return dec.apply(iv, interview.Event{Kind: interview.Settled, Choice: n})
}

// place applies the notice that waited to the interview she chose, or makes it one of its own.
func (dec *decision) place(iv interview.Interview, choice int) error {
	pending := *iv.Pending
	if choice > len(iv.Rivals) {
		iv.Conflicts, iv.Pending, iv.Rivals, iv.State = nil, nil, nil, interview.None
		return dec.apply(iv, interview.EventOf(pending))
	}
	target, ok, err := dec.tx.Interview(iv.Rivals[choice-1])
	if err != nil {
		return err
	}
	if !ok {
		return refuse(dec.say("choose-gone"))
	}
	iv.State, iv.Pending, iv.Conflicts, iv.Updated = interview.Closed, nil, nil, dec.now
	if err := dec.tx.SaveInterview(iv); err != nil {
		return err
	}
	return dec.apply(target, interview.EventOf(pending))
}

func number(s string) (int, error) {
	var n int
	_, err := fmt.Sscanf(strings.TrimRight(s, "."), "%d", &n)
	return n, err
}
