// Package store keeps what roundtwo knows: interviews, notes, facts, the letters it wrote, the ledger of messages seen,
// the cursor of each mailbox, and the outbox of what is still to be done.
//
// It is one SQLite file with one writer. What a message changes and what is to be done about it commit together
// (Update); the outbox is worked outside of any transaction and settled in one. Every row carries its candidate.
package store

import "time"

// Cursor is how far a folder has been read. UIDs below Next are done.
type Cursor struct {
	Mailbox, Folder string
	Validity        uint32 // UIDVALIDITY; when it changes, UIDs mean nothing any more
	Next            uint32 // the UID that the next new message will have at least
}

// Message is the ledger's row for one message of a watched folder. Each has exactly one, with a verdict.
type Message struct {
	ID              int64
	Mailbox, Folder string
	Validity, UID   uint32
	MessageID       string // without brackets; may be empty, may repeat
	Hash            string // SHA-256 of the bytes fetched, hex
	Candidate       string // empty when it is nobody's
	Received        time.Time
	Size            int
	Verdict         string // "invitation", "answer", "own letter", "other", "refused", "unreadable" …
	Reason          string // in words
	Interview       string // which it was about
}

// Letter is the record of a letter to the candidate, by which her answer to it is recognised.
type Letter struct {
	MessageID string // without brackets; unique
	Candidate string
	Interview string // empty for letters about none
	Kind      string // "checklist", "request" …
	Ref       string // the public number of the subject, "K7QF"
	Serial    int
	Hash      string   // of the notes shown, hex; empty for letters that show none
	Alias     []string // Message-IDs that a provider gave our letter instead of ours
	Issued    time.Time
	Expires   time.Time // zero: never
	State     string    // "pending", "answered", "void"
}

// EffectState is where a row of the outbox stands.
type EffectState string

// The states of an effect. Trying is committed before a connection is opened, Dot before the final dot of a submission.
const (
	Ready   EffectState = "ready"
	Trying  EffectState = "trying"
	Dot     EffectState = "dot"
	Done    EffectState = "done"
	Failed  EffectState = "failed"
	Unknown EffectState = "unknown"
	// Cancelled is an effect that was taken back before anybody began it. Its key stays taken.
	Cancelled EffectState = "cancelled"
)

// Effect is one row of the outbox: something to be done in the world, once.
type Effect struct {
	ID        int64
	Key       string // unique for ever: "letter/checklist/K7QF/0", "note/12"
	Kind      string // "letter", "note.send", "note.draft", "note.undraft", "note.keep", "calendar.put"
	Mailbox   string
	Candidate string
	Interview string
	Note      int64
	From, To  string // envelope
	MessageID string // without brackets
	Payload   []byte // the exact bytes, rendered once
	State     EffectState
	Due       time.Time // not before
	Attempt   int
	First     time.Time // when it was first tried
	Error     string    // of the last attempt
	Changed   time.Time
}

// Mark is what we last left in a calendar under one of our UIDs.
type Mark struct {
	Target    string // name of the calendar
	UID       string
	Candidate string
	Interview string
	ETag      string
	Hash      string // of the object as we left it
	Gone      bool   // she deleted it: it is never made again
	Cancelled bool
}
