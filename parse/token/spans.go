package token

// Lines gives the lines of toks, without the tokens that end them; empty lines are left out.
func Lines(toks []Token) []Span {
	return split(toks, func(i int) bool { return toks[i].Breaks() })
}

// Cells gives the cells of toks: lines cut at tabs. A line without tabs is one cell.
func Cells(toks []Token) []Span {
	return split(toks, func(i int) bool { return toks[i].Ends() })
}

func split(toks []Token, ends func(int) bool) []Span {
	var out []Span
	from := 0
	for i := range toks {
		if ends(i) {
			if i > from {
				out = append(out, Span{from, i})
			}
			from = i + 1
		}
	}
	if from < len(toks) {
		out = append(out, Span{from, len(toks)})
	}
	return out
}

// Links gives the web and mail addresses in toks, in order, so that the digits and names in them are not read as
// times, telephone numbers or people. Cost is linear.
func Links(toks []Token) []Span {
	var out []Span
	for i := 0; i < len(toks); i++ {
		s := linkAt(toks, i, edge(out))
		if s.From < s.To {
			out = append(out, s)
			i = s.To - 1
		}
	}
	return out
}

// edge is the first token after the last span.
func edge(spans []Span) int {
	if len(spans) == 0 {
		return 0
	}
	return spans[len(spans)-1].To
}

// linkAt gives the address whose tell-tale sign is token i: "://", "@", or a leading "www.".
func linkAt(toks []Token, i, floor int) Span {
	switch t := toks[i]; {
	case t.Lower == ":" && glued(toks, i+1, "/") && glued(toks, i+2, "/") && i > floor:
		return Span{schemeStart(toks, i, floor), runEnd(toks, i)}
	case t.Lower == "@" && !t.Space && i > floor && i+1 < len(toks) && !toks[i+1].Space && !toks[i+1].Ends():
		return Span{localStart(toks, i, floor), runEnd(toks, i)}
	case t.Lower == "www" && glued(toks, i+1, "."):
		return Span{i, runEnd(toks, i)}
	case t.Lower == "/" && !t.Space && i > floor && hostBefore(toks, i, floor) < i && i+1 < len(toks) && !toks[i+1].Space:
		return Span{hostBefore(toks, i, floor), runEnd(toks, i)}
	}
	return Span{}
}

func glued(toks []Token, i int, lower string) bool {
	return i < len(toks) && !toks[i].Space && toks[i].Lower == lower
}

// schemeStart gives the start of "https", or i where no word stands before the colon.
func schemeStart(toks []Token, i, floor int) int {
	if i > floor && toks[i-1].Kind == Word && !toks[i].Space {
		return i - 1
	}
	return i
}

// maxLocal is the most tokens that a mail address or host is followed backwards.
const maxLocal = 40

// localStart walks back over the local part of a mail address.
func localStart(toks []Token, at, floor int) int {
	i := at
	for i > floor && at-i < maxLocal && !toks[i].Space {
		p := toks[i-1]
		if p.Kind != Word && p.Kind != Number && !oneOf(p.Lower, ".-_+=") {
			break
		}
		i--
	}
	return i
}

// hostBefore walks back from the slash of "meet.example.com/abc"; i itself where no host of two labels and a name of
// letters at the end stands there.
func hostBefore(toks []Token, i, floor int) int {
	if i-2 < floor || toks[i-1].Kind != Word || len(toks[i-1].Text) < 2 || !glued(toks, i-2, ".") || toks[i-1].Space {
		return i
	}
	start := localStart(toks, i, floor)
	if toks[start].Kind == Punct {
		return i
	}
	return start
}

// runEnd gives the end of the run of tokens without white space, without the signs that end a sentence or close a
// bracket.
func runEnd(toks []Token, i int) int {
	end := i + 1
	for end < len(toks) && !toks[end].Space && !toks[end].Ends() && !oneOf(toks[end].Lower, `<>"`) {
		end++
	}
	for end > i+1 && oneOf(toks[end-1].Lower, `.,;:!?)]}'"*`) {
		end--
	}
	return end
}

func oneOf(sign, set string) bool {
	if len(sign) != 1 {
		return false
	}
	for i := 0; i < len(set); i++ {
		if set[i] == sign[0] {
			return true
		}
	}
	return false
}
