package daemon

import (
	"slices"

	"roundtwo/daemon/store"
	"roundtwo/interview"
	"roundtwo/parse"
)

// handling is what is to be done with what was read. A message that is about no interview is nothing to be asked about, and
// one that contradicts itself in several ways is, however sure the rest of it is: each is a numbered question of one letter.
func handling(f parse.Finding) interview.Handling {
	switch {
	case f.Kind == interview.Other || f.Kind == "":
		return interview.Take
	case f.Decision == interview.Leave:
		return interview.Leave
	case f.Decision == interview.Ask || contradictions(f.Notice) > 1:
		return interview.Ask
	}
	return interview.Take
}

// contradictions counts those about the time.
func contradictions(n interview.Notice) int {
	out := 0
	for _, c := range n.Conflicts {
		if len(c.Sessions) > 1 {
			out++
		}
	}
	return out
}

// leave keeps a message that is hardly about an interview for the digest. In a conversation that is known it is still a sign
// of life.
func (dec *decision) leave(f parse.Finding, row *store.Message) error {
	row.Verdict, row.Reason = verdictLeft, dec.inDigest(f)
	all, err := dec.tx.Interviews(dec.who.Name)
	if err != nil {
		return err
	}
	n := f.Notice
	n.Kind = interview.Other
	id, _, _ := interview.Match(n, all)
	if id == "" {
		return nil
	}
	iv, _, err := dec.tx.Interview(id)
	if err != nil {
		return err
	}
	return dec.apply(iv, interview.EventOf(n))
}

// ask keeps a message of which it is not sure that it is about an interview, or rightly read, until she has said so. The
// question itself is put by the clock: see toAsk.
func (dec *decision) ask(f parse.Finding, row *store.Message) error {
	if past(f.Notice, dec.now) {
		row.Verdict, row.Reason = verdictPast, "not sure, and over"
		return nil
	}
	all, err := dec.tx.Interviews(dec.who.Name)
	if err != nil {
		return err
	}
	id, _, _ := interview.Match(f.Notice, all)
	known := byID(all, id)
	question := openQuestion(all, known)
	if question.ID == known.ID {
		known = interview.Interview{}
	}
	switch {
	case known.ID != "" && !changes(known, f.Notice, dec):
		row.Interview, row.Reason = known.ID, "not sure, and nothing new"
		return dec.apply(known, interview.Event{Kind: interview.Heard, Notice: f.Notice})
	case question.ID == "" && slices.ContainsFunc(all, func(iv interview.Interview) bool { return iv.Refused(f.Notice) }):
		row.Verdict, row.Reason = verdictLeft, dec.inDigest(f)
		return nil
	case question.ID == "":
		if question, err = dec.newInterview(); err != nil {
			return err
		}
	}
	row.Interview, row.Reason = question.ID, "not sure: she is asked"
	dec.evidence(f)
	return dec.apply(question, interview.Event{Kind: interview.Unsure, Known: known, Reading: interview.Reading{
		Notice: f.Notice, Words: dec.words, From: dec.provenance,
		Stranger: known.ID != "" && !f.Forwarded && interview.Stranger(f.Notice, known),
	}})
}

func byID(all []interview.Interview, id string) interview.Interview {
	for _, iv := range all {
		if iv.ID == id && id != "" {
			return iv
		}
	}
	return interview.Interview{}
}

// openQuestion is the question that a message belongs to: the one that it was matched with, or the one that is open about
// the known interview. The zero Interview where there is none.
func openQuestion(all []interview.Interview, known interview.Interview) interview.Interview {
	if known.ID == "" || known.Asks() {
		return known
	}
	for _, iv := range all {
		if iv.Asks() && iv.Reading.About == known.ID {
			return iv
		}
	}
	return interview.Interview{}
}

// changes reports whether anything would follow if the message were taken as it was read, whenever it was written.
func changes(known interview.Interview, n interview.Notice, dec *decision) bool {
	n.Written = later(n.Written, known.Written)
	_, effects := interview.Apply(known, interview.EventOf(n), dec.now)
	return len(effects) > 0
}

// overtake closes the questions about an interview that ask for nothing more, since another message has said the same.
func (dec *decision) overtake(id string) error {
	all, err := dec.tx.Interviews(dec.who.Name)
	if err != nil {
		return err
	}
	known := byID(all, id)
	for _, iv := range all {
		if iv.Asks() && iv.Reading.About == id && id != "" && !changes(known, iv.Reading.Notice, dec) {
			if err := dec.closeQuestion(iv); err != nil {
				return err
			}
		}
	}
	return nil
}

// closeQuestion ends a question without an interview of its own; what stood in the calendar on its account goes.
func (dec *decision) closeQuestion(iv interview.Interview) error {
	stood := len(iv.Sessions) > 0
	iv.State, iv.Reading, iv.Sessions, iv.Tentative, iv.Updated = interview.Closed, nil, nil, false, dec.now
	if stood {
		iv.Sequence++
	}
	if err := dec.tx.SaveInterview(iv); err != nil || !stood {
		return err
	}
	return dec.putEvent(iv)
}
