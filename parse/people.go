package parse

import (
	"fmt"
	"slices"
	"strings"

	"roundtwo/interview"
	"roundtwo/parse/message"
	"roundtwo/parse/token"
	"roundtwo/parse/who"
)

// readPeople finds the people, the company and the role.
func (r *reader) readPeople() {
	d := r.doc
	body, toks := d.bodyAlone()
	c := who.Context{Subject: r.Subject, Text: body, Tokens: toks}
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
	r.people = who.Read(c)
	r.readDescribed(c)
	for i := range r.people.People {
		p := &r.people.People[i]
		p.Span = d.shift(p.Span)
		p.Also = slices.Clone(p.Also)
		for j := range p.Also {
			p.Also[j] = d.shift(p.Also[j])
		}
	}
	r.cast()
}

// readDescribed reads whom the description of a calendar part names, where the mail itself names nobody whom she will meet.
func (r *reader) readDescribed(c who.Context) {
	met := func(p who.Mention) bool { return p.Part == who.Interviewer }
	if slices.ContainsFunc(r.people.People, met) {
		return
	}
	for _, e := range r.events {
		if e.Description == "" || strings.Contains(c.Text, e.Description) {
			continue
		}
		c.Text, c.Tokens = e.Description, token.Cut(e.Description)
		for _, p := range who.Read(c).People {
			if met(p) {
				p.Span, p.Also = token.Span{}, nil
				r.people.People = append(r.people.People, p)
			}
		}
	}
}

// bodyAlone is the body with its tokens, for readers that are handed the subject apart.
func (d *document) bodyAlone() (string, []token.Token) {
	if d.body >= len(d.toks) {
		return "", nil
	}
	start := d.toks[d.body].Start
	toks := slices.Clone(d.toks[d.body:])
	for i := range toks {
		toks[i].Start -= start
		toks[i].End -= start
	}
	return d.text[start:], toks
}

// shift makes a span of the body one of the document.
func (d *document) shift(s token.Span) token.Span {
	if s.From >= s.To {
		return token.Span{}
	}
	return token.Span{From: s.From + d.body, To: s.To + d.body}
}

// fillPeople names the interviewers, in the mail's order, and who is in which session.
func (r *reader) fillPeople() {
	for _, p := range r.people.People {
		if p.Part != who.Interviewer || r.hasEvent(func(e event) bool { return e.declined(p.Name, p.Email) }) {
			continue
		}
		i := len(r.Interviewers)
		r.Interviewers = append(r.Interviewers, interview.Person{Name: p.Name, Title: p.Title, Email: p.Email})
		r.note(fmt.Sprintf("interviewers[%d].name", i), r.doc.at(p.Span))
		r.because("%s is an interviewer: %s", p.Name, p.Why)
	}
	r.titlesOfEvents()
	r.giveAddresses()
	r.seat()
}

// titlesOfEvents takes titles and addresses that only structured data has.
func (r *reader) titlesOfEvents() {
	for _, e := range r.events {
		for _, a := range e.Attendees {
			for i := range r.Interviewers {
				p := &r.Interviewers[i]
				if strings.EqualFold(p.Name, a.Name) {
					if p.Title == "" {
						p.Title = a.Title
					}
					if p.Email == "" {
						p.Email = a.Email
					}
				}
			}
		}
	}
}

// seat puts the interviewers into the sessions: all into a single one; of several each into that beside which he is
// named, and into all of them where he stands beside none.
func (r *reader) seat() {
	if len(r.Sessions) == 0 {
		return
	}
	if len(r.Sessions) == 1 || len(r.plan.sessions) != len(r.Sessions) {
		for i := range r.Sessions {
			r.Sessions[i].Interviewers = names(r.Interviewers)
		}
		r.seatEvents()
		return
	}
	var apart []string
	for _, p := range r.people.People {
		if p.Part != who.Interviewer {
			continue
		}
		seats := r.seatsOf(p)
		if len(seats) == 0 {
			apart = append(apart, p.Name)
		}
		for _, i := range seats {
			r.Sessions[i].Interviewers = append(r.Sessions[i].Interviewers, p.Name)
		}
	}
	for i := range r.Sessions {
		r.Sessions[i].Interviewers = append(r.Sessions[i].Interviewers, apart...)
	}
}

// seatEvents puts people into sessions by the calendar parts that name them, one event a session.
func (r *reader) seatEvents() {
	if len(r.Sessions) < 2 || len(r.events) != len(r.Sessions) {
		return
	}
	for i := range r.Sessions {
		var in []string
		text := r.events[i].Summary + "\n" + r.events[i].Description
		for _, p := range r.Interviewers {
			if strings.Contains(text, p.Name) || slices.ContainsFunc(r.events[i].Attendees, func(a interview.Person) bool { return a.Name == p.Name }) {
				in = append(in, p.Name)
			}
		}
		if len(in) > 0 {
			r.Sessions[i].Interviewers = in
		}
	}
}

// seatsOf gives the sessions beside which a person is named.
func (r *reader) seatsOf(p who.Mention) []int {
	var out []int
	for _, s := range append([]token.Span{p.Span}, p.Also...) {
		if s.From >= s.To {
			continue
		}
		if i := r.seatAt(s.From); i >= 0 && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}

// seatAt gives the session that token i belongs to: the one in its line or sentence, else the last one before it in
// the agenda; -1 for what stands before the agenda or far behind it.
func (r *reader) seatAt(i int) int {
	best, near := -1, -1
	for k, t := range r.plan.sessions {
		same := r.doc.row[t.Span.From] == r.doc.row[i] || r.doc.of[t.Span.From] == r.doc.of[i]
		switch {
		case same && t.Span.From <= i:
			best = k
		case same && best < 0:
			best = k
		case t.Span.From <= i && r.doc.row[i]-r.doc.row[t.Span.From] <= seatRows:
			near = k
		}
	}
	if best >= 0 {
		return best
	}
	return near
}

// seatRows is how many lines below its time a person may stand in a list of cards.
const seatRows = 4

func names(people []interview.Person) []string {
	var out []string
	for _, p := range people {
		out = append(out, p.Name)
	}
	return out
}
