package when

// inOneWeek reports whether several weekdays in a row lie in a week that is said: "Monday to Wednesday next week" are
// three days, "Monday to Friday" are somebody's hours.
func (d day) inOneWeek() bool { return d.weekSaid && d.upto > 0 }

// fill gives the further days of such a row, each to be chosen like the first.
func (d *dayItem) fill() []*dayItem {
	if !d.said.inOneWeek() {
		return nil
	}
	group := []*dayItem{d}
	for n := range int(d.said.upto+7-d.said.weekday) % 7 {
		next := *d
		next.said.upto, next.filled = 0, true
		next.res.date = d.res.date.AddDate(0, 0, n+1)
		group = append(group, &next)
	}
	for _, e := range group {
		e.group, e.or = group, true
	}
	if len(group) > 1 {
		d.through = group[len(group)-1]
	}
	return group[1:]
}
