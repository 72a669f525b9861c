// Package ask has the likelihoods by which a reading is taken, asked about or left, as they are by default. The table in
// docs/reading.md tells how often each is right.
package ask

const (
	// TakeAt is how sure kind and times must be for the program to act alone: they go into her calendar.
	TakeAt = 0.8
	// WholeAt is how sure all of the core must be besides: round and interviewers can be put right later.
	WholeAt = 0.5
	// At is how likely a message must be about an interview of hers for her to be asked.
	At = 0.25
)
