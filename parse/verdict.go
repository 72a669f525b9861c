package parse

import (
	"strings"

	"roundtwo/interview"
	"roundtwo/parse/who"
)

// verdict weighs what was found. Points are given for what an invitation has; noise is what else fills an inbox.
type verdict struct {
	topic  int  // an interview of hers is named
	work   int  // a job is
	act    int  // something is done about it
	time   int  // a time to come
	beside int  // a time stands beside the name of the interview, without a word of what is done
	round  int  // the round that is named
	titled bool // the subject names a later round
	shape  int  // people to meet, a place to meet
	noise  int
	class  string // of the noise
}

func (v verdict) points() int { return v.topic + v.work + v.act + v.beside + v.time + v.shape }

// idle reports whether one of the two signs that an interview needs is missing: it is named, and something is to
// happen.
func (v verdict) idle() bool {
	return v.topic == 0 || v.topic <= 3 && v.work == 0 && (v.shape == 0 && !v.titled || v.act+v.beside == 0) || v.act == 0 && v.time < 3 || v.act+v.work+v.shape+v.round == 0
}

// firm reports whether the message says plainly what and when.
func (v verdict) firm() bool { return v.topic+min(v.work, 1) >= 4 && v.act >= 2 && v.time >= 3 }

// enough is how many points make an interview.
const enough = 7

// resistance is how much noise of each class it takes to outweigh a plain statement of what and when. A mock interview
// has all that a real one has; a receipt or a newsletter's footer may stand in a real invitation.
var resistance = map[string]int{
	"refusal": 4, "receipt": 7, "job alert": 7, "newsletter": 5, "offer": 5, "assessment": 4, "survey": 6, "after the interview": 7,
	"cold call": 7, "scam": 4, "research": 4, "media": 4, "practice": 3, "another interview": 3, "her own interviewing": 4,
	"ordinary meeting": 4, "from her": 4, "automatic": 6,
}

// trades are classes whose words are also those of somebody's work.
var trades = map[string]bool{"another interview": true, "practice": true, "research": true, "media": true, "ordinary meeting": true}

// additive are classes in which several weak phrases together prove something; of the others they count half.
var additive = map[string]bool{"refusal": true, "from her": true, "another interview": true}

// noise is what speaks for a class of noise.
func (t tally) noise(class string) int {
	if t.best[class].phrase != nil && t.best[class].weight < loud && !additive[class] {
		return t.sum[class] / 2
	}
	return t.sum[class]
}

// machines are the reasons of message.Auto for answers that no person wrote; calendars and applicant systems mark their
// mail as automatic, too, and are read.
var machines = map[string]bool{"auto-replied": true, "auto-reply": true, "bounce": true}

// loud is how much noise it takes elsewhere.
const loud = 3

// judge decides what the message is, and makes the schedule of it.
func (r *reader) judge() {
	v := r.weigh()
	r.Kind = interview.Other
	switch {
	case v.points() < enough || v.idle() || r.drowned(v):
	case r.called(v):
		r.Kind = interview.Cancellation
	case r.moved():
		r.Kind = interview.Reschedule
	default:
		r.Kind = interview.Invitation
	}
	r.plan = r.doc.plan(r.Kind, r.timings)
	r.settle()
	r.Confidence = confidence(v, r.Kind)
	r.explainVerdict(v)
}

// settle corrects the kind by what the times say.
func (r *reader) settle() {
	p := &r.plan
	switch {
	case r.Kind == interview.Cancellation && r.tally.sum["move"] >= 3 && !r.hasEvent(event.cancelled):
		// "We had to cancel Monday; could you do Wednesday instead?"
		if moved := r.doc.plan(interview.Reschedule, r.timings); len(moved.options) > 0 || len(moved.sessions) > 0 && (len(moved.was) > 0 || moved.sessions[0].told) {
			r.Kind, r.plan = interview.Reschedule, moved
		}
	case r.Kind != interview.Reschedule || len(p.sessions)+len(p.options) > 0 || r.hasEvent(event.fixed) || r.doc.says("pick again"):
	case r.tally.best["move"].weight < 3 && len(p.was) > 0:
		// Nothing but the place changes.
		r.Kind, p.sessions, p.was = interview.Invitation, p.was, nil
	default:
		// Called off, with a new time to follow.
		r.Kind, p.sessions, p.was = interview.Cancellation, p.was, nil
	}
}

// drowned reports whether the noise outweighs the rest.
func (r *reader) drowned(v verdict) bool {
	if r.hasEvent(func(e event) bool { return e.method == "REPLY" }) || !r.Forwarded && machines[r.msg.Auto] {
		return true
	}
	for class, limit := range resistance {
		noise := r.tally.noise(class)
		if v.work >= 2 && trades[class] {
			noise-- // mortgage advisers and podcast hosts are interviewed for jobs, too
		}
		if class == "refusal" && r.called(v) && v.topic >= 3 {
			continue // "the post is filled, so your interview is cancelled"
		}
		if v.firm() && noise >= limit || !v.firm() && noise >= loud {
			return true
		}
	}
	return false
}

func (r *reader) called(v verdict) bool {
	return r.tally.sum["cancel"] >= 3 || r.hasEvent(event.cancelled)
}

// moved reports whether the interview goes to another time.
func (r *reader) moved() bool {
	if r.tally.sum["move"] >= 3 {
		return true
	}
	for i, t := range r.timings {
		if t.use != talk || !t.TimeStated && !t.DateStated {
			continue
		}
		another := i+1 < len(r.timings) && r.timings[i+1].unit == t.unit
		if r.doc.after(t, insteads...) || another && r.doc.follows(t, ratherThan...) {
			return true
		}
	}
	return false
}

// confidence maps the points to a figure between 0 and 1.
func confidence(v verdict, kind interview.Kind) float64 {
	distance := v.points() - enough
	if kind == interview.Other {
		distance = max(-distance, v.noise-loud)
	}
	return min(0.99, 0.6+0.06*float64(max(0, distance)))
}

// signWords say what a sign means, in the order in which they are told.
var signWords = []struct{ sign, words string }{
	{"interview", "an interview is named"}, {"past interview", "an interview that lies behind her is named"}, {"meeting", "a conversation is named"},
	{"job", "a job is"}, {"invite", "she is invited"}, {"fix", "it is fixed or confirmed"}, {"ask", "she is asked for a time"},
	{"move", "it moves to another time"}, {"cancel", "it is called off"},
}

func (r *reader) explainVerdict(v verdict) {
	switch {
	case r.Kind != interview.Other:
	case v.topic == 0:
		r.because("no interview of hers is named")
	case r.drowned(v):
		r.because("it rather is: %s", v.class)
	default:
		r.because("too little speaks for an interview")
	}
	for _, s := range signWords {
		if text := r.doc.evidence(r.tally, s.sign); text != "" {
			r.because("%s: %q", s.words, text)
		}
	}
	if text := r.doc.evidence(r.tally, v.class); text != "" {
		r.because("against it, %s: %q", v.class, text)
	}
	r.because("points: interview %d, job %d, action %d, time %d, people and place %d; against it %d",
		v.topic, v.work, max(v.act, v.beside), v.time, v.shape, v.noise)
}

func (r *reader) weigh() verdict {
	var v verdict
	t := r.tally
	switch best := t.best["interview"]; {
	case best.phrase == nil:
		if t.sum["meeting"] > 0 {
			v.topic = min(3, 1+t.sum["meeting"])
		} else if t.sum["past interview"] > 0 {
			v.topic = 1
		}
	case best.weight >= 3:
		v.topic = 4
	default:
		v.topic = 3 + min(1, t.sum["meeting"])
	}
	v.work = min(3, t.sum["job"]+t.sum["strongjob"])
	for _, sign := range []string{"invite", "fix", "ask", "move", "cancel"} {
		if t.sum[sign] > 0 {
			v.act += 2
		}
	}
	if r.bookable() {
		v.act += 2
	}
	v.act = min(v.act, 4)
	if v.act < 2 && (r.namedWithTime() || t.titled && r.hasEvent(event.fixed)) {
		v.beside = 2
	}
	v.time = r.timePoints()
	v.shape = r.shape()
	v.round, _ = r.doc.round()
	v.titled = v.round > 1 && r.tally.titled
	for class := range resistance {
		if n := t.noise(class); n > v.noise || n == v.noise && class < v.class {
			v.noise, v.class = n, class
		}
	}
	return v
}

// bookingHosts are where times are booked; such a link asks her to choose one.
var bookingHosts = []string{"calendly.com/", "cal.com/", "goodtime.io/", "savvycal.com/", "zcal.co/", "doodle.com/", "youcanbook.me", "acuityscheduling.com",
	"bookings.cloud.microsoft", "outlook.office365.com/owa/calendar", "outlook.office.com/bookwithme", "calendar.app.google/", "meetings.hubspot.com/",
	"self-schedule", "schedule-interview"}

// bookable reports whether the message leads to a page where times are booked.
func (r *reader) bookable() bool {
	for _, host := range bookingHosts {
		if strings.Contains(r.doc.text, host) {
			return true
		}
		for _, l := range r.msg.Links {
			if strings.Contains(l.URL, host) {
				return true
			}
		}
	}
	return false
}

// namedWithTime reports whether a time to come stands in a sentence that names the interview, or in the one after it:
// "Round two: next Monday at 2".
func (r *reader) namedWithTime() bool {
	for _, t := range r.timings {
		if t.use != talk || !t.TimeStated || t.Start.DateOnly {
			continue
		}
		for i := r.doc.of[t.Span.From]; i >= max(0, r.doc.of[t.Span.From]-1); i-- {
			u := &r.doc.units[i]
			for _, h := range u.hits {
				if h.sign == "interview" && r.doc.sense(u, h) == "interview" {
					return true
				}
			}
		}
	}
	return false
}

// shape gives a point for people whom she will meet, and one for a place or a link.
func (r *reader) shape() int {
	points := 0
	for _, p := range r.people.People {
		if p.Part == who.Interviewer {
			points = 1
		}
	}
	if r.place.Link != "" || r.place.Location != "" || r.place.Phone != "" {
		points++
	}
	return points
}

// timePoints gives 3 for a time to come, 2 for a day alone.
func (r *reader) timePoints() int {
	points := 0
	for _, t := range r.timings {
		switch {
		case t.use != talk && t.use != arrival && t.use != oldTime:
		case t.TimeStated:
			points = max(points, 3)
		default:
			points = max(points, 2)
		}
	}
	for _, e := range r.events {
		if e.fixed() && !e.Start.Before(r.Written) {
			points = max(points, 3)
		}
	}
	return points
}
