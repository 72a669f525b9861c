package role

// Templates of the tagger's features; a number, once given, is kept, since the weights hang on it.
const (
	tBias uint32 = 1 + iota
	tWord
	tNear
	tPair
	tPairAfter
	tPairBefore2
	tPairAfter2
	tShape
	tShapes
	tSuffix
	tPrefix
	tGiven
	tTime
	tTimeNear
	tHeader
	tHeaderNear
	tPerson
	tLabel
	tLabelShape
	tHeading
	tHeadingShape
	tPlace
	tPlaceShape
	tAbove
	tAsk
	tLeft
	tRight
	tSentence
	tTimeBits
	tPlaceHeader
	tMessage
	tLineStart
	tNextLine
	tSentenceTime
	tCoarse
	tFine
	tFinePair
	tLeftFine
	tRightFine
)

// window is how far around a token words are looked at one by one; far how far as a bag.
const (
	window = 3
	far    = 10
)

// tagFeatures appends the features of token i.
func (v *view) tagFeatures(i int, out []uint32) []uint32 {
	n := len(v.word)
	at := func(a []uint32, k int) uint32 {
		if k < 0 || k >= n {
			return 1
		}
		return a[k]
	}
	line := v.t.Line[i]
	out = append(out, mix(tBias), mix(tWord, v.word[i]), mix(tShape, v.shape[i]), mix(tPlace, v.place[i]), mix(tPlaceShape, v.place[i], v.shape[i]),
		mix(tPair, at(v.word, i-1), v.word[i]), mix(tPairAfter, v.word[i], at(v.word, i+1)),
		mix(tPairBefore2, at(v.word, i-2), at(v.word, i-1)), mix(tPairAfter2, at(v.word, i+1), at(v.word, i+2)),
		mix(tShapes, at(v.shape, i-1), v.shape[i], at(v.shape, i+1)))
	for d := 1; d <= window; d++ {
		out = append(out, mix(tNear, uint32(d), at(v.word, i+d)), mix(tNear, uint32(d+8), at(v.word, i-d)))
	}
	for d := -2; d <= 2; d++ {
		if c := at(v.fine, i+d); c > 1 {
			out = append(out, mix(tFine, uint32(d+8), c), mix(tCoarse, uint32(d+8), at(v.coarse, i+d)))
		}
	}
	if a, b := at(v.fine, i-1), at(v.fine, i+1); a > 1 && b > 1 {
		out = append(out, mix(tFinePair, a, b))
	}
	if v.suffix[i] != 0 {
		out = append(out, mix(tSuffix, v.suffix[i]), mix(tPrefix, v.prefix[i]))
	}
	if i > 0 && v.t.Tokens[i-1].Ends() {
		out = append(out, mix(tLineStart, v.shape[i]))
	}
	if v.label[i] != 0 {
		out = append(out, mix(tLabel, v.label[i]), mix(tLabelShape, v.label[i], v.shape[i]))
	}
	if h := v.heading[line]; h != 0 {
		out = append(out, mix(tHeading, h), mix(tHeadingShape, h, v.shape[i]))
	}
	return v.pointFeatures(i, at, out)
}

// pointFeatures adds what only tokens that may be a name or a time are worth.
func (v *view) pointFeatures(i int, at func([]uint32, int) uint32, out []uint32) []uint32 {
	if v.given[i] {
		out = append(out, mix(tGiven, 1))
	}
	for d := -1; d <= 1; d += 2 {
		if k := i + d; k >= 0 && k < len(v.given) && v.given[k] {
			out = append(out, mix(tGiven, uint32(3+d)))
		}
		if t := at(v.time, i+d); t > 1 {
			out = append(out, mix(tTimeNear, uint32(d+1), coarse(t)))
		}
		if h := at(v.header, i+d); h > 1 {
			out = append(out, mix(tHeaderNear, uint32(d+1), h))
		}
	}
	if t := v.time[i]; t != 0 {
		out = append(out, mix(tTime, coarse(t)), mix(tTimeBits, t))
	}
	if h := v.header[i]; h != 0 {
		out = append(out, mix(tHeader, h), mix(tPlaceHeader, v.place[i], h))
	}
	if p := v.person[i]; p != 0 {
		out = append(out, mix(tPerson, p), mix(tPerson, p, v.place[i]))
	}
	if !v.pointed(i) {
		return out
	}
	line := v.t.Line[i]
	out = append(out, mix(tAbove, v.above[line]))
	if v.ask[v.t.Sentence[i]] {
		out = append(out, mix(tAsk, 1))
	}
	kind := v.kindOf(i)
	s := v.t.SentenceAt(i)
	timed := false
	for k := i - 1; k >= max(s.From, i-far); k-- {
		if v.shape[k] < 10 && !v.t.Link[k] {
			out = append(out, mix(tLeft, kind, v.word[k]), mix(tLeftFine, kind, v.fine[k]))
		}
	}
	for k := i + 1; k < min(s.To, i+far); k++ {
		if v.shape[k] < 10 && !v.t.Link[k] {
			out = append(out, mix(tRight, kind, v.word[k]), mix(tRightFine, kind, v.fine[k]))
		}
	}
	for k := max(s.From, i-40); k < min(s.To, i+40); k++ {
		timed = timed || v.time[k] != 0
		if v.shape[k] < 10 && !v.t.Link[k] {
			out = append(out, mix(tSentence, kind, v.word[k]))
		}
	}
	if timed {
		out = append(out, mix(tSentenceTime, kind))
	}
	return out
}

// pointed reports whether token i may be part of a name or a time.
func (v *view) pointed(i int) bool {
	return v.time[i] != 0 || v.header[i] != 0 || v.person[i] != 0 || v.shape[i] >= 2 && v.shape[i] <= 5 || selves[v.t.Tokens[i].Lower]
}

// kindOf says whether the sentence of token i is looked at for a time, a name or the writer.
func (v *view) kindOf(i int) uint32 {
	switch {
	case v.time[i] != 0:
		return 1
	case selves[v.t.Tokens[i].Lower]:
		return 2
	}
	return 3
}

// selves are words by which a writer speaks of himself.
var selves = map[string]bool{"i": true, "me": true, "myself": true, "we": true, "us": true, "both": true, "ich": true, "mir": true, "mich": true, "wir": true, "uns": true,
	"je": true, "moi": true, "nous": true, "yo": true, "mi": true, "conmigo": true, "nosotros": true, "io": true, "me-stesso": true, "noi": true, "eu": true, "mim": true,
	"comigo": true, "ik": true, "mij": true, "wij": true, "jag": true, "mig": true, "vi": true, "oss": true, "jeg": true, "meg": true, "ja": true, "mna": true, "mnou": true,
	"ze": true, "my": true, "minä": true, "ben": true, "я": true, "мной": true, "mine": true}
