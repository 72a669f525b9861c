package when

// dayStart is the first hour of a day of work: a bare hour before it is meant in the afternoon ("at 3" is 15:00), from
// it on in the morning ("at 9" is 9:00).
const dayStart = 7

// minutesOf gives the minutes of the day that a clock time may mean, the earlier first.
func (c clock) minutesOf(p part) []int {
	base := c.hour*60 + c.minute
	switch {
	case c.half == am:
		return []int{base % (12 * 60)}
	case c.half == pm:
		return []int{base%(12*60) + 12*60}
	case c.exact || c.hour > 12 || c.hour == 0:
		return []int{base}
	case p == morning:
		return []int{base}
	case p >= afternoon && p <= night && c.hour < 12:
		return []int{base + 12*60}
	case p == lunchtime && c.hour < 5:
		return []int{base + 12*60}
	}
	if c.hour == 12 {
		return []int{c.minute, base}
	}
	return []int{base, base + 12*60}
}

// longestNight is the longest that a range may last whose end is written before its start: a shift at night. What is longer
// was not meant as a range.
const longestNight = 10 * 60

// settle gives start and end in minutes from midnight of the day; end is -1 where there is none, and beyond 24 hours
// where it falls on the next day.
func settle(h hours24, p part, dayStart int) (start, end int) {
	starts := h.start.minutesOf(p)
	if !h.ranged {
		return bySense(starts, h.start.hour, dayStart) % (24 * 60), -1
	}
	ends := h.end.minutesOf(p)
	if len(starts) == 2 && len(ends) == 1 {
		// "2-3:30pm", "11-1pm": the later half that still comes before the end
		start = starts[0]
		if starts[1] < ends[0] || ends[0] <= starts[0] {
			start = starts[1]
		}
		// "9 to 17:00" is the morning, though nothing is said of the nine
		if h.end.half == unsaid {
			if s := bySense(starts, h.start.hour, dayStart); s < ends[0] {
				start = s
			}
		}
	} else {
		start = bySense(starts, h.start.hour, dayStart)
	}
	for _, e := range append(ends, ends[0]+24*60) {
		if e > start {
			if turned := h.end.hour*60+h.end.minute < start; turned && e-start > longestNight {
				return start, -1
			}
			return start, e
		}
	}
	return start, -1
}

// bySense chooses between the two halves of the day.
func bySense(minutes []int, hour, dayStart int) int {
	if len(minutes) == 2 && (hour < dayStart || hour == 12) {
		return minutes[1]
	}
	return minutes[0]
}
