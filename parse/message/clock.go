package message

// readTime finds the time of day: 9:31, 14.25.08, 21h05, 9時31分, with am or pm before or after it. A time with full
// stops is looked for from the end, since a date with full stops stands before it.
func (d *dateReader) readTime() {
	for i := range d.parts {
		if d.at(i+1).text != "." && d.clockAt(i) {
			return
		}
	}
	for i := len(d.parts) - 1; i >= 0; i-- {
		if d.at(i+1).text == "." && !d.dottedDate(i) && d.clockAt(i) {
			return
		}
	}
	for i := range d.parts { // "at 9 AM"
		if p := d.at(i); p.digits > 0 && p.digits < 3 && half(d.at(i+1).text) != 0 && p.value < 13 {
			d.hour = p.value
			d.readHalf(i, i+1)
			d.use(i, i+1)
			return
		}
	}
}

func (d *dateReader) clockAt(i int) bool {
	hour, sign, minute := d.at(i), d.at(i+1), d.at(i+2)
	if hour.digits == 0 || hour.digits > 2 || minute.digits != 2 || hour.value > 24 || minute.value > 59 {
		return false
	}
	switch sign.text {
	case ":", "h", "H", "時", "时", "点", "시", "：", "∶", ".":
	default:
		return false
	}
	d.hour, d.minute = hour.value, minute.value
	end := i + 3
	if s := d.at(end + 1); s.digits == 2 && s.value < 61 && (d.at(end).text == sign.text || d.at(end).text == "分" || d.at(end).text == "분") {
		d.second = min(s.value, 59)
		end += 2
	}
	if d.at(end).text == "分" || d.at(end).text == "분" || d.at(end).text == "秒" || d.at(end).text == "초" {
		d.use(end, end+1)
		end++
	}
	d.use(i, end)
	d.readHalf(i, end)
	return true
}

// dottedDate reports whether the dot behind part i belongs to a date: 26.10.2021, 26.10.21 before a time, 1.12.
func (d *dateReader) dottedDate(i int) bool {
	if d.at(i-1).text == "." && d.at(i-2).digits > 0 {
		return true // inside a group that begins before
	}
	if d.at(i+3).text != "." {
		return false
	}
	third := d.at(i + 4).digits
	return third == 4 || third == 0 || !d.hasMonthBefore(i)
}

// hasMonthBefore reports whether a date stands before part i, so that three numbers with full stops are a time.
func (d *dateReader) hasMonthBefore(i int) bool {
	for k := range i {
		if d.at(k).digits > 0 {
			return true
		}
	}
	return false
}

// halves are the words for before and after noon, folded: -1 for am, 1 for pm.
var halves = foldKeys(map[string]int{
	"am": -1, "a": -1, "pm": 1, "p": 1, "上午": -1, "下午": 1, "오전": -1, "오후": 1, "午前": -1, "午後": 1, "凌晨": -1, "早上": -1,
	"晚上": 1, "中午": 1, "π": -1, "μ": 1, "πμ": -1, "μμ": 1, "م": 1, "ص": -1, "öö": -1, "ös": 1, "sa": -1, "ch": 1, "de": -1, "du": 1,
	"पूर्वाह्न": -1, "अपराह्न": 1,
})

func foldKeys(words map[string]int) map[string]int {
	out := make(map[string]int, len(words))
	for w, value := range words {
		out[fold(w)] = value
	}
	return out
}

func half(word string) int { return halves[fold(word)] }

// readHalf looks for am or pm around the time in parts from to end.
func (d *dateReader) readHalf(from, end int) {
	h := half(d.at(end).text)
	if h == 0 {
		if before := half(d.at(from - 1).text); before != 0 && !isPlain(d.at(from-1).text) {
			h = before
			d.use(from-1, from)
		}
	} else {
		if short := len(d.at(end).text); short == 1 && d.at(end+1).text != "." && d.at(end+1).text != "" && isPlain(d.at(end).text) {
			return
		}
		d.use(end, end+1)
	}
	switch {
	case h > 0 && d.hour < 12:
		d.hour += 12
	case h < 0 && d.hour == 12:
		d.hour = 0
	}
	d.halves = d.halves || h != 0
}
