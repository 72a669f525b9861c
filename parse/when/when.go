// Package when reads dates, times, ranges and zones in prose, label rows and tables. It works on tokens and gives
// every reading with its span; what part a reading plays for an interview is decided in package parse.
//
// It reads in three steps. Rules find marks: days, clock times, zones, lengths, and cues such as "no later than"
// (scan.go lists the rules). The marks of a sentence are joined: a clock time takes the day beside it, or the one that
// governs it from a heading, a label row or the sentence before (join.go). Then hours are settled by sense, zones and
// lengths are given to the readings they speak of, and contradictions are noted (reading.go).
//
// The words of each language are tables: words.txt, package almanac, cues.go and zones.go.
package when

import (
	"time"

	"roundtwo/interview"
	"roundtwo/parse/token"
)

// Reference is what relative and incomplete dates are read against.
type Reference struct {
	Time     time.Time      // when the message was written, in the writer's zone; zero: unknown, only full dates are read
	Zone     *time.Location // the candidate's zone: taken where the message states none; nil is UTC
	ZoneName string         // its name as given by her: "Europe/Paris", "UTC+05:30"
	Language string         // of the message, "" where unknown
	DayFirst *bool          // 03/04 is the 3rd of April; nil: by language, zone and weekday
	// WriterZone is where the writer is, an IANA name, as package place finds it below the letter; "" where it is not known. It
	// says what PT means from somebody in Vancouver, and is never taken for a zone that nobody stated.
	WriterZone string
	DayStart   int // a bare hour before it is meant in the afternoon ("at 3"); 0 is 7
}

// Reading is one date, time or span found in the text.
//
// A session is a Reading with TimeStated that is neither Deadline, Past, Old, Weekly nor Arrival. Rows of an agenda have
// DateStated false, the day of their heading in Start, and one List number. Times offered share an Alternative number. A
// day on which no hour is stated is a Reading of its own, with Start.DateOnly; a day that gives its date to times
// elsewhere is not.
type Reading struct {
	Span        token.Span
	Start, End  interview.Moment // zero where DayUnknown; End also where neither end nor duration is stated
	Clock       int              // minutes from midnight at which it starts; -1 where no clock time is stated
	Until       int              // likewise where it ends, beyond 1440 on the next day; -1 where no end is known
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

	DaySpan token.Span // where the day was read, also when it governs from elsewhere; empty: no day in the text
	// DayUnknown says that no day is known for the clock time: none governs it, or the one beside it was not understood.
	// It takes none by default, neither that of the message nor one from elsewhere: Start is zero, Clock holds.
	DayUnknown bool
	Part       string   // "morning", "afternoon" …: said without a clock time
	Told       bool     // Past by words ("we met on"), and not only because it lies before the reference
	Old        bool     // the time given up in a move: "moved from Tuesday", "Thursday no longer works"
	Weekly     bool     // recurring: office hours, "Mondays"; Start is the next one
	Arrival    bool     // when to be there, where the conversation's own time is stated too
	Slot       bool     // a part of a longer block, told by its place: "the first hour with Molly", "then 30 minutes with Raj"
	After      bool     // "after 2pm": the window has no end
	List       int      // rows of one list or table share a number > 0
	Row        int      // the line it stands on, from 0; lines of wrapped prose count as one
	Same       bool     // the hour is that of another time of the text: "Friday, same time"
	Also       []Choice // what else it may be
	// Doubts are two customs of speaking, where no contradiction is written: "next Friday" said on a Monday, EST in July.
	Doubts []interview.Conflict
	Doubt  *Doubt // the hour may be another one, and must be asked; nil where it is clear
}

// Choice is another instant that a clock time may mean.
type Choice struct {
	Start, End interview.Moment
	DaySpan    token.Span // where its day was read; empty where the day is that of the reading
	Why        string     // "day": another day of the text; "half": the other half of the day ("at half seven"); "hour": another hour ("same time")
}

// Read finds all readings in toks, in the order of the text. Its cost is linear in the text.
func Read(text string, toks []token.Token, ref Reference) []Reading {
	if len(toks) == 0 {
		return nil
	}
	if ref.Zone == nil {
		ref.Zone, ref.ZoneName = time.UTC, "UTC"
	}
	if ref.DayStart == 0 {
		ref.DayStart = dayStart
	}
	r := newReader(toks, ref)
	r.scan()
	if len(r.marks) == 0 {
		return nil
	}
	r.placeMarks()
	list := newJoiner(r).join()
	if r.places != nil {
		for i := range list {
			list[i].Span, list[i].DaySpan = placed(list[i].Span, r.places), placed(list[i].DaySpan, r.places)
			for k := range list[i].Also {
				list[i].Also[k].DaySpan = placed(list[i].Also[k].DaySpan, r.places)
			}
		}
	}
	return list
}

// placed gives a span of the tokens kept its place among all tokens.
func placed(s token.Span, places []int32) token.Span {
	if s.From >= s.To {
		return token.Span{}
	}
	return token.Span{From: int(places[s.From]), To: int(places[s.To-1]) + 1}
}
