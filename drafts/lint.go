package drafts

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"roundtwo/interview"
)

// maxNote is the largest note that may be sent, in bytes.
const maxNote = 20 << 10

// builtIn is the advice and the words that are embedded, read once.
var builtIn = sync.OnceValues(func() (*advice, *words) {
	a, err := loadAdvice(ownAdvice, nil)
	if err != nil {
		panic("the embedded advice: " + err.Error()) // a test reads it
	}
	data, err := embedded.ReadFile("templates/en/" + wordsFile)
	if err != nil {
		panic("the embedded words: " + err.Error())
	}
	w, err := parseWords(wordsFile, data)
	if err != nil {
		panic("the embedded words: " + err.Error())
	}
	return a, w
})

// Lint says in words what in a note is not as it should be: tone, length, an address on the web, likeness to another note
// of the panel (f.Notes), a sentence that rests on nothing. It blocks nothing by itself; blanks do (Note.Blanks). Her own
// edits are checked likewise, but for what they rest on: that is her word.
func Lint(n interview.Note, f Facts) []string {
	a, w := builtIn()
	var sets []map[uint64]bool
	for _, o := range f.Notes {
		sets = append(sets, shingles(withoutBlanks(o.Text)))
	}
	return lint(a, w, n, f, sets)
}

// lint is Lint with the sets of shingles of f.Notes, which a letter needs for each of its notes.
func lint(a *advice, w *words, n interview.Note, f Facts, sets []map[uint64]bool) []string {
	l := linter{advice: a, words: w, note: n, facts: f, sets: sets}
	l.form()
	l.phrases()
	l.reader()
	l.panel()
	l.support()
	return l.out
}

type linter struct {
	advice *advice
	words  *words
	note   interview.Note
	facts  Facts
	sets   []map[uint64]bool
	out    []string
}

func (l *linter) say(key string, pairs ...string) {
	l.out = append(l.out, fillPattern(l.words.Lint[key], pairs...))
}

// form checks length, signs and addresses.
func (l *linter) form() {
	n := countWords(l.note.Text)
	whole := l.note.Kind == interview.ThankYou && len(l.note.Blanks) == 0 && !coordinates(l.note.To, l.facts.Interview)
	switch {
	case whole && n < MinWords:
		l.say("short", "{n}", fmt.Sprint(n))
	case whole && n > MaxWords:
		l.say("long", "{n}", fmt.Sprint(n))
	}
	if len(l.note.Text) > maxNote {
		l.say("large")
	}
	if strings.Contains(l.note.Text, "://") || strings.Contains(strings.ToLower(l.note.Text), "www.") {
		l.say("address")
	}
	if strings.ContainsAny(l.note.Text, "!！") {
		l.say("exclamation")
	}
}

// phrases checks the word lists of the advice. Names are taken out first: a company may be called Best, or Equity.
func (l *linter) phrases() {
	text := l.note.Text
	for _, name := range l.names() {
		text = strings.ReplaceAll(text, name, "")
	}
	hay := haystack(text)
	for _, rule := range l.advice.Lint {
		if p := findPhrase(hay, l.closing(rule.Phrases)); p != "" {
			l.say("phrase", "{phrase}", p, "{why}", rule.Why)
		}
	}
}

// closing leaves out "best" where it only closes the note.
func (l *linter) closing(list phrases) phrases {
	if !strings.Contains(l.note.Text, "Best regards") && !strings.Contains(l.note.Text, "Best wishes") {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(p string) bool { return p == "best" })
}

func (l *linter) names() []string {
	iv := l.facts.Interview
	out := nonEmpty(clean(iv.Company), clean(iv.Role), clean(l.facts.Candidate.Name))
	for _, p := range append(slices.Clone(iv.Interviewers), iv.Sender, l.note.To) {
		out = append(out, nonEmpty(clean(p.Name))...)
	}
	return out
}

// reader checks that the note speaks to the person it goes to, at an address of the company.
func (l *linter) reader() {
	name := clean(l.note.To.Name)
	first, _, _ := strings.Cut(strings.TrimSpace(l.note.Text), "\n")
	if name != "" && !strings.Contains(fold(first), fold(firstName(name))) && !strings.Contains(fold(first), lastWord(fold(name))) {
		l.say("greeting", "{name}", name)
	}
	if w := hasPhrase(l.note.Text, phrases{"she", "he", "her", "him", "his"}); w != "" && l.note.Kind == interview.ThankYou {
		l.say("third", "{word}", w)
	}
	to, theirs := domain(l.note.To.Email), domain(l.facts.Interview.Sender.Email)
	if to != "" && theirs != "" && !related(to, theirs) {
		l.say("other_domain", "{domain}", to, "{theirs}", theirs)
	}
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

func domain(address string) string {
	_, d, _ := strings.Cut(strings.ToLower(address), "@")
	return d
}

// related reports whether one domain lies under the other.
func related(a, b string) bool {
	return a == b || strings.HasSuffix(a, "."+b) || strings.HasSuffix(b, "."+a)
}

// panel compares with the notes to the others of the panel.
func (l *linter) panel() {
	if l.note.Kind != interview.ThankYou {
		return
	}
	own := shingles(withoutBlanks(l.note.Text))
	for i, o := range l.facts.Notes {
		if o.Kind == interview.ThankYou && o.To != l.note.To && shared(own, l.sets[i]) > TooAlike {
			l.say("alike", "{name}", clean(o.To.Name))
		}
	}
}

// support names the sentences that rest on nothing.
func (l *linter) support() {
	if l.note.Edited {
		return
	}
	for _, s := range Unsupported(l.note) {
		l.say("unsupported", "{sentence}", s)
	}
}

// presentable reports whether words of hers may go into a note: no address, and nothing private or out of place.
func (a *advice) presentable(s string) bool {
	if strings.Contains(s, "://") || strings.Contains(strings.ToLower(s), "www.") || strings.ContainsAny(s, "@[]{}<>") {
		return false
	}
	hay := haystack(s)
	if findPhrase(hay, a.Private) != "" {
		return false
	}
	for _, r := range a.Lint {
		if findPhrase(hay, r.Phrases) != "" {
			return false
		}
	}
	return true
}
