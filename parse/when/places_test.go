package when

import (
	"strings"
	"testing"
	"time"

	"roundtwo/parse/token"
)

// A place says the zone in whatever way a language puts it; the hour is 14:00 there, on 3 December 2026.
func TestPlacesSayTheZone(t *testing.T) {
	for text, want := range map[string]string{
		"3 December 2026, 2pm Tbilisi time":                                    "Asia/Tbilisi",
		"3 December 2026 at 2 pm (Baku time)":                                  "Asia/Baku",
		"3 December 2026, 14:00 Panama local time":                             "America/Panama",
		"3 December 2026, 14:00 in Beirut":                                     "Asia/Beirut",
		"3 December 2026, 14:00 (Minsk)":                                       "Europe/Minsk",
		"3 December 2026, 2pm anchorage time":                                  "America/Anchorage",
		"3 December 2026, 2pm Tashkent time.":                                  "Asia/Tashkent",
		"3 December 2026, 2pm St. John's time":                                 "America/St_Johns",
		"3 December 2026, 2pm Washington, D.C. time":                           "America/New_York",
		"3 December 2026, 2 pm Nova Scotia time":                               "America/Halifax",
		"at 2 Tbilisi time on 3 December 2026":                                 "Asia/Tbilisi",
		"Am 3. Dezember 2026 um 14 Uhr deutscher Zeit":                         "Europe/Berlin",
		"Am 3. Dezember 2026 um 14 Uhr Wiener Zeit":                            "Europe/Vienna",
		"Am 3. Dezember 2026 um 14:00 nach Moskauer Zeit":                      "Europe/Moscow",
		"Am 3. Dezember 2026 um 14:00 Tokio-Zeit":                              "Asia/Tokyo",
		"Am 3. Dezember 2026 um 14:00 Ortszeit Istanbul":                       "Europe/Istanbul",
		"le 3 décembre 2026 à 14h heure de Tbilissi":                           "Asia/Tbilisi",
		"le 3 décembre 2026 à 14h00 (heure du Maroc)":                          "Africa/Casablanca",
		"le 3 décembre 2026 à 14h00, heure de Varsovie":                        "Europe/Warsaw",
		"el 3 de diciembre de 2026 a las 14:00 hora de Panamá":                 "America/Panama",
		"el 3 de diciembre de 2026 a las 14:00 (hora de Colombia)":             "America/Bogota",
		"el 3 de diciembre de 2026 a las 14:00, hora de la Argentina":          "America/Argentina/Buenos_Aires",
		"il 3 dicembre 2026 alle ore 14:00 ora di Tbilisi":                     "Asia/Tbilisi",
		"La entrevista es el 3 de diciembre de 2026 a las 14:00 hora mexicana": "America/Mexico_City",
		"le 3 décembre 2026 à 14:00 heure marocaine":                           "Africa/Casablanca",
		"em 3 de dezembro de 2026 às 14:00, horário de Brasília":               "America/Sao_Paulo",
		"op 3 december 2026 om 14:00 Nederlandse tijd":                         "Europe/Amsterdam",
		"op 3 december 2026 om 14:00 Parijs tijd":                              "Europe/Paris",
		"den 3 december 2026 kl 14:00 svensk tid":                              "Europe/Stockholm",
		"3 grudnia 2026 o 14:00 czasu warszawskiego":                           "Europe/Warsaw",
		"2026-12-03 14:00 по московскому времени":                              "Europe/Moscow",
		"2026-12-03 14:00 по времени Алматы":                                   "Asia/Almaty",
		"2026-12-03 14:00 за київським часом":                                  "Europe/Kyiv",
		"2026-12-03 14:00 İstanbul saati ile":                                  "Europe/Istanbul",
		"2026-12-03 14:00 pražského času":                                      "Europe/Prague",
		"2026-12-03 14:00 東京時間":                                                "Asia/Tokyo",
		"2026-12-03 14:00 (北京时间)":                                              "Asia/Shanghai",
		"2026-12-03 14:00 서울 시간":                                               "Asia/Seoul",
		"All times are Tbilisi time. 3 December 2026, 14:00":                   "Asia/Tbilisi",
		"All times below are in Vancouver time.\n\n3 December 2026, 2 pm":      "America/Vancouver",
		"Thursday Dec 3, 2026 ⋅ 2pm – 3pm Pacific Time - Vancouver":            "America/Vancouver",
		"3 December 2026, 2pm Mountain Time - Edmonton":                        "America/Edmonton",
	} {
		list := Read(text, token.Cut(text), at("2026-11-20 10:00", "Europe/Berlin"))
		if len(list) != 1 || list[0].Zone != want || list[0].ZoneAssumed || list[0].Doubt != nil || list[0].Start.Time.Format("01-02 15:04") != "12-03 14:00" {
			t.Errorf("%q\n got %s\nwant 12-03 14:00 %s", text, asked(list)+" "+said(list), want)
		}
	}
}

// Neither a place nor an unknown zone: the hour is on her clock, and nothing is asked.
func TestWhatIsNoZone(t *testing.T) {
	for _, text := range []string{
		"3 December 2026, 14:00 Start time",
		"3 December 2026, 14:00 Lunch Time with the team",
		"3 December 2026, 14:00 Interview Time: 45 minutes",
		"3 December 2026 at 14:00 with Jordan",
		"3 December 2026, 14:00 (Jordan)",
		"3 December 2026, 14:00 in English",
		"3 December 2026, 14:00 in Oslo meeting room",
		"3 December 2026, 14:00 in German",
		"3 December 2026, 14:00. Dana will run the meeting this time",
		"3 December 2026, 14:00. Full time role",
		"3 December 2026, 14:00\nTotal time: two hours",
		"el 3 de diciembre de 2026 a las 14:00, hora de la reunión",
		"el 3 de diciembre de 2026 a las 14:00 hora de la cita",
		"em 3 de dezembro de 2026 às 14:00, hora da reunião",
		"am 3. Dezember 2026 um 14:00 in deutscher Sprache",
		"am 3. Dezember 2026 um 14:00, bitte etwas Zeit mitbringen",
		"le 3 décembre 2026 à 14h dans nos locaux de Paris",
		"3 December 2026, 14:00 at our Vancouver office",
	} {
		list := Read(text, token.Cut(text), at("2026-11-20 10:00", "Europe/Berlin"))
		if len(list) == 0 || !list[0].ZoneAssumed || list[0].Doubt != nil {
			t.Errorf("%q: %s", text, asked(list))
		}
	}
}

// A zone that is stated and not known may be the writer's, which is asked beside hers.
func TestAnUnknownZoneIsAsked(t *testing.T) {
	ref := at("2026-11-20 10:00", "Europe/Berlin")
	ref.Time = ref.Time.In(time.FixedZone("", 9*3600+1800))
	for _, text := range []string{
		"3 December 2026, 14:00 Zorgon time",
		"3 December 2026, 2 pm (Zorgon time)",
		"3 December 2026, 2 pm Zorgon local time",
		"3 December 2026 at 2 pm Isla Verde time",
		"3 December 2026 at 2 pm Australia time",
	} {
		list := Read(text, token.Cut(text), ref)
		if len(list) != 1 || !list[0].ZoneAssumed || list[0].Doubt == nil {
			t.Errorf("%q: %s", text, asked(list))
			continue
		}
		if o := list[0].Doubt.Others; len(o) != 1 || o[0].Zone != "UTC+09:30" || list[0].Doubt.Why == "" {
			t.Errorf("%q: %+v", text, list[0].Doubt)
		}
	}
}

// Outlook has one name for Los Angeles and Vancouver.
func TestACalendarPartMayMeanTheWritersClock(t *testing.T) {
	la := loadZone("America/Los_Angeles")
	winter, summer := time.Date(2026, 12, 3, 14, 0, 0, 0, la), time.Date(2027, 7, 1, 14, 0, 0, 0, la)
	for _, c := range []struct {
		writer, zone string
		start        time.Time
		other        string
	}{
		{"America/Vancouver", "America/Los_Angeles", winter, "2026-12-03 21:00"},
		{"America/Vancouver", "America/Los_Angeles", summer, ""},
		{"America/Edmonton", "America/Denver", winter.In(loadZone("America/Denver")), "2026-12-03 21:00"},
		{"America/Winnipeg", "America/Chicago", winter.In(loadZone("America/Chicago")), "2026-12-03 21:00"},
		{"America/Los_Angeles", "America/Los_Angeles", winter, ""},
		{"America/Vancouver", "America/Vancouver", winter.In(loadZone("America/Vancouver")), ""},
		{"Europe/Berlin", "America/Los_Angeles", winter, ""},
		{"", "America/Los_Angeles", winter, ""},
	} {
		d := Reference{WriterZone: c.writer}.Rival(c.zone, c.start, c.start.Add(time.Hour))
		got := ""
		if d != nil {
			got = d.Others[0].Start.Time.UTC().Format("2006-01-02 15:04")
			if d.Others[0].End.Time.Sub(d.Others[0].Start.Time) != time.Hour || d.Others[0].Zone != c.writer || d.Why == "" {
				t.Errorf("%+v: %+v", c, d)
			}
		}
		if got != c.other {
			t.Errorf("from %s, %s in %s: %q, want %q", c.writer, c.start, c.zone, got, c.other)
		}
	}
}

// What is read around zones costs no more the longer the text is.
func TestZonesAreReadInLinearTime(t *testing.T) {
	for _, unit := range []string{
		"time ", "10am Zorgon ", "10am (", "12ET/", "10/11 PT/ET ", "New York time ", "10am, Vancouver (", "hora de la ", "EST/EDT/", "10am Santa Cruz de la ", "Zeit-", "東京",
	} {
		small, large := cost(strings.Repeat(unit, 16_000/len(unit))), cost(strings.Repeat(unit, 256_000/len(unit)))
		if large > 64*small+200*time.Millisecond {
			t.Errorf("%q: %v for 16 times the text, %v for once", unit, large, small)
		}
	}
}

// The zone of a heading holds for the rows below it, with what is doubtful about it.
func TestTheZoneOfAHeading(t *testing.T) {
	for words, want := range map[string]string{
		"Pacific":                "12-03 21:00 ? 22:00",
		"Pacific Time":           "12-03 21:00 ? 22:00",
		"PT, Vancouver":          "12-03 21:00",
		"Vancouver time":         "12-03 21:00",
		"New York time (UTC-4)":  "12-03 19:00 ? 18:00",
		"Zorgon time":            "12-03 13:00 hers ?",
		"CET":                    "12-03 13:00",
		"UTC+2":                  "12-03 12:00",
		"onsite":                 "12-03 13:00 hers",
		"Dana Whitfield":         "12-03 13:00 hers",
		"Pacific Time, on Zoom":  "12-03 13:00 hers",
		"your local time":        "12-03 13:00 hers",
		"":                       "12-03 13:00 hers",
		"12:00 or 13:00 Pacific": "12-03 13:00 hers",
	} {
		ref := at("2026-11-20 10:00", "Europe/Berlin")
		ref.WriterZone = "America/Vancouver"
		list := Read("3 December 2026, 14:00-15:30", token.Cut("3 December 2026, 14:00-15:30"), ref)
		list[0].ReadIn(words, ref)
		if got := asked(list); got != want {
			t.Errorf("%q: %s, want %s", words, got, want)
		}
		for _, o := range append([]OtherClock{{Start: list[0].Start, End: list[0].End}}, others(list[0])...) {
			if o.End.Time.Sub(o.Start.Time) != 90*time.Minute || o.Start.Time.Format("15:04") != "14:00" {
				t.Errorf("%q: from %s to %s", words, o.Start, o.End)
			}
		}
	}
}

func others(r Reading) []OtherClock {
	if r.Doubt == nil {
		return nil
	}
	return r.Doubt.Others
}
