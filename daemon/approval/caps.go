package approval

// The caps on messages in her name. They are compiled in: no setting and no stolen configuration raises them.
const (
	MaxRecipients  = 1
	MaxAttachments = 0
	MaxNoteSize    = 20 << 10 // bytes, as sent
	MaxHour        = 5        // messages in any 60 minutes
	MaxDay         = 20       // messages in any 24 hours
)

// Capped tells whether one more message of that size may go out, when hour and day were tried in the last 60 minutes and
// 24 hours: Counts or OverCap.
func Capped(hour, day, size int) Reason {
	if hour >= MaxHour || day >= MaxDay || size > MaxNoteSize {
		return OverCap
	}
	return Counts
}
