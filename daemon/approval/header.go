package approval

import (
	"bytes"
	"strings"

	"roundtwo/parse/message"
)

// header is the header block as it was sent. A mail program reads what it can; here, what is not written as RFC 5322
// wants it makes the whole suspicious, and nothing is decoded: an encoded word in a server's result could say anything.
type header struct {
	fields []field
	body   []byte
	plain  bool // nothing but fields, as they should be, and no stray bytes in the whole message
	sent   bool // these are the bytes as sent, not what a reader made of them
}

// field is one field, unfolded but not decoded.
type field struct {
	name, value string
	raw         []byte // with its line ends; nil where only the decoded message is known
}

// maxFields is more than any chain of servers adds.
const maxFields = 500

// headerOf reads the header out of raw, or takes what the reader made of it where the bytes are not at hand.
func headerOf(m *message.Message, raw []byte) header {
	if len(raw) > 0 {
		return readHeader(raw)
	}
	h := header{plain: true}
	for _, f := range m.Fields {
		h.fields = append(h.fields, field{name: f.Name, value: f.Value})
	}
	return h
}

func readHeader(raw []byte) header {
	h := header{plain: !hasStrayBytes(raw), sent: true}
	for len(raw) > 0 {
		line, rest := cutLine(raw)
		text := bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
		if len(text) == 0 {
			h.body = rest
			return h
		}
		if !h.take(line, text) || len(h.fields) > maxFields {
			h.plain = false
			return h
		}
		raw = rest
	}
	return h
}

// take adds a line: a field, or the continuation of the last one.
func (h *header) take(line, text []byte) bool {
	if text[0] == ' ' || text[0] == '\t' {
		if len(h.fields) == 0 {
			return false
		}
		last := &h.fields[len(h.fields)-1]
		last.value += string(text)
		last.raw = append(last.raw, line...)
		return true
	}
	name, value, found := bytes.Cut(text, []byte(":"))
	if !found || len(name) == 0 || bytes.ContainsFunc(name, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return false
	}
	h.fields = append(h.fields, field{string(name), string(value), bytes.Clone(line)})
	return true
}

// hasStrayBytes finds NUL, at which some readers stop, and a carriage return alone, at which some begin a new line. No
// mail program sends either (RFC 5322 section 2.3).
func hasStrayBytes(raw []byte) bool {
	if bytes.IndexByte(raw, 0) >= 0 {
		return true
	}
	return bytes.Count(raw, []byte("\r")) != bytes.Count(raw, []byte("\r\n"))
}

func cutLine(b []byte) (line, rest []byte) {
	i := bytes.IndexByte(b, '\n')
	if i < 0 {
		return b, nil
	}
	return b[:i+1], b[i+1:]
}

func (h header) count(name string) int { return len(h.all(name)) }

// all gives the fields of that name in their order.
func (h header) all(name string) (fields []field) {
	for _, f := range h.fields {
		if strings.EqualFold(f.name, name) {
			fields = append(fields, f)
		}
	}
	return fields
}
