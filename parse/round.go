package parse

import (
	"fmt"
	"slices"

	"roundtwo/parse/token"
)

// ordinals of the seven languages; an ordinal counts only before one of stages.
var ordinals = rank(map[int]string{
	1: "first 1st forsta forste pierwsza pierwsze pierwszej prvni erste erstes ersten erster premier premiere 1er 1re primera primer primo prima 1o 1a primeira primeiro eerste 1e",
	2: "second 2nd andra andre anden druga druge drugiej drugi druhe druhy toinen toiseen toisen zweite zweites zweiten zweiter deuxieme seconde 2e 2eme 2ieme segunda segundo secondo seconda 2o 2a 2º 2ª tweede 2de",
	3: "third 3rd tredje trzecia trzecie trzeciej treti dritte drittes dritten dritter troisieme 3e 3eme tercera tercer tercero terzo terza 3o 3a terceira terceiro derde 3de",
	4: "fourth 4th vierte viertes vierten vierter quatrieme 4e 4eme cuarta cuarto quarto quarta 4o 4a vierde 4de",
	5: "fifth 5th funfte funftes funften funfter cinquieme 5e quinta quinto vijfde 5de",
	6: "sixth 6th sechste sechstes sixieme sexta sexto sesto zesde",
})

var cardinals = rank(map[int]string{
	1: "1 one eins un uno um een", 2: "2 two zwei deux dos due dois twee", 3: "3 three drei trois tres tre drie",
	4: "4 four vier quatre cuatro quattro quatro", 5: "5 five funf cinq cinco cinque vijf", 6: "6 six sechs seis sei zes",
})

// stages are what is counted.
var stages = wordSet(`steps stages phases interview interviews sit go look natter interviewing round rounds stage conversation conversations chat meeting step phase call discussion
	talk visit loop gesprach gesprachs gesprachsrunde vorstellungsgesprach vorstellungsgesprachs bewerbungsgesprach runde termin
	entretien tour etape rencontre echange entrevista ronda fase etapa reunion reuniao conversacion conversa rodada colloquio
	intervju intervjun intervjuet samtale samtal rozmowa rozmowe rozmowy rozmowie etap haastattelu haastatteluun haastattelun pohovor pohovoru kolo kola incontro turno gesprek ronde kennismaking stap sollicitatiegesprek interviewrunde auswahlrunde auswahlgesprach phone`)

// numbered are stages that a number may follow: "round 2", "interview #2".
var numbered = wordSet(`interview interviews round stage phase step level loop gesprach runde vorstellungsgesprach entretien tour etape
	entrevista ronda fase etapa rodada colloquio gesprek ronde stap nivel niveau stufe l r`)

func rank(words map[int]string) map[string]int {
	out := map[string]int{}
	for n, list := range words {
		for w := range wordSet(list) {
			out[w] = n
		}
	}
	return out
}

// roundSign is a place of the text that tells the round.
type roundSign struct {
	round    int
	explicit bool // a number says so
	subject  bool
	behind   bool // that round lies behind her
	text     string
}

// round reads which interview of the process is meant, 0 where nothing tells it.
func (d *document) round() (int, roundSign) {
	var best roundSign
	for _, s := range d.roundSigns() {
		if s.behind {
			s.round++
		}
		if better(s, best) {
			best = s
		}
	}
	if best.round > maxRound {
		return 0, roundSign{}
	}
	return best.round, best
}

// maxRound is the highest round believed: a larger number counts something else.
const maxRound = 9

// better puts numbers before words, what is now before what was, the subject before the body, later rounds before
// first ones; of equals the earlier one holds.
func better(a, b roundSign) bool {
	switch {
	case b.round == 0:
		return true
	case a.behind != b.behind && (a.explicit || !b.explicit) && (b.explicit || !a.explicit):
		// "following your phone screen" outweighs the word "screen" itself, not a number.
		if a.explicit {
			return !a.behind
		}
		return a.behind && a.round > b.round
	case a.explicit != b.explicit:
		return a.explicit && !(a.behind && a.round < b.round)
	case a.subject != b.subject:
		return a.subject
	case !a.explicit:
		return a.round > b.round
	}
	return a.behind && a.round > b.round
}

func (d *document) roundSigns() []roundSign {
	var out []roundSign
	for i := range d.units {
		u := &d.units[i]
		for w := u.words.From; w < u.words.To; w++ {
			if n, end := d.counted(w, u.words.To); n > 0 {
				out = d.addRound(out, u, token.Span{From: w, To: end}, roundSign{round: n, explicit: true})
			} else if n := d.inNextCell(i, w); n > 0 {
				out = d.addRound(out, u, token.Span{From: w, To: w + 2}, roundSign{round: n, explicit: true})
			}
		}
		for _, h := range u.hits {
			switch h.sign {
			case "round":
				out = d.addRound(out, u, h.words, roundSign{round: h.weight})
			case "after":
				out = append(out, roundSign{round: h.weight, behind: true, subject: u.subject, text: d.said(h)})
			}
		}
	}
	return out
}

func (d *document) addRound(out []roundSign, u *unit, words token.Span, s roundSign) []roundSign {
	if d.supposed(u, words.From) {
		return out
	}
	s.subject, s.behind = u.subject, d.behind(u, words.From) || s.round == 1 && d.liked(u, words.To)
	if s.behind && s.round > 1 && !s.explicit {
		s.round = 1
	}
	s.text = d.said(hit{words: words})
	return append(out, s)
}

// liked reports whether what was said before word w is told to have gone well.
func (d *document) liked(u *unit, w int) bool {
	for _, h := range u.hits {
		if h.sign == "liked" && h.words.From >= w && h.words.From <= w+likedReach {
			return true
		}
	}
	return false
}

// likedReach is how far behind a conversation its praise may stand.
const likedReach = 5

// counted reads "second interview" or "round 2" at word w; end is the word after it.
func (d *document) counted(w, limit int) (n, end int) {
	at := d.words[w]
	if n := ordinals[at.lower]; n > 0 && !d.weekday(w) {
		for k := w + 1; k < limit && k <= w+4 && !d.words[k].apart; k++ {
			if stages[d.words[k].lower] {
				return n, k + 1
			}
			if ordinals[d.words[k].lower] > 0 {
				break
			}
			if several := cardinals[d.words[k].lower]; several > 1 && n == 1 && k == w+1 {
				n = several // "the first two rounds"
			}
		}
	}
	if numbered[at.lower] && w+1 < limit {
		next := d.words[w+1]
		if n := cardinals[next.lower]; n > 0 && d.numberEnds(next.tok) {
			return n, w + 2
		}
	}
	if stages[at.lower] && w+1 < limit && d.Tokens[d.words[w+1].tok-1].Is("(") {
		if n := ordinals[d.words[w+1].lower]; n > 0 {
			return n, w + 2 // "your working interview (2nd)"
		}
	}
	if n := cardinals[at.lower]; n > 1 && d.Tokens[at.tok].Kind == token.Number && w+1 < limit && d.tightDot(at.tok) && stages[d.words[w+1].lower] {
		return n, w + 2
	}
	return 0, 0
}

// inNextCell reads the number of a round in the cell beside its label: "Interview Round | 2", "Round: | 2 of 3".
func (d *document) inNextCell(i, w int) int {
	u := &d.units[i]
	if i+1 >= len(d.units) || w+1 != u.words.To || !numbered[d.words[w].lower] || !d.Table[d.Line[u.From]] {
		return 0
	}
	next := &d.units[i+1]
	if d.Line[next.From] != d.Line[u.From] || next.words.To-next.words.From != 1 && !(next.words.To > next.words.From+1 && d.words[next.words.From+1].lower == "of") {
		return 0
	}
	return cardinals[d.words[next.words.From].lower]
}

// withoutRounds gives the tokens with the numbers of rounds made words, so that "2nd interview Friday" is no second of
// the month.
func (d *document) withoutRounds() []token.Token {
	toks, copied := d.Tokens, false
	for w := range d.words {
		at := d.words[w].tok
		if toks[at].Kind != token.Number {
			continue
		}
		if n, _ := d.counted(w, min(len(d.words), w+5)); n == 0 {
			continue
		}
		if !copied {
			toks, copied = slices.Clone(toks), true
		}
		toks[at].Kind, toks[at].Lower, toks[at].Value = token.Word, "nth", -1
	}
	return toks
}

// weekday reports whether the ordinal at word w is a Portuguese day: "segunda-feira".
func (d *document) weekday(w int) bool {
	return w+1 < len(d.words) && (d.words[w+1].lower == "feira" || d.words[w+1].lower == "feiras")
}

// numberEnds reports whether the number at token i stands alone: "interview 2", not "interview 2:30" or "2 pm".
func (d *document) numberEnds(i int) bool {
	if i+1 >= len(d.Tokens) {
		return true
	}
	next := d.Tokens[i+1]
	if wings[next.Lower] {
		return false // "peer interview 5 East"
	}
	if !next.Space && (next.Is(":") || next.Is(".") || next.Is("h") || next.Is("/") || next.Is("-")) {
		return i+2 >= len(d.Tokens) || d.Tokens[i+2].Kind != token.Number && !next.Is("h")
	}
	return !next.Is("am") && !next.Is("pm") && !next.Is("p") && !next.Is("a") || next.Is("a") && !next.Space
}

// wings follow the number of a floor or a ward.
var wings = wordSet("east west north south")

// tightDot reports whether a full stop follows the number: "2. Gespräch".
func (d *document) tightDot(i int) bool {
	return i+1 < len(d.Tokens) && d.Tokens[i+1].Is(".") && !d.Tokens[i+1].Space
}

func (s roundSign) why() string {
	if s.behind {
		return fmt.Sprintf("%q: an earlier conversation lies behind her", s.text)
	}
	return fmt.Sprintf("%q", s.text)
}
