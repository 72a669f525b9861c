package daemon

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"roundtwo/interview"
	"roundtwo/parse"
)

// unsureOf weighs messages whose subject holds these words as not sure, and all others as they were read.
func unsureOf(words ...string) func(f *parse.Finding, take, ask float64) {
	return func(f *parse.Finding, _, _ float64) {
		for _, w := range words {
			if strings.Contains(f.Subject, w) {
				f.Decision = interview.Ask
			}
		}
	}
}

func beginUnsure(t *testing.T, words ...string) *scene {
	t.Helper()
	s := begin(t, "")
	s.weigh = unsureOf(words...)
	return s
}

// joined is a text with its lines joined.
func joined(text string) string { return strings.Join(strings.Fields(text), " ") }

func TestWhatIsNotSureIsAskedBeforeItCounts(t *testing.T) {
	s := beginUnsure(t, "Second interview")
	s.receive(inviteHeaders, inviteBody)
	l := s.expect("question")
	for _, want := range []string{"nothing of it counts before you say so", "Thursday, November 12, 2026, 14:00–15:00", "Dana Whitfield", "Northwind Traders", "“14:00 - 15:00 (Berlin time”", "stands in your calendar as tentative",
		"1 It was read rightly", "2 It is not an interview of mine"} {
		if !strings.Contains(joined(l.Text), want) {
			t.Errorf("the question does not say %q:\n%s", want, l.Text)
		}
	}
	if e := s.events(); len(e) != 1 || !strings.Contains(e[0], "STATUS:TENTATIVE") || !strings.Contains(e[0], "DTSTART:20261112T130000Z") {
		t.Errorf("the calendar before her answer: %q", e)
	}
	s.answer(l, "1")
	s.expect("checklist")
	if e := s.events(); len(e) != 1 || !strings.Contains(e[0], "STATUS:CONFIRMED") || !strings.Contains(e[0], "SEQUENCE:1") {
		t.Errorf("the calendar after it: %q", e)
	}
	s.pass(10*24*time.Hour + 7*time.Hour)
	s.expect("reminder", "reminder", "debrief") // as if it had been sure
}

func TestSheSaysThatItIsNone(t *testing.T) {
	for _, words := range []string{"2", "This is not an interview."} {
		s := beginUnsure(t, "Second interview")
		s.receive(inviteHeaders, inviteBody)
		s.answer(s.expect("question"), words)
		receipt := s.expect("receipt")
		if e := s.events(); len(e) != 1 || !strings.Contains(e[0], "STATUS:CANCELLED") {
			t.Errorf("%q: the calendar has %q", words, e)
		}
		s.receive(strings.Replace(inviteHeaders, "invite@", "again@", 1)+"\nIn-Reply-To: <invite@northwind.example>", inviteBody)
		s.expect() // the same once more is not asked again
		s.answer(receipt, "it is an interview")
		s.expect("checklist")
		if e := s.events(); len(e) != 1 || !strings.Contains(e[0], "STATUS:CONFIRMED") {
			t.Errorf("%q, and after all one: %q", words, e)
		}
	}
}

func TestSheCorrectsWhatWasNotSure(t *testing.T) {
	s := beginUnsure(t, "Second interview")
	s.receive(inviteHeaders, inviteBody)
	l := s.expect("question")
	s.answer(l, "the time is wrong")
	s.expect("refusal")
	s.answer(l, "hm, let me think")
	s.expect("refusal")
	s.answer(l, "time: Thursday 12 November 16:00\nadd: Lee Chan <lee@northwind.example>")
	s.expect("checklist")
	iv := s.interviews()[0]
	if e := s.events(); len(e) != 1 || !strings.Contains(e[0], "DTSTART:20261112T150000Z") || !strings.Contains(e[0], "CONFIRMED") || len(iv.Interviewers) != 3 {
		t.Errorf("%q, people %v", e, iv.Interviewers)
	}
	s.answer(l, "1") // the question is settled
	s.expect("refusal")
}

const movedHeaders = `From: Priya Nair <priya@northwind.example>
To: casey@home.example
Subject: Moved: Data Engineer at Northwind Traders
Date: Tue, 03 Nov 2026 09:05:00 +0100
Message-ID: <moved@northwind.example>
In-Reply-To: <invite@northwind.example>`

const movedBody = "Dear Casey,\n\nwe need to reschedule your interview. The new time is Friday, 13 November 2026, 10:00 - 11:00 (Berlin time).\n\nPriya\n"

func TestAKnownInterviewStandsUntilSheAnswers(t *testing.T) {
	s := beginUnsure(t, "Moved")
	s.receive(inviteHeaders, inviteBody)
	s.expect("checklist")
	s.receive(movedHeaders, movedBody)
	l := s.expect("question")
	if !strings.Contains(joined(l.Text), "It would change this interview, which stands as it is: Northwind Traders, Data Engineer, second interview, Thursday, November 12, 14:00") {
		t.Errorf("the question:\n%s", l.Text)
	}
	status := map[string]int{}
	for _, e := range s.events() {
		for _, w := range []string{"STATUS:CONFIRMED", "STATUS:TENTATIVE", "STATUS:CANCELLED"} {
			if strings.Contains(e, w) {
				status[w]++
			}
		}
	}
	if status["STATUS:CONFIRMED"] != 1 || status["STATUS:TENTATIVE"] != 1 {
		t.Errorf("the calendar: %v", status)
	}
	s.receive(strings.NewReplacer("moved@", "moved2@", "09:05", "10:05").Replace(movedHeaders), movedBody)
	s.expect() // the same news is not asked twice
	s.answer(l, "1")
	s.expect("changed")
	for _, e := range s.events() {
		if strings.Contains(e, "STATUS:CANCELLED") {
			continue
		}
		if !strings.Contains(e, "DTSTART:20261113T090000Z") || !strings.Contains(e, "STATUS:CONFIRMED") {
			t.Errorf("in the calendar: %q", e)
		}
	}
	s.pass(30 * 24 * time.Hour)
	for _, iv := range s.interviews() {
		if iv.State == interview.Suspected {
			t.Errorf("a question is left: %+v", iv)
		}
	}
}

func TestAnAnswerToAnOlderQuestionDoesNotCount(t *testing.T) {
	s := beginUnsure(t, "Moved")
	s.receive(inviteHeaders, inviteBody)
	s.expect("checklist")
	s.receive(movedHeaders, movedBody)
	old := s.expect("question")
	s.receive(strings.NewReplacer("moved@", "moved2@", "09:05", "10:05").Replace(movedHeaders), strings.Replace(movedBody, "10:00 - 11:00", "16:00 - 17:00", 1))
	s.expect("question")
	s.answer(old, "1")
	s.expect("refusal")
	for _, iv := range s.interviews() {
		if iv.State == interview.Scheduled && iv.Start().Hour() != 14 {
			t.Errorf("the interview moved to %s", iv.Start())
		}
	}
}

// A surer message says the same: there is nothing left to ask.
func TestASurerMessageSettlesTheQuestion(t *testing.T) {
	s := beginUnsure(t, "Moved")
	s.receive(inviteHeaders, inviteBody)
	s.expect("checklist")
	s.receive(movedHeaders, movedBody)
	s.expect("question")
	s.receive(strings.NewReplacer("moved@", "sure@", "Moved", "Second interview", "09:05", "10:05").Replace(movedHeaders), movedBody)
	s.expect("changed")
	for _, iv := range s.interviews() {
		if iv.Asks() {
			t.Errorf("still asked: %+v", iv.Reading)
		}
	}
	confirmed := 0
	for _, e := range s.events() {
		if strings.Contains(e, "STATUS:TENTATIVE") {
			t.Errorf("still tentative: %q", e)
		}
		if strings.Contains(e, "STATUS:CONFIRMED") {
			confirmed++
		}
	}
	if confirmed != 1 {
		t.Errorf("%d events stand", confirmed)
	}
}

// No answer: she is reminded once before the likely time, then nothing more comes.
func TestAQuestionWithoutAnAnswer(t *testing.T) {
	s := beginUnsure(t, "Second interview")
	s.receive(inviteHeaders, inviteBody)
	s.expect("question")
	s.pass(9*24*time.Hour + 6*time.Hour) // Wednesday afternoon
	again := s.expect("question")
	if !strings.Contains(joined(again.Text), "You have not answered this yet") {
		t.Errorf("the reminder:\n%s", again.Text)
	}
	s.pass(24 * time.Hour)
	s.expect() // no other question, no debrief
	if iv := s.interviews()[0]; iv.State != interview.Closed {
		t.Errorf("state %s", iv.State)
	}
	s.answer(again, "1") // late: it did take place
	s.pass(time.Hour)
	s.expect("debrief")
}

// unsureMail is one of many invitations, for a day of November at ten.
func unsureMail(company string, day int) (headers, body string) {
	at := time.Date(2026, 11, day, 10, 0, 0, 0, time.UTC)
	return fmt.Sprintf("From: Jo Berg <jo@%[1]s.example>\nTo: casey@home.example\nSubject: Second interview at %[1]s\nDate: Mon, 02 Nov 2026 09:05:00 +0100\nMessage-ID: <invite@%[1]s.example>", company),
		fmt.Sprintf("Dear Casey,\n\nwe would like to invite you to a second interview at %s.\n\nDate: %s\nTime: 10:00 - 11:00 (Berlin time)\nInterviewers: Jo Berg, Head of Data\nJoin: https://zoom.us/j/%d\n\nJo Berg\n%[1]s\n", company, at.Format("Monday, 2 January 2006"), 7000+day)
}

// Five come at once: the three most urgent get a letter each, the other two come in one, and one answer settles both.
func TestAFewQuestionsADayAndTheRestInOneLetter(t *testing.T) {
	s := beginUnsure(t, "Second interview")
	s.stop()
	for i, company := range []string{"Fabrikam", "Globex", "Initech", "Umbrella", "Contoso"} {
		headers, body := unsureMail(company, 24-i)
		s.check(s.world.Deliver(casey, inCRLF(headers+"\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"+body)))
	}
	s.start()
	list := s.expect("question", "question", "question", "questions")
	var states []string
	for _, iv := range s.interviews() {
		states = append(states, iv.Company+" "+string(iv.State))
	}
	if len(states) != 5 {
		t.Fatalf("interviews %q", states)
	}
	if !strings.Contains(list.Text, "Globex") || !strings.Contains(list.Text, "Fabrikam") || strings.Contains(list.Text, "Contoso") || strings.Index(list.Text, "Globex") > strings.Index(list.Text, "Fabrikam") {
		t.Errorf("the list:\n%s", list.Text)
	}
	s.answer(list, "1 9")
	s.expect("refusal")
	s.answer(list, "1 4") // Globex is one, Fabrikam is not
	s.expect("checklist", "receipt")
	for _, iv := range s.interviews() {
		want := map[string]interview.State{"Globex": interview.Scheduled, "Fabrikam": interview.Closed}[iv.Company]
		if want != "" && iv.State != want {
			t.Errorf("%s is %s", iv.Company, iv.State)
		}
	}
	s.answer(list, "2")
	s.expect("receipt") // changed since: she is told
	headers, body := unsureMail("Hooli", 26)
	s.receive(headers, body)
	s.expect() // of this day enough has been asked, and it is not urgent
	s.pass(24 * time.Hour)
	s.expect("question")
}

// The message contradicts itself twice, whatever the reader thinks of the rest: both are numbered questions of one letter.
func TestTwoContradictionsInOneLetter(t *testing.T) {
	s := begin(t, "")
	s.weigh = func(f *parse.Finding, _, _ float64) {
		if len(f.Sessions) != 1 {
			return
		}
		at := func(hours int) interview.Session {
			x := f.Sessions[0]
			x.Start, x.End = interview.At(x.Start.Time.Add(time.Duration(hours)*time.Hour)), interview.At(x.End.Time.Add(time.Duration(hours)*time.Hour))
			return x
		}
		f.Conflicts = []interview.Conflict{
			{Field: "zone", Readings: []string{"the text means Berlin", "the calendar part means New York; their calendar shows them that"}, Sessions: []interview.Session{at(0), at(6)}},
			{Field: "weekday", Readings: []string{"the 12th", "a Friday"}, Sessions: []interview.Session{at(0), at(24)}},
		}
	}
	s.receive(inviteHeaders, inviteBody)
	l := s.expect("question")
	for _, want := range []string{"their calendar shows them that: Thursday, November 12, 2026, 20:00", "a Friday: Friday, November 13, 2026, 14:00", "answer with one number for each"} {
		if !strings.Contains(joined(l.Text), want) {
			t.Errorf("the question does not say %q:\n%s", want, l.Text)
		}
	}
	if n := len(s.events()); n != 0 {
		t.Errorf("%d events on a guess", n)
	}
	s.answer(l, "3")
	s.expect("checklist")
	if at := s.interviews()[0].Start(); at.Day() != 13 || at.Hour() != 14 {
		t.Errorf("it is at %s", at)
	}
}

// Both days of a mail are wrong ones: the 12th is a Thursday, the 17th a Tuesday. One letter asks about both, one answer settles
// both.
func TestTwoWrongWeekdaysInOneMail(t *testing.T) {
	s := begin(t, "")
	s.receive(inviteHeaders, strings.Replace(inviteBody, "Date: Thursday, 12 November 2026\nTime: 14:00 - 15:00 (Berlin time)\nInterviewers: Dana Whitfield, VP Engineering (dana@northwind.example); Samuel Okafor, Staff Engineer (samuel@northwind.example)\n",
		"It has two parts:\n\nFriday, 12 November 2026, 14:00 - 15:00 (Berlin time) with Dana Whitfield\nThursday, 17 November 2026, 10:00 - 11:00 (Berlin time) with Samuel Okafor\n", 1))
	l := s.expect("question")
	s.answer(l, "2 and 3")
	s.expect("checklist")
	var days []int
	for _, x := range s.interviews()[0].Sessions {
		days = append(days, x.Start.Time.Day())
	}
	if fmt.Sprint(days) != "[13 19]" {
		t.Errorf("days %v after:\n%s", days, l.Text)
	}
}

// What is hardly an interview is left for the weekly letter.
func TestWhatIsLeftStandsInTheDigest(t *testing.T) {
	s := begin(t, "")
	s.weigh = func(f *parse.Finding, _, _ float64) { f.Decision = interview.Leave }
	s.receive(inviteHeaders, inviteBody)
	s.expect()
	if n := len(s.interviews()); n != 0 || len(s.events()) != 0 {
		t.Errorf("%d interviews", n)
	}
	s.pass(8 * 24 * time.Hour)
	if l := s.expect("digest"); !strings.Contains(l.Text, "Second interview: Data Engineer") {
		t.Errorf("the digest:\n%s", l.Text)
	}
}

// A question of a stranger says so, and a restart asks nothing twice.
func TestAQuestionOutlivesARestart(t *testing.T) {
	s := beginUnsure(t, "Second interview")
	s.receive(inviteHeaders, inviteBody)
	l := s.expect("question")
	s.restart()
	s.expect()
	s.answer(l, "yes")
	s.expect("checklist")
}
