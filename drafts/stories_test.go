package drafts

import (
	"testing"
	"time"

	"roundtwo/interview"
)

// The people and days that the tests tell of: Lena in Berlin talks to a company in New York, has an interview on site and
// one by phone, and two rounds at one company.

func zone(name string) *time.Location {
	l, err := interview.Location(name)
	if err != nil {
		panic(err)
	}
	return l
}

var (
	berlin  = zone("Europe/Berlin")
	newYork = zone("America/New_York")
)

func lena() Profile {
	return Profile{Name: "Lena Hartmann", Address: "lena@hartmann.example", Zone: berlin, British: true, Hours24: true}
}

func at(zone *time.Location, month time.Month, day, hour, minute int) interview.Moment {
	return interview.At(time.Date(2026, month, day, hour, minute, 0, 0, zone))
}

var (
	dana  = interview.Person{Name: "Dana Whitfield", Title: "VP Engineering", Email: "dana@northwind.example"}
	marco = interview.Person{Name: "Marco Silva", Title: "Staff Data Engineer", Email: "marco.silva@northwind.example"}
	june  = interview.Person{Name: "June Okafor", Title: "Engineering Manager, Data Platform", Email: "june@northwind.example"}
	theo  = interview.Person{Name: "Theo Lindqvist", Title: "Product Analyst"}
	priya = interview.Person{Name: "Priya Nair", Title: "Recruiter", Email: "priya@northwind.example"}
)

// firstRound is the call with the recruiter and June three weeks before.
func firstRound() interview.Interview {
	return interview.Interview{
		ID: "M3QD", Candidate: "lena", State: interview.Held, Round: 1, Company: "Northwind Traders", Role: "Senior Data Engineer",
		Sessions:     []interview.Session{{Start: at(newYork, 11, 11, 10, 0), End: at(newYork, 11, 11, 10, 30), Zone: "America/New_York", Interviewers: []string{june.Name}}},
		Interviewers: []interview.Person{june}, Sender: priya, Format: interview.Video, Link: "https://zoom.example/j/998",
	}
}

// panelRound is the second round: four people, four conversations, times of New York.
func panelRound() interview.Interview {
	s := func(hour, minute, length int, topic string, people ...string) interview.Session {
		start := at(newYork, 12, 3, hour, minute)
		return interview.Session{Start: start, End: interview.At(start.Time.Add(time.Duration(length) * time.Minute)), Zone: "America/New_York", Interviewers: people, Topic: topic}
	}
	return interview.Interview{
		ID: "K7QF", Candidate: "lena", State: interview.Scheduled, Round: 2, Company: "Northwind Traders", Role: "Senior Data Engineer",
		Sessions: []interview.Session{
			s(9, 0, 45, "System design", dana.Name),
			s(9, 45, 45, "Live coding in SQL", marco.Name, theo.Name),
			s(10, 45, 45, "Working together", june.Name),
		},
		Interviewers: []interview.Person{dana, marco, theo, june}, Sender: priya, Format: interview.Video,
		Link: "https://zoom.example/j/123456789?pwd=Qk9", Bring: []string{"a laptop with a SQL client"},
		Subject: "Your second interview at Northwind", ReplyTo: "a1@northwind.example", UID: "rt-k7qf@hartmann.example",
		RespondBy: interview.Moment{Time: time.Date(2026, 11, 27, 0, 0, 0, 0, newYork), DateOnly: true},
	}
}

func onsiteRound() interview.Interview {
	return interview.Interview{
		ID: "P2WX", Candidate: "lena", State: interview.Scheduled, Round: 2, Company: "Contoso Klinik", Role: "Ward Manager",
		Sessions:     []interview.Session{{Start: at(berlin, 12, 8, 11, 0), Zone: "Europe/Berlin", ZoneAssumed: true, Interviewers: []string{"Karin Vogt", "Ahmed Rahimi"}}},
		Interviewers: []interview.Person{{Name: "Karin Vogt", Title: "Head of Nursing"}, {Name: "Ahmed Rahimi", Title: "HR Partner", Email: "rahimi@contoso.example"}},
		Sender:       interview.Person{Name: "Ahmed Rahimi", Email: "rahimi@contoso.example"}, Format: interview.Onsite,
		Location: "Seestraße 14, 13353 Berlin, 3rd floor, room 3.07", Bring: []string{"photo ID", "certificates"},
	}
}

func phoneRound() interview.Interview {
	return interview.Interview{
		ID: "T9RB", Candidate: "lena", State: interview.Scheduled, Company: "Fabrikam", Role: "Analyst",
		Sessions: []interview.Session{{Start: at(zone("Europe/London"), 12, 4, 15, 30), End: at(zone("Europe/London"), 12, 4, 16, 0), Zone: "Europe/London"}},
		Sender:   interview.Person{Name: "Jobs", Email: "no-reply@fabrikam.example"}, Format: interview.Phone, Phone: "+44 20 7946 0018",
	}
}

func fact(id string, person interview.Person, kind interview.FactKind, text string) interview.Fact {
	at := time.Date(2026, 12, 3, 18, 0, 0, 0, berlin)
	if id == "M3QD" {
		at = time.Date(2026, 11, 11, 18, 0, 0, 0, berlin)
	}
	return interview.Fact{Candidate: "lena", Company: "Northwind Traders", Interview: id, Person: person.Name, Kind: kind, Text: text, At: at}
}

var nobody interview.Person

// memoryOfFirst is what she said after the first round.
func memoryOfFirst() interview.Memory {
	id := "M3QD"
	return interview.Memory{Earlier: []interview.Interview{firstRound()}, Facts: []interview.Fact{
		fact(id, june, interview.Discussed, "we talked about how the team moved the nightly jobs to streaming"),
		fact(id, june, interview.AskedHer, "how I keep a backlog of data fixes short"),
		fact(id, nobody, interview.Struggled, "the question about schema changes without downtime; I rambled"),
		fact(id, nobody, interview.Worked, "the story of the on-call rota"),
		fact(id, nobody, interview.Unsaid, "I should have said that I ran the on-call rota for two years"),
		fact(id, june, interview.Told, "the Kafka migration at Lamna"),
		fact(id, june, interview.Problem, "late data from the warehouses in the night"),
		fact(id, nobody, interview.AskNext, "Who decides what the data team works on?"),
		fact(id, nobody, interview.AskNext, "How is on-call paid for?"),
		fact(id, june, interview.SheAsked, "How large is the team? -> six people, two of them new"),
		fact(id, nobody, interview.Feedback, "go deeper on testing"),
	}}
}

func panelFacts(facts ...interview.Fact) Facts {
	m := memoryOfFirst()
	m.Facts = append(m.Facts, facts...)
	return Facts{
		Candidate: lena(), Interview: panelRound(), Memory: m, Ref: "K7QF", AnswerTo: "lena+rt@hartmann.example",
		Now: time.Date(2026, 11, 30, 9, 0, 0, 0, berlin), Hold: 10 * time.Minute,
		Evidence: map[string]string{
			"sessions[0].start": "Thursday, December 3 at 9:00am ET", "company": "Northwind Traders", "role": "Senior Data Engineer",
			"interviewers": "Dana Whitfield (VP Engineering)", "link": "https://zoom.example/j/123456789?pwd=Qk9", "format": "over Zoom",
		},
		Provenance: "Priya Nair's mail of 24 November, forwarded by you", Calendar: []byte("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
	}
}

func writer(t testing.TB) *Writer {
	t.Helper()
	w, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// threeLines is a debrief of three lines.
func threeLines() []interview.Fact {
	id := "K7QF"
	return []interview.Fact{
		fact(id, dana, interview.Discussed, "we talked about moving the order pipeline off the nightly batch"),
		fact(id, nobody, interview.Reason, "I like to work close to the people who use the data"),
		fact(id, nobody, interview.Unsaid, "I forgot to say that I led the move of forty reports to dbt"),
	}
}

// aPage is a debrief of a page: something of everybody, and things that must never go into a note.
func aPage() []interview.Fact {
	id := "K7QF"
	return append(threeLines(),
		fact(id, dana, interview.Problem, "late data from the warehouses makes the morning report wrong twice a week"),
		fact(id, dana, interview.Told, "the story of the Kafka migration at Lamna"),
		fact(id, dana, interview.Offered, "the slides about the migration"),
		fact(id, marco, interview.AskedHer, "he asked how I would find out which query blocks the others"),
		fact(id, marco, interview.Discussed, "window functions over late events. I think he was bored. We also spoke about salary at the end!"),
		fact(id, marco, interview.Worked, "explained the query plan line by line"),
		fact(id, theo, interview.Discussed, "how the analysts test a metric before it goes to the shops"),
		fact(id, theo, interview.SheAnswered, "I would let the analyst write the check and run it with every load"),
		fact(id, june, interview.Discussed, "talked about the rota, and how new people join it after three months"),
		fact(id, june, interview.Reason, "because the team writes down its decisions"),
		fact(id, june, interview.Unsaid, "wrote the handbook for the rota at Lamna"),
		fact(id, nobody, interview.Struggled, "I froze at the second coding task"),
		fact(id, nobody, interview.Decision, "4 of 5"),
		fact(id, nobody, interview.Story, "S: two teams wanted the same table\nT: one definition\nA: I brought both into one room and wrote down every rule\nR: the two reports have agreed since March"),
		fact(id, nobody, interview.Discussed, "She said her predecessor was fired, which is confidential, and the office at https://northwind.example/office is nice"),
	)
}

// notesFor writes the notes to everybody who is owed one, each knowing the ones before.
func notesFor(t testing.TB, w *Writer, f Facts) []interview.Note {
	t.Helper()
	var notes []interview.Note
	for i, p := range Recipients(f) {
		f.Notes = notes
		n, err := w.Note(interview.ThankYou, p, f)
		if err != nil {
			t.Fatal(err)
		}
		n.Number, n.State = i+1, interview.Asked
		notes = append(notes, n)
	}
	return notes
}
