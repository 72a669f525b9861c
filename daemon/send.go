package daemon

import (
	"context"
	"fmt"
	"strings"
	"time"

	"roundtwo/daemon/store"
	"roundtwo/daemon/submission"
	"roundtwo/interview"
)

// sendKey names the sending of a note, once for ever. Only her word RESEND makes another: it raises the count in Hold.
func sendKey(n interview.Note) string {
	return fmt.Sprintf("note/%d/%d", n.ID, n.Hold.Unix())
}

// release ends the hold of an approved note. What lies in Drafts is looked at first: a note that she edited there is
// sent as she edited it, and one that she sent herself is not sent again.
func (d *Daemon) release(ctx context.Context, h *hands, e store.Effect) outcome {
	var n interview.Note
	err := d.view(ctx, func(tx *store.Tx) (err error) {
		n, _, err = tx.Note(e.Note)
		return err
	})
	if err != nil {
		return retry(e, err)
	}
	if n.State != interview.Approved || d.clock.Now().Before(n.Hold) {
		return done() // stopped, sent by hand, or stopped and approved again: then a later release stands in the outbox
	}
	if h.b.SendsAs == "nobody" {
		return outcome{state: store.Done, then: func(dec *decision) error { return dec.handOver(n.ID) }}
	}
	if err := d.readThrough(ctx, h); err != nil {
		return waits(h, e, err)
	}
	look, err := d.lookAtDraft(ctx, h, n)
	if err != nil {
		h.drop()
		return retry(e, err)
	}
	return outcome{state: store.Done, then: func(dec *decision) error { return dec.releaseNote(n.ID, look) }}
}

// releaseNote puts the note into the outbox, with its final bytes.
func (dec *decision) releaseNote(id int64, look draftState) error {
	n, ok, err := dec.tx.Note(id)
	if err != nil || !ok || n.State != interview.Approved || dec.now.Before(n.Hold) { // stopped meanwhile, and perhaps approved again
		return err
	}
	switch {
	case look.sentByHand:
		return dec.noteEvent(n, interview.NoteByHand)
	case look.otherTo != "":
		return dec.failNote(n, dec.say("draft-readdressed", "{address}", look.otherTo))
	}
	if look.edited != "" || look.subject != "" {
		n.Edited = true
		if look.edited != "" {
			n.Text, n.Blanks = look.edited, blanksIn(look.edited)
		}
		if look.subject != "" {
			n.Subject = look.subject
		}
		if len(n.Blanks) > 0 {
			return dec.failNote(n, dec.say("draft-blank", "{blanks}", strings.Join(n.Blanks, "; ")))
		}
	}
	raw, err := submission.Compose(dec.noteMail(n))
	if err != nil {
		return dec.failNote(n, err.Error())
	}
	n, _ = interview.ApplyNote(n, interview.NoteRelease, dec.now)
	n.RecalledBy = "" // of an earlier handing over, which ended in doubt: she has said resend since
	if err := dec.tx.SaveNote(&n); err != nil {
		return err
	}
	return dec.enqueue(store.Effect{
		Key: sendKey(n), Kind: effectSend, Interview: n.Interview, Note: n.ID, From: dec.noteSender(), To: n.To.Email,
		MessageID: n.MessageID, Payload: raw,
	})
}

// failNote tells her that a note did not go out, and why.
func (dec *decision) failNote(n interview.Note, why string) error {
	next, ok := interview.ApplyNote(n, interview.NoteRefused, dec.now)
	if !ok {
		return nil
	}
	next.Reply = why
	if err := dec.tx.SaveNote(&next); err != nil {
		return err
	}
	iv, _, err := dec.tx.Interview(n.Interview)
	if err != nil {
		return err
	}
	return dec.letter(iv, letterOf{kind: "failed", key: fmt.Sprint("/", n.ID), notes: []interview.Note{next}, refusal: why})
}

// handOver gives an approved note back to her as a ready message: this mailbox may not send as her.
func (dec *decision) handOver(id int64) error {
	n, ok, err := dec.tx.Note(id)
	if err != nil || !ok || n.State != interview.Approved {
		return err
	}
	raw, err := submission.Compose(dec.noteMail(n))
	if err != nil {
		return dec.failNote(n, err.Error())
	}
	if err := dec.noteEvent(n, interview.NoteGiveBack); err != nil {
		return err
	}
	iv, _, err := dec.tx.Interview(n.Interview)
	if err != nil {
		return err
	}
	eml := submission.Attachment{Name: "note.eml", Type: "message/rfc822", Data: raw}
	if err := dec.letter(iv, letterOf{kind: "handover", key: fmt.Sprint("/", n.ID), notes: []interview.Note{n}, attach: []submission.Attachment{eml}}); err != nil {
		return err
	}
	return dec.afterSending(n)
}

// giveUp is how long a note is tried against temporary refusals: thanks a day late are still thanks.
const giveUp = 24 * time.Hour

// sendNote submits a note to a stranger. The attempt was committed when it was claimed; before the final dot that, too,
// is committed. From then on it is never repeated without her word.
func (d *Daemon) sendNote(ctx context.Context, h *hands, e store.Effect) outcome {
	if err := d.mayLeave(ctx, h, e); err != nil {
		return waits(h, e, err)
	}
	gone, err := d.alreadySent(ctx, h, e)
	if err != nil {
		h.drop()
		return again(retry(e, fmt.Errorf("look into Sent before sending: %w", err)), e)
	}
	if gone {
		return outcome{state: store.Done, then: func(dec *decision) error { return dec.taken(e) }}
	}
	res := d.submit(ctx, h.b.smtp, e.From, e.To, e.Payload, func() error {
		return d.store.MarkDot(context.WithoutCancel(ctx), e.ID, d.clock.Now())
	})
	switch res.Outcome {
	case submission.Sent:
		return outcome{state: store.Done, then: func(dec *decision) error { return dec.taken(e) }}
	case submission.Unknown:
		return outcome{state: store.Unknown, err: reasonOf(res), then: func(dec *decision) error {
			n, _, err := dec.tx.Note(e.Note)
			if err != nil {
				return err
			}
			return dec.lost(n, reasonOf(res))
		}}
	case submission.Temporary:
		if e.First.IsZero() || d.clock.Now().Sub(e.First) < giveUp {
			return again(retry(e, reasonOf(res)), e)
		}
	}
	return outcome{state: store.Failed, err: reasonOf(res), then: func(dec *decision) error {
		n, _, err := dec.tx.Note(e.Note)
		if err != nil {
			return err
		}
		return dec.failNote(n, dec.serverWords(res))
	}}
}

func (dec *decision) serverWords(r submission.Result) string {
	switch {
	case r.Reply != "":
		return dec.say("server-said", "{code}", fmt.Sprint(r.Code), "{words}", r.Reply)
	case r.Err != nil:
		return dec.say("server-gone", "{why}", r.Err.Error())
	}
	return dec.say("server-no")
}

// alreadySent looks into Sent before every attempt: after a database was restored from an old copy, the store believes
// that nothing was sent yet.
func (d *Daemon) alreadySent(ctx context.Context, h *hands, e store.Effect) (bool, error) {
	s, err := h.session(ctx)
	if err != nil {
		return false, err
	}
	sent := h.b.sentFolder()
	if sent == "" {
		return false, nil
	}
	uids, err := s.FindID(ctx, sent, e.MessageID)
	return len(uids) > 0, err
}

// taken settles a note that the server took.
func (dec *decision) taken(e store.Effect) error {
	n, ok, err := dec.tx.Note(e.Note)
	if err != nil || !ok {
		return err
	}
	if err := dec.noteEvent(n, interview.NoteTaken); err != nil {
		return err
	}
	if err := dec.orderCopy(n, e.Payload); err != nil {
		return err
	}
	return dec.afterSending(n)
}

// settleTime is how long a provider is given to put what it took into Sent by itself.
const settleTime = 30 * time.Second

func (dec *decision) orderCopy(n interview.Note, raw []byte) error {
	if dec.box.SavesSent == "yes" || len(raw) == 0 {
		return nil
	}
	due := dec.now
	if dec.box.SavesSent == "auto" {
		due = due.Add(settleTime)
	}
	return dec.enqueue(store.Effect{
		Key: "keep/" + n.MessageID, Kind: effectKeep, Interview: n.Interview, Note: n.ID, MessageID: n.MessageID, Payload: raw, Due: due,
	})
}

// afterSending lets the interview go on, and tells her once all that she approved has gone out.
func (dec *decision) afterSending(n interview.Note) error {
	iv, _, err := dec.tx.Interview(n.Interview)
	if err != nil {
		return err
	}
	if n.Kind == interview.Acceptance {
		if err := dec.apply(iv, interview.Event{Kind: interview.Accepted}); err != nil {
			return err
		}
		if iv, _, err = dec.tx.Interview(n.Interview); err != nil {
			return err
		}
	}
	notes, err := dec.tx.Notes(iv.ID)
	if err != nil {
		return err
	}
	var lines []string
	for _, o := range notes {
		switch {
		case o.Request != n.Request:
		case o.State == interview.Approved || o.State == interview.Sending:
			return nil // the last one tells of all
		case o.State == interview.Sent && dec.box.SendsAs != "nobody":
			lines = append(lines, dec.sentLine(o))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return dec.letter(iv, letterOf{kind: "receipt", key: "/sent", receipt: lines})
}

func (dec *decision) sentLine(n interview.Note) string {
	if n.Edited {
		return dec.say("sent-edited", "{note}", recipient(n))
	}
	return dec.say("sent", "{note}", recipient(n))
}
