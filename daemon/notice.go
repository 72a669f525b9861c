package daemon

import (
	"fmt"
	"strings"
	"time"

	"roundtwo/daemon/approval"
	"roundtwo/daemon/store"
	"roundtwo/interview"
	"roundtwo/parse"
	"roundtwo/parse/message"
)

// longPast is how old an interview may be for her still to be asked how it went: a machine that was off over the
// weekend catches up, a first start on years of mail does not.
const longPast = 36 * time.Hour

// fromOthers takes in a message that she did not write.
func (dec *decision) fromOthers(a *arrival, row *store.Message) error {
	if a.msg.Auto == "bounce" {
		return dec.bounce(a, row)
	}
	letters, err := dec.leaked(a)
	if err != nil {
		return err
	}
	if len(letters) > 0 {
		return dec.burn(a, letters, row)
	}
	if commands, err := dec.commandsUs(a); err != nil || commands {
		row.Verdict, row.Reason = verdictOther, string(approval.WrongSender)+": a command below a letter of ours"
		return err
	}
	return dec.notice(a.finding, row)
}

// commandsUs reports whether somebody else answers a letter of ours with a command, when that letter counts no more: what
// the letter itself says, quoted below, is no news.
func (dec *decision) commandsUs(a *arrival) (bool, error) {
	if a.finding.Answer.Verb == "" {
		return false, nil
	}
	letters, err := dec.answered(a)
	return len(letters) > 0, err
}

// notice takes in what a message says about an interview, received by her or forwarded: as sure as it was read.
func (dec *decision) notice(f parse.Finding, row *store.Message) error {
	switch handling(f) {
	case interview.Leave:
		return dec.leave(f, row)
	case interview.Ask:
		row.Verdict = string(f.Kind)
		return dec.ask(f, row)
	}
	return dec.followNotice(f, row)
}

// followNotice does what a message says that was read for sure.
func (dec *decision) followNotice(f parse.Finding, row *store.Message) error {
	all, err := dec.tx.Interviews(dec.who.Name)
	if err != nil {
		return err
	}
	row.Verdict, row.Reason = string(f.Kind), strings.Join(f.Reasons, "; ")
	if row.Verdict == "" {
		row.Verdict = verdictOther
	}
	id, how, rivals := interview.Match(f.Notice, all)
	e := interview.EventOf(f.Notice)
	switch {
	case e.Kind == interview.Heard && id == "":
		if reason, left := dec.leftOut(f); left {
			row.Verdict, row.Reason = verdictLeft, reason
		}
		return nil
	case len(rivals) > 0 && e.Kind == interview.Heard:
		return nil
	case len(rivals) > 0:
		return dec.askWhich(f, rivals, row)
	case id == "":
		return dec.begin(f, e, row)
	}
	row.Interview = id
	row.Reason = "known by " + how
	iv, _, err := dec.tx.Interview(id)
	if err != nil {
		return err
	}
	dec.evidence(f)
	if doubted(f, e, iv) {
		return dec.askOfStranger(f, iv, row)
	}
	if err := dec.apply(iv, e); err != nil {
		return err
	}
	return dec.overtake(id)
}

// begin makes a new interview of a notice.
func (dec *decision) begin(f parse.Finding, e interview.Event, row *store.Message) error {
	iv, err := dec.newInterview()
	if err != nil {
		return err
	}
	row.Interview = iv.ID
	if past(f.Notice, dec.now) {
		row.Verdict, row.Reason = verdictPast, "an interview that is over"
		next, _ := interview.Apply(iv, e, dec.now)
		next.State = interview.Closed
		return dec.tx.SaveInterview(next)
	}
	dec.evidence(f)
	return dec.apply(iv, e)
}

// past reports that everything the notice names ended a while ago.
func past(n interview.Notice, now time.Time) bool {
	times := append(append([]interview.Session{}, n.Sessions...), n.Options...)
	if len(times) == 0 {
		return !n.Written.IsZero() && now.Sub(n.Written) > 30*24*time.Hour
	}
	for _, s := range times {
		if now.Sub(s.Until()) < longPast {
			return false
		}
	}
	return true
}

// newInterview gives a fresh interview its name and the UID of its calendar event.
func (dec *decision) newInterview() (interview.Interview, error) {
	for {
		id := newRef()
		if _, taken, err := dec.tx.Interview(id); err != nil {
			return interview.Interview{}, err
		} else if taken {
			continue
		}
		return interview.Interview{
			ID: id, Candidate: dec.who.Name, Created: dec.now,
			UID:  "rt-" + dec.d.derived("event", dec.who.Name, id) + "@" + domain(dec.who.Address()),
			Done: map[interview.Reminder]time.Time{},
		}, nil
	}
}

// askWhich keeps a notice that fits several interviews and asks her which one is meant.
func (dec *decision) askWhich(f parse.Finding, rivals []interview.Interview, row *store.Message) error {
	iv, err := dec.newInterview()
	if err != nil {
		return err
	}
	if row != nil {
		row.Interview = iv.ID
		row.Reason = fmt.Sprintf("fits %d interviews: asked", len(rivals))
	}
	iv.State, iv.Company, iv.Role, iv.Subject, iv.Sender = interview.Suspected, f.Company, f.Role, f.Subject, f.Sender
	iv.Updated, iv.Written = dec.now, f.Written
	pending := f.Notice
	iv.Pending = &pending
	which := interview.Conflict{Field: whichField}
	for _, r := range rivals {
		which.Readings = append(which.Readings, dec.describe(r))
		iv.Rivals = append(iv.Rivals, r.ID)
	}
	which.Readings = append(which.Readings, dec.say("which-none"))
	iv.Conflicts = []interview.Conflict{which}
	if err := dec.tx.SaveInterview(iv); err != nil {
		return err
	}
	return dec.letter(iv, letterOf{kind: "question"})
}

// whichField is the field of the question which interview a message is about.
const whichField = "interview"

// bounce tells her that a note did not arrive.
func (dec *decision) bounce(a *arrival, row *store.Message) error {
	row.Verdict = verdictBounce
	if !message.Undelivered(a.msg, a.Raw) {
		return nil
	}
	notes, err := dec.tx.NotesIn(interview.Sent, interview.UnknownToSend)
	if err != nil {
		return err
	}
	for _, n := range notes {
		if n.Candidate != dec.who.Name || n.MessageID == "" || !strings.Contains(string(a.Raw), n.MessageID) {
			continue
		}
		row.Interview, row.Reason = n.Interview, "the note to "+n.To.Email+" came back"
		n.State, n.Updated, n.Reply = interview.Failed, dec.now, firstLines(a.msg.Text, 3)
		if err := dec.tx.SaveNote(&n); err != nil {
			return err
		}
		iv, _, err := dec.tx.Interview(n.Interview)
		if err != nil {
			return err
		}
		return dec.letter(iv, letterOf{kind: "failed", notes: []interview.Note{n}})
	}
	return nil
}

func firstLines(text string, n int) string {
	lines := strings.SplitN(strings.TrimSpace(text), "\n", n+1)
	return strings.Join(lines[:min(n, len(lines))], " ")
}

// describe names an interview in a question about which one is meant.
func (dec *decision) describe(iv interview.Interview) string {
	what := iv.Company
	if iv.Role != "" {
		what += ", " + iv.Role
	}
	if iv.Round > 0 {
		what = dec.say("which-one", "{what}", what, "{round}", fmt.Sprint(iv.Round))
	}
	if start := iv.Start(); !start.IsZero() {
		what = dec.say("which-day", "{what}", what, "{day}", dec.weekday(start))
	}
	return what
}
