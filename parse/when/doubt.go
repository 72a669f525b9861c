package when

import (
	"fmt"
	"strings"
	"time"

	"roundtwo/interview"
)

// Doubt is a question about the hour: what the text says of the zone can be taken in more than one way, and on that day the
// clocks differ. The Reading that has it is one way, Others are the rest.
type Doubt struct {
	// Why says it in words, as a sentence without its end: "the message says PST; on that day the clocks in Vancouver and in
	// Los Angeles differ".
	Why    string
	Others []OtherClock // none where the zone that is stated is not known, and nothing else is
}

// OtherClock is one way to take a time.
type OtherClock struct {
	Start, End interview.Moment // End zero where the reading has none
	Zone       string           // IANA name or "UTC+05:30"
}

// otherwise is the doubt about the reading whose zone was settled as s: the same hour on each other clock.
func (x *draft) otherwise(s settled) *Doubt {
	if s.why == "" || !x.TimeStated {
		return nil
	}
	d := &Doubt{Why: s.why}
	for _, z := range s.others {
		c := OtherClock{Start: moment(x.date, x.from, z.loc, false), Zone: z.name}
		if x.to >= 0 {
			c.End = moment(x.date, x.to, z.loc, false)
		}
		d.Others = append(d.Others, c)
	}
	return d
}

// Rival doubts a time that a calendar part states in a zone, where the zone may only stand for the writer's own: Outlook offers
// "Pacific Time (US & Canada)" to Vancouver too, and on a machine with old rules 14:00 there is written down as 14:00 in Los
// Angeles. It is nil where ref.WriterZone is not known, is no such place, or its clock is the same at that time.
func (ref Reference) Rival(zone string, start, end time.Time) *Doubt {
	own := loadZone(ref.WriterZone)
	if own == nil || !inRegion(zone, ref.WriterZone) {
		return nil
	}
	there := on(own, start)
	if there.Equal(start) {
		return nil
	}
	c := OtherClock{Start: interview.At(there), Zone: ref.WriterZone}
	if !end.IsZero() {
		c.End = interview.At(on(own, end))
	}
	return &Doubt{Why: differ(fmt.Sprintf("the calendar part says the time of %s, and the writer is in %s", city(zone), city(ref.WriterZone)), zone,
		ref.WriterZone), Others: []OtherClock{c}}
}

// differ ends a reason with the two places whose clocks differ.
func differ(said, a, b string) string {
	return fmt.Sprintf("%s; on that day the clocks of %s and %s differ", said, city(a), city(b))
}

// city is how a zone is called in a question: "Los Angeles", "UTC-04:00".
func city(zone string) string {
	return strings.ReplaceAll(zone[strings.LastIndex(zone, "/")+1:], "_", " ")
}
