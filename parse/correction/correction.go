// Package correction reads what the candidate puts right in an interview, in plain words: "the time is 15:00", "it's Dana
// Whitfield, not Dan", "add Priya Nair <priya@northwind.example>", "zone: Europe/Berlin", "not an interview".
//
// It is handed her own words only, quotes and signature cut. What it does not surely understand is never guessed: it says
// what is unclear, and then nothing of the answer counts. How a correction may begin stands in words.go.
package correction

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"roundtwo/interview"
)

// Reading is what an answer puts right.
type Reading struct {
	Fix     interview.Fix
	Drop    bool      // it is no interview
	TakeUp  bool      // it is one after all
	Unclear []Unclear // what looked like a correction and could not be followed
	Rest    []string  // lines that correct nothing
}

// Reason says why a correction cannot be followed.
type Reason string

// Reasons lists them all.
var Reasons = []Reason{NoValue, NoTime, OtherZone, Over, NoZone, NoPerson, NoName, NoLink}

// The reasons.
const (
	NoValue   Reason = "no value"   // "the time is wrong": what is right?
	NoTime    Reason = "no time"    // no time can be read, or several
	OtherZone Reason = "other zone" // a bare clock time, where her zone and theirs differ
	Over      Reason = "over"       // the time lies in the past
	NoZone    Reason = "no zone"
	NoPerson  Reason = "no person" // nobody of that name, or two
	NoName    Reason = "no name"   // no name of a person
	NoLink    Reason = "no link"
)

// Unclear is a line that cannot be followed.
type Unclear struct {
	Line   string
	Reason Reason
}

// Found reports whether the answer corrects anything.
func (r Reading) Found() bool {
	f := r.Fix
	return r.Drop || r.TakeUp || len(f.Sessions) > 0 || len(f.Interviewers) > 0 || f.Round > 0 ||
		f.Company+f.Role+f.Location+f.Link+f.Phone+string(f.Format) != ""
}

// maxLine is the longest line that may be a correction, in bytes: more is prose.
const maxLine = 400

// Read reads her words about an interview. Times without a day are on its day, a day without a time keeps its hour; zone
// is hers.
func Read(own string, iv interview.Interview, now time.Time, zone *time.Location) Reading {
	r := &reader{iv: iv, now: now, zone: zone}
	for _, line := range statements(own) {
		r.line(line)
	}
	r.schedule()
	return r.out
}

// reader gathers what the lines say.
type reader struct {
	iv   interview.Interview
	now  time.Time
	zone *time.Location
	out  Reading

	time   string         // her words for the time, read when the zone is known too
	inZone *time.Location // a zone that she named by itself
	zoned  string         // its name
}

// statements cuts her words into lines, and lines at a semicolon or a full stop before another correction.
func statements(own string) []string {
	var out []string
	for line := range strings.Lines(own) {
		for part := range strings.SplitSeq(line, ";") {
			out = append(out, atStops(strings.TrimSpace(part))...)
		}
	}
	return out
}

func atStops(line string) []string {
	var out []string
	for from := 0; ; {
		at := strings.Index(line[from:], ". ")
		if at < 0 {
			return append(out, line)
		}
		at += from
		if head, _, _ := opening(line[at+2:]); head != none {
			out = append(out, line[:at])
			line, from = strings.TrimSpace(line[at+2:]), 0
			continue
		}
		from = at + 2
	}
}

func (r *reader) line(line string) {
	trimmed := strings.TrimRight(strings.TrimSpace(line), ".!")
	switch {
	case trimmed == "":
	case len(trimmed) > maxLine || strings.HasSuffix(trimmed, "?"):
		r.rest(line)
	case said(trimmed, drops):
		r.out.Drop = true
	case said(trimmed, takeUps):
		r.out.TakeUp = true
	default:
		r.field(trimmed)
	}
}

func (r *reader) field(line string) {
	field, value, label := opening(line)
	if !label && r.complaint(line) {
		return
	}
	if field == none || !label && (value == "" || namely[field] && !looksNamed(value)) {
		if !r.instead(line) {
			r.rest(line)
		}
		return
	}
	if value == "" {
		r.unclear(line, NoValue)
		return
	}
	if !label && r.instead(line) {
		return
	}
	if reason, ok := r.set(field, value); !ok {
		switch {
		case reason == "" && label:
			r.unclear(line, NoValue)
		case reason == "":
			r.rest(line) // the words only began like a correction
		default:
			r.unclear(line, reason)
		}
	}
}

// looksNamed reports a value that could be a name: it begins with a capital or a digit and is short. "The job is fun" says
// nothing about which job it is.
func looksNamed(value string) bool {
	first, _ := utf8.DecodeRuneInString(value)
	return !unicode.IsLower(first) && len(strings.Fields(value)) <= 8
}

// complaint is a line that says that something is wrong, and not what is right.
func (r *reader) complaint(line string) bool {
	words := " " + strings.ToLower(line) + " "
	for _, thing := range things {
		for _, wrong := range wrongs {
			if strings.Contains(words, thing+" "+wrong+" ") {
				r.unclear(line, NoValue)
				return true
			}
		}
	}
	return false
}

func (r *reader) rest(line string) { r.out.Rest = append(r.out.Rest, strings.TrimSpace(line)) }

func (r *reader) unclear(line string, why Reason) {
	r.out.Unclear = append(r.out.Unclear, Unclear{Line: line, Reason: why})
}

// said reports whether a line is one of the sentences, whatever the case of its letters.
func said(line string, sentences []string) bool {
	line = strings.ToLower(strings.ReplaceAll(line, "’", "'"))
	for _, s := range sentences {
		if line == s {
			return true
		}
	}
	return false
}
