package when

var dutch = language{
	common: "het een en van je jij jou u wij met voor is niet graag op bij ons onze gesprek",
	months: [12]string{
		"januari", "februari", "maart", "", "mei", "", "", "augustus", "", "oktober", "", "",
	},
	shortMonths: [12]string{2: "mrt", 9: "okt"},
	weekdays:    [7]string{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"},
	shortWeekdays: [7]string{
		"ma", "di", "wo", "do", "vr", "za", "zo",
	},
	numbers: "een/één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien " +
		"zeventien achttien negentien twintig",
	moreNumbers: map[string]int{"dertig": 30, "veertig": 40, "vijfenveertig": 45, "vijftig": 50, "zestig": 60, "negentig": 90},
	ordinals:    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende",
	suffixes:    "e ste de",
	units: map[string]unit{
		"minuut": minutes, "minuten": minutes, "uur": hours, "uren": hours, "uurtje": hours, "dag": days, "dagen": days,
		"weken": weeks, "maand": months, "maanden": months, "jaar": years, "jaren": years,
	},
	parts: map[string]part{
		"ochtend": morning, "ochtends": morning, "morgens": morning, "middag": afternoon, "middags": afternoon,
		"avond": evening, "avonds": evening,
	},
	clocks: map[string]int8{"middernacht": 24},
	roles: map[role]string{
		roleAt:      "om rond omstreeks vanaf van",
		roleAbout:   "rond omstreeks ongeveer circa",
		roleFrom:    "van vanaf",
		roleTo:      "tot t",
		roleBetween: "tussen",
		roleAnd:     "en",
		roleOr:      "of",
		roleOn:      "op",
		roleThe:     "de het",
		roleNext:    "volgende komende aanstaande",
		roleThis:    "deze",
		roleLast:    "vorige afgelopen",
		roleIn:      "over",
		roleHalf:    "half",
		rolePast:    "over",
		roleBefore:  "voor",
		roleClock:   "uur h u",
		roleQuarter: "kwart",
		roleNames:   "dhr mevr mw dr prof nr",
	},
	halfIsBefore: true,
}

var swedish = language{
	common: "och att det som för är med till på vi du dig din ett inte välkommen intervju",
	months: [12]string{
		"", "", "", "", "maj", "", "", "augusti", "", "", "", "",
	},
	shortMonths:   [12]string{9: "okt"},
	weekdays:      [7]string{"måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"},
	shortWeekdays: [7]string{"mån", "tis", "ons", "tors", "fre", "lör", "sön"},
	numbers:       "ett/en två tre fyra fem sex sju åtta nio tio elva tolv",
	units: map[string]unit{
		"minut": minutes, "minuter": minutes, "timme": hours, "timmar": hours, "tim": hours, "dag": days, "dagar": days,
		"vecka": weeks, "veckor": weeks, "månader": months, "år": years,
	},
	parts: map[string]part{
		"förmiddag": morning, "förmiddagen": morning, "eftermiddag": afternoon, "eftermiddagen": afternoon,
		"kväll": evening, "kvällen": evening,
	},
	roles: map[role]string{
		roleAt:      "kl klockan från",
		roleFrom:    "från",
		roleTo:      "till",
		roleBetween: "mellan",
		roleAnd:     "och",
		roleOr:      "eller",
		roleOn:      "på den",
		roleThe:     "den det",
		roleNext:    "nästa",
		roleThis:    "denna",
		roleLast:    "förra",
		roleHalf:    "halv",
		rolePast:    "över",
		roleBefore:  "i",
		roleQuarter: "kvart",
		roleNames:   "kl ca",
	},
	halfIsBefore: true,
}

var polish = language{
	common: "i w na do że się z jest nie dla oraz pan pani rozmowę rozmowa zapraszamy dzień dobry",
	months: [12]string{
		"stycznia styczeń", "lutego", "marca marzec", "kwietnia kwiecień", "maja maj", "czerwca czerwiec", "lipca lipiec",
		"sierpnia sierpień", "września wrzesień", "października październik", "listopada", "grudnia grudzień",
	},
	weekdays: [7]string{
		"poniedziałek", "wtorek", "środa środę", "czwartek", "piątek", "sobota sobotę", "niedziela niedzielę",
	},
	units: map[string]unit{
		"minut": minutes, "minuty": minutes, "godzina": hours, "godzinę": hours, "godziny": hours, "dni": days,
		"tydzień": weeks, "tygodnie": weeks, "miesięcy": months, "lat": years,
	},
	roles: map[role]string{
		roleAt:      "o godz godzinie od około",
		roleFrom:    "od",
		roleTo:      "do",
		roleBetween: "między pomiędzy",
		roleAnd:     "i a oraz",
		roleOr:      "lub albo",
		roleOn:      "w we dnia dniu",
		roleNext:    "następny następną przyszły",
		roleThis:    "ten tę",
		roleClock:   "godz h",
		roleNames:   "godz ul dr",
	},
}
