package role

import "math"

// rounds is how many classes the round has: none, 1, 2, 3, and 4 and later.
const rounds = 5

const (
	rBias uint32 = 500 + iota
	rWord
	rPair
	rTriple
	rSubject
	rKind
)

// roundFeatures are the words of the message, in ones, pairs and threes.
func (v *view) roundFeatures(kind []float32, f *features) {
	f.is(rBias)
	v.grams(f, v.words(0, v.t.Body), 1, rSubject, rSubject)
	body := v.words(v.t.Body, v.t.Quoted)
	weight := float32(1)
	if n := len(body); n > wordsSeen {
		weight = float32(math.Sqrt(wordsSeen / float64(n)))
	}
	v.grams(f, body, weight, rWord, rPair)
	f.amount(3, rKind, 100, hash(v.m.Rounds))
	for k, p := range kind {
		f.amount(p, rKind, uint32(k))
	}
}
