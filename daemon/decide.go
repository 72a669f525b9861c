package daemon

import (
	"fmt"
	"slices"
	"time"

	"roundtwo/daemon/config"
	"roundtwo/daemon/store"
	"roundtwo/daemon/submission"
	"roundtwo/drafts"
	"roundtwo/interview"
	"roundtwo/interview/ics"
	"roundtwo/parse"
)

// decision is one transaction in which something is decided for one candidate.
type decision struct {
	d       *Daemon
	tx      *store.Tx
	box     *box
	who     config.Candidate
	now     time.Time
	trigger string // names what is decided on, in the keys of its effects: the same message never acts twice

	words      map[string]string // evidence of the message at hand, by field
	provenance string
	corrected  bool // what happens is her correction, not the company's message
}

func (d *Daemon) decide(tx *store.Tx, b *box, who config.Candidate, trigger string) *decision {
	return &decision{d: d, tx: tx, box: b, who: who, now: d.clock.Now(), trigger: trigger}
}

func (dec *decision) profile() drafts.Profile { return profile(dec.who) }

// evidence keeps the words that the fields were read from, for the letter that follows.
func (dec *decision) evidence(f parse.Finding) {
	dec.words = map[string]string{}
	for _, e := range f.Evidence {
		dec.words[e.Field] = e.Text
	}
	dec.provenance = dec.provenanceOf(f)
}

// provenanceOf says in words where a message came from: "Priya Nair’s mail of 24 November, forwarded by you".
func (dec *decision) provenanceOf(f parse.Finding) string {
	from := f.Sender.Name
	if from == "" {
		from = f.Sender.Email
	}
	mail := dec.say("provenance-mail")
	if from != "" {
		mail = dec.say("provenance-from", "{name}", from)
	}
	if !f.Written.IsZero() {
		mail = dec.say("provenance-day", "{mail}", mail, "{day}", dec.d.writer.Day(dec.profile(), f.Written))
	}
	if f.Forwarded {
		mail = dec.say("provenance-forwarded", "{mail}", mail)
	}
	return mail
}

// apply lets an event happen to an interview and orders what follows.
func (dec *decision) apply(iv interview.Interview, e interview.Event) error {
	next, effects := interview.Apply(iv, e, dec.now)
	if err := dec.tx.SaveInterview(next); err != nil {
		return err
	}
	for _, eff := range effects {
		if err := dec.order(iv, next, eff); err != nil {
			return fmt.Errorf("%s for %s: %w", eff.Kind, next.ID, err)
		}
	}
	return nil
}

// order turns an effect into rows of the outbox.
func (dec *decision) order(before, iv interview.Interview, eff interview.Effect) error {
	switch eff.Kind {
	case interview.PutEvent:
		return dec.putEvent(iv)
	case interview.VoidRequests:
		return dec.void(iv)
	case interview.DraftNotes:
		return dec.draftNotes(iv, eff.Note)
	}
	if eff.Letter == interview.ChecklistLetter && !iv.End().After(dec.now) {
		return nil // it was over when we learned of it: she is asked how it went instead
	}
	if eff.Letter == interview.QuestionLetter && iv.Asks() {
		return dec.askReading(iv)
	}
	l := letterOf{kind: string(eff.Letter)}
	if eff.Letter == interview.ChangedLetter {
		l.before, l.corrected = &before, dec.corrected
	}
	if err := dec.letter(iv, l); err != nil || eff.Letter != interview.ChecklistLetter {
		return err
	}
	return dec.enquire(iv)
}

// maxEnquiries is how many requests a day may be about questions that she did not ask for.
const maxEnquiries = 5

// enquire drafts a short question to the company where the invitation leaves open what preparation depends on.
// Invitations that she was warned of get none, and a flood of invitations no flood of drafts.
func (dec *decision) enquire(iv interview.Interview) error {
	if len(iv.Warnings) > 0 {
		return nil
	}
	recent, err := dec.tx.CountLettersOf(dec.who.Name, "request", dec.now.Add(-24*time.Hour))
	if err != nil || recent >= maxEnquiries {
		return err
	}
	for _, unknown := range drafts.Unknowns(iv) {
		if unknown == "time" || unknown == "format" || unknown == "people" {
			return dec.draftNotes(iv, interview.Enquiry)
		}
	}
	return nil
}

// letterOf says what goes into a letter beside the interview itself.
type letterOf struct {
	kind       string
	ref        string // public number of a letter about no single interview; usually that of the interview
	key        string // beside kind, interview and trigger; usually empty
	before     *interview.Interview
	corrected  bool // the change is hers
	notes      []interview.Note
	hash       string
	expires    time.Time
	receipt    []string
	refusal    string
	list       []interview.Interview
	transcript []string
	answers    string // Message-ID of her message that this letter answers
	attach     []submission.Attachment
}

// letterHeader carries our own Message-ID a second time: some providers replace the first.
const letterHeader = "X-Roundtwo-Letter"

// letter writes a letter to her and puts it into the outbox. The bytes are made here, once.
func (dec *decision) letter(iv interview.Interview, l letterOf) error {
	earlier, err := dec.tx.Letters(iv.ID)
	if err != nil {
		return err
	}
	rec := store.Letter{
		Candidate: dec.who.Name, Interview: iv.ID, Kind: l.kind, Ref: refOf(iv), Serial: len(earlier) + 1,
		Hash: l.hash, Issued: dec.now, Expires: l.expires, State: "pending",
	}
	if l.ref != "" {
		rec.Ref = l.ref
	}
	rec.MessageID = dec.d.key.MessageID(l.kind, rec.Ref, rec.Serial, dec.who.Address(), rec.Hash, rec.Expires, domain(dec.who.Address()))
	facts, err := dec.facts(iv, l, rec)
	if err != nil {
		return err
	}
	written, err := dec.d.writer.Write(drafts.Kind(l.kind), facts)
	if err != nil {
		return fmt.Errorf("write the letter %s: %w", l.kind, err)
	}
	raw, err := submission.Compose(dec.mail(written, rec, l))
	if err != nil {
		return fmt.Errorf("compose the letter %s: %w", l.kind, err)
	}
	added, err := dec.tx.Enqueue(store.Effect{
		Key:  fmt.Sprintf("letter/%s/%s/%d/%s%s", l.kind, rec.Ref, iv.Sequence, dec.trigger, l.key),
		Kind: effectLetter, Mailbox: dec.box.Name, Candidate: dec.who.Name, Interview: iv.ID,
		From: dec.box.Address, To: dec.who.Address(), MessageID: rec.MessageID, Payload: raw, Due: dec.now,
	})
	if err != nil || !added {
		return err
	}
	return dec.tx.SaveLetter(rec)
}

// refOf is the public number of the letters about an interview; those about none carry a common one.
func refOf(iv interview.Interview) string {
	if iv.ID == "" {
		return "INFO"
	}
	return iv.ID
}

func (dec *decision) facts(iv interview.Interview, l letterOf, rec store.Letter) (drafts.Facts, error) {
	memory, err := dec.memory(iv)
	if err != nil {
		return drafts.Facts{}, err
	}
	f := drafts.Facts{
		Candidate: dec.profile(), Interview: iv, Before: l.before, Memory: memory, Notes: l.notes, Ref: rec.Ref,
		AnswerTo: dec.answerTo(l.kind), AnswerID: rec.MessageID, Now: dec.now, Expires: l.expires, Hold: dec.d.cfg.Approval.Hold.D(),
		Evidence: dec.words, Provenance: dec.provenance, Corrected: l.corrected, Receipt: l.receipt, Refusal: l.refusal, List: l.list, Transcript: l.transcript,
	}
	if l.kind == "options" { // which of the times clash with another interview
		if f.List, err = dec.scheduled(iv); err != nil {
			return f, err
		}
	}
	if carriesEvent[l.kind] {
		f.Calendar, err = dec.event(iv)
	}
	return f, err
}

// scheduled gives her other interviews with a fixed time.
func (dec *decision) scheduled(but interview.Interview) ([]interview.Interview, error) {
	all, err := dec.tx.Interviews(dec.who.Name)
	return slices.DeleteFunc(all, func(iv interview.Interview) bool {
		return iv.ID == but.ID || iv.State != interview.Scheduled
	}), err
}

// answerTo is where ready answers go. Letters whose answer sends something in her name have none: that takes a real reply,
// since the secret in their Message-ID stands nowhere else.
func (dec *decision) answerTo(kind string) string {
	switch kind {
	case "request", "request-reminder", "unknown", "receipt":
		return ""
	}
	return dec.box.Address
}

// carriesEvent names the letters that bring the calendar file.
var carriesEvent = map[string]bool{"checklist": true, "changed": true, "cancelled": true, "calendar": true}

// event is the .ics of an interview, nil where no time is fixed.
func (dec *decision) event(iv interview.Interview) ([]byte, error) {
	if len(iv.Sessions) == 0 {
		return nil, nil
	}
	data, err := ics.Encode(ics.Calendar{Method: "PUBLISH", Events: ics.Events(iv, dec.now, dec.alarms())})
	if err != nil {
		return nil, fmt.Errorf("write the calendar file: %w", err)
	}
	return data, nil
}

func (dec *decision) alarms() []time.Duration {
	var out []time.Duration
	for _, a := range dec.who.Alarms {
		out = append(out, a.D())
	}
	return out
}

// memory is what is known about the company from before.
func (dec *decision) memory(iv interview.Interview) (interview.Memory, error) {
	var m interview.Memory
	if iv.Company == "" {
		return m, nil
	}
	all, err := dec.tx.Interviews(dec.who.Name)
	if err != nil {
		return m, err
	}
	for _, other := range all {
		if other.ID != iv.ID && !other.Dropped && interview.FoldCompany(other.Company) == interview.FoldCompany(iv.Company) &&
			(other.State == interview.Held || other.State == interview.Closed) && len(other.Sessions) > 0 {
			m.Earlier = append(m.Earlier, other)
		}
	}
	m.Facts, err = dec.tx.Facts(dec.who.Name, iv.Company)
	return m, err
}

// void takes back what was shown for approval: the interview is not what it was.
func (dec *decision) void(iv interview.Interview) error {
	if err := dec.tx.VoidLetters(iv.ID, "request"); err != nil {
		return err
	}
	notes, err := dec.tx.Notes(iv.ID)
	if err != nil {
		return err
	}
	for _, n := range notes {
		if n.Kind == interview.Acceptance && n.State == interview.Approved {
			continue // she has just said yes to this time
		}
		if _, err := dec.callBack(n, interview.NoteVoid); err != nil {
			return err
		}
	}
	return nil
}
