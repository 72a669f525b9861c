package correction

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"roundtwo/interview"
)

// add takes in "Priya Nair <priya@northwind.example>, Staff Engineer", or several joined by "and".
func (r *reader) add(value string) (Reason, bool) {
	added, ok := persons(value)
	if !ok {
		return NoName, false
	}
	list := slices.Clone(r.known())
	for _, p := range added {
		list = meet(list, p)
	}
	r.out.Fix.Interviewers = list
	return "", true
}

// meet adds somebody, or what is said anew of somebody known.
func meet(list []interview.Person, p interview.Person) []interview.Person {
	for i, k := range list {
		if !interview.SameName(k.Name, p.Name) {
			continue
		}
		if len(p.Name) > len(k.Name) {
			list[i].Name = p.Name
		}
		if p.Email != "" {
			list[i].Email = p.Email
		}
		if p.Title != "" {
			list[i].Title = p.Title
		}
		return list
	}
	return append(list, p)
}

func (r *reader) remove(value string) (Reason, bool) {
	at, ok := r.find(value)
	if !ok {
		return NoPerson, false
	}
	list := slices.Delete(slices.Clone(r.known()), at, at+1)
	if len(list) == 0 {
		return NoName, false // nobody would be left: who is it with?
	}
	r.out.Fix.Interviewers = list
	return "", true
}

// replace takes in the whole list of people. Who was known already keeps title and address.
func (r *reader) replace(value string) (Reason, bool) {
	now, ok := persons(value)
	if !ok {
		return NoName, false
	}
	for i, p := range now {
		for _, k := range r.known() {
			if interview.SameName(k.Name, p.Name) {
				now[i] = meet([]interview.Person{k}, p)[0]
			}
		}
	}
	r.out.Fix.Interviewers = now
	return "", true
}

// insteads are the forms of "A and not B". A false order has the old before the new.
var insteads = []struct {
	prefix, between string
	newFirst        bool
}{
	{"", ", not ", true}, {"", " and not ", true}, {"", " instead of ", true}, {"not ", " but ", false}, {"", " -> ", false}, {"", " → ", false},
	{"", " should be ", false},
}

// instead reads "it's Dana Whitfield, not Dan", "not Dan but Dana Whitfield", "Dan -> Dana Whitfield", "15:00, not 14:00".
func (r *reader) instead(line string) bool {
	if f, value, label := opening(line); f == either || f == people || f == when || f == place && !label {
		line = value
	}
	for _, form := range insteads {
		rest, ok := strings.CutPrefix(line, form.prefix)
		if !ok {
			continue
		}
		a, b, ok := strings.Cut(rest, form.between)
		if !ok {
			continue
		}
		if !form.newFirst {
			a, b = b, a
		}
		if r.rename(a, b) || r.retime(a, b) {
			return true
		}
	}
	return false
}

// rename gives somebody known another name; nobody known by the old one is no correction of a name.
func (r *reader) rename(now, was string) bool {
	at, ok := r.find(was)
	if !ok {
		return false
	}
	p, ok := person(now)
	if !ok {
		return false
	}
	list := slices.Clone(r.known())
	list[at].Name = p.Name
	if p.Email != "" {
		list[at].Email = p.Email
	}
	if p.Title != "" {
		list[at].Title = p.Title
	}
	r.out.Fix.Interviewers = list
	return true
}

// retime is "15:00, not 14:00": both sides are times.
func (r *reader) retime(now, was string) bool {
	if !r.readsAsTime(now) || !r.readsAsTime(was) {
		return false
	}
	r.time = now
	return true
}

// find is the only person known by a full, first or last name, or an address.
func (r *reader) find(name string) (at int, ok bool) {
	name = strings.Trim(strings.TrimSpace(name), ".,")
	found := -1
	for i, p := range r.known() {
		parts := strings.Fields(p.Name)
		if !strings.EqualFold(p.Name, name) && !(p.Email != "" && strings.EqualFold(p.Email, name)) &&
			!slices.ContainsFunc(parts, func(part string) bool { return strings.EqualFold(part, name) }) {
			continue
		}
		if found >= 0 {
			return 0, false
		}
		found = i
	}
	return found, found >= 0 && name != ""
}

// maxPeople is how many people an answer may name.
const maxPeople = 20

// persons reads names joined by commas and "and"; a comma before a title belongs to the person before it.
func persons(value string) ([]interview.Person, bool) {
	if p, ok := person(value); ok && p.Title != "" {
		return []interview.Person{p}, true // "Head of Research and Development" is one person's title
	}
	var out []interview.Person
	for _, part := range strings.Split(strings.NewReplacer(" and ", "\n", " & ", "\n", ", and ", "\n").Replace(value), "\n") {
		if p, ok := person(part); ok {
			out = append(out, p)
			continue
		}
		for _, one := range strings.Split(part, ",") {
			p, ok := person(one)
			if !ok {
				return nil, false
			}
			out = append(out, p)
		}
	}
	return out, len(out) > 0 && len(out) <= maxPeople
}

// person reads "Priya Nair <priya@northwind.example>, Staff Engineer", "Priya Nair (Staff Engineer)".
func person(text string) (interview.Person, bool) {
	var p interview.Person
	text = strings.Trim(strings.TrimSpace(text), ".,;")
	if before, rest, ok := strings.Cut(text, "<"); ok {
		address, after, closed := strings.Cut(rest, ">")
		if !closed || !isAddress(address) {
			return p, false
		}
		p.Email, text = address, strings.TrimSpace(before)+after
	}
	if name, title, ok := strings.Cut(text, "("); ok {
		text, p.Title = name, strings.TrimRight(title, ") ")
	} else if name, title, ok := strings.Cut(text, ","); ok && p.Email != "" {
		text, p.Title = name, strings.TrimSpace(title)
	}
	p.Name = strings.TrimSpace(text)
	return p, isName(p.Name) && !strings.ContainsAny(p.Title, "()<>")
}

func isAddress(s string) bool {
	local, domain, ok := strings.Cut(s, "@")
	return ok && local != "" && strings.Contains(domain, ".") && !strings.ContainsAny(s, " \t,;:<>\"()[]\\") && len(s) <= 254
}

// isName allows one to five words of letters that begin with a capital, or of a script without capitals; particles may be
// small.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 || len(s) > 80 {
		return false
	}
	for i, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		if (i == 0 || i == len(words)-1) && unicode.IsLower(first) {
			return false
		}
		if strings.ContainsFunc(w, func(c rune) bool {
			return !unicode.IsLetter(c) && !unicode.Is(unicode.M, c) && !strings.ContainsRune("-.'’", c)
		}) {
			return false
		}
	}
	return true
}
