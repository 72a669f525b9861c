package ics

import (
	"encoding/binary"
	"io"
	"mime/quotedprintable"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// decodeCharset makes UTF-8 of the bytes of a file. A file says nothing of its charset; RFC 5545 wants UTF-8, and what
// is not that is the charset of Windows in nearly every case.
func decodeCharset(data []byte, limits *limits) string {
	text := string(data)
	switch {
	case strings.HasPrefix(text, "\xef\xbb\xbf"):
		text = text[3:]
	case strings.HasPrefix(text, "\xff\xfe"):
		return fromUTF16(data[2:], binary.LittleEndian)
	case strings.HasPrefix(text, "\xfe\xff"):
		return fromUTF16(data[2:], binary.BigEndian)
	}
	if utf8.ValidString(text) || foldedRunes(text) {
		return text
	}
	limits.add(LimitCharset)
	return fromWindows1252(text)
}

// foldedRunes reports whether text is UTF-8 that was folded in the middle of a character, as RFC 5545 3.1 allows, or
// cut by our own limit at the end.
func foldedRunes(text string) bool {
	joined := strings.NewReplacer("\r\n ", "", "\r\n\t", "", "\n ", "", "\n\t", "").Replace(text)
	for i := 0; i < utf8.UTFMax && len(joined) > 0 && !utf8.ValidString(joined); i++ {
		joined = joined[:len(joined)-1]
	}
	return utf8.ValidString(joined)
}

func fromUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}

func fromWindows1252(text string) string {
	out, err := charmap.Windows1252.NewDecoder().String(text)
	if err != nil {
		return strings.ToValidUTF8(text, "\uFFFD")
	}
	return out
}

// joinQuoted undoes the soft line ends of quoted-printable values, which only vCalendar 1.0 (.vcs) has.
func joinQuoted(lines []string) []string {
	out := lines[:0:0]
	for i := 0; i < len(lines); i++ {
		text := lines[i]
		if head, _, _ := strings.Cut(text, ":"); !strings.Contains(strings.ToUpper(head), "QUOTED-PRINTABLE") {
			out = append(out, text)
			continue
		}
		var sb strings.Builder
		for strings.HasSuffix(text, "=") && i+1 < len(lines) {
			sb.WriteString(text[:len(text)-1])
			i++
			text = lines[i]
		}
		sb.WriteString(text)
		out = append(out, sb.String())
	}
	return out
}

// plain undoes the transfer encoding that vCalendar 1.0 allows within a value.
func plain(value, encoding, charset string) string {
	if !strings.EqualFold(encoding, "QUOTED-PRINTABLE") {
		return value
	}
	raw, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(value)))
	if err != nil {
		return value
	}
	if strings.EqualFold(charset, "UTF-8") || utf8.Valid(raw) {
		return strings.ToValidUTF8(string(raw), "\uFFFD")
	}
	return fromWindows1252(string(raw))
}
