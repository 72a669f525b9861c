package message

import (
	"bytes"
	"encoding/base64"
	"strings"
)

// decodeTransfer undoes the transfer encoding of a body, as far as it can be undone.
func decodeTransfer(body []byte, encoding string, limit int, n *notes) []byte {
	encoding, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(encoding)), ";")
	switch strings.Trim(encoding, " \t\"") {
	case "base64":
		return decodeBase64(body, limit, n)
	case "quoted-printable", "quoted_printable":
		return decodeQuoted(body, limit, n)
	case "x-uuencode", "uuencode", "x-uue":
		return decodeUU(body, limit)
	case "", "7bit", "8bit", "binary":
	default:
		n.add(repairTransfer)
	}
	return cutBytes(body, limit)
}

func cutBytes(b []byte, limit int) []byte {
	if len(b) > limit {
		return b[:limit]
	}
	return b
}

// decodeBase64 drops what is no base64 and stops at the padding; lists add a footer in clear after it.
func decodeBase64(body []byte, limit int, n *notes) []byte {
	clean := make([]byte, 0, min(len(body), limit*2))
	bad := false
scan:
	for i, c := range body {
		switch {
		case isBase64(c):
			clean = append(clean, c)
			if len(clean) >= limit/3*4+4 {
				break scan
			}
		case c == '=':
			if tail := bytes.Trim(body[i:], "=\r\n\t -"); len(tail) > 0 {
				bad = true
				if !startsBase64(tail) {
					break scan
				}
				clean = clean[:len(clean)/4*4+paddedLen(len(clean)%4)]
				for len(clean)%4 != 0 {
					clean = append(clean, 'A') // several encoded pieces in one body
				}
			}
		case c == '-' || c == '_': // the URL alphabet, or a stray boundary
			bad = true
		case c != '\r' && c != '\n' && c != ' ' && c != '\t':
			bad = true
		}
	}
	if bad {
		n.add(repairBase64)
	}
	if len(clean)%4 == 1 {
		clean = clean[:len(clean)-1]
	}
	out := make([]byte, base64.RawStdEncoding.DecodedLen(len(clean)))
	count, err := base64.RawStdEncoding.Decode(out, clean)
	if err != nil {
		n.add(repairBase64)
	}
	return cutBytes(out[:count], limit)
}

func paddedLen(rest int) int { return rest }

func startsBase64(tail []byte) bool {
	if len(tail) < 16 {
		return false
	}
	for _, c := range tail[:16] {
		if !isBase64(c) && c != '\r' && c != '\n' {
			return false
		}
	}
	return true
}

// decodeQuoted decodes quoted-printable; an "=" that encodes nothing stays.
func decodeQuoted(body []byte, limit int, n *notes) []byte {
	out := make([]byte, 0, min(len(body), limit))
	for i := 0; i < len(body) && len(out) < limit; i++ {
		c := body[i]
		if c != '=' {
			out = append(out, c)
			continue
		}
		if i+2 < len(body) && isHex(body[i+1]) && isHex(body[i+2]) {
			out = append(out, unhex(body[i+1])<<4|unhex(body[i+2]))
			i += 2
			continue
		}
		if end := softBreak(body[i+1:]); end >= 0 {
			i += end
			continue
		}
		n.add(repairQP)
		out = append(out, c)
	}
	return out
}

// softBreak gives the length of the white space and line end after an "=" at the end of a line, or -1.
func softBreak(b []byte) int {
	for i, c := range b {
		switch c {
		case '\n':
			return i + 1
		case ' ', '\t', '\r':
		default:
			return -1
		}
	}
	return len(b)
}

// decodeUU decodes uuencode between "begin" and "end".
func decodeUU(body []byte, limit int) []byte {
	var out []byte
	started := false
	for len(body) > 0 && len(out) < limit {
		var line []byte
		line, body = cutLine(body)
		switch {
		case bytes.HasPrefix(line, []byte("begin ")):
			started = true
		case bytes.Equal(line, []byte("end")):
			return out
		case started && len(line) > 1:
			out = append(out, uuLine(line)...)
		}
	}
	return cutBytes(out, limit)
}

func uuLine(line []byte) []byte {
	size := int(line[0]-' ') & 63
	var out []byte
	for i := 1; i < len(line) && len(out) < size; i += 4 {
		var v [4]byte
		for k := range v {
			if i+k < len(line) {
				v[k] = (line[i+k] - ' ') & 63
			}
		}
		out = append(out, v[0]<<2|v[1]>>4, v[1]<<4|v[2]>>2, v[2]<<6|v[3])
	}
	if len(out) > size {
		out = out[:size]
	}
	return out
}
