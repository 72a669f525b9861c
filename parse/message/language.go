package message

import "strings"

// readSpeech maps a frequent word to the languages that use it.
func readSpeech(text string) map[string][]string {
	out := map[string][]string{}
	for _, columns := range tableLines(text) {
		for _, word := range strings.Fields(strings.ToLower(columns[1])) {
			out[word] = append(out[word], columns[0])
		}
	}
	return out
}

// sample is how much of a text is looked at to guess its language, in bytes; enough for some hundred words.
const sample = 4 << 10

// language guesses the language of a text from its frequent words, or from its letters where these tell; "" where
// too few are found. A word that several languages share counts for each.
func language(text string) string {
	text = text[:min(len(text), sample)]
	if l := scriptLanguage(text); l != "" {
		return l
	}
	votes := map[string]int{}
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), notWord) {
		for _, l := range speech[word] {
			votes[l]++
		}
	}
	best, count := "", 2 // fewer than three words prove nothing
	for l, v := range votes {
		if v > count || v == count && best != "" && l < best {
			best, count = l, v
		}
	}
	return best
}

func notWord(r rune) bool {
	return r < 'a' && r != '\'' || r > 'z' && r < 0xc0 || r == '\u2019'
}

// scripts are languages known by their letters: the range, and the language.
var scripts = []struct {
	from, to rune
	language string
}{
	{0x3041, 0x30ff, "ja"}, {0xac00, 0xd7a3, "ko"}, {0x0e01, 0x0e5b, "th"}, {0x0590, 0x05ff, "he"},
	{0x0600, 0x06ff, "ar"}, {0x0900, 0x097f, "hi"}, {0x0980, 0x09ff, "bn"}, {0x10a0, 0x10ff, "ka"},
	{0x0530, 0x058f, "hy"}, {0x0b80, 0x0bff, "ta"}, {0x4e00, 0x9fff, "zh"},
}

func scriptLanguage(text string) string {
	if isPlain(text) {
		return ""
	}
	counts := make([]int, len(scripts))
	letters := 0
	for _, r := range text {
		if r < 'A' {
			continue
		}
		letters++
		for i, s := range scripts {
			if r >= s.from && r <= s.to {
				counts[i]++
			}
		}
	}
	for i, s := range scripts {
		if counts[i]*5 > letters {
			return s.language
		}
	}
	return ""
}
