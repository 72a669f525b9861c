package drafts

import (
	"fmt"
	"slices"
	"strings"
	texttemplate "text/template"

	"roundtwo/interview"
)

// advice is advice.toml: what the letters recommend, why, and what it rests on.
type advice struct {
	Articles  map[string]article `toml:"articles"`
	Items     []*Item            `toml:"item"`
	Settled   []settled          `toml:"settled"`
	Parts     []part             `toml:"part"`
	TechWords phrases            `toml:"technical_words"`
	Private   phrases            `toml:"private_words"`
	Money     phrases            `toml:"money_words"`
	Lint      []lintRule         `toml:"lint"`

	byID map[string]*Item
}

// article is a source of the advice.
type article struct {
	Title string `toml:"title"`
	By    string `toml:"by"`
}

// Item is one piece of advice, or one thing that the program does because of one.
type Item struct {
	ID      string    `toml:"id"`
	Advice  []int     `toml:"advice"` // numbers in the list of sixty that docs/advice.md explains
	Text    string    `toml:"text"`   // a text/template on the letter's view; plain words otherwise
	Does    string    `toml:"does"`   // for what is no line of a letter: what the program does, in words
	Letter  []Kind    `toml:"letter"`
	Block   string    `toml:"block"`
	For     []string  `toml:"for"` // the part of the person that a question fits: hr, executive, manager, peer; empty: anybody
	When    condition `toml:"when"`
	Filled  string    `toml:"filled"` // kind of fact that shows that she has done it
	Count   int       `toml:"count"`  // how many of them are wanted; 1 where 0
	Rests   []string  `toml:"rests"`  // "article lines": "long-guide 51"
	Settled string    `toml:"settled"`
	Off     bool      `toml:"off"` // for a file of her own: leave the item out

	text *texttemplate.Template
}

// condition says when an item applies; what is not given does not matter.
type condition struct {
	RoundFrom int      `toml:"round_from"`
	RoundTo   int      `toml:"round_to"`
	Format    []string `toml:"format"`
	People    string   `toml:"people"` // "panel", "sequence", "several"
	Technical bool     `toml:"technical"`
	DaysFrom  int      `toml:"days_from"` // at least that many days are left
	DaysTo    *int     `toml:"days_to"`   // at most that many
	Unknown   []string `toml:"unknown"`   // one of these is not known (see Unknowns)
	Has       string   `toml:"has"`       // a fact of that kind is remembered
	Lacks     string   `toml:"lacks"`
	Setting   string   `toml:"setting"` // "choices", "rehearse": her profile asks for it
}

// settled is a contradiction between the articles, and how it was settled.
type settled struct {
	ID     string `toml:"id"`
	About  string `toml:"about"`
	One    string `toml:"one"`
	Other  string `toml:"other"`
	Choice string `toml:"choice"`
}

// part sorts titles: who has one of the words in the title plays that part.
type part struct {
	Name  string   `toml:"name"`
	Words []string `toml:"words"`
}

// lintRule is a list of phrases that a note must not hold, and why.
type lintRule struct {
	Why     string  `toml:"why"`
	Phrases phrases `toml:"phrases"`
}

func loadAdvice(ours, hers []byte) (*advice, error) {
	a := &advice{}
	if err := decodeStrict("advice.toml", ours, a); err != nil {
		return nil, err
	}
	if len(hers) > 0 {
		own := &advice{}
		if err := decodeStrict("advice.toml (yours)", hers, own); err != nil {
			return nil, err
		}
		a.lay(own)
	}
	a.TechWords.cut()
	a.Private.cut()
	a.Money.cut()
	for i := range a.Lint {
		a.Lint[i].Phrases.cut()
	}
	return a, a.check()
}

// lay puts her own file over ours: an item with an id that is there takes the place of what it gives, a new one is added.
func (a *advice) lay(own *advice) {
	for _, o := range own.Items {
		at := slices.IndexFunc(a.Items, func(i *Item) bool { return i.ID == o.ID })
		if at < 0 {
			a.Items = append(a.Items, o)
			continue
		}
		a.Items[at] = a.Items[at].with(o)
	}
	for name, art := range own.Articles {
		a.Articles[name] = art
	}
	a.Settled = append(a.Settled, own.Settled...)
	a.Parts = append(own.Parts, a.Parts...)
	a.TechWords = append(a.TechWords, own.TechWords...)
	a.Private = append(a.Private, own.Private...)
	a.Money = append(a.Money, own.Money...)
	a.Lint = append(a.Lint, own.Lint...)
}

// with is i with the fields that o gives.
func (i *Item) with(o *Item) *Item {
	n := *i
	if o.Text != "" {
		n.Text = o.Text
	}
	if o.Letter != nil {
		n.Letter = o.Letter
	}
	if o.Block != "" {
		n.Block = o.Block
	}
	if o.For != nil {
		n.For = o.For
	}
	if !o.When.empty() {
		n.When = o.When
	}
	if o.Rests != nil {
		n.Rests = o.Rests
	}
	n.Off = o.Off
	return &n
}

func (c condition) empty() bool {
	return c.RoundFrom == 0 && c.RoundTo == 0 && c.Format == nil && c.People == "" && !c.Technical && c.DaysFrom == 0 &&
		c.DaysTo == nil && c.Unknown == nil && c.Has == "" && c.Lacks == "" && c.Setting == ""
}

// check refuses what would silently never show: a double id, an unknown article, a text that does not parse.
func (a *advice) check() error {
	a.byID = map[string]*Item{}
	for _, i := range a.Items {
		if i.ID == "" || a.byID[i.ID] != nil {
			return fmt.Errorf("advice.toml: item %q: every item needs an id of its own", i.ID)
		}
		a.byID[i.ID] = i
		for _, r := range i.Rests {
			name, _, _ := strings.Cut(r, " ")
			if _, ok := a.Articles[name]; !ok {
				return fmt.Errorf("advice.toml: item %q rests on %q: no such article", i.ID, name)
			}
		}
		for _, k := range i.Letter {
			if !slices.Contains(Kinds(), k) {
				return fmt.Errorf("advice.toml: item %q: %q: %w", i.ID, k, ErrKind)
			}
		}
		var err error
		if i.text, err = texttemplate.New(i.ID).Parse(i.Text); err != nil {
			return fmt.Errorf("advice.toml: the text of item %q: %w", i.ID, err)
		}
	}
	return nil
}

// part gives the part that a title speaks of: "hr", "executive", "manager", "peer", or "any".
func (a *advice) part(title string) string {
	have := wordSet(title)
	for _, p := range a.Parts {
		for _, w := range p.Words {
			if have[w] || strings.Contains(w, " ") && strings.Contains(fold(title), w) {
				return p.Name
			}
		}
	}
	return "any"
}

// technical reports whether text announces a test of skills.
func (a *advice) technical(text string) bool { return hasPhrase(text, a.TechWords) != "" }

// applies reports whether the item belongs into a letter written from v.
func (c condition) applies(v *view) bool {
	switch {
	case c.RoundFrom > 0 && v.Round < c.RoundFrom && !(v.Round == 0 && len(v.f.Memory.Earlier) > 0):
		return false
	case c.RoundTo > 0 && v.Round > c.RoundTo:
		return false
	case len(c.Format) > 0 && !slices.Contains(c.Format, string(v.iv.Format)):
		return false
	case c.Technical && !v.Technical():
		return false
	case c.DaysFrom > 0 && v.DaysLeft() < c.DaysFrom:
		return false
	case c.DaysTo != nil && v.DaysLeft() > *c.DaysTo:
		return false
	case c.Has != "" && len(v.Said(c.Has)) == 0:
		return false
	case c.Lacks != "" && len(v.Said(c.Lacks)) > 0:
		return false
	}
	return c.fitsPeople(v) && c.fitsUnknown(v) && c.fitsSetting(v)
}

func (c condition) fitsPeople(v *view) bool {
	switch c.People {
	case "panel":
		return v.Panel()
	case "sequence":
		return v.Sequence()
	case "several":
		return len(v.iv.Interviewers) > 1
	}
	return true
}

func (c condition) fitsUnknown(v *view) bool {
	if len(c.Unknown) == 0 {
		return true
	}
	return slices.ContainsFunc(Unknowns(v.iv), func(u string) bool { return slices.Contains(c.Unknown, u) })
}

func (c condition) fitsSetting(v *view) bool {
	switch c.Setting {
	case "choices":
		return v.f.Candidate.Choices
	case "rehearse":
		return v.f.Candidate.Rehearse
	case "proofs":
		return len(v.f.Candidate.Proofs) > 0
	}
	return true
}

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

func (v *view) items(block string) []*Item {
	var out []*Item
	for _, i := range v.w.advice.Items {
		if !i.Off && i.Block == block && slices.Contains(i.Letter, v.Kind) && i.When.applies(v) {
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

// Find lists what to find out about a person of that part.
func (v *view) Find(part string) []string {
	return append(v.questions("find", part, 2), v.questions("find", "any", 2)...)
}

// Has reports whether a fact of that kind is remembered for this company.
func (v *view) Has(kind string) bool { return len(v.f.Memory.Of(interview.FactKind(kind))) > 0 }

// Proofs are three things she has done that speak for her, as her profile gives them.
func (v *view) Proofs() []string { return v.f.Candidate.Proofs }

// CV gives the top lines of the CV that went with this application.
func (v *view) CV() []string { return v.f.Candidate.CV }

// Criteria are what a job has to give her.
func (v *view) Criteria() []string { return v.f.Candidate.Criteria }
