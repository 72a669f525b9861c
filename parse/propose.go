package parse

import (
	"fmt"

	"roundtwo/parse/message"
	"roundtwo/parse/role"
	"roundtwo/parse/text"
	"roundtwo/parse/token"
	"roundtwo/parse/when"
	"roundtwo/parse/who"
)

// Propose reads a message as Read does, as far as the candidates: what the models of package role are taught with.
// zone is the candidate's own.
func Propose(m *message.Message, zone string) *role.Message {
	r := newReader(m, zone)
	r.readEvents()
	return r.propose()
}

// propose collects all that may play a part.
func (r *reader) propose() *role.Message {
	body, history := r.body()
	t := text.New(r.Subject, body, history)
	p := &role.Message{Text: t, Written: r.Written, Auto: r.msg.Auto, Forwarded: r.Forwarded, FromHTML: r.msg.FromHTML,
		Answers: len(r.Thread) > 0, Listed: r.msg.Header("List-Unsubscribe") != "" || r.msg.Header("List-Id") != ""}
	c := r.context(t)
	p.Sender, p.Candidate = c.Sender, c.Candidate
	p.Cc, p.Attendees = r.msg.Cc, c.Attendees
	if o := r.msg.Original; o != nil {
		p.Cc = o.Cc
	}
	p.Times = when.Read(t.Source, t.Tokens, r.ref)
	p.Lengths = when.Lengths(t.Tokens, r.ref)
	r.people = who.Read(c)
	for _, m := range r.people.People {
		m.Span = moveSpan(m.Span, t.Body)
		also := make([]token.Span, len(m.Also))
		for i, s := range m.Also {
			also[i] = moveSpan(s, t.Body)
		}
		m.Also = also
		p.People = append(p.People, m)
	}
	d := read(r.Subject, body)
	d.language = r.msg.Language
	d.mark()
	p.Signs = d.tally().sum
	p.Uses = make([]string, len(p.Times))
	for _, x := range d.timings(p.Times, r.Written) {
		for k := range p.Times {
			if p.Times[k].Span == x.Span && p.Times[k].Start.Equal(x.Start) {
				p.Uses[k] = string(x.use)
				for _, h := range x.hits {
					p.Uses[k] += "|" + h.sign
				}
				for _, h := range x.unit.hits {
					p.Uses[k] += "|" + h.sign
				}
			}
		}
	}
	n, sign := d.round()
	p.Rounds = fmt.Sprint(n, sign.explicit, sign.behind, sign.subject)
	p.Signature = r.people.Signed.Name
	p.Signed = len(t.Tokens)
	if s := r.people.Signed.Span; s.From < s.To {
		p.Signed = s.From + t.Body
	}
	for _, e := range r.events {
		p.Events = append(p.Events, role.Event{Method: e.method, Cancelled: e.cancelled(), Start: e.Start, End: e.End, AllDay: e.AllDay})
	}
	return p
}

// moveSpan makes a span of the body one of the whole text.
func moveSpan(s token.Span, body int) token.Span {
	if s.From >= s.To {
		return token.Span{}
	}
	return token.Span{From: s.From + body, To: s.To + body}
}

// context is the message as package who reads it.
func (r *reader) context(t *text.Text) who.Context {
	c := who.Context{Subject: r.Subject}
	if t.Body < t.Quoted {
		start := t.Tokens[t.Body].Start
		c.Text = t.Source[start:]
		c.Tokens = make([]token.Token, 0, t.Quoted-t.Body)
		for _, k := range t.Tokens[t.Body:t.Quoted] {
			k.Start, k.End = k.Start-start, k.End-start
			c.Tokens = append(c.Tokens, k)
		}
	}
	m := r.msg
	switch o := m.Original; {
	case o != nil:
		c.Candidate, c.Sender = o.To, o.From
		if len(c.Candidate) == 0 {
			c.Candidate = m.From
		}
	default:
		c.Candidate, c.ReplyTo = m.To, m.ReplyTo
		if len(m.From) > 0 {
			c.Sender = m.From[0]
		}
	}
	for _, e := range r.events {
		c.Titles = append(c.Titles, e.Summary)
		for _, p := range e.Attendees {
			c.Attendees = append(c.Attendees, message.Address{Name: p.Name, Email: p.Email})
		}
		if e.Organizer.Name+e.Organizer.Email != "" && e.source == "calendar part" {
			c.Organizer = message.Address{Name: e.Organizer.Name, Email: e.Organizer.Email}
		}
		if e.source != "calendar part" && c.Employer == "" {
			c.Employer = e.Organizer.Name
		}
	}
	return c
}
