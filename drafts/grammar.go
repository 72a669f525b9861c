package drafts

import (
	"slices"
	"strings"
	"unicode"

	"roundtwo/interview"
)

// grammar is what the notes know of the language: enough to tell how her words fit into a sentence, and when they do not.
type grammar struct {
	How      []string `toml:"how"`
	Clause   []string `toml:"clause"` // first words after which a verb comes
	Finite   []string `toml:"finite"`
	Relative []string `toml:"relative"`
	Past     []string `toml:"past"`    // irregular; what ends in -ed is known without
	Lower    []string `toml:"lower"`   // first words that lose their capital within a sentence
	Third    []string `toml:"third"`   // would speak of the reader in the third person
	Cut      []string `toml:"cut"`     // a second clause begins here: only the first goes into the note
	Nothing  []string `toml:"nothing"` // first words of what says nothing
	Vague    []string `toml:"vague"`   // first words of what says only how a conversation was: "nice", "very friendly"

	Company map[string]string `toml:"company"` // first words that mean the company: "they" is "you" to the reader
}

// lead is a beginning of hers that a note does not take over ("we talked about"), with the shape of what follows.
type lead struct {
	Shape   string   `toml:"shape"`
	From    []string `toml:"from"` // kinds of fact for which it holds; empty: all
	Phrases []string `toml:"phrases"`
}

// The longest and the shortest words of hers that go into one sentence.
const (
	maxFactWords = 28
	minFactWords = 1
)

// shape fits one sentence of hers into a note: the words to put in, and their shape (see sentences.toml). Not ok means
// that she has to put it into words herself: it speaks of the reader as "she", is too long, or could not be understood.
func (s *sentences) shape(kind, text string) (x, shape string, ok bool) {
	text = clean(text)
	question := strings.HasSuffix(text, "?")
	rest := strings.TrimRight(s.firstClause(text), ".;,:!? ")
	rest, leadShape := s.cutLead(kind, rest)
	if n := countWords(rest); n < minFactWords || n > maxFactWords || strings.ContainsAny(rest, "[]\"<>") {
		return "", "", false
	}
	if question && leadShape == "" {
		return rest + "?", "question", !s.thirdPerson(rest)
	}
	if leadShape == "" && s.empty(rest) {
		return "", "", false
	}
	x, shape = s.classify(s.toReader(rest), leadShape)
	x, shape = s.ofKind(interview.FactKind(kind), x, shape, leadShape)
	return x, shape, shape != "" && !s.thirdPerson(x)
}

// empty reports whether text says nothing that a note could take up.
func (s *sentences) empty(text string) bool {
	return slices.Contains(s.Grammar.Nothing, strings.Trim(strings.ToLower(strings.SplitN(text, " ", 2)[0]), ",."))
}

// toReader says "you" where her words begin with "they", all through: the reader is one of them.
func (s *sentences) toReader(text string) string {
	words := strings.Fields(text)
	if len(words) < 2 || s.Grammar.Company[strings.ToLower(words[0])] == "" {
		return text
	}
	for i, w := range words {
		you := s.Grammar.Company[strings.ToLower(w)]
		if you == "" || strings.EqualFold(w, "their") && i > 0 && slices.ContainsFunc(words[1:i], isPlural) {
			continue // "they let analysts own their tables": those of the analysts
		}
		words[i] = you
	}
	return strings.Join(words, " ")
}

// ofKind corrects a shape by what the fact is about.
func (s *sentences) ofKind(kind interview.FactKind, x, shape, leadShape string) (string, string) {
	switch {
	case shape == "how" && leadShape != "how" && kind != interview.AskedHer:
		return x, "noun" // "how the team tests": a topic, not a question of theirs
	}
	return x, shape
}

// firstClause is what stands before a second clause: "we drew the path, and she asked …" is two.
func (s *sentences) firstClause(text string) string {
	low := strings.ToLower(text)
	end := len(text)
	for _, c := range s.Grammar.Cut {
		if i := strings.Index(low, c); i > 0 && len(low) == len(text) {
			end = min(end, i)
		}
	}
	return text[:end]
}

// cutLead takes the longest beginning of the leads off text.
func (s *sentences) cutLead(kind, text string) (rest, shape string) {
	rest = text
	best := 0
	low := strings.ToLower(text)
	for _, l := range s.Leads {
		if len(l.From) > 0 && !slices.Contains(l.From, kind) {
			continue
		}
		for _, p := range l.Phrases {
			if len(p) > best && len(low) == len(text) && strings.HasPrefix(low, p+" ") {
				best, rest, shape = len(p), strings.TrimSpace(text[len(p):]), l.Shape
			}
		}
	}
	return strings.TrimLeft(rest, ":,- "), shape
}

// classify tells the shape of rest by its first words, where they say it; by the lead otherwise.
func (s *sentences) classify(rest, leadShape string) (x, shape string) {
	first, tail, _ := strings.Cut(rest, " ")
	low := strings.ToLower(strings.Trim(first, ",'’"))
	g := s.Grammar
	switch {
	case low == "i" || strings.HasPrefix(low, "i'") || strings.HasPrefix(low, "i’"):
		return "I" + rest[1:], "i"
	case leadShape == "noun":
		return s.lower(rest), "noun"
	case leadShape == "past":
		return "I " + lowerFirst(rest), "past"
	case leadShape == "how" && low == "to":
		return lowerFirst(rest), "task" // "asked me to design a queue"
	case slices.Contains(g.How, low):
		return lowerFirst(rest), "how"
	case leadShape == "how":
		return "", "" // "asked two hard ones": about what?
	case low == "to":
		return lowerFirst(rest), "to"
	case low == "she" || low == "he":
		return "", ""
	case slices.Contains(g.Past, low) || len(low) > 4 && strings.HasSuffix(low, "ed"):
		return "I " + lowerFirst(rest), "past"
	case leadShape == "clause" || slices.Contains(g.Clause, low) && tail != "" || s.finite(rest):
		return s.lower(rest), "clause"
	}
	return s.lower(rest), "noun"
}

// past reports whether text begins with a verb in the past.
func (s *sentences) past(text string) bool {
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	return slices.Contains(s.Grammar.Past, first) || len(first) > 4 && strings.HasSuffix(first, "ed")
}

// finite reports whether text holds a verb that makes a clause of it, before any relative pronoun.
func (s *sentences) finite(text string) bool {
	for _, w := range wordsOf(text) {
		if slices.Contains(s.Grammar.Relative, w) || slices.Contains(s.Grammar.How, w) {
			return false
		}
		if slices.Contains(s.Grammar.Finite, w) {
			return true
		}
	}
	return false
}

// lower takes the capital off a first word that had it only because it began her line; names keep theirs.
func (s *sentences) lower(text string) string {
	first, _, _ := strings.Cut(text, " ")
	low := strings.ToLower(first)
	if slices.Contains(s.Grammar.Lower, low) || strings.HasSuffix(low, "ing") && !strings.ContainsFunc(first[1:], unicode.IsUpper) {
		return lowerFirst(text)
	}
	return text
}

func (s *sentences) thirdPerson(text string) bool {
	for _, w := range wordsOf(text) {
		if slices.Contains(s.Grammar.Third, w) {
			return true
		}
	}
	return false
}
