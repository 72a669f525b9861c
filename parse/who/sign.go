package who

import (
	"strings"

	"roundtwo/parse/token"
)

// closings are the words that close a letter.
var closings = token.MakePhrases(table(map[bool][]string{true: {
	"regards", "kind regards", "best regards", "warm regards", "kindest regards", "warmest regards", "with regards",
	"with kind regards", "with best regards", "with warm regards", "many regards", "thanks & regards", "thanks and regards",
	"best", "all best", "all the best", "best wishes", "warm wishes", "with best wishes", "every good wish",
	"cheers", "thanks", "many thanks", "thank you", "thanks so much", "thanks again", "with thanks", "sincerely",
	"yours sincerely", "sincerely yours", "yours faithfully", "faithfully", "yours truly", "yours", "yours ever", "warmly",
	"cordially", "respectfully", "talk soon", "speak soon", "see you soon", "see you then", "see you", "looking forward",
	"we look forward",
	"god bless", "takk", "groetjes", "groeten", "met vriendelijke groet", "mise le meas", "le meas", "slan", "abracos",
	"um abraco", "atenciosamente", "saludos", "un saludo", "un cordial saludo", "atentamente", "cordialement", "bien cordialement",
	"bien a vous", "salutations", "distinti saluti", "cordiali saluti", "un saluto", "mit freundlichen grussen",
	"freundliche grusse", "viele grusse", "beste grusse", "herzliche grusse", "liebe grusse", "lg", "mfg", "gruss",
	"z powazaniem", "pozdrawiam", "s pozdravem", "med vanliga halsningar", "med vennlig hilsen", "med venlig hilsen",
	"vanliga halsningar", "mvh", "hilsen", "terveisin", "ystavallisin terveisin", "saygilarimla", "saygilar", "break a leg",
	"good luck", "happy holidays", "happy new year", "with apologies", "apologies again", "take care", "enjoy", "any doubt",
	"have a great", "have a good", "have a nice", "love", "ciao", "hugs", "very best", "kind wishes", "in anticipation",
	"yours in", "for and on behalf of", "enjoy your", "until then", "till then", "ever yours", "affectionately", "onwards",
	"nga mihi", "mauruuru", "hormat saya", "salam", "terima kasih", "namaste", "dhanyavaad", "arigato",
}}))

// maxClosing is the most pieces of a closing line.
const maxClosing = 9

// readSignature finds where the message is signed, by whom, and with what title.
func (r *reader) readSignature() {
	display := PersonName(r.c.Sender.Name)
	if !r.isPerson(r.c.Sender.Name) {
		display = ""
	}
	first, at := r.signatureStart(nameWords(display))
	if first < 0 {
		r.self.Name = display
		return
	}
	r.signed = first
	r.self.Span = r.tokens(first, len(r.p))
	r.self.Name, r.self.Title = r.signature(at, display)
	if r.self.Name == "" {
		r.self.Name = display
	}
}

// signatureStart gives the piece where the signature starts and the piece where the name may stand; -1 without one.
func (r *reader) signatureStart(sender []string) (start, at int) {
	start = -1
	for i := 0; i < len(r.p); i++ {
		if i > 0 && r.p[i-1].kind != line && r.p[i-1].kind != blank {
			continue
		}
		end := r.rowEnd(i)
		switch {
		case r.ruler(i, end):
			if start < 0 || i-start > maxSignature {
				start, at = i, end
			}
		case i > r.greeted && r.closes(i, end):
			if start < 0 || !r.ownName(start, sender) {
				start, at = i, end
			}
		case i >= r.greeted && len(sender) > 0 && r.isSender(i, end, sender) && !r.underLabel(i):
			if start < 0 || i-start > maxSignature {
				start, at = i, i
			}
		}
	}
	return start, at
}

// maxSignature is the most pieces between the first sign of a signature and its end.
const maxSignature = 60

// ownName reports whether the writer's name stands in the signature that starts at piece i.
func (r *reader) ownName(i int, sender []string) bool {
	for j := i; j < len(r.p) && j < i+maxSignature; j++ {
		if len(sender) > 0 && r.p[j].lower == sender[0] {
			return true
		}
	}
	return false
}

// ruler reports whether the line is "-- ".
func (r *reader) ruler(i, end int) bool {
	return end == i+2 && r.p[i].sign("-") && r.p[i+1].sign("-")
}

// closes reports whether the line [i, end) closes the letter.
func (r *reader) closes(i, end int) bool {
	if end-i > maxClosing || end == i || r.p[i].kind != word {
		return false
	}
	ok, to := phraseAt(r, closings, 0, i)
	if !ok || to > end {
		return false
	}
	last := &r.p[end-1]
	return to == end || last.sign(",") || last.sign("!") || end-to <= 3 && !last.sign("?") && !last.sign(":") ||
		last.sign(".") && end-i < 6
}

// isSender reports whether the line names the writer alone: full name, first name or initial, perhaps with a title
// behind a comma.
func (r *reader) isSender(i, end int, sender []string) bool {
	stop := i
	for stop < end && r.p[stop].kind == word {
		stop++
	}
	if stop == i || stop-i > maxUnits || stop < end && !strings.Contains(",|-•(", r.p[stop].lower) {
		return false
	}
	words := nameWords(r.slice(i, stop))
	if n := len(words); n == 2 && stop == end && (words[1] == "x" || words[1] == "xx" || words[1] == "xo") {
		return words[0] == sender[0]
	}
	if stop-i == 1 {
		short := len(words[0]) == 1 || len(words[0]) >= 3 // "O." or "Ros", not "Al" of "Alexandra"
		return end-stop <= 1 && (words[0] == sender[0] || short && strings.HasPrefix(sender[0], words[0]))
	}
	return words[0] == sender[0] && (len(sender) == 1 || samePerson(words, sender, false) || samePerson(sender, words, false))
}

// underLabel reports whether the line before piece i is a label such as "Organizer".
func (r *reader) underLabel(i int) bool {
	if i < 2 {
		return false
	}
	from := i - 1
	for from > 0 && r.p[from-1].kind != line && r.p[from-1].kind != blank {
		from--
	}
	if i-1-from > 3 || i-1 == from {
		return false
	}
	what, to := phraseAt(r, labels, 0, from)
	return what != noLabel && to >= i-1
}

// signature reads name and title from the lines of the signature.
func (r *reader) signature(at int, display string) (name, title string) {
	for n := 0; n < 10 && at < len(r.p); n++ {
		end := r.rowEnd(at)
		if end > at {
			name, title = r.signatureLine(at, end, name, title, display)
		}
		if title != "" {
			break
		}
		at = end + 1
	}
	if display != "" && (name == "" || len(strings.Fields(name)) < len(strings.Fields(display)) ||
		samePerson(nameWords(display), nameWords(name), false)) {
		name = display
	}
	return name, title
}

// signatureLine reads one line: the name first, then what looks like a title.
func (r *reader) signatureLine(at, end int, name, title, display string) (string, string) {
	from := at
	if n := r.nameAt(at); n.found() && n.to <= end && r.signs(n, end, name, display) {
		name = r.nameText(n)
		t, _, to := r.titleAfter(n.to, true, true)
		if t != "" {
			return name, r.withoutCompany(t)
		}
		from = to
	}
	if name == "" && display == "" || from >= end {
		return name, title
	}
	if t := r.lineTitle(from, end); t != "" {
		title = t
	}
	return name, title
}

// signs reports whether n is who signed: the same person as before, and no company. Without a display name a single
// word must stand alone in its line.
func (r *reader) signs(n name, end int, name, display string) bool {
	text := r.nameText(n)
	switch {
	case n.company, r.isCompany(n), name != "" && !samePerson(nameWords(text), nameWords(name), false):
		return false
	case display != "":
		return true
	}
	return (n.known() || n.units > 1 || n.to == end) && r.fits(text) < well
}

// lineTitle reads a title that takes up the start of a line of a signature.
func (r *reader) lineTitle(from, end int) string {
	for from < end && r.p[from].kind == sign {
		from++
	}
	to, jobs := r.titleEnd(from)
	if jobs == 0 || to > end {
		return ""
	}
	if to < end && r.p[to].sign("/") && to+1 < end { // "Eigenaar / director"
		if more, jobs := r.titleEnd(to + 1); jobs > 0 {
			return oneLine(r.slice(to+1, more))
		}
	}
	return oneLine(r.slice(from, to))
}

// withoutCompany cuts ", Northwind Traders" off a title.
func (r *reader) withoutCompany(title string) string {
	if i := strings.LastIndex(title, ","); i > 0 && r.fits(title[i+1:]) >= partly {
		return strings.TrimSpace(title[:i])
	}
	return title
}
