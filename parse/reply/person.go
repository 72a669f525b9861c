package reply

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"roundtwo/interview"
)

// people are those of whom a debrief may speak, in the order of the letter that asked.
type people []interview.Person

// numbered gives the name of the person with that number in the letter.
func (p people) numbered(number string) (string, bool) {
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > len(p) {
		return "", false
	}
	return p[n-1].Name, true
}

// maxName is the longest name or address that is looked for, in bytes.
const maxName = 200

// named finds a person by full name, by first or by last name where only one has it, or by address.
func (p people) named(words string) (string, bool) {
	if len(words) > maxName {
		return "", false
	}
	words = strings.ToLower(strings.Join(strings.Fields(strings.Trim(words, " *_@,.")), " "))
	if words == "" {
		return "", false
	}
	for _, title := range honorifics {
		words = strings.TrimPrefix(words, title)
	}
	found := ""
	for _, person := range p {
		if !answersTo(person, words) {
			continue
		}
		if strings.EqualFold(person.Name, words) || strings.EqualFold(person.Email, words) {
			return person.Name, true
		}
		if found != "" {
			return "", false // two of that name: nobody is guessed
		}
		found = person.Name
	}
	return found, found != ""
}

var honorifics = []string{"mr. ", "mr ", "ms. ", "ms ", "mrs. ", "mrs ", "dr. ", "dr ", "prof. ", "prof ", "herr ", "frau "}

func answersTo(person interview.Person, words string) bool {
	name := strings.ToLower(person.Name)
	if name == words || person.Email != "" && strings.ToLower(person.Email) == words {
		return true
	}
	parts := strings.Fields(name)
	return len(parts) > 1 && (parts[0] == words || parts[len(parts)-1] == words)
}

// leading takes a person off the start of a line: "Dana: …", "Dana - …", "1: …", "2) …", "@Dana …". heading says that
// the line is nothing but the person.
func (p people) leading(line string) (name, rest string, heading, ok bool) {
	line = strings.TrimLeft(line, "#*_>@ \t")
	if name, ok := p.named(strings.TrimRight(line, ":-–—* ")); ok {
		return name, "", true, true
	}
	for i, r := range line {
		if i > 60 {
			break
		}
		if !isSeparator(line, i, r) {
			continue
		}
		head := strings.Trim(line[:i], " *_#().")
		head = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(head, "note "), "Note "), "#")
		rest := strings.TrimLeft(line[i+utf8.RuneLen(r):], " *:-–—\t")
		if name, ok := p.numbered(head); ok {
			if head, more, ok := strings.Cut(rest, ":"); ok {
				if again, named := p.named(head); named && again == name {
					rest = strings.TrimSpace(more) // "1. Dana: …"
				}
			}
			return name, rest, rest == "", true
		}
		if name, ok := p.named(strings.TrimPrefix(strings.TrimPrefix(head, "with "), "With ")); ok {
			return name, rest, rest == "", true
		}
		if r == ':' {
			break
		}
	}
	return "", line, false, false
}

// isSeparator reports whether the rune at i may end a leading name: a colon, a dash with space around it, a bracket
// or dot behind a number.
func isSeparator(line string, i int, r rune) bool {
	switch r {
	case ':':
		return true
	case '-', '–', '—':
		return i > 0 && line[i-1] == ' '
	case ')', '.':
		return i > 0 && i < 3 && line[i-1] >= '0' && line[i-1] <= '9'
	}
	return false
}

// mentioned gives the only person whom a text names; none where it names nobody, many where it names several.
func (p people) mentioned(text string) (name string, many bool) {
	lower := strings.ToLower(text)
	for _, person := range p {
		if !p.mentions(text, lower, person) {
			continue
		}
		if name != "" && name != person.Name {
			return "", true
		}
		name = person.Name
	}
	return name, false
}

// mentions looks for the full name, or a first or last name that only one person has and that is written as a name: with
// a capital letter, unless she writes without any.
func (p people) mentions(text, lower string, person interview.Person) bool {
	if hasWord(lower, strings.ToLower(person.Name)) {
		return true
	}
	parts := strings.Fields(person.Name)
	if len(parts) < 2 {
		return false
	}
	for _, part := range [...]string{parts[0], parts[len(parts)-1]} {
		only, ok := p.named(part)
		if !ok || only != person.Name || utf8.RuneCountInString(part) < 2 {
			continue
		}
		small := strings.ToLower(part)
		if hasWord(text, part) || text == lower && !wordsToo[small] && hasWord(lower, small) {
			return true
		}
	}
	return false
}

// wordsToo are first names that are words as well: in a text without capital letters they name nobody.
var wordsToo = set("will", "mark", "may", "june", "april", "grace", "hope", "art", "bill", "rich", "drew", "rob", "jack", "faith", "joy", "dawn", "eve", "rose", "ray",
	"pat", "sue", "don", "chase", "hunter", "miles", "chance", "young", "long", "king", "page", "price", "bond", "case", "wise", "best", "good", "day", "so", "do", "an")

// hasWord looks for words with no letter before or after them.
func hasWord(text, words string) bool {
	if words == "" {
		return false
	}
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return false
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(words):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		from = i + len(words)
	}
}
