package parse

import (
	"roundtwo/parse/text"
	"strings"
	"testing"
)

func TestBring(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Please bring your NMC statement of entry and one form of photographic ID.", "NMC statement of entry|one form of photographic ID"},
		{"Bring your licence and your white card, wear boots.", "licence|white card|wear boots"},
		{"You should bring with you a passport or driving licence.", "passport or driving licence"},
		{"Please prepare a short outline (maximum three slides) of your first 100 days.", "short outline (maximum three slides) of your first 100 days"},
		{"Please send me your deck by end of day Wednesday.", "deck"},
		{"Please send a current CV and the title of your writing sample beforehand.", "current CV|title of your writing sample"},
		{"Please carry your passport for building registration.", "passport"},
		{"Please have two case studies ready that you can share.", "two case studies"},
		{"Kindly come along with the originals of your credentials, NYSC discharge certificate and a valid means of identification.",
			"originals of your credentials|NYSC discharge certificate|valid means of identification"},
		{"Could you take with you your diploma and the reference letter of your last employer?", "diploma|reference letter of your last employer"},
		{"On arrival, report to reception. Bring proof of your right to work in the UK.", "proof of your right"},
		{"Bring nothing but yourself; we shall provide the manuscripts.", ""},
		{"You will not be asked to give a presentation.", ""},
		{"No prep at all. Grab a coffee :)", ""},
		{"Nothing to prepare as such.", ""},
		{"The committee asks that you bring no written materials.", ""},
		{"Please send me your availability for next week.", ""},
		{"Please send me your parking receipt.", ""},
		{"Please let me know if you have any questions.", ""},
		{"Ed at the security desk will have a badge for you.", ""},
		{"You don't need to bring anything.", ""},
		{"Bitte bringen Sie Ihre Zeugnisse im Original mit.", "Zeugnisse im Original"},
		{"Merci d'apporter votre portfolio et une pièce d'identité.", "portfolio|pièce d'identité"},
		{"Por favor, trae tu DNI y el currículum.", "DNI|currículum"},
		{"La preghiamo di portare un documento d'identità.", "documento d'identità"},
		{"Neem je paspoort en diploma's mee.", "paspoort|diploma's"},
		{"Por favor, traga o seu portefólio.", "portefólio"},
		{"We will bring in two colleagues.", ""},
		{"This brings me to the next step.", ""},
	} {
		d := read(text.New("Second interview", test.text, ""))
		if got := strings.Join(d.bring(), "|"); got != test.want {
			t.Errorf("%q asks for %q, want %q", test.text, got, test.want)
		}
	}
}
