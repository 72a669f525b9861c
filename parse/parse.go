// Package parse reads one message of her mailbox: whether it is about an interview of hers, and what it says of it.
//
// Rules propose: the rooms message, text, when, who and where find dates, people, places, forwards and calendar parts.
// What part each plays is decided in one place, package role, by models that learned from annotated mail (corpus); it
// also tells how sure the whole is, and so whether the program acts alone, asks her, or leaves the message. A wrong
// reading becomes an annotated message, not another rule. What the calendar part says outranks the text, and where the two
// disagree she is asked. What was read from which words stands in the Finding: Evidence has the text of every field,
// Reasons say in words why the message was taken for what it is.
//
// Everything relative is counted from the Date of the message, of a forward from that of the original; never from a
// clock. The package does no I/O.
package parse

import (
	"fmt"
	"time"

	"roundtwo/interview"
	"roundtwo/parse/message"
	"roundtwo/parse/reply"
	"roundtwo/parse/role"
	"roundtwo/parse/token"
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
	r.guard("the candidates", func() { r.found = r.candidates() })
	r.guard("the parts", r.weigh)
	if r.Kind == interview.Other {
		r.guard("the warnings", r.warn)
		return r.Finding
	}
	r.guard("the schedule", r.fillTimes)
	r.guard("the interviewers", r.fillPeople)
	r.guard("the details", r.fillDetails)
	r.guard("the warnings", r.warn)
	r.guard("the decision", r.settle)
	return r.Finding
}

// reader is a message being read.
type reader struct {
	Finding
	msg       *message.Message
	ref       when.Reference
	events    []event
	doc       *document
	place     where.Place
	people    who.Reading
	found     *role.Message
	reading   *role.Reading
	picked    []token.Span   // where each of Sessions was read, in the same order; shorter where events took their place
	met       [][]token.Span // where each of Interviewers was named
	eventLink bool           // Link is an event's own
}

func newReader(m *message.Message, zone string) *reader {
	r := &reader{msg: m}
	r.Kind, r.Decision = interview.Other, interview.Leave
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
