package who

// greetings open a letter; who follows is the candidate.
var greetings = set(
	"dear", "hi", "hello", "hey", "hiya", "g'day", "good", "greetings", "hallo", "guten", "tag", "gruezi", "servus", "moin",
	"liebe", "lieber", "sehr", "bonjour", "cher", "chere", "hola", "estimado", "estimada", "querido", "querida", "ciao", "gentile",
	"egregio", "ola", "prezado", "prezada", "caro", "cara", "beste", "geachte", "hej", "hei", "dzien", "szanowna", "szanowny",
	"witaj", "hae", "kia", "namaste", "merhaba", "sayin", "salam", "ahoj", "dobry", "to", "morning",
)

// readGreeting finds the end of the greeting, and whom it greets.
func (r *reader) readGreeting() {
	for i, n := 0, 0; i < len(r.p) && n < 6; n++ {
		end := r.rowEnd(i)
		if end > i && end-i < 12 && r.greets(i, end) {
			r.greeted = end
			return
		}
		i = end + 1
	}
}

// greets reports whether the line greets somebody, and notes whom.
func (r *reader) greets(i, end int) bool {
	at := i
	for at < end && r.p[at].kind == word && (greetings[r.p[at].lower] || at > i && (r.p[at].is(timeword) ||
		r.p[at].lower == "dobry" || r.p[at].lower == "ora" || r.p[at].lower == "geehrte" || r.p[at].lower == "geehrter")) {
		at++
	}
	if at == i {
		return r.namesCandidate(i, end)
	}
	n := r.nameAt(at)
	if n.found() {
		r.note(list{people: []sighting{{name: n, text: r.nameText(n)}}}, Candidate, "greeting")
	}
	return true
}

// namesCandidate reports whether the line is her name alone: "Ruth, hello," or "Kieran".
func (r *reader) namesCandidate(i, end int) bool {
	n := r.nameAt(i)
	return n.found() && n.start == i && r.isCandidate(n) && end-n.to <= 3
}

// isCandidate reports whether n is the candidate's own name.
func (r *reader) isCandidate(n name) bool {
	if len(r.candidate) == 0 || n.to <= n.start {
		return false
	}
	words := r.words(n)
	for _, c := range r.candidate {
		if equal(words, c) || len(words) == 1 && len(c) > 0 && (words[0] == c[0] || n.titled && words[0] == c[len(c)-1]) ||
			len(words) > 1 && samePerson(c, words, n.titled) {
			return true
		}
	}
	return false
}
