package daemon

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"roundtwo/daemon/config"
	"roundtwo/daemon/store"
	"roundtwo/interview"
	"roundtwo/parse"
)

// verdictLeft is a message that came near to being taken for an invitation: it stands in the weekly digest, so that a miss
// is found.
const verdictLeft = "left out"

// leftOut says of a message that was not taken whether she should see it, and how it is named there.
func (dec *decision) leftOut(f parse.Finding) (reason string, left bool) {
	if certain(f) {
		return strings.Join(f.Reasons, "; "), false
	}
	return dec.inDigest(f), true
}

// inDigest names a message in the weekly letter.
func (dec *decision) inDigest(f parse.Finding) string {
	from := f.Sender.Name
	if from == "" {
		from = f.Sender.Email
	}
	what := dec.say("digest-what", "{subject}", f.Subject, "{sender}", from)
	if len(f.Reasons) > 0 {
		what = dec.say("digest-why", "{what}", what, "{why}", f.Reasons[0])
	}
	return what
}

// certain reports a message that is surely none for her to look at.
func certain(f parse.Finding) bool { return !f.Near || f.Answer.Verb != "" }

// digestHour is when the digest comes: on Mondays, in her zone.
const digestHour = 8

// beginDigests counts the first week of a candidate from the first start.
func (d *Daemon) beginDigests(tx *store.Tx) error {
	for _, who := range d.cfg.People {
		_, ok, err := tx.Meta(digestKey(who))
		if err == nil && !ok {
			err = tx.SetMeta(digestKey(who), d.clock.Now().Format(time.RFC3339))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// nextDigest is the first Monday morning after the last digest.
func nextDigest(tx *store.Tx, who config.Candidate, now time.Time) (time.Time, error) {
	text, ok, err := tx.Meta(digestKey(who))
	if err != nil {
		return time.Time{}, err
	}
	last := now
	if ok {
		if last, err = time.Parse(time.RFC3339, text); err != nil {
			return time.Time{}, fmt.Errorf("when the last digest was written: %w", err)
		}
	}
	y, m, d := last.In(profile(who).Zone).Date()
	at := time.Date(y, m, d, digestHour, 0, 0, 0, profile(who).Zone)
	for !at.After(last) || at.Weekday() != time.Monday {
		at = at.AddDate(0, 0, 1)
	}
	return at, nil
}

func digestKey(who config.Candidate) string { return "digest/" + who.Name }

// digest writes what was seen in the last week and not taken, where there was anything.
func (d *Daemon) digest(ctx context.Context, b *box, who config.Candidate) error {
	return d.update(ctx, func(tx *store.Tx) error {
		now := d.clock.Now()
		text, ok, err := tx.Meta(digestKey(who))
		if err != nil {
			return err
		}
		if err := tx.SetMeta(digestKey(who), now.Format(time.RFC3339)); err != nil || !ok {
			return err
		}
		since, err := time.Parse(time.RFC3339, text)
		if err != nil {
			return fmt.Errorf("when the last digest was written: %w", err)
		}
		seen, err := tx.Messages(who.Name, since)
		if err != nil {
			return err
		}
		dec := d.decide(tx, b, who, "digest-"+now.UTC().Format(time.DateOnly))
		var lines []string
		for _, m := range seen {
			if shownInDigest[m.Verdict] {
				lines = append(lines, dec.say("digest-line", "{day}", dec.weekday(m.Received), "{verdict}", m.Verdict, "{what}", m.Reason))
			}
		}
		if len(lines) == 0 {
			return nil
		}
		coming, err := dec.coming()
		if err != nil {
			return err
		}
		return dec.letter(interview.Interview{}, letterOf{kind: "digest", transcript: lines, list: coming})
	})
}

// coming gives the interviews that are still to take place or to be agreed, the nearest first.
func (dec *decision) coming() ([]interview.Interview, error) {
	all, err := dec.tx.Interviews(dec.who.Name)
	if err != nil {
		return nil, err
	}
	var out []interview.Interview
	for _, iv := range all {
		switch {
		case iv.State == interview.Scheduled && iv.End().After(dec.now), iv.State == interview.Proposed, iv.State == interview.Suspected:
			out = append(out, iv.Read())
		}
	}
	slices.SortStableFunc(out, func(a, b interview.Interview) int {
		x, y := a.Start(), b.Start()
		if x.IsZero() != y.IsZero() {
			return map[bool]int{true: 1, false: -1}[x.IsZero()] // without a time: last
		}
		return x.Compare(y)
	})
	return out, nil
}

// shownInDigest are the verdicts that she may want to look at herself.
var shownInDigest = map[string]bool{verdictLeft: true, verdictUnreadable: true, verdictRefused: true, verdictGone: true}
