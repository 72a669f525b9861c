package submission

import (
	"net/mail"
	"time"
)

// Letter is what Compose makes bytes of.
type Letter struct {
	From, To   mail.Address
	Subject    string
	Text       string // plain text, any line ends
	HTML       string // empty: text only
	Date       time.Time
	MessageID  string   // without brackets, at the candidate's own domain
	InReplyTo  string   // without brackets; empty: a letter of its own
	References []string // without brackets, oldest first
	// Auto marks a letter that the daemon writes by itself (RFC 3834), so that nothing answers it automatically. The
	// thank-you note is not one: she approved it, it is hers.
	Auto    bool
	Headers map[string]string // further header fields; those that address, route or structure a letter are refused
	Attach  []Attachment
}

// Attachment is one file of a letter.
type Attachment struct {
	Name   string // file name; anything but letters, digits, ".", "-" and "_" becomes "-"
	Type   string // media type without parameters; empty: application/octet-stream
	Data   []byte
	Method string // of a text/calendar file: what its METHOD says (RFC 5546), e.g. PUBLISH
}
