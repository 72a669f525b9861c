package when

import "roundtwo/parse/token"

// placeMarks tells every mark in which sentence and line it stands. A dot inside a mark ("a.m.", "3. Dez.") ends none.
func (r *reader) placeMarks() {
	sentence, line, column, lineStart, m := 0, 0, 0, 0, 0
	for i := 0; i < r.n; i++ {
		for m < len(r.marks) && r.marks[m].span.From <= i {
			r.marks[m].sentence, r.marks[m].line, r.marks[m].column = sentence, line, column
			m++
		}
		inside := m > 0 && r.marks[m-1].span.Contains(i)
		switch {
		case r.tok(i).Breaks():
			if !inside && r.endsSentence(i, lineStart) {
				sentence++
			}
			line++
			column, lineStart = 0, i+1
		case r.tok(i).Kind == token.Cell:
			column++
		case !inside && r.sentenceSign(i):
			sentence++
		}
	}
}

// sentenceSign reports whether the sign at i ends a sentence or begins a list item.
func (r *reader) sentenceSign(i int) bool {
	if r.tok(i).Kind != token.Punct {
		return false
	}
	switch r.tok(i).Lower {
	case "•":
		return !r.kind(i-1, token.Number) || r.tok(i).Space || i+1 < r.n && r.tok(i+1).Space // 14·30
	case "?", "!", "。", "？", "！":
		return true
	case ".":
		return i+1 < r.n && r.tok(i+1).Space && !r.tok(i+1).Breaks() && r.startsSentence(i+1) && !r.abbreviated(i-1)
	}
	return false
}

func (r *reader) startsSentence(i int) bool {
	t := r.tok(i)
	return t.Kind != token.Word || t.Text[0] < 'a' || t.Text[0] > 'z'
}

// abbreviated reports whether the word before a dot is one that is written with it.
func (r *reader) abbreviated(i int) bool {
	return i >= 0 && (r.has(i, roleNames) || r.kind(i, token.Word) && len(r.tok(i).Text) == 1)
}

// endsSentence reports whether the end of a line ends a sentence too: it does at an empty line, after a short line,
// and before what starts a new row.
func (r *reader) endsSentence(i, lineStart int) bool {
	if r.tok(i).Kind == token.Blank {
		return true
	}
	next := i + 1
	if next >= r.n || lineStart >= i {
		return true
	}
	if rowBegins(r.all, r.place(next)) || r.startsMark(lineStart) && r.startsMark(next) {
		return true
	}
	if t := r.tok(next); t.Kind == token.Word && t.Text[0] >= 'a' && t.Text[0] <= 'z' && !r.is(i-1, ":") {
		return false
	}
	return r.tok(i).Start-r.tok(lineStart).Start < longLine
}

// startsMark reports whether a day or a clock time begins at token i.
func (r *reader) startsMark(i int) bool {
	lo, hi := 0, len(r.marks)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.marks[mid].span.From < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo < len(r.marks) && r.marks[lo].span.From == i && (r.marks[lo].kind == clockMark || r.marks[lo].kind == dayMark)
}
