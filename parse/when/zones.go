package when

// zoneWord is a zone as people write it.
type zoneWord struct {
	zone   string // IANA name; the one that most people mean by it
	family string // abbreviations of the same clock: her own zone is taken where it uses one of them
	loose  bool   // also an everyday word or name: a zone only right after a clock time, or in capitals where short
	dst    int8   // the word says: 1 summer time, -1 winter time, 0 either
	local  bool   // "your local time": hers, whichever it is
}

// zoneWords is every zone that is known by words. Abbreviations are the ones in use in 2026 by the IANA zone data;
// localised names follow CLDR. A city or country followed by "time" is made from zonePlaces.
var zoneWords = withPlaces(map[string]zoneWord{
	"ET": {zone: "America/New_York", family: "EST EDT", loose: true}, "EST": {zone: "America/New_York", family: "EST EDT", loose: true, dst: -1},
	"EDT": {zone: "America/New_York", family: "EST EDT", dst: 1, loose: true}, "Eastern": {zone: "America/New_York", family: "EST EDT", loose: true},
	"Eastern Time": {zone: "America/New_York", family: "EST EDT"}, "Eastern Standard Time": {zone: "America/New_York", family: "EST EDT", dst: -1},
	"Eastern Daylight Time": {zone: "America/New_York", family: "EST EDT", dst: 1}, "East Coast time": {zone: "America/New_York", family: "EST EDT"}, "US Eastern": {zone: "America/New_York", family: "EST EDT"},
	"CT": {zone: "America/Chicago", family: "CST CDT", loose: true}, "CST": {zone: "America/Chicago", family: "CST CDT", loose: true, dst: -1},
	"CDT": {zone: "America/Chicago", family: "CST CDT", dst: 1, loose: true}, "Central": {zone: "America/Chicago", family: "CST CDT", loose: true},
	"Central Time": {zone: "America/Chicago", family: "CST CDT"}, "Central Standard Time": {zone: "America/Chicago", family: "CST CDT", dst: -1},
	"Central Daylight Time": {zone: "America/Chicago", family: "CST CDT", dst: 1}, "US Central": {zone: "America/Chicago", family: "CST CDT"},
	"MT": {zone: "America/Denver", family: "MST MDT", loose: true}, "MST": {zone: "America/Denver", family: "MST MDT", loose: true, dst: -1},
	"MDT": {zone: "America/Denver", family: "MST MDT", dst: 1, loose: true}, "Mountain": {zone: "America/Denver", family: "MST MDT", loose: true},
	"Mountain Time": {zone: "America/Denver", family: "MST MDT"}, "Mountain Standard Time": {zone: "America/Denver", family: "MST MDT", dst: -1},
	"Mountain Daylight Time": {zone: "America/Denver", family: "MST MDT", dst: 1}, "Arizona time": {zone: "America/Phoenix"},
	"PT": {zone: "America/Los_Angeles", family: "PST PDT", loose: true}, "PST": {zone: "America/Los_Angeles", family: "PST PDT", loose: true, dst: -1},
	"PDT": {zone: "America/Los_Angeles", family: "PST PDT", dst: 1, loose: true}, "Pacific": {zone: "America/Los_Angeles", family: "PST PDT", loose: true},
	"Pacific Time": {zone: "America/Los_Angeles", family: "PST PDT"}, "Pacific Standard Time": {zone: "America/Los_Angeles", family: "PST PDT", dst: -1},
	"Pacific Daylight Time": {zone: "America/Los_Angeles", family: "PST PDT", dst: 1}, "West Coast time": {zone: "America/Los_Angeles", family: "PST PDT"},
	"AKST": {zone: "America/Anchorage"}, "AKDT": {zone: "America/Anchorage"}, "Alaska time": {zone: "America/Anchorage"},
	"HST": {zone: "Pacific/Honolulu", loose: true}, "Hawaii time": {zone: "Pacific/Honolulu"}, "AST": {zone: "America/Halifax", family: "AST ADT", loose: true}, "ADT": {zone: "America/Halifax", family: "AST ADT", loose: true},
	"Atlantic Time": {zone: "America/Halifax", family: "AST ADT"}, "NST": {zone: "America/St_Johns", loose: true}, "NDT": {zone: "America/St_Johns", loose: true}, "Newfoundland Time": {zone: "America/St_Johns"},

	"GMT": {zone: "Europe/London", family: "GMT", loose: true, dst: -1}, "Greenwich Mean Time": {zone: "Europe/London", family: "GMT", dst: -1},
	"BST": {zone: "Europe/London", family: "BST", loose: true, dst: 1}, "British Summer Time": {zone: "Europe/London", dst: 1}, "British time": {zone: "Europe/London"}, "UK time": {zone: "Europe/London"}, "U.K. time": {zone: "Europe/London"}, "UK": {zone: "Europe/London", loose: true},
	"IST": {zone: "Asia/Kolkata", family: "IST", loose: true}, "Indian Standard Time": {zone: "Asia/Kolkata"}, "India Standard Time": {zone: "Asia/Kolkata"}, "Irish Standard Time": {zone: "Europe/Dublin"}, "Irish Summer Time": {zone: "Europe/Dublin"}, "Israel Standard Time": {zone: "Asia/Jerusalem"}, "Israel Daylight Time": {zone: "Asia/Jerusalem"}, "IDT": {zone: "Asia/Jerusalem", loose: true},
	"UTC": {zone: "UTC", loose: true}, "Z": {zone: "UTC", loose: true}, "Coordinated Universal Time": {zone: "UTC"}, "Zulu": {zone: "UTC", loose: true},
	"WET": {zone: "Europe/Lisbon", family: "WET WEST", loose: true}, "WEST": {zone: "Europe/Lisbon", family: "WET WEST", loose: true, dst: 1}, "Western European Time": {zone: "Europe/Lisbon", family: "WET WEST"},
	"CET": {zone: "Europe/Berlin", family: "CET CEST", dst: -1, loose: true}, "CEST": {zone: "Europe/Berlin", family: "CET CEST", dst: 1, loose: true}, "CET/CEST": {zone: "Europe/Berlin", family: "CET CEST", loose: true},
	"Central European Time": {zone: "Europe/Berlin", family: "CET CEST"}, "Central European Summer Time": {zone: "Europe/Berlin", family: "CET CEST", dst: 1}, "Central European Standard Time": {zone: "Europe/Berlin", family: "CET CEST", dst: -1}, "W. Europe Standard Time": {zone: "Europe/Berlin", family: "CET CEST"}, "Romance Standard Time": {zone: "Europe/Paris", family: "CET CEST"}, "MET": {zone: "Europe/Berlin", family: "CET CEST", loose: true},
	"MEZ": {zone: "Europe/Berlin", family: "CET CEST", dst: -1}, "MESZ": {zone: "Europe/Berlin", family: "CET CEST", dst: 1}, "mitteleuropäische Zeit": {zone: "Europe/Berlin", family: "CET CEST"}, "deutscher Zeit": {zone: "Europe/Berlin"}, "deutsche Zeit": {zone: "Europe/Berlin"},
	"heure d'Europe centrale": {zone: "Europe/Paris", family: "CET CEST"}, "HEC": {zone: "Europe/Paris", family: "CET CEST", loose: true}, "hora de Europa central": {zone: "Europe/Madrid", family: "CET CEST"}, "hora peninsular": {zone: "Europe/Madrid"}, "hora peninsular española": {zone: "Europe/Madrid"}, "hora española": {zone: "Europe/Madrid"}, "ora italiana": {zone: "Europe/Rome"}, "Nederlandse tijd": {zone: "Europe/Amsterdam"}, "heure française": {zone: "Europe/Paris"}, "horário de Brasília": {zone: "America/Sao_Paulo"}, "Brasília time": {zone: "America/Sao_Paulo"},
	"EET": {zone: "Europe/Helsinki", family: "EET EEST", loose: true}, "EEST": {zone: "Europe/Helsinki", family: "EET EEST", dst: 1, loose: true}, "Eastern European Time": {zone: "Europe/Helsinki", family: "EET EEST"}, "OEZ": {zone: "Europe/Helsinki", family: "EET EEST", loose: true},
	"MSK": {zone: "Europe/Moscow", loose: true}, "TRT": {zone: "Europe/Istanbul", loose: true},
	"WAT": {zone: "Africa/Lagos", family: "WAT", loose: true}, "West Africa Time": {zone: "Africa/Lagos", family: "WAT"}, "CAT": {zone: "Africa/Maputo", family: "CAT", loose: true}, "Central Africa Time": {zone: "Africa/Maputo", family: "CAT"},
	"EAT": {zone: "Africa/Nairobi", family: "EAT", loose: true}, "East Africa Time": {zone: "Africa/Nairobi", family: "EAT"}, "SAST": {zone: "Africa/Johannesburg", family: "SAST", loose: true}, "South African Standard Time": {zone: "Africa/Johannesburg"},
	"GST": {zone: "Asia/Dubai", loose: true}, "Gulf Standard Time": {zone: "Asia/Dubai"}, "PKT": {zone: "Asia/Karachi", loose: true}, "NPT": {zone: "Asia/Kathmandu", loose: true},
	"SGT": {zone: "Asia/Singapore", loose: true}, "Singapore Standard Time": {zone: "Asia/Singapore"}, "MYT": {zone: "Asia/Kuala_Lumpur", loose: true}, "HKT": {zone: "Asia/Hong_Kong", loose: true}, "PHT": {zone: "Asia/Manila", loose: true}, "PHST": {zone: "Asia/Manila", loose: true}, "ICT": {zone: "Asia/Bangkok", family: "+07", loose: true}, "WIB": {zone: "Asia/Jakarta", loose: true}, "WITA": {zone: "Asia/Makassar", loose: true}, "WIT": {zone: "Asia/Jayapura", loose: true},
	"JST": {zone: "Asia/Tokyo", loose: true}, "Japan Standard Time": {zone: "Asia/Tokyo"}, "日本時間": {zone: "Asia/Tokyo"}, "KST": {zone: "Asia/Seoul", loose: true}, "Korea Standard Time": {zone: "Asia/Seoul"}, "한국 시간": {zone: "Asia/Seoul"}, "China Standard Time": {zone: "Asia/Shanghai"}, "北京时间": {zone: "Asia/Shanghai"}, "Taipei time": {zone: "Asia/Taipei"},
	"AEST": {zone: "Australia/Sydney", family: "AEST AEDT", dst: -1, loose: true}, "AEDT": {zone: "Australia/Sydney", family: "AEST AEDT", dst: 1, loose: true}, "AET": {zone: "Australia/Sydney", family: "AEST AEDT", loose: true}, "Australian Eastern Time": {zone: "Australia/Sydney", family: "AEST AEDT"},
	"Australian Eastern Standard Time": {zone: "Australia/Sydney", family: "AEST AEDT", dst: -1}, "Australian Eastern Daylight Time": {zone: "Australia/Sydney", family: "AEST AEDT", dst: 1}, "ACST": {zone: "Australia/Adelaide", family: "ACST ACDT", loose: true}, "ACDT": {zone: "Australia/Adelaide", family: "ACST ACDT", dst: 1, loose: true}, "AWST": {zone: "Australia/Perth", loose: true},
	"NZST": {zone: "Pacific/Auckland", family: "NZST NZDT", loose: true, dst: -1}, "NZDT": {zone: "Pacific/Auckland", family: "NZST NZDT", dst: 1, loose: true}, "NZT": {zone: "Pacific/Auckland", loose: true},
	"BRT": {zone: "America/Sao_Paulo", loose: true}, "ART": {zone: "America/Argentina/Buenos_Aires", loose: true}, "CLT": {zone: "America/Santiago", loose: true}, "CLST": {zone: "America/Santiago", loose: true}, "COT": {zone: "America/Bogota", loose: true}, "PET": {zone: "America/Lima", loose: true}, "VET": {zone: "America/Caracas", loose: true}, "UYT": {zone: "America/Montevideo", loose: true},

	// Names that calendars print.
	"UK, Ireland, Lisbon Time": {zone: "Europe/London"}, "United Kingdom Time": {zone: "Europe/London"}, "United Kingdom/Ireland Time - Dublin": {zone: "Europe/Dublin"}, "United Kingdom/Ireland Time - London": {zone: "Europe/London"}, "Eastern Time - US & Canada": {zone: "America/New_York", family: "EST EDT"}, "Central Time - US & Canada": {zone: "America/Chicago", family: "CST CDT"}, "Mountain Time - US & Canada": {zone: "America/Denver", family: "MST MDT"}, "Pacific Time - US & Canada": {zone: "America/Los_Angeles", family: "PST PDT"},
	"Eastern Time (US & Canada)": {zone: "America/New_York", family: "EST EDT"}, "Central Time (US & Canada)": {zone: "America/Chicago", family: "CST CDT"}, "Mountain Time (US & Canada)": {zone: "America/Denver", family: "MST MDT"}, "Pacific Time (US & Canada)": {zone: "America/Los_Angeles", family: "PST PDT"}, "Eastern Time (US and Canada)": {zone: "America/New_York", family: "EST EDT"}, "Central Time (US and Canada)": {zone: "America/Chicago", family: "CST CDT"}, "Mountain Time (US and Canada)": {zone: "America/Denver", family: "MST MDT"}, "Pacific Time (US and Canada)": {zone: "America/Los_Angeles", family: "PST PDT"},
	"GMT Greenwich Mean Time (London)": {zone: "Europe/London"}, "Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna": {zone: "Europe/Berlin", family: "CET CEST"}, "Brussels, Copenhagen, Madrid, Paris": {zone: "Europe/Paris", family: "CET CEST"}, "Belgrade, Bratislava, Budapest, Ljubljana, Prague": {zone: "Europe/Budapest", family: "CET CEST"}, "Sarajevo, Skopje, Warsaw, Zagreb": {zone: "Europe/Warsaw", family: "CET CEST"}, "Dublin, Edinburgh, Lisbon, London": {zone: "Europe/London"}, "Chennai, Kolkata, Mumbai, New Delhi": {zone: "Asia/Kolkata"}, "Kuala Lumpur, Singapore": {zone: "Asia/Singapore", family: "+08"}, "Canberra, Melbourne, Sydney": {zone: "Australia/Sydney", family: "AEST AEDT"}, "Osaka, Sapporo, Tokyo": {zone: "Asia/Tokyo"}, "Beijing, Chongqing, Hong Kong, Urumqi": {zone: "Asia/Shanghai"}, "Athens, Bucharest": {zone: "Europe/Bucharest", family: "EET EEST"}, "Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius": {zone: "Europe/Helsinki", family: "EET EEST"}, "Auckland, Wellington": {zone: "Pacific/Auckland"}, "Abu Dhabi, Muscat": {zone: "Asia/Dubai"}, "Harare, Pretoria": {zone: "Africa/Johannesburg"}, "Brasilia": {zone: "America/Sao_Paulo", loose: true}, "West Central Africa": {zone: "Africa/Lagos"},

	"your local time": {local: true}, "your time": {local: true}, "your time zone": {local: true}, "local time": {local: true}, "Ortszeit": {local: true}, "heure locale": {local: true}, "hora local": {local: true}, "ora locale": {local: true}, "lokale tijd": {local: true},
})
