package when

import (
	"strings"
	"testing"

	"roundtwo/parse/token"
)

// asked writes what a reading says of its hour: the instant in UTC, and behind "?" those that it is asked about.
func asked(list []Reading) string {
	var out []string
	for _, r := range list {
		s := r.Start.Time.UTC().Format("01-02 15:04")
		if r.ZoneAssumed {
			s += " hers"
		}
		if r.Doubt != nil {
			s += " ?"
			for _, o := range r.Doubt.Others {
				s += " " + o.Start.Time.UTC().Format("15:04")
			}
		}
		if len(r.Conflicts) > 0 {
			s += " conflict"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// The clocks of 2026: where the writer sits as far as is known, her own zone, the words, and the instant in UTC; behind "?" the
// other instants that she is asked about. Thursday 3 December 2026 and Thursday 1 July 2027, after which nobody has changed.
func TestZonesOf2026(t *testing.T) {
	const (
		van, edm, win, la, ny = "America/Vancouver", "America/Edmonton", "America/Winnipeg", "America/Los_Angeles", "America/New_York"
		ber, phx              = "Europe/Berlin", "America/Phoenix"
	)
	for _, c := range []struct{ writer, hers, words, winter, summer string }{
		// British Columbia: -07 all year, called MST.
		{"", ber, "2 pm Vancouver time", "21:00", "21:00"},
		{"", ber, "2 pm (PT, Vancouver)", "21:00", "21:00"},
		{"", ber, "2 pm Pacific Time, Vancouver", "21:00", "21:00"},
		{"", ber, "2 pm Pacific Time (Vancouver)", "21:00", "21:00"},
		{"", ber, "2 pm in Vancouver", "21:00", "21:00"},
		{"", ber, "2 pm (Vancouver)", "21:00", "21:00"},
		{"", ber, "2 pm British Columbia time", "21:00", "21:00"},
		{"", ber, "2 pm PST (Vancouver)", "21:00 ? 22:00", "21:00"},
		{"", ber, "2 pm Vancouver time (PST)", "21:00 ? 22:00", "21:00"},
		{"", ber, "2 pm Vancouver time (UTC-7)", "21:00", "21:00"},
		{"", ber, "2 pm Vancouver time (UTC-8)", "21:00 ? 22:00", "21:00 ? 22:00"},
		{"", ber, "2 pm Vancouver time (MST)", "21:00", "21:00"},
		{"", ber, "2 pm PT", "22:00", "21:00"},
		{van, ber, "2 pm PT", "21:00 ? 22:00", "21:00"},
		{van, ber, "2 pm PST", "21:00 ? 22:00", "21:00"},
		{van, ber, "2 pm Pacific", "21:00 ? 22:00", "21:00"},
		{van, ber, "2 pm Pacific Time", "21:00 ? 22:00", "21:00"},
		{van, ber, "2 pm Los Angeles time", "22:00", "21:00"},
		{van, ber, "2 pm PST (UTC-8)", "22:00", "21:00 ? 22:00"},
		{van, ber, "2 pm PDT (UTC-7)", "21:00", "21:00"},
		{van, ber, "2 pm ET", "19:00", "18:00"},
		{la, ber, "2 pm PT", "22:00", "21:00"},
		{la, van, "2 pm PT", "22:00", "21:00"},
		{"", van, "2 pm PT", "21:00 ? 22:00", "21:00"},
		{"", van, "2 pm", "21:00 hers", "21:00 hers"},
		{van, ber, "2 pm", "13:00 hers", "12:00 hers"},

		// Alberta and the Northwest Territories: -06 all year, called CST.
		{"", ber, "2 pm Edmonton time", "20:00", "20:00"},
		{"", ber, "2 pm Edmonton time (CST)", "20:00", "20:00"},
		{"", ber, "2 pm Edmonton time (MST)", "20:00 ? 21:00", "20:00"},
		{"", ber, "2 pm MT, Calgary", "20:00", "20:00"},
		{"", ber, "2 pm Alberta time", "20:00", "20:00"},
		{"", ber, "2 pm Yellowknife time", "20:00", "20:00"},
		{edm, ber, "2 pm MT", "20:00 ? 21:00", "20:00"},
		{edm, ber, "2 pm MST", "20:00 ? 21:00", "20:00"},
		{edm, ber, "2 pm Mountain Time", "20:00 ? 21:00", "20:00"},
		{edm, ber, "2 pm CST", "20:00", "20:00 ? 19:00"},
		{"", edm, "2 pm MT", "20:00 ? 21:00", "20:00"},

		// Manitoba: -05 all year, called EST.
		{"", ber, "2 pm Winnipeg time", "19:00", "19:00"},
		{"", ber, "2 pm EST (Winnipeg)", "19:00", "19:00"},
		{"", ber, "2 pm CST (Winnipeg)", "19:00 ? 20:00", "19:00"},
		{"", ber, "2 pm Central Time, Winnipeg", "19:00", "19:00"},
		{win, ber, "2 pm CT", "19:00 ? 20:00", "19:00"},
		{win, ber, "2 pm Central", "19:00 ? 20:00", "19:00"},
		{win, ber, "2 pm EST", "19:00", "19:00 ? 18:00"},

		// Morocco on +00, and Almaty on +05 since 2024.
		{"", ber, "2 pm Casablanca time", "14:00", "14:00"},
		{"", ber, "14:00 heure du Maroc", "14:00", "14:00"},
		{"", ber, "2 pm Almaty time", "09:00", "09:00"},
		{"", ber, "2 pm Kazakhstan time", "09:00", "09:00"},

		// What an offset or an abbreviation says beside a place.
		{"", ber, "2 pm New York time (UTC-4)", "19:00 ? 18:00", "18:00"},
		{"", ber, "2 pm New York time (UTC-5)", "19:00", "18:00 ? 19:00"},
		{"", ber, "2 pm New York time (EST)", "19:00", "18:00"},
		{"", ber, "2 pm ET (New York)", "19:00", "18:00"},
		{"", ber, "2 pm EST/EDT", "19:00", "18:00"},
		{"", ber, "2 pm London time (CET)", "14:00 ? 13:00", "13:00 ? 12:00"},
		{"", ber, "14:00 Berlin time (GMT+1)", "13:00", "12:00 ? 13:00"},
		{"", ber, "2 pm PT (UTC-8)", "22:00", "21:00 ? 22:00"},
		{"", ber, "2 pm (UTC-05:00) Eastern Time (US & Canada)", "19:00", "18:00"},
		{"", ber, "2 pm GMT+0800 (CST)", "06:00", "06:00"},
		{"", ber, "2 pm Dublin time (IST)", "14:00", "13:00"},

		// One word, two customs.
		{phx, ber, "2 pm MST", "21:00", "21:00"},
		{phx, ber, "2 pm MT", "21:00", "21:00 ? 20:00"},
		{"", phx, "2 pm MST", "21:00", "21:00"},
		{"Asia/Shanghai", ber, "2 pm CST", "06:00", "06:00"},
		{"Asia/Shanghai", "America/Chicago", "2 pm CST", "06:00 ? 20:00", "06:00 ? 19:00"},
		{"", "Asia/Shanghai", "2 pm CT", "20:00", "19:00"},
		{"Asia/Kolkata", "Europe/Dublin", "2 pm IST", "08:30", "08:30 ? 13:00"},
		{"Australia/Brisbane", ber, "2 pm AEST", "04:00", "04:00"},

		// A name that does not tell, and one that is not known.
		{"", ber, "2 pm Georgia time", "10:00 ? 19:00", "10:00 ? 18:00"},
		{"", ber, "2 pm Zorgon time", "13:00 hers ?", "12:00 hers ?"},
		{"", ber, "14:00 (Zorgon City time)", "13:00 hers ?", "12:00 hers ?"},
		{"", ber, "2 pm US time", "13:00 hers ?", "12:00 hers ?"},

		// Several zones said of one instant.
		{"", "America/Denver", "12ET/11CT/10MT/9PT", "17:00", "16:00"},
		{"", "America/Denver", "2ET / 1CT / 11PT", "19:00", "18:00"},
		{"", "America/Denver", "7ET/4PT", "00:00", "23:00"},
		{"", "America/Denver", "11am/2pm PT/ET", "19:00", "18:00"},
		{"", "America/Denver", "11am / 12pm / 2pm (PT/MT/ET)", "19:00", "18:00"},
		{"", "America/Denver", "10am/2pm PT/ET", "18:00 conflict", "17:00 conflict"},
		{"", ber, "12EST", "17:00", "16:00"},
	} {
		for _, season := range []struct{ written, day, date, want string }{
			{"2026-11-20 10:00", "on Thursday, December 3, 2026 at ", "12-03 ", c.winter},
			{"2027-06-18 10:00", "on Thursday, July 1, 2027 at ", "07-01 ", c.summer},
		} {
			ref := at(season.written, c.hers)
			ref.WriterZone = c.writer
			text := "Your second interview is " + season.day + c.words + ", with Dana Whitfield."
			got, want := asked(Read(text, token.Cut(text), ref)), season.date+season.want
			if strings.HasPrefix(season.want, "00:00") { // the next day in UTC
				want = strings.Replace(want, "12-03", "12-04", 1)
			}
			if got != want {
				t.Errorf("from %q, she in %s: %q\n got %s\nwant %s", c.writer, c.hers, text, got, want)
			}
		}
	}
}
