package parse

import (
	"time"

	"roundtwo/interview"
	"roundtwo/parse/token"
	"roundtwo/parse/when"
)

// use is what a time in the text is for.
type use string

const (
	talk     use = "a time of the interview"
	choice   use = "a time to choose"
	oldTime  use = "the time before the move"
	answerBy use = "an answer is due"
	handIn   use = "something is to be handed in"
	arrival  use = "she is to be there"
	pause    use = "a break"
	aside    use = "something else"
	gone     use = "past"
)

// timing is a reading of a time, with the sentence that it stands in and what it is for.
type timing struct {
	when.Reading
	unit *unit
	row  int
	use  use
	hits []hit // phrases of the sentence about times
	from int   // the word after the time before it in the sentence, else the first of the sentence
	told bool  // a word tells that it is the new time of a move
}

func (t timing) session() interview.Session {
	return interview.Session{Start: t.Start, End: t.End, Zone: t.Zone, ZoneAssumed: t.ZoneAssumed}
}

// maxTimings is how many times of a message are weighed against one another.
const maxTimings = 200

// timings says of every reading what it is for.
func (d *document) timings(readings []when.Reading, written time.Time) []timing {
	out := make([]timing, 0, len(readings))
	table := phrases().times
	for i, r := range readings {
		if len(out) == maxTimings {
			break
		}
		if r.Span.From >= len(d.of) || r.Start.IsZero() {
			continue
		}
		t := timing{Reading: r, unit: d.unitAt(r.Span.From), row: d.row[r.Span.From]}
		t.from = t.unit.words.From
		if i > 0 && len(out) > 0 && out[len(out)-1].unit == t.unit {
			t.hits = out[len(out)-1].hits
			t.from = d.wordAt(out[len(out)-1].Span.To)
		} else {
			for w := t.unit.words.From; w < t.unit.words.To; w++ {
				if w > t.unit.words.From && cases[d.words[w-1].lower] {
					continue // "shout if either is tricky"
				}
				t.hits = table.find(d.words, w, t.unit.words.To, t.hits)
			}
		}
		t.use = d.useOf(t, written)
		out = append(out, t)
	}
	return out
}

// cases are words behind which only a case is meant.
var cases = wordSet("if wenn falls si se als indien om")

func (d *document) useOf(t timing, written time.Time) use {
	deadline := t.Deadline
	switch {
	case deadline && d.near(t, "respond"):
		return answerBy
	case deadline && d.near(t, "hand in"):
		return handIn
	case d.inBreak(t):
		return pause
	case d.afterwards(t) || d.ofWeek(t):
		return aside
	case d.near(t, "early"):
		return arrival
	case t.Past && t.Start.Time.Before(written):
		return gone
	case t.Past:
		return oldTime // "from Tuesday", told as what was, and still to come
	case d.near(t, "aside"):
		return aside
	case deadline && !t.unit.has("fix", "move", "interview", "cancel"):
		if t.unit.has("ask", "invite") {
			return answerBy
		}
		return aside
	}
	return talk
}

// inBreak reports whether t is the time of a break: its row says so, or its own short line, or the next one where
// its line holds nothing but the time.
func (d *document) inBreak(t timing) bool {
	if t.unit.has("interview", "meeting", "invite") {
		return false
	}
	words, below := d.rowWords(t)
	var found []hit
	for w := words.From; w < words.To; w++ {
		found = phrases().times.find(d.words, w, words.To, found)
	}
	for _, h := range found {
		// In a line below, the break must come first: "We offer breakfast" is a remark.
		if h.sign == "break alone" && h.words.To == d.wordAt(d.lines[t.row].To) && h.words.From == d.wordAt(t.Span.To) {
			return true
		}
		if h.sign == "break" && h.words.From > words.From && thenBreak[d.words[h.words.From-1].lower] {
			continue // "from 10 to noon, followed by lunch"
		}
		if h.sign == "break" && !d.isRoom(h) && (!below || h.words.From <= d.wordAt(t.Span.To)+1) {
			return true
		}
	}
	return false
}

// thenBreak are words before a break that is told beside a conversation.
var thenBreak = wordSet("by before after over including")

// isRoom reports whether a word for a break names a place to meet: "the break room", "the coffee shop".
func (d *document) isRoom(h hit) bool {
	return h.words.To < len(d.words) && breakPlaces[d.words[h.words.To].lower]
}

var breakPlaces = wordSet("room rooms area shop bar house corner")

// rowWords gives the words of the line of t, or of its sentence where the line holds several; where the line holds
// nothing but the time also those of the next one.
func (d *document) rowWords(t timing) (words token.Span, below bool) {
	line := d.lines[t.row]
	words = token.Span{From: d.wordAt(line.From), To: d.wordAt(line.To)}
	alone := d.wordAt(t.Span.From) <= words.From+1 && d.wordAt(t.Span.To)+1 >= words.To
	switch {
	case alone && t.row+1 < len(d.lines) && d.lines[t.row+1].From == line.To+1 && d.toks[line.To].Kind == token.Line:
		words.To = d.wordAt(d.lines[t.row+1].To)
		return words, true
	case !d.table[t.row]:
		words.From, words.To = max(words.From, t.unit.words.From), min(words.To, t.unit.words.To)
	}
	return words, false
}

// afterwards reports whether only what comes after or before t is told: "after 5.30 there is beer".
func (d *document) afterwards(t timing) bool {
	at := d.wordAt(t.Span.From)
	return !t.DateStated && !t.unit.has("ask") && at > t.unit.words.From && beyond[d.words[at-1].lower]
}

// ofWeek reports whether a day only names a week: "a slot in the week of 19 July".
func (d *document) ofWeek(t timing) bool {
	if t.TimeStated {
		return false
	}
	from := d.wordAt(t.Span.From)
	for w := max(t.unit.words.From, from-3); w < from; w++ {
		if weeks[d.words[w].lower] {
			return true
		}
	}
	return false
}

var weeks = wordSet("week wc commencing beginning woche semaine semana settimana weken")

var beyond = wordSet("after before past until nach vor apres avant despues antes dopo prima depois na voor")

// near reports whether a phrase of that sign stands in the sentence of t, for signs of a time before it.
func (d *document) near(t timing, sign string) bool {
	start := d.wordAt(t.Span.From)
	for _, h := range t.hits {
		if h.sign != sign {
			continue
		}
		switch sign {
		case "respond", "hand in", "break":
			return true
		default:
			// What is said of the time before it is not said of this one.
			if h.words.From >= t.from && h.words.From <= start && start-h.words.To < 10 {
				return true
			}
		}
	}
	return false
}

// wordAt is the first word at or after token i.
func (d *document) wordAt(i int) int {
	lo, hi := 0, len(d.words)
	for lo < hi {
		if mid := (lo + hi) / 2; d.words[mid].tok < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// context is the words of the sentence of t before it, back to the time before it.
func (d *document) context(t timing, earlier *timing) token.Span {
	from := t.unit.words.From
	if earlier != nil && earlier.unit == t.unit {
		from = d.wordAt(earlier.Span.To)
	}
	return token.Span{From: from, To: d.wordAt(t.Span.From)}
}
