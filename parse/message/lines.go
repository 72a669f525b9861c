package message

import "strings"

// textLine is a line of the clean text: how deep it is quoted, and what it says.
type textLine struct {
	raw   string // as it stands
	text  string // without quote marks and space around
	depth int
	ends  bool      // may be the last line of an attribution
	label *labelled // nil where it has none
	known bool      // the label is one of a message
}

// maxLines is how many lines of a text are divided into words, quotation and signature; Text has all.
const maxLines = 20000

func splitLines(text string) []textLine {
	if text == "" {
		return nil
	}
	out := make([]textLine, 0, min(strings.Count(text, "\n")+1, maxLines))
	for line := range strings.SplitSeq(text, "\n") {
		depth, rest := quoteDepth(line)
		if depth > 0 && (closesAddress(rest, out) || strings.HasSuffix(line, "<<<")) {
			depth, rest = 0, line
		}
		l := textLine{raw: line, text: cells(strings.TrimSpace(rest)), depth: depth}
		if depth > 0 && len(out) > 1 {
			adoptWrapped(out)
		}
		if label, ok := readLabel(l.text); ok {
			l.label, l.known = &label, len(label.uses) > 0
		}
		l.ends = endsAttribution(strings.TrimRight(l.text, " *_"))
		if out = append(out, l); len(out) == maxLines {
			break
		}
	}
	return out
}

// cells turns the row of a table that is drawn with bars into one with tabs: "| From | Dana |".
func cells(text string) string {
	if len(text) < 5 || text[0] != '|' || text[len(text)-1] != '|' {
		return text
	}
	list := strings.Split(strings.Trim(text, "|"), "|")
	for i := range list {
		list[i] = strings.TrimSpace(list[i])
	}
	return strings.Join(list, "\t")
}

// closesAddress reports whether the mark at the start of a line is the end of an address that was wrapped:
// "On Monday Dana <dana@northwind.example", ">:".
func closesAddress(rest string, before []textLine) bool {
	rest = strings.TrimSpace(rest)
	if len(rest) > 60 || !strings.HasSuffix(rest, ":") && !strings.HasPrefix(rest, ",") {
		return false
	}
	open := 0
	for _, l := range before[max(0, len(before)-4):] {
		if l.depth == 0 {
			open += strings.Count(l.text, "<") - strings.Count(l.text, ">")
		}
	}
	return open > 0
}

// longLine is how long a line is, in bytes, that a program may have wrapped.
const longLine = 55

// adoptWrapped gives the last line to the quotation around it, where it is the tail of a long quoted line that a
// program wrapped without a mark.
func adoptWrapped(lines []textLine) {
	last, before := &lines[len(lines)-1], lines[len(lines)-2]
	if last.depth > 0 || before.depth == 0 || last.text == "" || len(before.text) < longLine {
		return
	}
	if c := last.text[0]; c >= 'a' && c <= 'z' {
		last.depth = before.depth
	}
}

// quoteDepth counts the quote marks in front of a line. A bar counts where the line does not end in one, as the row of
// a table does.
func quoteDepth(line string) (depth int, rest string) {
	rest = line
	for {
		trimmed := strings.TrimLeft(rest, " \t")
		if strings.HasPrefix(trimmed, ">") {
			depth, rest = depth+1, trimmed[1:]
			continue
		}
		if (strings.HasPrefix(trimmed, "| ") || trimmed == "|") && depth == 0 && !strings.HasSuffix(trimmed[1:], "|") {
			return 1, trimmed[1:]
		}
		return depth, rest
	}
}

// unquoted gives a line with up to depth quote marks taken off, its indentation kept.
func unquoted(line string, depth int) string {
	for ; depth > 0; depth-- {
		trimmed := strings.TrimLeft(line, " \t")
		if !strings.HasPrefix(trimmed, ">") && !strings.HasPrefix(trimmed, "| ") && trimmed != "|" {
			break
		}
		line = trimmed[1:]
	}
	return strings.TrimPrefix(line, " ")
}

// joinUnquoted makes text of lines, with up to depth quote marks taken off.
func joinUnquoted(lines []textLine, depth int) string {
	var out strings.Builder
	for _, l := range lines {
		out.WriteString(unquoted(l.raw, depth))
		out.WriteByte('\n')
	}
	return out.String()
}

// previousFilled gives the last line before i that says something, -1 where there is none.
func previousFilled(lines []textLine, i int) int {
	for i--; i >= 0; i-- {
		if lines[i].text != "" {
			return i
		}
	}
	return -1
}

// nextFilled gives the first line from i on that says something, len(lines) where there is none.
func nextFilled(lines []textLine, i int) int {
	for i < len(lines) && lines[i].text == "" {
		i++
	}
	return i
}
