package role

import (
	"math"
	"time"

	"roundtwo/interview"
	"roundtwo/parse/token"
)

// kinds in the order of the model's classes.
var kinds = [...]interview.Kind{interview.Other, interview.Invitation, interview.Reschedule, interview.Cancellation}

// Templates of what is seen of a message as a whole.
const (
	kBias uint32 = 200 + iota
	kWord
	kPair
	kSubject
	kSubjectPair
	kFlag
	kTimes
	kEvent
	kFirst
	kTriple
	kTags
	kText
	kPeople
	kSender
	kClass
	kClassPair
	kBeside
	kBesidePair
	kOld
	kSign
	kRound
)

// wordsSeen is how many words weigh in full; of more each weighs less, so that a long message is not judged more firmly
// than a short one.
const wordsSeen = 60

// maxWords is how many words of a text weigh: what a letter is about stands at its beginning, and no rubbish behind it may
// drown that.
const maxWords = 500

// words gives the tokens that say something: no signs, no links.
func (v *view) words(from, to int) []int {
	var out []int
	for i := from; i < to && len(out) < maxWords; i++ {
		if k := v.t.Tokens[i].Kind; !v.t.Link[i] && (k == token.Word || k == token.Number) {
			out = append(out, i)
		}
	}
	return out
}

// textFeatures are the words of the message and what its headers say.
func (v *view) textFeatures(f *features) {
	f.is(kBias)
	v.grams(f, v.words(0, v.t.Body), 1, kSubject, kSubjectPair)
	body := v.words(v.t.Body, v.t.Quoted)
	weight := float32(1)
	if n := len(body); n > wordsSeen {
		weight = float32(math.Sqrt(wordsSeen / float64(n)))
	}
	v.grams(f, body, weight, kWord, kPair)
	for n, i := range body {
		if v.fine[i] != 0 {
			f.amount(weight/2, kClass, v.fine[i])
			if n > 0 && v.fine[body[n-1]] != 0 {
				f.amount(weight/2, kClassPair, v.fine[body[n-1]], v.fine[i])
			}
		}
	}
	for n, is := range [...]bool{v.m.Auto != "", v.m.Listed, v.m.Answers, v.m.Forwarded, v.t.Quoted < len(v.t.Tokens), v.m.FromHTML, robot(v.m.Sender.Email)} {
		if is {
			f.is(kFlag, uint32(n))
		}
	}
	if v.m.Auto != "" {
		f.is(kFlag, 100, hash(v.m.Auto))
	}
	f.is(kTimes, uint32(min(v.future(), 4)))
	v.signFeatures(f)
	for _, e := range v.m.Events {
		f.is(kEvent, hash(e.Method))
		if e.Cancelled {
			f.is(kEvent, 1)
		}
	}
}

// signFeatures are what the phrases of the rules say.
func (v *view) signFeatures(f *features) {
	for _, s := range v.m.Signs {
		n := min(s.Weight, 6)
		f.amount(float32(n)/2, kSign, hash(s.Name))
		f.is(kSign, hash(s.Name), uint32(n))
	}
	if r := v.m.Round; r.Round > 0 {
		f.is(kRound, uint32(min(r.Round, 3)))
		for n, is := range [...]bool{r.Explicit, r.Behind, r.Subject} {
			if is {
				f.is(kRound, uint32(10+n))
			}
		}
	}
}

// grams adds words, pairs and threes of words, each once: nothing weighs more for being said again.
func (v *view) grams(f *features, at []int, weight float32, one, two uint32) {
	seen := make(map[uint32]bool, 3*len(at))
	add := func(key uint32) {
		if !seen[key] {
			seen[key] = true
			*f = append(*f, feature{key, weight})
		}
	}
	for n, i := range at {
		add(mix(one, v.word[i]))
		if n > 0 {
			add(mix(two, v.word[at[n-1]], v.word[i]))
		}
		if n > 1 {
			add(mix(two, v.word[at[n-2]], v.word[at[n-1]], v.word[i]))
		}
	}
}

// future counts the clock times to come.
func (v *view) future() int {
	n := 0
	for i := range v.m.Times {
		r := &v.m.Times[i]
		if r.TimeStated && !r.Weekly && !r.Deadline && r.Start.Time.After(v.m.Written.Add(-12*time.Hour)) && r.Span.From < min(v.m.Signed, v.t.Quoted) {
			n++
		}
	}
	return n
}

// besideFeatures are the words of the sentences that hold the likeliest time and of those beside them: what is done about it.
func (v *view) besideFeatures(x *first, f *features) {
	best, at := float32(0), -1
	old := float32(0)
	for i := range x.tags.P {
		if v.time[i] == 0 || v.place[i] == 5 {
			continue
		}
		if p := x.tags.P[i][Session] + x.tags.P[i][Option]; p > best {
			best, at = p, i
		}
		if v.time[i]&4 != 0 {
			old = max(old, x.tags.P[i][OtherTime])
		}
	}
	f.amount(odds(old), kOld)
	if at < 0 {
		return
	}
	n := v.t.Sentence[at]
	for k := max(0, n-1); k <= min(n+1, len(v.t.Sentences)-1); k++ {
		s := v.t.Sentences[k]
		words := v.words(max(s.From, v.t.Body), min(s.To, v.t.Quoted))
		weight := float32(1)
		if k != n {
			weight = 0.5
		}
		v.grams(f, words, weight, kBeside, kBesidePair)
	}
}
