package approval

import (
	"slices"
	"strings"

	"roundtwo/parse/message"
)

// IDs gives the Message-IDs that m answers, the likeliest first: those of In-Reply-To, then References from its end.
// Tokens come in lower case, as the store has them; what a provider made of one comes as it is.
func IDs(m *message.Message) []string {
	backwards := slices.Clone(m.References)
	slices.Reverse(backwards)
	var ids []string
	for _, id := range slices.Concat(m.InReplyTo, backwards) {
		if _, ours := parseToken(id); ours {
			id = strings.ToLower(id)
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

func looksLikeToken(id string) bool {
	_, ok := parseToken(id)
	return ok
}

// answered is the letter that m answers: the first of its IDs that names one.
func answered(m *message.Message, letters []Issued) (Issued, bool) {
	for _, id := range IDs(m) {
		if i := slices.IndexFunc(letters, func(l Issued) bool { return l.named(id) }); i >= 0 {
			return letters[i], true
		}
	}
	return Issued{}, false
}

// named reports whether id is the letter's own, or what a provider made of it.
func (l Issued) named(id string) bool {
	return id != "" && (strings.EqualFold(id, l.MessageID) || slices.Contains(l.Alias, id))
}

// carriers are the fields of m that name the letter: a signature must cover one of them.
func (l Issued) carriers(m *message.Message) (names []string) {
	if slices.ContainsFunc(m.InReplyTo, l.named) {
		names = append(names, "In-Reply-To")
	}
	if slices.ContainsFunc(m.References, l.named) {
		names = append(names, "References")
	}
	return names
}

// SubjectRef is the public number in a subject, in capitals: "K7QF" of "Re: [roundtwo K7QF] …"; "" where there is none.
func SubjectRef(subject string) string {
	refs := subjectRefs(subject)
	if len(refs) == 0 {
		return ""
	}
	return refs[0]
}

const (
	refMark = "[roundtwo "
	maxRefs = 8 // replies to replies repeat the number; more than that is nonsense
)

func subjectRefs(subject string) (refs []string) {
	rest := strings.ToUpper(strings.Join(strings.Fields(subject), " "))
	for len(refs) < maxRefs {
		_, after, found := strings.Cut(rest, strings.ToUpper(refMark))
		if !found {
			break
		}
		ref, tail, closed := strings.Cut(after, "]")
		if closed && allIn(ref, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") {
			refs = append(refs, ref)
		}
		rest = tail
	}
	return refs
}
