package daemon

import (
	"fmt"
	"strings"
	"time"

	"roundtwo/interview"
)

// What companies write in a life.

// invite brings an invitation for one of the next days, with one or two people.
func (l *life) invite() {
	i := invited{company: fmt.Sprintf("Firm%c%d", 'A'+rune(l.chance.IntN(26)), len(l.invitations)), at: l.now().Add(time.Duration(2+l.chance.IntN(40)) * time.Hour).Truncate(time.Hour)}
	i.thread = fmt.Sprintf("invite.%d@%s.example", len(l.invitations), strings.ToLower(i.company))
	l.invitations = append(l.invitations, i)
	l.write(i, i.thread, "Second interview: Data Engineer at "+i.company, fmt.Sprintf("we would like to invite you to a second interview for the Data Engineer position at %s.\n\nDate: %s\nTime: %s (Berlin time)\nInterviewers: Dana Whitfield (dana@%s.example); Samuel Okafor (samuel@%s.example)\n",
		i.company, l.local(i.at).Format("Monday, 2 January 2006"), l.local(i.at).Format("15:04"), strings.ToLower(i.company), strings.ToLower(i.company)))
}

func (l *life) local(t time.Time) time.Time {
	loc, err := interview.Location("Europe/Berlin")
	if err != nil {
		l.t.Fatal(err)
	}
	return t.In(loc)
}

func (l *life) write(i invited, id, subject, body string) {
	domain := strings.ToLower(i.company) + ".example"
	thread := ""
	if id != i.thread {
		thread = "\nIn-Reply-To: <" + i.thread + ">\nReferences: <" + i.thread + ">"
	}
	l.post(fmt.Sprintf("From: Priya Nair <priya@%s>\nTo: %s\nSubject: %s\nDate: %s\nMessage-ID: <%s>%s\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nDear Casey,\n\n%s\nKind regards,\nPriya Nair\n%s\n",
		domain, casey, subject, l.now().Format(time.RFC1123Z), id, thread, body, i.company))
}

func (l *life) anInvitation() (invited, bool) {
	if len(l.invitations) == 0 {
		return invited{}, false
	}
	return l.invitations[len(l.invitations)-1-l.chance.IntN(min(4, len(l.invitations)))], true
}

func (l *life) reschedule() {
	if i, ok := l.anInvitation(); ok {
		to := l.local(l.now().Add(time.Duration(5+l.chance.IntN(40)) * time.Hour).Truncate(time.Hour))
		l.write(i, fmt.Sprintf("move.%d@%s.example", l.steps, strings.ToLower(i.company)), "Re: Second interview: Data Engineer at "+i.company,
			fmt.Sprintf("we have to move your second interview. The new time is:\n\nDate: %s\nTime: %s (Berlin time)\n", to.Format("Monday, 2 January 2006"), to.Format("15:04")))
	}
}

func (l *life) cancel() {
	if i, ok := l.anInvitation(); ok {
		l.write(i, fmt.Sprintf("off.%d@%s.example", l.steps, strings.ToLower(i.company)), "Re: Second interview: Data Engineer at "+i.company,
			"we are sorry to tell you that your second interview is cancelled.\n")
	}
}
