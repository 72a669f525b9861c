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

// monthAt finds the name of the month and sets it. A word beside a number is taken first: "mar" is Tuesday in some
// languages.
func (d *dateReader) monthAt() int {
	found := -1
	for i := range d.parts {
		p := d.at(i)
		if !p.word {
			continue
		}
		m := monthOf(p.text, d.language)
		if m == 0 && d.at(i+1).word {
			m = monthOf(p.text+" "+d.at(i+1).text, d.language)
		}
		if m == 0 && d.at(i+1).text == "." && d.at(i+2).word && d.at(i+3).text == "." {
			m = monthOf(p.text+"."+d.at(i+2).text+".", d.language) // Thai
		}
		if m == 0 {
			continue
		}
		if beside := d.besideNumber(i); found < 0 || beside {
			found, d.month = i, m
			if beside {
				return i
			}
		}
	}
	return found
}

func (d *dateReader) besideNumber(i int) bool {
	for _, k := range [...]int{i - 1, i - 2, i + 1, i + 2} {
		if p := d.at(k); p.digits > 0 && p.digits < 3 {
			return true
		}
	}
	return false
}

// monthOf gives the number of a month by its name in the language, else in any; 0 for other words. Endings and cut
// names are allowed from three letters on.
func monthOf(word, language string) int {
	word = fold(word)
	if word == "" {
		return 0
	}
	if m := pickMonth(months[word], language); m != 0 {
		return m
	}
	if utf8.RuneCountInString(word) < 3 {
		return 0
	}
	for _, size := range [...]int{1, 2, 3, 4} { // lokakuuta, oktobra
		if cut := dropRunes(word, size); utf8.RuneCountInString(cut) >= 3 {
			if m := pickMonth(months[cut], language); m != 0 {
				return m
			}
		}
	}
	best := 0
	for name, uses := range months {
		if !strings.HasPrefix(name, word) {
			continue
		}
		for _, u := range uses {
			if u.language == language {
				return u.month
			}
		}
		if best == 0 || uses[0].month < best {
			best = uses[0].month
		}
	}
	return best
}

func pickMonth(uses []monthUse, language string) int {
	if len(uses) == 0 {
		return 0
	}
	for _, u := range uses {
		if u.language == language {
			return u.month
		}
	}
	return uses[0].month
}

func dropRunes(s string, count int) string {
	for ; count > 0 && s != ""; count-- {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	return s
}
