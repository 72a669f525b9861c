package parse

import "strings"

// Marks that mail programs set before the subject of an answer or a forward, in the languages that do it by
// themselves.
var subjectMarks = wordSet("re fw fwd aw wg tr rv rif r i enc sv vs antw doorst res ref odp pd vl vb")

// bareSubject is the subject without the marks of answers and forwards, and without "[External]" and the like.
func bareSubject(s string) string {
	for {
		s = strings.TrimSpace(s)
		if rest, ok := cutTag(s); ok {
			s = rest
			continue
		}
		mark, rest, ok := strings.Cut(s, ":")
		if !ok || len(mark) > 8 || !subjectMarks[strings.ToLower(strings.TrimRight(mark, "0123456789[]() "))] {
			return s
		}
		s = rest
	}
}

// cutTag cuts a warning that a mail server put before the subject.
func cutTag(s string) (string, bool) {
	for _, tag := range []string{"[external]", "[ext]", "(external)", "external:", "[extern]", "[extérieur]", "[externo]"} {
		if len(s) > len(tag) && strings.EqualFold(s[:len(tag)], tag) {
			return s[len(tag):], true
		}
	}
	return s, false
}
