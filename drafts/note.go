package drafts

import (
	"fmt"
	"slices"
	"strings"

	"roundtwo/interview"
)

// The length of a thank-you note in words, greeting and closing included.
const (
	MinWords = 60
	MaxWords = 140
)

// enoughTopics is up to how many words what was talked about is added.
const enoughTopics = 110

// TooAlike is the similarity (shared runs of three words) above which two notes to one panel are refused by Lint.
const TooAlike = 0.35

// variants is how many wordings are tried before the one least like the notes already written is taken.
const variants = 5

// coordinator is the kind of thank-you note in sentences.toml for whoever arranged the interview without being in it.
const coordinator = "coordinator"

// noteData is what the sentences of a note are filled from.
type noteData struct {
	First, Name, Greeting         string
	Company, Role, TheRole, Round string
	Day, Weekday                  string // of the interview, in its own zone: that is the day the reader remembers
	X, Blank                      string
	Names                         string
	Unreached, ThemUnreached      string
	HearBack                      string
	When, WhenHers                string
	Several, Onsite, Met          bool // Met: the reader was in the interview
	Questions                     string
}

// Note writes a message in her name to one person: Subject, Text, Blanks and Sources, state Drafted. f.Notes are those
// already written for the same panel, from which it differs. Every sentence rests on something she said or the
// invitation states; what is missing becomes a blank in square brackets, and a note with blanks is not to be sent.
func (w *Writer) Note(kind interview.NoteKind, to interview.Person, f Facts) (interview.Note, error) {
	name := string(kind)
	if kind == interview.ThankYou && coordinates(to, f.Interview) {
		name = coordinator
	}
	if w.sentences.Order[name] == nil {
		return interview.Note{}, fmt.Errorf("writing a note %q: %w", kind, ErrKind)
	}
	place := max(slices.IndexFunc(f.Interview.Interviewers, func(p interview.Person) bool { return samePerson(p.Name, to.Name) }), 0)
	var best draft
	for off := range variants {
		d := w.draft(name, to, f, place+off)
		if d.err != nil {
			return interview.Note{}, fmt.Errorf("writing a note %q: %w", kind, d.err)
		}
		d.alike = mostAlike(d.text, f.Notes, to)
		if off == 0 || d.alike < best.alike {
			best = d
		}
		if best.alike < TooAlike/2 {
			break
		}
	}
	return best.note(kind, to, f), nil
}

// coordinates reports whether p wrote the invitation and is not met.
func coordinates(p interview.Person, iv interview.Interview) bool {
	same := p.Email != "" && strings.EqualFold(p.Email, iv.Sender.Email) || p.Email == "" && samePerson(p.Name, iv.Sender.Name)
	return same && !hasPerson(iv.Interviewers, p.Name)
}

// mostAlike is the similarity of text to the nearest of the notes to others.
func mostAlike(text string, notes []interview.Note, to interview.Person) float64 {
	most := 0.0
	for _, n := range notes {
		if n.To != to {
			most = max(most, similarity(text, n.Text))
		}
	}
	return most
}

func (d draft) note(kind interview.NoteKind, to interview.Person, f Facts) interview.Note {
	n := interview.Note{
		Interview: f.Interview.ID, Candidate: f.Interview.Candidate, Kind: kind, State: interview.Drafted, To: to,
		Subject: d.subject, Text: d.text, Blanks: d.blanks, Sources: d.sources, Created: f.Now, Updated: f.Now,
	}
	if kind != interview.ThankYou || coordinates(to, f.Interview) {
		n.InReplyTo = f.Interview.ReplyTo
	}
	if to.Email == "" || NoReply(to.Email) {
		n.Blanks = append(n.Blanks, d.missing)
	}
	return n
}

// Recipients are the people to whom a thank-you note is due: everybody met, but those whom she does not want to write
// to (channel: none, or phone), and last whoever arranged the interview.
func Recipients(f Facts) []interview.Person {
	var out []interview.Person
	for _, p := range f.Interview.Interviewers {
		if p.Name != "" && ByMail(p.Name, f.Memory) {
			out = append(out, p)
		}
	}
	if s := f.Interview.Sender; s.Name != "" && s.Email != "" && coordinates(s, f.Interview) && !NoReply(s.Email) && ByMail(s.Name, f.Memory) {
		out = append(out, s)
	}
	return out
}

// ByMail reports whether she wants somebody to be thanked by mail: not when she said "channel: Name: none", or by phone.
func ByMail(name string, m interview.Memory) bool {
	for _, f := range m.Facts {
		if f.Kind == interview.Channel && samePerson(f.Person, name) {
			word := fold(f.Text)
			if strings.HasPrefix(word, "none") || strings.HasPrefix(word, "phone") || strings.HasPrefix(word, "no") {
				return false
			}
		}
	}
	return true
}

// NoReply reports whether an address takes no answers; nobody is thanked, asked or reminded there.
func NoReply(address string) bool {
	local, _, _ := strings.Cut(strings.ToLower(address), "@")
	local = strings.NewReplacer("-", "", "_", "", ".", "", "+", "").Replace(local)
	for _, p := range []string{"noreply", "donotreply", "notification", "notifications", "mailer", "mailerdaemon", "bounce", "bounces"} {
		if strings.HasPrefix(local, p) {
			return true
		}
	}
	return false
}
