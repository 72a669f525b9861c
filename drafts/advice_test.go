package drafts

import (
	"slices"
	"strings"
	"testing"
	"time"

	"roundtwo/interview"
)

// byCode holds the pieces of advice that no line of a letter carries, and the function that follows each. The functions
// are named so that one that is taken away does not compile. Those that the clock and the outbox follow say so.
var byCode = map[string]any{
	"round-named":           (*view).Earlier,
	"open-items-roll-over":  (*view).Open,
	"debrief-every-round":   "daemon: the clock brings the debrief after every interview",
	"format-unknown":        Unknowns,
	"ask-the-company":       (*Writer).Note,
	"panel-or-sequence":     panel,
	"met-before":            (*view).met,
	"questions-struck-out":  (*view).asked,
	"thank-you-each":        Recipients,
	"thank-the-coordinator": coordinates,
	"note-four-parts":       (*draft).say,
	"note-facts-only":       Unsupported,
	"note-tone":             Lint,
	"note-once":             "daemon: one thank-you note for each person and round",
	"follow-up-once":        "interview: one follow-up, cancelled by any sign of life",
	"no-reply-senders":      NoReply,
	"stronger-answers":      (*view).Said,
	"keep-doing":            (*view).Said,
	"say-what-was-unsaid":   (*view).gist,
	"concerns-first":        (*view).Said,
	"delivery":              (*view).Delivery,
	"story-ledger":          (*view).Told,
	"ask-next":              (*view).AskNext,
	"problem-match":         (*view).Said,
	"three-questions":       (*view).Ask,
	"common-ground":         (*view).common,
}

func TestEveryPieceOfAdviceIsHeld(t *testing.T) {
	w := writer(t)
	held := map[int][]string{}
	for _, i := range w.advice.Items {
		for _, n := range i.Advice {
			held[n] = append(held[n], i.ID)
		}
		if len(i.Rests) == 0 {
			t.Errorf("%s rests on no article", i.ID)
		}
		if i.Text == "" && byCode[i.ID] == nil {
			t.Errorf("%s is neither a line of a letter nor followed by a function", i.ID)
		}
	}
	for n := 1; n <= 60; n++ {
		if len(held[n]) == 0 {
			t.Errorf("advice %d is held by no item", n)
		}
	}
	for id := range byCode {
		if w.advice.byID[id] == nil {
			t.Errorf("%s is followed by a function and explained by no item", id)
		}
	}
}

func TestEveryContradictionIsSettledAndUsed(t *testing.T) {
	w := writer(t)
	for _, id := range []string{"C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8"} {
		if !slices.ContainsFunc(w.advice.Settled, func(s settled) bool { return s.ID == id && s.Choice != "" }) {
			t.Errorf("%s is not settled", id)
		}
		if !slices.ContainsFunc(w.advice.Items, func(i *Item) bool { return i.Settled == id }) {
			t.Errorf("%s is settled and no item rests on it", id)
		}
	}
}

// TestEveryItemCanAppear writes the letters of very different interviews: an item that shows in none of them never will.
func TestEveryItemCanAppear(t *testing.T) {
	w := writer(t)
	seen := map[string]bool{}
	for _, f := range manyFacts() {
		for _, kind := range Kinds() {
			l, err := w.Write(kind, f)
			if err != nil {
				t.Fatal(err)
			}
			flat := strings.Join(strings.Fields(l.Text), " ")
			v := w.view(kind, f)
			for _, i := range w.advice.Items {
				if text, err := i.write(v); err == nil && text != "" && strings.Contains(flat, strings.Join(strings.Fields(text), " ")) {
					seen[i.ID] = true
				}
			}
		}
	}
	for _, i := range w.advice.Items {
		if i.Text != "" && !seen[i.ID] {
			t.Errorf("%s shows in no letter", i.ID)
		}
	}
}

func manyFacts() []Facts {
	early := panelFacts()
	early.Candidate.Choices, early.Candidate.Rehearse = true, true
	early.Memory.Facts = append(early.Memory.Facts, fact("M3QD", nobody, interview.Posting, "streaming experience\nmentoring"))
	noFeedback := panelFacts()
	noFeedback.Memory.Facts = slices.DeleteFunc(noFeedback.Memory.Facts, func(f interview.Fact) bool { return f.Kind == interview.Feedback })
	soonVideo, soonOnsite, soonPhone := panelFacts(), onsiteFacts(), phoneFacts()
	for _, f := range []*Facts{&soonVideo, &soonOnsite, &soonPhone} {
		f.Now = f.Interview.Start().Add(-3 * time.Hour)
	}
	first := phoneFacts()
	first.Interview.Round = 1
	request := panelFacts()
	request.Notes = []interview.Note{{Kind: interview.ThankYou, To: dana, Text: "Dear Dana,\n\nThank you.\n\nLena\n"}}
	return []Facts{early, noFeedback, onsiteFacts(), phoneFacts(), soonVideo, soonOnsite, soonPhone, first, request}
}

func TestRoundsDiffer(t *testing.T) {
	w := writer(t)
	first, second := panelFacts(), panelFacts()
	first.Interview.Round, first.Memory = 1, interview.Memory{}
	ids := func(f Facts) (out []string) {
		v := w.view(Preparation, f)
		for _, block := range []string{"prepare-them", "prepare-you", "prepare-practise", "expect", "ask", "keep-out", "after"} {
			for _, i := range v.items(block) {
				out = append(out, i.ID)
			}
		}
		return out
	}
	a, b := ids(first), ids(second)
	if slices.Equal(a, b) || slices.Contains(a, "ask-invited-back") || !slices.Contains(b, "ask-invited-back") {
		t.Errorf("the second round is advised as the first: %v", b)
	}
}

func TestWhyTellsWhatAnItemRestsOn(t *testing.T) {
	w := writer(t)
	for _, c := range []struct{ name, ask, want string }{
		{"an item with its article and line", "thank-you-48h", "Second-Round Interview, line 19"},
		{"a contradiction settled", "thank-you-48h", "C1: when to send thanks"},
		{"a contradiction by its name", "C6", "open questions"},
		{"the number of a piece of advice", "22", "panel-camera"},
		{"when it applies", "print-cv", "format onsite"},
		{"what the program does", "note-once", "second one is refused"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := w.Why(c.ask)
			if err != nil || !strings.Contains(got, c.want) {
				t.Errorf("why %s: %v\n%s\nwant %q", c.ask, err, got, c.want)
			}
		})
	}
	if _, err := w.Why("thank-you"); err == nil || !strings.Contains(err.Error(), "thank-you-each") {
		t.Errorf("an item that is not there: %v; want those with a similar name", err)
	}
}

func TestHerOwnAdviceIsLaidOver(t *testing.T) {
	hers := `
[[item]]
id = "salary-later"
text = "Ask about pay whenever you like."
[[item]]
id = "small-talk"
off = true
[[item]]
id = "mine"
letter = ["checklist"]
block = "room"
text = "Water, {{.Company}} has none."
`
	w, err := New(Options{Advice: []byte(hers)})
	if err != nil {
		t.Fatal(err)
	}
	l, err := w.Write(Preparation, panelFacts())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Ask about pay whenever you like.", "Water, Northwind Traders has none."} {
		if !strings.Contains(l.Text, want) {
			t.Errorf("her advice %q is not in the letter", want)
		}
	}
	if strings.Contains(l.Text, "opener") {
		t.Error("an item that she turned off is in the letter")
	}
	if why, err := w.Why("salary-later"); err != nil || !strings.Contains(why, "mastering 13") && !strings.Contains(why, "line 13") {
		t.Errorf("what she did not change is lost: %v\n%s", err, why)
	}
}

func TestBrokenAdviceIsRefused(t *testing.T) {
	for _, c := range []struct{ name, toml, want string }{
		{"no TOML", "[[item]]\nid = ", ":2"},
		{"a misspelt key", "[[item]]\nid = \"x\"\ntxt = \"y\"", ":3: unknown key"},
		{"an unknown article", "[[item]]\nid = \"x\"\nrests = [\"elsewhere 3\"]", "no such article"},
		{"an unknown letter", "[[item]]\nid = \"x\"\nletter = [\"postcard\"]", "no such kind"},
		{"a broken template", "[[item]]\nid = \"x\"\ntext = \"{{.Company\"", `item "x"`},
		{"a field that does not exist", "[[item]]\nid = \"x\"\ntext = \"{{.Firm}}\"", `item "x"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := New(Options{Advice: []byte(c.toml)}); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
		})
	}
}
