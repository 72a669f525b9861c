package parse

import (
	"testing"

	"roundtwo/parse/text"
)

func TestRound(t *testing.T) {
	for _, test := range []struct {
		text string
		want int
	}{
		{"Your second interview is on Friday.", 2},
		{"We invite you to a second and concluding interview.", 2},
		{"Round 3 of 4 for Supply Planner", 3},
		{"Interview #2 with Ridgeline", 2},
		{"L2 technical round", 2},
		{"You did well in the first two rounds, so here is round 3.", 3},
		{"Following your first interview we would like to see you again.", 2},
		{"Congratulations on passing stage 1. Your stage 2 interview is on Monday.", 2},
		{"A quick phone screen with our recruiter", 1},
		{"After your phone screen we would like you to meet the team.", 2},
		{"Your first interview. People who get through are asked back for a second interview.", 1},
		{"If that goes well, the second interview would be with Devin. This is the first interview.", 1},
		{"The final interview is with our COO.", 2},
		{"Your onsite is on Thursday.", 2},
		{"We invite you to an interview.", 0},
		{"Zweites Vorstellungsgespräch", 2},
		{"Einladung zum 2. Gespräch", 2},
		{"Troisième entretien", 3},
		{"Segunda entrevista na segunda-feira", 2},
		{"A entrevista é na segunda-feira, às 10h", 0},
		{"Secondo colloquio", 2},
		{"Tweede gesprek", 2},
		{"First Officer A320 - stage 2 interview", 2},
		{"The interview 2:30 pm", 0},
	} {
		d := read(text.New("", test.text, ""))
		if got, why := d.round(); got != test.want {
			t.Errorf("%q is round %d (%s), want %d", test.text, got, why.text, test.want)
		}
	}
}

func TestBareSubject(t *testing.T) {
	for in, want := range map[string]string{
		"Re: Second interview":          "Second interview",
		"Fwd: RE: Aw: Second":           "Second",
		"[EXTERNAL] WG: Gespräch":       "Gespräch",
		"Re[2]: Second":                 "Second",
		"Interview: Tuesday":            "Interview: Tuesday",
		"Round 2: meet the team":        "Round 2: meet the team",
		"":                              "",
		"Réf: 12 Entretien":             "Réf: 12 Entretien",
		"RV: Segunda entrevista":        "Segunda entrevista",
		"I: Secondo colloquio":          "Secondo colloquio",
		"Antw: Tweede gesprek":          "Tweede gesprek",
		"ENC: Segunda entrevista":       "Segunda entrevista",
		"Doorst: Re: Tweede gesprek":    "Tweede gesprek",
		"TR: RE: Deuxième entretien":    "Deuxième entretien",
		"  Fw:  Second interview  ":     "Second interview",
		"Fwd: [ext] Second interview":   "Second interview",
		"Update: your second interview": "Update: your second interview",
	} {
		if got := bareSubject(in); got != want {
			t.Errorf("bareSubject(%q) = %q, want %q", in, got, want)
		}
	}
}
