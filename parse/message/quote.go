package message

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// attribution is the line above a quotation: "On …, … wrote:".
type attribution struct {
	start, end int    // lines [start, end)
	text       string // joined
	quoted     bool   // a quotation with marks follows
}

// maxAttribution is how long an attribution may be, in bytes and lines; programs wrap it.
const (
	maxAttribution      = 400
	maxAttributionLines = 5
)

// attributionAt reads the attribution whose last line is end-1.
func attributionAt(lines []textLine, last int) (a attribution, ok bool) {
	l := lines[last]
	if !l.ends {
		return a, false
	}
	next := nextFilled(lines, last+1)
	quoted := next < len(lines) && lines[next].depth > l.depth
	text, best := "", 0
	for start := last; start >= 0 && last-start < maxAttributionLines; start-- {
		line := lines[start]
		if line.depth != l.depth || len(text)+len(line.text) > maxAttribution {
			break
		}
		if line.text == "" {
			if start == last || !strings.HasPrefix(lines[start+1].text, "<") {
				break
			}
			continue
		}
		text = strings.TrimSpace(line.text + " " + text)
		if score := likeness(text, quoted); score > best || score == best && best > 0 && opensAttribution(text) {
			best = score
			a = attribution{start: start, end: last + 1, text: text, quoted: quoted}
		}
	}
	if best == 0 {
		return a, false
	}
	if a.start > 0 && !opensAttribution(a.text) && !startsWithDate(a.text) {
		a.extend(lines)
	}
	return a, true
}

// extend takes the line above where the attribution began there: "On Monday" at the end of a wrapped line.
func (a *attribution) extend(lines []textLine) {
	for k := 1; k <= 2 && a.start-k >= 0; k++ {
		above := lines[a.start-k]
		if above.depth != lines[a.start].depth || above.text == "" || len(above.text)+len(a.text) > maxAttribution ||
			strings.ContainsAny(above.text[len(above.text)-1:], ".!?:") {
			return
		}
		opens := opensAttribution(above.text) || startsWithDate(above.text)
		if opens && (hasYearOrClock(above.text) || hasAddress(above.text)) {
			a.start -= k
			a.text = above.text + " " + a.text
			return
		}
	}
}

// endsAttribution reports whether a line can be the last of one: it ends in a colon, or in the verb.
func endsAttribution(s string) bool {
	if s == "" || len(s) > maxAttribution {
		return false
	}
	if strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：") {
		return true
	}
	if strings.HasSuffix(s, ">") && strings.Contains(s, "@") || strings.HasSuffix(s, "-") && isFramed(s) {
		return true
	}
	return strings.ContainsAny(s, "0123456789") && endsInVerb(s)
}

// longVerbs are the verbs that stand at the end of an attribution without a colon, by their last byte.
var longVerbs = verbsByEnd(verbs)

func verbsByEnd(verbs []string) (out [256][]string) {
	for _, v := range verbs {
		if len(v) > 5 || !isPlain(v) {
			last := v[len(v)-1]
			out[last] = append(out[last], v)
		}
	}
	return out
}

// endsInVerb reports whether a line ends in a word of writing that is no short one.
func endsInVerb(s string) bool {
	s = strings.TrimRight(s, ": ：-*")
	if s == "" || isPlain(s) && len(longVerbs[s[len(s)-1]|0x20]) == 0 {
		return false
	}
	folded := fold(s)
	for _, v := range longVerbs[folded[len(folded)-1]] {
		if hasSuffixWord(folded, v) {
			return true
		}
	}
	return false
}

// likeness judges joined lines: 0 for no attribution, more the more of its parts are there. quoted says that marks of
// quotation follow, which allows for languages and programs that nobody listed.
func likeness(text string, quoted bool) int {
	if !isAttribution(text, quoted) {
		return 0
	}
	score := 1
	if hasYearOrClock(text) {
		score++
	}
	if hasVerb(fold(text)) {
		score++
	}
	if strings.Contains(text, "@") {
		score++
	}
	return score
}

// isAttribution judges the joined lines by what is there: the verb, a date, an address, the colon.
func isAttribution(text string, quoted bool) bool {
	folded := fold(text)
	verb := hasVerb(folded)
	dated := hasYearOrClock(text)
	person := strings.Contains(text, "@")
	bare := strings.Trim(text, "-*_ ")
	ends := strings.HasSuffix(bare, ":") || strings.HasSuffix(bare, "：")
	switch {
	case verb && bare != text && isFramed(text):
		return true // ---- Dana Whitfield wrote ----
	case !ends && !quoted:
		return dated && verb && person && startsWithDate(text) && len(text) < 200
	case !ends:
		return dated && (person || verb) && startsDated(folded)
	case dated && verb:
		return opensAttribution(text) || person || quoted || len(text) < 120
	case dated && person:
		return quoted || startsWithDate(text) || strings.HasSuffix(bare, ">:") && !isLatin(text)
	case verb:
		return startsAddress(text) || quoted && len(strings.Fields(text)) <= 8 || onlyName(folded)
	}
	return quoted && dated && opensAttribution(text)
}

// isLatin reports whether no letter of another script stands in a text.
func isLatin(text string) bool {
	for _, r := range text {
		if r >= 0x370 && unicode.IsLetter(r) && r < 0x1e00 {
			return false
		}
	}
	return true
}

func startsDated(folded string) bool {
	r, _ := utf8.DecodeRuneInString(folded)
	return digitOf(r) >= 0 || opensFolded(folded)
}

// startsWithDate reports whether the text begins with a number, as 2014-03-20 20:48 GMT+01:00 Dana <dana@…>: does.
func startsWithDate(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return digitOf(r) >= 0
}

func startsAddress(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	return hasAddress(first) || strings.HasPrefix(text, `"`) && strings.Contains(text, "@")
}

// onlyName reports whether up to four words and a verb are all: "Dana Whitfield wrote:".
func onlyName(folded string) bool {
	words := strings.Fields(strings.TrimRight(folded, ": "))
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	return isVerb(words[len(words)-1]) && !notNames[words[0]]
}

// notNames are words before a verb of writing that are no name.
var notNames = wordSet([]string{
	"i", "you", "we", "she", "he", "they", "it", "a", "ha", "hat", "va", "het", "je", "as", "who", "what", "and", "the", "that", "which",
})

func isVerb(word string) bool {
	for _, v := range verbs {
		if v == word {
			return true
		}
	}
	return false
}

// hasVerb looks for a word of writing in any language.
func hasVerb(folded string) bool {
	for _, v := range verbs {
		if containsWord(folded, v) {
			return true
		}
	}
	return false
}

func hasSuffixWord(s, word string) bool {
	if !strings.HasSuffix(s, word) {
		return false
	}
	if len(s) == len(word) || !isPlain(word) {
		return true
	}
	return !isWordByte(s[len(s)-len(word)-1])
}

// containsWord looks for a word with its borders; scripts without spaces have none.
func containsWord(s, word string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], word)
		if i < 0 {
			return false
		}
		i += from
		end := i + len(word)
		if wide(word) || (i == 0 || !isWordByte(s[i-1])) && (end == len(s) || !isWordByte(s[end])) {
			return true
		}
		from = end
	}
}

func wide(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return r >= 0x0e00
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}

// opensAttribution reports whether a text begins as attributions do.
func opensAttribution(text string) bool {
	return opensFolded(fold(strings.TrimLeft(text, "-*_\"'<( \t")))
}

func opensFolded(folded string) bool {
	for _, o := range openers {
		if strings.HasPrefix(folded, o) && (len(folded) == len(o) || !isPlain(o) || !isWordByte(folded[len(o)])) {
			return true
		}
	}
	return false
}

// hasYearOrClock reports whether a year, a clock time or a date in figures stands in a text.
func hasYearOrClock(text string) bool {
	var run digitRun
	for _, r := range text {
		if run.next(r) {
			return true
		}
	}
	return run.next(' ')
}

// digitRun follows the digits of a text.
type digitRun struct {
	digits, value int
	glued         bool // a letter stands before the digits
	joined        bool // a sign of dates and times stands before them, and a number before that
	before        rune
}

// next takes one more letter and reports whether a year, a time or a date is complete.
func (d *digitRun) next(r rune) bool {
	if v := digitOf(r); v >= 0 {
		if d.digits == 0 {
			d.value, d.glued = 0, unicode.IsLetter(d.before) && d.before < 0x2000
		}
		if d.digits++; d.digits < 6 {
			d.value = d.value*10 + v
		}
		d.before = r
		return false
	}
	digits := d.digits
	d.digits, d.before = 0, r
	if digits == 0 {
		d.joined = d.joined && unicode.IsSpace(r)
		return false
	}
	letter := unicode.IsLetter(r) && r < 0x2000
	if !d.glued && !letter && (digits == 4 && isYear(d.value) || d.joined && digits < 5) {
		return true
	}
	d.joined = !d.glued && digits < 3 && strings.ContainsRune(":./-h年月", r)
	return false
}

// isYear accepts the years of mail, and those of the Thai and Persian calendars.
func isYear(y int) bool { return y >= 1980 && y < 2100 || y > 2520 && y < 2640 || y > 1360 && y < 1480 }
