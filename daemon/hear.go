package daemon

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"roundtwo/daemon/approval"
	"roundtwo/interview"
	"roundtwo/parse/message"
	"roundtwo/parse/reply"
	"roundtwo/parse/token"
	"roundtwo/parse/when"
)

// hear keeps what she told in plain words, and writes the notes that rest on it: for the first time, or again.
func (dec *decision) hear(a *arrival, iv interview.Interview, issued approval.Issued) error {
	if iv.ID == "" {
		return refuse(dec.say("hear-which"))
	}
	shown, err := dec.toldOf(iv, issued)
	if err != nil {
		return err
	}
	told := wordsOf(a.msg, audience(iv, shown))
	if len(told) == 0 {
		return refuse(dec.say("hear-nothing"))
	}
	if len(shown) > 0 && !aboutNotes(told, shown) {
		return refuse(dec.say("hear-number", "{unclear}", dec.refused(approval.Unclear)))
	}
	for _, f := range told {
		if ofTheWhole[f.Kind] {
			f.Person = ""
		}
		f.Candidate, f.Company, f.Interview, f.At, f.Source = dec.who.Name, iv.Company, iv.ID, dec.now, a.msg.MessageID
		if err := dec.tx.AddFact(f); err != nil {
			return err
		}
		dec.learn(&iv, f)
	}
	if err := dec.tx.SaveInterview(iv); err != nil {
		return err
	}
	return dec.afterTelling(a, iv, len(told))
}

// aboutNotes reports that an answer to a request tells something for its notes: about a person, by a tag, or in plain words
// where there is but one note. Words that begin like a command are none of that: "send it tomorrow, but change the date".
func aboutNotes(told []interview.Fact, shown []interview.Note) bool {
	if likeCommand(told[0].Text) {
		return false
	}
	return slices.ContainsFunc(told, func(f interview.Fact) bool {
		return f.Person != "" || f.Kind != interview.Discussed || len(shown) == 1
	})
}

func likeCommand(text string) bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
	return len(words) > 0 && slices.Contains(commandWords, words[0])
}

// commandWords begin an answer that is about the sending and not about the interview.
var commandWords = []string{
	"send", "approve", "approved", "skip", "edit", "later", "stop", "pick", "wait", "don't", "don’t", "do", "not", "no", "nope", "never",
	"yes", "yep", "ok", "okay", "sure", "please", "cancel", "hold", "change", "delete", "go",
}

// wordsOf reads what she told: above the quoted letter, or between its lines.
func wordsOf(m *message.Message, people []interview.Person) []interview.Fact {
	if len(m.Between) == 0 {
		return reply.Debrief(m.Own, people)
	}
	var out []interview.Fact
	for _, b := range m.Between {
		out = append(out, reply.DebriefBetween(b.Quoted, b.Own, people)...)
	}
	return out
}

// audience is who her words may be about. In an answer to a request the numbers are those of the notes.
func audience(iv interview.Interview, shown []interview.Note) []interview.Person {
	if len(shown) == 0 {
		return iv.Interviewers
	}
	var out []interview.Person
	for _, n := range shown {
		out = append(out, n.To)
	}
	return out
}

// ofTheWhole are the facts that are about the interview or herself, also where their line stands below somebody's name.
var ofTheWhole = map[interview.FactKind]bool{
	interview.Reason: true, interview.Worked: true, interview.Offered: true, interview.HearBackBy: true, interview.Feedback: true,
	interview.Delivery: true, interview.Research: true, interview.Posting: true, interview.Decision: true, interview.Opening: true,
}

// learn takes into the interview what a fact says about it.
func (dec *decision) learn(iv *interview.Interview, f interview.Fact) {
	switch f.Kind {
	case interview.Met:
		iv.Interviewers = meet(iv.Interviewers, f.Text)
	case interview.HearBackBy:
		if day := dec.day(f.Text); !day.IsZero() {
			iv.HearBack = interview.At(day)
		}
	}
}

// meet adds somebody she met, or the address of somebody known: "Dana Whitfield <dana@northwind.example>".
func meet(known []interview.Person, text string) []interview.Person {
	name, address, _ := strings.Cut(text, "<")
	p := interview.Person{Name: strings.TrimSpace(name), Email: strings.Trim(address, "> ")}
	if p.Name == "" {
		return known
	}
	out := append([]interview.Person{}, known...)
	for i, k := range out {
		if interview.SameName(k.Name, p.Name) {
			if p.Email != "" {
				out[i].Email = p.Email
			}
			return out
		}
	}
	return append(out, p)
}

// day reads "Friday" or "tomorrow 9am" as a time in her zone; zero where it says none. A day alone means its morning.
func (dec *decision) day(words string) time.Time {
	p := dec.profile()
	toks := token.Cut(words)
	for _, r := range when.Read(words, toks, when.Reference{Time: dec.now.In(p.Zone), Zone: p.Zone, ZoneName: dec.who.Zone}) {
		if r.Start.IsZero() {
			continue
		}
		if r.Start.DateOnly {
			return r.Start.Time.Add(9 * time.Hour)
		}
		return r.Start.Time
	}
	return time.Time{}
}

// afterTelling writes the notes: for the first time after a debrief, again where they were shown already.
func (dec *decision) afterTelling(a *arrival, iv interview.Interview, facts int) error {
	notes, err := dec.tx.Notes(iv.ID)
	if err != nil {
		return err
	}
	if iv.State == interview.Held && !iv.Quiet() && !thanked(notes) {
		return dec.apply(iv, interview.Event{Kind: interview.Debriefed})
	}
	again, err := dec.rewrite(iv, notes)
	if err != nil || again {
		return err
	}
	return dec.letter(iv, letterOf{kind: "receipt", answers: a.msg.MessageID,
		receipt: []string{dec.kept(facts, iv)}})
}

// thanked reports that notes of thanks were written already.
func thanked(notes []interview.Note) bool {
	return slices.ContainsFunc(notes, func(n interview.Note) bool { return n.Kind == interview.ThankYou })
}

func (dec *decision) kept(facts int, iv interview.Interview) string {
	company := iv.Company
	if company == "" {
		company = dec.say("this-interview")
	}
	key := "kept-many"
	if facts == 1 {
		key = "kept-one"
	}
	return dec.say(key, "{count}", fmt.Sprint(facts), "{company}", company)
}
