// Package reply reads what the candidate answered to one of our letters: a command in the first line of her own words,
// or a debrief in plain words. It is handed her own words only; quotes and signature are cut by parse/message.
package reply

// Verb is what an answer asks for.
type Verb string

// The verbs. None means that the text is no plain command: nothing may be sent on it.
const (
	None   Verb = ""
	Send   Verb = "send" // also approve, approved
	Skip   Verb = "skip"
	Edit   Verb = "edit"
	Later  Verb = "later"
	Pick   Verb = "pick"
	Stop   Verb = "stop"
	Help   Verb = "help"
	Status Verb = "status"
	Done   Verb = "done"   // an unknown note was sent after all
	Resend Verb = "resend" // an unknown note is to be sent again
	Choose Verb = "choose" // a bare number: the answer to a numbered question
)

// Answer is a command.
type Answer struct {
	Verb  Verb
	Which []string // numbers or names it was said of, as written; "all" for all
	When  string   // of later: "1d", "tomorrow 9am"; as written
	Text  string   // the rest: an edited note, a debrief
}
