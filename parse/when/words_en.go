package when

var english = language{
	common: "the you your and with for our we will would please this that have are",
	months: [12]string{
		"january jan", "february feb", "march", "april apr", "may", "june jun", "july jul", "august aug",
		"september sept sep", "october oct", "november nov", "december dec",
	},
	shortMonths: [12]string{2: "mar"},
	weekdays: [7]string{
		"monday", "tuesday tues tue", "wednesday weds", "thursday thurs thur thu", "friday fri", "saturday", "sunday",
	},
	shortWeekdays: [7]string{"mon", "", "wed", "", "", "sat", "sun"},
	weekly: [7]string{
		"mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays",
	},
	numbers: "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
		"seventeen eighteen nineteen twenty",
	moreNumbers: map[string]int{
		"thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	},
	ordinals: "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth " +
		"fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
	suffixes: "st nd rd th",
	units: map[string]unit{
		"minute": minutes, "minutes": minutes, "min": minutes, "mins": minutes, "mns": minutes,
		"hour": hours, "hours": hours, "hr": hours, "hrs": hours,
		"day": days, "days": days, "week": weeks, "weeks": weeks, "fortnight": fortnights, "fortnights": fortnights,
		"month": months, "months": months, "year": years, "years": years, "yrs": years,
		"second": seconds, "seconds": seconds, "secs": seconds,
	},
	parts: map[string]part{
		"morning": morning, "mornings": morning, "afternoon": afternoon, "afternoons": afternoon, "arvo": afternoon,
		"evening": evening, "evenings": evening, "night": night, "lunchtime": lunchtime, "lunch": lunchtime,
	},
	clocks: map[string]int8{"noon": 12, "midday": 12, "noonish": 12, "midnight": 24},
	halves: map[string]meridiem{"am": am, "pm": pm},
	roles: map[role]string{
		roleAt:      "at around about approximately approx circa ca from starting starts start beginning begins",
		roleAbout:   "around about approximately approx circa ca",
		roleFrom:    "from starting beginning start starts",
		roleTo:      "to until till til through thru",
		roleBetween: "between betw btw",
		roleAnd:     "and",
		roleOr:      "or alternatively",
		roleOn:      "on for",
		roleOf:      "of in",
		roleThe:     "the",
		roleNext:    "next following",
		roleThis:    "this coming upcoming",
		roleLast:    "last previous past",
		roleIn:      "in",
		roleHalf:    "half",
		rolePast:    "past after",
		roleBefore:  "to before til till",
		roleClock:   "oclock hrs hours h hr",
		roleQuarter: "quarter",
		roleNames:   "mr mrs ms mx dr prof st no nr vs rev sir ext approx ca dept inc ltd jr sr",
	},
}
