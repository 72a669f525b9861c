// Package message turns the bytes of a mail into what a reader sees: headers, clean text, the original inside a
// forward, the author's own words of a reply, calendar parts, structured data and the names of attachments.
//
// It reads as much as can be read and never refuses a message: what was wrong or cut stands in Limits. It does no I/O
// and never fetches anything that a message points to.
package message

import "time"

// Address is one mailbox of a header field.
type Address struct {
	Name  string // display name, decoded; empty where none is given
	Email string // addr-spec as written
}

// Field is one header field in the order of the message.
type Field struct {
	Name  string // as written
	Value string // unfolded and decoded to valid UTF-8, at most 64 KiB
}

// Calendar is one text/calendar part or .ics attachment.
type Calendar struct {
	Method string // of the Content-Type; often empty though the body has one
	Name   string // file name, where there is one
	Data   []byte // decoded transfer encoding, UTF-8
}

// Attachment is a part that is named but never opened.
type Attachment struct {
	Name string // shown to people: at most 80 characters, control characters out
	Type string // media type
	Size int    // bytes, encoded
}

// Link is a hyperlink of the HTML part.
type Link struct {
	Text string // what is shown
	URL  string // where it goes, Safe Links and the like unwrapped
}

// Original is the message inside a forward.
type Original struct {
	From       Address
	To, Cc     []Address
	Subject    string
	Date       time.Time // in the zone that the forward writes; UTC where it writes none; zero where unreadable
	DateZoned  bool      // the forward writes the zone
	MessageID  string    // only of an attached original
	References []string  // likewise: In-Reply-To and References, oldest first
	Text       string    // clean text, with the history below it
	Body       string    // of Text all but the history: signature and footers are kept
	Own        string    // of Text what its author wrote: history, signature and footers cut
	Quoted     string    // of Text the history
	Attached   bool      // came as message/rfc822
}

// Answered is a passage that the author wrote below a quoted one: an answer between the lines.
type Answered struct {
	Quoted string // the quoted paragraph right above, cleaned
	Own    string
}

// Message is one mail, read.
type Message struct {
	Fields     []Field
	From       []Address // of all From fields; From[0] is who wrote
	FromFields int       // how many From fields there are: anything but 1 is a forgery or a fault
	ReplyTo    []Address
	To, Cc     []Address
	Subject    string
	Date       time.Time // of the Date field, else of the topmost Received; zero where neither can be read
	MessageID  string    // without brackets
	InReplyTo  []string  // without brackets
	References []string  // without brackets, oldest first

	// Text is all the text in reading order, clean: from text/plain, or from HTML where that is missing or empty or
	// clearly says more (a table). Lines end in \n; cells of a table row are separated by \t; struck-through and
	// hidden text is left out; NBSP and zero-width characters are folded.
	Text string
	// Struck is what an HTML part strikes through, each passage on a line of its own: the time that an update or a
	// cancellation gives up. At most some 16 KB.
	Struck string
	// HTML is the decoded HTML part, for JSON-LD and microdata; at most 1 MiB.
	HTML string
	// FromHTML says that Text was made from HTML.
	FromHTML bool
	// Own is what the author wrote himself: quoted history, signature and client footers cut; in a forward the
	// comment on top.
	Own string
	// Body is Text without the quoted history: Own, and the signature and footers that Own leaves out. In a forward it is
	// of the comment on top.
	Body string
	// Quoted is the quoted history of a reply, cleaned; empty in a forward.
	Quoted string
	// Between is what of Own stands below quoted passages, in order.
	Between []Answered
	// Original is what was forwarded, of a forward of a forward the innermost; nil where nothing was.
	Original *Original

	Calendars   []Calendar
	JSONLD      []string // bodies of application/ld+json scripts
	Links       []Link
	Attachments []Attachment
	Language    string   // "en", "de" … guessed from the words; "" where unknown
	Auto        string   // why this was not written by a person: "auto-submitted", "bulk", "bounce" …; "" for a person
	Limits      []string // what was cut or repaired: "mime_depth", "charset", "base64" …
}

// Arrived tells when the mailbox took the message (INTERNALDATE of IMAP). It is the Date of one that has no other.
func (m *Message) Arrived(at time.Time) {
	if m.Date.IsZero() && plausible(at.Year()) {
		m.Date = at
	}
}

// Header gives the first field of that name, "" where there is none; the case does not matter.
func (m *Message) Header(name string) string {
	for _, f := range m.Fields {
		if equalFold(f.Name, name) {
			return f.Value
		}
	}
	return ""
}
