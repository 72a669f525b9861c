package drafts

import (
	"fmt"
	"testing"

	"roundtwo/interview"
)

func scratchPanel(people []interview.Person, company, role string, facts ...interview.Fact) Facts {
	f := panelFacts()
	f.Memory = interview.Memory{Facts: facts}
	f.Interview.Company, f.Interview.Role = company, role
	f.Interview.Interviewers = people
	for i := range f.Memory.Facts {
		f.Memory.Facts[i].Company = company
	}
	return f
}

func TestScratch(t *testing.T) {
	d := interview.Person{Name: "Dana Whitfield", Email: "dana@northwind.example"}
	s := interview.Person{Name: "Samuel Okafor", Email: "samuel@northwind.example"}
	a := interview.Person{Name: "Ana Pereira", Email: "ana@northwind.example"}
	g := interview.Person{Name: "Grace Lin", Email: "grace@northwind.example"}
	id := "K7QF"
	D, R, W, O, P := interview.Discussed, interview.Reason, interview.Worked, interview.Offered, interview.Problem
	for name, f := range map[string]Facts{
		"brief": scratchPanel([]interview.Person{d, s}, "Northwind", "Data Engineer",
			fact(id, d, D, "late files in the shop data. She wants month end to be boring."), fact(id, s, D, "two ways to keep prices over time."),
			fact(id, nobody, R, "the team writes its data contracts down"), fact(id, nobody, W, "drawing the ingest path"), fact(id, nobody, O, "a write-up of my invoice pipeline")),
		"demo": scratchPanel([]interview.Person{d, s, a}, "Northwind", "Data Engineer",
			fact(id, d, D, "we drew the ingest path for the shop data, and she asked how I would find a late file. She said the first job is to make month end boring."),
			fact(id, s, D, "he asked about slowly changing dimensions, and we compared two ways to keep prices over time."),
			fact(id, a, D, "we talked about how product and engineering agree on what a field means."),
			fact(id, nobody, R, "I like that the team writes its data contracts down before the first table"), fact(id, nobody, W, "drawing before talking"), fact(id, nobody, O, "the write-up of my invoice pipeline"), fact(id, nobody, P, "month end is not boring yet")),
		"globex": scratchPanel([]interview.Person{d}, "Globex", "Analyst",
			fact(id, d, D, "we went through the sales dashboard and she told me that three teams count customers in three ways. I told her how we settled that at my last job with one written definition."),
			fact(id, nobody, R, "I want to work where people ask what a number means"), fact(id, nobody, O, "the one-page definition we used")),
		"initech": scratchPanel([]interview.Person{g}, "Initech", "Platform",
			fact(id, g, D, "she asked how I keep a platform small, and I described the three services we switched off last year."),
			fact(id, nobody, R, "the platform team decides with the teams it serves"), fact(id, nobody, W, "naming what we stopped doing")),
		"any": scratchPanel([]interview.Person{g, d}, "Any", "",
			fact(id, nobody, D, "We spoke about the work of the first months and about how the team decides."),
			fact(id, nobody, R, "the problems they named are ones I have solved before and would like to solve again"), fact(id, nobody, W, "the example I had prepared"), fact(id, nobody, O, "more about the example I described")),
	} {
		for _, n := range notesFor(t, writer(t), f) {
			fmt.Printf("=== %s to %s: blanks %q words %d\n%s\n", name, n.To.Name, n.Blanks, countWords(n.Text), n.Text)
			for _, l := range Lint(n, f) {
				fmt.Println("  LINT", l)
			}
		}
	}
}
