package when

import (
	"strings"

	"roundtwo/parse/token"
)

// zonePlaces are the cities and countries that people put before "time", or after "in" beside a clock time. Names of
// one zone are joined by a comma.
var zonePlaces = map[string]string{
	"London, Edinburgh, Manchester, Glasgow, Cardiff, Belfast, Londoner":              "Europe/London",
	"Dublin, Ireland, Irish, Cork":                                                    "Europe/Dublin",
	"Lisbon, Lisboa, Portugal, Porto":                                                 "Europe/Lisbon",
	"Madrid, Spain, Spanish, Barcelona, Valencia":                                     "Europe/Madrid",
	"Paris, France, French, Lyon, Pariser":                                            "Europe/Paris",
	"Brussels, Bruxelles, Brussel, Belgium, Belgian":                                  "Europe/Brussels",
	"Amsterdam, Netherlands, Dutch, Rotterdam":                                        "Europe/Amsterdam",
	"Berlin, Germany, German, Munich, München, Hamburg, Frankfurt, Cologne, Berliner": "Europe/Berlin",
	"Zurich, Zürich, Switzerland, Swiss, Geneva, Basel, Bern, Zürcher, Schweizer":     "Europe/Zurich",
	"Vienna, Wien, Austria, Austrian, Wiener":                                         "Europe/Vienna",
	"Rome, Roma, Italy, Italian, Milan, Milano":                                       "Europe/Rome",
	"Copenhagen, Denmark, Danish":                                                     "Europe/Copenhagen",
	"Oslo, Norway, Norwegian":                                                         "Europe/Oslo",
	"Stockholm, Sweden, Swedish":                                                      "Europe/Stockholm",
	"Helsinki, Finland, Finnish":                                                      "Europe/Helsinki",
	"Warsaw, Warszawa, Poland, Polish, Krakow, Gdańsk":                                "Europe/Warsaw",
	"Prague, Praha, Czech, Brno":                                                      "Europe/Prague",
	"Bratislava":                                                                      "Europe/Bratislava",
	"Budapest, Hungary, Hungarian":                                                    "Europe/Budapest",
	"Bucharest, Romania, Romanian, Cluj":                                              "Europe/Bucharest",
	"Sofia, Bulgaria":                                                                 "Europe/Sofia",
	"Athens, Greece, Greek":                                                           "Europe/Athens",
	"Belgrade, Serbia":                                                                "Europe/Belgrade",
	"Zagreb, Croatia":                                                                 "Europe/Zagreb",
	"Ljubljana, Slovenia":                                                             "Europe/Ljubljana",
	"Kyiv, Kiev, Ukraine":                                                             "Europe/Kyiv",
	"Vilnius, Lithuania":                                                              "Europe/Vilnius",
	"Riga, Latvia":                                                                    "Europe/Riga",
	"Tallinn, Estonia":                                                                "Europe/Tallinn",
	"Moscow":                                                                          "Europe/Moscow",
	"Istanbul, Turkey, Turkish, Ankara":                                               "Europe/Istanbul",
	"Reykjavik, Reykjavík, Iceland":                                                   "Atlantic/Reykjavik",
	"Malta":                                                                           "Europe/Malta",
	"Luxembourg":                                                                      "Europe/Luxembourg",
	"New York, NYC, Boston, Washington DC, Philadelphia, Miami, Atlanta, New Yorker": "America/New_York",
	"Toronto, Ottawa, Montreal, Montréal":                                            "America/Toronto",
	"Detroit":                                                                        "America/Detroit",
	"Chicago, Dallas, Houston, Austin, Minneapolis, Nashville":                       "America/Chicago",
	"Winnipeg":               "America/Winnipeg",
	"Denver, Salt Lake City": "America/Denver",
	"Calgary, Edmonton":      "America/Edmonton",
	"Phoenix":                "America/Phoenix",
	"Los Angeles, San Francisco, Seattle, California, LA, SF, San Diego": "America/Los_Angeles",
	"Vancouver": "America/Vancouver",
	"Halifax":   "America/Halifax",
	"Mexico City, Mexico, Ciudad de México, México, CDMX": "America/Mexico_City",
	"Bogota, Bogotá, Colombia":                            "America/Bogota",
	"Lima, Peru":                                          "America/Lima",
	"Santiago, Chile":                                     "America/Santiago",
	"Buenos Aires, Argentina":                             "America/Argentina/Buenos_Aires",
	"São Paulo, Brazil, Brazilian, Brasília, Rio":         "America/Sao_Paulo",
	"Montevideo":                                          "America/Montevideo",
	"Caracas":                                             "America/Caracas",
	"Lagos, Nigeria, Nigerian, Abuja":                     "Africa/Lagos",
	"Accra, Ghana":                                        "Africa/Accra",
	"Nairobi, Kenya, Kenyan":                              "Africa/Nairobi",
	"Johannesburg, Cape Town, South Africa, SA":           "Africa/Johannesburg",
	"Cairo, Egypt":                                        "Africa/Cairo",
	"Casablanca, Morocco":                                 "Africa/Casablanca",
	"Kigali":                                              "Africa/Kigali",
	"Kampala":                                             "Africa/Kampala",
	"Addis Ababa":                                         "Africa/Addis_Ababa",
	"Tel Aviv, Jerusalem, Israel":                         "Asia/Jerusalem",
	"Dubai, UAE, Abu Dhabi":                               "Asia/Dubai",
	"Riyadh, Saudi":                                       "Asia/Riyadh",
	"Doha, Qatar":                                         "Asia/Qatar",
	"Karachi, Pakistan, Lahore":                           "Asia/Karachi",
	"India, Indian, Mumbai, Delhi, New Delhi, Bangalore, Bengaluru, Chennai, Hyderabad, Kolkata, Pune": "Asia/Kolkata",
	"Dhaka, Bangladesh":                     "Asia/Dhaka",
	"Kathmandu, Nepal":                      "Asia/Kathmandu",
	"Colombo, Sri Lanka":                    "Asia/Colombo",
	"Singapore":                             "Asia/Singapore",
	"Kuala Lumpur, Malaysia":                "Asia/Kuala_Lumpur",
	"Jakarta":                               "Asia/Jakarta",
	"Bangkok, Thailand, Thai":               "Asia/Bangkok",
	"Manila, Philippines, Philippine":       "Asia/Manila",
	"Hanoi, Vietnam, Ho Chi Minh City":      "Asia/Ho_Chi_Minh",
	"Hong Kong, HK":                         "Asia/Hong_Kong",
	"Beijing, China, Shanghai, Shenzhen":    "Asia/Shanghai",
	"Taipei, Taiwan":                        "Asia/Taipei",
	"Tokyo, Japan":                          "Asia/Tokyo",
	"Seoul, Korea, Korean":                  "Asia/Seoul",
	"Sydney, NSW, Canberra":                 "Australia/Sydney",
	"Melbourne":                             "Australia/Melbourne",
	"Brisbane, Queensland":                  "Australia/Brisbane",
	"Perth":                                 "Australia/Perth",
	"Adelaide":                              "Australia/Adelaide",
	"Auckland, Wellington, New Zealand, NZ": "Pacific/Auckland",
	"Honolulu":                              "Pacific/Honolulu",
}

// placePrefixes are the words before a place that make it a clock: true where they do so only beside a clock time,
// because "in London" is more often a place.
var placePrefixes = map[string]bool{
	"in": true, "for you in": true, "over in": true, "here in": true, "(": true,
	"hora de la": false, "hora del": false, "hora local de": false, "heure locale de": false, "time in": false, "local time in": false, "heure de": false, "hora de": false, "ora di": false, "horário de": false,
}

// placeSuffixes are the words behind a place that make it a clock.
var placeSuffixes = map[string]bool{"time": true, "local time": true, "Zeit": true, "tijd": true, "Uhrzeit": true}

// zoneOfPlace is the zone of every place.
var zoneOfPlace = makePlaces()

func makePlaces() map[string]string {
	out := map[string]string{}
	for names, zone := range zonePlaces {
		for _, name := range strings.Split(names, ",") {
			out[strings.TrimSpace(name)] = zone
		}
	}
	return out
}

// placeZone reads "London time", "in New York", "hora de Madrid", "(Berlin)".
func (r *reader) placeZone(i int, expected bool) (zoneWord, int) {
	loose, before := phraseAt(r, placePrefixPhrases, i)
	zone, n := phraseAt(r, placePhrases, i+before)
	if n == 0 || n == 1 && len(r.tok(i+before).Text) <= 3 && !r.capital(i+before) { // "hora de la …" is no Los Angeles
		return zoneWord{}, 0
	}
	_, after := phraseAt(r, placeSuffixPhrases, i+before+n)
	switch {
	case after > 0:
	case before > 0 && !loose:
	case !expected, before == 0 && !(r.is(i+n, ")") && r.clockBracket(i)):
		return zoneWord{}, 0
	}
	return zoneWord{zone: zone}, before + n + after
}

// clockBracket reports whether the place at token i is alone in a bracket, or behind a clock time: "(Berlin)", "(9:00am
// Perth)".
func (r *reader) clockBracket(i int) bool {
	for k := i - 1; k >= 0 && k > i-7; k-- {
		if r.is(k, "(") {
			return true
		}
		if !r.kind(k, token.Number) && !r.is(k, ":") && !r.is(k, ".") && r.word(k).half == unsaid {
			return false
		}
	}
	return false
}
