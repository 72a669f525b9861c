package drafts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

var apostrophes = strings.NewReplacer("’", "'", "'s ", " ")

// wordsOf cuts folded text into words: letters, digits, and inner apostrophes, hyphens, plus and hash signs (C++, C#).
func wordsOf(s string) []string {
	return strings.FieldsFunc(apostrophes.Replace(strings.ToLower(norm.NFC.String(s))), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && !strings.ContainsRune("'-+#", r)
	})
}

// countWords counts as a reader does: what stands between spaces and holds a letter or digit.
func countWords(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

// phrases is a list of words and runs of words, each cut by wordsOf and joined by one space.
type phrases []string

// cut brings the list as it is written into that form, once, so that it is not cut again for every text that is searched.
func (p *phrases) cut() {
	for i, s := range *p {
		(*p)[i] = strings.Join(wordsOf(s), " ")
	}
}

// hasPhrase gives the first of the phrases that stands in text as whole words; "" where none does.
func hasPhrase(text string, list phrases) string { return findPhrase(haystack(text), list) }

// haystack is the text in which findPhrase looks: its words, with a space before, between and after them.
func haystack(text string) string { return " " + strings.Join(wordsOf(text), " ") + " " }

func findPhrase(hay string, list phrases) string {
	for _, p := range list {
		if p != "" && standsIn(hay, p) {
			return p
		}
	}
	return ""
}

// standsIn reports whether p stands in hay between spaces; hay begins and ends with one.
func standsIn(hay, p string) bool {
	for from := 0; ; {
		at := strings.Index(hay[from:], p)
		if at < 0 {
			return false
		}
		at += from
		if end := at + len(p); hay[at-1] == ' ' && hay[end] == ' ' {
			return true
		}
		from = at + 1
	}
}

// sentencesOf cuts text into sentences: at a full stop, question or exclamation mark before a space and a capital, and
// at every line end. An abbreviation in the middle ("e.g. Kafka") costs a needless cut, never a lost word.
func sentencesOf(text string) []string {
	var out []string
	for _, l := range strings.Split(text, "\n") {
		l = strings.TrimSpace(l)
		start := 0
		for i, r := range l {
			if r != '.' && r != '?' && r != '!' && r != '。' {
				continue
			}
			rest := l[i+utf8.RuneLen(r):]
			next := strings.TrimLeft(rest, " \"”’)")
			if next == rest && next != "" && r != '。' {
				continue
			}
			if first, _ := utf8.DecodeRuneInString(next); next != "" && r != '。' && !unicode.IsUpper(first) && first != '[' {
				continue
			}
			out = append(out, nonEmpty(strings.TrimSpace(l[start:i+utf8.RuneLen(r)]))...)
			start = len(l) - len(next)
		}
		if start < len(l) {
			out = append(out, nonEmpty(strings.TrimSpace(l[start:]))...)
		}
	}
	return out
}

// similarity is the share of runs of three words that two notes have in common, from 0 to 1. Blanks do not count: she
// fills them differently.
func similarity(a, b string) float64 {
	return shared(shingles(withoutBlanks(a)), shingles(withoutBlanks(b)))
}

func shared(x, y map[uint64]bool) float64 {
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	both := 0
	for s := range x {
		if y[s] {
			both++
		}
	}
	return float64(both) / float64(len(x)+len(y)-both)
}

func withoutBlanks(s string) string {
	var b strings.Builder
	for {
		from := strings.IndexByte(s, '[')
		to := strings.IndexByte(s[max(from, 0):], ']')
		if from < 0 || to < 0 {
			break
		}
		b.WriteString(s[:from])
		s = s[from+to+1:]
	}
	b.WriteString(s)
	return b.String()
}

// shingles is the set of runs of three words, each as one number: two runs with the same number are as good as never met.
func shingles(s string) map[uint64]bool {
	out := make(map[uint64]bool, len(s)/6)
	var run [3]uint64
	word, inside, n := uint64(offset64), false, 0
	for _, r := range s + " " {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			word, inside = (word^uint64(unicode.ToLower(r)))*prime64, true
			continue
		}
		if !inside {
			continue
		}
		run[0], run[1], run[2] = run[1], run[2], word
		if n++; n >= 3 {
			out[(run[0]*prime64^run[1])*prime64^run[2]] = true
		}
		word, inside = offset64, false
	}
	return out
}

// The numbers of the FNV-1a hash.
const (
	offset64 = 14695981039346656037
	prime64  = 1099511628211
)

// upperFirst begins a sentence.
func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}
