package place

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"roundtwo/interview/zone"
	"roundtwo/parse/token"
)

// Origin is where a letter was written, as far as it says.
type Origin struct {
	Zone string // IANA name; "" where nothing tells
	Text string // the words that tell it: "Vancouver, BC V6B 1A1"
}

// OfWriter finds where a writer sits by what stands in the letter: a postal code of Canada, "Burnaby, BC", "Dublin, Ireland",
// else the area code of a telephone number. Of several addresses the last counts, which is that of the signature. Hand in
// what the writer wrote alone: a quoted letter of hers has her own address.
//
// An area code is the weakest sign, because people keep their numbers when they move; it is good enough to ask by, and
// nothing is decided by it in silence.
func OfWriter(text string) Origin {
	for _, find := range []func(string) Origin{byPostalCode, byTown, byAreaCode} {
		if o := find(text); o.Zone != "" {
			return o
		}
	}
	return Origin{}
}

// canada is the zone of each province that has one, or nearly so, by the letters that addresses have.
var canada = map[string]string{
	"BC": "America/Vancouver", "AB": "America/Edmonton", "SK": "America/Regina", "MB": "America/Winnipeg", "ON": "America/Toronto", "QC": "America/Toronto",
	"NB": "America/Moncton", "NS": "America/Halifax", "PE": "America/Halifax", "PEI": "America/Halifax", "NL": "America/St_Johns", "YT": "America/Whitehorse",
	"NT": "America/Edmonton", "NWT": "America/Edmonton", "AZ": "America/Phoenix",
}

// districts are the provinces by the first letter of a postal code. X is shared by the Northwest Territories and Nunavut.
var districts = map[byte]string{
	'A': "NL", 'B': "NS", 'C': "PE", 'E': "NB", 'G': "QC", 'H': "QC", 'J': "QC", 'K': "ON", 'L': "ON", 'M': "ON", 'N': "ON", 'P': "ON",
	'R': "MB", 'S': "SK", 'T': "AB", 'V': "BC", 'Y': "YT",
}

var postalCode = regexp.MustCompile(`(?:^|[^A-Za-z0-9-])([ABCEGHJ-NPRSTVXY])[0-9][ABCEGHJ-NPRSTV-Z] ?[0-9][ABCEGHJ-NPRSTV-Z][0-9](?:[^A-Za-z0-9-]|$)`)

func byPostalCode(text string) (o Origin) {
	for _, m := range postalCode.FindAllStringSubmatchIndex(text, -1) {
		code := strings.TrimFunc(text[m[0]:m[1]], func(c rune) bool { return (c < 'A' || c > 'Z') && (c < '0' || c > '9') })
		id := canada[districts[text[m[2]]]]
		if strings.HasPrefix(code, "X0E") || strings.HasPrefix(code, "X0G") || strings.HasPrefix(code, "X1A") {
			id = canada["NT"]
		}
		if id != "" {
			o = Origin{Zone: id, Text: code}
		}
	}
	return o
}

// areas are the area codes of provinces that do not go by the clock of their neighbours.
var areas = map[string]string{
	"604": "BC", "250": "BC", "778": "BC", "236": "BC", "672": "BC", "257": "BC", "403": "AB", "587": "AB", "780": "AB", "825": "AB", "368": "AB",
	"204": "MB", "431": "MB", "584": "MB", "306": "SK", "639": "SK", "474": "SK", "602": "AZ", "480": "AZ", "623": "AZ", "520": "AZ", "928": "AZ",
}

var areaCode = regexp.MustCompile(`(?:^|[^0-9])(?:\+?1[ .-]?)?(?:\(([2-9][0-9]{2})\) ?|([2-9][0-9]{2})[ .-])[2-9][0-9]{2}[ .-][0-9]{4}(?:[^0-9]|$)`)

func byAreaCode(text string) (o Origin) {
	for _, m := range areaCode.FindAllStringSubmatch(text, -1) {
		if id := canada[areas[m[1]+m[2]]]; id != "" {
			o = Origin{Zone: id, Text: strings.TrimSpace(m[0])}
		}
	}
	return o
}

// byTown finds a town with its province, state or country behind a comma: "Burnaby, BC", "Calgary, Alberta", "Mumbai, India",
// and a province that stands alone at the end of a line or before a comma.
func byTown(text string) (o Origin) {
	toks := token.Cut(text)
	for i := range toks {
		if toks[i].Kind != token.Word || !capital(toks[i].Text) {
			continue
		}
		if id, n := townAt(toks, i); n > 0 {
			o = Origin{Zone: id, Text: token.Span{From: i, To: i + n}.Text(text, toks)}
		}
	}
	return o
}

// townAt reads a town and what lies behind its comma at token i.
func townAt(toks []token.Token, i int) (id string, n int) {
	if code, n := codeAt(toks, i+1); n > 0 {
		return canada[code], 1 + n
	}
	town, k := At(toks, i)
	comma := i + k
	if k == 0 || town.Word || comma+1 >= len(toks) || toks[comma].Lower != "," {
		return "", 0
	}
	region, size := At(toks, comma+1)
	if size == 0 || region.Word || !capital(toks[comma+1].Text) {
		return "", 0
	}
	for _, id := range town.Zones {
		if slices.ContainsFunc(region.Zones, func(r string) bool { return r == id || sameRules(r, id) }) {
			return id, k + 1 + size
		}
	}
	return "", 0
}

// codeAt reads ", BC", ", B.C." behind a town.
func codeAt(toks []token.Token, i int) (code string, n int) {
	if i+1 >= len(toks) || toks[i].Lower != "," || toks[i+1].Kind != token.Word {
		return "", 0
	}
	code = toks[i+1].Text
	if n = 2; code == "B" && i+3 < len(toks) && toks[i+2].Lower == "." && toks[i+3].Text == "C" {
		code, n = "BC", 4
	}
	if end := i + n; canada[code] == "" || end < len(toks) && toks[end].Kind == token.Word && !toks[end].Space {
		return "", 0
	}
	return code, n
}

// sameRules reports whether two names are those of one clock: Oslo's and Berlin's rules differ in nothing but the past.
func sameRules(a, b string) bool {
	one, err := zone.Load(a)
	if err != nil {
		return false
	}
	other, err := zone.Load(b)
	if err != nil {
		return false
	}
	return shown(one) == shown(other)
}

func capital(s string) bool { return s[0] >= 'A' && s[0] <= 'Z' || s[0] >= 0x80 }

// shown is what a clock shows in the winter and the summer to come after the rules that are embedded.
func shown(loc *time.Location) (s string) {
	year := zone.Embedded().Made.Year() + 1
	for _, month := range []time.Month{time.January, time.July} {
		s += time.Date(year, month, 15, 12, 0, 0, 0, loc).Format("-0700")
	}
	return s
}
