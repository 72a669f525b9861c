package ics

import (
	"slices"
	"strings"
)

// sieve lets through to the library only what an interview is read from, well formed, closed and within bounds.
type sieve struct {
	out    strings.Builder
	open   []string // components begun and not ended
	skip   int      // depth within a component that is left out
	events int
	last   string // name of the property written last, while its line is open for more
	limits limits
}

// wanted are the properties that are read. All others, ATTACH among them, are not looked at.
var wanted = map[string]bool{
	"METHOD": true, "X-WR-TIMEZONE": true,
	"UID": true, "SEQUENCE": true, "DTSTAMP": true, "DTSTART": true, "DTEND": true, "DURATION": true,
	"SUMMARY": true, "DESCRIPTION": true, "X-ALT-DESC": true, "STYLED-DESCRIPTION": true, "LOCATION": true, "URL": true, "STATUS": true,
	"CATEGORIES": true, "ORGANIZER": true, "ATTENDEE": true, "RRULE": true, "RDATE": true, "RECURRENCE-ID": true,
	"X-MICROSOFT-CDO-ALLDAYEVENT": true, "X-MS-OLK-ORIGINALSTART": true,
	"PARTICIPANT-TYPE": true, "CALENDAR-ADDRESS": true, "NAME": true,
	"TZID": true, "X-LIC-LOCATION": true, "TZOFFSETFROM": true, "TZOFFSETTO": true,
}

// rich are the properties whose value is a whole HTML page; the link to the meeting stands at its end.
var rich = map[string]bool{"X-ALT-DESC": true, "STYLED-DESCRIPTION": true}

// wantedParams are the parameters that are read.
var wantedParams = map[string]bool{
	"TZID": true, "VALUE": true, "CN": true, "CUTYPE": true, "EMAIL": true, "ENCODING": true, "CHARSET": true,
	"PARTSTAT": true, "FEATURE": true, "FMTTYPE": true,
}

// parents says in which component another may lie; what is not named here (VALARM, VTODO …) is left out.
var parents = map[string]string{
	"VEVENT": "", "VTIMEZONE": "", "STANDARD": "VTIMEZONE", "DAYLIGHT": "VTIMEZONE",
	"PARTICIPANT": "VEVENT", "VLOCATION": "VEVENT", // RFC 9073
}

// strain bounds the bytes of a file: what it returns, the library can read. found is false when there is no component
// in it at all.
func strain(data []byte) (clean string, found bool, cuts []string) {
	s := &sieve{}
	if len(data) > maxBytes {
		data = data[:maxBytes]
		s.limits.add(LimitSize)
	}
	lines := joinQuoted(content(decodeCharset(data, &s.limits)))
	if len(lines) > maxLines {
		lines = lines[:maxLines]
		s.limits.add(LimitLines)
	}
	s.out.WriteString("BEGIN:VCALENDAR\r\n")
	for _, raw := range lines {
		if l, ok := parseLine(raw); ok {
			found = s.take(l) || found
		} else {
			s.stray(raw)
		}
	}
	s.closeDownTo(0)
	s.endLine()
	s.out.WriteString("END:VCALENDAR\r\n")
	return s.out.String(), found, s.limits
}

// take handles one line, and reports whether it begins a component.
func (s *sieve) take(l line) (began bool) {
	switch {
	case l.name == "BEGIN":
		s.begin(strings.ToUpper(strings.TrimSpace(l.value)))
		return true
	case l.name == "END":
		s.end(strings.ToUpper(strings.TrimSpace(l.value)))
	case s.skip == 0 && (wanted[l.name] || linkRank(l.name) > 0):
		s.write(l)
	default:
		s.endLine()
	}
	return false
}

func (s *sieve) begin(name string) {
	s.endLine()
	if name == "VEVENT" {
		s.skip = 0 // whatever was left open before is over
		s.closeDownTo(0)
	}
	parent, known := parents[name]
	switch {
	case name == "VCALENDAR":
	case s.skip > 0:
		s.skip++
		if len(s.open)+s.skip > maxDepth {
			s.limits.add(LimitDepth)
		}
	case !known || parent != s.top():
		s.skip = 1
	case name == "VEVENT" && s.events == maxEvents:
		s.limits.add(LimitEvents)
		s.skip = 1
	default:
		if name == "VEVENT" {
			s.events++
		}
		s.open = append(s.open, name)
		s.out.WriteString("BEGIN:" + name + "\r\n")
	}
}

func (s *sieve) end(name string) {
	s.endLine()
	at := slices.Index(s.open, name)
	switch {
	case at >= 0:
		s.skip = 0
		s.closeDownTo(at)
	case s.skip > 0:
		s.skip--
	}
}

func (s *sieve) top() string {
	if len(s.open) == 0 {
		return ""
	}
	return s.open[len(s.open)-1]
}

// closeDownTo ends the open components down to depth n.
func (s *sieve) closeDownTo(n int) {
	s.endLine()
	for len(s.open) > n {
		s.out.WriteString("END:" + s.top() + "\r\n")
		s.open = s.open[:len(s.open)-1]
	}
}

// write passes a line on, its parameters quoted and its value without control characters.
func (s *sieve) write(l line) {
	s.endLine()
	s.out.WriteString(l.name)
	for _, p := range l.params {
		if !wantedParams[p.name] {
			continue
		}
		if len(p.value) > maxParam {
			s.limits.add(LimitParam)
			continue
		}
		s.out.WriteString(";" + p.name + `="` + printable(p.value) + `"`)
	}
	room := maxValue
	if rich[l.name] {
		room = maxStyled
	}
	if len(l.value) > room {
		s.limits.add(LimitValue)
	}
	s.out.WriteString(":" + printable(cut(l.value, room)))
	s.last = l.name
}

// stray handles a line that is none. Some senders write the line ends of a description as they are.
func (s *sieve) stray(raw string) {
	s.limits.add(LimitLine)
	if s.skip == 0 && s.last == "DESCRIPTION" && len(raw) <= maxParam {
		s.out.WriteString(`\n` + printable(raw))
	}
}

func (s *sieve) endLine() {
	if s.last != "" {
		s.out.WriteString("\r\n")
		s.last = ""
	}
}

// printable replaces control characters by a space.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r >= 0x7f && r < 0xa0 {
			return ' '
		}
		return r
	}, s)
}
