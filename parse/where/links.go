package where

import (
	"net/url"
	"strings"

	"roundtwo/parse/message"
	"roundtwo/parse/token"
)

// address is one web address of the message.
type address struct {
	url   string
	label string     // the text of a hyperlink, or the words before it, folded
	span  token.Span // empty for a hyperlink of the HTML part that the text does not show
}

// maxLinks bounds how many addresses are looked at.
const maxLinks = 300

// addresses gathers the web addresses of the text and the hyperlinks of the HTML part.
func addresses(text string, toks []token.Token, spans []token.Span, links []message.Link) []address {
	var out []address
	for _, s := range spans {
		raw := text[toks[s.From].Start:toks[s.To-1].End]
		if strings.Contains(raw, "@") && !strings.Contains(raw, "://") || len(out) > maxLinks {
			continue
		}
		if !strings.Contains(raw, "://") {
			raw = "https://" + raw
		}
		out = append(out, address{unwrap(raw), wordsBefore(toks, s.From), s})
	}
	for _, l := range links[:min(len(links), maxLinks)] {
		out = append(out, address{unwrap(l.URL), token.Fold(l.Text), token.Span{}})
	}
	return out
}

// wordsBefore gives the words of the line before token i, folded.
func wordsBefore(toks []token.Token, i int) string {
	from := i
	for from > 0 && i-from < 12 && !toks[from-1].Ends() {
		from--
	}
	var b strings.Builder
	for _, t := range toks[from:i] {
		if t.Kind == token.Word {
			b.WriteString(t.Lower)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// joinLink chooses the link that the interview is joined by: a meeting at a known provider, or else one that the
// message says is the meeting's.
func joinLink(list []address) (best address, warnings []string) {
	rank := 0
	seen := map[string]bool{}
	for _, a := range list {
		ok, warning := joinURL(a.url)
		if warning != "" && !seen[warning] {
			seen[warning] = true
			warnings = append(warnings, warning)
		}
		if warning != "" || otherPurpose(a) {
			continue
		}
		now := 0
		switch {
		case ok:
			now = 3
		case saysJoin(a.label):
			now = 1
		}
		if now > rank || now == rank && now > 0 && best.span == (token.Span{}) && best.url == a.url {
			best, rank = a, now
		}
	}
	return best, warnings
}

// otherPurpose reports whether the link is for something else: to move or decline the meeting, to test the camera.
func otherPurpose(a address) bool {
	for _, w := range []string{"resched", "cancel", "unsubscribe", "system check", "test call", "test your", "decline",
		"add to calendar", "career", "maps", "directions", "portal", "pick a", "choose", "select", "book", "privacy",
		"local number", "meeting options", "download", "learn more", "feedback", "survey", "profile", "terms"} {
		if strings.Contains(a.label, w) {
			return true
		}
	}
	return false
}

// saysJoin reports whether the words of a link, or before it, say that the meeting is joined there.
func saysJoin(label string) bool {
	for _, w := range []string{"join", "enter the interview", "interview room", "meeting room", "video room", "meeting link",
		"video link", "meeting url", "conference link", "video call link", "start the interview", "video conference", "zoom link",
		"dial in here", "access the interview", "access link", "virtual room", "launch the interview"} {
		if strings.Contains(label, w) {
			return !strings.Contains(label, "join us") && !strings.Contains(label, "joining instructions")
		}
	}
	return false
}

// wrappers are the services that lead every link through themselves, and the parameter that holds the true one.
var wrappers = []struct{ host, path, param string }{
	{"safelinks.protection.outlook.com", "", "url"},
	{"google.com", "/url", "q"},
	{"urldefense.proofpoint.com", "/v1/url", "u"},
	{"linkprotect.cudasvc.com", "/url", "a"},
	{"l.facebook.com", "/l.php", "u"},
	{"protect.checkpoint.com", "", "u"},
}

// unwrap gives the address that a wrapping service leads to; raw itself where none does.
func unwrap(raw string) string {
	u, err := url.Parse(raw)
	if err != nil {
		return raw
	}
	host := strings.ToLower(u.Hostname())
	if host == "urldefense.com" {
		return unwrapV3(raw)
	}
	for _, w := range wrappers {
		if under(host, w.host) && strings.HasPrefix(u.Path, w.path) {
			if inner := u.Query().Get(w.param); strings.HasPrefix(inner, "http") {
				return inner
			}
		}
	}
	return raw
}

// unwrapV3 reads https://urldefense.com/v3/__https://zoom.us/j/1__;!!…, the third form of Proofpoint.
func unwrapV3(raw string) string {
	_, rest, ok := strings.Cut(raw, "/v3/__")
	if !ok {
		return raw
	}
	inner, _, _ := strings.Cut(rest, "__;")
	return inner
}
