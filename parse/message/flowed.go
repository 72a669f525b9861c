package message

import "strings"

// unflow joins the lines of format=flowed (RFC 3676): a line that ends in a space goes on in the next of the same
// quote depth. With delsp the space itself goes. The signature line "-- " never flows.
func unflow(s string, delsp bool) string {
	var out strings.Builder
	out.Grow(len(s))
	open, depth := false, 0
	for len(s) > 0 {
		line := s
		if i := strings.IndexByte(s, '\n'); i >= 0 {
			line, s = s[:i], s[i+1:]
		} else {
			s = ""
		}
		line = strings.TrimRight(line, "\r")
		d, text := flowDepth(line)
		if open && d == depth && text != "-- " {
			line = text
		} else {
			if open || out.Len() > 0 {
				out.WriteByte('\n')
			}
			if d == 0 {
				line = text // space-stuffing off
			}
		}
		open, depth = strings.HasSuffix(text, " ") && text != "-- ", d
		if open && delsp {
			line = line[:len(line)-1]
		}
		out.WriteString(line)
	}
	return out.String()
}

// flowDepth counts the quote marks of a flowed line and gives the text after them, unstuffed.
func flowDepth(line string) (depth int, text string) {
	for depth < len(line) && line[depth] == '>' {
		depth++
	}
	return depth, strings.TrimPrefix(line[depth:], " ")
}
