package when

import "testing"

func TestLanguages(t *testing.T) {
	for _, tt := range []struct {
		language, zone string
		list           []phrase
	}{
		{"de", "Europe/Berlin", []phrase{
			{"Datum und Uhr", "am Dienstag, 17. März 2026, um 14.30 Uhr", "2026-03-17 14:30"},
			{"Zahlen", "am 17.3. um 14 Uhr", "2026-03-17 14:00"},
			{"halb zehn", "am Dienstag um halb zehn", "2026-03-17 09:30"},
			{"Viertel nach", "Donnerstag, Viertel nach drei", "2026-03-12 15:15"},
			{"übermorgen", "übermorgen um 9 Uhr", "2026-03-13 09:00"},
			{"morgen früh", "morgen früh um 8", "2026-03-12 08:00"},
			{"nächste Woche", "nächste Woche Dienstag um 10:00 Uhr", "2026-03-17 10:00"},
			{"von bis", "Freitag von 10 bis 11.30 Uhr", "2026-03-13 10:00–11:30"},
			{"Dauer", "Freitag um 10 Uhr. Das Gespräch dauert ca. 45 Minuten.", "2026-03-13 10:00–10:45"},
			{"Zeilen", "Datum: 3. Dezember 2026\nUhrzeit: 14:00 Uhr\nDauer: 60 Minuten", "2026-12-03 14:00–15:00"},
			{"Frist", "Bitte antworten Sie bis zum 20.03.2026.", "2026-03-20 deadline"},
			{"kurze Tage", "Mo, 16.3., 10 Uhr oder Di, 17.3., 11 Uhr", "2026-03-16 10:00; 2026-03-17 11:00"},
			{"MEZ", "am 17. März um 10 Uhr MEZ", "2026-03-17 10:00 Europe/Berlin"},
			{"nachmittags", "am Freitag um 3 Uhr nachmittags", "2026-03-13 15:00"},
			{"in zwei Wochen", "in zwei Wochen", "2026-03-25"},
			{"verschoben", "Der Termin wird von Montag auf Mittwoch, den 18. März, 11 Uhr verschoben.", "2026-03-16; 2026-03-18 11:00"},
		}},
		{"fr", "Europe/Paris", []phrase{
			{"jour et heure", "le mardi 17 mars à 14h30", "2026-03-17 14:30"},
			{"premier", "le 1er avril à 9h", "2026-04-01 09:00"},
			{"de à", "jeudi 19 mars de 14h à 15h30", "2026-03-19 14:00–15:30"},
			{"prochain", "mardi prochain à 10 heures", "2026-03-17 10:00"},
			{"demain", "demain à midi", "2026-03-12 12:00"},
			{"après-midi", "vendredi à 3 heures de l'après-midi", "2026-03-13 15:00"},
			{"et demie", "vendredi à neuf heures et demie", "2026-03-13 09:30"},
			{"durée", "vendredi à 10h. L'entretien durera environ 45 minutes.", "2026-03-13 10:00–10:45"},
			{"délai", "Merci de répondre avant le 20 mars.", "2026-03-20 deadline"},
			{"chiffres", "le 17/03/2026 à 14:00", "2026-03-17 14:00"},
			{"semaine prochaine", "la semaine prochaine, mardi à 10h ou jeudi à 16h", "2026-03-17 10:00; 2026-03-19 16:00"},
			{"une heure", "vendredi à 10h, pour une heure", "2026-03-13 10:00–11:00"},
		}},
		{"es", "Europe/Madrid", []phrase{
			{"día y hora", "el martes 17 de marzo a las 10:30", "2026-03-17 10:30"},
			{"de la tarde", "el jueves a las 4 de la tarde", "2026-03-12 16:00"},
			{"y media", "el viernes a las nueve y media", "2026-03-13 09:30"},
			{"mañana", "mañana a las 12:00", "2026-03-12 12:00"},
			{"próximo", "el próximo martes a las 10h", "2026-03-17 10:00"},
			{"año", "3 de diciembre de 2026, 16:00 h", "2026-12-03 16:00"},
			{"entre", "el viernes entre las 10 y las 12", "2026-03-13 10:00–12:00 window"},
			{"duración", "viernes 13 a las 10:00. Duración: 45 minutos", "2026-03-13 10:00–10:45"},
		}},
		{"it", "Europe/Rome", []phrase{
			{"giorno e ora", "martedì 17 marzo alle ore 15:00", "2026-03-17 15:00"},
			{"alle", "giovedì 19 marzo alle 10.30", "2026-03-19 10:30"},
			{"domani", "domani alle 9", "2026-03-12 09:00"},
			{"dalle alle", "venerdì dalle 10 alle 11.30", "2026-03-13 10:00–11:30"},
			{"e mezza", "venerdì alle nove e mezza", "2026-03-13 09:30"},
			{"durata", "venerdì alle 10. Il colloquio durerà circa un'ora.", "2026-03-13 10:00–11:00"},
		}},
		{"nl", "Europe/Amsterdam", []phrase{
			{"dag en uur", "dinsdag 17 maart om 14.30 uur", "2026-03-17 14:30"},
			{"half tien", "donderdag om half tien", "2026-03-12 09:30"},
			{"kwart over", "vrijdag om kwart over negen", "2026-03-13 09:15"},
			{"tien over half", "vrijdag om tien over half vier", "2026-03-13 15:40"},
			{"overmorgen", "overmorgen om 16.00h", "2026-03-13 16:00"},
			{"volgende week", "volgende week dinsdag om 10 uur", "2026-03-17 10:00"},
			{"van tot", "vrijdag van 10:00 tot 11:30 uur", "2026-03-13 10:00–11:30"},
			{"duur", "vrijdag om 10 uur. Het gesprek duurt een uur.", "2026-03-13 10:00–11:00"},
		}},
		{"pt", "America/Sao_Paulo", []phrase{
			{"dia e hora", "terça-feira, 17 de março de 2026, às 14h30", "2026-03-17 14:30"},
			{"dia curto", "quinta, 19/03 às 10h", "2026-03-19 10:00"},
			{"amanhã", "amanhã às 15h", "2026-03-12 15:00"},
			{"das às", "sexta-feira das 10h às 11h30", "2026-03-13 10:00–11:30"},
			{"da tarde", "sexta-feira às 3 da tarde", "2026-03-13 15:00"},
			{"Brasília", "17 de março às 10h (horário de Brasília)", "2026-03-17 10:00 America/Sao_Paulo"},
		}},
		{"sv", "Europe/Stockholm", []phrase{
			{"dag och tid", "tisdag den 17 mars kl. 10.30", "2026-03-17 10:30"},
			{"imorgon", "imorgon kl 14", "2026-03-12 14:00"},
		}},
		{"pl", "Europe/Warsaw", []phrase{
			{"dzień i godzina", "we wtorek 17 marca o godz. 10:30", "2026-03-17 10:30"},
			{"jutro", "jutro o 14:00", "2026-03-12 14:00"},
		}},
		{"ja", "Asia/Tokyo", []phrase{
			{"日時", "2026年3月17日（火）午後2時30分", "2026-03-17 14:30"},
			{"範囲", "3月17日 14:00〜15:00", "2026-03-17 14:00–15:00"},
			{"時", "3月17日14時", "2026-03-17 14:00"},
			{"明日", "明日 10:00", "2026-03-12 10:00"},
		}},
		{"zh", "Asia/Shanghai", []phrase{
			{"日期", "2026年3月17日（星期二）上午10点30分", "2026-03-17 10:30"},
			{"下午", "3月17日下午3点半", "2026-03-17 15:30"},
		}},
		{"ko", "Asia/Seoul", []phrase{
			{"날짜", "2026년 3월 17일 (화) 오후 2시 30분", "2026-03-17 14:30"},
		}},
	} {
		ref := at("2026-03-11 09:30", tt.zone)
		ref.Language = tt.language
		t.Run(tt.language, func(t *testing.T) { phrases(t, ref, tt.list) })
	}
}

func TestTheLanguageOfATextIsKnownByItsWords(t *testing.T) {
	ref := at("2026-03-11 09:30", "Europe/Berlin")
	check(t, ref, "Sehr geehrte Frau Demir, wir freuen uns und laden Sie für den Freitag um halb zehn zu uns ein.", "2026-03-13 09:30")
	ref.Language = "fr" // the comment above the forward is French, the invitation is English
	check(t, ref, "Hi Sam, we would like you to meet the team and see our office. Does Friday at half ten work for you?", "2026-03-13 10:30")
}

// Phrases of many trades and countries, as people write them.
func TestPhrasesOfManyTrades(t *testing.T) {
	phrases(t, at("2026-06-10 09:30", "Europe/London"), []phrase{
		{"hospital", "You are invited to interview on Thursday 18th June 2026 at 09.15 hours.", "2026-06-18 09:15"},
		{"school", "Lesson observation at 8.50am, panel at 11.15am, on Friday 19 June.", "2026-06-19 08:50; 2026-06-19 11:15"},
		{"building site", "be at the gate 7am Monday", "2026-06-15 07:00"},
		{"kitchen", "trial shift sat 13th, 4-10pm", "2026-06-13 16:00–22:00"},
		{"law firm", "The partners propose 2 p.m. on Tuesday, 16 June.", "2026-06-16 14:00"},
		{"airline", "Report 0745Z on 17JUN", "2026-06-17 07:45 UTC"},
		{"orchestra", "Audition: Wed 17 June, call time 13:20", "2026-06-17 13:20"},
		{"start-up", "how's thurs arvo, say 3ish?", "2026-06-11 15:00"},
		{"military", "15 June 2026, 1300 hrs", "2026-06-15 13:00"},
		{"council", "Date of interview: 22/06/2026. Time of interview: 10.40", "2026-06-22 10:40"},
		{"Nigeria", "slated for Monday, 15th June 2026 by 10:00 hours prompt", "2026-06-15 10:00"},
		{"India", "scheduled on 14th July 2026 (Tuesday) at 11:30 AM", "2026-07-14 11:30"},
		{"Australia", "Tuesday arvo at 2, 16th of June", "2026-06-16 14:00"},
		{"Ireland", "half two on Thursday week", "2026-06-18 14:30"},
		{"Philippines", "June 18, 2026 (Thursday), 1:00PM - 2:00PM", "2026-06-18 13:00–14:00"},
		{"South Africa", "18 June 2026 @ 14h00 – 15h00 SAST", "2026-06-18 14:00–15:00 Africa/Johannesburg"},
	})
}

func TestALineOfWordsThatCannotBeReadIsAFault(t *testing.T) {
	for _, line := range []string{"colours: red green", "length long: an hour", "clock noon: midday", "week : next week"} {
		v := &vocabulary{languages: map[string]*language{}, days: map[string][]relative{}, weeks: map[string]int{}, lengths: map[string]int{},
			parts: map[string]part{}, clocks: map[string]clock{}, same: map[string]bool{}, headers: map[string]bool{}}
		if err := v.line("[en]"); err != nil {
			t.Fatal(err)
		}
		if v.line(line) == nil {
			t.Errorf("%q is read as something", line)
		}
	}
}
