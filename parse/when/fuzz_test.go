package when

import (
	"testing"
	"time"

	"roundtwo/interview"
	"roundtwo/parse/token"
)

func FuzzRead(f *testing.F) {
	for _, s := range append(hostile, letter, "Tue 3/4 or Wed at 10-11:30am (ET), 45 min", "2026年3月17日 午後2時", "le 1er mars à 14h", "half past nine\non Friday") {
		f.Add(s)
	}
	london, err := interview.Location("Europe/London")
	if err != nil {
		f.Fatal(err)
	}
	ref := Reference{Time: time.Date(2026, 11, 20, 9, 0, 0, 0, london), Zone: london, ZoneName: "Europe/London"}
	f.Fuzz(func(t *testing.T, s string) {
		toks := token.Cut(s)
		last := 0
		for _, r := range Read(s, toks, ref) {
			if r.Span.From < 0 || r.Span.To <= r.Span.From || r.Span.To > len(toks) || r.Span.From < last {
				t.Fatalf("span %v after %d of %d tokens", r.Span, last, len(toks))
			}
			last = r.Span.From
			if r.DaySpan.From < 0 || r.DaySpan.To > len(toks) || r.DaySpan.To < r.DaySpan.From {
				t.Fatalf("day span %v of %d tokens", r.DaySpan, len(toks))
			}
			if r.Start.IsZero() != r.DayUnknown || r.Zone == "" {
				t.Fatalf("a reading without start or zone: %+v", r)
			}
			if r.TimeStated != (r.Clock >= 0) || r.Until >= 0 && r.Until < r.Clock {
				t.Fatalf("a clock from %d to %d minutes: %+v", r.Clock, r.Until, r)
			}
			if !r.End.IsZero() && r.End.Time.Before(r.Start.Time) {
				t.Fatalf("ends %s before it starts %s", r.End, r.Start)
			}
		}
	})
}
