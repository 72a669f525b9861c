package when

import "roundtwo/parse/token"

// rule tries to read something at token i. It gives the number of tokens read, 0 where it reads nothing, and adds its
// marks to the reader.
type rule struct {
	name   string
	begins begin // words that it can begin with; of digits and signs it can be any
	read   func(r *reader, i int) int
}

const anything begin = 1<<16 - 1

// numberRules are tried in this order where digits stand, wordRules where a word that means something stands.
var (
	numberRules = []rule{
		{"2moro", anything, relativeDigit},
		{"2026-03-05", anything, isoDate},
		{"2026年3月5日", anything, hanDate},
		{"07-Oct-2026", anything, dashedDate},
		{"3.XII.2026", anything, romanDate},
		{"2026. december 3.", anything, yearFirst},
		{"3 days from Tuesday", anything, distance},
		{"3 March", anything, dayMonth},
		{"3/4/2026, 3.4.2026", anything, numericDate},
		{"1 hour 30 minutes", anything, length},
		{"10:30am, 14h30, from 2 to 4", anything, clockTime},
		{"18th", anything, bareOrdinal},
	}
	wordRules = []rule{
		{"十二月三日", beginsHan, hanDate},
		{"两个小时", beginsHan, length},
		{"十点半", beginsHan, clockTime},
		{"tomorrow", beginsRelativeDay, relativeDay},
		{"next week", beginsRelativeWeek, relativeWeek},
		{"KW 50", beginsRelativeWeek, numberedWeek},
		{"the first hour", beginsOrdinal | beginsWeekday, slot},
		{"first Monday of May", beginsOrdinal | beginsWeekday, nthWeekday},
		{"March 3", beginsMonth, monthDay},
		{"next Tuesday the 14th", beginsWeekday, weekday},
		{"two weeks from today", beginsDistance | beginsNumber, distance},
		{"the twenty-first", beginsOrdinal | beginsNumber, ordinalWords},
		{"an hour and a half", beginsLength | beginsNumber, length},
		{"half past nine, noon", beginsClock | beginsNumber, clockTime},
		{"in the afternoon", beginsPart, partOfDay},
		{"Pacific Time", beginsZone, zoneName},
		{"same time", beginsSame, sameHour},
		{"no later than", beginsCue, cueWord},
	}
	signRules = []rule{
		{"@ 3", anything, clockTime},
		{"(UTC+01:00)", anything, zoneName},
	}
)

// scan runs the rules over the text, once from left to right.
func (r *reader) scan() {
	links, heads := token.Links(r.all), headers(r.all)
	for i := 0; i < r.n; {
		place := r.place(i)
		if within(&links, place) || within(&heads, place) {
			i++
			continue
		}
		i += max(1, r.rulesAt(i))
	}
}

// within reports whether a token stands in one of the spans, which are in order; those before it are dropped.
func within(spans *[]token.Span, i int) bool {
	for len(*spans) > 0 && (*spans)[0].To <= i {
		*spans = (*spans)[1:]
	}
	return len(*spans) > 0 && (*spans)[0].Contains(i)
}

func (r *reader) rulesAt(i int) int {
	switch t := r.tok(i); {
	case t.Kind == token.Number:
		return r.try(numberRules, i, anything)
	case t.Kind == token.Word && r.mean[i] != nil && r.mean[i].begins != 0:
		return r.try(wordRules, i, r.mean[i].begins)
	case t.Kind == token.Punct && (t.Lower == "(" || t.Lower == "@"):
		return r.try(signRules, i, anything)
	}
	return 0
}

func (r *reader) try(rules []rule, i int, begins begin) int {
	for k := range rules {
		rule := &rules[k]
		if rule.begins&begins == 0 {
			continue
		}
		if n := rule.read(r, i); n > 0 {
			return n
		}
	}
	return 0
}

// partOfDay reads "morning", "in the afternoon".
func partOfDay(r *reader, i int) int {
	p, n := r.partAt(i)
	if n > 0 {
		r.add(mark{kind: partMark, span: token.Span{From: i, To: i + n}, part: p})
	}
	return n
}

// partAt reads a part of the day, and how many tokens it takes.
func (r *reader) partAt(i int) (part, int) {
	if p := r.word(i).part; p != noPart {
		return p, 1
	}
	return phraseAt(r, partPhrases, i)
}

// relativeWeek reads "next week".
func relativeWeek(r *reader, i int) int {
	week, n := phraseAt(r, relativeWeekPhrases, i)
	if n > 0 {
		if han := r.hanWeek(i, n, week); han > 0 {
			return han
		}
		r.add(mark{kind: weekMark, span: token.Span{From: i, To: i + n}, week: week})
	}
	return n
}

// cueWord reads the words of cueWords, and "or".
func cueWord(r *reader, i int) int {
	if c, n := phraseAt(r, cuePhrases, i); n > 0 {
		r.add(mark{kind: cueMark, span: token.Span{From: i, To: i + n}, cue: c})
		return n
	}
	if r.has(i, roleOr) {
		r.add(mark{kind: orMark, span: token.Span{From: i, To: i + 1}})
		return 1
	}
	return 0
}

// numberedWeek reads "KW 50", "vecka 50", "week 50": a week of the year by its number (ISO 8601), the next one.
func numberedWeek(r *reader, i int) int {
	at := r.skipSign(i+1, ".")
	n := r.number(at)
	if !r.word(i).weekNumber || n < 1 || n > 53 || r.digits(at) > 2 || r.followsClock(at+1) || r.word(at+1).unit != noUnit || r.ref.Time.IsZero() {
		return 0
	}
	today := r.ref.today()
	for week := range 53 {
		if _, w := today.AddDate(0, 0, 7*week).ISOWeek(); w == n {
			r.add(mark{kind: weekMark, span: token.Span{From: i, To: at + 1}, week: week})
			return at + 1 - i
		}
	}
	return 0
}

// sameHour reads "same time": the hour of another time of the text.
func sameHour(r *reader, i int) int {
	_, n := phraseAt(r, samePhrases, i)
	if n > 0 {
		r.add(mark{kind: sameMark, span: token.Span{From: i, To: i + n}})
	}
	return n
}
