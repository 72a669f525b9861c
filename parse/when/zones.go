package when

import "strings"

// zoneWord is a zone as people write it.
type zoneWord struct {
	zone   string // IANA name; the one that most people mean by it
	family string // abbreviations of the same clock: her own zone is taken where it uses one of them
	loose  bool   // also an everyday word or name: a zone only right after a clock time, or in capitals where short
	dst    int8   // the word says: 1 summer time, -1 winter time, 0 either
	local  bool   // "your local time": hers, whichever it is
	ours   bool   // "our time": the writer's, of which only the offset is known

	isPlace bool      // said by a place: "Vancouver time"
	orElse  string    // the other zone that the place may lie in: Georgia
	unknown bool      // a zone is stated that is not known: "Zorgon time"
	beside  *zoneWord // what is said of the same clock as well: "Vancouver time (PT)", "PT (UTC-8)"
	said    string    // its words, as they are shown in a question
	word    string    // its first word in small letters
}

// zoneRow is a zone with the names that people give it.
type zoneRow struct {
	zone   string // IANA name; the one that most people mean
	family string // see zoneWord
	dst    int8   // see zoneWord
	loose  string // names that are everyday words or short, with semicolons between
	sure   string // names that can be nothing else
}

// zoneTable is every zone that is known by words. Abbreviations are the ones in use in 2026 by the IANA zone data;
// localised names and those of Windows follow CLDR. Cities and countries are known by package place.
var zoneTable = []zoneRow{
	{"America/New_York", "EST EDT", 0, `ET; Eastern`, `Eastern Time; East Coast time; US Eastern; Eastern Time - US & Canada; Eastern Time (US & Canada);
		Eastern Time (US and Canada)`},
	{"America/New_York", "EST EDT", -1, `EST`, `Eastern Standard Time`},
	{"America/New_York", "EST EDT", 1, `EDT`, `Eastern Daylight Time`},
	{"America/Chicago", "CST CDT", 0, `CT; Central`, `Central Time; US Central; Central Time - US & Canada; Central Time (US & Canada); Central Time (US and Canada)`},
	{"America/Chicago", "CST CDT", -1, `CST`, `Central Standard Time`},
	{"America/Chicago", "CST CDT", 1, `CDT`, `Central Daylight Time`},
	{"America/Denver", "MST MDT", 0, `MT; Mountain`, `Mountain Time; Mountain Time - US & Canada; Mountain Time (US & Canada); Mountain Time (US and Canada)`},
	{"America/Denver", "MST MDT", -1, `MST`, `Mountain Standard Time`},
	{"America/Denver", "MST MDT", 1, `MDT`, `Mountain Daylight Time`},
	{"America/Phoenix", "", 0, ``, `Arizona time`},
	{"America/Los_Angeles", "PST PDT", 0, `PT; Pacific`, `Pacific Time; West Coast time; Pacific Time - US & Canada; Pacific Time (US & Canada);
		Pacific Time (US and Canada)`},
	{"America/Los_Angeles", "PST PDT", -1, `PST`, `Pacific Standard Time`},
	{"America/Los_Angeles", "PST PDT", 1, `PDT`, `Pacific Daylight Time`},
	{"America/Anchorage", "", 0, ``, `AKST; AKDT; Alaska time`},
	{"Pacific/Honolulu", "", 0, `HST`, `Hawaii time`},
	{"America/Halifax", "AST ADT", 0, `AST; ADT`, `Atlantic Time`},
	{"America/St_Johns", "", 0, `NST; NDT`, `Newfoundland Time`},
	{"Europe/London", "GMT", -1, `GMT`, `Greenwich Mean Time`},
	{"Europe/London", "BST", 1, `BST`, ``},
	{"Europe/London", "", 1, ``, `British Summer Time`},
	{"Europe/London", "", 0, `UK`, `British time; UK time; U.K. time; UK, Ireland, Lisbon Time; United Kingdom Time;
		United Kingdom/Ireland Time - London; GMT Greenwich Mean Time (London); Dublin, Edinburgh, Lisbon, London`},
	{"Asia/Kolkata", "IST", 0, `IST`, ``},
	{"Asia/Kolkata", "", 0, ``, `Indian Standard Time; India Standard Time; Chennai, Kolkata, Mumbai, New Delhi`},
	{"Europe/Dublin", "", 0, ``, `Irish Standard Time; Irish Summer Time; United Kingdom/Ireland Time - Dublin`},
	{"Asia/Jerusalem", "", 0, `IDT`, `Israel Standard Time; Israel Daylight Time`},
	{"UTC", "", 0, `UTC; Z; Zulu`, `Coordinated Universal Time`},
	{"Europe/Lisbon", "WET WEST", 0, `WET`, `Western European Time`},
	{"Europe/Lisbon", "WET WEST", 1, `WEST`, ``},
	{"Europe/Berlin", "CET CEST", -1, `CET`, `Central European Standard Time; MEZ`},
	{"Europe/Berlin", "CET CEST", 1, `CEST`, `Central European Summer Time; MESZ`},
	{"Europe/Berlin", "CET CEST", 0, `CET/CEST; MET`, `Central European Time; W. Europe Standard Time; mitteleuropäische Zeit;
		Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna`},
	{"Europe/Paris", "CET CEST", 0, `HEC`, `Romance Standard Time; heure d'Europe centrale; Brussels, Copenhagen, Madrid, Paris`},
	{"Europe/Berlin", "", 0, ``, `deutscher Zeit; deutsche Zeit`},
	{"Europe/Madrid", "CET CEST", 0, ``, `hora de Europa central`},
	{"Europe/Madrid", "", 0, ``, `hora peninsular; hora peninsular española; hora española`},
	{"Europe/Rome", "", 0, ``, `ora italiana`},
	{"Europe/Amsterdam", "", 0, ``, `Nederlandse tijd`},
	{"Europe/Paris", "", 0, ``, `heure française`},
	{"America/Sao_Paulo", "", 0, `BRT; Brasilia`, `horário de Brasília; Brasília time`},
	{"Europe/Helsinki", "EET EEST", 0, `EET; OEZ`, `Eastern European Time; Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius`},
	{"Europe/Helsinki", "EET EEST", 1, `EEST`, ``},
	{"Europe/Moscow", "", 0, `MSK`, ``},
	{"Europe/Istanbul", "", 0, `TRT`, ``},
	{"Africa/Lagos", "WAT", 0, `WAT`, `West Africa Time`},
	{"Africa/Maputo", "CAT", 0, `CAT`, `Central Africa Time`},
	{"Africa/Nairobi", "EAT", 0, `EAT`, `East Africa Time`},
	{"Africa/Johannesburg", "SAST", 0, `SAST`, ``},
	{"Africa/Johannesburg", "", 0, ``, `South African Standard Time; Harare, Pretoria`},
	{"Asia/Dubai", "", 0, `GST`, `Gulf Standard Time; Abu Dhabi, Muscat`},
	{"Asia/Karachi", "", 0, `PKT`, ``},
	{"Asia/Kathmandu", "", 0, `NPT`, ``},
	{"Asia/Singapore", "", 0, `SGT`, `Singapore Standard Time`},
	{"Asia/Kuala_Lumpur", "", 0, `MYT`, ``},
	{"Asia/Hong_Kong", "", 0, `HKT`, ``},
	{"Asia/Manila", "", 0, `PHT; PHST`, ``},
	{"Asia/Bangkok", "+07", 0, `ICT`, ``},
	{"Asia/Jakarta", "", 0, `WIB`, ``},
	{"Asia/Makassar", "", 0, `WITA`, ``},
	{"Asia/Jayapura", "", 0, `WIT`, ``},
	{"Asia/Tokyo", "", 0, `JST`, `Japan Standard Time; 日本時間; Osaka, Sapporo, Tokyo`},
	{"Asia/Seoul", "", 0, `KST`, `Korea Standard Time; 한국 시간`},
	{"Asia/Shanghai", "", 0, ``, `China Standard Time; 北京时间; Beijing, Chongqing, Hong Kong, Urumqi`},
	{"Asia/Taipei", "", 0, ``, `Taipei time`},
	{"Australia/Sydney", "AEST AEDT", -1, `AEST`, `Australian Eastern Standard Time`},
	{"Australia/Sydney", "AEST AEDT", 1, `AEDT`, `Australian Eastern Daylight Time`},
	{"Australia/Sydney", "AEST AEDT", 0, `AET`, `Australian Eastern Time; Canberra, Melbourne, Sydney`},
	{"Australia/Adelaide", "ACST ACDT", 0, `ACST`, ``},
	{"Australia/Adelaide", "ACST ACDT", 1, `ACDT`, ``},
	{"Australia/Perth", "", 0, `AWST`, ``},
	{"Pacific/Auckland", "NZST NZDT", -1, `NZST`, ``},
	{"Pacific/Auckland", "NZST NZDT", 1, `NZDT`, ``},
	{"Pacific/Auckland", "", 0, `NZT`, `Auckland, Wellington`},
	{"America/Argentina/Buenos_Aires", "", 0, `ART`, ``},
	{"America/Santiago", "", 0, `CLT; CLST`, ``},
	{"America/Bogota", "", 0, `COT`, ``},
	{"America/Lima", "", 0, `PET`, ``},
	{"America/Caracas", "", 0, `VET`, ``},
	{"America/Montevideo", "", 0, `UYT`, ``},
	{"Europe/Budapest", "CET CEST", 0, ``, `Belgrade, Bratislava, Budapest, Ljubljana, Prague`},
	{"Europe/Warsaw", "CET CEST", 0, ``, `Sarajevo, Skopje, Warsaw, Zagreb`},
	{"Asia/Singapore", "+08", 0, ``, `Kuala Lumpur, Singapore`},
	{"Europe/Bucharest", "EET EEST", 0, ``, `Athens, Bucharest`},
	{"Africa/Lagos", "", 0, ``, `West Central Africa`},
}

// localTimes say that the reader's own zone is meant, whichever it is.
const localTimes = `your local time; your time; your time zone; local time; Ortszeit; heure locale; hora local; ora locale;
	lokale tijd`

// writerTimes say that the writer's own zone is meant.
const writerTimes = `our time; ours; my time; our end`

// zoneWords is every name of the tables.
var zoneWords = makeZones()

func makeZones() map[string]zoneWord {
	out := map[string]zoneWord{}
	for _, row := range zoneTable {
		z := zoneWord{zone: row.zone, family: row.family, dst: row.dst}
		addNames(out, row.sure, z)
		z.loose = true
		addNames(out, row.loose, z)
	}
	addNames(out, localTimes, zoneWord{local: true})
	addNames(out, writerTimes, zoneWord{ours: true, loose: true})
	return out
}

func addNames(out map[string]zoneWord, names string, z zoneWord) {
	for _, name := range strings.Split(names, ";") {
		if name = strings.TrimSpace(name); name != "" {
			out[name] = z
		}
	}
}
