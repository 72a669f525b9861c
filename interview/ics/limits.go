package ics

import "slices"

// Names of what was cut or repaired.
const (
	LimitSize    = "ics_size"    // the file is larger than maxBytes: the rest is not read
	LimitLines   = "ics_lines"   // more lines than maxLines
	LimitLine    = "ics_line"    // a line that is none: dropped
	LimitParam   = "ics_param"   // a parameter is longer than maxParam: dropped
	LimitValue   = "ics_value"   // a value is longer than maxValue, or maxStyled: cut
	LimitDepth   = "ics_depth"   // components nested deeper than maxDepth: dropped
	LimitEvents  = "ics_events"  // more events than maxEvents
	LimitPeople  = "ics_people"  // more attendees than maxPeople
	LimitCharset = "ics_charset" // not UTF-8: taken for Windows-1252
)

// The bounds. The library needs 36 s for a parameter of 400 KB, and its stack overflows on deep nesting, which no
// recover catches.
const (
	maxBytes  = 256 << 10
	maxLines  = 2000
	maxParam  = 1 << 10
	maxValue  = 8 << 10
	maxStyled = 96 << 10 // of a value that is a page of HTML
	maxDepth  = 5
	maxEvents = 20
	maxPeople = 200
)

// limits collects names, each once.
type limits []string

func (l *limits) add(name string) {
	if !slices.Contains(*l, name) {
		*l = append(*l, name)
	}
}
