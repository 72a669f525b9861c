package message

import "strings"

// Undelivered reports a bounce that says that a mail did not arrive: not a notice of delay or of delivery (RFC 3464 section
// 2.3.3), not a read receipt (RFC 8098), and not an absence note, which has no sender to bounce to either. raw are the
// bytes that m was read from.
func Undelivered(m *Message, raw []byte) bool {
	text := strings.ToLower(string(raw))
	switch {
	case strings.Contains(text, "disposition-notification"):
		return false
	case strings.Contains(text, "message/delivery-status"):
		return strings.Contains(text, "\naction: failed")
	}
	return m.Header("X-Failed-Recipients") != "" || len(m.From) > 0 && mailServer(m.From[0].Email)
}

func mailServer(address string) bool {
	local, _, _ := strings.Cut(strings.ToLower(address), "@")
	return local == "mailer-daemon" || local == "postmaster"
}
