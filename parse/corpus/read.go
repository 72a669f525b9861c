package corpus

import (
	"cmp"
	"fmt"
	"net/mail"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"roundtwo/interview"
)

// markPattern is a mark as it is written: [[label|words]], [[t1,t2|words]].
var markPattern = regexp.MustCompile(`(?s)\[\[([a-z]+\d*(?:,[a-z]+\d*)*)\|(.*?)\]\]`)

func readMessage(name, block string) (*Message, error) {
	head, rest, ok := strings.Cut(block, "\n---\n")
	if !ok {
		return nil, fmt.Errorf("no line --- between head and body")
	}
	body, gold, _ := strings.Cut("\n"+strings.TrimRight(rest, "\n")+"\n", "\n+++\n") // of kind other nothing need stand below
	hand, _, _ := strings.Cut(name, "-")
	m := &Message{Name: name, Hand: hand, Head: map[string]string{}}
	for line := range strings.Lines(head) {
		if key, value, ok := strings.Cut(line, ":"); ok {
			m.Head[strings.ToLower(strings.TrimSpace(key))] = strings.TrimSpace(value)
		}
	}
	for _, key := range []string{"zone", "from", "to", "date", "subject", "kind"} {
		if _, ok := m.Head[key]; !ok {
			return nil, fmt.Errorf("no line %q", key+":")
		}
	}
	m.Zone = m.Head["zone"]
	m.HTML = strings.HasPrefix(m.Head["form"], "html")
	var err error
	if m.Written, err = mail.ParseDate(m.Head["date"]); err != nil {
		return nil, fmt.Errorf("date: %w", err)
	}
	subject, marks := unmark(m.Head["subject"])
	text, below := unmark(strings.Trim(body, "\n") + "\n")
	m.Subject, m.Body, m.Marks = subject, text, marks
	for _, k := range below {
		k.From, k.To = k.From+len(subject)+2, k.To+len(subject)+2
		m.Marks = append(m.Marks, k)
	}
	if strings.Contains(m.Source(), "[[") || strings.Contains(m.Source(), "]]") {
		return nil, fmt.Errorf("a mark that cannot be read")
	}
	return m, m.readGold(gold)
}

// unmark gives the text without marks, and where they were.
func unmark(text string) (string, []Mark) {
	var b strings.Builder
	var marks []Mark
	last := 0
	for _, at := range markPattern.FindAllStringSubmatchIndex(text, -1) {
		b.WriteString(text[last:at[0]])
		for label := range strings.SplitSeq(text[at[2]:at[3]], ",") {
			marks = append(marks, Mark{label, b.Len(), b.Len() + at[5] - at[4]})
		}
		b.WriteString(text[at[4]:at[5]])
		last = at[1]
	}
	b.WriteString(text[last:])
	return b.String(), marks
}

func (m *Message) readGold(text string) error {
	g := &m.Gold
	g.Kind, g.Fields, g.Unjudged = interview.Kind(m.Head["kind"]), map[string]string{}, map[string]bool{}
	switch g.Kind {
	case interview.Invitation, interview.Reschedule, interview.Cancellation, interview.Other:
	default:
		return fmt.Errorf("kind %q", g.Kind)
	}
	if r := m.Head["round"]; r != "" && r != "none" {
		n, err := strconv.Atoi(r)
		if err != nil {
			return fmt.Errorf("round: %w", err)
		}
		g.Round = n
	}
	for _, key := range []string{"company", "role", "format", "location", "phone", "link", "respond_by", "bring"} {
		if v, ok := m.Head[key]; ok {
			g.Fields[key] = v
		}
	}
	for name := range strings.SplitSeq(m.Head["optional"], ";") {
		if name = strings.TrimSpace(name); name != "" {
			g.Optional = append(g.Optional, name)
		}
	}
	names := map[string]string{}
	for pass := range 2 {
		for line := range strings.Lines(text) {
			key, value, ok := strings.Cut(strings.TrimSpace(line), ":")
			if !ok {
				continue
			}
			if err := m.goldLine(pass, strings.TrimSpace(key), strings.TrimSpace(value), names); err != nil {
				return fmt.Errorf("%q: %w", strings.TrimSpace(line), err)
			}
		}
	}
	byStart := func(a, b interview.Session) int {
		return cmp.Or(a.Start.Time.Compare(b.Start.Time), cmp.Compare(a.Zone, b.Zone))
	}
	slices.SortStableFunc(g.Sessions, byStart)
	slices.SortStableFunc(g.Options, byStart)
	if g.Kind == interview.Cancellation {
		g.Unjudged["sessions"], g.Unjudged["options"] = len(g.Sessions) == 0, len(g.Options) == 0
		g.Unjudged["interviewers"] = len(g.Interviewers) == 0
	}
	return nil
}

// goldLine reads one line of the gold: people in the first pass, times, which name them, in the second.
func (m *Message) goldLine(pass int, key, value string, names map[string]string) error {
	g := &m.Gold
	if len(key) < 2 || key[1] < '0' || key[1] > '9' {
		return nil
	}
	switch {
	case key[0] == 'p' && pass == 0:
		f := append(strings.Split(value, ";"), "", "")
		p := interview.Person{Name: strings.TrimSpace(f[0]), Title: strings.TrimSpace(f[1]), Email: strings.TrimSpace(f[2])}
		g.Interviewers = append(g.Interviewers, p)
		names[key] = p.Name
	case key[0] == 't' && pass == 1:
		s, err := m.session(value, names)
		g.Sessions = append(g.Sessions, s)
		return err
	case key[0] == 'o' && pass == 1:
		s, err := m.session(value, names)
		g.Options = append(g.Options, s)
		return err
	}
	return nil
}

// session reads "2027-01-14 10:00-11:00 Europe/London p1 p2".
func (m *Message) session(value string, names map[string]string) (s interview.Session, err error) {
	zone, assumed, clock := m.Zone, true, ""
	words := strings.Fields(value)
	if len(words) == 0 {
		return s, fmt.Errorf("no day")
	}
	for _, w := range words[1:] {
		switch {
		case w == "assumed":
			assumed = true
		case w == "stated":
			assumed = false
		case names[w] != "":
			s.Interviewers = append(s.Interviewers, names[w])
		case len(w) >= 5 && w[2] == ':' && w[0] >= '0' && w[0] <= '2':
			clock = w
		case strings.Contains(w, "/") || strings.HasPrefix(w, "UTC"):
			zone, assumed = w, false
		default:
			return s, fmt.Errorf("cannot read %q", w)
		}
	}
	loc, err := interview.Location(zone)
	if err != nil {
		return s, err
	}
	s.Zone, s.ZoneAssumed = zone, assumed
	start, end, ranged := strings.Cut(clock, "-")
	if s.Start, err = moment(words[0], start, loc); err == nil && ranged {
		s.End, err = moment(words[0], end, loc)
	}
	return s, err
}

func moment(day, clock string, loc *time.Location) (interview.Moment, error) {
	t, err := time.ParseInLocation(time.DateOnly, day, loc)
	if err != nil || clock == "" {
		return interview.Moment{Time: t, DateOnly: true}, err
	}
	hour, minute, _ := strings.Cut(clock, ":")
	h, err := strconv.Atoi(hour)
	if err != nil {
		return interview.Moment{}, err
	}
	min, err := strconv.Atoi(minute)
	return interview.At(time.Date(t.Year(), t.Month(), t.Day(), h, min, 0, 0, loc)), err
}
