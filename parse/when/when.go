// Package when reads dates, times, ranges and zones in prose, label rows and tables. It works on tokens and gives
// every reading with its span; what a reading means for an interview is decided in package parse.
package when

import (
	"time"

	"roundtwo/interview"
	"roundtwo/parse/token"
)

// Reference is what relative and incomplete dates are read against.
type Reference struct {
	Time     time.Time      // when the message was written, in the writer's zone
	Zone     *time.Location // the candidate's zone: taken where the message states none
	ZoneName string         // its name as given by her: "Europe/Paris", "UTC+05:30"
	Language string         // of the message, "" where unknown
	DayFirst *bool          // 03/04 is the 3rd of April; nil: by language, zone and weekday
}

// Reading is one date, time or span found in the text.
type Reading struct {
	Span        token.Span
	Start, End  interview.Moment // End zero where neither end nor duration is stated
	Zone        string           // IANA name or "UTC+05:30"; the candidate's where ZoneAssumed
	ZoneAssumed bool
	Duration    bool // End comes from a duration ("45 minutes"), not from a clock time
	DateStated  bool // the text itself names the day (it is not carried over from elsewhere)
	TimeStated  bool // the text names a clock time
	Window      bool // a window in which a time is to be chosen: "between 2 and 5pm", "morning"
	Deadline    bool // "by", "before", "until": an answer is due, nothing happens then
	Past        bool // "on 22 October we met": told as past, or before the reference
	Alternative int  // readings joined by "or", commas or a list of options share a number > 0
	Conflicts   []interview.Conflict
}
