// Command train teaches the models of package role from the annotated mail of parse/corpus and writes their weights.
package main

import (
	"flag"
	"fmt"
	"os"
	"sort"
	"strings"
	"time"

	"roundtwo/interview"
	"roundtwo/parse"
	"roundtwo/parse/corpus"
	"roundtwo/parse/message"
	"roundtwo/parse/role"
)

func load() ([]*role.Case, []*corpus.Message, []string) {
	list, err := corpus.All()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	number := map[string]int{}
	var hands []string
	out := make([]*role.Case, len(list))
	for i, c := range list {
		if _, ok := number[c.Hand]; !ok {
			number[c.Hand] = len(hands)
			hands = append(hands, c.Hand)
		}
		m := parse.Propose(message.Read(c.Mail()), c.Zone)
		x := &role.Case{Message: m, Labels: labels(c, m), Hand: number[c.Hand], Kind: c.Gold.Kind, Round: c.Gold.Round, Sessions: c.Gold.Sessions,
			Options: c.Gold.Options, Optional: c.Gold.Optional, Unjudged: c.Gold.Unjudged}
		for _, p := range c.Gold.Interviewers {
			x.People = append(x.People, p.Name)
		}
		out[i] = x
	}
	old, names, err := readGold("parse/testdata", len(hands))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for i, c := range old {
		out, list = append(out, c), append(list, &corpus.Message{Name: "old-" + names[i]})
	}
	hands = append(hands, "old")
	short, err := readKinds("parse/testdata/kinds.txt", len(hands)-1)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for _, c := range short {
		out, list = append(out, c), append(list, &corpus.Message{Name: "old-kinds"})
	}
	return out, list, hands
}

func labels(c *corpus.Message, m *role.Message) []role.Label {
	out := make([]role.Label, len(m.Text.Tokens))
	for i, l := range c.Labels(m.Text.Tokens) {
		l, _, _ = strings.Cut(l, ",")
		out[i] = role.LabelOf(l)
	}
	return out
}

type tally struct{ n, kind, round, sessions, options, people, core, times, others, falseAlarms, missed int }

func main() {
	folds := flag.Int("folds", 5, "")
	epochs := flag.Int("epochs", 8, "")
	rate := flag.Float64("rate", 0.05, "")
	l2 := flag.Float64("l2", 1e-3, "")
	failures := flag.String("failures", "", "hand")
	showEnds := flag.Int("ends", 0, "")
	least := flag.Int("least", 2, "")
	write := flag.String("write", "", "")
	flag.Parse()
	start := time.Now()
	data, source, hands := load()
	fmt.Println("loaded", len(data), time.Since(start))
	how := role.Fit{Folds: *folds, Tagger: role.TaggerFit{Epochs: *epochs, Rate: float32(*rate), L2: float32(*l2), Least: int32(*least)}}
	role.PruneSteps = float32(*role.Prune)
	out := role.CrossFit(data, how)
	fmt.Println("fitted", time.Since(start))
	if *write != "" {
		g := role.FitAll(data, out, how)
		b := g.Bytes()
		fmt.Println("models", len(b), time.Since(start))
		if err := os.WriteFile(*write, b, 0o644); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	tokens(out)
	oracle(out)
	confusion(out)
	absent(out, source, *showEnds)
	decisions(out, hands, 0.6, 0.85, 0.15)
	grid(out)
	persons(out, func(i int) string { return source[i].Name }, *showEnds)
	ends(out, func(i int) string { return source[i].Name }, *showEnds)
	t := map[string]*tally{}
	for i, x := range out {
		j := x.Judge()
		for _, key := range []string{hands[x.Case.Hand], "all"} {
			h := t[key]
			if h == nil {
				h = &tally{}
				t[key] = h
			}
			if x.Case.Kind == interview.Other {
				h.others++
				if !j.Kind {
					h.falseAlarms++
				}
				continue
			}
			h.n++
			if x.Reading.Kind == interview.Other {
				h.missed++
			}
			add := func(n *int, ok bool) {
				if ok {
					*n++
				}
			}
			add(&h.kind, j.Kind)
			add(&h.round, j.Round)
			add(&h.sessions, j.Sessions)
			add(&h.options, j.Options)
			add(&h.people, j.People)
			add(&h.core, j.Core())
			add(&h.times, j.Times())
		}
		if *failures != "" && strings.HasPrefix(source[i].Name, *failures) && !j.Core() {
			fmt.Printf("%s %+v\n  want %s r%d s%v o%v p%v\n", source[i].Name, j, x.Case.Kind, x.Case.Round, show(x.Case.Sessions), show(x.Case.Options), x.Case.People)
			fmt.Printf("  got  %s r%d", x.Reading.Kind, x.Reading.Round)
			for _, k := range x.Reading.Sessions {
				m := x.Reading.Moments[k]
				fmt.Printf(" s%s-%s", m.Start, x.Reading.End(x.Case.Message, &m))
			}
			for _, k := range x.Reading.Options {
				m := x.Reading.Moments[k]
				fmt.Printf(" o%s-%s", m.Start, x.Reading.End(x.Case.Message, &m))
			}
			for _, p := range x.Reading.People {
				fmt.Printf(" [%s %.2f]", p.Name, p.P)
			}
			fmt.Println()
			for _, m := range x.Reading.Moments {
				fmt.Printf("    %s %.2f %q\n", m.Start, m.P, x.Case.Message.Text.At(x.Case.Message.Times[m.Best].Span))
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
		p := func(n int) float64 { return 100 * float64(n) / float64(max(h.n, 1)) }
		fmt.Printf("%-5s n %4d kind %5.1f round %5.1f sess %5.1f opt %5.1f people %5.1f times %5.1f CORE %5.1f missed %4.1f | others %d false %d\n", k, h.n, p(h.kind), p(h.round), p(h.sessions), p(h.options), p(h.people), p(h.times), p(h.core), p(h.missed), h.others, h.falseAlarms)
	}
}

func show(list []interview.Session) string {
	var out []string
	for _, s := range list {
		out = append(out, fmt.Sprintf("%s-%s", s.Start, s.End))
	}
	return strings.Join(out, " ")
}
