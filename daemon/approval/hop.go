package approval

import "strings"

// hop is what a Received field (RFC 5321 section 4.4) says of one step of the way.
type hop struct{ from, by, with string }

// inner reports whether the step lay within one mail system: it names nobody from whom the message came, or was the
// delivery into a mailbox. What a host calls itself is no sign: a stranger may greet with the provider's own name.
func (h hop) inner() bool {
	return h.from == "" || strings.HasPrefix(strings.ToLower(h.with), "lmtp")
}

// readHop reads the words behind "from", "by" and "with"; false for what cannot be read.
func readHop(value string) (h hop, ok bool) {
	text, ok := withoutComments(value)
	if !ok {
		return h, false
	}
	text, _, _ = strings.Cut(text, ";")
	words := strings.Fields(text)
	for i := 0; i+1 < len(words); i++ {
		for name, word := range map[string]*string{"from": &h.from, "by": &h.by, "with": &h.with} {
			if *word == "" && strings.EqualFold(words[i], name) {
				*word = words[i+1]
			}
		}
	}
	return h, h.by != ""
}
