// Package corpus is interview mail by many hands, invented and annotated: what the reader learns from and is measured
// on. Every mention of a person and every expression of time is marked; the gold below each message says what a reader
// should make of it. README.md describes it as a dataset.
//
// Only the trainer and tests import this package; the program carries none of it.
package corpus

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
	"time"

	"roundtwo/interview"
)

//go:embed hands/*.txt
var hands embed.FS

// Mark says what some words of a message are. From and To are bytes of Message.Source.
type Mark struct {
	Label    string // "p1", "t2", "w" …: README.md has the table
	From, To int
}

// Message is one annotated message.
type Message struct {
	Name    string // "w6-001"
	Hand    string // "w6"
	Zone    string // the candidate's own
	Head    map[string]string
	Subject string // without marks
	Body    string // without marks; of an HTML message its source
	HTML    bool
	Written time.Time
	Marks   []Mark
	Gold    Gold
}

// Source is the text that the marks are of.
func (m *Message) Source() string { return m.Subject + "\n\n" + m.Body }

// Gold is what should be read. Times that are not judged are nil with Judged false.
type Gold struct {
	Kind         interview.Kind
	Round        int // 0: nothing tells it
	Sessions     []interview.Session
	Options      []interview.Session
	Interviewers []interview.Person
	Optional     []string        // names that may be given or left out
	Unjudged     map[string]bool // fields that the message does not settle: those of a cancellation that names none
	Fields       map[string]string
}

// All reads the whole corpus, in the order of hands and names. An error names file, message and what is wrong.
func All() ([]*Message, error) {
	names, err := fs.Glob(hands, "hands/*.txt")
	if err != nil {
		return nil, fmt.Errorf("corpus: %w", err)
	}
	sort.Strings(names)
	var out []*Message
	seen := map[string]bool{}
	for _, name := range names {
		text, err := hands.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("corpus: %w", err)
		}
		list, err := Read(path.Base(name), string(text))
		if err != nil {
			return nil, err
		}
		for _, m := range list {
			if seen[m.Name] {
				return nil, fmt.Errorf("corpus: %s: the name is there twice", m.Name)
			}
			seen[m.Name] = true
		}
		out = append(out, list...)
	}
	return out, nil
}

// Read reads one file of messages.
func Read(file, text string) ([]*Message, error) {
	var out []*Message
	for i, block := range strings.Split("\n"+text, "\n=== ") {
		if i == 0 {
			continue
		}
		name, rest, _ := strings.Cut(block, "\n")
		m, err := readMessage(strings.TrimSpace(name), rest)
		if err != nil {
			return nil, fmt.Errorf("corpus: %s: %s: %w", file, strings.TrimSpace(name), err)
		}
		out = append(out, m)
	}
	return out, nil
}
