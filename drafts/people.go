package drafts

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"roundtwo/interview"
)

// personView is somebody she meets, as a letter shows her.
type personView struct {
	Name   string
	Title  string
	Email  string
	Part   string // "hr", "executive", "manager", "peer" or "any", from the title
	Met    []metView
	Common []string // common ground with the candidate's own schools and employers
	Notes  []string // what she noted about the person and has not used up: research and the like
	Ask    []string // questions that fit this person
	Find   []string // what to find out before
}

// metView is an earlier meeting with somebody.
type metView struct {
	Day   string // "3 December"
	Round string // "first interview"
	Topic string // one thing they talked about; "" where she noted none
}

// New reports whether she has not met the person before.
func (p personView) New() bool { return len(p.Met) == 0 }

// Line is the name with the title: "Dana Whitfield (VP Engineering)".
func (p personView) Line() string {
	if p.Title == "" {
		return p.Name
	}
	return p.Name + " (" + p.Title + ")"
}

func (v *view) personViews() []personView {
	var out []personView
	for _, p := range v.iv.Interviewers {
		out = append(out, v.personView(p))
	}
	return out
}

func (v *view) personView(p interview.Person) personView {
	out := personView{Name: clean(p.Name), Title: clean(p.Title), Email: clean(p.Email), Part: v.w.advice.part(p.Title)}
	out.Met = v.met(p.Name)
	for _, f := range v.f.Memory.Facts {
		if !samePerson(f.Person, p.Name) {
			continue
		}
		out.Common = append(out.Common, v.common(f.Text)...)
		if f.Kind == interview.Research {
			out.Notes = append(out.Notes, f.Text)
		}
	}
	return out
}

// met lists the earlier rounds in which she met the person, each with one topic that she remembered.
func (v *view) met(name string) []metView {
	var out []metView
	for _, e := range v.f.Memory.Earlier {
		if e.ID == v.iv.ID || !hasPerson(e.Interviewers, name) {
			continue
		}
		m := metView{Round: v.w.words.round(e.Round)}
		if t := e.Start(); !t.IsZero() {
			m.Day = v.clock.day(t.In(v.clock.zone()))
		}
		for _, f := range v.f.Memory.Facts {
			if f.Interview == e.ID && samePerson(f.Person, name) && (f.Kind == interview.Discussed || f.Kind == interview.AskedHer || f.Kind == interview.Problem) {
				m.Topic = v.gist(f)
				break
			}
		}
		out = append(out, m)
	}
	return out
}

// common finds her own schools and employers in a note about somebody.
func (v *view) common(text string) []string {
	var out []string
	for _, own := range [][]string{v.f.Candidate.Schools, v.f.Candidate.Employers} {
		for _, place := range own {
			if p := fold(place); p != "" && strings.Contains(fold(text), p) {
				out = append(out, place)
			}
		}
	}
	return out
}

// NewPeople are those she meets for the first time; KnownPeople those she met before.
func (v *view) NewPeople() []personView {
	return filterPeople(v.People, personView.New)
}

// KnownPeople are those of this interview whom she met before.
func (v *view) KnownPeople() []personView {
	return filterPeople(v.People, func(p personView) bool { return !p.New() })
}

func filterPeople(list []personView, keep func(personView) bool) []personView {
	var out []personView
	for _, p := range list {
		if keep(p) {
			out = append(out, p)
		}
	}
	return out
}

func hasPerson(list []interview.Person, name string) bool {
	for _, p := range list {
		if samePerson(p.Name, name) {
			return true
		}
	}
	return false
}

func contains(names []string, name string) bool {
	for _, n := range names {
		if samePerson(n, name) {
			return true
		}
	}
	return false
}

// samePerson compares names: whole, or by a given name alone, as she writes in a debrief ("Dana: …").
func samePerson(a, b string) bool {
	if a == "" || b == "" || a == b {
		return a == b && a != ""
	}
	x, y := fold(a), fold(b)
	first, _, several := strings.Cut(x, " ")
	second, _, many := strings.Cut(y, " ")
	if several && many {
		return x == y
	}
	return first == second && x != "" && y != ""
}

// fold makes text comparable: lower case, canonical form, one space between words.
func fold(s string) string {
	s = strings.ToLower(norm.NFC.String(s))
	if isClean(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// Opener is one thing to begin a conversation with: a topic that somebody in this interview talked about with her before.
func (v *view) Opener() string {
	for _, p := range v.KnownPeople() {
		for _, m := range p.Met {
			if m.Topic != "" {
				return shorten(clean(m.Topic), 80)
			}
		}
	}
	return ""
}
