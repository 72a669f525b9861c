package message

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// joinRunes undoes the folds of a calendar part that fall within a character of UTF-8 (RFC 5545 3.1 allows them): the
// bytes of one character must be together before the charset is looked at.
func joinRunes(data []byte) []byte {
	if !bytes.Contains(data, []byte("\n ")) && !bytes.Contains(data, []byte("\n\t")) {
		return data
	}
	out := make([]byte, 0, len(data))
	for i := 0; i < len(data); i++ {
		if n := foldAt(data[i:]); n > 0 && i > 0 && data[i-1] >= 0x80 && i+n < len(data) && data[i+n]&0xc0 == 0x80 {
			i += n - 1
			continue
		}
		out = append(out, data[i])
	}
	return out
}

// foldAt is the length of the fold that data begins with: a line end and a blank; 0 where it begins with none.
func foldAt(data []byte) int {
	n := 0
	if data[0] == '\r' {
		n++
	}
	if n+1 < len(data) && data[n] == '\n' && (data[n+1] == ' ' || data[n+1] == '\t') {
		return n + 2
	}
	return 0
}

// The lines between which a calendar stands, in capitals.
const (
	calendarBegin = "BEGIN:VCALENDAR"
	calendarEnd   = "END:VCALENDAR"
	eventBegin    = "BEGIN:VEVENT"
)

// unnamedCalendar reports whether a part of no known type is a calendar by what it begins with.
func unnamedCalendar(h header, kind string, body []byte) bool {
	if kind != "application/octet-stream" && kind != "text/plain" {
		return false
	}
	head := body[:min(len(body), 256)]
	text := decodeTransfer(head, h.get("Content-Transfer-Encoding"), len(head), &notes{})
	text = bytes.TrimLeft(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")), " \t\r\n")
	return len(text) >= len(calendarBegin) && equalFold(string(text[:len(calendarBegin)]), calendarBegin)
}

// dropCalendars takes calendars out of a text that were pasted into it, or that a list server laid into one part with the
// text, and keeps them as calendar parts.
func (w *walker) dropCalendars(text string) string {
	var out strings.Builder
	for {
		from, to := pastedCalendar(text)
		if to == 0 {
			break
		}
		w.addCalendar(Calendar{Data: []byte(text[from:to])})
		out.WriteString(text[:from])
		text = text[to:]
	}
	if out.Len() == 0 {
		return text
	}
	return out.String() + text
}

// pastedCalendar finds the first calendar in a text that has an event in it, from its first line to its last, or to the
// end of a text that was cut off. to is 0 where there is none.
func pastedCalendar(text string) (from, to int) {
	for at := 0; ; {
		from := lineOf(text, calendarBegin, at)
		if from < 0 {
			return 0, 0
		}
		to := len(text)
		if end := lineOf(text, calendarEnd, from); end >= 0 {
			to = end + len(calendarEnd)
		}
		if event := lineOf(text[:to], eventBegin, from); event >= 0 {
			return from, to
		}
		at = to
	}
}

// lineEnds are the tags of HTML at which a line ends.
var lineEnds = strings.NewReplacer("<br>", "\n", "<br/>", "\n", "<br />", "\n", "</p>", "\n", "</div>", "\n", "<BR>", "\n", "</P>", "\n", "</DIV>", "\n")

// dropFromPage takes a calendar out of HTML that was pasted into it, and keeps it as a calendar part.
func (w *walker) dropFromPage(page string) string {
	from := strings.Index(page, calendarBegin)
	to := strings.LastIndex(page, calendarEnd)
	if from < 0 || to < from || !strings.Contains(page[from:to], eventBegin) {
		return page
	}
	to += len(calendarEnd)
	var plain strings.Builder
	tokens := html.NewTokenizer(strings.NewReader(lineEnds.Replace(strings.ReplaceAll(page[from:to], "\r\n", "\n"))))
	for kind := tokens.Next(); kind != html.ErrorToken; kind = tokens.Next() {
		if kind == html.TextToken {
			plain.WriteString(tokens.Token().Data)
		}
	}
	lines := strings.Split(strings.ReplaceAll(plain.String(), "\u00a0", " "), "\n")
	lines = slices.DeleteFunc(lines, func(l string) bool { return strings.TrimSpace(l) == "" })
	if calendar := strings.Join(lines, "\n"); lineOf(calendar, eventBegin, 0) >= 0 {
		w.dropCalendars(calendar)
		return page[:from] + page[to:]
	}
	return page
}

// lineOf finds the next line, from at on, that is want, whatever its case.
func lineOf(text, want string, at int) int {
	for at+len(want) <= len(text) {
		i := strings.IndexAny(text[at:], "Vv") // both words have one, and few lines do
		if i < 0 {
			return -1
		}
		start := at + i - strings.IndexByte(want, 'V')
		if start >= 0 && start+len(want) <= len(text) && (start == 0 || text[start-1] == '\n') && equalFold(text[start:start+len(want)], want) &&
			endsLine(text[start+len(want):]) {
			return start
		}
		at += i + 1
	}
	return -1
}

// endsLine reports whether nothing but blanks stands in front of the next line end.
func endsLine(s string) bool {
	s = strings.TrimLeft(s, " \t\r")
	return s == "" || s[0] == '\n'
}
