package drafts

import (
	"fmt"
	"time"

	"roundtwo/interview"
)

// rehearse writes every letter and note once, from an interview of which all is known and from one of which nothing is,
// so that a template or an item that names what does not exist is refused at the start, not on the day it is needed.
func (w *Writer) rehearse() error {
	for _, f := range []Facts{everything(), asking(), {Now: rehearsalDay}} {
		for _, k := range Kinds() {
			if _, err := w.Write(k, f); err != nil {
				return err
			}
		}
		for _, k := range []interview.NoteKind{interview.ThankYou, interview.FollowUp, interview.Acceptance, interview.Enquiry} {
			if _, err := w.Note(k, interview.Person{Name: "Ada King"}, f); err != nil {
				return err
			}
		}
	}
	return w.advice.rehearse(w.view(Checklist, everything()))
}

// rehearse writes every item, whether it applies or not.
func (a *advice) rehearse(v *view) error {
	for _, i := range a.Items {
		if _, err := i.write(v); err != nil {
			return err
		}
	}
	return nil
}

var rehearsalDay = time.Date(2030, 1, 8, 9, 0, 0, 0, time.UTC)

// everything fills every field once.
func everything() Facts {
	start := interview.At(rehearsalDay.Add(48 * time.Hour))
	person := interview.Person{Name: "Ada King", Title: "Manager", Email: "ada@example.com"}
	s := interview.Session{Start: start, End: interview.At(start.Time.Add(time.Hour)), Zone: "UTC", ZoneAssumed: true, Interviewers: []string{person.Name}, Topic: "coding"}
	iv := interview.Interview{
		ID: "AAAA", State: interview.Scheduled, Round: 2, Company: "Example", Role: "Engineer", Sessions: []interview.Session{s, s},
		Options: []interview.Session{s}, Interviewers: []interview.Person{person}, Sender: interview.Person{Name: "Bo", Email: "bo@example.com"},
		Format: interview.Video, Location: "here", Link: "https://example.com/", Phone: "+1 555 0100", RespondBy: start, Bring: []string{"ID"},
		Warnings: []string{"money is asked for"}, Tentative: true, Subject: "Interview", HearBack: start,
		Conflicts: []interview.Conflict{{Field: "start", Readings: []string{"one", "two"}, Sessions: []interview.Session{s, s}}},
	}
	was := iv
	was.Location, was.Interviewers = "there", nil
	f := Facts{
		Candidate: Profile{Name: "Cy", Address: "cy@example.com", Choices: true, Rehearse: true, Schools: []string{"School"}, CV: []string{"line"}, Criteria: []string{"people"}, Proofs: []string{"one"}},
		Interview: iv, Before: &was, Ref: "AAAA", AnswerTo: "cy@example.com", AnswerID: "x@example.com", Now: rehearsalDay,
		Expires: start.Time, Hold: 10 * time.Minute, Evidence: map[string]string{"company": "Example"}, Provenance: "a mail",
		Calendar: []byte("BEGIN:VCALENDAR"), Receipt: []string{"done"}, Refusal: "no", Transcript: []string{"seen"}, List: []interview.Interview{iv},
		Notes: []interview.Note{{Kind: interview.ThankYou, State: interview.Approved, To: person, Subject: "s", Text: "Dear Ada,\n\nThank you [x].\n\nCy\n", Blanks: []string{"x"}, Sources: []interview.Source{{Sentence: "s", Facts: []string{"f"}}}, Reply: "550", Raw: []byte("x")}},
	}
	earlier := iv
	earlier.ID, earlier.Round = "BBBB", 1
	f.Memory.Earlier = []interview.Interview{earlier}
	for i, k := range allKinds {
		f.Memory.Facts = append(f.Memory.Facts, interview.Fact{Interview: []string{"AAAA", "BBBB"}[i%2], Person: person.Name, Kind: k, Text: fmt.Sprintf("School and number %d", i), At: rehearsalDay})
	}
	return f
}

// asking is everything, as a message of which she is asked whether it was read rightly.
func asking() Facts {
	f := everything()
	iv := f.Interview
	n := interview.Notice{Kind: interview.Invitation, Company: iv.Company, Sender: iv.Sender, Sessions: iv.Sessions, Options: iv.Options, Conflicts: iv.Conflicts}
	n.Conflicts = []interview.Conflict{{Field: "start", Readings: []string{"one", "two"}, Sessions: []interview.Session{iv.Sessions[0], {Start: interview.At(rehearsalDay)}}}}
	iv.State, iv.Reading = interview.Suspected, &interview.Reading{Notice: n, Stranger: true, From: "a mail", Asked: rehearsalDay}
	f.Interview, f.List = iv, []interview.Interview{iv}
	return f
}

var allKinds = []interview.FactKind{
	interview.Discussed, interview.AskedHer, interview.SheAnswered, interview.Struggled, interview.Worked, interview.Unsaid,
	interview.Concern, interview.Told, interview.AskNext, interview.SheAsked, interview.Problem, interview.Met, interview.HearBackBy,
	interview.Reason, interview.Feedback, interview.Delivery, interview.Channel, interview.Story, interview.Offered,
	interview.Research, interview.Posting, interview.Decision, interview.Opening,
}
