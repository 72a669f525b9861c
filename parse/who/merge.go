package who

import (
	"sort"
	"strings"

	"roundtwo/parse/message"
	"roundtwo/parse/token"
)

// note keeps everybody of a list.
func (r *reader) note(l list, part Part, why string) {
	for _, s := range l.people {
		if len(r.found) >= maxSightings {
			return
		}
		s.part, s.why = part, why
		r.found = append(r.found, s)
	}
}

// maxSightings bounds how many names of one message are compared with each other.
const maxSightings = 1000

// person is one person, put together from all places that name him or her.
type person struct {
	Mention
	words []string // of the name, folded
	first int      // token of the first place that gives the part
}

// people puts the sightings together: each person once, in text order, attendees without a place in the text last.
func (r *reader) people() []Mention {
	sort.SliceStable(r.found, func(i, j int) bool { return r.found[i].from < r.found[j].from })
	var all []*person
	for i := range r.found {
		all = r.merge(all, &r.found[i])
	}
	all = r.attend(all)
	sort.SliceStable(all, func(i, j int) bool { return all[i].first < all[j].first })
	out := make([]Mention, 0, len(all))
	for _, p := range all {
		out = append(out, p.Mention)
	}
	return out
}

// merge adds a sighting to the person it is of, or makes a new one.
func (r *reader) merge(all []*person, s *sighting) []*person {
	if s.self {
		r.asWriter(s)
	}
	words := nameWords(s.text)
	if len(words) == 0 {
		return all
	}
	if whole := nameWords(r.self.Name); len(words) == 1 && len(whole) > 1 && words[0] == whole[0] && match(all, words, false) == nil {
		s.text, words = r.self.Name, whole
	}
	span := r.tokens(s.start, s.to)
	if p := match(all, words, s.titled); p != nil {
		r.add(p, s, words, span)
		return all
	}
	m := Mention{Span: span, Name: s.text, Title: s.title, Email: s.email, Part: s.part, Why: s.why, Left: s.leftOut(), Met: s.why == meetsWhy}
	return append(all, &person{Mention: m, words: words, first: span.From})
}

// leftOut reports whether the text says that somebody only helps, or is only to be reported to.
func (s *sighting) leftOut() bool {
	return s.part == Mentioned && (s.why == helpsWhy || s.why == asideWhy)
}

// asWriter makes "me" the writer of the message.
func (r *reader) asWriter(s *sighting) {
	s.text, s.title, s.email = r.self.Name, r.self.Title, r.c.Sender.Email
	if reply := r.c.ReplyTo; len(reply) > 0 && reply[0].Email != "" && vendor(domain(s.email)) {
		s.email = reply[0].Email
	}
}

// add takes over what s knows more of p. Whoever takes part by one place takes part, unless a later one says that
// somebody else comes instead.
func (r *reader) add(p *person, s *sighting, words []string, span token.Span) {
	if len(words) > len(p.words) || len(words) == len(p.words) && len(s.text) > len(p.Name) && strings.Contains(p.Name, ".") {
		p.Also = append(p.Also, p.Span)
		p.Name, p.words, p.Span = s.text, words, span
	} else {
		p.Also = append(p.Also, span)
	}
	if s.why == awayWhy && r.swapped {
		p.Part, p.Why = Mentioned, "somebody else comes in his or her place"
	}
	if s.part == Interviewer && p.Part != Interviewer {
		p.Part, p.Why, p.first = s.part, s.why, span.From
		if s.title != "" {
			p.Title = s.title
		}
	}
	if p.Title == "" {
		p.Title = s.title
	}
	if p.Email == "" {
		p.Email = s.email
	}
}

// match finds the person whom words name: the same name, a first or last name alone, or with initials. A name that
// fits two people is neither.
func match(all []*person, words []string, titled bool) *person {
	var hit *person
	for _, p := range all {
		if equal(p.words, words) {
			return p
		}
		if samePerson(p.words, words, titled) || samePerson(words, p.words, titled) {
			if hit != nil {
				return nil
			}
			hit = p
		}
	}
	return hit
}

// samePerson reports whether short may be a shorter form of long.
func samePerson(long, short []string, titled bool) bool {
	if len(short) > len(long) {
		return false
	}
	if len(short) == 1 {
		return short[0] == long[0] || len(long) > 1 && short[0] == long[len(long)-1] || len(long) > 1 && titled &&
			strings.HasSuffix(long[len(long)-1], "-"+short[0])
	}
	if short[0] != long[0] && !initial(short[0], long[0]) {
		return false
	}
	a, b := short[len(short)-1], long[len(long)-1]
	return a == b || initial(a, b) || initial(b, a)
}

// initial reports whether a is the initial of b.
func initial(a, b string) bool { return len(a) == 1 && strings.HasPrefix(b, a) }

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// nameWords gives the words of a name, folded, without dots.
func nameWords(name string) []string {
	words := strings.FieldsFunc(name, func(c rune) bool { return c == ' ' || c == '.' || c == ',' || c == '\n' || c == '\t' })
	for i, w := range words {
		words[i] = strings.ReplaceAll(token.Fold(w), "’", "'")
	}
	return words
}

// words gives the words of a name in the text, folded.
func (r *reader) words(n name) []string {
	words := make([]string, 0, n.to-n.start)
	for i := n.start; i < n.to; i++ {
		if r.p[i].kind == word {
			words = append(words, r.p[i].lower)
		}
	}
	return words
}

// attend adds the addresses of attendees to the people of the text, and the attendees whom the text does not name.
func (r *reader) attend(all []*person) []*person {
	for _, a := range r.c.Attendees {
		if a.Name == "" || strings.Contains(a.Name, "@") {
			r.attendByAddress(all, a)
			continue
		}
		n := PersonName(a.Name)
		words := nameWords(n)
		if r.nobody(a, words) {
			continue
		}
		if p := match(all, words, false); p != nil {
			if p.Email == "" {
				p.Email = a.Email
			}
			if len(words) > len(p.words) {
				p.Name, p.words = n, words
			}
			if p.Part == Mentioned {
				p.Part, p.Why = Interviewer, "attendee"
			}
			continue
		}
		m := Mention{Name: n, Email: a.Email, Part: Interviewer, Why: "attendee"}
		all = append(all, &person{Mention: m, words: words, first: len(r.c.Tokens) + len(all)})
	}
	return all
}

// attendByAddress gives somebody of the text the address of an attendee without a name: "hakon.strand@…".
func (r *reader) attendByAddress(all []*person, a message.Address) {
	local, _, _ := strings.Cut(strings.ToLower(a.Email), "@")
	for _, p := range all {
		if p.Email == "" && addressFits(p.words, local) {
			p.Email = a.Email
			return
		}
	}
}

// addressFits reports whether the local part of an address is made of a name: "dana.whitfield", "dwhitfield".
func addressFits(words []string, local string) bool {
	if len(words) < 2 {
		return len(words) == 1 && local == words[0]
	}
	first, last := words[0], words[len(words)-1]
	local = squash(local)
	return local == first+last || local == first[:1]+last || local == last+first || local == first+last[:1]
}

// nobody reports whether an attendee is no person whom she meets: herself, the organizer, a room, a group.
func (r *reader) nobody(a message.Address, words []string) bool {
	if len(words) == 0 || sameAddress(a, r.c.Organizer) || sameAddress(a, r.c.Sender) && sameAddress(r.c.Sender, r.c.Organizer) {
		return true
	}
	for _, c := range r.c.Candidate {
		if sameAddress(a, c) || c.Name != "" && equal(nameWords(PersonName(c.Name)), words) {
			return true
		}
	}
	if local, _, _ := strings.Cut(strings.ToLower(a.Email), "@"); len(words) > 1 && addressFits(words, local) {
		return false // "Ashby Cole <acole@…>"
	}
	for _, w := range words {
		if c := lexicon[w]; c&(place|org|rank|tool|stop) != 0 && c&surname == 0 && !IsGiven(w) {
			return true
		}
	}
	return false
}

func sameAddress(a, b message.Address) bool {
	return a.Email != "" && strings.EqualFold(a.Email, b.Email)
}
