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
	tail := strings.TrimRight(l.text, " *_")
	if !endsAttribution(tail) {
		return a, false
	}
	next := nextFilled(lines, last+1)
	quoted := next < len(lines) && lines[next].depth > l.depth
	text := ""
	for start := last; start >= 0 && last-start < maxAttributionLines; start-- {
		line := lines[start]
		if line.depth != l.depth || len(text)+len(line.text) > maxAttribution {
			break
		}
		if line.text == "" {
			if start == last-1 || lines[start+1].text == "" || !strings.HasPrefix(lines[start+1].text, "<") {
				break
			}
			continue
		}
		text = strings.TrimSpace(line.text + " " + text)
		if isAttribution(text, quoted) {
			a = attribution{start: start, end: last + 1, text: text, quoted: quoted}
			if !opensAttribution(text) && start > 0 {
				a.extend(lines)
			}
			return a, true
		}
	}
	return a, false
}

// extend takes the line above where the attribution began there: "On Monday" at the end of a wrapped line.
func (a *attribution) extend(lines []textLine) {
	for k := 1; k <= 2 && a.start-k >= 0; k++ {
		above := lines[a.start-k]
		if above.depth != lines[a.start].depth || above.text == "" || len(above.text)+len(a.text) > maxAttribution {
			return
		}
		if opensAttribution(above.text) && (hasYearOrClock(above.text) || hasAddress(above.text)) {
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
	if strings.HasSuffix(s, ">") && strings.Contains(s, "@") {
		return true
	}
	return strings.HasSuffix(s, "-") && strings.HasPrefix(s, "-") || hasVerb(fold(s), true)
}

// isAttribution judges the joined lines. quoted says that marks of quotation follow, which allows for languages and
// programs that nobody listed.
func isAttribution(text string, quoted bool) bool {
	folded := fold(text)
	verb := hasVerb(folded, false)
	dated := hasYearOrClock(text)
	person := strings.Contains(text, "@")
	bare := strings.Trim(text, "-*_ ")
	ends := strings.HasSuffix(bare, ":") || strings.HasSuffix(bare, "：")
	switch {
	case l4(text) && verb && bare != text:
		return true // ---- Dana Whitfield wrote ----
	case !ends && !quoted:
		return dated && verb && person && startsWithDate(text) && len(text) < 200
	case !ends:
		return dated && (person || verb) && startsDated(folded)
	case dated && verb:
		return opensAttribution(text) || person || quoted || len(text) < 120
	case dated && person:
		return quoted || startsWithDate(text)
	case verb:
		return startsAddress(text) || quoted && len(strings.Fields(text)) <= 8 || onlyName(folded)
	}
	return quoted && dated && opensAttribution(text)
}

func l4(text string) bool { return strings.HasPrefix(text, "--") && strings.HasSuffix(text, "--") }

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
	return isVerb(words[len(words)-1]) && words[0] != "i" && words[0] != "you" && words[0] != "we" && words[0] != "she" && words[0] != "he" && words[0] != "they"
}

func isVerb(word string) bool {
	for _, v := range verbs {
		if v == word {
			return true
		}
	}
	return false
}

// hasVerb looks for a word of writing in any language; at the end only, where atEnd is set.
func hasVerb(folded string, atEnd bool) bool {
	folded = strings.TrimRight(folded, ": ：-*")
	for _, v := range verbs {
		if atEnd {
			if hasSuffixWord(folded, v) && (len(v) > 5 || !isPlain(v)) {
				return true
			}
			continue
		}
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
	digits, groups := 0, 0
	previous := rune(0)
	for _, r := range text {
		d := digitOf(r) >= 0
		switch {
		case d:
			digits++
		case digits == 4 && previous != '@':
			return true
		case digits > 0 && digits <= 2 && (r == ':' || r == '.' || r == '/' || r == '-' || r == 'h' || r == '年' || r == '月'):
			groups++
		case digits > 0:
			if groups > 0 && digits <= 4 {
				return true
			}
			groups = 0
		case !unicode.IsSpace(r) && r != '.' && r != '/' && r != ':' && r != '-':
			groups = 0
		}
		if !d {
			digits = 0
		}
		previous = r
	}
	return digits == 4 || groups > 0 && digits > 0
}
