package drafts

import (
	"slices"
	"strings"

	"roundtwo/interview"
)

// change is one field of an interview, old beside new. Either may be empty.
type change struct {
	Label    string
	Old, New []string
}

// Changes lists what differs from Facts.Before; nothing that stayed.
func (v *view) Changes() []change {
	if v.f.Before == nil {
		return nil
	}
	was, now := *v.f.Before, v.iv
	field := v.w.words.Field
	var out []change
	add := func(label string, old, new []string) {
		if !slices.Equal(old, new) {
			out = append(out, change{Label: field[label], Old: old, New: new})
		}
	}
	add("start", v.span(was.Sessions), v.span(now.Sessions))
	add("interviewers", peopleLines(was.Interviewers), peopleLines(now.Interviewers))
	add("format", nonEmpty(v.w.words.Format[string(was.Format)]), nonEmpty(v.w.words.Format[string(now.Format)]))
	add("location", nonEmpty(clean(was.Location)), nonEmpty(clean(now.Location)))
	add("link", nonEmpty(clean(was.Link)), nonEmpty(clean(now.Link)))
	add("phone", nonEmpty(clean(was.Phone)), nonEmpty(clean(now.Phone)))
	add("role", nonEmpty(clean(was.Role)), nonEmpty(clean(now.Role)))
	add("bring", was.Bring, now.Bring)
	add("respond_by", nonEmpty(v.clock.moment(was.RespondBy)), nonEmpty(v.clock.moment(now.RespondBy)))
	if len(out) == 0 {
		return v.slots(was, now)
	}
	return out
}

// slots tells of a change inside a day whose beginning and end stayed.
func (v *view) slots(was, now interview.Interview) []change {
	before, after := v.sessionViews(was.Sessions), v.sessionViews(now.Sessions)
	var out []change
	for i := range max(len(before), len(after)) {
		old, new := slot(before, i), slot(after, i)
		if old != new {
			out = append(out, change{Label: v.w.words.Field["topic"], Old: nonEmpty(old), New: nonEmpty(new)})
		}
	}
	return out
}

func slot(list []sessionView, i int) string {
	if i >= len(list) {
		return ""
	}
	s := list[i]
	return strings.Join(nonEmpty(s.Hours, s.Topic, strings.Join(s.People, ", ")), ", ")
}

func peopleLines(list []interview.Person) []string {
	var out []string
	for _, p := range list {
		out = append(out, personView{Name: clean(p.Name), Title: clean(p.Title)}.Line())
	}
	return out
}

func people(list []interview.Person) string { return strings.Join(peopleLines(list), ", ") }

func nonEmpty(list ...string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// Arrived are the people who were not in the interview before.
func (v *view) Arrived() []personView {
	if v.f.Before == nil {
		return nil
	}
	return filterPeople(v.People, func(p personView) bool { return !hasPerson(v.f.Before.Interviewers, p.Name) })
}
