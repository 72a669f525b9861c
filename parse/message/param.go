package message

import (
	"sort"
	"strconv"
	"strings"
)

// media is a Content-Type or Content-Disposition: its value in lower case, and its parameters.
type media struct {
	value  string
	params map[string]string
}

// readMedia reads a value with parameters, with the continuations and charsets of RFC 2231 and the encoded words that
// many programs put there instead.
func readMedia(field string, n *notes) media {
	value, rest, _ := strings.Cut(field, ";")
	value = strings.TrimSpace(value)
	if i := strings.IndexAny(value, " \t("); i >= 0 {
		if strings.Contains(value[i:], "=") {
			rest = value[i:] + ";" + rest // a semicolon was forgotten
		}
		value = value[:i]
	}
	m := media{value: strings.ToLower(value)}
	pieces := map[string][]piece{}
	for count := 0; rest != ""; count++ {
		if count == maxParams {
			n.add(limitParams)
			break
		}
		var name, text string
		name, text, rest = cutParam(rest)
		if name != "" {
			base, p := splitContinuation(name, text)
			pieces[base] = append(pieces[base], p)
		}
	}
	m.params = make(map[string]string, len(pieces))
	for base, list := range pieces {
		m.params[base] = joinPieces(list, n)
	}
	return m
}

// piece is one part of a parameter: name*0*=, name*1=.
type piece struct {
	order   int
	encoded bool
	text    string
}

// cutParam reads the first "name=value" of s.
func cutParam(s string) (name, value, rest string) {
	s = strings.TrimLeft(s, " \t\r\n;")
	i := strings.IndexAny(s, "=;")
	if i < 0 || s[i] == ';' {
		if i < 0 {
			return "", "", ""
		}
		return "", "", s[i+1:]
	}
	name = strings.ToLower(strings.TrimSpace(s[:i]))
	s = strings.TrimLeft(s[i+1:], " \t")
	if strings.HasPrefix(s, `"`) {
		value, rest = cutQuoted(s)
		if j := strings.IndexByte(rest, ';'); j >= 0 {
			return name, value, rest[j+1:]
		}
		return name, value, ""
	}
	value, rest, _ = strings.Cut(s, ";")
	return name, strings.Trim(strings.TrimSpace(value), "'\""), rest
}

// cutQuoted reads a quoted string and undoes its backslashes.
func cutQuoted(s string) (text, rest string) {
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '"':
			return b.String(), s[i+1:]
		case '\\':
			if i+1 < len(s) && (s[i+1] == '"' || s[i+1] == '\\') {
				i++
			}
		}
		b.WriteByte(s[i])
	}
	return b.String(), ""
}

func splitContinuation(name, text string) (base string, p piece) {
	p.text = text
	if strings.HasSuffix(name, "*") {
		p.encoded, name = true, strings.TrimSuffix(name, "*")
	}
	base, number, ok := strings.Cut(name, "*")
	if ok {
		if k, err := strconv.Atoi(number); err == nil {
			p.order = k
		}
	}
	return base, p
}

func joinPieces(list []piece, n *notes) string {
	sort.SliceStable(list, func(i, k int) bool { return list[i].order < list[k].order })
	if len(list) == 1 && !list[0].encoded {
		return decodeWords(list[0].text, n)
	}
	charset, encoded := "", false
	var raw []byte
	for i, p := range list {
		text := p.text
		if i > 0 && p.order == list[i-1].order {
			continue // given twice: the first counts
		}
		if p.encoded {
			if !encoded {
				if parts := strings.SplitN(text, "'", 3); len(parts) == 3 {
					charset, text = parts[0], parts[2]
				}
				encoded = true
			}
			raw = append(raw, unpercent(text)...)
			continue
		}
		raw = append(raw, text...)
	}
	if !encoded {
		return decodeWords(string(raw), n)
	}
	return headerText(decodeCharset(raw, charset, n), n)
}

func unpercent(s string) []byte {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			out = append(out, unhex(s[i+1])<<4|unhex(s[i+2]))
			i += 2
			continue
		}
		out = append(out, s[i])
	}
	return out
}
