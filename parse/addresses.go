package parse

import (
	"slices"
	"strings"

	"roundtwo/interview"
	"roundtwo/parse/token"
)

// giveAddresses gives an interviewer without a mail address the one in the text that is made of his or her name: "You
// can reach the panel at dana.whitfield@northwind.example and spatel@northwind.example".
func (r *reader) giveAddresses() {
	for _, s := range token.Links(r.doc.Tokens) {
		address := r.doc.At(s)
		local, host, ok := strings.Cut(address, "@")
		if !ok || !strings.Contains(host, ".") || strings.ContainsAny(address, "/ ") || r.taken(address) {
			continue
		}
		if p := r.ownerOf(local); p != nil {
			p.Email = address
		}
	}
}

// taken reports whether an address is somebody's already, or hers.
func (r *reader) taken(address string) bool {
	for _, to := range r.msg.To {
		if strings.EqualFold(to.Email, address) {
			return true
		}
	}
	return slices.ContainsFunc(r.Interviewers, func(p interview.Person) bool { return strings.EqualFold(p.Email, address) })
}

// ownerOf gives the one interviewer without an address whose name the local part is made of; nil for none or several.
// A full name outweighs a first name alone.
func (r *reader) ownerOf(local string) *interview.Person {
	for _, made := range []func(first, last string) []string{fromBoth, fromOne} {
		var owner *interview.Person
		several := false
		for i := range r.Interviewers {
			p := &r.Interviewers[i]
			if p.Email == "" && slices.Contains(made(firstAndLast(p.Name)), letters(local)) {
				several, owner = owner != nil, p
			}
		}
		if owner != nil && !several {
			return owner
		}
	}
	return nil
}

// fromBoth are local parts made of a whole name: dana.whitfield, dwhitfield, danaw, whitfield.dana.
func fromBoth(first, last string) []string {
	if first == "" || last == "" {
		return nil
	}
	return []string{first + last, first[:1] + last, first + last[:1], last + first, last + first[:1]}
}

// fromOne are local parts made of one name.
func fromOne(first, last string) []string { return []string{first, last} }

// firstAndLast gives the first and the last word of a name, in letters alone; the last is "" of a single word.
func firstAndLast(name string) (first, last string) {
	words := strings.Fields(name)
	if len(words) == 0 {
		return "", ""
	}
	if len(words) > 1 {
		last = letters(words[len(words)-1])
	}
	return letters(words[0]), last
}

// letters gives the small letters a to z of a text, accents left out.
func letters(text string) string {
	return strings.Map(func(c rune) rune {
		if c < 'a' || c > 'z' {
			return -1
		}
		return c
	}, token.Fold(text))
}
