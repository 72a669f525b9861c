package message

import (
	"strings"
	"unicode"
)

// hasYearOrClock reports whether a year, a clock time or a date in figures stands in a text.
func hasYearOrClock(text string) bool {
	var run digitRun
	for _, r := range text {
		if run.next(r) {
			return true
		}
	}
	return run.next(' ')
}

// digitRun follows the digits of a text.
type digitRun struct {
	digits, value int
	glued         bool // a letter stands before the digits
	joined        bool // a sign of dates and times stands before them, and a number before that
	before        rune
}

// next takes one more letter and reports whether a year, a time or a date is complete.
func (d *digitRun) next(r rune) bool {
	if v := digitOf(r); v >= 0 {
		if d.digits == 0 {
			d.value, d.glued = 0, unicode.IsLetter(d.before) && d.before < 0x2000
		}
		if d.digits++; d.digits < 6 {
			d.value = d.value*10 + v
		}
		d.before = r
		return false
	}
	digits := d.digits
	d.digits, d.before = 0, r
	if digits == 0 {
		d.joined = d.joined && unicode.IsSpace(r)
		return false
	}
	letter := unicode.IsLetter(r) && r < 0x2000
	if !d.glued && !letter && (digits == 4 && isYear(d.value) || d.joined && digits < 5) {
		return true
	}
	d.joined = !d.glued && digits < 3 && strings.ContainsRune(":./-h年月", r)
	return false
}

// isYear accepts the years of mail, and those of the Thai and Persian calendars.
func isYear(y int) bool { return y >= 1980 && y < 2100 || y > 2520 && y < 2640 || y > 1360 && y < 1480 }
