package message

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// labelled is a line of the shape "Label: value".
type labelled struct {
	label string // folded
	value string
	uses  []labelUse // what the label means, by language; none where it is unknown
}

// maxLabel is the longest label, in bytes: twenty letters of three bytes.
const maxLabel = 64

// readLabel takes a line apart at its colon. Marks of bold text around the label are dropped.
func readLabel(text string) (l labelled, ok bool) {
	if text == "" {
		return l, false
	}
	text = strings.TrimLeft(text, "*_# \t")
	at, width := separator(text)
	if at <= 0 {
		return l, false
	}
	label := strings.Trim(text[:at], "*_ \t")
	if !isLabel(label) {
		return l, false
	}
	l.label = fold(label)
	value := strings.TrimSpace(text[at+width:])
	if rest, bold := strings.CutPrefix(value, "**"); bold {
		value = rest
	} else if rest, bold := strings.CutPrefix(value, "*"); bold {
		value = rest
	}
	if strings.HasSuffix(value, "**") && strings.Count(value, "**") == 1 {
		value = strings.TrimSuffix(value, "**")
	}
	l.value = strings.TrimSpace(value)
	l.uses = labels[l.label]
	return l, true
}

// separator finds what ends a label: a colon, or the border of a table cell, as NetEase and others lay the header out.
func separator(text string) (at, width int) {
	at, width = colon(text)
	if tab := strings.IndexByte(text[:min(len(text), maxLabel)], '\t'); tab > 0 && (at < 0 || tab < at) {
		return tab, 1
	}
	return at, width
}

// colon finds the first colon of any script near the start of a line.
func colon(text string) (at, width int) {
	head := text[:min(len(text), maxLabel+3)]
	at = strings.IndexByte(head, ':')
	if wide := strings.Index(head, "："); wide >= 0 && (at < 0 || wide < at) {
		return wide, len("：")
	}
	return at, 1
}

// isLabel reports whether words can be a label: few, and without digits and addresses.
func isLabel(s string) bool {
	if s == "" || len(s) > maxLabel || strings.Count(s, " ") > 3 {
		return false
	}
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(" -'’./_()", r) {
			return false
		}
	}
	return true
}

// known reports whether the label means kind in any language.
func (l labelled) known(kind labelKind) bool {
	for _, u := range l.uses {
		if u.kind == kind {
			return true
		}
	}
	return false
}

// in gives what the label means in a language: there, else in English, which Gmail mixes in, else anywhere.
func (l labelled) in(language string) labelKind {
	best := unknownLabel
	for _, u := range l.uses {
		switch {
		case u.language == language:
			return u.kind
		case u.language == "en" || best == unknownLabel:
			best = u.kind
		}
	}
	return best
}

// looksName reports whether a value can be the name of a sender: some words, mostly letters, no clock time.
func looksName(value string) bool {
	if value == "" || len(value) > 120 || strings.ContainsAny(value, "?!:") && !strings.Contains(value, "mailto:") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(value, "\"'<“„«("))
	return unicode.IsLetter(first) && strings.Count(value, " ") < 8
}

func hasAddress(value string) bool {
	at := strings.IndexByte(value, '@')
	return at > 0 && at+3 < len(value) && strings.IndexByte(value[at:], '.') > 0 && value[at-1] != ' ' && value[at+1] != ' '
}
