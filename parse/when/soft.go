package when

import "roundtwo/parse/token"

// soften leaves out the ends of lines at which prose was wrapped, so that "22\nOctober" is read as one date. It gives the
// places of the tokens that are kept; nil where all are.
func soften(toks []token.Token) (places []int32) {
	start := 0
	for i := range toks {
		if toks[i].Breaks() {
			soft := toks[i].Kind == token.Line && wrapped(toks, start, i)
			start = i + 1
			if soft {
				if places == nil {
					places = upTo(i, len(toks))
				}
				continue
			}
		}
		if places != nil {
			places = append(places, int32(i))
		}
	}
	return places
}

func upTo(n, size int) []int32 {
	out := make([]int32, n, size)
	for i := range out {
		out[i] = int32(i)
	}
	return out
}

// Lines from longLine bytes on may have been wrapped; from shortLine on where the next begins with a small letter.
const (
	longLine  = 48
	shortLine = 24
)

// wrapped reports whether the line of toks[start:end] runs on in the next one: it is long, and neither is a row.
func wrapped(toks []token.Token, start, end int) bool {
	if start >= end || end+1 >= len(toks) || toks[end+1].Ends() || rowBegins(toks, end+1) {
		return false
	}
	if dayLike(toks[start]) && dayLike(toks[end+1]) && !runsOn(toks[end-1]) {
		return false // rows of a list of days or hours
	}
	length := toks[end].Start - toks[start].Start
	if t := toks[end+1]; t.Kind == token.Word && t.Text[0] >= 'a' && t.Text[0] <= 'z' {
		return length >= shortLine && !toks[end-1].Is(":")
	}
	return length >= longLine && toks[start].Kind == token.Word && !rowBegins(toks, start) && !hasCell(toks[start:end])
}

// dayLike reports whether a row of days or hours may begin with t.
func dayLike(t token.Token) bool {
	if t.Kind == token.Number {
		return true
	}
	m := lexicons["en"]().words[t.Lower]
	return t.Kind == token.Word && m != nil && (m.weekday > 0 || m.month > 0)
}

// runsOn reports whether a line that ends in t cannot end there: "on the 3rd of", "19 June".
func runsOn(t token.Token) bool {
	m := lexicons["en"]().words[t.Lower]
	return m != nil && (m.month > 0 || m.role&(between|roleTo|roleAnd|roleOr) != 0)
}

func hasCell(toks []token.Token) bool {
	for i := range toks {
		if toks[i].Kind == token.Cell {
			return true
		}
	}
	return false
}

// labelTokens is the most tokens of a label with its colon.
const labelTokens = 4

// rowBegins reports whether a row begins at toks[i]: a bullet, "1.", "Label:".
func rowBegins(toks []token.Token, i int) bool {
	t := toks[i]
	switch {
	case t.Kind == token.Punct && (t.Is("-") || t.Is("*") || t.Is("•") || t.Is(">") || t.Is("+")):
		return true
	case t.Kind == token.Number && i+2 < len(toks) && (toks[i+1].Is(".") || toks[i+1].Is(")")) && !toks[i+1].Space && toks[i+2].Space:
		return true
	}
	for k := i + 1; k < i+labelTokens && k < len(toks) && !toks[k].Breaks(); k++ {
		if toks[k].Is(":") && toks[k-1].Kind == token.Word {
			return true
		}
	}
	return false
}
