package ics

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ErrForeign is returned for an object that has no event of the UID asked for: it is somebody else's.
var ErrForeign = errors.New("the object holds no event of ours")

// maxObject is the largest object that is merged; she may have attached something.
const maxObject = 4 << 20

// object is a calendar file taken apart into lines, of which every one that is not ours stays as it is, byte for byte.
type object struct {
	entries []entry
	begin   int // index of the BEGIN of our event
	end     int // index of its END
}

// entry is one content line, as it stands in the file and unfolded.
type entry struct {
	raw  string // folded, every part with CRLF
	line line   // empty name: the line is malformed, and is kept
	deep int    // how many components it lies in within our event; 0 for its own properties, and outside of it
}

// readObject takes a file apart and finds our event in it: the one of that UID that is no exception to a series.
func readObject(data []byte, uid string) (*object, error) {
	if len(data) > maxObject {
		return nil, fmt.Errorf("a calendar object of %d bytes: want at most %d", len(data), maxObject)
	}
	o := &object{entries: readEntries(data)}
	from, deep := -1, 0
	for i := range o.entries {
		l := o.entries[i].line
		switch {
		case from < 0 && l.is("BEGIN", "VEVENT"):
			from, deep = i, 0
		case from >= 0 && deep == 0 && l.is("END", "VEVENT"):
			if o.begin, o.end = from, i; o.ours(uid) {
				return o, nil
			}
			from = -1
		case from >= 0 && l.name == "BEGIN":
			deep++
			o.entries[i].deep = deep
		case from >= 0:
			o.entries[i].deep = deep
			if l.name == "END" && deep > 0 {
				deep--
			}
		}
	}
	return nil, ErrForeign
}

func (l line) is(name, value string) bool {
	return l.name == name && strings.EqualFold(strings.TrimSpace(l.value), value)
}

func readEntries(data []byte) []entry {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	var out []entry
	begin, at := 0, 0
	flush := func() {
		raw := strings.ReplaceAll(strings.TrimRight(string(data[begin:at]), "\r\n"), "\r\n", "\n")
		if raw != "" {
			raw = strings.ReplaceAll(raw, "\n", "\r\n") + "\r\n"
			l, _ := parseLine(unfold(raw))
			out = append(out, entry{raw: raw, line: l})
		}
		begin = at
	}
	for part := range bytes.Lines(data) {
		if part[0] != ' ' && part[0] != '\t' {
			flush()
		}
		at += len(part)
	}
	flush()
	return out
}

func unfold(raw string) string {
	return strings.NewReplacer("\r\n ", "", "\r\n\t", "", "\r\n", "").Replace(raw)
}

// own are the properties of our event itself, without those of its alarms.
func (o *object) own() []entry {
	var out []entry
	for _, e := range o.entries[o.begin+1 : o.end] {
		if e.deep == 0 {
			out = append(out, e)
		}
	}
	return out
}

// get gives the first value of a property of our event.
func (o *object) get(name string) (string, bool) {
	for _, e := range o.own() {
		if e.line.name == name {
			return strings.TrimSpace(e.line.value), true
		}
	}
	return "", false
}

// ours reports whether the event between begin and end has the UID and is not an exception to a series.
func (o *object) ours(uid string) bool {
	got, _ := o.get("UID")
	_, exception := o.get("RECURRENCE-ID")
	return got == uid && !exception
}

// pick gives the entries of our event for which want is true, in order.
func (o *object) pick(want func(entry) bool) []entry {
	var out []entry
	for _, e := range o.entries[o.begin+1 : o.end] {
		if want(e) {
			out = append(out, e)
		}
	}
	return out
}

// replace takes the entries of our event for which which is true out, and puts others in their place, before the first
// component within it.
func (o *object) replace(which func(entry) bool, with []entry) {
	event := slices.DeleteFunc(slices.Clone(o.entries[o.begin+1:o.end]), which)
	at := slices.IndexFunc(event, func(e entry) bool { return e.deep > 0 })
	if at < 0 || len(with) > 0 && with[0].deep > 0 {
		at = len(event)
	}
	event = slices.Insert(event, at, with...)
	o.entries = slices.Replace(o.entries, o.begin+1, o.end, event...)
	o.end = o.begin + 1 + len(event)
}

// set gives a property of our event one value, which needs no folding.
func (o *object) set(name, value string) {
	o.replace(func(e entry) bool { return e.deep == 0 && e.line.name == name },
		[]entry{{raw: name + ":" + value + "\r\n", line: line{name: name, value: value}}})
}

func (o *object) bytes() []byte {
	var buf bytes.Buffer
	for _, e := range o.entries {
		buf.WriteString(e.raw)
	}
	return buf.Bytes()
}

// event reads our event as Decode does, with the time zones of the file.
func (o *object) event() (Event, error) {
	var buf bytes.Buffer
	inZone := false
	buf.WriteString("BEGIN:VCALENDAR\r\n")
	for i, e := range o.entries {
		inZone = inZone || e.line.is("BEGIN", "VTIMEZONE")
		own := i >= o.begin && i <= o.end && e.deep == 0
		if inZone || own && (wanted[e.line.name] || e.line.name == "BEGIN" || e.line.name == "END") {
			buf.WriteString(e.raw)
		}
		inZone = inZone && !e.line.is("END", "VTIMEZONE")
	}
	buf.WriteString("END:VCALENDAR\r\n")
	cal, err := Decode(buf.Bytes(), nil)
	if err != nil || len(cal.Events) != 1 {
		return Event{}, fmt.Errorf("reading our event back: %d events (%w)", len(cal.Events), errors.Join(err))
	}
	return cal.Events[0], nil
}
