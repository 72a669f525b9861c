package reply

import (
	"reflect"
	"strings"
	"testing"

	"roundtwo/interview"
)

var panel = []interview.Person{
	{Name: "Dana Whitfield", Email: "dana@northwind.example"},
	{Name: "Marcus Okafor"},
	{Name: "Dana Petrov"},
}

var pair = []interview.Person{{Name: "Dana Whitfield"}, {Name: "Marcus Okafor"}}

func TestDebrief(t *testing.T) {
	for _, c := range []struct {
		name string
		own  string
		who  []interview.Person
		want []interview.Fact
	}{
		{
			name: "by leading name and number", who: pair,
			own: "Dana: she asked about Kafka.\nShe laughed a lot.\n\n2: the roadmap, and hiring",
			want: []interview.Fact{
				{Person: "Dana Whitfield", Kind: interview.Discussed, Text: "she asked about Kafka.\nShe laughed a lot."},
				{Person: "Marcus Okafor", Kind: interview.Discussed, Text: "the roadmap, and hiring"},
			},
		},
		{
			name: "under headings", who: pair,
			own: "Dana Whitfield\nWe spoke about the data platform.\nworked: the migration story\n\nproblem: three pipelines, no owner\n\n*Marcus*\nnothing much",
			want: []interview.Fact{
				{Person: "Dana Whitfield", Kind: interview.Discussed, Text: "We spoke about the data platform."},
				{Person: "Dana Whitfield", Kind: interview.Worked, Text: "the migration story"},
				{Person: "Dana Whitfield", Kind: interview.Problem, Text: "three pipelines, no owner"},
				{Person: "Marcus Okafor", Kind: interview.Discussed, Text: "nothing much"},
			},
		},
		{
			name: "in prose", who: pair,
			own: "With Dana we spoke about the roadmap.\n\nIt was a good day overall.\n\nMarcus asked how I test. Dana seemed tired. She left early. Dr. Okafor took over.",
			want: []interview.Fact{
				{Person: "Dana Whitfield", Kind: interview.Discussed, Text: "With Dana we spoke about the roadmap."},
				{Kind: interview.Discussed, Text: "It was a good day overall."},
				{Person: "Marcus Okafor", Kind: interview.Discussed, Text: "Marcus asked how I test."},
				{Person: "Dana Whitfield", Kind: interview.Discussed, Text: "Dana seemed tired. She left early."},
				{Person: "Marcus Okafor", Kind: interview.Discussed, Text: "Dr. Okafor took over."},
			},
		},
		{
			name: "without capital letters", who: pair,
			own: "dana asked about kafka, it was good\n\n2) Marcus: the roadmap",
			want: []interview.Fact{
				{Person: "Dana Whitfield", Kind: interview.Discussed, Text: "dana asked about kafka, it was good"},
				{Person: "Marcus Okafor", Kind: interview.Discussed, Text: "the roadmap"},
			},
		},
		{
			name: "two of one name are not guessed", who: panel,
			own: "Dana: she asked about Kafka\n\nDana Petrov: the budget",
			want: []interview.Fact{
				{Kind: interview.Discussed, Text: "Dana: she asked about Kafka"},
				{Person: "Dana Petrov", Kind: interview.Discussed, Text: "the budget"},
			},
		},
		{
			name: "questions and answers", who: pair,
			own: "Q: why did you leave?\nA: the team was closed\nME: who owns the budget? - finance",
			want: []interview.Fact{
				{Kind: interview.AskedHer, Text: "why did you leave?"},
				{Kind: interview.SheAnswered, Text: "the team was closed"},
				{Kind: interview.SheAsked, Text: "who owns the budget? - finance"},
			},
		},
		{
			name: "a story in four parts", who: pair,
			own: "S: the queue fell over\nT: keep orders safe\nA: moved to one writer\nR: no loss since\nQ: what next?",
			want: []interview.Fact{
				{Kind: interview.Story, Text: "S: the queue fell over\nT: keep orders safe\nA: moved to one writer\nR: no loss since"},
				{Kind: interview.AskedHer, Text: "what next?"},
			},
		},
		{
			name: "tags of every kind", who: pair,
			own: "struggled: the SQL question\n- unsaid: my thesis\nTold: the outage story\nask next: on-call?\nmet: Priya Nair <priya@northwind.example>\nHear back: Friday\n" +
				"concern: they may want more Go\nreason: the product\nfeedback: clear, a bit long\ndelivery: too fast\nMarcus: channel: phone\noffered (Dana): the paper\nresearch: new CEO\nposting: senior role",
			want: []interview.Fact{
				{Kind: interview.Struggled, Text: "the SQL question"},
				{Kind: interview.Unsaid, Text: "my thesis"},
				{Kind: interview.Told, Text: "the outage story"},
				{Kind: interview.AskNext, Text: "on-call?"},
				{Kind: interview.Met, Text: "Priya Nair <priya@northwind.example>"},
				{Kind: interview.HearBackBy, Text: "Friday"},
				{Kind: interview.Concern, Text: "they may want more Go"},
				{Kind: interview.Reason, Text: "the product"},
				{Kind: interview.Feedback, Text: "clear, a bit long"},
				{Kind: interview.Delivery, Text: "too fast"},
				{Person: "Marcus Okafor", Kind: interview.Channel, Text: "phone"},
				{Person: "Dana Whitfield", Kind: interview.Offered, Text: "the paper"},
				{Kind: interview.Research, Text: "new CEO"},
				{Kind: interview.Posting, Text: "senior role"},
			},
		},
		{
			name: "greetings are no facts", who: pair,
			own:  "Hi,\n\nit went well.\n\nThanks!",
			want: []interview.Fact{{Kind: interview.Discussed, Text: "it went well."}},
		},
		{
			name: "nobody known", own: "Dana: hello there\n1: x",
			want: []interview.Fact{{Kind: interview.Discussed, Text: "Dana: hello there\n1: x"}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Debrief(c.own, c.who)
			if !reflect.DeepEqual(got, c.want) {
				for i := 0; i < max(len(got), len(c.want)); i++ {
					var g, w interview.Fact
					if i < len(got) {
						g = got[i]
					}
					if i < len(c.want) {
						w = c.want[i]
					}
					if !reflect.DeepEqual(g, w) {
						t.Errorf("fact %d\n got %q %q %q\nwant %q %q %q", i, g.Person, g.Kind, g.Text, w.Person, w.Kind, w.Text)
					}
				}
			}
		})
	}
}

func TestAnswersBetweenTheLinesOfOurLetter(t *testing.T) {
	for _, c := range []struct{ quoted, person string }{
		{"1. Dana Whitfield, VP: what did you talk about?", "Dana Whitfield"},
		{"2. Marcus Okafor?", "Marcus Okafor"},
		{"How was it with Marcus?", "Marcus Okafor"},
		{"How was it with Dana and Marcus?", ""},
		{"How was it?", ""},
	} {
		t.Run(c.quoted, func(t *testing.T) {
			want := []interview.Fact{{Person: c.person, Kind: interview.Discussed, Text: "Kafka"}, {Kind: interview.Research, Text: "new CEO"}}
			if got := DebriefBetween(c.quoted, "Kafka\nresearch: new CEO", pair); !reflect.DeepEqual(got, want) {
				t.Errorf("read as %+v", got)
			}
		})
	}
}

// Every word of a debrief that is no greeting, tag or name of a person stands in some fact.
func FuzzDebrief(f *testing.F) {
	for _, s := range []string{"Dana: she asked\n\n2: x", "worked: y\nMarcus\nz", "With Dana. With Marcus! Both Dana and Marcus", "S: a\nA: b", "met (Dana): x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, own string) {
		facts := Debrief(own, panel)
		var all strings.Builder
		for _, fact := range facts {
			if strings.TrimSpace(fact.Text) == "" || fact.Kind == "" {
				t.Errorf("empty fact %+v of %q", fact, own)
			}
			all.WriteString(fact.Text + "\n")
		}
		for _, word := range strings.Fields(own) {
			if len(word) > 12 && !strings.ContainsAny(word, ":-–—*_#()@.,>") && !strings.Contains(all.String(), word) {
				t.Errorf("%q of %q is in no fact", word, own)
			}
		}
	})
}
