package when

import (
	"strings"
	"time"
)

// resolved is a day of the calendar.
type resolved struct {
	date  time.Time // midnight UTC
	other time.Time // the other day that it may be, where the text contradicts itself; zero where it does not
	why   string    // the field of the conflict: "weekday", "day and month"
	doubt bool      // other is only another custom of speaking, no contradiction
}

// today is the day of writing, in the writer's zone.
func (ref Reference) today() time.Time {
	y, m, d := ref.Time.Date()
	return civil(y, int(m), d)
}

func civil(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// real reports whether such a day exists: not the 30th of February.
func real(y, m, d int) bool { return civil(y, m, d).Day() == d }

// resolve finds the day that d says; ok is false where there is no such day. Past days are looked for backwards.
func (ref Reference) resolve(d day, lang string, past bool) (res resolved, ok bool) {
	today := ref.today()
	switch {
	case ref.Time.IsZero() && (d.year == 0 || d.month == 0):
		return resolved{}, false // nothing to count from
	case d.nth != 0:
		return ref.resolveNth(d)
	case d.relative:
		res.date = today.AddDate(0, d.months, d.days)
		return withWeekday(res, d), true
	case d.month > 0 && d.days > 0:
		return ref.resolveFrom(d)
	case d.month > 0:
		return ref.resolveDate(d, lang, past)
	case d.dom > 0:
		return ref.resolveDom(d, past)
	case d.weekday > 0:
		return ref.resolveWeekday(d, past), true
	}
	return resolved{}, false
}

// resolveFrom counts days from a date: "two weeks from January 15". The date may have passed, the day is to come.
func (ref Reference) resolveFrom(d day) (resolved, bool) {
	base, ok := ref.withYear(day{year: d.year, month: d.month, dom: d.dom}, false)
	if last := base.date.AddDate(-1, 0, d.days); d.year == 0 && !last.Before(ref.today()) {
		base.date = last
	} else {
		base.date = base.date.AddDate(0, 0, d.days)
	}
	return base, ok
}

// withWeekday notes the contradiction of "tomorrow (Friday)" where tomorrow is Thursday.
func withWeekday(res resolved, d day) resolved {
	if d.weekday > 0 && weekdayOf(res.date) != d.weekday {
		res.other, res.why = nearest(res.date, d.weekday), "weekday"
	}
	return res
}

func weekdayOf(t time.Time) int8 { return int8(t.Weekday()) + 1 }

// nearest is the day closest to t that has that weekday.
func nearest(t time.Time, weekday int8) time.Time {
	diff := (int(weekday-weekdayOf(t)) + 7) % 7
	if diff > 3 {
		diff -= 7
	}
	return t.AddDate(0, 0, diff)
}

func (ref Reference) resolveNth(d day) (resolved, bool) {
	year := d.year
	if year == 0 {
		year = ref.Time.Year()
	}
	for ; ; year++ {
		day := civil(year, d.month, 1)
		if d.nth < 0 {
			day = civil(year, d.month+1, 0)
			day = day.AddDate(0, 0, -((int(weekdayOf(day)-d.weekday) + 7) % 7))
		} else {
			day = day.AddDate(0, 0, (int(d.weekday-weekdayOf(day))+7)%7+7*(d.nth-1))
		}
		if d.year > 0 || !day.Before(ref.today()) {
			return resolved{date: day}, int(day.Month()) == d.month
		}
	}
}

// resolveDate resolves a day and month, with or without year, and settles which is which.
func (ref Reference) resolveDate(d day, lang string, past bool) (resolved, bool) {
	plain, ok := ref.withYear(d, past)
	if !d.numeric || d.month == d.dom || d.dom > 12 && ok {
		return withWeekday(plain, d), ok
	}
	turned := d
	turned.month, turned.dom = d.dom, d.month
	swapped, ok2 := ref.withYear(turned, past)
	switch {
	case !ok || d.month > 12:
		return withWeekday(swapped, d), ok2
	case !ok2:
		return withWeekday(plain, d), ok
	}
	if d.weekday > 0 {
		matches, turnedMatches := weekdayOf(plain.date) == d.weekday, weekdayOf(swapped.date) == d.weekday
		if matches != turnedMatches {
			if matches {
				return plain, true
			}
			return swapped, true
		}
	}
	first, known := ref.dayFirst(lang)
	if first {
		plain, swapped = swapped, plain
	}
	// Only where nothing tells the order: what lies ahead is meant rather than what is over.
	if !known && plain.date.Before(ref.today()) && !swapped.date.Before(ref.today()) && !past {
		return swapped, true
	}
	if !known && !swapped.date.Before(ref.today()) && !past {
		plain.other, plain.why = swapped.date, "day and month"
	}
	return plain, true
}

// monthFirstZones are the parts of zone names where 3/4 is the 4th of March.
var monthFirstZones = []string{
	"America/New_York", "America/Detroit", "America/Chicago", "America/Denver", "America/Boise", "America/Phoenix", "America/Los_Angeles",
	"America/Anchorage", "America/Juneau", "America/Indiana/", "America/Kentucky/", "America/North_Dakota/", "America/Adak",
	"Pacific/Honolulu",
	"America/Indianapolis", "US/", "Asia/Manila", "Pacific/Guam",
}

// zonesUndecided are zones that say nothing about the order: either custom is met there.
var zonesUndecided = []string{"America/Toronto", "America/Vancouver", "America/Edmonton", "America/Winnipeg",
	"America/Halifax", "America/Montreal", "America/Regina", "Asia/Tokyo", "Asia/Seoul", "Asia/Shanghai", "Asia/Taipei", "UTC", "Etc/"}

// dayFirst decides whether 3/4 is the 3rd of April: by her setting, the language, or her zone; known is false where
// none of these tells.
func (ref Reference) dayFirst(lang string) (first, known bool) {
	switch {
	case ref.DayFirst != nil:
		return *ref.DayFirst, true
	case lang != "en":
		return true, true
	case hasPrefix(ref.ZoneName, monthFirstZones):
		return false, true
	case ref.ZoneName == "" || hasPrefix(ref.ZoneName, zonesUndecided):
		return false, false
	}
	return true, true
}

func hasPrefix(s string, list []string) bool {
	for _, p := range list {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// withYear gives a day and month their year: as written, or the next such day, or the last where it is told as past.
func (ref Reference) withYear(d day, past bool) (resolved, bool) {
	if d.year > 0 {
		return resolved{date: civil(d.year, d.month, d.dom)}, real(d.year, d.month, d.dom)
	}
	if d.month < 1 || d.month > 12 || d.dom > monthDays[d.month] {
		return resolved{}, false
	}
	today := ref.today()
	year := today.Year()
	if past {
		for !real(year, d.month, d.dom) || civil(year, d.month, d.dom).After(today) {
			year--
		}
		return resolved{date: civil(year, d.month, d.dom)}, true
	}
	for !real(year, d.month, d.dom) || civil(year, d.month, d.dom).Before(today) {
		year++
	}
	next := civil(year, d.month, d.dom)
	// "Thursday, March 12" written on March 20: the weekday tells that it is over, not a year ahead.
	if d.weekday > 0 && weekdayOf(next) != d.weekday && real(year-1, d.month, d.dom) {
		if last := civil(year-1, d.month, d.dom); weekdayOf(last) == d.weekday && today.Sub(last) < 120*24*time.Hour {
			return resolved{date: last}, true
		}
	}
	// "our letter of 12 January", written on the 21st: nobody means a day that is almost a year ahead.
	if last := civil(year-1, d.month, d.dom); real(year-1, d.month, d.dom) && today.Sub(last) <= lately && (d.weekday == 0 || weekdayOf(next) != d.weekday) {
		return resolved{date: last}, true
	}
	return resolved{date: next}, true
}

// lately is how long ago a date without a year may be that is not meant to come.
const lately = 75 * 24 * time.Hour

// domMonths is how many months ahead a day of the month is looked for whose weekday fits.
const domMonths = 2

// resolveDom finds "the 14th", "Thursday the 14th", "the 15th of next month".
func (ref Reference) resolveDom(d day, past bool) (resolved, bool) {
	today := ref.today()
	month := civil(today.Year(), int(today.Month()), 1)
	step := 1
	if past {
		step = -1
	}
	if d.months > 0 {
		month = month.AddDate(0, d.months, 0)
	}
	first := resolved{}
	for k := 0; k < 12; k++ {
		m := month.AddDate(0, step*k, 0)
		day := civil(m.Year(), int(m.Month()), d.dom)
		if day.Day() != d.dom || d.months == 0 && (past && !day.Before(today) || !past && day.Before(today)) {
			continue
		}
		if d.weekday == 0 || weekdayOf(day) == d.weekday {
			return resolved{date: day}, true
		}
		if first.date.IsZero() {
			first = resolved{date: day, other: nearest(day, d.weekday), why: "weekday"}
		}
		if k > domMonths {
			break
		}
	}
	return first, !first.date.IsZero()
}

// smallHours is when the day of writing has not begun for the writer: "Monday" at one on Monday morning is the same
// day.
const smallHours = 5

// resolveWeekday finds "Tuesday", "next Tuesday", "Friday this week". A weekday alone is the next one after the day of
// writing; "next" is the week after the running one, counted from Monday.
func (ref Reference) resolveWeekday(d day, past bool) (res resolved) {
	today := ref.today()
	monday := today.AddDate(0, 0, -(int(today.Weekday())+6)%7)
	fromMonday := (int(d.weekday) + 5) % 7
	ahead := (int(d.weekday-weekdayOf(today)) + 7) % 7
	switch {
	case d.weekSaid:
		res.date = monday.AddDate(0, 0, fromMonday+7*d.week)
	case d.last || past:
		res.date = today.AddDate(0, 0, ahead-7)
	case d.next:
		res.date = monday.AddDate(0, 0, fromMonday+7)
		if coming := today.AddDate(0, 0, ahead); ahead > 0 && coming.Before(res.date) {
			res.other, res.why, res.doubt = coming, "next", true
		}
	case d.this:
		res.date = today.AddDate(0, 0, ahead)
	default:
		if ahead == 0 && ref.Time.Hour() >= smallHours {
			ahead = 7
		}
		res.date = today.AddDate(0, 0, ahead)
	}
	res.date = res.date.AddDate(0, d.months, d.days)
	return res
}
