package role

import (
	"slices"
	"strings"

	"roundtwo/parse/token"
	"roundtwo/parse/who"
)

// Person is somebody whom the message or its headers name, with all places where they do.
type Person struct {
	Name   string       // the fullest form that message and headers give, without honorifics
	Email  string       // of the headers
	Spans  []token.Span // where named, in order; words such as "I" of the writer among them
	Rule   int          // of Message.People: what the reader of people found there; -1 for nothing
	Writer bool         // who wrote
	Her    bool         // the candidate
	Cc     bool         // copied or an attendee of the appointment
	P      float32      // that she will meet this person

	words []string // of the name, folded
	said  float32  // how much the words by which the writer speaks of himself look like somebody she will meet
}

// maxPeople is how many people of a message are weighed.
const maxPeople = 40

// people puts the mentions of the tagger and of the reader of people together, each person once.
func (v *view) people(tags *Tags) []Person {
	var out []Person
	out = v.fromHeaders(out)
	for k := range v.m.People {
		p := &v.m.People[k]
		i := join(&out, plainName(p.Name), false)
		if i < 0 {
			continue
		}
		if out[i].Rule < 0 {
			out[i].Rule = k
		}
		if p.Email != "" && out[i].Email == "" {
			out[i].Email = p.Email
		}
		for _, s := range append([]token.Span{p.Span}, p.Also...) {
			if s.From < s.To {
				out[i].Spans = append(out[i].Spans, s)
			}
		}
	}
	for _, s := range v.tagged(tags) {
		v.addSpan(&out, s)
	}
	for i := range out {
		if out[i].Writer {
			v.speaks(&out[i], tags)
		}
		slices.SortFunc(out[i].Spans, func(a, b token.Span) int { return a.From - b.From })
	}
	return slices.DeleteFunc(out, func(p Person) bool { return len(p.Spans) == 0 && !(p.Cc && p.Rule >= 0) })
}

// fromHeaders begins with the writer, her and those who were copied: names of the text join them.
func (v *view) fromHeaders(out []Person) []Person {
	add := func(name, email string, set func(*Person)) {
		name = who.PersonName(name)
		if words := nameWords(name); len(words) > 0 && len(words) < 6 {
			p := Person{Name: name, Email: email, Rule: -1, words: words}
			set(&p)
			out = append(out, p)
		}
	}
	name := v.m.Sender.Name
	if s := v.m.Signature; s != "" && (len(strings.Fields(s)) > 1 || name == "") {
		name = s
	}
	add(name, v.m.Sender.Email, func(p *Person) { p.Writer = true })
	for _, a := range v.m.Candidate {
		add(a.Name, a.Email, func(p *Person) { p.Her = true })
	}
	for _, a := range append(slices.Clone(v.m.Cc), v.m.Attendees...) {
		add(a.Name, a.Email, func(p *Person) { p.Cc = true })
	}
	return out
}

func nameWords(name string) []string {
	var out []string
	for _, k := range token.Cut(name) {
		if k.Kind == token.Word {
			out = append(out, k.Lower)
		}
	}
	return out
}

// join gives the person of that name, a new one where nobody fits; -1 for what is no name.
func join(list *[]Person, name string, onlyKnown bool) int {
	words := nameWords(name)
	if len(words) == 0 || len(words) > 6 {
		return -1
	}
	best := -1
	for i := range *list {
		if same((*list)[i].words, words) && (best < 0 || len((*list)[i].words) == len(words)) {
			best = i
		}
	}
	switch {
	case best >= 0:
		if p := &(*list)[best]; len(words) > len(p.words) {
			p.Name, p.words = name, words
		}
	case onlyKnown || len(*list) >= maxPeople:
	default:
		best = len(*list)
		*list = append(*list, Person{Name: name, Rule: -1, words: words})
	}
	return best
}

// same reports whether one name is the other or a part of it: "Ana", "Mr Ruiz" and "A. Ruiz" beside "Ana Ruiz".
func same(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return false
	}
	if len(a) == 1 {
		return a[0] == b[0] || a[0] == b[len(b)-1]
	}
	for _, w := range a {
		if !slices.ContainsFunc(b, func(x string) bool {
			return x == w || len(w) == 1 && strings.HasPrefix(x, w) || len(x) == 1 && strings.HasPrefix(w, x)
		}) {
			return false
		}
	}
	return true
}

// likelyName is how likely somebody must be named at a token for it to be weighed: a name too many costs little, one that
// nobody proposed cannot be found again.
const likelyName = 0.25

// tagged gives the runs of tokens that the tagger takes for names, or nearly does.
func (v *view) tagged(tags *Tags) []token.Span {
	var out []token.Span
	for i := 0; i < len(tags.Best); i++ {
		if !v.nameAt(tags, i) {
			continue
		}
		to := i + 1
		for to < len(tags.Best) && v.nameAt(tags, to) && (tags.Best[to] == tags.Best[i] || tags.Best[to] == None || tags.Best[i] == None) {
			to++
		}
		out = append(out, token.Span{From: i, To: to})
		i = to - 1
	}
	return out
}

func (v *view) nameAt(tags *Tags, i int) bool {
	if v.t.Tokens[i].Ends() || v.t.Link[i] {
		return false
	}
	if l := tags.Best[i]; l >= Interviewer && l <= Named {
		return true
	}
	p := &tags.P[i]
	return v.t.Tokens[i].Kind == token.Word && p[Interviewer]+p[Writer]+p[Candidate]+p[Named] > likelyName
}

// addSpan adds a run of the tagger where the reader of people has nothing.
func (v *view) addSpan(out *[]Person, s token.Span) {
	for s.From < s.To && v.t.Tokens[s.From].Kind != token.Word {
		s.From++
	}
	for s.To > s.From && v.t.Tokens[s.To-1].Kind != token.Word {
		s.To--
	}
	if s.From >= s.To || s.To-s.From == 1 && selves[v.t.Tokens[s.From].Lower] {
		return
	}
	name := who.PersonName(plainName(v.t.At(s)))
	i := join(out, name, false)
	if i < 0 {
		return
	}
	for _, have := range (*out)[i].Spans {
		if have.Overlaps(s) {
			return
		}
	}
	(*out)[i].Spans = append((*out)[i].Spans, s)
}

// speaks finds the words by which the writer speaks of himself, and adds them as mentions where they look like
// somebody whom she will meet.
func (v *view) speaks(p *Person, tags *Tags) {
	for i := range v.t.Tokens {
		if v.place[i] == 5 || !selves[v.t.Tokens[i].Lower] {
			continue
		}
		if x := tags.P[i][Interviewer]; x > p.said {
			p.said = x
		}
		if tags.Best[i] == Interviewer {
			p.Spans = append(p.Spans, token.Span{From: i, To: i + 1})
		}
	}
	if p.said > 0.1 && len(p.Spans) == 0 {
		p.Spans = append(p.Spans, token.Span{})
	}
}

// Templates of what is seen of a person.
const (
	pBias uint32 = 400 + iota
	pTag
	pTagBest
	pSum
	pRule
	pRuleKind
	pHeader
	pWords
	pMentions
	pPlace
	pLeft
	pRight
	pNear
	pSentence
	pLabel
	pHeading
	pSaid
	pKind
	pOthers
	pTitle
	pTime
	pAbove
	pSaidHeader
	pSelf
	pSelfClass
	pSigned
	pSignedClass
	pRobot
	pLength
	pRightFine
	pLeftFine
	pOtherTop
	pSelfPair
)

// personFeatures are those of one person among all.
func (v *view) personFeatures(tags *Tags, all []Person, i int, kind []float32, f *features) {
	p := &all[i]
	f.is(pBias)
	var top, sum [labels]float32
	best := token.Span{}
	for _, s := range p.Spans {
		if s.From >= s.To {
			continue
		}
		mean := v.meanTags(tags, s)
		if best.From >= best.To || mean[Interviewer] > top[Interviewer] {
			best = s
		}
		for l := range mean {
			top[l] = max(top[l], mean[l])
			sum[l] += mean[l]
		}
	}
	for _, l := range [...]Label{None, Interviewer, Writer, Candidate, Named} {
		f.amount(odds(top[l]), pTag, uint32(l))
		f.is(pTagBest, uint32(l), uint32(top[l]*4.99))
		f.amount(min(sum[l], 4), pSum, uint32(l))
	}
	if p.Rule >= 0 {
		r := &v.m.People[p.Rule]
		f.is(pRule, uint32(r.Part)+1)
		if r.Met {
			f.is(pRule, 10)
		}
		if r.Left {
			f.is(pRule, 11)
		}
		if r.Title != "" {
			f.is(pTitle)
		}
	} else {
		f.is(pRule, 0)
	}
	head := uint32(0)
	for n, is := range [...]bool{p.Writer, p.Her, p.Cc} {
		if is {
			head |= 1 << n
		}
	}
	f.is(pHeader, head)
	if p.Writer {
		f.amount(odds(p.said), pSaid)
		f.is(pSaidHeader, uint32(p.said*4.99))
		v.selfFeatures(f)
	}
	f.is(pWords, uint32(min(len(p.words), 3)))
	f.is(pMentions, uint32(min(len(p.Spans), 4)))
	rivals := 0
	for k := range all {
		if k != i && all[k].Rule >= 0 && v.m.People[all[k].Rule].Part == who.Interviewer {
			rivals++
		}
	}
	f.is(pOthers, uint32(min(rivals, 3)))
	for k, x := range kind {
		f.amount(x, pKind, uint32(k))
	}
	better, close := 0, 0
	for k := range all {
		if k == i {
			continue
		}
		var y float32
		for _, s := range all[k].Spans {
			y = max(y, v.meanTags(tags, s)[Interviewer])
		}
		if y > top[Interviewer] {
			better++
		}
		if y > 0.5 {
			close++
		}
	}
	f.is(pOtherTop, uint32(min(better, 4)), uint32(min(close, 4)))
	f.is(pOtherTop, 10+uint32(min(close, 4)), head)
	v.personContext(p, best, f)
	if p.Writer {
		f.ofWriter()
	}
}

// personContext are the words around the place that looks most like somebody whom she will meet.
func (v *view) personContext(p *Person, s token.Span, f *features) {
	var places uint32
	for _, x := range p.Spans {
		if x.From < x.To {
			places |= 1 << v.place[x.From]
		}
	}
	f.is(pPlace, places)
	if s.From >= s.To {
		return
	}
	sentence := v.t.SentenceAt(s.From)
	timed := false
	for k := s.From - 1; k >= max(sentence.From, s.From-far); k-- {
		if v.shape[k] < 10 && !v.t.Link[k] {
			f.is(pLeft, v.word[k])
			f.is(pLeftFine, v.fine[k])
			if s.From-k <= 2 {
				f.is(pNear, uint32(s.From-k), v.word[k])
			}
		}
	}
	for k := s.To; k < min(sentence.To, s.To+far); k++ {
		if v.shape[k] < 10 && !v.t.Link[k] {
			f.is(pRight, v.word[k])
			f.is(pRightFine, v.fine[k])
		}
		if k-s.To < 2 {
			f.is(pNear, uint32(10+k-s.To), v.word[k])
		}
	}
	for k := max(sentence.From, s.From-40); k < min(sentence.To, s.To+40); k++ {
		timed = timed || v.time[k] != 0
		if v.shape[k] < 10 && !v.t.Link[k] {
			f.amount(0.5, pSentence, v.word[k])
		}
	}
	if timed {
		f.is(pTime)
	}
	line := v.t.Line[s.From]
	f.is(pLabel, v.label[s.From])
	f.is(pHeading, v.heading[line])
	f.is(pAbove, v.above[line])
}

// selfFeatures are the words of the sentences in which the writer speaks of himself, and those he signs with: "Talent
// Partner" seldom takes part, "owner" mostly does.
func (v *view) selfFeatures(f *features) {
	if robot(v.m.Sender.Email) {
		f.is(pRobot)
	}
	f.is(pLength, uint32(min((v.t.Quoted-v.t.Body)/60, 6)))
	seen := -1
	for i := v.t.Body; i < min(v.m.Signed, v.t.Quoted); i++ {
		n := v.t.Sentence[i]
		if n == seen || !selves[v.t.Tokens[i].Lower] {
			continue
		}
		seen = n
		s := v.t.Sentences[n]
		v.selfPairs(s, f)
		for k := max(s.From, i-far); k < min(s.To, i+2*far); k++ {
			if v.shape[k] < 10 && !v.t.Link[k] {
				f.amount(0.5, pSelf, v.word[k])
				f.amount(0.5, pSelfClass, v.fine[k])
			}
		}
	}
	for i := v.m.Signed; i < min(v.m.Signed+30, v.t.Quoted); i++ {
		if v.shape[i] < 10 && v.header[i] == 0 && !v.t.Link[i] {
			f.amount(0.5, pSigned, v.word[i])
			f.amount(0.5, pSignedClass, v.fine[i])
		}
	}
}

// selfPairs are the words right beside those by which the writer speaks of himself: "with me", "and I".
func (v *view) selfPairs(s token.Span, f *features) {
	for i := s.From; i < s.To; i++ {
		if !selves[v.t.Tokens[i].Lower] {
			continue
		}
		if i > s.From {
			f.is(pSelfPair, 1, v.word[i-1], v.word[i])
		}
		if i > s.From+1 {
			f.is(pSelfPair, 2, v.word[i-2], v.word[i-1], v.word[i])
		}
		if i+1 < s.To {
			f.is(pSelfPair, 3, v.word[i], v.word[i+1])
		}
		if i+3 < s.To {
			f.is(pSelfPair, 4, v.word[i], v.word[i+1], v.word[i+2], v.word[i+3])
		}
	}
}

// ofWriter makes features those of the writer, about whom other things tell than about those he names.
func (f features) ofWriter() {
	for i := range f {
		f[i].key = mix(f[i].key, 0x77)
	}
}

// plainName is a name as it is listed: without what stands in quotes or brackets inside it, or after an apostrophe.
func plainName(name string) string {
	for _, pair := range [...]string{`""`, "()", "“”", "‘’"} {
		open, end := pair[:len(pair)/2], pair[len(pair)/2:]
		if i := strings.Index(name, open); i > 0 {
			if k := strings.Index(name[i+len(open):], end); k >= 0 {
				name = strings.Join(strings.Fields(name[:i]+" "+name[i+len(open)+k+len(end):]), " ")
			}
		}
	}
	for _, genitive := range [...]string{"'s", "’s"} {
		name = strings.TrimSuffix(name, genitive)
	}
	return name
}
