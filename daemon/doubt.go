package daemon

import (
	"context"
	"errors"
	"fmt"
	"time"

	"roundtwo/daemon/store"
	"roundtwo/interview"
)

// lookFor is how long Sent is looked at for a note whose sending ended without an answer.
const (
	lookFor   = 30 * time.Minute
	lookEvery = 2 * time.Minute
)

// lost keeps a note whose sending ended without an answer from being sent again, and looks for it.
func (dec *decision) lost(n interview.Note, why error) error {
	next, ok := interview.ApplyNote(n, interview.NoteLost, dec.now)
	if !ok {
		return nil
	}
	next.Reply = why.Error()
	if err := dec.tx.SaveNote(&next); err != nil {
		return err
	}
	return dec.enqueue(store.Effect{
		Key: fmt.Sprintf("look/%d/%d", n.ID, n.Hold.Unix()), Kind: effectLook, Interview: n.Interview, Note: n.ID, MessageID: n.MessageID,
	})
}

// lookForNote looks for a lost note in Sent. Only the provider's own copy, or her word, tells that it was sent.
func (d *Daemon) lookForNote(ctx context.Context, h *hands, e store.Effect) outcome {
	gone, err := d.alreadySent(ctx, h, e)
	if err != nil {
		h.drop()
		return retry(e, err)
	}
	if gone {
		return outcome{state: store.Done, then: func(dec *decision) error { return dec.taken(e) }}
	}
	if !e.First.IsZero() && d.clock.Now().Sub(e.First) >= lookFor {
		return outcome{state: store.Done, then: func(dec *decision) error { return dec.askUnknown(e.Note) }}
	}
	return outcome{state: store.Ready, again: lookEvery, err: errors.New("not in Sent yet")}
}

// askUnknown asks her whether the note was sent.
func (dec *decision) askUnknown(id int64) error {
	n, ok, err := dec.tx.Note(id)
	if err != nil || !ok || n.State != interview.UnknownToSend {
		return err
	}
	iv, _, err := dec.tx.Interview(n.Interview)
	if err != nil {
		return err
	}
	return dec.letter(iv, letterOf{kind: "unknown", key: fmt.Sprint("/", n.ID), notes: []interview.Note{n}, hash: hashOf([]interview.Note{n})})
}
