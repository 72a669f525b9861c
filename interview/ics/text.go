package ics

import (
	"strings"

	"github.com/emersion/go-ical"
)

// value is a property's value as it stands, "" where there is none.
func value(p *ical.Prop) string {
	if p == nil {
		return ""
	}
	return strings.TrimSpace(p.Value)
}

// text is the text of a property. The library stops at the first unescaped comma ("Interview, round 2") and refuses
// unknown escapes, both of which senders write; here they mean themselves.
func text(p *ical.Prop) string {
	if p == nil {
		return ""
	}
	raw := plain(p.Value, p.Params.Get("ENCODING"), p.Params.Get("CHARSET"))
	return cut(unescape(raw), maxValue)
}

func unescape(s string) string {
	var sb strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			if s[i] != '\r' {
				sb.WriteByte(s[i])
			}
			continue
		}
		i++
		switch s[i] {
		case 'n', 'N':
			sb.WriteByte('\n')
		case '\\', ',', ';', ':', '"':
			sb.WriteByte(s[i])
		default: // C:\Users is no escape
			sb.WriteByte('\\')
			sb.WriteByte(s[i])
		}
	}
	return sb.String()
}

// oneLine makes one line of a text.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// categories splits CATEGORIES at its commas; an escaped comma belongs to a name.
func categories(c *ical.Component) []string {
	var out []string
	for _, p := range c.Props["CATEGORIES"] {
		masked := strings.ReplaceAll(p.Value, `\,`, "\x00")
		for part := range strings.SplitSeq(masked, ",") {
			if name := oneLine(unescape(strings.ReplaceAll(part, "\x00", ","))); name != "" {
				out = append(out, name)
			}
		}
	}
	return out
}

// linkProperties are where calendars keep the join link of a meeting, the most telling first.
var linkProperties = []string{
	"X-GOOGLE-CONFERENCE",
	"X-MICROSOFT-SKYPETEAMSMEETINGURL",
	"X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
	"X-MICROSOFT-ONLINEMEETINGCONFLINK", // mostly a conf:sip: address, which is no link
	"CONFERENCE",                        // RFC 7986
	"X-CONFERENCE-URL",
	"X-MEETING-URL",
	"X-ZOOM-MEETING-URL",
}

// linkRank is the place of a property in linkProperties, from 1; 0 for any other.
func linkRank(name string) int {
	for i, n := range linkProperties {
		if n == name {
			return i + 1
		}
	}
	return 0
}

// links gives the join links in properties of their own, each once.
func links(c *ical.Component) []string {
	var out []string
	seen := map[string]bool{}
	for _, name := range linkProperties {
		for _, p := range c.Props[name] {
			if link := webLink(unescape(value(&p))); link != "" && !seen[link] && joins(name, &p) {
				seen[link] = true
				out = append(out, link)
			}
		}
	}
	return out
}

// webLink is s where it is an http or https address without blanks, else "".
func webLink(s string) string {
	s = strings.TrimSpace(s)
	scheme, rest, ok := strings.Cut(s, "://")
	if !ok || rest == "" || strings.ContainsAny(s, " \t\n\r\"<>") {
		return ""
	}
	if scheme = strings.ToLower(scheme); scheme != "http" && scheme != "https" {
		return ""
	}
	return scheme + "://" + rest
}
