package drafts

import (
	"strings"
	"time"

	"roundtwo/interview"
)

// Say gives one of the sentences of [said] in words.toml: what a receipt, a refusal or a question tells her, kept there so
// that another language is a folder. Pairs are the names of its gaps and what goes in: "{name}", "Dana". A key that is not
// there gives the key: a letter with an odd line is better than none.
func (w *Writer) Say(key string, pairs ...string) string {
	text, ok := w.words.Said[key]
	if !ok {
		return key
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// Says reports whether there is a sentence of that key.
func (w *Writer) Says(key string) bool {
	_, ok := w.words.Said[key]
	return ok
}

// NoteState is a state of a note in words.
func (w *Writer) NoteState(s interview.NoteState) string { return w.words.NoteState[string(s)] }

// Hour is a time of day in her zone, as she reads it.
func (w *Writer) Hour(p Profile, t time.Time) string {
	c := w.clockOf(p)
	return c.hour(t.In(c.zone()))
}

// Weekday is a day in her zone, with its day of the week.
func (w *Writer) Weekday(p Profile, t time.Time) string {
	c := w.clockOf(p)
	return c.weekdayDay(t.In(c.zone()))
}

// Day is the day of the month on which something was written, where it was written.
func (w *Writer) Day(p Profile, t time.Time) string { return w.clockOf(p).day(t) }

func (w *Writer) clockOf(p Profile) clock { return clock{words: w.words, p: p} }
