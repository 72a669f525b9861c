package parse

import (
	"slices"
	"strings"

	"roundtwo/interview"
	"roundtwo/interview/ics"
	"roundtwo/parse/message"
)

// event is an appointment that a message carries in a form made for machines: a calendar part, JSON-LD, microdata.
//
// It is all that the rest of the reader knows of these forms. What an event says stands in its fields as package ics
// gives them; what it means for the message is asked of the methods. Where its times contradict themselves, Conflicts
// has the readings, the first of which is Start and End; mergeEvents carries them to the notice, unless the text
// settles them.
type event struct {
	ics.Event
	source string         // "calendar part", "structured data": as explain names it
	method string         // of iTIP (RFC 5546), in capitals: REQUEST, CANCEL, REPLY, COUNTER …; "" where none is given
	links  []message.Link // hyperlinks of the description, where that is a page
}

// fixed reports whether e says when.
func (e event) fixed() bool { return !e.Start.IsZero() && !e.mute() }

// mute reports whether e only speaks about an event that stands elsewhere: it asks for it anew, or turns a proposal down.
func (e event) mute() bool { return e.method == "REFRESH" || e.method == "DECLINECOUNTER" }

// clock reports whether e names a time of day.
func (e event) clock() bool { return e.fixed() && !e.AllDay }

func (e event) cancelled() bool { return e.Status == ics.Cancelled || e.method == "CANCEL" }

// proposed reports whether the time of e is only proposed: a COUNTER fixes nothing before the organizer has sent a
// REQUEST with it (RFC 5546 3.2.7).
func (e event) proposed() bool { return e.method == "COUNTER" }

// series reports whether e stands for all occurrences of a series, of which Start is the first.
func (e event) series() bool { return e.Recurring && !e.Override }

// words are what e says in words: its title, and its description below.
func (e event) words() string { return strings.TrimSpace(e.Summary + "\n\n" + e.Description) }

// declined reports whether somebody of that name or address will not come.
func (e event) declined(name, email string) bool {
	for _, p := range e.Declined {
		if email != "" && strings.EqualFold(p.Email, email) || name != "" && sameWords(p.Name, name) {
			return true
		}
	}
	return false
}

// sameWords reports whether two names have the same words in whatever order: "Okafor, Tess" and "Tess Okafor".
func sameWords(a, b string) bool {
	words := func(s string) []string {
		list := strings.Fields(strings.ToLower(strings.ReplaceAll(s, ",", " ")))
		slices.Sort(list)
		return list
	}
	return slices.Equal(words(a), words(b))
}

// session is what e says of the time.
func (e event) session() interview.Session {
	s := interview.Session{Start: interview.Moment{Time: e.Start, DateOnly: e.AllDay}, Zone: e.Zone, ZoneAssumed: e.Floating}
	if !e.End.IsZero() && !e.AllDay && e.End.After(e.Start) {
		s.End = interview.At(e.End)
	}
	return s
}

// readings are the ways to understand the time of e, in words and as sessions: one where nothing contradicts itself.
func (e event) readings() (words []string, sessions []interview.Session) {
	for _, c := range e.Conflicts {
		for i, s := range c.Sessions {
			if !hasSession(sessions, s) {
				words, sessions = append(words, c.Readings[i]), append(sessions, s)
			}
		}
	}
	if len(sessions) == 0 {
		return []string{"the " + e.source}, []interview.Session{e.session()}
	}
	return words, sessions
}

func hasSession(list []interview.Session, s interview.Session) bool {
	for _, have := range list {
		if have.Start.Equal(s.Start) && have.End.Equal(s.End) {
			return true
		}
	}
	return false
}
