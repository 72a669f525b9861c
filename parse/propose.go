package parse

import (
	"maps"
	"slices"
	"strings"

	"roundtwo/parse/message"
	"roundtwo/parse/place"
	"roundtwo/parse/role"
	"roundtwo/parse/text"
	"roundtwo/parse/token"
	"roundtwo/parse/when"
	"roundtwo/parse/where"
	"roundtwo/parse/who"
)

// Propose reads a message as Read does, as far as the candidates: what the models of package role are taught with.
// zone is the candidate's own.
func Propose(m *message.Message, zone string) *role.Message {
	r := newReader(m, zone)
	r.readEvents()
	return r.candidates()
}

// candidates collects all that may play a part.
func (r *reader) candidates() *role.Message {
	body, history := r.body()
	t := text.New(r.Subject, body, history)
	if namesClock(t.Tokens) {
		r.ref.WriterZone = place.OfWriter(body).Zone
	}
	r.doc = read(t)
	r.place = where.Read(t.Source, t.Tokens, r.msg.Links)
	p := &role.Message{Text: t, Written: r.Written, Auto: r.msg.Auto, Forwarded: r.Forwarded, FromHTML: r.msg.FromHTML,
		Answers: len(r.Thread) > 0, Listed: r.msg.Header("List-Unsubscribe") != "" || r.msg.Header("List-Id") != ""}
	p.Times = r.times()
	r.proposePeople(p)
	n, sign := r.doc.round()
	p.Round = role.RoundSign{Round: n, Explicit: sign.explicit, Behind: sign.behind, Subject: sign.subject}
	sum := r.doc.tally().sum
	for _, name := range slices.Sorted(maps.Keys(sum)) {
		p.Signs = append(p.Signs, role.Sign{Name: name, Weight: sum[name]})
	}
	for _, e := range r.events {
		p.Events = append(p.Events, role.Event{Method: e.method, Cancelled: e.cancelled(), Start: e.Start, End: e.End, AllDay: e.AllDay})
	}
	return p
}

// clocks are the words whose clock depends on where the writer sits.
var clocks = wordSet("pt pst pdt pacific mt mst mdt mountain ct cst cdt central et est edt eastern")

// namesClock reports whether where the writer sits can matter: finding it costs more than most of the rest.
func namesClock(toks []token.Token) bool {
	return slices.ContainsFunc(toks, func(t token.Token) bool { return t.Kind == token.Word && clocks[t.Lower] })
}

// times proposes the times of the text.
func (r *reader) times() []when.Reading {
	found := when.Read(r.doc.Source, r.doc.withoutRounds(), r.ref)
	found = slices.DeleteFunc(found, r.inAddress)
	r.adoptZone(found)
	return found
}

// inAddress reports whether a reading is a bare number inside the address or the telephone number: "1220 SW Morrison".
func (r *reader) inAddress(t when.Reading) bool {
	if t.DateStated || t.Span.From >= t.Span.To || strings.ContainsAny(r.doc.At(t.Span), ":.amphAMPHuU") {
		return false
	}
	for _, field := range []string{"location", "phone"} {
		if s := r.place.Spans[field]; s.Contains(t.Span.From) {
			return true
		}
	}
	return false
}

// proposePeople proposes everybody whom the text names, and the company and the role.
func (r *reader) proposePeople(p *role.Message) {
	c := r.context(p.Text)
	p.Sender, p.Candidate = c.Sender, c.Candidate
	p.Cc, p.Attendees = r.msg.Cc, r.coming(c.Attendees)
	if o := r.msg.Original; o != nil {
		p.Cc = o.Cc
	}
	r.people = who.Read(c)
	for _, m := range r.people.People {
		m.Span = moveSpan(m.Span, p.Text.Body)
		also := make([]token.Span, len(m.Also))
		for i, s := range m.Also {
			also[i] = moveSpan(s, p.Text.Body)
		}
		m.Also = also
		p.People = append(p.People, m)
	}
	p.Signature, p.Signed = r.people.Signed.Name, len(p.Text.Tokens)
	if s := r.people.Signed.Span; s.From < s.To {
		p.Signed = s.From + p.Text.Body
	}
}

// coming leaves out who declined.
func (r *reader) coming(list []message.Address) []message.Address {
	return slices.DeleteFunc(slices.Clone(list), func(a message.Address) bool {
		return r.hasEvent(func(e event) bool { return e.declined(a.Name, a.Email) })
	})
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
