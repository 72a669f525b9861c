package reply

import "strings"

// marks may end a command or stand around its words without changing it.
const marks = ".!;*_👍🙂😊🙏✅✔️ \t"

// plainWords takes a line apart. A question, quotation marks, an address, a figure like 1-3 or a percentage are not
// plain.
func plainWords(line string) ([]string, bool) {
	if strings.ContainsAny(line, "?\"“”„«»<>@/\\=%[]{}…~^$€") || strings.Contains(line, "..") {
		return nil, false
	}
	line = strings.Trim(line, marks)
	var out []string
	for _, field := range strings.Fields(strings.ReplaceAll(line, ",", " , ")) {
		w := strings.Trim(field, "*_!;")
		if w == "" {
			continue
		}
		if trimmed := strings.TrimRight(w, ".:"); trimmed != "" && lower(w) != "no." && lower(w) != "nr." {
			if w != trimmed && strings.HasSuffix(w, ":") {
				return nil, false // "Dana: …", "1: …": words about somebody
			}
			w = trimmed
		}
		out = append(out, w)
	}
	return out, true
}

// dropPolite takes words of agreement off the start and thanks off the end.
func dropPolite(words []string) []string {
	for len(words) > 1 {
		switch first := lower(words[0]); {
		case first == "thank" && len(words) > 2 && lower(words[1]) == "you":
			words = words[2:]
		case agreement[first] || first == ",":
			words = words[1:]
		default:
			return dropThanks(words)
		}
	}
	return dropThanks(words)
}

// dropThanks takes thanks and please off the end.
func dropThanks(words []string) []string {
	for len(words) > 1 {
		last := lower(words[len(words)-1])
		if last == "you" && len(words) > 2 && lower(words[len(words)-2]) == "thank" {
			words = words[:len(words)-2]
			continue
		}
		if last != "," && last != "thanks" && last != "please" && last != "pls" && last != "thx" && last != "plz" {
			break
		}
		words = words[:len(words)-1]
	}
	return words
}
