package drafts

import (
	"strings"

	"roundtwo/interview"
)

// change is one field of an interview, old beside new. Either may be empty.
type change struct{ Label, Old, New string }

// Changes lists what differs from Facts.Before; nothing that stayed.
func (v *view) Changes() []change {
	if v.f.Before == nil {
		return nil
	}
	was, now := *v.f.Before, v.iv
	field := v.w.words.Field
	var out []change
	add := func(label, old, new string) {
		if strings.TrimSpace(old) != strings.TrimSpace(new) {
			out = append(out, change{Label: field[label], Old: old, New: new})
		}
	}
	add("start", strings.Join(v.span(was.Sessions), " / "), strings.Join(v.span(now.Sessions), " / "))
	add("interviewers", people(was.Interviewers), people(now.Interviewers))
	add("format", v.w.words.Format[string(was.Format)], v.w.words.Format[string(now.Format)])
	add("location", clean(was.Location), clean(now.Location))
	add("link", clean(was.Link), clean(now.Link))
	add("phone", clean(was.Phone), clean(now.Phone))
	add("role", clean(was.Role), clean(now.Role))
	add("bring", strings.Join(was.Bring, ", "), strings.Join(now.Bring, ", "))
	add("respond_by", v.clock.moment(was.RespondBy), v.clock.moment(now.RespondBy))
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
			out = append(out, change{Label: v.w.words.Field["topic"], Old: old, New: new})
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

func people(list []interview.Person) string {
	var names []string
	for _, p := range list {
		names = append(names, personView{Name: clean(p.Name), Title: clean(p.Title)}.Line())
	}
	return strings.Join(names, ", ")
}

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
