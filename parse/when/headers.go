package when

import "roundtwo/parse/token"

// headerLabels are the labels of the lines that programs write above a message that they forward or quote.
var headerLabels = token.MakePhrases(words.headers)

// headerGap is how many lines without a label may stand between two lines of a header: folded ones.
const headerGap = 2

// headers gives the header lines in the text, in tokens: their dates are when somebody wrote, and nothing happens then. A
// block of them has two labels at least, and an address or a subject, which tells it from "From: 10:00 / To: 11:00".
func headers(toks []token.Token) []token.Span {
	var out []token.Span
	block, labels, sure, gap := token.Span{}, 0, false, 0
	flush := func() {
		if labels > 1 && sure {
			out = append(out, block)
		}
		block, labels, sure, gap = token.Span{}, 0, false, 0
	}
	for from := 0; from < len(toks); {
		to := from
		for to < len(toks) && !toks[to].Breaks() {
			to++
		}
		switch n := headerLabel(toks, from); {
		case n > 0:
			if labels == 0 {
				block.From = from
			}
			labels, gap, block.To = labels+1, 0, to
			sure = sure || hasSubject(toks[from:from+n]) || hasAddress(toks[from:to])
		case labels > 0 && gap < headerGap && to > from && toks[from-1].Kind == token.Line:
			gap++
		default:
			flush()
		}
		if to < len(toks) && toks[to].Kind == token.Blank {
			flush()
		}
		from = to + 1
	}
	flush()
	return out
}

// headerLabel gives the tokens of a label with its colon at token i, behind quote marks; 0 where none stands there.
func headerLabel(toks []token.Token, i int) int {
	from := i
	for i < len(toks) && toks[i].Kind == token.Punct && (toks[i].Is(">") || toks[i].Is("|") || toks[i].Is("*")) {
		i++
	}
	_, n := headerLabels.At(toks, i)
	if n == 0 {
		return 0
	}
	end := i + n
	for end < len(toks) && toks[end].Is("*") {
		end++
	}
	if end < len(toks) && (toks[end].Is(":") || toks[end].Kind == token.Cell) {
		return end + 1 - from
	}
	return 0
}

func hasAddress(toks []token.Token) bool {
	for i := range toks {
		if toks[i].Is("@") && i > 0 && !toks[i].Space {
			return true
		}
	}
	return false
}

// subjects are the labels that only mail has.
var subjects = wordSet(`subject, betreff, objet, asunto, oggetto, onderwerp, assunto, amne, emne, aihe, temat, predmet, targy, subiect,
	konu, тема, θεμα, נושא, الموضوع, tema, 件, 主, 제`)

func hasSubject(toks []token.Token) bool {
	for i := range toks {
		if subjects[toks[i].Lower] {
			return true
		}
	}
	return false
}
