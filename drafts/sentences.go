package drafts

import (
	"fmt"
	"slices"
	"strings"
	texttemplate "text/template"
)

// sentences is sentences.toml: what messages in her name are made of.
type sentences struct {
	Order     map[string][][]string `toml:"order"` // paragraphs of parts
	Extra     map[string][]extra    `toml:"extra"`
	Phrases   map[string]string     `toml:"phrases"`
	Greeting  greeting              `toml:"greeting"`
	Subject   map[string][]string   `toml:"subject"`
	Leads     []lead                `toml:"lead"`
	Grammar   grammar               `toml:"grammar"`
	Turn      turning               `toml:"turn"`
	Sentences []*sentence           `toml:"sentence"`

	texts map[string]*texttemplate.Template // phrases, subjects and greeting, by their text
}

type greeting struct {
	Plain   string   `toml:"plain"`
	Closing []string `toml:"closing"`
}

// sentence is one way to say one part of a note.
type sentence struct {
	Note  string   `toml:"note"`
	Part  string   `toml:"part"`
	From  []string `toml:"from"`  // kinds of fact, one of which {{.X}} is
	Shape []string `toml:"shape"` // the shapes that {{.X}} may have
	Needs string   `toml:"needs"` // "time", "hear-back", "no-hear-back", "unreached"
	Rests string   `toml:"rests"` // what it rests on where it uses no fact: a name of [source] in words.toml
	Blank string   `toml:"blank"` // what she has to fill in
	Text  string   `toml:"text"`

	text  *texttemplate.Template
	blank *texttemplate.Template
}

// extra is a part that is added to a paragraph while a note is too short: ["topic", 0].
type extra struct {
	Part      string
	Paragraph int
}

// UnmarshalTOML reads the pair.
func (e *extra) UnmarshalTOML(v any) error {
	pair, ok := v.([]any)
	if !ok || len(pair) != 2 {
		return fmt.Errorf("want [part, paragraph], have %v", v)
	}
	part, isText := pair[0].(string)
	at, isNumber := pair[1].(int64)
	if !isText || !isNumber {
		return fmt.Errorf("want [part, paragraph], have %v", v)
	}
	e.Part, e.Paragraph = part, int(at)
	return nil
}

func parseSentences(name string, data []byte) (*sentences, error) {
	s := &sentences{}
	if err := decodeStrict(name, data, s); err != nil {
		return nil, err
	}
	if len(s.Greeting.Closing) == 0 || s.Greeting.Plain == "" {
		return nil, fmt.Errorf("%s: [greeting] needs plain and closing", name)
	}
	for i, x := range s.Sentences {
		where := fmt.Sprintf("%s:%d", name, lineOfSentence(string(data), i))
		if err := x.parse(where); err != nil {
			return nil, err
		}
	}
	if err := s.parsePhrases(name); err != nil {
		return nil, err
	}
	return s, s.complete(name)
}

// lineOfSentence is the line of the n-th [[sentence]].
func lineOfSentence(data string, n int) int {
	for i, l := range strings.Split(data, "\n") {
		if strings.TrimSpace(l) != "[[sentence]]" {
			continue
		}
		if n == 0 {
			return i + 1
		}
		n--
	}
	return 1
}

func (x *sentence) parse(where string) (err error) {
	if x.Blank == "" && x.Rests == "" && len(x.From) == 0 {
		return fmt.Errorf("%s: the sentence rests on nothing: give it from, rests or blank", where)
	}
	if x.text, err = texttemplate.New(where).Parse(x.Text); err != nil {
		return err
	}
	x.blank, err = texttemplate.New(where).Parse(x.Blank)
	return err
}

func (s *sentences) parsePhrases(name string) error {
	s.texts = map[string]*texttemplate.Template{}
	all := []string{s.Greeting.Plain}
	for _, p := range s.Phrases {
		all = append(all, p)
	}
	for _, list := range s.Subject {
		all = append(all, list...)
	}
	for _, text := range all {
		t, err := texttemplate.New(name).Parse(text)
		if err != nil {
			return fmt.Errorf("%s: %q: %w", name, text, err)
		}
		s.texts[text] = t
	}
	return nil
}

// complete refuses an order that names a part without a sentence: the note would silently lack it.
func (s *sentences) complete(name string) error {
	for note, paragraphs := range s.Order {
		for _, part := range slices.Concat(paragraphs...) {
			if len(s.of(note, part)) == 0 {
				return fmt.Errorf("%s: [order] of %s names the part %q, which has no sentence", name, note, part)
			}
		}
		if len(s.Subject[note]) == 0 {
			return fmt.Errorf("%s: [subject] has no line for %s", name, note)
		}
	}
	return nil
}

func (s *sentences) of(note, part string) []*sentence {
	var out []*sentence
	for _, x := range s.Sentences {
		if x.Note == note && x.Part == part {
			out = append(out, x)
		}
	}
	return out
}

// say fills one of the texts of parsePhrases.
func (s *sentences) say(text string, d noteData) (string, error) { return fillIn(s.texts[text], d) }

func fillIn(t *texttemplate.Template, d noteData) (string, error) {
	if t == nil {
		return "", nil
	}
	var b strings.Builder
	if err := t.Execute(&b, d); err != nil {
		return "", err
	}
	return strings.TrimSpace(b.String()), nil
}
