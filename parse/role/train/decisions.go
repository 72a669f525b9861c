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
func decisions(out []*role.Outcome, hands []string, take, ask float32) {
	t := map[string]*decided{}
	var sure [10]struct{ n, right int }
	for _, x := range out {
		j := x.Judge()
		d := x.Reading.Decision(take, ask)
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
