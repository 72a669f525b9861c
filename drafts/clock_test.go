package drafts

import (
	"testing"
	"time"

	"roundtwo/interview"
)

func TestTimesAsSheReadsThem(t *testing.T) {
	w := writer(t).words
	kolkata := time.FixedZone("UTC+05:30", 5*3600+1800)
	british := clock{words: w, p: lena()}
	american := clock{words: w, p: Profile{Zone: newYork}}
	nowhere := clock{words: w}
	late := interview.Session{Start: at(berlin, 12, 3, 23, 30), End: at(berlin, 12, 4, 0, 30)}
	summer := interview.Session{Start: at(berlin, 7, 1, 9, 0), End: at(berlin, 7, 1, 10, 30)}
	for _, c := range []struct {
		name string
		got  string
		want string
	}{
		{"British, 24 hours", british.session(summer, berlin), "Wednesday 1 July 2026, 09:00–10:30 Berlin time (CEST, UTC+2)"},
		{"American, 12 hours", american.session(summer, newYork), "Wednesday, July 1, 2026, 3:00 am–4:30 am New York time (EDT, UTC-4)"},
		{"across midnight", british.session(late, berlin), "Thursday 3 December 2026, 23:30 – Friday 4 December, 00:30 Berlin time (CET, UTC+1)"},
		{"a bare offset with half an hour", british.session(interview.Session{Start: at(kolkata, 12, 3, 14, 0)}, kolkata), "Thursday 3 December 2026, 14:00 UTC+5:30"},
		{"no zone set", nowhere.session(summer, time.UTC), "Wednesday, July 1, 2026, 7:00 am–8:30 am UTC"},
		{"noon", american.hour(time.Date(2026, 7, 1, 12, 0, 0, 0, newYork)), "12:00 pm"},
		{"midnight", american.hour(time.Date(2026, 7, 1, 0, 5, 0, 0, newYork)), "12:05 am"},
		{"a day alone keeps its date far away", british.moment(interview.Moment{Time: time.Date(2026, 12, 3, 0, 0, 0, 0, newYork), DateOnly: true}), "Thursday 3 December 2026"},
		{"three quarters of an hour", british.length(interview.Session{Start: at(berlin, 7, 1, 9, 0), End: at(berlin, 7, 1, 9, 45)}), "45 minutes"},
		{"an hour", british.length(late), "1 hour"},
		{"no end", british.length(interview.Session{Start: at(berlin, 7, 1, 9, 0)}), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.got != c.want {
				t.Errorf("%q, want %q", c.got, c.want)
			}
		})
	}
}

func TestDaysAreCountedByHerMidnights(t *testing.T) {
	c := clock{words: writer(t).words, p: lena()}
	evening := time.Date(2026, 12, 2, 23, 50, 0, 0, berlin)
	for _, d := range []struct {
		name string
		to   time.Time
		want int
	}{
		{"ten minutes later is tomorrow", time.Date(2026, 12, 3, 0, 0, 0, 0, berlin), 1},
		{"the same evening in New York is her night", time.Date(2026, 12, 2, 20, 0, 0, 0, newYork), 1},
		{"before", time.Date(2026, 12, 1, 12, 0, 0, 0, berlin), -1},
	} {
		if got := c.daysUntil(evening, d.to); got != d.want {
			t.Errorf("%s: %d days, want %d", d.name, got, d.want)
		}
	}
}

func TestWhatAnInvitationLeavesOpen(t *testing.T) {
	for _, c := range []struct {
		name string
		iv   interview.Interview
		want string
	}{
		{"all is known", panelRound(), ""},
		{"on site, no zone and no end", onsiteRound(), "zone length"},
		{"by phone, nobody named", phoneRound(), "people"},
		{"nothing at all", interview.Interview{}, "time format people"},
		{"video without a link", interview.Interview{Format: interview.Video, Interviewers: []interview.Person{dana}, Sessions: []interview.Session{{Start: interview.Moment{Time: time.Unix(0, 0), DateOnly: true}, End: interview.At(time.Unix(0, 0))}}}, "time link"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ""
			for _, u := range Unknowns(c.iv) {
				got += " " + u
			}
			if got != "" {
				got = got[1:]
			}
			if got != c.want {
				t.Errorf("open: %q, want %q", got, c.want)
			}
		})
	}
}
