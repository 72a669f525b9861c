package parse

import (
	"fmt"
	"slices"
	"strings"

	"roundtwo/interview"
	"roundtwo/parse/role"
	"roundtwo/parse/token"
)

// fillPeople names the interviewers, in the mail's order, and who is in which session.
func (r *reader) fillPeople() {
	for i := range r.reading.People {
		p := &r.reading.People[i]
		if p.P <= 0.5 || r.hasEvent(func(e event) bool { return e.declined(p.Name, p.Email) }) {
			continue
		}
		r.addInterviewer(p)
	}
	r.titlesOfEvents()
	r.giveAddresses()
	r.seat()
}

// addInterviewer adds somebody whom she will meet.
func (r *reader) addInterviewer(p *role.Person) {
	field := fmt.Sprintf("interviewers[%d].name", len(r.Interviewers))
	found := interview.Person{Name: p.Name, Email: p.Email}
	if p.Rule >= 0 {
		m := &r.found.People[p.Rule]
		found.Title = m.Title
		if found.Email == "" {
			found.Email = m.Email
		}
	}
	if p.Writer && found.Title == "" {
		found.Title = r.people.Signed.Title
	}
	r.Interviewers = append(r.Interviewers, found)
	r.met = append(r.met, p.Spans)
	text := p.Name
	if len(p.Spans) > 0 && p.Spans[0].From < p.Spans[0].To {
		text = r.doc.At(p.Spans[0])
	}
	r.note(field, text)
	r.because("%s is an interviewer, %.0f%% sure", p.Name, 100*p.P)
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
	if len(r.Sessions) == 1 || len(r.picked) != len(r.Sessions) {
		for i := range r.Sessions {
			r.Sessions[i].Interviewers = names(r.Interviewers)
		}
		r.seatEvents()
		return
	}
	var apart []string
	for k, p := range r.Interviewers {
		seats := r.seatsOf(r.met[k])
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

// seatsOf gives the sessions beside which a person is named, by the places.
func (r *reader) seatsOf(spans []token.Span) []int {
	var out []int
	for _, s := range spans {
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
	for k, t := range r.picked {
		same := r.doc.Line[t.From] == r.doc.Line[i] || r.doc.Sentence[t.From] == r.doc.Sentence[i]
		switch {
		case same && t.From <= i:
			best = k
		case same && best < 0:
			best = k
		case t.From <= i && r.doc.Line[i]-r.doc.Line[t.From] <= seatRows:
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
