package message

import "strings"

// division is a text taken apart.
type division struct {
	body, own, quoted string
	between           []Answered
}

// own divides a text into what its author wrote, with and without signature, and the history below or between it.
func (s *story) own(from []Address) division {
	mine, history := s.divide()
	d := division{body: tidy(joinUnquoted(mine, 0)), quoted: tidy(joinUnquoted(history, 9))}
	mine = dropSignature(dropFooters(mine), from)
	d.own = tidy(joinUnquoted(mine, 0))
	d.between = between(s.lines, mine)
	return d
}

// between pairs the author's passages with the quoted paragraphs right above them.
func between(lines, mine []textLine) (out []Answered) {
	rest := mine
	for i := 0; i < len(lines) && len(rest) > 0; {
		if lines[i].depth == 0 {
			if lines[i].raw == rest[0].raw {
				rest = rest[1:]
			}
			i++
			continue
		}
		from := i
		for i < len(lines) && lines[i].depth > 0 {
			if lines[i].text == "" {
				from = i + 1 // only the last paragraph is answered
			}
			i++
		}
		var own []textLine
		for ; i < len(lines) && lines[i].depth == 0 && len(rest) > 0 && lines[i].raw == rest[0].raw; i++ {
			own, rest = append(own, rest[0]), rest[1:]
		}
		if text := tidy(joinUnquoted(own, 0)); text != "" {
			out = append(out, Answered{Quoted: tidy(joinUnquoted(lines[min(from, i-len(own)):i-len(own)], 9)), Own: text})
		}
	}
	return out
}

// tidy cleans joined lines: no empty lines around, one between paragraphs.
func tidy(text string) string { return strings.TrimSpace(cleanText(text, &notes{})) }

// divide goes through the lines once. History begins at the header block of a message, at "Original message", or at
// an attribution; below an attribution with quote marks only the marked lines are history, so that answers between
// and below them are kept.
func (s *story) divide() (mine, history []textLine) {
	mine = make([]textLine, 0, len(s.lines))
	for i := 0; i < len(s.lines); {
		l := s.lines[i]
		switch {
		case l.text == "" || l.depth > 0:
			if l.depth > 0 {
				history = append(history, l)
			} else {
				mine = append(mine, l)
			}
			i++
			continue
		case s.historyFrom(i):
			return s.cutBanner(mine), append(history, s.lines[i:]...)
		}
		if at := runStart(l.text); at > 0 {
			top, rest := l, l
			top.raw, top.text, rest.raw, rest.text = l.text[:at], l.text[:at], l.text[at:], l.text[at:]
			return append(mine, top), append(append(history, rest), s.lines[i+1:]...)
		}
		switch a := s.attributionFrom(i); {
		case a == nil:
			mine = append(mine, l)
			i++
		case a.quoted:
			history = append(history, s.lines[a.start:a.end]...)
			i = a.end
		case previousFilled(mine, len(mine)) < 0:
			// Nothing stands above: a program that quotes nothing, and her words below the line.
			history = append(history, s.lines[a.start:a.end]...)
			i = a.end
		default:
			return mine, append(history, s.lines[a.start:]...)
		}
	}
	return mine, history
}

// cutBanner takes the banner of the message below off the end.
func (s *story) cutBanner(mine []textLine) []textLine {
	for {
		p := previousFilled(mine, len(mine))
		if p < 0 || readBanner(mine[p].text) == noBanner && !announces(mine[p].text) {
			return mine
		}
		mine = mine[:p]
	}
}

// announces reports whether a line is an attribution that goes over into a header block.
func announces(text string) bool {
	return len(text) < maxBanner && hasYearOrClock(text) && opensAttribution(text) && hasVerb(fold(text))
}

// historyFrom reports whether another message begins at line i and goes on to the end.
func (s *story) historyFrom(i int) bool {
	text := s.lines[i].text
	if kind := readBanner(text); kind >= original {
		return true
	}
	if _, ok := afterFrame(text); ok {
		return true
	}
	if s.lines[i].label == nil {
		return false
	}
	kind, _ := bannerAbove(s.lines, i)
	if kind == noBanner && i > 0 && announces(s.lines[i-1].text) {
		kind = framed
	}
	_, ok := readBlock(s.lines, i, kind >= framed)
	return ok
}

// attributionFrom gives the attribution that begins at line i, nil where there is none.
func (s *story) attributionFrom(i int) *attribution {
	for last := i; last < len(s.lines) && last < i+maxAttributionLines; last++ {
		if s.lines[last].depth != s.lines[i].depth {
			break
		}
		if a := s.attributionAt(last); a != nil {
			if a.start != i {
				return nil
			}
			return a
		}
	}
	return nil
}
