package parse

import (
	"fmt"
	"strings"

	"roundtwo/interview"
	"roundtwo/parse/role"
	"roundtwo/parse/token"
)

// fillDetails writes all that is not a time or an interviewer.
func (r *reader) fillDetails() {
	r.fillRound()
	r.Company, r.Role = r.people.Company, r.people.Role
	r.note("company", r.textOr(moveSpan(r.people.CompanySpan, r.doc.Body), r.Company))
	r.note("role", r.textOr(moveSpan(r.people.RoleSpan, r.doc.Body), r.Role))
	r.fillSender()
	r.fillPlace()
	r.fillUID()
	r.Bring = r.doc.bring()
	for i, b := range r.Bring {
		r.note(fmt.Sprintf("bring[%d]", i), b)
	}
}

// fillRound takes the round that the models chose; what the rules read of it is its evidence where they agree.
func (r *reader) fillRound() {
	n, sign := r.doc.round()
	r.Round = r.reading.Round
	if r.Round >= role.LateRounds && n > r.Round {
		r.Round = n // the models do not count further
	}
	if r.Round == 0 {
		return
	}
	if n == r.Round {
		r.note("round", sign.text)
		r.because("round %d: %s", r.Round, sign.why())
		return
	}
	r.because("round %d, %.0f%% sure, by the message as a whole", r.Round, 100*r.reading.RoundP)
}

func (r *reader) textOr(s token.Span, otherwise string) string {
	if text := r.doc.At(s); text != "" {
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
		r.note(field, r.doc.At(p.Spans[field]))
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
