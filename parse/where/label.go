package where

import (
	"strings"

	"roundtwo/parse/token"
)

// placeLabels stand before a place.
var placeLabels = token.MakePhrases(marks(
	"where", "location", "address", "venue", "place", "interview venue", "interview location", "meeting location", "site",
	"meeting place", "event location", "office address", "our address", "full address", "interview address", "office location",
	"room",
	"ort", "adresse", "anschrift", "treffpunkt", "lieu", "lugar", "direccion", "ubicacion", "local", "endereco", "luogo",
	"indirizzo", "sede", "plaats", "locatie", "adres", "miejsce", "sted", "plats", "paikka", "yer", "helyszin", "misto",
))

// labelled reads "Location: …" with the lines of the address below it.
func (r *reader) labelled() found {
	var only found
	for i := 0; i < r.end; i++ {
		if i > 0 && !r.toks[i-1].Ends() {
			continue
		}
		at := i
		if is(r.toks, at, "•") || is(r.toks, at, "-") || is(r.toks, at, "*") {
			at++
		}
		_, n := placeLabels.At(r.toks, at)
		if n == 0 {
			continue
		}
		f := r.value(at+n, r.toks[at].Text)
		if f.text == "" {
			continue
		}
		if r.toks[at].Lower != "room" {
			return f
		}
		only = f
	}
	return only
}

// value reads the value of a label whose text ends at token i.
func (r *reader) value(i int, label string) (f found) {
	switch {
	case i >= len(r.toks):
		return f
	case is(r.toks, i, ":"), r.toks[i].Kind == token.Cell:
		i++
	case r.toks[i].Breaks() && startsUpper(label):
	case is(r.toks, i, "-") && r.toks[i].Space:
		i++
	default:
		return f
	}
	for n := 0; i < len(r.toks) && r.toks[i].Ends() && n < 3; n++ {
		i++
	}
	end := r.valueEnd(i)
	if r.online(i, end) {
		return f
	}
	text := r.lines(i, end)
	if len(text) < 4 || len(text) > 250 {
		return f
	}
	return found{from: i, to: end, text: text}
}

// valueEnd gives the end of the value: its line, and the lines of an address below it.
func (r *reader) valueEnd(i int) int {
	for n := 0; i < len(r.toks) && n < 60; n++ {
		t := &r.toks[i]
		if t.Kind == token.Blank || r.skip[i] {
			break
		}
		if t.Lower == "." && i+1 < len(r.toks) && r.toks[i+1].Space && !r.abbreviated(i) {
			break
		}
		if t.Kind == token.Cell && (i+1 >= len(r.toks) || r.toks[i+1].Ends() || n > 0) {
			break
		}
		if t.Kind == token.Line && r.rowLine(i+1) {
			break
		}
		if t.Kind == token.Line && !r.wrapped(i) && !r.addressLine(i+1) {
			break
		}
		i++
	}
	return i
}

// rowLine reports whether the line at token i is a row of a table: cells or "|" stand in it.
func (r *reader) rowLine(i int) bool {
	for end := min(i+40, len(r.toks)); i < end && r.toks[i].Kind != token.Line && r.toks[i].Kind != token.Blank; i++ {
		if r.toks[i].Kind == token.Cell || is(r.toks, i, "|") {
			return true
		}
	}
	return false
}

// addressLine reports whether the line at token i goes on with an address and has no label of its own.
func (r *reader) addressLine(i int) bool {
	end := i
	for end < len(r.toks) && !r.toks[end].Ends() {
		if is(r.toks, end, ":") || is(r.toks, end, "|") || is(r.toks, end, "?") || r.skip[end] {
			return false
		}
		end++
	}
	if end == i || end-i > 12 || end < len(r.toks) && r.toks[end].Kind == token.Cell || is(r.toks, end-1, ".") && end-i > 6 {
		return false
	}
	p := part{from: i, to: end}
	from := i
	for k := i; k <= end; k++ {
		if k < end && !is(r.toks, k, ",") {
			continue
		}
		if k > from {
			p.from, p.to = from, k
			if g := r.gradeOf(&p); g >= postcode || g == named && end-i <= 4 && i > 0 && r.toks[i-1].Kind == token.Line {
				return true
			}
		}
		from = k + 1
	}
	return false
}

// online reports whether the value names a screen or a telephone and no place.
func (r *reader) online(from, to int) bool {
	if from >= to {
		return true
	}
	screen, digits, street := false, 0, false
	for i := from; i < to; i++ {
		t := &r.toks[i]
		screen = screen || onlineWords[t.Lower]
		street = street || streetWords[t.Lower] || buildingWords[t.Lower] || roomWords[t.Lower]
		if t.Kind == token.Number {
			digits++
		}
	}
	return r.skip[from] || screen && !street || screen && digits == 0 && onlineWords[r.toks[from].Lower]
}

// lines gives the value as one line; its line ends become commas.
func (r *reader) lines(from, to int) string {
	var b strings.Builder
	start := from
	for i := from; i <= to; i++ {
		if i < to && (r.toks[i].Kind != token.Line || r.wrapped(i)) {
			continue
		}
		if line := strings.Trim(r.line(start, i), " ,;"); line != "" {
			if b.Len() > 0 {
				b.WriteString(", ")
			}
			b.WriteString(line)
		}
		start = i + 1
	}
	return strings.TrimRight(b.String(), ". ,")
}
