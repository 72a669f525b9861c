// Package approval decides whether an answer of the candidate counts. Nothing leaves in her name unless she said so, of
// exactly that text, once.
//
// A letter that can be answered carries a token in its Message-ID, and mail programs put that into In-Reply-To and
// References of the answer. Check asks the questions of rules.go in their order; the first that fails names the reason.
// What needs the store (is the request still pending, does it show the same bytes) is asked afterwards, in the
// transaction that releases a note.
//
// The package does no I/O of its own: DNS is asked through the function it is handed, and only when a proof is needed.
package approval

import (
	"time"

	"roundtwo/parse/message"
	"roundtwo/parse/reply"
)

// Reason says why an answer does not count.
type Reason string

// The reasons. Counts is the answer that passed.
const (
	Counts           Reason = ""
	Expired          Reason = "expired"           // before the letter was issued, or too late
	TooBig           Reason = "too_big"           // no command needs 256 KB
	Replay           Reason = "replay"            // this Message-ID, or these bytes, counted before
	BadFrom          Reason = "bad_from"          // not exactly one plain From
	DupHeader        Reason = "dup_header"        // a second Subject, In-Reply-To …: who put it there?
	AutoReply        Reason = "auto_reply"        // no person wrote it
	Bounce           Reason = "bounce"            // a mail server wrote it
	OwnMail          Reason = "own_mail"          // we wrote it
	WrongSender      Reason = "wrong_sender"      // not one of her addresses
	NoToken          Reason = "no_token"          // it answers no letter of ours
	BadToken         Reason = "bad_token"         // somebody made the token up
	Conflict         Reason = "conflict"          // its parts name different letters, or say different things
	NotAuthenticated Reason = "not_authenticated" // her provider says that it is forged, or no proof of origin was found
	Undecided        Reason = "undecided"         // DNS is down: ask again later, it may count yet
	Unclear          Reason = "unclear"           // no plain command

	// These are given by the transaction that would release a note.
	Stale     Reason = "stale"     // the note has changed since she was shown it
	Used      Reason = "used"      // already answered
	Cancelled Reason = "cancelled" // the interview is off, or the note was stopped
	OverCap   Reason = "capped"    // see Capped
)

// Issued is a letter of ours that can be answered, as the store has it.
type Issued struct {
	MessageID string   // ours, without brackets
	Alias     []string // what a provider made of it, read from our own copy
	Kind      string
	Ref       string // the public number of the subject
	Hash      string // of the notes shown, hex; empty where none are
	Serial    int
	Issued    time.Time
	Expires   time.Time // zero: never
	State     string
}

// Facts are what is known besides the message.
type Facts struct {
	Now        time.Time
	Size       int                                 // of the message in bytes
	Seen       bool                                // its Message-ID or its bytes counted before
	Addresses  []string                            // hers
	Letters    []Issued                            // those that In-Reply-To and References named, in any order
	AuthservID string                              // whose Authentication-Results are believed; "" for nobody's
	Require    bool                                // a proof of origin is needed
	Raw        []byte                              // the message as fetched
	LookupTXT  func(name string) ([]string, error) // for DKIM; nil: no check of our own
}

// Check gives the letter that m answers and Counts, or the first reason why m does not count. The letter is given with
// the reason where it was found: the candidate, if it was she, may be told. a is what she wrote, read as a command.
func Check(k Key, m *message.Message, a reply.Answer, f Facts) (Issued, Reason) {
	c := newInspection(k, m, a, f)
	for _, r := range rules {
		if a.Verb == reply.Stop && !r.stop {
			continue
		}
		if r.fails(c) {
			return c.letter, r.reason
		}
	}
	return c.letter, Counts
}
