package parse

import (
	"slices"
	"strings"

	"roundtwo/parse/token"
)

// artefacts are what people are asked to send before an interview; "send me your availability" asks for something
// else.
var artefacts = wordSet(`slides deck presentation portfolio cv resume case form forms copy copies documents document certificate
	certificates diploma diplomas reference references sample samples code assignment exercise transcript transcripts statement plan
	photo photos passport id licence license work title essay proposal reel book list summary prasentation folien lebenslauf zeugnisse
	unterlagen presentation diapositives documents diplomes presentacion diapositivas documentos titulos apresentacao presentazione
	documenti curriculum slide presentatie diploma proof project link repo design designs solution answers questionnaire nda`)

// Words that end the thing asked for.
var bringStops = wordSet(`so because since when if as while before by until on at where which that who they we i you he she it this
	should please thank thanks ready available then but unless although in to for damit da weil falls wenn bis zum zur am
	pour afin car si avant para porque antes si se per perche prima zodat omdat als voor mit mee with beforehand via from`)

// Words that may stand before it and say nothing.
var bringLeads = wordSet(`a an the your any some along with you me us him her also either both please my our ihre ihren ihr deine
	deinen dein einen eine ein die den das bitte auch un une votre vos le la les des su sus tu una unos el los las os as o seu sua seus il
	lo i gli suo sua i tuoi uw je een de het mit`)

// Things that are asked for and are none.
var bringNothing = wordSet(`no nothing yourself anything questions availability time times slot slots receipt receipts confirmation response
	reply answer preference preferences choice minutes message note line email mail feedback question patience appetite friend
	conversation interview calendar day date look thought call great nice good lovely reminder back details`)

// maxBring is how many words a thing may have.
const maxBring = 12

// bring gives what the mail asks to bring, prepare or send beforehand, in its words.
func (d *document) bring() []string {
	var out []string
	for i := range d.units {
		u := &d.units[i]
		if u.has("nothing to bring") {
			continue
		}
		end := 0
		for _, h := range u.hits {
			if h.sign != "bring" && h.sign != "hand over" || h.words.From < end {
				continue
			}
			things, to := d.things(u, h)
			for _, thing := range things {
				if !slices.Contains(out, thing) {
					out = append(out, thing)
				}
			}
			if len(things) > 0 {
				end = to
			}
		}
	}
	return out
}

// things reads what a phrase asks for: the list behind it, or below it where the phrase is a label; to is the word after.
func (d *document) things(u *unit, h hit) (list []string, to int) {
	if h.words.To >= u.words.To {
		return h.fit(d.below(u)), u.words.To
	}
	// "prepare a short outline": the article is part of the phrase and of the thing.
	list, end := d.thingsIn(token.Span{From: d.words[h.words.To].tok, To: u.To})
	return h.fit(list), d.wordAt(end)
}

// thingsIn reads a list joined by commas and "and"; end is the token at which it stops.
func (d *document) thingsIn(s token.Span) (list []string, end int) {
	var thing []int
	flush := func() {
		if text := d.thing(thing); text != "" {
			list = append(list, text)
		}
		thing = thing[:0]
	}
	inside := 0
	for t := s.From; t < s.To; t++ {
		tok := d.Tokens[t]
		switch {
		case tok.Is("("):
			inside++
		case tok.Is(")"):
			inside--
		case inside > 0:
		case tok.Kind == token.Line:
			continue
		case tok.Is(",") || tok.Is("/") && tok.Space || joins[tok.Lower]:
			flush()
			continue
		case ends(tok) || len(thing) > 0 && bringStops[tok.Lower] || len(thing) > maxBring*2:
			flush()
			return list, t
		}
		thing = append(thing, t)
	}
	flush()
	return list, s.To
}

var joins = wordSet("and und et y e ed en plus sowie & +")

func ends(t token.Token) bool {
	return t.Ends() || t.Is(".") && !t.Space || t.Is(";") || t.Is(":") || t.Is("!") || t.Is("?") || t.Is("-") && t.Space
}

// thing is the text of the tokens without words that say nothing; "" where no thing is left.
func (d *document) thing(toks []int) string {
	for len(toks) > 0 && (bringLeads[d.Tokens[toks[0]].Lower] || d.Tokens[toks[0]].Kind == token.Punct && !d.Tokens[toks[0]].Is("(")) {
		toks = toks[1:]
	}
	for len(toks) > 0 && bringLeads[d.Tokens[toks[len(toks)-1]].Lower] {
		toks = toks[:len(toks)-1]
	}
	if len(toks) == 0 || bringNothing[d.Tokens[toks[0]].Lower] || bringNothing[d.Tokens[toks[len(toks)-1]].Lower] || bringStops[d.Tokens[toks[0]].Lower] {
		return ""
	}
	return d.At(token.Span{From: toks[0], To: toks[len(toks)-1] + 1})
}

// fit keeps of what is to be sent only what can be handed over.
func (h hit) fit(list []string) []string {
	if h.sign == "bring" {
		return list
	}
	for _, thing := range list {
		for word := range strings.FieldsSeq(thing) {
			if artefacts[token.Fold(strings.Trim(word, "(),."))] {
				return list
			}
		}
	}
	return nil
}
