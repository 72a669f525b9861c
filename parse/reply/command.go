package reply

import (
	"strings"
)

// Read reads a command from the first line of her own words; a greeting may stand before it. Only plain commands are
// read: whatever leaves a doubt is None, with all of her words in Text, because a send cannot be taken back.
func Read(own string) Answer {
	line, rest := firstLine(own)
	a, ok := readLine(line)
	if !ok {
		return Answer{Text: strings.TrimSpace(own)}
	}
	rest = strings.TrimSpace(rest)
	if irrevocable[a.Verb] {
		if rest, ok = agreeing(rest); !ok {
			return Answer{Text: strings.TrimSpace(own)}
		}
	}
	switch {
	case a.Text == "":
		a.Text = rest
	case rest != "":
		a.Text += "\n" + rest
	}
	return a
}

// irrevocable are the verbs that let a letter go out or count as gone. Below them nothing may stand that could take
// them back.
var irrevocable = map[Verb]bool{Send: true, Resend: true, Done: true}

// firstLine finds the first line that says something and is no greeting.
func firstLine(own string) (line, rest string) {
	rest = own
	for rest != "" {
		line, rest, _ = strings.Cut(rest, "\n")
		if line = strings.TrimSpace(line); line != "" && !isGreeting(line) {
			return line, rest
		}
	}
	return "", ""
}

// readLine reads one line as a command.
func readLine(line string) (Answer, bool) {
	if a, ok := readEdit(line); ok {
		return a, true
	}
	words, ok := plainWords(line)
	if !ok || len(words) == 0 || len(words) > maxWords {
		return Answer{}, false
	}
	words = dropPolite(words)
	if len(words) == 0 {
		return Answer{}, false
	}
	if n, ok := bareNumber(words); ok {
		return Answer{Verb: Choose, Which: []string{n}}, true
	}
	verb, known := verbs[lower(words[0])]
	if !known {
		return Answer{}, false
	}
	return readObject(verb, words[1:])
}

// maxWords is the longest command; more is prose.
const maxWords = 24

// readObject reads what follows the verb.
func readObject(verb Verb, words []string) (Answer, bool) {
	a := Answer{Verb: verb}
	var ok bool
	switch verb {
	case Send, Skip, Resend:
		a.Which, ok = readWhich(words)
	case Pick:
		n, is := bareNumber(words)
		a.Which, ok = []string{n}, is
	case Later:
		a.When, ok = readWhen(words)
	case Stop:
		ok = allIn(words, stopObjects)
	default:
		ok = allIn(words, fillers)
	}
	if !ok {
		return Answer{}, false
	}
	return a, true
}

// readWhen gives the time of "later", as written. A sentence is none.
func readWhen(words []string) (string, bool) {
	if len(words) > 5 {
		return "", false
	}
	for _, w := range words {
		if _, command := verbs[lower(w)]; command {
			return "", false
		}
	}
	return strings.Join(words, " "), true
}

// readEdit reads "edit 1", "edit Dana: Dear Dana, …": the text may follow in the same line after a colon.
func readEdit(line string) (Answer, bool) {
	head, text, _ := strings.Cut(line, ":")
	words, ok := plainWords(head)
	if !ok {
		return Answer{}, false
	}
	if words = dropPolite(words); len(words) == 0 || lower(words[0]) != "edit" {
		return Answer{}, false
	}
	which, ok := readWhich(words[1:])
	if !ok || contains(which, "all") {
		return Answer{}, false
	}
	return Answer{Verb: Edit, Which: which, Text: strings.TrimSpace(text)}, true
}

// agreeing judges what stands below a command that cannot be taken back: it may skip others and take leave. The lines
// that skip are given back.
func agreeing(rest string) (skips string, ok bool) {
	var kept []string
	closed := false
	for line := range strings.SplitSeq(rest, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case isFarewell(line) || isName(line):
			closed = true
		default:
			a, ok := readLine(line)
			if closed || !ok || a.Verb != Skip || len(a.Which) == 0 {
				return "", false
			}
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n"), true
}
