package interview

import "strings"

// An interview is called by a few letters and digits that nobody takes for one another, read aloud or typed: no I, O, 0, 1.
const (
	IDLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
	IDLength  = 4
)

// IsID reports whether s could be the ID of an interview.
func IsID(s string) bool {
	return len(s) == IDLength && strings.Trim(s, IDLetters) == ""
}
