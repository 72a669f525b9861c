package approval

import (
	"strings"

	"github.com/emersion/go-msgauth/authres"
	"golang.org/x/net/publicsuffix"
)

// opinion is what her provider says of where the message came from.
type opinion int

const (
	silent opinion = iota // nothing that can be believed
	agrees
	contradicts
)

// provider reads the Authentication-Results (RFC 8601) of the server that is believed. What cannot be read plainly says
// nothing; Microsoft 365 names no server in its results, and so says nothing here either.
func (c *inspection) provider() opinion {
	if c.AuthservID == "" || !c.header.sent {
		return silent
	}
	said := silent
	believed := believedResults(c.header, c.AuthservID)
	for _, value := range believed {
		switch judge(value, domainOf(c.from)) {
		case contradicts:
			return contradicts
		case agrees:
			said = agrees
		}
	}
	// The server adds one field. A second one of its name came with the message, and which is which nobody can tell.
	if len(believed) != 1 || countResults(c.header, c.AuthservID) != 1 {
		return silent
	}
	return said
}

// believedResults are the fields of that server which stand where the sender could not write: above the first Received
// that is not the server's own. Some write theirs above the line of the hop that took the message in, some below it
// (Gmail does): so one such hop is passed, and the next Received ends the search, whoever it says wrote it.
func believedResults(h header, id string) (values []string) {
	tookIn := false
	for _, f := range h.fields {
		switch {
		case strings.EqualFold(f.name, "Received"):
			r, ok := readHop(f.value)
			if tookIn || !ok || !r.inner() && !sameOwner(r.by, id) {
				return values
			}
			tookIn = !r.inner()
		case isResultOf(f, id):
			values = append(values, f.value)
		}
	}
	return values
}

func countResults(h header, id string) (n int) {
	for _, f := range h.fields {
		if isResultOf(f, id) {
			n++
		}
	}
	return n
}

func isResultOf(f field, id string) bool {
	if !strings.EqualFold(f.name, "Authentication-Results") {
		return false
	}
	text, ok := withoutComments(f.value)
	if !ok {
		text = f.value
	}
	first, _, _ := strings.Cut(text, ";")
	words := strings.Fields(first)
	return len(words) > 0 && strings.EqualFold(words[0], id)
}

// judge reads one field for a message from that domain. A signature or an address of somebody else proves nothing and
// contradicts nothing: a mailing list or a forwarder may have left it.
func judge(value, domain string) opinion {
	text, ok := withoutComments(value)
	if !ok || !wellFormed(text) {
		return silent
	}
	_, results, err := authres.Parse(text)
	if err != nil {
		return silent
	}
	pass, fail := false, false
	for _, r := range results {
		switch r := r.(type) {
		case *authres.DMARCResult:
			if r.Value == authres.ResultFail {
				return contradicts
			}
			pass = pass || r.Value == authres.ResultPass && strings.EqualFold(r.From, domain)
		case *authres.DKIMResult:
			signer := r.Domain
			if signer == "" {
				signer = domainOf(r.Identifier)
			}
			pass = pass || r.Value == authres.ResultPass && sameOwner(signer, domain)
			fail = fail || r.Value == authres.ResultFail
		case *authres.SPFResult:
			fail = fail || r.Value == authres.ResultFail || r.Value == authres.ResultHardFail
		}
	}
	switch {
	case pass:
		return agrees
	case fail:
		return contradicts
	}
	return silent
}

// wellFormed wants method=value and property=value throughout, and each property once: the library takes the last of
// two, and skips what it cannot read.
func wellFormed(text string) bool {
	parts := strings.Split(text, ";")
	for _, part := range parts[1:] {
		seen := map[string]bool{}
		words := strings.Fields(part)
		if len(words) == 1 && strings.EqualFold(words[0], "none") {
			continue
		}
		for _, word := range words {
			name, value, found := strings.Cut(strings.ToLower(word), "=")
			if !found || name == "" || value == "" || seen[name] {
				return false
			}
			seen[name] = true
		}
	}
	return true
}

// withoutComments takes out comments and quoted strings (RFC 5322 section 3.2), in which a sender may have put anything:
// the library would read "spf=fail smtp.mailfrom="x; dmarc=pass"@evil" as a pass. False where they do not close.
func withoutComments(value string) (string, bool) {
	var out strings.Builder
	depth, quoted := 0, false
	for i := 0; i < len(value); i++ {
		switch ch := value[i]; {
		case ch == '\\' && (depth > 0 || quoted):
			i++
		case quoted:
			quoted = ch != '"'
		case ch == '"' && depth == 0:
			quoted = true
			out.WriteByte('_') // stands for the string
		case ch == '(':
			depth++
		case ch == ')':
			depth--
			out.WriteByte(' ')
		case depth == 0:
			out.WriteByte(ch)
		}
		if depth < 0 {
			return "", false
		}
	}
	return out.String(), depth == 0 && !quoted
}

func domainOf(address string) string { return address[strings.LastIndexByte(address, '@')+1:] }

// sameOwner reports whether two hosts belong to one registered domain, as DMARC's relaxed alignment has it.
func sameOwner(a, b string) bool {
	a, b = strings.ToLower(strings.TrimSuffix(a, ".")), strings.ToLower(strings.TrimSuffix(b, "."))
	if a == "" || b == "" {
		return false
	}
	x, errX := publicsuffix.EffectiveTLDPlusOne(a)
	y, errY := publicsuffix.EffectiveTLDPlusOne(b)
	if errX != nil || errY != nil {
		return a == b
	}
	return x == y
}
