package message

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// verbSet is the words of writing, sorted for a quick look: single words of scripts with spaces, and what is looked
// for as a part of the text.
type verbSet struct {
	words   map[string]bool
	phrases []string // of several words, in ASCII
	others  []string // of scripts without spaces, and phrases in other letters
}

var writing = sortVerbs(verbs)

func sortVerbs(verbs []string) verbSet {
	s := verbSet{words: map[string]bool{}}
	for _, v := range verbs {
		switch {
		case wide(v):
			s.others = append(s.others, v)
		case !strings.ContainsFunc(v, func(r rune) bool { return !unicode.IsLetter(r) }):
			s.words[v] = true
		case isPlain(v):
			s.phrases = append(s.phrases, v)
		default:
			s.others = append(s.others, v)
		}
	}
	return s
}

// hasVerb looks for a word of writing in any language.
func hasVerb(folded string) bool {
	for word := range strings.FieldsFuncSeq(folded, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if writing.words[word] {
			return true
		}
	}
	for _, p := range writing.phrases {
		if containsWord(folded, p) {
			return true
		}
	}
	if isPlain(folded) {
		return false
	}
	for _, p := range writing.others {
		if containsWord(folded, p) {
			return true
		}
	}
	return false
}

func isVerb(word string) bool { return writing.words[word] }

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
	if folded == "" {
		return false
	}
	for _, v := range longVerbs[folded[len(folded)-1]] {
		if hasSuffixWord(folded, v) {
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

// wide reports whether a word is of a script that is written without spaces.
func wide(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return r >= 0x0e00
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
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

// opensAttribution reports whether a text begins as attributions do.
func opensAttribution(text string) bool {
	return opensFolded(fold(strings.TrimLeft(text[:min(len(text), 40)], "-*_\"'<( \t")))
}

func opensFolded(folded string) bool {
	for _, o := range openers {
		if strings.HasPrefix(folded, o) && (len(folded) == len(o) || !isPlain(o) || !isWordByte(folded[len(o)])) {
			return true
		}
	}
	return false
}

// startsWithDigit reports whether the text begins with a number, as 2014-03-20 20:48 GMT+01:00 Dana <dana@…>: does.
func startsWithDigit(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return digitOf(r) >= 0
}

func startsAddress(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	return hasAddress(first) || strings.HasPrefix(text, `"`) && strings.Contains(text, "@")
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
