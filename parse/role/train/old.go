package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"time"

	"roundtwo/interview"
	"roundtwo/parse"
	"roundtwo/parse/message"
	"roundtwo/parse/role"
)

type goldTime struct{ Start, End string }

// readGold reads messages with a gold file beside each: what is right is known, not where it stands.
func readGold(folder string, hand int) ([]*role.Case, []string, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.eml"))
	if err != nil {
		return nil, nil, err
	}
	var out []*role.Case
	var names []string
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			return nil, nil, err
		}
		text, err := os.ReadFile(strings.TrimSuffix(file, ".eml") + ".json")
		if err != nil {
			return nil, nil, err
		}
		var g struct {
			Zone   string `json:"default_zone"`
			Expect map[string]json.RawMessage
			Accept map[string]json.RawMessage
		}
		if err := json.Unmarshal(text, &g); err != nil {
			return nil, nil, err
		}
		c := &role.Case{Message: parse.Propose(message.Read(raw), g.Zone), Hand: hand, Unjudged: map[string]bool{}}
		var kind string
		_ = json.Unmarshal(g.Expect["kind"], &kind)
		c.Kind = interview.Kind(kind)
		_ = json.Unmarshal(g.Expect["round"], &c.Round)
		c.Sessions, c.Options = goldTimes(g.Expect["sessions"]), goldTimes(g.Expect["options"])
		var people []struct{ Name string }
		_ = json.Unmarshal(g.Expect["interviewers"], &people)
		for _, p := range people {
			c.People = append(c.People, p.Name)
		}
		_ = json.Unmarshal(g.Accept["optional_interviewers"], &c.Optional)
		for _, f := range []string{"round", "sessions", "options", "interviewers"} {
			_, has := g.Expect[f]
			c.Unjudged[f] = !has
		}
		out = append(out, c)
		names = append(names, strings.TrimSuffix(filepath.Base(file), ".eml"))
	}
	return out, names, nil
}

func goldTimes(raw json.RawMessage) (out []interview.Session) {
	var list []goldTime
	_ = json.Unmarshal(raw, &list)
	for _, g := range list {
		out = append(out, interview.Session{Start: goldMoment(g.Start), End: goldMoment(g.End)})
	}
	return out
}

func goldMoment(s string) interview.Moment {
	if s == "" {
		return interview.Moment{}
	}
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return interview.Moment{Time: t, DateOnly: true}
	}
	t, _ := time.Parse(time.RFC3339, s)
	return interview.At(t)
}

// readKinds reads short messages of which only the kind is known.
func readKinds(file string, hand int) ([]*role.Case, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var out []*role.Case
	for _, block := range strings.Split(string(text), "\n== ")[1:] {
		kind, rest, _ := strings.Cut(block, "\n")
		subject, body, _ := strings.Cut(rest, "\n")
		raw := "From: Lena Marsh <lena@tallis.example>\r\nTo: Casey Doe <casey@mail.example>\r\nSubject: " + subject +
			"\r\nDate: Tue, 10 Nov 2026 10:00:00 -0500\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + body
		c := &role.Case{Message: parse.Propose(message.Read([]byte(raw)), "America/New_York"), Hand: hand, Kind: interview.Kind(kind),
			Unjudged: map[string]bool{"round": true, "sessions": true, "options": true, "interviewers": true}}
		out = append(out, c)
	}
	return out, nil
}
