package ics

import (
	"cmp"
	_ "embed"
	"strings"
	"sync"
	"time"

	"roundtwo/interview/zone"
)

//go:generate sh -c "go run genwindows.go windowsZones.json windowsZones.xml > windowszones.txt"

//go:embed windowszones.txt
var windowsZones string

// windows gives the IANA zone of a name in small letters: of Windows, technical or shown, or of IANA itself.
var windows = sync.OnceValue(func() map[string]string {
	zones := map[string]string{}
	for row := range strings.Lines(windowsZones) {
		cells := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if strings.HasPrefix(row, "#") || len(cells) != 3 {
			continue
		}
		zones[strings.ToLower(cells[1])] = cells[1] // europe/berlin
		zones[strings.ToLower(cells[0])] = cells[1]
		if cells[2] != "" {
			zones[strings.ToLower(cells[2])] = cells[1]
		}
	}
	return zones
})

// known finds the zone that a name means: an IANA name, a name of Windows, or one of these behind a prefix such as
// /freeassociation.sourceforge.net/Tzfile/Europe/Stockholm. nil where the name says nothing by itself.
func known(name string) *time.Location {
	name = strings.TrimSpace(name)
	if loc := iana(name); loc != nil {
		return loc
	}
	if zone, ok := fromWindows(name); ok {
		return iana(zone)
	}
	for rest := name; strings.Contains(rest, "/"); {
		_, rest, _ = strings.Cut(rest, "/")
		if strings.Contains(rest, "/") || strings.EqualFold(rest, "utc") {
			if loc := iana(rest); loc != nil {
				return loc
			}
		}
	}
	return nil
}

// notZones are files in the directory of zones that name no place: the machine's own setting, and clocks that count
// leap seconds.
var notZones = []string{"local", "localtime", "posixrules", "factory", "right/", "posix/"}

// iana loads a zone by its IANA name; the three spellings of UTC are time.UTC.
func iana(name string) *time.Location {
	if len(name) < 2 || len(name) > 64 || strings.HasPrefix(name, "/") {
		return nil
	}
	lower := strings.ToLower(name)
	for _, no := range notZones {
		if strings.HasPrefix(lower, no) {
			return nil
		}
	}
	switch lower {
	case "utc", "gmt", "etc/utc", "etc/gmt", "zulu", "ut":
		return time.UTC
	}
	loc, err := zone.Load(cmp.Or(oldNames[name], name))
	if err != nil {
		return nil
	}
	return loc
}

// oldNames are names that still load, and that she would not know her zone by.
var oldNames = map[string]string{
	"US/Alaska": "America/Anchorage", "US/Arizona": "America/Phoenix", "US/Central": "America/Chicago",
	"US/Eastern": "America/New_York", "US/Hawaii": "Pacific/Honolulu", "US/Mountain": "America/Denver",
	"US/Pacific": "America/Los_Angeles", "EST5EDT": "America/New_York", "CST6CDT": "America/Chicago",
	"MST7MDT": "America/Denver", "PST8PDT": "America/Los_Angeles", "Canada/Atlantic": "America/Halifax",
	"Canada/Central": "America/Winnipeg", "Canada/Eastern": "America/Toronto", "Canada/Mountain": "America/Edmonton",
	"Canada/Pacific": "America/Vancouver", "Brazil/East": "America/Sao_Paulo", "GB": "Europe/London",
	"Eire": "Europe/Dublin", "Portugal": "Europe/Lisbon", "Poland": "Europe/Warsaw", "Turkey": "Europe/Istanbul",
	"Israel": "Asia/Jerusalem", "Japan": "Asia/Tokyo", "PRC": "Asia/Shanghai", "ROK": "Asia/Seoul",
	"Hongkong": "Asia/Hong_Kong", "Singapore": "Asia/Singapore", "NZ": "Pacific/Auckland",
	"Asia/Calcutta": "Asia/Kolkata", "Asia/Katmandu": "Asia/Kathmandu", "Asia/Saigon": "Asia/Ho_Chi_Minh",
	"Asia/Rangoon": "Asia/Yangon", "Europe/Kiev": "Europe/Kyiv", "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
	"America/Indianapolis": "America/Indiana/Indianapolis", "America/Godthab": "America/Nuuk",
	"Australia/ACT": "Australia/Sydney", "Australia/NSW": "Australia/Sydney", "Australia/Victoria": "Australia/Melbourne",
	"Australia/Queensland": "Australia/Brisbane",
}

// fromWindows finds the IANA zone for a name of Windows. Exchange numbers names that it meets twice ("W. Europe Standard
// Time 1"), and people see "(UTC+01:00) Amsterdam, Berlin, …".
func fromWindows(name string) (zone string, ok bool) {
	name = strings.ToLower(name)
	if strings.HasPrefix(name, "(") {
		_, name, _ = strings.Cut(name, ")")
	}
	name = strings.TrimSpace(name)
	if zone, ok = windows()[name]; ok {
		return zone, true
	}
	bare := strings.TrimRight(name, "0123456789")
	zone, ok = windows()[strings.TrimSpace(bare)]
	return zone, ok && strings.HasSuffix(bare, " ")
}

// offsetInName reads names that only state an offset: GMT+0200, UTC-05:00, +0530, (UTC+01:00) Somewhere, (GMT+05.30) Somewhere.
func offsetInName(name string) (seconds int, ok bool) {
	s := strings.TrimPrefix(strings.ToUpper(name), "(")
	if strings.HasPrefix(name, "(") {
		s, _, _ = strings.Cut(s, ")")
		if s == "UTC" || s == "GMT" {
			return 0, true
		}
	}
	s = strings.TrimPrefix(strings.TrimPrefix(s, "UTC"), "GMT")
	s, _, _ = strings.Cut(strings.TrimSpace(s), " (STANDARD)") // old Exchange: GMT -0500 (Standard) / GMT -0400 (Daylight)
	return parseOffset(s)
}

// parseOffset reads +0200, -05:00, +05.30, +5 and +053000 as seconds east of Greenwich.
func parseOffset(s string) (seconds int, ok bool) {
	if s == "" || s[0] != '+' && s[0] != '-' {
		return 0, false
	}
	digits := strings.NewReplacer(":", "", ".", "").Replace(s[1:])
	if len(digits) < 3 {
		digits += "00"
	}
	if len(digits)%2 == 1 {
		digits = "0" + digits
	}
	if len(digits) == 4 {
		digits += "00"
	}
	if len(digits) != 6 {
		return 0, false
	}
	for i := 0; i < 6; i += 2 {
		tens, ones := digits[i]-'0', digits[i+1]-'0'
		if tens > 9 || ones > 9 {
			return 0, false
		}
		seconds = seconds*60 + int(tens*10+ones)
	}
	if seconds > 26*60*60 {
		return 0, false
	}
	if s[0] == '-' {
		seconds = -seconds
	}
	return seconds, true
}
