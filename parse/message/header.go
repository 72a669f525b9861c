package message

import (
	"bytes"
	"strings"
)

// rawField is a header field before decoding. The value is unfolded.
type rawField struct {
	name  string
	value string
}

// header is the header block of a message or a part.
type header []rawField

// get gives the value of the first field of that name.
func (h header) get(name string) string {
	for _, f := range h {
		if equalFold(f.name, name) {
			return f.value
		}
	}
	return ""
}

// all gives the values of all fields of that name.
func (h header) all(name string) []string {
	var out []string
	for _, f := range h {
		if equalFold(f.name, name) {
			out = append(out, f.value)
		}
	}
	return out
}

// cutLine gives the first line without its end, and what follows. Any number of CR before the LF belongs to the end:
// some servers write CR CR LF.
func cutLine(b []byte) (line, rest []byte) {
	line, rest = b, nil
	if i := bytes.IndexByte(b, '\n'); i >= 0 {
		line, rest = b[:i], b[i+1:]
	}
	for len(line) > 0 && line[len(line)-1] == '\r' {
		line = line[:len(line)-1]
	}
	return line, rest
}

// readHeader reads a header block and gives what follows it. It accepts what mail programs accept: a space before the
// colon, stray lines between fields, no empty line before the body.
func readHeader(b []byte, n *notes) (header, []byte) {
	var h header
	size := 0
	for len(b) > 0 {
		line, rest := cutLine(b)
		if len(line) == 0 {
			return h, rest
		}
		size += min(len(line)+1, maxField)
		switch name, value, ok := splitField(line); {
		case ok && (len(h) >= maxFields || size > maxHeader):
			n.add(fullReason(len(h)))
			return h, afterHeader(rest)
		case ok:
			h = append(h, rawField{name, cutField(value, n)})
		case isFold(line) && len(h) > 0:
			h.extend(line, n)
		case isBlank(line):
			return h, rest
		case nextIsField(rest):
			n.add(repairHeader) // a stray line, such as a mangled fold
		default:
			if len(h) > 0 {
				n.add(repairHeader)
			}
			return h, b
		}
		b = rest
	}
	return h, nil
}

func fullReason(fields int) string {
	if fields >= maxFields {
		return limitFields
	}
	return limitHeader
}

// extend adds a folded line to the last field.
func (h header) extend(line []byte, n *notes) {
	last := &h[len(h)-1]
	if len(last.value)+len(line) > maxField {
		n.add(limitField)
		return
	}
	last.value += " " + string(bytes.TrimLeft(line, " \t"))
}

func cutField(value []byte, n *notes) string {
	if len(value) > maxField {
		n.add(limitField)
		value = value[:maxField]
	}
	return string(value)
}

func isFold(line []byte) bool { return line[0] == ' ' || line[0] == '\t' }

func isBlank(line []byte) bool { return len(bytes.TrimSpace(line)) == 0 }

// splitField takes a line apart at its colon. A name is printable ASCII without spaces.
func splitField(line []byte) (name string, value []byte, ok bool) {
	i := bytes.IndexByte(line, ':')
	if i <= 0 || i > 80 {
		return "", nil, false
	}
	head := bytes.TrimRight(line[:i], " \t")
	if len(head) == 0 {
		return "", nil, false
	}
	for _, c := range head {
		if c <= ' ' || c >= 0x7f {
			return "", nil, false
		}
	}
	return string(head), bytes.TrimSpace(line[i+1:]), true
}

// nextIsField reports whether a header goes on after a line that is none: its next line is a field.
func nextIsField(rest []byte) bool {
	line, _ := cutLine(rest)
	if len(line) > 0 && isFold(line) {
		return false
	}
	_, _, ok := splitField(line)
	return ok && !bytes.Contains(line, []byte("://"))
}

// afterHeader skips to the first empty line: the rest of a header that is too large.
func afterHeader(b []byte) []byte {
	for len(b) > 0 {
		line, rest := cutLine(b)
		if len(line) == 0 {
			return rest
		}
		b = rest
	}
	return nil
}

// skipEnvelope drops the "From " line of an mbox and empty lines in front of the header.
func skipEnvelope(b []byte) []byte {
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	for len(b) > 0 {
		line, rest := cutLine(b)
		if len(line) != 0 && !bytes.HasPrefix(line, []byte("From ")) && !bytes.HasPrefix(line, []byte(">From ")) {
			return b
		}
		b = rest
	}
	return b
}

// ids reads the Message-IDs of a field, without brackets.
func ids(value string) []string {
	var out []string
	for len(out) < maxIDs {
		open := strings.IndexByte(value, '<')
		if open < 0 {
			break
		}
		end := strings.IndexByte(value[open:], '>')
		if end < 0 {
			break
		}
		if id := strings.Join(strings.Fields(value[open+1:open+end]), ""); id != "" {
			out = append(out, id)
		}
		value = value[open+end+1:]
	}
	if len(out) == 0 && strings.Contains(value, "@") && !strings.ContainsAny(value, " \t<>") {
		out = append(out, value) // a program that forgot the brackets
	}
	return out
}
