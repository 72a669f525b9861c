package daemon

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"roundtwo/daemon/config"
	"roundtwo/daemon/store"
	"roundtwo/interview"
)

// The letters that ask whether a message was read rightly: one question, or all that there are.
const (
	questionLetter  = "question"
	questionsLetter = "questions"
)

// inquiry is what she is to be asked now, the most urgent first, and when there is something to be asked next.
type inquiry struct {
	single []interview.Interview // a letter each
	listed []interview.Interview // all in one letter
	next   time.Time
}

func (q inquiry) due() bool { return len(q.single)+len(q.listed) > 0 }

// Of what is over the limit a list comes once a day; more often only for what would begin before the next one.
const listAgain = time.Hour

// toAsk divides the questions that she has not seen: so many letters a day as the configuration allows, the rest in a list.
// A day begins when letters are read, at eight.
func (d *Daemon) toAsk(tx *store.Tx, who config.Candidate, all []interview.Interview, now time.Time) (q inquiry, err error) {
	var waiting []interview.Interview
	for _, iv := range all {
		if iv.Asks() && iv.Reading.Asked.IsZero() {
			waiting = append(waiting, iv)
		}
	}
	if len(waiting) == 0 {
		return q, nil
	}
	slices.SortStableFunc(waiting, func(a, b interview.Interview) int { return byUrgency(a, b, now) })
	day := dayOf(now, profile(who).Zone)
	asked, err := tx.CountLettersOf(who.Name, questionLetter, day)
	if err != nil {
		return q, err
	}
	n := min(max(d.cfg.Reading.Questions-asked, 0), len(waiting))
	rest := waiting[n:]
	q.single, q.next = waiting[:n], now
	if len(rest) == 0 {
		return q, nil
	}
	last, err := metaTime(tx, listedKey(who))
	if err != nil {
		return q, err
	}
	tomorrow := day.AddDate(0, 0, 1)
	from := day
	switch first := rest[0].Reading.First(now); {
	case last.Before(day):
	case !first.IsZero() && first.Before(tomorrow.Add(d.cfg.Timing.HoursBefore.D())):
		from = last.Add(listAgain)
	default:
		from = tomorrow
	}
	if !from.After(now) {
		q.listed = rest
	} else if n == 0 {
		q.next = from
	}
	return q, nil
}

// byUrgency puts first what begins first; what names no time that is still to come is last, in the order in which it came.
func byUrgency(a, b interview.Interview, now time.Time) int {
	x, y := a.Reading.First(now), b.Reading.First(now)
	switch {
	case x.IsZero() && y.IsZero():
		return a.Created.Compare(b.Created)
	case x.IsZero():
		return 1
	case y.IsZero():
		return -1
	}
	return x.Compare(y)
}

// dayOf is the last eight o'clock of hers.
func dayOf(now time.Time, zone *time.Location) time.Time {
	y, m, day := now.In(zone).Date()
	at := time.Date(y, m, day, digestHour, 0, 0, 0, zone)
	if at.After(now) {
		return at.AddDate(0, 0, -1)
	}
	return at
}

func listedKey(who config.Candidate) string { return "questions/" + who.Name }

// metaTime reads a time that was kept beside the tables; zero where none was.
func metaTime(tx *store.Tx, key string) (time.Time, error) {
	text, ok, err := tx.Meta(key)
	if err != nil || !ok {
		return time.Time{}, err
	}
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return at, fmt.Errorf("when %s was written last: %w", key, err)
	}
	return at, nil
}

// putQuestions asks what is to be asked now.
func (d *Daemon) putQuestions(ctx context.Context, b *box, who config.Candidate) error {
	return d.update(ctx, func(tx *store.Tx) error {
		now := d.clock.Now()
		all, err := tx.Interviews(who.Name)
		if err != nil {
			return err
		}
		q, err := d.toAsk(tx, who, all, now)
		if err != nil {
			return err
		}
		for _, iv := range q.single {
			if err := d.decide(tx, b, who, "ask-"+iv.Reading.Digest()).askReading(iv); err != nil {
				return err
			}
		}
		if len(q.listed) == 0 {
			return nil
		}
		dec := d.decide(tx, b, who, "ask-"+now.UTC().Format("20060102T1504"))
		return errors.Join(dec.askList(q.listed), tx.SetMeta(listedKey(who), now.Format(time.RFC3339)))
	})
}

// askReading asks about one reading, for the first time or again.
func (dec *decision) askReading(iv interview.Interview) error {
	dec.words, dec.provenance = iv.Reading.Words, iv.Reading.From
	l := letterOf{kind: questionLetter, hash: iv.Reading.Digest()}
	known, ok, err := dec.tx.Interview(iv.Reading.About)
	if err != nil {
		return err
	}
	if ok {
		l.before = &known
	}
	if err := dec.letter(iv.Read(), l); err != nil {
		return err
	}
	return dec.apply(iv, interview.Event{Kind: interview.Shown})
}

// askList asks about several in one letter. It is bound to what it lists, in that order: by that its numbers are understood.
func (dec *decision) askList(list []interview.Interview) error {
	named, err := dec.newInterview() // never kept: only for a number of its own in the subject
	if err != nil {
		return err
	}
	l := letterOf{kind: questionsLetter, ref: named.ID}
	var bound []string
	for _, iv := range list {
		l.list = append(l.list, iv.Read())
		bound = append(bound, listed{iv.ID, iv.Reading.Digest(), len(iv.Reading.Choices())}.String())
	}
	l.hash = strings.Join(bound, ".")
	if err := dec.letter(interview.Interview{}, l); err != nil {
		return err
	}
	for _, iv := range list {
		if err := dec.apply(iv, interview.Event{Kind: interview.Shown}); err != nil {
			return err
		}
	}
	return nil
}

// listed is one question of a list: whose, what it asked, and how many numbers it had.
type listed struct {
	id, digest string
	numbers    int
}

func (l listed) String() string { return fmt.Sprintf("%s/%s/%d", l.id, l.digest, l.numbers) }

// readListed reads what a list was bound to.
func readListed(hash string) (out []listed) {
	for _, part := range strings.Split(hash, ".") {
		var l listed
		f := strings.Split(part, "/")
		if len(f) != 3 {
			continue
		}
		l.id, l.digest = f[0], f[1]
		l.numbers, _ = number(f[2])
		out = append(out, l)
	}
	return out
}
