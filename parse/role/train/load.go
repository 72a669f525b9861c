package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"roundtwo/interview"
	"roundtwo/parse"
	"roundtwo/parse/corpus"
	"roundtwo/parse/message"
	"roundtwo/parse/role"
)

// data is all that the models learn from.
type data struct {
	cases  []*role.Case
	names  []string // of each case
	hands  []string // by Case.Hand
	digest [32]byte // of all files
}

// load reads the corpus and parse/testdata below root.
func load(root string) (*data, error) {
	c := &data{}
	list, err := corpus.All()
	if err != nil {
		return nil, err
	}
	number := map[string]int{}
	for _, m := range list {
		if _, known := number[m.Hand]; !known {
			number[m.Hand] = len(c.hands)
			c.hands = append(c.hands, m.Hand)
		}
		c.cases, c.names = append(c.cases, annotated(m, number[m.Hand])), append(c.names, m.Name)
	}
	c.hands = append(c.hands, "testdata")
	folder := filepath.Join(root, "parse", "testdata")
	if err := c.readGold(folder); err != nil {
		return nil, err
	}
	if err := c.readKinds(filepath.Join(folder, "kinds.txt")); err != nil {
		return nil, err
	}
	c.digest, err = digest(root)
	return c, err
}

// annotated makes a case of a message of the corpus.
func annotated(c *corpus.Message, hand int) *role.Case {
	m := parse.Propose(message.Read(c.Mail()), c.Zone)
	x := &role.Case{Message: m, Hand: hand, Kind: c.Gold.Kind, Round: c.Gold.Round, Sessions: c.Gold.Sessions, Options: c.Gold.Options,
		Optional: c.Gold.Optional, Unjudged: c.Gold.Unjudged, Labels: make([]role.Label, len(m.Text.Tokens))}
	for i, marks := range c.Labels(m.Text.Tokens) {
		first, _, _ := strings.Cut(marks, ",")
		x.Labels[i] = role.LabelOf(first)
	}
	for _, p := range c.Gold.Interviewers {
		x.People = append(x.People, p.Name)
	}
	return x
}

// readGold reads messages with a gold file beside each: what is right is known, not where it stands.
func (c *data) readGold(folder string) error {
	files, err := filepath.Glob(filepath.Join(folder, "*.eml"))
	if err != nil {
		return err
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		text, err := os.ReadFile(strings.TrimSuffix(file, ".eml") + ".json")
		if err != nil {
			return err
		}
		x, err := goldCase(raw, text)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		x.Hand = len(c.hands) - 1
		c.cases, c.names = append(c.cases, x), append(c.names, strings.TrimSuffix(filepath.Base(file), ".eml"))
	}
	return nil
}

func goldCase(raw, text []byte) (*role.Case, error) {
	var g struct {
		Zone   string `json:"default_zone"`
		Expect struct {
			Kind         interview.Kind
			Round        *int
			Sessions     *[]goldTime
			Options      *[]goldTime
			Interviewers *[]interview.Person
		}
		Accept map[string]json.RawMessage
	}
	if err := json.Unmarshal(text, &g); err != nil {
		return nil, err
	}
	var judged map[string]map[string]json.RawMessage
	_ = json.Unmarshal(text, &judged) // the other fields are of other types
	e := g.Expect
	_, round := judged["expect"]["round"]
	x := &role.Case{Message: parse.Propose(message.Read(raw), g.Zone), Kind: e.Kind,
		Unjudged: map[string]bool{"round": !round, "sessions": e.Sessions == nil, "options": e.Options == nil, "interviewers": e.Interviewers == nil}}
	if e.Round != nil {
		x.Round = *e.Round
	}
	x.Sessions, x.Options = goldTimes(e.Sessions), goldTimes(e.Options)
	if e.Interviewers != nil {
		for _, p := range *e.Interviewers {
			x.People = append(x.People, p.Name)
		}
	}
	_ = json.Unmarshal(g.Accept["optional_interviewers"], &x.Optional)
	return x, nil
}

type goldTime struct{ Start, End string }

func goldTimes(list *[]goldTime) (out []interview.Session) {
	if list == nil {
		return nil
	}
	for _, g := range *list {
		out = append(out, interview.Session{Start: goldMoment(g.Start), End: goldMoment(g.End)})
	}
	return out
}

func goldMoment(s string) interview.Moment {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return interview.Moment{Time: t, DateOnly: true}
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return interview.Moment{}
	}
	return interview.At(t)
}

// readKinds reads short messages of which only the kind is known.
func (c *data) readKinds(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for i, block := range strings.Split(string(text), "\n== ")[1:] {
		kind, rest, _ := strings.Cut(block, "\n")
		subject, body, _ := strings.Cut(rest, "\n")
		raw := "From: Lena Marsh <lena@tallis.example>\r\nTo: Casey Doe <casey@mail.example>\r\nSubject: " + subject +
			"\r\nDate: Tue, 10 Nov 2026 10:00:00 -0500\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + body
		c.cases = append(c.cases, &role.Case{Message: parse.Propose(message.Read([]byte(raw)), "America/New_York"), Hand: len(c.hands) - 1,
			Kind: interview.Kind(kind), Unjudged: map[string]bool{"round": true, "sessions": true, "options": true, "interviewers": true}})
		c.names = append(c.names, fmt.Sprintf("kinds-%02d", i+1))
	}
	return nil
}

// digest is of everything that is learned from, so that a test can tell whether the weights belong to it.
func digest(root string) (out [32]byte, err error) {
	sum := sha256.New()
	for _, pattern := range []string{"parse/corpus/hands/*.txt", "parse/testdata/*.eml", "parse/testdata/*.json", "parse/testdata/kinds.txt", "parse/role/words.txt"} {
		files, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(pattern)))
		if err != nil {
			return out, err
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				return out, err
			}
			fmt.Fprintf(sum, "%s %d\n", filepath.Base(file), len(text))
			sum.Write(text)
		}
	}
	copy(out[:], sum.Sum(nil))
	return out, nil
}
