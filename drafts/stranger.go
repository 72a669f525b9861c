package drafts

import "roundtwo/interview"

// Stranger is who called the interview off or moved it, and was never heard of before; "" where the question is another.
func (v *view) Stranger() string {
	if v.iv.Pending == nil || len(v.iv.Conflicts) == 0 || v.iv.Conflicts[0].Field != "stranger" {
		return ""
	}
	from := v.iv.Pending.Sender
	if from.Name == "" {
		return clean(from.Email)
	}
	return clean(from.Name) + ", " + clean(from.Email)
}

// Cancels reports that the message that waits calls the interview off.
func (v *view) Cancels() bool {
	return v.iv.Pending != nil && v.iv.Pending.Kind == interview.Cancellation
}
