package main

import (
	"fmt"

	"roundtwo/interview"
	"roundtwo/parse/corpus"
	"roundtwo/parse/role"
)

// oracle prints how many cases could be right at all with the candidates proposed.
func oracle(out []*role.Outcome) {
	var n, starts, ends, people int
	for _, x := range out {
		if x.Case.Kind == interview.Other {
			continue
		}
		n++
		s, e := true, true
		for _, want := range append(append([]interview.Session{}, x.Case.Sessions...), x.Case.Options...) {
			found, endOK := false, false
			for i := range x.Reading.Moments {
				m := &x.Reading.Moments[i]
				if m.Start.Equal(want.Start) {
					found = true
					end := x.Reading.End(x.Case.Message, m)
					endOK = want.End.IsZero() == end.IsZero() && (end.IsZero() || want.End.Equal(end))
				}
			}
			s, e = s && found, e && found && endOK
		}
		if s {
			starts++
		}
		if e {
			ends++
		}
		if x.HasPeople() {
			people++
		}
	}
	fmt.Printf("oracle: of %d, all starts proposed %.1f, and ends %.1f, people proposed %.1f\n", n, 100*float64(starts)/float64(n), 100*float64(ends)/float64(n), 100*float64(people)/float64(n))
}

// confusion prints how often each kind was taken for each.
func confusion(out []*role.Outcome) {
	n := map[[2]interview.Kind]int{}
	for _, x := range out {
		n[[2]interview.Kind{x.Case.Kind, x.Reading.Kind}]++
	}
	all := []interview.Kind{interview.Invitation, interview.Reschedule, interview.Cancellation, interview.Other}
	for _, want := range all {
		fmt.Printf("%-13s", want)
		for _, got := range all {
			fmt.Printf(" %s %4d", got[:4], n[[2]interview.Kind{want, got}])
		}
		fmt.Println()
	}
}

// ends shows sessions whose start is right and whose end is not.
func ends(out []*role.Outcome, names func(int) string, most int) {
	var right, missing, extra, other int
	for i, x := range out {
		for _, k := range append(append([]int{}, x.Reading.Sessions...), x.Reading.Options...) {
			m := &x.Reading.Moments[k]
			end := x.Reading.End(x.Case.Message, m)
			for _, want := range append(append([]interview.Session{}, x.Case.Sessions...), x.Case.Options...) {
				if !want.Start.Equal(m.Start) {
					continue
				}
				what := ""
				switch {
				case want.End.IsZero() && end.IsZero(), !end.IsZero() && !want.End.IsZero() && end.Equal(want.End):
					right++
				case end.IsZero():
					missing++
					what = "missing"
				case want.End.IsZero():
					extra++
					what = "extra"
				default:
					other++
					what = "other"
				}
				if what != "" && most > 0 {
					most--
					t := x.Case.Message.Text
					s := t.SentenceAt(x.Case.Message.Times[m.Best].Span.From)
					fmt.Printf("%s %s want %s got %s | %s\n", names(i), what, want.End, end, t.At(s))
				}
			}
		}
	}
	fmt.Println("ends right", right, "missing", missing, "extra", extra, "other", other)
}

// persons tells where people are read wrongly.
func persons(out []*role.Outcome, names func(int) string, most int) {
	n := map[string]int{}
	for i, x := range out {
		if x.Case.Kind == interview.Other || x.Case.Unjudged["interviewers"] {
			continue
		}
		for k := range x.Reading.People {
			p := &x.Reading.People[k]
			want := x.Wants(p)
			who := "other"
			if p.Writer {
				who = "writer"
			} else if p.Her {
				who = "her"
			} else if p.Rule < 0 {
				who = "tagged"
			}
			switch {
			case want && p.P > 0.5:
				n[who+" right"]++
			case want:
				n[who+" missed"]++
			case p.P > 0.5:
				n[who+" false"]++
			default:
				continue
			}
			if want != (p.P > 0.5) && most > 0 {
				most--
				text := "-"
				if len(p.Spans) > 0 && p.Spans[0].From < p.Spans[0].To {
					s := p.Spans[0]
					text = x.Case.Message.Text.At(x.Case.Message.Text.SentenceAt(s.From))
				}
				fmt.Printf("PERSON %s %s want %v %q %.2f | %s\n", names(i), who, want, p.Name, p.P, text)
			}
		}
		for _, w := range x.Missing() {
			n["not proposed"]++
			if most > 0 {
				most--
				fmt.Printf("PERSON %s not proposed %q of %v\n", names(i), w, x.Proposed())
			}
		}
	}
	fmt.Println("people", n)
}

func tokens(out []*role.Outcome) {
	var tp, fp, fn [20]int
	for _, x := range out {
		for i, w := range x.Case.Labels {
			b := x.Reading.Tags.Best[i]
			if w == b {
				tp[w]++
			} else {
				fp[b]++
				fn[w]++
			}
		}
	}
	fmt.Print("TOKENS")
	for l := 1; l < 16; l++ {
		fmt.Printf(" %s %.3f", role.Label(l), 2*float64(tp[l])/float64(2*tp[l]+fp[l]+fn[l]+1))
	}
	fmt.Println()
}

// absent shows sessions whose start nobody proposed.
func absent(out []*role.Outcome, source []*corpus.Message, most int) {
	for i, x := range out {
		if x.Case.Kind == interview.Other {
			continue
		}
		for _, want := range append(append([]interview.Session{}, x.Case.Sessions...), x.Case.Options...) {
			found := false
			for k := range x.Reading.Moments {
				found = found || x.Reading.Moments[k].Start.Equal(want.Start)
			}
			if found || most == 0 {
				continue
			}
			most--
			fmt.Printf("ABSENT %s %s:", source[i].Name, want.Start)
			for _, k := range source[i].Marks {
				if k.Label[0] == 't' || k.Label[0] == 'o' {
					fmt.Printf(" %s=%q", k.Label, source[i].Source()[k.From:k.To])
				}
			}
			fmt.Println()
		}
	}
}
