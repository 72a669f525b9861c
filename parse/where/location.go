package where

import (
	"strings"
	"unicode/utf8"

	"roundtwo/parse/token"
)

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
	cut   []part // the text between commas, made once
	skip  []bool // tokens of web and mail addresses
	width int    // at which lines were wrapped, 0 where they were not
}

// location finds the postal address or room.
func (r *reader) location(onsite bool) found {
	if f := r.labelled(); f.text != "" {
		f.weight = placeWeight
		return f
	}
	best := found{}
	if r.cut == nil {
		r.cut = r.parts()
	}
	parts := r.cut
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
	return best
}

// companyish reports whether a part ends in a word that companies have in their names as well: "Tallow Works".
func (r *reader) companyish(p part) bool { return siteWords[r.toks[p.to-1].Lower] }

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
	if strong == building && end == i+1 && !parts[i].led && r.companyish(parts[i]) {
		return f, end
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
		joined = i < len(r.toks) && !r.skip[i] && (r.toks[i].Lower == "," || r.toks[i].Kind == token.Line && i > from &&
			r.addressGoesOn(i))
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
	if r.rowLine(i + 1) {
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
	if t.Lower == "," && i > 0 && i+1 < len(r.toks) && r.toks[i-1].Kind == token.Number && streetPrefixes[r.toks[i+1].Lower] {
		return false // "1455, rue Sainte-Catherine"
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
	return w.Kind == token.Word && len(w.Text) <= 4 && (streetWords[w.Lower] || len(w.Text) == 1 || w.Lower == "no" || w.Lower == "co" ||
		w.Lower == "nr" || w.Lower == "bldg")
}
