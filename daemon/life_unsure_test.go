package daemon

import (
	"strings"

	"roundtwo/interview"
	"roundtwo/parse"
)

// What the reader is not sure of in a life. It goes by the fifth letter of the company: all of it, or its changes only.

type doubt int

const (
	sureOfAll doubt = iota
	sureOfInvitations
	sureOfNothing
)

func doubtOf(company string) doubt {
	switch {
	case len(company) < 5 || !strings.HasPrefix(company, "Firm"):
		return sureOfAll
	case company[4] <= 'H':
		return sureOfNothing
	case company[4] <= 'N':
		return sureOfInvitations
	}
	return sureOfAll
}

func unsureInLife(f *parse.Finding, _, _ float64) {
	_, after, _ := strings.Cut(f.Subject, " at ")
	if d := doubtOf(after); d == sureOfNothing || d == sureOfInvitations && f.Kind != interview.Invitation {
		f.Decision = interview.Ask
	}
}

// doubtfulKinds are the letters that must not come before she has answered.
var doubtfulKinds = map[doubt]map[string]bool{
	sureOfInvitations: {"changed": true, "cancelled": true},
	sureOfNothing:     {"checklist": true, "changed": true, "cancelled": true, "options": true, "reminder": true, "debrief": true, "request": true},
}

// answerAQuestion is an answer of hers to a question whether a message was read rightly.
func (l *life) answerAQuestion() bool {
	x, ok := l.aLetter("question", "questions")
	if !ok {
		return false
	}
	words := []string{"1", "1", "yes", "2", "1 3", "none", "time: 18:00", "not an interview", "it is an interview", "hm, let me think", "9"}
	l.settled = append(l.settled, x.Subject+"\n"+x.Text)
	l.reply(casey, x, words[l.chance.IntN(len(words))], "")
	return true
}
