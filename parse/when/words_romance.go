package when

var french = language{
	common: "le la les nous vous votre vos et est une un des pour avec dans du au sur merci êtes",
	months: [12]string{
		"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
		"décembre",
	},
	shortMonths: [12]string{0: "janv", 1: "févr fév", 3: "avr", 6: "juil", 9: "", 11: "déc"},
	weekdays: [7]string{
		"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
	},
	shortWeekdays: [7]string{"lun", "mar", "mer", "jeu", "ven", "sam", "dim"},
	weekly:        [7]string{"lundis", "mardis", "mercredis", "jeudis", "vendredis", "samedis", "dimanches"},
	numbers: "un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept " +
		"dix-huit dix-neuf vingt",
	moreNumbers: map[string]int{"trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "quinzaine": 15},
	ordinals:    "premier",
	suffixes:    "er ème e",
	units: map[string]unit{
		"minute": minutes, "minutes": minutes, "mn": minutes, "heure": hours, "heures": hours, "jour": days, "jours": days,
		"semaine": weeks, "semaines": weeks, "mois": months, "an": years, "ans": years, "années": years,
	},
	parts:  map[string]part{"matin": morning, "matinée": morning, "soir": evening, "soirée": evening},
	clocks: map[string]int8{"midi": 12, "minuit": 24},
	roles: map[role]string{
		roleAt:      "à a vers dès de",
		roleAbout:   "vers environ",
		roleFrom:    "de dès",
		roleTo:      "à a jusqu",
		roleBetween: "entre",
		roleAnd:     "et",
		roleOr:      "ou",
		roleOn:      "le au du ce",
		roleThe:     "le la les l",
		roleNext:    "prochain prochaine prochains",
		roleThis:    "ce cet cette",
		roleLast:    "dernier dernière",
		roleIn:      "dans",
		roleClock:   "h heure heures",
		roleQuarter: "quart",
		roleNames:   "m mme mlle dr pr",
	},
}

var spanish = language{
	common: "el la los las de que y en un una para con su nos usted por entrevista gracias",
	months: [12]string{
		"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre setiembre", "octubre",
		"noviembre", "diciembre",
	},
	shortMonths: [12]string{0: "ene", 3: "abr", 7: "ago", 8: "set", 11: "dic"},
	weekdays:    [7]string{"lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"},
	shortWeekdays: [7]string{
		"lun", "mar", "mié mier", "jue", "vie", "sáb", "dom",
	},
	numbers: "una/uno/un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis " +
		"diecisiete dieciocho diecinueve veinte",
	moreNumbers: map[string]int{"treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "noventa": 90},
	ordinals:    "primero",
	units: map[string]unit{
		"minuto": minutes, "minutos": minutes, "hora": hours, "horas": hours, "día": days, "días": days,
		"semana": weeks, "semanas": weeks, "mes": months, "meses": months, "año": years, "años": years,
	},
	parts:  map[string]part{"tarde": afternoon, "noche": evening, "madrugada": morning},
	clocks: map[string]int8{"mediodía": 12, "medianoche": 24},
	roles: map[role]string{
		roleAt:      "las la sobre desde hacia",
		roleAbout:   "sobre hacia",
		roleFrom:    "de desde",
		roleTo:      "a hasta",
		roleBetween: "entre",
		roleAnd:     "y e",
		roleOr:      "o u",
		roleOn:      "el día al",
		roleOf:      "de del",
		roleThe:     "el la los las",
		roleNext:    "próximo próxima",
		roleThis:    "este esta",
		roleLast:    "pasado pasada último",
		roleIn:      "en dentro",
		roleClock:   "h hs hrs horas",
		roleNames:   "sr sra srta dr dra",
	},
}

var italian = language{
	common: "il lo la gli le di che e per con un una è siamo lei colloquio vorremmo del della alle",
	months: [12]string{
		"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
		"novembre", "dicembre",
	},
	shortMonths: [12]string{0: "gen", 4: "mag", 5: "giu", 6: "lug", 7: "ago", 8: "set sett", 9: "ott", 11: "dic"},
	weekdays: [7]string{
		"lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "", "domenica",
	},
	shortWeekdays: [7]string{"lun", "mar", "mer", "gio", "ven", "sab sabato", "dom"},
	numbers: "una/uno/un due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici " +
		"sedici diciassette diciotto diciannove venti",
	moreNumbers: map[string]int{"trenta": 30, "quaranta": 40, "quarantacinque": 45, "cinquanta": 50, "sessanta": 60, "novanta": 90},
	ordinals:    "primo",
	units: map[string]unit{
		"minuto": minutes, "minuti": minutes, "ora": hours, "ore": hours, "giorno": days, "giorni": days,
		"settimana": weeks, "settimane": weeks, "mese": months, "mesi": months, "anno": years, "anni": years,
	},
	parts:  map[string]part{"mattina": morning, "mattino": morning, "mattinata": morning, "pomeriggio": afternoon, "sera": evening},
	clocks: map[string]int8{"mezzogiorno": 12, "mezzanotte": 24},
	roles: map[role]string{
		roleAt:      "alle all ore verso dalle",
		roleAbout:   "verso circa",
		roleFrom:    "dalle dall dal",
		roleTo:      "alle all fino al",
		roleBetween: "tra fra",
		roleAnd:     "e ed",
		roleOr:      "o oppure",
		roleOn:      "il per l",
		roleOf:      "di del",
		roleThe:     "il lo la le gli i l",
		roleNext:    "prossimo prossima",
		roleThis:    "questo questa",
		roleLast:    "scorso scorsa",
		roleIn:      "tra fra",
		roleClock:   "ore h",
		roleNames:   "sig dott ing dr",
	},
}

var portuguese = language{
	common: "o os as de que e em um uma para com você não seu sua entrevista gostaríamos obrigado da do na no",
	months: [12]string{
		"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro",
		"dezembro",
	},
	shortMonths: [12]string{1: "fev", 3: "abr", 4: "mai", 7: "ago", 8: "set", 9: "out", 11: "dez"},
	weekdays: [7]string{
		"", "", "", "", "", "sábado", "domingo",
	},
	shortWeekdays: [7]string{"segunda seg", "terça ter", "quarta qua", "quinta qui", "sexta sex", "sáb", "dom"},
	numbers: "um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze " +
		"dezesseis/dezasseis dezessete dezoito dezenove vinte",
	moreNumbers: map[string]int{"trinta": 30, "quarenta": 40, "cinquenta": 50, "sessenta": 60, "noventa": 90},
	ordinals:    "primeiro",
	units: map[string]unit{
		"minuto": minutes, "minutos": minutes, "hora": hours, "horas": hours, "dia": days, "dias": days,
		"semana": weeks, "semanas": weeks, "mês": months, "meses": months, "ano": years, "anos": years,
	},
	parts:  map[string]part{"manhã": morning, "tarde": afternoon, "noite": evening},
	clocks: map[string]int8{"meia-noite": 24},
	roles: map[role]string{
		roleAt:      "às as à pelas das",
		roleFrom:    "das da de desde",
		roleTo:      "às as à a até",
		roleBetween: "entre",
		roleAnd:     "e",
		roleOr:      "ou",
		roleOn:      "em no na dia",
		roleOf:      "de",
		roleThe:     "o a os as",
		roleNext:    "próximo próxima",
		roleThis:    "este esta neste nesta",
		roleLast:    "passado passada último última",
		roleIn:      "em daqui",
		roleClock:   "h hs hrs horas",
		roleNames:   "sr sra dr dra",
	},
}
