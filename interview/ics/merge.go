package ics

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// field is a part of our event that she may change in her calendar, and that we may have to change again.
type field struct {
	name  string
	props string // the properties that make it up
	ours  bool   // a change of ours goes before a change of hers: when the interview is, and whether it is
	print func(Event, *object) string
}

// fields of an event. A property that is not here (a category, a note, a colour, an alarm of her own) is hers alone.
var fields = []field{
	{"time", " DTSTART DTEND DURATION ", true, func(e Event, _ *object) string {
		return fmt.Sprint(e.AllDay, e.Start.Unix(), e.End.Unix())
	}},
	{"status", " STATUS ", true, func(e Event, _ *object) string { return e.Status }},
	{"summary", " SUMMARY ", false, func(e Event, _ *object) string { return e.Summary }},
	{"description", " DESCRIPTION X-ALT-DESC ", false, func(e Event, _ *object) string { return oneLine(e.Description) }},
	{"location", " LOCATION ", false, func(e Event, _ *object) string { return e.Location }},
	{"url", " URL ", false, func(e Event, _ *object) string { return e.URL }},
	{"alarms", "", false, func(_ Event, o *object) string { return strings.Join(o.triggers(), " ") }},
}

// is reports whether an entry of our event belongs to the field.
func (f field) is(e entry) bool {
	if f.props == "" {
		return e.deep > 0
	}
	return e.deep == 0 && e.line.name != "" && strings.Contains(f.props, " "+e.line.name+" ")
}

// triggers are the times of the alarms, sorted. When she dismisses an alarm, her calendar notes that in it: this is
// no change of hers.
func (o *object) triggers() []string {
	var out []string
	for _, e := range o.pick(func(e entry) bool { return e.deep == 1 && e.line.name == "TRIGGER" }) {
		value := strings.TrimSpace(e.line.value)
		if d, ok := parseDuration(value); ok && e.line.get("RELATED") == "" {
			value = d.String()
		}
		out = append(out, value)
	}
	slices.Sort(out)
	return out
}

// Fingerprint sums up the fields of the event of that UID, such that Merge can tell later which of them were changed.
// It is the same for every way of writing the same event.
func Fingerprint(data []byte, uid string) (string, error) {
	_, prints, err := readPrinted(data, uid)
	if err != nil {
		return "", fmt.Errorf("summing up an event: %w", err)
	}
	parts := make([]string, 0, len(fields))
	for _, name := range slices.Sorted(maps.Keys(prints)) {
		parts = append(parts, name+"="+prints[name])
	}
	return strings.Join(parts, " "), nil
}

func (o *object) prints() (map[string]string, error) {
	e, err := o.event()
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, f := range fields {
		sum := sha256.Sum256([]byte(f.print(e, o)))
		out[f.name] = hex.EncodeToString(sum[:8])
	}
	return out, nil
}

func parsePrints(s string) map[string]string {
	out := map[string]string{}
	for part := range strings.FieldsSeq(s) {
		name, print, _ := strings.Cut(part, "=")
		out[name] = print
	}
	return out
}

// Merged is what Merge makes of two versions.
type Merged struct {
	Data    []byte
	Changed bool // Data is not what lies in the calendar: it is to be written
	Edited  bool // it holds something of hers, that would be lost if ours were written over it
}

// Merge puts ours, a new version of our event, into theirs, the object as it lies in the calendar. last is the
// Fingerprint of what we wrote before, "" where that is not known. A field that we did not change stays as it is; one
// that she left as we wrote it becomes ours; of one that both changed, the time and the status become ours, texts and
// alarms stay hers. All else in the object stays byte for byte. ErrForeign: theirs has no event of that UID.
func Merge(theirs, ours []byte, uid, last string) (Merged, error) {
	hers, there, err := readPrinted(theirs, uid)
	if err != nil {
		return Merged{}, fmt.Errorf("reading the event in the calendar: %w", err)
	}
	mine, want, err := readPrinted(ours, uid)
	if err != nil {
		return Merged{}, fmt.Errorf("reading our new event: %w", err)
	}
	m, before := Merged{Data: theirs, Edited: hers.hasMore(mine)}, parsePrints(last)
	for _, f := range fields {
		switch {
		case there[f.name] == want[f.name]:
		case f.take(there[f.name], want[f.name], before[f.name]):
			hers.replace(f.is, mine.pick(f.is))
			m.Changed = true
		default:
			m.Edited = true
		}
	}
	if m.Changed {
		hers.stamp(mine)
		m.Data = hers.bytes()
	}
	return m, nil
}

func readPrinted(data []byte, uid string) (*object, map[string]string, error) {
	o, err := readObject(data, uid)
	if err != nil {
		return nil, nil, err
	}
	prints, err := o.prints()
	return o, prints, err
}

// Withdraw makes of theirs, the object as it lies in the calendar, a version of ours that is called off and rings no
// more. It is for an event of which nothing else is known any longer, such as the second day of an interview that is
// held in one. ErrForeign: theirs has no event of that UID.
func Withdraw(theirs []byte, uid string) ([]byte, error) {
	o, err := readObject(theirs, uid)
	if err != nil {
		return nil, fmt.Errorf("calling off the event in the calendar: %w", err)
	}
	now, _ := o.get("SEQUENCE")
	o.set("STATUS", Cancelled)
	o.set("SEQUENCE", strconv.Itoa(sequence(now)+1))
	o.replace(func(e entry) bool { return e.deep > 0 }, nil)
	return o.bytes(), nil
}

// take decides whether a field that differs becomes ours.
func (f field) take(there, want, before string) bool {
	switch {
	case want == before:
		return false // she changed it, and it is as we want it otherwise
	case there == before:
		return true // she left it alone
	}
	return f.ours
}

// hasMore reports whether the object holds lines of her own, that would be lost if ours were written over it.
func (o *object) hasMore(ours *object) bool {
	known := map[string]bool{"CREATED": true, "LAST-MODIFIED": true, "TRANSP": true} // every calendar adds these
	for _, e := range ours.own() {
		known[e.line.name] = true
	}
	return slices.ContainsFunc(o.own(), func(e entry) bool { return !known[e.line.name] })
}

// stamp raises SEQUENCE and DTSTAMP: a calendar may ignore a version that is not newer (RFC 5546 2.1.5).
func (o *object) stamp(ours *object) {
	if stamp, ok := ours.get("DTSTAMP"); ok {
		o.set("DTSTAMP", stamp)
	}
	hers, _ := o.get("SEQUENCE")
	mine, _ := ours.get("SEQUENCE")
	o.set("SEQUENCE", strconv.Itoa(max(sequence(hers), sequence(mine))))
}
