package message

import (
	"strings"
	"testing"
)

// A fold may fall within a character, in any of its places; what is no fold of one stays.
func TestFoldsWithinACharacter(t *testing.T) {
	for _, fold := range []string{"\r\n ", "\n ", "\r\n\t"} {
		for _, word := range []string{"Bäcker", "Łódź", "面接", "🎓"} {
			for i := 1; i < len(word); i++ {
				raw := "Content-Type: text/calendar; charset=utf-8\r\n\r\nBEGIN:VCALENDAR\r\nSUMMARY:" + word[:i] + fold + word[i:] + "\r\n \r\nEND:VCALENDAR\r\n"
				m := Read([]byte(raw))
				if len(m.Calendars) != 1 {
					t.Fatalf("%d calendars", len(m.Calendars))
				}
				unfolded := strings.NewReplacer("\r\n ", "", "\n ", "", "\r\n\t", "").Replace(string(m.Calendars[0].Data))
				if !strings.Contains(unfolded, "SUMMARY:"+word) || len(m.Limits) > 0 {
					t.Errorf("%q folded at %d with %q: %q, limits %v", word, i, fold, unfolded, m.Limits)
				}
			}
		}
	}
}

func TestPastedCalendars(t *testing.T) {
	const event = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nEND:VEVENT\nEND:VCALENDAR"
	for _, row := range []struct {
		name, text string
		calendars  int
		left       string
	}{
		{"between words", "Hi,\n\n" + event + "\n\nBye", 1, "Hi,\n\nBye"},
		{"small letters, blanks behind", "Hi\n" + strings.ToLower(strings.ReplaceAll(event, "\n", "  \n")) + "\nBye", 1, "Hi\n\nBye"},
		{"two", event + "\nand\n" + strings.ReplaceAll(event, "UID:1", "UID:2"), 2, "and"},
		{"cut off", "Hi\n" + strings.TrimSuffix(event, "\nEND:VEVENT\nEND:VCALENDAR"), 1, "Hi"},
		{"no event in it", "Hi\nBEGIN:VCALENDAR\nEND:VCALENDAR\nBye", 0, "Hi\nBEGIN:VCALENDAR\nEND:VCALENDAR\nBye"},
		{"only spoken of", "a file that starts with BEGIN:VCALENDAR and has\nBEGIN:VEVENT inside", 0, "a file that starts with BEGIN:VCALENDAR and has\nBEGIN:VEVENT inside"},
		{"an empty one before", "BEGIN:VCALENDAR\nEND:VCALENDAR\n" + event, 1, "BEGIN:VCALENDAR\nEND:VCALENDAR"},
	} {
		m := Read([]byte("Subject: x\n\n" + row.text))
		if len(m.Calendars) != row.calendars || m.Text != row.left {
			t.Errorf("%s: %d calendars, text %q; want %d, %q", row.name, len(m.Calendars), m.Text, row.calendars, row.left)
		}
	}
}

func TestCalendarsPastedIntoHTML(t *testing.T) {
	const event = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Q&amp;A\nEND:VEVENT\nEND:VCALENDAR"
	for name, body := range map[string]string{
		"preformatted":    "<p>Hi</p><pre>" + event + "</pre><p>Bye</p>",
		"broken lines":    "<p>Hi</p><p>" + strings.ReplaceAll(event, "\n", "<br>\n") + "</p><p>Bye</p>",
		"a line, a block": "<p>Hi</p><div>" + strings.ReplaceAll(event, "\n", "</div><div>") + "</div><p>Bye</p>",
	} {
		m := Read([]byte("Subject: x\nContent-Type: text/html; charset=utf-8\n\n<html><body>" + body + "</body></html>"))
		if len(m.Calendars) != 1 || strings.Join(strings.Fields(m.Text), " ") != "Hi Bye" || !strings.Contains(string(m.Calendars[0].Data), "\nSUMMARY:Q&A\n") {
			t.Errorf("%s: %d calendars, text %q", name, len(m.Calendars), m.Text)
		}
	}
	m := Read([]byte("Subject: x\nContent-Type: text/html\n\n<html><body><p>Our files begin with BEGIN:VCALENDAR, then BEGIN:VEVENT, and end with END:VCALENDAR.</p></body></html>"))
	if len(m.Calendars) != 0 || !strings.Contains(m.Text, "begin with BEGIN:VCALENDAR") {
		t.Errorf("only spoken of: %d calendars, text %q", len(m.Calendars), m.Text)
	}
}

// A file without a name or a type is a calendar by what it begins with.
func TestCalendarFilesWithoutAType(t *testing.T) {
	const event = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	for name, part := range map[string]string{
		"bytes":         "Content-Type: application/octet-stream; name=termin\r\n\r\n" + event,
		"base64":        "Content-Type: application/octet-stream; name=termin\r\nContent-Transfer-Encoding: base64\r\n\r\nQkVHSU46VkNBTEVOREFSDQpCRUdJTjpWRVZFTlQNClVJRDoxDQpFTkQ6VkVWRU5UDQpFTkQ6VkNBTEVOREFSDQo=\r\n",
		"a text file":   "Content-Type: text/plain; name=termin.txt\r\nContent-Disposition: attachment; filename=termin.txt\r\n\r\n" + event,
		"small letters": "Content-Type: application/octet-stream\r\n\r\n" + strings.ToLower(event),
	} {
		m := Read([]byte("Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHi\r\n--b\r\n" + part + "\r\n--b--\r\n"))
		if len(m.Calendars) != 1 || m.Text != "Hi" {
			t.Errorf("%s: %d calendars, text %q", name, len(m.Calendars), m.Text)
		}
	}
}
