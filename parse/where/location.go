package where

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"roundtwo/parse/token"
)

// grade says what a part of a text between commas is.
type grade uint8

const (
	noPlace  grade = iota
	named          // capital letters only: a town, a company
	numbered       // a number and capitals: a street beside a town, by itself nothing
	postcode       // a town with its code
	room           // a room or floor
	building       // a building or site by its name
	street         // a street with its number
)

// part is the text between two commas, brackets or line ends.
type part struct {
	from, to int // tokens
	grade    grade
	joined   bool // only a comma, or the end of a line inside an address, stands before it
	led      bool // "at", "in" or the like stood before it and was cut off
	closed   bool // a time stood after it and was cut off: the address ends here
}

// found is an address put together from parts.
type found struct {
	from, to int
	weight   int
	text     string
}

// reader finds places in one text.
type reader struct {
	text  string
	toks  []token.Token
	end   int    // where signature or footer starts
	foot  int    // where the footer starts
	skip  []bool // tokens of web and mail addresses
	width int    // at which lines were wrapped, 0 where they were not
}

// location finds the postal address or room.
func (r *reader) location(onsite bool) (string, token.Span) {
	if f := r.labelled(); f.text != "" {
		return f.text, token.Span{From: f.from, To: f.to}
	}
	best := found{}
	parts := r.parts()
	for i := 0; i < len(parts); {
		f, next := r.gather(parts, i)
		if f.from >= r.foot || f.from >= r.end && !onsite {
			f.weight = 0
		} else if f.from >= r.end {
			f.weight -= 5
		}
		if f.weight > best.weight {
			best = f
		}
		i = next
	}
	return best.text, token.Span{From: best.from, To: best.to}
}

// gather puts the parts that follow each other from i on into one address.
func (r *reader) gather(parts []part, i int) (f found, next int) {
	for i < len(parts) && parts[i].grade == noPlace {
		i++
	}
	if i >= len(parts) {
		return f, i
	}
	end, weight, strong := i, 0, noPlace
	for k := i; k < len(parts) && k-i < 9; k++ {
		p := parts[k]
		if p.grade == noPlace || k > i && (!p.joined || p.led) {
			break
		}
		strong = max(strong, p.grade)
		weight += gradeWeight[p.grade]
		end = k + 1
		if p.closed {
			break
		}
	}
	if parts[i].led {
		weight += 3
	}
	if strong < room && !(strong >= numbered && weight >= 6) || weight < 4 {
		return f, end
	}
	f = found{from: parts[i].from, to: parts[end-1].to, weight: weight}
	f.text = r.join(parts[i:end])
	return f, end
}

var gradeWeight = [...]int{noPlace: 0, named: 1, numbered: 3, postcode: 3, room: 3, building: 3, street: 5}

// join writes the parts as one line.
func (r *reader) join(parts []part) string {
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(r.line(p.from, p.to))
	}
	return b.String()
}

// line gives the text of tokens as one line.
func (r *reader) line(from, to int) string {
	if from >= to {
		return ""
	}
	return strings.Join(strings.Fields(r.text[r.toks[from].Start:r.toks[to-1].End]), " ")
}

// parts cuts the text at commas, brackets, ends of sentences and lines.
func (r *reader) parts() []part {
	var out []part
	from, joined := 0, false
	for i := 0; i <= len(r.toks); i++ {
		if i < len(r.toks) && !r.skip[i] && !r.splits(i) {
			continue
		}
		for from < i && r.toks[from].Lower == ">" { // a quoted line
			from++
		}
		if i > from {
			p := part{from: from, to: i, joined: joined}
			r.grade(&p)
			out = append(out, p)
		}
		joined = i < len(r.toks) && !r.skip[i] && (r.toks[i].Lower == "," || r.toks[i].Kind == token.Line && i > from && r.addressGoesOn(i))
		from = i + 1
	}
	return out
}

// addressGoesOn reports whether the line after token i goes on with an address: it starts with a capital or a number,
// as lines of a block do.
func (r *reader) addressGoesOn(i int) bool {
	if i+1 >= len(r.toks) {
		return false
	}
	t := &r.toks[i+1]
	return t.Kind == token.Number || t.Kind == token.Word && startsUpper(t.Text)
}

// splits reports whether token i ends a part.
func (r *reader) splits(i int) bool {
	t := &r.toks[i]
	switch {
	case t.Kind == token.Line:
		return !r.wrapped(i)
	case t.Ends():
		return true
	case t.Kind != token.Punct:
		return false
	}
	if c, _ := utf8.DecodeRuneInString(t.Text); c >= 0x1F000 {
		return true // a pin or a calendar leaf before a row
	}
	switch t.Lower {
	case ",", ";", "(", ")", "!", "?", "|", "•", ":", "⋅", "[", "]":
		return t.Lower != ":" || i+1 >= len(r.toks) || r.toks[i+1].Space || r.toks[i+1].Ends()
	case ".":
		return (i+1 >= len(r.toks) || r.toks[i+1].Space || r.toks[i+1].Ends()) && !r.abbreviated(i)
	case "-":
		return t.Space && i+1 < len(r.toks) && r.toks[i+1].Space
	}
	return false
}

// abbreviated reports whether the full stop at token i belongs to a short word of an address: "St.", "ul.".
func (r *reader) abbreviated(i int) bool {
	if i == 0 || i+1 >= len(r.toks) || r.toks[i+1].Ends() || r.toks[i].Space {
		return false
	}
	w := &r.toks[i-1]
	if w.Kind == token.Number {
		return streetWords[r.toks[i+1].Lower] // "5. Cadde"
	}
	return w.Kind == token.Word && len(w.Text) <= 4 && (streetWords[w.Lower] || len(w.Text) == 1 || w.Lower == "no" || w.Lower == "nr" || w.Lower == "bldg")
}

// grade finds out what a part is, and cuts off what leads to it: "which will be held at our". Of several words that may
// lead to a place the last counts, unless only an earlier one leaves an address: "an der Bahnhofstrasse 44 in Wohlen".
func (r *reader) grade(p *part) {
	whole := *p
	for at, n := whole.to, 0; n < 4; n++ {
		lead, from := r.lastLead(whole.from, at)
		q := whole
		q.from, q.led = from, from > whole.from
		r.gradeHead(&q)
		if n == 0 || q.grade >= room {
			*p = q
		}
		if q.grade >= room || lead <= whole.from {
			return
		}
		at = lead
	}
}

// gradeHead grades a part whose lead is cut off; what follows the place is cut off as well.
func (r *reader) gradeHead(p *part) {
	p.to, p.closed = r.cutTime(p.from, p.to)
	if p.to-p.from > 12 || p.from >= p.to {
		return
	}
	if p.grade = r.gradeOf(p); p.grade > noPlace {
		return
	}
	if to := r.cutRest(p.from, p.to); to < p.to && p.joined {
		head := part{from: p.from, to: to, joined: p.joined, led: p.led, closed: true}
		if head.grade = r.gradeOf(&head); head.grade > noPlace {
			*p = head
		}
	}
}

// cutRest gives the token where a sentence goes on behind a place: "20457 Hamburg ein", "Abuja and no longer".
func (r *reader) cutRest(from, to int) int {
	for i := from + 1; i < to; i++ {
		if t := &r.toks[i]; t.Kind == token.Word && t.Space && !startsUpper(t.Text) && !uncased(t.Text) && !smallInPlace[t.Lower] && !buildingWords[t.Lower] && !roomWords[t.Lower] || t.Lower == "and" {
			return i
		}
	}
	return to
}

// cutTime ends a part before the time that follows a place: "London EC2R 7HX at 5.30pm on Thursday".
func (r *reader) cutTime(from, to int) (end int, cut bool) {
	for i := from + 1; i+1 < to; i++ {
		if t := &r.toks[i]; t.Kind != token.Word || !beforeTime[t.Lower] || startsUpper(t.Text) {
			continue
		}
		if r.isTime(i+1, to) {
			return i, true
		}
	}
	return to, false
}

// isTime reports whether a time or a date starts at token i: "5.30pm", "Thursday", "the 21st".
func (r *reader) isTime(i, to int) bool {
	if i >= to {
		return false
	}
	t := &r.toks[i]
	switch {
	case timeWords[t.Lower] && t.Lower != "am":
		return true
	case t.Kind == token.Number:
		return !r.houseNumber(i, to) && !(streetWords[r.toks[to-1].Lower] && startsUpper(r.toks[to-1].Text))
	}
	return t.Lower == "the" && i+1 < to && r.toks[i+1].Kind == token.Number && !floorWords[r.toks[min(i+3, to-1)].Lower]
}

var (
	beforeTime = words("at on from by between um à le am until till for this next")
	floorWords = words("floor level storey")
	siteNouns  = words("location address office offices premises site hq headquarters")
)

// houseNumber reports whether the number at token i starts an address: "at 12 High Street".
func (r *reader) houseNumber(i, to int) bool {
	return i+1 < to && r.toks[i+1].Kind == token.Word && r.toks[i+1].Space && (startsUpper(r.toks[i+1].Text) && !timeWords[r.toks[i+1].Lower] || streetPrefixes[r.toks[i+1].Lower])
}

// lastLead finds the last "at", "in", "to" in [from, to): lead is where it stands, after where the place behind it
// starts, its article passed. Both are from where none stands.
func (r *reader) lastLead(from, to int) (lead, after int) {
	for i := to - 1; i >= from; i-- {
		if !r.leads(i, from, to) {
			continue
		}
		at := i + 1
		for at < to && articles[r.toks[at].Lower] && r.toks[at].Kind == token.Word {
			at++
		}
		if at+2 < to && siteNouns[r.toks[at].Lower] && (startsUpper(r.toks[at+1].Text) || r.toks[at+1].Kind == token.Number) {
			at++ // "at our location Legmeerpad 101"
		}
		return i, at
	}
	return from, from
}

// leads reports whether token i leads to a place: "at", "address is", "an der".
func (r *reader) leads(i, from, to int) bool {
	t := &r.toks[i]
	if t.Kind != token.Word || startsUpper(t.Text) && i > from || r.isTime(i+1, to) {
		return false
	}
	switch t.Lower {
	case "is", "are", "ist":
		return i > from && (siteNouns[r.toks[i-1].Lower] || siteWords[r.toks[i-1].Lower])
	case "an":
		return i+1 < to && (r.toks[i+1].Lower == "der" || r.toks[i+1].Lower == "dem")
	}
	return prepositions[t.Lower] || r.onFloor(i, to)
}

// onFloor reports whether "on the 2nd floor" stands at token i.
func (r *reader) onFloor(i, to int) bool {
	if r.toks[i].Lower != "on" || i+2 >= to || r.toks[i+1].Lower != "the" {
		return false
	}
	for k := i + 2; k < to && k < i+6; k++ {
		if floorWords[r.toks[k].Lower] {
			return true
		}
	}
	return false
}

var (
	prepositions = words("at in to into visit au aux bei im chez presso bij te")
	articles     = words("the our my their your this a unser unserem unserer notre nos nuestra nuestras onze nostra la le die der das dem den")
)

// gradeOf grades a part without its lead.
func (r *reader) gradeOf(p *part) grade {
	capitals, numbers, best := 0, 0, named
	for i := p.from; i < p.to; i++ {
		t := &r.toks[i]
		switch {
		case t.Kind == token.Number:
			numbers++
		case t.Kind == token.Punct:
			if !strings.Contains(`.-/'"&#–`, t.Lower) && len(t.Lower) == 1 {
				return noPlace
			}
		case timeWords[t.Lower] && !r.inStreet(i, p) && !(t.Lower == "am" && r.betweenCapitals(i, p)):
			return noPlace
		case t.Kind == token.Word && !startsUpper(t.Text) && uncased(t.Text):
			capitals++
		case t.Kind == token.Word && startsUpper(t.Text):
			capitals++
		case t.Lower == "in" && i > p.from && i+1 < p.to && startsUpper(r.toks[i+1].Text) && (r.toks[i-1].Kind == token.Number || startsUpper(r.toks[i-1].Text)):
		case t.Kind == token.Word && !smallInPlace[t.Lower] && !streetPrefixes[t.Lower] && !buildingWords[t.Lower] && !roomWords[t.Lower] && !r.joinedTo(i):
			return noPlace
		}
		best = max(best, r.gradeAt(i, p))
	}
	switch {
	case best > named:
		return best
	case capitals == 0 || r.sentenceWord(p.from):
		return noPlace
	case numbers > 0 && capitals <= 5 && r.code(p):
		return postcode
	case numbers == 1 && capitals <= 4 && r.toks[p.from].Kind == token.Number && len(r.toks[p.from].Text) <= 4 && p.to-p.from > 1 && r.toks[p.from+1].Space:
		return numbered
	case numbers > 0 || capitals > 6:
		return noPlace
	}
	return named
}

// sentenceWord reports whether the part starts as sentences do.
func (r *reader) sentenceWord(i int) bool {
	return sentenceStarts[r.toks[i].Lower]
}

var sentenceStarts = words("i we you he she it they please this that there here if when bring kind best dear hi hello thanks thank cheers regards yours all your our my his her no yes and but or so as on by for with from after before once let looking see band dr mr mrs ms prof")

// joinedTo reports whether token i belongs to the word before it: "o" of "O'Connell", "s" of "Rudge's", "7b".
func (r *reader) joinedTo(i int) bool {
	return i > 0 && !r.toks[i].Space && r.toks[i-1].Kind != token.Line
}

// betweenCapitals reports whether token i joins two words of a name: "Frankfurt am Main".
func (r *reader) betweenCapitals(i int, p *part) bool {
	return i > p.from && i+1 < p.to && startsUpper(r.toks[i-1].Text) && startsUpper(r.toks[i+1].Text)
}

// inStreet lets "March" stand in the name of a street: "3 Marsh Wall", "St. August Way".
func (r *reader) inStreet(i int, p *part) bool {
	return i+1 < p.to && streetWords[r.toks[i+1].Lower] && startsUpper(r.toks[i+1].Text)
}

// gradeAt grades what token i makes of its part.
func (r *reader) gradeAt(i int, p *part) grade {
	t := &r.toks[i]
	if t.Kind == token.Number {
		if r.numberedStreet(i, p) {
			return street
		}
		return noPlace
	}
	if t.Kind != token.Word {
		return noPlace
	}
	upper := startsUpper(t.Text)
	switch {
	case roomWords[t.Lower] && r.numberBeside(i, p), roomWords[t.Lower] && i > p.from && (upper || startsUpper(r.toks[i-1].Text) || roomKinds[r.toks[i-1].Lower]):
		return room
	case upper && streetWords[t.Lower] && i > p.from && startsUpper(r.toks[i-1].Text) && t.Lower != "may":
		return building
	case upper && buildingWords[t.Lower] && i > p.from && (startsUpper(r.toks[i-1].Text) || uncased(r.toks[i-1].Text)):
		return building
	case upper && foreignBuilding[t.Lower] && i+1 < p.to && startsUpper(r.toks[i+1].Text):
		return building
	}
	return noPlace
}

var (
	roomKinds       = words("meeting conference seminar interview board training reading lecture committee second third fourth fifth sixth seventh eighth ground top main reception")
	foreignBuilding = words("edificio torre palacio palais batiment tour haus casa")
)

// numberBeside reports whether a number or a code stands beside a room word: "Room 4.12", "G07", "2nd floor".
func (r *reader) numberBeside(i int, p *part) bool {
	near := func(k int) bool {
		return k >= p.from && k < p.to && (r.toks[k].Kind == token.Number || ordinals[r.toks[k].Lower] || r.toks[k].Lower == `"` || k > i && startsUpper(r.toks[k].Text))
	}
	return near(i+1) || near(i-1)
}

var ordinals = words("st nd rd th first second third fourth fifth sixth seventh eighth ninth tenth ground top upper lower floor")

// numberedStreet reports whether the number at token i is a house number: "12 High Street", "Lindwurmhof 12", "Dlugosza 4/6".
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
var streetPrefixes = words("rue avenue av boulevard bd place quai allée allee impasse chemin route cours square passage via viale piazza corso calle avenida rua travessa ulica ul")

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
	return code.Kind == token.Number && len(code.Text) >= 3 && len(code.Text) <= 5 && town.Kind == token.Word && startsUpper(town.Text) && !timeWords[town.Lower]
}

// code reports whether a part has a postal code: "Truro TR1 3XP", "DE 19801", "80337 München".
func (r *reader) code(p *part) bool {
	if p.to-p.from == 1 {
		return false
	}
	for i := p.from; i < p.to; i++ {
		if t := &r.toks[i]; t.Kind == token.Number {
			if len(t.Text) >= 4 && len(t.Text) <= 6 && !(len(t.Text) == 4 && t.Value >= 2000 && t.Value < 2100 && i == p.to-1 && !r.region(i-1, p)) {
				return true
			}
			if len(t.Text) <= 3 && (i > p.from && !t.Space && startsUpper(r.toks[i-1].Text) || i+1 < p.to && !r.toks[i+1].Space || i == p.to-1 || i == p.from && len(t.Text) == 3) {
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
