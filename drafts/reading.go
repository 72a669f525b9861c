package drafts

import (
	"fmt"
	"strings"

	"roundtwo/interview"
)

// readingView is a message of which she is asked whether it was read rightly.
type readingView struct {
	Does     string // what it does: "An invitation to an interview"
	Line     string // company, role, round and time of what was read
	Known    string // the interview that it would change, in one line; "" where it is one of its own
	Stranger string // who wrote it, where they have had nothing to do with that interview
	Stands   bool   // its time stands in her calendar as tentative
	Again    bool   // she was asked before
	When     []string
	Options  []string
	Rows     []choiceView // the numbered answers
	Several  bool         // more than one thing is asked
	From     string
}

// choiceView is one numbered answer.
type choiceView struct {
	Number string
	Kind   string // "as read", "another reading", "not an interview"
	Head   string // the name of the field, above the first of its readings
	Taken  string // beside Head: the reading that was taken
	Text   string // of another reading: the words of the reader, and the time on her clock
}

// Reading is what she is asked about in this letter; nil where the question is another.
func (v *view) Reading() *readingView { return v.readingOf(v.iv, v.f.Before, 0) }

// Doubts are the messages of a list, with numbers that run through all of them.
func (v *view) Doubts() []*readingView {
	var out []*readingView
	n := 0
	for _, iv := range v.f.List {
		if r := v.readingOf(iv, nil, n); r != nil {
			out, n = append(out, r), n+len(r.Rows)
		}
	}
	return out
}

func (v *view) readingOf(iv interview.Interview, known *interview.Interview, from int) *readingView {
	r := iv.Reading
	if r == nil {
		return nil
	}
	out := &readingView{
		Does: v.w.words.Does[does(r.Notice)], Line: v.lineOf(iv), Stands: iv.Tentative, Again: !r.Asked.IsZero(), When: v.span(r.Notice.Sessions), From: r.From,
	}
	for _, s := range r.Notice.Options {
		out.Options = append(out.Options, v.bothClocks(s))
	}
	if known != nil {
		out.Known = v.lineOf(*known)
	}
	if r.Stranger {
		out.Stranger = strings.Join(nonEmpty(clean(r.Notice.Sender.Name), clean(r.Notice.Sender.Email)), ", ")
	}
	last := -1
	for i, c := range r.Choices() {
		row := choiceView{Number: fmt.Sprint(from + i + 1), Kind: string(c.Kind)}
		if c.Kind == interview.AnotherReading {
			conflict := r.Notice.Conflicts[c.Conflict]
			row.Text = v.readingText(conflict, c.Reading)
			if c.Conflict != last {
				row.Head, row.Taken, last = v.fieldName(conflict.Field), v.taken(r.Notice, conflict), c.Conflict
				out.Several = out.Several || c.Conflict > 0
			}
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// taken is the reading of a contradiction that the message was read by; "" where it was none of them.
func (v *view) taken(n interview.Notice, c interview.Conflict) string {
	for _, s := range n.Sessions {
		for i, r := range c.Sessions {
			if r.Start.Equal(s.Start) {
				return v.readingText(c, i)
			}
		}
	}
	return ""
}

// does names what a message does, by the keys of [does].
func does(n interview.Notice) string {
	switch {
	case n.Kind == interview.Reschedule && (n.Proposal || len(n.Options) > 0):
		return "proposal"
	case n.Kind == interview.Reschedule && len(n.Sessions) == 0:
		return "awaited"
	case n.Kind == interview.Invitation && len(n.Sessions) == 0 && len(n.Options) > 0:
		return "options"
	}
	return string(n.Kind)
}

// lineOf names an interview in one line, with its time on her clock.
func (v *view) lineOf(iv interview.Interview) string {
	when := ""
	if t := iv.Start(); !t.IsZero() {
		if when = v.clock.weekdayDay(t); !iv.Sessions[0].Start.DateOnly {
			when = v.clock.short(t)
		}
	}
	return strings.Join(nonEmpty(clean(iv.Company), clean(iv.Role), v.w.words.round(iv.Round), when), ", ")
}

// bothClocks is a time on her clock, and on theirs where it is another.
func (v *view) bothClocks(s interview.Session) string {
	sv := v.sessionView(s)
	if sv.Theirs == "" {
		return sv.Hers
	}
	return sv.Hers + " / " + sv.Theirs
}

// readingText is a reading of a contradiction: in the words of the reader, and as a time where it is one.
func (v *view) readingText(c interview.Conflict, i int) string {
	var text string
	if i < len(c.Readings) {
		text = c.Readings[i]
	}
	if i < len(c.Sessions) && !c.Sessions[i].Start.IsZero() {
		text += ": " + v.bothClocks(c.Sessions[i])
	}
	return strings.TrimPrefix(text, ": ")
}

// fieldName is a field of a message as letters name it.
func (v *view) fieldName(field string) string {
	if name, ok := v.w.words.Field[field]; ok {
		return name
	}
	return field
}
