// Package parse reads one message of her mailbox: whether it is about an interview of hers, and what it says of it.
//
// Message runs the readers of its rooms (message, token, when, who, where, reply) over the bytes and puts what they
// find together: which time is the interview's and which a deadline, who of the people named will be met, what holds
// where text and calendar part disagree. What it takes from where stands in the Finding: Evidence has the text of every
// field, Reasons say in words why the message was taken for what it is.
//
// The words by which it judges stand in words/*.txt; a line there is the way to teach it another phrase.
//
// Everything relative is counted from the Date of the message, of a forward from that of the original; never from a
// clock. The package does no I/O.
package parse

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"roundtwo/interview"
	"roundtwo/parse/message"
	"roundtwo/parse/reply"
	"roundtwo/parse/when"
	"roundtwo/parse/where"
	"roundtwo/parse/who"
)

// Message reads the bytes of one message. zone is the candidate's own, an IANA name or "UTC+05:30"; it is used only
// where the message states none. Message never fails: what kept it from reading stands in Err.
func Message(raw []byte, zone string) (f Finding) {
	defer func() {
		if p := recover(); p != nil {
			f = Finding{Notice: interview.Notice{Kind: interview.Other}, Err: fmt.Sprintf("reading the message: %v", p)}
		}
	}()
	return Read(message.Read(raw), zone)
}

// Read finds in a message what Message finds in its bytes.
func Read(m *message.Message, zone string) Finding {
	r := newReader(m, zone)
	r.guard("the answer", r.readAnswer)
	r.guard("the calendar parts", r.readEvents)
	text, history := r.body()
	r.read(text)
	if r.Kind == interview.Other && r.doc != nil && r.assents(text, history) {
		again := *r
		again.Reasons, again.Evidence = nil, nil
		again.read(history + "\n\n" + text) // the signature stays last
		if again.Kind != interview.Other {
			again.because("it agrees to what stands in the quoted conversation")
			r = &again
		}
	}
	return r.Finding
}

// read judges the message by a text, and fills in what it says.
func (r *reader) read(text string) {
	r.guard("the words", func() { r.readWords(text) })
	r.guard("the place", r.readPlace)
	r.guard("the times", r.readTimes)
	r.guard("the people", r.readPeople)
	r.guard("the kind", r.judge)
	if r.Kind == interview.Other {
		return
	}
	r.guard("the schedule", r.fillTimes)
	r.guard("the interviewers", r.fillPeople)
	r.guard("the details", r.fillDetails)
	r.guard("the warnings", r.warn)
}

// reader is a message being read.
type reader struct {
	Finding
	msg     *message.Message
	doc     *document
	ref     when.Reference
	events  []event
	timings []timing
	plan    schedule
	people  who.Reading
	place   where.Place
	tally   tally

	eventLink bool // the link of the notice is one of an event's own properties
}

func newReader(m *message.Message, zone string) *reader {
	r := &reader{msg: m}
	r.Kind = interview.Other
	r.Limits = append(r.Limits, m.Limits...)
	r.Text, r.Original, r.Forwarded = m.Own, m.Original, m.Original != nil
	loc, err := interview.Location(zone)
	if err != nil {
		r.Err = err.Error()
		loc, zone = time.UTC, "UTC"
	}
	r.origin()
	r.ref = when.Reference{Time: r.Written, Zone: loc, ZoneName: zone, Language: m.Language}
	return r
}

// origin takes the headers of the original inside a forward, else those of the message.
func (r *reader) origin() {
	m := r.msg
	r.Subject, r.MessageID, r.Written = m.Subject, m.MessageID, m.Date
	r.Thread = append(append([]string{}, m.References...), missing(m.References, m.InReplyTo)...)
	if len(m.From) > 0 {
		r.Sender = interview.Person(person{Name: m.From[0].Name, Email: m.From[0].Email})
	}
	if o := m.Original; o != nil {
		r.Subject, r.MessageID, r.Thread = o.Subject, o.MessageID, o.References
		r.Sender = interview.Person{Name: o.From.Name, Email: o.From.Email}
		if !o.Date.IsZero() {
			r.Written = o.Date
		}
		if r.Subject == "" {
			r.Subject = m.Subject
		}
	}
	r.Subject = bareSubject(r.Subject)
}

// missing gives the ids that are not in list yet.
func missing(list, ids []string) []string {
	var out []string
	for _, id := range ids {
		found := false
		for _, have := range list {
			found = found || have == id
		}
		if !found {
			out = append(out, id)
		}
	}
	return out
}

// guard runs one step: a fault in it costs what that step reads, not the message.
func (r *reader) guard(what string, step func()) {
	defer func() {
		// The first fault is the cause; those after it only lack what it left out.
		if p := recover(); p != nil && r.Err == "" {
			r.Err = fmt.Sprintf("reading %s: %v", what, p)
		}
	}()
	step()
}

func (r *reader) readAnswer() { r.Answer = reply.Read(r.msg.Own) }

func (r *reader) readEvents() {
	var limits []string
	r.events, limits = events(r.msg, r.ref.Zone)
	r.Limits = append(r.Limits, limits...)
}

func (r *reader) readWords(text string) {
	r.doc = read(r.Subject, text)
	r.doc.language = r.msg.Language
	r.doc.mark()
	r.tally = r.doc.tally()
}

func (r *reader) readTimes() {
	found := when.Read(r.doc.text, r.doc.withoutRounds(), r.ref)
	r.timings = r.doc.timings(slices.DeleteFunc(found, r.inAddress), r.Written)
	r.adoptZone()
}

// inAddress reports whether a reading is a bare number inside the address or the telephone number: "1220 SW Morrison".
func (r *reader) inAddress(t when.Reading) bool {
	if t.DateStated || t.Span.From >= t.Span.To || strings.ContainsAny(t.Span.Text(r.doc.text, r.doc.toks), ":.amphAMPHuU") {
		return false
	}
	for _, field := range []string{"location", "phone"} {
		if s := r.place.Spans[field]; s.Contains(t.Span.From) {
			return true
		}
	}
	return false
}

// note keeps the text that a field was read from.
func (r *reader) note(field, text string) {
	if text != "" {
		r.Evidence = append(r.Evidence, Evidence{Field: field, Text: text})
	}
}

// because keeps a reason in words.
func (r *reader) because(format string, args ...any) {
	r.Reasons = append(r.Reasons, fmt.Sprintf(format, args...))
}
