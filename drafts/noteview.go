package drafts

import (
	"fmt"
	"strings"

	"roundtwo/interview"
)

// noteView is a message in her name, as she is shown it.
type noteView struct {
	Number   string
	Name     string
	Address  string // the whole address that it would go to; "" where none is known
	Kind     string // "thank-you note"
	State    string // "waiting for your answer"
	Subject  string
	Words    int
	Blanks   []string
	Lint     []string
	Sources  []sourceView
	Edited   bool
	Reply    string // a server's words
	Ready    bool   // nothing blocks it
	Text     string
	Question bool // perhaps sent: only her word can tell
}

// sourceView is what one sentence rests on.
type sourceView struct {
	Sentence string // its beginning, enough to find it
	Facts    string
}

// Notes are the messages in her name that the letter is about.
func (v *view) Notes() []noteView {
	if v.notes != nil || len(v.f.Notes) == 0 {
		return v.notes
	}
	var sets []map[uint64]bool
	if v.approves() {
		for _, n := range v.f.Notes {
			sets = append(sets, shingles(withoutBlanks(n.Text)))
		}
	}
	for i, n := range v.f.Notes {
		v.notes = append(v.notes, v.noteView(i, n, sets))
	}
	return v.notes
}

// sentenceStart is how much of a sentence stands in the list of sources.
const sentenceStart = 60

func (v *view) noteView(i int, n interview.Note, sets []map[uint64]bool) noteView {
	number := n.Number
	if number == 0 {
		number = i + 1
	}
	out := noteView{
		Number: fmt.Sprint(number), Name: clean(n.To.Name), Address: clean(n.To.Email), Kind: v.w.words.Note[string(n.Kind)],
		State: v.w.words.NoteState[string(n.State)], Subject: n.Subject, Words: countWords(n.Text), Blanks: n.Blanks,
		Edited: n.Edited, Reply: n.Reply, Text: n.Text, Question: n.State == interview.UnknownToSend,
	}
	out.Ready = len(n.Blanks) == 0 && out.Address != ""
	if v.approves() {
		out.Lint = lint(v.w.advice, v.w.words, n, v.f, sets)
	}
	for _, s := range n.Sources {
		out.Sources = append(out.Sources, sourceView{Sentence: shorten(clean(s.Sentence), sentenceStart), Facts: strings.Join(s.Facts, "; ")})
	}
	return out
}

// approves reports whether the letter asks for her approval, and so says what is not as it should be.
func (v *view) approves() bool { return v.Kind == Request || v.Kind == RequestReminder }

// One reports whether the letter is about exactly one note.
func (v *view) One() bool { return len(v.f.Notes) == 1 }

// AnyReady and AnyBlank report whether there is a note that can be sent, and one that cannot yet.
func (v *view) AnyReady() bool {
	for _, n := range v.Notes() {
		if n.Ready {
			return true
		}
	}
	return false
}

func (v *view) AnyBlank() bool {
	for _, n := range v.Notes() {
		if !n.Ready {
			return true
		}
	}
	return false
}

// SendByHand is a mailto: that opens the note in her own mail program, ready to be sent. Long notes exceed what mail
// programs take in an address; for these the attachment is the way.
func (v *view) SendByHand(n noteView, label string) markup {
	const maxAddress = 1900
	s := "mailto:" + percent(n.Address, unreserved+"@+") + "?subject=" + query(n.Subject) + "&body=" + query(n.Text)
	if n.Address == "" || len(s) > maxAddress {
		return ""
	}
	return markup("[" + escape(label) + "](" + s + ")")
}

// NotesOf lists the kinds of notes in the letter: "thank-you note", "answer to the times offered".
func (v *view) NotesOf() string {
	var out []string
	for _, n := range v.Notes() {
		if !contains(out, n.Kind) {
			out = append(out, n.Kind)
		}
	}
	return v.Join(out)
}

// HasKind reports whether one of the notes is of that kind.
func (v *view) HasKind(kind string) bool {
	for _, n := range v.f.Notes {
		if string(n.Kind) == kind {
			return true
		}
	}
	return false
}

// listView is one interview in a list.
type listView struct {
	Number  string
	Ref     string
	Company string
	Role    string
	Round   string
	When    string
	State   string
	People  string
	Open    []string // what is not known yet
}

// List is the list of interviews of a status, a digest, or of a question which one is meant.
func (v *view) List() []listView {
	var out []listView
	for i, iv := range v.f.List {
		lv := listView{
			Number: fmt.Sprint(i + 1), Ref: iv.ID, Company: clean(iv.Company), Role: clean(iv.Role), Round: v.w.words.round(iv.Round),
			State: v.w.words.State[string(iv.State)], People: people(iv.Interviewers),
		}
		if len(iv.Sessions) > 0 {
			if s := iv.Sessions[0]; s.Start.DateOnly {
				lv.When = v.clock.weekdayDay(s.Start.Time)
			} else if !s.Start.IsZero() {
				lv.When = v.clock.short(s.Start.Time)
			}
		}
		if iv.State == interview.Scheduled || iv.State == interview.Suspected {
			for _, key := range Unknowns(iv) {
				lv.Open = append(lv.Open, v.w.words.Unknown[key])
			}
		}
		out = append(out, lv)
	}
	return out
}

// Line names an interview in one line: company, role, round, time.
func (l listView) Line() string {
	return strings.Join(nonEmpty(l.Company, l.Role, l.Round, l.When), ", ")
}

// shown is a note with the view, for a part of a template that needs both.
type shown struct {
	Note noteView
	View *view
}

// With pairs a note with the view.
func (v *view) With(n noteView) shown { return shown{Note: n, View: v} }

// SendSome is the answer that sends the ready notes by number: "send 1 3".
func (v *view) SendSome() string {
	out := "send"
	for _, n := range v.Notes() {
		if n.Ready {
			out += " " + n.Number
		}
	}
	return out
}

// FirstFact is the beginning of an answer that gives facts for the first note with a blank in its text: "2: "; "" where
// there is none.
func (v *view) FirstFact() string {
	for _, n := range v.Notes() {
		for _, b := range n.Blanks {
			if strings.Contains(n.Text, "["+b+"]") {
				return n.Number + ": "
			}
		}
	}
	return ""
}

// HoldsNotes reports whether one of the notes is approved and can still be stopped.
func (v *view) HoldsNotes() bool {
	for _, n := range v.f.Notes {
		if n.State == interview.Approved {
			return true
		}
	}
	return false
}

// HoursSince counts the full hours since the end of the interview; 0 where it is not over.
func (v *view) HoursSince() int {
	end := v.iv.End()
	if end.IsZero() || v.f.Now.Before(end) {
		return 0
	}
	return int(v.f.Now.Sub(end).Hours())
}

// Form is the body of a debrief with one empty line for each thing asked.
func (v *view) Form() string {
	var b strings.Builder
	for _, name := range v.Names() {
		b.WriteString(name + ": \n")
	}
	for _, tag := range []interview.FactKind{interview.Struggled, interview.Unsaid, interview.Worked, interview.Told, interview.Reason, interview.AskNext, interview.HearBackBy} {
		b.WriteString(string(tag) + ": \n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// NoAddress lists the people for whom no address is known: of the notes shown, or else of the interview.
func (v *view) NoAddress() []string {
	var out []string
	for _, n := range v.f.Notes {
		if n.To.Email == "" {
			out = append(out, clean(n.To.Name))
		}
	}
	if len(v.f.Notes) > 0 {
		return out
	}
	for _, p := range v.People {
		if p.Email == "" {
			out = append(out, p.Name)
		}
	}
	return out
}
