package role

import "math"

// feature is something seen, and how much of it.
type feature struct {
	key   uint32
	value float32
}

// features collects what is seen of one thing that is to be judged.
type features []feature

func (f *features) is(template uint32, values ...uint32) {
	*f = append(*f, feature{mix(template, values...), 1})
}

func (f *features) amount(value float32, template uint32, values ...uint32) {
	*f = append(*f, feature{mix(template, values...), value})
}

// linear is a multinomial logistic regression.
type linear struct {
	weights weights
}

// probabilities gives how likely each class is.
func (l *linear) probabilities(f features, out []float32) {
	for k := range out {
		out[k] = 0
	}
	for _, x := range f {
		l.weights.addTimes(x.key, x.value, out)
	}
	softmax(out)
}

func softmax(x []float32) {
	top := x[0]
	for _, s := range x[1:] {
		top = max(top, s)
	}
	var sum float32
	for k, s := range x {
		x[k] = float32(math.Exp(float64(s - top)))
		sum += x[k]
	}
	for k := range x {
		x[k] /= sum
	}
}

// odds is the logarithm of p against 1-p, bounded.
func odds(p float32) float32 {
	p = min(max(p, 1e-4), 1-1e-4)
	return float32(math.Log(float64(p / (1 - p))))
}

// example is something that was judged by a person.
type example struct {
	features features
	class    int
	weight   float32
}

// linearFit says how a linear model is fitted.
type linearFit struct {
	classes int
	epochs  int
	rate    float32
	l2      float32
	least   int32
	drop    int // in thousandths: how many features are left out each time
}

// fitLinear learns a linear model.
func fitLinear(data []example, how linearFit) linear {
	d := newIDs()
	for n, x := range data {
		for _, f := range x.features {
			d.see(n, []uint32{f.key})
		}
	}
	d.keep(how.least)
	k := how.classes
	a := newAdagrad(len(d.keys)*k, how.rate, how.l2)
	order := newOrder(len(data))
	var mean []float64
	averaged := 0
	p := make([]float32, k)
	for epoch := range how.epochs {
		order.shuffle()
		for _, n := range order.list {
			x := data[n]
			x.features = kept(x.features, order, how.drop)
			for j := range p {
				p[j] = 0
			}
			for _, f := range x.features {
				if id, ok := d.of[f.key]; ok {
					for j := range p {
						p[j] += f.value * a.w[int(id)*k+j]
					}
				}
			}
			softmax(p)
			p[x.class]--
			for _, f := range x.features {
				if id, ok := d.of[f.key]; ok {
					for j, g := range p {
						a.step(int(id)*k+j, g*f.value*x.weight)
					}
				}
			}
		}
		if epoch >= how.epochs/2 {
			mean = addTo(mean, a.w)
			averaged++
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
	var l linear
	l.weights, _, _ = readWeights(writeWeights(nil, k, table))
	return l
}

// order is the order in which examples are shown, mixed anew for every epoch and the same in every run.
type order struct {
	list  []int
	state uint64
}

func newOrder(n int) *order {
	o := &order{list: make([]int, n), state: 1}
	for i := range o.list {
		o.list[i] = i
	}
	return o
}

// shuffle mixes the list (Fisher and Yates) by a linear congruential generator (Knuth's MMIX).
func (o *order) shuffle() {
	for i := len(o.list) - 1; i > 0; i-- {
		k := o.next(i + 1)
		o.list[i], o.list[k] = o.list[k], o.list[i]
	}
}

// next gives a number below n (a linear congruential generator, Knuth's MMIX).
func (o *order) next(n int) int {
	o.state = o.state*6364136223846793005 + 1442695040888963407
	return int((o.state >> 33) % uint64(n))
}

// kept leaves some of the features out.
func kept(f features, o *order, drop int) features {
	if drop == 0 {
		return f
	}
	out := make(features, 0, len(f))
	for _, x := range f {
		if o.next(1000) >= drop {
			out = append(out, x)
		}
	}
	return out
}
