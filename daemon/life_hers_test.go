package daemon

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// What she does in a life.

// aLetter is one of her last letters, of the kinds where there is one.
func (l *life) aLetter(kinds ...string) (letter, bool) {
	var fit []letter
	for _, x := range l.letters {
		if len(kinds) == 0 || slices.Contains(kinds, x.kind) {
			fit = append(fit, x)
		}
	}
	if len(fit) == 0 {
		return letter{}, false
	}
	return fit[len(fit)-1-l.chance.IntN(min(6, len(fit)))], true
}

// sends and others are what she answers.
var (
	sends  = []string{"send all", "send", "send 1", "Send Dana, please", "approve all", "send 1 2", "Yes, send all"}
	others = []string{"skip 1", "skip all", "later 2h", "stop", "status", "edit 1\n\nDear Dana,\n\nthank you for the clear questions about month end.\n\nCasey", "1: we spoke about late files and month end", "wait", "send it tomorrow, but change the date"}
)

// genuine is an answer of hers, to any of her letters.
func (l *life) genuine() {
	if x, ok := l.aLetter("debrief"); ok && l.chance.IntN(3) == 0 {
		l.reply(casey, x, "Dana: late files in the shop data.\nSamuel: two ways to keep prices over time.\nreason: the team writes things down\noffered: a write-up of my pipeline", "")
		return
	}
	if l.chance.IntN(3) == 0 && l.answerAQuestion() {
		return
	}
	x, ok := l.aLetter("request", "request-reminder", "unknown", "receipt")
	if !ok {
		return
	}
	words := others[l.chance.IntN(len(others))]
	switch {
	case x.kind == "unknown":
		words = l.looks(x)
	case l.chance.IntN(3) > 0:
		words = sends[l.chance.IntN(len(sends))]
		l.approve(x)
	}
	if words == "stop" {
		l.recall(x)
	}
	l.reply(casey, x, words, "")
}

// looks is her answer to the question whether a note went out: she asks the one it was for.
func (l *life) looks(x letter) string {
	shown := dense(x.Text)
	if slices.ContainsFunc(l.texts, func(words string) bool { return strings.Contains(shown, words) }) {
		return "done"
	}
	l.approve(x)
	return "resend"
}

// approve notes that she said send to this letter: what it showed may go out, and nothing that only another one showed.
func (l *life) approve(x letter) {
	l.approvals++
	l.approved = append(l.approved, consent{refIn(x.Subject), dense(x.Text)})
}

// recall notes that she said stop: what has not left by now must not leave.
func (l *life) recall(x letter) {
	before := len(l.approved)
	l.approved = slices.DeleteFunc(l.approved, func(c consent) bool { return c.ref == refIn(x.Subject) })
	l.recalls += before - len(l.approved)
}

func (l *life) rewrite() {
	words := fmt.Sprintf("Dear colleague,\r\n\r\nthank you for your time, and for word %d.\r\n\r\nCasey\r\n", l.steps)
	if to := l.edit(l.chance, words); to != "" {
		l.edits = append(l.edits, edit{to, dense(words)})
	}
}

func (l *life) reply(from string, x letter, words, extra string) {
	l.sent++
	l.t.Logf("  casey.%d, from %s: %q to %s", l.sent, from, firstWords(words), x.MessageID)
	l.post(fmt.Sprintf("From: Casey Morgan <%s>\nTo: %s\nSubject: Re: %s\nDate: %s\nMessage-ID: <casey.%d@home.example>\nIn-Reply-To: <%s>\nReferences: <%s>\n%sMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n%s\n\nOn Monday roundtwo wrote:\n> %s\n",
		from, casey, x.Subject, l.now().Format(time.RFC1123Z), l.sent, x.MessageID, x.MessageID, extra, words, strings.ReplaceAll(strings.TrimSpace(x.Text), "\n", "\n> ")))
}

func firstWords(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}
