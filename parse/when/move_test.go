package when

import (
	"testing"
	"time"

	"roundtwo/parse/token"
)

// What moved keeps its day where only the hour is said to change, in whatever language and order.
func TestAMoveByTheHourKeepsTheDay(t *testing.T) {
	const want = "2026-12-03 10:00 old; 2026-12-03 14:00"
	for _, tt := range []struct{ language, text string }{
		{"en", "Your interview on Thursday, December 3 has been moved from 10:00 AM to 2:00 PM."},
		{"en", "Your interview on Thursday, December 3 is moved from 10 to 2."},
		{"en", "Moved: Thursday, December 3, 2026 from 10:00 AM to 2:00 PM"},
		{"en", "We need to push back your interview on December 3 from 10am to 2pm."},
		{"en", "On December 3 the start was changed from 10:00 to 14:00."},
		{"en", "Rescheduled from 10:00 to 14:00 on Thursday, December 3."},
		{"de", "Ihr Gespräch am Donnerstag, 3. Dezember, wird von 10 Uhr auf 14 Uhr verschoben."},
		{"de", "Das Gespräch am 3.12. haben wir von 10:00 auf 14:00 Uhr verlegt."},
		{"fr", "Votre entretien du jeudi 3 décembre est déplacé de 10h à 14h."},
		{"fr", "L'entretien du 3 décembre est reporté de 10h à 14h."},
		{"es", "La entrevista del jueves 3 de diciembre se ha cambiado de las 10:00 a las 14:00."},
		{"it", "Il colloquio di giovedì 3 dicembre è stato spostato dalle 10 alle 14."},
		{"pt", "A entrevista de 3 de dezembro foi remarcada das 10h para as 14h."},
		{"nl", "Het gesprek op donderdag 3 december is verplaatst van 10.00 naar 14.00 uur."},
		{"sv", "Intervjun torsdagen den 3 december flyttas från kl. 10.00 till kl. 14.00."},
		{"da", "Samtalen torsdag den 3. december er flyttet fra kl. 10.00 til kl. 14.00."},
		{"no", "Intervjuet torsdag 3. desember er flyttet fra kl. 10.00 til kl. 14.00."},
		{"pl", "Rozmowa w czwartek 3 grudnia została przełożona z 10:00 na 14:00."},
		{"cs", "Pohovor ve čtvrtek 3. prosince se přesouvá z 10:00 na 14:00."},
		{"ro", "Interviul de joi, 3 decembrie a fost mutat de la 10:00 la 14:00."},
		{"ru", "Собеседование в четверг 3 декабря перенесено с 10:00 на 14:00."},
		{"uk", "Співбесіду в четвер 3 грудня перенесено з 10:00 на 14:00."},
		{"lt", "Pokalbis gruodžio 3 d. perkeliamas iš 10:00 į 14:00."},
		{"el", "Η συνέντευξη στις 3 Δεκεμβρίου μεταφέρεται από τις 10:00 στις 14:00."},
		{"tr", "3 Aralık Perşembe günkü görüşme 10:00'dan 14:00'e alındı."},
		{"hu", "A december 3-i interjút 10:00-ról 14:00-ra áthelyeztük."},
		{"fi", "Haastattelu torstaina 3.12. on siirretty klo 10:00:sta klo 14:00:een."},
	} {
		ref := at("2026-11-20 10:00", "Europe/Berlin")
		ref.Language = tt.language
		t.Run(tt.language, func(t *testing.T) { check(t, ref, tt.text, want) })
	}
}

func TestMovesOfDays(t *testing.T) {
	phrases(t, at("2026-11-20 10:00", "Europe/London"), []phrase{
		{"a new day with a range is no move by the hour", "Your interview has moved to Thursday, December 3 from 10 to 11am.", "2026-12-03 10:00–11:00"},
		{"a range that stays", "The interview is on December 3 from 10:00 to 11:00. It has moved to room 4.", "2026-12-03 10:00–11:00"},
		{"from one day to another, with their hours", "We moved it from Monday at 11 to Tuesday 24th at 12.30.", "2026-11-23 11:00 old; 2026-11-24 12:30"},
		{"capitals", "RESCHEDULED FROM 1000 HOURS 2 DECEMBER TO 1315 HOURS 3 DECEMBER", "2026-12-02 10:00 old; 2026-12-03 13:15"},
	})
}

func TestNoRangeIsMadeUp(t *testing.T) {
	phrases(t, at("2026-11-20 10:00", "Europe/London"), []phrase{
		{"a start after its end", "Thursday 3 December, 15:00-14:00", "2026-12-03 15:00"},
		{"a session of 23 hours", "Thursday 3 December, 10:00 - 9:00", "2026-12-03 10:00"},
		{"two days", "from 4pm on Thursday to 5pm on Friday", "2026-11-26 16:00 window; 2026-11-27 17:00 deadline"},
		{"a night shift", "Thursday 3 December, 22:00-06:00", "2026-12-03 22:00–06:00"},
		{"over midnight", "Thursday 3 December, 11pm to 1am", "2026-12-03 23:00–01:00"},
	})
}

func TestAnHourWhoseDayIsNotUnderstoodTakesNone(t *testing.T) {
	phrases(t, at("2026-11-20 10:00", "Europe/London"), []phrase{
		{"no day at all", "Could we speak at 14:30?", "14:30 on an unknown day"},
		{"a date in words that nobody knows", "Thanks for Monday's call.\n\nWhen: цхк 3 ածղ 2026, 14:30-15:15", "2026-11-23; 14:30–15:15 on an unknown day"},
		{"a month in words that nobody knows", "We meet on Monday 23 November.\nΖζζ: 3 ქრტ 14:30", "2026-11-23; 14:30 on an unknown day"},
		{"today is said", "Could we speak today at 14:30?", "2026-11-20 14:30"},
		{"an agenda below its day", "Monday 23 November\n\n10:00 Ann\n11:00 Bo", "2026-11-23 10:00; 2026-11-23 11:00"},
	})
	const text = "Could we speak at 14:30?\n\nYou told us that Thursday 3 December suits you.\n\nThe others cannot on Friday 4 December, so it must be then."
	list := Read(text, token.Cut(text), at("2026-11-20 10:00", "Europe/London"))
	if len(list) == 0 || !list[0].DayUnknown && len(list[0].Also) < 1 || list[0].DayUnknown && len(list[0].Also) < 2 {
		t.Errorf("the days of the text are no choices: %+v", list)
	}
}

func TestWithoutADateOfWritingOnlyFullDatesAreRead(t *testing.T) {
	ref := Reference{Zone: time.UTC, ZoneName: "UTC"}
	for text, want := range map[string]string{
		"tomorrow at 14:00":            "14:00 on an unknown day",
		"on Thursday at 14:00":         "14:00 on an unknown day",
		"3 December, 14:00":            "14:00 on an unknown day",
		"3 December 2026, 14:00":       "2026-12-03 14:00",
		"2026-12-03 14:00":             "2026-12-03 14:00",
		"in two weeks, Monday week":    "",
		"the first Monday of May 2027": "2027-05-03",
	} {
		check(t, ref, text, want)
	}
}

func TestSameTime(t *testing.T) {
	phrases(t, at("2026-11-20 10:00", "Europe/London"), []phrase{
		{"instead", "Tomorrow at 3.30 is off. Could we make it Friday instead, same time?", "2026-11-21 15:30; 2026-11-27 15:30"},
		{"the hour comes first", "Same time, but on Thursday: it was Tuesday at 11.", "2026-11-26 11:00; 2026-11-24 11:00"},
		{"with its length", "It was Monday 23 November, 10:00-10:45. New: Tuesday 24 November, same time.", "2026-11-23 10:00–10:45; 2026-11-24 10:00–10:45"},
		{"without an hour in the text", "Friday, same time as ever.", "2026-11-27"},
	})
}

func TestHeaderLinesAreNoTimes(t *testing.T) {
	phrases(t, at("2026-11-20 10:00", "Europe/London"), []phrase{
		{"above a quoted message", "See you on Monday at 11.\n\nFrom: Ana Pires <ana@north.example>\nSent: Thursday, 26 November 2026 16:05\nTo: Sam\nSubject: Re: 3 December, 14:00\n\nTuesday at 3pm?",
			"2026-11-23 11:00; 2026-11-24 15:00"},
		{"without an address", "Von: Jana\nGesendet: Freitag, 20. November 2026 09:12\nAn: Sam\nBetreff: Gespräch\n\nPasst Montag, 23. November um 10 Uhr?", "2026-11-23 10:00"},
		{"folded", "> From: Ana Pires\n>  <ana@north.example>\n> Date: Fri,\n>  20 Nov 2026 09:12:00 +0100\n> Subject: s\n\nMonday at 11", "2026-11-23 11:00"},
		{"from and to of an appointment", "Date: Monday 23 November\nFrom: 10:00\nTo: 11:00", "2026-11-23 10:00–11:00"},
	})
}

func TestWeeksByTheirFirstDayOrNumber(t *testing.T) {
	phrases(t, at("2026-11-20 10:00", "Europe/London"), []phrase{
		{"week of", "In the week of 7 December we could see you on Tuesday at 10 or Thursday at 2.", "2026-12-07 window; 2026-12-08 10:00; 2026-12-10 14:00"},
		{"week commencing", "Week commencing 7 December\nTuesday 10:00\nThursday 14:00", "2026-12-07 window; 2026-12-08 10:00; 2026-12-10 14:00"},
		{"by its number", "We meet in week 50, on Wednesday at 10:00.", "2026-12-09 10:00"},
	})
	ref := at("2026-11-20 10:00", "Europe/Berlin")
	ref.Language = "de"
	check(t, ref, "In der KW 50 wäre bei uns der Mittwoch um 10 Uhr möglich.", "2026-12-09 10:00")
	check(t, ref, "In der Woche vom 7. Dezember ginge es am Dienstag um 10 Uhr.", "2026-12-07; 2026-12-08 10:00")
}

func TestColumnsOfATableHaveTheDayOfTheirHead(t *testing.T) {
	phrases(t, at("2026-11-20 10:00", "Europe/London"), []phrase{
		{"hours in cells", "\tMonday 7 December\tTuesday 8 December\nAnn Lee\t10:00\t11:00\nBo Ek\t10:45\t11:45", "2026-12-07 10:00; 2026-12-08 11:00; 2026-12-07 10:45; 2026-12-08 11:45"},
		{"a day below the table begins anew", "\tMon 7 Dec\tTue 8 Dec\nAnn\t10:00\t11:00\nWednesday 9 December\nBo\t14:00", "2026-12-07 10:00; 2026-12-08 11:00; 2026-12-09 14:00"},
	})
}

func TestHoursAsPeopleWriteThem(t *testing.T) {
	phrases(t, at("2026-11-20 10:00", "Europe/London"), []phrase{
		{"with a full stop, wherever it stands", "see you Monday, still 10.45, still at the old door", "2026-11-23 10:45"},
		{"after noon, near another", "Monday: lunch 1.15, panel 2.30", "2026-11-23 13:15; 2026-11-23 14:30"},
		{"a range within an hour", "Monday 23 November: 2.00 to 2.35", "2026-11-23 14:00–14:35"},
		{"four digits begin a row", "Monday 23 November\n1015  Practical, in the shed\n1200  Interview", "2026-11-23 10:15; 2026-11-23 12:00"},
		{"a year in capitals", "07 DEC 26, 0845 local", "2026-12-07 08:45"},
		{"one letter", "ur set Tues 4p Zoom", "2026-11-24 16:00"},
		{"glued", "2moro 10am", "2026-11-21 10:00"},
		{"from an hour on", "we have 25 minutes from 4 on Monday", "2026-11-23 16:00–16:25"},
		{"minutes in words", "Monday at two-thirty", "2026-11-23 14:30"},
		{"half to half", "Monday from ten to half past eleven", "2026-11-23 10:00–11:30"},
		{"its end said apart", "Monday at 12.15 in the café, till 1", "2026-11-23 12:15–13:00"},
		{"day, then range with dots", "Monday 12.10 to 12.50", "2026-11-23 12:10–12:50"},
		{"versions and money", "Python 3.10 and 45.50 EUR on Monday", "2026-11-23"},
		{"a letter of lately", "Our letter of 12 November stands: Monday at 11", "2026-11-12 past; 2026-11-23 11:00"},
	})
	list := Read("Thursday at half seven", token.Cut("Thursday at half seven"), at("2026-11-20 10:00", "Europe/Dublin"))
	if len(list) != 1 || len(list[0].Also) != 1 || list[0].Also[0].Why != "half" || list[0].Also[0].Start.Time.Hour() != 19 {
		t.Errorf("half seven in the evening is no choice: %+v", list)
	}
}
