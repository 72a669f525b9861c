package when

import "roundtwo/parse/token"

// Chinese, Japanese and Korean write dates and hours without spaces, each number before its unit. Every character is a
// token of its own.

// hanDigits are the numerals, which small numbers are often written with.
var hanDigits = map[string]int{"〇": 0, "零": 0, "一": 1, "二": 2, "兩": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
	"九": 9, "十": 10}

// hanNumber reads a number below 100 in digits or numerals: 12, 十二, 三十; -1 where none stands there.
func (r *reader) hanNumber(i int) (n, next int) {
	if v := r.number(i); v >= 0 {
		return v, i + 1
	}
	if i < 0 || i >= r.n {
		return -1, i
	}
	first, ok := hanDigits[r.tok(i).Text]
	if !ok {
		return -1, i
	}
	next = i + 1
	if first < 10 {
		if !r.is(next, "十") {
			return first, next
		}
		first, next = first*10, next+1
	}
	if next < r.n {
		if d, ok := hanDigits[r.tok(next).Text]; ok && d > 0 && d < 10 {
			return first + d, next + 1
		}
	}
	return first, next
}

// hanUnits are the characters after year, month and day in Chinese, Japanese and Korean.
var hanUnits = [3]string{"年 년", "月 월", "日 号 號 일"}

// hanDate reads "2026年3月5日", "3月5日", "十二月三日", "2026년 3월 5일".
func hanDate(r *reader, i int) int {
	year, at := 0, i
	if r.hanUnit(at+1, 0) && plausibleYear(r.number(at)) {
		year = r.number(at)
		at += 2
	}
	month, at := r.hanNumber(at)
	if !r.hanUnit(at, 1) {
		return 0
	}
	dom, at := r.hanNumber(at + 1)
	if !r.hanUnit(at, 2) || !validDay(month, dom) {
		return 0
	}
	d := day{year: year, month: month, dom: dom}
	at = r.hanWeekday(at+1, &d)
	r.add(mark{kind: dayMark, span: token.Span{From: i, To: at}, day: &d})
	return at - i
}

func (r *reader) hanUnit(i, which int) bool {
	return i >= 0 && i < r.n && len(r.tok(i).Text) == 3 && containsWord(hanUnits[which], r.tok(i).Text)
}

// hanWeekdays are the characters of the weekdays from Sunday, Chinese, Japanese, Korean.
var hanWeekdays = [7]string{"日 天 일", "月 一 월", "火 二 화", "水 三 수", "木 四 목", "金 五 금", "土 六 토"}

// hanWeekday reads "（木）", "星期四", "周四", "木曜日" after a date.
func (r *reader) hanWeekday(i int, d *day) int {
	at := r.skipSign(i, "(")
	if r.is(at, "星") && r.is(at+1, "期") {
		at += 2
	} else if r.is(at, "周") || r.is(at, "週") {
		at++
	} else if at == i && !r.is(at+1, "曜") && !r.is(at+1, "요") {
		return i
	}
	w := r.hanWeekdayAt(at)
	if w == 0 {
		return i
	}
	d.weekday = w
	at++
	if r.is(at, "曜") || r.is(at, "요") {
		at += 2
	}
	return r.skipSign(at, ")")
}

func (r *reader) hanWeekdayAt(i int) int8 {
	for k, chars := range hanWeekdays {
		if i < r.n && containsWord(chars, r.tok(i).Text) {
			return int8(k + 1)
		}
	}
	return 0
}

// hanWeek reads the weekday behind "下周", "这周": "下周四" is Thursday of the next week.
func (r *reader) hanWeek(i, n, week int) int {
	if last := r.tok(i + n - 1).Text; last != "周" && last != "週" && last != "期" && last != "拜" {
		return 0
	}
	w := r.hanWeekdayAt(i + n)
	if w == 0 || r.tok(i+n).Space {
		return 0
	}
	r.add(mark{kind: dayMark, span: token.Span{From: i, To: i + n + 1}, day: &day{weekday: w, week: week, weekSaid: true}})
	return n + 1
}

// hanHour reads an hour with its unit: "2時半", "十点三十分".
func (r *reader) hanHour(i int) (c clock, next int, s strength) {
	n, at := r.hanNumber(i)
	if n < 0 || n > 24 {
		return clock{}, i, noClock
	}
	c = clock{hour: n, exact: n > 12}
	if used := r.hanClock(at, &c); used > 0 {
		return c, at + used, sureTime
	}
	if r.kind(i, token.Number) {
		return r.digitClock(i)
	}
	return clock{}, i, noClock
}

// hanLength reads "60分", "30分間", "1時間", "两个小时", "45分钟", "1시간" as a length in minutes; 0 where none stands there.
func (r *reader) hanLength(i int) (minutes, next int) {
	n, at := r.hanNumber(i)
	if n <= 0 || at >= r.n {
		return 0, i
	}
	for _, u := range hanLengths {
		if k := r.charsAt(at, u.words); k > 0 {
			minutes, at = n*u.minutes, at+k
			if u.minutes == 60 {
				if r.is(at, "半") || r.is(at, "반") {
					minutes, at = minutes+30, at+1
				} else if more, end := r.hanLength(at); more > 0 && more < 60 {
					minutes, at = minutes+more, end
				}
			}
			return minutes, at
		}
	}
	return 0, i
}

// hanLengths are units of a length, the longer before what it begins with.
var hanLengths = []struct {
	words   string
	minutes int
}{
	{"個小時", 60}, {"个小时", 60}, {"小時", 60}, {"小时", 60}, {"時間", 60}, {"시간", 60}, {"分鐘", 1}, {"分钟", 1}, {"分間", 1}, {"分", 1}, {"분", 1},
}

// charsAt gives how many tokens the characters take at i, 0 where others stand there.
func (r *reader) charsAt(i int, chars string) int {
	n := 0
	for _, c := range chars {
		if i+n >= r.n || r.tok(i+n).Text != string(c) {
			return 0
		}
		n++
	}
	return n
}

func containsWord(words, word string) bool {
	for len(words) >= len(word) && word != "" {
		if words[:len(word)] == word {
			return true
		}
		next := 0
		for next < len(words) && words[next] != ' ' {
			next++
		}
		if next == len(words) {
			return false
		}
		words = words[next+1:]
	}
	return false
}
