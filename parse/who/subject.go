package who

import (
	"slices"
	"strings"

	"roundtwo/parse/token"
)

// newReaderOf reads another text of the same message, such as the subject.
func newReaderOf(r *reader, text string) *reader {
	c := r.c
	c.Text, c.Tokens = text, token.Cut(text)
	p, _ := pieces(text, c.Tokens)
	s := &reader{c: c, p: p, house: r.house, candidate: r.candidate, company: r.company, theirs: r.theirs, self: r.self}
	s.signed = len(s.p)
	s.shouting = shouting(s.p)
	return s
}

// peopleInSubject reads whom a subject names where the text names nobody: "Interview with Jonas Vik".
func (r *reader) peopleInSubject(subject string) []sighting {
	s := newReaderOf(r, subject)
	s.mark()
	s.walkPart(0, len(s.p))
	var out []sighting
	for _, p := range s.found {
		if p.part == Interviewer && !p.self && (p.known() || p.units > 1) && !s.ofCandidate(p.name) {
			p.why = "named in the subject"
			p.start, p.to = 0, 0
			out = append(out, p)
		}
	}
	return out
}

// ofCandidate reports whether n is a piece of the candidate's own name: "Second interview: Casey Morgan / Data Engineer".
func (r *reader) ofCandidate(n name) bool {
	words := r.words(n)
	for _, c := range r.candidate {
		if len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(c, w) }) {
			return true
		}
	}
	return false
}

// parts gives the parts of a subject between dashes, bars, colons and commas.
func (r *reader) parts() [][2]int {
	var out [][2]int
	from := 0
	for i := 0; i <= len(r.p); i++ {
		if i < len(r.p) && !r.splits(i) {
			continue
		}
		if i > from {
			out = append(out, [2]int{from, i})
		}
		from = i + 1
	}
	return out
}

// splits reports whether piece i divides a subject.
func (r *reader) splits(i int) bool {
	p := &r.p[i]
	if p.kind != sign {
		return p.ends()
	}
	switch p.lower {
	case "|", "<", ">", ";", "•", "@", "?", "!":
		return true
	case ":":
		return i+1 >= len(r.p) || r.p[i+1].space
	case "-", "/":
		return p.space
	case ",":
		return true
	}
	return false
}

// jobsInSubject reads the job that a subject names.
func (r *reader) jobsInSubject() []job {
	s := newReaderOf(r, r.c.Subject)
	jobs := s.jobsIn(0, len(s.p), 66)
	for i := range jobs {
		jobs[i].span = token.Span{}
	}
	return jobs
}

// jobsIn reads the jobs in a subject or topic: what is left of a part without the words of the invitation.
func (r *reader) jobsIn(from, to, weight int) []job {
	var out []job
	with := false
	for i := from; i < to; i++ {
		if i == from || r.splits(i-1) {
			with = false
		}
		with = with || r.p[i].kind == word && r.p[i].lower == "with"
		if with || i > from && !r.splits(i-1) && !r.afterInvitation(i) {
			continue
		}
		at := r.skipReference(r.skipInvitation(i, to))
		if at >= to {
			continue
		}
		end, jobs, noun := r.jobEnd(at)
		end = min(end, to)
		if end <= at || jobs == 0 && !noun && !r.upperCode(at, end) && !r.endsInLevel(at, end) {
			continue
		}
		w := weight
		if n := r.nameAt(at); n.known() && n.to >= end {
			continue
		}
		if r.isDeskTitle(at, end) || r.kindOfInterview(at, end) {
			continue
		}
		if jobs > 0 && !r.p[at].capital && r.p[at].kind == word {
			w -= 4
		}
		switch {
		case jobs == 0:
			w -= 20
		case !r.hasJob(at, end):
			w -= 8
		}
		cut := r.cutInvitation(at, end)
		out = append(out, job{oneLine(r.slice(at, cut)), r.tokens(at, cut), w})
		i = cut
	}
	return out
}

// kindOfInterview reports whether the word before "interview" says who holds it: "executive interview".
func (r *reader) kindOfInterview(from, to int) bool {
	return to == from+1 && to < len(r.p) && holds[r.p[from].lower] && invitation[r.p[to].lower]
}

var holds = set(
	"executive", "manager", "director", "ceo", "cto", "partner", "leadership", "team", "panel", "peer", "hr", "founder", "lead",
	"president", "principal", "committee",
)

// upperCode reports whether the pieces are a code for a job: "SDET-2".
func (r *reader) upperCode(from, to int) bool {
	return to == from+1 && r.p[from].upper && strings.Contains(r.p[from].text, "-")
}

// endsInLevel tells jobs that are called by their level: "Audit Senior".
func (r *reader) endsInLevel(from, to int) bool {
	return to-from > 1 && r.p[to-1].capital && r.p[to-1].is(level) && r.p[to-2].is(department)
}

// isDeskTitle reports whether the job is the writer's desk: "Talent Team".
func (r *reader) isDeskTitle(from, to int) bool {
	for i := from; i < to; i++ {
		if r.p[i].is(role) && !deskWords[r.p[i].lower] {
			return false
		}
	}
	return isDesk(r.slice(from, to))
}

// afterInvitation reports whether piece i stands behind the words of an invitation: "Second interview Head of …".
func (r *reader) afterInvitation(i int) bool {
	return r.p[i-1].kind == word && invitation[r.p[i-1].lower] || r.p[i-1].sign("(") || r.p[i-1].lower == "for" || r.p[i-1].lower == "as"
}

// skipInvitation passes the words of an invitation at the start of a part: "2nd interview for the …".
func (r *reader) skipInvitation(i, to int) int {
	for i < to {
		p := &r.p[i]
		if p.lower == "with" && p.kind == word {
			return to
		}
		if p.is(ordinal) && p.capital && i+1 < to && r.p[i+1].is(role) && r.p[i+1].capital && !invitation[r.p[i+1].lower] {
			break // "Second Engineer"
		}
		if p.is(role|department|level) && i+1 < to && r.p[i+1].is(role|level) && r.p[i+1].kind == word || r.wholeJob(i, to) {
			break
		}
		if p.kind == word && (invitation[p.lower] || p.is(ordinal) || p.is(stop) && !p.is(role|department|level)) ||
			p.kind == number || p.sign("#") || p.sign("(") || p.sign("*") || p.sign("[") || p.sign("]") || p.sign(")") || p.sign("\"") {
			i++
			continue
		}
		break
	}
	return i
}

// wholeJob reports whether piece i starts a part that is a job from its first word, which elsewhere is one of an
// invitation: "- Technical Sound Designer".
func (r *reader) wholeJob(i, to int) bool {
	if i > 0 && !r.splits(i-1) || !openers[r.p[i].lower] {
		return false
	}
	end := i + 1
	for end < to && !r.splits(end) {
		if p := &r.p[end]; p.kind != word || !p.capital || invitation[p.lower] || p.is(ordinal) {
			return false
		}
		end++
	}
	return end > i+1 && r.p[end-1].is(role)
}

// openers are words of an invitation that jobs begin with as well.
var openers = set("technical", "virtual", "video", "new", "test", "event", "presentation", "phone", "change", "assessment", "visit", "request", "schedule")

// cutInvitation ends a job before the words of an invitation: "floor manager second interview".
func (r *reader) cutInvitation(from, to int) int {
	for j := from + 1; j < to; j++ {
		p := &r.p[j]
		if p.kind == word && (invitation[p.lower] || p.is(ordinal)) && !p.is(role|department) && !inTitle[p.lower] {
			return j
		}
	}
	return to
}

// invitation are the words of subjects that are no part of a job.
var invitation = set(
	"interview", "interviews", "interviewing", "invitation", "invite", "meeting", "conversation", "chat", "call", "round", "stage",
	"second", "third", "final", "2nd", "3rd", "1st", "first", "confirmation", "confirmed", "schedule", "scheduled", "reschedule",
	"rescheduled", "rescheduling", "update", "updated", "cancelled", "canceled", "cancellation", "reminder", "onsite", "on-site",
	"visit", "campus", "itinerary", "agenda", "availability", "available", "appointment", "screen", "screening", "phone", "video",
	"zoom", "teams", "virtual", "technical", "panel", "next", "step", "steps", "your", "details", "discussion", "letter", "change",
	"new", "date", "time", "application", "re", "fw", "fwd", "with", "for", "the", "of", "hold", "save", "pick", "day", "request",
	"notice", "notification", "topic", "follow-up", "in-person", "face-to-face", "phase", "hr", "congratulations", "confidential",
	"important", "action", "required", "urgent", "accepted", "declined", "tentative", "event", "l1", "l2", "l3", "presentation",
	"assessment", "test", "task", "part", "intro", "introduction", "vorstellungsgesprach", "entretien", "entrevista", "colloquio",
	"gesprek", "gesprach", "rozmowa", "zweites", "zweite", "deuxieme", "segunda", "secondo", "tweede", "einladung", "convocation",
	"bewerbung", "ihre", "deine", "als", "zum", "zur", "zweiten", "zweiter", "termin", "runde", "candidature", "votre", "second", "suite", "etape",
	"tour", "candidatura", "etapa", "fase", "proxima", "siguiente", "invitacion", "convite", "convocatoria", "invito", "prossimo", "sollicitatie",
	"uitnodiging", "vervolggesprek", "ronde", "recall", "callback", "follow-on",
)
