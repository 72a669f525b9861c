package message

import (
	"encoding/base64"
	"strings"
)

// decodeWords decodes the encoded words of a field (RFC 2047). Broken ones stay as they are. White space between two
// encoded words goes; a word cut inside a character is joined with the next of the same charset and encoding, as
// programs that count bytes write them.
func decodeWords(s string, n *notes) string {
	if !strings.Contains(s, "=?") {
		return headerText(s, n)
	}
	rest := ""
	if len(s) > maxEncoded {
		n.add(limitEncoded)
		s, rest = s[:maxEncoded], s[maxEncoded:]
	}
	var out strings.Builder
	var run encodedRun
	for len(s) > 0 {
		i := strings.Index(s, "=?")
		if i < 0 {
			break
		}
		word, length, ok := cutWord(s[i:])
		if !ok {
			out.WriteString(run.flush(n))
			out.WriteString(headerText(s[:i+2], n))
			s = s[i+2:]
			continue
		}
		if between := s[:i]; !run.open() || strings.TrimSpace(between) != "" {
			out.WriteString(run.flush(n))
			out.WriteString(headerText(between, n))
		}
		out.WriteString(run.add(word, n))
		s = s[i+length:]
	}
	out.WriteString(run.flush(n))
	out.WriteString(headerText(s+rest, n))
	return out.String()
}

// encodedWord is one =?charset?encoding?text?= (RFC 2047), its text decoded to bytes.
type encodedWord struct {
	charset string
	bytes   []byte
}

// encodedRun gathers neighbours of the same charset.
type encodedRun struct {
	charset string
	bytes   []byte
}

func (r *encodedRun) open() bool { return r.charset != "" }

// add joins w to the run, or gives the text of the run so far and begins a new one.
func (r *encodedRun) add(w encodedWord, n *notes) string {
	done := ""
	if r.charset != w.charset {
		done = r.flush(n)
	}
	r.charset = w.charset
	r.bytes = append(r.bytes, w.bytes...)
	return done
}

func (r *encodedRun) flush(n *notes) string {
	if r.charset == "" {
		return ""
	}
	text := headerText(decodeCharset(r.bytes, r.charset, n), n)
	r.charset, r.bytes = "", nil
	return text
}

// cutWord reads the encoded word at the start of s and gives its length.
func cutWord(s string) (w encodedWord, length int, ok bool) {
	parts := strings.SplitN(s[2:min(len(s), 2+80)], "?", 3)
	if len(parts) < 3 || len(parts[1]) != 1 || parts[0] == "" || strings.ContainsAny(parts[0], " \t") {
		return w, 0, false
	}
	start := 2 + len(parts[0]) + 3
	end := strings.Index(s[start:], "?=")
	if end < 0 {
		return w, 0, false
	}
	text := s[start : start+end]
	charset, _, _ := strings.Cut(parts[0], "*") // RFC 2231 language suffix
	w.charset = strings.ToLower(charset)
	switch parts[1] {
	case "b", "B":
		w.bytes = looseBase64(text)
	case "q", "Q":
		w.bytes = decodeQ(text)
	default:
		return w, 0, false
	}
	if w.bytes == nil && text != "" {
		return w, 0, false
	}
	return w, start + end + 2, true
}

func looseBase64(text string) []byte {
	text = strings.TrimRight(strings.Join(strings.Fields(text), ""), "=")
	b, err := base64.RawStdEncoding.DecodeString(text)
	if err != nil && len(b) == 0 {
		return nil
	}
	return b
}

func decodeQ(text string) []byte {
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '_':
			out = append(out, ' ')
		case c == '=' && i+2 < len(text) && isHex(text[i+1]) && isHex(text[i+2]):
			out = append(out, unhex(text[i+1])<<4|unhex(text[i+2]))
			i += 2
		default:
			out = append(out, c)
		}
	}
	return out
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

func unhex(c byte) byte {
	switch {
	case c >= 'a':
		return c - 'a' + 10
	case c >= 'A':
		return c - 'A' + 10
	}
	return c - '0'
}
