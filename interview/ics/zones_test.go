package ics

import (
	"strings"
	"testing"
	"time"

	"roundtwo/interview/zone"
)

func TestZoneNamesAsSendersWriteThem(t *testing.T) {
	rows := []struct{ name, want string }{
		{"Europe/Berlin", "Europe/Berlin"},
		{"america/new_york", "America/New_York"},
		{"W. Europe Standard Time", "Europe/Berlin"},
		{"w. europe standard time", "Europe/Berlin"},
		{"W. Europe Standard Time 1", "Europe/Berlin"},
		{"Eastern Standard Time", "America/New_York"},
		{"GMT Standard Time", "Europe/London"},
		{"India Standard Time", "Asia/Kolkata"},
		{"FLE Standard Time", "Europe/Kyiv"},
		{"UTC-02", "Etc/GMT+2"},
		{"(UTC-08:00) Pacific Time (US & Canada)", "America/Los_Angeles"},
		{"Pacific Time (US & Canada)", "America/Los_Angeles"},
		{"/freeassociation.sourceforge.net/Tzfile/Europe/Stockholm", "Europe/Stockholm"},
		{"/mozilla.org/20050126_1/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"},
		{"tzone://Microsoft/Utc", "UTC"},
		{"Etc/UTC", "UTC"},
		{"US/Eastern", "America/New_York"},
		{"Asia/Calcutta", "Asia/Kolkata"},
		{"Z", ""},
		{"Local", ""},
		{"right/Europe/Berlin", "Europe/Berlin"},
		{"../../etc/passwd", ""},
		{"Customized Time Zone", ""},
	}
	for _, row := range rows {
		got := ""
		if loc := known(row.name); loc != nil {
			got = locationName(loc)
		}
		if got != row.want {
			t.Errorf("%q: %q, want %q", row.name, got, row.want)
		}
	}
}

func TestEveryWindowsZoneLoads(t *testing.T) {
	n := 0
	for row := range strings.Lines(windowsZones) {
		cells := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if strings.HasPrefix(row, "#") {
			continue
		}
		n++
		if len(cells) != 3 || known(cells[0]) == nil || cells[2] != "" && known("(UTC+00:00) "+cells[2]) == nil {
			t.Errorf("%q names no zone", row)
		}
	}
	if n < 130 {
		t.Errorf("only %d zones", n)
	}
}

func TestEveryOldNameIsThePlaceOfToday(t *testing.T) {
	for old, today := range oldNames {
		loc, err := zone.Load(old)
		if err != nil {
			t.Errorf("%s: %v", old, err)
			continue
		}
		for month := time.January; month <= time.December; month++ {
			if at := time.Date(2026, month, 15, 12, 0, 0, 0, loc); at.Format(time.RFC3339) != at.In(known(today)).Format(time.RFC3339) {
				t.Errorf("%s is not %s in %s", old, today, month)
			}
		}
	}
}

func TestOffsetsInNames(t *testing.T) {
	rows := []struct {
		name    string
		minutes int
		ok      bool
	}{
		{"GMT+0200", 120, true}, {"UTC-05:00", -300, true}, {"+0530", 330, true}, {"GMT+2", 120, true}, {"GMT-930", -570, true},
		{"(UTC+01:00) Somewhere", 60, true}, {"+053000", 330, true},
		{"UTC", 0, false}, {"GMT+ab", 0, false}, {"+9999", 0, false}, {"Berlin", 0, false}, {"", 0, false}, {"+", 0, false},
	}
	for _, row := range rows {
		if got, ok := offsetInName(row.name); ok != row.ok || got != row.minutes*60 {
			t.Errorf("%q: %d, %v", row.name, got, ok)
		}
	}
}

// zoned is a file with these VTIMEZONE lines and one event at a clock time in zone.
func zoned(zone, at, vtimezone string) []byte {
	return []byte("BEGIN:VCALENDAR\n" + vtimezone + "\nBEGIN:VEVENT\nDTSTART;TZID=" + zone + ":" + at + "\nEND:VEVENT\nEND:VCALENDAR\n")
}

// rulesOf writes a VTIMEZONE as Outlook does, from the year 1601.
func rulesOf(tzid, standard, daylight string) string {
	return "BEGIN:VTIMEZONE\nTZID:" + tzid +
		"\nBEGIN:STANDARD\nDTSTART:16010101T020000\nTZOFFSETFROM:" + daylight + "\nTZOFFSETTO:" + standard +
		"\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11\nEND:STANDARD" +
		"\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:" + standard + "\nTZOFFSETTO:" + daylight +
		"\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE"
}

func TestRulesOfTheFile(t *testing.T) {
	own := rulesOf("Head Office", "-0500", "-0400")
	rows := []struct {
		name, zone, at, rules string
		want, zoneName        string
		conflict              string
	}{
		{"winter", "Head Office", "20261203T140000", own, "2026-12-03T14:00:00-05:00", "UTC-05:00", ""},
		{"summer", "Head Office", "20260703T140000", own, "2026-07-03T14:00:00-04:00", "UTC-04:00", ""},
		{"the day before the clocks go back", "Head Office", "20261031T140000", own, "2026-10-31T14:00:00-04:00", "UTC-04:00", ""},
		{"the day they go back", "Head Office", "20261101T140000", own, "2026-11-01T14:00:00-05:00", "UTC-05:00", ""},
		{"southern summer, which began the year before", "Sydney", "20270115T140000", "BEGIN:VTIMEZONE\nTZID:Sydney\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+1100\nTZOFFSETTO:+1000\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+1000\nTZOFFSETTO:+1100\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=10\nEND:DAYLIGHT\nEND:VTIMEZONE",
			"2027-01-15T14:00:00+11:00", "UTC+11:00", ""},
		{"both begin in 1601 and no rule says when", "Works", "20260703T140000", "BEGIN:VTIMEZONE\nTZID:Works\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0400\nTZOFFSETTO:+0300\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T000000\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0400\nEND:DAYLIGHT\nEND:VTIMEZONE",
			"2026-07-03T14:00:00+03:00", "UTC+03:00", ""},
		{"both begin in 1601, the other order", "Works", "20260703T140000", "BEGIN:VTIMEZONE\nTZID:Works\nBEGIN:DAYLIGHT\nDTSTART:16010101T000000\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0400\nEND:DAYLIGHT\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0400\nTZOFFSETTO:+0300\nEND:STANDARD\nEND:VTIMEZONE",
			"2026-07-03T14:00:00+03:00", "UTC+03:00", ""},
		{"before the first change that is named", "New", "20260103T140000", "BEGIN:VTIMEZONE\nTZID:New\nBEGIN:DAYLIGHT\nDTSTART:20260329T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\nEND:VTIMEZONE",
			"2026-01-03T14:00:00+01:00", "UTC+01:00", ""},
		{"quoted name", `"Head Office"`, "20261203T140000", rulesOf(`"Head Office"`, "-0500", "-0400"), "2026-12-03T14:00:00-05:00", "UTC-05:00", ""},
		{"fixed dates", "Fair", "20261203T140000", "BEGIN:VTIMEZONE\nTZID:Fair\nBEGIN:STANDARD\nDTSTART:20201025T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRDATE:20251026T030000,20261025T030000\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:20260329T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\nEND:VTIMEZONE",
			"2026-12-03T14:00:00+01:00", "UTC+01:00", ""},
		{"one offset all year", "Tokyo", "20261203T140000", "BEGIN:VTIMEZONE\nTZID:Tokyo\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0900\nTZOFFSETTO:+0900\nEND:STANDARD\nEND:VTIMEZONE",
			"2026-12-03T14:00:00+09:00", "UTC+09:00", ""},
		{"days of the month and a weekday", "Vzic", "20260320T140000", "BEGIN:VTIMEZONE\nTZID:Vzic\nBEGIN:DAYLIGHT\nDTSTART:20070311T020000\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nRRULE:FREQ=YEARLY;BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14;BYMONTH=3\nEND:DAYLIGHT\nBEGIN:STANDARD\nDTSTART:20061105T020000\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nRRULE:FREQ=YEARLY;BYDAY=SU;BYMONTHDAY=1,2,3,4,5,6,7;BYMONTH=11\nEND:STANDARD\nEND:VTIMEZONE",
			"2026-03-20T14:00:00-04:00", "UTC-04:00", ""},
		{"a rule that has ended", "Old", "20260703T140000", "BEGIN:VTIMEZONE\nTZID:Old\nBEGIN:STANDARD\nDTSTART:20001029T030000\nTZOFFSETFROM:+0400\nTZOFFSETTO:+0300\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:20000326T020000\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0400\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20110327T000000Z\nEND:DAYLIGHT\nEND:VTIMEZONE",
			"2026-07-03T14:00:00+03:00", "UTC+03:00", ""},
		{"the name inside", "Office", "20260703T140000", "BEGIN:VTIMEZONE\nTZID:Office\nX-LIC-LOCATION:Europe/Lisbon\nEND:VTIMEZONE", "2026-07-03T14:00:00+01:00", "Europe/Lisbon", ""},
		{"an abbreviation is worth less than rules", "EST", "20260703T140000", rulesOf("EST", "-0500", "-0400"), "2026-07-03T14:00:00-04:00", "UTC-04:00", ""},
		{"an abbreviation alone", "EST", "20260703T140000", "", "2026-07-03T14:00:00-05:00", "EST", ""},
		{"rules that lie", "Europe/Berlin", "20261203T140000", rulesOf("Europe/Berlin", "+1400", "+1400"), "2026-12-03T14:00:00+01:00", "Europe/Berlin", "UTC+14:00"},
		{"rules that lie about a name of Windows", "Eastern Standard Time", "20261203T140000", rulesOf("Eastern Standard Time", "-0800", "-0700"), "2026-12-03T14:00:00-05:00", "America/New_York", "UTC-08:00"},
		{"rules that agree", "Eastern Standard Time", "20260703T140000", rulesOf("Eastern Standard Time", "-0500", "-0400"), "2026-07-03T14:00:00-04:00", "America/New_York", ""},
		{"only the offset of winter is known", "(UTC-05:00) Head Office", "20260703T140000", "", "2026-07-03T14:00:00-05:00", "UTC-05:00", "summer time, which such a name leaves out"},
		{"only the offset of winter is known, in winter", "(UTC-05:00) Head Office", "20261203T140000", "", "2026-12-03T14:00:00-05:00", "UTC-05:00", ""},
		{"an offset where the clocks never change", "(GMT+05.30) Head Office", "20260703T140000", "", "2026-07-03T14:00:00+05:30", "UTC+05:30", ""},
		{"the time names another zone than the one the file describes", "Reading Room", "20260703T140000", rulesOf("America/Chicago", "-0600", "-0500"), "2026-07-03T14:00:00-05:00", "America/Chicago", "the only zone that the file describes"},
		{"an offset", "GMT+0200", "20260703T140000", "", "2026-07-03T14:00:00+02:00", "UTC+02:00", ""},
		{"rules without turns", "Nowhere", "20260703T140000", "BEGIN:VTIMEZONE\nTZID:Nowhere\nEND:VTIMEZONE", "2026-07-03T14:00:00Z", "UTC", ""},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			e := one(t, zoned(row.zone, row.at, row.rules))
			if stamp(e.Start) != row.want || e.Zone != row.zoneName {
				t.Errorf("%s in %q, want %s in %q", stamp(e.Start), e.Zone, row.want, row.zoneName)
			}
			said := ""
			for _, c := range e.Conflicts {
				said += strings.Join(c.Readings, "; ")
			}
			if !strings.Contains(said, row.conflict) || (row.conflict == "") != (said == "") {
				t.Errorf("conflicts %q", said)
			}
		})
	}
}

// Names that Lotus, old Exchange and others made of the cities that Windows lists, with a point in the offset or slashes.
func TestZonesNamedByTheirCities(t *testing.T) {
	for _, row := range []struct{ name, want string }{
		{"(GMT+05.30) Chennai/Kolkata/New Delhi", "Asia/Kolkata"},
		{"(GMT+01.00) Sarajevo/Warsaw/Zagreb", "Europe/Warsaw"},
		{"(GMT+01:00) Berlin, Stockholm", "Europe/Berlin"},
		{"(UTC+02:00) Athens; Bucharest", "Europe/Bucharest"},
		{"(GMT) London / Lisbon", "Europe/London"},
		{"(GMT+09:00) Seoul", "Asia/Seoul"},
		{"(GMT-05:00) Seoul/Works", "UTC-05:00"}, // the city is not where the offset is
		{"(GMT-05.00) Eastern Time / US & Canada", "America/New_York"},
		{"Europe/Oslo (CET)", "Europe/Oslo"}, {"Eastern Daylight Time", "America/New_York"}, {"Pacific Time", "America/Los_Angeles"},
		{"GMT -0500 (Standard) / GMT -0400 (Daylight)", "UTC-05:00"}, {"(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", "Europe/Berlin"},
		{"(GMT+12.45) Chatham Islands", "Pacific/Chatham"}, {"america/port_of_spain", "America/Port_of_Spain"}, {"AMERICA/PORT-AU-PRINCE", "America/Port-au-Prince"},
	} {
		e := one(t, zoned(row.name, "20261203T140000", ""))
		if e.Zone != row.want || e.Floating || len(e.Conflicts) > 0 {
			t.Errorf("%s: %q, floating %v, %v; want %q", row.name, e.Zone, e.Floating, e.Conflicts, row.want)
		}
	}
}

func TestTwoZonesInOneFile(t *testing.T) {
	cal, err := Decode([]byte("BEGIN:VCALENDAR\n"+rulesOf("A", "-0500", "-0400")+"\n"+rulesOf("B", "-0800", "-0700")+
		"\nBEGIN:VEVENT\nDTSTART;TZID=A:20261203T140000\nDTEND;TZID=B:20261203T120000\nEND:VEVENT\nEND:VCALENDAR"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if e := cal.Events[0]; e.End.Sub(e.Start) != time.Hour {
		t.Errorf("from %v to %v", e.Start, e.End)
	}
}

func TestZoneOfTheWholeFile(t *testing.T) {
	e := one(t, []byte("BEGIN:VCALENDAR\nX-WR-TIMEZONE:Europe/Madrid\nBEGIN:VEVENT\nDTSTART:20261203T140000\nEND:VEVENT\nEND:VCALENDAR"))
	if e.Floating || e.Zone != "Europe/Madrid" || stamp(e.Start) != "2026-12-03T14:00:00+01:00" {
		t.Errorf("%+v", e)
	}
}

// The rules that real zones have, written as a VTIMEZONE, must give what the zone itself gives on every day of a year.
func TestRulesAgreeWithTheZoneEveryDay(t *testing.T) {
	ny, err := zone.Load("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	data := []byte("BEGIN:VCALENDAR\n" + rulesOf("X", "-0500", "-0400") + "\nBEGIN:VEVENT\nUID:1\nEND:VEVENT\nEND:VCALENDAR")
	clean, _, _ := strain(data)
	root, err := parse(clean)
	if err != nil {
		t.Fatal(err)
	}
	own := newReader(root, nil).zones.own["X"]
	for day := range 366 {
		want := time.Date(2026, 1, 1+day, 12, 0, 0, 0, ny)
		if got, ok := own.offset(time.Date(2026, 1, 1+day, 12, 0, 0, 0, time.UTC)); !ok || got != offsetOf(want) {
			t.Fatalf("%v: offset %d", want, got)
		}
	}
}
