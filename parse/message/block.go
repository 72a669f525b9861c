package message

import "strings"

// block is the header block of a message inside the text: "From: …, Sent: …, To: …, Subject: …".
type block struct {
	start, end int // lines [start, end)
	depth      int
	language   string // whose labels it has
	labels     []labelled
	values     map[labelKind]string
	kinds      int // how many of From, Date, To, Cc, Subject are known by their label
}

// maxBlock is the most lines of a block, with the continuations of long address lists.
const maxBlock = 60

// readBlock reads the block that begins at line i. announced says that a banner or the subject promises one, so that
// labels of a language nobody listed are taken by their shape alone.
func readBlock(lines []textLine, i int, announced bool) (b block, ok bool) {
	if lines[i].label == nil || !announced && (!lines[i].known || !namesSender(lines, i)) {
		return b, false
	}
	b = block{start: i, depth: lines[i].depth}
	b.collect(lines)
	b.decide()
	return b, b.accepted(announced)
}

// namesSender reports whether a label for the sender stands near enough below line i to belong to its block.
func namesSender(lines []textLine, i int) bool {
	for ; i < len(lines) && len(lines[i].text) < 2000; i++ {
		if lines[i].known && lines[i].label.known(fromLabel) {
			return true
		}
		if lines[i].label == nil && lines[i].text != "" && !indented(lines[i]) && !strings.Contains(lines[i].text, "@") {
			return false
		}
	}
	return false
}

// collect gathers the labelled lines from start on.
func (b *block) collect(lines []textLine) {
	seen := map[string]bool{}
	i, spaced := b.start, false
	for i < len(lines) && i < b.start+maxBlock && len(b.labels) < 12 {
		l := lines[i]
		if l.text == "" {
			next := nextFilled(lines, i)
			if !b.goesOn(lines, i, next, spaced, seen) {
				break
			}
			i, spaced = next, true
			continue
		}
		switch {
		case l.depth != b.depth:
			b.end = i
			return
		case l.label != nil && b.takes(*l.label, seen):
			b.labels = append(b.labels, *l.label)
			seen[l.label.label] = true
		case len(b.labels) > 0 && b.continues(l):
			last := &b.labels[len(b.labels)-1]
			last.value = strings.TrimSpace(last.value + " " + l.text)
		default:
			b.end = i
			return
		}
		i++
		b.end = i
	}
}

// goesOn reports whether the block goes on after an empty line: some programs set every field as a paragraph.
func (b *block) goesOn(lines []textLine, i, next int, spaced bool, seen map[string]bool) bool {
	if next >= len(lines) || next > i+2 || lines[next].depth != b.depth || !spaced && len(b.labels) != 1 {
		return false
	}
	return lines[next].known && b.takes(*lines[next].label, seen)
}

// takes reports whether a labelled line belongs to the block. A label that came already begins something else, and so
// does an unknown one after the subject.
func (b *block) takes(l labelled, seen map[string]bool) bool {
	if seen[l.label] {
		return false
	}
	if len(l.uses) > 0 {
		return true
	}
	for _, have := range b.labels {
		if have.known(subjectLabel) {
			return false
		}
	}
	return !strings.Contains(l.value, "//") || hasAddress(l.value)
}

// continues reports whether a line goes on with the value of the last label: a wrapped list of addresses, or an
// indented line.
func (b *block) continues(l textLine) bool {
	last := b.labels[len(b.labels)-1]
	if len(l.text) > 400 {
		return false
	}
	switch {
	case last.value == "":
		return last.known(fromLabel) || last.known(toLabel) || last.known(subjectLabel) || last.known(dateLabel)
	case last.known(toLabel) || last.known(ccLabel) || last.known(fromLabel):
		end := last.value[len(last.value)-1]
		open := strings.Count(last.value, "<") > strings.Count(last.value, ">")
		return end == ',' || end == ';' || end == '<' || open || hasAddress(l.text) && len(strings.Fields(l.text)) < 4 && !hasAddress(last.value)
	}
	return indented(l) && last.known(subjectLabel) && len(l.text) < 200
}

// indented reports whether a line is set in, as the fold of a field.
func indented(l textLine) bool {
	_, rest := quoteDepth(l.raw)
	return strings.HasPrefix(rest, "  ") || strings.HasPrefix(rest, "\t")
}

// decide finds the language of the block and gives each value its field.
func (b *block) decide() {
	votes := map[string]int{}
	for _, l := range b.labels {
		l.vote(votes, len(b.labels))
	}
	for language, v := range votes {
		if best := votes[b.language]; v > best || v == best && language < b.language {
			b.language = language
		}
	}
	b.values = map[labelKind]string{}
	for _, l := range b.labels {
		kind := l.in(b.language)
		if _, taken := b.values[kind]; taken || kind == unknownLabel || kind == otherLabel {
			continue
		}
		b.values[kind] = l.value
		b.kinds++
	}
	b.guess()
}

// vote counts the languages that have the label. That of the sender outweighs the others: Gmail translates it and
// leaves them in English.
func (l labelled) vote(votes map[string]int, weight int) {
	last := ""
	for _, u := range l.uses {
		if u.language != last {
			votes[u.language]++
		}
		if u.kind == fromLabel {
			votes[u.language] += weight
		}
		last = u.language
	}
}

// guess gives the values of unknown labels the fields that their shape tells: an address, a date, or words. The
// sender always stands before those it was sent to.
func (b *block) guess() {
	for _, l := range b.labels {
		if len(l.uses) > 0 || l.value == "" {
			continue
		}
		kind := subjectLabel
		switch t, _ := readDate(l.value); {
		case hasAddress(l.value):
			kind = fromLabel
			for _, next := range [...]labelKind{fromLabel, toLabel, ccLabel} {
				if _, taken := b.values[next]; !taken {
					kind = next
					break
				}
			}
		case !t.IsZero():
			kind = dateLabel
		}
		if _, taken := b.values[kind]; !taken {
			b.values[kind] = l.value
		}
	}
}

// accepted reports whether this is the header of a message, and not a list of facts about an interview, which has a
// Date and a Time too.
func (b *block) accepted(announced bool) bool {
	from, ok := b.values[fromLabel]
	if !ok || len(b.labels) < 2 && !announced {
		return false
	}
	_, hasSubject := b.values[subjectLabel]
	date, hasDate := b.values[dateLabel]
	_, hasTo := b.values[toLabel]
	when, _ := readDateIn(date, b.language)
	switch {
	case hasAddress(from):
		return announced && len(b.labels) > 1 || b.kinds >= 3 || b.kinds == 2 && (hasDate && !when.IsZero() || hasTo && hasSubject)
	case !looksName(from):
		return false
	case announced:
		return b.kinds >= 2 && (hasSubject || hasDate)
	}
	return b.kinds >= 3 && hasSubject && hasDate && !when.IsZero()
}

// original makes the message of the block, without its text.
func (b *block) original(n *notes) *Original {
	o := &Original{Subject: b.values[subjectLabel]}
	if list := readAddresses(dropOnBehalf(b.values[fromLabel]), n); len(list) > 0 {
		o.From = list[0]
	}
	o.To = readAddresses(b.values[toLabel], n)
	o.Cc = readAddresses(b.values[ccLabel], n)
	o.Date, o.DateZoned = readDateIn(b.values[dateLabel], b.language)
	return o
}

// dropOnBehalf takes off "on behalf of …" that Outlook adds to a sender.
func dropOnBehalf(from string) string {
	for _, words := range [...]string{" on behalf of ", " im auftrag von ", " de la part de ", " en nombre de ", " per conto di ", " namens ", " em nome de "} {
		if i := indexFold(from, words); i > 0 {
			return from[:i]
		}
	}
	return from
}
