package where

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"roundtwo/parse/token"
)

// numberBeside reports whether a number or a code stands beside a room word: "Room 5.02", "G07", "2nd floor".
func (r *reader) numberBeside(i int, p *part) bool {
	near := func(k int) bool {
		return k >= p.from && k < p.to && (r.toks[k].Kind == token.Number || ordinals[r.toks[k].Lower] || r.toks[k].Lower == `"` ||
			k > i && startsUpper(r.toks[k].Text))
	}
	return near(i+1) || near(i-1)
}

var ordinals = words("st nd rd th first second third fourth fifth sixth seventh eighth ninth tenth ground top upper lower floor")

// numberedStreet reports whether the number at token i is a house number: "12 High Street", "Brunnenhof 3", "Dlugosza 4/6".
func (r *reader) numberedStreet(i int, p *part) bool {
	if len(r.toks[i].Text) > 5 {
		return false
	}
	for k := i + 1; k < p.to && k < i+7; k++ {
		t := &r.toks[k]
		if t.Kind == token.Word && streetWords[t.Lower] && k > i+1 || k == i+1 && streetPrefixes[t.Lower] && t.Space {
			return true
		}
		if t.Kind == token.Word && !startsUpper(t.Text) && !smallInPlace[t.Lower] && t.Space {
			break
		}
	}
	return r.streetBefore(i, p)
}

// streetPrefixes come before the name of a street, often in small letters: "8 rue des Dunes".
var streetPrefixes = words(`rue avenue av boulevard bd place quai allée allee impasse chemin route cours square passage via viale piazza corso
	calle avenida rua travessa ulica ul`)

// streetBefore reports whether a street's name stands before the house number at token i.
func (r *reader) streetBefore(i int, p *part) bool {
	if i == p.from || len(r.toks[i].Text) > 4 {
		return false
	}
	for k := i - 1; k >= p.from && k > i-6; k-- {
		t := &r.toks[k]
		if t.Kind != token.Word {
			continue
		}
		if streetWords[t.Lower] && (startsUpper(t.Text) || t.Lower == "ul" || t.Lower == "al") && t.Lower != "st" {
			return true
		}
		if startsUpper(t.Text) && k == i-1 {
			for _, end := range streetEnds {
				if strings.HasSuffix(t.Lower, end) && len(t.Lower) > len(end)+2 {
					return true
				}
			}
			if r.postcodeAfter(p.to) && !roomWords[t.Lower] {
				return true
			}
		}
	}
	return false
}

// postcodeAfter reports whether the next part is a code and a town: ", 101 Reykjavík".
func (r *reader) postcodeAfter(i int) bool {
	if i+2 >= len(r.toks) || r.toks[i].Lower != "," && r.toks[i].Kind != token.Line {
		return false
	}
	code, town := &r.toks[i+1], &r.toks[i+2]
	if town.Lower == "-" && i+4 < len(r.toks) {
		town = &r.toks[i+4]
	}
	return code.Kind == token.Number && len(code.Text) >= 3 && len(code.Text) <= 5 && town.Kind == token.Word &&
		startsUpper(town.Text) && !timeWords[town.Lower]
}

// code reports whether a part has a postal code: "Bodmin PL31 2QT", "DE 19711", "80469 München".
func (r *reader) code(p *part) bool {
	if p.to-p.from == 1 {
		return false
	}
	for i := p.from; i < p.to; i++ {
		if t := &r.toks[i]; t.Kind == token.Number {
			if len(t.Text) >= 4 && len(t.Text) <= 6 && !(len(t.Text) == 4 && t.Value >= 2000 && t.Value < 2100 && i == p.to-1 &&
				!r.region(i-1, p)) {
				return true
			}
			if len(t.Text) <= 3 && (i > p.from && !t.Space && startsUpper(r.toks[i-1].Text) || i+1 < p.to && !r.toks[i+1].Space ||
				i == p.to-1 || i == p.from && len(t.Text) == 3) {
				return true
			}
		}
	}
	return false
}

// region reports whether token i is the short name of a state: "NSW".
func (r *reader) region(i int, p *part) bool {
	return i >= p.from && len(r.toks[i].Text) <= 3 && r.toks[i].Text == strings.ToUpper(r.toks[i].Text) && r.toks[i].Kind == token.Word
}

func startsUpper(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(c) || unicode.IsTitle(c)
}

// uncased reports whether s is of a script without capitals.
func uncased(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(c) && !unicode.IsUpper(c) && !unicode.IsLower(c)
}
