package when

import "testing"

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
