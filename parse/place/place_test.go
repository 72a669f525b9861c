package place

import (
	"strings"
	"testing"

	"roundtwo/interview/zone"
	"roundtwo/parse/token"
)

// Places that letters name, in the languages that are read.
func TestPlacesAreKnown(t *testing.T) {
	for names, want := range map[string]string{
		"Tbilisi, Tiflis, Tbilissi, Тбилиси, Τιφλίδα":               "Asia/Tbilisi",
		"Baku, Bakú, Bakou, Aserbaidschan, Azerbaiyán, Азербайджан": "Asia/Baku",
		"Panama, Panamá, Panama City":                               "America/Panama",
		"Beirut, Beyrouth, Libanon, Liban, Bejrut, Líbano":          "Asia/Beirut",
		"Minsk, Мінск, Weißrussland, Belarus, Bielorussia":          "Europe/Minsk",
		"Anchorage, Alaska": "America/Anchorage",
		"Tashkent, Taschkent, Tachkent, Taškent, Uzbekistan, Usbekistan":   "Asia/Tashkent",
		"Almaty, Алматы, Kazakhstan, Kasachstan, Kazachstan, Kazajistán":   "Asia/Almaty",
		"Ulaanbaatar, Ulan Bator, Oulan-Bator":                             "Asia/Ulaanbaatar",
		"Yerevan, Eriwan, Erevan, Armenia, Armenien, Arménie":              "Asia/Yerevan",
		"Warsaw, Warszawa, Warschau, Varsovie, Varsavia, Warschau, Polen":  "Europe/Warsaw",
		"Praha, Prague, Prag, Praga, Tschechien, République tchèque":       "Europe/Prague",
		"Germany, Deutschland, Allemagne, Alemania, Germania, Duitsland":   "Europe/Berlin",
		"Kiev, Kyiv, Kijów, Kyjev, Київ, Ucrania, Україна":                 "Europe/Kyiv",
		"Vancouver, British Columbia, Colombie-Britannique, B.C., Burnaby": "America/Vancouver",
		"Calgary, Alberta, Yellowknife, Northwest Territories":             "America/Edmonton",
		"Winnipeg, Manitoba":                                                  "America/Winnipeg",
		"St. John's, Newfoundland, Terre-Neuve":                               "America/St_Johns",
		"Washington, D.C.; Washington DC; D.C.; New Jersey; NYC":              "America/New_York",
		"São Paulo, Sao Paulo, Brasília, Brasil, Brazil, Rio de Janeiro":      "America/Sao_Paulo",
		"Morocco, Maroc, Marruecos, Marokko, Casablanca, Rabat":               "Africa/Casablanca",
		"Cairo, Kairo, Le Caire, El Cairo, Egypt, Ägypten, القاهرة":           "Africa/Cairo",
		"Hanoi, Vietnam, Ho Chi Minh City, Saigon":                            "Asia/Ho_Chi_Minh",
		"Tokyo, Tokio, 東京, 日本, Japon, Giappone, Japonsko, Japan":              "Asia/Tokyo",
		"Istanbul, İstanbul, Estambul, Ankara, Türkiye, Turchia, Turquie":     "Europe/Istanbul",
		"Moscow, Moskau, Moscou, Moskwa, Москва, Saint Petersburg":            "Europe/Moscow",
		"Bogotá, Bogota, Colombia, Kolumbien":                                 "America/Bogota",
		"Phoenix, Arizona":                                                    "America/Phoenix",
		"Reykjavík, Iceland, Islande, Islandia":                               "Atlantic/Reykjavik",
		"Jerusalem, Tel Aviv, Israel, Israël":                                 "Asia/Jerusalem",
		"Addis Ababa, Äthiopien, Ethiopia, Etiopía":                           "Africa/Addis_Ababa",
		"Auckland, New Zealand, Neuseeland, Nouvelle-Zélande":                 "Pacific/Auckland",
		"Gothenburg, Göteborg, Sweden, Schweden, Suède, Sverige, Szwecja":     "Europe/Stockholm",
		"Kathmandu, Katmandou, Nepal, Népal":                                  "Asia/Kathmandu",
		"Santo Domingo; Dominican Republic; República Dominicana":             "America/Santo_Domingo",
		"Tehran, Teheran, Téhéran, Iran":                                      "Asia/Tehran",
		"Vancouver WA":                                                        "America/Los_Angeles",
		"Ivory Coast, Côte d’Ivoire, Elfenbeinküste, Costa d’Avorio, Abidjan": "Africa/Abidjan",
	} {
		sep := ","
		if strings.Contains(names, ";") {
			sep = ";"
		}
		for name := range strings.SplitSeq(names, sep) {
			p, ok := Named(name)
			if !ok || !sameRules(p.Zones[0], want) {
				t.Errorf("%s is %v, want %s", strings.TrimSpace(name), p.Zones, want)
			}
		}
	}
}

func TestNamesThatDoNotTellTheZone(t *testing.T) {
	for _, name := range []string{"Georgia", "Portland", "Washington", "Texas", "Florida"} {
		if p, _ := Named(name); len(p.Zones) != 2 {
			t.Errorf("%s is %v, want two zones", name, p.Zones)
		}
	}
	for _, name := range []string{"USA", "Canada", "Russia", "Australia", "Indonesia", "reunión", "cita", "Zorgon", "", "!"} {
		if p, ok := Named(name); ok {
			t.Errorf("%s is %v, want nothing", name, p.Zones)
		}
	}
	for _, name := range []string{"German", "Split", "English", "deutscher"} {
		if p, _ := Named(name); !p.Word {
			t.Errorf("%s is %+v, want a word", name, p)
		}
	}
	for _, name := range []string{"Jordan", "Regina", "Dominique"} {
		if p, _ := Named(name); !p.Name {
			t.Errorf("%s is %+v, want a name of people", name, p)
		}
	}
}

// Every line of the table can be found in a text, and its zones load.
func TestTheTableIsSound(t *testing.T) {
	n := 0
	for key, p := range names() {
		n++
		if Key(key) != key {
			t.Errorf("%q is written as %q in a text", key, Key(key))
		}
		for _, id := range p.Zones {
			if _, err := zone.Load(id); err != nil {
				t.Errorf("%s: %v", key, err)
			}
		}
		if _, k := At(token.Cut(key), 0); len(p.Zones) == 0 || k == 0 {
			t.Errorf("%q cannot be found", key)
		}
	}
	if n < 9000 {
		t.Errorf("only %d places", n)
	}
}

func TestALetterTellsWhereItWasWritten(t *testing.T) {
	for text, want := range map[string]string{
		"Maple Labs, 1055 W Hastings St, Vancouver, BC V6E 2E9": "America/Vancouver",
		"Priya\n--\n400 Portage Ave\nWinnipeg MB  R3C 0C4":      "America/Winnipeg",
		"Jean, 1200 av. McGill, Montréal (Québec) H3B 4G7":      "America/Toronto",
		"Talent, Northgate Energy\nCalgary, Alberta":            "America/Edmonton",
		"Office: Burnaby, B.C.":                                 "America/Vancouver",
		"5012 49 St, Yellowknife NT X1A 1R9":                    "America/Edmonton",
		"Iqaluit NU X0A 0H0":                                    "",
		"Kestrel Ltd, Dublin, Ireland":                          "Europe/Dublin",
		"Lotus Systems, Mumbai, India":                          "Asia/Kolkata",
		"Bergwerk GmbH\nFrankfurt, Germany":                     "Europe/Berlin",
		"Sun Devices, Tempe, AZ 85281":                          "America/Phoenix",
		"T (604) 555-0143":                                      "America/Vancouver",
		"call me at +1 403-555-0110":                            "America/Edmonton",
		"T 212-555-0143":                                        "",
		"order 604 555 01 43, room 250-204":                     "",
		"We are in Vancouver.":                                  "",
		"Head office: London, UK. Signed in Vancouver, BC":      "America/Vancouver",
		"the tutor of Adelaide, Jordan":                         "",
		"Paris, France":                                         "Europe/Paris",
		"Please ask for Georgia, Sydney and Chelsea":            "",
		"":                           "",
		"V6E2E9":                     "America/Vancouver",
		"your code is T5G3X1-K9V2B4": "",
		"Berlin, Ontario":            "",
		"one of \"Victoria, British Columbia\" and “Seattle, Washington”: Alki, BC.": "America/Vancouver",
	} {
		if got := OfWriter(text); got.Zone != want || (want != "") == (got.Text == "") || !strings.Contains(text, got.Text) {
			t.Errorf("%q: %+v, want %q", text, got, want)
		}
	}
}

func FuzzOfWriter(f *testing.F) {
	for _, s := range []string{"Vancouver, BC V6E 2E9", "Washington, D.C.", "St. John's,", "(604) 555-0143", "\xff, BC", "São Paulo, Brasil"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if o := OfWriter(s); o.Zone != "" {
			if _, err := zone.Load(o.Zone); err != nil || !strings.Contains(s, o.Text) {
				t.Errorf("%q: %+v (%v)", s, o, err)
			}
		}
		toks := token.Cut(s)
		for i := range toks {
			if p, n := At(toks, i); n < 0 || i+n > len(toks) || n > 0 && len(p.Zones) == 0 {
				t.Errorf("%q at %d: %d tokens, %v", s, i, n, p)
			}
			if p, n := Before(toks, i); n < 0 || n > i || n > 0 && len(p.Zones) == 0 {
				t.Errorf("%q before %d: %d tokens, %v", s, i, n, p)
			}
		}
	})
}
