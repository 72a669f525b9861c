package store

import (
	"context"
	"reflect"
	"testing"
	"time"

	"roundtwo/interview"
)

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := interview.Location(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// onsite is an interview with every field filled.
func onsite(t *testing.T) interview.Interview {
	ny, kolkata := zone(t, "America/New_York"), zone(t, "UTC+05:30")
	return interview.Interview{
		ID: "K7QF", Candidate: "ada", State: interview.Scheduled, Round: 2, Company: "Acme, Inc.", Role: "Engineer",
		Sessions: []interview.Session{
			{Start: interview.At(time.Date(2027, 3, 12, 14, 0, 0, 0, ny)), Zone: "America/New_York",
				End: interview.At(time.Date(2027, 3, 12, 14, 45, 0, 0, ny)), Interviewers: []string{"Dana Li"}, Topic: "Design"},
			{Start: interview.Moment{Time: time.Date(2027, 3, 15, 0, 0, 0, 0, ny), DateOnly: true}, Zone: "America/New_York",
				ZoneAssumed: true}, // the day after the clocks change
		},
		Options:      []interview.Session{{Start: interview.At(time.Date(2027, 3, 11, 9, 30, 0, 0, kolkata)), Zone: "UTC+05:30"}},
		Interviewers: []interview.Person{{Name: "Dana Li", Title: "CTO", Email: "dana@acme.example"}},
		Sender:       interview.Person{Name: "Hal"}, Format: interview.Onsite, Location: "1 Main St", Link: "https://meet.example/1",
		Phone: "+1 212 555 0100", RespondBy: interview.Moment{Time: time.Date(2027, 3, 9, 0, 0, 0, 0, ny), DateOnly: true},
		Bring: []string{"passport"}, Warnings: []string{"the sender is new"}, Tentative: true,
		Conflicts: []interview.Conflict{{Field: "start", Readings: []string{"2 pm", "3 pm"},
			Sessions: []interview.Session{{Start: interview.At(time.Date(2027, 3, 12, 15, 0, 0, 0, ny)), Zone: "America/New_York"}}}},
		TheirUID: "x@acme.example", TheirSequence: 3, UID: "rt-1@example.org", Sequence: 2, Subject: "Second interview",
		ReplyTo: "m1@acme.example", Thread: []string{"m0@acme.example", "m1@acme.example"},
		Created: noon, Updated: noon.Add(time.Nanosecond), LastHeard: noon,
		HearBack: interview.At(time.Date(2027, 3, 19, 17, 0, 0, 0, ny)),
		Done:     map[interview.Reminder]time.Time{interview.DayBefore: noon, interview.NotesAsk: noon.Add(time.Hour)},
	}
}

func TestAnInterviewComesBackWhole(t *testing.T) {
	want := onsite(t)
	s := fresh(t)
	update(t, s, func(tx *Tx) error { return tx.SaveInterview(want) })
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = reopen(t, s.path)
	view(t, s, func(tx *Tx) error {
		got, found, err := tx.Interview("K7QF")
		if !found || err != nil {
			t.Fatalf("found %v, %v", found, err)
		}
		if !reflect.DeepEqual(unzoned(got), unzoned(want)) {
			t.Errorf("got  %+v\nwant %+v", unzoned(got), unzoned(want))
		}
		if g, w := clocks(got), clocks(want); !reflect.DeepEqual(g, w) {
			t.Errorf("the clocks say\n%q, want\n%q", g, w)
		}
		return nil
	})
}

// unzoned makes the instants comparable: the same zone may be another value after it was loaded again.
func unzoned(iv interview.Interview) interview.Interview {
	for _, m := range moments(&iv) {
		m.Time = m.Time.UTC()
	}
	return iv
}

// clocks is what the clocks of the interview's places say, with their zones' names.
func clocks(iv interview.Interview) (list []string) {
	for _, m := range moments(&iv) {
		list = append(list, m.String()+m.Time.Format(" 15:04 MST ")+m.Time.Location().String())
	}
	return list
}

// moments copies the sessions and points to all moments in them.
func moments(iv *interview.Interview) []*interview.Moment {
	list := []*interview.Moment{&iv.RespondBy, &iv.HearBack}
	for _, sessions := range []*[]interview.Session{&iv.Sessions, &iv.Options, &iv.Conflicts[0].Sessions} {
		*sessions = append([]interview.Session(nil), *sessions...)
		for i := range *sessions {
			list = append(list, &(*sessions)[i].Start, &(*sessions)[i].End)
		}
	}
	return list
}

func TestAnInterviewOfWhichNothingIsKnown(t *testing.T) {
	s := fresh(t)
	want := interview.Interview{ID: "K7QF", Candidate: "ada", State: interview.Suspected}
	update(t, s, func(tx *Tx) error { return tx.SaveInterview(want) })
	view(t, s, func(tx *Tx) error {
		got, _, err := tx.Interview("K7QF")
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
		if _, found, err := tx.Interview("MM22"); found || err != nil {
			t.Errorf("an interview that is not there: %v, %v", found, err)
		}
		return err
	})
}

func TestInterviewsOfACandidateOldestFirst(t *testing.T) {
	s := fresh(t)
	update(t, s, func(tx *Tx) error {
		for i, id := range []string{"C", "A", "B"} {
			iv := interview.Interview{ID: id, Candidate: "ada", State: interview.Closed, Created: noon.AddDate(0, 0, -i)}
			if err := tx.SaveInterview(iv); err != nil {
				return err
			}
		}
		return tx.SaveInterview(interview.Interview{ID: "G", Candidate: "grace", Created: noon})
	})
	view(t, s, func(tx *Tx) error {
		list, err := tx.Interviews("ada")
		if len(list) != 3 || list[0].ID != "B" || list[1].ID != "A" || list[2].ID != "C" {
			t.Errorf("got %+v, want B, A, C", list)
		}
		return err
	})
}

func TestAnInterviewStaysWithItsCandidate(t *testing.T) {
	s := fresh(t)
	keep(t, s, "K7QF")
	update(t, s, func(tx *Tx) error { // a change of her own is taken
		return tx.SaveInterview(interview.Interview{ID: "K7QF", Candidate: "ada", State: interview.Held})
	})
	err := s.Update(context.Background(), func(tx *Tx) error {
		return tx.SaveInterview(interview.Interview{ID: "K7QF", Candidate: "grace", State: interview.Cancelled})
	})
	if err == nil {
		t.Error("Grace took Ada's interview")
	}
	view(t, s, func(tx *Tx) error {
		got, _, err := tx.Interview("K7QF")
		if got.Candidate != "ada" || got.State != interview.Held {
			t.Errorf("got %+v", got)
		}
		return err
	})
}
