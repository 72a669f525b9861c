package approval

import (
	"strings"
	"unicode/utf8"

	"roundtwo/parse/message"
)

// sender is the one address of From, in lower case; "" where there is not exactly one, plainly written. Both our reader
// and the strict one below must find the same: where two readers differ, somebody means to deceive one of them.
func sender(m *message.Message, h header) string {
	fields := h.all("From")
	if m.FromFields != 1 || len(m.From) != 1 || len(fields) != 1 {
		return ""
	}
	address := m.From[0].Email
	if h.sent {
		address = plainFrom(fields[0].value)
	}
	if !isAddress(address) || !strings.EqualFold(address, m.From[0].Email) {
		return ""
	}
	return strings.ToLower(address)
}

// plainFrom reads the two forms that mail programs write: address, and "name" <address>. Lists, groups, routes and
// comments are legal and written by nobody who answers a letter.
func plainFrom(value string) string {
	value = strings.Trim(value, " \t")
	if !strings.HasSuffix(value, ">") {
		return value
	}
	open := strings.LastIndexByte(value, '<')
	if open < 0 || !isPhrase(value[:open]) {
		return ""
	}
	return value[open+1 : len(value)-1]
}

// isPhrase accepts words and quoted strings.
func isPhrase(s string) bool {
	if !utf8.ValidString(s) {
		return false
	}
	quoted, escaped := false, false
	for _, r := range s {
		switch {
		case r < ' ' && r != '\t', r == 0x7f:
			return false
		case escaped:
			escaped = false
		case quoted && r == '\\':
			escaped = true
		case r == '"':
			quoted = !quoted
		case !quoted && strings.ContainsRune("()<>[]:;@\\,", r):
			return false
		}
	}
	return !quoted
}

// The signs of a local part (RFC 5322 atext with dots) and of a host name.
const (
	letters   = "abcdefghijklmnopqrstuvwxyz0123456789"
	localPart = letters + "!#$%&'*+-/=?^_`{|}~."
	hostName  = letters + "-."
)

// isAddress accepts dot-atom@hostname and nothing else.
func isAddress(s string) bool {
	s = strings.ToLower(s)
	local, host, ok := strings.Cut(s, "@")
	return ok && len(s) <= 254 && allIn(local, localPart) && allIn(host, hostName) && dotted(local) && dotted(host)
}

func dotted(s string) bool {
	return s[0] != '.' && s[len(s)-1] != '.' && !strings.Contains(s, "..")
}
