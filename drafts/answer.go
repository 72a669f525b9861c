package drafts

import "strings"

// Answer is a ready answer: a tap opens a new mail with body in it. It acts by mail only, so that a scanner which opens
// every link approves nothing.
func (v *view) Answer(body, label string) markup { return v.AnswerWith(body, label, "") }

// AnswerWith is an Answer with a second line of small print; "" is none.
func (v *view) AnswerWith(body, label, more string) markup {
	shown := body
	if strings.Contains(body, "\n") {
		shown = "" // a form: its lines would run into one
	}
	row := "=> " + escape(shown) + " | "
	if v.f.AnswerTo == "" {
		row += escape(label)
	} else {
		row += "[" + escape(label) + "](" + v.answerURL(body) + ")"
	}
	if more != "" {
		row += " | " + escape(more)
	}
	return markup(row)
}

// answerURL is the mailto: of a ready answer.
func (v *view) answerURL(body string) string {
	subject := withRef("Re: "+v.w.words.round(v.Round), v.f.Ref)
	s := "mailto:" + percent(clean(v.f.AnswerTo), unreserved+"@+") + "?subject=" + query(subject) + "&body=" + query(body)
	if v.f.AnswerID != "" {
		s += "&In-Reply-To=" + query("<"+v.f.AnswerID+">")
	}
	return s
}

// Link shows target as itself, so that she sees the host that it leads to. What is no web address is shown as text.
func (v *view) Link(target string) markup {
	target = clean(target)
	return linkAs(target, target)
}

// linkAs is a link with words of its own; only for addresses that we made.
func linkAs(target, text string) markup {
	if !strings.HasPrefix(target, "https://") && !strings.HasPrefix(target, "http://") && !strings.HasPrefix(target, "mailto:") {
		return markup(escape(text))
	}
	return markup("[" + escape(text) + "](" + percent(target, unreserved+":/?#@!$&*+,;=%") + ")")
}

// Dial shows a telephone number that a phone can call.
func (v *view) Dial(number string) markup {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, number)
	if len(digits) < 5 || len(digits) > 16 || strings.ContainsAny(strings.ToLower(number), "abcdefghijklmnopqrstuvwyz,;#") {
		return markup(escape(number)) // an extension or a code stands in it: dialling the digits alone would be wrong
	}
	return markup("[" + escape(number) + "](tel:" + digits + ")")
}

// Search is a link, opened by her hand only, that searches for a person and the company.
func (v *view) Search(name, label string) markup {
	q := clean(name)
	if v.Company != "" {
		q += " " + v.Company
	}
	return linkAs("https://duckduckgo.com/?q="+query(q), label)
}

// unreserved are the signs that need no escaping in any part of an address (RFC 3986, 2.3), besides letters and digits.
const unreserved = "-._~"

// query escapes for the part after the question mark, where a space is %20 and never a plus (RFC 6068).
func query(s string) string {
	return percent(strings.ReplaceAll(cleanLines(s), "\n", "\r\n"), unreserved)
}

// percent encodes every byte of s but ASCII letters, digits and those of keep.
func percent(s, keep string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', strings.IndexByte(keep, c) >= 0:
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}

// Quote shows text of several lines as it is. Blanks in it stand out.
func (v *view) Quote(text string, blanks []string) markup {
	var b strings.Builder
	for i, l := range strings.Split(cleanLines(text), "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		l = escape(l)
		for _, blank := range blanks {
			mark := escape("[" + blank + "]")
			l = strings.ReplaceAll(l, mark, "=="+mark+"==")
		}
		b.WriteString("> " + l)
	}
	return markup(b.String())
}
