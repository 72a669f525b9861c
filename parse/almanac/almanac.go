// Package almanac has the names of the months and weekdays, and of the days and weeks that are near, in many languages.
// The readers of mail headers (parse/message) and of prose (parse/when) share it.
//
// Its data are two tables: cldr.txt, which gencldr.go writes out of the Unicode CLDR (LICENSE.unicode), and names.txt, by
// hand, with the declined and shortened forms that people write and the CLDR lacks.
package almanac

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

var (
	//go:embed cldr.txt
	cldrText string
	//go:embed names.txt
	namesText string
)

// Names are the words of one language, as they are written; to compare them with a text both are folded.
type Names struct {
	Language string // ISO 639: "fi"

	Months, ShortMonths     [12][]string // from January
	Weekdays, ShortWeekdays [7][]string  // from Monday; a name may be several words
	Every                   [7][]string  // likewise: "Mondays", every week
	Days                    [5][]string  // the day before yesterday to the day after tomorrow
	Weeks                   [3][]string  // last week, this week, next week
	Halves                  [2][]string  // before and after noon
}

// All gives the names of every language, always in the same order. They are shared: nobody may change them.
var All = sync.OnceValue(func() []*Names {
	var r reader
	r.read("cldr.txt", cldrText)
	r.read("names.txt", namesText)
	return r.all
})

type reader struct {
	all []*Names
	by  map[string]*Names
}

// read adds the rows of a table. A row that cannot be read is a fault of the program: it panics.
func (r *reader) read(file, text string) {
	number := 0
	for line := range strings.Lines(text) {
		number++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		columns := strings.Split(line, "|")
		if len(columns) < 3 || !r.row(strings.TrimSpace(columns[0]), strings.TrimSpace(columns[1]), columns[2:]) {
			panic(fmt.Sprintf("almanac: %s, line %d cannot be read: %s", file, number, line))
		}
	}
}

func (r *reader) row(language, kind string, columns []string) bool {
	n := r.by[language]
	if n == nil {
		if r.by == nil {
			r.by = map[string]*Names{}
		}
		n = &Names{Language: language}
		r.by[language] = n
		r.all = append(r.all, n)
	}
	into := n.rows(kind)
	if len(into) == 0 || len(columns) > len(into) {
		return false
	}
	for i, column := range columns {
		for form := range strings.SplitSeq(column, "/") {
			if form = strings.TrimSpace(form); form != "" {
				into[i] = append(into[i], form)
			}
		}
	}
	return true
}

// rows is where the columns of a kind belong; nil where the kind is unknown.
func (n *Names) rows(kind string) [][]string {
	switch kind {
	case "months":
		return n.Months[:]
	case "short months":
		return n.ShortMonths[:]
	case "weekdays":
		return n.Weekdays[:]
	case "short weekdays":
		return n.ShortWeekdays[:]
	case "every":
		return n.Every[:]
	case "days":
		return n.Days[:]
	case "weeks":
		return n.Weeks[:]
	case "halves":
		return n.Halves[:]
	}
	return nil
}
