package when

var german = language{
	common: "und die der das wir sie ihr ihnen ihre mit für ist nicht bitte zum zur ein eine einen freuen uns",
	months: [12]string{
		"januar jänner", "februar feber", "märz maerz", "", "mai", "juni", "juli", "", "", "oktober", "", "dezember",
	},
	shortMonths: [12]string{2: "mrz mär", 9: "okt", 11: "dez"},
	weekdays: [7]string{
		"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag sonnabend", "sonntag",
	},
	shortWeekdays: [7]string{"mo", "di", "mi", "do", "fr", "sa", "so"},
	weekly: [7]string{
		"montags", "dienstags", "mittwochs", "donnerstags", "freitags", "samstags sonnabends", "sonntags",
	},
	numbers: "eins/ein/eine/einer/einem/einen zwei/zwo drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn " +
		"vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
	moreNumbers: map[string]int{"dreißig": 30, "vierzig": 40, "fünfundvierzig": 45, "fünfzig": 50, "sechzig": 60, "neunzig": 90},
	ordinals:    "ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten elften zwölften",
	units: map[string]unit{
		"Minute": minutes, "Minuten": minutes, "minütig": minutes, "minütige": minutes, "minütiges": minutes, "minütigen": minutes,
		"Stunde": hours, "Stunden": hours, "stündig": hours, "stündige": hours, "stündiges": hours, "Std": hours,
		"Tag": days, "Tage": days, "Tagen": days, "Woche": weeks, "Wochen": weeks, "Monat": months, "Monate": months,
		"Monaten": months, "Jahr": years, "Jahre": years, "Jahren": years,
	},
	parts: map[string]part{
		"morgens": morning, "früh": morning, "vormittag": morning, "vormittags": morning, "nachmittag": afternoon,
		"nachmittags": afternoon, "abend": evening, "abends": evening, "nachts": night,
	},
	clocks: map[string]int8{"mittag": 12, "mittags": 12, "mitternacht": 24},
	roles: map[role]string{
		roleAt:      "um gegen ab ca zirka von",
		roleAbout:   "gegen ca zirka",
		roleFrom:    "von ab",
		roleTo:      "bis",
		roleBetween: "zwischen",
		roleAnd:     "und sowie",
		roleOr:      "oder bzw",
		roleOn:      "am den dem der zum",
		roleThe:     "der die das den dem des",
		roleNext:    "nächsten nächster nächste nächstes kommenden kommender kommende folgenden",
		roleThis:    "diesen dieser diese dieses diesem",
		roleLast:    "letzten letzter letzte vergangenen",
		roleIn:      "in",
		roleHalf:    "halb",
		rolePast:    "nach",
		roleBefore:  "vor",
		roleClock:   "uhr h",
		roleQuarter: "viertel",
		roleNames:   "hr fr dr prof nr str tel bzw ca z b d h i a",
	},
	halfIsBefore: true,
}
