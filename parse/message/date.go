package message

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// readDate reads a date and time in the notation of any mail program and any language that the almanac knows. zoned
// says that the text names its zone; without one the time is given in UTC.
func readDate(s string) (t time.Time, zoned bool) { return readDateIn(s, "") }

// readDateIn reads a date written in a known language: "lis" is November in Polish and October in Croatian.
func readDateIn(s, language string) (t time.Time, zoned bool) {
	if t, err := time.Parse(time.RFC1123Z, s); err == nil && plausible(t.Year()) {
		return t, true
	}
	d := dateReader{parts: dateParts(s), language: language}
	d.readZone()
	d.readTime()
	if !d.readDay() || !plausible(d.year) || d.month < 1 || d.month > 12 || d.day < 1 || d.day > 31 {
		return time.Time{}, false
	}
	loc := time.UTC
	if d.zoned {
		loc = time.FixedZone(d.zoneName, d.offset)
	}
	t = time.Date(d.year, time.Month(d.month), d.day, d.hour, d.minute, d.second, 0, loc)
	if t.Day() != d.day {
		return time.Time{}, false // 30 February
	}
	return t, d.zoned
}

func plausible(year int) bool { return year >= 1970 && year < 2200 }

// datePart is a number, a word, or a sign between them.
type datePart struct {
	text   string
	value  int  // of a number
	digits int  // of a number, 0 else
	word   bool // letters
	used   bool
}

// maxDate bounds a date, in bytes.
const maxDate = 200

// dateParts cuts a date apart; digits of every script are read.
func dateParts(s string) []datePart {
	var out []datePart
	s = s[:min(len(s), maxDate)]
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case digitOf(r) >= 0:
			p := cutNumber(s[i:])
			out = append(out, p)
			i += len(p.text)
		case isLetter(r):
			p := cutWordOf(s[i:])
			out = append(out, p)
			i += len(p.text)
		default:
			if !unicode.IsSpace(r) {
				out = append(out, datePart{text: s[i : i+size]})
			}
			i += size
		}
	}
	return out
}

// cutNumber reads the number at the start of s.
func cutNumber(s string) datePart {
	var p datePart
	for i, r := range s {
		v := digitOf(r)
		if v < 0 {
			p.text = s[:i]
			return p
		}
		if p.digits++; p.digits < 9 {
			p.value = p.value*10 + v
		}
	}
	p.text = s
	return p
}

// cutWordOf reads the word at the start of s; the signs of dates in China, Japan and Korea are words of their own.
func cutWordOf(s string) datePart {
	for i, r := range s {
		switch {
		case isDateSign(r) && i == 0:
			return datePart{text: s[:utf8.RuneLen(r)], word: true}
		case isDateSign(r) || !isLetter(r):
			return datePart{text: s[:i], word: true}
		}
	}
	return datePart{text: s, word: true}
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

// isDateSign reports whether r is a sign that ends a number in a date of China, Japan or Korea.
func isDateSign(r rune) bool {
	switch r {
	case '年', '月', '日', '時', '时', '分', '秒', '点', '년', '월', '일', '시', '초':
		return true
	}
	return false
}

// digitOf gives the value of a decimal digit of the scripts that mail programs write numbers in, -1 for others.
func digitOf(r rune) int {
	if r < 0x80 {
		if r >= '0' && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	for _, zero := range [...]rune{0x660, 0x6f0, 0x966, 0x9e6, 0xff10, 0xe50, 0x1040} {
		if r >= zero && r <= zero+9 {
			return int(r - zero)
		}
	}
	return -1
}

// dateReader takes the parts of a date one after the other.
type dateReader struct {
	parts                []datePart
	language             string
	year, month, day     int
	hour, minute, second int
	zoned                bool
	offset               int
	zoneName             string
	halves               bool // the time has am or pm, as in America
}

// at gives part i, an empty one outside or where it is used.
func (d *dateReader) at(i int) datePart {
	if i < 0 || i >= len(d.parts) || d.parts[i].used {
		return datePart{}
	}
	return d.parts[i]
}

func (d *dateReader) use(from, to int) {
	for i := from; i < to && i < len(d.parts); i++ {
		d.parts[i].used = true
	}
}

// readZone finds +0300, -04:00, GMT+3, UTC and abbreviations.
func (d *dateReader) readZone() {
	for i := range d.parts {
		p := d.at(i)
		if p.word && d.zoneWord(i, p) {
			return
		}
		if (p.text == "+" || p.text == "-" || p.text == "−") && d.numericZone(i) {
			return
		}
	}
}

func (d *dateReader) zoneWord(i int, p datePart) bool {
	name := strings.ToUpper(fold(p.text))
	offset, known := zones[name]
	if !known || name == "Z" && i+1 < len(d.parts) {
		return false
	}
	if name == "SEC" && p.text != "SEČ" || i == 0 {
		return false
	}
	d.zoned, d.offset, d.zoneName = true, offset, name
	d.use(i, i+1)
	if (name == "GMT" || name == "UTC" || name == "UT") && (d.at(i+1).text == "+" || d.at(i+1).text == "-" || d.at(i+1).text == "−") {
		d.numericZone(i + 1)
	}
	return true
}

// numericZone reads the offset whose sign stands at i.
func (d *dateReader) numericZone(i int) bool {
	number := d.at(i + 1)
	hours, minutes, end := number.value, 0, i+2
	switch {
	case number.digits == 4:
		hours, minutes = number.value/100, number.value%100
	case (number.digits == 1 || number.digits == 2) && d.at(i+2).text == ":" && d.at(i+3).digits == 2:
		minutes, end = d.at(i+3).value, i+4
	case number.digits > 0 && number.digits < 3 && d.zoned:
	default:
		return false
	}
	if i < 3 && !d.zoned || hours > 14 || minutes > 59 {
		return false // 2021-10-26 is no zone, nor is +9999
	}
	d.offset = hours*3600 + minutes*60
	if d.at(i).text != "+" {
		d.offset = -d.offset
	}
	d.zoned, d.zoneName = true, ""
	d.use(i, end)
	return true
}
