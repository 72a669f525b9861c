package drafts

import "roundtwo/interview"

// Corrected reports whether the change was hers.
func (v *view) Corrected() bool { return v.f.Corrected }

// Undo are the lines by which she takes her correction back: what stood before, in the words that package correction
// reads. What was not known before cannot be said.
func (v *view) Undo() []string {
	if v.f.Before == nil || !v.f.Corrected {
		return nil
	}
	was, now := *v.f.Before, v.iv
	var out []string
	back := func(label, old, new string) {
		if old != "" && old != new {
			out = append(out, label+": "+clean(old))
		}
	}
	back("time", wall(was.Sessions), wall(now.Sessions))
	out = append(out, peopleBack(was.Interviewers, now.Interviewers)...)
	back("format", string(was.Format), string(now.Format))
	back("place", was.Location, now.Location)
	back("link", was.Link, now.Link)
	back("phone", was.Phone, now.Phone)
	back("company", was.Company, now.Company)
	back("role", was.Role, now.Role)
	return out
}

// wall is the beginning in figures, with the zone of the interview.
func wall(sessions []interview.Session) string {
	if len(sessions) == 0 || sessions[0].Start.DateOnly || sessions[0].Start.IsZero() {
		return ""
	}
	return sessions[0].Start.Time.Format("2006-01-02 15:04 -07:00")
}

// peopleBack names people as before: by an arrow where a name was changed, else one line for each who came or went. Who is
// missing is added first, so that nobody ever stands there alone.
func peopleBack(was, now []interview.Person) []string {
	var out []string
	if len(was) == len(now) {
		for i := range was {
			if was[i].Name != now[i].Name {
				out = append(out, clean(now[i].Name)+" -> "+withAddress(was[i]))
			}
		}
		return out
	}
	for _, p := range was {
		if !hasPerson(now, p.Name) {
			out = append(out, "add: "+withAddress(p))
		}
	}
	for _, p := range now {
		if !hasPerson(was, p.Name) {
			out = append(out, "remove: "+clean(p.Name))
		}
	}
	return out
}

// withAddress writes somebody with all that would otherwise be lost.
func withAddress(p interview.Person) string {
	s := clean(p.Name)
	if p.Email != "" {
		s += " <" + clean(p.Email) + ">"
	}
	if p.Title != "" {
		s += " (" + clean(p.Title) + ")"
	}
	return s
}
