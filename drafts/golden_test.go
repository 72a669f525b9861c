package drafts

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"roundtwo/interview"
)

var update = flag.Bool("update", false, "write the golden files anew: go test ./drafts -run Golden -update; then read the difference")

// letterCase is one letter whose both parts are kept in testdata.
type letterCase struct {
	name  string
	kind  Kind
	facts Facts
}

func goldenCases(t testing.TB, w *Writer) []letterCase {
	afterwards := panelFacts(aPage()...)
	afterwards.Now = time.Date(2026, 12, 3, 20, 0, 0, 0, berlin)
	afterwards.Interview.State = interview.Held
	afterwards.Calendar = nil
	request := afterwards
	request.Notes = notesFor(t, w, afterwards)
	request.Expires = time.Date(2026, 12, 6, 20, 0, 0, 0, berlin)
	empty := panelFacts()
	empty.Memory = interview.Memory{}
	empty.Now, empty.Calendar = afterwards.Now, nil
	emptyRequest := empty
	emptyRequest.Notes = notesFor(t, w, empty)
	emptyRequest.Now = afterwards.Now.Add(40 * time.Hour)

	var out []letterCase
	add := func(name string, kind Kind, f Facts) { out = append(out, letterCase{name, kind, f}) }
	add("checklist-panel", Checklist, panelFacts())
	add("checklist-onsite", Checklist, onsiteFacts())
	add("checklist-phone", Checklist, phoneFacts())
	add("preparation", Preparation, panelFacts())
	add("changed", Changed, changedFacts())
	corrected := changedFacts()
	corrected.Corrected = true
	add("changed-corrected", Changed, corrected)
	add("cancelled", Cancelled, panelFacts())
	add("options", Choice, optionsFacts())
	add("question", Question, questionFacts())
	add("question-reading", Question, readingFacts())
	add("questions", Questions, doubtsFacts())
	day := panelFacts()
	day.Now = time.Date(2026, 12, 2, 15, 0, 0, 0, berlin)
	add("reminder-day", Reminder, day)
	hours := onsiteFacts()
	hours.Now = time.Date(2026, 12, 8, 8, 0, 0, 0, berlin)
	add("reminder-hours", Reminder, hours)
	debrief := afterwards
	debrief.Candidate.Criteria = []string{"people I can learn from", "two days at home"}
	add("debrief", Debrief, debrief)
	add("request", Request, request)
	add("request-empty", Request, emptyRequest)
	late := request
	late.Now = afterwards.Now.Add(30 * time.Hour)
	add("request-reminder", RequestReminder, late)
	add("receipt", Receipt, receiptFacts(request))
	add("refusal", Refusal, refusalFacts(request))
	add("status", Status, listFacts())
	add("help", Help, listFacts())
	add("digest", Digest, listFacts())
	add("failed", Failed, failedFacts(request))
	add("unknown", Unknown, failedFacts(request))
	calendar := panelFacts()
	calendar.Refusal = "the server answered 507, no space left"
	add("calendar", Calendar, calendar)
	add("handover", Handover, handoverFacts(request))
	return out
}

func onsiteFacts() Facts {
	p := lena()
	p.Proofs = []string{"Ran a ward of 24 beds for three years", "Cut agency shifts by a third", "Trained nine new nurses"}
	return Facts{Candidate: p, Interview: onsiteRound(), Ref: "P2WX", AnswerTo: p.Address, Now: time.Date(2026, 12, 7, 10, 0, 0, 0, berlin)}
}

func phoneFacts() Facts {
	p := Profile{Name: "Lena Hartmann", Address: "lena@hartmann.example", Zone: newYork}
	return Facts{Candidate: p, Interview: phoneRound(), Ref: "T9RB", AnswerTo: p.Address, Now: time.Date(2026, 12, 1, 10, 0, 0, 0, newYork)}
}

func changedFacts() Facts {
	f := panelFacts()
	was := f.Interview
	f.Before = &was
	f.Interview.Sessions = []interview.Session{{Start: at(newYork, 12, 7, 13, 0), End: at(newYork, 12, 7, 14, 0), Zone: "America/New_York", Interviewers: []string{dana.Name, "Ngozi Bello"}}}
	f.Evidence = map[string]string{"sessions[0].start": "Monday, December 7, 1:00pm to 2:00pm ET"}
	f.Interview.Interviewers = []interview.Person{dana, {Name: "Ngozi Bello", Title: "Chief Data Officer"}}
	return f
}

func optionsFacts() Facts {
	f := panelFacts()
	f.Interview.State, f.Interview.Sessions = interview.Proposed, nil
	for _, day := range []int{7, 8, 9} {
		f.Interview.Options = append(f.Interview.Options, interview.Session{Start: at(newYork, 12, day, 14, 0), End: at(newYork, 12, day, 15, 0), Zone: "America/New_York"})
	}
	other := onsiteRound()
	other.Sessions[0].Start = at(berlin, 12, 8, 19, 30)
	f.List = []interview.Interview{other}
	return f
}

func questionFacts() Facts {
	f := panelFacts()
	f.Interview.State, f.Interview.Sessions = interview.Suspected, nil
	f.Interview.Conflicts = []interview.Conflict{{Field: "zone", Readings: []string{"the text says 2:00pm ET", "the calendar part says 14:00 in Berlin"}, Sessions: []interview.Session{
		{Start: at(newYork, 12, 3, 14, 0), Zone: "America/New_York"}, {Start: at(berlin, 12, 3, 14, 0), Zone: "Europe/Berlin"}}}}
	return f
}

// readingFacts is a message of which it is not sure that it was read rightly, with two contradictions.
func readingFacts() Facts {
	f := panelFacts()
	was := f.Interview
	f.Before, f.Calendar = &was, nil
	s := interview.Session{Start: at(newYork, 12, 4, 14, 0), End: at(newYork, 12, 4, 15, 0), Zone: "America/New_York", Interviewers: []string{dana.Name}}
	n := interview.Notice{
		Kind: interview.Reschedule, Company: f.Interview.Company, Sender: interview.Person{Name: "HR Desk", Email: "desk@northwind-hr.example"}, Sessions: []interview.Session{s},
		Conflicts: []interview.Conflict{
			{Field: "zone", Readings: []string{"the text says 2:00pm ET", "the calendar part says 14:00 in Berlin; a program that trusts its time zone shows them that"},
				Sessions: []interview.Session{s, {Start: at(berlin, 12, 4, 14, 0), Zone: "Europe/Berlin"}}},
			{Field: "weekday", Readings: []string{"the 4th", "the Thursday"}, Sessions: []interview.Session{s, {Start: at(newYork, 12, 3, 14, 0), Zone: "America/New_York"}}},
		},
	}
	f.Interview.State = interview.Suspected
	f.Interview.Reading = &interview.Reading{Notice: n, About: was.ID, Stranger: true, Asked: f.Now}
	f.Interview = f.Interview.Read()
	f.Evidence = map[string]string{"sessions[0].start": "Friday, December 4, 2:00pm ET", "company": "Northwind"}
	return f
}

func doubtsFacts() Facts {
	f := Facts{Candidate: lena(), Ref: "LMNP", AnswerTo: "lena@hartmann.example", Now: time.Date(2026, 11, 30, 9, 0, 0, 0, berlin)}
	one := readingFacts().Interview
	two := onsiteRound()
	two.State, two.Tentative = interview.Suspected, true
	two.Reading = &interview.Reading{Notice: interview.Notice{Kind: interview.Invitation, Company: two.Company, Sessions: two.Sessions}, From: "the mail of 27 November"}
	three := phoneRound()
	three.State = interview.Suspected
	three.Reading = &interview.Reading{Notice: interview.Notice{Kind: interview.Cancellation, Company: three.Company}}
	f.List = []interview.Interview{one, two, three.Read()}
	return f
}

func receiptFacts(f Facts) Facts {
	f.Receipt = []string{"3 messages approved, as they were shown to you", "the note to Priya Nair was skipped"}
	f.Notes = append([]interview.Note(nil), f.Notes...)
	for i := range f.Notes {
		if f.Notes[i].State = interview.Approved; len(f.Notes[i].Blanks) > 0 {
			f.Notes[i].State = interview.Asked
		}
	}
	f.Notes[len(f.Notes)-1].State = interview.Declined
	return f
}

func refusalFacts(f Facts) Facts {
	f.Refusal = "I could not read a plain command in the first line of your answer."
	return f
}

func listFacts() Facts {
	f := Facts{Candidate: lena(), AnswerTo: "lena@hartmann.example", Now: time.Date(2026, 11, 30, 9, 0, 0, 0, berlin)}
	f.List = []interview.Interview{panelRound(), onsiteRound(), phoneRound(), firstRound()}
	f.Transcript = []string{"\"Your application\" from jobs@contoso.example, Tuesday 24 November: a receipt, no interview is named", "\"Coffee?\" from Sam Roe, Thursday 26 November: no company, no time"}
	return f
}

func failedFacts(f Facts) Facts {
	n := f.Notes[0]
	n.State, n.Reply = interview.Failed, "550 5.1.1 <dana@northwind.example>: user unknown"
	f.Notes = []interview.Note{n}
	return f
}

func handoverFacts(f Facts) Facts {
	f = failedFacts(f)
	f.Notes[0].State, f.Notes[0].Reply, f.Notes[0].Raw = interview.Approved, "", []byte("Subject: x\r\n\r\nx\r\n")
	return f
}

func TestGoldenLetters(t *testing.T) {
	w := writer(t)
	for _, c := range goldenCases(t, w) {
		t.Run(c.name, func(t *testing.T) {
			l, err := w.Write(c.kind, c.facts)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, c.name+".txt", "Subject: "+l.Subject+"\n\n"+l.Text)
			compare(t, c.name+".html", l.HTML)
		})
	}
}

func compare(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run with -update", err)
	}
	if got != string(want) {
		t.Errorf("%s differs from the golden file; run with -update and read the difference\n%s", name, got)
	}
}
