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
	r := headerReader{notes: n}
	for len(b) > 0 {
		line, rest := cutLine(b)
		if len(line) == 0 {
			return r.done(), rest
		}
		r.size += min(len(line)+1, maxField)
		switch name, value, ok := splitField(line); {
		case ok && r.full():
			return r.done(), afterHeader(rest)
		case ok:
			r.begin(name, value)
		case isFold(line) && len(r.fields) > 0:
			r.extend(line)
		case isBlank(line):
			return r.done(), rest
		case nextIsField(rest):
			n.add(repairHeader) // a stray line, such as a mangled fold
		default:
			if len(r.fields) > 0 {
				n.add(repairHeader)
			}
			return r.done(), b
		}
		b = rest
	}
	return r.done(), nil
}

// headerReader gathers the fields of a block; the value of the last one is still open to folds.
type headerReader struct {
	*notes
	fields header
	value  []byte
	size   int // bytes so far; of one long field no more than is kept
}

func (r *headerReader) full() bool {
	switch {
	case len(r.fields) >= maxFields:
		r.add(limitFields)
	case r.size > maxHeader:
		r.add(limitHeader)
	default:
		return false
	}
	return true
}

func (r *headerReader) begin(name string, value []byte) {
	r.closeField()
	r.fields = append(r.fields, rawField{name: name})
	r.append(value)
}

// extend adds a folded line to the open field.
func (r *headerReader) extend(line []byte) {
	r.append([]byte(" "))
	r.append(bytes.TrimLeft(line, " \t"))
}

func (r *headerReader) append(value []byte) {
	if room := maxField - len(r.value); len(value) > room {
		r.add(limitField)
		value = value[:room]
	}
	r.value = append(r.value, value...)
}

func (r *headerReader) closeField() {
	if len(r.fields) > 0 {
		r.fields[len(r.fields)-1].value = string(r.value)
	}
	r.value = r.value[:0]
}

func (r *headerReader) done() header {
	r.closeField()
	return r.fields
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
