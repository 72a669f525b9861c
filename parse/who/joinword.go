package who

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"roundtwo/parse/token"
)

// word joins "Mei-Xin", "O'Hara" and "you'll", takes the dot of an abbreviation and sets 's apart.
func (c *joiner) word() {
	first := c.at
	if r, _ := utf8.DecodeRuneInString(c.toks[first].Text); r >= 0x2E80 && ideograph(r) {
		c.ideographs()
		return
	}
	to, owner := c.wordEnd(first)
	end := to
	if owner {
		end -= 2
	}
	p := c.add(word, to)
	p.owner = owner
	p.text = c.text[c.toks[first].Start:c.toks[end-1].End]
	p.lower = withoutArticle(c.lower(first, end))
	c.dress(p, first, end)
	if c.at < len(c.toks) && !owner && c.abbreviation(p) {
		c.at++
		p.span.To = c.at
	}
}

// wordEnd gives the end of the word that starts at token i, and whether it ends in 's.
func (c *joiner) wordEnd(i int) (to int, owner bool) {
	to = i + 1
	for to+1 < len(c.toks) && !c.toks[to].Space && !c.toks[to+1].Space {
		join, next := c.toks[to].Lower, &c.toks[to+1]
		if join != "'" && join != "-" || next.Kind != token.Word && !(join == "-" && next.Kind == token.Number && to == i+1) {
			break
		}
		if join == "'" && next.Lower == "s" {
			return to + 2, capital(c.toks[i].Text) && c.toks[i].Lower != "it"
		}
		to += 2
	}
	return to, false
}

// withoutArticle takes the Italian or French article off a form of address: "l'ing. Renzi".
func withoutArticle(lower string) string {
	if bare, ok := strings.CutPrefix(lower, "l'"); ok && lexicon[bare]&honorific != 0 {
		return bare
	}
	return lower
}

// lower joins the folded words, with plain apostrophes and hyphens.
func (c *joiner) lower(from, to int) string {
	if to == from+1 {
		return c.toks[from].Lower
	}
	var b strings.Builder
	for _, t := range c.toks[from:to] {
		b.WriteString(t.Lower)
	}
	return b.String()
}

// dress sets what kind of word p is. A compound is also what its last part is, where it begins small or has no entry.
func (c *joiner) dress(p *piece, first, end int) {
	p.capital = capital(p.text) || elided(p.text)
	p.upper = p.capital && allUpper(p.text)
	p.class = lexicon[p.lower]
	if len(p.lower) <= 3 && len(p.text) > len(p.lower) {
		p.class &^= org | acronym | role | timeword | stop // "Sá" is not "SA"
	}
	if p.is(acronym) && p.upper {
		p.class |= role
	}
	if end > first+1 {
		p.class |= lexicon[c.toks[first].Lower] & leads
	}
	if p.class&^neutral == 0 && end > first+1 {
		last := lexicon[c.toks[end-1].Lower]
		if one, plural := strings.CutSuffix(c.toks[end-1].Lower, "s"); plural && last == 0 {
			last = lexicon[one] // "co-founders"
		}
		p.class |= last & (role | department)
		if p.capital && IsGiven(c.toks[first].Lower) {
			p.class |= given
		}
	}
	if one, plural := strings.CutSuffix(p.lower, "s"); plural && p.class&^neutral == 0 {
		p.class |= lexicon[one] & role
	}
	if p.class&^neutral == 0 && len(p.lower) > 7 && (isTrade(p.lower) || !p.capital && isCraft(p.lower)) {
		p.class |= role
	}
	if p.text == "Col" && c.oneNameFollows() {
		p.class = p.class&^honorific | given
	}
	if p.capital && !p.is(timeword|tool) && !(p.is(stop) && c.opens() && !c.beforeFamilyName(p)) && IsGiven(p.lower) {
		p.class |= given
	}
}

// opens reports whether the word just added opens a sentence or line.
func (c *joiner) opens() bool {
	n := len(c.out) - 2
	return n < 0 || c.out[n].ends() || c.out[n].sign(".")
}

// beforeFamilyName tells "Will Tran" at the start of a row from "Will Tuesday suit you?".
func (c *joiner) beforeFamilyName(p *piece) bool {
	if p.lower != "will" || c.at >= len(c.toks) {
		return false
	}
	next := &c.toks[c.at]
	return next.Kind == token.Word && capital(next.Text) && lexicon[next.Lower]&(stop|timeword|tool) == 0 && !IsGiven(next.Lower)
}

// oneNameFollows tells "Col Stone", short for Colin, from a colonel, who has a dot or two names.
func (c *joiner) oneNameFollows() bool {
	if c.at+1 >= len(c.toks) || c.toks[c.at].Kind != token.Word || !capital(c.toks[c.at].Text) {
		return false
	}
	next := &c.toks[c.at+1]
	return next.Kind != token.Word || !capital(next.Text)
}

// elided reports whether a capital stands behind an elided article: "l'Hôtel".
func elided(s string) bool {
	head, tail, ok := strings.Cut(strings.ReplaceAll(s, "’", "'"), "'")
	return ok && (head == "l" || head == "d") && capital(tail)
}

// isTrade tells a trade by its ending: "hydrologist", "choirmaster", "Elektroingenieur".
func isTrade(lower string) bool { return endsIn(lower, tradeEnds) }

var tradeEnds = []string{
	"ologist", "ographer", "master", "person", "worker", "therapist", "iatrist", "leiter", "leiterin", "ingenieur", "ingenieurin",
	"berater", "beraterin", "entwickler", "entwicklerin", "techniker", "technikerin", "pfleger", "pflegerin", "lehrer",
	"lehrerin", "arbeiter", "arbeiterin", "assistentin", "fachkraft", "mechaniker", "mechanikerin", "verkaufer", "verkauferin",
	"referentin", "referent", "sachbearbeiter", "sachbearbeiterin", "koordinator", "koordinatorin", "direktor", "direktorin",
	"chef", "chefin", "ledare", "ansvarig", "monteur", "fahrer", "kaufmann", "kauffrau", "meister", "gartner",
}

func endsIn(word string, ends []string) bool {
	for _, end := range ends {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// isCraft tells a craft written small by its ending: "cabinetmaker". With a capital it may be a family name.
func isCraft(lower string) bool { return endsIn(lower, craftEnds) }

var craftEnds = []string{"maker", "keeper", "smith", "wright", "layer", "hand"}

// abbreviation reports whether the dot at c.at belongs to p: an initial or a title such as "Dr.".
func (c *joiner) abbreviation(p *piece) bool {
	if t := &c.toks[c.at]; t.Lower != "." || t.Space {
		return false
	}
	if p.is(honorific) && !(p.upper && p.is(role|department)) && (p.capital || academic[p.lower]) || p.lower == "st" ||
		p.lower == "jr" || p.lower == "sr" {
		return true
	}
	if p.is(clipped) && p.capital && !p.upper {
		p.class = given // "Md. Rafiqul Islam", "Ma. Teresita Robles"
		return true
	}
	return p.capital && utf8.RuneCountInString(p.text) == 1 && p.text != "I"
}

func (c *joiner) ideographs() {
	to := c.at + 1
	for to < len(c.toks) && !c.toks[to].Space && c.toks[to].Kind == token.Word {
		if r, _ := utf8.DecodeRuneInString(c.toks[to].Text); !ideograph(r) {
			break
		}
		to++
	}
	p := c.add(word, to)
	p.ideo, p.capital, p.lower = true, true, p.text
}

func ideograph(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

func allUpper(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}
