package parse

import (
	"encoding/json"
	"time"

	"roundtwo/interview"
	"roundtwo/parse/message"
	"roundtwo/parse/reply"
)

// Evidence is the text of the message that a field was read from.
type Evidence struct {
	Field string `json:"field"` // "sessions[0].start", "company" …
	Text  string `json:"text"`
}

// Finding is what was read out of one message.
type Finding struct {
	interview.Notice
	Confidence float64 // that the core (kind, round, times, interviewers) is all right, 0 to 1
	Timely     float64 // that kind and times are right, 0 to 1
	Hers       float64 // that it is about an interview of hers, 0 to 1
	Near       bool    // it came near to an interview: left alone, it is shown in the weekly letter
	Evidence   []Evidence
	Reasons    []string // in words: why it was taken for what it is, or not; what explain prints
	Forwarded  bool     // read from a forwarded original
	Limits     []string // limits of the reader that the message ran into
	Err        string   // why it could not be read, where it could not

	Text     string            // her own words: quotes, signature, footers cut
	Original *message.Original // of a forward, the innermost original
	Answer   reply.Answer      // the message read as an answer to one of our letters
}

// JSON is one line of `roundtwo parse --json`; docs/parse-output.md is its contract. withText adds what --text adds.
func (f Finding) JSON(file string, withText bool) ([]byte, error) {
	row := f.row(file)
	if withText {
		row.Text, row.Original, row.Answer = &f.Text, original(f.Original), answer(f.Answer)
	}
	return json.Marshal(row)
}

type row struct {
	File         string              `json:"file"`
	Kind         interview.Kind      `json:"kind"`
	Round        *int                `json:"round"`
	Confidence   float64             `json:"confidence"`
	Decision     interview.Handling  `json:"decision"`
	Questions    []question          `json:"questions"`
	Company      string              `json:"company"`
	Role         string              `json:"role"`
	Sessions     []interview.Session `json:"sessions"`
	Options      []interview.Session `json:"options"`
	Interviewers []person            `json:"interviewers"`
	Sender       person              `json:"sender"`
	Format       interview.Format    `json:"format"`
	Location     string              `json:"location"`
	Link         string              `json:"link"`
	Phone        string              `json:"phone"`
	RespondBy    interview.Moment    `json:"respond_by"`
	Bring        []string            `json:"bring"`
	Evidence     []Evidence          `json:"evidence"`
	Forwarded    bool                `json:"forwarded"`
	UID          string              `json:"uid"`
	Error        string              `json:"error,omitempty"`
	Text         *string             `json:"text,omitempty"`
	Original     *originalRow        `json:"original,omitempty"`
	Answer       *answerRow          `json:"answer,omitempty"`
}

// question is what she would be asked.
type question struct {
	Field    string   `json:"field"`
	Text     string   `json:"text"`
	Readings []string `json:"readings"`
}

// questions are the contradictions of the message, and whether it was read rightly where that is not sure.
func (f Finding) questions() []question {
	out := []question{}
	if f.Decision == interview.Ask {
		out = append(out, question{Field: "message", Text: "was it read rightly?", Readings: []string{"as read", "not an interview"}})
	}
	for _, c := range f.Conflicts {
		out = append(out, question{Field: c.Field, Text: "which of these is right?", Readings: some(c.Readings)})
	}
	return out
}

type person struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Email string `json:"email"`
}

type address struct {
	Name  string `json:"name"`
	Email string `json:"email"`
}

type originalRow struct {
	From    address   `json:"from"`
	To      []address `json:"to"`
	Cc      []address `json:"cc"`
	Subject string    `json:"subject"`
	Date    string    `json:"date"`
	Text    string    `json:"text"`
}

type answerRow struct {
	Verb  string   `json:"verb"`
	Which []string `json:"which"`
	Text  string   `json:"text"`
}

func (f Finding) row(file string) row {
	r := row{
		File: file, Kind: f.Kind, Confidence: f.Confidence, Decision: f.Decision, Questions: f.questions(), Company: f.Company, Role: f.Role,
		Sessions: some(f.Sessions), Options: some(f.Options), Sender: person(f.Sender),
		Format: f.Format, Location: f.Location, Link: f.Link, Phone: f.Phone, RespondBy: f.RespondBy,
		Bring: some(f.Bring), Evidence: some(f.Evidence), Forwarded: f.Forwarded, UID: f.UID, Error: f.Err,
		Interviewers: []person{},
	}
	if r.Kind == "" {
		r.Kind = interview.Other
	}
	if f.Round > 0 && r.Kind != interview.Other {
		r.Round = &f.Round
	}
	for _, p := range f.Interviewers {
		r.Interviewers = append(r.Interviewers, person(p))
	}
	return r
}

// some makes nil an empty list: the contract has [] and never null.
func some[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func original(o *message.Original) *originalRow {
	if o == nil {
		return nil
	}
	r := &originalRow{From: address(o.From), To: addresses(o.To), Cc: addresses(o.Cc), Subject: o.Subject, Text: o.Text}
	if !o.Date.IsZero() {
		r.Date = o.Date.Format(time.RFC3339)
	}
	return r
}

func addresses(list []message.Address) []address {
	out := []address{}
	for _, a := range list {
		out = append(out, address(a))
	}
	return out
}

func answer(a reply.Answer) *answerRow {
	return &answerRow{Verb: string(a.Verb), Which: some(a.Which), Text: a.Text}
}
