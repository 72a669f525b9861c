package when

import (
	"roundtwo/parse/token"
)

// reader finds the marks of one text.
type reader struct {
	all    []token.Token // of the whole text
	places []int32       // where in all each token read stands: all but the ends of wrapped lines; nil: every one is read
	n      int           // how many tokens are read
	mean   []*meaning    // of each token, nil where it means nothing here
	ref    Reference
	lang   string
	words  *language
	marks  []mark
	last   int // index of the last mark that is a day or a clock time, -1 before the first
}

func newReader(toks []token.Token, ref Reference) *reader {
	lang := languageOf(toks, ref.Language)
	places := soften(toks)
	r := &reader{all: toks, places: places, n: len(toks), ref: ref, lang: lang, words: languages[lang], last: -1}
	if places != nil {
		r.n = len(places)
	}
	r.mean, r.marks = make([]*meaning, r.n), make([]mark, 0, r.n/5+4)
	lex := lexicons[lang]()
	for i := range r.mean {
		if t := r.tok(i); t.Kind == token.Word {
			if r.mean[i] = lex.words[t.Lower]; r.mean[i] != nil && r.mean[i].phrase&namesBit != 0 {
				r.longName(lex, i)
			}
		}
	}
	return r
}

// longName puts the meaning of a name of several words at its first.
func (r *reader) longName(lex *lexicon, i int) {
	if m, n := lex.names.At(r.all, r.place(i)); n == int(max(1, r.wideAt(i, m))) {
		r.mean[i] = m
	}
}

// wideAt is how many tokens of the text the name m takes at i, 0 where it does not end within what is read.
func (r *reader) wideAt(i int, m *meaning) int8 {
	if m == nil || i+int(m.wide) > r.n || r.place(i+int(m.wide)-1)-r.place(i)+1 != int(m.wide) {
		return 0
	}
	return m.wide
}

// after is the token behind the name at i.
func (r *reader) after(i int) int { return i + max(1, int(r.word(i).wide)) }

// place is where token i stands in the whole text.
func (r *reader) place(i int) int {
	if r.places == nil {
		return i
	}
	return int(r.places[i])
}

// tok is token i.
func (r *reader) tok(i int) *token.Token { return &r.all[r.place(i)] }

// nothing is what an unknown word means.
var nothing = &meaning{}

// word is what token i means; nothing outside the text.
func (r *reader) word(i int) *meaning {
	if i < 0 || i >= r.n || r.mean[i] == nil {
		return nothing
	}
	return r.mean[i]
}

// is reports whether token i is that sign or word.
func (r *reader) is(i int, lower string) bool {
	return i >= 0 && i < r.n && r.tok(i).Lower == lower
}

// glued reports whether token i is that sign or word with no space before it.
func (r *reader) glued(i int, lower string) bool { return r.is(i, lower) && !r.tok(i).Space }

func (r *reader) kind(i int, k token.Kind) bool {
	return i >= 0 && i < r.n && r.tok(i).Kind == k
}

// number is the value of the digits at token i, -1 where there are none.
func (r *reader) number(i int) int {
	if !r.kind(i, token.Number) {
		return -1
	}
	return r.tok(i).Value
}

// digits is how many digits token i has.
func (r *reader) digits(i int) int {
	if !r.kind(i, token.Number) {
		return 0
	}
	return len(r.tok(i).Lower)
}

// has reports whether token i has that role.
func (r *reader) has(i int, want role) bool { return r.word(i).role&want != 0 }

// skip passes tokens of a role, at most one.
func (r *reader) skip(i int, want role) int {
	if r.has(i, want) {
		return i + 1
	}
	return i
}

// skipSign passes one of the signs.
func (r *reader) skipSign(i int, signs string) int {
	if r.kind(i, token.Punct) && len(r.tok(i).Lower) == 1 {
		for k := range len(signs) {
			if signs[k] == r.tok(i).Lower[0] {
				return i + 1
			}
		}
	}
	return i
}

// capital reports whether token i is written with a capital.
func (r *reader) capital(i int) bool {
	return r.kind(i, token.Word) && r.tok(i).Text[0] >= 'A' && r.tok(i).Text[0] <= 'Z'
}

// add appends a mark.
func (r *reader) add(m mark) {
	r.marks = append(r.marks, m)
	if m.kind == dayMark || m.kind == clockMark {
		r.last = len(r.marks) - 1
	}
}

// afterMark reports whether the last day or clock ends at token i, but for the signs and small words that may stand
// between a day and its hour.
func (r *reader) afterMark(i int, k kind) bool {
	if r.last < 0 || r.marks[r.last].kind != k {
		return false
	}
	end := r.marks[r.last].span.To
	for ; end < i; end++ {
		if !r.has(end, roleAt|roleFrom|roleOn|roleBetween) && r.skipSign(end, ",:-@(|.") == end && r.word(end).part == noPart &&
			!r.kind(end, token.Cell) {
			return false
		}
	}
	return true
}
