package main

import (
	"fmt"
	"sort"

	"roundtwo/interview"
	"roundtwo/parse/role"
)

type decided struct {
	hers, right, wrongTime, wrongOther, asked, left int
	others, othersTaken, othersAsked                int
}

// decisions prints what would be done with each hand's mail, and how calibrated it is.
func decisions(out []*role.Outcome, hands []string, take, timely, ask float32) {
	t := map[string]*decided{}
	var sure [10]struct{ n, right int }
	for _, x := range out {
		j := x.Judge()
		d := decide(x.Reading, take, timely, ask)
		if x.Reading.Kind != interview.Other {
			b := &sure[min(9, int(x.Reading.Sure*10))]
			b.n++
			if j.Core() && x.Case.Kind != interview.Other {
				b.right++
			}
		}
		for _, key := range []string{hands[x.Case.Hand], "all"} {
			h := t[key]
			if h == nil {
				h = &decided{}
				t[key] = h
			}
			if x.Case.Kind == interview.Other {
				h.others++
				switch d {
				case interview.Take:
					h.othersTaken++
				case interview.Ask:
					h.othersAsked++
				}
				continue
			}
			h.hers++
			switch {
			case d == interview.Ask:
				h.asked++
			case d == interview.Leave:
				h.left++
			case j.Core():
				h.right++
			case !j.Times():
				h.wrongTime++
			default:
				h.wrongOther++
			}
		}
	}
	var keys []string
	for k := range t {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		h := t[k]
		p := func(n int) float64 { return 100 * float64(n) / float64(max(h.hers, 1)) }
		q := func(n int) float64 { return 100 * float64(n) / float64(max(h.others, 1)) }
		fmt.Printf("DEC %-5s hers %4d right %5.1f wrongtime %4.1f wrongother %4.1f asked %5.1f left %4.1f | others %3d taken %4.1f asked %4.1f\n", k, h.hers, p(h.right), p(h.wrongTime), p(h.wrongOther), p(h.asked), p(h.left), h.others, q(h.othersTaken), q(h.othersAsked))
	}
	for i, b := range sure {
		fmt.Printf("SURE %.1f n %4d right %.2f\n", float64(i)/10, b.n, float64(b.right)/float64(max(b.n, 1)))
	}
}

func decide(r *role.Reading, take, timely, ask float32) interview.Handling {
	switch {
	case 1-r.KindP[0] < ask:
		return interview.Leave
	case r.Kind != interview.Other && r.Sure >= take && r.Timely >= timely:
		return interview.Take
	}
	return interview.Ask
}

// grid prints what other thresholds would give, in sum.
func grid(out []*role.Outcome) {
	for _, take := range []float32{0.4, 0.5, 0.6, 0.7} {
		for _, timely := range []float32{0.7, 0.8, 0.85, 0.9, 0.95} {
			var d decided
			for _, x := range out {
				j, h := x.Judge(), decide(x.Reading, take, timely, 0.15)
				switch {
				case x.Case.Kind == interview.Other:
					d.others++
					if h == interview.Take {
						d.othersTaken++
					}
				case h != interview.Take:
					d.hers++
				default:
					d.hers++
					switch {
					case j.Core():
						d.right++
					case !j.Times():
						d.wrongTime++
					default:
						d.wrongOther++
					}
				}
			}
			p := func(n int) float64 { return 100 * float64(n) / float64(d.hers) }
			fmt.Printf("GRID sure %.2f timely %.2f: right %.1f wrong time %.1f wrong other %.1f others taken %.1f\n", take, timely, p(d.right), p(d.wrongTime), p(d.wrongOther), 100*float64(d.othersTaken)/float64(d.others))
		}
	}
	for _, ask := range []float32{0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5} {
		var left, hers, asked, others int
		for _, x := range out {
			p := 1 - x.Reading.KindP[0]
			if x.Case.Kind == interview.Other {
				others++
				if p >= ask {
					asked++
				}
			} else {
				hers++
				if p < ask {
					left++
				}
			}
		}
		fmt.Printf("GRID ask %.2f: left %.1f others asked %.1f\n", ask, 100*float64(left)/float64(hers), 100*float64(asked)/float64(others))
	}
}
