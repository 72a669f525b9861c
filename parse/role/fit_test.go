package role

import (
	"math"
	"testing"
)

// The sum over all ways to tag three tokens, done by hand, is what the chain says.
func TestTheChainSumsOverAllWays(t *testing.T) {
	var scores [3][labels]float32
	var next [labels][labels]float32
	for i := range scores {
		for k := range scores[i] {
			scores[i][k] = float32((i*7+k*3)%5) / 3
		}
	}
	for a := range next {
		for b := range next[a] {
			next[a][b] = float32((a*5+b)%4) / 4
		}
	}
	var total float64
	var first [labels]float64
	for a := range next {
		for b := range next {
			for c := range next {
				w := math.Exp(float64(scores[0][a] + scores[1][b] + scores[2][c] + next[a][b] + next[b][c]))
				total += w
				first[a] += w
			}
		}
	}
	p, logZ := chain(scores[:], &next, nil)
	if math.Abs(logZ-math.Log(total)) > 1e-4 {
		t.Errorf("logarithm of the sum %v, by hand %v", logZ, math.Log(total))
	}
	for a := range first {
		if math.Abs(float64(p[0][a])-first[a]/total) > 1e-5 {
			t.Errorf("label %d at the first token: %v, by hand %v", a, p[0][a], first[a]/total)
		}
	}
}

// A linear model learns what tells two classes apart, and the same examples give the same model.
func TestALinearModelLearns(t *testing.T) {
	var data []example
	for i := range uint32(200) {
		data = append(data, example{features{{mix(1, i%2), 1}, {mix(2, i%7), 1}}, int(i % 2), 1})
	}
	how := linearFit{2, 10, 0.1, 1e-3, 2, 100}
	a, b := fitLinear(data, how), fitLinear(data, how)
	for class := range uint32(2) {
		p, q := make([]float32, 2), make([]float32, 2)
		a.probabilities(features{{mix(1, class), 1}}, p)
		b.probabilities(features{{mix(1, class), 1}}, q)
		if p[class] < 0.8 || p[0] != q[0] {
			t.Errorf("class %d: %v, and fitted again %v", class, p, q)
		}
	}
}

func TestWordsHaveClasses(t *testing.T) {
	_, monday := classOf("monday")
	_, friday := classOf("friday")
	if monday == 0 || monday != friday {
		t.Errorf("monday %d, friday %d", monday, friday)
	}
	if coarse, fine := classOf("qqxyzzy"); coarse != 0 || fine != 0 {
		t.Errorf("a word that is none has the classes %d, %d", coarse, fine)
	}
}
