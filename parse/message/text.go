package message

import "strings"

// readText makes Text, HTML, Links and JSONLD of the passages.
func (m *Message) readText(list []passage, n *notes) {
	var parts []string
	for _, p := range list {
		plain := unwrapText(cleanText(p.plain, n))
		if p.html == "" {
			parts = append(parts, plain)
			continue
		}
		page := readHTML(p.html, n)
		rich := cleanText(page.text, n)
		m.Struck = joinParts([]string{m.Struck, cleanText(page.gone, n)})
		if m.HTML == "" {
			m.HTML = p.html[:min(len(p.html), maxHTML)]
		}
		m.Links = append(m.Links, page.links...)
		m.JSONLD = append(m.JSONLD, page.jsonLD...)
		if disagree(plain, rich) {
			n.add(partsDisagree)
		}
		if richer(plain, rich, page) {
			m.FromHTML = true
			plain = rich
		}
		parts = append(parts, plain)
	}
	m.Text = joinParts(parts)
}

func joinParts(parts []string) string {
	filled := parts[:0]
	for _, p := range parts {
		if p != "" {
			filled = append(filled, p)
		}
	}
	return strings.Join(filled, "\n\n")
}

// richer reports whether the HTML form is to be read: the plain one is missing, a mere stub, much shorter, or has lost
// what carries meaning: a table, what is struck through, or the hour ("To see it, open this message in a program that
// can show HTML").
func richer(plain, rich string, p page) bool {
	switch {
	case rich == "":
		return false
	case plain == "":
		return true
	case p.struck:
		return true
	case p.grid >= 2 && !strings.Contains(plain, "\t"):
		return true
	case !hasHour(plain) && hasHour(rich) && hasDayName(rich):
		return true
	}
	return len(rich) > 200 && len(rich) > 2*len(plain)
}

// hasHour reports whether an hour is written in s: 14:00, 14h30, 14.30 Uhr, 2 pm.
func hasHour(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			continue
		}
		end := i
		for end < len(s) && isDigit(s[end]) {
			end++
		}
		if end-i <= 2 && (i == 0 || !strings.ContainsRune(".,-/:", rune(s[i-1]))) && hourEnds(s[end:min(len(s), end+12)]) {
			return true
		}
		i = end
	}
	return false
}

// hourEnds reports whether what follows one or two digits makes them an hour.
func hourEnds(rest string) bool {
	if len(rest) >= 3 && (rest[0] == ':' || rest[0] == 'h') && isDigit(rest[1]) && isDigit(rest[2]) {
		return true
	}
	if len(rest) >= 3 && rest[0] == '.' && isDigit(rest[1]) && isDigit(rest[2]) {
		rest = rest[3:]
	}
	rest = strings.ToLower(strings.TrimLeft(rest, " \u00a0"))
	for _, word := range [...]string{"am", "pm", "a.m", "p.m", "uhr", "uur", "o'clock", "o’clock", "h ", "ч", "时", "点", "時", "시"} {
		if strings.HasPrefix(rest, word) {
			return true
		}
	}
	return false
}

// hasDayName reports whether a month or a weekday is named in s.
func hasDayName(s string) bool {
	names := dayNames()
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return !isLetter(r) && r != '\'' }) {
		if names[fold(word)] {
			return true
		}
	}
	return strings.ContainsAny(s, "月월")
}

// disagree reports whether both forms name clock times and each names one that the other does not.
func disagree(plain, rich string) bool {
	a, b := clockTimes(plain), clockTimes(rich)
	return len(a) > 0 && len(b) > 0 && lacks(a, b) && lacks(b, a)
}

func lacks(a, b map[string]bool) bool {
	for t := range a {
		if !b[t] {
			return true
		}
	}
	return false
}

// clockTimes collects what looks like 14:00.
func clockTimes(s string) map[string]bool {
	var out map[string]bool
	for i := strings.IndexByte(s, ':'); i >= 0 && len(out) < 100; {
		from := i
		for from > 0 && i-from < 2 && isDigit(s[from-1]) {
			from--
		}
		if from < i && i+2 < len(s) && isDigit(s[i+1]) && isDigit(s[i+2]) {
			if out == nil {
				out = map[string]bool{}
			}
			out[strings.TrimLeft(s[from:i+3], "0")] = true
		}
		next := strings.IndexByte(s[i+1:], ':')
		if next < 0 {
			break
		}
		i += next + 1
	}
	return out
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
