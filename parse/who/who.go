// Package who finds people, their titles and their part in the interview, and the company and role that a message
// names. It works on tokens and gives spans with every finding.
//
// Structure comes first: a label, a row of an agenda, "you will meet …". The list of given names (given.txt) only
// settles what structure leaves open, so that a name nobody has listed is found as well.
package who

import (
	"roundtwo/parse/message"
	"roundtwo/parse/token"
)

// Part is what somebody does in the message.
type Part uint8

// The parts. Mentioned is somebody named whom she will not meet: an earlier interviewer, a host, a referee.
const (
	Interviewer Part = iota
	Coordinator
	Candidate
	Mentioned
)

// Mention is one person named in the text.
type Mention struct {
	Span  token.Span   // the first place that gives the most of the name; empty for somebody known only from Attendees
	Also  []token.Span // every other place where the same person is named
	Name  string       // without honorifics
	Title string       // as the message writes it
	Email string
	Part  Part
	Why   string // the rule that gave the part, for explain
	Met   bool   // a phrase right before the name says that she will meet him or her
	Left  bool   // the text itself leaves him or her out: a host, a contact
}

// Context is the message as People, Sign, Company and Role read it. For a forward all of it is of the original.
type Context struct {
	Subject   string // without Re: and Fwd:
	Text      string
	Tokens    []token.Token     // token.Cut(Text)
	Candidate []message.Address // who was written to
	Sender    message.Address
	ReplyTo   []message.Address
	Attendees []message.Address // of the calendar part, without its organizer
	Organizer message.Address   // of the calendar part
	Titles    []string          // what the appointments of calendar parts are called
	Employer  string            // company already known from structured data; empty where unknown
}

// Reading is all that the package reads in one message.
type Reading struct {
	People  []Mention // in text order, those known only as attendees last
	Company string
	Role    string
	Signed  Signature

	CompanySpan token.Span // empty where the subject or a header gave it
	RoleSpan    token.Span // likewise
}

// Signature is how the writer signed.
type Signature struct {
	Name    string
	Title   string
	Company string
	Span    token.Span // from the closing words to the end of the text
}

// People gives the people whom the message names, each once, in text order.
func People(c Context) []Mention { return Read(c).People }

// Sign gives who signed, with title and company where the signature has them.
func Sign(c Context) (name, title, company string) {
	s := Read(c).Signed
	return s.Name, s.Title, s.Company
}

// Company gives the employer; the span is empty where the subject or a header named it.
func Company(c Context) (name string, span token.Span) {
	r := Read(c)
	return r.Company, r.CompanySpan
}

// Role gives the job title as the mail writes it; the span is empty where the subject named it.
func Role(c Context) (title string, span token.Span) {
	r := Read(c)
	return r.Role, r.RoleSpan
}

// Read reads a message once for all.
func Read(c Context) Reading {
	r := newReader(c)
	r.readGreeting()
	r.readSignature()
	out := Reading{}
	out.Company, out.CompanySpan = r.readCompany()
	r.company, r.theirs = out.Company, companyWords(out.Company)
	r.self.Company = r.company
	r.walk()
	out.Role, out.RoleSpan = r.readRole()
	r.selfSaid()
	if !r.anyMet() {
		for _, title := range append([]string{c.Subject}, c.Titles...) {
			r.found = append(r.found, r.peopleInSubject(title)...)
		}
	}
	out.People = r.people()
	out.Signed = r.self
	return out
}
