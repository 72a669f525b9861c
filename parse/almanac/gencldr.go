//go:build ignore

// Gencldr writes cldr.txt from the npm package cldr-dates-full: the names of months and weekdays, and what days and weeks
// are called that are near.
//
//	go run gencldr.go path/to/cldr-dates-full > cldr.txt
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// locales are the locales read, with the language that they stand for where that is another word. The order is that in
// which a name that two languages give to two months is looked for.
var locales = strings.Fields(`en de de-AT fr es it pt pt-PT nl sv da no is fi et lv lt pl cs sk sl hr sr sr-Latn ru uk be bg mk el ro
	hu tr az sq ga cy ca gl eu af he ar ar-SY fa hi bn ta th id ms fil sw eo ka hy ja zh zh-Hant ko vi`)

var languages = map[string]string{
	"de-AT": "de", "pt-PT": "pt", "sr-Latn": "sr", "ar-SY": "ar", "fil": "tl", "zh-Hant": "zh",
}

var weekdays = []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}

// names are the forms of CLDR: context (format, stand-alone), width, key.
type names map[string]map[string]map[string]string

type calendar struct {
	Months     names `json:"months"`
	Days       names `json:"days"`
	DayPeriods names `json:"dayPeriods"`
}

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: gencldr path/to/cldr-dates-full")
	}
	fmt.Println("# Written by gencldr.go out of the Unicode CLDR, npm package cldr-dates-full; do not edit. LICENSE.unicode is beside it.")
	fmt.Println("# language | kind | forms of the first/… | forms of the second/… | …")
	for _, locale := range locales {
		write(locale)
	}
}

func write(locale string) {
	language := locale
	if l := languages[locale]; l != "" {
		language = l
	}
	var g calendar
	read(locale, "ca-gregorian.json", func(dates json.RawMessage) {
		var d struct {
			Calendars struct {
				Gregorian calendar `json:"gregorian"`
			} `json:"calendars"`
		}
		decode(dates, &d)
		g = d.Calendars.Gregorian
	})
	var months []string
	for i := range 12 {
		months = append(months, fmt.Sprint(i+1))
	}
	row(language, "months", g.Months, months, "wide")
	row(language, "short months", g.Months, months, "abbreviated")
	row(language, "weekdays", g.Days, weekdays, "wide")
	row(language, "short weekdays", g.Days, weekdays, "abbreviated")
	row(language, "halves", g.DayPeriods, []string{"am", "pm"}, "wide", "abbreviated")
	near(locale, language)
}

// near writes the days from the day before yesterday to the day after tomorrow, and the weeks.
func near(locale, language string) {
	read(locale, "dateFields.json", func(dates json.RawMessage) {
		var d struct {
			Fields map[string]map[string]any `json:"fields"`
		}
		decode(dates, &d)
		for _, field := range []struct {
			name, kind string
			from, to   int
		}{{"day", "days", -2, 2}, {"week", "weeks", -1, 1}} {
			var columns []string
			for k := field.from; k <= field.to; k++ {
				word, _ := d.Fields[field.name][fmt.Sprintf("relative-type-%d", k)].(string)
				columns = append(columns, word)
			}
			print(language, field.kind, columns)
		}
	})
}

func row(language, kind string, n names, keys []string, widths ...string) {
	var columns []string
	for _, key := range keys {
		seen, forms := map[string]bool{}, []string{}
		for _, context := range []string{"format", "stand-alone"} {
			for _, width := range widths {
				form := bare(n[context][width][key])
				if form != "" && !seen[form] {
					seen[form] = true
					forms = append(forms, form)
				}
			}
		}
		columns = append(columns, strings.Join(forms, "/"))
	}
	print(language, kind, columns)
}

// bare is a form without the full stop at its end; "" where it is a single letter or holds digits.
func bare(form string) string {
	form = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, form)
	if strings.Count(form, ".") == 1 {
		form = strings.TrimSuffix(form, ".")
	}
	if strings.ContainsFunc(form, unicode.IsDigit) || strings.ContainsAny(form, "|/#") || single(form) {
		return ""
	}
	return form
}

// single reports a letter or a sign alone, which says too little; the halves of the Arabic day are as short.
func single(form string) bool {
	r := []rune(form)
	return len(r) == 1 && !unicode.Is(unicode.Arabic, r[0])
}

func print(language, kind string, columns []string) {
	if strings.Join(columns, "") != "" {
		fmt.Println(language + " | " + kind + " | " + strings.Join(columns, " | "))
	}
}

func read(locale, file string, use func(dates json.RawMessage)) {
	raw, err := os.ReadFile(filepath.Join(os.Args[1], "main", locale, file))
	if err != nil {
		log.Fatal(err)
	}
	var f struct {
		Main map[string]struct {
			Dates json.RawMessage `json:"dates"`
		} `json:"main"`
	}
	decode(raw, &f)
	use(f.Main[locale].Dates)
}

func decode(raw []byte, into any) {
	if err := json.Unmarshal(raw, into); err != nil {
		log.Fatal(err)
	}
}
