package when

import "testing"

// The 3rd of December 2026 is a Thursday, and one week after it the 10th.
func TestDatesOfManyLanguages(t *testing.T) {
	for _, tt := range []struct{ language, text, want string }{
		{"en", "Thursday, 3 December 2026, 14:30", "2026-12-03 14:30"},
		{"da", "torsdag den 3. december kl. 14.30", "2026-12-03 14:30"},
		{"da", "i morgen kl. 9", "2026-11-21 09:00"},
		{"da", "torsdag kl. halv ti", "2026-11-26 09:30"},
		{"no", "torsdag 3. desember kl. 14.30", "2026-12-03 14:30"},
		{"no", "i morgen klokken 9", "2026-11-21 09:00"},
		{"sv", "torsdagen den 3 december klockan 14.30", "2026-12-03 14:30"},
		{"fi", "torstaina 3. joulukuuta klo 14.30", "2026-12-03 14:30"},
		{"fi", "torstaina 3.12. klo 14.30–15.15", "2026-12-03 14:30–15:15"},
		{"fi", "huomenna kello 9", "2026-11-21 09:00"},
		{"pl", "w czwartek 3 grudnia o godz. 14.30", "2026-12-03 14:30"},
		{"pl", "3 grudnia o 2 po południu", "2026-12-03 14:00"},
		{"pl", "w czwartek o dziesiątej", "2026-11-26 10:00"},
		{"cs", "ve čtvrtek 3. prosince ve 14.30", "2026-12-03 14:30"},
		{"cs", "v pondělí 23.11. v 9.30", "2026-11-23 09:30"},
		{"cs", "ve čtvrtek v půl desáté", "2026-11-26 09:30"},
		{"cs", "zítra v 9 hodin", "2026-11-21 09:00"},
		{"hu", "2026. december 3., csütörtök 14:30", "2026-12-03 14:30"},
		{"hu", "december 3-án, csütörtökön 10 órakor", "2026-12-03 10:00"},
		{"hu", "csütörtökön 10:30-kor", "2026-11-26 10:30"},
		{"ro", "joi, 3 decembrie 2026, ora 14:30", "2026-12-03 14:30"},
		{"ro", "mâine la ora 9", "2026-11-21 09:00"},
		{"tr", "3 Aralık 2026 Perşembe saat 14.30", "2026-12-03 14:30"},
		{"tr", "3 Aralık Perşembe günü saat 14:30'da", "2026-12-03 14:30"},
		{"tr", "yarın saat 9'da", "2026-11-21 09:00"},
		{"ru", "четверг, 3 декабря 2026 г. 14:30-15:15", "2026-12-03 14:30–15:15"},
		{"ru", "в четверг, 3 декабря, в 10 утра", "2026-12-03 10:00"},
		{"ru", "завтра в 14.30", "2026-11-21 14:30"},
		{"ru", "в четверг в 3 часа дня", "2026-11-26 15:00"},
		{"uk", "четвер, 3 грудня 2026 р. о 14:30", "2026-12-03 14:30"},
		{"uk", "у п'ятницю 4 грудня о 10 годині", "2026-12-04 10:00"},
		{"el", "Πέμπτη 3 Δεκεμβρίου 2026, ώρα 14:30", "2026-12-03 14:30"},
		{"el", "ΠΕΜΠΤΗ 3 ΔΕΚΕΜΒΡΙΟΥ στις 2:30 μ.μ.", "2026-12-03 14:30"},
		{"el", "αύριο στις 10 π.μ.", "2026-11-21 10:00"},
		{"he", "יום חמישי, 3 בדצמבר 2026 בשעה 14:30", "2026-12-03 14:30"},
		{"he", "מחר בשעה 9:00", "2026-11-21 09:00"},
		{"ar", "الخميس 3 ديسمبر 2026 الساعة 14:30", "2026-12-03 14:30"},
		{"ar", "يوم الخميس ٣ كانون الأول ٢٠٢٦، الساعة ٢:٣٠ مساءً", "2026-12-03 14:30"},
		{"lt", "2026 m. gruodžio 3 d., ketvirtadienis 14:30-15:15", "2026-12-03 14:30–15:15"},
		{"lt", "gruodžio 3 d. 14 val. 30 min.", "2026-12-03 14:30"},
		{"lt", "rytoj 9 val.", "2026-11-21 09:00"},
		{"ja", "12月3日（木）14時30分〜15時15分", "2026-12-03 14:30–15:15"},
		{"ja", "木曜日の午後2時から3時まで", "2026-11-26 14:00–15:00"},
		{"zh", "下周四下午2点半", "2026-11-26 14:30"},
		{"zh", "十二月三日上午十点三十分", "2026-12-03 10:30"},
		{"ko", "12월 3일 목요일 오후 2시 30분", "2026-12-03 14:30"},
		{"en", "3.XII.2026, 14:30", "2026-12-03 14:30"},
		{"en", "Kada: 2026 m. gruodžio 3 d., ketvirtadienis 14:30-15:15", "2026-12-03 14:30–15:15"},
		{"en", "Когда: четверг, 3 декабря 2026 г. 14:30-15:15.", "2026-12-03 14:30–15:15"},
		{"en", "Rabu, 25 November 2026, 09.00", "2026-11-25 09:00"},
	} {
		ref := at("2026-11-20 10:00", "Europe/Berlin")
		ref.Language = tt.language
		t.Run(tt.language, func(t *testing.T) { check(t, ref, tt.text, tt.want) })
	}
}

func TestSeparatorsOfMinutes(t *testing.T) {
	for _, tt := range []struct{ language, text, want string }{
		{"it", "giovedì 3 dicembre alle ore 17,30", "2026-12-03 17:30"},
		{"en", "on Thursday 3 December at 5,30 pm", "2026-12-03 17:30"},
		{"en", "on Thursday 3 December at 14·30", "2026-12-03 14:30"},
		{"en", "Thursday 3 December, 14:30", "2026-12-03 14:30"},
		{"en", "on Thursday 3 December at 14h", "2026-12-03 14:00"},
		{"nl", "donderdag 3 december om 17u30", "2026-12-03 17:30"},
		{"nl", "do 3/12 om 18u", "2026-12-03 18:00"},
		{"de", "am 3.12. um 14 Uhr 30", "2026-12-03 14:30"},
		{"de", "am 3. Dezember, 14,30 Uhr", "2026-12-03 14:30"},
		{"pt", "quinta, 3 de dezembro, às 9.30", "2026-12-03 09:30"},
		{"fr", "jeudi 3 décembre à 14 h 30", "2026-12-03 14:30"},
		{"fr", "jeudi 3 décembre à 11 h", "2026-12-03 11:00"},
		{"fi", "to 3.12. klo 9.30", "2026-12-03 09:30"},
		{"en", "on Thursday 3 December, 4 hrs 15 in the afternoon", "2026-12-03 16:15"},
		{"en", "Thursday 3 December at 10-ish", "2026-12-03 10:00"},
		{"en", "a salary of 45,30 on Thursday 3 December", "2026-12-03"},
	} {
		ref := at("2026-11-20 10:00", "Europe/Berlin")
		ref.Language = tt.language
		t.Run(tt.language, func(t *testing.T) { check(t, ref, tt.text, tt.want) })
	}
}
