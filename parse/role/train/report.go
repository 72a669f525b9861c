package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"roundtwo/interview"
	"roundtwo/parse/ask"
	"roundtwo/parse/role"
)

// figures of a hand, or of all.
type figures struct {
	hers, kind, round, times, people, core    int
	named, unnamed, wrongly                   int // interviewers found, missed, and others taken for one
	right, wrongTime, wrongOther, asked, left int
	others, othersTaken, othersAsked          int
}

// report prints the figures of each hand, read by models that have seen none of its mail, and how sure they were.
func report(w io.Writer, c *data, outcomes []*role.Outcome) {
	byHand := make([]figures, len(c.hands))
	var all figures
	for _, x := range outcomes {
		byHand[x.Case.Hand].add(x)
		all.add(x)
	}
	fmt.Fprintln(w, "| hand | of hers | kind | round | times | people | core | names F1 | taken, right | wrong time | wrong other | asked | left | of others | taken | asked |")
	fmt.Fprintln(w, "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
	for i, hand := range c.hands {
		byHand[i].print(w, hand)
	}
	all.print(w, "all")
	reliability(w, outcomes)
}

// add counts an outcome.
func (f *figures) add(x *role.Outcome) {
	j, d := x.Judge(), decision(x.Reading)
	if x.Case.Kind == interview.Other {
		f.others++
		f.othersTaken += one(d == interview.Take)
		f.othersAsked += one(d == interview.Ask)
		return
	}
	f.hers++
	f.kind += one(j.Kind)
	f.round += one(j.Round)
	f.times += one(j.Sessions && j.Options)
	f.people += one(j.People)
	f.core += one(j.Core())
	found, missed, wrongly := x.Names()
	f.named, f.unnamed, f.wrongly = f.named+found, f.unnamed+missed, f.wrongly+wrongly
	switch {
	case d == interview.Ask:
		f.asked++
	case d == interview.Leave:
		f.left++
	case j.Core():
		f.right++
	case !j.Times():
		f.wrongTime++
	default:
		f.wrongOther++
	}
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// decision is what parse decides with its defaults.
func decision(r *role.Reading) interview.Handling {
	switch {
	case r.Hers() < ask.At:
		return interview.Leave
	case float64(r.Timely) >= ask.TakeAt && float64(r.Sure) >= ask.WholeAt:
		return interview.Take
	}
	return interview.Ask
}

func (f *figures) print(w io.Writer, name string) {
	of := func(n, all int) float64 { return 100 * float64(n) / float64(max(all, 1)) }
	f1 := 2 * float64(f.named) / float64(max(1, 2*f.named+f.unnamed+f.wrongly))
	fmt.Fprintf(w, "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.2f | %.1f | %.1f | %.1f | %.1f | %.1f | %d | %.1f | %.1f |\n", name, f.hers,
		of(f.kind, f.hers), of(f.round, f.hers), of(f.times, f.hers), of(f.people, f.hers), of(f.core, f.hers), f1,
		of(f.right, f.hers), of(f.wrongTime, f.hers), of(f.wrongOther, f.hers), of(f.asked, f.hers), of(f.left, f.hers),
		f.others, of(f.othersTaken, f.others), of(f.othersAsked, f.others))
}

// reliability prints how often the core was right at each tenth of confidence, and kind and times at each of theirs.
func reliability(w io.Writer, outcomes []*role.Outcome) {
	var whole, timely [10][2]int
	for _, x := range outcomes {
		if x.Reading.Hers() < ask.At {
			continue
		}
		hers, j := x.Case.Kind != interview.Other, x.Judge()
		count(&whole[tenth(x.Reading.Sure)], hers && j.Core())
		count(&timely[tenth(x.Reading.Timely)], hers && j.Times())
	}
	fmt.Fprintln(w, "\n| confidence | messages | core right | of kind and times: messages | right |\n| --- | --- | --- | --- | --- |")
	for i := range whole {
		fmt.Fprintf(w, "| %.1f–%.1f | %d | %.0f %% | %d | %.0f %% |\n", float64(i)/10, float64(i+1)/10, whole[i][0], share(whole[i]), timely[i][0], share(timely[i]))
	}
}

func tenth(p float32) int { return min(9, int(p*10)) }

func count(b *[2]int, right bool) {
	b[0]++
	b[1] += one(right)
}

func share(b [2]int) float64 { return 100 * float64(b[1]) / float64(max(b[0], 1)) }

// showWrong prints the wrong readings of the messages whose names begin so.
func showWrong(w io.Writer, c *data, outcomes []*role.Outcome, prefix string) {
	for i, x := range outcomes {
		j := x.Judge()
		if !strings.HasPrefix(c.names[i], prefix) || j.Core() {
			continue
		}
		fmt.Fprintf(w, "\n%s %+v\n  want %s, round %d, sessions %s, options %s, %v\n", c.names[i], j, x.Case.Kind, x.Case.Round, spans(x.Case.Sessions), spans(x.Case.Options), x.Case.People)
		fmt.Fprintf(w, "  got  %s, round %d, sure %.2f, timely %.2f\n", x.Reading.Kind, x.Reading.Round, x.Reading.Sure, x.Reading.Timely)
		for k := range x.Reading.Moments {
			m := &x.Reading.Moments[k]
			part := "-"
			if slices.Contains(x.Reading.Sessions, k) {
				part = "session"
			} else if slices.Contains(x.Reading.Options, k) {
				part = "option"
			}
			fmt.Fprintf(w, "    %s–%s %s %.2f %q\n", m.Start, x.Reading.End(x.Case.Message, m), part, m.P, x.Case.Message.Text.At(x.Case.Message.Times[m.Best].Span))
		}
		for k := range x.Reading.People {
			fmt.Fprintf(w, "    %s %.2f\n", x.Reading.People[k].Name, x.Reading.People[k].P)
		}
	}
}

func spans(list []interview.Session) string {
	var out []string
	for _, s := range list {
		out = append(out, fmt.Sprintf("%s–%s", s.Start, s.End))
	}
	return strings.Join(out, " ")
}
