package daemon

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"roundtwo/daemon/approval"
	"roundtwo/daemon/store"
	"roundtwo/daemon/submission"
	"roundtwo/drafts"
	"roundtwo/interview"
)

// draftNotes writes the messages of one kind that an interview calls for, and asks for approval.
func (dec *decision) draftNotes(iv interview.Interview, kind interview.NoteKind) error {
	existing, err := dec.tx.Notes(iv.ID)
	if err != nil {
		return err
	}
	var written []interview.Note
	memory, err := dec.memory(iv)
	if err != nil {
		return err
	}
	for _, to := range dec.recipients(iv, kind) {
		if kind == interview.ThankYou && !drafts.ByMail(to.Name, memory) || alreadyWritten(existing, kind, to) {
			continue
		}
		n, err := dec.write(iv, kind, to, written)
		if err != nil {
			return err
		}
		written = append(written, n)
	}
	if len(written) == 0 {
		return dec.nobodyToWriteTo(iv, kind)
	}
	return dec.request(iv, written)
}

// nobodyToWriteTo tells her where she has asked for a message and there is no address for it; what was only proposed is
// left out in silence.
func (dec *decision) nobodyToWriteTo(iv interview.Interview, kind interview.NoteKind) error {
	if kind != interview.Acceptance || len(dec.recipients(iv, kind)) > 0 {
		return nil
	}
	from := iv.Sender.Email
	if from == "" {
		from = dec.say("offered-unknown")
	}
	return dec.letter(iv, letterOf{kind: "refusal", refusal: dec.say("offered-robot", "{address}", from)})
}

// recipients come from what the invitation says and what she told, never from a Reply-To: for thanks everyone she met,
// each alone; for all else who wrote.
func (dec *decision) recipients(iv interview.Interview, kind interview.NoteKind) []interview.Person {
	if kind == interview.ThankYou && len(iv.Interviewers) > 0 {
		return iv.Interviewers
	}
	if iv.Sender.Email == "" || interview.Robot(iv.Sender.Email) || hasAddress(dec.who.Addresses, iv.Sender.Email) {
		return nil
	}
	return []interview.Person{iv.Sender}
}

// alreadyWritten keeps thanks and follow-ups to one for each person and round: there is never a second. An acceptance
// may follow a declined one.
func alreadyWritten(notes []interview.Note, kind interview.NoteKind, to interview.Person) bool {
	for _, n := range notes {
		if n.Kind != kind || !interview.SameName(n.To.Name, to.Name) {
			continue
		}
		if kind == interview.ThankYou || kind == interview.FollowUp || n.Open() || n.State == interview.Approved {
			return true
		}
	}
	return false
}

// write makes one note and has it laid into Drafts.
func (dec *decision) write(iv interview.Interview, kind interview.NoteKind, to interview.Person, others []interview.Note) (interview.Note, error) {
	memory, err := dec.memory(iv)
	if err != nil {
		return interview.Note{}, err
	}
	facts, err := dec.facts(iv, letterOf{notes: others}, store.Letter{Ref: iv.ID})
	if err != nil {
		return interview.Note{}, err
	}
	facts.Memory = memory
	n, err := dec.d.writer.Note(kind, to, facts)
	if err != nil {
		return n, fmt.Errorf("write the %s to %s: %w", kind, to.Name, err)
	}
	n.Interview, n.Candidate, n.Kind, n.To = iv.ID, dec.who.Name, kind, to
	n.State, n.Created, n.Updated, n.InReplyTo = interview.Drafted, dec.now, dec.now, iv.ReplyTo
	return n, dec.keepNote(&n)
}

// keepNote gives a new or rewritten note its Message-ID and bytes, stores it, and lays it into Drafts.
func (dec *decision) keepNote(n *interview.Note) error {
	if err := dec.tx.SaveNote(n); err != nil { // gives the ID that the Message-ID is made of
		return err
	}
	n.MessageID = dec.d.noteID(fmt.Sprint(n.ID), n.Text, n.Subject, n.To.Email) + "@" + domain(dec.noteSender())
	n.Raw = nil
	if n.To.Email != "" {
		raw, err := submission.Compose(dec.noteMail(*n))
		if err != nil {
			n.Blanks = append(n.Blanks, dec.say("blank-address", "{name}", n.To.Name, "{why}", err.Error()))
		} else {
			n.Raw = raw
		}
	}
	if err := dec.tx.SaveNote(n); err != nil {
		return err
	}
	return dec.layDraft(*n)
}

func (dec *decision) layDraft(n interview.Note) error {
	if n.Raw == nil || dec.box.SendsAs == "nobody" {
		return nil
	}
	return dec.enqueue(store.Effect{
		Key: "draft/" + n.MessageID, Kind: effectDraft, Interview: n.Interview, Note: n.ID, MessageID: n.MessageID, Payload: n.Raw,
	})
}

// dropDraft takes a draft of ours out of Drafts again.
func (dec *decision) dropDraft(n interview.Note) error {
	if n.MessageID == "" || dec.box.SendsAs == "nobody" {
		return nil
	}
	if cancelled, err := dec.tx.CancelEffect("draft/" + n.MessageID); cancelled || err != nil {
		return err
	}
	return dec.enqueue(store.Effect{Key: "undraft/" + n.MessageID, Kind: effectUndraft, Interview: n.Interview, Note: n.ID, MessageID: n.MessageID})
}

// enqueue puts an effect into the outbox of the mailbox at hand; one that is there already is not put again.
func (dec *decision) enqueue(e store.Effect) error {
	e.Mailbox, e.Candidate = dec.box.Name, dec.who.Name
	if e.Due.IsZero() {
		e.Due = dec.now
	}
	_, err := dec.tx.Enqueue(e)
	return err
}

// request shows notes to her, numbered, and asks for approval. Older requests of the interview no longer count.
func (dec *decision) request(iv interview.Interview, fresh []interview.Note) error {
	notes, err := dec.open(iv, fresh)
	if err != nil {
		return err
	}
	if err := dec.tx.VoidLetters(iv.ID, "request"); err != nil {
		return err
	}
	for i := range notes {
		notes[i], _ = interview.ApplyNote(notes[i], interview.NoteShown, dec.now)
		notes[i].Number = i + 1
	}
	l := letterOf{kind: "request", notes: notes, hash: hashOf(notes), expires: dec.expiry(iv)}
	if err := dec.letter(iv, l); err != nil {
		return err
	}
	shownIn, err := dec.latestRequest(iv)
	if err != nil {
		return err
	}
	for i := range notes {
		notes[i].Request = shownIn
		if err := dec.tx.SaveNote(&notes[i]); err != nil {
			return err
		}
	}
	return nil
}

// open gives all notes of the interview that wait for her, the fresh ones among them.
func (dec *decision) open(iv interview.Interview, fresh []interview.Note) ([]interview.Note, error) {
	all, err := dec.tx.Notes(iv.ID)
	if err != nil {
		return nil, err
	}
	var out []interview.Note
	for _, n := range all {
		if n.State == interview.Drafted || n.State == interview.Asked {
			out = append(out, n)
		}
	}
	if len(out) == 0 {
		return fresh, nil
	}
	return out, nil
}

func (dec *decision) latestRequest(iv interview.Interview) (string, error) {
	letters, err := dec.tx.Letters(iv.ID)
	if err != nil {
		return "", err
	}
	for i := len(letters) - 1; i >= 0; i-- {
		if letters[i].Kind == "request" {
			return letters[i].MessageID, nil
		}
	}
	return "", nil
}

// lastDay is how long after an interview a request may still be answered.
const lastDay = 7 * 24 * time.Hour

// expiry is when a request stops to count: after the configured time, and for thanks never later than a week after the
// interview.
func (dec *decision) expiry(iv interview.Interview) time.Time {
	expires := dec.now.Add(dec.d.cfg.Approval.Valid.D())
	if end := iv.End(); iv.State == interview.Held && end.Add(lastDay).After(dec.now) && end.Add(lastDay).Before(expires) {
		return end.Add(lastDay)
	}
	return expires
}

// hashOf binds a letter to what it shows: one digest for each note, in the order in which they stand.
func hashOf(notes []interview.Note) string {
	var out []string
	for _, n := range notes {
		out = append(out, digestOf(n))
	}
	return strings.Join(out, ".")
}

// digestOf is of one note as it is shown: its number, to whom, about what, and every word.
func digestOf(n interview.Note) string {
	h := sha256.New()
	for _, part := range []string{fmt.Sprint(n.Number), n.To.Email, n.Subject, n.Text, n.InReplyTo, n.MessageID} {
		fmt.Fprintf(h, "%d:%s", len(part), part)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// asks names the letters that ask for approval.
var asks = map[string]bool{"request": true, "request-reminder": true}

// shownIn gives the notes that the answered letter itself showed, where each is still as it stood there. What another
// letter showed, a newer or a fuller one, is not covered by an answer to this one.
func (dec *decision) shownIn(iv interview.Interview, issued approval.Issued) ([]interview.Note, error) {
	if !asks[issued.Kind] {
		return nil, nil
	}
	all, err := dec.tx.Notes(iv.ID)
	if err != nil {
		return nil, err
	}
	var out []interview.Note
	for _, digest := range strings.Split(issued.Hash, ".") {
		if i := slices.IndexFunc(all, func(n interview.Note) bool { return digestOf(n) == digest }); i >= 0 {
			out = append(out, all[i])
		}
	}
	return out, nil
}

// toldOf gives the notes that her plain words below a letter may be about, by their numbers. Nothing is sent by that: the
// notes are written again and shown again, and so a reminder stands for the newest request.
func (dec *decision) toldOf(iv interview.Interview, issued approval.Issued) ([]interview.Note, error) {
	request := issued.MessageID
	if issued.Kind == "request-reminder" {
		var err error
		if request, err = dec.latestRequest(iv); err != nil {
			return nil, err
		}
	}
	return dec.notesOf(iv, request)
}

// notesOf gives the notes last shown in a request.
func (dec *decision) notesOf(iv interview.Interview, request string) ([]interview.Note, error) {
	all, err := dec.tx.Notes(iv.ID)
	if err != nil {
		return nil, err
	}
	var out []interview.Note
	for _, n := range all {
		if n.Request == request {
			out = append(out, n)
		}
	}
	return out, nil
}

// rewrite writes the open notes again after she told more. A note that she edited stays as she wrote it.
func (dec *decision) rewrite(iv interview.Interview, notes []interview.Note) (bool, error) {
	var fresh []interview.Note
	memory, err := dec.memory(iv)
	if err != nil {
		return false, err
	}
	unwanted := false
	for _, n := range notes {
		if n.State != interview.Drafted && n.State != interview.Asked {
			continue
		}
		if n.Kind == interview.ThankYou && !drafts.ByMail(n.To.Name, memory) {
			if err := dec.noteEvent(n, interview.NoteSkip); err != nil {
				return false, err
			}
			unwanted = true
			continue
		}
		if n.Edited {
			continue
		}
		if err := dec.dropDraft(n); err != nil {
			return false, err
		}
		to := n.To
		for _, p := range iv.Interviewers {
			if interview.SameName(p.Name, to.Name) {
				to = p
			}
		}
		facts, err := dec.facts(iv, letterOf{notes: fresh}, store.Letter{Ref: iv.ID})
		if err != nil {
			return false, err
		}
		next, err := dec.d.writer.Note(n.Kind, to, facts)
		if err != nil {
			return false, err
		}
		n.To, n.Subject, n.Text, n.Blanks, n.Sources, n.Updated = to, next.Subject, next.Text, next.Blanks, next.Sources, dec.now
		n.State = interview.Drafted
		if err := dec.keepNote(&n); err != nil {
			return false, err
		}
		fresh = append(fresh, n)
	}
	if unwanted && len(fresh) == 0 {
		open, err := dec.open(iv, nil)
		if err != nil || len(open) == 0 {
			return false, err
		}
	} else if len(fresh) == 0 {
		return false, nil
	}
	return true, dec.request(iv, fresh)
}

// noteEvent lets something happen to a note; what its new state calls for is ordered.
func (dec *decision) noteEvent(n interview.Note, e interview.NoteEvent) error {
	next, changed := interview.ApplyNote(n, e, dec.now)
	if !changed {
		return nil
	}
	if err := dec.tx.SaveNote(&next); err != nil {
		return err
	}
	if next.State == interview.Declined || next.State == interview.Sent {
		return dec.dropDraft(next)
	}
	return nil
}

// named says who a list of notes goes to.
func named(notes []interview.Note) string {
	var out []string
	for _, n := range notes {
		out = append(out, n.To.Name)
	}
	return strings.Join(out, ", ")
}
