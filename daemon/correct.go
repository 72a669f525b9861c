package daemon

import (
	"strings"

	"roundtwo/daemon/approval"
	"roundtwo/interview"
	"roundtwo/parse/correction"
	"roundtwo/parse/message"
)

// correctable names the letters that show an interview as it was read: their answers may put it right. That changes her own
// record and calendar alone, and she is shown what was changed.
var correctable = map[string]bool{"checklist": true, "preparation": true, "reminder": true, "changed": true, "question": true, "options": true, "receipt": true}

// correct takes in what she puts right. done is false when her words correct nothing: then they are heard as any others.
// When a part is unclear nothing counts, so that no half of an answer is followed.
func (dec *decision) correct(a *arrival, iv interview.Interview, issued approval.Issued) (done bool, err error) {
	if !correctable[issued.Kind] || iv.ID == "" {
		return false, nil
	}
	read := correction.Read(wordsAlone(a.msg), iv, dec.now, dec.profile().Zone)
	switch {
	case len(read.Unclear) == 0 && !read.Found():
		return false, dec.mustBeFree(issued)
	case read.TakeUp:
		return true, dec.takeUp(a, iv)
	case iv.State == interview.Held:
		return true, refuse(dec.say("correct-held"))
	case iv.State == interview.Closed || iv.State == interview.Cancelled:
		return true, refuse(dec.say("correct-over-state", "{state}", string(iv.State)))
	case len(read.Unclear) > 0:
		return true, dec.askBack(read.Unclear)
	case read.Drop:
		return true, dec.drop(a, iv)
	}
	return true, dec.putRight(a, iv, read.Fix)
}

// mustBeFree refuses plain words below a letter that asks for one of several answers.
func (dec *decision) mustBeFree(issued approval.Issued) error {
	if freeWords[issued.Kind] {
		return nil
	}
	return refuse(dec.refused(approval.Unclear))
}

// wordsAlone are her own lines, above the quoted letter and between its lines.
func wordsAlone(m *message.Message) string {
	if len(m.Between) == 0 {
		return m.Own
	}
	var lines []string
	for _, b := range m.Between {
		lines = append(lines, b.Own)
	}
	return strings.Join(lines, "\n")
}

func (dec *decision) askBack(unclear []correction.Unclear) error {
	var lines []string
	for _, u := range unclear {
		lines = append(lines, dec.say(unclearKey(u.Reason), "{line}", u.Line))
	}
	lines = append(lines, dec.say("correct-nothing"))
	return refuse(strings.Join(lines, " "))
}

func unclearKey(r correction.Reason) string {
	return "correct-" + strings.ReplaceAll(string(r), " ", "-")
}

// putRight applies a correction. The letter that tells of it shows old beside new, and how to take it back.
func (dec *decision) putRight(a *arrival, iv interview.Interview, fix interview.Fix) error {
	kind := interview.Corrected
	if len(fix.Sessions) > 0 {
		kind = interview.Retimed
	}
	e := interview.Event{Kind: kind, Fix: fix}
	next, effects := interview.Apply(iv, e, dec.now)
	dec.corrected = true
	if err := dec.apply(iv, e); err != nil {
		return err
	}
	if tells(effects) {
		return nil
	}
	line := dec.say("correct-same")
	if next.Updated.After(iv.Updated) {
		line = dec.say("correct-kept", "{what}", dec.describe(next))
	}
	return dec.letter(next, letterOf{kind: "receipt", answers: a.msg.MessageID, receipt: []string{line}})
}

// tells reports that a letter comes of it anyway.
func tells(effects []interview.Effect) bool {
	for _, e := range effects {
		if e.Kind == interview.WriteLetter {
			return true
		}
	}
	return false
}

func (dec *decision) drop(a *arrival, iv interview.Interview) error {
	if err := dec.apply(iv, interview.Event{Kind: interview.Dropped}); err != nil {
		return err
	}
	return dec.letter(iv, letterOf{kind: "receipt", answers: a.msg.MessageID, receipt: []string{dec.say("correct-dropped")}})
}

func (dec *decision) takeUp(a *arrival, iv interview.Interview) error {
	_, effects := interview.Apply(iv, interview.Event{Kind: interview.TakenUp}, dec.now)
	if err := dec.apply(iv, interview.Event{Kind: interview.TakenUp}); err != nil || tells(effects) {
		return err
	}
	return dec.letter(iv, letterOf{kind: "receipt", answers: a.msg.MessageID, receipt: []string{dec.say("correct-same")}})
}
