package correction

import (
	"slices"
	"strings"
	"testing"
	"time"

	"roundtwo/interview"
)

var (
	berlin  = load("Europe/Berlin")
	newYork = load("America/New_York")
	now     = time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC)
)

func load(name string) *time.Location {
	loc, err := interview.Location(name)
	if err != nil {
		panic(err)
	}
	return loc
}

// atTwo is an interview on Thursday, 12 November at 14:00 in a zone, for an hour, with Dan and Marco.
func atTwo(zone *time.Location) interview.Interview {
	start := time.Date(2026, 11, 12, 14, 0, 0, 0, zone)
	return interview.Interview{
		ID: "K7QF", State: interview.Scheduled, Company: "Northwind",
		Sessions:     []interview.Session{{Start: interview.At(start), End: interview.At(start.Add(time.Hour)), Zone: zone.String(), Interviewers: []string{"Dan Whitfield"}}},
		Interviewers: []interview.Person{{Name: "Dan Whitfield", Title: "CTO"}, {Name: "Marco Ruiz", Email: "marco@northwind.example"}},
	}
}

func TestTimes(t *testing.T) {
	rows := []struct{ name, said, want string }{
		{"a clock time alone is on the same day", "The time is 15:00.", "2026-11-12T15:00:00+01:00"},
		{"a label", "time: 3:30 pm", "2026-11-12T15:30:00+01:00"},
		{"a day alone keeps the hour", "it's on Friday", "2026-11-06T14:00:00+01:00"},
		{"a date alone keeps the hour", "The date is 13 November", "2026-11-13T14:00:00+01:00"},
		{"day and time", "It moved to Monday, 16 November at 9:30", "2026-11-16T09:30:00+01:00"},
		{"another zone, named", "the time is 10:00 EST", "2026-11-12T10:00:00-05:00"},
		{"a zone by itself keeps the clock", "zone: America/New_York", "2026-11-12T14:00:00-05:00"},
		{"a zone as people say it", "the zone is EST", "2026-11-12T14:00:00-05:00"},
		{"time and zone in two lines", "time: 11:00\nzone: Europe/London", "2026-11-12T11:00:00Z"},
		{"one time and not another", "It's at 15:00, not 14:00", "2026-11-12T15:00:00+01:00"},
		{"the old one first", "14:00 -> 16:00", "2026-11-12T16:00:00+01:00"},
		{"below a greeting and above thanks", "Hi,\n\nit is at 4 pm\n\nThanks", "2026-11-12T16:00:00+01:00"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			r := Read(row.said, atTwo(berlin), now, berlin)
			if len(r.Fix.Sessions) != 1 || len(r.Unclear) > 0 {
				t.Fatalf("%+v", r)
			}
			s := r.Fix.Sessions[0]
			if s.Start.String() != row.want || s.End.Time.Sub(s.Start.Time) != time.Hour || s.ZoneAssumed {
				t.Errorf("%s to %s, want %s for an hour", s.Start, s.End, row.want)
			}
		})
	}
}

func TestARangeSetsTheEnd(t *testing.T) {
	r := Read("time: 15:00-15:45", atTwo(berlin), now, berlin)
	if len(r.Fix.Sessions) != 1 || r.Fix.Sessions[0].End.String() != "2026-11-12T15:45:00+01:00" {
		t.Errorf("%+v", r)
	}
}

func TestADayOfSeveralConversationsMovesAsAWhole(t *testing.T) {
	iv := atTwo(berlin)
	second := iv.Sessions[0]
	second.Start, second.End = interview.At(second.Start.Time.Add(90*time.Minute)), interview.At(second.End.Time.Add(90*time.Minute))
	iv.Sessions = append(iv.Sessions, second)
	r := Read("It moved to 10:00", iv, now, berlin)
	if len(r.Fix.Sessions) != 2 || r.Fix.Sessions[1].Start.String() != "2026-11-12T11:30:00+01:00" {
		t.Errorf("%+v", r)
	}
}

func TestPeople(t *testing.T) {
	rows := []struct {
		name, said string
		want       []string
	}{
		{"a name that was read wrongly", "It's Dana Whitfield, not Dan.", []string{"Dana Whitfield, CTO", "Marco Ruiz, marco@northwind.example"}},
		{"the other way round", "not Dan but Dana Whitfield", []string{"Dana Whitfield, CTO", "Marco Ruiz, marco@northwind.example"}},
		{"an arrow", "Dan -> Dana Whitfield", []string{"Dana Whitfield, CTO", "Marco Ruiz, marco@northwind.example"}},
		{"somebody more", "add Priya Nair <priya@northwind.example>, Staff Engineer", []string{"Dan Whitfield, CTO", "Marco Ruiz, marco@northwind.example", "Priya Nair, Staff Engineer, priya@northwind.example"}},
		{"a title with a joint in it", "add: June Ode <june@northwind.example> (Head of Research and Development)", []string{"Dan Whitfield, CTO", "Marco Ruiz, marco@northwind.example", "June Ode, Head of Research and Development, june@northwind.example"}},
		{"two with titles", "add: June Ode (Head of Data) and Al Roe (Analyst)", []string{"Dan Whitfield, CTO", "Marco Ruiz, marco@northwind.example", "June Ode, Head of Data", "Al Roe, Analyst"}},
		{"an address", "add: Dan Whitfield <dan@northwind.example>", []string{"Dan Whitfield, CTO, dan@northwind.example", "Marco Ruiz, marco@northwind.example"}},
		{"somebody less", "Remove Marco", []string{"Dan Whitfield, CTO"}},
		{"all of them anew", "with: Dan Whitfield, Ana Pereira and Li Wei", []string{"Dan Whitfield, CTO", "Ana Pereira", "Li Wei"}},
		{"two lines", "remove Dan\nadd Ann van der Berg", []string{"Marco Ruiz, marco@northwind.example", "Ann van der Berg"}},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			r := Read(row.said, atTwo(berlin), now, berlin)
			var got []string
			for _, p := range r.Fix.Interviewers {
				got = append(got, strings.Join(slices.DeleteFunc([]string{p.Name, p.Title, p.Email}, func(s string) bool { return s == "" }), ", "))
			}
			if !slices.Equal(got, row.want) {
				t.Errorf("%v, want %v (%+v)", got, row.want, r)
			}
		})
	}
}

func TestTheRest(t *testing.T) {
	rows := []struct {
		name, said string
		want       interview.Fix
	}{
		{"by video", "it is by video", interview.Fix{Format: interview.Video}},
		{"a call", "It's a phone call", interview.Fix{Format: interview.Phone}},
		{"in person", "It's in person", interview.Fix{Format: interview.Onsite}},
		{"an address", "place: 12 High Street, Leeds", interview.Fix{Location: "12 High Street, Leeds"}},
		{"an address in a sentence", "The address is 12 High Street, Leeds", interview.Fix{Location: "12 High Street, Leeds"}},
		{"a link", "link: https://meet.google.com/abc-defg-hij", interview.Fix{Link: "https://meet.google.com/abc-defg-hij"}},
		{"a number", "the phone number is +49 30 1234567", interview.Fix{Phone: "+49 30 1234567"}},
		{"a company", "The company is Contoso Ltd", interview.Fix{Company: "Contoso Ltd"}},
		{"a role", "role: Ward Manager", interview.Fix{Role: "Ward Manager"}},
		{"a round in words", "it's the third round", interview.Fix{Round: 3}},
		{"a round in figures", "round: 2", interview.Fix{Round: 2}},
		{"two in one line", "The company is Contoso. It's the third interview.", interview.Fix{Company: "Contoso", Round: 3}},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			r := Read(row.said, atTwo(berlin), now, berlin)
			f := r.Fix
			if f.Format != row.want.Format || f.Location != row.want.Location || f.Link != row.want.Link || f.Phone != row.want.Phone ||
				f.Company != row.want.Company || f.Role != row.want.Role || f.Round != row.want.Round || f.Sessions != nil || f.Interviewers != nil {
				t.Errorf("%+v", r)
			}
		})
	}
}

func TestWhatIsUnclearIsNotFollowed(t *testing.T) {
	rows := []struct {
		name, said string
		want       Reason
	}{
		{"a complaint", "The time is wrong.", NoValue},
		{"another complaint", "this is not right", NoValue},
		{"a label without a value", "time:", NoValue},
		{"no time", "time: as always", NoTime},
		{"two times", "the time is 15:00 or 16:00", NoTime},
		{"a zone that is none", "zone: over there", NoZone},
		{"nobody of that name", "remove Peter", NoPerson},
		{"nobody would be left", "with: 12", NoName},
		{"a time that is over", "The date is 2 November 2026", Over},
		{"no round", "round: next", NoValue},
		{"no link", "link: ask Dan", NoLink},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			r := Read(row.said, atTwo(berlin), now, berlin)
			if len(r.Unclear) != 1 || r.Unclear[0].Reason != row.want || r.Found() {
				t.Errorf("%+v, want %q", r, row.want)
			}
		})
	}
}

func TestABareTimeInTwoZonesIsAskedBack(t *testing.T) {
	r := Read("The time is 15:00", atTwo(newYork), now, berlin)
	if len(r.Unclear) != 1 || r.Unclear[0].Reason != OtherZone {
		t.Errorf("%+v", r)
	}
	if r := Read("the time is 15:00 New York time", atTwo(newYork), now, berlin); len(r.Fix.Sessions) != 1 {
		t.Errorf("with the zone: %+v", r)
	}
	if r := Read("It's on Friday", atTwo(newYork), now, berlin); len(r.Fix.Sessions) != 1 || r.Fix.Sessions[0].Start.String() != "2026-11-06T14:00:00-05:00" {
		t.Errorf("a day alone: %+v", r)
	}
}

func TestWhatIsNoCorrection(t *testing.T) {
	for _, said := range []string{
		"Is it at 15:00?", "Dana asked about the estimate and I had no good answer.", "I am looking forward to it", "It's a pity that Marco does not come",
		"It is going to be fine", "it's the best company I know", "worked: the story about the migration", "Thanks, this is very helpful!",
		"The company is great and the job is fun", "the role is interesting", "posting: we need streaming experience", "it was at 14:00 last time", "It's not clear to me who Marco is", "",
	} {
		if r := Read(said, atTwo(berlin), now, berlin); r.Found() || len(r.Unclear) > 0 {
			t.Errorf("%q: %+v", said, r)
		}
	}
}

func TestDropAndTakeUp(t *testing.T) {
	if r := Read("Hello,\nThis is not an interview.\n", atTwo(berlin), now, berlin); !r.Drop {
		t.Errorf("%+v", r)
	}
	if r := Read("it is an interview after all", atTwo(berlin), now, berlin); !r.TakeUp {
		t.Errorf("%+v", r)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"the time is 15:00", "add A <a@b.c>", "zone: EST", "it's Dana, not Dan", "a;b. time: 3pm", ". . . it's"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, own string) {
		iv := atTwo(berlin)
		r := Read(own, iv, now, berlin)
		for _, s := range r.Fix.Sessions {
			if s.Start.IsZero() {
				t.Errorf("%q gives a session without a time", own)
			}
		}
		for _, p := range r.Fix.Interviewers {
			if p.Name == "" {
				t.Errorf("%q gives a person without a name", own)
			}
		}
	})
}
