// Package who finds people, their titles and their part in the interview, and the company and role that a message
// names. It works on tokens and gives spans with every finding.
package who

import (
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
	Span  token.Span
	Name  string // without honorifics
	Title string
	Email string
	Part  Part
	Why   string // the rule that gave the part, for explain
}
