package drafts

import (
	"fmt"
	"slices"
	"strings"
	texttemplate "text/template"
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
