package drafts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordsOf cuts folded text into words: letters, digits, and inner apostrophes, hyphens, plus and hash signs (C++, C#).
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.NewReplacer("’", "'", "'s ", " ").Replace(fold(s)), func(r rune) bool {
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

// hasPhrase gives the first of the phrases that stands in text as whole words; "" where none does.
func hasPhrase(text string, phrases []string) string {
	hay := " " + strings.Join(wordsOf(text), " ") + " "
	for _, p := range phrases {
		if strings.Contains(hay, " "+strings.Join(wordsOf(p), " ")+" ") {
			return p
		}
	}
	return ""
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

// similarity is the share of runs of three words that two texts have in common, from 0 to 1.
func similarity(a, b string) float64 {
	x, y := shingles(a), shingles(b)
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

func shingles(s string) map[string]bool {
	ws := wordsOf(s)
	out := make(map[string]bool, len(ws))
	for i := 0; i+3 <= len(ws); i++ {
		out[strings.Join(ws[i:i+3], " ")] = true
	}
	return out
}

// upperFirst begins a sentence.
func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}
