package drafts

import (
	"slices"
	"strings"
	"unicode"
)

// turning is what is known of the language for turning what she told of a conversation to the person it was with: "she told
// me that three teams …" becomes "You told me that three teams …". A sentence is turned whole, or not at all.
type turning struct {
	Tell      []string `toml:"tell"`       // said of the reader or of herself, before "that", "how" …
	Show      []string `toml:"show"`       // likewise, before a thing: "described", "walked me through"
	Ask       []string `toml:"ask"`        // before "how", "about", "to", "for"
	Doings    []string `toml:"doings"`     // what both did: "drew", "went through"
	Talks     []string `toml:"talks"`      // "talked about": what follows is the topic
	Questions []string `toml:"questions"`  // "how", "why" …
	Skip      []string `toml:"skip"`       // first words that only join: "then", "also"
	Adverbs   []string `toml:"adverbs"`    // between subject and verb
	Joins     []string `toml:"joins"`      // before another subject a new clause begins: ", and ", "; "
	Further   []string `toml:"further"`    // and before these, with the subject of the first
	Judging   []string `toml:"judging"`    // says how somebody or something was, not what was talked about
	Loose     []string `toml:"loose"`      // first words by which a fragment is known: "about", "half", "which"
	Subjects  []string `toml:"subjects"`   // "she", "he", "they"
	Verbs     []string `toml:"verbs"`      // irregular forms after "you": "is=are"
	Common    []string `toml:"common"`     // verbs by which a clause is known from a thing: "teams count", "the team writes"
	OnlyNouns []string `toml:"only_nouns"` // forms of these in -s that are things at least as often
	Before    []string `toml:"before"`     // words after which such a word is no verb: "the", "in"
	Foreign   []string `toml:"foreign"`    // words of other languages: what she tells in those is not taken for a thing
	Wants     []string `toml:"wants"`      // "because" after these in her own sentence is a reason for wanting the work
	Likes     []string `toml:"likes"`      // a sentence that begins so is such a reason as it stands
	Promises  []string `toml:"promises"`   // a sentence that begins so promises something
}

// clause is one clause of hers, to be turned to the reader.
type clause struct {
	g      *turning
	s      *sentences
	reader []string // words that mean the reader: her names, in small letters
	others []string // names of the others, in small letters
	words  []string
	whom   string // the pronoun by which she speaks of the reader in this clause: "she", "he", "they"
	spoken speaker
}

// speaker is of whom the clause before spoke: "and he asked …" goes on with the same.
type speaker int

const (
	nobodyYet speaker = iota
	theReader
	another
)

// turned is what became of a clause.
type turned struct{ x, shape string }

// turn gives the clauses of one sentence of hers that can go into a note to the reader: whole sentences (shape "whole"), or a
// topic (shape "noun"). about says that she wrote it of this reader by name, not of the conversation at large.
func (s *sentences) turn(text string, reader string, others []string, about bool) []turned {
	var out []turned
	t := &clause{g: &s.Turn, s: s, reader: calledBy(reader)}
	for _, o := range others {
		t.others = append(t.others, calledBy(o)...)
	}
	if about || len(others) == 0 {
		t.spoken = theReader
	}
	for _, part := range t.clauses(strings.TrimRight(clean(text), ".!;,: ")) {
		if s.reasonIn(part) != "" || s.promiseIn(part, t.reader) != "" {
			continue
		}
		if x := t.turn(part, about); x.shape != "" {
			out = append(out, x)
		}
	}
	return out
}

// given is the first reason, or promise, that a clause of a sentence of hers gives.
func (s *sentences) given(text, reader string, others []string, in func(clause string, names []string) string) string {
	t := &clause{g: &s.Turn, s: s, reader: calledBy(reader)}
	for _, o := range others {
		t.others = append(t.others, calledBy(o)...)
	}
	for _, part := range t.clauses(strings.TrimRight(clean(text), ".!;,: ")) {
		if x := in(part, t.reader); x != "" {
			return x
		}
	}
	return ""
}

// calledBy are the words by which somebody is called: first name, last name, both.
func calledBy(name string) []string {
	f := strings.Fields(strings.ToLower(clean(name)))
	if len(f) == 0 {
		return nil
	}
	return []string{f[0], f[len(f)-1]}
}

// clauses cuts a sentence where a new subject begins: "we drew the path, and she asked how …".
func (t *clause) clauses(text string) []string {
	low := strings.ToLower(text)
	if len(low) != len(text) {
		return []string{text}
	}
	cut, size, subject := -1, 0, ""
	for _, j := range t.g.Joins {
		for from := 0; ; {
			i := strings.Index(low[from:], j)
			if i < 0 {
				break
			}
			i += from
			from = i + len(j)
			if first := wordAt(low, from); len(strings.Fields(low[:i])) > 2 && (cut < 0 || i < cut) {
				switch head := wordAt(low, 0); {
				case t.isSubject(first):
					cut, size, subject = i, len(j), ""
				case t.isSubject(head) && slices.Contains(t.g.Further, first):
					cut, size, subject = i, len(j), text[:len(head)]+" " // "… and told me": of the same one
				}
			}
		}
	}
	if cut < 0 {
		return []string{text}
	}
	return append([]string{text[:cut]}, t.clauses(subject+text[cut+size:])...)
}

func wordAt(text string, i int) string {
	word, _, _ := strings.Cut(text[i:], " ")
	return strings.Trim(word, ",.")
}

func (t *clause) isSubject(word string) bool {
	return word == "i" || word == "we" || slices.Contains(t.g.Subjects, word) || slices.Contains(t.reader, word) || slices.Contains(t.others, word)
}

// turn turns one clause. The zero turned: she has to say it in her own words.
func (t *clause) turn(text string, about bool) turned {
	t.words = strings.Fields(strings.Trim(text, " ,.;:-–—"))
	for len(t.words) > 1 && slices.Contains(t.g.Skip, t.word(0)) {
		t.words = t.words[1:]
	}
	if n := len(t.words); n == 0 || n > maxFactWords+4 {
		return turned{}
	}
	switch first := t.word(0); {
	case slices.Contains(t.reader, first):
		t.spoken = theReader
	case slices.Contains(t.others, first):
		t.spoken = another
	}
	if t.spoken == another {
		return turned{}
	}
	if strings.ContainsAny(text, "[]\"<>“”?!") || t.namesOthers() || t.speaksToSomebody() || t.foreign() {
		return turned{}
	}
	t.whom = ""
	switch first := t.word(0); {
	case slices.Contains(t.g.Subjects, first):
		if t.whom = first; t.spoken != theReader {
			return turned{}
		}
		return t.ofReader(t.after(1))
	case slices.Contains(t.reader, first):
		n := 1
		if len(t.words) > 1 && slices.Contains(t.reader, t.word(1)) {
			n = 2
		}
		if t.word(n) == "and" && t.word(n+1) == "i" {
			return t.ofBoth(t.after(n + 2))
		}
		return t.ofReader(t.after(n))
	case first == "we":
		return t.ofBoth(t.after(1))
	case first == "i":
		return t.ofHer(t.after(1))
	case t.spoken == theReader && (t.starts(0, t.g.Ask) > 0 || t.starts(0, t.g.Tell) > 0 && t.word(1) == "me"): // "asked me about …"
		return t.ofReader(0)
	case t.starts(0, t.g.Talks) > 0 || t.starts(0, t.g.Doings) > 0:
		return t.ofBoth(0)
	}
	return t.topic(about)
}

// word is the i-th word without signs, in small letters; "" beyond the end.
func (t *clause) word(i int) string {
	if i >= len(t.words) {
		return ""
	}
	return strings.ToLower(strings.Trim(t.words[i], ",.;:'’\"()"))
}

// after skips the adverbs from word i on.
func (t *clause) after(i int) int {
	for slices.Contains(t.g.Adverbs, t.word(i)) || len(t.word(i)) > 4 && strings.HasSuffix(t.word(i), "ly") {
		i++
	}
	return i
}

// starts gives how many words from i on are one of the phrases, the longest; 0 for none.
func (t *clause) starts(i int, phrases []string) int {
	best := 0
	for _, p := range phrases {
		words := strings.Fields(p)
		if len(words) <= best || i+len(words) > len(t.words) {
			continue
		}
		same := true
		for k, w := range words {
			same = same && t.word(i+k) == w
		}
		if same {
			best = len(words)
		}
	}
	return best
}

// ofReader is what the reader said, asked or showed.
func (t *clause) ofReader(i int) turned {
	if n := t.starts(i, t.g.Ask); n > 0 {
		return t.asked("You", i, n)
	}
	if n := t.starts(i, t.g.Tell); n > 0 {
		return t.saidThat("You", "me", i, n)
	}
	if n := t.starts(i, t.g.Talks); n > 0 {
		return t.noun(t.rest(i + n))
	}
	if n := t.starts(i, t.g.Show); n > 0 {
		return t.whole("You", t.words[i:i+n], t.rest(i+n))
	}
	return turned{}
}

// ofHer is what she said or showed herself.
func (t *clause) ofHer(i int) turned {
	if n := t.starts(i, t.g.Tell); n > 0 {
		return t.saidThat("I", "you", i, n)
	}
	if n := t.starts(i, t.g.Show); n > 0 && !slices.Contains(t.words[i:i+n], "me") {
		return t.whole("I", t.words[i:i+n], t.rest(i+n))
	}
	return turned{}
}

// ofBoth is what they talked about or did together.
func (t *clause) ofBoth(i int) turned {
	if n := t.starts(i, t.g.Talks); n > 0 {
		return t.noun(t.rest(i + n))
	}
	if n := t.starts(i, t.g.Doings); n > 0 {
		return t.whole("We", t.words[i:i+n], t.rest(i+n))
	}
	return turned{}
}

// asked is "asked me how …", "asked about …", "asked me to …".
func (t *clause) asked(who string, i, n int) turned {
	j := i + n
	verb := slices.Clone(t.words[i:j])
	if t.word(j) == "me" || t.word(j) == "us" {
		j++
	}
	if t.word(i) == "asked" {
		verb = append(verb, "me")
	}
	switch next := t.word(j); {
	case next == "about" || next == "for" || next == "to" || slices.Contains(t.g.Questions, next):
		return t.whole(who, append(verb, strings.ToLower(t.words[j])), t.rest(j+1))
	}
	return turned{}
}

// saidThat is "told me that …", "said …", "explained how …", "told me about …".
func (t *clause) saidThat(who, to string, i, n int) turned {
	verb := strings.ToLower(t.words[i])
	phrase := []string{verb}
	if verb == "pointed" {
		phrase = append(phrase, "out")
	}
	j := i + n
	if w := t.word(j); w == "to" && j+2 < len(t.words) {
		j += 2 // "explained to me that"
	} else if w == "me" || w == "us" || w == "her" || w == "him" || w == "them" || slices.Contains(t.reader, w) {
		j++
	}
	if verb == "told" {
		phrase = append(phrase, to)
	}
	switch next := t.word(j); {
	case next == "that" || slices.Contains(t.g.Questions, next):
		return t.whole(who, append(phrase, next), t.rest(j+1))
	case next == "about" && verb == "told":
		return t.whole(who, append(phrase, next), t.rest(j+1))
	case verb == "told" || verb == "said" || verb == "added":
		if !t.s.finite(strings.Join(t.words[j:], " ")) && !t.finiteS(t.words[j:]) {
			return turned{}
		}
		return t.whole(who, append(phrase, "that"), t.rest(j))
	}
	return t.whole(who, phrase, t.rest(j)) // "explained the plan"
}

// finiteS reports a verb by its form, in "three teams count" or "the team writes": one past the first word.
func (t *clause) finiteS(words []string) bool {
	return len(words) > 3
}

// rest are the words from i on, turned to the reader; nil where that cannot be done.
func (t *clause) rest(i int) []string {
	if i >= len(t.words) {
		return nil
	}
	out, ok := t.toReader(t.words[i:])
	if !ok {
		return nil
	}
	return out
}

// whole makes a sentence.
func (t *clause) whole(who string, verb, rest []string) turned {
	if len(rest) == 0 || countWords(strings.Join(rest, " ")) > maxFactWords {
		return turned{}
	}
	rest[0] = t.s.lower(rest[0])
	text := who + " " + strings.Join(verb, " ") + " " + strings.Join(rest, " ")
	if len(strings.Fields(text)) < 4 || t.s.thirdPerson(text) || t.judges(rest) {
		return turned{}
	}
	return turned{strings.TrimRight(text, ",;: "), "whole"}
}

// noun makes a topic.
func (t *clause) noun(rest []string) turned {
	x := strings.Join(rest, " ")
	if n := countWords(x); n == 0 || n > 16 || t.s.thirdPerson(x) || t.judges(rest) {
		return turned{}
	}
	if slices.Contains(t.g.Loose, strings.ToLower(strings.Trim(rest[0], ",."))) {
		return turned{}
	}
	return turned{strings.TrimRight(t.s.lower(x), ",;: "), "noun"}
}

// topic is a clause without a speaker: a thing that was talked about, or, written of the reader by name, a fact that came up.
func (t *clause) topic(about bool) turned {
	text := strings.Join(t.words, " ")
	if rest, shape := t.s.cutLead("discussed", text); shape == "noun" && rest != text {
		t.words = strings.Fields(rest)
		if len(t.words) > 1 || len(t.words) == 1 && len(strings.Fields(text)) > 2 {
			return t.noun(t.rest(0))
		}
		return turned{}
	}
	first := t.word(0)
	if slices.Contains(t.g.Loose, first) || slices.Contains(t.s.Grammar.Nothing, first) || slices.Contains(t.s.Grammar.Vague, first) || t.judges(t.words) {
		return turned{}
	}
	if slices.Contains(t.g.Questions, first) {
		return t.noun(t.rest(0)) // "how analysts test a metric"
	}
	finite := t.s.finite(text) || t.commonVerb()
	switch {
	case finite && about && !slices.Contains([]string{"it", "that", "this", "there", "you", "my", "the", "interview"}, first) && !t.s.past(text):
		rest := t.rest(0)
		if rest == nil {
			return turned{}
		}
		rest[0] = t.s.lower(rest[0])
		return turned{"It came up that " + strings.Join(rest, " "), "whole"}
	case finite || len(t.words) < 2 && !unicode.IsUpper(firstRune(text)) || t.s.past(text) || t.nameAndVerb():
		return turned{}
	}
	return t.noun(t.rest(0))
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// nameAndVerb reports a clause that was cut off or that speaks of somebody unknown: "Paul asked about a postmortem".
func (t *clause) nameAndVerb() bool {
	for i := 1; i < min(4, len(t.words)); i++ {
		w := t.word(i)
		if slices.Contains(t.s.Grammar.Past, w) && w != "set" && w != "cut" || t.starts(i, t.g.Tell) > 0 || t.starts(i, t.g.Ask) > 0 || t.starts(i, t.g.Talks) > 0 {
			return true
		}
	}
	return false
}

// commonVerb reports a verb behind its subject: "teams count" or "the team writes".
func (t *clause) commonVerb() bool {
	for i := 1; i < len(t.words); i++ {
		w, before := t.word(i), t.word(i-1)
		if slices.Contains(t.s.Grammar.Relative, w) {
			return false
		}
		if slices.Contains(t.g.Before, before) {
			continue
		}
		plural := strings.HasSuffix(before, "s") && !strings.HasSuffix(before, "ss") && slices.Contains(t.g.Common, w)
		base := t.agreeing(w)
		if plural || base != w && slices.Contains(t.g.Common, base) && !slices.Contains(t.g.OnlyNouns, w) {
			return true
		}
	}
	return false
}

// namesOthers reports that somebody else of the panel is named: what one of them said is not told to another.
func (t *clause) namesOthers() bool {
	for _, w := range t.words {
		bare := strings.Trim(w, ",.;:'’\"()")
		bare = strings.TrimSuffix(strings.TrimSuffix(bare, "'s"), "’s")
		if slices.Contains(t.others, strings.ToLower(bare)) && (unicode.IsUpper(firstRune(bare)) || t.small()) && !slices.Contains(t.reader, strings.ToLower(bare)) {
			return true
		}
	}
	return false
}

// small reports that she writes without capitals.
func (t *clause) small() bool {
	return !slices.ContainsFunc(t.words, func(w string) bool { return unicode.IsUpper(firstRune(w)) })
}

// speaksToSomebody reports words that are said to us or to herself.
func (t *clause) speaksToSomebody() bool {
	for i := range t.words {
		switch t.word(i) {
		case "you", "your", "yourself":
			return true
		}
	}
	return false
}

// foreign reports words of another language.
func (t *clause) foreign() bool {
	for i := range t.words {
		if slices.Contains(t.g.Foreign, t.word(i)) {
			return true
		}
	}
	return false
}

// judges reports words that say how somebody or something was.
func (t *clause) judges(words []string) bool {
	for _, w := range words {
		if slices.Contains(t.g.Judging, strings.ToLower(strings.Trim(w, ",.;:'’\"()"))) {
			return true
		}
	}
	return false
}

// toReader turns the pronouns that mean the reader. ok is false where it cannot be told whom one of them means.
func (t *clause) toReader(words []string) (out []string, ok bool) {
	agree := false // the next verb belongs to "you"
	you := false   // and so may one behind "and"
	for i, w := range words {
		core := strings.Trim(w, ",.;:\"()")
		low := strings.ToLower(core)
		next := ""
		if i+1 < len(words) {
			next = strings.ToLower(strings.Trim(words[i+1], ",.;:\"()"))
		}
		to := ""
		switch low {
		case "she", "he":
			if t.whom != "" && t.whom != low && t.whom != "they" {
				return nil, false
			}
			to, agree, you = "you", true, true
		case "they":
			if t.whom != "they" && i > 0 {
				break // something named before
			}
			to = "you"
		case "their":
			if t.whom != "they" && slices.ContainsFunc(words[:i], isPlural) {
				break
			}
			to = "your"
		case "them":
			if t.whom == "they" {
				to = "you"
			}
		case "his":
			to = "your"
		case "her":
			to = "your"
			if next == "" || core != w || slices.Contains([]string{"that", "how", "why", "what", "about", "to", "and", "for", "in", "on", "at", "with", "if", "when", "whether"}, next) {
				to = "you"
			}
		case "him":
			to = "you"
		case "herself", "himself":
			to = "yourself"
		case "she's", "he's", "she’s", "he’s", "she'd", "he'd", "she’d", "he’d", "she'll", "he'll", "she’ll", "he’ll":
			to = map[byte]string{'s': "you are", 'd': "you would", 'l': "you will"}[low[len(low)-1]]
		case "i", "i'd", "i'm", "i've", "i'll", "i’d", "i’m", "i’ve", "i’ll":
			to = "I" + low[1:]
		default:
			if slices.Contains(t.reader, low) && unicode.IsUpper(firstRune(core)) {
				return nil, false // the reader by name inside the clause: whose part it is there is not clear
			}
			if you && i > 0 && strings.EqualFold(words[i-1], "and") && t.agreeing(low) != low && slices.Contains(t.g.Common, t.agreeing(low)) {
				return nil, false
			}
			if agree && !slices.Contains(t.g.Adverbs, low) && !(len(low) > 4 && strings.HasSuffix(low, "ly")) {
				to, agree = t.agreeing(low), false
			}
		}
		if to != "" {
			w = strings.Replace(w, core, to, 1)
		}
		out = append(out, w)
	}
	return out, true
}

// isPlural reports a word that looks like several things.
func isPlural(w string) bool {
	w = strings.Trim(w, ",.;:\"()")
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
}

// agreeing is a verb as it stands after "you".
func (t *clause) agreeing(verb string) string {
	for _, pair := range t.g.Verbs {
		if from, to, _ := strings.Cut(pair, "="); from == verb {
			return to
		}
	}
	switch {
	case len(verb) < 4 || !strings.HasSuffix(verb, "s") || strings.HasSuffix(verb, "ss"):
		return verb
	case strings.HasSuffix(verb, "ies"):
		return strings.TrimSuffix(verb, "ies") + "y"
	case hasAnySuffix(verb, "ches", "shes", "sses", "xes", "zzes", "oes"):
		return strings.TrimSuffix(verb, "es")
	}
	return strings.TrimSuffix(verb, "s")
}

func hasAnySuffix(s string, list ...string) bool {
	return slices.ContainsFunc(list, func(end string) bool { return strings.HasSuffix(s, end) })
}

// reasonIn is the reason for wanting the work that a sentence of hers gives without being asked for one: what stands behind
// "because", or the whole sentence where it begins with "I like that". "" where it gives none.
func (s *sentences) reasonIn(text string) string {
	text = strings.TrimRight(clean(text), ".!;, ")
	low := strings.ToLower(strings.NewReplacer("’", "'").Replace(text))
	for _, p := range s.Turn.Likes {
		if strings.HasPrefix(low, p+" ") {
			return text
		}
	}
	head, _, ok := strings.Cut(low, "because ")
	if !ok {
		return ""
	}
	reason := text[len(text)-(len(low)-len(head)-len("because ")):]
	if head = strings.Trim(head, " ,"); head == "" {
		return reason
	}
	for _, p := range s.Turn.Wants {
		if strings.HasPrefix(head, p) {
			return reason
		}
	}
	return ""
}

// promiseIn is what a sentence of hers promises, without being tagged: "I promised Raj the deck" is "the deck".
func (s *sentences) promiseIn(text string, names []string) string {
	text = strings.TrimRight(clean(text), ".!;, ")
	low := strings.ToLower(strings.NewReplacer("’", "'").Replace(text))
	if len(low) != len(text) {
		return ""
	}
	best := 0
	for _, p := range s.Turn.Promises {
		if len(p) > best && strings.HasPrefix(low, p+" ") {
			best = len(p)
		}
	}
	if best == 0 {
		return ""
	}
	words := strings.Fields(text[best:])
	for len(words) > 0 && (slices.Contains([]string{"to", "send", "her", "him", "them"}, strings.ToLower(words[0])) || slices.Contains(names, strings.ToLower(words[0]))) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}
