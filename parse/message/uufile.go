package message

import "strings"

// dropEncodedFiles takes uuencoded files out of a plain text and names them as attachments.
func (w *walker) dropEncodedFiles(text string) string {
	lastEnd := strings.LastIndex(text, "\nend")
	if lastEnd < 0 || !strings.Contains(text, "begin ") {
		return text
	}
	var out strings.Builder
	from := 0
	for from < lastEnd {
		i := strings.Index(text[from:], "begin ")
		if i < 0 || from+i > lastEnd {
			break
		}
		i += from
		name, size, ok := uuFile(text[i:])
		if !ok || i > 0 && text[i-1] != '\n' {
			size = len("begin ")
			out.WriteString(text[from : i+size])
		} else {
			w.addAttachment(name, "application/octet-stream", size)
			out.WriteString(text[from:i])
		}
		from = i + size
	}
	out.WriteString(text[from:])
	return out.String()
}

// uuFile reads "begin 644 name" and measures the block up to its "end".
func uuFile(s string) (name string, size int, ok bool) {
	line, _, _ := strings.Cut(s[:min(len(s), 300)], "\n")
	fields := strings.Fields(line)
	if len(fields) < 3 || len(fields[1]) < 3 || len(fields[1]) > 4 || strings.Trim(fields[1], "01234567") != "" {
		return "", 0, false
	}
	end := strings.Index(s, "\nend")
	if end < 0 {
		return "", 0, false
	}
	return strings.Join(fields[2:], " "), end + len("\nend"), true
}
