package drafts

import (
	"slices"
	"strings"
	"testing"

	"roundtwo/interview"
)

// debriefed is a panel after a debrief in which every line is a fact.
func debriefed(people []interview.Person, facts ...interview.Fact) Facts {
	f := panelFacts()
	f.Memory = interview.Memory{Facts: facts}
	f.Interview.Interviewers, f.Interview.Sender = people, interview.Person{}
	return f
}

func TestADebriefAsAskedGivesNotesThatCanBeSent(t *testing.T) {
	samuel := interview.Person{Name: "Samuel Okafor", Email: "samuel@northwind.example"}
	ana := interview.Person{Name: "Ana Pereira", Email: "ana@northwind.example"}
	id := "K7QF"
	for _, c := range []struct {
		name   string
		people []interview.Person
		facts  []interview.Fact
		want   map[string][]string
	}{
		{"a line for each, one reason, one thing that went well", []interview.Person{dana, samuel}, []interview.Fact{
			fact(id, dana, interview.Discussed, "late files in the shop data. She wants month end to be boring."),
			fact(id, samuel, interview.Discussed, "two ways to keep prices over time."),
			fact(id, nobody, interview.Reason, "the team writes its data contracts down"),
			fact(id, nobody, interview.Worked, "drawing the ingest path"),
			fact(id, nobody, interview.Offered, "a write-up of my invoice pipeline"),
		}, map[string][]string{
			dana.Name:   {"our conversation about late files in the shop data.", "the team writes its data contracts down.", "I will send you a write-up of my invoice pipeline."},
			samuel.Name: {"two ways to keep prices over time"},
		}},
		{"whole sentences", []interview.Person{dana, samuel, ana}, []interview.Fact{
			fact(id, dana, interview.Discussed, "we drew the ingest path for the shop data, and she asked how I would find a late file. She said the first job is to make month end boring."),
			fact(id, samuel, interview.Discussed, "he asked about slowly changing dimensions, and we compared two ways to keep prices over time."),
			fact(id, ana, interview.Discussed, "we talked about how product and engineering agree on what a field means."),
			fact(id, nobody, interview.Reason, "I like that the team writes its data contracts down before the first table"),
			fact(id, nobody, interview.Worked, "drawing before talking"),
			fact(id, nobody, interview.Offered, "the write-up of my invoice pipeline"),
		}, map[string][]string{
			dana.Name:   {"We drew the ingest path for the shop data. You asked me how I would find a late file."},
			samuel.Name: {"You asked me about slowly changing dimensions. We compared two ways to keep prices over time."},
			ana.Name:    {"how product and engineering agree on what a field means"},
		}},
		{"nothing of her experience: a sentence less, no blank", []interview.Person{dana}, []interview.Fact{
			fact(id, dana, interview.Discussed, "she asked how I keep a platform small, and I described the three services we switched off last year."),
			fact(id, nobody, interview.Reason, "they decide with the teams they serve"),
		}, map[string][]string{dana.Name: {"You asked me how I keep a platform small. I described the three services we switched off last year.", "you decide with the teams you serve"}}},
		{"a private matter beside a problem", []interview.Person{dana}, []interview.Fact{
			fact(id, dana, interview.Discussed, "we spoke about why I want to leave and about the nightly loads that break at month end."),
			fact(id, nobody, interview.Problem, "nightly loads that break at month end"),
			fact(id, nobody, interview.Reason, "to build something that lasts"),
		}, map[string][]string{dana.Name: {"our conversation about nightly loads that break at month end."}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := debriefed(c.people, c.facts...)
			notes := notesFor(t, writer(t), f)
			offers := 0
			for _, n := range notes {
				if len(n.Blanks) > 0 {
					t.Errorf("to %s: blanks %q", n.To.Name, n.Blanks)
				}
				for _, want := range c.want[n.To.Name] {
					if !strings.Contains(n.Text, want) {
						t.Errorf("to %s: %q is missing:\n%s", n.To.Name, want, n.Text)
					}
				}
				f.Notes = slices.DeleteFunc(slices.Clone(notes), func(o interview.Note) bool { return o.To == n.To })
				if long := slices.DeleteFunc(Lint(n, f), func(s string) bool { return strings.Contains(s, "a thank-you note has") }); len(long) > 0 {
					t.Errorf("to %s: %q\n%s", n.To.Name, long, n.Text)
				}
				offers += strings.Count(n.Text, "invoice pipeline")
			}
			if offers > 1 {
				t.Errorf("one write-up is promised %d times", offers)
			}
		})
	}
}

func TestNaturalProse(t *testing.T) {
	w := writer(t)
	for _, c := range []struct {
		name string
		kind interview.FactKind
		said string
		x    string // "" where nothing of it can go into a note
		form string
	}{
		{"a task", interview.AskedHer, "she asked me to design a rate limiter, which I did with a token bucket", "to design a rate limiter", "task"},
		{"they are the reader", interview.Reason, "they write things down", "you write things down", "clause"},
		{"a promise", interview.Offered, "I will send her the slides", "the slides", "noun"},
		{"no promise", interview.Offered, "nothing more", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			x, form, ok := w.sentences.shape(string(c.kind), c.said)
			ok = ok && w.advice.presentable(c.said)
			switch {
			case c.x == "" && ok:
				t.Errorf("%q went into a note as %q (%s)", c.said, x, form)
			case c.x != "" && (!ok || x != c.x || form != c.form):
				t.Errorf("%q became %q (%s, %v), want %q (%s)", c.said, x, form, ok, c.x, c.form)
			}
		})
	}
}
