package who

import "unicode/utf8"

// initial reports whether piece k is a letter with its dot.
func (r *reader) initial(k int) bool {
	return r.p[k].span.To-r.p[k].span.From == 2 && utf8.RuneCountInString(r.p[k].text) == 1
}

// besideGiven reports whether the capitals at piece k are a family name or initials beside a given name: "MBEKI Thabo",
// "AJ Brooks".
func (r *reader) besideGiven(n name, k int) bool {
	if n.units > 0 || k+1 >= len(r.p) {
		return false
	}
	next := &r.p[k+1]
	if next.kind != word || !next.capital || !next.space || next.upper {
		return false
	}
	letters := utf8.RuneCountInString(r.p[k].text)
	return letters > 3 && next.is(given) || letters == 2 && initialPairs[r.p[k].lower] && next.class&^neutral&^(given|surname) == 0
}

// initialPairs are initials that people are called by.
var initialPairs = set("aj", "bj", "cj", "dj", "jd", "jj", "jp", "jr", "jt", "kc", "kj", "mj", "pj", "rj", "tj", "jb", "jc", "tc", "dd", "cc", "ej", "vj")

// shortFamily are family names that are small words in another language, or degrees.
var shortFamily = set("su", "na", "ba", "ma", "oo", "la", "lo", "mi", "do", "te", "le")

// leadsFamilyName reports whether the word at piece k, which may be something else, stands before a family name: "& Jun
// Abe", not "in May Northwind".
func (r *reader) leadsFamilyName(k int) bool {
	if k == 0 || k+1 >= len(r.p) {
		return false
	}
	before, next := &r.p[k-1], &r.p[k+1]
	if r.p[k].is(timeword) && (before.kind == number || before.kind == word && inTime[before.lower]) {
		return false
	}
	return next.kind == word && next.capital && (next.space || r.initial(k)) && (!next.upper || r.shouting || r.initial(k+1)) &&
		(next.class&^neutral&^(given|surname|particle) == 0 || next.is(surname) && !next.is(timeword) || r.initial(k+1))
}

// inTime are the words before a month or a day.
var inTime = set("in", "on", "by", "of", "until", "from", "since", "till", "early", "late", "this", "next", "last")
