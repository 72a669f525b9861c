package message

import (
	"strings"
	"unicode/utf8"
)

// readDay finds year, month and day in what readTime and readZone left.
func (d *dateReader) readDay() bool { return d.signedDay() || d.numericDay() || d.namedDay() }

// signedDay reads 2021年10月26日 and 2021년 10월 26일.
func (d *dateReader) signedDay() bool {
	for i := range d.parts {
		year, month, day := d.at(i), d.at(i+2), d.at(i+4)
		if year.digits == 4 && month.digits > 0 && day.digits > 0 && isYearSign(d.at(i+1).text) {
			d.year, d.month, d.day = year.value, month.value, day.value
			return true
		}
	}
	return false
}

func isYearSign(s string) bool { return s == "年" || s == "년" }

// numericDay reads 2021-10-26, 26.10.2021, 10/26/21.
func (d *dateReader) numericDay() bool {
	for i := range d.parts {
		a, b, c := d.at(i), d.at(i+2), d.at(i+4)
		if a.digits == 0 || b.digits == 0 || b.digits > 2 || c.digits == 0 || !isDaySign(d.at(i+1).text) || !isDaySign(d.at(i+3).text) {
			continue
		}
		switch {
		case a.digits == 4 && c.digits < 3:
			d.year, d.month, d.day = a.value, b.value, c.value
		case a.digits < 3 && c.digits == 4:
			d.order(a.value, b.value, c.value, d.at(i+1).text)
		case a.digits < 3 && c.digits == 2:
			d.order(a.value, b.value, 2000+c.value, d.at(i+1).text)
		default:
			continue
		}
		d.year = westernYear(d.year)
		return true
	}
	return false
}

func isDaySign(s string) bool { return s == "/" || s == "." || s == "-" || s == "‐" }

// order decides between day/month and month/day: by the number above 12, else month first where the text looks
// American: slashes and a time with am or pm, or a zone of the United States.
func (d *dateReader) order(a, b, year int, sign string) {
	d.year, d.month, d.day = year, b, a
	american := sign == "/" && (d.halves || d.zoned && d.offset <= -4*3600 && d.zoneName != "") &&
		(d.language == "" || d.language == "en")
	if b > 12 || american && a <= 12 {
		d.month, d.day = a, b
	}
}

// westernYear turns a year of the Thai calendar into ours.
func westernYear(year int) int {
	if year > 2500 && year < 2700 {
		return year - 543
	}
	return year
}

// namedDay reads dates with the name of a month. The day is the number beside it, the year the number of four digits.
func (d *dateReader) namedDay() bool {
	at := d.monthAt()
	if at < 0 {
		return false
	}
	for i := range d.parts {
		if p := d.at(i); p.digits == 4 && d.year == 0 {
			d.year = westernYear(p.value)
			d.use(i, i+1)
		}
	}
	for distance := 1; distance < 6 && d.day == 0; distance++ {
		for _, i := range [2]int{at - distance, at + distance} {
			if p := d.at(i); d.day == 0 && p.digits > 0 && p.digits < 3 && p.value > 0 && p.value < 32 {
				d.day = p.value
				d.use(i, i+1)
			}
		}
	}
	if d.year == 0 {
		for i := range d.parts {
			if p := d.at(i); p.digits == 2 && d.day != 0 {
				d.year = 2000 + p.value
				break
			}
		}
	}
	return d.day != 0 && d.year != 0
}

// monthAt finds the word that is the surest name of a month, and sets it. Of two as sure the later one is taken, since
// the day of the week comes first: "mar 2 mar" is a Tuesday in March.
func (d *dateReader) monthAt() int {
	found, best := -1, 0
	for i := range d.parts {
		if !d.at(i).word {
			continue
		}
		m, sure := monthOf(d.monthWords(i), d.language)
		if m == 0 {
			m, sure = monthOf(d.at(i).text, d.language)
		}
		if n := d.at(i + 1); m == 0 && countedMonths[fold(d.at(i).text)] && n.digits > 0 && n.digits < 3 {
			d.month = n.value
			d.use(i+1, i+2)
			return i
		}
		if m != 0 && d.besideNumber(i) {
			sure++
		}
		if m != 0 && sure >= best {
			found, best, d.month = i, sure, m
		}
	}
	return found
}

// countedMonths are the words for "month" in languages that number them.
var countedMonths = wordSet([]string{"thang", "thg"})

// monthWords gives the names of months that are two words, or two letters with full stops, at part i.
func (d *dateReader) monthWords(i int) string {
	switch word := d.at(i).text; {
	case d.at(i + 1).word:
		return word + " " + d.at(i+1).text
	case d.at(i+1).text == "." && d.at(i+2).word && d.at(i+3).text == ".":
		return word + "." + d.at(i+2).text + "." // Thai
	}
	return ""
}

func (d *dateReader) besideNumber(i int) bool {
	for _, k := range [...]int{i - 1, i - 2, i + 1, i + 2} {
		if p := d.at(k); p.digits > 0 && p.digits < 3 {
			return true
		}
	}
	return false
}

// monthOf gives the number of a month by its name, and how sure it is: as it stands in the language, in any language,
// with an ending, or cut. 0 for other words.
func monthOf(word, language string) (month, sure int) {
	word = fold(word)
	if word == "" {
		return 0, 0
	}
	if m, own := pickMonth(months[word], language); m != 0 {
		return m, 6 + own
	}
	if utf8.RuneCountInString(word) < 3 {
		return 0, 0
	}
	if bare, glued := strings.CutPrefix(word, "ב"); glued { // Hebrew: "in October"
		if m, own := pickMonth(months[bare], language); m != 0 {
			return m, 5 + own
		}
	}
	for _, size := range [...]int{1, 2, 3, 4} { // lokakuuta, oktobra
		if cut := dropRunes(word, size); utf8.RuneCountInString(cut) >= 3 {
			if m, own := pickMonth(months[cut], language); m != 0 {
				return m, 3 + own
			}
		}
	}
	return cutMonth(word, language)
}

// cutMonth finds the month whose name begins with word.
func cutMonth(word, language string) (month, sure int) {
	for name, uses := range months {
		if !strings.HasPrefix(name, word) {
			continue
		}
		m, own := pickMonth(uses, language)
		if s := 1 + own; s > sure || s == sure && m < month {
			month, sure = m, s
		}
	}
	return month, sure
}

// pickMonth prefers the language; own is 1 where it has the word.
func pickMonth(uses []monthUse, language string) (month, own int) {
	if len(uses) == 0 {
		return 0, 0
	}
	for _, u := range uses {
		if u.language == language {
			return u.month, 1
		}
	}
	return uses[0].month, 0
}

func dropRunes(s string, count int) string {
	for ; count > 0 && s != ""; count-- {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	return s
}
