package drafts

import "testing"

// What she told of a conversation, and what of it is said to the person it was with: whole sentences, a topic, or nothing.
func TestWhatSheToldIsTurnedToTheReader(t *testing.T) {
	w := writer(t)
	others := []string{"Paul Kerr", "Mina Osei"}
	for _, c := range []struct {
		said  string
		about bool
		want  []string
	}{
		{"she told me that three teams count customers in three ways", true, []string{"You told me that three teams count customers in three ways"}},
		{"She said the first job is to make month end boring.", true, []string{"You said that the first job is to make month end boring"}},
		{"Dana explained how her team splits the nightly load", true, []string{"You explained how your team splits the nightly load"}},
		{"he mentioned that he runs the rota himself and wants fewer alarms", true, nil},
		{"she mentioned that she runs the rota herself", true, []string{"You mentioned that you run the rota yourself"}},
		{"she asked how I would find a late file", true, []string{"You asked me how I would find a late file"}},
		{"asked me about slowly changing dimensions", true, []string{"You asked me about slowly changing dimensions"}},
		{"she asked me to design a rate limiter", true, []string{"You asked me to design a rate limiter"}},
		{"she wanted to know whether I had run a migration alone", true, []string{"You wanted to know whether I had run a migration alone"}},
		{"we drew the ingest path for the shop data, and she asked how I would find a late file", true,
			[]string{"We drew the ingest path for the shop data", "You asked me how I would find a late file"}},
		{"We talked about the move to streaming.", true, []string{"the move to streaming"}},
		{"Dana and I went through the roadmap for 2027", true, []string{"We went through the roadmap for 2027"}},
		{"I told her how we settled that at my last job with one written definition", true, []string{"I told you how we settled that at my last job with one written definition"}},
		{"I told Dana about the invoice pipeline", true, []string{"I told you about the invoice pipeline"}},
		{"late files in the shop data", true, []string{"late files in the shop data"}},
		{"her plans for the team", true, []string{"your plans for the team"}},
		{"Kafka at scale", true, []string{"Kafka at scale"}},
		{"three teams use three definitions of a customer", true, []string{"It came up that three teams use three definitions of a customer"}},
		{"three teams use three definitions of a customer", false, nil},
		{"their three teams have three definitions of a customer", true, []string{"It came up that your three teams have three definitions of a customer"}},
		{"how analysts test a metric", true, []string{"how analysts test a metric"}},

		{"about half.", true, nil},
		{"Paul asked about a postmortem I wrote and wanted me to sketch a rate limiter", false, nil},
		{"Mina was great", false, nil},
		{"She was really friendly", true, nil},
		{"it went well", true, nil},
		{"I rambled about schema changes", true, nil},
		{"drawing before talking", true, []string{"drawing before talking"}},
		{"she liked my story about the rota", true, nil},
		{"nice guy", true, nil},
		{"She wants month end to be boring", true, nil},
		{"she told me that Paul will leave in May", true, nil},
		{"you would have laughed", true, nil},
		{"which took most of the hour", true, nil},
	} {
		var got []string
		for _, x := range w.sentences.turn(c.said, "Dana Whitfield", others, c.about) {
			got = append(got, x.x)
		}
		if len(got) != len(c.want) {
			t.Errorf("%q became %q, want %q", c.said, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%q became %q, want %q", c.said, got[i], c.want[i])
			}
		}
	}
}

func TestReasonsAndPromisesWithoutATag(t *testing.T) {
	s := writer(t).sentences
	for said, want := range map[string]string{
		"I'd love this job because the team writes its decisions down.": "the team writes its decisions down",
		"because they decide with the teams they serve":                 "they decide with the teams they serve",
		"I like that the team writes its data contracts down":           "I like that the team writes its data contracts down",
		"She was late because her train was cancelled":                  "",
		"I rambled because I was nervous":                               "",
	} {
		if got := s.reasonIn(said); got != want {
			t.Errorf("%q gives the reason %q, want %q", said, got, want)
		}
	}
	for said, want := range map[string]string{
		"I promised Raj the deck":                        "the deck",
		"I said I'd send her the write-up of the outage": "the write-up of the outage",
		"I promised to be on time":                       "be on time",
		"We sent the deck":                               "",
	} {
		if got := s.promiseIn(said, []string{"raj"}); got != want {
			t.Errorf("%q promises %q, want %q", said, got, want)
		}
	}
}
