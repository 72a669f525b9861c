package message

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// dropFooters takes out paragraphs that servers and lists add: warnings on top, notices of confidentiality below.
func dropFooters(lines []textLine) []textLine {
	out := make([]textLine, 0, len(lines))
	for i := 0; i < len(lines); i++ {
		if isFooter(lines[i].text) {
			for i+1 < len(lines) && lines[i+1].text != "" {
				i++
			}
			continue
		}
		out = append(out, lines[i])
	}
	return out
}

func isFooter(text string) bool {
	if len(text) < 8 {
		return false
	}
	head := strings.Trim(text[:min(len(text), 120)], "*_ ")
	if !footerStarts.may(head) {
		return false
	}
	folded := fold(head)
	for _, f := range footerStarts.phrases(folded) {
		if strings.HasPrefix(folded, f) {
			return true
		}
	}
	return false
}

var footerStarts = byStart(footers)

// dropSignature takes off what stands under the author's words: the signature below "-- ", the line of a device, and
// a block of name and contacts.
func dropSignature(lines []textLine, from []Address) []textLine {
	lines = dropArmor(lines)
	lines = dropDeviceLines(lines)
	lines = cutDelimiter(lines)
	lines = cutAfterClosing(lines)
	return cutContacts(lines, from)
}

// dropArmor takes off what OpenPGP puts around a text that is signed in clear (RFC 9580, section 7).
func dropArmor(lines []textLine) []textLine {
	top := nextFilled(lines, 0)
	if top >= len(lines) || lines[top].text != "-----BEGIN PGP SIGNED MESSAGE-----" {
		return lines
	}
	for lines = lines[top+1:]; len(lines) > 0 && strings.HasPrefix(lines[0].text, "Hash:"); {
		lines = lines[1:]
	}
	for i, l := range lines {
		if l.text == "-----BEGIN PGP SIGNATURE-----" {
			return lines[:i]
		}
	}
	return lines
}

// cutDelimiter cuts at "-- " (RFC 3676, section 4.3), and at another dash or ruler where a signature follows; unless
// nothing would be left. A ruler between sections of the author's own text cuts nothing.
func cutDelimiter(lines []textLine) []textLine {
	for i, l := range lines {
		if previousFilled(lines, i) < 0 {
			continue
		}
		cuts := l.text == "--" || (isDash(l.text) || readBanner(l.text) == ruler) && looksSignature(lines[i+1:])
		if cuts && !underHeading(lines, i) {
			return lines[:i]
		}
	}
	return lines
}

// isDash reports whether a line is a short dash that some set above their signature.
func isDash(text string) bool {
	switch text {
	case "—", "–", "---", "__", "___", "-- -", "––", "——":
		return true
	}
	return false
}

// underHeading reports whether a ruler underlines the words right above it, as in a table.
func underHeading(lines []textLine, i int) bool {
	return len(lines[i].text) > 3 && i > 0 && lines[i-1].text != "" && i+1 < len(lines) && lines[i+1].text != ""
}

// cutAfterClosing cuts what follows a closing formula and the name under it, where it has the shape of a signature.
func cutAfterClosing(lines []textLine) []textLine {
	for i, l := range lines {
		if !isClosing(l.text) || previousFilled(lines, i) < 0 {
			continue
		}
		name := nextFilled(lines, i+1)
		if name >= len(lines) || name > i+3 || !isNameLine(lines[name].text) {
			continue
		}
		rest := nextFilled(lines, name+1)
		if rest >= len(lines) {
			return lines
		}
		if looksSignature(lines[rest:]) {
			return lines[:name+1]
		}
	}
	return lines
}

// isClosing reports whether a line is a closing formula and nothing else.
func isClosing(text string) bool {
	if text == "" || len(text) > 80 || strings.Count(text, " ") > 4 || strings.IndexByte(text, ':') >= 0 {
		return false
	}
	return closings[fold(strings.Trim(text, " ,.!*_-–—;:，。！"))]
}

// isNameLine reports whether a line can be a name: one to four words, capitalised.
func isNameLine(text string) bool {
	words := strings.Fields(strings.Trim(text, "*_-–— ,."))
	if len(words) == 0 || len(words) > 4 || len(text) > 50 {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(\"'"))
		if !unicode.IsLetter(r) || unicode.IsLower(r) && len(w) > 3 && len(words) > 1 {
			return false
		}
	}
	return !strings.ContainsAny(text, "?:@/")
}
