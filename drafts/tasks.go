package drafts

import (
	"fmt"
	"slices"
	"strings"

	"roundtwo/interview"
)

// Advice lists the items of a block that apply now, in the order of the file.
func (v *view) Advice(block string) ([]string, error) {
	var out []string
	for _, i := range v.items(block) {
		text, err := i.write(v)
		if err != nil {
			return nil, err
		}
		out = append(out, text)
	}
	return out, nil
}

// adviceKind is the letter by which the advice calls this one: the preparation is the rest of the checklist.
func (v *view) adviceKind() Kind {
	if v.Kind == Preparation {
		return Checklist
	}
	return v.Kind
}

func (v *view) items(block string) []*Item {
	var out []*Item
	for _, i := range v.w.advice.Items {
		if !i.Off && i.Block == block && slices.Contains(i.Letter, v.adviceKind()) && i.When.applies(v) {
			out = append(out, i)
		}
	}
	return out
}

func (i *Item) write(v *view) (string, error) {
	if !strings.Contains(i.Text, "{{") {
		return i.Text, nil
	}
	var b strings.Builder
	if err := i.text.Execute(&b, v); err != nil {
		return "", fmt.Errorf("advice.toml: item %q: %w", i.ID, err)
	}
	return strings.TrimSpace(b.String()), nil
}

// Open lists what is still to be done before the interview: items of the checklist that a fact would fill, and none does
// yet. They go over into the letters of the next round by themselves.
func (v *view) Open() ([]string, error) {
	var out []string
	for _, i := range v.w.advice.Items {
		if i.Off || i.Filled == "" || !i.When.applies(v) || v.filled(i) {
			continue
		}
		text, err := i.write(v)
		if err != nil {
			return nil, err
		}
		out = append(out, text)
	}
	return out, nil
}

// task is an item to be ticked off, with how far it has come.
type task struct {
	Text       string
	Have, Want int // how many facts fill it, and how many are wanted; Want is 0 where nothing is counted
}

// Tasks lists a block of things to prepare; what her own words have ticked off is left out.
func (v *view) Tasks(block string) ([]task, error) {
	var out []task
	for _, i := range v.items(block) {
		if i.Filled != "" && v.filled(i) {
			continue
		}
		text, err := i.write(v)
		if err != nil {
			return nil, err
		}
		t := task{Text: text}
		if i.Count > 1 {
			t.Have, t.Want = len(v.Said(i.Filled)), i.Count
		}
		out = append(out, t)
	}
	return out, nil
}

func (v *view) filled(i *Item) bool {
	return len(v.Said(i.Filled)) >= max(i.Count, 1)
}

// questions lists the questions that fit a part ("hr", "manager" …), without those she has asked already.
func (v *view) questions(block, part string, limit int) []string {
	var out []string
	for _, i := range v.items(block) {
		if len(i.For) > 0 && !slices.Contains(i.For, part) || len(i.For) == 0 && part != "any" {
			continue
		}
		text, err := i.write(v)
		if err != nil || v.asked(text) || len(out) == limit {
			continue
		}
		out = append(out, text)
	}
	return out
}

// askView groups questions by whom they fit.
type askView struct {
	Names     string
	Questions []string
}

// Ask gives the questions fitted to the people of this interview: one group for each part that somebody plays, and one
// for anybody.
func (v *view) Ask() []askView {
	names := map[string][]string{}
	var parts []string
	for _, p := range v.People {
		if len(names[p.Part]) == 0 {
			parts = append(parts, p.Part)
		}
		names[p.Part] = append(names[p.Part], p.Name)
	}
	var out []askView
	for _, part := range parts {
		if part == "any" {
			continue
		}
		if qs := v.questions("ask", part, 3); len(qs) > 0 {
			out = append(out, askView{Names: v.Join(names[part]), Questions: qs})
		}
	}
	if qs := v.questions("ask", "any", 4); len(qs) > 0 {
		out = append(out, askView{Questions: qs})
	}
	return out
}

// FindAny lists what to find out about anybody; Find what to find out about a person of that part besides.
func (v *view) FindAny() []string { return v.questions("find", "any", 2) }

// Find lists what to find out about a person of that part; nothing where the part is not known.
func (v *view) Find(part string) []string {
	if part == "any" {
		return nil
	}
	return v.questions("find", part, 2)
}

// Has reports whether a fact of that kind is remembered for this company.
func (v *view) Has(kind string) bool { return len(v.f.Memory.Of(interview.FactKind(kind))) > 0 }

// Proofs are three things she has done that speak for her, as her profile gives them.
func (v *view) Proofs() []string { return v.f.Candidate.Proofs }

// CV gives the top lines of the CV that went with this application.
func (v *view) CV() []string { return v.f.Candidate.CV }

// Criteria are what a job has to give her.
func (v *view) Criteria() []string { return v.f.Candidate.Criteria }
