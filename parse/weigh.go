package parse

import (
	"fmt"
	"slices"

	"roundtwo/interview"
	"roundtwo/parse/ask"
	"roundtwo/parse/role"
)

// machines are the reasons of message.Auto for answers that no person wrote; calendars and applicant systems mark their
// mail as automatic, too, and are read.
var machines = map[string]bool{"auto-replied": true, "auto-reply": true, "bounce": true}

// weigh has the models say what the message is, and decides what is to be done with it.
func (r *reader) weigh() {
	r.reading = role.Read(r.found)
	r.Confidence, r.Timely = float64(r.reading.Sure), float64(r.reading.Timely)
	r.Hers = r.reading.Hers()
	if r.answersHer() || r.saysNothing() {
		r.Hers, r.Confidence, r.Timely = 0, 0, 0
	}
	if r.Hers < ask.At && r.invitesByCalendar() {
		r.Hers = ask.At // a calendar part that fixes an interview is never left in silence
	}
	if r.Hers >= ask.At {
		r.Kind = r.reading.Likeliest()
	}
	r.Near = r.isNear()
	if r.Kind != interview.Other && r.hasEvent(event.cancelled) {
		r.Kind = interview.Cancellation
	}
	r.explainKind()
}

// answersHer reports whether the message only answers one of hers: a machine's answer, or a calendar's word that somebody
// comes.
func (r *reader) answersHer() bool {
	return r.hasEvent(func(e event) bool { return e.method == "REPLY" }) || !r.Forwarded && machines[r.msg.Auto]
}

// invitesByCalendar reports whether a calendar part fixes something that is called an interview.
func (r *reader) invitesByCalendar() bool {
	return r.hasEvent(func(e event) bool { return e.clock() && !e.proposed() }) && slices.ContainsFunc(r.found.Signs, func(s role.Sign) bool {
		return s.Name == "interview" && s.Weight >= 3
	})
}

// saysNothing reports a message without any word of an interview, any time and any calendar part: its likelihood would be
// nothing but that of mail in general. In languages whose words for an interview may not be among the phrases, only a
// handful of words says nothing, or bytes that nobody sent.
func (r *reader) saysNothing() bool {
	return !r.signs("interview", "past interview", "meeting", "invite", "fix", "ask", "move", "cancel", "job", "strongjob") && len(r.found.Times) == 0 &&
		len(r.events) == 0 && (r.msg.Language == "en" || len(r.doc.words) <= fewWords || r.Sender.Email == "")
}

// fewWords is how many words a message may have, subject and all, that says nothing in whatever language.
const fewWords = 12

// signs reports whether the phrases that the rules know speak for one of these.
func (r *reader) signs(names ...string) bool {
	return slices.ContainsFunc(r.found.Signs, func(s role.Sign) bool { return slices.Contains(names, s.Name) })
}

// near is how likely a message that is left must be about an interview of hers to be shown in the weekly letter.
const near = 0.05

// isNear reports whether a message that is left came near to an interview: it may be one after all, or a person names one.
func (r *reader) isNear() bool {
	return r.Hers >= near || r.signs("interview", "past interview") && !r.found.Listed && !r.answersHer()
}

// settle decides, when all is read: what the models are not sure of is asked, and what contradicts itself.
func (r *reader) settle() {
	r.Decide(ask.TakeAt, ask.At)
}

// Decide sets what is to be done with the message. It is taken where kind and times are right with a likelihood of takeAt
// and the whole is rather right than not; she is asked where it is about an interview of hers with a likelihood of askAt;
// otherwise it is left. Read has decided with the defaults of package ask.
func (f *Finding) Decide(takeAt, askAt float64) {
	switch {
	case f.Kind == interview.Other || f.Hers < askAt:
		f.Decision = interview.Leave
	case f.Timely >= takeAt && f.Confidence >= ask.WholeAt:
		f.Decision = interview.Take
	default:
		f.Decision = interview.Ask
	}
}

// explainKind says in words what the kind was read from.
func (r *reader) explainKind() {
	p := r.reading.KindP
	if r.Kind == interview.Other {
		r.because("it does not look like an interview of yours")
	} else {
		r.because("it looks like an interview of yours (%.0f%%), read as: %s", 100*r.Hers, r.Kind)
	}
	r.because("likelihood: invitation %.2f, reschedule %.2f, cancellation %.2f, none of hers %.2f", p[1], p[2], p[3], p[0])
	if words := role.Words(r.reading, 6); len(words) > 0 {
		text := ""
		for i, w := range words {
			if i > 0 {
				text += ", "
			}
			text += fmt.Sprintf("%q", w)
		}
		r.because("the words that weighed most: %s", text)
	}
}
