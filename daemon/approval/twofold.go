package approval

import (
	"strings"

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

// firstLine is the first line with words in it, its spaces and case evened out.
func firstLine(s string) string {
	for line := range strings.Lines(s) {
		if words := strings.Fields(strings.ToLower(line)); len(words) > 0 {
			return strings.Join(words, " ")
		}
	}
	return ""
}
