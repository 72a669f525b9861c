package role

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"roundtwo/parse/message"
	"roundtwo/parse/text"
	"roundtwo/parse/token"
	"roundtwo/parse/when"
	"roundtwo/parse/who"
)

// view is a message as the models look at it: each token reduced to a few numbers, computed once.
type view struct {
	m       *Message
	t       *text.Text
	word    []uint32 // hash of the folded word; numbers by their length
	shape   []uint32
	coarse  []uint32 // classes of the word, 0 for none
	fine    []uint32
	suffix  []uint32
	prefix  []uint32
	time    []uint32 // what the time reader says of the token, 0 for nothing
	header  []uint32 // bits: whose name of the headers the word belongs to
	given   []bool   // a listed given name
	person  []uint32 // what the reader of people says, 0 for nothing
	label   []uint32 // hash of the label of its line, or of the head of its column
	heading []uint32 // hash of the heading above, by line
	place   []uint32 // subject, top, middle, signature, quoted
	above   []uint32 // first word of the line above, by line
	ask     []bool   // by sentence: it is a question
}

func newView(m *Message) *view {
	t := m.Text
	n := len(t.Tokens)
	buf := make([]uint32, 11*n)
	cut := func() []uint32 { out := buf[:n:n]; buf = buf[n:]; return out }
	v := &view{m: m, t: t, word: cut(), coarse: cut(), fine: cut(), shape: cut(), suffix: cut(), prefix: cut(), time: cut(), header: cut(), person: cut(), label: cut(), place: cut(),
		given: make([]bool, n), heading: make([]uint32, len(t.Lines)), above: make([]uint32, len(t.Lines)), ask: make([]bool, len(t.Sentences))}
	for i := range t.Tokens {
		v.seeToken(i)
	}
	v.seeTimes()
	v.seePeople()
	v.seeHeaders()
	v.seeLines()
	return v
}

func (v *view) seeToken(i int) {
	k := &v.t.Tokens[i]
	v.shape[i] = shapeOf(k)
	switch k.Kind {
	case token.Word:
		v.word[i] = hash(k.Lower)
		v.coarse[i], v.fine[i] = classOf(k.Lower)
		v.suffix[i] = hash(tail(k.Lower, 3))
		v.prefix[i] = hash(headOf(k.Lower, 3))
		v.given[i] = k.Text != k.Lower && who.IsGiven(k.Lower)
	case token.Number:
		v.word[i] = hash("0000000000"[:min(len(k.Text), 10)])
		if k.Value >= 0 && k.Value <= 9 {
			v.word[i] = hash(k.Lower) // "round 2" is not "round 1"
		}
	default:
		v.word[i] = hash(k.Lower)
	}
	if v.t.Link[i] {
		v.word[i], v.suffix[i], v.prefix[i], v.given[i] = 7, 0, 0, false
	}
	if k.Is("?") {
		v.ask[v.t.Sentence[i]] = true
	}
	switch {
	case i < v.t.Body:
		v.place[i] = 1
	case i >= v.t.Quoted:
		v.place[i] = 5
	case i >= v.m.Signed:
		v.place[i] = 4
	case i-v.t.Body < 12:
		v.place[i] = 2
	default:
		v.place[i] = 3
	}
}

func tail(s string, n int) string {
	for i := len(s); i > 0; {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		if n--; n == 0 {
			return s[i:]
		}
	}
	return s
}

func headOf(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// shapeOf tells how a token is written: capital, all capitals, digits and how many, which sign.
func shapeOf(k *token.Token) uint32 {
	switch k.Kind {
	case token.Number:
		return 10 + uint32(min(len(k.Text), 6))
	case token.Punct:
		return 100 + uint32(k.Text[0])
	case token.Word:
		r, size := utf8.DecodeRuneInString(k.Text)
		switch {
		case !unicode.IsUpper(r) && !unicode.IsLower(r):
			return 4 // a script without case
		case !unicode.IsUpper(r):
			return 1
		case len(k.Text) == size:
			return 5
		case strings.ToUpper(k.Text) == k.Text:
			return 3
		}
		return 2
	}
	return 30 + uint32(k.Kind)
}

// seeTimes writes to each token of a reading of time what kind it is.
func (v *view) seeTimes() {
	at := v.m.covered()
	for i, k := range at {
		if k < 0 {
			continue
		}
		v.time[i] = timeBits(&v.m.Times[k])
	}
}

// timeBits is what the reader of times thinks of a reading.
func timeBits(r *when.Reading) uint32 {
	bits := uint32(1)
	for n, is := range [...]bool{r.DateStated, r.TimeStated, r.Start.DateOnly, !r.End.IsZero(), r.Deadline, r.Past || r.Told, r.Old, r.Weekly, r.Window, r.Arrival, r.Alternative > 0} {
		if is {
			bits |= 2 << n
		}
	}
	return bits
}

// coarse leaves of the bits only day, clock and end.
func coarse(bits uint32) uint32 { return bits & 0x1f }

func (v *view) seePeople() {
	for _, p := range v.m.People {
		for n, s := range append([]token.Span{p.Span}, p.Also...) {
			for i := max(0, s.From); i < min(s.To, len(v.person)); i++ {
				v.person[i] = 1 + uint32(p.Part) + 8*uint32(min(n, 1))
			}
		}
	}
}

// Whose name a word is, by the headers.
const (
	ofSender = 1 << iota
	ofCandidate
	ofCc
	ofAttendee
	ofSignature
)

func (v *view) seeHeaders() {
	words := map[string]uint32{}
	add := func(name string, bit uint32) {
		for _, k := range token.Cut(name) {
			if k.Kind == token.Word && len(k.Text) > 1 {
				words[k.Lower] |= bit
			}
		}
	}
	each := func(list []message.Address, bit uint32) {
		for _, a := range list {
			name := a.Name
			if name == "" {
				name, _, _ = strings.Cut(a.Email, "@")
			}
			add(name, bit)
		}
	}
	each([]message.Address{v.m.Sender}, ofSender)
	each(v.m.Candidate, ofCandidate)
	each(v.m.Cc, ofCc)
	each(v.m.Attendees, ofAttendee)
	add(v.m.Signature, ofSignature)
	for i := range v.t.Tokens {
		if k := &v.t.Tokens[i]; k.Kind == token.Word {
			v.header[i] = words[k.Lower]
		}
	}
}

// maxLabel is how many tokens a label before a colon has.
const maxLabel = 6

// seeLines finds labels before colons and in first cells, heads of columns, and the heading above each line.
func (v *view) seeLines() {
	var heads []uint32 // of the columns of the table
	var heading uint32
	since := 0
	for n, l := range v.t.Lines {
		table := v.t.Table[n]
		first := !table || n == 0 || !v.t.Table[n-1]
		if first {
			heads = heads[:0]
		}
		if table {
			v.seeRow(l, &heads, first)
		} else {
			v.seeLabel(l)
		}
		if n > 0 {
			v.above[n] = v.word[v.t.Lines[n-1].From]
		}
		if since++; since > 8 {
			heading = 0
		}
		v.heading[n] = heading
		if v.t.Tokens[l.To-1].Is(":") || !table && l.To-l.From <= 5 && v.shape[l.From] >= 2 && v.shape[l.From] <= 3 && !v.t.Tokens[l.To-1].Is(",") {
			heading, since = v.bag(l), 0
		}
	}
}

// bag is a hash of the words of a span, numbers left out.
func (v *view) bag(s token.Span) uint32 {
	h := uint32(offset32)
	for i := s.From; i < min(s.To, s.From+maxLabel); i++ {
		if v.t.Tokens[i].Kind == token.Word {
			h = (h ^ v.word[i]) * prime32
		}
	}
	return h
}

func (v *view) seeLabel(l token.Span) {
	for i := l.From; i < min(l.To, l.From+maxLabel); i++ {
		if !v.t.Tokens[i].Is(":") || i == l.From || i+1 < l.To && !v.t.Tokens[i+1].Space {
			continue
		}
		h := v.bag(token.Span{From: l.From, To: i})
		for k := i + 1; k < l.To; k++ {
			v.label[k] = h
		}
		return
	}
}

func (v *view) seeRow(l token.Span, heads *[]uint32, first bool) {
	column, from := 0, l.From
	var row uint32
	for i := l.From; i <= l.To; i++ {
		if i < l.To && v.t.Tokens[i].Kind != token.Cell {
			continue
		}
		h := v.bag(token.Span{From: from, To: i})
		if first {
			*heads = append(*heads, h)
		}
		if column == 0 {
			row = h
		}
		for k := from; k < i; k++ {
			switch {
			case column > 0 && len(*heads) == 2:
				v.label[k] = row // rows of label and value
			case !first && column < len(*heads):
				v.label[k] = (*heads)[column]
			}
		}
		from, column = i+1, column+1
	}
}
