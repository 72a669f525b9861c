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

// decodeBase64 drops what is no base64. Padding ends a piece; another may follow, as some programs encode line by line,
// or text in clear that a list put below, which is left out.
func decodeBase64(body []byte, limit int, n *notes) []byte {
	out := make([]byte, 0, min(base64.StdEncoding.DecodedLen(len(body)), limit+3))
	piece := make([]byte, 0, min(len(body), limit/3*4+8))
	for i := 0; i < len(body) && len(out)+len(piece)/4*3 < limit; i++ {
		c := body[i]
		switch {
		case isBase64(c):
			piece = append(piece, c)
		case c == '=':
			out, piece = appendBase64(out, piece, n), piece[:0]
			rest := bytes.TrimLeft(body[i:], "=\r\n\t ")
			if len(rest) > 0 && !startsBase64(rest) {
				n.add(repairBase64)
				return cutBytes(out, limit)
			}
			i = len(body) - len(rest) - 1
		case c != '\r' && c != '\n' && c != ' ' && c != '\t':
			n.add(repairBase64)
		}
	}
	return cutBytes(appendBase64(out, piece, n), limit)
}

// appendBase64 decodes a piece without its padding.
func appendBase64(out, piece []byte, n *notes) []byte {
	if len(piece)%4 == 1 {
		piece = piece[:len(piece)-1]
	}
	at := len(out)
	out = append(out, make([]byte, base64.RawStdEncoding.DecodedLen(len(piece)))...)
	count, err := base64.RawStdEncoding.Decode(out[at:], piece)
	if err != nil {
		n.add(repairBase64)
	}
	return out[:at+count]
}

// startsBase64 reports whether the text goes on in base64: some letters of its alphabet, and no words in clear.
func startsBase64(rest []byte) bool {
	for i, c := range rest[:min(len(rest), 16)] {
		if !isBase64(c) && c != '\r' && c != '\n' && (c != '=' || i < 2) {
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
