package interview

import "testing"

func TestWhoIsAStranger(t *testing.T) {
	rows := []struct {
		name, from, thread string
		want               bool
	}{
		{"who invited", "priya@northwind.example", "", false},
		{"a colleague", "talent@northwind.example", "", false},
		{"a colleague at another host", "noreply@mail.northwind.example", "", false},
		{"somebody in the thread", "assistant@agency.example", "invite@northwind.example", false},
		{"the company's own domain", "hr@northwindtraders.com", "", false},
		{"somebody else", "hr@globex.example", "", true},
		{"a lookalike", "priya@northwind-traders-hr.com", "", true},
		{"free mail", "priya.nair@gmail.com", "", true},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			n := Notice{Kind: Cancellation, Sender: Person{Email: row.from}, MessageID: "off@x.example"}
			if row.thread != "" {
				n.Thread = []string{row.thread}
			}
			if got := Stranger(n, scheduled(t)); got != row.want {
				t.Errorf("%v", got)
			}
		})
	}
}

func TestAtAFreeMailServiceOnlyTheSameAddressIsKnown(t *testing.T) {
	iv := scheduled(t)
	iv.Sender.Email, iv.Interviewers = "cafe.owner@gmail.com", nil
	for from, want := range map[string]bool{"cafe.owner@gmail.com": false, "cafe.0wner@gmail.com": true} {
		if got := Stranger(Notice{Sender: Person{Email: from}}, iv); got != want {
			t.Errorf("%s: %v", from, got)
		}
	}
}
