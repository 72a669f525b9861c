package role

import "math"

// Fitting: only the trainer (train) and tests call it; the program holds the result. Everything is deterministic: the
// same messages in the same order give the same bytes.

// ids numbers features while a model is fitted. Features of one message alone teach only that message.
type ids struct {
	of    map[uint32]int32
	keys  []uint32
	count []int32
	last  []int32 // the message in which it was counted last
}

func newIDs() *ids { return &ids{of: map[uint32]int32{}} }

// see counts the features of message n.
func (d *ids) see(n int, features []uint32) {
	for _, f := range features {
		id, ok := d.of[f]
		if !ok {
			id = int32(len(d.keys))
			d.of[f] = id
			d.keys, d.count, d.last = append(d.keys, f), append(d.count, 0), append(d.last, -1)
		}
		if d.last[id] != int32(n) {
			d.last[id] = int32(n)
			d.count[id]++
		}
	}
}

// keep renumbers the features seen in at least so many messages.
func (d *ids) keep(least int32) {
	keys := d.keys
	d.of, d.keys = map[uint32]int32{}, nil
	for id, f := range keys {
		if d.count[id] >= least {
			d.of[f] = int32(len(d.keys))
			d.keys = append(d.keys, f)
		}
	}
}

func (d *ids) known(features []uint32, out []int32) []int32 {
	for _, f := range features {
		if id, ok := d.of[f]; ok {
			out = append(out, id)
		}
	}
	return out
}

// adagrad keeps the weights of a model while it is fitted (Duchi, Hazan, Singer 2011).
type adagrad struct {
	w, g []float32
	rate float32
	l2   float32
}

func newAdagrad(n int, rate, l2 float32) *adagrad {
	return &adagrad{w: make([]float32, n), g: make([]float32, n), rate: rate, l2: l2}
}

// step moves weight i against its gradient.
func (a *adagrad) step(i int, gradient float32) {
	gradient += a.l2 * a.w[i]
	a.g[i] += gradient * gradient
	a.w[i] -= a.rate * gradient / float32(math.Sqrt(float64(a.g[i])+1e-4))
}

// Tagged is a message with the right label of every token, for the tagger to learn from.
type Tagged struct {
	Message *Message
	Labels  []Label
}

// TaggerFit says how the tagger is fitted.
type TaggerFit struct {
	Epochs int
	Rate   float32
	L2     float32
	Least  int32 // messages in which a feature must occur
	Drop   int   // features left out each time, in thousandths
}

// chainItem is a message ready for fitting.
type chainItem struct {
	features [][]int32
	labels   []Label
}

// FitTagger learns a tagger.
func FitTagger(data []Tagged, how TaggerFit) *Tagger {
	d := newIDs()
	raw := make([][][]uint32, len(data))
	for n, x := range data {
		v := newView(x.Message)
		raw[n] = make([][]uint32, len(v.word))
		for i := range raw[n] {
			raw[n][i] = v.tagFeatures(i, nil)
			d.see(n, raw[n][i])
		}
	}
	d.keep(how.Least)
	items := make([]chainItem, len(data))
	for n := range data {
		items[n] = chainItem{make([][]int32, len(raw[n])), data[n].Labels}
		for i, f := range raw[n] {
			items[n].features[i] = d.known(f, nil)
		}
		raw[n] = nil
	}
	return fitChain(items, d, how)
}

func fitChain(items []chainItem, d *ids, how TaggerFit) *Tagger {
	const k = int(labels)
	a := newAdagrad(len(d.keys)*k, how.Rate, how.L2)
	steps := newAdagrad(k*k, how.Rate, how.L2)
	order := newOrder(len(items))
	var mean, meanNext []float64
	averaged := 0
	for epoch := range how.Epochs {
		order.shuffle()
		for _, n := range order.list {
			climb(dropped(&items[n], order, how.Drop), a, steps)
		}
		if epoch >= how.Epochs/2 { // the mean of the later epochs is steadier than the last one
			mean, meanNext = addTo(mean, a.w), addTo(meanNext, steps.w)
			averaged++
		}
	}
	g := &Tagger{}
	for i := range g.next {
		for j := range g.next[i] {
			g.next[i][j] = float32(meanNext[i*k+j] / float64(averaged))
		}
	}
	table := make(map[uint32][]float32, len(d.keys))
	for id, f := range d.keys {
		row := make([]float32, k)
		for j := range row {
			row[j] = float32(mean[id*k+j] / float64(averaged))
		}
		table[f] = row
	}
	g.weights, _, _ = readWeights(writeWeights(nil, k, table))
	return g
}

func addTo(sum []float64, w []float32) []float64 {
	if sum == nil {
		sum = make([]float64, len(w))
	}
	for i, x := range w {
		sum[i] += float64(x)
	}
	return sum
}

// climb takes one step along the gradient of the likelihood of one message.
func climb(item *chainItem, a, steps *adagrad) {
	const k = int(labels)
	n := len(item.features)
	if n == 0 {
		return
	}
	scores := make([][labels]float32, n)
	for i, f := range item.features {
		for _, id := range f {
			row := a.w[int(id)*k : int(id)*k+k]
			for j, x := range row {
				scores[i][j] += x
			}
		}
	}
	var next, pairs [labels][labels]float32
	for i := range next {
		copy(next[i][:], steps.w[i*k:i*k+k])
	}
	p, _ := chain(scores, &next, &pairs)
	for i := 1; i < n; i++ {
		pairs[item.labels[i-1]][item.labels[i]]--
	}
	for i, f := range item.features {
		p[i][item.labels[i]]--
		for j, x := range p[i] {
			if x < 1e-3 && x > -1e-3 {
				continue
			}
			for _, id := range f {
				a.step(int(id)*k+j, x)
			}
		}
	}
	for i := range pairs {
		for j, x := range pairs[i] {
			steps.step(i*k+j, x/float32(n)*10)
		}
	}
}

// dropped is a message with some of its features left out, so that the weights of rare words do not take all the credit:
// among hands that the model has not seen those are missing.
func dropped(item *chainItem, o *order, drop int) *chainItem {
	if drop == 0 {
		return item
	}
	out := &chainItem{make([][]int32, len(item.features)), item.labels}
	for i, f := range item.features {
		kept := make([]int32, 0, len(f))
		for _, id := range f {
			if o.next(1000) >= drop {
				kept = append(kept, id)
			}
		}
		out.features[i] = kept
	}
	return out
}
