package ics

import (
	"strings"
	"unicode/utf8"
)

// line is one content line: NAME;PARAM=value:value, unfolded.
type line struct {
	name   string // in capitals
	params []param
	value  string
}

type param struct{ name, value string }

// get gives the value of a parameter, "" where it is not there.
func (l line) get(name string) string {
	for _, p := range l.params {
		if p.name == name {
			return p.value
		}
	}
	return ""
}

// parseLine reads a content line as leniently as it can: what senders forget are the quotes around parameters.
func parseLine(s string) (line, bool) {
	end := 0
	for end < len(s) && nameByte(s[end]) {
		end++
	}
	if end == 0 || end == len(s) || s[end] != ':' && s[end] != ';' {
		return line{}, false
	}
	name := strings.ToUpper(s[:end])
	colon := valueColon(name, s)
	if colon < 0 {
		return line{}, false
	}
	return line{name: name, params: parseParams(s[end:colon]), value: s[colon+1:]}, true
}

func nameByte(c byte) bool {
	return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_'
}

// valueColon finds the colon before the value. It is the first one outside quotes, but a date has none, so that the
// last one is right in TZID=(UTC+01:00) Berlin; and an address begins at its "mailto:".
func valueColon(name, s string) int {
	switch name {
	case "DTSTART", "DTEND", "RECURRENCE-ID":
		if i := strings.LastIndexByte(s, ':'); i > strings.LastIndexByte(s, '"') && !isoTime(s[i+1:]) {
			return i
		}
	case "ATTENDEE", "ORGANIZER":
		if i := strings.LastIndex(strings.ToLower(s), ":mailto:"); i >= 0 {
			return i
		}
	}
	quoted := false
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case s[i] == ':' && !quoted:
			return i
		}
	}
	return strings.IndexByte(s, ':') // a quote that is never closed
}

// isoTime reports whether s is the tail of 2026-12-03T14:00:00, the form of ISO 8601 with colons.
func isoTime(s string) bool { return len(s) < len("20060102") }

// parseParams reads ;A=x;B="y;z". Quotes are taken off; QUOTED-PRINTABLE alone is how vCalendar 1.0 says ENCODING.
func parseParams(s string) []param {
	var out []param
	for s != "" {
		s = strings.TrimPrefix(s, ";")
		quoted, end := false, 0
		for end < len(s) && (quoted || s[end] != ';') {
			if s[end] == '"' {
				quoted = !quoted
			}
			end++
		}
		name, value, ok := strings.Cut(s[:end], "=")
		if ok {
			out = append(out, param{strings.ToUpper(strings.TrimSpace(name)), strings.ReplaceAll(value, `"`, "")})
		} else if strings.EqualFold(name, "QUOTED-PRINTABLE") {
			out = append(out, param{"ENCODING", name})
		}
		s = s[end:]
	}
	return out
}

// content splits a file into content lines and undoes the folding: a line that begins with a space or a tab goes on
// with the one before. A lone CR is no line end, except in a file that has no other.
func content(text string) []string {
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	var out []string
	var sb strings.Builder
	flush := func() {
		if sb.Len() > 0 {
			out = append(out, sb.String())
			sb.Reset()
		}
	}
	for raw := range strings.SplitSeq(text, "\n") {
		raw = strings.TrimSuffix(raw, "\r")
		if raw != "" && (raw[0] == ' ' || raw[0] == '\t') {
			sb.WriteString(raw[1:])
			continue
		}
		flush()
		sb.WriteString(raw)
	}
	flush()
	return out
}

// cut shortens s to at most n bytes, on a boundary of UTF-8 and not within an escape.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	s = s[:n]
	if strings.HasSuffix(s, `\`) && strings.Count(s[len(strings.TrimRight(s, `\`)):], `\`)%2 == 1 {
		s = s[:len(s)-1]
	}
	return s
}
