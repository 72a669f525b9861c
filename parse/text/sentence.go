package text

import (
	"strings"

	"roundtwo/parse/token"
)

// maxSentence is how many tokens a sentence may have: what is compared within a sentence stays cheap in a text without
// an end.
const maxSentence = 250

func (t *Text) cutSentences() {
	t.Sentence = make([]int, len(t.Tokens))
	from := 0
	for i := range t.Tokens {
		if i+1 == t.Quoted || t.ends(i) || i-from >= maxSentence {
			t.addSentence(from, i+1)
			from = i + 1
		}
	}
	t.addSentence(from, len(t.Tokens))
}

// addSentence adds a sentence; what holds no word or number belongs to the one before it.
func (t *Text) addSentence(from, to int) {
	if from >= to {
		return
	}
	n := len(t.Sentences)
	if n > 0 && !t.says(from, to) {
		t.Sentences[n-1].To = to
		n--
	} else {
		t.Sentences = append(t.Sentences, token.Span{From: from, To: to})
	}
	for i := from; i < to; i++ {
		t.Sentence[i] = n
	}
}

func (t *Text) says(from, to int) bool {
	for i := from; i < to; i++ {
		if k := t.Tokens[i].Kind; !t.Link[i] && (k == token.Word || k == token.Number) {
			return true
		}
	}
	return false
}

// ends reports whether token i ends a sentence: an empty line, a cell, the end of a line that was not wrapped, or a full
// stop before a capital.
func (t *Text) ends(i int) bool {
	switch t.Tokens[i].Kind {
	case token.Blank, token.Cell:
		return true
	case token.Line:
		return !t.wrapped(i)
	case token.Punct:
		return t.stop(i)
	}
	return false
}

func (t *Text) stop(i int) bool {
	k := t.Tokens[i]
	if i+1 >= len(t.Tokens) || (!k.Is(".") && !k.Is("!") && !k.Is("?") && !k.Is("…")) {
		return false
	}
	next := t.Tokens[i+1]
	if !next.Space || next.Ends() {
		return k.Is("!") || k.Is("?")
	}
	if k.Is(".") && i > 0 && !k.Space {
		if last := t.Tokens[i-1]; last.Kind == token.Word && shortens(last) || last.Kind == token.Number && t.ordinal(i-1) {
			return false
		}
	}
	return next.Kind != token.Word || next.Text != next.Lower
}

// ordinal reports whether the full stop after the number at token i is no end: "3. November", "2. Gespräch", or the
// number of a list.
func (t *Text) ordinal(i int) bool {
	first := i == 0 || t.Tokens[i-1].Ends()
	return len(t.Tokens[i].Text) <= 2 && (first || i+2 < len(t.Tokens) && ordered[t.Tokens[i+2].Lower])
}

// ordered are words that an ordinal stands before, written with a capital.
var ordered = set(`januar janner februar marz april mai juni juli august september oktober november dezember january february
	march may june july october december gesprach interview vorstellungsgesprach runde stock etage obergeschoss termin`)

// shortens reports whether a full stop after the word belongs to an abbreviation: "Dr.", "J.".
func shortens(t token.Token) bool { return len(t.Text) == 1 || abbreviations[t.Lower] }

var abbreviations = set(`dr mr mrs ms mx prof st ste no nr tel sr jr inc ltd co dipl ing univ vs etc approx ext jan feb mar
	apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun hr hrn fr frau bzw z b ca evtl ggf
	str sig ra sra srta dra exmo av c avda rua blvd ave rd mme mlle dott dssa avv arch dhr mevr ing ir drs bldg rm fl
	min mins hrs std uhr pm am a p e i g u req resp inkl zzgl`)

func set(list string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		out[w] = true
	}
	return out
}
