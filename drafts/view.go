package drafts

import (
	"slices"
	"strings"
	"time"

	"roundtwo/interview"
)

// view is what the templates see. Its exported fields and methods are the vocabulary of whoever writes a template;
// docs and templates/en show them in use. Strings are data and are escaped when printed.
type view struct {
	Kind     Kind
	Ref      string
	Company  string // "" where not known
	Role     string
	Round    int // 0 where not known
	Now      time.Time
	Sessions []sessionView
	People   []personView // whom she meets
	Warnings []string
	Refusal  string
	Receipt  []string
	Seen     []string // transcript lines of a digest

	f     Facts
	iv    interview.Interview
	w     *Writer
	clock clock
	notes []noteView // made when first asked for
}

func (w *Writer) view(kind Kind, f Facts) *view {
	v := &view{
		Kind: kind, Ref: f.Ref, Company: clean(f.Interview.Company), Role: clean(f.Interview.Role), Round: f.Interview.Round,
		Now: f.Now, Warnings: f.Interview.Warnings, Refusal: f.Refusal, Receipt: f.Receipt, Seen: f.Transcript,
		f: f, iv: f.Interview, w: w, clock: clock{words: w.words, p: f.Candidate},
	}
	v.Sessions = v.sessionViews(f.Interview.Sessions)
	v.People = v.personViews()
	return v
}

// En chooses between British and American spelling.
func (v *view) En(british, american string) string {
	if v.f.Candidate.British {
		return british
	}
	return american
}

// RoundName is "second interview", or "interview" where the round is not known.
func (v *view) RoundName() string { return v.w.words.round(v.Round) }

// RoundTitle is RoundName at the beginning of a line.
func (v *view) RoundTitle() string { return upperFirst(v.RoundName()) }

// Remembers reports whether anything of earlier rounds stands in the "From last time" of a checklist.
func (v *view) Remembers() bool {
	for _, kind := range []interview.FactKind{interview.Struggled, interview.Unsaid, interview.Concern, interview.Problem, interview.Feedback, interview.Worked, interview.Told} {
		if v.Has(string(kind)) {
			return true
		}
	}
	return len(v.Delivery()) > 0
}

// Join lists: "Ann, Bo and Cy".
func (v *view) Join(list []string) string { return v.w.words.join(list) }

// FormatName is "video call", "on site", "by phone" or "".
func (v *view) FormatName() string { return v.w.words.Format[string(v.iv.Format)] }

// Video, Onsite and Phone report how the interview is held.
func (v *view) Video() bool  { return v.iv.Format == interview.Video }
func (v *view) Onsite() bool { return v.iv.Format == interview.Onsite }
func (v *view) Phone() bool  { return v.iv.Format == interview.Phone }

// Location, JoinURL, Number and Bring are as the invitation gives them.
func (v *view) Location() string { return clean(v.iv.Location) }
func (v *view) JoinURL() string  { return clean(v.iv.Link) }
func (v *view) Number() string   { return clean(v.iv.Phone) }
func (v *view) Bring() []string  { return v.iv.Bring }

// Attached reports whether the calendar file comes with the letter.
func (v *view) Attached() bool { return len(v.f.Calendar) > 0 }

// Tentative reports whether she has picked a time that the company has not confirmed.
func (v *view) Tentative() bool { return v.iv.Tentative && v.iv.State != interview.Suspected }

// NoTime reports a message that is to be read without a fixed time: it offers some, or calls one off.
func (v *view) NoTime() bool {
	r := v.iv.Reading
	return r != nil && (len(r.Notice.Options) > 0 || r.Notice.Kind == interview.Cancellation)
}

// Provenance says where the message came from.
func (v *view) Provenance() string { return v.f.Provenance }

// RespondBy is until when the company wants an answer; "" where it says nothing.
func (v *view) RespondBy() string { return v.clock.moment(v.iv.RespondBy) }

// HearBack is when they said they would answer.
func (v *view) HearBack() string { return v.clock.moment(v.iv.HearBack) }

// Until is until when an answer to this letter counts; "" where it always does.
func (v *view) Until() string {
	if v.f.Expires.IsZero() {
		return ""
	}
	return v.clock.instant(v.f.Expires)
}

// Hold is for how many minutes an approved note can still be stopped.
func (v *view) Hold() int { return int(v.f.Hold.Minutes()) }

// Day is "Thursday 3 December" of the first session in her zone; "" where no time is fixed.
func (v *view) Day() string {
	if t := v.iv.Start(); !t.IsZero() {
		return v.clock.weekdayDay(v.local(t))
	}
	return ""
}

// Start is "Thursday 3 December, 14:00" in her zone; the day alone where no hour is known.
func (v *view) Start() string {
	switch t := v.iv.Start(); {
	case t.IsZero():
		return ""
	case v.iv.Sessions[0].Start.DateOnly:
		return v.clock.weekdayDay(t)
	default:
		return v.clock.short(t)
	}
}

// local is t as her clocks show it; a day alone keeps its date, wherever she is.
func (v *view) local(t time.Time) time.Time {
	if len(v.iv.Sessions) > 0 && v.iv.Sessions[0].Start.DateOnly {
		return t
	}
	return t.In(v.clock.zone())
}

// DaysLeft counts the days until the interview: 0 today, 1 tomorrow; -1 where no time is fixed or it is over.
func (v *view) DaysLeft() int {
	t := v.iv.Start()
	if t.IsZero() || t.Before(v.f.Now) && v.clock.daysUntil(v.f.Now, t) < 0 {
		return -1
	}
	return v.clock.daysUntil(v.f.Now, t)
}

// lastHours is from when a reminder speaks of the last hours rather than of the day before.
const lastHours = 12 * time.Hour

// Soon reports whether the interview begins within the last hours.
func (v *view) Soon() bool {
	t := v.iv.Start()
	return !t.IsZero() && t.Sub(v.f.Now) <= lastHours
}

// Panel reports whether she meets two people or more at the same time; Sequence, whether there are several conversations.
func (v *view) Panel() bool    { return panel(v.iv) }
func (v *view) Sequence() bool { return len(v.iv.Sessions) > 1 }

func panel(iv interview.Interview) bool {
	for _, s := range iv.Sessions {
		if len(s.Interviewers) > 1 {
			return true
		}
	}
	return len(iv.Sessions) < 2 && len(iv.Interviewers) > 1
}

// Technical reports whether a topic, or the role's wording, announces a test of skills.
func (v *view) Technical() bool {
	for _, s := range v.iv.Sessions {
		if v.w.advice.technical(s.Topic) {
			return true
		}
	}
	return v.w.advice.technical(v.iv.Subject)
}

// Copies is how many printed CVs to bring: one for each interviewer and one for her.
func (v *view) Copies() int { return max(len(v.iv.Interviewers), 1) + 1 }

// Names lists whom she meets.
func (v *view) Names() []string {
	var out []string
	for _, p := range v.People {
		out = append(out, p.Name)
	}
	return out
}

// Conflicts are the contradictions that only she can settle.
func (v *view) Conflicts() []interview.Conflict { return v.iv.Conflicts }

// Unknown lists in words what the invitation leaves open.
func (v *view) Unknown() []string {
	var out []string
	for _, key := range Unknowns(v.iv) {
		out = append(out, v.w.words.Unknown[key])
	}
	return out
}

// Unknowns names what an invitation leaves open, of: time, zone, length, format, people, link, place, phone, bring.
// A company can be asked about all but the zone, which she can tell as well.
func Unknowns(iv interview.Interview) []string {
	var out []string
	note := func(open bool, key string) {
		if open {
			out = append(out, key)
		}
	}
	fixed := len(iv.Sessions) > 0
	note(!fixed || slices.ContainsFunc(iv.Sessions, func(s interview.Session) bool { return s.Start.DateOnly || s.Start.IsZero() }), "time")
	note(slices.ContainsFunc(iv.Sessions, func(s interview.Session) bool { return s.ZoneAssumed && !s.Start.DateOnly }), "zone")
	note(fixed && slices.ContainsFunc(iv.Sessions, func(s interview.Session) bool { return s.End.IsZero() }), "length")
	note(iv.Format == "", "format")
	note(len(iv.Interviewers) == 0, "people")
	note(iv.Format == interview.Video && iv.Link == "", "link")
	note(iv.Format == interview.Onsite && strings.TrimSpace(iv.Location) == "", "place")
	note(iv.Format == interview.Phone && iv.Phone == "", "phone")
	note(iv.Format == interview.Onsite && len(iv.Bring) == 0, "bring")
	return out
}
