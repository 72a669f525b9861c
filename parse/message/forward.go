package message

import (
	"strings"
)

// story is how a text divides: what its author wrote, and the messages below it.
type story struct {
	lines   []textLine
	subject subjectKind
	answers bool // In-Reply-To is set
	level   int  // forwards around this text
	to      []Address

	attributions map[int]*attribution // by last line, nil where there is none
}

// maxForwards is how many forwards inside one another are opened in a text.
const maxForwards = 10

// found is a message found inside a text.
type found struct {
	start    int // where it begins, with its banner
	body     int // where its text begins
	depth    int
	banner   bannerKind
	original *Original
}

// readStory divides the text of the message: Own, Quoted and Original.
func (m *Message) readStory(w *walker, n *notes) {
	kind, bare := readSubject(m.Subject)
	s := story{lines: splitLines(m.Text), subject: kind, answers: len(m.InReplyTo) > 0, to: append(m.To[:len(m.To):len(m.To)], m.Cc...)}
	if len(s.lines) == maxLines {
		n.add(limitLines)
	}
	if f, ok := s.forwarded(bare, n); ok {
		m.Original = f.original
		top := s.above(f.start)
		m.Own, m.Body = top.own, top.body
		return
	}
	d := s.own(m.From)
	m.Own, m.Body, m.Quoted, m.Between = d.own, d.body, d.quoted, d.between
	if o := attachedOriginal(w); o != nil {
		m.Original = o
	}
}

// forwarded looks for the message that was forwarded.
func (s *story) forwarded(bare string, n *notes) (found, bool) {
	for i := range s.lines {
		if s.lines[i].text == "" {
			continue
		}
		f, ok := s.messageAt(i, n)
		if !ok {
			if a := s.attributionAt(i); a != nil && s.subject != forwardSubject {
				if kind, _ := bannerAbove(s.lines, a.start); kind == forwarded {
					return s.attributedAt(a, bare, n), true // as Yandex does
				}
				return found{}, false
			}
			continue
		}
		if !s.isForward(f) {
			return found{}, false // the history of a reply
		}
		s.finish(&f, n)
		return f, true
	}
	if s.subject == forwardSubject {
		return s.attributed(bare, n)
	}
	return found{}, false
}

// messageAt reads the message that begins at line i, with the banner above it.
func (s *story) messageAt(i int, n *notes) (found, bool) {
	if o, ok := readRunTogether(s.lines[i].text, n); ok {
		return found{start: i, body: i + 1, depth: s.lines[i].depth, banner: forwarded, original: o}, true
	}
	if s.lines[i].label == nil {
		return found{}, false
	}
	kind, start := bannerAbove(s.lines, i)
	b, ok := readBlock(s.lines, i, kind >= framed || s.subject == forwardSubject)
	if !ok {
		return found{}, false
	}
	return found{start: start, body: b.end, depth: b.depth, banner: kind, original: b.original(n)}, true
}

// isForward tells a forward from the history of a reply.
func (s *story) isForward(f found) bool {
	switch {
	case f.banner == forwarded || s.subject == forwardSubject:
		return true
	case s.subject == replySubject:
		return false
	}
	return !s.answers && !among(s.to, f.original.From)
}

// among reports whether somebody is one of a list: who is sent words of her own was answered.
func among(list []Address, a Address) bool {
	for _, b := range list {
		if a.Email != "" && equalFold(a.Email, b.Email) || a.Email == "" && a.Name != "" && equalFold(a.Name, b.Name) {
			return true
		}
	}
	return false
}

// finish sets the text of the forwarded message and goes on to the innermost one.
func (s *story) finish(f *found, n *notes) {
	body := s.bodyOf(f)
	f.original.Text = strings.TrimSpace(cleanText(dedent(body), &notes{}))
	inner := story{lines: splitLines(f.original.Text), level: s.level + 1}
	inner.subject, _ = readSubject(f.original.Subject)
	inner.answers = inner.subject != forwardSubject
	if deeper, ok := inner.forwardedAgain(n); ok {
		*f.original = *deeper.original
		return
	}
	d := inner.own([]Address{f.original.From})
	f.original.Own, f.original.Body, f.original.Quoted = d.own, d.body, d.quoted
}

// maxComment is how much somebody writes above what she only passes on, in bytes. With more of her own, and a subject
// that says nothing of a forward, the messages below are the history of hers.
const maxComment = 160

// forwardedAgain looks for a forward inside a forward.
func (s *story) forwardedAgain(n *notes) (found, bool) {
	if len(s.lines) == 0 || s.level > maxForwards {
		return found{}, false
	}
	f, ok := s.forwarded("", n)
	if !ok || f.original.From == (Address{}) {
		return f, false
	}
	return f, s.subject == forwardSubject || len(s.above(f.start).own) <= maxComment
}

// bodyOf gives the text below the header block, its quote marks taken off.
func (s *story) bodyOf(f *found) string {
	rest := s.lines[f.body:]
	if f.depth > 0 {
		last := -1
		for i, l := range rest {
			if l.depth >= f.depth {
				last = i
			}
		}
		return joinUnquoted(rest[:last+1], f.depth)
	}
	if allQuoted(rest) {
		return joinUnquoted(rest, 1)
	}
	return joinUnquoted(rest, 0)
}

// allQuoted reports whether the text below a header block is quoted as a whole, as some programs do.
func allQuoted(lines []textLine) bool {
	for _, l := range lines {
		if l.text != "" && l.depth == 0 {
			return false
		}
	}
	return true
}

// dedent takes off the indentation that all lines share.
func dedent(text string) string {
	lines := strings.Split(text, "\n")
	shared := 1 << 10
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			shared = min(shared, len(l)-len(strings.TrimLeft(l, " \t")))
		}
	}
	if shared == 0 {
		return text
	}
	for i, l := range lines {
		lines[i] = l[min(shared, len(l)):]
	}
	return strings.Join(lines, "\n")
}

// attributed reads the forward that a program writes as a reply: "On …, Dana <dana@…> wrote:" under a subject that
// says Fwd. A forward without any header line still gives its text.
func (s *story) attributed(bare string, n *notes) (found, bool) {
	for i := range s.lines {
		if a := s.attributionAt(i); a != nil {
			return s.attributedAt(a, bare, n), true
		}
	}
	for i, l := range s.lines {
		if kind := readBanner(l.text); kind == forwarded {
			f := found{start: i, body: i + 1, depth: l.depth, original: &Original{Subject: bare}}
			s.finish(&f, n)
			return f, true
		}
	}
	return found{}, false
}

// attributedAt makes the forwarded message below an attribution.
func (s *story) attributedAt(a *attribution, bare string, n *notes) found {
	o := &Original{Subject: bare, From: authorOf(a.text, n)}
	o.Date, o.DateZoned = readDate(beforeAddress(a.text))
	if o.Date.IsZero() {
		o.Date, o.DateZoned = readDate(afterAddress(a.text))
	}
	f := found{start: a.start, body: a.end, depth: s.lines[a.start].depth, original: o}
	s.finish(&f, n)
	return f
}

// authorOf reads the name and address out of an attribution.
func authorOf(text string, n *notes) Address {
	open := strings.LastIndexByte(text, '<')
	end := strings.LastIndexByte(text, '>')
	if open < 0 || end < open {
		return Address{}
	}
	name := strings.TrimRight(text[:open], " ")
	if quote := strings.IndexAny(name, "\"“„«"); quote >= 0 {
		name = name[quote:]
	} else {
		name = lastName(name)
	}
	list := readAddresses(strings.Trim(name, "\"“”„«» ")+" "+text[open:end+1], n)
	if len(list) == 0 {
		return Address{}
	}
	return list[0]
}

// lastName gives the words after the last number, comma or verb: what is left is the name.
func lastName(s string) string {
	words := strings.Fields(s)
	from := len(words)
	for from > 0 {
		w := words[from-1]
		first := []rune(w)[0]
		if digitOf(first) >= 0 || strings.HasSuffix(w, ",") || isVerb(fold(w)) || isAuxiliary(fold(w)) {
			break
		}
		from--
	}
	return strings.Join(words[from:], " ")
}

// isAuxiliary knows the words that stand between date and name in some languages.
func isAuxiliary(word string) bool {
	switch word {
	case "heeft", "hat", "am", "pm", "at", "um", "a.m.", "p.m.":
		return true
	}
	return false
}

func beforeAddress(text string) string {
	if i := strings.IndexAny(text, "<\"«“„"); i >= 0 {
		return text[:i]
	}
	return text
}

func afterAddress(text string) string {
	return text[strings.LastIndexByte(text, '>')+1:]
}

// above gives what stands above line end, as the author's comment.
func (s *story) above(end int) division {
	top := story{lines: s.lines[:end]}
	return top.own(nil)
}

// attachedOriginal makes an Original of the first attached message; of one inside another the innermost.
func attachedOriginal(w *walker) *Original {
	if w.report || len(w.attached) == 0 {
		return nil
	}
	inner := w.attached[0]
	if inner.Original != nil {
		return inner.Original
	}
	o := &Original{
		To: inner.To, Cc: inner.Cc, Subject: inner.Subject, Date: inner.Date, DateZoned: !inner.Date.IsZero(),
		MessageID: inner.MessageID, Text: inner.Text, Body: inner.Body, Own: inner.Own, Quoted: inner.Quoted, Attached: true,
	}
	if len(inner.From) > 0 {
		o.From = inner.From[0]
	}
	o.References = inner.References
	if len(o.References) == 0 {
		o.References = inner.InReplyTo
	}
	return o
}
