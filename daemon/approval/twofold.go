package approval

import (
	"strings"
	"unicode"

	"roundtwo/parse/message"
)

// wrapWidth is where mail programs begin to wrap lines of plain text.
const wrapWidth = 60

// saysTwoThings compares the command in the text with that in the HTML beside it: she saw one, we read the other.
func saysTwoThings(c *inspection) bool {
	if c.m.HTML == "" || c.m.FromHTML {
		return false
	}
	shown := message.Read([]byte("Content-Type: text/html; charset=utf-8\r\n\r\n" + c.m.HTML))
	text, html := firstLine(c.m.Own), firstLine(shown.Own)
	if text == "" || html == "" {
		return false // a quotation that was cut differently, not a second command
	}
	return text != html && !(len(text) >= wrapWidth && strings.HasPrefix(html, text))
}

// firstLine is the first line with words in it, and of these only letters and digits: programs write *send* for bold, and
// straight quotes for round ones.
func firstLine(s string) string {
	for line := range strings.Lines(s) {
		words := strings.FieldsFunc(strings.ToLower(line), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if len(words) > 0 {
			return strings.Join(words, " ")
		}
	}
	return ""
}
