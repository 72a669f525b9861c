// Package ask has the thresholds by which a reading is taken, asked about or left, as they are by default.
package ask

// TakeAt is how sure the core of a message must be for the program to act alone; At how likely it must be about an
// interview of hers for her to be asked. The reliability table in docs/reading.md tells what they mean.
const (
	TakeAt = 0.8
	At     = 0.15
)
