package message

import (
	"sort"
	"strings"
)

// readRunTogether reads the header that Yahoo and some converters write in one line:
// "----- Forwarded message ----- From: Dana <dana@…>To: …Sent: …Subject: …".
func readRunTogether(text string, n *notes) (*Original, bool) {
	if rest, ok := afterFrame(text); ok {
		return readRun(rest, n)
	}
	if runStart(text) == 0 {
		return readRun(text, n)
	}
	return nil, false
}

// runStart finds where a header begins that a converter has glued to the words before it: "See you!From: Dana
// <dana@…>Sent: …To: …Subject: …". -1 where there is none.
func runStart(text string) int {
	if len(text) < 60 || len(text) > 64<<10 || strings.Count(text, ":") < 4 || !strings.Contains(text, "@") {
		return -1
	}
	for _, columns := range runLabels {
		for _, word := range strings.Split(columns[1], ",") {
			word = strings.TrimSpace(word)
			at := strings.Index(text, word)
			if at < 0 || skipColon(text, at+len(word)) == at+len(word) {
				continue
			}
			if places := placeLabels(text[at:min(len(text), at+2000)], columns); len(places) >= 4 && places[0].kind == fromLabel {
				return at
			}
		}
	}
	return -1
}

// readRun reads fields that follow one another in a line, the sender first.
func readRun(rest string, n *notes) (*Original, bool) {
	best := []labelPlace(nil)
	var language string
	for _, columns := range runLabels {
		if places := placeLabels(rest, columns); len(places) > len(best) {
			best, language = places, columns[0]
		}
	}
	if len(best) < 3 || best[0].kind != fromLabel {
		return nil, false
	}
	b := block{language: language, values: map[labelKind]string{}}
	for i, p := range best {
		end := len(rest)
		if i+1 < len(best) {
			end = best[i+1].start
		}
		b.values[p.kind] = strings.TrimSpace(rest[p.end:end])
	}
	return b.original(n), true
}

// afterFrame gives what follows a banner in the same line.
func afterFrame(text string) (string, bool) {
	if !strings.HasPrefix(text, "---") || len(text) > 4<<10 {
		return "", false
	}
	inner := strings.TrimLeft(text, "- ")
	i := strings.Index(inner, "---")
	if i <= 0 || i > maxBanner {
		return "", false
	}
	rest := strings.TrimLeft(inner[i:], "- ")
	return rest, strings.Contains(rest, "@")
}

// runLabels are the columns of labels.txt as they are written.
var runLabels = tableLines(labelsText)

// labelPlace is where a label stands in a line.
type labelPlace struct {
	start, end int
	kind       labelKind
}

// placeLabels finds the labels of one language, each once, in the order of the line. The colon may be missing, as
// Yahoo leaves it out in some languages.
func placeLabels(text string, columns []string) []labelPlace {
	var out []labelPlace
	for kind, column := range columns[1:6] {
		best := labelPlace{start: -1}
		for _, word := range strings.Split(column, ",") {
			start, end := placeLabel(text, strings.TrimSpace(word), labelKind(kind+1) == fromLabel)
			if start >= 0 && (best.start < 0 || end-start > best.end-best.start) {
				best = labelPlace{start, end, labelKind(kind + 1)}
			}
		}
		if best.start >= 0 {
			out = append(out, best)
		}
	}
	sort.Slice(out, func(i, k int) bool { return out[i].start < out[k].start })
	for i := 1; i < len(out); i++ {
		if out[i].start < out[i-1].end {
			out = append(out[:i], out[i+1:]...)
			i--
		}
	}
	return out
}

func placeLabel(text, word string, first bool) (start, end int) {
	if word == "" {
		return -1, -1
	}
	if first {
		if strings.HasPrefix(text, word) {
			return 0, skipColon(text, len(word))
		}
		return -1, -1
	}
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return -1, -1
		}
		i += from
		stop := i + len(word)
		glued := i > 0 && text[i-1] != ' ' // a field begins right after the one before it
		if end := skipColon(text, stop); end > stop && (glued || strings.ContainsAny(text[stop:end], ":：")) {
			return i, end
		}
		from = stop
	}
}

// skipColon passes a colon, or a space in its place.
func skipColon(text string, at int) int {
	end := at
	for end < len(text) && text[end] == ' ' {
		end++
	}
	for _, c := range [...]string{":", "："} {
		if strings.HasPrefix(text[end:], c) {
			return end + len(c)
		}
	}
	return end
}
