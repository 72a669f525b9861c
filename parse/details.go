package parse

import (
	"fmt"
	"strings"

	"roundtwo/interview"
	"roundtwo/parse/token"
	"roundtwo/parse/where"
)

// fillTimes writes the schedule into the notice.
func (r *reader) fillTimes() {
	r.Proposal = r.plan.proposal
	for i, t := range r.plan.sessions {
		r.Sessions = append(r.Sessions, t.session())
		r.note(fmt.Sprintf("sessions[%d].start", i), r.doc.at(t.Span))
		r.Conflicts = append(r.Conflicts, t.Conflicts...)
	}
	for i, t := range r.plan.options {
		r.Options = append(r.Options, t.session())
		r.note(fmt.Sprintf("options[%d].start", i), r.doc.at(t.Span))
		r.Conflicts = append(r.Conflicts, t.Conflicts...)
	}
	for _, t := range r.plan.was {
		r.Was = append(r.Was, t.session())
	}
	if a := r.plan.answer; a != nil {
		r.RespondBy = a.Start
		r.note("respond_by", r.doc.at(a.Span))
	}
	r.mergeEvents()
}

// readPlace finds how and where the interview is held.
func (r *reader) readPlace() {
	r.place = where.Read(r.doc.text, r.doc.toks, r.msg.Links)
}

// fillDetails writes all that is not a time or an interviewer.
func (r *reader) fillDetails() {
	r.Round, _ = r.doc.round()
	_, sign := r.doc.round()
	if r.Round > 0 {
		r.note("round", sign.text)
		r.because("round %d: %s", r.Round, sign.why())
	}
	r.Company, r.Role = r.people.Company, r.people.Role
	r.note("company", r.textOr(r.doc.shift(r.people.CompanySpan), r.Company))
	r.note("role", r.textOr(r.doc.shift(r.people.RoleSpan), r.Role))
	r.fillSender()
	r.fillPlace()
	r.fillUID()
	r.Bring = r.doc.bring()
	for i, b := range r.Bring {
		r.note(fmt.Sprintf("bring[%d]", i), b)
	}
}

func (r *reader) textOr(s token.Span, otherwise string) string {
	if text := r.doc.at(s); text != "" {
		return text
	}
	return otherwise
}

// fillSender prefers who signed to the robot that sent.
func (r *reader) fillSender() {
	for _, e := range r.events {
		if e.source == "calendar part" && r.Sender.Email == "" {
			r.Sender = e.Organizer
		}
	}
	if signed := r.people.Signed; signed.Name != "" && robot(r.Sender.Email) {
		r.Sender.Name, r.Sender.Title = signed.Name, signed.Title
	} else if strings.EqualFold(signed.Name, r.Sender.Name) {
		r.Sender.Title = signed.Title
	}
	r.note("sender", strings.TrimSpace(r.Sender.Name+" <"+r.Sender.Email+">"))
}

// Local parts of addresses behind which nobody sits.
var robots = wordSet("noreply no-reply no_reply donotreply do-not-reply notifications notification system mailer dse")

func robot(email string) bool {
	local, _, _ := strings.Cut(strings.ToLower(email), "@")
	return robots[local]
}

func (r *reader) fillPlace() {
	p := r.place
	r.Format, r.Location, r.Link, r.Phone = p.Format, p.Location, p.Link, p.Phone
	r.Warnings = append(r.Warnings, p.Warnings...)
	for _, field := range []string{"format", "location", "link", "phone"} {
		r.note(field, r.doc.at(p.Spans[field]))
	}
	for _, e := range r.events {
		r.fillEventPlace(e)
	}
	if r.Kind == interview.Cancellation {
		r.Format, r.Location, r.Link = "", "", ""
	}
}

func (r *reader) fillUID() {
	for _, e := range r.events {
		if e.UID != "" {
			r.UID, r.Sequence = e.UID, e.Sequence
			r.note("uid", e.UID)
			return
		}
	}
}

// hasEvent reports whether an event of the message fulfils the test.
func (r *reader) hasEvent(test func(event) bool) bool {
	for _, e := range r.events {
		if test(e) {
			return true
		}
	}
	return false
}
