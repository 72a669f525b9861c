package when

import (
	"time"

	"roundtwo/parse/token"
)

// kind is what a mark is.
type kind uint8

const (
	dayMark kind = iota
	weekMark
	clockMark
	partMark
	lengthMark
	zoneMark
	cueMark
	orMark
	slotMark
	sameMark // "same time"
)

// mark is one thing found by a rule: a day, a clock time or range, a zone, a length, a cue. Readings are joined from
// marks.
type mark struct {
	kind  kind
	span  token.Span
	day   *day     // of a dayMark
	clock *hours24 // of a clockMark
	zone  *zoneWord
	part  part
	long  time.Duration
	cue   cue
	week  int // of a weekMark
	nth   int // of a slotMark: 1 for the first, -1 for the last

	sentence, line, column int // where it stands: columns are cells of the line
}

// day is a day as it is said. Zero fields were not said.
type day struct {
	year, month, dom int
	weekday          int8 // Sunday 1 to Saturday 7
	numeric          bool // month and dom are digits that may stand the other way round
	relative         bool // days counted from the day of writing
	chain            bool // likewise, from the day named before it
	days             int  // from the day of writing, or added to the weekday: "Monday week"
	months           int  // "the 15th of next month"
	next, this, last bool // "next Tuesday"
	week             int  // the week it lies in, counted from that of writing, where weekSaid
	weekSaid         bool
	nth              int // "the first Monday of September": 1; the last: -1
	part             part
	several          bool // "Mondays", "Monday to Friday"
	upto             int8 // the last of several weekdays in a row: "Monday to Wednesday"
}

// dated reports whether the day names a date and not only a weekday.
func (d day) dated() bool { return d.dom > 0 || d.relative }

// clock is one clock time as it is said.
type clock struct {
	hour, minute int
	second       int
	half         meridiem
	exact        bool // cannot be meant in the other half of the day
}

// hours24 is a clock time or a range of two.
type hours24 struct {
	start, end clock
	ranged     bool
	second     int  // of a range, the token at which its end stands
	between    bool // "between 2 and 4": a window
	inList     bool // follows another clock time by "," or "or"
	joined     int  // of a list of clock times: the place in it, from 0
}
