package interview

import (
	"testing"
	"time"
)

func known(t *testing.T, id string, change func(*Notice)) Interview {
	t.Helper()
	n := invitation()
	if change != nil {
		change(&n)
	}
	iv, _ := Apply(Interview{ID: id}, EventOf(n), noon)
	return iv
}

func TestMatch(t *testing.T) {
	northwind := known(t, "NRTH", func(n *Notice) { n.UID, n.Link = "abc@google.com", "https://zoom.us/j/1" })
	globex := known(t, "GLBX", func(n *Notice) {
		n.Company, n.Role, n.MessageID, n.Sender = "Globex", "Analyst", "g1@globex.example", Person{Email: "hr@globex.example"}
		n.Sessions, n.Interviewers = []Session{session(16, 9)}, []Person{{Name: "Lee Chan"}}
	})
	first := known(t, "FRST", func(n *Notice) {
		n.Round, n.Sessions, n.MessageID = 1, []Session{session(3, 9)}, "first@northwind.example"
	})
	first.State = Held
	all := []Interview{first, northwind, globex}

	rows := []struct {
		name   string
		notice Notice
		want   string
	}{
		{"the UID of the calendar event", Notice{Kind: Reschedule, UID: "abc@google.com", Sessions: []Session{session(25, 9)}}, "NRTH"},
		{"the thread", Notice{Kind: Cancellation, Thread: []string{"invite@northwind.example"}}, "NRTH"},
		{"the vendor's mail beside the calendar invitation", Notice{Kind: Invitation, Company: "Northwind Traders, Inc.", Sessions: []Session{session(12, 14)}}, "NRTH"},
		{"a reschedule that names only the company", Notice{Kind: Reschedule, Company: "Globex", Sessions: []Session{session(25, 9)}}, "GLBX"},
		{"a cancellation that names the old time", Notice{Kind: Cancellation, Sessions: []Session{session(16, 9)}}, "GLBX"},
		{"a refusal in the thread", Notice{Kind: Other, Thread: []string{"g1@globex.example"}}, "GLBX"},
		{"another company", Notice{Kind: Invitation, Company: "Initech", Sessions: []Session{session(18, 9)}}, ""},
		{"another company at the same time", Notice{Kind: Invitation, Company: "Initech", Role: "Chef", Sessions: []Session{session(12, 14)}}, ""},
		{"one recruiter's room for two companies", Notice{Kind: Invitation, Company: "Initech", Role: "Data Engineer", Link: "https://zoom.us/j/1", Sender: Person{Email: "priya@northwind.example"}, Interviewers: []Person{{Name: "Dana Whitfield"}}, Sessions: []Session{session(19, 9)}}, ""},
		{"the company misread, the same meeting", Notice{Kind: Invitation, Company: "Zoom", Link: "https://zoom.us/j/1", Sessions: []Session{session(12, 14)}}, "NRTH"},
		{"the third round at a known company", Notice{Kind: Invitation, Round: 3, Company: "Northwind Traders", Sessions: []Session{session(26, 9)}}, ""},
		{"the second round in the thread of the first", Notice{Kind: Invitation, Round: 2, Company: "Northwind Traders", Thread: []string{"first@northwind.example"}, Sessions: []Session{session(27, 9)}}, ""},
		{"a newsletter", Notice{Kind: Other, Company: "Initech"}, ""},
	}
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			r.notice.Written = written.Add(time.Hour)
			got, how, rivals := Match(r.notice, all)
			if got != r.want {
				t.Errorf("got %q by %q with %d rivals, want %q", got, how, len(rivals), r.want)
			}
		})
	}
}

func TestTwoThatFitEquallyAreRivals(t *testing.T) {
	a := known(t, "AAAA", func(n *Notice) { n.Role = "Data Engineer"; n.MessageID = "a" })
	b := known(t, "BBBB", func(n *Notice) { n.Role = "Analyst"; n.MessageID = "b"; n.Sessions = []Session{session(13, 14)} })
	id, _, rivals := Match(Notice{Kind: Cancellation, Company: "Northwind Traders"}, []Interview{a, b})
	if id != "" || len(rivals) != 2 {
		t.Errorf("got %q with %d rivals", id, len(rivals))
	}
	id, _, _ = Match(Notice{Kind: Cancellation, Company: "Northwind Traders", Role: "Analyst"}, []Interview{a, b})
	if id != "BBBB" {
		t.Errorf("the role settles it: got %q", id)
	}
}

func TestSameName(t *testing.T) {
	for _, r := range []struct {
		a, b string
		want bool
	}{
		{"Dana Whitfield", "Dana Whitfield", true},
		{"Ana", "Ana Pereira", true},
		{"Ana P.", "Ana Pereira", true},
		{"Ana Q.", "Ana Pereira", false},
		{"Dana", "Diana Ross", false},
		{"Jean-Luc Roy", "Jean-Luc Roy", true},
		{"", "Ana", false},
		{"山田 太郎", "山田 太郎", true},
	} {
		if got := SameName(r.a, r.b); got != r.want {
			t.Errorf("SameName(%q, %q) = %v", r.a, r.b, got)
		}
	}
}

func TestFoldCompany(t *testing.T) {
	for _, r := range [][2]string{
		{"Northwind Traders, Inc.", "northwind traders"},
		{"The Hooli Company", "hooli"},
		{"株式会社テスト", "株式会社テスト"},
		{"Co", "co"},
	} {
		if got := FoldCompany(r[0]); got != r[1] {
			t.Errorf("%q folds to %q, want %q", r[0], got, r[1])
		}
	}
}

func TestTwoCompaniesAtTheSameHourAreTwoInterviews(t *testing.T) {
	iv := scheduled(t)
	for name, people := range map[string][]Person{
		"the same first name":                   {{Name: "Dana"}},
		"the same name, another company's mail": {{Name: "Dana Whitfield", Email: "dana@globex.example"}},
	} {
		n := invitation()
		n.Company, n.Sender, n.MessageID, n.Interviewers = "Globex", Person{Name: "Tom", Email: "tom@globex.example"}, "g@globex.example", people
		if id, how, _ := Match(n, []Interview{iv}); id != "" {
			t.Errorf("%s: taken for the interview at %s by %s", name, iv.Company, how)
		}
	}
}
