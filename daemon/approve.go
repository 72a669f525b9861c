package daemon

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"roundtwo/daemon/approval"
	"roundtwo/daemon/store"
	"roundtwo/interview"
	"roundtwo/parse/reply"
)

// chosen gives the notes that she means: by number, by name, all, or the only one. Only notes that this very letter
// showed, and only while all of them are still as it showed them.
func (dec *decision) chosen(iv interview.Interview, issued approval.Issued, said reply.Answer) ([]interview.Note, error) {
	if issued.Kind == "request" && issued.State == letterVoid {
		return nil, refuse(dec.refused(approval.Stale))
	}
	shown, err := dec.shownIn(iv, issued)
	if err != nil {
		return nil, err
	}
	if !asks[issued.Kind] || issued.Hash == "" {
		return nil, refuse(dec.say("approve-none"))
	}
	if hashOf(shown) != issued.Hash {
		return nil, refuse(dec.refused(approval.Stale))
	}
	if len(said.Which) == 0 && len(shown) > 1 {
		return nil, refuse(dec.say("approve-which", "{count}", fmt.Sprint(len(shown)), "{verb}", string(said.Verb)))
	}
	if len(said.Which) == 0 || said.Which[0] == "all" {
		return shown, nil
	}
	return dec.pickNotes(shown, said.Which)
}

func (dec *decision) pickNotes(shown []interview.Note, which []string) ([]interview.Note, error) {
	var out []interview.Note
	for _, w := range which {
		i := slices.IndexFunc(shown, func(n interview.Note) bool {
			return w == fmt.Sprint(n.Number) || interview.SameName(w, n.To.Name)
		})
		if i < 0 {
			return nil, refuse(dec.say("approve-no-note", "{which}", w, "{notes}", numbered(shown)))
		}
		if !slices.ContainsFunc(out, func(n interview.Note) bool { return n.ID == shown[i].ID }) {
			out = append(out, shown[i])
		}
	}
	return out, nil
}

func numbered(notes []interview.Note) string {
	var out []string
	for _, n := range notes {
		out = append(out, fmt.Sprintf("%d (%s)", n.Number, n.To.Name))
	}
	return strings.Join(out, ", ")
}

// approve releases notes after the hold. What blocks a note is told, and does not block the others.
func (dec *decision) approve(a *arrival, iv interview.Interview, issued approval.Issued, said reply.Answer) error {
	notes, err := dec.chosen(iv, issued, said)
	if err != nil {
		return err
	}
	hour, day, err := dec.sentLately()
	if err != nil {
		return err
	}
	var lines []string
	approved := 0
	for _, n := range notes {
		line, ok, err := dec.approveOne(n, hour+approved, day+approved)
		if err != nil {
			return err
		}
		if ok {
			approved++
		}
		lines = append(lines, line)
	}
	if approved == 0 {
		return refuse(strings.Join(lines, "\n"))
	}
	lines = append(lines, dec.say("approve-stop"))
	return dec.letter(iv, letterOf{kind: "receipt", receipt: lines, answers: a.msg.MessageID})
}

// sentLately counts towards the caps: what was sent, and what is approved and will be.
func (dec *decision) sentLately() (hour, day int, err error) {
	if hour, err = dec.tx.CountNotes(dec.who.Name, dec.now.Add(-time.Hour)); err != nil {
		return 0, 0, err
	}
	if day, err = dec.tx.CountNotes(dec.who.Name, dec.now.Add(-24*time.Hour)); err != nil {
		return 0, 0, err
	}
	waiting, err := dec.tx.NotesIn(interview.Approved)
	for _, n := range waiting {
		if n.Candidate == dec.who.Name {
			hour, day = hour+1, day+1
		}
	}
	return hour, day, err
}

func (dec *decision) approveOne(n interview.Note, hour, day int) (line string, ok bool, err error) {
	to := recipient(n)
	switch {
	case len(n.Blanks) > 0 || n.Raw == nil:
		return dec.say("approve-blank", "{note}", to, "{blanks}", strings.Join(n.Blanks, "; ")), false, nil
	case approval.Capped(hour, day, len(n.Raw)) != "":
		return dec.say("approve-capped", "{note}", to), false, nil
	}
	next, changed := interview.ApplyNote(n, interview.NoteApprove, dec.now)
	if !changed {
		return dec.idle(n), false, nil
	}
	next.Hold = dec.now.Add(dec.d.cfg.Approval.Hold.D())
	if err := dec.tx.SaveNote(&next); err != nil {
		return "", false, err
	}
	if err := dec.enqueue(store.Effect{
		Key: fmt.Sprintf("release/%d/%s", n.ID, dec.trigger), Kind: effectRelease, Interview: n.Interview, Note: n.ID, Due: next.Hold,
	}); err != nil {
		return "", false, err
	}
	return dec.say("approve-done", "{time}", dec.clock(next.Hold), "{note}", to), true, nil
}

// recipient names a note by its number and to whom it would go.
func recipient(n interview.Note) string {
	to := fmt.Sprintf("%d, %s", n.Number, n.To.Name)
	if n.To.Email != "" {
		to += " <" + n.To.Email + ">"
	}
	return to
}

// idle tells of a note to which an answer means nothing any more.
func (dec *decision) idle(n interview.Note) string {
	return dec.say("approve-idle", "{note}", recipient(n), "{state}", dec.d.writer.NoteState(n.State))
}

// clock writes a time of day as she reads it.
func (dec *decision) clock(t time.Time) string { return dec.d.writer.Hour(dec.profile(), t) }

// day writes a day of the week as she reads it.
func (dec *decision) weekday(t time.Time) string { return dec.d.writer.Weekday(dec.profile(), t) }

// eachNote lets the same happen to all notes she means.
func (dec *decision) eachNote(a *arrival, iv interview.Interview, issued approval.Issued, said reply.Answer, e interview.NoteEvent, told string) error {
	notes, err := dec.chosen(iv, issued, said)
	if err != nil {
		return err
	}
	var lines []string
	for _, n := range notes {
		if _, ok := interview.ApplyNote(n, e, dec.now); !ok {
			lines = append(lines, dec.idle(n))
			continue
		}
		if err := dec.noteEvent(n, e); err != nil {
			return err
		}
		lines = append(lines, dec.say(told, "{note}", recipient(n)))
	}
	return dec.letter(iv, letterOf{kind: "receipt", receipt: lines, answers: a.msg.MessageID})
}

// postpone asks again later: after what she wrote, else tomorrow morning.
func (dec *decision) postpone(a *arrival, iv interview.Interview, issued approval.Issued, said reply.Answer) error {
	if len(said.Which) == 0 {
		said.Which = []string{"all"}
	}
	notes, err := dec.chosen(iv, issued, said)
	if err != nil {
		return err
	}
	again := dec.later(said.When)
	for _, n := range notes {
		next, ok := interview.ApplyNote(n, interview.NoteLater, dec.now)
		if !ok {
			continue
		}
		next.Again = again
		if err := dec.tx.SaveNote(&next); err != nil {
			return err
		}
	}
	line := dec.say("postponed", "{day}", dec.weekday(again), "{time}", dec.clock(again), "{notes}", named(notes))
	return dec.letter(iv, letterOf{kind: "receipt", receipt: []string{line}, answers: a.msg.MessageID})
}

// later reads "1d", "2h" or "tomorrow 9am"; without a word it is nine the next morning, in her zone.
func (dec *decision) later(words string) time.Time {
	words = strings.TrimSpace(words)
	if n, unit := 0, ""; words != "" {
		if _, err := fmt.Sscanf(words, "%d%1s", &n, &unit); err == nil && n > 0 && n < 1000 {
			switch unit {
			case "d":
				return dec.now.Add(time.Duration(n) * 24 * time.Hour)
			case "h":
				return dec.now.Add(time.Duration(n) * time.Hour)
			case "m":
				return dec.now.Add(time.Duration(n) * time.Minute)
			}
		}
		if t := dec.day(words); t.After(dec.now) {
			return t
		}
	}
	y, m, day := dec.now.In(dec.profile().Zone).Date()
	return time.Date(y, m, day+1, 9, 0, 0, 0, dec.profile().Zone)
}

// edit replaces the text of one note by hers. It is shown again: only then can it be sent.
func (dec *decision) edit(a *arrival, iv interview.Interview, issued approval.Issued, said reply.Answer) error {
	notes, err := dec.chosen(iv, issued, said)
	if err != nil {
		return err
	}
	text := strings.TrimSpace(said.Text)
	if len(notes) != 1 || text == "" {
		return refuse(dec.say("edit-how"))
	}
	n := notes[0]
	next, ok := interview.ApplyNote(n, interview.NoteEdit, dec.now)
	if !ok {
		return refuse(dec.say("edit-late", "{note}", recipient(n), "{state}", dec.d.writer.NoteState(n.State)))
	}
	if err := dec.dropDraft(n); err != nil {
		return err
	}
	next.Text, next.Blanks, next.Edited = text+"\n", blanksIn(text), true
	next.Sources = []interview.Source{{Sentence: text, Facts: []string{dec.say("edit-source")}}}
	if err := dec.keepNote(&next); err != nil {
		return err
	}
	return dec.request(iv, []interview.Note{next})
}

// blanksIn finds what she left blank: text in square brackets.
func blanksIn(text string) []string {
	var out []string
	for rest := text; ; {
		_, after, ok := strings.Cut(rest, "[")
		if !ok {
			return out
		}
		inside, tail, ok := strings.Cut(after, "]")
		if !ok {
			return out
		}
		out = append(out, inside)
		rest = tail
	}
}

// stop calls back whatever has not left yet. It needs no more than a letter of ours: it is the safe direction.
func (dec *decision) stop(a *arrival, iv interview.Interview) error {
	notes, err := dec.tx.NotesIn(interview.Approved, interview.Sending)
	if err != nil {
		return err
	}
	var lines []string
	for _, n := range notes {
		if n.Candidate != dec.who.Name || iv.ID != "" && n.Interview != iv.ID {
			continue
		}
		back, err := dec.callBack(n, interview.NoteStop)
		if err != nil {
			return err
		}
		word := "stopped"
		if !back {
			word = "stopped-late"
		}
		lines = append(lines, dec.say(word, "{note}", recipient(n)))
	}
	if len(lines) == 0 {
		if lines, err = dec.wentOut(iv); err != nil {
			return err
		}
	}
	return dec.letter(iv, letterOf{kind: "receipt", receipt: lines, answers: a.msg.MessageID})
}

// wentOut says of a stop that came too late when the notes went out: those of the last day.
func (dec *decision) wentOut(iv interview.Interview) ([]string, error) {
	sent, err := dec.tx.NotesIn(interview.Sent)
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, n := range sent {
		if n.Candidate == dec.who.Name && (iv.ID == "" || n.Interview == iv.ID) && dec.now.Sub(n.Updated) < 24*time.Hour {
			lines = append(lines, dec.say("stopped-gone", "{note}", recipient(n), "{time}", dec.clock(n.Updated)))
		}
	}
	if len(lines) == 0 {
		lines = []string{dec.say("stopped-nothing")}
	}
	return lines, nil
}

// wasSent settles a note as sent on her word, and keeps a copy like that of any other.
func (dec *decision) wasSent(n interview.Note) error {
	if err := dec.noteEvent(n, interview.NoteWasSent); err != nil {
		return err
	}
	e, ok, err := dec.tx.EffectByKey(sendKey(n))
	if err != nil || !ok {
		return err
	}
	return dec.orderCopy(n, e.Payload)
}

// settleUnknown takes her word for what became of a note whose sending ended without an answer.
func (dec *decision) settleUnknown(a *arrival, iv interview.Interview, issued approval.Issued, said reply.Answer) error {
	notes, err := dec.tx.Notes(iv.ID)
	if err != nil {
		return err
	}
	for _, n := range notes {
		if n.State != interview.UnknownToSend || issued.Kind == "unknown" && n.Request != "" && !strings.Contains(issued.Hash, hashOf([]interview.Note{n})) {
			continue
		}
		if said.Verb == reply.Done {
			if err := dec.wasSent(n); err != nil {
				return err
			}
			return dec.letter(iv, letterOf{kind: "receipt", answers: a.msg.MessageID, receipt: []string{dec.say("settled-sent", "{name}", n.To.Name)}})
		}
		next, _ := interview.ApplyNote(n, interview.NoteResend, dec.now)
		next.Hold = dec.now.Add(dec.d.cfg.Approval.Hold.D())
		if err := dec.tx.SaveNote(&next); err != nil {
			return err
		}
		if err := dec.enqueue(store.Effect{
			Key: fmt.Sprintf("release/%d/%s", n.ID, dec.trigger), Kind: effectRelease, Interview: n.Interview, Note: n.ID, Due: next.Hold,
		}); err != nil {
			return err
		}
		return dec.letter(iv, letterOf{kind: "receipt", answers: a.msg.MessageID,
			receipt: []string{dec.say("settled-again", "{time}", dec.clock(next.Hold), "{name}", n.To.Name)}})
	}
	return refuse(dec.say("settled-none"))
}
