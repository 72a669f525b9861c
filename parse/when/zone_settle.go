package when

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// clockOf is a zone with its name.
type clockOf struct {
	name string
	loc  *time.Location
}

// settled is the zone that words mean, and the others that they may mean as well.
type settled struct {
	clockOf
	assumed bool      // nothing that is known was stated: hers
	others  []clockOf // clocks on which the hour is another instant
	why     string    // why it is asked; "" where nothing is to be asked
}

// regions are the places where people name their clock after another one, by that other one. Some of them have left its
// rules: British Columbia, Alberta and Manitoba in 2026, Arizona and Saskatchewan long ago.
var regions = map[string][]string{
	"America/Los_Angeles": {"America/Vancouver", "America/Whitehorse", "America/Dawson"},
	"America/Denver": {"America/Edmonton", "America/Yellowknife", "America/Inuvik", "America/Cambridge_Bay", "America/Creston",
		"America/Dawson_Creek", "America/Fort_Nelson", "America/Phoenix", "America/Hermosillo"},
	"America/Chicago":  {"America/Winnipeg", "America/Regina", "America/Swift_Current", "America/Rankin_Inlet", "America/Resolute", "America/Mexico_City"},
	"America/New_York": {"America/Jamaica", "America/Panama", "America/Cancun", "America/Atikokan"},
}

// inRegion reports whether people in zone name their clock after that of main.
func inRegion(main, zone string) bool { return slices.Contains(regions[main], zone) }

// settle decides which clock a zone in words means for a time of day, in minutes from midnight of date.
func (ref Reference) settle(z *zoneWord, date time.Time, minutes int) settled {
	at := date.Add(time.Duration(minutes) * time.Minute)
	switch {
	case z == nil || z.local:
		return ref.hers()
	case z.unknown:
		return ref.notKnown(z, at)
	case z.ours:
		_, offset := ref.Time.Zone()
		name := "UTC" + offsetText(offset)
		return settled{clockOf: clockOf{name, time.FixedZone(name, offset)}}
	case z.isPlace:
		return ref.ofPlace(z, at)
	case z.beside != nil:
		return ref.withOffset(z, at)
	}
	return ref.ofWord(z, at)
}

func (ref Reference) hers() settled {
	return settled{clockOf: clockOf{ref.ZoneName, ref.Zone}, assumed: true}
}

// notKnown takes her clock for a zone that is stated and not known, and asks: it may be the writer's, or any other.
func (ref Reference) notKnown(z *zoneWord, at time.Time) settled {
	s := ref.hers()
	s.why = fmt.Sprintf("the message says %q, which is not known", z.said)
	if name, offset := ref.Time.Zone(); offset != 0 || name == "" {
		text := "UTC" + offsetText(offset)
		s.add(clockOf{text, time.FixedZone(text, offset)}, at)
	}
	return s
}

// ofPlace is the clock of the place that is named. What else is said of it must not disagree.
func (ref Reference) ofPlace(z *zoneWord, at time.Time) settled {
	s := settled{clockOf: clockOf{z.zone, loadZone(z.zone)}}
	if z.orElse != "" && s.add(clockOf{z.orElse, loadZone(z.orElse)}, at) {
		s.why = fmt.Sprintf("the message says %q, which may be in the zone of %s or of %s", z.said, city(z.zone), city(z.orElse))
	}
	other := z.beside
	if other == nil || s.loc == nil || ref.agrees(other, s.clockOf, at) {
		return s
	}
	word := ref.ofWord(other, at)
	if word.loc != nil && s.add(word.clockOf, at) {
		s.why = fmt.Sprintf("the message says %q; on that day the clocks of %s show %s", z.said, city(z.zone), offsetAt(s.loc, at))
	}
	return s
}

// agrees reports whether an abbreviation, a name or an offset fits the clock of a place. "Pacific Time, Vancouver" fits by
// custom; "PST, Vancouver" only where the hour is the same, or where clocks there are called so.
func (ref Reference) agrees(z *zoneWord, here clockOf, at time.Time) bool {
	loc := loadZone(z.zone)
	if loc == nil || sameClock(here.loc, loc, at) {
		return true
	}
	if isOffset(z.zone) {
		return false
	}
	if z.dst == 0 && inRegion(z.zone, here.name) || callsItself(here.loc, z.family, at) {
		return true
	}
	// Where clocks never change, "EST" is meant as it stands: Bogotá time (EST).
	return !changes(here.loc, at) && offsetOf(here.loc, at) == z.literal(loc, at)
}

// withOffset is an abbreviation or name beside an offset: "PT (UTC-8)". The offset decides, and where the name does not fit
// it is asked.
func (ref Reference) withOffset(z *zoneWord, at time.Time) settled {
	word, offset := ref.ofWord(z, at), clockOf{z.beside.zone, loadZone(z.beside.zone)}
	switch {
	case word.loc == nil || offset.loc == nil:
		return word
	case sameClock(word.loc, offset.loc, at):
		word.others, word.why = nil, "" // of several meanings the offset says which
		return word
	}
	for _, o := range word.others {
		if sameClock(o.loc, offset.loc, at) {
			return settled{clockOf: o}
		}
	}
	if manyMeanings[z.word] && offsetOf(offset.loc, at) != z.literal(loadZone(z.zone), at) {
		return settled{clockOf: offset}
	}
	s := settled{clockOf: word.clockOf}
	s.add(offset, at)
	s.why = fmt.Sprintf("the message says %q; on that day the clocks of %s show %s", z.said, city(word.name), offsetAt(word.loc, at))
	return s
}

// manyMeanings are abbreviations in use in several parts of the world: an offset beside them says which is meant. "CST
// (UTC-6)" in July is none of these: it is the word for winter on a clock of summer, or meant as it stands.
var manyMeanings = wordSet(`cst, ist, bst, ast, gst, sst, wst`)

// ofWord is the clock that a word means: that of the place where the writer is, or hers, if people there call it so; else the
// one that most people mean. Where two of these show another hour, it is asked.
func (ref Reference) ofWord(z *zoneWord, at time.Time) settled {
	main := clockOf{z.zone, loadZone(z.zone)}
	if main.loc == nil || z.family == "" {
		return settled{clockOf: main}
	}
	writer := ref.custom(z, main, clockOf{ref.WriterZone, loadZone(ref.WriterZone)}, at)
	own := ref.custom(z, main, clockOf{ref.ZoneName, ref.Zone}, at)
	if writer == none && own == none {
		if z.family == "GMT" && offsetOf(main.loc, at) != 0 {
			return settled{clockOf: clockOf{"UTC", time.UTC}} // in summer, when London's clock is another, GMT is meant literally
		}
		return settled{clockOf: main}
	}
	there, here := clockOf{ref.WriterZone, loadZone(ref.WriterZone)}, clockOf{ref.ZoneName, ref.Zone}
	s := settled{clockOf: main}
	switch {
	case writer != none:
		s.clockOf = there
	case own == sure || ref.writtenAt(here):
		s.clockOf = here
	}
	if writer == loose || writer == none && (own == loose || own == sure && !ref.writtenAt(here) && ref.writtenAt(main)) {
		s.add(main, at)
	}
	if own != none && (writer != sure || own == sure && shows(here.loc, z.family, at)) {
		s.add(here, at)
	}
	if len(s.others) > 0 {
		s.why = differ(fmt.Sprintf("the message says %q", z.said), s.name, s.others[0].name)
	}
	return s
}

// usage is how sure it is that people somewhere mean their own clock by a word.
type usage uint8

const (
	none  usage = iota
	loose       // they call it so by custom, or since lately: others may mean the clock that most people mean
	sure
)

// custom tells how people at a place use a word whose main meaning is another clock.
func (ref Reference) custom(z *zoneWord, main, place clockOf, at time.Time) usage {
	if place.name == "" || place.loc == nil {
		return none
	}
	if place.name == main.name {
		return sure
	}
	custom, called := inRegion(z.zone, place.name), callsItself(place.loc, z.family, at)
	switch {
	case custom && !called:
		return loose
	case !called:
		return none
	case z.dst == 0 && strings.Contains(z.family, " ") && apart(place.loc, main.loc, at) > 2*time.Hour:
		return none // "CT" is American, though Shanghai's clock is CST
	case custom && z.dst == 0 && !sameClock(place.loc, main.loc, at):
		return loose
	case !callsItself(place.loc, z.family, at.AddDate(-usedTo, 0, 0)):
		return loose // Winnipeg is on EST since 2026
	}
	return sure
}

// usedTo is for how many years a clock must have had a name for people to be used to it.
const usedTo = 5

// writtenAt reports whether the message was written on that clock, by its Date. An offset of nothing says nothing: programs
// write it.
func (ref Reference) writtenAt(c clockOf) bool {
	_, written := ref.Time.Zone()
	return c.loc != nil && written != 0 && offsetOf(c.loc, ref.Time) == written
}

// add keeps another clock, if the hour is another instant on it and it is not there yet.
func (s *settled) add(c clockOf, at time.Time) bool {
	if c.loc == nil || s.loc == nil || sameClock(s.loc, c.loc, at) {
		return false
	}
	for _, o := range s.others {
		if sameClock(o.loc, c.loc, at) {
			return true
		}
	}
	s.others = append(s.others, c)
	return true
}

// on is the instant at which a clock shows the day and hour that at shows.
func on(loc *time.Location, at time.Time) time.Time {
	y, m, d := at.Date()
	return time.Date(y, m, d, at.Hour(), at.Minute(), at.Second(), 0, loc)
}

func sameClock(a, b *time.Location, at time.Time) bool { return on(a, at).Equal(on(b, at)) }

func apart(a, b *time.Location, at time.Time) time.Duration { return on(a, at).Sub(on(b, at)).Abs() }

func offsetOf(loc *time.Location, at time.Time) int {
	_, offset := on(loc, at).Zone()
	return offset
}

func offsetAt(loc *time.Location, at time.Time) string { return "UTC" + offsetText(offsetOf(loc, at)) }

// quarters of a year, from an instant on, in each of which a clock is looked at: enough to see both clocks of a place that has
// two, and none that it gave up before.
const quarters = 4

// callsItself reports whether a clock shows one of the abbreviations then or later in the year.
func callsItself(loc *time.Location, abbreviations string, at time.Time) bool {
	for k := range quarters {
		if shows(loc, abbreviations, at.AddDate(0, 3*k, 0)) {
			return true
		}
	}
	return false
}

// shows reports whether a clock shows one of the abbreviations then.
func shows(loc *time.Location, abbreviations string, at time.Time) bool {
	name, _ := on(loc, at).Zone()
	for a := range strings.FieldsSeq(abbreviations) {
		if a == name {
			return true
		}
	}
	return false
}

// changes reports whether a clock shows another offset later in the year.
func changes(loc *time.Location, at time.Time) bool {
	for k := range quarters {
		if offsetOf(loc, at.AddDate(0, 3*k, 0)) != offsetOf(loc, at) {
			return true
		}
	}
	return false
}

// literal is the offset that the word itself says, in seconds east: EST is that of winter even in July.
func (z *zoneWord) literal(loc *time.Location, at time.Time) int {
	january := offsetOf(loc, time.Date(at.Year(), time.January, 15, 12, 0, 0, 0, time.UTC))
	july := offsetOf(loc, time.Date(at.Year(), time.July, 15, 12, 0, 0, 0, time.UTC))
	switch {
	case z.dst < 0:
		return min(january, july)
	case z.dst > 0:
		return max(january, july)
	}
	return offsetOf(loc, at)
}
