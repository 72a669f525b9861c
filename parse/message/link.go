package message

import (
	"net/url"
	"strings"
)

// wrappers are services that write their own address around a link, and the parameter that holds it.
var wrappers = []struct{ host, path, param string }{
	{"safelinks.protection.outlook.com", "", "url"},
	{"statics.teams.cdn.office.net", "/evergreen-assets/safelinks", "url"},
	{"google.com", "/url", "q"},
	{"google.com", "/url", "url"},
	{"urldefense.proofpoint.com", "/v2/url", "u"},
	{"l.facebook.com", "/l.php", "u"},
	{"lm.facebook.com", "/l.php", "u"},
	{"linkedin.com", "/redir/redirect", "url"},
	{"slack-redir.net", "/link", "url"},
	{"deref-gmx.net", "/mail/client", "redirectUrl"},
	{"deref-web-02.de", "/mail/client", "redirectUrl"},
	{"linkprotect.cudasvc.com", "/url", "a"},
	{"youtube.com", "/redirect", "q"},
	{"steamcommunity.com", "/linkfilter", "url"},
}

// unwrap takes a link out of Safe Links, URL Defense, Google redirects and the like, as often as it is wrapped.
func unwrap(link string) string {
	for range 4 {
		inner := unwrapOnce(link)
		if inner == "" || len(inner) > maxURL {
			break
		}
		link = strings.ToValidUTF8(inner, "\ufffd") // %80 alone is no character
	}
	return link
}

func unwrapOnce(link string) string {
	if i := strings.Index(link, "urldefense.com/v3/__"); i >= 0 {
		return defended(link[i+len("urldefense.com/v3/__"):])
	}
	if !mayBeWrapped(link) {
		return ""
	}
	u, err := url.Parse(link)
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	for _, w := range wrappers {
		if (host == w.host || strings.HasSuffix(host, "."+w.host)) && strings.HasPrefix(u.Path, w.path) {
			inner := u.Query().Get(w.param)
			if w.param == "u" && strings.Contains(w.host, "proofpoint") {
				inner = proofpoint(inner)
			}
			if strings.HasPrefix(inner, "http://") || strings.HasPrefix(inner, "https://") {
				return inner
			}
		}
	}
	return ""
}

// mayBeWrapped saves taking most links apart.
func mayBeWrapped(link string) bool {
	return len(link) <= maxURL && strings.IndexByte(link, '?') > 0 && (strings.Contains(link, "http%") || strings.Contains(link, "=http"))
}

// proofpoint undoes the writing of URL Defense v2: "-" for "%", "_" for "/".
func proofpoint(s string) string {
	s = strings.NewReplacer("-", "%", "_", "/").Replace(s)
	if out, err := url.QueryUnescape(s); err == nil {
		return out
	}
	return ""
}

// defended reads URL Defense v3: the link up to "__;", with "*" for what the base64 after it lists.
func defended(s string) string {
	link, rest, ok := strings.Cut(s, "__;")
	if !ok {
		return ""
	}
	if strings.HasPrefix(link, "https:/") && !strings.HasPrefix(link, "https://") {
		link = "https://" + link[len("https:/"):]
	}
	code, _, _ := strings.Cut(rest, "!!")
	letters := []rune(string(looseBase64(strings.NewReplacer("-", "+", "_", "/").Replace(code))))
	var out strings.Builder
	for i := 0; i < len(link); i++ {
		if link[i] == '*' && len(letters) > 0 {
			out.WriteRune(letters[0])
			letters = letters[1:]
			continue
		}
		out.WriteByte(link[i])
	}
	if !strings.HasPrefix(out.String(), "http") {
		return ""
	}
	return out.String()
}

// linkTarget gives the address a link goes to, and what is worth showing of it: nothing of anchors and scripts, the
// bare address of mailto: and tel:.
func linkTarget(href string) (full, show string) {
	href = strings.Join(strings.Fields(href), "")
	scheme, rest, ok := strings.Cut(href, ":")
	if !ok {
		return "", ""
	}
	switch strings.ToLower(scheme) {
	case "http", "https":
		full = unwrap(href)
		return full, full
	case "mailto":
		address, _, _ := strings.Cut(rest, "?")
		if plain, err := url.PathUnescape(address); err == nil {
			address = strings.ToValidUTF8(plain, "\ufffd")
		}
		return href, address
	case "tel", "callto", "sms":
		return href, strings.TrimPrefix(rest, "//")
	}
	if strings.EqualFold(scheme, "msteams") || strings.EqualFold(scheme, "zoommtg") || strings.EqualFold(scheme, "geo") {
		return href, href
	}
	return "", ""
}

// saysTarget reports whether the text of a link shows where it goes.
func saysTarget(text, target string) bool {
	bare := func(s string) string {
		s = strings.ToLower(s)
		s = strings.TrimPrefix(strings.TrimPrefix(s, "https://"), "http://")
		return strings.TrimSuffix(strings.TrimPrefix(s, "www."), "/")
	}
	if strings.Contains(bare(text), bare(target)) {
		return true
	}
	if strings.HasPrefix(target, "http") {
		return false
	}
	digits := onlyDigits(target)
	return len(digits) > 4 && strings.Contains(onlyDigits(text), strings.TrimLeft(digits, "0"))
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// unwrapText unwraps the links that stand in a plain text.
func unwrapText(s string) string {
	if !strings.Contains(s, "safelinks.protection") && !strings.Contains(s, "urldefense") && !strings.Contains(s, "google.com/url") {
		return s
	}
	var out strings.Builder
	for {
		i := strings.Index(s, "http")
		if i < 0 {
			break
		}
		end := strings.IndexAny(s[i:], " \t\n<>\"]")
		if end < 0 {
			end = len(s) - i
		}
		out.WriteString(s[:i])
		out.WriteString(unwrap(s[i : i+end]))
		s = s[i+end:]
	}
	out.WriteString(s)
	return out.String()
}
