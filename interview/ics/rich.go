package ics

import (
	"strings"

	"github.com/emersion/go-ical"
)

// styled is the description as HTML: X-ALT-DESC of Outlook, else STYLED-DESCRIPTION (RFC 9073 6.5), whose value may also
// be an address or another format; neither is read.
func styled(c *ical.Component) string {
	for _, name := range []string{"X-ALT-DESC", "STYLED-DESCRIPTION"} {
		for _, p := range c.Props[name] {
			format := strings.ToLower(p.Params.Get("FMTTYPE"))
			if strings.EqualFold(p.Params.Get("VALUE"), "URI") || format != "" && format != "text/html" {
				continue
			}
			if raw := plain(p.Value, p.Params.Get("ENCODING"), p.Params.Get("CHARSET")); strings.TrimSpace(raw) != "" {
				return cut(unescape(raw), maxStyled)
			}
		}
	}
	return ""
}

// place is LOCATION; where there is none, the name of the first VLOCATION (RFC 9073 7.2), and what describes it.
func place(c *ical.Component) string {
	if s := oneLine(text(first(c, "LOCATION"))); s != "" {
		return s
	}
	for _, child := range c.Children {
		if child.Name != "VLOCATION" {
			continue
		}
		name, more := oneLine(text(first(child, "NAME"))), oneLine(text(first(child, "DESCRIPTION")))
		switch {
		case name == "" || strings.Contains(more, name):
			name = more
		case more != "":
			name += ", " + more
		}
		if name != "" {
			return name
		}
	}
	return ""
}

// conference reads the properties CONFERENCE (RFC 7986 5.11): the number to dial, and whether one of them has a picture.
func conference(c *ical.Component) (phone string, video bool) {
	for _, p := range c.Props["CONFERENCE"] {
		if number, ok := dialled(value(&p)); ok && phone == "" && joins("CONFERENCE", &p) {
			phone = number
		}
		video = video || has(&p, "VIDEO", "SCREEN")
	}
	return phone, video
}

// joins reports whether a property leads into the meeting. A CONFERENCE with a FEATURE may also be a chat or a feed
// that is only watched, or the page of the moderator.
func joins(name string, p *ical.Prop) bool {
	if name != "CONFERENCE" || len(p.Params["FEATURE"]) == 0 {
		return true
	}
	return has(p, "VIDEO", "AUDIO", "PHONE", "SCREEN") && !has(p, "MODERATOR")
}

// has reports whether a CONFERENCE has one of the features.
func has(p *ical.Prop, features ...string) bool {
	said := "," + strings.ToUpper(strings.ReplaceAll(strings.Join(p.Params["FEATURE"], ","), " ", "")) + ","
	for _, f := range features {
		if strings.Contains(said, ","+f+",") {
			return true
		}
	}
	return false
}

// dialled is the number of a tel: address (RFC 3966), its pauses as blanks: "+1-412-555-0123 654321".
func dialled(s string) (string, bool) {
	if len(s) < 4 || !strings.EqualFold(s[:4], "tel:") {
		return "", false
	}
	number, _, _ := strings.Cut(s[4:], ";")
	number = oneLine(strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9' || strings.ContainsRune("+-()#*.", r):
			return r
		case r == ',' || r == 'p' || r == 'w':
			return ' '
		}
		return -1
	}, number))
	return number, number != ""
}
