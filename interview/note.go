package interview

import "time"

// NoteEvent is something that happens to a message in her name.
type NoteEvent string

// What happens to notes. The first group is said by her, the second by the outbox, the third by the clock.
const (
	NoteShown    NoteEvent = "shown" // in a request
	NoteApprove  NoteEvent = "approve"
	NoteSkip     NoteEvent = "skip"
	NoteLater    NoteEvent = "later"
	NoteEdit     NoteEvent = "edit"
	NoteStop     NoteEvent = "stop"
	NoteWasSent  NoteEvent = "done"         // she says that an unknown note was sent
	NoteResend   NoteEvent = "resend"       // she says that it was not
	NoteByHand   NoteEvent = "sent by hand" // found in Sent: she sent the draft herself
	NoteRelease  NoteEvent = "release"      // the hold is over
	NoteTaken    NoteEvent = "taken"        // the server said 250, or our Message-ID lies in Sent
	NoteRefused  NoteEvent = "refused"      // for good
	NoteLost     NoteEvent = "lost"         // no answer after the final dot
	NoteGiveBack NoteEvent = "give back"    // the mailbox may not send as her: she got it as a ready message
	NoteAgain    NoteEvent = "again"        // the time to which it was postponed has come
	NoteExpire   NoteEvent = "expire"
	NoteVoid     NoteEvent = "void" // the interview moved or was called off
)

// NoteEvents lists them all.
var NoteEvents = []NoteEvent{
	NoteShown, NoteApprove, NoteSkip, NoteLater, NoteEdit, NoteStop, NoteWasSent, NoteResend, NoteByHand,
	NoteRelease, NoteTaken, NoteRefused, NoteLost, NoteGiveBack, NoteAgain, NoteExpire, NoteVoid,
}

// NoteStates lists them all.
var NoteStates = []NoteState{
	NoteNone, Drafted, Asked, Approved, Sending, Sent, Declined, Postponed, Expired, Failed, UnknownToSend,
}

// noteTable says which state follows; a cell that is missing means that the event changes nothing. Sending is entered
// only from Approved, Approved only from Asked or from the question about an unknown note: there is no other way to a
// stranger's mailbox.
var noteTable = map[NoteEvent]map[NoteState]NoteState{
	NoteShown:    {Drafted: Asked, Postponed: Asked, Asked: Asked},
	NoteApprove:  {Asked: Approved},
	NoteSkip:     {Drafted: Declined, Asked: Declined, Postponed: Declined, Approved: Declined},
	NoteLater:    {Drafted: Postponed, Asked: Postponed, Postponed: Postponed},
	NoteEdit:     {Drafted: Drafted, Asked: Drafted, Postponed: Drafted, Failed: Drafted},
	NoteStop:     {Approved: Asked, Sending: Asked}, // Sending: only while it waits for another attempt
	NoteWasSent:  {UnknownToSend: Sent},
	NoteResend:   {UnknownToSend: Approved},
	NoteByHand:   {Drafted: Sent, Asked: Sent, Postponed: Sent, Approved: Sent, UnknownToSend: Sent, Expired: Sent},
	NoteRelease:  {Approved: Sending},
	NoteTaken:    {Sending: Sent, UnknownToSend: Sent},
	NoteRefused:  {Sending: Failed, Approved: Failed},
	NoteLost:     {Sending: UnknownToSend},
	NoteGiveBack: {Approved: Sent, Sending: Sent},
	NoteAgain:    {Postponed: Drafted},
	NoteExpire:   {Drafted: Expired, Asked: Expired, Postponed: Expired},
	NoteVoid:     {Drafted: Declined, Asked: Declined, Postponed: Declined, Approved: Declined, Sending: Declined}, // as NoteStop
}

// ApplyNote says what an event does to a note. changed is false when the event means nothing in that state: an answer
// that came too late, a second send.
func ApplyNote(n Note, e NoteEvent, now time.Time) (next Note, changed bool) {
	to, ok := noteTable[e][n.State]
	if !ok {
		return n, false
	}
	n.State, n.Updated = to, now
	return n, true
}

// Open reports whether a note still waits for her.
func (n Note) Open() bool {
	return n.State == Drafted || n.State == Asked || n.State == Postponed
}
