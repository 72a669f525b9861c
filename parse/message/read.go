package message

import (
	"bytes"
	"strings"
	"time"
)

// Read reads a message. It never fails: what cannot be read is left out, and Limits says so. The bytes are not kept.
func Read(raw []byte) *Message { return read(raw, 0, 0) }

// read reads a message inside nested others; parts is how many parts were read already.
func read(raw []byte, nested, parts int) (m *Message) {
	m = &Message{}
	n := &notes{}
	defer func() {
		if recover() != nil { // a message that breaks a library is still a message
			n.add(limitPanic)
		}
		m.Limits = n.names
	}()
	raw = normalEnds(raw, n)
	raw = skipEnvelope(raw)
	h, body := readHeader(raw, n)
	if len(h) == 0 {
		n.add(repairNoHeader)
	}
	m.readFields(h, n)
	w := &walker{notes: n, nested: nested, parts: parts}
	list := w.part(h, body, 0)
	m.Calendars, m.Attachments = w.calendars, w.attachments
	m.Auto = automatic(h, m, w.report)
	m.readText(list, n)
	m.adopt(w.attached)
	m.Language = language(m.Text)
	m.readStory(w, n)
	return m
}

// normalEnds makes LF of bare CR in a message that has no LF at all, and reports what is not CRLF or LF.
func normalEnds(raw []byte, n *notes) []byte {
	head := raw[:min(len(raw), maxHeader)]
	switch {
	case bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0:
		n.add(repairLineEnds)
		return bytes.ReplaceAll(raw, []byte("\r"), []byte("\n"))
	case bytes.Contains(head, []byte("\r\r\n")):
		n.add(repairLineEnds)
	}
	if bytes.IndexByte(head, 0) >= 0 {
		n.add(repairNUL)
	}
	return raw
}

// readFields reads the header.
func (m *Message) readFields(h header, n *notes) {
	m.Fields = make([]Field, 0, len(h))
	for _, f := range h {
		m.Fields = append(m.Fields, Field{Name: f.name, Value: decodeWords(f.value, n)})
	}
	froms := h.all("From")
	m.FromFields = len(froms)
	for _, f := range froms {
		m.From = append(m.From, readAddresses(f, n)...)
	}
	if len(m.From) > maxAddresses {
		m.From = m.From[:maxAddresses]
	}
	m.ReplyTo = readAddresses(h.get("Reply-To"), n)
	m.To = readAddresses(strings.Join(h.all("To"), ", "), n)
	m.Cc = readAddresses(strings.Join(h.all("Cc"), ", "), n)
	m.Subject = strings.TrimSpace(m.Header("Subject"))
	m.MessageID = first(ids(h.get("Message-ID")))
	m.InReplyTo = ids(h.get("In-Reply-To"))
	m.References = ids(h.get("References"))
	date := h.get("Date")
	if m.Date, _ = readDate(date); m.Date.IsZero() && date != "" {
		n.add(repairDate)
	}
	if m.Date.IsZero() {
		m.Date = received(h)
	}
}

// received is when the last server took the message, by the topmost trace field that can be read (RFC 5321, section 4.4):
// the date behind the last semicolon. It stands in for a Date that is missing or cannot be read.
func received(h header) time.Time {
	for _, f := range h.all("Received") {
		if i := strings.LastIndexByte(f, ';'); i >= 0 {
			if t, zoned := readDate(strings.TrimSpace(f[i+1:])); zoned {
				return t
			}
		}
	}
	return time.Time{}
}

// adopt takes over what attached messages hold: who forwards an invitation forwards its calendar part too.
func (m *Message) adopt(attached []*Message) {
	for _, inner := range attached {
		if len(m.Calendars)+len(inner.Calendars) <= maxCalendars {
			m.Calendars = append(m.Calendars, inner.Calendars...)
		}
		if len(m.Links)+len(inner.Links) <= maxLinks {
			m.Links = append(m.Links, inner.Links...)
		}
		m.JSONLD = append(m.JSONLD, inner.JSONLD...)
		if m.HTML == "" {
			m.HTML = inner.HTML
		}
	}
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}
