// Package role decides what part everything in a message plays: which of the times is the interview's, which an option, a
// deadline or somebody's office hours; who of the people will be met; what kind of message it is, and which round.
//
// Others propose (parse/when times, parse/who people, parse the calendar parts); here all of it is weighed by models that
// learned from annotated mail (parse/corpus, train). Two readings know little of each other: a tagger goes over the words
// from left to right, and scorers look at each candidate as a whole. How well they agree is what confidence is made of.
//
// The package reads no clock and does no I/O; the weights are part of the program.
package role

import (
	"time"

	"roundtwo/parse/message"
	"roundtwo/parse/text"
	"roundtwo/parse/token"
	"roundtwo/parse/when"
	"roundtwo/parse/who"
)

// Event is what is weighed of an appointment in a calendar part or structured data.
type Event struct {
	Method     string // "REQUEST", "CANCEL" …, "" where none is given
	Cancelled  bool
	Start, End time.Time // zero where not given
	AllDay     bool
}

// Sign is how much the phrases that the rules know speak for something: "interview", "move", "refusal" …
type Sign struct {
	Name   string
	Weight int
}

// RoundSign is what ordinals and words before stages say of the round: "second interview", "after your phone screen".
type RoundSign struct {
	Round    int  // 0: nothing
	Explicit bool // a number says so
	Behind   bool // read from a round that lies behind her
	Subject  bool // the subject says so
}

// Message is a message with all that was proposed for it. For a forward everything is of the original.
type Message struct {
	Text      *text.Text
	Signed    int // first token of the signature, len(Text.Tokens) where there is none
	Written   time.Time
	Sender    message.Address
	Signature string            // the name that the writer signed with, "" where none
	Candidate []message.Address // who was written to
	Cc        []message.Address
	Attendees []message.Address // of calendar parts
	Times     []when.Reading    // spans are of Text.Tokens
	People    []who.Mention     // likewise
	Events    []Event

	Signs     []Sign    // what the phrases that rules know speak for, by name
	Round     RoundSign // what the rules read of the round
	Auto      string    // as message.Message.Auto
	Listed    bool      // a header offers to unsubscribe or names a list
	Answers   bool      // it answers an earlier message
	Forwarded bool
	FromHTML  bool
}

// covered gives for each token the reading that it lies in, -1 for none; of several the shortest.
func (m *Message) covered() []int32 {
	out := make([]int32, len(m.Text.Tokens))
	for i := range out {
		out[i] = -1
	}
	for k, r := range m.Times {
		for _, s := range [...]token.Span{r.Span, r.DaySpan} {
			for i := max(0, s.From); i < min(s.To, len(out)); i++ {
				if at := out[i]; at < 0 || m.length(int(at)) > s.To-s.From {
					out[i] = int32(k)
				}
			}
		}
	}
	return out
}

func (m *Message) length(k int) int { return m.Times[k].Span.To - m.Times[k].Span.From }
