package drafts

import "slices"

// firstThing is one of the three things that a checklist names before all others.
type firstThing struct {
	Kind string // "struggled", "problem", "feedback", "unsaid"; "" for a piece of advice
	Who  string
	Text string
}

// three is how many things a checklist asks her to prepare, and first how many questions it gives her; the answer "more" brings
// the rest. Who is told thirty things before an interview does none of them.
const (
	three = 3
	first = 5
)

// Three are the things to prepare first: what she said of the rounds before, each kind once, then advice that holds for just
// this round, format or role, then what holds for all.
func (v *view) Three() ([]firstThing, error) {
	var out []firstThing
	for _, kind := range []string{"struggled", "problem", "feedback", "unsaid"} {
		if s := v.Said(kind); len(s) > 0 {
			out = append(out, firstThing{Kind: kind, Who: s[0].Who, Text: s[0].Text})
		}
	}
	var special, general []*Item
	for _, block := range []string{"prepare-practise", "prepare-you", "prepare-them"} {
		for _, i := range v.items(block) {
			switch {
			case i.Filled != "" && v.filled(i):
			case i.When.empty():
				general = append(general, i)
			default:
				special = append(special, i)
			}
		}
	}
	for _, i := range slices.Concat(special, general) {
		if len(out) >= three {
			break
		}
		text, err := i.write(v)
		if err != nil {
			return nil, err
		}
		out = append(out, firstThing{Text: text})
	}
	return out[:min(three, len(out))], nil
}

// FirstQuestions are the questions to ask first: one that she had no time for, and one for each person or part of the panel.
func (v *view) FirstQuestions() []askView {
	var out []askView
	if next := v.AskNext(); len(next) > 0 {
		out = append(out, askView{Questions: []string{next[0].Text}})
	}
	for _, a := range v.Ask() {
		if a.Names == "" && len(out) > 1 {
			continue // for anybody: only where nobody is known
		}
		out = append(out, askView{Names: a.Names, Questions: a.Questions[:1]})
	}
	return out[:min(first, len(out))]
}
