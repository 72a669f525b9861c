package parse

import (
	"fmt"

	"roundtwo/interview"
	"roundtwo/parse/role"
	"roundtwo/parse/token"
)

// fillTimes writes the times that were chosen into the notice.
func (r *reader) fillTimes() {
	for i, k := range r.reading.Sessions {
		m := &r.reading.Moments[k]
		r.Sessions = append(r.Sessions, r.session(m))
		r.picked = append(r.picked, r.found.Times[m.Best].Span)
		r.noteTime(fmt.Sprintf("sessions[%d].start", i), m)
	}
	for i, k := range r.reading.Options {
		m := &r.reading.Moments[k]
		r.Options = append(r.Options, r.session(m))
		r.noteTime(fmt.Sprintf("options[%d].start", i), m)
	}
	r.fillOld()
	r.fillDeadline()
	r.Proposal = len(r.Sessions) == 1 && r.asks(r.picked[0])
	r.mergeEvents()
}

// session is a moment that was chosen.
func (r *reader) session(m *role.Moment) interview.Session {
	t := &r.found.Times[m.Best]
	return interview.Session{Start: m.Start, End: r.reading.End(r.found, m), Zone: t.Zone, ZoneAssumed: t.ZoneAssumed}
}

// noteTime keeps what a time was read from, and what in it contradicts itself.
func (r *reader) noteTime(field string, m *role.Moment) {
	t := &r.found.Times[m.Best]
	text := r.doc.At(t.Span)
	if m.Day >= 0 {
		text = r.doc.At(r.found.Times[m.Day].Span) + " … " + text
	}
	r.note(field, text)
	r.because("%s is %.0f%% sure: %q", field, 100*(m.P[1]+m.P[2]), text)
	r.Conflicts = append(r.Conflicts, t.Conflicts...)
	if c, doubts := ZoneConflict(*t, r.ref.Zone); doubts {
		r.Conflicts = append(r.Conflicts, c)
	}
}

// asks reports whether the sentence of a span is a question.
func (r *reader) asks(s token.Span) bool {
	return s.From < s.To && r.doc.Sentence[s.From] < len(r.doc.units) && r.doc.units[r.doc.Sentence[s.From]].ask
}

// fillOld keeps, of a move, the time that is given up: it tells which interview is meant.
func (r *reader) fillOld() {
	if r.Kind != interview.Reschedule {
		return
	}
	for i := range r.reading.Moments {
		m := &r.reading.Moments[i]
		t := &r.found.Times[m.Best]
		if m.P[0] < 0.5 || m.Start.DateOnly || m.Day >= 0 || m.Also != nil || t.Weekly || t.Deadline {
			continue
		}
		if role.Is(r.reading, t.Span, role.OtherTime) > 0.5 {
			r.Was = append(r.Was, r.session(m))
		}
	}
}

// fillDeadline finds until when an answer is due.
func (r *reader) fillDeadline() {
	best := float32(0.5)
	for i := range r.found.Times {
		t := &r.found.Times[i]
		if t.Start.IsZero() || t.Start.Time.Before(r.Written.AddDate(0, 0, -1)) {
			continue
		}
		if p := role.Is(r.reading, t.Span, role.Deadline); p > best {
			best, r.RespondBy = p, t.Start
			r.note("respond_by", r.doc.At(t.Span))
		}
	}
}
