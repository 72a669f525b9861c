package role

import (
	"slices"
	"strings"
	"sync"

	"roundtwo/interview"
	"roundtwo/parse/token"
	"roundtwo/parse/who"
)

// Case is a message that people have judged, for the models to learn from.
type Case struct {
	Message  *Message
	Labels   []Label // of its tokens; nil where the words are not marked
	Hand     int     // who wrote it: a hand's messages are never in train and test together
	Kind     interview.Kind
	Round    int
	Sessions []interview.Session
	Options  []interview.Session
	People   []string
	Optional []string
	Unjudged map[string]bool
}

// kindClass is the class of a kind.
func kindClass(k interview.Kind) int { return max(slices.Index(kinds[:], k), 0) }

func (c *Case) timeClass(x *Moment) int {
	switch {
	case slices.ContainsFunc(c.Sessions, func(s interview.Session) bool { return s.Start.Equal(x.Start) }):
		return asSession
	case slices.ContainsFunc(c.Options, func(s interview.Session) bool { return s.Start.Equal(x.Start) }):
		return asOption
	}
	return noPart
}

// bareName is a name as it is compared: folded, without honorifics.
func bareName(name string) string {
	return token.Fold(strings.Join(nameWords(who.PersonName(name)), " "))
}

func (c *Case) personClass(p *Person) (class int, counts bool) {
	name := bareName(p.Name)
	if slices.ContainsFunc(c.People, func(n string) bool { return bareName(n) == name }) {
		return 1, true
	}
	if slices.ContainsFunc(c.Optional, func(n string) bool { return bareName(n) == name }) {
		return 0, false
	}
	for _, n := range c.People { // a part of the name: still the person
		if same(nameWords(who.PersonName(n)), p.words) {
			return 1, true
		}
	}
	return 0, true
}

// Fit says how all models are fitted.
type Fit struct {
	Folds  int
	Tagger TaggerFit
}

// Outcome is what was read of a case by models that had not seen its hand.
type Outcome struct {
	Case    *Case
	Reading *Reading
	first   first
	cands   candidates
}

// CrossFit reads each case with models fitted on other hands.
func CrossFit(cases []*Case, how Fit) []*Outcome {
	out := make([]*Outcome, len(cases))
	each(how.Folds, func(f int) {
		g := fitFirst(without(cases, f, how.Folds), how)
		for i, c := range cases {
			if c.Hand%how.Folds == f {
				x := &Outcome{Case: c, first: g.first(newView(c.Message))}
				x.cands = x.first.candidates()
				out[i] = x
			}
		}
	})
	held(out, how, func(train, test []*Outcome) {
		g := &Models{}
		g.fitSecond(train)
		for _, x := range test {
			x.Reading = g.decide(&x.first, &x.cands)
		}
	})
	held(out, how, func(train, test []*Outcome) {
		g := &Models{}
		g.fitSure(train)
		for _, x := range test {
			g.weighWhole(&x.first, x.Reading)
		}
	})
	return out
}

// held has each fold read by what was fitted on the others.
func held(out []*Outcome, how Fit, task func(train, test []*Outcome)) {
	each(how.Folds, func(f int) {
		var train, test []*Outcome
		for _, x := range out {
			if x.Case.Hand%how.Folds == f {
				test = append(test, x)
			} else {
				train = append(train, x)
			}
		}
		task(train, test)
	})
}

// fitSure learns from outcomes how sure a reading is.
func (g *Models) fitSure(data []*Outcome) {
	var whole, times []example
	for _, x := range data {
		if x.Reading.Kind == interview.Other {
			continue
		}
		var f features
		x.Reading.sureFeatures(&x.first, &f)
		hers, right := x.Case.Kind != interview.Other, x.Judge()
		whole = append(whole, example{f, truth(hers && right.Core()), 1})
		times = append(times, example{f, truth(hers && right.Times()), 1})
	}
	g.sure, g.timely = fitLinear(whole, sureFit), fitLinear(times, sureFit)
}

func truth(is bool) int {
	if is {
		return 1
	}
	return 0
}

// weighWhole says how sure a reading is.
func (g *Models) weighWhole(x *first, r *Reading) {
	var f features
	r.sureFeatures(x, &f)
	var p [2]float32
	g.sure.probabilities(f, p[:])
	r.Sure = p[1]
	g.timely.probabilities(f, p[:])
	r.Timely = p[1]
}

// FitAll fits the models on all cases; outcomes are those of CrossFit, from which the second models learn.
func FitAll(cases []*Case, outcomes []*Outcome, how Fit) *Models {
	g := fitFirst(cases, how)
	g.fitSecond(outcomes)
	g.fitSure(outcomes)
	return g
}

// each runs n tasks on two processors.
func each(n int, task func(int)) {
	var wait sync.WaitGroup
	slots := make(chan bool, 2)
	for i := range n {
		wait.Add(1)
		slots <- true
		go func() {
			defer wait.Done()
			task(i)
			<-slots
		}()
	}
	wait.Wait()
}

func without(cases []*Case, fold, folds int) []*Case {
	var out []*Case
	for _, c := range cases {
		if c.Hand%folds != fold {
			out = append(out, c)
		}
	}
	return out
}

// fitFirst fits the tagger and the classifier of words.
func fitFirst(cases []*Case, how Fit) *Models {
	var tagged []Tagged
	var texts []example
	for _, c := range cases {
		if c.Labels != nil {
			tagged = append(tagged, Tagged{c.Message, c.Labels})
		}
		var f features
		newView(c.Message).textFeatures(&f)
		texts = append(texts, example{f, kindClass(c.Kind), 1})
	}
	return &Models{tagger: *FitTagger(tagged, how.Tagger), text: fitLinear(texts, kindFit)}
}

// How the linear models are fitted: classes, epochs, rate, l2, messages in which a feature must occur, and how many
// features are left out each time, in thousandths. The round leans on one strong feature, so none is left out there.
var (
	kindFit   = linearFit{len(kinds), 15, 0.02, 5e-3, 2, 200}
	roundFit  = linearFit{rounds, 15, 0.02, 1e-2, 2, 0}
	timeFit   = linearFit{timeParts, 10, 0.02, 1e-3, 2, 200}
	personFit = linearFit{2, 10, 0.02, 1e-3, 2, 200}
	sureFit   = linearFit{2, 20, 0.02, 1e-3, 3, 0}
)

// fitSecond fits what weighs candidates.
func (g *Models) fitSecond(data []*Outcome) {
	var kind, round, times, persons []example
	for _, x := range data {
		c, cands := x.Case, &x.cands
		kind = append(kind, example{cands.kind, kindClass(c.Kind), 1})
		if c.Kind == interview.Other {
			continue
		}
		if !c.Unjudged["round"] {
			round = append(round, example{cands.round, min(c.Round, rounds-1), 1})
		}
		if !c.Unjudged["sessions"] || !c.Unjudged["options"] {
			for i := range cands.moments {
				times = append(times, example{cands.times[i], c.timeClass(&cands.moments[i]), 1})
			}
		}
		if !c.Unjudged["interviewers"] {
			for i := range cands.people {
				if class, counts := c.personClass(&cands.people[i]); counts {
					persons = append(persons, example{cands.persons[i], class, 1})
				}
			}
		}
	}
	g.kind = fitLinear(kind, kindFit)
	g.round = fitLinear(round, roundFit)
	g.time = fitLinear(times, timeFit)
	g.person = fitLinear(persons, personFit)
}
