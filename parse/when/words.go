package when

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"roundtwo/parse/almanac"
)

//go:embed words.txt
var wordsText string

// vocabulary is what words.txt and the almanac say.
type vocabulary struct {
	languages map[string]*language
	order     []string              // of the languages in the file
	days      map[string][]relative // days that are named by their distance
	weeks     map[string]int        // weeks likewise: a weekday in the same sentence, or in the list below, lies in that week
	lengths   map[string]int        // minutes
	parts     map[string]part
	clocks    map[string]clock
	same      map[string]bool // words for the hour of another time
	headers   map[string]bool // labels of header lines

	lang *language // of the section being read
	name string
}

var (
	words     = readVocabulary()
	languages = words.languages
)

func readVocabulary() *vocabulary {
	v := &vocabulary{languages: map[string]*language{}, days: map[string][]relative{}, weeks: map[string]int{},
		lengths: map[string]int{}, parts: map[string]part{}, clocks: map[string]clock{}, same: map[string]bool{}, headers: map[string]bool{}}
	number := 0
	for line := range strings.Lines(wordsText) {
		number++
		if err := v.line(strings.TrimSpace(line)); err != nil {
			panic(fmt.Sprintf("when: words.txt, line %d: %v", number, err))
		}
	}
	for _, n := range almanac.All() {
		v.almanac(n)
	}
	return v
}

// almanac adds the names of a language, and its near days and weeks.
func (v *vocabulary) almanac(n *almanac.Names) {
	if l := v.languages[n.Language]; l != nil {
		l.names = n
	}
	for i, forms := range n.Days {
		for _, w := range forms {
			v.days[w] = append(v.days[w], relative{days: i - 2, lang: n.Language})
		}
	}
	for i, forms := range n.Weeks {
		for _, w := range forms {
			if _, ours := v.weeks[w]; !ours {
				v.weeks[w] = i - 1
			}
		}
	}
}

// line reads one line.
func (v *vocabulary) line(line string) error {
	if line == "" || line[0] == '#' {
		return nil
	}
	if line[0] == '[' {
		v.name, v.lang = strings.Trim(line, "[]"), &language{endings: map[string]int{}}
		v.languages[v.name], v.order = v.lang, append(v.order, v.name)
		return nil
	}
	key, list, _ := strings.Cut(line, ": ")
	key, own := strings.CutPrefix(key, "own ")
	kind, value, phrase := strings.Cut(key, " ")
	if !phrase || kind == "more" || kind == "half" || kind == "numbered" {
		return v.lang.words(key, list)
	}
	for w := range strings.SplitSeq(list, ",") {
		if w = strings.TrimSpace(w); w == "" {
			continue
		}
		if err := v.phrase(own, kind, value, w); err != nil {
			return err
		}
	}
	return nil
}

func (v *vocabulary) phrase(own bool, kind, value, phrase string) error {
	number, rest, _ := strings.Cut(value, " ")
	n, err := strconv.Atoi(number)
	switch kind {
	case "day", "chain":
		day := relative{days: n, part: partOf(rest), chain: kind == "chain"}
		if own {
			day.lang = v.name
		}
		v.days[phrase] = append(v.days[phrase], day)
	case "week":
		v.weeks[phrase] = n
	case "length":
		v.lengths[phrase] = n
	case "ending":
		v.lang.endings[phrase] = n
	case "part":
		v.parts[phrase], err = partOf(value), nil
	case "header":
		v.headers[phrase], err = true, nil
	case "same":
		v.same[phrase], err = true, nil
	case "clock":
		hour, minute, _ := strings.Cut(value, ":")
		c := clock{exact: true}
		if c.hour, err = strconv.Atoi(hour); err == nil {
			c.minute, err = strconv.Atoi(minute)
		}
		v.clocks[phrase] = c
	default:
		return fmt.Errorf("no such kind: %s", kind)
	}
	return err
}

func partOf(name string) part {
	for i, n := range partNames {
		if n == name {
			return part(i)
		}
	}
	return noPart
}

// unitNames are the keys of units in words.txt.
var unitNames = map[string]unit{"minutes": minutes, "hours": hours, "days": days, "weeks": weeks, "fortnights": fortnights,
	"months": months, "years": years, "seconds": seconds}

// roleNamed are the keys of roles in words.txt.
var roleNamed = map[string]role{"at": roleAt, "from": roleFrom, "to": roleTo, "between": roleBetween, "and": roleAnd, "or": roleOr,
	"on": roleOn, "of": roleOf, "the": roleThe, "next": roleNext, "this": roleThis, "last": roleLast, "in": roleIn, "half": roleHalf,
	"past": rolePast, "before": roleBefore, "clock": roleClock, "about": roleAbout, "quarter": roleQuarter, "away": roleAway, "onto": roleOnto, "names": roleNames}

// words reads a line of single words.
func (l *language) words(key, words string) error {
	list := strings.Fields(words)
	p, u, r := partOf(key), unitNames[key], roleNamed[key]
	switch {
	case key == "common":
		l.common = words
	case key == "half before":
		l.halfIsBefore = true
	case key == "numbers":
		for i, forms := range list {
			l.addNumber(strings.Split(forms, "/"), i+1)
		}
	case key == "more numbers":
		for i := 0; i+1 < len(list); i += 2 {
			n, err := strconv.Atoi(list[i+1])
			if err != nil {
				return err
			}
			l.addNumber(list[i:i+1], n)
		}
	case key == "ordinals":
		for i, forms := range list {
			l.add(strings.Split(forms, "/"), true, func(m *meaning) { m.ordinal = int8(i + 1) })
		}
	case key == "numbered weeks":
		l.add(list, true, func(m *meaning) { m.weekNumber = true })
	case key == "suffixes":
		l.add(list, true, func(m *meaning) { m.ordinal = -1 })
	case key == "noon":
		l.add(list, false, func(m *meaning) { m.clock = 12 })
	case key == "midnight":
		l.add(list, false, func(m *meaning) { m.clock = 24 })
	case key == "am":
		l.add(list, false, func(m *meaning) { m.half = am })
	case key == "pm":
		l.add(list, false, func(m *meaning) { m.half = pm })
	case u != noUnit:
		l.add(list, false, func(m *meaning) { m.unit = u })
	case p != noPart:
		l.add(list, false, func(m *meaning) { m.part = p })
	case r != 0:
		l.add(list, true, func(m *meaning) { m.role |= r })
	default:
		return fmt.Errorf("no such kind: %s", key)
	}
	return nil
}

func (l *language) add(words []string, everyday bool, set func(*meaning)) {
	l.lists = append(l.lists, wordList{words, everyday, set})
}

func (l *language) addNumber(words []string, n int) {
	l.add(words, true, func(m *meaning) { m.number, m.isNumber = int16(n), true })
}
