package message

import (
	"strings"
	"unicode/utf8"
)

// looksSignature reports whether all lines are short and none reads as a sentence.
func looksSignature(lines []textLine) bool {
	filled := 0
	for _, l := range lines {
		if l.text == "" {
			continue
		}
		if filled++; filled > 12 || !isSignatureLine(l.text) {
			return false
		}
	}
	return filled > 0
}

// isSignatureLine tells a line of a signature from one of prose: it is short, asks nothing, and is no list or label
// of her own.
func isSignatureLine(text string) bool {
	lower := strings.ToLower(text)
	switch {
	case utf8.RuneCountInString(text) > 90 || strings.HasPrefix(lower, "p.s") || strings.HasPrefix(lower, "ps"):
		return false
	case strings.ContainsAny(text, "?!"):
		return false
	case hasForeignLabel(text):
		return false
	case isContact(text):
		return true
	}
	ends := strings.HasSuffix(text, ".") || strings.HasSuffix(text, "…")
	return !(ends && strings.Count(text, " ") > 4) && strings.Count(text, " ") < 12
}

// contactLabels stand before a number or an address in a signature.
var contactLabels = wordSet([]string{
	"tel", "t", "m", "f", "p", "e", "w", "o", "c", "d", "fax", "phone", "mobile", "cell", "office", "email", "e-mail", "mail", "skype", "web", "website",
	"linkedin", "twitter", "mob", "direct", "telefon", "telefono", "telephone", "handy", "mobil", "portable", "movil", "tél", "site", "url", "www", "http", "https",
	"address", "adresse", "internet", "whatsapp", "github", "zoom", "ph", "fon", "tlf", "tfno", "gsm", "telefax", "calendly", "blog", "home", "work",
})

// hasForeignLabel reports whether a line has a label that signatures do not have: "worked: …" is her own.
func hasForeignLabel(text string) bool {
	head, rest, ok := strings.Cut(text, ":")
	if !ok || strings.HasPrefix(rest, "//") || strings.HasPrefix(head, "[") || len(head) > 30 || strings.Count(head, " ") > 2 {
		return false
	}
	head = fold(strings.Trim(head, " .*_|-–"))
	return head != "" && !contactLabels[head] && strings.Trim(head, "0123456789+() ") != ""
}

// isContact reports whether a line gives an address, a number or a page.
func isContact(text string) bool {
	lower := strings.ToLower(text)
	if hasAddress(text) || strings.Contains(lower, "www.") || strings.Contains(lower, "http://") || strings.Contains(lower, "https://") {
		return true
	}
	digits := len(onlyDigits(text))
	return digits >= 7 && digits <= 30 && digits*2 >= len(strings.ReplaceAll(text, " ", ""))-12 && !strings.Contains(text, ":00")
}

// cutContacts cuts a signature without any sign before it: paragraphs at the end whose lines are all short and of a
// kind that signatures have, with a way to reach the author among them. It begins at a name, or is one paragraph.
func cutContacts(lines []textLine, from []Address) []textLine {
	contacts, filled, cut := 0, 0, -1
	for end := len(lines); end > 0; {
		start := paragraphStart(lines, end)
		if start <= 0 || previousFilled(lines, start) < 0 {
			break
		}
		count, more := signatureLines(lines[start:end])
		if count < 0 {
			break
		}
		filled, contacts = filled+count, contacts+more
		if filled > 12 {
			break
		}
		named := namesAuthor(lines[start:], from)
		switch {
		case named && filled > 1, contacts > 0 && filled > 1 && isNameLine(lines[start].text):
			cut = start
		case contacts > 0 && count > 1 && end == len(lines):
			cut = start
		}
		end = start
	}
	if cut < 0 {
		return lines
	}
	return lines[:cut]
}

// signatureLines counts the filled lines of a paragraph, and the contacts among them; -1 where one is prose.
func signatureLines(lines []textLine) (filled, contacts int) {
	for _, l := range lines {
		switch {
		case l.text == "":
			continue
		case !isSignatureLine(l.text) || utf8.RuneCountInString(l.text) > 70 && !isContact(l.text):
			return -1, 0
		case isContact(l.text):
			contacts++
		}
		filled++
	}
	return filled, contacts
}

// paragraphStart gives the first line of the paragraph that ends before end.
func paragraphStart(lines []textLine, end int) int {
	i := previousFilled(lines, end)
	for i > 0 && lines[i-1].text != "" {
		i--
	}
	return i
}

// namesAuthor reports whether the first filled line is the author's name.
func namesAuthor(lines []textLine, from []Address) bool {
	at := nextFilled(lines, 0)
	if at >= len(lines) || len(from) == 0 || from[0].Name == "" {
		return false
	}
	return fold(strings.Trim(lines[at].text, "*_ ")) == fold(from[0].Name)
}
