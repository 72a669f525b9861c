package drafts

import (
	"regexp"
	"testing"
	"time"

	"roundtwo/interview"
)

// gap is what a template leaves behind where something was not filled in, or a word of ours about her that is not for her.
var gap = regexp.MustCompile(`\{[a-z_]+\}|<no value>|%!|\bhers\b`)

// Every letter and every note, of every kind of data: no gap is left open.
func TestNoGapIsLeftOpen(t *testing.T) {
	w := writer(t)
	check := func(name, text string) {
		if left := gap.FindString(text); left != "" {
			t.Errorf("%s holds %q:\n%s", name, left, text)
		}
	}
	for _, c := range goldenCases(t, w) {
		l, err := w.Write(c.kind, c.facts)
		if err != nil {
			t.Fatal(err)
		}
		check(c.name, l.Subject+"\n"+l.Text)
	}
	undated := everything()
	for i := range undated.Memory.Facts {
		undated.Memory.Facts[i].At = time.Time{}
	}
	for _, f := range []Facts{everything(), asking(), undated, {Now: rehearsalDay}, {}} {
		for _, kind := range []interview.NoteKind{interview.ThankYou, interview.FollowUp, interview.Acceptance, interview.Enquiry} {
			n, err := w.Note(kind, interview.Person{Name: "Ada King", Email: "ada@example.com"}, f)
			if err != nil {
				t.Fatal(err)
			}
			n.Number = 1
			f.Notes = []interview.Note{n}
			for _, k := range Kinds() {
				l, err := w.Write(k, f)
				if err != nil {
					t.Fatal(err)
				}
				check(string(k)+" with a "+string(kind), l.Subject+"\n"+l.Text)
			}
			check("the trace of a "+string(kind), w.Explain("AAAA/1", n))
		}
	}
}
