package where

import (
	"strings"

	"roundtwo/parse/token"
)

// grade says what a part of a text between commas is.
type grade uint8

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
		if t := &r.toks[i]; t.Kind == token.Word && t.Space && !startsUpper(t.Text) && !uncased(t.Text) &&
			!smallInPlace[t.Lower] && !buildingWords[t.Lower] && !roomWords[t.Lower] || t.Lower == "and" {
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
	siteJoints = words("di de da do in")
	siteNouns  = words("sede ufficio uffici oficina oficinas locaux bureaux kantoor büro escritório place venue location address office offices premises site hq headquarters")
)

// houseNumber reports whether the number at token i starts an address: "at 12 High Street".
func (r *reader) houseNumber(i, to int) bool {
	return i+1 < to && r.toks[i+1].Kind == token.Word && r.toks[i+1].Space && (startsUpper(r.toks[i+1].Text) &&
		!timeWords[r.toks[i+1].Lower] || streetPrefixes[r.toks[i+1].Lower])
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
			at++ // "at our location Dijkpad 7"
		}
		if at+2 < to && siteNouns[r.toks[at].Lower] && siteJoints[r.toks[at+1].Lower] {
			at += 2 // "presso la nostra sede di Via Marittima 7"
		}
		return i, at
	}
	return from, from
}

// leads reports whether token i leads to a place: "at", "address is", "an der".
func (r *reader) leads(i, from, to int) bool {
	t := &r.toks[i]
	if t.Kind != token.Word || startsUpper(t.Text) && i > from {
		return false
	}
	lead := false
	switch t.Lower {
	case "address", "location":
		return i+1 < to && r.toks[i+1].Kind == token.Number
	case "is", "are", "ist":
		lead = i > from && (siteNouns[r.toks[i-1].Lower] || siteWords[r.toks[i-1].Lower])
	case "an":
		lead = i+1 < to && (r.toks[i+1].Lower == "der" || r.toks[i+1].Lower == "dem")
	default:
		lead = prepositions[t.Lower] || r.onFloor(i, to)
	}
	return lead && !r.isTime(i+1, to)
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
	prepositions = words("at in to into visit au aux bei im chez presso bij te en em na w")
	articles     = words("nuestra nuestro nostro nostri nossa nosso nossos het el los the our my their your this a unser unserem unserer notre nos nuestra nuestras onze nostra la le die der das dem den")
)

// gradeOf grades a part without its lead.
func (r *reader) gradeOf(p *part) grade {
	if r.clock(p.from) {
		return noPlace
	}
	capitals, numbers, best := 0, 0, named
	for i := p.from; i < p.to; i++ {
		t := &r.toks[i]
		switch {
		case t.Kind == token.Number:
			numbers++
		case t.Kind == token.Punct:
			if !strings.Contains(`.-/'"&#–,`, t.Lower) && len(t.Lower) == 1 {
				return noPlace
			}
		case timeWords[t.Lower] && !r.inStreet(i, p) && !(t.Lower == "am" && r.betweenCapitals(i, p)):
			return noPlace
		case t.Kind == token.Word && !startsUpper(t.Text) && uncased(t.Text):
			capitals++
		case t.Kind == token.Word && startsUpper(t.Text):
			capitals++
		case t.Lower == "in" && i > p.from && i+1 < p.to && startsUpper(r.toks[i+1].Text) && (r.toks[i-1].Kind == token.Number ||
			startsUpper(r.toks[i-1].Text)):
		case t.Kind == token.Word && !smallInPlace[t.Lower] && !streetPrefixes[t.Lower] && !buildingWords[t.Lower] &&
			!roomWords[t.Lower] && !r.joinedTo(i):
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
	case numbers == 1 && capitals <= 4 && r.toks[p.from].Kind == token.Number && len(r.toks[p.from].Text) <= 4 &&
		p.to-p.from > 1 && r.toks[p.from+1].Space:
		return numbered
	case numbers > 0 || capitals > 6:
		return noPlace
	}
	return named
}

// clock reports whether a time of day stands at token i: "08.45 Arrival".
func (r *reader) clock(i int) bool {
	if i+3 >= len(r.toks) || r.toks[i].Kind != token.Number || r.toks[i+2].Kind != token.Number || r.toks[i+1].Space || r.toks[i+2].Space {
		return false
	}
	return (is(r.toks, i+1, ".") || is(r.toks, i+1, ":")) && len(r.toks[i].Text) <= 2 && len(r.toks[i+2].Text) == 2
}

// sentenceWord reports whether the part starts as sentences do.
func (r *reader) sentenceWord(i int) bool {
	return sentenceStarts[r.toks[i].Lower]
}

var sentenceStarts = words(`i we you he she it they please this that there here if when bring kind best dear hi hello thanks thank cheers
	regards yours all your our my his her no yes and but or so as on by for with from after before once let looking
	see band dr mr mrs ms prof`)

// joinedTo reports whether token i belongs to the word before it: "o" of "O'Connell", "s" of "Mabey's", "7b".
func (r *reader) joinedTo(i int) bool {
	return i > 0 && !r.toks[i].Space && r.toks[i-1].Kind != token.Line
}

// betweenCapitals reports whether token i joins two words of a name: "Wasserburg am Inn".
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
	case roomWords[t.Lower] && r.numberBeside(i, p), roomWords[t.Lower] && i > p.from && (upper ||
		startsUpper(r.toks[i-1].Text) || roomKinds[r.toks[i-1].Lower]):
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
	roomKinds = words(`meeting conference seminar interview board training reading lecture committee second third fourth fifth sixth
		seventh eighth ground top main reception`)
	foreignBuilding = words("edificio torre palacio palais batiment tour haus casa")
)
