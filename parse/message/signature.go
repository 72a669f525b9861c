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
	lines = dropDeviceLines(lines)
	lines = cutDelimiter(lines)
	lines = cutAfterClosing(lines)
	return cutContacts(lines, from)
}

// cutDelimiter cuts at "-- ", at a dash alone, and at a ruler of underscores, unless nothing would be left.
func cutDelimiter(lines []textLine) []textLine {
	for i, l := range lines {
		if previousFilled(lines, i) < 0 {
			continue
		}
		cuts := isDelimiter(l.text) || readBanner(l.text) == ruler && looksSignature(lines[i+1:])
		if cuts && !underHeading(lines, i) {
			return lines[:i]
		}
	}
	return lines
}

func isDelimiter(text string) bool {
	switch text {
	case "--", "—", "–", "---", "__", "___", "-- -", "––", "——":
		return true
	}
	return len(text) >= 8 && strings.Trim(text, "_") == ""
}

// underHeading reports whether a ruler underlines the words right above it, as in a table.
func underHeading(lines []textLine, i int) bool {
	return len(lines[i].text) > 3 && i > 0 && lines[i-1].text != "" && i+1 < len(lines) && lines[i+1].text != ""
}

// maxDevice is the longest line of a device, in runes.
const maxDevice = 80

// dropDeviceLines takes out "Sent from my iPhone". A sentence that begins so is kept: it goes on after a comma, or for
// more than a few words.
func dropDeviceLines(lines []textLine) []textLine {
	out := make([]textLine, 0, len(lines))
	for _, l := range lines {
		if !isDevice(l.text) {
			out = append(out, l)
		}
	}
	return out
}

func isDevice(text string) bool {
	text = strings.Trim(text, "*_[]()-—–•.|\"“” \t")
	if text == "" || len(text) > 4*maxDevice || !deviceStarts.may(text) {
		return false
	}
	folded := fold(text)
	if i := strings.IndexAny(folded, "<("); i > 0 {
		folded = strings.TrimSpace(folded[:i])
	}
	if utf8.RuneCountInString(folded) > maxDevice {
		return false
	}
	for _, d := range deviceStarts.phrases(folded) {
		if rest, ok := cutDevice(folded, d); ok && isDeviceName(rest) && namesDevice(folded) {
			return true
		}
	}
	return false
}

var deviceStarts = byStart(devices)

// isDeviceName reports whether the rest of a line can be the name of a device: a few words, no sentence.
func isDeviceName(rest string) bool {
	rest = strings.Trim(rest, ". ")
	return strings.Count(rest, " ") < 6 && !strings.ContainsAny(rest, ",;?!") && !strings.Contains(rest, ". ")
}

// cutDevice takes the phrase off the start of a line; of languages that put it last, off its end.
func cutDevice(line, phrase string) (string, bool) {
	if rest, ok := strings.CutPrefix(line, phrase); ok {
		return rest, true
	}
	if !isPlain(phrase) {
		if rest, ok := strings.CutSuffix(line, phrase); ok && len(rest) < 60 {
			return rest, true
		}
	}
	return "", false
}

// deviceWords are the devices and programs that name themselves in such a line.
var deviceWords = []string{
	"iphone", "ipad", "ipod", "android", "samsung", "galaxy", "blackberry", "outlook", "phone", "mobile", "mobil", "mail", "handy",
	"telefon", "telephone", "tablet", "windows", "yahoo", "gmail", "huawei", "xiaomi", "redmi", "nokia", "sony", "xperia", "htc",
	"lg", "pixel", "oneplus", "oppo", "vivo", "motorola", "device", "palm", "treo", "lumia", "proton", "fastmail", "spark", "aol",
	"thunderbird", "nine", "bluemail", "blue", "airmail", "workspace", "smartphone", "zimbra", "nexus", "verizon", "at&t", "hotmail", "gmx",
	"web.de", "libero", "orange", "celular", "movil", "gerat", "lenovo", "watch", "mac", "computer", "t-mobile", "sprint", "superhuman",
	"телефон", "айфон", "手机", "手機", "電話", "스마트폰", "เครื่อง", "κινητο", "puhelim", "mobiltelefon", "toestel", "apparaat", "enhet", "dispositivo", "boxer", "polymail", "missive", "hubspot", "front", "hey", "notion", "shortwave", "edison", "canary", "tutanota", "tuta", "icloud", "mailbird", "postbox", "em client", "emclient", "roundcube", "horde", "mutt",
}

func namesDevice(line string) bool {
	for _, w := range deviceWords {
		if strings.Contains(line, w) {
			return true
		}
	}
	return false
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
	if text == "" || len(text) > 80 || strings.Count(text, " ") > 4 {
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
