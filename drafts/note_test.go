package drafts

import (
	"slices"
	"strings"
	"testing"
	"time"

	"roundtwo/interview"
)

// debriefs are the three lengths of what she may say after one panel.
func debriefs() map[string][]interview.Fact {
	return map[string][]interview.Fact{"nothing said": nil, "three lines": threeLines(), "a page": aPage()}
}

// otherPanel is a panel of four at another company, with a memory of its own.
func otherPanel(facts []interview.Fact) Facts {
	f := panelFacts()
	f.Memory = interview.Memory{}
	f.Interview.ID, f.Interview.Company, f.Interview.Role, f.Interview.Round = "W4HZ", "Contoso Klinik", "Ward Manager", 3
	names := []string{"Karin Vogt", "Ahmed Rahimi", "Sofia Brandt", "Peter Ohm"}
	was := []string{dana.Name, marco.Name, june.Name, theo.Name}
	f.Interview.Interviewers = nil
	f.Interview.Sender = interview.Person{Name: "Anna Roth", Email: "roth@contoso.example"}
	for _, n := range names {
		f.Interview.Interviewers = append(f.Interview.Interviewers, interview.Person{Name: n, Email: strings.ToLower(n[:4]) + "@contoso.example"})
	}
	for _, x := range facts {
		if i := slices.Index(was, x.Person); i >= 0 {
			x.Person = names[i]
		}
		x.Interview = "W4HZ"
		f.Memory.Facts = append(f.Memory.Facts, x)
	}
	return f
}

func TestNotesToAPanel(t *testing.T) {
	w := writer(t)
	for name, facts := range debriefs() {
		for where, f := range map[string]Facts{"Northwind": panelFacts(facts...), "Contoso": otherPanel(facts)} {
			t.Run(where+", "+name, func(t *testing.T) {
				notes := notesFor(t, w, f)
				if len(notes) != 5 {
					t.Fatalf("%d notes for four people and the recruiter", len(notes))
				}
				for i, n := range notes {
					checkNote(t, n, f)
					for _, o := range notes[:i] {
						if s := similarity(n.Text, o.Text); s > TooAlike {
							t.Errorf("the notes to %s and %s are alike (%.2f, limit %.2f):\n%s\n%s", n.To.Name, o.To.Name, s, TooAlike, n.Text, o.Text)
						}
					}
				}
			})
		}
	}
}

func checkNote(t *testing.T, n interview.Note, f Facts) {
	t.Helper()
	if left := Unsupported(n); len(left) > 0 {
		t.Errorf("to %s: sentences without a source: %q", n.To.Name, left)
	}
	for _, b := range n.Blanks {
		if !strings.Contains(n.Text, "["+b+"]") && n.To.Email != "" {
			t.Errorf("to %s: the blank %q does not stand out in the text", n.To.Name, b)
		}
	}
	if strings.Contains(n.Text, "[") && len(n.Blanks) == 0 {
		t.Errorf("to %s: a bracket that blocks nothing:\n%s", n.To.Name, n.Text)
	}
	if !strings.HasPrefix(n.Text, "Dear "+firstName(n.To.Name)+",") || !strings.HasSuffix(n.Text, f.Candidate.Name+"\n") {
		t.Errorf("to %s: greeting or name is missing:\n%s", n.To.Name, n.Text)
	}
	for _, s := range Lint(n, f) {
		t.Errorf("to %s: %s\n%s", n.To.Name, s, n.Text)
	}
	for _, s := range n.Sources {
		if len(s.Facts) == 0 || s.Facts[0] == "" || !strings.Contains(n.Text, s.Sentence) {
			t.Errorf("to %s: a source of nothing: %+v", n.To.Name, s)
		}
	}
}

func TestNothingSaidLeavesBlanks(t *testing.T) {
	f := panelFacts()
	f.Memory = interview.Memory{}
	for i, n := range notesFor(t, writer(t), f)[:4] {
		if want := 2 - min(i, 1); len(n.Blanks) < want { // why she wants the work is asked for once
			t.Errorf("to %s: %d blanks where nothing was said: %q", n.To.Name, len(n.Blanks), n.Blanks)
		}
	}
}

func TestAPageFillsEveryNote(t *testing.T) {
	f := panelFacts(aPage()...)
	for _, n := range notesFor(t, writer(t), f) {
		if n.To.Name == theo.Name {
			if len(n.Blanks) != 1 || !strings.Contains(n.Blanks[0], "an address") {
				t.Errorf("to Theo, whose address is not known: blanks %q", n.Blanks)
			}
			continue
		}
		if len(n.Blanks) > 0 {
			t.Errorf("to %s: blanks %q although she wrote a page", n.To.Name, n.Blanks)
		}
		for _, never := range []string{"bored", "salary", "fired", "froze", "https", "4 of 5", "predecessor"} {
			if strings.Contains(n.Text, never) {
				t.Errorf("to %s: %q is no business of the reader:\n%s", n.To.Name, never, n.Text)
			}
		}
	}
}

func TestWhatIsSaidOfOneGoesToNoOther(t *testing.T) {
	for _, n := range notesFor(t, writer(t), panelFacts(aPage()...)) {
		if n.To.Name != dana.Name && strings.Contains(n.Text, "slides") {
			t.Errorf("what was promised to Dana stands in the note to %s", n.To.Name)
		}
	}
}

func TestHerWordsIntoASentence(t *testing.T) {
	s := writer(t).sentences
	for _, c := range []struct {
		name string
		kind interview.FactKind
		said string
		x    string
		form string
	}{
		{"a clause", interview.Problem, "the team is growing too fast", "the team is growing too fast", "clause"},
		{"a question of theirs in her words", interview.AskedHer, "she asked how I cut the nightly run", "how I cut the nightly run", "how"},
		{"a question of theirs as it was put", interview.AskedHer, "How would you cut the nightly run?", "How would you cut the nightly run?", "question"},
		{"what she did not say", interview.Unsaid, "I forgot to say that I ran the rota", "I ran the rota", "i"},
		{"what she did, without I", interview.Unsaid, "led the migration", "I led the migration", "past"},
		{"a reason with because", interview.Reason, "because I like small teams", "I like small teams", "i"},
		{"a reason as an aim", interview.Reason, "To build something that lasts", "to build something that lasts", "to"},
		{"asked, but what", interview.AskedHer, "asked two hard ones", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			x, form, ok := s.shape(string(c.kind), c.said)
			if c.form == "" {
				if ok {
					t.Errorf("%q became %q (%s); it needs her own hand", c.said, x, form)
				}
				return
			}
			if x != c.x && !(c.form == "i" && x == c.x) || form != c.form && !(c.form == "i" && form == "past") {
				t.Errorf("%q became %q (%s), want %q (%s)", c.said, x, form, c.x, c.form)
			}
		})
	}
}

func TestTheCoordinatorIsAskedForAddresses(t *testing.T) {
	notes := notesFor(t, writer(t), panelFacts())
	last := notes[len(notes)-1]
	if last.To != priya || !strings.Contains(last.Text, "Theo Lindqvist") || last.InReplyTo != "a1@northwind.example" {
		t.Errorf("the note to the recruiter does not ask for Theo's address, or is not in her thread:\n%+v", last)
	}
}

func TestWhoIsThanked(t *testing.T) {
	f := panelFacts(fact("K7QF", marco, interview.Channel, "none"))
	f.Interview.Sender = interview.Person{Name: "Northwind", Email: "no-reply@northwind.example"}
	var names []string
	for _, p := range Recipients(f) {
		names = append(names, p.Name)
	}
	if want := []string{dana.Name, theo.Name, june.Name}; !slices.Equal(names, want) {
		t.Errorf("notes to %q, want %q: Marco wants none, and no-reply reads nothing", names, want)
	}
}

func TestFollowUpIsThreeSentences(t *testing.T) {
	f := panelFacts()
	f.Interview.HearBack = interview.Moment{Time: time.Date(2026, 12, 11, 0, 0, 0, 0, berlin), DateOnly: true}
	for _, c := range []struct{ name, want string }{{"with the day they named", "Friday 11 December"}, {"without", "for which I had an interview on Thursday 3 December. I would be glad to know how things stand."}} {
		t.Run(c.name, func(t *testing.T) {
			n, err := writer(t).Note(interview.FollowUp, priya, f)
			if err != nil {
				t.Fatal(err)
			}
			middle := strings.Split(n.Text, "\n\n")[1]
			if got := len(sentencesOf(middle)); got != 3 || !strings.Contains(middle, c.want) {
				t.Errorf("%d sentences: %s", got, middle)
			}
			f.Interview.HearBack = interview.Moment{}
		})
	}
}

func TestAcceptanceNamesBothZones(t *testing.T) {
	f := optionsFacts()
	f.Interview.Sessions, f.Interview.Tentative = f.Interview.Options[:1], true
	n, err := writer(t).Note(interview.Acceptance, priya, f)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Monday 7 December 2026, 14:00–15:00 New York time (EST, UTC-5)", "Monday 7 December 2026, 20:00–21:00 Berlin time (CET, UTC+1)"} {
		if !strings.Contains(n.Text, want) {
			t.Errorf("the answer does not say %q:\n%s", want, n.Text)
		}
	}
	checkNote(t, n, f)
}

func TestEnquiryAsksWhatIsNotKnown(t *testing.T) {
	f := phoneFacts()
	f.Interview.Sender = interview.Person{Name: "Sam Roe", Email: "sam@fabrikam.example"}
	f.Interview.Format, f.Interview.Phone = "", ""
	n, err := writer(t).Note(interview.Enquiry, f.Interview.Sender, f)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"- whether we speak by video", "- whom I will meet"} {
		if !strings.Contains(n.Text, want) {
			t.Errorf("not asked: %q\n%s", want, n.Text)
		}
	}
	checkNote(t, n, f)
	if strings.Contains(n.Text, "how long") {
		t.Error("the length is known and asked for")
	}
}

func TestLintNamesWhatIsWrong(t *testing.T) {
	f := panelFacts()
	long := strings.Repeat("word ", 200)
	for _, c := range []struct{ name, text, want string }{
		{"begging", "Dear Dana,\n\nPlease give me a chance.\n\nLena\n", "it begs"},
		{"superlative", "Dear Dana,\n\nThis is my dream job.\n\nLena\n", "a superlative"},
		{"salary", "Dear Dana,\n\nThe salary suits me.\n\nLena\n", "money"},
		{"demand", "Dear Dana,\n\nWhen do I start?\n\nLena\n", "takes the answer"},
		{"empty phrase", "Dear Dana,\n\nI hope this finds you well.\n\nLena\n", "empty phrase"},
		{"exclamation", "Dear Dana,\n\nThank you!\n\nLena\n", "exclamation"},
		{"address", "Dear Dana,\n\nSee https://x.example.\n\nLena\n", "web"},
		{"wrong greeting", "Dear Marco,\n\nThank you.\n\nLena\n", "does not name Dana"},
		{"too long", "Dear Dana,\n\n" + long + "\n\nLena\n", "60 to 140"},
		{"unsupported", "Dear Dana,\n\nI won a prize.\n\nLena\n", "rests on nothing"},
		{"third person", "Dear Dana,\n\nShe told me so.\n\nLena\n", "is that the reader"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Lint(interview.Note{Kind: interview.ThankYou, To: dana, Text: c.text}, f)
			if !strings.Contains(strings.Join(got, "\n"), c.want) {
				t.Errorf("lint says %q, not %q", got, c.want)
			}
		})
	}
	other := dana
	other.Email = "dana.whitfield@freemail.example"
	if got := Lint(interview.Note{To: other, Text: "Dear Dana,\n\nx\n\nL\n", Edited: true}, f); len(got) != 1 || !strings.Contains(got[0], "freemail.example") {
		t.Errorf("an address elsewhere: %q", got)
	}
}

func TestTwoNotesTooAlike(t *testing.T) {
	f := panelFacts()
	text := "Dear Dana,\n\nThank you for the long talk about the order pipeline and the team.\n\nLena\n"
	f.Notes = []interview.Note{{Kind: interview.ThankYou, To: marco, Text: strings.Replace(text, "Dana", "Marco", 1)}}
	got := Lint(interview.Note{Kind: interview.ThankYou, To: dana, Text: text, Edited: true}, f)
	if !strings.Contains(strings.Join(got, "\n"), "too much like the note to Marco Silva") {
		t.Errorf("one text for two people goes through: %q", got)
	}
}

func TestNobodyPutsALinkIntoHerNote(t *testing.T) {
	f := panelFacts(threeLines()...)
	f.Interview.Company, f.Interview.Role = "Visit https://evil.example now", "Engineer <a href=x>"
	f.Interview.Interviewers[0].Name = "Dana www.evil.example"
	for _, p := range Recipients(f) {
		n, err := writer(t).Note(interview.ThankYou, p, f)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(n.Text+n.Subject, "evil") || strings.ContainsAny(n.Text, "<>") {
			t.Errorf("foreign text went into the note:\n%s", n.Text)
		}
		if p.Name == f.Interview.Interviewers[0].Name && !slices.Contains(n.Blanks, "the name of the reader") {
			t.Errorf("a reader without a name is greeted:\n%s", n.Text)
		}
	}
}

func TestAnAddressThatTakesNoAnswers(t *testing.T) {
	f := phoneFacts()
	n, err := writer(t).Note(interview.Enquiry, f.Interview.Sender, f)
	if err != nil || len(n.Blanks) == 0 {
		t.Errorf("a question would go to %s (%v)", n.To.Email, err)
	}
	for _, c := range []struct {
		address string
		want    bool
	}{{"no-reply@x.example", true}, {"noreply+123@x.example", true}, {"do_not_reply@x.example", true}, {"nora@x.example", false}, {"notify.me@x.example", false}} {
		if NoReply(c.address) != c.want {
			t.Errorf("NoReply(%q) = %v", c.address, !c.want)
		}
	}
}

func TestTheSameFactsGiveTheSameNote(t *testing.T) {
	w, f := writer(t), panelFacts(aPage()...)
	a, b := notesFor(t, w, f), notesFor(t, w, f)
	for i := range a {
		if a[i].Text != b[i].Text || a[i].Subject != b[i].Subject {
			t.Errorf("the note to %s is not the same twice", a[i].To.Name)
		}
	}
}
