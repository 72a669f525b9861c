package message

import "strings"

// attribution is the line above a quotation: "On …, … wrote:".
type attribution struct {
	start, end int    // lines [start, end)
	text       string // joined
	quoted     bool   // a quotation with marks follows
}

// An attribution may be that long, in bytes and lines; programs wrap it.
const (
	maxAttribution      = 400
	maxAttributionLines = 5
)

// attributionAt gives the attribution whose last line is the given one, nil where there is none. Each line is judged
// once.
func (s *story) attributionAt(last int) *attribution {
	if !s.lines[last].ends {
		return nil
	}
	a, known := s.attributions[last]
	if !known {
		if s.attributions == nil {
			s.attributions = map[int]*attribution{}
		}
		a = readAttribution(s.lines, last)
		s.attributions[last] = a
	}
	return a
}

// readAttribution joins the lines above the last one as long as they make the attribution more complete.
func readAttribution(lines []textLine, last int) *attribution {
	depth := lines[last].depth
	next := nextFilled(lines, last+1)
	a := attribution{end: last + 1, quoted: next < len(lines) && lines[next].depth > depth}
	text, best := "", 0
	for start := last; start >= 0 && last-start < maxAttributionLines; start-- {
		line := lines[start]
		if line.depth != depth || len(text)+len(line.text) > maxAttribution {
			break
		}
		if line.text == "" {
			if start == last || !strings.HasPrefix(lines[start+1].text, "<") {
				break
			}
			continue
		}
		text = strings.TrimSpace(line.text + " " + text)
		signs := readSigns(text, a.quoted)
		if score := signs.score(); score > best || score == best && best > 0 && signs.opens {
			best, a.start, a.text = score, start, text
		}
	}
	if best == 0 {
		return nil
	}
	if a.start > 0 && !opensAttribution(a.text) && !startsWithDigit(a.text) {
		a.extend(lines)
	}
	return &a
}

// extend takes the line above where the attribution began there: "On Monday" at the end of a wrapped line.
func (a *attribution) extend(lines []textLine) {
	for k := 1; k <= 2 && a.start-k >= 0; k++ {
		above := lines[a.start-k]
		if above.depth != lines[a.start].depth || above.text == "" || len(above.text)+len(a.text) > maxAttribution ||
			strings.ContainsAny(above.text[len(above.text)-1:], ".!?:") {
			return
		}
		opens := opensAttribution(above.text) || startsWithDigit(above.text)
		if opens && (hasYearOrClock(above.text) || hasAddress(above.text)) {
			a.start -= k
			a.text = above.text + " " + a.text
			return
		}
	}
}

// endsAttribution reports whether a line can be the last of one: it ends in a colon, in an address, or in the verb.
func endsAttribution(s string) bool {
	if s == "" || len(s) > maxAttribution {
		return false
	}
	if strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：") {
		return true
	}
	if strings.HasSuffix(s, ">") && strings.Contains(s, "@") || strings.HasSuffix(s, "-") && isFramed(s) {
		return true
	}
	return strings.ContainsAny(s, "0123456789") && endsInVerb(s)
}

// signs is what joined lines have of an attribution.
type signs struct {
	text   string
	folded string
	quoted bool // marks of quotation follow
	framed bool // ---- Dana Whitfield wrote ----
	ends   bool // in a colon
	verb   bool
	dated  bool
	person bool
	opens  bool // begins as attributions do: "On", "Am", "Le"
}

func readSigns(text string, quoted bool) signs {
	bare := strings.Trim(text, "-*_ ")
	s := signs{
		text: text, folded: fold(text), quoted: quoted, framed: bare != text && isFramed(text),
		ends:  strings.HasSuffix(bare, ":") || strings.HasSuffix(bare, "："),
		dated: hasYearOrClock(text), person: strings.Contains(text, "@"),
	}
	s.opens = s.dated && opensFolded(strings.TrimLeft(s.folded, "-*_\"'<( \t"))
	if s.dated || s.person || s.quoted || s.framed {
		s.verb = hasVerb(s.folded)
	} else {
		s.verb = onlyName(s.folded)
	}
	return s
}

// score is 0 for no attribution, and more the more of its parts are there.
func (s signs) score() int {
	if !s.enough() {
		return 0
	}
	score := 1
	for _, sign := range [...]bool{s.dated, s.verb, s.person} {
		if sign {
			score++
		}
	}
	return score
}

// enough judges the signs. Marks of quotation below allow for languages and programs that nobody listed.
func (s signs) enough() bool {
	switch {
	case s.framed && s.verb:
		return true
	case !s.ends && !s.quoted:
		return s.dated && s.verb && s.person && startsWithDigit(s.text) && len(s.text) < 200
	case !s.ends:
		return s.dated && (s.person || s.verb) && (startsWithDigit(s.text) || s.opens)
	case s.dated && s.verb:
		return s.opens || s.person || s.quoted || len(s.text) < 120
	case s.dated && s.person:
		// Gmail in Russian and Yandex write no verb.
		return s.quoted || startsWithDigit(s.text) || strings.HasSuffix(s.text, ">:") && !isLatin(s.text)
	case s.verb:
		return startsAddress(s.text) || s.quoted && strings.Count(s.text, " ") < 8 || onlyName(s.folded)
	}
	return s.quoted && s.dated && s.opens
}
