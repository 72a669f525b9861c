package message

import "bytes"

// splitParts cuts the body of a multipart at its boundary lines. Where the boundary is missing or stands nowhere, the
// first line is taken that begins with "--" and is followed by a header.
func splitParts(body []byte, boundary string, n *notes) (parts [][]byte, preamble []byte) {
	mark := []byte("--" + boundary)
	if boundary == "" || !hasBoundary(body, mark) {
		n.add(repairBoundary)
		if mark = guessBoundary(body); mark == nil {
			return nil, body
		}
	}
	return cutAt(body, mark, n)
}

// cutAt gives what lies between the lines that are mark, or mark and "--". The line end before a boundary belongs to
// the boundary.
func cutAt(body, mark []byte, n *notes) (parts [][]byte, preamble []byte) {
	start := -1
	for pos := 0; pos < len(body); {
		i := nextBoundary(body, mark, pos)
		if i < 0 {
			break
		}
		line, rest := cutLine(body[i:])
		if start >= 0 {
			parts = append(parts, trimEnd(body[start:i]))
		} else {
			preamble = body[:i]
		}
		pos = len(body) - len(rest)
		start = pos
		if isClose(line, mark) {
			return parts, preamble
		}
		if len(parts) > maxParts {
			n.add(limitParts)
			return parts, preamble
		}
	}
	n.add(repairBoundary) // no closing line: cut off on its way
	if start >= 0 && start < len(body) {
		parts = append(parts, body[start:])
	}
	return parts, preamble
}

// nextBoundary finds the next line from pos on that is the boundary.
func nextBoundary(body, mark []byte, pos int) int {
	for pos < len(body) {
		i := bytes.Index(body[pos:], mark)
		if i < 0 {
			return -1
		}
		i += pos
		if i == 0 || body[i-1] == '\n' {
			line, _ := cutLine(body[i:])
			if isOpen(line, mark) || isClose(line, mark) {
				return i
			}
		}
		pos = i + len(mark)
	}
	return -1
}

func isOpen(line, mark []byte) bool {
	return len(bytes.TrimRight(line[len(mark):], " \t")) == 0
}

func isClose(line, mark []byte) bool {
	return bytes.Equal(bytes.TrimRight(line[len(mark):], " \t"), []byte("--"))
}

func hasBoundary(body, mark []byte) bool { return nextBoundary(body, mark, 0) >= 0 }

func trimEnd(b []byte) []byte {
	if len(b) > 0 && b[len(b)-1] == '\n' {
		b = b[:len(b)-1]
	}
	for len(b) > 0 && b[len(b)-1] == '\r' {
		b = b[:len(b)-1]
	}
	return b
}

// guessBoundary finds a boundary line by what follows it: a Content- field.
func guessBoundary(body []byte) []byte {
	for pos := 0; pos < len(body); {
		i := bytes.Index(body[pos:], []byte("\nContent-"))
		if i < 0 {
			return nil
		}
		line := lastLine(body[:pos+i])
		if len(line) > 4 && len(line) < 2200 && bytes.HasPrefix(line, []byte("--")) && !bytes.HasSuffix(line, []byte("--")) {
			return line
		}
		pos += i + 1
	}
	return nil
}

func lastLine(b []byte) []byte {
	line := b[bytes.LastIndexByte(b, '\n')+1:]
	return bytes.TrimRight(line, " \t\r")
}
