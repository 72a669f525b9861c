package daemon

import (
	"roundtwo/daemon/approval"
	"roundtwo/daemon/store"
	"roundtwo/interview"
)

const letterVoid = "void"

// leaked finds letters of ours that somebody else answers: she forwarded one, or it was read on its way. Machines that answer
// our letters are none of that.
func (dec *decision) leaked(a *arrival) ([]approval.Issued, error) {
	if a.msg.Auto != "" {
		return nil, nil
	}
	letters, err := dec.answered(a)
	if err != nil {
		return nil, err
	}
	var out []approval.Issued
	for _, l := range letters {
		if l.State == "pending" {
			out = append(out, l)
		}
	}
	return out, nil
}

// burn takes back the letters whose secret has got about, shows what still waits for her word in a new one, and tells her.
// Each letter burns once, so that nobody can flood her.
func (dec *decision) burn(a *arrival, letters []approval.Issued, row *store.Message) error {
	row.Verdict, row.Reason = verdictTold, string(approval.WrongSender)+": it answers a letter of ours"
	row.Interview = letters[0].Ref
	for _, l := range letters {
		rec, ok, err := dec.tx.Letter(l.MessageID)
		if err != nil || !ok {
			return err
		}
		rec.State = letterVoid
		if err := dec.tx.SaveLetter(rec); err != nil {
			return err
		}
	}
	iv, known, err := dec.tx.Interview(letters[0].Ref)
	if err != nil {
		return err
	}
	from := addresses(a.msg.From)
	if err := dec.letter(iv, letterOf{kind: "refusal", refusal: dec.say("leaked", "{sender}", from)}); err != nil || !known {
		return err
	}
	return dec.showAgain(iv)
}

// showAgain shows the notes that wait for her word in a new request, with a new secret.
func (dec *decision) showAgain(iv interview.Interview) error {
	notes, err := dec.open(iv, nil)
	if err != nil || len(notes) == 0 {
		return err
	}
	for _, n := range notes {
		if n.Request != "" {
			return dec.request(iv, nil)
		}
	}
	return nil
}
