package who

import (
	netmail "net/mail"
	"os"
	"slices"
	"strings"
	"testing"

	"roundtwo/parse/message"
	"roundtwo/parse/token"
)

// letter is one entry of the files of letters: a message, and what is to be read in it.
type letter struct {
	name   string
	c      Context
	expect map[string][]string // field → right values, interviewers each "Name | title | other right title"
}

// letterFiles are the letters: those that the package grew up with, and those that were fresh when they were written.
var letterFiles = []string{"testdata/letters.txt", "testdata/fresh.txt"}

// readLetters reads the letters. An entry is "=== name", headers, the text, "--- expect" and lines of
// "field: value | other right value"; an empty field must be empty, an absent one is not judged.
func readLetters(t *testing.T) []letter {
	t.Helper()
	var file strings.Builder
	for _, path := range letterFiles {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file.WriteString("\n" + string(text))
	}
	var out []letter
	for entry := range strings.SplitSeq(file.String(), "\n=== ") {
		if strings.TrimSpace(entry) == "" {
			continue
		}
		name, rest, _ := strings.Cut(entry, "\n")
		letterText, expect, ok := strings.Cut(rest, "--- expect\n")
		if !ok {
			t.Fatalf("%s: no expectation", name)
		}
		head, text, _ := strings.Cut(letterText, "\n\n")
		l := letter{name: name, expect: map[string][]string{}}
		l.c = Context{Text: text, Tokens: token.Cut(text)}
		for line := range strings.SplitSeq(head, "\n") {
			field, value, _ := strings.Cut(line, ": ")
			switch field {
			case "Subject":
				l.c.Subject = strings.TrimPrefix(value, "Re: ")
			case "From":
				l.c.Sender = address(t, value)
			case "Reply-To":
				l.c.ReplyTo = append(l.c.ReplyTo, address(t, value))
			case "To":
				l.c.Candidate = append(l.c.Candidate, address(t, value))
			}
		}
		for line := range strings.SplitSeq(strings.TrimSpace(expect), "\n") {
			field, value, _ := strings.Cut(line, ":")
			l.expect[field] = append(l.expect[field], strings.TrimSpace(value))
		}
		out = append(out, l)
	}
	return out
}

func address(t *testing.T, s string) message.Address {
	t.Helper()
	a, err := netmail.ParseAddress(s)
	if err != nil {
		i := strings.LastIndexByte(s, '<')
		return message.Address{Name: strings.TrimSpace(s[:i]), Email: strings.Trim(s[i:], "<>")}
	}
	return message.Address{Name: a.Name, Email: a.Address}
}

func TestLetters(t *testing.T) {
	for _, l := range readLetters(t) {
		t.Run(l.name, func(t *testing.T) {
			r := Read(l.c)
			one(t, l, "company", r.Company)
			one(t, l, "role", r.Role)
			l.people(t, r.People)
		})
	}
}

// one checks a field that has one value.
func one(t *testing.T, l letter, field, got string) {
	t.Helper()
	want, judged := l.expect[field]
	if !judged {
		return
	}
	right := func(w string) bool { return token.Fold(strings.TrimSpace(w)) == token.Fold(got) }
	if !slices.ContainsFunc(strings.Split(want[0], "|"), right) {
		t.Errorf("%s is %q, want %q", field, got, want[0])
	}
}

// people checks who is met, by whatever order, and their titles.
func (l letter) people(t *testing.T, got []Mention) {
	t.Helper()
	met := map[string]Mention{}
	for _, m := range got {
		if m.Part == Interviewer {
			met[token.Fold(m.Name)] = m
		}
	}
	for _, line := range l.expect["interviewer"] {
		right := strings.Split(line, "|")
		name := token.Fold(strings.TrimSpace(right[0]))
		m, ok := met[name]
		delete(met, name)
		if !ok {
			t.Errorf("%s is not found", right[0])
			continue
		}
		title := func(w string) bool { return token.Fold(strings.TrimSpace(w)) == token.Fold(m.Title) }
		if len(right) > 1 && !slices.ContainsFunc(right[1:], title) {
			t.Errorf("%s is %q, want %q", m.Name, m.Title, right[1:])
		}
	}
	for _, name := range l.expect["optional"] {
		delete(met, token.Fold(name))
	}
	for _, m := range met {
		t.Errorf("%s is no interviewer, but taken for one: %s", m.Name, m.Why)
	}
}

func TestSpansShowTheName(t *testing.T) {
	for _, l := range readLetters(t) {
		for _, m := range Read(l.c).People {
			if m.Span.From >= m.Span.To || m.Why == "the writer says so" {
				continue
			}
			text := l.c.Text[l.c.Tokens[m.Span.From].Start:l.c.Tokens[m.Span.To-1].End]
			last := m.Name[strings.LastIndexByte(m.Name, ' ')+1:]
			self := selfWords[token.Fold(text)]
			if !self && !strings.Contains(text, last) && !strings.HasPrefix(m.Name, text) { // "Dana" is the writer, by her whole name
				t.Errorf("%s: the span of %s shows %q", l.name, m.Name, text)
			}
		}
	}
}
