package message

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"roundtwo/parse/almanac"
)

// The words of mail programs in many languages. Each file says at its top how it is written.
var (
	//go:embed labels.txt
	labelsText string
	//go:embed banners.txt
	bannersText string
	//go:embed prefixes.txt
	prefixesText string
	//go:embed zones.txt
	zonesText string
	//go:embed wrote.txt
	wroteText string
	//go:embed devices.txt
	devicesText string
	//go:embed closings.txt
	closingsText string
	//go:embed footers.txt
	footersText string
	//go:embed words.txt
	wordsText string
)

var (
	labels   = readLabels(labelsText)
	banners  = readBanners(bannersText)
	prefixes = readPrefixes(prefixesText)
	months   = readMonths()
	dayNames = sync.OnceValue(readDayNames)
	zones    = readZones(zonesText)
	openers  = readColumn(wroteText, 1)
	verbs    = readColumn(wroteText, 2)
	devices  = readWords(devicesText)
	closings = wordSet(readWords(closingsText))
	footers  = readWords(footersText)
	speech   = readSpeech(wordsText)
)

// tableLines gives the columns of each line; # begins a comment.
func tableLines(text string) [][]string {
	var out [][]string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		columns := strings.Split(line, "|")
		for i := range columns {
			columns[i] = strings.TrimSpace(columns[i])
		}
		out = append(out, columns)
	}
	return out
}

// entries gives the words of a column that are separated by sep, folded.
func entries(column, sep string) []string {
	var out []string
	for _, word := range strings.Split(column, sep) {
		if word = fold(word); word != "" {
			out = append(out, word)
		}
	}
	return out
}

// labelKind is which field a label names.
type labelKind uint8

const (
	unknownLabel labelKind = iota
	fromLabel
	dateLabel
	toLabel
	ccLabel
	subjectLabel
	otherLabel
)

// labelUse is what a label means in a language.
type labelUse struct {
	language string
	kind     labelKind
}

func readLabels(text string) map[string][]labelUse {
	out := map[string][]labelUse{}
	for _, columns := range tableLines(text) {
		for i, column := range columns[1:] {
			for _, word := range entries(column, ",") {
				out[word] = append(out[word], labelUse{columns[0], labelKind(i + 1)})
			}
		}
	}
	return out
}

// bannerKind is what a line above a message announces.
type bannerKind uint8

const (
	noBanner  bannerKind = iota
	ruler                // a line of dashes or underscores
	framed               // unknown words between dashes
	original             // "Original message"
	forwarded            // "Forwarded message"
)

type banner struct {
	words string
	kind  bannerKind
}

func readBanners(text string) []banner {
	var out []banner
	for _, columns := range tableLines(text) {
		kind := forwarded
		if columns[0] == "o" {
			kind = original
		}
		for _, words := range entries(columns[1], ",") {
			out = append(out, banner{words, kind})
		}
	}
	return out
}

// readPrefixes maps a prefix of a subject to true where it forwards, false where it answers.
func readPrefixes(text string) map[string]bool {
	out := map[string]bool{}
	for _, columns := range tableLines(text) {
		for _, word := range entries(columns[1], ",") {
			if _, known := out[word]; !known {
				out[word] = columns[0] == "f"
			}
		}
	}
	return out
}

// monthUse is the month that a word names in a language.
type monthUse struct {
	language string
	month    int
}

// readMonths takes the names of the months that the almanac has, long and short ones.
func readMonths() map[string][]monthUse {
	out := map[string][]monthUse{}
	for _, n := range almanac.All() {
		for _, forms := range [...][12][]string{n.Months, n.ShortMonths} {
			for i := range forms {
				for _, word := range forms[i] {
					word = fold(word)
					if use := (monthUse{n.Language, i + 1}); !slices.Contains(out[word], use) {
						out[word] = append(out[word], use)
					}
				}
			}
		}
	}
	return out
}

// readDayNames gives the names of months and weekdays that are hardly anything else.
func readDayNames() map[string]bool {
	out := map[string]bool{}
	for _, n := range almanac.All() {
		for _, forms := range slices.Concat(n.Months[:], n.Weekdays[:]) {
			for _, word := range forms {
				if word = fold(word); len(word) > 3 {
					out[word] = true
				}
			}
		}
	}
	return out
}

// readZones maps an abbreviation to seconds east of Greenwich.
func readZones(text string) map[string]int {
	out := map[string]int{}
	for _, columns := range tableLines(text) {
		if hours, err := strconv.ParseFloat(columns[1], 64); err == nil {
			out[columns[0]] = int(hours * 3600)
		}
	}
	return out
}

func readColumn(text string, column int) []string {
	var out []string
	for _, columns := range tableLines(text) {
		out = append(out, entries(columns[column], ",")...)
	}
	return out
}

func readWords(text string) []string {
	var out []string
	for _, columns := range tableLines(text) {
		out = append(out, entries(columns[0], ",")...)
	}
	return out
}

func wordSet(words []string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[w] = true
	}
	return out
}
