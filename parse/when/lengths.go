package when

import (
	"time"

	"roundtwo/parse/token"
)

// Length is how long something takes, as the text says it: "45 minutes", "an hour and a half".
type Length struct {
	Span token.Span
	Time time.Duration
}

// Lengths finds all lengths in toks, in the order of the text. Which time they are of, Read says where a sentence says it;
// of the others the reader of roles decides.
func Lengths(toks []token.Token, ref Reference) []Length {
	if len(toks) == 0 {
		return nil
	}
	r := newReader(toks, ref)
	r.scan()
	r.placeMarks()
	var out []Length
	for _, m := range r.marks {
		if m.kind != lengthMark || m.long <= 0 {
			continue
		}
		s := m.span
		if r.places != nil {
			s = placed(s, r.places)
		}
		out = append(out, Length{s, m.long})
	}
	return out
}
