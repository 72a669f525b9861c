package role

import "math"

// Tagger is a linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) over the tokens of a message.
type Tagger struct {
	weights weights
	next    [labels][labels]float32 // of the label of a token and that of the next, in nats
}

// Tags is what the tagger makes of a message.
type Tags struct {
	P    [][labels]float32 // of each token, how likely each label is; they add up to 1
	Best []Label           // the most likely labels as a whole
}

// maxTagged is how many tokens of a message are tagged: several times those of a long invitation. What lies behind is no mention
// of anything.
const maxTagged = 2500

// tag reads a message.
func (g *Tagger) tag(v *view) *Tags {
	n := min(len(v.word), maxTagged)
	scores := make([][labels]float32, n)
	var features []uint32
	for i := range scores {
		features = v.tagFeatures(i, features[:0])
		row := scores[i][:]
		for _, f := range features {
			g.weights.add(f, row)
		}
	}
	tags := &Tags{P: g.marginals(scores), Best: g.best(scores)}
	for range len(v.word) - n {
		tags.P, tags.Best = append(tags.P, [labels]float32{None: 1}), append(tags.Best, None)
	}
	return tags
}

// marginals runs forward and backward over the chain, in probabilities scaled at every token.
func (g *Tagger) marginals(scores [][labels]float32) [][labels]float32 {
	out, _ := chain(scores, &g.next, nil)
	return out
}

// expAll gives e to the power of each score, the largest taken as 1.
func expAll(scores *[labels]float32) (out [labels]float32, top float32) {
	top = scores[0]
	for _, s := range scores[1:] {
		top = max(top, s)
	}
	for k, s := range scores {
		out[k] = float32(math.Exp(float64(s - top)))
	}
	return out, top
}

// chain gives the marginals, and the expected transitions where pairs is not nil; logZ is the logarithm of the sum over
// all ways to tag the message.
func chain(scores [][labels]float32, next *[labels][labels]float32, pairs *[labels][labels]float32) (out [][labels]float32, logZ float64) {
	n := len(scores)
	if n == 0 {
		return nil, 0
	}
	var step, back [labels][labels]float32
	for a := range step {
		for b := range step[a] {
			step[a][b] = float32(math.Exp(float64(next[a][b])))
			back[b][a] = step[a][b]
		}
	}
	emit := make([][labels]float32, n)
	out = make([][labels]float32, n)
	for i := range scores {
		var top float32
		emit[i], top = expAll(&scores[i])
		logZ += float64(top)
	}
	out[0] = emit[0]
	logZ += scale(&out[0])
	for i := 1; i < n; i++ {
		f, prev := &out[i], &out[i-1]
		for b := range f {
			var sum float32
			row := &back[b]
			for a := range row {
				sum += prev[a] * row[a]
			}
			f[b] = sum * emit[i][b]
		}
		logZ += scale(f)
	}
	var beta, with [labels]float32
	for k := range beta {
		beta[k] = 1
	}
	for i := n - 1; i >= 0; i-- {
		for k := range with {
			with[k] = emit[i][k] * beta[k]
		}
		var sum float32
		for k := range out[i] {
			beta[k] *= out[i][k]
			sum += beta[k]
		}
		for k := range out[i] {
			out[i][k] = beta[k] / sum
		}
		if i == 0 {
			break
		}
		var all float32
		var before [labels]float32
		prev := &out[i-1]
		for a := range before {
			row := &step[a]
			var s float32
			for b := range row {
				s += row[b] * with[b]
			}
			before[a] = s
			all += s * prev[a]
		}
		if pairs != nil {
			for a := range pairs {
				for b := range pairs[a] {
					pairs[a][b] += prev[a] * step[a][b] * with[b] / all
				}
			}
		}
		inv := 1 / all
		for a := range before {
			beta[a] = before[a] * inv
		}
	}
	return out, logZ
}

// scale makes the values add up to 1 and gives the logarithm of what they added up to.
func scale(f *[labels]float32) float64 {
	var sum float32
	for _, x := range f {
		sum += x
	}
	if sum <= 0 {
		for k := range f {
			f[k] = 1 / float32(labels)
		}
		return 0
	}
	for k := range f {
		f[k] /= sum
	}
	return math.Log(float64(sum))
}

// best finds the most likely way to tag the whole message (Viterbi).
func (g *Tagger) best(scores [][labels]float32) []Label {
	n := len(scores)
	if n == 0 {
		return nil
	}
	from := make([][labels]Label, n)
	at := scores[0]
	for i := 1; i < n; i++ {
		var now [labels]float32
		for b := range now {
			top, arg := at[0]+g.next[0][b], Label(0)
			for a := 1; a < int(labels); a++ {
				if s := at[a] + g.next[a][b]; s > top {
					top, arg = s, Label(a)
				}
			}
			now[b], from[i][b] = top+scores[i][b], arg
		}
		at = now
	}
	out := make([]Label, n)
	last := Label(0)
	for b := range at {
		if at[b] > at[last] {
			last = Label(b)
		}
	}
	for i := n - 1; i >= 0; i-- {
		out[i] = last
		last = from[i][last]
	}
	return out
}

// TagWith reads a message with a tagger just fitted.
func TagWith(g *Tagger, m *Message) *Tags { return g.tag(newView(m)) }
