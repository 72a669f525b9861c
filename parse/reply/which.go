package reply

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// readWhich reads the numbers or names that a verb is said of; none at all is right too. Numbers and names do not mix.
func readWhich(words []string) ([]string, bool) {
	words = dropFillers(words)
	switch {
	case len(words) == 0:
		return nil, true
	case allOf[lower(strings.Join(words, " "))]:
		return []string{"all"}, true
	}
	var numbers []string
	for i, w := range words {
		if isJoint(w) && i > 0 && i < len(words)-1 {
			continue
		}
		n, ok := number(w)
		if !ok {
			return readNames(words)
		}
		numbers = append(numbers, n)
	}
	return numbers, true
}

// readNames reads names: one to three words each, separated by "and" or commas. In a line that has capital letters a
// small word is no name.
func readNames(words []string) ([]string, bool) {
	var names []string
	var name []string
	for i, w := range words {
		if isJoint(w) {
			if len(name) == 0 || i == len(words)-1 {
				return nil, false
			}
			names, name = append(names, strings.Join(name, " ")), nil
			continue
		}
		if !isNameWord(w) || len(name) == 3 {
			return nil, false
		}
		name = append(name, w)
	}
	if names = append(names, strings.Join(name, " ")); !sameCase(names) {
		return nil, false
	}
	return names, true
}

// sameCase accepts names that are all capitalised, and single words that are all small.
func sameCase(names []string) bool {
	small, capital := 0, 0
	for _, name := range names {
		for _, w := range strings.Fields(name) {
			if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
				small++
			} else {
				capital++
			}
		}
	}
	return small == 0 || capital == 0 && small == len(names)
}

// isNameWord reports whether a word can be part of a name, and is none of the words that change what is asked.
func isNameWord(w string) bool {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	if _, command := verbs[lower(w)]; command || doubts[lower(w)] || fillers[lower(w)] {
		return false
	}
	if _, isNumber := number(w); isNumber {
		return false
	}
	for i, r := range w {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && (i == 0 || !strings.ContainsRune("-'’.", r)) {
			return false
		}
	}
	return w != ""
}

// number reads 2, #2, 2. and two.
func number(w string) (string, bool) {
	w = strings.Trim(w, "#().")
	if n, ok := numberWords[lower(w)]; ok {
		return n, true
	}
	if w == "" || len(w) > 3 || strings.Trim(w, "0123456789") != "" || w[0] == '0' {
		return "", false
	}
	return w, true
}

// bareNumber reads a line that is one number: "2", "option 2", "number two".
func bareNumber(words []string) (string, bool) {
	words = dropFillers(words)
	if len(words) != 1 {
		return "", false
	}
	return number(words[0])
}

// isJoint reports whether a word joins two others.
func isJoint(w string) bool { return w == "," || joints[lower(w)] }

func dropFillers(words []string) []string {
	out := words[:0:0]
	for _, w := range words {
		if !fillers[lower(w)] {
			out = append(out, w)
		}
	}
	return out
}

func allIn(words []string, set map[string]bool) bool {
	for _, w := range words {
		if _, isNumber := number(w); !set[lower(w)] && !isNumber && !fillers[lower(w)] && !isJoint(w) {
			return false
		}
	}
	return true
}

func contains(list []string, word string) bool {
	for _, w := range list {
		if w == word {
			return true
		}
	}
	return false
}

func lower(s string) string { return strings.ToLower(s) }
