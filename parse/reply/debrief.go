package reply

import (
	"strings"

	"roundtwo/interview"
)

// Debrief reads what she tells of an interview: free words, with tags where she likes. Each fact has its kind, its
// text and, where the words say so, the person it is about; the caller adds the rest. No word is lost: what has no tag
// is Discussed. Only greetings and farewells that stand alone are left out.
func Debrief(own string, who []interview.Person) []interview.Fact {
	d := debrief{people: who}
	for line := range strings.SplitSeq(own, "\n") {
		d.line(strings.TrimSpace(line))
	}
	d.flush()
	return d.facts
}

// DebriefBetween reads what she wrote below a quoted passage of our letter: what names nobody itself is about the
// person whom the passage names.
func DebriefBetween(quoted, own string, who []interview.Person) []interview.Fact {
	about := asked(quoted, who)
	facts := Debrief(own, who)
	for i := range facts {
		if facts[i].Person == "" && !ofCompany[facts[i].Kind] && facts[i].Kind != interview.Met {
			facts[i].Person = about
		}
	}
	return facts
}

// asked gives the person of whom a passage of our letter asks: it leads with the name or number, or names one alone.
func asked(quoted string, who people) string {
	for line := range strings.SplitSeq(quoted, "\n") {
		if name, _, _, ok := who.leading(strings.TrimSpace(line)); ok {
			return name
		}
	}
	name, _ := who.mentioned(quoted)
	return name
}

// debrief gathers lines into facts.
type debrief struct {
	people  people
	facts   []interview.Fact
	person  string // of whom the lines speak
	section bool   // the person was named in a line of its own: until the next one
	kind    interview.FactKind
	text    []string
}

func (d *debrief) line(line string) {
	switch {
	case line == "":
		d.flush()
		if !d.section {
			d.person = ""
		}
	case isGreeting(line) || isFarewell(line):
		d.flush()
	default:
		d.words(line)
	}
}

// words reads a line that says something.
func (d *debrief) words(line string) {
	if d.tagged(line) {
		return
	}
	if name, rest, heading, ok := d.people.leading(line); ok {
		d.flush()
		d.person, d.section = name, heading
		if !heading && !d.tagged(rest) {
			d.add(interview.Discussed, rest)
		}
		return
	}
	if isBullet(line) {
		d.flush()
	}
	if len(d.text) == 0 {
		d.kind = interview.Discussed
	}
	d.text = append(d.text, line)
}

func isBullet(line string) bool {
	return strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "* ") || strings.HasPrefix(line, "• ") || strings.HasPrefix(line, "– ")
}

// tagged reads a line that begins with a tag.
func (d *debrief) tagged(line string) bool {
	label, about, text, ok := cutTag(line)
	if !ok {
		return false
	}
	if part := storyPart(label, d.kind == interview.Story && len(d.text) > 0); part != "" {
		if d.kind != interview.Story || part == "S" {
			d.flush()
		}
		d.add(interview.Story, part+": "+text)
		return true
	}
	d.flush()
	if name, known := d.people.named(about); known {
		d.add(tags[label], text)
		d.flushFor(name)
		return true
	}
	if about != "" {
		text = "(" + about + ") " + text
	}
	if name, rest, heading, known := d.people.leading(text); known && !heading && strings.IndexAny(text, "0123456789#") != 0 {
		d.add(tags[label], rest) // "worked: Dana: …"
		d.flushFor(name)
		return true
	}
	d.add(tags[label], text)
	return true
}

func (d *debrief) add(kind interview.FactKind, text string) {
	d.kind = kind
	if text != "" {
		d.text = append(d.text, text)
	}
}

// flush makes a fact of the lines gathered so far.
func (d *debrief) flush() { d.flushFor(d.person) }

// ofCompany are the kinds that are about the company, whoever was spoken of before.
var ofCompany = map[interview.FactKind]bool{interview.Research: true, interview.Posting: true, interview.Opening: true}

func (d *debrief) flushFor(person string) {
	text := strings.Join(d.text, "\n")
	kind := d.kind
	d.text, d.kind = nil, ""
	if strings.TrimSpace(text) == "" {
		return
	}
	if ofCompany[kind] {
		person = ""
	}
	if person == "" && kind == interview.Discussed {
		d.facts = append(d.facts, d.byMention(text)...)
		return
	}
	if person == "" && kind != interview.Met && !ofCompany[kind] {
		person, _ = d.people.mentioned(text)
	}
	d.facts = append(d.facts, interview.Fact{Person: person, Kind: kind, Text: text})
}

// byMention gives a paragraph to the person it names; where it names several, each run of sentences to its own.
func (d *debrief) byMention(text string) []interview.Fact {
	name, many := d.people.mentioned(text)
	if !many {
		return []interview.Fact{{Person: name, Kind: interview.Discussed, Text: text}}
	}
	var out []interview.Fact
	current := ""
	for _, sentence := range sentences(text) {
		who, several := d.people.mentioned(sentence)
		if several {
			who = ""
		} else if who == "" {
			who = current
		}
		if last := len(out) - 1; last >= 0 && out[last].Person == who && current == who {
			out[last].Text += sentence
		} else {
			out = append(out, interview.Fact{Person: who, Kind: interview.Discussed, Text: sentence})
		}
		current = who
	}
	for i := range out {
		out[i].Text = strings.TrimSpace(out[i].Text)
	}
	return out
}

// sentences cuts after a full stop, question or exclamation mark before a capital letter, and at ends of lines; the
// white space stays at the end of the sentence.
func sentences(text string) []string {
	var out []string
	start := 0
	for i := 0; i < len(text); i++ {
		end := text[i] == '\n' || i+2 < len(text) && text[i+1] == ' ' && strings.IndexByte(".!?;", text[i]) >= 0 &&
			text[i+2] >= 'A' && text[i+2] <= 'Z' && !abbreviated(text[start:i+1])
		if end {
			i++
			for i < len(text) && (text[i] == ' ' || text[i] == '\n') {
				i++
			}
			out = append(out, text[start:i])
			start = i
			i--
		}
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}

// abbreviated reports whether a text ends in a title with a full stop, as in "Dr. Okafor".
func abbreviated(text string) bool {
	word := text[strings.LastIndexAny(text, " \n")+1:]
	return contains(shortened, strings.ToLower(word)) || len(word) == 2
}

var shortened = []string{"dr.", "mr.", "ms.", "mrs.", "prof.", "e.g.", "i.e.", "vs.", "st.", "no.", "approx.", "inc."}
